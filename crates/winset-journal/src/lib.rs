//! The journal of a case: what is offered, drafted and answered, one line for each act, beside the
//! file that the analyst writes.
//!
//! A case file is its author's and is never rewritten; what happens in the talks is appended here.
//! Each line holds the hash of the line before and its own, so that whoever changes, moves or takes
//! out a line is found by [`verify`]. A file beside the journal keeps how many lines there are and
//! the hash of the last, so that a journal that was cut short is found too. Neither is a signature:
//! who can write both files can write another history; the hash on paper, which every export
//! prints, is what holds against that (`docs/formats/journal.md`).
//!
//! [`append`] is safe with several writers and through a crash at any moment: an act is in the
//! journal, whole and once, when it returns; what a crash leaves of a line is cut off by the next
//! writer and passed over by readers.

mod act;
mod amended;
mod chain;
mod change_form;
mod error;
mod file;
mod form;
mod limits;
mod lock;
mod note;
mod offers;
mod place;
mod repair;
mod seen;
mod shown;
mod transport;
mod until;

pub use act::{
    Act, Alternative, Author, Clause, Deed, DraftEdition, IssuedDraft, JournalEntry, Mode, Place,
    Reply,
};
pub use chain::{Chain, ChainFault, beginning, read, verify};
pub use error::JournalError;
pub use file::{Appended, Kept, append, begin, load};
pub use limits::{BYTES_MAX, LINES_MAX, TEXT_BYTES_MAX, check_limits, is_time};
pub use note::Note;
pub use offers::{SetAside, apply, line_in_file, visible};
pub use place::{elsewhere, has_case, head_path, path_of};
pub use repair::{Repaired, repair};
pub use seen::{SeenCase, as_seen_by, changes_more_than_offers};
pub use transport::Transport;
pub use until::JournalUntil;
