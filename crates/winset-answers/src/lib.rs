//! Answers: every question asked once ([`ask`]), every answer's JSON form once ([`form`]), and every
//! picture of an answer once ([`drawn`]).
//!
//! A face of winset (the command, the report, the desk) asks here, lays out what comes back, and takes
//! its sentences from `winset-told`. Nothing here reads a clock, a file or an address, and nothing
//! prints: whoever asks brings a [`Budget`](winset_solve::Budget) and, for answers of many parts, a
//! [`WorkLimit`](ask::WorkLimit).

pub mod ask;
pub mod drawn;
pub mod form;
