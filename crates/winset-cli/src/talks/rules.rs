//! The rules of talks, as arguments say them.

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::random::seed_of;
use winset::play::session::{Deadline, Passing, SEATS_MAX, Seat, SeatSet, Timing};
use winset::play::trace::{MEDIATOR, TraceHead, TraceSeat};

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
    let mut seats = Vec::new();
    let mut seat = |party: &str, plays: &str| {
        let seed = seed_of(args.seed, &[seats.len() as u64]);
        seats.push(TraceSeat {
            party: party.to_owned(),
            plays: plays.to_owned(),
            seed,
        });
    };
    if let Some(plays) = &args.mediator {
        seat(MEDIATOR, plays);
    }
    for (party, plays) in parties.iter().zip(&plays) {
        let plays = if person == Some(*party) {
            PERSON
        } else {
            plays
        };
        seat(&case.parties[party.index()].id, plays);
    }
    if seats.len() > SEATS_MAX {
        return Err(Failure::Misuse(
            "at most 64 sit at a table: name fewer with --order",
        ));
    }
    let all = SeatSet::first(seats.len());
    let mediated = args.mediator.is_some();
    let of_parties = if mediated { all.without(Seat(0)) } else { all };
    Ok(TraceHead {
        case: case.id.clone(),
        hash: case.hash.clone(),
        may_table: match args.may_table {
            None | Some(MayTableArg::All) => all,
            Some(MayTableArg::Mediator) => SeatSet::NONE.with(Seat(0)),
            Some(MayTableArg::Parties) => of_parties,
        },
        passing: if mediated {
            Passing::Allowed
        } else {
            Passing::Refused
        },
        must_agree: of_parties,
        timing: Timing {
            deadline: deadline(args),
            clock: args.clock.into(),
        },
        no_deal: args.no_deal.into(),
        seats,
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
