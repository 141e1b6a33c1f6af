//! No-deal values near what packages give.

use serde_json::{Value, json};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::options::{OptionId, Package, PartyId};

use super::shape::{Shape, number};
use crate::rng::Rng;

/// Packages looked at for a floor.
const SAMPLE: usize = 12;

/// Adds no-deal values to the parties that have preferences, but for some.
pub(super) fn add(file: &mut Value, shape: &Shape, rng: &mut Rng) {
    let text = file.to_string();
    let Ok(reading) = winset_model::read_case(text.as_bytes(), Syntax::Json) else {
        return;
    };
    let case = reading.case;
    let mode = rng.below(4);
    let target = target(&case, shape, rng);
    for p in 0..shape.parties.len() {
        let party = PartyId::at(p);
        let Some(score) = case.score(party, &target) else {
            continue;
        };
        let unit = Exact::new(1, i128::from(case.parties[p].sheet.open().scale));
        let few = |rng: &mut Rng| Exact::from_integer(i128::from(rng.below(4) as u64));
        let value = case.unscaled(party, score);
        let value = match (mode, rng.below(6)) {
            (_, 0) => continue,
            (0, _) => value - few(rng),
            (1, 1) => value + unit,
            (2, _) => value - unit + unit * few(rng),
            (3, 1) if score.abs() < 1 << 20 => value - Exact::new(1, 7),
            (3, 2) => value + few(rng),
            _ => value,
        };
        let entry = &mut file["parties"][p];
        entry["no_deal"] = if rng.chance(1, 4) {
            json!({"score": number(&value), "trend_per_month": number(&few(rng))})
        } else {
            number(&value)
        };
        if rng.chance(1, 8) {
            entry["impasse"] = number(&(value - few(rng)));
        }
    }
}

/// A package to set floors from: the planted one, any one, or the one of a few that leaves the
/// worst-off party best off.
fn target(case: &Case, shape: &Shape, rng: &mut Rng) -> Package {
    let planted = Package(shape.planted.iter().map(|o| OptionId::at(*o)).collect());
    match rng.below(3) {
        0 => planted,
        1 => any(shape, rng),
        _ => (0..SAMPLE)
            .map(|_| any(shape, rng))
            .max_by_key(|package| worst(case, package))
            .expect("a sample holds a package"),
    }
}

fn any(shape: &Shape, rng: &mut Rng) -> Package {
    let options = shape.points.iter().map(|p| rng.below(p.options.len()));
    Package(options.map(OptionId::at).collect())
}

fn worst(case: &Case, package: &Package) -> Option<Exact> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    parties
        .filter_map(|p| Some(case.unscaled(p, case.score(p, package)?)))
        .min()
}
