//! Rules under other programs' names, on random small cases against their definitions, written out
//! over every package.

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::{Acceptable, every_package};
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, small};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Among, Budget, Count, Rule, Variant, variants};

type Big = Ratio<BigInt>;

fn read(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

fn whole(value: i64) -> Big {
    Big::from_integer(value.into())
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
        let spread = |values: &[Big]| values.iter().max().unwrap() - values.iter().min().unwrap();
        let gains = |p: &[Big]| each(p, |side, u| u - self.floor(side));
        let shares = |p: &[Big]| {
            each(p, |side, u| {
                let floor = self.floor(side);
                (u - &floor) / (&self.best[side] - &floor)
            })
        };
        let not_zero = |value: Big| if value == whole(0) { whole(1) } else { value };
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
            Rule::TextbookKs => self.largest(|p| shares(p).into_iter().min().unwrap()),
            Rule::NegmasNash => self.largest(|p| gains(p).into_iter().product()),
            Rule::NegmasKalai => self.largest(|p| gains(p).into_iter().min().unwrap()),
            Rule::NegmasModifiedKalai => self.largest(|p| p.iter().min().unwrap().clone()),
            Rule::NegmasKs => self.largest(|p| -spread(&shares(p))),
            Rule::NegmasModifiedKs => self.largest(|p| {
                let shares = each(p, |side, u| u / not_zero(self.best[side].clone()));
                -spread(&shares)
            }),
            Rule::NegmasMaxWelfare | Rule::NegologKalai => self.largest(|p| p.iter().sum::<Big>()),
            Rule::NegmasMaxRelativeWelfare => self.largest(|p| {
                let shares = each(p, |side, u| {
                    let range = not_zero(&self.best[side] - self.floor(side));
                    (u - &self.worst[side]) / range
                });
                shares.iter().sum()
            }),
            Rule::AnlKalai => self.largest(|p| {
                let shares = each(p, |side, u| {
                    let range = &self.best[side] - &self.worst[side];
                    (u - self.floor(side)) / not_zero(range)
                });
                shares.into_iter().min().unwrap()
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
            Big::new(p.scores()[party.index()].unwrap().into(), scale.into())
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

fn world(case: &Case, parties: &[PartyId], rng: &mut Rng) -> (World, World, Disagreement) {
    let declared = every_package(case, &Positions::declared(case), PACKAGES_MAX as u64).unwrap();
    let possible = every_package(case, &Positions::laws(case), PACKAGES_MAX as u64).unwrap();
    let mut disagreement = Disagreement::of(case);
    for party in parties {
        if rng.chance(1, 3) {
            let value = winset_model::number::Exact::new(rng.below(40) as i128 - 10, 3);
            disagreement = disagreement.with(*party, value);
        }
    }
    let scale = |party: &PartyId| case.parties[party.index()].sheet.open().scale;
    let scores = |party: &PartyId| -> Vec<i64> {
        let scores = possible.iter().map(|p| p.scores()[party.index()]);
        scores.map(Option::unwrap).collect()
    };
    let exact = |value: winset_model::number::Exact| {
        Big::new((*value.numer()).into(), (*value.denom()).into())
    };
    let of = |party: &PartyId, value: i64| Big::new(value.into(), scale(party).into());
    let weights: Vec<u32> = parties.iter().map(|_| [1, 2, 3][rng.below(3)]).collect();
    let world = |points: Vec<Vec<Big>>| World {
        points,
        no_deal: parties
            .iter()
            .map(|p| {
                case.parties[p.index()]
                    .sheet
                    .open()
                    .no_deal
                    .map(|v| of(p, v))
            })
            .collect(),
        worst: parties
            .iter()
            .map(|p| of(p, scores(p).into_iter().min().unwrap_or(0)))
            .collect(),
        best: parties
            .iter()
            .map(|p| of(p, scores(p).into_iter().max().unwrap_or(0)))
            .collect(),
        disagreement: parties
            .iter()
            .map(|p| exact(disagreement.value(*p).unwrap()))
            .collect(),
        weights: weights.clone(),
    };
    (
        world(efficient(case, parties, &declared)),
        world(efficient(case, parties, &possible)),
        disagreement,
    )
}

#[test]
fn rules_pick_what_their_definitions_say() {
    const SEEDS: u64 = 1_500;
    let mut picked = vec![0_u64; Rule::ALL.len()];
    for seed in 0..SEEDS {
        let case = read(seed);
        let scored = |p: &PartyId| case.parties[p.index()].sheet.open().scores.is_some();
        let parties = (0..case.parties.len()).map(PartyId::at).filter(scored);
        let parties: Vec<PartyId> = parties.collect();
        if parties.is_empty() {
            continue;
        }
        let mut rng = Rng::new(seed);
        let (acceptable, all, disagreement) = world(&case, &parties, &mut rng);
        let terms = (parties.as_slice(), &disagreement);
        let budget = Budget::unlimited();
        let found = variants(&case, terms, &acceptable.weights, &Rule::ALL, &budget);
        for (count, one) in picked.iter_mut().zip(&found.picked) {
            let right = match one.rule.among() {
                Among::Acceptable => acceptable.pick(one.rule),
                Among::All => all.pick(one.rule),
            };
            let said: Vec<Vec<Big>> = match &one.found {
                Variant::Found(found) => {
                    assert!(
                        found
                            .iter()
                            .all(|(_, count)| matches!(count, Count::Exact(_)))
                    );
                    let packages: Vec<_> =
                        found.iter().map(|(package, _)| package.clone()).collect();
                    efficient(&case, &parties, &packages)
                }
                Variant::Nothing => Vec::new(),
                Variant::Stopped(reason) => panic!("{seed} {}: {reason:?}", one.rule.name()),
            };
            assert_eq!(said, right, "{seed} {}", one.rule.name());
            *count += u64::from(!right.is_empty());
        }
    }
    assert!(picked.iter().all(|count| *count > SEEDS / 4), "{picked:?}");
}

#[test]
fn names_are_unique_and_told() {
    let names: std::collections::BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
}
