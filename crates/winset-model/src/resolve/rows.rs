//! Rows: what the options of one point are worth to one party.

use crate::case::Point;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::case::{LinearEntry, PreferenceEntry};
use crate::file::forms::Num;
use crate::file::read::Context;
use crate::number::{self, Exact};

/// A point, and whether its options are known for certain, so that missing ones are a mistake.
pub(super) struct PointOptions<'a> {
    pub(super) point: &'a Point,
    pub(super) is_certain: bool,
}

/// The exact scores of the options of a point, or a report.
pub(super) fn row(
    entry: &PreferenceEntry,
    at: &PointOptions<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<Exact>> {
    let form = stated_form(entry, cx)?;
    check_weight(entry, cx)?;
    let weight = entry.weight.as_ref();
    let weight = weight.map_or(Exact::from_integer(1), |w| w.value);
    let scores = match form {
        StatedForm::Table(table) => table_row(table, at, entry.span, cx),
        StatedForm::Linear(linear) => linear_row(linear, at, cx),
        StatedForm::Piecewise(pairs) => piecewise_row(pairs, at, entry.span, cx),
    };
    let row: Option<Vec<Exact>> = scores?
        .into_iter()
        .map(|score| number::mul(weight, score))
        .collect();
    or_too_large(row, entry.span, cx)
}

/// The one way in which a preference is stated.
#[derive(Debug)]
enum StatedForm<'a> {
    /// A score or value for each option.
    Table(&'a [Num]),
    /// Scores at both ends of a range.
    Linear(&'a LinearEntry),
    /// Pairs of number and score.
    Piecewise(&'a [Vec<Num>]),
}

/// The one way in which a preference is stated, or a report.
fn stated_form<'a>(entry: &'a PreferenceEntry, cx: &mut Context<'_>) -> Option<StatedForm<'a>> {
    let PreferenceEntry {
        weight: _,
        scores,
        values,
        linear,
        piecewise,
        span,
    } = entry;
    match (scores, values, linear, piecewise) {
        (Some(table), None, None, None) | (None, Some(table), None, None) => {
            Some(StatedForm::Table(table))
        }
        (None, None, Some(linear), None) => Some(StatedForm::Linear(linear)),
        (None, None, None, Some(pairs)) => Some(StatedForm::Piecewise(pairs)),
        _ => {
            let message = "give exactly one of `scores`, `values`, `linear` and `piecewise`";
            cx.report(Code::Alternatives, *span, message);
            None
        }
    }
}

/// Checks that a weight has a meaning, and is not below 0.
fn check_weight(entry: &PreferenceEntry, cx: &mut Context<'_>) -> Option<()> {
    if let (Some(weight), Some(_)) = (&entry.weight, &entry.values) {
        cx.find(Code::Alternatives, weight.span, || {
            let message = "`values` are taken as they are: a weight has no meaning beside them";
            Diagnostic::new(Code::Alternatives, weight.span, "", message)
                .expected("`scores` with a weight, or `values` without")
        });
        return None;
    }
    if let Some(weight) = entry
        .weight
        .as_ref()
        .filter(|w| w.value < Exact::from_integer(0))
    {
        cx.find(Code::NumberRange, weight.span, || {
            let message = "a weight below 0 would turn the scores around";
            Diagnostic::new(Code::NumberRange, weight.span, "", message)
                .expected("a weight from 0 up; scores may be negative")
        });
        return None;
    }
    Some(())
}

fn or_too_large(row: Option<Vec<Exact>>, span: Span, cx: &mut Context<'_>) -> Option<Vec<Exact>> {
    if row.is_none() {
        let message = "these scores cannot be held exactly";
        cx.report(Code::NumberRange, span, message);
    }
    row
}

fn table_row(
    table: &[Num],
    at: &PointOptions<'_>,
    span: Span,
    cx: &mut Context<'_>,
) -> Option<Vec<Exact>> {
    let options = at.point.options.len();
    if table.len() == options {
        return Some(table.iter().map(|n| n.value).collect());
    }
    if at.is_certain {
        let span = table.last().map_or(span, |n| n.span);
        cx.find(Code::TableLength, span, || {
            let (given, id) = (table.len(), &at.point.id);
            let message = format!("{given} scores for the {options} options of point `{id}`");
            Diagnostic::new(Code::TableLength, span, "", message).expected("one for each option")
        });
    }
    None
}

/// The numbers of a numeric point, or a report.
fn numbers(at: &PointOptions<'_>, span: Span, cx: &mut Context<'_>) -> Option<Vec<Exact>> {
    let numbers: Option<Vec<Exact>> = at.point.options.iter().map(|o| o.number).collect();
    if numbers.is_none() && at.is_certain {
        cx.find(Code::ScoreFunction, span, || {
            let message = format!("point `{}` has options without numbers", at.point.id);
            Diagnostic::new(Code::ScoreFunction, span, "", message)
                .expected("`scores` or `values`: one number for each option")
        });
    }
    numbers.filter(|n| !n.is_empty())
}

fn linear_row(
    entry: &LinearEntry,
    at: &PointOptions<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<Exact>> {
    let numbers = numbers(at, entry.span, cx)?;
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let ends = [(first, entry.from.value), (last, entry.to.value)];
    let row: Option<Vec<Exact>> = numbers.iter().map(|n| between(ends, *n)).collect();
    or_too_large(row, entry.span, cx)
}

/// The value at `x` on the straight line through two places. Equal places give the first value.
fn between(ends: [(Exact, Exact); 2], x: Exact) -> Option<Exact> {
    let [(x0, y0), (x1, y1)] = ends;
    if x0 == x1 || x == x0 {
        return Some(y0);
    }
    let share = number::div(number::sub(x, x0)?, number::sub(x1, x0)?)?;
    number::add(y0, number::mul(number::sub(y1, y0)?, share)?)
}

fn piecewise_row(
    pairs: &[Vec<Num>],
    at: &PointOptions<'_>,
    span: Span,
    cx: &mut Context<'_>,
) -> Option<Vec<Exact>> {
    if !cx.are_read(pairs.iter().flatten().map(|n| n.span)) {
        return None;
    }
    let knots = knots(pairs, span, cx);
    let numbers = numbers(at, span, cx)?;
    let knots = knots?;
    let mut row = Vec::with_capacity(numbers.len());
    for x in numbers {
        let upper = knots.partition_point(|(number, _)| *number < x);
        let ends = match (
            upper.checked_sub(1).map(|lower| knots[lower]),
            knots.get(upper),
        ) {
            (_, Some(knot)) if knot.0 == x => [*knot, *knot],
            (Some(lower), Some(upper)) => [lower, *upper],
            _ => {
                let number = number::to_words(&x);
                let message = format!("no score is given for {number} of point `{}`", at.point.id);
                cx.report(Code::ScoreFunction, span, message);
                return None;
            }
        };
        row.push(between(ends, x));
    }
    or_too_large(row.into_iter().collect(), span, cx)
}

/// The pairs of number and score, or a report.
fn knots(pairs: &[Vec<Num>], span: Span, cx: &mut Context<'_>) -> Option<Vec<(Exact, Exact)>> {
    const FORM: &str = "pairs [number, score], the numbers rising";
    let mut knots: Vec<(Exact, Exact)> = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let place = pair.first().map_or(span, |n| n.span);
        let message = match (pair.as_slice(), knots.last()) {
            ([x, _], Some(last)) if x.value <= last.0 => "this number does not rise",
            ([x, y], _) => {
                knots.push((x.value, y.value));
                continue;
            }
            _ => "this is not a pair of a number and a score",
        };
        cx.find(Code::ScoreFunction, place, || {
            Diagnostic::new(Code::ScoreFunction, place, "", message).expected(FORM)
        });
        return None;
    }
    if knots.is_empty() {
        cx.report(Code::Empty, span, "`piecewise` holds no pair");
        return None;
    }
    Some(knots)
}
