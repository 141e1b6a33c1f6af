//! What rules pick, by their definitions written out over every package: the oracle.

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::{Acceptable, every_package};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Among, Budget, Count, Rule, Variant, variants};

type Big = Ratio<BigInt>;

fn whole(value: i64) -> Big {
    Big::from_integer(value.into())
}

/// What comparing the rules with their definitions gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VariantsAudit {
    /// What does not agree, a sentence each; as confidential as the case.
    pub differences: Vec<String>,
    /// Answers that were stopped before they were decided.
    pub undecided: usize,
    /// For each rule, in the order of [`Rule::ALL`], whether it picks something.
    pub picked: Vec<bool>,
}

/// Compares what each rule picks with its definition, written out over every package. `None` when there
/// are more than `packages_max` packages; nobody may be without preferences.
pub fn audit_variants(
    case: &Case,
    by: (&[PartyId], &Disagreement),
    weights: &[u32],
    budget: &Budget<'_>,
    packages_max: u64,
) -> Option<VariantsAudit> {
    let (parties, disagreement) = by;
    let declared = every_package(case, &Positions::declared(case), packages_max)?;
    let possible = every_package(case, &Positions::laws(case), packages_max)?;
    let world = |all: &[Acceptable]| World {
        points: efficient(case, parties, all),
        ..World::new(case, parties, disagreement, weights, &possible)
    };
    let (acceptable, all) = (world(&declared), world(&possible));
    let found = variants(case, by, weights, &Rule::ALL, budget);
    let mut audit = VariantsAudit::default();
    for one in &found.picked {
        let right = match one.rule.among() {
            Among::Acceptable => acceptable.pick(one.rule),
            Among::All => all.pick(one.rule),
        };
        audit.picked.push(!right.is_empty());
        let (said, counted) = match &one.found {
            Variant::Found(found) => {
                let packages: Vec<_> = found.iter().map(|(package, _)| package.clone()).collect();
                let exact = found
                    .iter()
                    .all(|(_, count)| matches!(count, Count::Exact(_)));
                (efficient(case, parties, &packages), exact)
            }
            Variant::Nothing => (Vec::new(), true),
            Variant::Stopped(_) => {
                audit.undecided += 1;
                continue;
            }
        };
        audit.undecided += usize::from(!counted);
        if said != right {
            let name = one.rule.name();
            audit
                .differences
                .push(format!("{name}: {said:?} said, {right:?} by looking"));
        }
    }
    Some(audit)
}

/// 1 in the place of 0.
fn not_zero(value: Big) -> Big {
    if value == whole(0) { whole(1) } else { value }
}

/// Each value of a point through a function of its side.
fn each(point: &[Big], of: impl Fn(usize, &Big) -> Big) -> Vec<Big> {
    let sides = point.iter().enumerate();
    sides.map(|(side, value)| of(side, value)).collect()
}

/// What the definitions go by.
struct World {
    /// Score vectors, unscaled.
    points: Vec<Vec<Big>>,
    no_deal: Vec<Option<Big>>,
    worst: Vec<Big>,
    best: Vec<Big>,
    disagreement: Vec<Big>,
    weights: Vec<u32>,
}

impl World {
    /// Without points.
    fn new(
        case: &Case,
        parties: &[PartyId],
        disagreement: &Disagreement,
        weights: &[u32],
        possible: &[Acceptable],
    ) -> Self {
        let of = |party: &PartyId, value: i64| {
            let scale = case.parties[party.index()].sheet.open().scale;
            Big::new(value.into(), scale.into())
        };
        let scores = |party: &PartyId| -> Vec<i64> {
            let scores = possible.iter().filter_map(|p| p.scores()[party.index()]);
            scores.collect()
        };
        let end = |party: &PartyId, value: Option<i64>| of(party, value.unwrap_or(0));
        let no_deal = |party: &PartyId| {
            let no_deal = case.parties[party.index()].sheet.open().no_deal?;
            Some(of(party, no_deal))
        };
        let from = |party: &PartyId| {
            let value = disagreement.value(*party);
            value.map_or_else(
                || whole(0),
                |v| Big::new((*v.numer()).into(), (*v.denom()).into()),
            )
        };
        let each = parties.iter();
        Self {
            points: Vec::new(),
            no_deal: each.clone().map(no_deal).collect(),
            worst: each
                .clone()
                .map(|p| end(p, scores(p).into_iter().min()))
                .collect(),
            best: each
                .clone()
                .map(|p| end(p, scores(p).into_iter().max()))
                .collect(),
            disagreement: each.map(from).collect(),
            weights: weights.to_vec(),
        }
    }

    fn floor(&self, side: usize) -> Big {
        match &self.no_deal[side] {
            Some(value) if *value >= self.worst[side] => value.clone(),
            _ => self.worst[side].clone(),
        }
    }

    /// The points with the largest value.
    fn largest(&self, of: impl Fn(&[Big]) -> Big) -> Vec<Vec<Big>> {
        let most = self.points.iter().map(|p| of(p)).max();
        let points = self.points.iter().filter(|p| Some(of(p)) == most);
        points.cloned().collect()
    }

    fn pick(&self, rule: Rule) -> Vec<Vec<Big>> {
        let sides = || 0..self.worst.len();
        let stuck = sides().any(|side| self.best[side] <= self.floor(side));
        let flat = sides().any(|side| self.best[side] == self.worst[side]);
        let spread = |values: &[Big]| {
            let ends = values.iter().max().zip(values.iter().min());
            ends.map_or_else(|| whole(0), |(most, least)| most - least)
        };
        let gains = |p: &[Big]| each(p, |side, u| u - self.floor(side));
        let shares = |p: &[Big]| {
            each(p, |side, u| {
                let floor = self.floor(side);
                (u - &floor) / (&self.best[side] - &floor)
            })
        };
        match rule {
            Rule::TextbookKs
            | Rule::NegmasNash
            | Rule::NegmasKalai
            | Rule::NegmasModifiedKalai
            | Rule::NegmasKs
            | Rule::NegmasModifiedKs
            | Rule::AnlKalai
                if stuck =>
            {
                self.points.clone()
            }
            Rule::NegmasMaxWelfare | Rule::NegmasMaxRelativeWelfare if flat => self.points.clone(),
            Rule::TextbookKs => self.largest(|p| shares(p).into_iter().min().unwrap_or_default()),
            Rule::NegmasNash => self.largest(|p| gains(p).into_iter().product()),
            Rule::NegmasKalai => self.largest(|p| gains(p).into_iter().min().unwrap_or_default()),
            Rule::NegmasModifiedKalai => {
                self.largest(|p| p.iter().min().cloned().unwrap_or_default())
            }
            Rule::NegmasKs => self.largest(|p| -spread(&shares(p))),
            Rule::NegmasModifiedKs => self.largest(|p| {
                let shares = each(p, |side, u| u / not_zero(self.best[side].clone()));
                -spread(&shares)
            }),
            Rule::NegmasMaxWelfare | Rule::NegologKalai => self.largest(|p| p.iter().sum::<Big>()),
            Rule::NegmasMaxRelativeWelfare => self.relative_welfare(),
            Rule::AnlKalai => self.largest(|p| {
                let shares = each(p, |side, u| {
                    let range = &self.best[side] - &self.worst[side];
                    (u - self.floor(side)) / not_zero(range)
                });
                shares.into_iter().min().unwrap_or_default()
            }),
            Rule::GeniusNash => self.largest(|p| {
                let no_deal = |side: usize| self.no_deal[side].clone().unwrap_or_default();
                let gains = each(p, |side, u| u - no_deal(side));
                gains.into_iter().product()
            }),
            Rule::GeniusKs => self.largest(|p| {
                let mut sum = whole(0);
                for one in p {
                    for two in p {
                        sum += if one > two { one - two } else { two - one };
                    }
                }
                -sum
            }),
            Rule::NegologNash => self.largest(|p| p.iter().product()),
            Rule::EqualGains => {
                self.largest(|p| -spread(&each(p, |side, u| u - &self.disagreement[side])))
            }
            Rule::WeightedNash => self.weighted(),
        }
    }

    fn relative_welfare(&self) -> Vec<Vec<Big>> {
        self.largest(|p| {
            let shares = each(p, |side, u| {
                let range = not_zero(&self.best[side] - self.floor(side));
                (u - &self.worst[side]) / range
            });
            shares.iter().sum()
        })
    }

    fn weighted(&self) -> Vec<Vec<Big>> {
        let gains = |p: &[Big]| each(p, |side, u| u - &self.disagreement[side]);
        let gainers = |p: &[Big]| -> Vec<bool> { gains(p).iter().map(|g| *g > whole(0)).collect() };
        let safe = |p: &&Vec<Big>| gains(p).iter().all(|g| *g >= whole(0));
        let size = |p: &&Vec<Big>| gainers(p).iter().filter(|g| **g).count();
        let product = |p: &[Big]| {
            let mut product = whole(1);
            for (gain, weight) in gains(p).iter().zip(&self.weights) {
                if *gain > whole(0) {
                    (0..*weight).for_each(|_| product *= gain);
                }
            }
            product
        };
        let safe: Vec<&Vec<Big>> = self.points.iter().filter(safe).collect();
        let most = safe.iter().map(size).max();
        let safe: Vec<&Vec<Big>> = safe.into_iter().filter(|p| Some(size(p)) == most).collect();
        let best = |p: &&Vec<Big>| {
            let same = safe.iter().filter(|other| gainers(other) == gainers(p));
            same.clone().all(|other| product(other) <= product(p))
        };
        safe.iter().copied().filter(best).cloned().collect()
    }
}

/// The values of packages that no other dominates, each once, from the most for the first down.
fn efficient(case: &Case, parties: &[PartyId], all: &[Acceptable]) -> Vec<Vec<Big>> {
    let values = |p: &Acceptable| -> Vec<Big> {
        let value = |party: &PartyId| {
            let scale = case.parties[party.index()].sheet.open().scale;
            Big::new(p.scores()[party.index()].unwrap_or(0).into(), scale.into())
        };
        parties.iter().map(value).collect()
    };
    let mut points: Vec<Vec<Big>> = all.iter().map(values).collect();
    points.sort();
    points.dedup();
    points.reverse();
    let below =
        |one: &Vec<Big>, two: &Vec<Big>| one != two && one.iter().zip(two).all(|(a, b)| a <= b);
    let kept = points
        .iter()
        .filter(|p| !points.iter().any(|other| below(p, other)));
    kept.cloned().collect()
}
