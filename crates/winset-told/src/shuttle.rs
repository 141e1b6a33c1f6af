//! A shuttle with a single text in words: what was asked and answered, how it ended, and what asking has proven.

use winset_model::case::Case;
use winset_play::mediator::{AskingAssumption, AskingResult, Remaining};
use winset_play::session::{
    AnswersTold, Deadline, NoDealReason, Seat, ShuttleAnswer, TextQuestion,
};
use winset_play::trace::{ShuttleHead, TraceSeat};

use crate::names::grouped;
use crate::talks::{length_in, no_deal_counts, no_deal_told};
use crate::words::counted;

/// What a party answered.
pub fn answer_word(answer: ShuttleAnswer) -> &'static str {
    match answer {
        ShuttleAnswer::Yes => "yes",
        ShuttleAnswer::No => "no",
        ShuttleAnswer::Better => "better",
        ShuttleAnswer::Worse => "worse",
        ShuttleAnswer::Same => "the same",
    }
}

/// What a party is asked, as a question.
pub fn question_told(question: TextQuestion, has_against: bool) -> &'static str {
    match question {
        TextQuestion::ByItself => "Do you accept this text: yes or no?",
        TextQuestion::OverStanding if has_against => {
            "Do you accept this text in place of the one that stands: yes or no?"
        }
        TextQuestion::OverStanding => "Do you accept this text, rather than no deal: yes or no?",
        TextQuestion::OverLast if has_against => {
            "Is this text better, worse or the same than the one before?"
        }
        TextQuestion::OverLast => "Is this text better, worse or the same than no deal?",
    }
}

/// How long a shuttle lasts at most.
pub fn shuttle_length(deadline: &Deadline) -> String {
    length_in(deadline, "text")
}

/// How a shuttle ended after so many texts, as a sentence; `why` is what the reader may know of an end without a
/// deal.
pub fn shuttle_end_told(
    case: &Case,
    head: &ShuttleHead,
    is_agreed: bool,
    why: Option<NoDealReason>,
    texts: usize,
) -> String {
    let after = format!("after {}", counted(texts, "text"));
    match (is_agreed, why) {
        (true, _) => format!("Agreed {after}."),
        (false, None) => format!("No deal {after}."),
        (false, Some(NoDealReason::BrokenOff(ShuttleHead::MEDIATOR))) => {
            format!("No deal: the mediator ended the shuttle {after}.")
        }
        (false, Some(reason)) => {
            let length = shuttle_length(&head.timing.deadline);
            no_deal_told(case, &head.seats, reason, &length, &after)
        }
    }
}

/// That a shuttle was stopped before it ended, as a sentence.
pub fn shuttle_suspended_told(texts: usize) -> String {
    let texts = counted(texts, "text");
    format!("The shuttle was stopped after {texts}, before it ended.")
}

/// The rules of a shuttle, in a line.
pub fn shuttle_rules_told(head: &ShuttleHead) -> String {
    let question = match head.question {
        TextQuestion::ByItself => "yes or no to each text by itself",
        TextQuestion::OverStanding => "yes or no to each text in place of the one that stands",
        TextQuestion::OverLast => "better or worse than the text before",
    };
    let told = match head.told {
        AnswersTold::OneByOne => "the mediator hears who answered what",
        AnswersTold::WhetherAll => "the mediator hears only whether all were for it",
    };
    let length = shuttle_length(&head.timing.deadline);
    let no_deal = no_deal_counts(head.no_deal);
    format!("a single text, {question}; {told}; at most {length}; {no_deal}")
}

/// What the mediator's program takes for granted, after "if".
fn assumption_words(assumption: &AskingAssumption) -> &'static str {
    match assumption {
        AskingAssumption::FixedSet => {
            "each party accepts certain packages and no others, and answers accordingly"
        }
        AskingAssumption::SinglePoints => {
            "each party refuses certain options, and accepts every package without them"
        }
        AskingAssumption::Pairs => {
            "each party refuses certain options and certain pairs of options, and accepts every package \
             without them"
        }
        AskingAssumption::Monotone(_) => {
            "each party also accepts whatever is on every point at least as good for it as what it accepts"
        }
    }
}

/// What the mediator's program knows, as a sentence.
pub fn knows_told(knows: &AskingResult) -> String {
    match knows {
        AskingResult::Found {
            none_better_under: Some(under),
            ..
        } => format!(
            "Proven: no package is left that all prefer to it, if {}.",
            assumption_words(under)
        ),
        AskingResult::Found {
            none_better_under: None,
            ..
        } => "Whether all would prefer another package was not asked to the end.".to_owned(),
        AskingResult::NoneLeft { under } => format!(
            "Proven: there is no package that all accept, if {}.",
            assumption_words(under)
        ),
        AskingResult::Stopped { remaining, under } => {
            let left = match remaining {
                Remaining::Exactly(1) => "1 package is".to_owned(),
                Remaining::Exactly(count) => format!("{} packages are", grouped(*count)),
                Remaining::AtLeast(count) => format!("at least {} packages are", grouped(*count)),
            };
            format!(
                "Open: {left} still possible after these answers, if {}.",
                assumption_words(under)
            )
        }
        AskingResult::Contradicted { .. } => {
            "A party both accepted and refused one package: from such answers \
                                              nothing can be concluded."
                .to_owned()
        }
    }
}

/// Who answered what, as a clause, or else whether nobody was against: what the reader may know of it.
pub fn answers_told(
    case: &Case,
    seats: &[TraceSeat],
    answers: &[(Seat, ShuttleAnswer)],
    all_for: Option<bool>,
) -> String {
    match all_for {
        Some(true) if answers.is_empty() => return "nobody was against it".to_owned(),
        Some(false) if answers.is_empty() => return "somebody was against it".to_owned(),
        _ => {}
    }
    let told = answers.iter().map(|(seat, answer)| {
        let who = crate::words::capital(&crate::talks::seat_named(case, seats, *seat));
        format!("{who}: {}", answer_word(*answer))
    });
    told.collect::<Vec<_>>().join("; ")
}
