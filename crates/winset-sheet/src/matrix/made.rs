//! A case that is being made of a matrix.

use winset_model::document::Node;

use super::grid::Grid;
use super::words::Names;
use crate::tables::table::ReadTable;

/// A party of a matrix: the column, its name and its code.
pub(super) struct Across {
    pub(super) column: usize,
    pub(super) id: String,
}

/// A case that is being made of a matrix.
#[derive(Default)]
pub(super) struct Made {
    /// Codes that are in use.
    pub(super) names: Names,
    pub(super) points: Vec<Node>,
    pub(super) lines: Vec<Node>,
    pub(super) preferences: Vec<(String, Node)>,
    /// No-deal values, by the codes of parties.
    pub(super) no_deal: Vec<(String, Node)>,
}

/// A matrix, where it stands, and its parties.
#[derive(Clone, Copy)]
pub(super) struct Matrix<'a> {
    pub(super) grid: &'a Grid,
    pub(super) table: &'a ReadTable,
    pub(super) parties: &'a [Across],
}
