//! The process behind a seat: lines in, lines out, within limits; ended and waited for when it is dropped.

use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError};
use std::thread;
use std::time::{Duration, Instant};

use super::OutsideCommand;
use super::group;
use super::lines::{LineRead, lines_into, lines_of};
use super::memory::resident_bytes;
use super::tail::Tail;

/// What an outside program may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OutsideLimits {
    /// Milliseconds for an answer.
    pub(crate) turn_ms: u64,
    /// Bytes of a line.
    pub(crate) line_bytes: usize,
    /// Lines that nobody asked for, before it counts as a flood.
    pub(crate) unasked_lines: usize,
    /// Bytes in memory.
    pub(crate) memory_bytes: u64,
    /// Milliseconds to end by itself when the talks are over.
    pub(crate) farewell_ms: u64,
}

impl Default for OutsideLimits {
    fn default() -> Self {
        Self {
            turn_ms: 10_000,
            line_bytes: 1 << 20,
            unasked_lines: 16,
            memory_bytes: 1 << 30,
            farewell_ms: 1_000,
        }
    }
}

/// Lines for a program that it has not read yet.
const UNREAD_MAX: usize = 1_024;
/// How often a program that is waited for is looked at.
const LOOK_EACH: Duration = Duration::from_millis(20);
/// How long the reason for which a program ended, and its last words, are waited for.
const LAST_WORDS: Duration = Duration::from_millis(500);
/// How often it is looked whether a program has ended.
const ENDED_EACH: Duration = Duration::from_millis(2);

/// What comes of waiting for a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Waited {
    /// This was read.
    Read(LineRead),
    /// Nothing, in all the time there was.
    Nothing,
    /// It closed its output.
    Closed,
    /// It takes so many bytes of memory, which is too much.
    TooLarge(u64),
}

/// A process.
#[derive(Debug)]
pub(super) struct Partner {
    child: Child,
    to: Option<SyncSender<String>>,
    from: Receiver<LineRead>,
    tail: Tail,
    limits: OutsideLimits,
    ended: bool,
}

impl Partner {
    /// Starts it.
    pub(super) fn start(command: &OutsideCommand, limits: OutsideLimits) -> io::Result<Self> {
        let mut starts = Command::new(&command.program);
        starts
            .args(&command.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        group::apart(&mut starts);
        let mut child = starts.spawn()?;
        let piped = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(input), Some(output), Some(errors)) = piped else {
            unreachable!("all three are piped")
        };
        Ok(Self {
            child,
            to: Some(lines_into(input, UNREAD_MAX)),
            from: lines_of(output, limits.line_bytes, limits.unasked_lines + 1),
            tail: Tail::of(errors),
            limits,
            ended: false,
        })
    }

    /// Tells it a line, in its time; whether it reads at all.
    pub(super) fn tell(&mut self, line: String) -> bool {
        let Some(to) = &self.to else { return true };
        // What ended is found out when it has to answer.
        !matches!(to.try_send(line), Err(TrySendError::Full(_)))
    }

    /// One more line of a program that wrote before its turn; it has a moment to write on.
    pub(super) fn one_more(&mut self) -> bool {
        self.from.recv_timeout(LOOK_EACH).is_ok()
    }

    /// A line that is there already.
    pub(super) fn unasked(&mut self) -> Option<LineRead> {
        self.from.try_recv().ok()
    }

    /// Waits for a line.
    pub(super) fn wait(&mut self) -> Waited {
        let until = now() + Duration::from_millis(self.limits.turn_ms);
        loop {
            let left = until.saturating_duration_since(now());
            match self.from.recv_timeout(left.min(LOOK_EACH)) {
                Ok(read) => return self.too_large().unwrap_or(Waited::Read(read)),
                Err(RecvTimeoutError::Disconnected) => return Waited::Closed,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(too_large) = self.too_large() {
                return too_large;
            }
            if left.is_zero() {
                return Waited::Nothing;
            }
        }
    }

    /// Whether it takes too much memory.
    pub(super) fn too_large(&self) -> Option<Waited> {
        let bytes = resident_bytes(self.child.id())?;
        (bytes > self.limits.memory_bytes).then_some(Waited::TooLarge(bytes))
    }

    /// How it ended by itself, if it does within so long.
    pub(super) fn ends_within(&mut self, time: Duration) -> Option<ExitStatus> {
        let until = now() + time;
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status);
            }
            if now() >= until {
                return None;
            }
            // Whoever waits to be read must not wait for ever.
            while self.from.try_recv().is_ok() {}
            thread::sleep(ENDED_EACH);
        }
    }

    /// Lets it end by itself after its last line, and ends it where it does not.
    pub(super) fn farewell(&mut self) {
        self.to = None;
        self.ends_within(Duration::from_millis(self.limits.farewell_ms));
        self.end();
    }

    /// How a program that closed its output ended, in words.
    pub(super) fn ended_how(&mut self) -> String {
        self.ends_within(LAST_WORDS).map_or_else(
            || "it closed its output".to_owned(),
            |status| format!("it ended ({status})"),
        )
    }

    /// Ends it, waits for it, and gives the last of what it wrote to standard error.
    pub(super) fn end(&mut self) -> String {
        if !self.ended {
            self.ended = true;
            self.to = None;
            group::kill(&mut self.child);
            drop(self.child.wait());
        }
        let until = now() + LAST_WORDS;
        while !self.tail.is_whole() && now() < until {
            thread::sleep(ENDED_EACH);
        }
        self.tail.text()
    }

    #[cfg(test)]
    pub(super) fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Partner {
    fn drop(&mut self) {
        if !self.ended {
            group::kill(&mut self.child);
            drop(self.child.wait());
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a turn has its time")]
fn now() -> Instant {
    Instant::now()
}
