//! From utilities to a case file: one scale for each party, caps as terms, losses told.

use num_traits::{Signed as _, ToPrimitive as _, Zero as _};
use serde_json::{Map, Value, json};

use super::big::{self, Big};
use super::names::{identifiers, point_identifiers};
use super::peer::{Domain, Issue};
use super::rounding::{self, Hanging, Rounded, Rounding};
use super::worth::{When, Worth, WorthTerm};
use crate::case::{BONUSES_MAX, SCALE_MAX, SCORE_SUM_MAX};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::context::shown;
use crate::number::{Exact, to_fraction};

/// Most packages above the cap for which a case gets terms of its own; of more the case says what
/// they sum to, and the cap is lost.
pub const CAPPED_MAX: usize = 2_000;
/// Packages looked at, at most, to find those above the cap.
const LOOKED_AT_MAX: usize = 200_000;

/// Something that a case, or a file of another program, does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What it is about: a party, a point, a demand, by its identifier.
    pub about: String,
    /// What is lost.
    pub what: String,
}

/// A party as the case states it.
#[derive(Debug)]
pub(super) struct Sheet {
    rows: Vec<Vec<Exact>>,
    terms: Vec<(When, Exact)>,
    reserved: Option<Exact>,
    /// What the cap takes off, and of how many packages, where the case has terms for it.
    pub(super) capped: usize,
    /// By how much the best sum passes the cap, where the case does not say the cap.
    pub(super) over: Option<Over>,
    /// How far rounding moves the score of a package at most.
    pub(super) error: Big,
    /// The step to which numbers are rounded, where some are.
    pub(super) step: Option<Big>,
    /// Packages whose being acceptable rounding could decide.
    pub(super) hanging: Option<Hanging>,
}

/// How far sums pass the cap.
#[derive(Debug)]
pub(super) struct Over {
    pub(super) by: Big,
    /// Whether a package reaches it; else it is a bound.
    pub(super) reached: bool,
}

impl Sheet {
    /// The sheet of a party: its utilities on one scale, rounded as is asked.
    ///
    /// # Errors
    /// Numbers that have no common scale within the limits of a case.
    pub(super) fn new(
        domain: &Domain,
        worth: &Worth,
        rounding: Rounding,
    ) -> Result<Self, Vec<Diagnostic>> {
        let exact = Rounded {
            worth: worth.clone(),
            step: None,
            error: Big::zero(),
        };
        match rounding {
            Rounding::Never => Self::of(domain, worth, exact),
            Rounding::ToStep(step) => Self::of(
                domain,
                worth,
                rounding::to_step(worth, &big::from_exact(&step)),
            ),
            Rounding::WhereNeeded => {
                let refused = match Self::of(domain, worth, exact) {
                    Ok(sheet) => return Ok(sheet),
                    Err(refused) => refused,
                };
                let simple = rounding::simple(worth);
                let rounded = rounding::on_one_scale(&simple.worth);
                let sheet = Self::of(domain, worth, simple);
                let sheet = sheet.or_else(|_| Self::of(domain, worth, rounded.against(worth)));
                sheet.map_err(|_| refused)
            }
        }
    }

    fn of(domain: &Domain, written: &Worth, mut rounded: Rounded) -> Result<Self, Vec<Diagnostic>> {
        check_scale(domain, &rounded.worth)?;
        let hanging = rounding::settle_floor(written, &mut rounded);
        let Rounded {
            mut worth,
            step,
            error,
        } = rounded;
        let (capped, over) = cap(&mut worth);
        check_scale(domain, &worth)?;
        let all = |row: &Vec<Big>| row.iter().map(big::exact).collect::<Option<Vec<Exact>>>();
        let rows: Option<Vec<Vec<Exact>>> = worth.rows.iter().map(all).collect();
        let terms = worth.terms.iter().map(|term| {
            let adds = big::exact(&term.adds)?;
            Some((term.when.clone(), adds))
        });
        let terms: Option<Vec<_>> = terms.collect();
        let reserved = worth.reserved.as_ref().map(big::exact);
        match (rows, terms, reserved) {
            (Some(rows), Some(terms), None | Some(Some(_))) => Ok(Self {
                rows,
                terms,
                reserved: reserved.flatten(),
                capped,
                over,
                step: step.filter(|_| !error.is_zero()),
                error,
                hanging,
            }),
            _ => Err(vec![too_large(Span::default())]),
        }
    }

    pub(super) fn terms(&self) -> usize {
        self.terms.len()
    }
}

/// Says the cap by terms that take off what some packages sum to above it, where that can be done:
/// how many packages. Else by how much sums pass it.
fn cap(worth: &mut Worth) -> (usize, Option<Over>) {
    let Some(cap) = worth.cap.clone() else {
        return (0, None);
    };
    let most = worth.most();
    if most <= cap {
        return (0, None);
    }
    let over = Over {
        by: &most - &cap,
        reached: worth.terms.is_empty(),
    };
    if !over.reached {
        return (0, Some(over));
    }
    let Some(above) = above(&worth.rows, &cap) else {
        return (0, Some(over));
    };
    let mut terms = Vec::new();
    for package in &above {
        terms.push(WorthTerm {
            when: package
                .iter()
                .enumerate()
                .map(|(i, v)| (i, vec![*v]))
                .collect(),
            adds: &cap - worth.sum(package),
            span: Span::default(),
        });
    }
    if worth.rows.len() > 1 {
        worth.terms = terms;
    } else {
        for (cell, package) in terms.iter().map(|t| &t.adds).zip(&above) {
            worth.rows[0][package[0]] += cell;
        }
    }
    worth.cap = None;
    (above.len(), None)
}

/// The packages that sum to more than the cap; `None` when they are many, or hard to find.
fn above(rows: &[Vec<Big>], cap: &Big) -> Option<Vec<Vec<usize>>> {
    // The best that the issues from one on can add.
    let mut rest = vec![Big::zero()];
    for row in rows.iter().rev() {
        let best = row.iter().max()?;
        let sum = rest.last()? + best;
        rest.push(sum);
    }
    rest.reverse();
    let mut found = Vec::new();
    let mut open = vec![(Vec::new(), Big::zero())];
    let mut looked_at = 0;
    while let Some((package, sum)) = open.pop() {
        looked_at += 1;
        if looked_at > LOOKED_AT_MAX || found.len() > CAPPED_MAX {
            return None;
        }
        let Some(row) = rows.get(package.len()) else {
            found.push(package);
            continue;
        };
        for (value, adds) in row.iter().enumerate().rev() {
            let sum = &sum + adds;
            if &sum + &rest[package.len() + 1] > *cap {
                let mut longer = package.clone();
                longer.push(value);
                open.push((longer, sum));
            }
        }
    }
    (found.len() <= CAPPED_MAX).then_some(found)
}

fn too_large(span: Span) -> Diagnostic {
    let message = "this number cannot be held: as a fraction, a term of it is above 10^18";
    Diagnostic::new(Code::NumberRange, span, "", message)
}

/// Reports what has no common scale: the issues and boxes whose numbers are too fine to fit, or
/// sums that are too large.
fn check_scale(domain: &Domain, worth: &Worth) -> Result<(), Vec<Diagnostic>> {
    let mut found = Vec::new();
    let mut scale = 1_i128;
    let rows = worth.rows.iter().enumerate().map(|(i, row)| {
        let name = format!("issue `{}`", shown(&domain.issues[i].name));
        (name, worth.spans[i], row.iter().collect::<Vec<_>>())
    });
    let terms = worth.terms.iter().map(|term| {
        let name = "this hyper-rectangle or group".to_owned();
        (name, term.span, vec![&term.adds])
    });
    let reserved = worth.reserved.iter();
    let reserved = reserved.map(|r| ("the reservation".to_owned(), Span::default(), vec![r]));
    // Terms that say a cap follow from the rows.
    let terms = terms.filter(|(_, span, _)| *span != Span::default());
    for (name, span, numbers) in rows.chain(terms).chain(reserved) {
        let fits = |scale: i128, number: &Big| {
            let denom = number
                .denom()
                .to_i128()
                .filter(|d| *d <= i128::from(SCALE_MAX))?;
            let both = num_integer::lcm(scale, denom);
            (both <= i128::from(SCALE_MAX)).then_some(both)
        };
        match numbers
            .iter()
            .try_fold(scale, |scale, number| fits(scale, number))
        {
            Some(both) => scale = both,
            None => found.push(too_fine(&name, span)),
        }
    }
    if found.is_empty() {
        let sum = largest_sum(worth) * Big::from_integer(scale.into());
        if sum > Big::from_integer(SCORE_SUM_MAX.into()) {
            let message = "times their common denominator, the utilities sum to over 2^50";
            found.push(
                Diagnostic::new(Code::NumberRange, Span::default(), "", message)
                    .expected("fewer digits, or a coarser step of rounded scores"),
            );
        }
    }
    if found.is_empty() { Ok(()) } else { Err(found) }
}

fn too_fine(name: &str, span: Span) -> Diagnostic {
    let message =
        format!("with the numbers of {name} the utilities have no common denominator up to 2^40");
    Diagnostic::new(Code::NumberRange, span, "", message)
        .expected("weights and evaluations with fewer digits, or rounded scores (by 1e-12)")
}

fn largest_sum(worth: &Worth) -> Big {
    let rows = worth
        .rows
        .iter()
        .filter_map(|row| row.iter().map(Big::abs).max());
    let terms = worth.terms.iter().map(|term| term.adds.abs());
    rows.chain(terms).fold(Big::zero(), |sum, adds| sum + adds)
}

/// The case file of a domain and its parties, each with a name and a sheet.
///
/// # Errors
/// More terms than a case may have; numbers of an issue that a case cannot hold.
pub(super) fn case_file(
    id: &str,
    title: &str,
    domain: &Domain,
    parties: &[(&str, Sheet)],
) -> Result<Value, Vec<Diagnostic>> {
    let terms: usize = parties.iter().map(|(_, sheet)| sheet.terms()).sum();
    if terms > BONUSES_MAX {
        let message = format!("the parties have {terms} utilities across issues");
        let found = Diagnostic::new(Code::CaseLimit, Span::default(), "", message);
        return Err(vec![found.expected(format!("at most {BONUSES_MAX}"))]);
    }
    let point_ids = point_identifiers(domain.issues.iter().map(|i| i.name.as_str()));
    let option_ids: Vec<Vec<String>> = domain.issues.iter().map(option_ids).collect();
    let points = domain.issues.iter().zip(&point_ids).zip(&option_ids);
    let points: Option<Vec<Value>> = points.map(|((i, id), ids)| point(i, id, ids)).collect();
    let Some(points) = points else {
        return Err(vec![too_large(Span::default())]);
    };
    let party_ids = identifiers(parties.iter().map(|(name, _)| *name));
    let entries = parties.iter().zip(&party_ids).map(|((name, sheet), id)| {
        let mut entry = json!({"id": id, "name": name});
        if let Some(reserved) = &sheet.reserved {
            entry["no_deal"] = Value::String(to_fraction(reserved));
        }
        entry
    });
    let entries: Vec<Value> = entries.collect();
    let ids = Ids {
        points: &point_ids,
        options: &option_ids,
    };
    let sheets = parties.iter().zip(&party_ids);
    let sheets: Map<String, Value> = sheets
        .map(|((_, sheet), id)| (id.clone(), preferences(sheet, &ids)))
        .collect();
    Ok(json!({
        "format": "winset-case/1",
        "id": id,
        "title": title,
        "parties": entries,
        "points": points,
        "preferences": sheets,
    }))
}

struct Ids<'a> {
    points: &'a [String],
    options: &'a [Vec<String>],
}

/// Identifiers of the values of an issue; of numbers, those that a case gives them.
fn option_ids(issue: &Issue) -> Vec<String> {
    let numbers = issue
        .values
        .iter()
        .map(|v| v.number.as_ref().and_then(big::exact));
    match numbers.collect::<Option<Vec<Exact>>>() {
        Some(numbers) => numbers.iter().map(crate::number::to_words).collect(),
        None => identifiers(issue.values.iter().map(|v| v.name.as_str())),
    }
}

fn point(issue: &Issue, id: &str, option_ids: &[String]) -> Option<Value> {
    if !issue.is_numeric() {
        let options = issue.values.iter().zip(option_ids);
        let options = options.map(|(value, id)| json!({"id": id, "label": value.name}));
        let options: Vec<Value> = options.collect();
        return Some(json!({"id": id, "title": issue.name, "options": options}));
    }
    let mut numbers = issue.values.iter().filter_map(|v| v.number.as_ref());
    let first = numbers.next()?;
    let step = numbers.next().map(|second| second - first);
    let last = issue.values.last()?.number.as_ref()?;
    let step = step.unwrap_or_else(|| Big::from_integer(1.into()));
    let word = |number: &Big| Some(to_fraction(&big::exact(number)?));
    Some(json!({
        "id": id,
        "title": issue.name,
        "range": {"from": word(first)?, "to": word(last)?, "step": word(&step)?},
    }))
}

fn preferences(sheet: &Sheet, ids: &Ids<'_>) -> Value {
    let mut entries = Map::new();
    for (id, row) in ids.points.iter().zip(&sheet.rows) {
        let values: Vec<String> = row.iter().map(to_fraction).collect();
        entries.insert(id.clone(), json!({"values": values}));
    }
    let bonus = |(when, adds): &(When, Exact)| {
        let named = when.iter().map(|(issue, values)| {
            let values = values.iter().map(|v| ids.options[*issue][*v].as_str());
            (
                ids.points[*issue].clone(),
                json!(values.collect::<Vec<_>>()),
            )
        });
        json!({"when": named.collect::<Map<String, Value>>(), "score": to_fraction(adds)})
    };
    if !sheet.terms.is_empty() {
        let bonuses: Vec<Value> = sheet.terms.iter().map(bonus).collect();
        entries.insert("bonuses".to_owned(), Value::Array(bonuses));
    }
    Value::Object(entries)
}
