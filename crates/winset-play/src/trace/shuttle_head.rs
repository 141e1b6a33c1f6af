//! The first line of a shuttle's trace.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use winset_model::case::Case;

use super::entries::{FORMAT, check_case, check_seats, deadline, meaning, must_agree, named, word};
use super::{MEDIATOR, TraceSeat};
use crate::random::seed_of;
use crate::session::{
    AnswersTold, Clock, NoDealScore, SEATS_MAX, Seat, SeatSet, ShuttleAnswer, SingleTextRules,
    TextQuestion, Timing,
};
use crate::space::OutcomeSpace;

/// How a shuttle with a single text is written.
pub(super) const SINGLE_TEXT: &str = "single-text";

/// How answers are written.
pub(super) const ANSWERS: [(&str, ShuttleAnswer); 5] = [
    ("yes", ShuttleAnswer::Yes),
    ("no", ShuttleAnswer::No),
    ("better", ShuttleAnswer::Better),
    ("worse", ShuttleAnswer::Worse),
    ("same", ShuttleAnswer::Same),
];

impl TextQuestion {
    /// How each is written in files.
    pub const WORDS: [(&str, Self); 3] = [
        ("by-itself", Self::ByItself),
        ("over-standing", Self::OverStanding),
        ("over-last", Self::OverLast),
    ];
}

impl AnswersTold {
    /// How each is written in files.
    pub const WORDS: [(&str, Self); 2] = [
        ("one-by-one", Self::OneByOne),
        ("whether-all", Self::WhetherAll),
    ];
}

/// What is played, by whom, by which rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShuttleHead {
    /// Identifier of the case.
    pub case: String,
    /// Hash of the case file.
    pub hash: String,
    /// Who takes part: the mediator first.
    pub seats: Vec<TraceSeat>,
    /// Who must agree, and so is asked.
    pub must_agree: SeatSet,
    /// What they are asked.
    pub question: TextQuestion,
    /// What the mediator is told of it.
    pub told: AnswersTold,
    /// When it ends, in texts and time.
    pub timing: Timing,
    /// What a party gets without a deal.
    pub no_deal: NoDealScore,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShuttleHeadForm {
    format: String,
    protocol: String,
    case: String,
    hash: String,
    ask: String,
    told: String,
    rounds: Option<u32>,
    duration_ms: Option<u64>,
    no_deal: String,
    must_agree: Vec<String>,
    seats: Vec<TraceSeat>,
}

impl ShuttleHead {
    /// The mediator's seat.
    pub const MEDIATOR: Seat = Seat(0);

    /// A shuttle between parties of a case, each with the name of what answers for it, and the mediator's program:
    /// all must agree. What a program draws comes from `seed` and its seat.
    pub fn between<'a>(
        case: &Case,
        mediator: &'a str,
        answers: impl IntoIterator<Item = (&'a str, &'a str)>,
        seed: u64,
        terms: ShuttleTerms,
    ) -> Self {
        let all = std::iter::once((MEDIATOR, mediator)).chain(answers);
        let seats = (0..).zip(all).map(|(place, (party, plays))| TraceSeat {
            party: party.to_owned(),
            plays: plays.to_owned(),
            seed: seed_of(seed, &[place]),
        });
        let seats: Vec<TraceSeat> = seats.collect();
        let ShuttleTerms {
            question,
            told,
            timing,
            no_deal,
        } = terms;
        Self {
            case: case.id.clone(),
            hash: case.hash.clone(),
            must_agree: SeatSet::first(seats.len().min(SEATS_MAX)).without(Self::MEDIATOR),
            seats,
            question,
            told,
            timing,
            no_deal,
        }
    }

    /// The rules.
    pub fn rules(&self, space: &Arc<OutcomeSpace>) -> SingleTextRules {
        SingleTextRules {
            space: space.clone(),
            seats: self.seats.len(),
            mediator: Self::MEDIATOR,
            must_agree: self.must_agree,
            question: self.question,
            told: self.told,
            timing: self.timing,
        }
    }

    /// The line, with its line feed.
    pub fn line(&self) -> String {
        let Self {
            case,
            hash,
            seats,
            must_agree,
            question,
            told,
            timing: Timing { deadline, clock: _ },
            no_deal,
        } = self;
        let form = ShuttleHeadForm {
            format: FORMAT.to_owned(),
            protocol: SINGLE_TEXT.to_owned(),
            case: case.clone(),
            hash: hash.clone(),
            ask: word(&TextQuestion::WORDS, question).to_owned(),
            told: word(&AnswersTold::WORDS, told).to_owned(),
            rounds: deadline.rounds,
            duration_ms: deadline.duration_ms,
            no_deal: word(&NoDealScore::WORDS, no_deal).to_owned(),
            must_agree: named(seats, *must_agree),
            seats: seats.clone(),
        };
        // Texts and numbers always have a form.
        serde_json::to_string(&form).unwrap_or_default() + "\n"
    }

    /// Reads the line, and holds it to the case.
    pub(super) fn read(line: &str, case: &Case) -> Result<Self, String> {
        let form: ShuttleHeadForm =
            serde_json::from_str(line).map_err(|e| format!("no head of a shuttle's trace: {e}"))?;
        if form.protocol != SINGLE_TEXT {
            return Err(format!(
                "protocol is '{}', not {SINGLE_TEXT}",
                form.protocol
            ));
        }
        check_case(&form.format, &form.case, &form.hash, case)?;
        check_seats(&form.seats, case)?;
        if form.seats[0].party != MEDIATOR {
            return Err(format!("the first seat is not '{MEDIATOR}'"));
        }
        let must_agree = must_agree(&form.seats, &form.must_agree)?;
        if must_agree.holds(Self::MEDIATOR) {
            return Err("the mediator is asked about its own texts".to_owned());
        }
        Ok(Self {
            case: form.case,
            hash: form.hash,
            seats: form.seats,
            must_agree,
            question: meaning(&TextQuestion::WORDS, "ask", &form.ask)?,
            told: meaning(&AnswersTold::WORDS, "told", &form.told)?,
            timing: Timing {
                deadline: deadline(form.rounds, form.duration_ms)?,
                clock: Clock::Negmas,
            },
            no_deal: meaning(&NoDealScore::WORDS, "no_deal", &form.no_deal)?,
        })
    }
}

/// The rules of a shuttle that do not depend on who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShuttleTerms {
    /// What parties are asked.
    pub question: TextQuestion,
    /// What the mediator is told of it.
    pub told: AnswersTold,
    /// When it ends.
    pub timing: Timing,
    /// What a party gets without a deal.
    pub no_deal: NoDealScore,
}
