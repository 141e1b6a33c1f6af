//! Whether a package is acceptable, demand by demand and floor by floor.

use std::fmt;

use thiserror::Error;
use winset_model::case::{Bloc, Case, DemandId, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::{Package, PartyId, PointId};
use winset_model::positions::Positions;

use crate::misfit::{self, Misfit};

/// A package that was found to be acceptable in a question.
#[derive(Clone, PartialEq, Eq)]
pub struct Acceptable {
    package: Package,
    scores: Vec<Option<i64>>,
}

impl Acceptable {
    /// The package.
    pub fn package(&self) -> &Package {
        &self.package
    }

    /// What it is worth to each party, in the parties' order, each on its own scale; `None` for a
    /// party without preferences.
    pub fn scores(&self) -> &[Option<i64>] {
        &self.scores
    }

    /// What it is worth to one party, on the party's scale: 0 to a party without preferences, to which
    /// everything is worth the same.
    pub fn utility(&self, party: PartyId) -> i64 {
        reached(self.scores[party.index()])
    }
}

/// Shows the package; the scores are confidential.
impl fmt::Debug for Acceptable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Acceptable")
            .field("package", &self.package)
            .finish_non_exhaustive()
    }
}

/// Why a package is not acceptable. It tells which demands and floors are not met, never a score
/// or a floor.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PackageRefusal {
    /// The question makes no sense for the case.
    #[error(transparent)]
    Misfit(#[from] Misfit),
    /// The package does not have exactly one existing option for every point.
    #[error("the package does not settle every point on one of its options")]
    NotAPackage,
    /// A party's score does not fit 64 bits.
    #[error("the score of party number {} is too large", .0.index())]
    ScoreTooLarge(PartyId),
    /// What the package does not meet: all of it, in order.
    #[error("{0}")]
    Unmet(Unmet),
}

/// All that a package does not meet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unmet {
    /// The standing demands that it breaks.
    pub demands: Vec<DemandId>,
    /// The restricted points that it settles on another option.
    pub outside: Vec<PointId>,
    /// The parties that it leaves below their floors.
    pub below_floor: Vec<PartyId>,
}

impl Unmet {
    fn is_empty(&self) -> bool {
        self.demands.is_empty() && self.outside.is_empty() && self.below_floor.is_empty()
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        for demand in &self.demands {
            parts.push(match demand {
                DemandId::Line(line) => format!("line number {line} is crossed"),
                DemandId::Link(link) => format!("link number {link} is broken"),
                DemandId::Vote(body, rule) => {
                    format!("vote rule number {rule} of body number {body} lacks seats")
                }
            });
        }
        for point in &self.outside {
            parts.push(format!(
                "point number {} is outside its restriction",
                point.0
            ));
        }
        for party in &self.below_floor {
            parts.push(format!("party number {} is below its floor", party.0));
        }
        f.write_str(&parts.join(", "))
    }
}

/// Checks a package against a question; every unmet demand and floor is listed.
pub fn accept(
    case: &Case,
    positions: &Positions,
    package: &Package,
) -> Result<Acceptable, PackageRefusal> {
    misfit::check(case, positions)?;
    if !settles_all(case, package) {
        return Err(PackageRefusal::NotAPackage);
    }
    let scores = scores(case, package)?;
    let unmet = unmet(case, positions, package, &scores);
    if unmet.is_empty() {
        let package = package.clone();
        Ok(Acceptable { package, scores })
    } else {
        Err(PackageRefusal::Unmet(unmet))
    }
}

/// Whether a package has exactly one existing option for every point.
pub(crate) fn settles_all(case: &Case, package: &Package) -> bool {
    package.0.len() == case.points.len()
        && (case.points.iter().zip(&package.0)).all(|(p, o)| o.index() < p.options.len())
}

/// The scores of a package that settles every point.
fn scores(case: &Case, package: &Package) -> Result<Vec<Option<i64>>, PackageRefusal> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    parties
        .map(|party| {
            let Some(exact) = score(case, party, package) else {
                return Ok(None);
            };
            let score = i64::try_from(exact).map_err(|_| PackageRefusal::ScoreTooLarge(party))?;
            Ok(Some(score))
        })
        .collect()
}

/// The sum of a party's option scores and of the bonuses that count. No sum of 64-bit numbers
/// that memory can hold overflows 128 bits.
fn score(case: &Case, party: PartyId, package: &Package) -> Option<i128> {
    let scores = case.parties[party.index()].sheet.open().scores.as_ref()?;
    let mut sum = 0;
    for (row, option) in scores.by_option.iter().zip(&package.0) {
        sum += i128::from(row[option.index()]);
    }
    for bonus in &scores.bonuses {
        if bonus
            .when
            .iter()
            .all(|(p, set)| set.contains(package.on(*p)))
        {
            sum += i128::from(bonus.score);
        }
    }
    Some(sum)
}

fn unmet(case: &Case, positions: &Positions, package: &Package, scores: &[Option<i64>]) -> Unmet {
    let mut unmet = Unmet::default();
    for demand in case.demands() {
        if !positions.dropped.contains(&demand) && !meets(case, positions, demand, package) {
            unmet.demands.push(demand);
        }
    }
    for (point, options) in &positions.only {
        if !options.contains(package.on(*point)) {
            unmet.outside.push(*point);
        }
    }
    for (party, (floor, score)) in positions.floors.iter().zip(scores).enumerate() {
        if floor.is_some_and(|floor| reached(*score) < floor) {
            unmet.below_floor.push(PartyId::at(party));
        }
    }
    unmet
}

/// What a score counts against a floor: a party without preferences gives every package the score 0.
pub(crate) fn reached(score: Option<i64>) -> i64 {
    score.unwrap_or(0)
}

/// Whether a package meets one demand.
fn meets(case: &Case, positions: &Positions, demand: DemandId, package: &Package) -> bool {
    match demand {
        DemandId::Line(line) => {
            let drawn = &case.lines[line];
            let step = &drawn.ladder.open()[positions.steps[line]];
            step.accept.contains(package.on(drawn.point))
        }
        DemandId::Link(link) => match case.links[link].rule.open() {
            LinkRule::IfThen { when, then } => !holds(when, package) || holds(then, package),
            LinkRule::Require(condition) => holds(condition, package),
            LinkRule::Exclude(members) => members.iter().filter(|m| holds(m, package)).count() <= 1,
        },
        DemandId::Vote(body, rule) => {
            let body = &case.bodies[body];
            let rule = &body.rules[rule];
            let in_favour = body.blocs.iter().filter(|bloc| votes_yes(bloc, package));
            let seats: u128 = in_favour.map(|bloc| u128::from(bloc.seats)).sum();
            !holds(&rule.when, package) || seats >= u128::from(rule.need)
        }
    }
}

fn votes_yes(bloc: &Bloc, package: &Package) -> bool {
    bloc.accepts
        .iter()
        .all(|(point, options)| options.contains(package.on(*point)))
}

/// Whether a condition holds for a package.
pub fn holds(condition: &Condition, package: &Package) -> bool {
    let mut values: Vec<bool> = Vec::new();
    for term in condition.terms() {
        let value = match term {
            Term::Holds { point, options } => options.contains(package.on(*point)),
            Term::All { of } => last(&mut values, *of).iter().all(|v| *v),
            Term::Any { of } => last(&mut values, *of).iter().any(|v| *v),
            Term::AtLeast { need, of } => {
                last(&mut values, *of).iter().filter(|v| **v).count() >= *need
            }
            Term::Not => !last(&mut values, 1).iter().all(|v| *v),
        };
        values.push(value);
    }
    values == [true]
}

/// Takes the last `count` values off a stack. A condition never asks for more than there are.
pub(crate) fn last<T>(values: &mut Vec<T>, count: usize) -> Vec<T> {
    let rest = values.len().checked_sub(count);
    values.split_off(rest.expect("a condition is made of members that come before what joins them"))
}
