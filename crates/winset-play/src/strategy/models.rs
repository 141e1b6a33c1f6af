//! Models of the other side by name.

use super::row::Row;

/// A model that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ModelSpec {}

pub(super) const MODELS: &[Row<ModelSpec>] = &[];
