//! Parties and their sheets: every number exact, brought to one scale per party.

use super::names::Names;
use crate::case::{Bonus, Party, Point, SCALE_MAX, SCORE_SUM_MAX, Scores, Sheet};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::case::{
    BonusEntry, CaseFile, LinearEntry, PartyEntry, PreferenceEntry, SheetFile,
};
use crate::file::forms::Num;
use crate::file::read::Context;
use crate::number::{self, Exact};
use crate::options::{OptionSet, PartyId, PointId};
use crate::private::Private;

/// The parties of a file; one that has errors keeps what could be read.
pub(super) fn parties(
    file: &CaseFile,
    points: &[Point],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Vec<Party> {
    let mut sheets: Vec<Option<&SheetFile>> = vec![None; file.parties.0.len()];
    for (name, sheet) in &file.preferences.0 {
        if let Some(party) = names.party(name, cx) {
            sheets[party.index()] = Some(sheet);
        }
    }
    let read = |(i, entry): (usize, &PartyEntry)| Party {
        id: entry.id.text.clone(),
        name: entry.name.clone(),
        short: entry.short.clone().unwrap_or_else(|| entry.id.text.clone()),
        sheet: Private::new(sheet(
            entry,
            sheets[PartyId::at(i).index()],
            points,
            names,
            cx,
        )),
    };
    file.parties.0.iter().enumerate().map(read).collect()
}

fn sheet(
    entry: &PartyEntry,
    file: Option<&SheetFile>,
    points: &[Point],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Sheet {
    let no_deal = entry.no_deal.as_ref().map(|n| &n.0);
    let trend_per_month = no_deal
        .and_then(|n| n.trend_per_month.as_ref())
        .map(|n| n.value);
    let mut sheet = Sheet {
        scale: 1,
        scores: None,
        no_deal: None,
        trend_per_month,
        impasse: None,
    };
    let Some(file) = file else {
        for value in no_deal.map(|n| &n.score).into_iter().chain(&entry.impasse) {
            if cx.is_broken(&entry.id.text) {
                continue;
            }
            let message = "a party without preferences has nothing to compare this value with";
            cx.push(
                Diagnostic::new(Code::Alternatives, value.span, "", message)
                    .expected(format!("`{}` under `preferences`", entry.id.text)),
            );
        }
        return sheet;
    };
    let mut rows: Vec<Vec<Exact>> = points
        .iter()
        .map(|p| vec![Exact::from_integer(0); p.options.len()])
        .collect();
    for (name, preference) in &file.points {
        if let Some(point) = names.point(name, cx)
            && let Some(row) = row(preference, &points[point.index()], cx)
        {
            rows[point.index()] = row;
        }
    }
    let bonuses: Vec<_> = file
        .bonuses
        .iter()
        .filter_map(|b| bonus(b, names, cx))
        .collect();
    let no_deal = no_deal.map(|n| n.score.value);
    let impasse = entry.impasse.as_ref().map(|n| n.value);
    let raw = Raw {
        rows,
        bonuses,
        no_deal,
        impasse,
    };
    match raw.scaled() {
        Some(scaled) => {
            sheet = Sheet {
                trend_per_month,
                ..scaled
            }
        }
        None => {
            let message = format!(
                "the scores of `{}` need a common denominator above 2^40, or sum to more than 2^50 \
                 on it",
                entry.id.text
            );
            cx.push(
                Diagnostic::new(Code::NumberRange, file.span, "", message)
                    .expected("numbers with fewer digits or smaller denominators"),
            );
        }
    }
    sheet
}

fn bonus(
    entry: &BonusEntry,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<(Vec<(PointId, OptionSet)>, Exact)> {
    if entry.when.0.is_empty() {
        cx.report(Code::Empty, entry.span, "this bonus names no point");
        return None;
    }
    Some((names.picks_by_point(&entry.when, cx)?, entry.score.value))
}

/// The exact scores of the options of a point, or a report.
fn row(entry: &PreferenceEntry, point: &Point, cx: &mut Context<'_>) -> Option<Vec<Exact>> {
    let given = [
        entry.scores.is_some(),
        entry.values.is_some(),
        entry.linear.is_some(),
        entry.piecewise.is_some(),
    ];
    if given.iter().filter(|g| **g).count() != 1 {
        let message = "give exactly one of `scores`, `values`, `linear` and `piecewise`";
        cx.report(Code::Alternatives, entry.span, message);
        return None;
    }
    if let (Some(weight), Some(_)) = (&entry.weight, &entry.values) {
        let message = "`values` are taken as they are: a weight has no meaning beside them";
        cx.push(
            Diagnostic::new(Code::Alternatives, weight.span, "", message)
                .expected("`scores` with a weight, or `values` without"),
        );
        return None;
    }
    let raw = if let Some(table) = entry.scores.as_ref().or(entry.values.as_ref()) {
        table_row(table, point, entry.span, cx)?
    } else if let Some(linear) = &entry.linear {
        linear_row(linear, point, cx)?
    } else {
        piecewise_row(
            entry.piecewise.as_deref().unwrap_or_default(),
            entry.span,
            point,
            cx,
        )?
    };
    let weight = entry
        .weight
        .as_ref()
        .map_or(Exact::from_integer(1), |w| w.value);
    let row: Option<Vec<Exact>> = raw.into_iter().map(|v| number::mul(weight, v)).collect();
    if row.is_none() {
        cx.report(
            Code::NumberRange,
            entry.span,
            "these scores cannot be held exactly",
        );
    }
    row
}

fn table_row(table: &[Num], point: &Point, span: Span, cx: &mut Context<'_>) -> Option<Vec<Exact>> {
    if table.len() != point.options.len() {
        // A point whose own options could not be read says nothing about the table's length.
        if !point.options.is_empty() && !cx.is_broken(&point.id) {
            let message = format!(
                "{} scores for the {} options of point `{}`",
                table.len(),
                point.options.len(),
                point.id
            );
            let span = table.last().map_or(span, |n| n.span);
            cx.push(
                Diagnostic::new(Code::TableLength, span, "", message)
                    .expected("one score for each option"),
            );
        }
        return None;
    }
    Some(table.iter().map(|n| n.value).collect())
}

/// The numbers of a numeric point, or a report.
fn numbers(point: &Point, span: Span, cx: &mut Context<'_>) -> Option<Vec<Exact>> {
    let numbers: Option<Vec<Exact>> = point.options.iter().map(|o| o.number).collect();
    if numbers.is_none() {
        let message = format!("point `{}` has options without numbers", point.id);
        cx.push(
            Diagnostic::new(Code::ScoreFunction, span, "", message)
                .expected("`scores` or `values`: a table"),
        );
    }
    numbers.filter(|n| !n.is_empty())
}

fn linear_row(entry: &LinearEntry, point: &Point, cx: &mut Context<'_>) -> Option<Vec<Exact>> {
    let numbers = numbers(point, entry.span, cx)?;
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let ends = [(first, entry.from.value), (last, entry.to.value)];
    let row: Option<Vec<Exact>> = numbers.iter().map(|n| between(ends, *n)).collect();
    if row.is_none() {
        cx.report(
            Code::NumberRange,
            entry.span,
            "these scores cannot be held exactly",
        );
    }
    row
}

/// The value at `x` on the straight line through two places. Equal places give the first value.
fn between([(x0, y0), (x1, y1)]: [(Exact, Exact); 2], x: Exact) -> Option<Exact> {
    if x0 == x1 {
        return Some(y0);
    }
    let share = number::div(number::sub(x, x0)?, number::sub(x1, x0)?)?;
    number::add(y0, number::mul(number::sub(y1, y0)?, share)?)
}

fn piecewise_row(
    pairs: &[Vec<Num>],
    span: Span,
    point: &Point,
    cx: &mut Context<'_>,
) -> Option<Vec<Exact>> {
    let numbers = numbers(point, span, cx)?;
    let knots: Option<Vec<(Exact, Exact)>> = pairs
        .iter()
        .map(|p| {
            if let [x, y] = p.as_slice() {
                Some((x.value, y.value))
            } else {
                None
            }
        })
        .collect();
    let rising = |k: &Vec<(Exact, Exact)>| k.windows(2).all(|w| w[0].0 < w[1].0);
    let Some(knots) = knots.filter(|k| !k.is_empty() && rising(k)) else {
        let message = "this is not a list of pairs [number, score] with rising numbers";
        cx.report(Code::ScoreFunction, span, message);
        return None;
    };
    let (first, last) = (knots.first()?.0, knots.last()?.0);
    let mut row = Vec::with_capacity(numbers.len());
    for x in numbers {
        if x < first || x > last {
            let message = format!(
                "no score is given for {} of point `{}`",
                number::to_words(&x),
                point.id
            );
            cx.report(Code::ScoreFunction, span, message);
            return None;
        }
        let upper = knots.iter().position(|k| x <= k.0)?;
        let ends = [knots[upper.saturating_sub(1)], knots[upper]];
        let score = if ends[1].0 == x {
            Some(ends[1].1)
        } else {
            between(ends, x)
        };
        if score.is_none() {
            cx.report(
                Code::NumberRange,
                span,
                "these scores cannot be held exactly",
            );
        }
        row.push(score?);
    }
    Some(row)
}

/// A sheet before its numbers are brought to a common scale.
struct Raw {
    rows: Vec<Vec<Exact>>,
    bonuses: Vec<(Vec<(PointId, OptionSet)>, Exact)>,
    no_deal: Option<Exact>,
    impasse: Option<Exact>,
}

impl Raw {
    /// The sheet in integers, unless they are over the limits.
    fn scaled(self) -> Option<Sheet> {
        let rows = self.rows.iter().flatten();
        let bonuses = self.bonuses.iter().map(|(_, s)| s);
        let ends = self.no_deal.iter().chain(&self.impasse);
        let mut scale: i128 = 1;
        for value in rows.chain(bonuses).chain(ends) {
            scale = num_integer::lcm(scale, *value.denom());
            if scale > i128::from(SCALE_MAX) {
                return None;
            }
        }
        let scaled = |value: &Exact| -> Option<i64> {
            let value = value.numer().checked_mul(scale / value.denom())?;
            i64::try_from(value)
                .ok()
                .filter(|v| v.unsigned_abs() <= SCORE_SUM_MAX.unsigned_abs())
        };
        let rows: Option<Vec<Vec<i64>>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(scaled).collect())
            .collect();
        let rows = rows?;
        let bonuses: Option<Vec<Bonus>> = self
            .bonuses
            .iter()
            .map(|(when, s)| {
                Some(Bonus {
                    when: when.clone(),
                    score: scaled(s)?,
                })
            })
            .collect();
        let bonuses = bonuses?;
        let largest = |row: &Vec<i64>| row.iter().map(|s| i128::from(s.abs())).max().unwrap_or(0);
        let sum: i128 = rows.iter().map(largest).sum::<i128>()
            + bonuses
                .iter()
                .map(|b| i128::from(b.score.abs()))
                .sum::<i128>();
        if sum > i128::from(SCORE_SUM_MAX) {
            return None;
        }
        let end = |value: Option<Exact>| value.as_ref().map(scaled);
        let (no_deal, impasse) = (end(self.no_deal), end(self.impasse));
        if no_deal == Some(None) || impasse == Some(None) {
            return None;
        }
        Some(Sheet {
            scale: i64::try_from(scale).ok()?,
            scores: Some(Scores {
                by_option: rows,
                bonuses,
            }),
            no_deal: no_deal.flatten(),
            trend_per_month: None,
            impasse: impasse.flatten(),
        })
    }
}
