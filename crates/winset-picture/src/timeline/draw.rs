//! Drawing lanes, events and days.

use crate::area::{Area, At};
use crate::axis::Ticks;
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of};
use crate::ink::{AREA, AXIS, GRID, INK, INK_OVER, LINE, SOFT};
use crate::party::{Look, MarkerShape, look, shape};
use crate::picture::Picture;
use crate::scale::Scale;
use crate::text::{counted, plain, sentence};

use super::data::{Event, EventKind, Timeline};
use super::rows::{LABEL_AT, REACH, Spot, middle, rows, titles_width};

const WIDTH: i64 = 760;
const TOP: i64 = 84;
/// Below the lanes: days, and what the marks mean.
const BELOW: i64 = 64;
/// Events that the description lists.
const TOLD_MAX: usize = 60;

/// Draws events by day in lanes, each with its label beside it; lanes grow by rows so that no label
/// lies on another.
pub fn timeline(data: &Timeline) -> Picture {
    let looks = Look::all(&data.parties);
    let left = MARGIN + 18 + titles_width(data) + 14;
    let ends = (left, WIDTH - MARGIN);
    let days = data.events.iter().map(|event| event.day);
    let days = days.chain(data.today.iter().map(|(day, _)| *day));
    let scale = Scale::over(days, 1, (left + REACH, ends.1 - REACH));
    let mut top = TOP;
    let mut lanes = Vec::new();
    for lane in 0..data.lanes.len() {
        let (spots, high) = rows(data, lane, &scale, ends);
        lanes.push((
            Area {
                left,
                top,
                right: ends.1,
                bottom: top + high,
            },
            spots,
        ));
        top += high;
    }
    let mut canvas = Canvas::new(WIDTH, top + BELOW);
    canvas.heading(&data.head.title, &summary(data));
    for (index, (area, _)) in lanes.iter().enumerate() {
        if index % 2 == 0 {
            canvas.area(
                Area {
                    left: MARGIN,
                    ..*area
                },
                AREA,
            );
        }
    }
    let all = Area {
        left,
        top: TOP,
        right: ends.1,
        bottom: top,
    };
    days_axis(&mut canvas, data, &scale, &all);
    if let Some((day, words)) = &data.today {
        today(&mut canvas, scale.place(*day), words, &all);
    }
    for (lane, (area, spots)) in data.lanes.iter().zip(&lanes) {
        let y = area.middle().1;
        if let Some(look) = look(&looks, lane.party) {
            canvas.path(&look.shape((MARGIN + 9, y), 6), &look.fill());
        }
        canvas.label(&Label {
            at: (MARGIN + 20, y + drop_of(LABEL)),
            anchor: Anchor::Start,
            size: LABEL,
            ink: INK,
            words: &lane.title,
            width_max: left - 8 - MARGIN - 20,
        });
        for spot in spots {
            event(
                &mut canvas,
                data,
                look(&looks, lane.party),
                spot,
                middle(area, spot.row),
            );
        }
    }
    legend(&mut canvas, data, top + BELOW - 14);
    canvas.finish(&data.head, &told(data))
}

/// Days on which something happened, where their words fit, across all lanes.
fn days_axis(canvas: &mut Canvas, data: &Timeline, scale: &Scale, lanes: &Area) {
    let mut days: Vec<(i64, &str)> = data
        .events
        .iter()
        .map(|event| (event.day, event.when.as_str()))
        .collect();
    days.sort_unstable();
    days.dedup_by_key(|(day, _)| *day);
    let ticks = days
        .iter()
        .map(|(day, when)| (scale.place(*day), plain(when)));
    let ends = (MARGIN, WIDTH - MARGIN);
    for (x, words) in Ticks(ticks.collect()).apart(ends).0 {
        canvas.line((x, lanes.top), (x, lanes.bottom + 4), GRID);
        canvas.label(&Label {
            at: (x, lanes.bottom + 18),
            anchor: Anchor::Middle,
            size: SMALL,
            ink: SOFT,
            words: &words,
            width_max: WIDTH,
        });
    }
    canvas.line(
        (lanes.left, lanes.bottom),
        (lanes.right, lanes.bottom),
        AXIS,
    );
}

fn today(canvas: &mut Canvas, x: i64, words: &str, lanes: &Area) {
    let paint = format!("{LINE} stroke-dasharray=\"2 3\"");
    canvas.line((x, lanes.top - 4), (x, lanes.bottom), &paint);
    let near_end = x > i64::midpoint(lanes.left, lanes.right);
    canvas.label(&Label {
        at: (if near_end { lanes.right } else { x }, lanes.top - 10),
        anchor: if near_end { Anchor::End } else { Anchor::Start },
        size: SMALL,
        ink: SOFT,
        words,
        width_max: lanes.width() / 2,
    });
}

fn event(canvas: &mut Canvas, data: &Timeline, look: Option<&Look>, spot: &Spot, y: i64) {
    let event = &data.events[spot.event];
    let group = canvas.open("wp-event", &event_words(event), event.href.as_deref());
    mark(canvas, event.kind, look, (spot.x, y));
    canvas.label(&Label {
        at: (
            spot.label.max(spot.x - LABEL_AT - spot.width),
            y + drop_of(SMALL),
        ),
        anchor: Anchor::Start,
        size: SMALL,
        ink: INK_OVER,
        words: &event.label,
        width_max: spot.width,
    });
    canvas.close(group);
}

fn mark(canvas: &mut Canvas, kind: EventKind, look: Option<&Look>, at: At) {
    let (x, y) = at;
    let marker = |reach: i64| match look {
        Some(look) => look.shape(at, reach),
        None => shape(MarkerShape::Circle, at, reach),
    };
    match kind {
        EventKind::Offer => {
            let paint = look.map_or_else(|| INK.to_owned(), Look::fill);
            canvas.path(&marker(REACH), &paint);
        }
        EventKind::Statement => {
            let paint = look.map_or_else(|| LINE.to_owned(), |look| look.solid(15));
            canvas.path(&marker(REACH - 1), &paint);
        }
        EventKind::Session => {
            canvas.area(
                Area {
                    left: x - 3,
                    top: y - 7,
                    right: x + 3,
                    bottom: y + 7,
                },
                INK,
            );
        }
        EventKind::Incident => {
            let cross = format!("M{} {}l10 10m0 -10l-10 10", x - 5, y - 5);
            let thick = || format!("{LINE} stroke-width=\"2.5\"");
            let paint = look.map_or_else(thick, |look| look.solid(25));
            canvas.path(&cross, &paint);
        }
    }
}

/// What the marks mean, of those that occur.
fn legend(canvas: &mut Canvas, data: &Timeline, y: i64) {
    let mut kinds: Vec<EventKind> = data.events.iter().map(|event| event.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut x = MARGIN + 9;
    for kind in kinds {
        mark(canvas, kind, None, (x, y - drop_of(SMALL)));
        let words = kind_words(kind);
        canvas.label(&Label {
            at: (x + LABEL_AT, y),
            anchor: Anchor::Start,
            size: SMALL,
            ink: SOFT,
            words,
            width_max: WIDTH,
        });
        x += LABEL_AT + crate::text_width(words, SMALL) + 26;
    }
}

fn kind_words(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Offer => "offer",
        EventKind::Statement => "statement",
        EventKind::Session => "session",
        EventKind::Incident => "incident",
    }
}

fn summary(data: &Timeline) -> String {
    let days = data
        .events
        .iter()
        .map(|event| (event.day, event.when.as_str()));
    let (first, last) = (days.clone().min(), days.max());
    let events = counted(data.events.len(), "event", "events");
    match (first, last) {
        (Some((_, first)), Some((_, last))) if first != last => {
            format!("{events}, {} to {}", plain(first), plain(last))
        }
        _ => events,
    }
}

fn event_words(event: &Event) -> String {
    let title = if event.title.is_empty() {
        &event.label
    } else {
        &event.title
    };
    format!(
        "{}, {}: {}",
        plain(&event.when),
        kind_words(event.kind),
        plain(title)
    )
}

fn told(data: &Timeline) -> String {
    let mut events: Vec<&Event> = data.events.iter().collect();
    events.sort_by_key(|event| event.day);
    let told = events
        .iter()
        .take(TOLD_MAX)
        .map(|event| sentence(&event_words(event)));
    let mut told: Vec<String> = told.collect();
    if events.len() > TOLD_MAX {
        told.push(format!("And {} more.", events.len() - TOLD_MAX));
    }
    told.join(" ")
}
