//! What programs would read differently in a scenario, and what comes of it.

use winset_model::answer::StopReason;
use winset_model::formats::{Loss, Peers, Way};

use super::ReadingAnswer;

/// What is to be said of a scenario.
#[derive(Debug)]
pub struct LintAnswer {
    /// The files.
    pub peers: Peers,
    /// What programs read differently.
    pub findings: Vec<Loss>,
    /// What comes of each reading, the program's own first.
    pub readings: Vec<ScenarioReading>,
}

/// A reading, and what comes of it; `None` where it makes no case.
#[derive(Debug)]
pub struct ScenarioReading {
    /// The way to read.
    pub way: Way,
    /// What comes of it.
    pub made: Option<ReadingAnswer>,
}

impl LintAnswer {
    /// Why the first part that is not known was stopped.
    pub fn reason(&self) -> Option<StopReason> {
        let mut made = self.readings.iter().filter_map(|read| read.made.as_ref());
        made.find_map(ReadingAnswer::reason)
    }
}
