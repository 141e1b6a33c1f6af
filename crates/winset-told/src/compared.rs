//! Answers side by side as rows of a table: the base first, then the what-ifs.

use std::collections::BTreeSet;

use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{OptionSet, PartyId};
use winset_solve::{Branch, Count, Overlap};

use crate::called;
use crate::standing::{self, Floorless, Standing};
use crate::verdict::obstacle_word;
use crate::words::{grouped, score};

/// What stands where nothing is known or nothing is to be said.
const NOTHING: &str = "-";

/// Options that are named in a cell, at most; beyond that they are counted.
const NAMES_MAX: usize = 6;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// How many packages are acceptable.
    Packages,
    /// How many would be without no-deal values.
    Floorless,
    /// What is in the way.
    Obstacle,
    /// How many points are fixed.
    Fixed,
    /// The best that a party can get.
    Best(PartyId),
}

/// A row of the comparison: its label, and a cell for each answer.
pub type Row = (String, Vec<String>);

/// What is compared of answers about cases with the parties of `case`. A question that is asked
/// of every answer is one more measure here.
pub fn measures(case: &Case, answers: &[&Branch<'_>]) -> Vec<Measure> {
    let mut measures = vec![Measure::Packages, Measure::Floorless];
    if answers.iter().any(|a| a.verdict.in_the_way.is_some()) {
        measures.push(Measure::Obstacle);
    }
    if answers.iter().any(|a| overlap(a).is_some()) {
        measures.push(Measure::Fixed);
        let parties = case.parties.iter().enumerate();
        let scoring = parties.filter(|(_, party)| party.sheet.open().scores.is_some());
        measures.extend(scoring.map(|(place, _)| Measure::Best(PartyId::at(place))));
    }
    measures
}

impl Measure {
    /// The row of this measure.
    pub fn row(self, case: &Case, answers: &[&Branch<'_>]) -> Row {
        let label = match self {
            Self::Packages => "Packages".to_owned(),
            Self::Floorless => "Whatever no deal is worth".to_owned(),
            Self::Obstacle => "In the way".to_owned(),
            Self::Fixed => "Follow from the rest".to_owned(),
            Self::Best(party) => format!("Best for {}", case.parties[party.index()].name),
        };
        let cell = |answer: &&Branch<'_>| match self {
            Self::Packages => packages(answer),
            Self::Floorless => floorless(answer),
            Self::Obstacle => obstacle(answer),
            Self::Fixed => fixed(answer),
            Self::Best(party) => best(answer, party),
        };
        (label, answers.iter().map(cell).collect())
    }
}

/// The overlap of an answer that has one.
pub fn overlap<'b>(answer: &'b Branch<'_>) -> Option<&'b Overlap> {
    standing::overlap(&answer.verdict)
}

fn packages(answer: &Branch<'_>) -> String {
    match standing::declared(&answer.verdict) {
        Standing::Overlap(overlap) => counted(&overlap.count),
        Standing::None(_) => "none".to_owned(),
        Standing::Undecided(..) => "undecided".to_owned(),
    }
}

fn floorless(answer: &Branch<'_>) -> String {
    match standing::floorless(&answer.verdict) {
        Floorless::Overlap(count) => counted(count),
        Floorless::None => "none".to_owned(),
        Floorless::Undecided(..) => "undecided".to_owned(),
    }
}

/// A number of packages; of one that was not counted to the end, the least that it can be.
fn counted(count: &Count) -> String {
    match count {
        Count::Exact(packages) => grouped(packages),
        Count::Between { at_least, .. } => format!("{}+", grouped(at_least)),
    }
}

fn obstacle(answer: &Branch<'_>) -> String {
    let word = answer.verdict.in_the_way.map(obstacle_word);
    word.unwrap_or(NOTHING).to_owned()
}

fn fixed(answer: &Branch<'_>) -> String {
    let sets = overlap(answer).and_then(|found| found.occurring.as_ref());
    sets.map_or_else(
        || NOTHING.to_owned(),
        |sets| grouped(sets.iter().filter(|set| set.len() == 1).count()),
    )
}

fn best(answer: &Branch<'_>, party: PartyId) -> String {
    let found = overlap(answer).and_then(|found| found.best.get(party.index()));
    let value = found.and_then(Option::as_ref);
    let value = value.map(|best| answer.case.unscaled(party, best.value()));
    value.map_or_else(|| NOTHING.to_owned(), |value: Exact| score(&value))
}

/// The points on which the answers that have an overlap do not agree, each with its options in
/// every answer: named, or where that is too long counted.
pub fn points(case: &Case, answers: &[&Branch<'_>]) -> Vec<Row> {
    let sets: Vec<Option<&[OptionSet]>> = answers
        .iter()
        .map(|answer| overlap(answer)?.occurring.as_deref())
        .collect();
    let mut rows = Vec::new();
    for (place, point) in case.points.iter().enumerate() {
        let on = |sets: Option<&[OptionSet]>| sets.and_then(|s| s.get(place)).cloned();
        let different: BTreeSet<OptionSet> = sets.iter().copied().filter_map(on).collect();
        if different.len() < 2 {
            continue;
        }
        let cell = |sets: Option<&[OptionSet]>| {
            let Some(set) = on(sets) else {
                return NOTHING.to_owned();
            };
            let names = called::options(point, &set);
            if names.len() <= NAMES_MAX {
                called::texts(&names).join("; ")
            } else {
                format!("{} of {}", set.len(), point.options.len())
            }
        };
        rows.push((
            point.title.clone(),
            sets.iter().copied().map(cell).collect(),
        ));
    }
    rows
}
