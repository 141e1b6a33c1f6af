//! The form of a shuttle with a single text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_play::mediator::{AskingAssumption, AskingResult, Remaining};
use winset_play::space::Outcome;

use super::answer::{package, worth_to};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::talks::{got_by, seat_id, why_words};
use super::values::{Keyed, present};
use super::words::{AnswersToldWord, NoDealScoreWord, ShuttleAnswerWord, TextQuestionWord};
use crate::ask::{ShuttleCourse, ShuttleEnd, ShuttleText};

/// The answer to `winset talks shuttle`, and to `resume` and `replay` of its trace.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShuttleForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ShuttleForm>,
    /// Identifier of the case.
    pub case: String,
    /// The party that reads, "mediator" where a person proposes the texts; null at the mediator's own desk.
    #[serde(deserialize_with = "present")]
    pub reader: Option<String>,
    /// What parties are asked of a text.
    pub ask: TextQuestionWord,
    /// What the mediator is told of their answers.
    pub told: AnswersToldWord,
    /// After how many texts it ends; null without such a limit.
    #[serde(deserialize_with = "present")]
    pub texts_max: Option<u32>,
    /// After how many milliseconds it ends; null without such a limit.
    #[serde(deserialize_with = "present")]
    pub duration_ms: Option<u64>,
    /// What no deal counts.
    pub no_deal: NoDealScoreWord,
    /// Who takes part, the mediator first.
    pub seats: Vec<ShuttleSeatForm>,
    /// The texts, in order.
    pub texts: Vec<ShuttleTextForm>,
    /// How it ended; null where it was stopped, to go on another day.
    #[serde(deserialize_with = "present")]
    pub end: Option<ShuttleEndForm>,
    /// What the mediator's program knows of the packages that all accept; null to a party, and where it keeps no
    /// account.
    #[serde(deserialize_with = "present")]
    pub knows: Option<AskingResultForm>,
}

/// Who takes part.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShuttleSeatForm {
    /// Identifier of the party; "mediator" for the mediator.
    pub party: String,
    /// The program by name, or "person".
    pub plays: String,
    /// What its draws come from.
    pub seed: Number,
}

/// A text, and what was answered.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShuttleTextForm {
    /// Its number, from 1.
    pub text: Number,
    /// Milliseconds from the beginning; 0 where no clock runs.
    pub at_ms: u64,
    /// The package: point to option.
    pub package: Keyed<String>,
    /// What parties were told that it is compared with; null where that is nothing.
    #[serde(deserialize_with = "present")]
    pub against: Option<Keyed<String>>,
    /// What was answered, party by party: to a party its own answer, to a person who proposes what mediators are told.
    pub answers: Keyed<ShuttleAnswerWord>,
    /// Whether nobody was against it; null to a party, and where not all have answered.
    #[serde(deserialize_with = "present")]
    pub all_for: Option<bool>,
    /// What the package is worth to each party whose scores the reader may see, exact.
    pub worth: Keyed<Number>,
}

/// How a shuttle ended.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShuttleEndForm {
    /// The package that was agreed; null where none was.
    #[serde(deserialize_with = "present")]
    pub agreed: Option<Keyed<String>>,
    /// Why none was: "deadline", "broken-off", or how somebody broke the rules; null with a deal, and to a party.
    #[serde(deserialize_with = "present")]
    pub why: Option<String>,
    /// Who broke off or broke the rules; null where nobody did, and to a party.
    #[serde(deserialize_with = "present")]
    pub by: Option<String>,
    /// How many texts there were.
    pub texts: Number,
    /// What each party whose scores the reader may see got, exact.
    pub got: Keyed<Number>,
}

/// What a mediator's program knows.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskingResultForm {
    /// What it knows.
    pub result: AskingResultWord,
    /// What it takes for granted; null where that does not matter.
    #[serde(deserialize_with = "present")]
    pub assumption: Option<AskingAssumptionWord>,
    /// The package: that all accepted, or that a party both accepted and refused; null of others.
    #[serde(deserialize_with = "present")]
    pub package: Option<Keyed<String>>,
    /// Whether it is proven under the assumption that all prefer none to the package; null where there is none.
    #[serde(deserialize_with = "present")]
    pub none_better: Option<bool>,
    /// How many packages are still possible; null of others than "stopped".
    #[serde(deserialize_with = "present")]
    pub remaining: Option<Number>,
    /// Whether that is their number, or only that many were counted; null of others.
    #[serde(deserialize_with = "present")]
    pub is_exact: Option<bool>,
}

/// What a mediator's program knows, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AskingResultWord {
    /// All accepted a package.
    Found,
    /// Under the assumption there is none.
    NoneLeft,
    /// Neither.
    Stopped,
    /// A party both accepted and refused one package.
    Contradicted,
}

/// What a mediator's program takes for granted, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AskingAssumptionWord {
    /// Each party accepts a fixed set of packages, any set.
    FixedSet,
    /// Each party refuses certain options, and nothing else.
    SinglePoints,
    /// Each party refuses certain options, and certain pairs of them, and nothing else.
    Pairs,
    /// Each party accepts what is on each point at least as good for it as what it accepts.
    Orders,
}

impl From<&AskingAssumption> for AskingAssumptionWord {
    fn from(assumption: &AskingAssumption) -> Self {
        match assumption {
            AskingAssumption::FixedSet => Self::FixedSet,
            AskingAssumption::SinglePoints => Self::SinglePoints,
            AskingAssumption::Pairs => Self::Pairs,
            AskingAssumption::Monotone(_) => Self::Orders,
        }
    }
}

impl ShuttleForm {
    /// The form of a course, of a case as its reader sees it.
    pub fn new(case: &Case, course: &ShuttleCourse) -> Self {
        let ShuttleCourse {
            head,
            space: _,
            reader,
            texts,
            end,
            got: _,
            knows,
        } = course;
        let seats = head.seats.iter().map(|seat| ShuttleSeatForm {
            party: seat.party.clone(),
            plays: seat.plays.clone(),
            seed: Number::whole(seat.seed),
        });
        let numbered = (1_u64..).zip(texts);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: head.case.clone(),
            reader: reader.map(|seat| seat_id(&head.seats, seat)),
            ask: TextQuestionWord::from(head.question),
            told: AnswersToldWord::from(head.told),
            texts_max: head.timing.deadline.rounds,
            duration_ms: head.timing.deadline.duration_ms,
            no_deal: NoDealScoreWord::from(head.no_deal),
            seats: seats.collect(),
            texts: numbered
                .map(|(number, text)| text_form(case, course, number, text))
                .collect(),
            end: end.as_ref().map(|end| end_form(case, course, end)),
            knows: knows.as_ref().map(|knows| result_form(case, course, knows)),
        }
    }
}

fn text_form(
    case: &Case,
    course: &ShuttleCourse,
    number: u64,
    text: &ShuttleText,
) -> ShuttleTextForm {
    let ShuttleText {
        text,
        against,
        moment,
        answers,
        all_for,
    } = text;
    let answers = answers.iter().map(|(seat, answer)| {
        (
            seat_id(&course.head.seats, *seat),
            ShuttleAnswerWord::from(*answer),
        )
    });
    let parties = course.parties(case).into_iter().flatten();
    ShuttleTextForm {
        text: Number::whole(number),
        at_ms: moment.at_ms,
        package: settled(case, course, *text),
        against: against.map(|against| settled(case, course, against)),
        answers: Keyed(answers.collect()),
        all_for: *all_for,
        worth: worth_to(case, parties, &course.space.package(*text)),
    }
}

fn end_form(case: &Case, course: &ShuttleCourse, end: &ShuttleEnd) -> ShuttleEndForm {
    let ShuttleEnd {
        agreed,
        why,
        moment: _,
    } = end;
    let (why, by) = why.map(why_words).unzip();
    ShuttleEndForm {
        agreed: agreed.map(|outcome| settled(case, course, outcome)),
        why: why.map(str::to_owned),
        by: by.flatten().map(|seat| seat_id(&course.head.seats, seat)),
        texts: Number::whole(course.texts.len() as u64),
        got: got_by(case, &course.parties(case), &course.got),
    }
}

fn result_form(case: &Case, course: &ShuttleCourse, knows: &AskingResult) -> AskingResultForm {
    let form = |result| AskingResultForm {
        result,
        assumption: None,
        package: None,
        none_better: None,
        remaining: None,
        is_exact: None,
    };
    match knows {
        AskingResult::Found {
            package,
            none_better_under,
        } => AskingResultForm {
            assumption: none_better_under.as_ref().map(AskingAssumptionWord::from),
            package: Some(settled(case, course, *package)),
            none_better: Some(none_better_under.is_some()),
            ..form(AskingResultWord::Found)
        },
        AskingResult::NoneLeft { under } => AskingResultForm {
            assumption: Some(under.into()),
            ..form(AskingResultWord::NoneLeft)
        },
        AskingResult::Stopped { remaining, under } => {
            let (count, is_exact) = match remaining {
                Remaining::Exactly(count) => (*count, true),
                Remaining::AtLeast(count) => (*count, false),
            };
            AskingResultForm {
                assumption: Some(under.into()),
                remaining: Some(Number::whole(count)),
                is_exact: Some(is_exact),
                ..form(AskingResultWord::Stopped)
            }
        }
        AskingResult::Contradicted { package } => AskingResultForm {
            package: Some(settled(case, course, *package)),
            ..form(AskingResultWord::Contradicted)
        },
    }
}

fn settled(case: &Case, course: &ShuttleCourse, outcome: Outcome) -> Keyed<String> {
    package(case, &course.space.package(outcome))
}
