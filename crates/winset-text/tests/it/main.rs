//! The text as its users meet it: held to what is written down by hand, and to laws.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod acts;
mod audiences;
mod demonstration;
mod exports;
mod laws;
mod made;
mod opened;
mod readers;
mod worlds;
