//! What each side has given without return, by days.

use crate::area::Area;
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of};
use crate::ink::{AXIS, FILL, INK, LINE, SOFT_OVER, WARN};
use crate::party::{Look, look};
use crate::scale::Scale;

use super::data::{Gantt, GanttStrip};
use super::draw::grid;

/// The height of a strip with what is free above it.
pub(super) const STRIP: i64 = 64;
/// What is free above it.
const GAP: i64 = 14;

/// Draws the strips below the items, on their axis of days.
pub(super) fn strips(
    canvas: &mut Canvas,
    data: &Gantt,
    looks: &[Look],
    days: (&Scale, &[i64]),
    at: (Area, i64),
) {
    let (field, mut top) = at;
    let (scale, ticks) = days;
    for strip in &data.strips {
        let area = Area {
            top: top + GAP,
            bottom: top + STRIP,
            ..field
        };
        let group = canvas.open("wp-piece", &strip.told, None);
        grid(canvas, ticks, &area);
        title(canvas, strip, look(looks, strip.party), &area);
        steps(canvas, strip, look(looks, strip.party), scale, &area);
        canvas.line((area.left, area.bottom), (area.right, area.bottom), AXIS);
        canvas.close(group);
        top += STRIP;
    }
}

fn title(canvas: &mut Canvas, strip: &GanttStrip, look: Option<&Look>, area: &Area) {
    let y = area.middle().1;
    if let Some(look) = look {
        canvas.path(&look.shape((MARGIN + 8, y), 5), &look.fill());
    }
    canvas.label(&Label {
        at: (MARGIN + 18, y + drop_of(LABEL)),
        anchor: Anchor::Start,
        size: LABEL,
        ink: INK,
        words: &strip.title,
        width_max: area.left - 8 - MARGIN - 18,
    });
}

/// A line that rises and falls by steps, what is under it, its largest number, and the bound.
fn steps(canvas: &mut Canvas, strip: &GanttStrip, look: Option<&Look>, days: &Scale, area: &Area) {
    let values = strip.steps.iter().map(|(_, value)| *value);
    let largest = values.clone().max().unwrap_or(0);
    let most = largest.max(strip.bound.unwrap_or(0)).max(1);
    let up = Scale::between((0, most), 1, (area.bottom, area.top + 2));
    let mut line = format!("M{} {}", area.left, area.bottom);
    for (day, value) in &strip.steps {
        let (x, y) = (days.place(*day), up.place(*value));
        line += &format!("H{x}V{y}");
    }
    line += &format!("H{}", area.right);
    canvas.path(&format!("{line}V{}Z", area.bottom), FILL);
    let paint = look.map_or_else(|| LINE.to_owned(), |look| look.solid(20));
    canvas.path(&line, &paint);
    if let Some(bound) = strip.bound {
        let y = up.place(bound);
        canvas.line((area.left, y), (area.right, y), WARN);
    }
    let first = strip.steps.iter().find(|(_, value)| *value == largest);
    if let Some((day, value)) = first.filter(|_| largest > 0) {
        let (x, y) = (days.place(*day), up.place(*value) + 12);
        number(canvas, *value, (x, y.min(area.bottom - 3)), area);
    }
}

/// A number at a place, on the side of it that has more room.
fn number(canvas: &mut Canvas, value: i64, at: (i64, i64), area: &Area) {
    let (x, y) = at;
    let (anchor, x) = if x > area.middle().0 {
        (Anchor::End, x - 4)
    } else {
        (Anchor::Start, x + 4)
    };
    canvas.label(&Label {
        at: (x, y),
        anchor,
        size: SMALL,
        ink: SOFT_OVER,
        words: &value.to_string(),
        width_max: area.width() / 2 - 8,
    });
}
