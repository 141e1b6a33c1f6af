//! How much happened when: a row of bars for each kind, on one axis of spans of days.

use crate::area::Area;
use crate::axis::Ticks;
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of, extent};
use crate::ink::{AXIS, GRID, INK, MARK, SOFT};
use crate::numbers::count;
use crate::picture::{Head, Picture};
use crate::text::{plain, sentence};

const WIDTH: i64 = 760;
const TOP: i64 = 62;
const ROW: i64 = 40;
const BELOW: i64 = 30;
/// Titles of rows take at least and at most this.
const TITLES: (i64, i64) = (60, 160);
/// Spans that the description lists.
const TOLD_MAX: usize = 80;

/// A span of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekSpan {
    /// What stands below it, where it fits.
    pub when: String,
    /// What happened in it, in words; nothing where nothing did.
    pub told: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
    /// How much of each kind, in the order of the kinds.
    pub counts: Vec<u64>,
}

/// How much happened when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekBars {
    /// Title and description.
    pub head: Head,
    /// The line under the title.
    pub under: String,
    /// What the kinds are called, from top to bottom.
    pub kinds: Vec<String>,
    /// The spans, one after the other, also those in which nothing happened.
    pub spans: Vec<WeekSpan>,
}

/// Draws a bar for each kind and span, the highest as high as its row.
pub fn week_bars(data: &WeekBars) -> Picture {
    let widths = data.kinds.iter().map(|kind| extent(&plain(kind), LABEL).0);
    let titles = widths.max().unwrap_or(0).clamp(TITLES.0, TITLES.1);
    let (rows, spans) = (
        count(data.kinds.len()).max(1),
        count(data.spans.len()).max(1),
    );
    let field = Area {
        left: MARGIN + titles + 10,
        top: TOP,
        right: WIDTH - MARGIN,
        bottom: TOP + rows * ROW,
    };
    let edge = |span: i64| field.left + field.width() * span / spans;
    let mut canvas = Canvas::new(WIDTH, field.bottom + BELOW);
    canvas.heading(&data.head.title, &data.under);
    let all = data.spans.iter().flat_map(|span| &span.counts);
    let most = all.copied().max().unwrap_or(0).max(1);
    for (row, kind) in data.kinds.iter().enumerate() {
        let bottom = field.top + (count(row) + 1) * ROW;
        canvas.label(&Label {
            at: (MARGIN, bottom - 6 - drop_of(LABEL)),
            anchor: Anchor::Start,
            size: LABEL,
            ink: INK,
            words: kind,
            width_max: titles,
        });
        canvas.line((field.left, bottom), (field.right, bottom), AXIS);
    }
    axis(&mut canvas, data, &field, &edge);
    for (place, span) in data.spans.iter().enumerate() {
        if span.counts.iter().all(|count| *count == 0) {
            continue;
        }
        let (left, right) = (edge(count(place)), edge(count(place) + 1));
        let bars = (left, (right - 1).max(left + 1));
        let counts = &span.counts[..span.counts.len().min(data.kinds.len())];
        bars_of(&mut canvas, (span, counts), bars, (field.top, most));
    }
    canvas.finish(&data.head, &told(data))
}

/// The bars of a span; a number above each where it is wide enough.
fn bars_of(canvas: &mut Canvas, span: (&WeekSpan, &[u64]), across: (i64, i64), of: (i64, u64)) {
    let ((span, counts), (left, right), (top, most)) = (span, across, of);
    let group = canvas.open("wp-event", &span.told, span.href.as_deref());
    for (row, number) in counts.iter().enumerate() {
        if *number == 0 {
            continue;
        }
        let bottom = top + (count(row) + 1) * ROW;
        let part = u128::from(*number) * 22 / u128::from(most);
        let high = i64::try_from(part).unwrap_or(22).max(2);
        let area = Area {
            left,
            top: bottom - high,
            right,
            bottom,
        };
        canvas.area(area, MARK);
        let words = number.to_string();
        if extent(&words, SMALL).0 + 2 <= right - left {
            canvas.label(&Label {
                at: (i64::midpoint(left, right), bottom - high - 3),
                anchor: Anchor::Middle,
                size: SMALL,
                ink: SOFT,
                words: &words,
                width_max: 60,
            });
        }
    }
    canvas.close(group);
}

/// The words below the spans, where they fit.
fn axis(canvas: &mut Canvas, data: &WeekBars, field: &Area, edge: &dyn Fn(i64) -> i64) {
    let ticks = data.spans.iter().enumerate();
    let ticks = ticks.map(|(place, span)| (edge(count(place)), plain(&span.when)));
    let ticks = Ticks(ticks.collect());
    for (x, words) in ticks.apart((MARGIN, WIDTH - MARGIN)).0 {
        canvas.line((x, field.top), (x, field.bottom + 4), GRID);
        canvas.label(&Label {
            at: (x, field.bottom + 18),
            anchor: Anchor::Middle,
            size: SMALL,
            ink: SOFT,
            words: &words,
            width_max: WIDTH,
        });
    }
}

fn told(data: &WeekBars) -> String {
    let spans = data.spans.iter().filter(|span| !span.told.is_empty());
    let told = spans.take(TOLD_MAX).map(|span| sentence(&span.told));
    told.collect::<Vec<_>>().join(" ")
}
