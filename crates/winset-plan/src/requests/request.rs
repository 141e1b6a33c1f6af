//! A request, and the pool that requests make.

use std::collections::{BTreeMap, BTreeSet};

use winset_check::rings::{RingNode, RingPool};

use crate::lists::PersonId;

/// A request: its holder releases one person in return for another one.
#[derive(Debug, Clone)]
pub struct NamedRequest {
    /// Who would release, by its place among the holders.
    pub holder: usize,
    /// The person, by all that can be asked for: an identifier, a category. At least one.
    pub gives: Vec<PersonId>,
    /// Whose release it asks for in return, any of them; nobody's: it releases without return.
    pub wants: Vec<PersonId>,
    /// What it is worth that it gets whom it wants, from 1.
    pub weight: u32,
    /// The row of the list, from 1, by which it is named to readers.
    pub row: usize,
}

/// How long rings may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestLengths {
    /// Most requests in a circle, from 2.
    pub circle_max: usize,
    /// Most requests in a chain, the one without return counted.
    pub chain_max: usize,
}

/// The pool of requests: one can meet another's want when it gives one of those whom the other asks for, and
/// another holder asks. O(n log n + pairs that meet).
pub fn pool_of(requests: &[NamedRequest], lengths: RequestLengths) -> RingPool {
    let mut wanted: BTreeMap<&PersonId, Vec<usize>> = BTreeMap::new();
    for (at, request) in requests.iter().enumerate() {
        for want in &request.wants {
            wanted.entry(want).or_default().push(at);
        }
    }
    let meets = |own: &NamedRequest| -> Vec<usize> {
        let asked = own.gives.iter().filter_map(|give| wanted.get(give));
        let others = asked.flatten().copied();
        let others = others.filter(|other| requests[*other].holder != own.holder);
        others.collect::<BTreeSet<_>>().into_iter().collect()
    };
    RingPool {
        nodes: requests
            .iter()
            .map(|request| RingNode {
                party: request.holder,
                weight: i64::from(request.weight),
                free: request.wants.is_empty(),
            })
            .collect(),
        meets: requests.iter().map(meets).collect(),
        circle_max: lengths.circle_max,
        chain_max: lengths.chain_max,
    }
}
