//! What a mediator knows of a case before it asks: the laws, and, if it is told, in which order parties like
//! options.

use winset_model::case::{Case, LinkRule};
use winset_model::condition::{Condition, Term};
use winset_model::options::{OptionSet, PartyId};

use super::{Law, Prior, PublicOrders};
use crate::package_test::PackageTest;
use crate::session::Seat;
use crate::space::OutcomeSpace;

/// Most combinations that the laws of a case are taken apart into.
const BOXES_MAX: usize = 512;

/// Options on each point: a package is in it if it is in the set of each point.
type PackageBox = Vec<OptionSet>;

impl Prior {
    /// The laws of a case. Those that can be taken apart into few forbidden combinations are; if one cannot, packages
    /// are held to the laws one by one.
    pub fn of_laws(case: &Case, space: &OutcomeSpace) -> Self {
        let mut prior = Self::none(space);
        for line in case.lines.iter().filter(|line| line.law) {
            if let Some(step) = line.ladder.open().first() {
                let allowed = &mut prior.allowed[line.point.index()];
                *allowed = allowed.and(&step.accept);
            }
        }
        let whole = Self::none(space).allowed;
        for link in case.links.iter().filter(|link| link.law) {
            match broken_by(link.rule.open(), &whole) {
                Some(boxes) if prior.forbidden.len() + boxes.len() <= BOXES_MAX => {
                    prior.forbidden.extend(boxes);
                }
                Some(_) | None => {
                    let laws = PackageTest::of_laws(case);
                    prior.law = Some(Law::new(move |space, outcome| {
                        laws.holds(&space.package(outcome))
                    }));
                }
            }
        }
        prior
    }
}

impl PublicOrders {
    /// In which order parties at these seats like the options of each point, by their scores. Points on which a
    /// party has terms with others are left out: there it has no order.
    pub fn of_scores(case: &Case, seats: impl IntoIterator<Item = (Seat, PartyId)>) -> Self {
        let mut orders = Self::default();
        for (seat, party) in seats {
            let Some(scores) = &case.parties[party.index()].sheet.open().scores else {
                continue;
            };
            let is_joined = |point: usize| {
                let terms = scores.bonuses.iter().flat_map(|bonus| &bonus.when);
                let mut points = terms.map(|(point, _)| point.index());
                points.any(|joined| joined == point)
            };
            for (point, row) in scores.by_option.iter().enumerate() {
                if is_joined(point) {
                    continue;
                }
                let mut levels = row.clone();
                levels.sort_unstable();
                levels.dedup();
                let rank = |score: &i64| {
                    let place = levels.binary_search(score).unwrap_or(0);
                    u32::try_from(place).unwrap_or(u32::MAX)
                };
                orders = orders.with(seat, point, row.iter().map(rank).collect());
            }
        }
        orders
    }
}

/// The packages that break a rule, as boxes; none where there would be too many.
fn broken_by(rule: &LinkRule, whole: &PackageBox) -> Option<Vec<PackageBox>> {
    match rule {
        LinkRule::IfThen { when, then } => both(
            &Parts::of(when, whole)?.holds,
            &Parts::of(then, whole)?.fails,
        ),
        LinkRule::Require(condition) => Some(Parts::of(condition, whole)?.fails),
        LinkRule::Exclude(members) => {
            let members = members.iter().map(|member| Parts::of(member, whole));
            let members: Vec<Parts> = members.collect::<Option<_>>()?;
            let mut broken = Vec::new();
            for (place, one) in members.iter().enumerate() {
                for other in &members[place + 1..] {
                    broken.extend(both(&one.holds, &other.holds)?);
                }
            }
            (broken.len() <= BOXES_MAX).then_some(broken)
        }
    }
}

/// Where a condition holds, and where it does not.
#[derive(Debug, Clone)]
struct Parts {
    holds: Vec<PackageBox>,
    fails: Vec<PackageBox>,
}

impl Parts {
    fn of(condition: &Condition, whole: &PackageBox) -> Option<Self> {
        let mut stack: Vec<Self> = Vec::new();
        for term in condition.terms() {
            let made = match term {
                Term::Holds { point, options } => {
                    let place = point.index();
                    let on = |set: OptionSet| {
                        let mut narrowed = whole.clone();
                        narrowed[place] = set;
                        vec![narrowed]
                    };
                    Self {
                        holds: on(whole[place].and(options)),
                        fails: on(whole[place].without(options)),
                    }
                }
                Term::All { of } => {
                    Self::all(stack.split_off(stack.len().checked_sub(*of)?), whole)?
                }
                Term::Any { of } => {
                    let members = stack.split_off(stack.len().checked_sub(*of)?);
                    Self::all(members.into_iter().map(Self::negated).collect(), whole)?.negated()
                }
                Term::Not => stack.pop()?.negated(),
                // There may be as many combinations as ways to choose the members.
                Term::AtLeast { .. } => return None,
            };
            stack.push(made);
        }
        stack.pop()
    }

    fn negated(self) -> Self {
        Self {
            holds: self.fails,
            fails: self.holds,
        }
    }

    fn all(members: Vec<Self>, whole: &PackageBox) -> Option<Self> {
        let mut all = Self {
            holds: vec![whole.clone()],
            fails: Vec::new(),
        };
        for member in members {
            all.holds = both(&all.holds, &member.holds)?;
            all.fails.extend(member.fails);
        }
        (all.fails.len() <= BOXES_MAX).then_some(all)
    }
}

/// What is in one of some boxes and in one of others; none where there would be too many.
fn both(some: &[PackageBox], others: &[PackageBox]) -> Option<Vec<PackageBox>> {
    let pairs = some
        .iter()
        .flat_map(|one| others.iter().map(move |other| (one, other)));
    let common = pairs.map(|(one, other)| -> PackageBox {
        one.iter().zip(other).map(|(a, b)| a.and(b)).collect()
    });
    let common: Vec<PackageBox> = common
        .filter(|common| !common.iter().any(OptionSet::is_empty))
        .take(BOXES_MAX + 1)
        .collect();
    (common.len() <= BOXES_MAX).then_some(common)
}
