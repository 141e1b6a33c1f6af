//! Sealed acceptance in words.

use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_play::session::Enough;

use crate::listed;
use crate::words::{counted, party_named};

/// What is enough, in words, after "accepted by".
pub fn enough_told(case: &Case, asked: &[PartyId], enough: Enough) -> String {
    match enough {
        Enough::All => format!("all {} that are asked", asked.len()),
        Enough::Number(number) => format!("at least {number} of {} that are asked", asked.len()),
        Enough::Required(seats) => {
            let named = seats.iter().filter_map(|seat| asked.get(seat.index()));
            let named: Vec<String> = named.map(|party| party_named(case, *party)).collect();
            listed(&named, "and")
        }
    }
}

/// How many of the packages on the table enough accepted, as a sentence.
pub fn sealed_told(shown: usize, packages: usize) -> String {
    match shown {
        0 => format!(
            "None of {} was accepted by enough.",
            counted(packages, "package")
        ),
        1 => format!(
            "1 of {} was accepted by enough.",
            counted(packages, "package")
        ),
        _ => format!(
            "{shown} of {} were accepted by enough.",
            counted(packages, "package")
        ),
    }
}
