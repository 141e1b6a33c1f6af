//! The no-deal values at which an overlap opens or closes: the demonstration case, and random small
//! cases against the census.

use winset_check::{census, every_package};
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Pressure, pressure};

use crate::demonstration::{case, expected, opened, pairs};

#[test]
fn at_declared_positions_no_pressure_on_one_party_opens_the_demonstration_case() {
    let case = case();
    let found = pressure(&case, &Positions::declared(&case), &Budget::unlimited());
    assert_eq!(found.len(), 4);
    assert!(
        found.iter().all(|p| matches!(p, Pressure::Never(_))),
        "{found:?}"
    );
}

#[test]
fn the_opened_demonstration_case_closes_where_its_table_says() {
    let case = case();
    let found = pressure(&case, &opened(&case), &Budget::unlimited());
    for (key, party) in [("orvane_no_deal", "orvane"), ("lethia_no_deal", "lethia")] {
        let party = case.party_named(party).unwrap();
        let Pressure::OpensAt(best) = &found[party.index()] else {
            panic!("{found:?}")
        };
        for (floor, packages) in pairs(expected(&case, &["sensitivity", key])) {
            let floor: i64 = floor.parse().unwrap();
            assert_eq!(floor <= best.value(), packages != "0", "{key} {floor}");
        }
    }
}

/// Compares the value of each party at which an overlap opens with the census, on a range of seeds at
/// random positions; a twentieth of the cases at least must open, and as many never.
fn gaps(seeds: std::ops::Range<u64>) {
    let least = (seeds.end - seeds.start) / 20;
    let (mut opens, mut never) = (0, 0);
    for seed in seeds {
        let case = read(seed);
        let asked = positions(&case, &mut Rng::new(seed));
        for (place, found) in pressure(&case, &asked, &Budget::unlimited())
            .iter()
            .enumerate()
        {
            let party = PartyId::at(place);
            let free = asked.clone().with_floor(party, None);
            let counted = census(&case, &free, 10_000).unwrap();
            match found {
                Pressure::OpensAt(best) => {
                    assert_eq!(Some(best.value()), counted.best[place], "seed {seed}");
                    opens += 1;
                }
                Pressure::Never(_) => {
                    assert_eq!(counted.count, 0, "seed {seed}");
                    never += 1;
                }
                Pressure::NoFloor => {
                    let scored = case.parties[place].sheet.open().scores.is_some();
                    assert!(asked.floors[place].is_none() || !scored, "seed {seed}");
                }
                Pressure::Stopped(reason) => panic!("seed {seed}: {reason:?}"),
            }
        }
    }
    assert!(
        opens > least && never > least,
        "{opens} open, {never} never"
    );
}

#[test]
fn gaps_of_seeds_up_to_2_500_agree_with_the_census() {
    gaps(0..2_500);
}

#[test]
fn gaps_of_seeds_up_to_5_000_agree_with_the_census() {
    gaps(2_500..5_000);
}

pub(crate) fn read(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

/// The declared positions for even seeds, random ones for odd seeds.
pub(crate) fn asked(case: &Case, seed: u64) -> Positions {
    if seed.is_multiple_of(2) {
        Positions::declared(case)
    } else {
        positions(case, &mut Rng::new(seed))
    }
}

/// A case closed by values alone, where its demands can be met.
pub(crate) fn pressed(case: &Case, rng: &mut Rng) -> Option<(Case, Positions)> {
    let open = Positions::declared(case).without_floors();
    let all = every_package(case, &open, PACKAGES_MAX as u64).unwrap();
    let from = all.get(rng.below(all.len().max(1)))?;
    Some(winset_gen::pressed(case, from.scores(), rng))
}
