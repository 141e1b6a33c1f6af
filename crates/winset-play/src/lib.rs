//! Talks under rules: who may say what to whom, who answers, and when it ends.
//!
//! A session is a pure state machine: events in, effects out. Clock, seeds and parties come from outside, and
//! nothing in a session knows whether a party is a person or a program.

pub mod geniusweb;
pub mod mediator;
pub mod own;
pub mod package_test;
pub mod random;
pub mod ranking;
pub mod run;
pub mod session;
pub mod space;
pub mod statistics;
pub mod strategy;
pub mod tournament;
pub mod trace;
pub mod worth;
