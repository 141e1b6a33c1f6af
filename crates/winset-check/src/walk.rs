//! Walks the tree of a certificate again, on a stack of its own.

use winset_model::options::{OptionSet, PointId};

use crate::arithmetic::Overflow;
use crate::certificate::RowTable;
use crate::lines::{Token, Tokens};
use crate::propagate::{self, Node};
use crate::question::{Domains, Question};
use crate::rejection::{CertificateFault, Rejection};
use crate::surrogate::{self, Weights};

/// A branch whose children are not all walked yet.
#[derive(Debug)]
struct Branch {
    domains: Domains,
    point: PointId,
    /// The options whose children are yet to come.
    rest: OptionSet,
}

/// What the tree may use.
#[derive(Debug)]
pub(crate) struct Ground<'a> {
    /// The question.
    pub(crate) question: &'a Question<'a>,
    /// The weights entries.
    pub(crate) weights: &'a [Weights],
    /// The rows that they mention.
    pub(crate) rows: &'a RowTable,
}

/// Walks the whole tree and gives the number of its nodes. Every leaf was found closed.
///
/// A branch settles a point that was not settled, so the stack is no deeper than the number of
/// points.
pub(crate) fn walk(ground: &Ground<'_>, tokens: &mut Tokens<'_, '_>) -> Result<u64, Rejection> {
    let mut open_branches: Vec<Branch> = Vec::new();
    let mut domains = ground.question.root();
    let mut node = propagate::from_start(ground.question, &mut domains);
    let mut nodes = 1;
    loop {
        match (tokens.take()?, node) {
            (Token::Weigh(entry), Node::Open) => {
                node = ground
                    .weigh(entry, &mut domains)
                    .map_err(|f| tokens.fault(f))?;
                continue;
            }
            (Token::Branch(point), Node::Open) => {
                let branch = branch(domains, point).map_err(|f| tokens.fault(f))?;
                open_branches.push(branch);
            }
            (Token::Leaf, Node::Closed) => {}
            (Token::Leaf, Node::Open) => return Err(tokens.fault(CertificateFault::NotClosed)),
            (_, Node::Closed) => return Err(tokens.fault(CertificateFault::AlreadyClosed)),
        }
        let Some((child, settled)) = next_child(&mut open_branches) else {
            return Ok(nodes);
        };
        domains = child;
        node = propagate::after(ground.question, &mut domains, &[settled]);
        nodes += 1;
    }
}

impl Ground<'_> {
    fn weigh(&self, entry: usize, domains: &mut Domains) -> Result<Node, CertificateFault> {
        let weights = self
            .weights
            .get(entry)
            .ok_or(CertificateFault::NoWeights(entry))?;
        surrogate::apply(self.question, weights, self.rows, domains)
            .map_err(|Overflow| CertificateFault::Overflow)
    }
}

fn branch(domains: Domains, point: usize) -> Result<Branch, CertificateFault> {
    let rest = domains
        .get(point)
        .ok_or(CertificateFault::NoPoint(point))?
        .clone();
    if rest.len() < 2 {
        return Err(CertificateFault::Settled(point));
    }
    let point = PointId::at(point);
    Ok(Branch {
        domains,
        point,
        rest,
    })
}

/// The domains of the next child of the deepest branch that has one left, and the point that
/// they settle.
fn next_child(open_branches: &mut Vec<Branch>) -> Option<(Domains, PointId)> {
    while let Some(branch) = open_branches.last_mut() {
        if let Some(option) = branch.rest.least() {
            branch.rest.remove(option);
            let mut domains = branch.domains.clone();
            domains[branch.point.index()] = OptionSet::only(option);
            return Some((domains, branch.point));
        }
        open_branches.pop();
    }
    None
}
