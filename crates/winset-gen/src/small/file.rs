//! The whole file of a random case.

use serde_json::{Map, Value, json};

use super::shape::{Field, shape};
use super::{floors, moves, record, rules, sheets};
use crate::rng::Rng;

/// A random case of a seed, as the JSON of a valid case file.
pub fn small(seed: u64) -> Value {
    let mut rng = Rng::new(seed);
    let shape = shape(&mut rng);
    let parties: Vec<Value> = shape.parties.iter().map(|p| party(p)).collect();
    let points: Vec<Value> = shape.points.iter().map(Field::entry).collect();
    let mut preferences = Map::new();
    for party in &shape.parties {
        if !rng.chance(1, 8) {
            preferences.insert((*party).to_owned(), sheets::sheet(&shape, &mut rng));
        }
    }
    let mut file = json!({
        "format": "winset-case/1",
        "id": format!("small-{seed}"),
        "title": "A random small case",
        "parties": parties,
        "points": points,
        "preferences": preferences,
    });
    rules::add(&mut file, &shape, &mut rng);
    floors::add(&mut file, &shape, &mut rng);
    moves::add(&mut file, &shape, &mut rng);
    record::add(&mut file, &shape, &mut rng);
    file
}

fn party(id: &str) -> Value {
    json!({"id": id, "name": format!("Party {id}")})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::small::positions::positions;
    use crate::small::shape::PACKAGES_MAX;
    use winset_model::document::Syntax;
    use winset_model::read_case;

    #[test]
    fn every_seed_gives_a_valid_case_of_limited_size() {
        for seed in 0..5_000 {
            let file = small(seed);
            let text = file.to_string();
            match read_case(text.as_bytes(), Syntax::Json) {
                Ok(reading) => {
                    assert!(reading.case.package_count() <= PACKAGES_MAX.into());
                    let mut rng = Rng::new(seed);
                    let positions = positions(&reading.case, &mut rng);
                    assert_eq!(positions.steps.len(), reading.case.lines.len());
                }
                Err(found) => panic!("seed {seed}: {found:#?}\n{file:#}"),
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_case_again() {
        assert_eq!(small(7), small(7));
        assert_ne!(small(7), small(8));
    }

    #[test]
    fn every_feature_occurs() {
        let text: String = (0..500).map(|seed| small(seed).to_string()).collect();
        for word in [
            "weight",
            "scores",
            "values",
            "linear",
            "piecewise",
            "bonuses",
            "range",
            "ladder",
            "law",
            "if",
            "then",
            "require",
            "exclude",
            "all",
            "any",
            "not",
            "at_least",
            "need",
            "when",
            "accepts",
            "no_deal",
            "trend_per_month",
            "low",
            "high",
            "no_deal_delta",
            "delay_days",
            "impasse",
            "from",
            "to",
            "package",
            "says",
            "change",
            "reads_as",
        ] {
            assert!(text.contains(&format!("\"{word}\"")), "{word}");
        }
        assert!(text.contains("\"accepts\":{}") && text.contains("\"accept\":\""));
    }
}
