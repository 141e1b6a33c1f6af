//! Entries of a case file as forms: which fields each kind of entry has, what stands in them, and the
//! changes that a form makes of what it sends. No request and no page.

mod changes;
mod field;
mod kind;
mod read;
mod scores;
mod view;

pub(crate) use changes::{FieldProblem, edited, moved, retired};
pub(crate) use field::Field;
pub(crate) use kind::{EntryKind, FormReader, KINDS, OWN_PARTY, kind_of};
pub(crate) use read::{FieldValues, values_of};
pub(crate) use scores::{ScorePoint, score_field, score_table, scored};
pub(crate) use view::{FieldView, fields_of};

#[cfg(test)]
mod tests;
