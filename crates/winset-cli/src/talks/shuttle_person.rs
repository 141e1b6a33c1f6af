//! A person in a shuttle, in the terminal: a party that answers, or the mediator.

use std::io::BufRead;
use std::sync::Arc;

use winset::model::case::Case;
use winset::play::mediator::{ShuttleDue, ShuttleSeated};
use winset::play::run::SeatTurn;
use winset::play::session::{Heard, Seat, ShuttleAnswer, TextAction, TextNews, TextQuestion};
use winset::play::space::{Outcome, OutcomeSpace};
use winset::play::trace::ShuttleHead;
use winset::told::shuttle::{question_told, shuttle_end_told, shuttle_length};
use winset::told::talks::seat_named;
use winset::told::words::{capital, grouped};

use super::person_side::{PersonSide, help, say};
use super::person_words::changed;
use crate::failure::Failure;

/// What a party can say.
const PARTY_WORDS: [(&str, &str); 5] = [
    ("yes, no", "answer, where you are asked whether you accept"),
    (
        "better, worse, same",
        "answer, where you are asked to compare",
    ),
    ("show", "show the text again, and what it is worth to you"),
    ("break", "break the talks off"),
    ("stop", "stop for today, to go on another day"),
];

/// What a mediator can say.
const MEDIATOR_WORDS: [(&str, &str); 6] = [
    ("POINT=OPTION ..", "change your draft"),
    ("show", "show your draft"),
    ("propose", "propose your draft as the text"),
    ("close", "end the talks with the text that stands"),
    ("break", "break the talks off without a deal"),
    ("stop", "stop for today, to go on another day"),
];

/// A person at its seat.
#[derive(Debug)]
pub(super) struct ShuttlePerson<'a> {
    side: PersonSide<'a>,
    head: ShuttleHead,
    draft: Outcome,
    texts: usize,
}

impl<'a> ShuttlePerson<'a> {
    /// Takes a seat of a case that is cut to what it may see.
    pub(super) fn new(
        case: &'a Case,
        space: &Arc<OutcomeSpace>,
        head: &ShuttleHead,
        seat: Seat,
        input: Box<dyn BufRead + 'a>,
    ) -> Result<Self, Failure> {
        let party = &head.seats[seat.index()].party;
        Ok(Self {
            side: PersonSide::new(case, space, party, false, input)?,
            head: head.clone(),
            draft: Outcome(0),
            texts: 0,
        })
    }

    /// What a party says of a text; none where nothing is answered yet.
    fn answers(&self, word: &str, text: Outcome, question: TextQuestion) -> Option<TextTurn> {
        let compares = question == TextQuestion::OverLast;
        let answer = match word {
            "yes" | "y" if !compares => ShuttleAnswer::Yes,
            "no" | "n" if !compares => ShuttleAnswer::No,
            "better" if compares => ShuttleAnswer::Better,
            "worse" if compares => ShuttleAnswer::Worse,
            "same" if compares => ShuttleAnswer::Same,
            "yes" | "y" | "no" | "n" => {
                say("You are asked to compare: better, worse or same.");
                return None;
            }
            "better" | "worse" | "same" => {
                say("You are asked whether you accept: yes or no.");
                return None;
            }
            "show" => {
                self.side.show("The text", text);
                return None;
            }
            "" | "help" | "?" => {
                help(&PARTY_WORDS);
                return None;
            }
            word => return ends(word),
        };
        Some(SeatTurn::Acts(TextAction::Answer(answer)))
    }

    /// What a mediator says in its turn.
    fn mediates(&mut self, line: &str) -> Option<TextTurn> {
        match line {
            "propose" => return Some(SeatTurn::Acts(TextAction::Propose(self.draft))),
            "close" => return Some(SeatTurn::Acts(TextAction::Close)),
            "show" => self.side.show("Your draft", self.draft),
            "" | "help" | "?" => help(&MEDIATOR_WORDS),
            set if set.contains('=') => {
                let words: Vec<&str> = set.split_whitespace().collect();
                match changed(&words, self.side.case, &self.side.space, self.draft) {
                    Ok(draft) => {
                        self.draft = draft;
                        self.side.show("Your draft", draft);
                    }
                    Err(wrong) => say(&format!("{wrong}.")),
                }
            }
            word => return ends(word),
        }
        None
    }

    fn hears(&self, text: Outcome, heard: Heard) {
        self.side.show("Answered to the text", text);
        match heard {
            Heard::WhetherAll(true) => say("Nobody was against it."),
            Heard::WhetherAll(false) => say("Somebody was against it."),
            Heard::OneByOne { favour, against } => {
                for seat in self.head.must_agree.iter() {
                    let who = capital(&seat_named(self.side.case, &self.head.seats, seat));
                    let how = match (favour.holds(seat), against.holds(seat)) {
                        (true, _) => "for it",
                        (false, true) => "against it",
                        (false, false) => "neither for nor against it",
                    };
                    say(&format!("{who}: {how}."));
                }
            }
        }
    }
}

type TextTurn = SeatTurn<TextAction>;

/// What ends a turn whoever says it; what is nothing is said to be.
fn ends(word: &str) -> Option<TextTurn> {
    match word {
        "break" => Some(SeatTurn::Acts(TextAction::End)),
        "stop" | "quit" | "exit" => Some(SeatTurn::Stops),
        word => {
            say(&format!(
                "`{word}` is nothing that is said here. Type `help` for what can be said."
            ));
            None
        }
    }
}

impl ShuttleSeated for ShuttlePerson<'_> {
    fn told(&mut self, news: &TextNews) {
        match news {
            TextNews::Turn { .. } => {}
            TextNews::Text { text, .. } => {
                self.texts += 1;
                let number = grouped(self.texts as u64);
                self.side.show(&format!("Text {number}"), *text);
            }
            TextNews::Answers { text, heard, .. } => {
                self.texts += 1;
                self.hears(*text, *heard);
            }
            TextNews::Over { agreed, .. } => {
                let is_agreed = agreed.is_some();
                let told =
                    shuttle_end_told(self.side.case, &self.head, is_agreed, None, self.texts);
                say(&told);
            }
            TextNews::Finished(end) => {
                let (is_agreed, why) = (end.agreed.is_ok(), end.agreed.err());
                let told = shuttle_end_told(self.side.case, &self.head, is_agreed, why, self.texts);
                say(&told);
            }
        }
    }

    fn act(&mut self, due: &ShuttleDue) -> TextTurn {
        let length = shuttle_length(&self.head.timing.deadline);
        say(&match due {
            ShuttleDue::Text { moment } => {
                let text = grouped(u64::from(moment.round) + 1);
                format!(
                    "Your turn: text {text} (at most {length}). Type `help` for what can be said."
                )
            }
            ShuttleDue::Answer {
                against, question, ..
            } => question_told(*question, against.is_some()).to_owned(),
        });
        while let Some(line) = self.side.line() {
            let taken = match *due {
                ShuttleDue::Text { .. } => self.mediates(line.trim()),
                ShuttleDue::Answer { text, question, .. } => {
                    self.answers(line.trim(), text, question)
                }
            };
            if let Some(taken) = taken {
                return taken;
            }
        }
        SeatTurn::Stops
    }

    fn recall(&mut self, _: &ShuttleDue, action: TextAction) -> bool {
        if let TextAction::Propose(text) = action {
            self.draft = text;
        }
        true
    }
}
