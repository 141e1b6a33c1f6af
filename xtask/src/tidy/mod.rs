//! What the compiler and clippy cannot check about the repository.
//!
//! Every rule is a function from a [`Tree`] (for dependencies with [`Metadata`], for code from its
//! [`SourceFile`]s) to findings, and touches nothing else. Exemptions are const tables beside the rule, each entry with its reason;
//! an entry that exempts nothing is itself a finding.

mod circles;
mod docs;
mod edges;
mod exempt;
mod faces;
mod finding;
mod floats;
mod licences;
mod links;
mod lints;
mod metadata;
mod mods;
mod modules;
mod names;
mod run;
mod sizes;
mod spdx;
mod text;
mod tree;
mod tuples;

pub use crate::source::files::{SourceFile, source_files};
pub use circles::{CIRCLE_MODULES_MAX, CrateCircles, circles, circles_text, crate_circles};
pub use docs::docs;
pub use edges::edges;
pub use faces::{FaceExemption, faces};
pub use finding::{Finding, TidyError};
pub use floats::floats;
pub use licences::{ALLOWED_LICENCES, licences};
pub use lints::lints;
pub use metadata::{CargoPackage, Dependency, Kind, Metadata};
pub use mods::mods;
pub use modules::modules;
pub use names::names;
pub use run::run;
pub use sizes::{FILE_LINES_MAX, sizes};
pub use text::text;
pub use tree::Tree;
pub(crate) use tuples::tuple_parameters;
pub use tuples::tuples;
