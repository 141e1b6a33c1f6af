//! The desk: local pages about one case, served on loopback to the browser of the same machine.
//!
//! [`desk`] is the case on disk and what each audience sees of it; `findings` asks every question in
//! the background; [`pages`] show it, with `pictures`. [`http`] is the shell that any page
//! stands behind: who may ask, how much, how long. [`lobby`] is a desk that has no case yet. [`assets`] are the files that pages refer to, and
//! [`Open`] runs it all.

pub mod assets;
pub mod desk;
mod edit;
pub mod export;
mod findings;
pub mod http;
pub mod lobby;
pub mod pages;
mod pictures;
mod snapshot;
mod start;
mod within;

pub use snapshot::AudienceSnapshot;
pub use start::{Open, Shown};
