//! Values with intervals, one below the other, on one scale.

use crate::area::Area;
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, drop_of};
use crate::ink::{BAR, INK, LINE, MARK};
use crate::numbers::{count, number};
use crate::picture::{Head, Picture};
use crate::scale::Scale;
use crate::text::{counted, plain};

/// A value and what it is thought to lie between.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturedInterval {
    /// Whose it is.
    pub label: String,
    /// The value.
    pub value: i64,
    /// The ends of its interval; none where there is none.
    pub ends: Option<(i64, i64)>,
}

/// Values with intervals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intervals {
    /// Title and description.
    pub head: Head,
    /// Values are numerators over this; at least one.
    pub denominator: i64,
    /// What is measured, in a line under the title.
    pub measured: String,
    /// The values, from above.
    pub intervals: Vec<PicturedInterval>,
}

const WIDTH: i64 = 760;
const TOP: i64 = 72;
const ROW: i64 = 24;
const BOTTOM: i64 = 40;
/// From the left to the field: what names take.
const NAMES: i64 = 230;
/// Half the height of the end of an interval, and of a value.
const END: i64 = 5;
const DOT: i64 = 4;

/// Draws a row for each value: its name, a line over its interval, and a mark at the value.
pub fn intervals(data: &Intervals) -> Picture {
    let rows = count(data.intervals.len()).max(1);
    let mut canvas = Canvas::new(WIDTH, TOP + rows * ROW + BOTTOM);
    canvas.heading(&data.head.title, &plain(&data.measured));
    let field = Area {
        left: NAMES,
        top: TOP,
        right: WIDTH - MARGIN,
        bottom: TOP + rows * ROW,
    };
    let values = data.intervals.iter().flat_map(|one| {
        let (low, high) = one.ends.unwrap_or((one.value, one.value));
        [low, one.value, high]
    });
    let across = Scale::over(values, data.denominator, (field.left, field.right));
    axis::across(&mut canvas, &field, &Ticks::of(&across, 7));
    for (place, one) in (0..).zip(&data.intervals) {
        let y = field.top + place * ROW + ROW / 2;
        canvas.label(&Label {
            at: (MARGIN, y + drop_of(LABEL)),
            anchor: Anchor::Start,
            size: LABEL,
            ink: INK,
            words: &plain(&one.label),
            width_max: NAMES - 2 * MARGIN,
        });
        if let Some((low, high)) = one.ends {
            let (from, to) = (across.place(low.min(high)), across.place(high.max(low)));
            let bar = Area {
                left: from,
                top: y - 1,
                right: to,
                bottom: y + 1,
            };
            canvas.area(bar, BAR);
            for x in [from, to] {
                canvas.line((x, y - END), (x, y + END), LINE);
            }
        }
        let x = across.place(one.value);
        let dot = Area {
            left: x - DOT,
            top: y - DOT,
            right: x + DOT,
            bottom: y + DOT,
        };
        canvas.area(dot, MARK);
    }
    canvas.finish(&data.head, &told(data))
}

fn told(data: &Intervals) -> String {
    let words = |value: i64| number(value, data.denominator);
    let each = data.intervals.iter().map(|one| {
        let between = one.ends.map_or_else(String::new, |(low, high)| {
            format!(", between {} and {}", words(low), words(high))
        });
        format!("{} {}{between}.", plain(&one.label), words(one.value))
    });
    let counted = counted(data.intervals.len(), "value", "values");
    std::iter::once(format!("{counted}."))
        .chain(each)
        .collect::<Vec<_>>()
        .join(" ")
}
