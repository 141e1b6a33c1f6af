//! What the page for a principal is made from.

use winset_check::{Acceptable, ClashMember, Opening};
use winset_model::answer::StopReason;
use winset_model::case::{Case, DemandId};
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;
use winset_solve::{
    Alone, Clashes, CrossingDates, JointPressure, Levers, Openings, Overlap, Pressure, Settlements,
    Status, Target, Verdict,
};

use crate::clashes::ToldClash;
use crate::opening::{costs_by_owner, given_up};
use crate::settled::picked;
use crate::standing::{self, Standing};
use crate::verdict::amount;

/// What was found about a case at its declared positions.
#[derive(Debug)]
pub struct BriefFindings<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its declared positions.
    pub declared: Positions,
    /// What each party is called in a sentence, as [`crate::party_names`] has it.
    pub names: Vec<String>,
    /// Whether there is an overlap.
    pub verdict: &'a Verdict,
    /// The clashes as they were found.
    pub clashes: &'a Clashes,
    /// For each point the number of clashes that touch it, as [`clashes_of_points`](crate::status::clashes_of_points)
    /// has it.
    pub touched: Vec<usize>,
    /// Those of demands, in words.
    pub told: Vec<&'a ToldClash>,
    /// The openings; none where nobody's demands may move.
    pub openings: Option<&'a Openings>,
    /// The overlap that is there, or that the first opening leaves.
    pub overlap: Option<&'a Overlap>,
    /// What rules pick in it.
    pub settled: Option<&'a Settlements>,
    /// Values without a deal, levers and time.
    pub pressure: BriefPressure<'a>,
    /// How each point stands.
    pub status: &'a Status,
}

/// What values without a deal, levers and time do.
#[derive(Debug, Clone, Copy)]
pub struct BriefPressure<'a> {
    /// For each party, how far its value alone has to move.
    pub gaps: &'a [Pressure],
    /// All values together.
    pub joint: &'a JointPressure,
    /// What levers do; none where the case has none.
    pub levers: Option<&'a Levers>,
    /// What each lever does alone, where there is an overlap.
    pub alone: &'a [Result<Alone, StopReason>],
    /// What trends do; none where no value moves.
    pub time: Option<&'a CrossingDates>,
}

/// A demand, and where it moves to.
pub(super) type MovedDemand = (DemandId, Target);

/// What an opening asks of a party.
#[derive(Debug)]
pub struct OwnedMoves {
    /// Whose.
    pub party: PartyId,
    /// Its demands, and where they move to.
    pub moves: Vec<(DemandId, Target)>,
    /// What that costs the party, by its own estimate.
    pub cost: u64,
}

/// A package that rules pick, and what they are called.
#[derive(Debug)]
pub struct PickedPackage<'a> {
    /// The rules by name.
    pub rules: Vec<String>,
    /// What they pick.
    pub package: &'a Acceptable,
}

impl<'a> BriefFindings<'a> {
    /// The name of a party in a sentence.
    pub fn name(&self, party: PartyId) -> &str {
        &self.names[party.index()]
    }

    /// How the declared positions stand.
    pub fn standing(&self) -> Standing<'_> {
        standing::declared(self.verdict)
    }

    /// The first opening, when something has to be given up for it.
    pub fn opening(&self) -> Option<&'a Opening> {
        let first = self.openings?.list.first()?.opening();
        (!first.concession().is_empty()).then_some(first)
    }

    /// The moves of an opening by their owners, in the case's order.
    pub fn moves(&self, opening: &Opening) -> Vec<OwnedMoves> {
        let case = self.case;
        let moves = given_up(opening.concession());
        let owners = costs_by_owner(case, opening).into_iter();
        owners
            .map(|(party, cost)| {
                let owned = |(demand, _): &&MovedDemand| {
                    crate::owner(case, ClashMember::Demand(*demand)) == Some(party)
                };
                OwnedMoves {
                    party,
                    moves: moves.iter().filter(owned).copied().collect(),
                    cost,
                }
            })
            .collect()
    }

    /// The packages that rules pick first, each once.
    pub fn picked(&self) -> Vec<PickedPackage<'a>> {
        let picked = self.settled.map_or_else(Vec::new, picked);
        let picked = picked.into_iter();
        picked
            .map(|(rules, package)| PickedPackage { rules, package })
            .collect()
    }

    /// How many points the overlap settles in one way; none where that is not known.
    pub fn fixed(&self) -> Option<usize> {
        Some(settled_points(self.overlap?.occurring.as_ref()?))
    }

    /// What the first opening leaves: "240 packages are".
    pub fn remaining(&self) -> String {
        let all = self.case.package_count();
        self.overlap
            .map_or_else(String::new, |overlap| match amount(&overlap.count, &all) {
                (packages, true) => format!("{packages} package is"),
                (packages, false) => format!("{packages} packages are"),
            })
    }
}

/// How many points are settled in one way, of the options that occur at each.
pub fn settled_points(sets: &[OptionSet]) -> usize {
    sets.iter().filter(|set| set.len() == 1).count()
}
