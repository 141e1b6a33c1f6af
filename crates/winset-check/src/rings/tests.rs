//! Rings by hand.

use super::*;

fn pool(nodes: &[(usize, bool)], meets: &[&[usize]]) -> RingPool {
    RingPool {
        nodes: nodes
            .iter()
            .map(|(party, free)| RingNode {
                party: *party,
                weight: 1,
                free: *free,
            })
            .collect(),
        meets: meets.iter().map(|met| met.to_vec()).collect(),
        circle_max: 3,
        chain_max: 3,
    }
}

#[test]
fn circles_and_chains_are_found_once() {
    // 0 and 1 swap; 0, 1, 2 go round; 3 is free and gives to 2, which gives to 0.
    let pool = pool(
        &[(0, false), (1, false), (2, false), (3, true)],
        &[&[1], &[0, 2], &[0], &[2]],
    );
    let rings = pool.rings().unwrap();
    let told: Vec<(Vec<usize>, bool)> = rings.into_iter().map(|r| (r.nodes, r.closed)).collect();
    let expected = [
        (vec![0, 1], true),
        (vec![0, 1, 2], true),
        (vec![3, 2], false),
        (vec![3, 2, 0], false),
    ];
    assert_eq!(told, expected);
}

#[test]
fn lengths_are_limits() {
    let mut pool = pool(&[(0, false), (0, false), (0, false)], &[&[1], &[2], &[0]]);
    assert_eq!(pool.rings().unwrap().len(), 1);
    pool.circle_max = 2;
    assert_eq!(pool.rings().unwrap().len(), 0);
}

#[test]
fn shares_are_compared_from_the_smallest_on() {
    let statement = RingStatement::of(&pool(
        &[(0, false), (0, false), (1, false)],
        &[&[2], &[2], &[0, 1]],
    ))
    .unwrap();
    let names: Vec<&str> = statement.stages.iter().map(|s| s.name.as_str()).collect();
    // Party 0 has two wants, party 1 one.
    assert_eq!(names, ["weight", "share of 1 in 2", "share of 1 in 1"]);
}
