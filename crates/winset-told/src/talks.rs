//! Talks in words: what was done at a table, and how it ended.

use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_play::run::SeatTakes;
use winset_play::session::{
    Action, Clock, Deadline, End, Fault, NoDealReason, NoDealScore, Passing, Seat, TalksOnly,
};
use winset_play::space::{Outcome, OutcomeSpace};
use winset_play::trace::{MEDIATOR, TraceHead, TraceSeat};

use crate::names::grouped;
use crate::words::{capital, counted, party_named, score};

/// Who sits at a seat, by name; the mediator by its role.
pub fn seat_named(case: &Case, seats: &[TraceSeat], seat: Seat) -> String {
    let Some(taken) = seats.get(seat.index()) else {
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
        Fault::NotRatified => {
            "tabled or accepted what the bodies that ratify for it would not pass"
        }
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
    let length = length(&head.timing.deadline);
    let when = format!("in round {round}");
    no_deal_told(case, &head.seats, reason, &length, &when)
}

/// Why there is no deal, as a sentence, with how long talks last at most and when they ended.
pub(crate) fn no_deal_told(
    case: &Case,
    seats: &[TraceSeat],
    reason: NoDealReason,
    length: &str,
    when: &str,
) -> String {
    match reason {
        NoDealReason::Deadline => format!("No deal: time was up after {length}."),
        NoDealReason::BrokenOff(seat) => {
            let who = seat_named(case, seats, seat);
            format!("No deal: {who} broke off {when}.")
        }
        NoDealReason::Fault(seat, fault) => {
            let (who, how) = (seat_named(case, seats, seat), fault_words(fault));
            format!("No deal: {when} {who} {how}.")
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
    length_in(deadline, "round")
}

/// The same, with what a round is called.
pub(crate) fn length_in(deadline: &Deadline, round: &str) -> String {
    let rounds = deadline.rounds.map(|rounds| counted(rounds, round));
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
    let no_deal = no_deal_counts(head.no_deal);
    let clock = match head.timing.clock {
        Clock::Genius => "GENIUS",
        Clock::Negmas => "NegMAS",
        Clock::Negolog => "NegoLog",
    };
    let only = match head.only {
        TalksOnly::Anything => "",
        TalksOnly::Lawful => "; only what the laws that all see allow may be tabled",
        TalksOnly::Ratified => {
            "; only what the laws that all see allow may be tabled, and by a party only what the bodies that \
             ratify for it pass"
        }
    };
    let length = length(&head.timing.deadline);
    format!("{protocol}, at most {length}, time as in {clock}; {no_deal}{only}")
}

/// What no deal counts, in words.
pub(crate) fn no_deal_counts(no_deal: NoDealScore) -> &'static str {
    match no_deal {
        NoDealScore::Zero => "no deal counts 0",
        NoDealScore::Value => "no deal counts what each party has without one",
    }
}

/// What a party would take at a point of talks, as a sentence.
pub fn takes_told(case: &Case, space: &OutcomeSpace, party: PartyId, takes: &SeatTakes) -> String {
    let who = capital(&party_named(case, party));
    let worth = |outcome: Outcome| {
        let value = case.score(party, &space.package(outcome));
        value.map_or_else(String::new, |value| score(&case.unscaled(party, value)))
    };
    match *takes {
        SeatTakes::DownTo {
            takes,
            not: Some(not),
        } => format!(
            "{who} would take a package worth {} to it, and not the next one down, worth {}.",
            worth(takes),
            worth(not)
        ),
        SeatTakes::DownTo { takes, not: None } => {
            let worth = worth(takes);
            format!("{who} would take even its worst package, worth {worth} to it.")
        }
        SeatTakes::NotItsBest => format!("{who} would not take even its best package."),
        SeatTakes::NoTurn => format!("{who} has no turn left in which to answer."),
        SeatTakes::Stopped(_) => {
            format!("{who}: time was up before it was known what it would take.")
        }
    }
}

/// What came of the question what could be proposed at a point of talks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProposalTold {
    /// A side is not known to take anything.
    NotAsked,
    /// No package is worth to each side what it would take.
    None,
    /// It was stopped.
    Stopped,
    /// A package.
    Package {
        /// Whether none has a larger product of gains.
        is_fairest: bool,
        /// Whether it is within the declared lines.
        within_lines: bool,
        /// Who would not take it when asked about it itself.
        refuse: Vec<PartyId>,
    },
}

/// The same as sentences.
pub fn proposal_told(case: &Case, proposal: &ProposalTold) -> String {
    match proposal {
        ProposalTold::NotAsked => {
            "Nothing is proposed: not every side is known to take something now.".to_owned()
        }
        ProposalTold::None => {
            "No package that the laws allow is worth to each side what it would take now: somebody has to \
             give way first."
                .to_owned()
        }
        ProposalTold::Stopped => {
            "Time was up before it was known what could be proposed.".to_owned()
        }
        ProposalTold::Package {
            is_fairest,
            within_lines,
            refuse,
        } => {
            let mut said = vec!["This package is worth to each side at least what it would take."];
            said.push(if *within_lines {
                "It is within everybody's declared lines."
            } else {
                "No such package is within everybody's declared lines; the laws allow this one."
            });
            if *is_fairest {
                said.push("Of those it has the largest product of gains over no deal (Nash).");
            }
            let mut said = said.join(" ");
            for party in refuse {
                let who = party_named(case, *party);
                said += &format!(
                    " Asked about it, {who} would still not take it: its program looks at more than what a \
                     package is worth."
                );
            }
            said
        }
    }
}
