//! Formats of other programs, read from text.
//!
//! [`scenario`] makes a case of the files of a folder. Reading goes in three steps: [`genius`],
//! [`geniusweb`], [`negmas`] and [`negolog`] read what files say into the types of [`peer`];
//! [`worth`] decides what that means, in exact numbers of any size; and what it means becomes a
//! case file, with what a case cannot hold beside it.

pub mod big;
mod build;
mod element;
mod encoding;
pub mod genius;
pub mod geniusweb;
mod lint;
mod names;
pub mod negmas;
pub mod negolog;
pub mod openspiel;
pub mod peer;
mod rounding;
mod scenario;
mod sniff;
mod tree;
pub mod worth;
mod write;
mod xml;
mod xml_scan;

pub use build::{CAPPED_MAX, Loss};
pub use encoding::utf8_of;
pub use lint::{Way, lint, ways};
pub use names::{identifier, identifiers};
pub use rounding::Rounding;
pub use scenario::{Chosen, Peers, RefusedFile, Scenario, ScenarioOptions, peers, scenario};
pub use sniff::{FileRole, role};
pub use write::{Written, write};
