//! Cells of one kind, of which a few are named.

use crate::findings::{SheetRemark, remark};
use crate::place::{cell_place, column_letters};

/// Most cells that are named.
const NAMED_MAX: usize = 12;

/// Cells of one kind, of which a few are named.
#[derive(Debug, Default)]
pub(super) struct Tally {
    count: usize,
    first: Vec<(usize, usize)>,
}

impl Tally {
    pub(super) fn add(&mut self, place: (usize, usize)) {
        self.count += 1;
        if self.first.len() < NAMED_MAX {
            self.first.push(place);
        }
    }

    /// What is said once of all of them, at the first; none where there are none.
    pub(super) fn remark(&self, sheet: &str, what: &str, remedy: &str) -> Option<SheetRemark> {
        let (row, column) = self.first.first()?;
        let place = cell_place(sheet, *row, *column);
        let named = self
            .first
            .iter()
            .map(|(row, column)| format!("{}{}", column_letters(*column), row.saturating_add(1)));
        let mut cells = named.collect::<Vec<String>>().join(", ");
        let more = self.count - self.first.len();
        if more > 0 {
            cells.push_str(&format!(" and {more} more"));
        }
        Some(remark(&place, format!("{what} ({cells})"), remedy))
    }
}
