//! Figures of the code for decision notes: counted, not judged.

mod figures;
mod printed;

pub use figures::{CodeFigures, FunctionLengths, LongestFunction, NameCounts, code_figures};
pub use printed::{HELP, figures_json, figures_text};
