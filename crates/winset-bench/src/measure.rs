//! The clock, and what is made of times.

use std::time::{Duration, Instant};

use winset_model::answer::StopReason;

/// Runs something and takes its time.
pub(crate) fn timed<R>(work: impl FnOnce() -> R) -> (R, Duration) {
    #[expect(clippy::disallowed_methods, reason = "a measure reads the clock")]
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// The median of several runs.
pub(crate) fn median_of<R>(runs: usize, mut work: impl FnMut() -> R) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| timed(|| std::hint::black_box(work())).1)
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// What a budget asks to stop after so long.
pub(crate) fn until(limit: Duration) -> impl Fn() -> Option<StopReason> + Sync {
    #[expect(clippy::disallowed_methods, reason = "a measure reads the clock")]
    let end = Instant::now() + limit;
    move || {
        #[expect(clippy::disallowed_methods, reason = "a measure reads the clock")]
        let over = Instant::now() > end;
        over.then_some(StopReason::TimeLimit)
    }
}

/// Milliseconds for a table.
pub(crate) fn ms(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1e3)
}

/// Nanoseconds of processor time that this thread has had, where the system says it.
pub(crate) fn cpu_ns() -> Option<u64> {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    spent.split_whitespace().next()?.parse().ok()
}

/// The most memory that this process had, in kB, where the system says it.
pub(crate) fn peak_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
