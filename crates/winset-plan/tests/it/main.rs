//! Plans held to plain enumeration.

mod phases;
