//! Arrows under the axis, one to a row: from the value now to where a lever moves it.

use crate::area::{Area, At};
use crate::canvas::{Anchor, Canvas, LABEL, Label, drop_of, extent};
use crate::ink::{INK, LINE};
use crate::party::{Look, look};
use crate::scale::Scale;
use crate::text::plain;

use super::data::{PicturedLever, Steps};

/// From one row to the next, and more for a label over its arrow.
const ROW: i64 = 24;
/// From an arrow to its label, past the mark of the party.
const GAP: i64 = 22;

/// The height of all rows.
pub(super) fn height(rows: &[(&PicturedLever, Row)]) -> i64 {
    rows.last().map_or(0, |(_, row)| row.y + ROW / 2)
}

/// A row: the middle of its arrow, below the first row's top, and the place of its label.
pub(super) struct Row {
    y: i64,
    from: i64,
    to: i64,
    anchor: Anchor,
    label: At,
    width_max: i64,
}

/// The levers, each with its row, from the top down.
pub(super) fn rows<'a>(
    data: &'a Steps,
    scale: &Scale,
    field: &Area,
) -> Vec<(&'a PicturedLever, Row)> {
    let Some((now, _)) = &data.current else {
        return Vec::new();
    };
    let from = scale.place(*now);
    let mut top = 0;
    let mut rows = Vec::new();
    for lever in &data.levers {
        let to = scale.place(lever.to);
        let width = extent(&plain(&lever.label), LABEL).0;
        let (left, right) = (from.min(to) - GAP, from.max(to) + GAP);
        let y = top + ROW / 2;
        let (anchor, label, width_max, high) = if right + width <= field.right {
            (Anchor::Start, (right, y), field.right - right, ROW)
        } else if left - width >= field.left {
            (Anchor::End, (left, y), left - field.left, ROW)
        } else {
            // Over the arrow, from where it begins if there is room.
            let left = (left + 2 * GAP)
                .min(field.right - width)
                .max(field.left + GAP);
            (Anchor::Start, (left, y), field.right - left, 2 * ROW)
        };
        let y = top + high - ROW / 2;
        rows.push((
            lever,
            Row {
                y,
                from,
                to,
                anchor,
                label,
                width_max,
            },
        ));
        top += high;
    }
    rows
}

/// Draws the rows from `top` down.
pub(super) fn draw(canvas: &mut Canvas, looks: &[Look], rows: &[(&PicturedLever, Row)], top: i64) {
    for (lever, row) in rows {
        let group = canvas.open("wp-lever", &lever.label, lever.href.as_deref());
        let y = top + row.y;
        let look = look(looks, lever.party);
        let (line, fill) = match look {
            Some(look) => (look.solid(15), look.fill()),
            None => (LINE.to_owned(), INK.to_owned()),
        };
        let way = (row.to - row.from).signum();
        canvas.path(&format!("M{} {}V{}", row.from, y - 5, y + 5), &line);
        if way != 0 {
            canvas.line((row.from, y), (row.to - way * 4, y), &line);
            let back = row.to - way * 9;
            canvas.path(
                &format!("M{} {y}L{back} {}L{back} {}Z", row.to, y - 4, y + 4),
                &fill,
            );
        }
        let (x, label_y) = (row.label.0, top + row.label.1);
        if let Some(look) = look {
            let mark = if row.anchor == Anchor::End {
                x + 9
            } else {
                x - 9
            };
            canvas.path(&look.shape((mark, label_y), 5), &fill);
        }
        canvas.label(&Label {
            at: (x, label_y + drop_of(LABEL)),
            anchor: row.anchor,
            size: LABEL,
            ink: INK,
            words: &lever.label,
            width_max: row.width_max,
        });
        canvas.close(group);
    }
}
