//! The whole file of a twin.

use serde_json::{Value, json};

use super::maker::Maker;
use super::reader::Reader;
use super::{offers, rules, values};
use crate::discreet::list_mut;
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
    let points = case.points.iter().map(|point| {
        let options = point.options.iter().map(|option| option.id.clone());
        (point.id.clone(), options.collect())
    });
    let mut maker = Maker {
        reader,
        parties: case.parties.iter().map(|party| party.id.clone()).collect(),
        points: points.collect(),
        rng: Rng::new(seed),
        next: 0,
    };
    let mut twin = file.clone();
    values::change(&mut twin, &mut maker);
    rules::change(&mut twin, &case, &mut maker);
    offers::change(&mut twin, &mut maker);
    maker.record(&mut twin);
    for list in ["parties", "points", "lines", "links", "levers", "offers"] {
        list_mut(&mut twin, list)
            .iter_mut()
            .for_each(|entry| maker.remark(entry));
    }
    twin["expected"] = json!(maker.rng.below(1_000));
    maker.empty_lists(&mut twin);
    twin
}
