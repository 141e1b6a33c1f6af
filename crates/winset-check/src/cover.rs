//! That every acceptable package lies below one of some cuts: boxes of score vectors, each refuted
//! or split.
//!
//! A box holds the packages that give each of some parties, its *axes*, a floor at least. A cut is a
//! vector of upper limits. A box splits at a cut into one box for each limit, in which that party's
//! floor is above it: a package of the box that is not below the cut is above one of its limits, so
//! it is in one of them. A box may also stand inside another one. Whatever a box is reduced to stands
//! later in the list, so from the last box to the first: no acceptable package is in a box unless it
//! is below a cut, or is one of those that a refutation leaves out on purpose.
//!
//! Such covers are those of local upper bounds (Klamroth, Lacour and Vanderpooten 2015).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use winset_model::case::Case;
use winset_model::derived::DerivedDraft;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::proof::{NoOverlap, refute};
use crate::rejection::{CoverFault, Rejection};

/// For each axis the most that is below the cut, on the party's scale; `None`: anything is.
pub type Cut = Vec<Option<i64>>;
/// For each axis the least that is in the box, on the party's scale; `None`: anything is.
pub type LowerCorner = Vec<Option<i64>>;

/// How the packages that are not below any cut are ruled out.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Cover {
    /// Where boxes are split.
    pub cuts: Vec<Cut>,
    /// What is refuted.
    pub refutations: Vec<Refutation>,
    /// The boxes; the first holds every package in question.
    pub boxes: Vec<Region>,
}

/// A box and what becomes of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Region {
    /// What its packages give the axes at least.
    pub floors: LowerCorner,
    /// Why it holds nothing but packages below a cut.
    pub end: BoxEnd,
}

/// What becomes of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoxEnd {
    /// A refutation says that it holds none.
    Refuted(usize),
    /// It is part of a later box.
    Inside(usize),
    /// It is split at a cut.
    Split {
        /// The cut.
        cut: usize,
        /// For each limit of the cut, in order, a later box that holds what is above it.
        into: Vec<usize>,
    },
}

/// A certificate that no acceptable package is in a box, or none whose weighted sums are high enough.
#[derive(Clone, PartialEq, Eq)]
pub struct Refutation {
    /// What the refuted packages give the axes at least.
    pub floors: LowerCorner,
    /// What their scores sum to at least, in as many ways.
    pub sums: Vec<Sum>,
    /// The certificate: of the case, or with sums, of the case derived from it.
    pub certificate: Vec<u8>,
}

/// A weighted sum of the scores of the axes, each on its party's scale.
#[derive(Clone, PartialEq, Eq)]
pub struct Sum {
    /// For each axis how often its score counts, at least once.
    pub weights: Vec<i64>,
    /// What the sum is at least.
    pub floor: i64,
}

macro_rules! confidential {
    ($($name:ident),*) => {$(
        /// Shows the name; floors and weights are confidential.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
confidential!(Cover, Region, Refutation, Sum);

/// The case with one more party for each list of weights, which scores the weighted sum of the scores
/// of the axes; `None` when a sum is too large.
pub fn with_sums<'w>(
    case: &Case,
    axes: &[PartyId],
    sums: impl IntoIterator<Item = &'w [i64]>,
) -> Option<Case> {
    let mut draft = DerivedDraft::of(case);
    for weights in sums {
        let weights = axes.iter().copied().zip(weights.iter().copied());
        let weights: Vec<(PartyId, i64)> = weights.collect();
        draft.add_sum("sum", "Weighted sum", &weights).ok()?;
    }
    Some(draft.finish())
}

/// A question whose cover is checked.
#[derive(Debug)]
pub(crate) struct Covered<'a> {
    pub(crate) case: &'a Case,
    /// Which packages are in question.
    pub(crate) positions: &'a Positions,
    /// Parties with preferences, each once.
    pub(crate) axes: &'a [PartyId],
}

impl Covered<'_> {
    /// Checks that every package in question is below a cut, except those that `leaves_out` finds
    /// are not meant when only sums from a floor on are refuted; every cut must be `allowed`. Gives
    /// what the certificates prove.
    pub(crate) fn check(
        &self,
        cover: &Cover,
        allowed: impl Fn(&Cut) -> bool,
        leaves_out: impl Fn(&Sum) -> bool,
    ) -> Result<Vec<NoOverlap>, Rejection> {
        let width = self.axes.len();
        let fits = |list: &[Option<i64>]| list.len() == width;
        let sized = cover.cuts.iter().all(|cut| fits(cut))
            && cover.boxes.iter().all(|b| fits(&b.floors))
            && cover.refutations.iter().all(|r| fits(&r.floors));
        if !sized {
            return Err(CoverFault::Width.into());
        }
        if !cover.cuts.iter().all(allowed) {
            return Err(CoverFault::Cut.into());
        }
        let sums = cover.refutations.iter().flat_map(|r| &r.sums);
        if !sums.into_iter().all(leaves_out) {
            return Err(CoverFault::Sum.into());
        }
        let floors = &self.positions.floors;
        let floor = |axis: &PartyId| floors.get(axis.index()).copied();
        let root: Option<LowerCorner> = self.axes.iter().map(floor).collect();
        let holds_all =
            |root: &LowerCorner| cover.boxes.first().is_some_and(|b| within(root, &b.floors));
        if !root.as_ref().is_some_and(holds_all) {
            return Err(CoverFault::First.into());
        }
        for place in 0..cover.boxes.len() {
            if !ends(cover, place) {
                return Err(CoverFault::Box(place).into());
            }
        }
        self.refuted(cover)
    }

    /// Checks every certificate.
    fn refuted(&self, cover: &Cover) -> Result<Vec<NoOverlap>, Rejection> {
        let mut derived: BTreeMap<Vec<&[i64]>, Case> = BTreeMap::new();
        let mut proofs = Vec::with_capacity(cover.refutations.len());
        for refutation in &cover.refutations {
            let mut asked = self.positions.clone();
            for (axis, floor) in self.axes.iter().zip(&refutation.floors) {
                asked.floors[axis.index()] = *floor;
            }
            let floors = refutation.sums.iter().map(|sum| Some(sum.floor));
            asked.floors.extend(floors);
            let sums = refutation.sums.iter().map(|sum| sum.weights.as_slice());
            let sums: Vec<&[i64]> = sums.collect();
            let case = if sums.is_empty() {
                self.case
            } else {
                match derived.entry(sums) {
                    Entry::Occupied(made) => made.into_mut(),
                    Entry::Vacant(place) => {
                        let made = with_sums(self.case, self.axes, place.key().iter().copied());
                        place.insert(made.ok_or(CoverFault::Sum)?)
                    }
                }
            };
            proofs.push(refute(case, &asked, refutation.certificate.clone())?);
        }
        Ok(proofs)
    }
}

/// Whether the first box lies inside the second. No floor is below every floor.
fn within(inner: &LowerCorner, outer: &LowerCorner) -> bool {
    inner.iter().zip(outer).all(|(inner, outer)| inner >= outer)
}

/// Whether a box ends as it says, in what stands later.
fn ends(cover: &Cover, place: usize) -> bool {
    let floors = &cover.boxes[place].floors;
    let later = |other: &usize| {
        let found = cover.boxes.get(*other).filter(|_| *other > place);
        found.map(|b| &b.floors)
    };
    match &cover.boxes[place].end {
        BoxEnd::Refuted(refutation) => {
            let refuted = cover.refutations.get(*refutation);
            refuted.is_some_and(|r| within(floors, &r.floors))
        }
        BoxEnd::Inside(other) => later(other).is_some_and(|outer| within(floors, outer)),
        BoxEnd::Split { cut, into } => {
            let Some(cut) = cover.cuts.get(*cut) else {
                return false;
            };
            let limits = cut.iter().enumerate();
            let limits = limits.filter_map(|(axis, limit)| Some((axis, (*limit)?)));
            let above = |((axis, limit), other): ((usize, i64), &usize)| {
                let mut above = floors.clone();
                // Nothing is above the largest number.
                let Some(next) = limit.checked_add(1) else {
                    return true;
                };
                above[axis] = above[axis].max(Some(next));
                later(other).is_some_and(|outer| within(&above, outer))
            };
            cut.iter().flatten().count() == into.len() && limits.zip(into).all(above)
        }
    }
}
