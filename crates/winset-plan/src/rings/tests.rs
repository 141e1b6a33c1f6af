//! Rings held to trying every choice of circles and chains.

use winset_check::rings::{RingNode, RingPool, SettledRings, settled_rings};
use winset_gen::rng::Rng;

use super::*;
use crate::integer::SearchLimit;

const LIMIT: SearchLimit<'static> = SearchLimit {
    nodes_max: 10_000,
    stop: &|| false,
};

fn random_pool(rng: &mut Rng, nodes: usize, parties: usize, of: (usize, usize)) -> RingPool {
    let node = |rng: &mut Rng| RingNode {
        party: rng.below(parties),
        weight: 1 + rng.signed_below(4),
        free: rng.chance(1, 6),
    };
    let meets = |rng: &mut Rng, own: usize| {
        let others = (0..nodes).filter(|other| *other != own);
        others.filter(|_| rng.chance(of.0, of.1)).collect()
    };
    RingPool {
        nodes: (0..nodes).map(|_| node(rng)).collect(),
        meets: (0..nodes).map(|own| meets(rng, own)).collect(),
        circle_max: 2 + rng.below(2),
        chain_max: 1 + rng.below(3),
    }
}

/// What a choice comes to: its weight, and the shares of the parties from the smallest on, as met wants
/// times the product of all numbers of wants, divided by its own.
fn worth(pool: &RingPool, received: &[bool]) -> (i64, Vec<usize>) {
    let met = |node: &usize| received[*node];
    let weight = (0..pool.nodes.len())
        .filter(met)
        .map(|node| pool.nodes[node].weight)
        .sum();
    let parties = pool
        .nodes
        .iter()
        .map(|node| node.party + 1)
        .max()
        .unwrap_or(0);
    let of = |party: usize| {
        let nodes = 0..pool.nodes.len();
        nodes.filter(move |node| pool.nodes[*node].party == party && !pool.nodes[*node].free)
    };
    let product: usize = (0..parties).map(|party| of(party).count().max(1)).product();
    let wanting = (0..parties).filter(|party| of(*party).count() > 0);
    let mut shares: Vec<usize> = wanting
        .map(|party| of(party).filter(met).count() * product / of(party).count())
        .collect();
    shares.sort_unstable();
    (weight, shares)
}

/// The best of all ways: each offer in turn goes to nobody, or to one who wants it, where paths and circles of
/// givers stay within the lengths. Written from the words, without rings.
fn best_of_all(pool: &RingPool) -> (i64, Vec<usize>) {
    let mut best = None;
    let mut gives = vec![None; pool.nodes.len()];
    every_gift(pool, 0, &mut gives, &mut best);
    best.unwrap()
}

type Worth = (i64, Vec<usize>);

fn every_gift(
    pool: &RingPool,
    node: usize,
    gives: &mut Vec<Option<usize>>,
    best: &mut Option<Worth>,
) {
    if node == pool.nodes.len() {
        if let Some(received) = carried(pool, gives) {
            let found = worth(pool, &received);
            if best.as_ref().is_none_or(|best| *best < found) {
                *best = Some(found);
            }
        }
        return;
    }
    every_gift(pool, node + 1, gives, best);
    for to in pool.meets[node].clone() {
        if !pool.nodes[to].free && !gives.contains(&Some(to)) {
            gives[node] = Some(to);
            every_gift(pool, node + 1, gives, best);
            gives[node] = None;
        }
    }
}

/// Who receives, where nobody gives who wants and gets nothing, and lengths are kept.
fn carried(pool: &RingPool, gives: &[Option<usize>]) -> Option<Vec<bool>> {
    let mut received = vec![false; gives.len()];
    gives.iter().flatten().for_each(|to| received[*to] = true);
    for (node, to) in gives.iter().enumerate() {
        if to.is_some() && !received[node] && !pool.nodes[node].free {
            return None;
        }
    }
    for start in 0..gives.len() {
        let (mut last, mut length) = (start, 1);
        while let Some(next) = gives[last] {
            if next == start {
                break;
            }
            last = next;
            length += 1;
            if length > gives.len() {
                break;
            }
        }
        let circle = gives[last] == Some(start);
        let too_long = if pool.nodes[start].free {
            gives[start].is_some() && length > pool.chain_max
        } else {
            circle && length > pool.circle_max
        };
        if too_long {
            return None;
        }
    }
    Some(received)
}

fn received(pool: &RingPool, settled: &SettledRings) -> Vec<bool> {
    let mut received = vec![false; pool.nodes.len()];
    for ring in settled.rings() {
        for node in ring.receivers() {
            assert!(!received[*node], "nobody receives twice");
            received[*node] = true;
        }
    }
    received
}

#[test]
fn small_pools_agree_with_trying_all() {
    let mut rng = Rng::new(23);
    let mut some = 0;
    for seed in 0..5_000 {
        let nodes = 2 + rng.below(5);
        let parties = 1 + rng.below(3);
        let pool = random_pool(&mut rng, nodes, parties, (2, 5));
        let RingsEnd::Settled(settled, proofs) = settle_rings(&pool, LIMIT) else {
            panic!("{seed}: not settled");
        };
        let found = worth(&pool, &received(&pool, &settled));
        assert_eq!(i128::from(found.0), settled.weight());
        assert_eq!(found, best_of_all(&pool), "{seed}: {pool:?}");
        some += usize::from(!settled.rings().is_empty());
        if !settled.rings().is_empty() {
            let rings = pool.rings().unwrap();
            let statement = winset_check::rings::RingStatement::of(&pool).unwrap();
            let none = vec![0; statement.program.variables.len()];
            assert!(!rings.is_empty());
            assert!(settled_rings(&pool, none, &proofs).is_err(), "{seed}");
        }
    }
    assert!(some > 2_000, "{some}");
}

/// A pool large enough that linear programs look at some of its rings only.
#[test]
fn large_pools_are_settled_and_checked() {
    let mut rng = Rng::new(24);
    let mut pool = random_pool(&mut rng, 60, 4, (1, 6));
    pool.circle_max = 3;
    pool.chain_max = 2;
    assert!(pool.rings().unwrap().len() > 200);
    let RingsEnd::Settled(settled, _) = settle_rings(&pool, LIMIT) else {
        panic!("not settled");
    };
    received(&pool, &settled);
    assert!(settled.weight() > 50, "{}", settled.weight());
}
