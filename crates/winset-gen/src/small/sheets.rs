//! What parties give options and packages.

use serde_json::{Map, Value, json};
use winset_model::number::Exact;

use super::shape::{Field, Shape, number};
use crate::rng::Rng;

/// How a party writes its scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Whole,
    Decimal,
    Fraction,
    /// Near the largest sums that a case may have; tables only.
    Huge,
}

/// Largest magnitude of a score in the huge style: ten of them stay below the limit of a sheet.
const HUGE_MAX: usize = 100_000_000_000_000;

/// A random sheet.
pub(super) fn sheet(shape: &Shape, rng: &mut Rng) -> Value {
    let style = match rng.below(16) {
        0..7 => Style::Whole,
        7..11 => Style::Decimal,
        11..15 => Style::Fraction,
        _ => Style::Huge,
    };
    let mut sheet = Map::new();
    for field in &shape.points {
        if !rng.chance(1, 8) {
            sheet.insert(field.id.to_owned(), preference(field, style, rng));
        }
    }
    if rng.chance(1, 2) {
        let bonuses: Vec<Value> = (0..=rng.below(3))
            .map(|_| {
                let points = 1 + rng.below(4);
                let when = shape.settled(points, rng);
                json!({"when": when, "score": number(&score(style, rng))})
            })
            .collect();
        sheet.insert("bonuses".into(), json!(bonuses));
    }
    Value::Object(sheet)
}

fn score(style: Style, rng: &mut Rng) -> Exact {
    let whole = |bound: usize, rng: &mut Rng| i128::from(rng.below(bound) as u64);
    match style {
        Style::Whole => Exact::from_integer(whole(14, rng) - 3),
        Style::Decimal => Exact::new(whole(240, rng) - 40, 20),
        Style::Fraction => Exact::new(whole(40, rng) - 8, 2 + whole(6, rng)),
        Style::Huge => Exact::from_integer(whole(HUGE_MAX, rng) - whole(HUGE_MAX / 3, rng)),
    }
}

fn preference(field: &Field, style: Style, rng: &mut Rng) -> Value {
    if let (Some(numbers), false) = (&field.numbers, style == Style::Huge) {
        let ends = [score(style, rng), score(style, rng)];
        let [from, to] = ends.map(|end| number(&end));
        match rng.below(3) {
            0 => return weighted(json!({"linear": {"from": from, "to": to}}), rng),
            1 => return weighted(json!({"piecewise": knots(numbers, style, rng)}), rng),
            _ => {}
        }
    }
    let table: Vec<Value> = field
        .options
        .iter()
        .map(|_| number(&score(style, rng)))
        .collect();
    if style == Style::Huge || rng.chance(1, 2) {
        json!({"values": table})
    } else {
        weighted(json!({"scores": table}), rng)
    }
}

fn weighted(mut preference: Value, rng: &mut Rng) -> Value {
    if rng.chance(1, 2) {
        let weight = [(3, 1), (1, 2), (0, 1), (5, 4), (2, 3)][rng.below(5)];
        preference["weight"] = number(&Exact::new(weight.0, weight.1));
    }
    preference
}

/// Pairs of number and score whose numbers cover those of a point.
fn knots(numbers: &[Exact], style: Style, rng: &mut Rng) -> Value {
    let beyond = |rng: &mut Rng| Exact::new(i128::from(rng.below(2) as u64), 2);
    let mut places = vec![numbers[0] - beyond(rng)];
    for pair in numbers.windows(2) {
        let inside = (pair[0] + pair[1]) / Exact::from_integer(2);
        match rng.below(4) {
            0 => places.push(inside),
            1 => places.push(pair[1]),
            _ => {}
        }
    }
    let last = numbers[numbers.len() - 1] + beyond(rng);
    if places[places.len() - 1] < last {
        places.push(last);
    }
    let pairs: Vec<Value> = places
        .iter()
        .map(|x| json!([number(x), number(&score(style, rng))]))
        .collect();
    json!(pairs)
}
