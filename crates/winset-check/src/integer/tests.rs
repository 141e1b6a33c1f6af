//! Proofs by hand: what weights and splits show, and what is refused.

use super::*;

/// Two things weigh 3 and 2, a sack holds 4; they are worth 5 and 3. By hand: the first alone, worth 5.
fn sack() -> (IntegerProgram, LinearSum) {
    let mut program = IntegerProgram::default();
    let first = program.add_variable(0, 1);
    let second = program.add_variable(0, 1);
    program.add_at_most(LinearSum::new([(first, 3), (second, 2)]), 4);
    (program, LinearSum::new([(first, 5), (second, 3)]))
}

fn leaf(over: i64, weights: &[(usize, i64)]) -> BoundNode {
    BoundNode::Leaf(BoundLeaf {
        over,
        weights: weights.to_vec(),
    })
}

fn split(variable: usize, at: i64) -> BoundNode {
    BoundNode::Split(BoundSplit { variable, at })
}

#[test]
fn weights_on_rows_bound_a_sum() {
    let (program, sum) = sack();
    // 2 · (5x + 3y) = 3 · (3x + 2y) + x ≤ 3 · 4 + 1 = 13, so that 5x + 3y ≤ 6.
    let by_row = BoundLeaf {
        over: 2,
        weights: vec![(0, 3)],
    };
    assert_eq!(
        relaxed_bound(&program, &program.variables, &sum, &by_row),
        Ok(13)
    );
    let proof = BoundProof(vec![leaf(2, &[(0, 3)])]);
    assert_eq!(proof.shows(&program, &sum, 6), Ok(()));
    assert_eq!(proof.shows(&program, &sum, 5), Err(ProgramRefusal::Open));
}

#[test]
fn splits_close_what_weights_cannot() {
    let (program, sum) = sack();
    // Without the second: 5 at most. With it: 3x ≤ 2, so that no x above 0 is left.
    let proof = BoundProof(vec![
        split(1, 0),
        leaf(1, &[]),
        split(0, 0),
        leaf(1, &[]),
        leaf(0, &[(0, 1)]),
    ]);
    assert_eq!(proof.shows(&program, &sum, 5), Ok(()));
    assert_eq!(proof.shows(&program, &sum, 4), Err(ProgramRefusal::Open));
}

#[test]
fn trees_that_are_none_are_refused() {
    let (program, sum) = sack();
    let shows = |nodes: Vec<BoundNode>| BoundProof(nodes).shows(&program, &sum, 100);
    assert_eq!(shows(vec![]), Err(ProgramRefusal::EndsEarly));
    assert_eq!(
        shows(vec![split(0, 0), leaf(1, &[])]),
        Err(ProgramRefusal::EndsEarly)
    );
    assert_eq!(
        shows(vec![leaf(1, &[]), leaf(1, &[])]),
        Err(ProgramRefusal::EndsLate)
    );
    assert_eq!(shows(vec![split(7, 0)]), Err(ProgramRefusal::Unknown));
    assert_eq!(
        shows(vec![leaf(1, &[(3, 1)])]),
        Err(ProgramRefusal::Unknown)
    );
    assert_eq!(
        shows(vec![leaf(1, &[(0, -1)])]),
        Err(ProgramRefusal::Unknown)
    );
    assert_eq!(shows(vec![leaf(-1, &[])]), Err(ProgramRefusal::Unknown));
    let huge = vec![leaf(1, &[(0, i64::MAX), (0, i64::MAX)])];
    assert_eq!(
        BoundProof(huge).shows(&program, &sum, i128::MAX),
        Err(ProgramRefusal::Overflow)
    );
    // A leaf that multiplies the sum with nothing shows only that there are no values.
    assert_eq!(shows(vec![leaf(0, &[])]), Err(ProgramRefusal::Open));
}

#[test]
fn values_are_held_to_bounds_rows_and_stages() {
    let (program, sum) = sack();
    let stage = ObjectiveStage {
        name: "worth".to_owned(),
        sum,
    };
    let proof = BoundProof(vec![
        split(1, 0),
        leaf(1, &[]),
        split(0, 0),
        leaf(1, &[]),
        leaf(0, &[(0, 1)]),
    ]);
    let stages = [stage];
    let checked = |values: &[i64], proofs: &[BoundProof]| {
        Optimum::checked(&program, &stages, values.to_vec(), proofs)
            .map(|best| (best.values().to_vec(), best.reached().to_vec()))
    };
    let proofs = [proof];
    assert_eq!(checked(&[1, 0], &proofs), Ok((vec![1, 0], vec![5])));
    assert_eq!(checked(&[0, 1], &proofs), Err(ProgramRefusal::Open));
    assert_eq!(checked(&[1, 1], &proofs), Err(ProgramRefusal::Breaks));
    assert_eq!(checked(&[2, 0], &proofs), Err(ProgramRefusal::Breaks));
    assert_eq!(checked(&[1], &proofs), Err(ProgramRefusal::Breaks));
    assert_eq!(checked(&[1, 0], &[]), Err(ProgramRefusal::Stages));
}
