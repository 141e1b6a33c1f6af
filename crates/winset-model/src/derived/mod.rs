//! Questions restated as cases of their own.
//!
//! Some questions are not about the packages of a case as it stands: what is the cheapest set of
//! steps that opens an overlap, how few points must change, how large can a weighted sum of scores
//! get. Each of them is an ordinary question (is there an acceptable package, what is the best for
//! a party) about a slightly larger case: one with a choice for every demand that could be given
//! up, and a party that scores what is to be kept small or made large. Such a case is made here.
//!
//! A derived case is a case like any other. Its hash is that of its own canonical file
//! ([`file()`]), so a certificate about it can be checked by everything that checks certificates.

mod draft;
mod laws;
mod levers;
mod relaxed;
mod scale;
mod write;

pub use draft::{DERIVED_SUM_MAX, DerivedDraft, TooLarge};
pub use laws::with_laws;
pub use levers::{Levered, after_levers};
pub use relaxed::{Concession, ConcessionTerms, Movable, Relaxed};
pub use write::file;
