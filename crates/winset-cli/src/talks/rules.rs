//! The rules of talks, as arguments say them.

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::session::{Deadline, Passing, SEATS_MAX, Seat, SeatSet, Timing};
use winset::play::trace::{MEDIATOR, TraceHead};

use super::seats::PERSON;
use crate::args::{MayTableArg, TalksRulesArgs};
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
    let parties = at_the_table(case, args)?;
    let plays = said_of_seats(case, args, &parties)?;
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
    let timing = Timing {
        deadline: deadline(args),
        clock: args.clock.into(),
    };
    let seats = mediator.chain(taken.map(of_party));
    let head = TraceHead::among(case, seats, args.seed, timing, args.no_deal.into());
    if head.seats.len() > SEATS_MAX {
        return Err(Failure::Misuse(
            "at most 64 sit at a table: name fewer with --order",
        ));
    }
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

fn deadline(args: &TalksRulesArgs) -> Deadline {
    let time = args
        .time
        .map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
    Deadline {
        rounds: args.rounds.or(time.is_none().then_some(ROUNDS)),
        duration_ms: time,
    }
}

/// Who takes part: those whom `--order` names, else all with preferences.
fn at_the_table(case: &Case, args: &TalksRulesArgs) -> Result<Vec<PartyId>, Failure> {
    const FLAG: &str = "--order";
    let mut parties: Vec<PartyId> = Vec::new();
    for name in &args.order {
        let party = named::party(case, FLAG, name)?;
        if parties.contains(&party) {
            return Err(Failure::BadValue {
                flag: FLAG,
                found: args.order.join(","),
                expected: "each party once".to_owned(),
                nearest: None,
            });
        }
        parties.push(party);
    }
    if parties.is_empty() {
        parties = named::bargaining(case, &[])?;
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
    args: &TalksRulesArgs,
    parties: &[PartyId],
) -> Result<Vec<String>, Failure> {
    const FLAG: &str = "--seat";
    let mut plays = vec![args.others.clone(); parties.len()];
    let mut said = vec![false; parties.len()];
    for text in &args.seats {
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
