//! Why no outside program can take a seat.

use std::io;

use winset::play::geniusweb::ProfileFault;
use winset::play::ranking::NotRanked;

/// Why no outside program can take a seat.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutsideRefused {
    /// The text names no command.
    #[error(
        "find a command in '{0}'; name a program and its arguments, such as `python3 agent.py`"
    )]
    NoCommand(String),
    /// A quote is open at the end.
    #[error("read the command `{0}`: a quote is not closed")]
    OpenQuote(String),
    /// The party's packages have no order.
    #[error(transparent)]
    NotRanked(#[from] NotRanked),
    /// The party's side has no profile.
    #[error(transparent)]
    Profile(#[from] ProfileFault),
    /// The profile cannot be written.
    #[error("write a profile in a private folder under {folder}: {source}")]
    Place {
        /// Where.
        folder: String,
        /// Why.
        source: io::Error,
    },
    /// The program does not start.
    #[error("start '{program}': {source}")]
    Start {
        /// Which.
        program: String,
        /// Why.
        source: io::Error,
    },
}
