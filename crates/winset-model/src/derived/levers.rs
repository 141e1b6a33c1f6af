//! Which levers to pull: a case with a choice for each of them, and what the choices cost.

use std::collections::BTreeSet;

use num_integer::Integer as _;

use super::draft::{DerivedDraft, TooLarge};
use crate::case::{Case, POINTS_MAX, Scores};
use crate::condition::Condition;
use crate::number::Exact;
use crate::options::{OptionId, OptionSet, Package, PartyId, PointId};
use crate::positions::Positions;

/// A question about levers, restated: every lever whose target has a floor has a choice of its own,
/// and a lever that is pulled gives its target the score by which it lowers the target's no-deal
/// value.
///
/// An acceptable package of the derived case is a package of the case with the choices of what to
/// pull; the party [`burden`](Self::burden) scores minus what that costs.
#[derive(Debug, Clone)]
pub struct Levered {
    /// The derived case. A target's scale is raised where a lever moves it by less than a unit.
    pub case: Case,
    /// The positions to ask about in it: those that were asked about, floors on the raised scales.
    pub positions: Positions,
    /// For each party of the case that could pull a lever, the party of the derived case that scores
    /// minus the cost to it.
    pub costs: Vec<Option<PartyId>>,
    /// The party that scores minus (the sum of all costs times [`unit`](Self::unit), plus the number
    /// of levers), so that of equally dear sets the smaller is better.
    pub burden: PartyId,
    /// What one unit of cost counts in the burden.
    pub unit: i64,
    /// The levers that could be pulled, and the points of the derived case that say so.
    choices: Vec<(usize, PointId)>,
    points: usize,
}

const KEEP: OptionId = OptionId(0);
const PULL: OptionId = OptionId(1);

impl Levered {
    /// Restates the question of what to pull.
    ///
    /// # Errors
    /// When the levers are too many, or the scores or costs too large, to be restated.
    pub fn new(case: &Case, positions: &Positions) -> Result<Self, TooLarge> {
        let mut draft = DerivedDraft::of(case);
        let mut asked = positions.clone();
        let has_floor = |l: &usize| positions.floors[case.levers[*l].target.index()].is_some();
        let usable: Vec<usize> = (0..case.levers.len()).filter(has_floor).collect();
        if case.points.len() + usable.len() > POINTS_MAX {
            return Err(TooLarge);
        }
        for (p, floor) in asked.floors.iter_mut().enumerate() {
            let party = PartyId::at(p);
            let scale = case.parties[p].sheet.open().scale;
            let deltas = usable.iter().map(|l| &case.levers[*l]);
            let deltas = deltas.filter(|l| l.target == party);
            let factor = finer(scale, deltas.map(|l| l.no_deal_delta))?;
            draft.raise_scale(party, factor)?;
            *floor = floor
                .map(|f| f.checked_mul(factor).ok_or(TooLarge))
                .transpose()?;
        }
        let mut choices = Vec::new();
        for l in usable {
            let lever = &case.levers[l];
            let id = format!("pull/{}", lever.id);
            let title = format!("Whether {} is pulled", lever.id);
            let point = draft.add_choice(&id, &title, ["keep", "pull"]);
            let scale = draft.case().parties[lever.target.index()]
                .sheet
                .open()
                .scale;
            let relief = on_scale(-lever.no_deal_delta, scale)?;
            draft.add_to_score(lever.target, point, PULL, relief)?;
            choices.push((l, point));
        }
        let mut levered = Self {
            case: case.clone(),
            positions: asked,
            costs: vec![None; case.parties.len()],
            burden: PartyId(0),
            unit: 1 + i64::try_from(choices.len()).map_err(|_| TooLarge)?,
            choices,
            points: case.points.len(),
        };
        levered.score(case, draft)?;
        Ok(levered)
    }

    /// Adds the parties that score what is pulled.
    fn score(&mut self, case: &Case, mut draft: DerivedDraft) -> Result<(), TooLarge> {
        let rows = draft.case().points.iter().map(|p| vec![0; p.options.len()]);
        let blank = Scores {
            by_option: rows.collect(),
            bonuses: Vec::new(),
        };
        let mut burden = blank.clone();
        for p in 0..case.parties.len() {
            let party = PartyId::at(p);
            let mut costs = blank.clone();
            let mut pulls = false;
            for (l, point) in &self.choices {
                let lever = &case.levers[*l];
                if lever.by != party {
                    continue;
                }
                pulls = true;
                let cost = i64::try_from(lever.cost_to_puller).map_err(|_| TooLarge)?;
                let whole = cost.checked_mul(self.unit).and_then(|c| c.checked_add(1));
                costs.by_option[point.index()][PULL.index()] = -cost;
                burden.by_option[point.index()][PULL.index()] = -whole.ok_or(TooLarge)?;
            }
            if pulls {
                let id = format!("cost/{}", case.parties[p].id);
                let name = format!("Costs to {}", case.parties[p].name);
                self.costs[p] = Some(draft.add_party(&id, &name, costs)?);
            }
        }
        self.burden = draft.add_party("burden", "All costs, then all levers", burden)?;
        self.positions
            .floors
            .resize(draft.case().parties.len(), None);
        self.case = draft.finish();
        Ok(())
    }

    /// The levers that a package of the derived case pulls.
    pub fn pulled(&self, package: &Package) -> BTreeSet<usize> {
        let pulled = self.choices.iter().filter(|(_, p)| package.on(*p) == PULL);
        pulled.map(|(lever, _)| *lever).collect()
    }

    /// The package of the case inside a package of the derived case.
    pub fn package(&self, package: &Package) -> Package {
        Package(package.0[..self.points].to_vec())
    }

    /// The condition, on packages of the derived case, that they do not pull all of these levers.
    pub fn less_than(&self, levers: &BTreeSet<usize>) -> Condition {
        let named = self.choices.iter().filter(|(l, _)| levers.contains(l));
        let kept = named.map(|(_, point)| Condition::holds(*point, OptionSet::only(KEEP)));
        Condition::any(kept.collect())
    }

    /// The same question with one more law on packages of the derived case.
    #[must_use]
    pub fn with_law(&self, id: &str, condition: Condition) -> Self {
        let mut draft = DerivedDraft::of(&self.case);
        draft.add_law(id, condition);
        Self {
            case: draft.finish(),
            ..self.clone()
        }
    }
}

/// The positions after levers: each floor moved by all of those that have it as their target. A
/// floor between two numbers of its party's scale is the upper one, which no package can tell from
/// it. `None` when a value cannot be held.
pub fn after_levers(
    case: &Case,
    positions: &Positions,
    levers: &BTreeSet<usize>,
) -> Option<Positions> {
    let mut moved = positions.clone();
    for (p, floor) in moved.floors.iter_mut().enumerate() {
        let Some(value) = floor else { continue };
        let mut sum = Exact::from_integer(0);
        for lever in levers.iter().map(|l| &case.levers[*l]) {
            if lever.target.index() == p {
                sum = crate::number::add(sum, lever.no_deal_delta)?;
            }
        }
        let scale = i128::from(case.parties[p].sheet.open().scale);
        let sum = crate::number::mul(sum, Exact::from_integer(scale))?;
        let sum = i64::try_from(sum.numer().div_ceil(sum.denom())).ok()?;
        *floor = Some(value.checked_add(sum)?);
    }
    Some(moved)
}

/// The least factor that brings a scale to one on which every number is whole.
fn finer(scale: i64, numbers: impl Iterator<Item = Exact>) -> Result<i64, TooLarge> {
    let scale = i128::from(scale);
    let mut fine = scale;
    for number in numbers {
        // Denominators are below 2^60 and the scale is below 2^63 here.
        let common = fine.gcd(number.denom());
        fine = fine
            .checked_mul(number.denom() / common)
            .filter(|f| i64::try_from(*f).is_ok())
            .ok_or(TooLarge)?;
    }
    i64::try_from(fine / scale).map_err(|_| TooLarge)
}

/// A number on a scale on which it is whole.
fn on_scale(number: Exact, scale: i64) -> Result<i64, TooLarge> {
    let scaled = crate::number::mul(number, Exact::from_integer(i128::from(scale)));
    let scaled = scaled.filter(Exact::is_integer).ok_or(TooLarge)?;
    i64::try_from(scaled.to_integer()).map_err(|_| TooLarge)
}
