//! Drawing items, gates and days.

use crate::area::Area;
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of, extent};
use crate::flags::free_row;
use crate::ink::{AREA, AXIS, BAR, GRID, INK, INK_OVER, LINE, SOFT};
use crate::numbers::count;
use crate::party::{Look, MarkerShape, look, shape};
use crate::picture::Picture;
use crate::scale::Scale;
use crate::text::{plain, sentence};

use super::data::{Gantt, GanttRow};
use super::exposed::{STRIP, strips};

const WIDTH: i64 = 760;
/// Above the flags of the gates.
const TOP: i64 = 64;
/// From one gate's flag, and from one item, to the next.
const FLAG: i64 = 17;
const ROW: i64 = 22;
/// Half the height of a bar.
const HALF: i64 = 6;
/// The numbers of the axis and the word for them.
const AXIS_HIGH: i64 = 40;
/// Marks of the axis at most.
const TICKS_MAX: i64 = 8;
/// Titles take at least and at most this.
const TITLES: (i64, i64) = (80, 250);
/// The words of a gate take at most this.
const FLAG_MAX: i64 = 330;
/// Items that the description lists.
const TOLD_MAX: usize = 80;

/// Where a gate stands: its place across, its row of flags, and the left edge of its words.
type FlagSpot = (i64, i64, i64);

/// Draws a plan by days: an item is filled while it is delivered and an outline while it is verified.
pub fn gantt(data: &Gantt) -> Picture {
    let looks = Look::all(&data.parties);
    let left = MARGIN + 18 + titles_width(data) + 10;
    let days = data.rows.iter().map(|row| row.verified.max(row.begins));
    let days = days.chain(data.gates.iter().map(|gate| gate.day));
    let steps = data.strips.iter().flat_map(|strip| &strip.steps);
    let last = days.chain(steps.map(|(day, _)| *day)).max().unwrap_or(0);
    let scale = Scale::between((0, last.max(1)), 1, (left + 4, WIDTH - MARGIN - 16));
    let (flags, flag_rows) = flag_spots(data, &scale, (left, WIDTH - MARGIN));
    let top = TOP + flag_rows * FLAG + 4;
    let field = Area {
        left,
        top,
        right: WIDTH - MARGIN - 8,
        bottom: top + count(data.rows.len()).max(1) * ROW + 4,
    };
    let below = field.bottom + AXIS_HIGH;
    let height = below + count(data.strips.len()) * STRIP + 8;
    let mut canvas = Canvas::new(WIDTH, height);
    canvas.heading(&data.head.title, &data.under);
    for (index, _) in data.rows.iter().enumerate().step_by(2) {
        let top = field.top + 2 + count(index) * ROW;
        let area = Area::sized((MARGIN, top), (WIDTH - 2 * MARGIN, ROW));
        canvas.area(area, AREA);
    }
    let ticks = Ticks::of(&scale, TICKS_MAX);
    axis::across(&mut canvas, &field, &ticks);
    canvas.label(&Label {
        at: (field.left, field.bottom + 33),
        anchor: Anchor::Start,
        size: SMALL,
        ink: SOFT,
        words: &data.axis,
        width_max: field.width(),
    });
    gates(&mut canvas, data, &flags, (top, field.bottom));
    for (index, row) in data.rows.iter().enumerate() {
        let y = field.top + 2 + count(index) * ROW + ROW / 2;
        item(&mut canvas, row, look(&looks, row.party), (&scale, left), y);
    }
    canvas.line((field.left, field.top), (field.left, field.bottom), AXIS);
    let ticks: Vec<i64> = ticks.0.iter().map(|(x, _)| *x).collect();
    strips(&mut canvas, data, &looks, (&scale, &ticks), (field, below));
    canvas.finish(&data.head, &told(data))
}

/// The widest title of an item or a strip, within bounds.
fn titles_width(data: &Gantt) -> i64 {
    let rows = data.rows.iter().map(|row| &row.title);
    let titles = rows.chain(data.strips.iter().map(|strip| &strip.title));
    let widths = titles.map(|title| extent(&plain(title), LABEL).0);
    widths.max().unwrap_or(0).clamp(TITLES.0, TITLES.1)
}

/// Where the words of the gates stand, so that none lies on another, and how many rows they take.
fn flag_spots(data: &Gantt, scale: &Scale, ends: (i64, i64)) -> (Vec<FlagSpot>, i64) {
    let mut order: Vec<usize> = (0..data.gates.len()).collect();
    order.sort_by_key(|gate| (data.gates[*gate].day, *gate));
    let mut rows: Vec<Vec<(i64, i64)>> = Vec::new();
    let mut spots = vec![(0, 0, 0); data.gates.len()];
    for gate in order.into_iter().rev() {
        let x = scale.place(data.gates[gate].day);
        let width = extent(&plain(&data.gates[gate].label), SMALL).0;
        let width = width.min(FLAG_MAX).min(ends.1 - ends.0);
        let from = (x + 3).min(ends.1 - width).max(ends.0);
        let row = count(free_row(&mut rows, (from.min(x), from + width)));
        spots[gate] = (x, row, from);
    }
    (spots, count(rows.len()))
}

/// The gates as lines through all items, each with its words above them.
fn gates(canvas: &mut Canvas, data: &Gantt, flags: &[FlagSpot], ends: (i64, i64)) {
    let (top, bottom) = ends;
    for (gate, (x, row, from)) in data.gates.iter().zip(flags) {
        let y = top - 8 - row * FLAG;
        let group = canvas.open("wp-point", &gate.told, None);
        canvas.line(
            (*x, y - 8),
            (*x, bottom),
            &format!("{LINE} stroke-dasharray=\"4 3\""),
        );
        canvas.label(&Label {
            at: (*from, y),
            anchor: Anchor::Start,
            size: SMALL,
            ink: INK_OVER,
            words: &gate.label,
            width_max: FLAG_MAX,
        });
        canvas.close(group);
    }
}

fn item(canvas: &mut Canvas, row: &GanttRow, look: Option<&Look>, of: (&Scale, i64), y: i64) {
    let (scale, left) = of;
    let group = canvas.open("wp-event", &row.told, None);
    canvas.path(
        &look.map_or_else(
            || shape(MarkerShape::Circle, (MARGIN + 8, y), 5),
            |look| look.shape((MARGIN + 8, y), 5),
        ),
        &look.map_or_else(|| BAR.to_owned(), Look::fill),
    );
    canvas.label(&Label {
        at: (MARGIN + 18, y + drop_of(LABEL)),
        anchor: Anchor::Start,
        size: LABEL,
        ink: INK,
        words: &row.title,
        width_max: left - 8 - MARGIN - 18,
    });
    let days = [row.begins, row.delivered, row.verified];
    let [from, to, end] = days.map(|day| scale.place(day));
    let high = |from: i64, to: i64| Area {
        left: from,
        top: y - HALF,
        right: to,
        bottom: y + HALF,
    };
    let paint = look.map_or_else(|| BAR.to_owned(), Look::fill);
    let outline = look.map_or_else(|| LINE.to_owned(), |look| look.solid(15));
    if end > to {
        canvas.area(high(to, end), &outline);
    }
    if to > from {
        canvas.area(high(from, to), &paint);
    } else {
        canvas.path(&shape(MarkerShape::Diamond, (from, y), HALF), &paint);
    }
    canvas.close(group);
}

/// Lines of the grid within an area.
pub(super) fn grid(canvas: &mut Canvas, ticks: &[i64], area: &Area) {
    for x in ticks {
        canvas.line((*x, area.top), (*x, area.bottom), GRID);
    }
}

/// What is to be said of each part, in order.
fn told(data: &Gantt) -> String {
    let gates = data.gates.iter().map(|gate| &gate.told);
    let rows = data.rows.iter().map(|row| &row.told).take(TOLD_MAX);
    let strips = data.strips.iter().map(|strip| &strip.told);
    let all = gates.chain(rows).chain(strips);
    all.map(|told| sentence(told)).collect::<Vec<_>>().join(" ")
}
