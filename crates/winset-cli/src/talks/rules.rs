//! The rules of talks, as arguments say them.

use std::time::Duration;

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::mediator::{MediatorSpec, mediator_named};
use winset::play::session::{
    Clock, Deadline, Passing, SEATS_MAX, Seat, SeatSet, TextQuestion, Timing,
};
use winset::play::trace::{MEDIATOR, ShuttleHead, ShuttleTerms, TraceHead};

use super::seats::PERSON;
use crate::args::{MayTableArg, TalksRulesArgs, TalksShuttleArgs};
use crate::failure::Failure;
use crate::named;

/// Rounds of talks without any other limit.
const ROUNDS: u32 = 100;

/// The head of the trace: who sits where, by which rules. `person` has its seat from elsewhere.
pub(super) fn head(
    case: &Case,
    args: &TalksRulesArgs,
    person: Option<PartyId>,
) -> Result<TraceHead, Failure> {
    let parties = at_the_table(case, &args.order, || named::bargaining(case, &[]))?;
    let plays = said_of_seats(case, &args.seats, &args.others, &parties)?;
    let mediator = args.mediator.iter().map(|plays| (MEDIATOR, plays.as_str()));
    let of_party = |(party, plays): (&PartyId, _)| {
        let plays = if person == Some(*party) {
            PERSON
        } else {
            plays
        };
        (case.parties[party.index()].id.as_str(), plays)
    };
    let taken = parties.iter().zip(plays.iter().map(String::as_str));
    let held = &args.held;
    let timing = Timing {
        deadline: deadline(args.rounds, held.time),
        clock: args.clock.into(),
    };
    let seats = mediator.chain(taken.map(of_party));
    let head = TraceHead {
        only: args.only.into(),
        ..TraceHead::among(case, seats, held.seed, timing, held.no_deal.into())
    };
    check_seats(head.seats.len())?;
    if args.mediator.is_none() {
        return Ok(head);
    }
    let of_parties = head.must_agree.without(Seat(0));
    Ok(TraceHead {
        may_table: match args.may_table {
            None | Some(MayTableArg::All) => head.may_table,
            Some(MayTableArg::Mediator) => SeatSet::NONE.with(Seat(0)),
            Some(MayTableArg::Parties) => of_parties,
        },
        passing: Passing::Allowed,
        must_agree: of_parties,
        ..head
    })
}

/// The head of a shuttle's trace. `person` has its seat from elsewhere.
pub(super) fn shuttle_head(
    case: &Case,
    args: &TalksShuttleArgs,
    person: Option<PartyId>,
) -> Result<ShuttleHead, Failure> {
    let parties = asked(case, &args.order, person)?;
    let plays = said_of_seats(case, &args.seats, &args.others, &parties)?;
    // A person, or a name that is told to be wrong when its seat is taken, decides no question.
    let question =
        mediator_named(&args.mediator).map_or(TextQuestion::ByItself, MediatorSpec::question);
    let answers = parties.iter().zip(&plays).map(|(party, plays)| {
        let plays = if person == Some(*party) {
            PERSON
        } else {
            plays
        };
        (case.parties[party.index()].id.as_str(), plays)
    });
    let terms = ShuttleTerms {
        question: args.ask.map_or(question, TextQuestion::from),
        told: args.told.into(),
        timing: Timing {
            deadline: deadline(args.texts, args.held.time),
            clock: Clock::Negmas,
        },
        no_deal: args.held.no_deal.into(),
    };
    Ok(ShuttleHead::between(
        case,
        &args.mediator,
        answers,
        args.held.seed,
        terms,
    ))
}

/// Who is asked by a mediator: those whom `--order` names, else all that must agree; a person is among them.
pub(super) fn asked(
    case: &Case,
    order: &[String],
    person: Option<PartyId>,
) -> Result<Vec<PartyId>, Failure> {
    let parties = at_the_table(case, order, || Ok(case.must_agree()))?;
    check_seats(parties.len() + 1)?;
    if person.is_some_and(|person| !parties.contains(&person)) {
        return Err(Failure::Misuse(
            "the party of --as is not asked: name it with --order",
        ));
    }
    Ok(parties)
}

fn check_seats(seats: usize) -> Result<(), Failure> {
    if seats > SEATS_MAX {
        return Err(Failure::Misuse(
            "at most 64 sit at a table: name fewer with --order",
        ));
    }
    Ok(())
}

/// When talks end; after some rounds where nothing is said.
fn deadline(rounds: Option<u32>, time: Option<Duration>) -> Deadline {
    let time = time.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
    Deadline {
        rounds: rounds.or(time.is_none().then_some(ROUNDS)),
        duration_ms: time,
    }
}

/// Who takes part: those whom `--order` names, else the usual.
fn at_the_table(
    case: &Case,
    order: &[String],
    usual: impl FnOnce() -> Result<Vec<PartyId>, Failure>,
) -> Result<Vec<PartyId>, Failure> {
    const FLAG: &str = "--order";
    let mut parties: Vec<PartyId> = Vec::new();
    for name in order {
        let party = named::party(case, FLAG, name)?;
        if parties.contains(&party) {
            return Err(Failure::BadValue {
                flag: FLAG,
                found: order.join(","),
                expected: "each party once".to_owned(),
                nearest: None,
            });
        }
        parties.push(party);
    }
    if parties.is_empty() {
        parties = usual()?;
    }
    if parties.is_empty() {
        return Err(Failure::Misuse(
            "no party of the case states preferences, so that no program can play for it; name the \
             parties with --order",
        ));
    }
    Ok(parties)
}

/// Who plays for each of the parties.
fn said_of_seats(
    case: &Case,
    seats: &[String],
    others: &str,
    parties: &[PartyId],
) -> Result<Vec<String>, Failure> {
    const FLAG: &str = "--seat";
    let mut plays = vec![others.to_owned(); parties.len()];
    let mut said = vec![false; parties.len()];
    for text in seats {
        let wrong = |expected: String| Failure::BadValue {
            flag: FLAG,
            found: text.clone(),
            expected,
            nearest: None,
        };
        let (name, who) = text.split_once('=').ok_or_else(|| {
            wrong("a party and who plays for it, such as north=conceder".to_owned())
        })?;
        let party = named::party(case, FLAG, name.trim())?;
        let Some(place) = parties.iter().position(|at| *at == party) else {
            return Err(wrong(
                "a party at the table, which --order names".to_owned(),
            ));
        };
        if std::mem::replace(&mut said[place], true) {
            return Err(wrong("each party once".to_owned()));
        }
        who.trim().clone_into(&mut plays[place]);
    }
    Ok(plays)
}
