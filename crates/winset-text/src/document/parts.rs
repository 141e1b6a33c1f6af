//! What a document is made of.

use crate::redline::Marker;
use crate::run::{Change, Run};

/// What is to be read, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title: that of the case.
    pub title: String,
    /// What it is: the version, or the two that are compared.
    pub subtitle: String,
    /// Who may read it.
    pub banner: String,
    /// What it was made of: name and value.
    pub facts: Vec<(&'static str, String)>,
    /// Language of the case, such as `en`.
    pub lang: String,
    /// How its lines run.
    pub direction: Direction,
    /// Whose its changes are.
    pub author: String,
    /// The day of its changes, where it is known.
    pub date: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title of a clause, or of a part.
    Heading {
        /// What became of the clause.
        marker: Option<Marker>,
        /// The title.
        runs: Vec<Run>,
    },
    /// Words of the text.
    Paragraph(Vec<Run>),
    /// A remark that is not part of the text.
    Note(String),
    /// A table; the first cell of a row names it.
    Table {
        /// What stands in its cells but the first of each row.
        cells: Cells,
        /// Titles of the columns.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
}

/// What stands in the cells of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// Figures and days.
    Figures,
    /// Words.
    Words,
}

/// What became of a paragraph as a whole, where all of it came or went.
pub(crate) fn change_of(runs: &[Run]) -> Change {
    let first = runs.first().map_or(Change::Kept, |run| run.change);
    if runs.iter().all(|run| run.change == first) {
        first
    } else {
        Change::Kept
    }
}
