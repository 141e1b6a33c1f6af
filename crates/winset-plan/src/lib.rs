//! Deals that are carried out: the search for exchanges of prisoners and for plans of phases.
//!
//! What is claimed is checked by `winset-check`, as everywhere.

pub mod exchange;
pub mod integer;
pub mod lists;
pub mod phases;
pub mod requests;
pub mod rings;
