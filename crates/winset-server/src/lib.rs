//! The desk: local pages for one mediator, served on loopback to the browser of the same machine.
//!
//! [`http`] is the shell that any page stands behind: who may ask, how much, how long. [`assets`]
//! are the files that pages refer to.

pub mod assets;
pub mod desk;
mod findings;
pub mod http;
pub mod pages;
mod pictures;
mod words;
