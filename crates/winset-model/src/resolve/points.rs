//! Points: listed options, and ranges of numbers that expand to options.

use super::names::{Kind, unique};
use crate::case::{Choice, OPTIONS_SUM_MAX, Point};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, OptionEntry, PointEntry, RangeEntry};
use crate::file::conditions::RESERVED;
use crate::file::read::{Context, Filled};
use crate::number::{self, Exact};
use crate::options::OPTIONS_MAX;

/// The points of a file, and what is known of their options.
#[derive(Debug)]
pub(super) struct Points {
    pub(super) list: Vec<Point>,
    pub(super) options: Vec<Known>,
}

/// What is known of the options of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// All of them.
    All,
    /// Some; others have errors.
    Some,
    /// Nothing that could be relied on.
    Nothing,
}

/// The points of a file; one that has errors keeps what could be read.
pub(super) fn points(file: &CaseFile, cx: &mut Context<'_>) -> Points {
    let mut points = Points {
        list: Vec::new(),
        options: Vec::new(),
    };
    let mut room = Some(OPTIONS_SUM_MAX);
    for entry in &file.points.0 {
        let (mut point, mut known) = point(entry, cx);
        let left = room.and_then(|room: usize| room.checked_sub(point.options.len()));
        if left.is_none() {
            if room.is_some() {
                let message = format!("the points have more than {OPTIONS_SUM_MAX} options in all");
                cx.report(Code::CaseLimit, entry.id.span, message);
            }
            point.options = Vec::new();
            known = Known::Nothing;
        }
        room = left;
        points.options.push(known);
        points.list.push(point);
    }
    points
}

fn point(entry: &PointEntry, cx: &mut Context<'_>) -> (Point, Known) {
    if RESERVED.contains(&entry.id.text.as_str()) {
        let message = format!(
            "`{}` has a meaning of its own and cannot name a point",
            entry.id.text
        );
        cx.report(Code::Malformed, entry.id.span, message);
    }
    let (options, known) = match (&entry.options, &entry.range) {
        (Some(options), None) => listed(options, entry, cx),
        (None, Some(range)) => {
            let options = expanded(range, cx);
            let known = if options.is_empty() {
                Known::Nothing
            } else {
                Known::All
            };
            (options, known)
        }
        _ => {
            let message = "a point has either `options` or `range`";
            cx.report(Code::Alternatives, entry.id.span, message);
            (Vec::new(), Known::Nothing)
        }
    };
    let point = Point {
        id: entry.id.text.clone(),
        title: entry.title.clone(),
        options,
        unit: entry.range.as_ref().and_then(|r| r.unit.clone()),
    };
    (point, known)
}

fn listed(
    entries: &Filled<OptionEntry>,
    point: &PointEntry,
    cx: &mut Context<'_>,
) -> (Vec<Choice>, Known) {
    let Filled(options, unread) = entries;
    if options.len() > OPTIONS_MAX {
        let count = options.len();
        cx.find(Code::CaseLimit, point.id.span, || {
            let message = format!("point `{}` has {count} options", point.id.text);
            Diagnostic::new(Code::CaseLimit, point.id.span, "", message)
                .expected(format!("at most {OPTIONS_MAX}"))
        });
        return (Vec::new(), Known::Nothing);
    }
    unique(Kind::OPTION, options.iter().map(|o| &o.id), cx);
    let choices: Vec<Choice> = options
        .iter()
        .map(|o| Choice {
            id: o.id.text.clone(),
            label: o.label.clone(),
            text: o.text.clone(),
            number: None,
        })
        .collect();
    let known = match (unread, choices.is_empty()) {
        (0, _) => Known::All,
        (_, false) => Known::Some,
        (_, true) => Known::Nothing,
    };
    (choices, known)
}

/// How many numbers a range has, or a report.
fn count(range: &RangeEntry, cx: &mut Context<'_>) -> Option<i128> {
    if !cx.are_read([&range.from, &range.to, &range.step].map(|n| n.span)) {
        return None;
    }
    let (from, to, step) = (range.from.value, range.to.value, range.step.value);
    if step <= Exact::from_integer(0) {
        let message = "the step of a range must be above 0";
        cx.report(Code::RangeSteps, range.step.span, message);
        return None;
    }
    if to < from {
        let message = "the range ends before it begins";
        cx.report(Code::RangeSteps, range.to.span, message);
        return None;
    }
    let width = number::sub(to, from);
    let steps = width.and_then(|width| number::div(width, step));
    let (Some(width), Some(steps)) = (width, steps) else {
        let message = "the numbers of this range cannot be held exactly";
        cx.report(Code::NumberRange, range.span, message);
        return None;
    };
    let too_many = steps >= Exact::from_integer(OPTIONS_MAX as i128);
    if !steps.is_integer() || too_many {
        cx.find(Code::RangeSteps, range.step.span, || {
            let (message, expected) = if too_many {
                let count = number::to_words(&steps.floor());
                let message = format!("the range takes {count} steps");
                (
                    message,
                    format!("a larger step: at most {} steps", OPTIONS_MAX - 1),
                )
            } else {
                let message = "the step does not divide the range: it misses the last number";
                let expected = format!("a step that divides {}", number::to_words(&width));
                (message.to_owned(), expected)
            };
            Diagnostic::new(Code::RangeSteps, range.step.span, "", message).expected(expected)
        });
        return None;
    }
    Some(steps.to_integer() + 1)
}

/// The numbers of a range as options, or a report and none.
fn expanded(range: &RangeEntry, cx: &mut Context<'_>) -> Vec<Choice> {
    let Some(count) = count(range, cx) else {
        return Vec::new();
    };
    let (from, step) = (range.from.value, range.step.value);
    let numbers: Option<Vec<Exact>> = (0..count)
        .map(|k| number::add(from, number::mul(step, Exact::from_integer(k))?))
        .collect();
    let Some(numbers) = numbers else {
        let message = "the numbers of this range cannot be held exactly";
        cx.report(Code::NumberRange, range.span, message);
        return Vec::new();
    };
    let choice = |value: Exact| {
        let id = number::to_words(&value);
        let label = match &range.unit {
            Some(unit) => format!("{id} {unit}"),
            None => id.clone(),
        };
        Choice {
            id,
            label,
            text: None,
            number: Some(value),
        }
    };
    numbers.into_iter().map(choice).collect()
}
