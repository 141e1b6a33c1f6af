//! Talks of programs against courses that other programs recorded, and the rules of talks with a mediator.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod asking_measured;
mod asking_unlisted;
mod cases;
mod conformance;
mod domain;
mod league_courses;
mod mediated_rules;
mod negmas_traces;
mod only;
mod replays;
mod shuttle_traces;
mod two_worlds;
mod what_holds;
