//! Figures of scenarios, on random small cases against every package and every pair of packages.

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::{Acceptable, every_package};
use winset_gen::small::{PACKAGES_MAX, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Count, Rule, placed, stats};

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

#[test]
fn figures_are_those_of_every_package() {
    let (mut opposed, mut nearest) = (0, 0);
    for seed in 0..600 {
        let case = read(seed);
        let parties = parties(&case);
        if parties.is_empty() {
            continue;
        }
        let figures = stats(&case, &parties, &Budget::unlimited());
        let declared =
            every_package(&case, &Positions::declared(&case), PACKAGES_MAX as u64).unwrap();
        let possible = every_package(&case, &Positions::laws(&case), PACKAGES_MAX as u64).unwrap();
        let exact = |count: usize| Count::Exact(count.into());
        assert_eq!(figures.possible, exact(possible.len()), "{seed}");
        assert_eq!(figures.acceptable, exact(declared.len()), "{seed}");
        let above = |package: &&Acceptable| {
            parties.iter().all(|party| {
                let no_deal = case.parties[party.index()].sheet.open().no_deal;
                no_deal.is_none_or(|floor| package.scores()[party.index()] > Some(floor))
            })
        };
        assert_eq!(
            figures.above,
            exact(declared.iter().filter(above).count()),
            "{seed}"
        );

        let one = Big::from_integer(1.into());
        let zero = Big::from_integer(0.into());
        let all: Vec<Vec<Big>> = possible
            .iter()
            .map(|p| values(&case, &parties, p))
            .collect();
        let best = |side: usize| all.iter().map(|v| v[side].clone()).max().unwrap();
        let short = |values: Vec<Big>| -> Big {
            let terms = values.iter().enumerate().map(|(side, value)| {
                let best = best(side);
                let short = if best == zero {
                    &one - value
                } else {
                    &one - value / best
                };
                &short * &short
            });
            terms.sum()
        };
        let least = declared
            .iter()
            .map(|p| short(values(&case, &parties, p)))
            .min();
        assert_eq!(figures.opposition, least, "{seed}");

        for conflict in &figures.conflicts {
            let conflict = conflict.as_ref().unwrap();
            let score =
                |p: &Acceptable, side: usize| p.scores()[conflict.parties[side].index()].unwrap();
            let (mut against, mut pairs) = (0_u128, 0_u128);
            for (place, first) in possible.iter().enumerate() {
                for second in &possible[place + 1..] {
                    let order = [0, 1].map(|side| score(first, side).cmp(&score(second, side)));
                    pairs += u128::from(order != [std::cmp::Ordering::Equal; 2]);
                    let opposite = order[0] != order[1] && !order.iter().any(|o| o.is_eq());
                    against += u128::from(opposite);
                }
            }
            assert_eq!(
                (conflict.opposed, conflict.pairs),
                (against, pairs),
                "{seed}"
            );
            opposed += usize::from(against > 0);
            let differences = possible.iter().map(|p| {
                let values = values(&case, &conflict.parties, p);
                &values[0] - &values[1]
            });
            let count = Big::from_integer(possible.len().max(1).into());
            assert_eq!(conflict.balance, differences.sum::<Big>() / count, "{seed}");
        }

        let Some(package) = declared.last() else {
            continue;
        };
        let placed = placed(&case, &figures, package.package());
        let own = values(&case, &parties, package);
        let distance = |other: &Acceptable| -> Big {
            let other = values(&case, &parties, other);
            let terms = own.iter().zip(&other).map(|(a, b)| (a - b) * (a - b));
            terms.sum()
        };
        for (rule, said) in &placed.rules {
            let found = figures.variants.found(*rule).unwrap_or_default();
            let right = found.iter().map(|(package, _)| distance(package)).min();
            assert_eq!(*said, right, "{seed} {}", rule.name());
            nearest += usize::from(*rule == Rule::NegmasNash && right.is_some_and(|d| d > zero));
        }
        assert_eq!(placed.welfare.0, own.iter().sum::<Big>());
    }
    assert!(opposed > 300 && nearest > 50, "{opposed} {nearest}");
}
