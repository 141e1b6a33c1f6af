//! The smallest change that makes a package acceptable.

use winset_check::{Acceptable, Best, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::{Case, Scores};
use winset_model::derived::DerivedDraft;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::listing::listing;
use crate::numbers::signed;
use crate::search::{Undecided, overlap};
use crate::survey::best;

/// A question about packages that are like a given one: the case with one more party, which scores
/// 1 for every point that is settled as in that package.
#[derive(Debug, Clone)]
pub struct Likeness {
    /// The derived case.
    pub case: Case,
    /// The positions to ask about in it; the added party has no floor yet.
    pub positions: Positions,
    /// The added party.
    pub party: PartyId,
}

impl Likeness {
    /// Restates a question for packages like this one, which must settle every point.
    ///
    /// # Errors
    /// Never for cases within the limits of files: the likeness is at most the number of points.
    pub fn new(case: &Case, positions: &Positions, package: &Package) -> Result<Self, StopReason> {
        let mut draft = DerivedDraft::of(case);
        let alike = |(point, option): (&winset_model::case::Point, _)| {
            let same = |o| i64::from(winset_model::options::OptionId::at(o) == option);
            (0..point.options.len()).map(same).collect()
        };
        let options = package.0.iter().copied();
        let scores = Scores {
            by_option: case.points.iter().zip(options).map(alike).collect(),
            bonuses: Vec::new(),
        };
        let added = draft.add_party("likeness", "Points settled alike", scores);
        let party = added.map_err(|_| StopReason::NumberLimit)?;
        let mut positions = positions.clone();
        positions.floors.push(None);
        Ok(Self {
            case: draft.finish(),
            positions,
            party,
        })
    }

    /// The positions that admit packages which differ from the given one on at most so many points.
    #[must_use]
    pub fn within(&self, changes_max: usize) -> Positions {
        let points = self.case.points.len();
        let floor = Some(signed(points - changes_max.min(points)));
        self.positions.clone().with_floor(self.party, floor)
    }
}

/// The acceptable packages nearest to a given one.
#[derive(Debug)]
pub struct Nearest {
    /// On how many points they differ from it.
    pub changes: usize,
    /// The packages, in point-then-option order; acceptable in the case that was asked about.
    pub packages: Vec<Acceptable>,
    /// Why there may be more of them; `None` when these are all.
    pub more: Option<StopReason>,
    /// That none is nearer: the best for the party that counts points settled alike.
    pub proof: Best,
    /// The derived case and question that the proof is about.
    pub asked: Likeness,
}

/// Finds the acceptable packages that change the fewest points of a package, at most so many of
/// them.
///
/// Found: with a proof that fewer changes do not do. Impossible: there is no acceptable package.
/// The package itself is found, with no change, when it is acceptable.
pub fn nearest(
    case: &Case,
    positions: &Positions,
    package: &Package,
    packages_max: usize,
    budget: &Budget<'_>,
) -> Answer<Nearest, NoOverlap, Undecided> {
    let witness = match overlap(case, positions, budget) {
        Answer::Found(witness) => witness,
        Answer::Impossible(proof) => return Answer::Impossible(proof),
        Answer::Stopped { reason, bound, .. } => return stopped(reason, bound),
    };
    let found = Likeness::new(case, positions, package).and_then(|asked| {
        let known = winset_check::accept(&asked.case, &asked.positions, witness.package());
        let known = known.map_err(|why| budget.check_failed(why))?;
        let proof = best(&asked.case, &asked.positions, asked.party, &known, budget)?;
        let proof = proof.ok_or_else(|| budget.check_failed("nothing counts points settled alike"));
        Ok((asked, proof?))
    });
    let (asked, proof) = match found {
        Ok(found) => found,
        Err(reason) => {
            let at_most = case.package_count();
            return stopped(reason, Undecided { at_most });
        }
    };
    let changes = changes(case, &proof);
    let listed = listing(&asked.case, &asked.within(changes), packages_max, budget);
    let mut more = listed.stopped;
    let mut packages = Vec::with_capacity(listed.packages.len().max(1));
    for alike in &listed.packages {
        match winset_check::accept(case, positions, alike.package()) {
            Ok(acceptable) => packages.push(acceptable),
            Err(why) => more = Some(budget.check_failed(why)),
        }
    }
    Answer::Found(Nearest {
        changes,
        packages,
        more,
        proof,
        asked,
    })
}

/// On how many points the package with the most points settled alike differs.
fn changes(case: &Case, alike: &Best) -> usize {
    let alike = usize::try_from(alike.value()).ok();
    let changes = alike.and_then(|alike| case.points.len().checked_sub(alike));
    changes.expect("points settled alike are points of the case")
}

fn stopped<T>(reason: StopReason, bound: Undecided) -> Answer<T, NoOverlap, Undecided> {
    Answer::Stopped {
        reason,
        best: None,
        bound,
    }
}
