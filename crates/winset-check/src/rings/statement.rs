//! Rings as a program in whole numbers.
//!
//! Variables: for each ring, whether it is carried out; then for each party and each number from 1 to the
//! number of its wants, whether so many are met. A share is a number of met wants out of all of a party;
//! vectors of shares are compared from the smallest on (leximin) by how many parties reach each share, from
//! the least share on.

use std::collections::BTreeSet;

use super::pool::{Ring, RingPool, RingPoolTooLarge};
use crate::integer::{IntegerProgram, LinearSum, ObjectiveStage};

/// The rings of a pool as a program.
#[derive(Debug, Clone)]
pub struct RingStatement {
    /// The program; its first variables are the rings, in order.
    pub program: IntegerProgram,
    /// The most weight first, then the shares.
    pub stages: Vec<ObjectiveStage>,
    /// The rings.
    pub rings: Vec<Ring>,
}

impl RingStatement {
    /// The program of a pool.
    ///
    /// # Errors
    /// When the pool has too many rings.
    pub fn of(pool: &RingPool) -> Result<Self, RingPoolTooLarge> {
        let rings = pool.rings()?;
        let mut statement = Self {
            program: IntegerProgram::default(),
            stages: Vec::new(),
            rings,
        };
        for _ in &statement.rings {
            statement.program.add_variable(0, 1);
        }
        statement.add_nodes(pool);
        statement.add_weight(pool);
        statement.add_shares(pool);
        Ok(statement)
    }

    /// Each offer is in one ring at most.
    fn add_nodes(&mut self, pool: &RingPool) {
        let mut through: Vec<Vec<(usize, i64)>> = vec![Vec::new(); pool.nodes.len()];
        for (at, ring) in self.rings.iter().enumerate() {
            ring.nodes
                .iter()
                .for_each(|node| through[*node].push((at, 1)));
        }
        for rings in through.into_iter().filter(|rings| rings.len() > 1) {
            self.program.add_at_most(LinearSum::new(rings), 1);
        }
    }

    fn add_weight(&mut self, pool: &RingPool) {
        let weight = |ring: &Ring| -> i64 {
            let receivers = ring.receivers().iter();
            receivers.map(|node| pool.nodes[*node].weight).sum()
        };
        let terms = self.rings.iter().enumerate();
        let terms: Vec<(usize, i64)> = terms.map(|(at, ring)| (at, weight(ring))).collect();
        self.stages.push(ObjectiveStage {
            name: "weight".to_owned(),
            sum: LinearSum::new(terms),
        });
    }

    fn add_shares(&mut self, pool: &RingPool) {
        let parties = pool.nodes.iter().map(|node| node.party + 1).max();
        let parties = parties.unwrap_or(0);
        let wants = |party: usize| {
            let nodes = pool.nodes.iter();
            nodes
                .filter(|node| !node.free && node.party == party)
                .count()
        };
        let wants: Vec<usize> = (0..parties).map(wants).collect();
        let mut reached: Vec<Vec<usize>> = Vec::with_capacity(parties);
        for (party, wants) in wants.iter().enumerate() {
            let met = self.rings.iter().enumerate().map(|(at, ring)| {
                let receivers = ring.receivers().iter();
                let own = receivers.filter(|node| pool.nodes[**node].party == party);
                (at, -signed(own.count()))
            });
            let met: Vec<(usize, i64)> = met.filter(|term| term.1 != 0).collect();
            let reach = (1..=*wants).map(|number| {
                let variable = self.program.add_variable(0, 1);
                let terms = met.iter().copied().chain([(variable, signed(number))]);
                self.program.add_at_most(LinearSum::new(terms), 0);
                variable
            });
            reached.push(reach.collect());
        }
        for (number, of) in shares(&wants) {
            let parties = wants.iter().zip(&reached);
            let reach = parties.filter_map(|(wants, reached)| {
                // The fewest met wants that are at least this share.
                let least = (number * wants).div_ceil(of);
                reached.get(least.checked_sub(1)?).copied()
            });
            self.stages.push(ObjectiveStage {
                name: format!("share of {number} in {of}"),
                sum: LinearSum::new(reach.map(|variable| (variable, 1))),
            });
        }
    }
}

/// All shares that any party can reach, in lowest terms and from the least on.
fn shares(wants: &[usize]) -> Vec<(usize, usize)> {
    let all = wants
        .iter()
        .flat_map(|of| (1..=*of).map(move |number| (number, *of)));
    let lowest: BTreeSet<(usize, usize)> = all
        .map(|(number, of)| {
            let common = greatest_common(number, of);
            (number / common, of / common)
        })
        .collect();
    let mut shares: Vec<(usize, usize)> = lowest.into_iter().collect();
    shares.sort_by(|(a, of_a), (b, of_b)| (a * of_b).cmp(&(b * of_a)));
    shares
}

fn greatest_common(mut one: usize, mut other: usize) -> usize {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
