//! What a refutation does not use is not needed for it.

use winset_gen::hard::{HardSize, hard};
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::positions::Positions;

use super::used;
use crate::budget::Budget;
use crate::certificate;
use crate::problem::Problem;
use crate::row::Row;
use crate::search::{Outcome, Search, overlap};
use crate::surrogate::Weights;

/// Checks that what a refutation does not use can go, and there is a checked refutation still. Returns
/// how many demands could, and whether the refutation branches.
fn check(case: &Case, asked: &Positions) -> Option<(usize, bool)> {
    let problem = Problem::new(case, asked);
    let budget = Budget::unlimited();
    let mut search = Search::new(&problem, &budget);
    let Outcome::Refuted(tokens) = search.run() else {
        return None;
    };
    let used = used(&problem, &search.weights, &tokens).unwrap();
    let standing = case.demands().into_iter().enumerate();
    let standing = standing.filter(|(_, d)| !asked.dropped.contains(d));
    let (mut left, mut same_tree) = (asked.clone(), asked.clone());
    for ((number, demand), rule) in standing.zip(&used.rules) {
        let rows = problem.rows.iter().enumerate();
        let mut rows = rows.filter(|(_, row)| row.rule == number).map(|(r, _)| r);
        let weighed = |r: usize| search.weights.iter().any(|w| w.rows[r] > 0);
        // Laws cannot be dropped; what they take part in is checked with them.
        if *rule || case.is_law(demand) || rows.clone().any(|r| used.rows[r]) {
            continue;
        }
        left.dropped.insert(demand);
        if !rows.any(weighed) {
            same_tree.dropped.insert(demand);
        }
    }
    for (party, floor) in left.floors.iter_mut().enumerate() {
        let mut weighed = problem.floors.iter().zip(&used.floors);
        if !weighed.any(|(f, used)| *used && f.party.index() == party) {
            *floor = None;
        }
    }
    let still = overlap(case, &left, &budget);
    assert!(matches!(still, Answer::Impossible(_)), "{}", case.id);
    // Without rules that no weights look at, the very same tree is a refutation.
    let part = Problem::new(case, &same_tree);
    let kept = |row: &Row| part.rows.iter().any(|r| **r == *row);
    let weights: Vec<Weights> = search
        .weights
        .iter()
        .map(|w| {
            let rows = problem.rows.iter().zip(&w.rows);
            let rows = rows.filter(|(row, _)| kept(row)).map(|(_, weight)| *weight);
            let (floors, rows) = (w.floors.clone(), rows.collect());
            Weights { floors, rows }
        })
        .collect();
    let certificate = certificate::write(case, &same_tree, &part, &weights, &tokens);
    let checked = winset_check::refute(case, &same_tree, certificate);
    assert!(checked.is_ok(), "{}: {checked:?}", case.id);
    Some((
        left.dropped.len() - asked.dropped.len(),
        tokens.contains('b'),
    ))
}

fn read(text: &str) -> Case {
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

#[test]
fn what_is_not_used_is_not_needed() {
    let (mut refuted, mut dropped) = (0, 0);
    for seed in 0..3_000 {
        let case = read(&small(seed).to_string());
        if let Some((more, _)) = check(&case, &positions(&case, &mut Rng::new(seed))) {
            refuted += 1;
            dropped += more;
        }
    }
    assert!(refuted > 1_000 && dropped > 1_000, "{refuted} {dropped}");
}

#[test]
fn nor_in_refutations_that_branch() {
    let size = HardSize {
        points: 12,
        options: 4,
        parties: 4,
        links: 20,
        lines: 12,
        grid: 1_000,
    };
    let (mut branching, mut dropped) = (0, 0);
    for seed in 0..200 {
        let case = read(&hard(size, seed).to_string());
        for floor in [600, 630, 660] {
            let mut asked = Positions::declared(&case);
            asked.floors.fill(Some(floor));
            if let Some((more, true)) = check(&case, &asked) {
                branching += 1;
                dropped += more;
            }
        }
    }
    assert!(branching > 50 && dropped > 50, "{branching} {dropped}");
}
