//! The whole file of a twin.

use serde_json::{Value, json};

use super::maker::Maker;
use super::reader::Reader;
use super::{offers, rules, values};
use crate::discreet::{list_mut, options_by_point};
use crate::rng::Rng;

/// A valid case file that differs from a valid one in what a reader may not see, and in nothing else.
/// The same seed gives the same twin.
pub fn twin(file: &Value, reader: Reader<'_>, seed: u64) -> Value {
    let text = file.to_string();
    let syntax = winset_model::document::Syntax::Json;
    let Ok(read) = winset_model::read_case(text.as_bytes(), syntax) else {
        return file.clone();
    };
    let case = read.case;
    let mut maker = Maker {
        reader,
        parties: case.parties.iter().map(|party| party.id.clone()).collect(),
        points: options_by_point(&case),
        rng: Rng::new(seed),
        next: 0,
    };
    let mut twin = file.clone();
    values::change(&mut twin, &mut maker);
    rules::change(&mut twin, &case, &mut maker);
    offers::change(&mut twin, &mut maker);
    maker.record(&mut twin);
    maker.plan(&mut twin);
    maker.assumptions(&mut twin);
    for list in ["parties", "points", "lines", "links", "levers", "offers"] {
        list_mut(&mut twin, list)
            .iter_mut()
            .for_each(|entry| maker.remark(entry));
    }
    twin["expected"] = json!(maker.rng.below(1_000));
    maker.empty_lists(&mut twin);
    twin
}
