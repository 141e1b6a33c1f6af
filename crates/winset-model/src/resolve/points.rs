//! Points: listed options, and ranges of numbers that expand to options.

use super::names::unique;
use crate::case::{Choice, Point};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, OptionEntry, PointEntry, RangeEntry};
use crate::file::forms::RESERVED;
use crate::file::read::Context;
use crate::number::{self, Exact};
use crate::options::OPTIONS_MAX;

/// The points of a file; one that has errors keeps what could be read.
pub(super) fn points(file: &CaseFile, cx: &mut Context<'_>) -> Vec<Point> {
    file.points.0.iter().map(|entry| point(entry, cx)).collect()
}

fn point(entry: &PointEntry, cx: &mut Context<'_>) -> Point {
    if RESERVED.contains(&entry.id.text.as_str()) {
        let message = format!(
            "`{}` has a meaning of its own and cannot name a point",
            entry.id.text
        );
        cx.report(Code::Malformed, entry.id.span, message);
    }
    let options = match (&entry.options, &entry.range) {
        (Some(options), None) => listed(&options.0, entry, cx),
        (None, Some(range)) => expanded(range, cx),
        _ => {
            let message = "a point has either `options` or `range`";
            cx.report(Code::Alternatives, entry.id.span, message);
            Vec::new()
        }
    };
    Point {
        id: entry.id.text.clone(),
        title: entry.title.clone(),
        options,
        unit: entry.range.as_ref().and_then(|r| r.unit.clone()),
    }
}

fn listed(entries: &[OptionEntry], point: &PointEntry, cx: &mut Context<'_>) -> Vec<Choice> {
    if entries.len() > OPTIONS_MAX {
        let message = format!(
            "the point has {} options; at most {OPTIONS_MAX} are allowed",
            entries.len()
        );
        cx.report(Code::CaseLimit, point.id.span, message);
    }
    unique("option", entries.iter().map(|o| &o.id), cx);
    entries
        .iter()
        .take(OPTIONS_MAX)
        .map(|o| Choice {
            id: o.id.text.clone(),
            label: o.label.clone(),
            text: o.text.clone(),
            number: None,
        })
        .collect()
}

/// The numbers of a range as options, or a report and none.
fn expanded(range: &RangeEntry, cx: &mut Context<'_>) -> Vec<Choice> {
    let (from, to, step) = (range.from.value, range.to.value, range.step.value);
    if step <= Exact::from_integer(0) {
        cx.report(
            Code::RangeSteps,
            range.step.span,
            "the step of a range must be above 0",
        );
        return Vec::new();
    }
    if to < from {
        cx.report(
            Code::RangeSteps,
            range.to.span,
            "the range ends before it begins",
        );
        return Vec::new();
    }
    let steps = number::sub(to, from).and_then(|width| number::div(width, step));
    let Some(steps) = steps else {
        cx.report(
            Code::NumberRange,
            range.span,
            "the numbers of this range cannot be held exactly",
        );
        return Vec::new();
    };
    if !steps.is_integer() {
        let message = "the step does not divide the range: its end is not one of its numbers";
        let expected = format!(
            "`to` minus `from` a multiple of {}",
            number::to_words(&step)
        );
        cx.push(Diagnostic::new(Code::RangeSteps, range.step.span, "", message).expected(expected));
        return Vec::new();
    }
    let count = steps.to_integer() + 1;
    if count > OPTIONS_MAX as i128 {
        let message = format!("the range has {count} numbers; at most {OPTIONS_MAX} are allowed");
        cx.push(
            Diagnostic::new(Code::RangeSteps, range.step.span, "", message)
                .expected("a larger step"),
        );
        return Vec::new();
    }
    let unit = range
        .unit
        .as_deref()
        .map(|u| format!(" {u}"))
        .unwrap_or_default();
    (0..count)
        .filter_map(|k| number::add(from, number::mul(step, Exact::from_integer(k))?))
        .map(|value| {
            let id = number::to_words(&value);
            Choice {
                label: format!("{id}{unit}"),
                id,
                text: None,
                number: Some(value),
            }
        })
        .collect()
}
