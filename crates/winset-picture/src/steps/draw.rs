//! Drawing the steps, with flags above and levers below.

use crate::area::Area;
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of, extent};
use crate::flags::{Flag, Flags};
use crate::ink::{FILL, INK, INK_OVER, LINE, STAIR, WARN, WARN_INK};
use crate::numbers::{digits, grouped, number};
use crate::party::{Look, look};
use crate::picture::Picture;
use crate::place::Places;
use crate::scale::Scale;
use crate::text::plain;

use super::data::{Piece, Steps};
use super::height::Height;
use super::levers;

const WIDTH: i64 = 760;
/// The field's sides, its height, and what is above it without flags, and below it without levers.
const SIDES: (i64, i64) = (84, 736);
const HIGH: i64 = 300;
const ABOVE: i64 = 100;
const BELOW: i64 = 60;
/// Pieces that the description lists.
const TOLD_MAX: usize = 40;
/// From the edge of a piece to its count.
const COUNT_GAP: i64 = 4;
/// Above the highest step: its count.
const COUNTS_HIGH: i64 = 18;

/// Draws counts as steps over a value, with the value now, what it reaches by itself as flags, and
/// levers as arrows below.
pub fn steps(data: &Steps) -> Picture {
    let looks = Look::all(&data.parties);
    let scale = scale(data);
    let flags = flags(data, &scale);
    let ends = (MARGIN, WIDTH - MARGIN);
    let rows = Flags::of(&flags, ends);
    let top = ABOVE + rows.height();
    let field = Area {
        left: SIDES.0,
        top,
        right: SIDES.1,
        bottom: top + HIGH,
    };
    let arrows = levers::rows(data, &scale, &field);
    let levers_high = levers::height(&arrows);
    let mut canvas = Canvas::new(WIDTH, field.bottom + BELOW + levers_high);
    canvas.heading(&data.head.title, &summary(data));
    let height = Height::of(data, field.bottom, field.top + COUNTS_HIGH);
    let plot = Plot {
        field,
        scale: &scale,
        height: &height,
    };
    frame(&mut canvas, data, &looks, &plot);
    pieces(&mut canvas, data, &plot);
    for (index, flag) in flags.iter().enumerate() {
        let paint = if flag.ink == WARN_INK { WARN } else { LINE };
        let top = field.top - rows.free_above(index, flag.x);
        canvas.line((flag.x, top), (flag.x, field.bottom), paint);
    }
    rows.draw(&mut canvas, &flags, ends, field.top - 2);
    levers::draw(&mut canvas, &looks, &arrows, field.bottom + BELOW - 8);
    canvas.finish(&data.head, &told(data))
}

/// The field, and where values and counts are in it.
struct Plot<'a> {
    field: Area,
    scale: &'a Scale,
    height: &'a Height,
}

fn scale(data: &Steps) -> Scale {
    let ends = data.pieces.iter().flat_map(|piece| [piece.from, piece.to]);
    let ends = ends.filter(|end| *end != i64::MIN && *end != i64::MAX);
    let current = data.current.iter().map(|(value, _)| *value);
    let levers = data.levers.iter().map(|lever| lever.to);
    let crossings = data.crossings.iter().map(|crossing| crossing.at);
    let all = ends.chain(current).chain(levers).chain(crossings);
    Scale::over(all, data.denominator, SIDES)
}

/// The value now, and what it reaches by itself.
fn flags<'a>(data: &'a Steps, scale: &Scale) -> Vec<Flag<'a>> {
    let current = data.current.iter().map(|(value, words)| Flag {
        x: scale.place(*value),
        words,
        ink: WARN_INK,
    });
    let crossings = data.crossings.iter().map(|crossing| Flag {
        x: scale.place(crossing.at),
        words: &crossing.label,
        ink: INK_OVER,
    });
    current.chain(crossings).collect()
}

fn frame(canvas: &mut Canvas, data: &Steps, looks: &[Look], plot: &Plot<'_>) {
    let Plot {
        field,
        scale,
        height,
    } = plot;
    axis::across(canvas, field, &Ticks::of(scale, 10));
    axis::up(canvas, field, &Ticks(height.marks()));
    canvas.label(&Label {
        at: (MARGIN, 82),
        anchor: Anchor::Start,
        size: LABEL,
        ink: INK,
        words: &format!("{} ↑", plain(&data.counted)),
        width_max: WIDTH - 2 * MARGIN,
    });
    let words = format!("{} →", plain(&data.of));
    let width = extent(&words, LABEL).0.min(field.width());
    let y = field.bottom + 40;
    canvas.label(&Label {
        at: (field.right, y),
        anchor: Anchor::End,
        size: LABEL,
        ink: INK,
        words: &words,
        width_max: width,
    });
    if let Some(look) = look(looks, data.party) {
        let mark = (field.right - width - 12, y - drop_of(LABEL));
        canvas.path(&look.shape(mark, 5), &look.fill());
    }
}

/// Bars and their upper edge, with counts over those that are wide enough.
fn pieces(canvas: &mut Canvas, data: &Steps, plot: &Plot<'_>) {
    let Plot {
        field,
        scale,
        height,
    } = plot;
    let shown: Vec<(&Piece, &str)> = data
        .pieces
        .iter()
        .filter(|piece| piece.from < piece.to)
        .filter_map(|piece| Some((piece, digits(&piece.count)?)))
        .collect();
    let mut places = Places::new(*field);
    let lines: Vec<i64> = flags(data, scale).iter().map(|flag| flag.x).collect();
    for x in &lines {
        places.take(Area {
            left: x - 1,
            right: x + 2,
            ..*field
        });
    }
    let mut edge = String::new();
    let mut end = None;
    for (piece, count) in &shown {
        let area = Area {
            left: scale.place(piece.from),
            top: height.place(count),
            right: scale.place(piece.to),
            bottom: field.bottom,
        };
        let group = canvas.open("wp-piece", &piece_words(data, piece, count), None);
        canvas.area(area, FILL);
        places.take(area);
        canvas.close(group);
        let from = (area.left, area.top);
        let joint = if end == Some(from.0) { 'L' } else { 'M' };
        edge.push_str(&format!(
            "{joint}{} {}L{} {}",
            from.0, from.1, area.right, area.top
        ));
        end = Some(area.right);
    }
    if !edge.is_empty() {
        canvas.path(&edge, STAIR);
    }
    counts(canvas, &shown, &mut places, &lines, plot);
}

/// Counts over their pieces, where there is room.
fn counts(
    canvas: &mut Canvas,
    shown: &[(&Piece, &str)],
    places: &mut Places,
    lines: &[i64],
    plot: &Plot<'_>,
) {
    for (piece, count) in shown {
        let words = grouped(count);
        let size = extent(&words, SMALL);
        let ends = (plot.scale.place(piece.from), plot.scale.place(piece.to));
        let top = plot.height.place(count) - size.1 - 2;
        let Some(area) = over_piece(places, lines, ends, top, size) else {
            continue;
        };
        canvas.label(&Label {
            at: (area.left, area.middle().1 + drop_of(SMALL)),
            anchor: Anchor::Start,
            size: SMALL,
            ink: INK_OVER,
            words: &words,
            width_max: size.0,
        });
    }
}

/// A free place over a piece: in its middle if it is wide enough, else from its left or to its right,
/// else beside one of the upright `lines` that cross it.
fn over_piece(
    places: &mut Places,
    lines: &[i64],
    ends: (i64, i64),
    top: i64,
    size: (i64, i64),
) -> Option<Area> {
    let (left, right) = ends;
    let middle = (left + right - size.0) / 2;
    let from = left + COUNT_GAP;
    let to = right - COUNT_GAP - size.0;
    let right_of = |line: &&i64| (left..right).contains(*line);
    let lines = lines.iter().filter(right_of).map(|x| x + COUNT_GAP);
    let mut lefts = [middle.max(from), from, to].into_iter().chain(lines);
    lefts.find_map(|left| {
        let area = Area::sized((left, top), size);
        places.take_free(area).then_some(area)
    })
}

fn piece_words(data: &Steps, piece: &Piece, count: &str) -> String {
    let value = |value: i64| number(value, data.denominator);
    let count = grouped(count);
    match (piece.from, piece.to) {
        (i64::MIN, i64::MAX) => format!("everywhere: {count}"),
        (i64::MIN, to) => format!("below {}: {count}", value(to)),
        (from, i64::MAX) => format!("from {}: {count}", value(from)),
        (from, to) => format!("from {} to below {}: {count}", value(from), value(to)),
    }
}

fn summary(data: &Steps) -> String {
    let here = data.current.as_ref().and_then(|(value, _)| {
        let holds = |piece: &&Piece| (piece.from..piece.to).contains(value);
        let piece = data.pieces.iter().find(holds)?;
        Some((number(*value, data.denominator), digits(&piece.count)?))
    });
    match here {
        Some((value, count)) => format!("{} at {value}, the value now", grouped(count)),
        None => String::new(),
    }
}

fn told(data: &Steps) -> String {
    let pieces = data.pieces.iter().take(TOLD_MAX);
    let pieces = pieces.filter_map(|piece| Some(piece_words(data, piece, digits(&piece.count)?)));
    let mut told = vec![format!(
        "Across: {}; up: {}.",
        plain(&data.of),
        plain(&data.counted)
    )];
    let pieces: Vec<String> = pieces.collect();
    if !pieces.is_empty() {
        told.push(format!("{}.", pieces.join("; ")));
    }
    if data.pieces.len() > TOLD_MAX {
        told.push(format!("And {} more pieces.", data.pieces.len() - TOLD_MAX));
    }
    let at =
        |words: &str, value: i64| format!("{}: {}.", plain(words), number(value, data.denominator));
    told.extend(data.current.iter().map(|(value, words)| at(words, *value)));
    told.extend(
        data.crossings
            .iter()
            .map(|crossing| at(&crossing.label, crossing.at)),
    );
    told.extend(data.levers.iter().map(|lever| at(&lever.label, lever.to)));
    told.join(" ")
}
