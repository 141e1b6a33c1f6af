//! Flags: words above a field, each over its place, in as many rows as they need.

use crate::canvas::{Anchor, Canvas, LABEL, Label, drop_of, extent};
use crate::numbers::count;
use crate::text::plain;

/// From one row to the next.
const ROW: i64 = 18;
/// Between two flags of a row.
const GAP: i64 = 10;

/// A flag: where it points, what it says, how it is written.
#[derive(Debug, Clone)]
pub(crate) struct Flag<'a> {
    pub(crate) x: i64,
    pub(crate) words: &'a str,
    pub(crate) ink: &'a str,
}

/// Where flags stand: for each its row from below, and its ends.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flags {
    spots: Vec<(usize, (i64, i64))>,
    rows: usize,
}

impl Flags {
    /// Rows for flags between both ends, filled from below in the order given.
    pub(crate) fn of(flags: &[Flag<'_>], ends: (i64, i64)) -> Self {
        let mut rows: Vec<Vec<(i64, i64)>> = Vec::new();
        let mut spots = Vec::new();
        for flag in flags {
            let width = extent(&plain(flag.words), LABEL).0.min(ends.1 - ends.0);
            let left = (flag.x - width / 2).min(ends.1 - width).max(ends.0);
            let span = (left, left + width);
            let row = free_row(&mut rows, span);
            spots.push((row, span));
        }
        Self {
            spots,
            rows: rows.len(),
        }
    }

    /// How far above the rows' bottom the line of a flag may go: to the flag, unless another one
    /// stands below it.
    pub(crate) fn free_above(&self, index: usize, x: i64) -> i64 {
        let Some((row, _)) = self.spots.get(index) else {
            return 0;
        };
        let below = self.spots.iter().filter(|(other, _)| other < row);
        let blocked = below
            .into_iter()
            .any(|(_, (left, right))| (left - 2..=right + 2).contains(&x));
        if blocked {
            return 0;
        }
        count(*row) * ROW
    }

    pub(crate) fn height(&self) -> i64 {
        count(self.rows) * ROW
    }

    /// Writes the flags above `bottom`.
    pub(crate) fn draw(
        &self,
        canvas: &mut Canvas,
        flags: &[Flag<'_>],
        ends: (i64, i64),
        bottom: i64,
    ) {
        for (flag, (row, (left, _))) in flags.iter().zip(&self.spots) {
            let y = bottom - count(*row) * ROW - ROW / 2;
            canvas.label(&Label {
                at: (*left, y + drop_of(LABEL)),
                anchor: Anchor::Start,
                size: LABEL,
                ink: flag.ink,
                words: flag.words,
                width_max: ends.1 - ends.0,
            });
        }
    }
}

/// The first row in which nothing is within a gap of `span`, which is then taken.
pub(crate) fn free_row(rows: &mut Vec<Vec<(i64, i64)>>, span: (i64, i64)) -> usize {
    let (left, right) = span;
    let is_free = |row: &Vec<(i64, i64)>| {
        row.iter()
            .all(|(from, to)| right + GAP <= *from || to + GAP <= left)
    };
    let row = rows.iter().position(is_free).unwrap_or(rows.len());
    if row == rows.len() {
        rows.push(Vec::new());
    }
    rows[row].push(span);
    row
}
