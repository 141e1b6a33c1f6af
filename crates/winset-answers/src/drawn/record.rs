//! How much the record holds of each week.

use winset_model::calendar::Day;
use winset_picture::{Head, Picture, WeekBars, WeekSpan};
use winset_told::messages::Language;

use super::{PicturePart, PicturePlace};
use crate::ask::{RecordKind, RecordedEntry};

/// Spans that are drawn at most; where weeks are more, several make one.
const SPANS_MAX: u64 = 104;
/// Days of a week.
const WEEK: u32 = 7;

/// Neighbouring weeks, and how many entries of each kind they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordSpan {
    /// The Monday of the first week.
    pub from: Day,
    /// The Monday of the first week that holds an entry; none where none does.
    pub first: Option<Day>,
    /// Sessions, statements, offers, incidents.
    pub counts: [u64; 4],
}

/// The weeks from the first entry to the last, in spans of as many weeks each, one where they are few.
/// Entries without a day are in none.
pub fn record_spans(entries: &[RecordedEntry<'_>]) -> Vec<RecordSpan> {
    let dated = entries.iter().filter_map(|of| {
        let kind = of.entry.kind();
        let place = RecordKind::ALL.iter().position(|known| *known == kind)?;
        Some((of.entry.date()?.monday(), place))
    });
    let dated: Vec<(Day, usize)> = dated.collect();
    let weeks = || dated.iter().map(|(week, _)| *week);
    let (Some(first), Some(last)) = (weeks().min(), weeks().max()) else {
        return Vec::new();
    };
    let number = |week: Day| week.number().abs_diff(first.number()) / u64::from(WEEK);
    let each = (number(last) + 1).div_ceil(SPANS_MAX);
    let spans = (0..=number(last) / each).map(|span| {
        let days = u32::try_from(span * each).unwrap_or(0).saturating_mul(WEEK);
        RecordSpan {
            from: first.plus(days),
            first: None,
            counts: [0; 4],
        }
    });
    let mut spans: Vec<RecordSpan> = spans.collect();
    for (week, kind) in dated {
        let place = usize::try_from(number(week) / each).unwrap_or(0);
        let span = &mut spans[place];
        span.counts[kind] += 1;
        span.first = Some(span.first.map_or(week, |first| first.min(week)));
    }
    spans
}

/// Draws it; none where no entry has a day.
pub fn record_weeks(
    words: &Language,
    entries: &[RecordedEntry<'_>],
    place: PicturePlace<'_>,
) -> Option<Picture> {
    let spans = record_spans(entries);
    if spans.is_empty() {
        return None;
    }
    let shown = spans.iter().map(|span| WeekSpan {
        when: span.from.to_string(),
        told: told(words, span),
        href: span
            .first
            .and_then(|week| place.link(PicturePart::Week(week))),
        counts: span.counts.to_vec(),
    });
    let data = WeekBars {
        head: Head {
            id: place.id("weeks"),
            title: words.get("record-picture-title").into_owned(),
            description: words.get("record-picture-description").into_owned(),
        },
        under: words.with("record-entries", entries.len()).into_owned(),
        kinds: RecordKind::ALL
            .map(|kind| words.get(kind.entries_message()).into_owned())
            .to_vec(),
        spans: shown.collect(),
    };
    Some(winset_picture::week_bars(&data))
}

/// What a span holds, in words; nothing where it holds nothing.
fn told(words: &Language, span: &RecordSpan) -> String {
    let kinds = RecordKind::ALL
        .into_iter()
        .zip(span.counts)
        .filter(|(_, count)| *count > 0);
    let counts =
        kinds.map(|(kind, count)| format!("{}: {count}", words.get(kind.entries_message())));
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() {
        return String::new();
    }
    let what = [("week", span.from.to_string()), ("what", counts.join("; "))];
    words.fill("record-week-told", &what).into_owned()
}
