//! Formats of others, read from text.

pub mod openspiel;
