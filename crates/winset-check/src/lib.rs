//! Re-checks answers from the case alone: small, slow, obvious.
//!
//! A package is checked by looking at every demand and adding up every score ([`accept`]). A claim
//! that no package is acceptable comes with a certificate, a tree of cases that is walked again
//! here ([`verify`], [`refute`]); the claim that a package is the best for a party is one such
//! certificate with the party's floor just above it ([`best`]). What opens an overlap at the least
//! cost is a question about a derived case, which is derived again here ([`ConcessionQuestion`], [`level`]);
//! claims about all ways of lowering floors ([`joint`]) or about every day of a span
//! ([`closed_through`]) are several certificates. [`census`] looks at every package
//! of a small case and is the oracle of every test.
//!
//! The form and the meaning of certificates, with the argument for each step, stand in
//! `docs/formats/certificate.md`. Nothing here uses floats or recursion, and nothing is shared
//! with the solver but the model's types.

mod acceptable;
mod arithmetic;
mod census;
mod certificate;
mod clash;
mod corners;
mod cover;
mod days;
mod elimination;
mod exact_sum;
pub mod exchange;
mod frontier;
mod header;
pub mod integer;
mod joint;
mod leximin;
mod lines;
mod misfit;
mod nash;
mod opening;
pub mod plan;
mod proof;
mod propagate;
mod question;
mod rejection;
mod residual;
mod residuals;
pub mod rings;
mod rows;
mod stages;
mod subset;
mod sum;
mod surrogate;
#[cfg(test)]
mod tests;
mod truth;
mod undominated;
mod walk;

pub use acceptable::{Acceptable, PackageRefusal, Unmet, accept, holds};
pub use census::{Census, census, every_package};
pub use clash::{Clash, ClashMember, clash, without};
pub use corners::{Corners, corners};
pub use cover::{BoxEnd, Cover, Cut, LowerCorner, Refutation, Region, Sum, with_sums};
pub use days::{ClosedThrough, Days, OpenThrough, closed_through, open_through};
pub use exact_sum::{ExactSum, SumCell};
pub use frontier::{FrontierClaim, FrontierPoint, frontier, staged_frontier};
pub use header::header;
pub use joint::{Joint, Lowered, joint, lowered};
pub use leximin::{Leximin, egalitarian, kalai_smorodinsky};
pub use misfit::Misfit;
pub use nash::{Gainers, Group, LargestSets, Nash, gaining, nash};
pub use opening::{Cheapest, ConcessionQuestion, Level, NoOther, Opening, Scope};
pub use opening::{level, no_other, opening};
pub use proof::{Best, NoOverlap, best, refute, verify};
pub use rejection::{
    CERTIFICATE_BYTES_MAX, CertificateFault, CoverFault, Rejection, StageFault,
    TREE_LINE_BYTES_MAX, WEIGHTS_MAX,
};
pub use stages::{NOWHERE, Stage, Stages};
pub use subset::{Listed, Subset, SubsetPoint, bounded_subset, subset};
pub use sum::{LargestSum, largest_sum};
