//! The clock of the command: time limit, Ctrl-C, and a sign of life while a question takes long.

use std::io::{self, IsTerminal as _, Write as _};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use winset::ask::{Progress, WorkLimit};
use winset::model::answer::StopReason;
use winset::solve::{Budget, CheckRefusal};

use crate::args::LimitArgs;
use crate::failure::{Failure, KILLED, Outcome};

/// Work shorter than this shows no sign of life.
const SILENT: Duration = Duration::from_millis(500);
/// Time between two signs of life.
const BETWEEN: Duration = Duration::from_millis(100);

impl LimitArgs {
    /// The budget that the arguments leave to each question.
    pub(crate) fn budget<'a>(
        &self,
        stop: &'a (dyn Fn() -> Option<StopReason> + Sync),
    ) -> Budget<'a> {
        let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Budget {
            nodes_max: self.node_limit,
            threads: self.threads.map_or_else(cores, NonZeroUsize::get),
            stop,
            refused: &refused,
        }
    }
}

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// What the checker refused, each reason once, in the order in which it did.
static REFUSALS: Mutex<Vec<CheckRefusal>> = Mutex::new(Vec::new());

/// Keeps what the checker refused until the end of the command.
pub(crate) fn refused(refusal: CheckRefusal) {
    let mut kept = REFUSALS.lock().unwrap_or_else(PoisonError::into_inner);
    if !kept.contains(&refusal) {
        kept.push(refusal);
    }
}

/// What the checker refused since the last time that this was asked.
pub(crate) fn refusals() -> Vec<CheckRefusal> {
    std::mem::take(&mut *REFUSALS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// When the work began, and when it must end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Watch {
    began: Instant,
    deadline: Option<Instant>,
}

impl Watch {
    /// Begins now. From here on the first Ctrl-C asks the work to stop, the second ends the
    /// process.
    pub(crate) fn begin(limit: Option<Duration>) -> Result<Self, Failure> {
        ctrlc::set_handler(|| {
            if INTERRUPTED.swap(true, Ordering::Relaxed) {
                std::process::exit(KILLED);
            }
        })?;
        let began = now();
        // A deadline that the clock cannot reach is none.
        let deadline = limit.and_then(|limit| began.checked_add(limit));
        Ok(Self { began, deadline })
    }

    /// Why the work must stop, if it must.
    pub(crate) fn stop(self) -> Option<StopReason> {
        if interrupted() {
            Some(StopReason::Interrupted)
        } else if self.deadline.is_some_and(|deadline| now() >= deadline) {
            Some(StopReason::TimeLimit)
        } else {
            None
        }
    }

    /// Does the work; on a terminal, standard error shows that it goes on.
    pub(crate) fn during<T>(self, phase: &'static str, work: impl FnOnce() -> T) -> T {
        self.working(|progress| {
            progress.phase(phase);
            work()
        })
    }

    /// Does work whose parts are small beside what was asked for.
    pub(crate) fn limited<T>(
        self,
        budget: &Budget<'_>,
        work: impl FnOnce(&WorkLimit<'_>) -> T,
    ) -> T {
        self.working(|progress| work(&WorkLimit::small(*budget, progress)))
    }

    /// Does work of which each part may take so long, within the limit of the whole.
    pub(crate) fn each_within<T>(
        self,
        budget: &Budget<'_>,
        part_max: Duration,
        work: impl FnOnce(&WorkLimit<'_>) -> T,
    ) -> T {
        let begun = |part: &mut dyn FnMut(&Budget<'_>)| {
            let deadline = now().checked_add(part_max);
            let stop = || {
                let is_over = deadline.is_some_and(|deadline| now() >= deadline);
                (budget.stop)().or(is_over.then_some(StopReason::TimeLimit))
            };
            part(&Budget {
                stop: &stop,
                ..*budget
            });
        };
        self.working(|progress| work(&WorkLimit::for_each_part(&begun, progress)))
    }

    /// Does work that says what it is doing; on a terminal, standard error shows it.
    pub(crate) fn working<T>(self, work: impl FnOnce(Progress<'_>) -> T) -> T {
        if !io::stderr().is_terminal() {
            return work(Progress::silent());
        }
        let phase = Mutex::new("working");
        let told = |name: &'static str| {
            *phase.lock().unwrap_or_else(PoisonError::into_inner) = name;
        };
        let (done, waits) = mpsc::channel::<()>();
        std::thread::scope(|scope| {
            let shown = &phase;
            scope.spawn(move || self.show_life(shown, &waits));
            let result = work(Progress::new(&told));
            drop(done);
            result
        })
    }

    /// Shows elapsed time until the other end of the channel goes.
    fn show_life(self, phase: &Mutex<&'static str>, done: &mpsc::Receiver<()>) {
        const SIGNS: [char; 4] = ['|', '/', '-', '\\'];
        let mut wait = SILENT;
        let mut written = 0;
        let mut signs = SIGNS.iter().cycle();
        while done.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
            wait = BETWEEN;
            let elapsed_s = now().duration_since(self.began).as_secs();
            let sign = signs.next().unwrap_or(&SIGNS[0]);
            let hint = "Ctrl-C stops it and shows what is known";
            let phase = *phase.lock().unwrap_or_else(PoisonError::into_inner);
            let line = format!("{sign} {phase}, {elapsed_s} s  ({hint})");
            written = line.len();
            overwrite(&line);
        }
        if written > 0 {
            overwrite(&" ".repeat(written));
            overwrite("");
        }
    }
}

/// How a command ends whose answer asks for this outcome: stopped, where somebody interrupted what
/// was done beside the answer.
pub(crate) fn unless_interrupted(answered: Outcome) -> Outcome {
    if interrupted() {
        Outcome::Stopped
    } else {
        answered
    }
}

fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// Writes over the line that the cursor is in. A sign of life that cannot be shown is no failure.
fn overwrite(line: &str) {
    let mut stderr = io::stderr().lock();
    let _ = write!(stderr, "\r{line}").and_then(|()| stderr.flush());
}

#[expect(clippy::disallowed_methods, reason = "the command owns the clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
