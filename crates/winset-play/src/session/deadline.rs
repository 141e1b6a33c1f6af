//! Rounds, time, and how programs count them.

/// When talks end at the latest: by rounds, by time, or by whichever comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// Rounds, in each of which everybody has a turn; at least 1 where there is one.
    pub rounds: Option<u32>,
    /// Milliseconds from the beginning.
    pub duration_ms: Option<u64>,
}

impl Deadline {
    /// A number of rounds.
    pub fn rounds(rounds: u32) -> Self {
        Self {
            rounds: Some(rounds),
            duration_ms: None,
        }
    }
}

impl Deadline {
    /// Whether time is up after so many milliseconds.
    pub fn is_past(&self, at_ms: u64) -> bool {
        self.duration_ms.is_some_and(|most| at_ms >= most)
    }

    /// Whether a round, from 0, is after the last.
    pub fn is_after_last(&self, round: u32) -> bool {
        self.rounds.is_some_and(|most| round >= most)
    }
}

/// How a program counts time from 0 to 1 over rounds; `k` counts rounds from 0 and `n` is their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clock {
    /// `(k + 1) / (n + 1)`, as `NegMAS` does: its discounts tell (GENIUS).
    Genius,
    /// `(k + 1) / (n + 1)`: talks are at 1 only when they are over (`NegMAS`).
    Negmas,
    /// `k / n`: the first round is at 0 (`NegoLog`).
    Negolog,
}

impl Clock {
    /// How each is written in files.
    pub const WORDS: [(&str, Self); 3] = [
        ("genius", Self::Genius),
        ("negmas", Self::Negmas),
        ("negolog", Self::Negolog),
    ];

    /// The time in a round, with so many milliseconds gone: that of rounds or of the clock, whichever is
    /// later; from 0 to 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "agents aim by it; it decides nothing"
    )]
    pub fn time(self, deadline: &Deadline, round: u32, at_ms: u64) -> f64 {
        let of_rounds = deadline.rounds.map_or(0.0, |rounds| {
            let (k, n) = (f64::from(round), f64::from(rounds));
            match self {
                Self::Genius | Self::Negmas => (k + 1.0) / (n + 1.0),
                Self::Negolog => k / n,
            }
        });
        let of_time = deadline
            .duration_ms
            .map_or(0.0, |all| at_ms as f64 / all.max(1) as f64);
        of_rounds.max(of_time).min(1.0)
    }
}

/// When talks end, and how their time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// When they end at the latest.
    pub deadline: Deadline,
    /// How time is counted.
    pub clock: Clock,
}

impl Timing {
    /// The moment in a round, with so many milliseconds gone.
    pub fn moment(&self, round: u32, at_ms: u64) -> TalkMoment {
        TalkMoment {
            round,
            time: self.clock.time(&self.deadline, round, at_ms),
            at_ms,
        }
    }
}

/// A moment of talks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TalkMoment {
    /// The round, from 0.
    pub round: u32,
    /// The time from 0 to 1, as the protocol's [`Clock`] counts it.
    pub time: f64,
    /// Milliseconds from the beginning.
    pub at_ms: u64,
}
