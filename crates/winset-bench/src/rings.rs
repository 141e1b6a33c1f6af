//! Rings of requests, as pools of pairs are generated elsewhere: each offer can meet each other's want by chance.

use winset_check::rings::{RingNode, RingPool};
use winset_gen::rng::Rng;
use winset_plan::integer::SearchLimit;
use winset_plan::rings::{RingsEnd, settle_rings};

use crate::measure::{ms, timed};

/// How large a random pool is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PoolSize {
    /// Offers.
    pub(crate) offers: usize,
    /// Offers of these that want nothing in return.
    pub(crate) free: usize,
    /// How many of a hundred others' wants an offer can meet.
    pub(crate) percent: usize,
    /// Holders.
    pub(crate) parties: usize,
    /// Most offers in a circle; a chain has one more.
    pub(crate) circle_max: usize,
}

fn random_pool(size: PoolSize, seed: u64) -> RingPool {
    let mut rng = Rng::new(seed);
    let nodes: Vec<RingNode> = (0..size.offers)
        .map(|at| RingNode {
            party: at % size.parties,
            weight: 1 + rng.signed_below(3).abs(),
            free: at < size.free,
        })
        .collect();
    let meets = (0..size.offers).map(|own| {
        let others = (0..size.offers).filter(|other| other % size.parties != own % size.parties);
        others
            .filter(|_| rng.chance(size.percent, 100))
            .collect::<Vec<_>>()
    });
    RingPool {
        meets: meets.collect(),
        nodes,
        circle_max: size.circle_max,
        chain_max: size.circle_max + 1,
    }
}

/// Prints for each seed how long the best rings took, checks included.
pub(crate) fn run(size: PoolSize, cases: u64) -> Result<(), String> {
    let limit = SearchLimit {
        nodes_max: u64::MAX,
        stop: &|| false,
    };
    for seed in 1..=cases {
        let pool = random_pool(size, seed);
        let rings = pool.rings().map_err(|why| why.to_string())?.len();
        let (end, time) = timed(|| settle_rings(&pool, limit));
        let RingsEnd::Settled(settled, proofs) = end else {
            return Err(format!("seed {seed}: {end:?}"));
        };
        let nodes: usize = proofs.iter().map(|proof| proof.0.len()).sum();
        println!(
            "seed {seed:>3}  {:>12}  {rings} rings, {} carried out, {nodes} nodes of proofs",
            ms(time),
            settled.rings().len()
        );
    }
    Ok(())
}
