//! Words of traces.

use super::TraceSeat;
use crate::session::{Fault, Seat};

const FAULTS: [(&str, Fault); 9] = [
    ("out-of-turn", Fault::OutOfTurn),
    ("no-package", Fault::NoPackage),
    ("not-ratified", Fault::NotRatified),
    ("nothing-to-accept", Fault::NothingToAccept),
    ("garbled", Fault::Garbled),
    ("may-not-table", Fault::MayNotTable),
    ("may-not-pass", Fault::MayNotPass),
    ("silent", Fault::Silent),
    ("crashed", Fault::Crashed),
];

/// The word of a fault.
pub fn fault_word(fault: Fault) -> &'static str {
    FAULTS
        .iter()
        .find(|(_, known)| *known == fault)
        .map_or("", |(word, _)| word)
}

/// The fault of a word.
pub(crate) fn fault_named(word: &str) -> Option<Fault> {
    FAULTS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, fault)| *fault)
}

/// The party at a seat, by its identifier; the number where the seat is not there.
pub(super) fn seat_word(seats: &[TraceSeat], seat: Seat) -> String {
    seats
        .get(seat.index())
        .map_or_else(|| seat.0.to_string(), |seat| seat.party.clone())
}
