//! Figures of scenarios, on random small cases against every package and every pair of packages.

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::{Acceptable, every_package};
use winset_gen::small::{PACKAGES_MAX, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Count, Rule, Stats, placed, stats};

type Big = Ratio<BigInt>;

fn read(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

fn values(case: &Case, parties: &[PartyId], package: &Acceptable) -> Vec<Big> {
    let value = |party: &PartyId| {
        let scale = case.parties[party.index()].sheet.open().scale;
        let score = package.scores()[party.index()].unwrap();
        Big::new(score.into(), scale.into())
    };
    parties.iter().map(value).collect()
}

/// Parties with preferences.
fn parties(case: &Case) -> Vec<PartyId> {
    let scored = |p: &PartyId| case.parties[p.index()].sheet.open().scores.is_some();
    (0..case.parties.len())
        .map(PartyId::at)
        .filter(scored)
        .collect()
}

/// A case with its figures, and every package that is acceptable, and that is possible.
struct World {
    case: Case,
    parties: Vec<PartyId>,
    figures: Stats,
    declared: Vec<Acceptable>,
    possible: Vec<Acceptable>,
}

/// The worlds of some seeds in which somebody has preferences.
fn worlds() -> impl Iterator<Item = (u64, World)> {
    (0..600).filter_map(|seed| {
        let case = read(seed);
        let parties = parties(&case);
        if parties.is_empty() {
            return None;
        }
        let every = |positions| every_package(&case, &positions, PACKAGES_MAX as u64).unwrap();
        let world = World {
            figures: stats(&case, &parties, &Budget::unlimited()),
            declared: every(Positions::declared(&case)),
            possible: every(Positions::laws(&case)),
            parties,
            case,
        };
        Some((seed, world))
    })
}

fn zero() -> Big {
    Big::from_integer(0.into())
}

impl World {
    fn of(&self, package: &Acceptable) -> Vec<Big> {
        values(&self.case, &self.parties, package)
    }

    /// How far a package is from where everybody has its best, as shares of the best.
    fn short(&self, package: &Acceptable, best: &[Big]) -> Big {
        let one = Big::from_integer(1.into());
        let values = self.of(package);
        let terms = values.iter().zip(best).map(|(value, best)| {
            let short = if *best == zero() {
                &one - value
            } else {
                &one - value / best
            };
            &short * &short
        });
        terms.sum()
    }

    /// Pairs of packages that two parties rank in opposite order, and pairs that are not the same.
    fn against(&self, parties: [PartyId; 2]) -> (u128, u128) {
        let score = |p: &Acceptable, side: usize| p.scores()[parties[side].index()].unwrap();
        let (mut against, mut pairs) = (0, 0);
        for (place, first) in self.possible.iter().enumerate() {
            for second in &self.possible[place + 1..] {
                let order = [0, 1].map(|side| score(first, side).cmp(&score(second, side)));
                pairs += u128::from(order != [std::cmp::Ordering::Equal; 2]);
                let opposite = order[0] != order[1] && !order.iter().any(|o| o.is_eq());
                against += u128::from(opposite);
            }
        }
        (against, pairs)
    }
}

#[test]
fn counts_and_opposition_are_those_of_every_package() {
    let mut opposed = 0;
    for (seed, world) in worlds() {
        let World {
            case,
            parties,
            figures,
            declared,
            possible,
        } = &world;
        let exact = |count: usize| Count::Exact(count.into());
        assert_eq!(figures.possible, exact(possible.len()), "{seed}");
        assert_eq!(figures.acceptable, exact(declared.len()), "{seed}");
        let above = |package: &&Acceptable| {
            parties.iter().all(|party| {
                let no_deal = case.parties[party.index()].sheet.open().no_deal;
                no_deal.is_none_or(|floor| package.scores()[party.index()] > Some(floor))
            })
        };
        let above = declared.iter().filter(above).count();
        assert_eq!(figures.above, exact(above), "{seed}");
        let all: Vec<Vec<Big>> = possible.iter().map(|p| world.of(p)).collect();
        let best = |side: usize| all.iter().map(|values| values[side].clone()).max();
        let best: Vec<Big> = (0..parties.len()).filter_map(best).collect();
        let least = declared.iter().map(|p| world.short(p, &best)).min();
        assert_eq!(figures.opposition, least, "{seed}");
        opposed += usize::from(least.is_some_and(|least| least > zero()));
    }
    assert!(opposed > 150, "{opposed}");
}

#[test]
fn pairs_are_those_of_every_pair_of_packages() {
    let mut opposed = 0;
    for (seed, world) in worlds() {
        for conflict in &world.figures.conflicts {
            let conflict = conflict.as_ref().unwrap();
            let (against, pairs) = world.against(conflict.parties);
            assert_eq!(
                (conflict.opposed, conflict.pairs),
                (against, pairs),
                "{seed}"
            );
            opposed += usize::from(against > 0);
            let differences = world.possible.iter().map(|p| {
                let values = values(&world.case, &conflict.parties, p);
                &values[0] - &values[1]
            });
            let count = Big::from_integer(world.possible.len().max(1).into());
            assert_eq!(conflict.balance, differences.sum::<Big>() / count, "{seed}");
        }
    }
    assert!(opposed > 300, "{opposed}");
}

#[test]
fn distances_are_to_the_nearest_pick() {
    let mut nearest = 0;
    for (seed, world) in worlds() {
        let Some(package) = world.declared.last() else {
            continue;
        };
        let placed = placed(&world.case, &world.figures, package.package());
        let own = world.of(package);
        let distance = |other: &Acceptable| -> Big {
            let other = world.of(other);
            let terms = own.iter().zip(&other).map(|(a, b)| (a - b) * (a - b));
            terms.sum()
        };
        for (rule, said) in &placed.rules {
            let found = world.figures.variants.found(*rule).unwrap_or_default();
            let right = found.iter().map(|(package, _)| distance(package)).min();
            assert_eq!(*said, right, "{seed} {}", rule.name());
            nearest += usize::from(*rule == Rule::NegmasNash && right.is_some_and(|d| d > zero()));
        }
        assert_eq!(placed.welfare.0, own.iter().sum::<Big>());
    }
    assert!(nearest > 50, "{nearest}");
}
