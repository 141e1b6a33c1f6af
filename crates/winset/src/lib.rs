//! Exact answers for mediated negotiations: overlap, or a checked proof that there is none.
//!
//! [`load`] reads a case, [`solve`] answers questions about it, [`check`] checks answers from the
//! case alone, [`model`] is the vocabulary. Nothing behind these reads the clock or prints.

mod load;

pub use load::{LoadError, Loaded, Text, load, parse, read_limited};
pub use winset_check as check;
pub use winset_model as model;
pub use winset_solve as solve;
