//! A person at a table, in the terminal: it sees its own side and what is tabled.

use std::io::BufRead;
use std::sync::Arc;

use winset::model::case::Case;
use winset::play::run::{Said, SeatTurn, Seated, TableTurn};
use winset::play::session::{Action, End, Passing, Seat};
use winset::play::space::{Outcome, OutcomeSpace};
use winset::play::trace::TraceHead;
use winset::told::talks::{action_words, end_told, length, seat_named};
use winset::told::words::{capital, grouped};

use super::person_side::{PersonSide, help, say};
use super::person_words::{PersonSays, WORDS, read};
use crate::failure::Failure;

const NOTHING_TABLED: &str = "Nothing of another is on the table.";

const NOT_KEPT: &str = "Under these rules you cannot: a law, or a body that ratifies for you, is against this package.";

/// A person at its seat.
#[derive(Debug)]
pub(super) struct Person<'a> {
    side: PersonSide<'a>,
    head: TraceHead,
    seat: Seat,
    draft: Outcome,
}

impl<'a> Person<'a> {
    /// Takes a seat of a case that is cut to what it may see.
    pub(super) fn new(
        case: &'a Case,
        space: &Arc<OutcomeSpace>,
        head: &TraceHead,
        seat: Seat,
        input: Box<dyn BufRead + 'a>,
    ) -> Result<Self, Failure> {
        let party = &head.seats[seat.index()].party;
        let side = PersonSide::new(case, space, party, true, input)?;
        Ok(Self {
            draft: side.first(),
            side,
            head: head.clone(),
            seat,
        })
    }

    fn may_agree(&self, package: Outcome) -> bool {
        self.side.space.holds(package)
    }

    fn drafts(&mut self, draft: Option<Outcome>) {
        if let Some(draft) = draft {
            self.draft = draft;
            self.side.show("Your draft", draft);
        }
    }

    /// The action of a word; none where the turn goes on.
    fn does(&mut self, says: PersonSays, turn: &TableTurn) -> Option<SeatTurn> {
        match says {
            PersonSays::Table if self.may_agree(self.draft) => {
                return Some(SeatTurn::Acts(Action::Offer(self.draft)));
            }
            PersonSays::Table => say(NOT_KEPT),
            PersonSays::Accept => match turn.tabled {
                None => say(NOTHING_TABLED),
                Some(tabled) if !self.may_agree(tabled) => say(NOT_KEPT),
                Some(_) => return Some(SeatTurn::Acts(Action::Accept)),
            },
            PersonSays::Pass if self.head.passing == Passing::Refused => {
                say("Turns cannot be passed under these rules.");
            }
            PersonSays::Pass => return Some(SeatTurn::Acts(Action::Pass)),
            PersonSays::BreakOff => return Some(SeatTurn::Acts(Action::End)),
            PersonSays::Stop => return Some(SeatTurn::Stops),
            PersonSays::Draft(draft) => self.drafts(Some(draft)),
            PersonSays::Place(place) => self.drafts(self.side.at(place - 1)),
            PersonSays::Theirs if turn.tabled.is_none() => say(NOTHING_TABLED),
            PersonSays::Theirs => self.drafts(turn.tabled),
            PersonSays::Show => self.side.show("Your draft", self.draft),
            PersonSays::Best => self.side.best(),
            PersonSays::Help => help(&WORDS),
        }
        None
    }
}

impl Seated for Person<'_> {
    fn heard(&mut self, said: &Said) {
        if said.seat == self.seat {
            return;
        }
        let who = capital(&seat_named(self.side.case, &self.head.seats, said.seat));
        match said.action {
            Action::Offer(outcome) => self.side.show(&format!("{who} tables"), outcome),
            other => say(&format!("{who} {}.", action_words(other))),
        }
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        let round = grouped(u64::from(turn.moment.round) + 1);
        say(&format!(
            "Your turn, round {round} (at most {}). Type `help` for what can be said.",
            length(&turn.deadline)
        ));
        while let Some(line) = self.side.line() {
            match read(&line, self.side.case, &self.side.space, self.draft) {
                Ok(says) => {
                    if let Some(done) = self.does(says, turn) {
                        return done;
                    }
                }
                Err(wrong) => say(&format!("{wrong}.")),
            }
        }
        SeatTurn::Stops
    }

    fn recall(&mut self, _: &TableTurn, action: Action) -> bool {
        if let Action::Offer(outcome) = action {
            self.draft = outcome;
        }
        true
    }

    fn over(&mut self, end: &End) {
        say(&end_told(self.side.case, &self.head, end));
    }
}
