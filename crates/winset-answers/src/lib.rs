//! Answers: every question asked once ([`ask`]), and every answer's JSON form once ([`form`]).
//!
//! A face of winset (the command, the report, the desk) asks here, lays out what comes back, and takes
//! its sentences from `winset-told`. Nothing here reads a clock, a file or an address, and nothing
//! prints: whoever asks brings a [`Budget`](winset_solve::Budget) and, for answers of many parts, a
//! [`WorkLimit`](ask::WorkLimit).

pub mod ask;
pub mod form;
