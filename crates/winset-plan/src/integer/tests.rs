//! Programs held to enumeration, and forged proofs.

use winset_check::integer::{
    BoundNode, BoundProof, IntegerProgram, LinearSum, ObjectiveStage, Optimum,
};
use winset_gen::rng::Rng;

use super::*;

const LIMIT: SearchLimit<'static> = SearchLimit {
    nodes_max: 10_000,
    stop: &|| false,
};

/// Up to five variables of a few values, up to five rows.
fn small_program(rng: &mut Rng) -> IntegerProgram {
    let mut program = IntegerProgram::default();
    for _ in 0..=rng.below(5) {
        let lower = around_nothing(rng, 2);
        program.add_variable(lower, lower + rng.signed_below(4));
    }
    for _ in 0..rng.below(6) {
        let sum = small_sum(rng, &program);
        program.add_at_most(sum, around_nothing(rng, 8));
    }
    program
}

/// From `-most` to `most`.
fn around_nothing(rng: &mut Rng, most: u32) -> i64 {
    rng.signed_below(2 * most + 1) - i64::from(most)
}

fn small_sum(rng: &mut Rng, program: &IntegerProgram) -> LinearSum {
    let places = 0..program.variables.len();
    LinearSum::new(
        places
            .map(|at| (at, around_nothing(rng, 5)))
            .collect::<Vec<_>>(),
    )
}

/// All values that keep bounds and rows, one after the other.
fn every_value(program: &IntegerProgram) -> Vec<Vec<i64>> {
    let mut all: Vec<Vec<i64>> = vec![Vec::new()];
    for bounds in &program.variables {
        let longer = |values: &Vec<i64>| {
            let values = values.clone();
            (bounds.lower..=bounds.upper).map(move |next| [values.clone(), vec![next]].concat())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.retain(|values| program.holds(values));
    all
}

#[test]
fn small_programs_agree_with_enumeration() {
    let mut rng = Rng::new(15);
    let (mut best, mut none, mut split) = (0, 0, 0);
    for _ in 0..5_000 {
        let program = small_program(&mut rng);
        let sum = small_sum(&mut rng, &program);
        let all = every_value(&program);
        let expected = all.iter().map(|values| sum.worth(values)).max();
        match maximise(&program, &sum, None, LIMIT) {
            IntegerEnd::Best { values, proof } => {
                assert_eq!(Some(sum.worth(&values)), expected);
                let bound = sum.worth(&values);
                assert_eq!(proof.shows(&program, &sum, bound), Ok(()));
                assert!(proof.shows(&program, &sum, bound - 1).is_err());
                best += 1;
                split += usize::from(proof.0.len() > 1);
            }
            IntegerEnd::Impossible(proof) => {
                assert_eq!(expected, None);
                let nothing = LinearSum::default();
                assert_eq!(proof.shows(&program, &nothing, -1), Ok(()));
                none += 1;
            }
            IntegerEnd::Stopped(_) => panic!("so small a program is searched to its end"),
        }
    }
    assert!(
        best > 1_000 && none > 500 && split > 100,
        "{best} {none} {split}"
    );
}

#[test]
fn stages_agree_with_enumeration() {
    let mut rng = Rng::new(16);
    let mut compared = 0;
    for _ in 0..1_000 {
        let program = small_program(&mut rng);
        let stage = |name: &str, sum: LinearSum| ObjectiveStage {
            name: name.to_owned(),
            sum,
        };
        let stages: Vec<ObjectiveStage> = ["first", "second", "third"]
            .map(|name| stage(name, small_sum(&mut rng, &program)))
            .into();
        let in_order = |values: &Vec<i64>| -> Vec<i128> {
            stages.iter().map(|stage| stage.sum.worth(values)).collect()
        };
        let expected = every_value(&program).iter().map(in_order).max();
        match best_by_stages(&program, &stages, None, LIMIT) {
            StagedEnd::Best { values, proofs } => {
                let optimum = Optimum::checked(&program, &stages, values, &proofs).unwrap();
                assert_eq!(Some(optimum.reached().to_vec()), expected);
                compared += 1;
            }
            StagedEnd::Impossible(_) => assert_eq!(expected, None),
            end => panic!("{end:?}"),
        }
    }
    assert!(compared > 300);
}

#[test]
fn forged_proofs_show_nothing_untrue() {
    let mut rng = Rng::new(17);
    let mut refused = 0;
    for _ in 0..2_000 {
        let program = small_program(&mut rng);
        let sum = small_sum(&mut rng, &program);
        let IntegerEnd::Best { values, proof } = maximise(&program, &sum, None, LIMIT) else {
            continue;
        };
        let bound = sum.worth(&values);
        let forged = forged(&proof, &mut rng);
        // Whatever a forged proof shows must be true: never a bound below what is reached.
        assert!(forged.shows(&program, &sum, bound - 1).is_err());
        refused += usize::from(forged.shows(&program, &sum, bound).is_err());
        let stages = [ObjectiveStage {
            name: "all".to_owned(),
            sum: sum.clone(),
        }];
        let mut worse = values.clone();
        let at = rng.below(worse.len());
        worse[at] += around_nothing(&mut rng, 1);
        if sum.worth(&worse) != bound || !program.holds(&worse) {
            assert!(Optimum::checked(&program, &stages, worse, &[proof]).is_err());
        }
    }
    assert!(refused > 200, "{refused}");
}

fn forged(proof: &BoundProof, rng: &mut Rng) -> BoundProof {
    let mut nodes = proof.0.clone();
    let at = rng.below(nodes.len());
    match rng.below(4) {
        0 => {
            nodes.remove(at);
        }
        1 => {
            let copied = nodes[at].clone();
            nodes.insert(at, copied);
        }
        _ => match &mut nodes[at] {
            BoundNode::Split(split) => split.at += around_nothing(rng, 1),
            BoundNode::Leaf(leaf) => match leaf.weights.first_mut() {
                Some(weight) => weight.1 += around_nothing(rng, 2),
                None => leaf.over += around_nothing(rng, 2),
            },
        },
    }
    BoundProof(nodes)
}

#[test]
fn a_search_can_be_stopped() {
    let mut program = IntegerProgram::default();
    let even: Vec<usize> = (0..12).map(|_| program.add_variable(0, 1)).collect();
    let twice = LinearSum::new(even.iter().map(|at| (*at, 2)));
    program.add_at_most(twice.clone(), 11);
    program.add_at_least(&twice, 11);
    let limit = SearchLimit {
        nodes_max: 3,
        stop: &|| false,
    };
    let end = maximise(&program, &LinearSum::default(), None, limit);
    assert_eq!(end, IntegerEnd::Stopped(None));
    let stopped = SearchLimit {
        nodes_max: 1_000_000,
        stop: &|| true,
    };
    let end = maximise(&program, &LinearSum::default(), Some(vec![0; 12]), stopped);
    assert_eq!(end, IntegerEnd::Stopped(Some(vec![0; 12])));
}
