//! Claims that were checked: no overlap, and the best package for a party.

use std::fmt;

use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::certificate::{read_weights, text};
use crate::header::{self, first_difference, header};
use crate::lines::{Lines, Tokens};
use crate::misfit;
use crate::question::Question;
use crate::rejection::{CertificateFault, Rejection};
use crate::walk::{Ground, walk};

/// No package is acceptable: a checked claim.
#[derive(Clone, PartialEq, Eq)]
pub struct NoOverlap {
    positions: Positions,
    nodes: u64,
    bytes: Vec<u8>,
}

impl NoOverlap {
    /// The positions under which no package is acceptable.
    pub fn positions(&self) -> &Positions {
        &self.positions
    }

    /// Number of nodes of the certificate's tree.
    pub fn nodes(&self) -> u64 {
        self.nodes
    }

    /// The certificate. It holds floors, and weights that tell of scores: as confidential as they.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Shows the size; positions and certificate are confidential.
impl fmt::Debug for NoOverlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoOverlap")
            .field("nodes", &self.nodes)
            .finish_non_exhaustive()
    }
}

/// Checks a certificate against a case; the question is the one that the certificate states.
///
/// The work is the number of tokens times the size of the case; the memory is the certificate,
/// its weights, and one set of options per point for each point.
pub fn verify(case: &Case, certificate: &[u8]) -> Result<NoOverlap, Rejection> {
    let (positions, nodes) = check(case, certificate)?;
    Ok(NoOverlap {
        positions,
        nodes,
        bytes: certificate.to_vec(),
    })
}

/// Checks a certificate against a question.
pub fn refute(
    case: &Case,
    positions: &Positions,
    certificate: Vec<u8>,
) -> Result<NoOverlap, Rejection> {
    let asked = misfit::standard(case, positions)?;
    let (stated, nodes) = check(case, &certificate)?;
    if stated != asked {
        let heads = (header(case, &asked), header(case, &stated));
        let line = first_difference(&heads.0, &heads.1);
        return Err(Rejection::at(line, CertificateFault::OtherQuestion));
    }
    Ok(NoOverlap {
        positions: stated,
        nodes,
        bytes: certificate,
    })
}

fn check(case: &Case, certificate: &[u8]) -> Result<(Positions, u64), Rejection> {
    let text = text(certificate)?;
    let mut lines = Lines::new(text);
    let positions = header::read(case, &mut lines)?;
    let (weights, rows) = read_weights(case, &positions, &mut lines)?;
    let ground = Ground {
        question: &Question::new(case, &positions),
        weights: &weights,
        rows: &rows,
    };
    let mut tokens = Tokens::new(&mut lines);
    let nodes = walk(&ground, &mut tokens)?;
    tokens.finish()?;
    lines.take_exactly("end")?;
    lines.finish()?;
    Ok((positions, nodes))
}

/// No acceptable package gives the party more than this one: a checked claim.
#[derive(Clone, PartialEq, Eq)]
pub struct Best {
    party: PartyId,
    value: i64,
    acceptable: Acceptable,
    proof: NoOverlap,
}

impl Best {
    /// The party.
    pub fn party(&self) -> PartyId {
        self.party
    }

    /// The package, which is acceptable.
    pub fn acceptable(&self) -> &Acceptable {
        &self.acceptable
    }

    /// What it is worth to the party, on the party's scale.
    pub fn value(&self) -> i64 {
        self.value
    }

    /// That no package is acceptable once the party's floor is above the value.
    pub fn proof(&self) -> &NoOverlap {
        &self.proof
    }
}

/// Shows the party and the package; the value is confidential.
impl fmt::Debug for Best {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Best")
            .field("party", &self.party)
            .field("acceptable", &self.acceptable)
            .finish_non_exhaustive()
    }
}

/// Checks that a package is acceptable and that the certificate refutes the same positions with
/// the party's floor one above the package's score, on the party's scale.
pub fn best(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    witness: &Package,
    certificate: Vec<u8>,
) -> Result<Best, Rejection> {
    let acceptable = accept(case, positions, witness)?;
    let score = acceptable.scores().get(party.index()).copied().flatten();
    let value = score.ok_or(Rejection::NothingToRaise)?;
    let above = value.checked_add(1).ok_or(Rejection::NothingToRaise)?;
    let raised = positions.clone().with_floor(party, Some(above));
    let proof = refute(case, &raised, certificate)?;
    Ok(Best {
        party,
        value,
        acceptable,
        proof,
    })
}
