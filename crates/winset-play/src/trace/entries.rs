//! Entries of first lines that all protocols have.

use winset_model::case::Case;

use super::{MEDIATOR, TraceSeat};
use crate::session::{Deadline, SEATS_MAX, Seat, SeatSet};

/// The format of this version.
pub(super) const FORMAT: &str = "winset-talks/1";

/// Holds the format and the case of a line, by identifier and hash, to this version and to a case.
pub(super) fn check_case(format: &str, id: &str, hash: &str, case: &Case) -> Result<(), String> {
    if format != FORMAT {
        return Err(format!("the format is '{format}', not {FORMAT}"));
    }
    if id != case.id || hash != case.hash {
        return Err(format!(
            "the trace is of case {id} with hash {hash}; this is case {} with hash {}",
            case.id, case.hash
        ));
    }
    Ok(())
}

/// Each seat is that of a party or the mediator's, and of no other seat.
pub(super) fn check_seats(seats: &[TraceSeat], case: &Case) -> Result<(), String> {
    if seats.is_empty() || seats.len() > SEATS_MAX {
        return Err(format!(
            "from 1 to {SEATS_MAX} seats are at a table, not {}",
            seats.len()
        ));
    }
    for (place, seat) in seats.iter().enumerate() {
        if case.party_named(&seat.party).is_none() && seat.party != MEDIATOR {
            return Err(format!("no party is called '{}'", seat.party));
        }
        if seats[..place].iter().any(|other| other.party == seat.party) {
            return Err(format!("'{}' sits at two seats", seat.party));
        }
    }
    Ok(())
}

/// Who must agree: somebody.
pub(super) fn must_agree(seats: &[TraceSeat], parties: &[String]) -> Result<SeatSet, String> {
    let set = seats_of(seats, "must_agree", parties)?;
    if set == SeatSet::NONE {
        return Err("nobody must agree".to_owned());
    }
    Ok(set)
}

/// When talks end: there is a limit.
pub(super) fn deadline(rounds: Option<u32>, duration_ms: Option<u64>) -> Result<Deadline, String> {
    if rounds == Some(0) || (rounds.is_none() && duration_ms.is_none()) {
        return Err("give rounds (1 or more), or duration_ms".to_owned());
    }
    Ok(Deadline {
        rounds,
        duration_ms,
    })
}

/// The parties at some seats.
pub(super) fn named(seats: &[TraceSeat], of: SeatSet) -> Vec<String> {
    let seats = of.iter().filter_map(|seat| seats.get(seat.index()));
    seats.map(|seat| seat.party.clone()).collect()
}

/// The seats of parties.
pub(super) fn seats_of(
    seats: &[TraceSeat],
    key: &str,
    parties: &[String],
) -> Result<SeatSet, String> {
    parties.iter().try_fold(SeatSet::NONE, |set, party| {
        let place = seats.iter().position(|seat| seat.party == *party);
        let seat = place.and_then(|place| u8::try_from(place).ok()).map(Seat);
        let seat = seat.ok_or_else(|| format!("'{party}' is named in {key}, but has no seat"))?;
        Ok(set.with(seat))
    })
}

/// The word of a meaning.
pub(super) fn word<T: PartialEq>(words: &[(&'static str, T)], of: &T) -> &'static str {
    words
        .iter()
        .find(|(_, known)| known == of)
        .map_or("", |(word, _)| word)
}

/// The meaning of a word.
pub(super) fn meaning<T: Copy>(words: &[(&str, T)], key: &str, word: &str) -> Result<T, String> {
    let known = words.iter().find(|(known, _)| *known == word);
    known.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        format!("{key} is '{word}', none of: {}", all.join(", "))
    })
}
