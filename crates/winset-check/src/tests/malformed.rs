//! Malformed.
