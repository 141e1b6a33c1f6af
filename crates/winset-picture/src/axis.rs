//! Axes: a line, a grid, and words at its marks.

use crate::area::Area;
use crate::canvas::{Anchor, Canvas, Label, SMALL, drop_of};
use crate::ink::{AXIS, GRID, SOFT};
use crate::measure::text_width;
use crate::scale::Scale;

/// Between two words along an axis.
const GAP: i64 = 10;
/// What words at the left of an axis take at most.
const UP_MAX: i64 = 52;

/// Marks of an axis: places and words.
#[derive(Debug, Clone)]
pub(crate) struct Ticks(pub(crate) Vec<(i64, String)>);

impl Ticks {
    pub(crate) fn of(scale: &Scale, most: i64) -> Self {
        Self(scale.marks(most))
    }

    /// The marks whose words, around their places, stand apart and between both ends; the first of
    /// two that do not stays.
    pub(crate) fn apart(&self, ends: (i64, i64)) -> Self {
        let mut free = ends.0;
        let fits = |(place, words): &&(i64, String)| {
            let width = text_width(words, SMALL);
            let left = place - width / 2;
            let fits = left >= free && left + width <= ends.1;
            if fits {
                free = left + width + GAP;
            }
            fits
        };
        Self(self.0.iter().filter(fits).cloned().collect())
    }
}

/// An axis along the bottom of the field.
pub(crate) fn across(canvas: &mut Canvas, field: &Area, ticks: &Ticks) {
    let ends = (field.left - 30, field.right + 20);
    for (x, words) in &ticks.apart(ends).0 {
        canvas.line((*x, field.top), (*x, field.bottom), GRID);
        canvas.label(&Label {
            at: (*x, field.bottom + 18),
            anchor: Anchor::Middle,
            size: SMALL,
            ink: SOFT,
            words,
            width_max: ends.1 - ends.0,
        });
    }
    canvas.line(
        (field.left, field.bottom),
        (field.right, field.bottom),
        AXIS,
    );
}

/// An axis along the left of the field.
pub(crate) fn up(canvas: &mut Canvas, field: &Area, ticks: &Ticks) {
    for (y, words) in &ticks.0 {
        canvas.line((field.left, *y), (field.right, *y), GRID);
        canvas.label(&Label {
            at: (field.left - 6, y + drop_of(SMALL)),
            anchor: Anchor::End,
            size: SMALL,
            ink: SOFT,
            words,
            width_max: UP_MAX,
        });
    }
    canvas.line((field.left, field.top), (field.left, field.bottom), AXIS);
}
