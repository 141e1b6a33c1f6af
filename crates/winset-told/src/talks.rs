//! Talks in words: what was done at a table, and how it ended.

use winset_model::case::Case;
use winset_play::session::{
    Action, Clock, Deadline, End, Fault, NoDealReason, NoDealScore, Passing, Seat,
};
use winset_play::trace::{MEDIATOR, TraceHead};

use crate::names::grouped;
use crate::words::{counted, party_named};

/// Who sits at a seat, by name; the mediator by its role.
pub fn seat_named(case: &Case, head: &TraceHead, seat: Seat) -> String {
    let Some(taken) = head.seats.get(seat.index()) else {
        return format!("seat {}", seat.index() + 1);
    };
    match case.party_named(&taken.party) {
        Some(party) => party_named(case, party),
        None if taken.party == MEDIATOR => "the mediator".to_owned(),
        None => taken.party.clone(),
    }
}

/// What was done, after the name of whoever did it.
pub fn action_words(action: Action) -> &'static str {
    match action {
        Action::Offer(_) => "tables",
        Action::Accept => "accepts",
        Action::Pass => "passes",
        Action::End => "breaks off",
    }
}

/// How somebody broke the rules, after "it".
pub fn fault_words(fault: Fault) -> &'static str {
    match fault {
        Fault::OutOfTurn => "acted out of turn",
        Fault::NoPackage => "offered what is no package of the case",
        Fault::NothingToAccept => "accepted though nothing of another was on the table",
        Fault::MayNotTable => "tabled though it may only answer",
        Fault::MayNotPass => "passed though it may not",
        Fault::Garbled => "said what is no action",
        Fault::Silent => "was silent for longer than it may",
        Fault::Crashed => "crashed",
    }
}

/// How talks ended, as a sentence.
pub fn end_told(case: &Case, head: &TraceHead, end: &End) -> String {
    let round = grouped(u64::from(end.moment.round) + 1);
    let Err(reason) = end.agreed else {
        return format!("Agreed in round {round}.");
    };
    match reason {
        NoDealReason::Deadline => {
            format!(
                "No deal: time was up after {}.",
                length(&head.timing.deadline)
            )
        }
        NoDealReason::BrokenOff(seat) => {
            let who = seat_named(case, head, seat);
            format!("No deal: {who} broke off in round {round}.")
        }
        NoDealReason::Fault(seat, fault) => {
            let (who, how) = (seat_named(case, head, seat), fault_words(fault));
            format!("No deal: in round {round} {who} {how}.")
        }
    }
}

/// That talks were stopped before they ended, as a sentence.
pub fn suspended_told(rounds: u32) -> String {
    format!(
        "The talks were stopped in round {}, before they ended.",
        grouped(u64::from(rounds) + 1)
    )
}

/// How long talks last at most.
pub fn length(deadline: &Deadline) -> String {
    let rounds = deadline.rounds.map(|rounds| counted(rounds, "round"));
    let time = deadline.duration_ms.map(|ms| format!("{} ms", grouped(ms)));
    match (rounds, time) {
        (Some(rounds), Some(time)) => format!("{rounds} or {time}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "no limit".to_owned(),
    }
}

/// The rules of a table, in a line.
pub fn rules_told(head: &TraceHead) -> String {
    let protocol = match head.passing {
        Passing::Refused => "alternating offers",
        Passing::Allowed => "three-way talks",
    };
    let no_deal = match head.no_deal {
        NoDealScore::Zero => "no deal counts 0",
        NoDealScore::Value => "no deal counts what each party has without one",
    };
    let clock = match head.timing.clock {
        Clock::Genius => "GENIUS",
        Clock::Negmas => "NegMAS",
        Clock::Negolog => "NegoLog",
    };
    let length = length(&head.timing.deadline);
    format!("{protocol}, at most {length}, time as in {clock}; {no_deal}")
}
