//! Asks whether some members can hold together.

use std::collections::BTreeSet;

use winset_check::{Acceptable, Clash, ClashMember, PackageRefusal, Unmet, accept, clash, without};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;

use super::set::Set;
use crate::budget::Budget;
use crate::certificate;
use crate::problem::Problem;
use crate::reasons;
use crate::search::{Outcome, Search};

/// A case, the members that could be given up, and the budget of each question.
pub(super) struct Oracle<'a> {
    case: &'a Case,
    positions: Positions,
    pub(super) budget: &'a Budget<'a>,
    members: Vec<ClashMember>,
    /// The question with all members; those of others are parts of it.
    whole: Problem,
    /// For each of its rules the number among all rules of the case, and the member that it is.
    rules: Vec<(usize, Option<usize>)>,
}

/// A package that keeps the background, and the members that it breaks: found by the checker.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) package: Package,
    pub(super) broken: Set,
}

/// What came of a question.
pub(super) enum Asked {
    /// A package keeps all the members asked about.
    Overlap(Known),
    /// None does; these members alone cannot hold together, as far as the search says.
    None(Set),
    /// Not known after as many nodes as it was given.
    Hard,
}

/// What cannot be said of what was found.
const BACKGROUND: &str = "a package breaks what is not negotiable";
const NOT_WALKED: &str = "a refutation cannot be walked again";
const NO_CLASH: &str = "members that clash hold together";

impl<'a> Oracle<'a> {
    pub(super) fn new(
        case: &'a Case,
        positions: Positions,
        members: BTreeSet<ClashMember>,
        budget: &'a Budget<'a>,
    ) -> Self {
        let members: Vec<ClashMember> = members.into_iter().collect();
        let standing = case.demands().into_iter().enumerate();
        let standing = standing.filter(|(_, d)| !positions.dropped.contains(d));
        let place = |m: ClashMember| members.binary_search(&m).ok();
        let rules = standing.map(|(number, d)| (number, place(ClashMember::Demand(d))));
        let rules = rules.collect();
        Self {
            case,
            whole: Problem::new(case, &positions),
            rules,
            members,
            positions,
            budget,
        }
    }

    /// Number of members.
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// All members.
    fn negotiable(&self) -> BTreeSet<ClashMember> {
        self.members.iter().copied().collect()
    }

    /// The members of a set.
    pub(super) fn members_of(&self, set: &Set) -> BTreeSet<ClashMember> {
        set.members().into_iter().map(|m| self.members[m]).collect()
    }

    /// The positions with only these members.
    fn keeping(&self, kept: &Set) -> Positions {
        let given_up = (0..self.members.len()).filter(|m| !kept.contains(*m));
        without(
            &self.positions,
            &given_up.map(|m| self.members[m]).collect(),
        )
    }

    /// The question with only these members, and the number of each of its rules.
    fn part(&self, kept: &Set) -> (Problem, Vec<usize>) {
        let stands = |rule: usize| self.rules[rule].1.is_none_or(|m| kept.contains(m));
        let party = |party| match self.members.binary_search(&ClashMember::Floor(party)) {
            Ok(member) => kept.contains(member),
            Err(_) => true,
        };
        let numbers: Vec<usize> = self.rules.iter().map(|(number, _)| *number).collect();
        let standing = (0..self.rules.len()).filter(|r| stands(*r)).collect();
        (self.whole.keeping(&numbers, stands, party), standing)
    }

    /// Whether these members can hold together, in so many nodes and those of the budget.
    pub(super) fn ask(&self, kept: &Set, nodes_max: u64) -> Result<Asked, StopReason> {
        let (problem, places) = self.part(kept);
        let few = self.budget.nodes_max.is_none_or(|max| nodes_max < max);
        let budget = Budget {
            nodes_max: if few {
                Some(nodes_max)
            } else {
                self.budget.nodes_max
            },
            ..*self.budget
        };
        let mut search = Search::new(&problem, &budget);
        match search.run() {
            Outcome::Package(package) => {
                let known = self.known(package)?;
                if known.broken.is_disjoint(kept) {
                    Ok(Asked::Overlap(known))
                } else {
                    Err(self
                        .budget
                        .check_failed("a package breaks what it was found for"))
                }
            }
            Outcome::Refuted(tokens) => {
                let used = reasons::used(&problem, &search.weights, &tokens);
                let used = used.ok_or_else(|| self.budget.check_failed(NOT_WALKED))?;
                Ok(Asked::None(self.core(&problem, &places, &used)))
            }
            Outcome::Stopped(StopReason::NodeLimit) if few => Ok(Asked::Hard),
            Outcome::Stopped(reason) => Err(reason),
        }
    }

    /// The members that a refutation uses.
    fn core(&self, problem: &Problem, places: &[usize], used: &reasons::Used) -> Set {
        let mut core = Set::none(self.len());
        let rules = places.iter().zip(&used.rules).filter(|(_, used)| **used);
        let of_rules = rules.filter_map(|(place, _)| self.rules[*place].1);
        of_rules.for_each(|m| core.insert(m));
        let rows = problem.rows.iter().zip(&used.rows);
        for (row, _) in rows.filter(|(_, used)| **used) {
            let rule = self.rules.binary_search_by_key(&row.rule, |(n, _)| *n);
            let place = rule.expect("a row is one of a rule that stands");
            self.rules[place].1.into_iter().for_each(|m| core.insert(m));
        }
        let floors = problem.floors.iter().zip(&used.floors);
        for (floor, _) in floors.filter(|(_, used)| **used) {
            let member = self.members.binary_search(&ClashMember::Floor(floor.party));
            member.into_iter().for_each(|m| core.insert(m));
        }
        core
    }

    /// What a package breaks. It must keep the background.
    fn known(&self, package: Package) -> Result<Known, StopReason> {
        let mut broken = Set::none(self.len());
        match accept(self.case, &self.positions, &package) {
            Ok(_) => {}
            Err(PackageRefusal::Unmet(Unmet {
                demands,
                outside,
                below_floor,
            })) => {
                let demands = demands.into_iter().map(ClashMember::Demand);
                let floors = below_floor.into_iter().map(ClashMember::Floor);
                for member in demands.chain(floors) {
                    let member = self.members.binary_search(&member);
                    // What is no member is background.
                    broken.insert(member.map_err(|_| self.budget.check_failed(BACKGROUND))?);
                }
                if !outside.is_empty() {
                    return Err(self.budget.check_failed(BACKGROUND));
                }
            }
            Err(why) => return Err(self.budget.check_failed(why)),
        }
        Ok(Known { package, broken })
    }

    /// The checked claim that these members clash, with one package for each of them.
    pub(super) fn clash(&self, kept: &Set, packages: &[Package]) -> Result<Clash, StopReason> {
        let (problem, _) = self.part(kept);
        let mut search = Search::new(&problem, self.budget);
        let tokens = match search.run() {
            Outcome::Refuted(tokens) => tokens,
            Outcome::Package(_) => return Err(self.budget.check_failed(NO_CLASH)),
            Outcome::Stopped(reason) => return Err(reason),
        };
        let asked = self.keeping(kept);
        let proof = certificate::write(self.case, &asked, &problem, &search.weights, &tokens);
        let checked = clash(
            self.case,
            &self.positions,
            &self.negotiable(),
            self.members_of(kept),
            proof,
            packages,
        );
        checked.map_err(|why| self.budget.check_failed(why))
    }

    /// The checked claim that a package keeps everything but these members.
    pub(super) fn correction(
        &self,
        left_out: &Set,
        package: &Package,
    ) -> Result<Acceptable, StopReason> {
        let kept = Set::all(self.len()).without(left_out);
        let checked = accept(self.case, &self.keeping(&kept), package);
        checked.map_err(|why| self.budget.check_failed(why))
    }
}
