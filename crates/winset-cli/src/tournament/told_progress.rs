//! How far a tournament is, while it is played.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use winset::told::words::grouped;

use crate::progress::now;

/// Time between two lines.
const BETWEEN: Duration = Duration::from_millis(500);

/// Tells on a terminal how much is done, how fast, and how long the rest takes.
pub(super) struct ToldProgress {
    began: Instant,
    last: Instant,
    is_terminal: bool,
    all: u64,
}

impl ToldProgress {
    /// Nothing is done of so many negotiations.
    pub(super) fn new(all: u64) -> Self {
        let began = now();
        Self {
            began,
            last: began,
            is_terminal: io::stderr().is_terminal(),
            all,
        }
    }

    /// So many are done.
    pub(super) fn tell(&mut self, done: u64) {
        if !self.is_terminal || now().duration_since(self.last) < BETWEEN {
            return;
        }
        self.last = now();
        let seconds = self.last.duration_since(self.began).as_secs().max(1);
        let rate = (done / seconds).max(1);
        let left = self.all.saturating_sub(done) / rate;
        let line = format!(
            "\r{} of {} negotiations, {} a second, {} s left   ",
            grouped(done),
            grouped(self.all),
            grouped(rate),
            grouped(left)
        );
        // Who does not see it misses nothing that the results do not say.
        let _ = io::stderr().lock().write_all(line.as_bytes());
    }

    /// The line goes.
    pub(super) fn end(&self) {
        if self.is_terminal {
            let _ = io::stderr().lock().write_all(b"\r\x1b[K");
        }
    }
}
