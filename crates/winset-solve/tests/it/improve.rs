//! A package on the table against looking at every other package.

use std::collections::BTreeMap;

use winset_check::accept;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{Better, Budget, Room, Settlement, better, nearest, room, trade};

use crate::listing::all_packages;

pub(crate) fn read(seed: u64) -> (Case, Positions) {
    let text = small(seed).to_string();
    let case = winset_model::read_case(text.as_bytes(), Syntax::Json);
    let case = case.unwrap().case;
    let asked = if seed.is_multiple_of(3) {
        Positions::declared(&case)
    } else {
        positions(&case, &mut Rng::new(seed))
    };
    (case, asked)
}

/// A random package, acceptable or not.
pub(crate) fn any_package(case: &Case, rng: &mut Rng) -> Package {
    let options = case.points.iter().map(|p| rng.below(p.options.len()));
    Package(options.map(OptionId::at).collect())
}

pub(crate) fn changes(a: &Package, b: &Package) -> usize {
    a.0.iter().zip(&b.0).filter(|(x, y)| x != y).count()
}

#[test]
fn the_nearest_acceptable_packages_are_found_with_all_ties() {
    let (mut near, mut none) = (0, 0);
    for seed in 0..2_000 {
        let (case, asked) = read(seed);
        let table = any_package(&case, &mut Rng::new(seed + 7));
        let all = all_packages(&case, &asked);
        let least = all.iter().map(|p| changes(p, &table)).min();
        match (
            nearest(&case, &asked, &table, usize::MAX, &Budget::unlimited()),
            least,
        ) {
            (Answer::Found(found), Some(least)) => {
                let right: Vec<&Package> =
                    all.iter().filter(|p| changes(p, &table) == least).collect();
                let said: Vec<&Package> = found
                    .packages
                    .iter()
                    .map(winset_check::Acceptable::package)
                    .collect();
                assert_eq!((found.changes, said), (least, right), "seed {seed}");
                assert_eq!(found.more, None);
                near += u32::from(least > 0);
            }
            (Answer::Impossible(_), None) => none += 1,
            (other, right) => panic!("seed {seed}: {other:?} where {right:?}"),
        }
    }
    assert!(near > 300 && none > 300, "{near} {none}");
}

#[test]
fn the_room_of_each_party_is_the_most_when_nobody_loses() {
    let (mut some, mut efficient) = (0, 0);
    for seed in 0..2_000 {
        let (case, asked) = read(seed);
        let mut rng = Rng::new(seed + 7);
        let all = all_packages(&case, &asked);
        let table = if all.is_empty() || rng.chance(1, 4) {
            any_package(&case, &mut rng)
        } else {
            all[rng.below(all.len())].clone()
        };
        let parties = || (0..case.parties.len()).map(PartyId::at);
        let no_worse = |p: &&Package| parties().all(|i| case.score(i, p) >= case.score(i, &table));
        let better: Vec<&Package> = all.iter().filter(no_worse).collect();
        match room(&case, &asked, &table, &Budget::unlimited()) {
            Room::Most(most) => {
                assert!(!better.is_empty(), "seed {seed}");
                for (party, most) in parties().zip(&most) {
                    let right = better.iter().filter_map(|p| case.score(party, p)).max();
                    assert_eq!(
                        most.as_ref().map(winset_check::Best::value),
                        right,
                        "seed {seed}"
                    );
                }
                some += 1;
                let at_best = |(i, b): (PartyId, &Option<winset_check::Best>)| {
                    b.as_ref().map(winset_check::Best::value) == case.score(i, &table)
                };
                efficient += u32::from(parties().zip(&most).all(at_best));
            }
            Room::Nothing(_) => {
                assert!(better.is_empty(), "seed {seed}");
                assert!(accept(&case, &asked, &table).is_err());
            }
            Room::Stopped(reason) => panic!("{reason:?}"),
        }
    }
    assert!(some > 300 && efficient > 100, "{some} {efficient}");
}

/// A product of gains, and how many points change: fewer is more.
type Known = (num_bigint::BigInt, std::cmp::Reverse<usize>);

/// Of the packages that give nobody less than the one on the table, for each of the largest sets of
/// gaining parties those with the largest product of gains, then the fewest changes; by looking at
/// all of them.
fn best_by_enumeration(
    case: &Case,
    asked: &Positions,
    table: &Package,
    changes_max: usize,
) -> Option<(usize, Vec<Package>)> {
    let parties = || (0..case.parties.len()).map(PartyId::at);
    let gains = |p: &Package| -> Option<Vec<i64>> {
        let gain = |party| Some(case.score(party, p)? - case.score(party, table)?);
        let gains: Vec<i64> = parties().map(|party| gain(party).unwrap_or(0)).collect();
        gains.iter().all(|g| *g >= 0).then_some(gains)
    };
    // By set of gaining parties: the largest product, the fewest changes, the packages.
    let mut sets: BTreeMap<Vec<bool>, (Known, Vec<Package>)> = BTreeMap::new();
    for package in all_packages(case, asked) {
        let changed = changes(&package, table);
        let Some(gains) = gains(&package).filter(|_| changed <= changes_max) else {
            continue;
        };
        let product = gains.iter().filter(|g| **g > 0);
        let product = product.map(|g| num_bigint::BigInt::from(*g)).product();
        let value = (product, std::cmp::Reverse(changed));
        let set = gains.iter().map(|g| *g > 0).collect();
        let known = sets.entry(set).or_insert((value.clone(), Vec::new()));
        if value > known.0 {
            *known = (value, vec![package]);
        } else if value == known.0 {
            known.1.push(package);
        }
    }
    let size = |set: &Vec<bool>| set.iter().filter(|g| **g).count();
    let largest = sets.keys().map(size).max()?;
    let packages = sets.into_iter().filter(|(set, _)| size(set) == largest);
    let mut packages: Vec<Package> = packages.flat_map(|(_, (_, p))| p).collect();
    packages.sort();
    Some((largest, packages))
}

/// What a rule picked: how many gain, and the packages.
fn said(found: &Better) -> Option<(usize, Vec<Package>)> {
    match &found.rule {
        Settlement::Found { claim, .. } => {
            let groups = claim.groups().iter().map(|g| g.parties().len());
            let packages = found.fewest.iter().map(|a| a.package().clone());
            Some((groups.max().unwrap_or(0), packages.collect()))
        }
        Settlement::None(_) => None,
        Settlement::Stopped { reason, .. } => panic!("{reason:?}"),
    }
}

#[test]
fn better_packages_and_trades_are_those_of_enumeration() {
    let (mut gained, mut none) = (0, 0);
    for seed in 0..1_500 {
        let (case, asked) = read(seed);
        if case.parties.iter().all(|p| p.sheet.open().scores.is_none()) {
            continue;
        }
        let mut rng = Rng::new(seed + 7);
        let all = all_packages(&case, &asked);
        let table = if all.is_empty() || rng.chance(1, 3) {
            any_package(&case, &mut rng)
        } else {
            all[rng.below(all.len())].clone()
        };
        let budget = Budget::unlimited();
        let right = best_by_enumeration(&case, &asked, &table, usize::MAX);
        let found = said(&better(&case, &asked, &table, &budget));
        assert_eq!(found, right, "seed {seed}");
        match right {
            Some((gainers, _)) => gained += u32::from(gainers > 0),
            None => none += 1,
        }
        let most = 1 + rng.below(2);
        let right = best_by_enumeration(&case, &asked, &table, most);
        let found = said(&trade(&case, &asked, &table, most, &budget));
        assert_eq!(found, right, "seed {seed}, {most} changes");
    }
    assert!(gained > 200 && none > 200, "{gained} {none}");
}
