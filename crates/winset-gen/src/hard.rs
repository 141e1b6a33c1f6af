//! Random cases without structure: the hard kind.
//!
//! Each party spreads its weight over the points evenly at random (Dirichlet with all parameters
//! one) and gives every point's options values from 0 to 1; scores are rounded to a grid. A third of
//! the links are implications, a third exclude two options, a sixth ask for at least two of six
//! options on different points, a sixth for at most one of six.

use serde_json::{Map, Value, json};

use crate::rng::Rng;

/// The size of a hard case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HardSize {
    /// Number of points.
    pub points: usize,
    /// Options of each point.
    pub options: usize,
    /// Number of parties.
    pub parties: usize,
    /// Number of links.
    pub links: usize,
    /// Number of lines, each of which refuses one option.
    pub lines: usize,
    /// What a party's best package is worth, before rounding.
    pub grid: u32,
}

/// A random case of a size, as JSON text, without no-deal values.
pub fn hard(size: HardSize, seed: u64) -> Value {
    let mut rng = Rng::new(seed);
    let points: Vec<Value> = (0..size.points).map(|p| point(p, size.options)).collect();
    let parties: Vec<Value> = (0..size.parties)
        .map(|p| json!({"id": format!("p{p}"), "name": format!("Party {p}")}))
        .collect();
    let mut preferences = Map::new();
    for party in 0..size.parties {
        preferences.insert(format!("p{party}"), sheet(size, &mut rng));
    }
    let lines: Vec<Value> = (0..size.lines).map(|l| line(l, size, &mut rng)).collect();
    let links: Vec<Value> = (0..size.links).map(|l| link(l, size, &mut rng)).collect();
    json!({
        "format": "winset-case/1",
        "id": format!("hard-{}x{}-{seed}", size.points, size.options),
        "title": "A random case",
        "parties": parties,
        "points": points,
        "preferences": preferences,
        "lines": lines,
        "links": links,
    })
}

fn point(p: usize, options: usize) -> Value {
    let options: Vec<Value> = (0..options)
        .map(|o| json!({"id": format!("o{o}"), "label": format!("Option {o}")}))
        .collect();
    json!({"id": format!("x{p}"), "title": format!("Point {p}"), "options": options})
}

fn sheet(size: HardSize, rng: &mut Rng) -> Value {
    let shares: Vec<f64> = (0..size.points).map(|_| -(1.0 - rng.unit()).ln()).collect();
    let sum: f64 = shares.iter().sum();
    let mut sheet = Map::new();
    for (p, share) in shares.iter().enumerate() {
        let raw: Vec<f64> = (0..size.options).map(|_| rng.unit()).collect();
        let least = raw.iter().copied().fold(f64::INFINITY, f64::min);
        let most = raw.iter().copied().fold(0.0, f64::max);
        let score = |v: &f64| {
            let value = share / sum * (v - least) / (most - least) * f64::from(size.grid);
            #[expect(clippy::cast_possible_truncation, reason = "from 0 to the grid")]
            let whole = value.round() as i64;
            whole
        };
        let values: Vec<i64> = raw.iter().map(score).collect();
        sheet.insert(format!("x{p}"), json!({"values": values}));
    }
    Value::Object(sheet)
}

fn line(l: usize, size: HardSize, rng: &mut Rng) -> Value {
    let refused = rng.below(size.options);
    let accept: Vec<String> = (0..size.options)
        .filter(|o| *o != refused)
        .map(|o| format!("o{o}"))
        .collect();
    json!({
        "id": format!("line{l}"),
        "owner": format!("p{}", rng.below(size.parties)),
        "point": format!("x{}", rng.below(size.points)),
        "ladder": [{"accept": accept, "cost": 0}],
    })
}

fn link(l: usize, size: HardSize, rng: &mut Rng) -> Value {
    let kind = rng.below(6);
    let count = if kind < 4 { 2 } else { 6 };
    let members: Vec<Value> = rng
        .some(count, size.points)
        .into_iter()
        .map(|p| json!({format!("x{p}"): [format!("o{}", rng.below(size.options))]}))
        .collect();
    let mut link = json!({
        "id": format!("link{l}"),
        "owner": format!("p{}", rng.below(size.parties)),
        "relax_cost": 1,
    });
    match kind {
        0 | 1 => {
            let then = rng.some(2.min(size.options), size.options);
            let point = members[1]
                .as_object()
                .and_then(|m| m.keys().next().cloned());
            let then: Vec<String> = then.iter().map(|o| format!("o{o}")).collect();
            link["if"] = members[0].clone();
            link["then"] = json!({point.expect("a member is about a point"): then});
        }
        4 => link["require"] = json!({"at_least": 2, "of": members}),
        _ => link["exclude"] = json!(members),
    }
    link
}
