//! The last of what a program writes to standard error.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// Most bytes that are kept.
pub(super) const TAIL_BYTES_MAX: usize = 2_000;

/// The last of what is read.
#[derive(Debug)]
pub(super) struct Tail {
    kept: Arc<Mutex<VecDeque<u8>>>,
    reader: JoinHandle<()>,
}

impl Tail {
    /// Reads all, and keeps the last.
    pub(super) fn of(mut from: impl Read + Send + 'static) -> Self {
        let kept = Arc::new(Mutex::new(VecDeque::new()));
        let into = kept.clone();
        let reader = thread::spawn(move || {
            let mut part = [0; 4_096];
            loop {
                let read = match from.read(&mut part) {
                    Ok(0) | Err(_) => return,
                    Ok(read) => read,
                };
                let mut kept = into.lock().unwrap_or_else(PoisonError::into_inner);
                kept.extend(&part[..read]);
                let more = kept.len().saturating_sub(TAIL_BYTES_MAX);
                kept.drain(..more);
            }
        });
        Self { kept, reader }
    }

    /// Whether nothing more can come.
    pub(super) fn is_whole(&self) -> bool {
        self.reader.is_finished()
    }

    /// What was kept so far, in one line without characters that steer a terminal.
    pub(super) fn text(&self) -> String {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let text = String::from_utf8_lossy(kept.make_contiguous()).into_owned();
        plain(&text)
    }
}

/// A text in one line: lines divided by ` / `, nothing in it that steers a terminal.
pub(super) fn plain(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim_end().chars();
        line.map(|c| if c.is_control() { ' ' } else { c })
            .collect::<String>()
    });
    let lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
    lines.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_is_kept_in_one_line() {
        let text = format!("{}\n\u{1b}[31mred\t1\r\n\nlast\n", "x".repeat(9_000));
        let tail = Tail::of(std::io::Cursor::new(text));
        while !tail.is_whole() {
            thread::yield_now();
        }
        let text = tail.text();
        assert!(text.ends_with("x /  [31mred 1 / last"), "{text}");
        assert!(text.len() <= TAIL_BYTES_MAX + 10);
    }
}
