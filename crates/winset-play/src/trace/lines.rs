//! The lines of acts and of the end.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use winset_model::case::Case;

use super::words::{fault_word, seat_word};
use super::{TraceHead, TraceSeat};
use crate::run::Said;
use crate::session::{Action, End, NoDealReason, NoDealScore, Seat, TalkMoment};
use crate::space::{Outcome, OutcomeSpace};
use crate::worth::score_of_end;

/// A package: the option of each point.
pub(super) fn package(case: &Case, space: &OutcomeSpace, outcome: Outcome) -> Value {
    let chosen = case.points.iter().enumerate().map(|(place, point)| {
        let option = &point.options[space.option(outcome, place)];
        (point.id.clone(), Value::from(option.id.clone()))
    });
    Value::Object(chosen.collect())
}

/// The line of an act, with its line feed.
pub fn act_line(head: &TraceHead, case: &Case, space: &OutcomeSpace, said: &Said) -> String {
    let (key, value) = match said.action {
        Action::Offer(outcome) => ("offer", package(case, space, outcome)),
        Action::Accept => ("accept", true.into()),
        Action::Pass => ("pass", true.into()),
        Action::End => ("end", true.into()),
    };
    line_of(&head.seats, said.seat, said.moment, (key, value))
}

/// The line of an act: who, when, and what under its key.
pub(super) fn line_of(
    seats: &[TraceSeat],
    seat: Seat,
    moment: TalkMoment,
    what: (&str, Value),
) -> String {
    let mut line = Map::new();
    line.insert("by".to_owned(), seat_word(seats, seat).into());
    line.insert("round".to_owned(), moment.round.into());
    line.insert("at_ms".to_owned(), moment.at_ms.into());
    line.insert(what.0.to_owned(), what.1);
    Value::Object(line).to_string() + "\n"
}

/// The line between the acts and the end where something else than an act ended the talks: a party that broke
/// the rules, or the clock. None where an act did, or the last round.
pub fn last_line(head: &TraceHead, end: &End) -> Option<String> {
    let at_ms = end.moment.at_ms;
    let by_clock = head.timing.deadline.is_past(at_ms);
    let line = match end.agreed {
        Err(NoDealReason::Fault(seat, fault)) => {
            json!({"by": seat_word(&head.seats, seat), "failed": fault_word(fault), "at_ms": at_ms})
        }
        Err(NoDealReason::Deadline) if by_clock => json!({"time_up": at_ms}),
        Ok(_) | Err(NoDealReason::Deadline | NoDealReason::BrokenOff(_)) => return None,
    };
    Some(line.to_string() + "\n")
}

/// The line of the end, with its line feed: what was agreed or why nothing was, and what each party got, exact.
pub fn end_line(head: &TraceHead, case: &Case, space: &Arc<OutcomeSpace>, end: &End) -> String {
    line_of_end(&head.seats, head.no_deal, case, space, end)
}

/// The same of any protocol.
pub(super) fn line_of_end(
    seats: &[TraceSeat],
    no_deal: NoDealScore,
    case: &Case,
    space: &Arc<OutcomeSpace>,
    end: &End,
) -> String {
    let got = seats.iter().filter_map(|seat| {
        let party = case.party_named(&seat.party)?;
        let score = score_of_end(case, space, no_deal, party, end.agreed.ok())?;
        let exact = case.unscaled(party, score).to_string();
        Some((seat.party.clone(), Value::from(exact)))
    });
    let got: Map<String, Value> = got.collect();
    let (agreed, why) = match end.agreed {
        Ok(outcome) => (package(case, space, outcome), Value::Null),
        Err(NoDealReason::Deadline) => (Value::Null, json!({"deadline": true})),
        Err(NoDealReason::BrokenOff(seat)) => {
            (Value::Null, json!({"broken_off": seat_word(seats, seat)}))
        }
        Err(NoDealReason::Fault(seat, fault)) => (
            Value::Null,
            json!({"fault": fault_word(fault), "by": seat_word(seats, seat)}),
        ),
    };
    let round = end.moment.round;
    json!({"agreed": agreed, "why": why, "round": round, "got": got}).to_string() + "\n"
}
