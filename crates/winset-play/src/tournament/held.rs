//! How negotiations ended, as lines of a part: what cannot be worked out again from their numbers.

use std::fmt::Write as _;

use super::{NegotiationRow, Tournament};
use crate::session::{End, NoDealReason, Seat};
use crate::space::Outcome;
use crate::trace::{fault_named, fault_word};

/// Adds the line of a negotiation: its agreement or why there is none, the round, the number of offers.
pub fn held_line(out: &mut String, row: &NegotiationRow) {
    // Writing to a `String` cannot fail.
    let _ = match row.end.agreed {
        Ok(outcome) => write!(out, "{}", outcome.0),
        Err(NoDealReason::Deadline) => write!(out, "deadline"),
        Err(NoDealReason::BrokenOff(seat)) => write!(out, "broken:{}", seat.0),
        Err(NoDealReason::Fault(seat, fault)) => {
            write!(out, "{}:{}", fault_word(fault), seat.0)
        }
    };
    let _ = writeln!(out, " {} {}", row.end.moment.round, row.offers);
}

/// The negotiation of a number, as its line says it went; none where the line says no such thing.
pub fn read_held(tournament: &Tournament, number: u64, line: &str) -> Option<NegotiationRow> {
    let mut words = line.split(' ');
    let (agreed, round, offers) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let negotiation = tournament.negotiation(number);
    let scenario = &tournament.scenarios()[negotiation.scenario];
    let agreed = match agreed.split_once(':') {
        None if agreed == "deadline" => Err(NoDealReason::Deadline),
        None => {
            let outcome = Outcome(agreed.parse().ok()?);
            scenario.space().holds(outcome).then_some(Ok(outcome))?
        }
        Some((word, seat)) => {
            let seat = Seat(seat.parse().ok()?);
            match word {
                "broken" => Err(NoDealReason::BrokenOff(seat)),
                word => Err(NoDealReason::Fault(seat, fault_named(word)?)),
            }
        }
    };
    let round: u32 = round
        .parse()
        .ok()
        .filter(|round| *round <= negotiation.rounds)?;
    let end = End {
        agreed,
        moment: tournament.timing(negotiation.rounds).moment(round, 0),
    };
    Some(tournament.row(negotiation, end, offers.parse().ok()?))
}
