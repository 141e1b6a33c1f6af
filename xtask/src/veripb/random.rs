//! Random questions without an overlap: cases of the hard kind, with floors that are just too high.

use serde_json::{Map, Value, json};
use thiserror::Error;
use winset_check::NoOverlap;
use winset_gen::hard::{HardSize, hard};
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

/// The solver stopped, though it had no limit: a fault of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("decide the case: stopped with {}", .0.as_str())]
pub struct Stopped(StopReason);

/// The size of the hard cases.
const HARD: HardSize = HardSize {
    points: 12,
    options: 4,
    parties: 3,
    links: 12,
    lines: 4,
    grid: 1_000,
};

/// The size of the hard cases that more is added to.
const RICH: HardSize = HardSize {
    points: 10,
    links: 5,
    ..HARD
};

/// A random case and the refutation of its overlap; `None` where the seed gives none.
///
/// The seed's remainder by 3 tells the kind: hard cases (0), the same with bonuses, a ratifying
/// body and nested conditions (1), both at the lowest floors without an overlap, the same share of
/// each party's best points; and small cases that use all that a case file can say,
/// at random positions (2).
pub fn infeasible(seed: u64) -> Result<Option<(Case, NoOverlap)>, Stopped> {
    let mut rng = Rng::new(seed);
    let file = match seed % 3 {
        0 => hard(HARD, seed),
        1 => rich(hard(RICH, seed), seed, &mut rng),
        _ => small(seed),
    };
    let reading = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
    let Ok(reading) = reading else {
        return Ok(None);
    };
    let case = reading.case;
    let refutation = if seed % 3 == 2 {
        let positions = positions(&case, &mut rng);
        refuted(&case, &positions)?
    } else {
        raised(&case)?
    };
    Ok(refutation.map(|refutation| (case, refutation)))
}

/// The refutation of an overlap; `None` where there is one.
pub fn refuted(case: &Case, positions: &Positions) -> Result<Option<NoOverlap>, Stopped> {
    match overlap(case, positions, &Budget::unlimited()) {
        Answer::Impossible(refutation) => Ok(Some(refutation)),
        Answer::Found(_) => Ok(None),
        Answer::Stopped { reason, .. } => Err(Stopped(reason)),
    }
}

/// A hard case with bonuses, a ratifying body and nested conditions besides.
fn rich(mut file: Value, seed: u64, rng: &mut Rng) -> Value {
    file["id"] = json!(format!("rich-{seed}"));
    for party in 0..RICH.parties {
        let bonuses: Vec<Value> = (0..3)
            .map(|_| {
                let count = 2 + rng.below(2);
                json!({"when": settled(count, 2, rng), "score": 30 + rng.below(90)})
            })
            .collect();
        let losses = (0..2).map(|_| {
            let score = format!("-{}", 30 + rng.below(90));
            json!({"when": settled(2, 2, rng), "score": score})
        });
        let all: Vec<Value> = bonuses.into_iter().chain(losses).collect();
        file["preferences"][format!("p{party}")]["bonuses"] = json!(all);
    }
    let blocs: Vec<Value> = [41, 26, 18, 15]
        .iter()
        .enumerate()
        .map(|(b, seats)| json!({"id": format!("bloc{b}"), "seats": seats, "accepts": settled(2, 3, rng)}))
        .collect();
    file["ratification"] = json!([{
        "id": "assembly", "body": "Assembly", "for_party": "p0", "seats": 100, "blocs": blocs,
        "rules": [
            {"id": "majority", "need": 51},
            {"id": "two-thirds", "need": 67, "when": settled(1, 2, rng)},
        ],
    }]);
    let nested = json!({"any": [
        {"all": [settled(1, 2, rng), settled(2, 2, rng)]},
        {"at_least": 2, "of": [settled(2, 3, rng), settled(1, 1, rng), {"not": settled(2, 2, rng)}]},
    ]});
    let links = [
        json!({"id": "nested", "kind": "law", "require": nested}),
        json!({"id": "either", "kind": "law", "exclude": [settled(2, 2, rng), settled(1, 2, rng)]}),
        json!({
            "id": "entails", "kind": "law",
            "if": {"any": [settled(1, 1, rng), settled(1, 1, rng)]}, "then": settled(2, 3, rng),
        }),
    ];
    if let Some(list) = file["links"].as_array_mut() {
        list.extend(links);
    }
    file
}

/// So many points, each on one of so many options.
fn settled(points: usize, options: usize, rng: &mut Rng) -> Value {
    let mut when = Map::new();
    for point in rng.some(points, RICH.points) {
        let options = rng.some(options, RICH.options);
        let options: Vec<String> = options.iter().map(|o| format!("o{o}")).collect();
        when.insert(format!("x{point}"), json!(options));
    }
    Value::Object(when)
}

/// Parts of a party's best points in which floors are raised.
const PARTS: i64 = 10_000;

/// The refutation of a case's overlap at the lowest of rising floors that have none; `None` where
/// the demands alone have none, or no floors do.
fn raised(case: &Case) -> Result<Option<NoOverlap>, Stopped> {
    if refuted(case, &floors_at(case, 0))?.is_some() {
        return Ok(None);
    }
    let Some(mut refutation) = refuted(case, &floors_at(case, PARTS))? else {
        return Ok(None);
    };
    let (mut below, mut above) = (0, PARTS);
    while above - below > 1 {
        let between = i64::midpoint(below, above);
        match refuted(case, &floors_at(case, between))? {
            Some(found) => (above, refutation) = (between, found),
            None => below = between,
        }
    }
    Ok(Some(refutation))
}

/// Declared demands, with each floor at so many parts of the party's best points.
fn floors_at(case: &Case, share: i64) -> Positions {
    let mut positions = Positions::declared(case);
    for (place, party) in case.parties.iter().enumerate() {
        if let Some(scores) = &party.sheet.open().scores {
            let best: i64 = scores
                .by_option
                .iter()
                .filter_map(|row| row.iter().max())
                .sum();
            positions = positions.with_floor(PartyId::at(place), Some(best * share / PARTS));
        }
    }
    positions
}
