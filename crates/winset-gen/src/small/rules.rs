//! Lines, links and ratifying bodies.

use serde_json::{Map, Value, json};

use super::shape::Shape;
use crate::rng::Rng;

/// Adds rules to a case.
pub(super) fn add(file: &mut Value, shape: &Shape, rng: &mut Rng) {
    let lines: Vec<Value> = (0..rng.below(5)).map(|l| line(l, shape, rng)).collect();
    let links: Vec<Value> = (0..rng.below(5)).map(|l| link(l, shape, rng)).collect();
    let bodies = [0, 0, 1, 1, 2][rng.below(5)];
    let bodies: Vec<Value> = (0..bodies).map(|b| body(b, shape, rng)).collect();
    file["lines"] = json!(lines);
    file["links"] = json!(links);
    file["ratification"] = json!(bodies);
}

fn line(l: usize, shape: &Shape, rng: &mut Rng) -> Value {
    let point = rng.below(shape.points.len());
    let field = &shape.points[point];
    let law = rng.chance(1, 5);
    let mut order: Vec<usize> = (0..field.options.len()).collect();
    for place in 0..order.len() {
        let other = place + rng.below(order.len() - place);
        order.swap(place, other);
    }
    if !rng.chance(shape.harsh, 8)
        && let Some(place) = order.iter().position(|o| *o == shape.planted[point])
    {
        order.swap(0, place);
    }
    let mut width = 1 + rng.below(order.len());
    let mut cost = 0;
    let mut ladder = Vec::new();
    for _ in 0..4 {
        let mut accepted = order[..width].to_vec();
        accepted.sort_unstable();
        ladder.push(json!({"accept": field.picks(&accepted, rng), "cost": cost}));
        if law || width == order.len() || rng.chance(1, 3) {
            break;
        }
        width += 1 + rng.below(order.len() - width);
        cost += rng.below(5);
    }
    let mut line = json!({
        "id": format!("line-{l}"),
        "owner": shape.party(rng),
        "point": field.id,
        "ladder": ladder,
    });
    if law {
        line["kind"] = json!("law");
    } else if rng.chance(1, 2) {
        line["kind"] = json!("demand");
    }
    line
}

fn link(l: usize, shape: &Shape, rng: &mut Rng) -> Value {
    let mut link = json!({"id": format!("link-{l}")});
    match rng.below(4) {
        0 | 1 => {
            link["if"] = condition(shape, 2, rng);
            link["then"] = condition(shape, 2, rng);
        }
        2 => link["require"] = condition(shape, 3, rng),
        _ => link["exclude"] = conditions(2 + rng.below(3), shape, 1, rng),
    }
    match rng.below(4) {
        0 => {}
        1 => link["kind"] = json!("law"),
        2 => {
            link["owner"] = json!(shape.party(rng));
            link["relax_cost"] = Value::Null;
        }
        _ => {
            link["owner"] = json!(shape.party(rng));
            link["relax_cost"] = json!(rng.below(9));
        }
    }
    link
}

fn conditions(count: usize, shape: &Shape, depth: usize, rng: &mut Rng) -> Value {
    let members: Vec<Value> = (0..count).map(|_| condition(shape, depth, rng)).collect();
    json!(members)
}

/// A condition with at most so many levels of members within members.
fn condition(shape: &Shape, depth: usize, rng: &mut Rng) -> Value {
    let mut members = Map::new();
    if depth > 0 {
        let inner = depth - 1;
        if rng.chance(1, 8) {
            members.insert(
                "all".into(),
                conditions(1 + rng.below(3), shape, inner, rng),
            );
        }
        if rng.chance(1, 4) {
            members.insert(
                "any".into(),
                conditions(1 + rng.below(3), shape, inner, rng),
            );
        }
        if rng.chance(1, 6) {
            members.insert("not".into(), condition(shape, inner, rng));
        }
        if rng.chance(1, 6) {
            let of = 1 + rng.below(4);
            members.insert("at_least".into(), json!(1 + rng.below(of)));
            members.insert("of".into(), conditions(of, shape, inner, rng));
        }
    }
    if members.is_empty() || rng.chance(1, 4) {
        let points = [1, 1, 1, 2, 2, 3][rng.below(6)];
        members.extend(shape.settled(points, rng));
    }
    Value::Object(members)
}

fn body(b: usize, shape: &Shape, rng: &mut Rng) -> Value {
    let mut seats: Vec<usize> = (0..=rng.below(4)).map(|_| rng.below(41)).collect();
    seats[0] += 1;
    let all: usize = seats.iter().sum();
    let bloc = |(place, seats): (usize, &usize), rng: &mut Rng| {
        let points = rng.below(4);
        let accepts = shape.settled(points, rng);
        json!({"id": format!("bloc-{place}"), "seats": seats, "accepts": accepts})
    };
    let blocs: Vec<Value> = seats.iter().enumerate().map(|s| bloc(s, rng)).collect();
    let rule = |r: usize, rng: &mut Rng| {
        let most = if rng.chance(1, 3) {
            all
        } else {
            all.div_ceil(2)
        };
        let mut rule = json!({"id": format!("vote-{b}-{r}"), "need": 1 + rng.below(most)});
        if rng.chance(2, 3) {
            rule["when"] = condition(shape, 1, rng);
        }
        rule
    };
    let rules: Vec<Value> = (0..=rng.below(3)).map(|r| rule(r, rng)).collect();
    json!({
        "id": format!("body-{b}"),
        "body": format!("Body {b}"),
        "for_party": shape.party(rng),
        "seats": all,
        "rules": rules,
        "blocs": blocs,
    })
}
