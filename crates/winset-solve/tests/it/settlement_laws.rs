//! What must not change settlements.

use serde_json::Value;
use winset_gen::hard::{HardSize, hard};
use winset_gen::small::small;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_solve::{Budget, SettlementFound, SettlementTerms, Settlements, settlements};

use crate::laws::{read, reversed, with_first_party_scaled};

fn settled(case: &Case, threads: usize) -> Settlements {
    let declared = Positions::declared(case);
    let terms = SettlementTerms {
        comparable: true,
        ..SettlementTerms::of(case)
    };
    let budget = Budget {
        threads,
        ..Budget::unlimited()
    };
    settlements(case, &declared, &terms, &[], &budget)
}

/// The packages that a rule picks.
fn packages<C>(found: &SettlementFound<C>) -> Option<Vec<Package>> {
    match found {
        SettlementFound::Found { ties, .. } => {
            Some(ties.packages.iter().map(|a| a.package().clone()).collect())
        }
        SettlementFound::None(_) => Some(Vec::new()),
        SettlementFound::Stopped { .. } => None,
    }
}

/// Holds a change of files to changing no settlement that `look` looks at.
fn check_unchanged(
    change: impl Fn(&Value) -> Value,
    look: impl Fn(&Settlements) -> Vec<Option<Vec<Package>>>,
) {
    let mut compared = 0;
    for seed in 0..600 {
        let file = small(seed);
        let changed = change(&file);
        let (Some(case), Some(other)) = (read(&file), read(&changed)) else {
            continue;
        };
        if file == changed {
            continue;
        }
        let said = look(&settled(&case, 1));
        assert_eq!(look(&settled(&other, 1)), said, "{file}\n{changed}");
        compared += u32::from(said.iter().flatten().any(|list| !list.is_empty()));
    }
    assert!(compared > 100, "{compared} compared");
}

fn nash_and_shares(found: &Settlements) -> Vec<Option<Vec<Package>>> {
    vec![packages(&found.nash), packages(&found.kalai_smorodinsky)]
}

fn all(found: &Settlements) -> Vec<Option<Vec<Package>>> {
    let compared = [packages(&found.egalitarian), packages(&found.utilitarian)];
    [nash_and_shares(found), compared.into()].concat()
}

#[test]
fn the_scale_of_a_party_means_nothing_to_nash_and_to_shares() {
    let factor = Exact::new(5, 3);
    check_unchanged(
        |file| with_first_party_scaled(file, &factor),
        nash_and_shares,
    );
}

#[test]
fn the_order_of_parties_means_nothing() {
    check_unchanged(|file| reversed(file, "parties"), all);
}

#[test]
fn an_origin_moved_with_the_values_means_nothing() {
    // A bonus that always counts moves all scores of a party alike.
    let moved = |file: &Value| {
        let mut changed = file.clone();
        let changed_point = file["points"][0].clone();
        let Some((party, sheet)) = changed["preferences"]
            .as_object_mut()
            .and_then(|sheets| sheets.iter_mut().next())
        else {
            return changed;
        };
        let party = party.clone();
        let point = &changed_point["id"];
        let every = match changed_point["options"].as_array() {
            Some(options) => options.iter().map(|o| o["id"].clone()).collect(),
            None => serde_json::json!({"from": changed_point["range"]["from"]}),
        };
        let when = serde_json::json!({point.as_str().unwrap(): every});
        let bonus = serde_json::json!({"when": when, "score": 7});
        let bonuses = sheet.as_object_mut().unwrap().entry("bonuses");
        let bonuses = bonuses.or_insert_with(|| serde_json::json!([]));
        bonuses.as_array_mut().unwrap().push(bonus);
        let entries = changed["parties"].as_array_mut().unwrap();
        let entry = entries
            .iter_mut()
            .find(|e| e["id"] == party.as_str())
            .unwrap();
        let mut stated = false;
        for key in ["no_deal", "impasse"] {
            if let Some(value) = entry.get_mut(key) {
                // What is not stated may stand as null.
                let shift = |value: &mut Value| {
                    if value.is_null() {
                        return;
                    }
                    let text = value.as_str().map_or(value.to_string(), str::to_owned);
                    let sum = winset_model::number::parse(&text).unwrap() + Exact::from_integer(7);
                    *value = winset_model::number::to_fraction(&sum).into();
                };
                match value.as_object_mut() {
                    Some(parts) => ["score", "low", "high"]
                        .into_iter()
                        .for_each(|part| parts.get_mut(part).into_iter().for_each(shift)),
                    None => shift(value),
                }
                stated = true;
            }
        }
        // Without a value the origin is 0, and does not move.
        if stated { changed } else { file.clone() }
    };
    check_unchanged(moved, all);
}

/// All that settlements say, certificates to the byte.
fn said(found: &Settlements) -> String {
    let mut text = format!("{:?}", all(found));
    if let SettlementFound::Found { claim, .. } = &found.nash {
        claim
            .proofs()
            .iter()
            .for_each(|p| text += &String::from_utf8_lossy(p.bytes()));
    }
    for found in [&found.egalitarian, &found.kalai_smorodinsky] {
        if let SettlementFound::Found { claim, .. } = found {
            claim
                .proofs()
                .iter()
                .for_each(|p| text += &String::from_utf8_lossy(p.bytes()));
        }
    }
    text
}

#[test]
fn threads_change_nothing() {
    for seed in 0..100 {
        let case = read(&small(seed)).unwrap();
        let once = said(&settled(&case, 1));
        for threads in [2, 8] {
            assert_eq!(said(&settled(&case, threads)), once, "seed {seed}");
        }
    }
}

/// A case of 20 points with 10^13 packages and 10^7 acceptable ones: all of it proven.
#[test]
fn a_hard_case_is_settled_to_the_end() {
    let size = HardSize {
        points: 20,
        options: 5,
        parties: 4,
        links: 30,
        lines: 12,
        grid: 10_000,
    };
    let text = hard(size, 4).to_string();
    let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
        .unwrap()
        .case;
    let mut positions = Positions::declared(&case);
    let mut terms = SettlementTerms {
        comparable: true,
        ..SettlementTerms::of(&case)
    };
    for (place, floor) in [5_028, 5_293, 5_176, 3_849].into_iter().enumerate() {
        positions.floors[place] = Some(floor);
        let (party, value) = (terms.parties[place], Exact::from_integer(floor.into()));
        terms.disagreement = terms.disagreement.with(party, value);
    }
    let found = settlements(&case, &positions, &terms, &[], &Budget::unlimited());
    let each = all(&found);
    assert!(
        each.iter().flatten().all(|list| list.len() == 1),
        "{each:?}"
    );
    let gains = |list: &Vec<Package>| -> Vec<i64> {
        let scores = terms
            .parties
            .iter()
            .map(|p| case.score(*p, &list[0]).unwrap());
        let pairs = scores.zip(&positions.floors);
        pairs.map(|(score, floor)| score - floor.unwrap()).collect()
    };
    let gains: Vec<Vec<i64>> = each.iter().flatten().map(gains).collect();
    let [nash, _, egalitarian, utilitarian] = &gains[..] else {
        panic!("{gains:?}")
    };
    for other in &gains {
        assert!(other.iter().product::<i64>() <= nash.iter().product());
        assert!(other.iter().min() <= egalitarian.iter().min());
        assert!(other.iter().sum::<i64>() <= utilitarian.iter().sum());
    }
}
