//! Bars per version of a text: how many brackets, options and pages it has.

use crate::area::Area;
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, drop_of, extent};
use crate::ink::{AXIS, BAR, GRID, INK, SOFT};
use crate::numbers::count;
use crate::numbers::grouped;
use crate::picture::{Head, Picture};
use crate::text::plain;

/// A version of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturedVersion {
    /// Its name.
    pub label: String,
    /// A value for each series; the last ones may be missing.
    pub values: Vec<Option<u64>>,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
}

/// Counts of versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brackets {
    /// Title and description.
    pub head: Head,
    /// What is counted, from left to right. Each has a scale of its own.
    pub series: Vec<String>,
    /// The versions, from top to bottom.
    pub versions: Vec<PicturedVersion>,
}

const WIDTH: i64 = 760;
/// The first row, and from one row to the next.
const TOP: i64 = 96;
const ROW: i64 = 28;
/// Names of versions take at most this; a series takes at least that.
const NAMES_MAX: i64 = 200;
const SERIES_MIN: i64 = 130;
/// Between two series.
const GAP: i64 = 24;
/// From a bar to its number.
const NUMBER_GAP: i64 = 6;

/// Draws a row per version and a column per series; bars begin at zero, the longest of a series fills
/// its column, and each has its number written beside it. Wider than 760 with more than four series.
pub fn brackets(data: &Brackets) -> Picture {
    let names = data
        .versions
        .iter()
        .map(|version| extent(&plain(&version.label), LABEL).0);
    let names = names.max().unwrap_or(0).clamp(40, NAMES_MAX);
    let columns = count(data.series.len()).max(1);
    let first = MARGIN + names + GAP;
    let room = (WIDTH - MARGIN - first + GAP) / columns - GAP;
    let room = room.max(SERIES_MIN);
    let width = first + columns * (room + GAP) - GAP + MARGIN;
    let bottom = TOP + count(data.versions.len()) * ROW;
    let mut canvas = Canvas::new(width, bottom + MARGIN);
    let (from, to) = (data.versions.first(), data.versions.last());
    let under = match (from, to) {
        (Some(from), Some(to)) if data.versions.len() > 1 => {
            format!("{} to {}", plain(&from.label), plain(&to.label))
        }
        (Some(from), _) => plain(&from.label),
        _ => String::new(),
    };
    canvas.heading(&data.head.title, &under);
    for (index, version) in data.versions.iter().enumerate() {
        let y = TOP + count(index) * ROW;
        canvas.line((MARGIN, y), (width - MARGIN, y), GRID);
        let group = canvas.open(
            "wp-version",
            &version_words(data, version),
            version.href.as_deref(),
        );
        canvas.label(&Label {
            at: (MARGIN, y + ROW / 2 + drop_of(LABEL)),
            anchor: Anchor::Start,
            size: LABEL,
            ink: INK,
            words: &version.label,
            width_max: names,
        });
        canvas.close(group);
    }
    for (index, name) in data.series.iter().enumerate() {
        let left = first + count(index) * (room + GAP);
        canvas.label(&Label {
            at: (left, TOP - 10),
            anchor: Anchor::Start,
            size: LABEL,
            ink: SOFT,
            words: name,
            width_max: room,
        });
        series(&mut canvas, data, index, left, room);
        canvas.line((left, TOP), (left, bottom), AXIS);
    }
    canvas.finish(&data.head, &told(data))
}

fn series(canvas: &mut Canvas, data: &Brackets, index: usize, left: i64, room: i64) {
    let values = || {
        data.versions
            .iter()
            .map(|version| version.values.get(index).copied().flatten())
    };
    let greatest = values().flatten().max().unwrap_or(0).max(1);
    let words = values()
        .flatten()
        .map(|value| extent(&grouped(&value.to_string()), LABEL).0);
    let bars = (room - words.max().unwrap_or(0) - NUMBER_GAP).max(0);
    for (row, value) in (0..).zip(values()) {
        let Some(value) = value else {
            continue;
        };
        let y = TOP + row * ROW;
        let long = i128::from(value) * i128::from(bars) / i128::from(greatest);
        let long = i64::try_from(long).expect("no bar is longer than the longest");
        let right = left + long;
        canvas.area(
            Area {
                left,
                top: y + 6,
                right,
                bottom: y + ROW - 6,
            },
            BAR,
        );
        canvas.label(&Label {
            at: (right + NUMBER_GAP, y + ROW / 2 + drop_of(LABEL)),
            anchor: Anchor::Start,
            size: LABEL,
            ink: INK,
            words: &grouped(&value.to_string()),
            width_max: room,
        });
    }
}

fn version_words(data: &Brackets, version: &PicturedVersion) -> String {
    let values = data.series.iter().zip(&version.values);
    let values = values.filter_map(|(name, value)| Some(format!("{} {}", plain(name), (*value)?)));
    let values: Vec<String> = values.collect();
    format!("{}: {}", plain(&version.label), values.join(", "))
}

fn told(data: &Brackets) -> String {
    let versions = data
        .versions
        .iter()
        .map(|version| version_words(data, version));
    let versions: Vec<String> = versions.map(|words| format!("{words}.")).collect();
    versions.join(" ")
}
