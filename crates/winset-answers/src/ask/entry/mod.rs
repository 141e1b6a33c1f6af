//! New entries of the record: from short texts, as flags, cells and forms have them, to the one change of
//! the case that adds them.

mod completed;
mod fields;
mod values;

pub use completed::{EntriesEntered, NewRecordEntry, VisibilityMixed};
pub use fields::{EntryFieldFault, EntryFieldWrong, NewEntryKind, entry_of};
