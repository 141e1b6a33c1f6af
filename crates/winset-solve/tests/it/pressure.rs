//! The no-deal values at which an overlap opens or closes: the demonstration case, and random small
//! cases against the census.

use winset_check::census;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
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

#[test]
fn random_small_cases_agree_with_the_census() {
    let (mut opens, mut never) = (0, 0);
    for seed in 0..1_000 {
        let text = small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
            .unwrap()
            .case;
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
    assert!(opens > 300 && never > 300, "{opens} open, {never} never");
}
