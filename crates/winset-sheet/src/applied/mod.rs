//! What was changed in a workbook, and the document with these changes.

mod bodies;
pub(crate) mod compare;
mod cover;
pub(crate) mod draft;
mod finish;
mod links;
pub(crate) mod make;
mod names;
mod points;
mod positions;
mod scores;
