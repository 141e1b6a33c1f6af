//! The form of a course of talks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_play::run::Said;
use winset_play::session::{Action, NoDealReason, Passing, Seat, SeatSet, Timing};
use winset_play::space::Outcome;
use winset_play::trace::{TraceHead, TraceSeat, fault_word};

use super::answer::{package, worth_to};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, present};
use super::words::{ClockWord, NoDealScoreWord, TalksOnlyWord};
use crate::ask::TalksAnswer;

/// The answer to `winset talks run`, `play`, `resume` and `replay`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TalksForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<TalksForm>,
    /// Identifier of the case.
    pub case: String,
    /// The rules by name: "stacked" is alternating offers, "three-way" lets a mediator table and turns be passed.
    pub protocol: ProtocolWord,
    /// Whose conventions count time.
    pub clock: ClockWord,
    /// After how many rounds the talks end; null without such a limit.
    #[serde(deserialize_with = "present")]
    pub rounds: Option<u32>,
    /// After how many milliseconds the talks end; null without such a limit.
    #[serde(deserialize_with = "present")]
    pub duration_ms: Option<u64>,
    /// What no deal counts.
    pub no_deal: NoDealScoreWord,
    /// Which packages may be tabled and accepted.
    pub only: TalksOnlyWord,
    /// Who sits at the table, in the order of turns.
    pub seats: Vec<TalksSeatForm>,
    /// What was done, in order.
    pub course: Vec<TalksActForm>,
    /// How it ended; null where the talks were stopped, to go on another day.
    #[serde(deserialize_with = "present")]
    pub end: Option<TalksEndForm>,
}

/// The rules by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProtocolWord {
    /// Alternating offers: a turn is an offer, an acceptance or the end.
    Stacked,
    /// A mediator has a seat, and turns may be passed.
    ThreeWay,
}

impl From<Passing> for ProtocolWord {
    fn from(passing: Passing) -> Self {
        match passing {
            Passing::Refused => Self::Stacked,
            Passing::Allowed => Self::ThreeWay,
        }
    }
}

/// What was done, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionWord {
    /// A package was tabled.
    Offer,
    /// The package on the table was accepted.
    Accept,
    /// Nothing was done.
    Pass,
    /// Talks were broken off.
    End,
}

impl From<Action> for ActionWord {
    fn from(action: Action) -> Self {
        match action {
            Action::Offer(_) => Self::Offer,
            Action::Accept => Self::Accept,
            Action::Pass => Self::Pass,
            Action::End => Self::End,
        }
    }
}

/// Who sits at a seat.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TalksSeatForm {
    /// Identifier of the party; "mediator" for one who is none.
    pub party: String,
    /// The strategy by name, "person", or "program:" and a command.
    pub plays: String,
    /// What its draws come from.
    pub seed: Number,
    /// Whether it may table packages.
    pub may_table: bool,
    /// Whether it must agree.
    pub must_agree: bool,
}

/// What was done in a turn.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TalksActForm {
    /// The party.
    pub by: String,
    /// The round, from 1.
    pub round: Number,
    /// Milliseconds from the beginning; 0 where no clock runs.
    pub at_ms: u64,
    /// What.
    pub action: ActionWord,
    /// The package that was tabled or accepted: point to option; null for what has none.
    #[serde(deserialize_with = "present")]
    pub package: Option<Keyed<String>>,
    /// What that package is worth to each party that has scores, exact.
    pub worth: Keyed<Number>,
}

/// How talks ended.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TalksEndForm {
    /// The package that was agreed; null where none was.
    #[serde(deserialize_with = "present")]
    pub agreed: Option<Keyed<String>>,
    /// Why none was: "deadline", "broken-off", or how somebody broke the rules; null with a deal.
    #[serde(deserialize_with = "present")]
    pub why: Option<String>,
    /// Who broke off or broke the rules; null where nobody did.
    #[serde(deserialize_with = "present")]
    pub by: Option<String>,
    /// The round, from 1.
    pub round: Number,
    /// What each party that has scores got, exact.
    pub got: Keyed<Number>,
}

impl TalksForm {
    /// The form of a course.
    pub fn new(case: &Case, talks: &TalksAnswer) -> Self {
        let TraceHead {
            case: id,
            hash: _,
            seats,
            may_table,
            passing,
            must_agree,
            timing: Timing { deadline, clock },
            no_deal,
            only,
        } = &talks.head;
        let seats = (0..).map(Seat).zip(seats);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: id.clone(),
            protocol: ProtocolWord::from(*passing),
            clock: ClockWord::from(*clock),
            rounds: deadline.rounds,
            duration_ms: deadline.duration_ms,
            no_deal: NoDealScoreWord::from(*no_deal),
            only: TalksOnlyWord::from(*only),
            seats: seats
                .map(|(seat, taken)| taken_seat(seat, taken, *may_table, *must_agree))
                .collect(),
            course: (0..talks.course.len())
                .map(|place| act(case, talks, place))
                .collect(),
            end: end(case, talks),
        }
    }
}

fn taken_seat(
    seat: Seat,
    taken: &TraceSeat,
    may_table: SeatSet,
    must_agree: SeatSet,
) -> TalksSeatForm {
    let TraceSeat { party, plays, seed } = taken;
    TalksSeatForm {
        party: party.clone(),
        plays: plays.clone(),
        seed: Number::whole(*seed),
        may_table: may_table.holds(seat),
        must_agree: must_agree.holds(seat),
    }
}

fn act(case: &Case, talks: &TalksAnswer, place: usize) -> TalksActForm {
    let Said {
        seat,
        action,
        moment,
    } = talks.course[place];
    let outcome = talks.package_at(place);
    TalksActForm {
        by: seat_id(&talks.head.seats, seat),
        round: Number::whole(u64::from(moment.round) + 1),
        at_ms: moment.at_ms,
        action: ActionWord::from(action),
        package: outcome.map(|outcome| package(case, &talks.space.package(outcome))),
        worth: worth(case, talks, outcome),
    }
}

/// What a package is worth to each party at the table that has scores.
fn worth(case: &Case, talks: &TalksAnswer, outcome: Option<Outcome>) -> Keyed<Number> {
    let parties = talks.parties(case).into_iter().flatten();
    match outcome {
        Some(outcome) => worth_to(case, parties, &talks.space.package(outcome)),
        None => Keyed(Vec::new()),
    }
}

fn end(case: &Case, talks: &TalksAnswer) -> Option<TalksEndForm> {
    let end = talks.end.as_ref()?;
    let (why, by) = end.agreed.err().map(why_words).unzip();
    let agreed = end.agreed.ok();
    Some(TalksEndForm {
        agreed: agreed.map(|outcome| package(case, &talks.space.package(outcome))),
        why: why.map(str::to_owned),
        by: by.flatten().map(|seat| seat_id(&talks.head.seats, seat)),
        round: Number::whole(u64::from(end.moment.round) + 1),
        got: got_by(case, &talks.parties(case), &talks.got),
    })
}

/// Why there was no deal, in a word, and who did it where somebody did.
pub(super) fn why_words(reason: NoDealReason) -> (&'static str, Option<Seat>) {
    match reason {
        NoDealReason::Deadline => ("deadline", None),
        NoDealReason::BrokenOff(seat) => ("broken-off", Some(seat)),
        NoDealReason::Fault(seat, fault) => (fault_word(fault), Some(seat)),
    }
}

/// What each party got, of those whose scores the reader may see.
pub(super) fn got_by(
    case: &Case,
    parties: &[Option<PartyId>],
    got: &[Option<i64>],
) -> Keyed<Number> {
    let got = parties.iter().zip(got).filter_map(|(party, score)| {
        let (party, score) = ((*party)?, (*score)?);
        let id = case.parties[party.index()].id.clone();
        Some((id, Number::of(&case.unscaled(party, score))))
    });
    Keyed(got.collect())
}

/// The identifier of whoever sits at a seat.
pub(super) fn seat_id(seats: &[TraceSeat], seat: Seat) -> String {
    seats
        .get(seat.index())
        .map_or_else(String::new, |seat| seat.party.clone())
}
