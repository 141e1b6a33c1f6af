//! A package on the table against looking at every other package.

use winset_check::accept;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{Budget, Room, nearest, room};

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
