//! GENIUS: a domain and profiles in XML.

mod boxes;
mod domain;
mod profile;

pub use domain::read_domain;
pub use profile::read_profile;
