//! Findings about lists and keys, without anything of a file in them.

use winset::sheet::SheetFinding;

/// The place of findings about all of a file.
pub(super) const WHOLE_FILE: &str = "";

/// A finding without anything of a file in it.
pub(super) fn finding(place: &str, message: &str, remedy: &str) -> SheetFinding {
    SheetFinding {
        place: place.to_owned(),
        message: message.to_owned(),
        remedy: remedy.to_owned(),
    }
}
