//! Checked claims about all the least ways of lowering floors together.

use std::fmt;

use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept, reached};
use crate::proof::{NoOverlap, refute};
use crate::rejection::Rejection;

/// For each party the floor that it is left with, on its scale; `None` for a party without one.
type Floors = Vec<Option<i64>>;

/// Floors lowered to where a package reaches them all.
#[derive(Clone, PartialEq, Eq)]
pub struct Lowered {
    floors: Floors,
    acceptable: Acceptable,
}

impl Lowered {
    /// For each party the floor that it is left with, never above the one asked about: the least
    /// that the package asks of it.
    pub fn floors(&self) -> &[Option<i64>] {
        &self.floors
    }

    /// A package that is acceptable above these floors.
    pub fn acceptable(&self) -> &Acceptable {
        &self.acceptable
    }
}

/// Shows the package; the floors are confidential.
impl fmt::Debug for Lowered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lowered")
            .field("acceptable", &self.acceptable)
            .finish_non_exhaustive()
    }
}

/// All the least ways of lowering the floors of a question that leave an overlap: a checked claim.
/// There is an overlap above lowered floors exactly when they are nowhere above one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    least: Vec<Lowered>,
    refuted: Vec<NoOverlap>,
}

impl Joint {
    /// The ways, none of which lowers all that another one does: none at all when the rest of the
    /// question leaves no package, whatever the floors; the floors themselves when there is an
    /// overlap.
    pub fn least(&self) -> &[Lowered] {
        &self.least
    }

    /// That no other way leaves an overlap: a refutation of each box that the ways leave.
    pub fn refuted(&self) -> &[NoOverlap] {
        &self.refuted
    }
}

/// The floors down to which a package asks a question's floors to be lowered.
///
/// # Errors
/// When the package is not acceptable even without floors.
pub fn lowered(
    case: &Case,
    positions: &Positions,
    package: &Package,
) -> Result<Lowered, Rejection> {
    let acceptable = accept(case, &positions.clone().without_floors(), package)?;
    let reached = acceptable.scores().iter().map(|score| reached(*score));
    let floors = positions.floors.iter().zip(reached);
    Ok(Lowered {
        floors: floors.map(|(f, s)| f.map(|f| f.min(s))).collect(),
        acceptable,
    })
}

/// Checks that some packages show all the least ways of lowering floors together: none asks for all
/// that another one does, and the certificates, in the order of the boxes, refute all that lies
/// beyond them. The boxes are made anew here: what the packages leave of all floors is cut, package
/// by package, into boxes that ask some party for more than the package gives it (Klamroth, Lacour
/// and Vanderpooten 2015, "On the representation of the search region in multi-objective
/// optimization").
///
/// # Errors
/// What is wrong with a package or a certificate, or with their number.
pub fn joint(
    case: &Case,
    positions: &Positions,
    packages: &[Package],
    certificates: Vec<Vec<u8>>,
) -> Result<Joint, Rejection> {
    let least = packages.iter().map(|p| lowered(case, positions, p));
    let least: Vec<Lowered> = least.collect::<Result<_, _>>()?;
    for (place, one) in least.iter().enumerate() {
        let mut others = least.iter().enumerate().filter(|(o, _)| *o != place);
        if others.any(|(_, other)| reaches(&other.floors, &one.floors)) {
            return Err(Rejection::Dominated);
        }
    }
    let boxes = boxes(&positions.floors, least.iter().map(|l| &l.floors));
    if boxes.len() != certificates.len() {
        return Err(Rejection::BoxCount);
    }
    let refuted = boxes.into_iter().zip(certificates).map(|(floors, bytes)| {
        let asked = Positions {
            floors,
            ..positions.clone()
        };
        refute(case, &asked, bytes)
    });
    Ok(Joint {
        refuted: refuted.collect::<Result<_, _>>()?,
        least,
    })
}

/// Whether floors reached are nowhere below floors asked for.
fn reaches(reached: &Floors, asked: &Floors) -> bool {
    let mut pairs = reached.iter().zip(asked);
    pairs.all(|(reached, asked)| asked.is_none() || reached >= asked)
}

/// The boxes that are left of all floors up to the highest ones, in order: each the floors that a
/// package inside it reaches. No box is inside another.
fn boxes<'a>(highest: &Floors, least: impl Iterator<Item = &'a Floors>) -> Vec<Floors> {
    let mut boxes: Vec<Floors> = vec![vec![None; highest.len()]];
    for reached in least {
        let (cut, mut kept): (Vec<Floors>, Vec<Floors>) =
            boxes.into_iter().partition(|b| reaches(reached, b));
        let mut parts: Vec<Floors> = Vec::new();
        for floors in cut {
            for (party, (value, most)) in reached.iter().zip(highest).enumerate() {
                let above = value.and_then(|v| v.checked_add(1));
                if above.is_some() && above <= *most {
                    let mut part = floors.clone();
                    part[party] = above;
                    parts.push(part);
                }
            }
        }
        parts.sort();
        parts.dedup();
        // A box that was kept is never inside a part: it would be inside what was cut.
        let whole = parts.iter().filter(|part| {
            let mut larger = kept.iter().chain(&parts).filter(|b| b != part);
            !larger.any(|b| reaches(part, b))
        });
        let whole: Vec<Floors> = whole.cloned().collect();
        kept.extend(whole);
        boxes = kept;
    }
    boxes.sort();
    boxes
}
