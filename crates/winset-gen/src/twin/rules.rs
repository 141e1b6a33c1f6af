//! Lines, links and votes.

use serde_json::{Value, json};
use winset_model::case::Case;

use super::maker::Maker;
use crate::discreet::list_mut;

/// Changes the rules that the reader may not see, later steps and costs of others.
pub(super) fn change(file: &mut Value, case: &Case, maker: &mut Maker<'_>) {
    let reader = maker.reader;
    for (place, line) in list_mut(file, "lines").iter_mut().enumerate() {
        if !reader.owns(line["owner"].as_str()) {
            steps(line, case, place, maker);
        }
    }
    let seen = |entry: &Value| reader.sees(entry["owner"].as_str(), entry, "public");
    maker.shuffle(file, "lines", seen, |maker| {
        let (point, options) = maker.points[maker.rng.below(maker.points.len())].clone();
        let option = &options[maker.rng.below(options.len())];
        Some(json!({
            "id": maker.name("line"),
            "owner": maker.other()?,
            "point": point,
            "visibility": maker.hidden(),
            "ladder": [{"accept": option, "cost": 0}],
        }))
    });
    for link in list_mut(file, "links") {
        if link["relax_cost"].is_number() && !reader.owns(link["owner"].as_str()) {
            link["relax_cost"] = json!(maker.rng.below(1_000));
        }
    }
    maker.shuffle(file, "links", seen, |maker| {
        let mut link = json!({
            "id": maker.name("link"),
            "visibility": maker.hidden(),
            "require": maker.condition(),
        });
        // A law may have no owner.
        if maker.rng.chance(2, 3) {
            link["owner"] = json!(maker.other()?);
            link["relax_cost"] = json!(maker.rng.below(9));
        }
        Some(link)
    });
    votes(file, maker);
}

/// Other later steps of somebody else's line.
fn steps(line: &mut Value, case: &Case, place: usize, maker: &mut Maker<'_>) {
    let of = &case.lines[place];
    let Some(ladder) = line["ladder"].as_array_mut() else {
        return;
    };
    ladder.truncate(1);
    let options = &case.points[of.point.index()].options;
    let declared = of.ladder.open()[0].accept.len();
    if !of.law && declared < options.len() && maker.rng.chance(2, 3) {
        let all: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        ladder.push(json!({"accept": all, "cost": maker.rng.below(1_000)}));
    }
}

/// Bodies all of whose rules are hidden come and go; in others hidden rules do.
fn votes(file: &mut Value, maker: &mut Maker<'_>) {
    let reader = maker.reader;
    let in_sight = |body: &Value| {
        let rules = body["rules"].as_array().into_iter().flatten();
        let party = body["for_party"].as_str();
        rules
            .into_iter()
            .any(|rule| reader.sees(party, rule, "public"))
    };
    for body in list_mut(file, "ratification") {
        let party = body["for_party"].as_str().map(str::to_owned);
        let seats = body["seats"].as_u64().expect("a body has seats");
        if !in_sight(body) || reader.owns(party.as_deref()) {
            list_mut(body, "rules")
                .iter_mut()
                .for_each(|rule| maker.remark(rule));
            continue;
        }
        let seen = |rule: &Value| reader.sees(party.as_deref(), rule, "public");
        maker.shuffle(body, "rules", seen, |maker| {
            Some(json!({
                "id": maker.name("rule"),
                "need": seats,
                "visibility": maker.hidden(),
            }))
        });
        list_mut(body, "rules")
            .iter_mut()
            .for_each(|rule| maker.remark(rule));
    }
    maker.shuffle(file, "ratification", in_sight, |maker| {
        let rule = json!({"id": maker.name("rule"), "need": 1, "visibility": maker.hidden()});
        Some(json!({
            "id": maker.name("body"),
            "body": "A body",
            "for_party": maker.other()?,
            "seats": 2,
            "rules": [rule],
            "blocs": [{"id": "all", "seats": 2, "accepts": maker.condition()}],
        }))
    });
}
