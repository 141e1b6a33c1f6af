//! Frontiers, settlements and counts as JSON for other programs.

use serde_json::{Value, json};
use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::number::to_fraction;
use winset_model::options::PartyId;
use winset_solve::{Count, FrontierFound, SettlementFound, Settlements, Stats, Ties, Variant};

/// The score vectors of a frontier, in the order of the parties.
pub(crate) fn of_frontier(case: &Case, found: &FrontierFound) -> Value {
    match found {
        FrontierFound::Complete { claim, engine, .. } => {
            let vector = |scores: &[i64]| -> Vec<String> {
                let axes = claim.axes().iter().zip(scores);
                axes.map(|(axis, score)| unscaled(case, *axis, *score))
                    .collect()
            };
            let points = claim.points().iter().map(|point| vector(point.scores()));
            json!({
                "decided": true,
                "answer": points.collect::<Vec<_>>(),
                "engine": format!("{engine:?}"),
            })
        }
        FrontierFound::Stopped { points, .. } => json!({"decided": false, "known": points.len()}),
        FrontierFound::Nobody => json!({"decided": true, "answer": []}),
    }
}

/// For each rule the score vectors that it picks; none for a rule that picks nothing.
pub(crate) fn of_settlements(case: &Case, found: &Settlements) -> Value {
    let rules = [
        ("nash", picked(case, &found.nash)),
        ("kalai-smorodinsky", picked(case, &found.kalai_smorodinsky)),
        ("egalitarian", picked(case, &found.egalitarian)),
        ("utilitarian", picked(case, &found.utilitarian)),
    ];
    let decided = rules.iter().all(|(_, picked)| picked.is_some());
    let answer: serde_json::Map<String, Value> = rules
        .into_iter()
        .map(|(rule, picked)| (rule.to_owned(), json!(picked)))
        .collect();
    json!({"decided": decided, "answer": answer})
}

/// The figures of a scenario: the frontier, what each rule picks, the square of NegMAS's opposition, how
/// many packages there are, and how many are above every no-deal value.
pub(crate) fn of_stats(case: &Case, found: &Stats) -> Value {
    let frontier = of_frontier(case, &found.variants.frontier);
    let vector = |package: &Acceptable| -> Vec<String> {
        let scores = package.scores().iter().enumerate();
        let stated =
            scores.filter_map(|(p, score)| Some(unscaled(case, PartyId::at(p), (*score)?)));
        stated.collect()
    };
    let rules = found.variants.picked.iter().filter_map(|picked| {
        let points = match &picked.found {
            Variant::Found(found) => found.iter().map(|(package, _)| vector(package)).collect(),
            Variant::Nothing => Vec::new(),
            Variant::Stopped(_) => return None,
        };
        Some((picked.rule.name().to_owned(), json!(points)))
    });
    let rules: serde_json::Map<String, Value> = rules.collect();
    let counts = [&found.possible, &found.above].map(of_count);
    let decided = frontier["decided"] == true
        && rules.len() == found.variants.picked.len()
        && counts.iter().all(|count| count["decided"] == true);
    json!({
        "decided": decided,
        "answer": {
            "frontier": frontier["answer"],
            "rules": rules,
            "opposition": found.opposition.as_ref().map(ToString::to_string),
            "packages": counts[0]["answer"],
            "above": counts[1]["answer"],
        },
    })
}

/// The number of packages, as text: it may be large.
pub(crate) fn of_count(found: &Count) -> Value {
    match found {
        Count::Exact(count) => json!({"decided": true, "answer": count.to_string()}),
        Count::Between { .. } => json!({"decided": false}),
    }
}

/// The score vectors that a rule picks, each once; `None` where that was not decided.
fn picked<C>(case: &Case, rule: &SettlementFound<C>) -> Option<Vec<Vec<String>>> {
    match rule {
        SettlementFound::Found { ties, .. } => Some(vectors(case, ties)),
        SettlementFound::None(_) => Some(Vec::new()),
        SettlementFound::Stopped { .. } => None,
    }
}

fn vectors(case: &Case, ties: &Ties) -> Vec<Vec<String>> {
    let vector = |scores: &[Option<i64>]| {
        let parties = scores.iter().enumerate();
        let stated = parties.filter_map(|(p, score)| Some((PartyId::at(p), (*score)?)));
        stated.map(|(p, s)| unscaled(case, p, s)).collect()
    };
    let packages = ties.packages.iter();
    let mut vectors: Vec<Vec<String>> = packages.map(|p| vector(p.scores())).collect();
    vectors.sort();
    vectors.dedup();
    vectors
}

fn unscaled(case: &Case, party: PartyId, score: i64) -> String {
    to_fraction(&case.unscaled(party, score))
}
