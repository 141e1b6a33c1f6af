//! A person at a table, in the terminal: it sees its own side and what is tabled.

use std::fmt;
use std::io::{self, BufRead, Write as _};
use std::sync::Arc;

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::own::OwnSide;
use winset::play::run::{Said, SeatTurn, Seated, TableTurn};
use winset::play::session::{Action, End, Seat};
use winset::play::space::{Outcome, OutcomeSpace};
use winset::play::trace::TraceHead;
use winset::told::called;
use winset::told::talks::{action_words, end_told, length, seat_named};
use winset::told::words::{capital, grouped, score};

use super::person_words::{PersonSays, WORDS, read};
use crate::failure::Failure;
use crate::page::{Page, plain};

/// Packages that are shown as the best.
const BEST: u64 = 5;

/// A person at its seat.
pub(super) struct Person<'a> {
    case: &'a Case,
    space: Arc<OutcomeSpace>,
    head: TraceHead,
    seat: Seat,
    /// Its own side; none for a mediator.
    own: Option<(PartyId, OwnSide)>,
    draft: Outcome,
    input: Box<dyn BufRead + 'a>,
}

impl fmt::Debug for Person<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("seat", &self.seat)
            .finish_non_exhaustive()
    }
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
        let party = case.party_named(&head.seats[seat.index()].party);
        let own = party.map(|party| Ok((party, OwnSide::new(case, space, party)?)));
        let own = own.transpose();
        let own =
            own.map_err(|why: winset::play::ranking::NotRanked| Failure::Talks(why.to_string()))?;
        let draft = own
            .as_ref()
            .map_or(Outcome(0), |(_, own)| own.ranking().at(0));
        Ok(Self {
            case,
            space: space.clone(),
            head: head.clone(),
            seat,
            own,
            draft,
            input,
        })
    }

    /// What a package is worth, and how many are as good or better.
    fn worth(&self, outcome: Outcome) -> String {
        let Some((party, own)) = &self.own else {
            return String::new();
        };
        let Some(value) = self.case.score(*party, &self.space.package(outcome)) else {
            return String::new();
        };
        let place = own.ranking().place(outcome).saturating_add(1);
        let no_deal = self.case.parties[party.index()].sheet.open().no_deal;
        let beside = match no_deal {
            Some(least) if value < least => "; less than you have without a deal",
            Some(_) | None => "",
        };
        format!(
            "worth {} to you, place {} of {}{beside}",
            score(&self.case.unscaled(*party, value)),
            grouped(place),
            grouped(own.ranking().count())
        )
    }

    fn show(&self, title: &str, outcome: Outcome) {
        let mut page = Page::default();
        let worth = self.worth(outcome);
        let behind = if worth.is_empty() {
            String::new()
        } else {
            format!(": {worth}")
        };
        page.paragraph(&format!("{title}{behind}"));
        let chosen = self.space.package(outcome);
        for (point, option) in self.case.points.iter().zip(&chosen.0) {
            let (title, option) = (called::point(point), called::option(point, *option));
            page.indented(2, &format!("{title}: {option}"));
        }
        tell(&page);
    }

    fn say(text: &str) {
        let mut page = Page::default();
        page.paragraph(text);
        tell(&page);
    }

    fn help() {
        let mut page = Page::default();
        for (word, about) in WORDS {
            page.entry(2, 15, word, about);
        }
        tell(&page);
    }

    fn best(&self) {
        let Some((_, own)) = &self.own else {
            return Self::say("A mediator has no order of packages.");
        };
        for place in 0..BEST.min(own.ranking().count()) {
            self.show(&format!("Place {}", place + 1), own.ranking().at(place));
        }
    }

    /// The action of a word; none where the turn goes on.
    fn does(&mut self, says: PersonSays, turn: &TableTurn) -> Option<SeatTurn> {
        match says {
            PersonSays::Table => return Some(SeatTurn::Acts(Action::Offer(self.draft))),
            PersonSays::Accept if turn.tabled.is_none() => {
                Self::say("Nothing of another is on the table.");
            }
            PersonSays::Accept => return Some(SeatTurn::Acts(Action::Accept)),
            PersonSays::Pass if self.head.passing == winset::play::session::Passing::Refused => {
                Self::say("Turns cannot be passed under these rules.");
            }
            PersonSays::Pass => return Some(SeatTurn::Acts(Action::Pass)),
            PersonSays::BreakOff => return Some(SeatTurn::Acts(Action::End)),
            PersonSays::Stop => return Some(SeatTurn::Stops),
            PersonSays::Draft(draft) => {
                self.draft = draft;
                self.show("Your draft", draft);
            }
            PersonSays::Place(place) => match &self.own {
                Some((_, own)) => {
                    self.draft = own.ranking().at(place - 1);
                    self.show("Your draft", self.draft);
                }
                None => Self::say("A mediator has no order of packages."),
            },
            PersonSays::Theirs => match turn.tabled {
                Some(outcome) => {
                    self.draft = outcome;
                    self.show("Your draft", outcome);
                }
                None => Self::say("Nothing of another is on the table."),
            },
            PersonSays::Show => self.show("Your draft", self.draft),
            PersonSays::Best => self.best(),
            PersonSays::Help => Self::help(),
        }
        None
    }
}

impl Seated for Person<'_> {
    fn heard(&mut self, said: &Said) {
        if said.seat == self.seat {
            return;
        }
        let who = capital(&seat_named(self.case, &self.head, said.seat));
        match said.action {
            Action::Offer(outcome) => self.show(&format!("{who} tables"), outcome),
            other => Self::say(&format!("{who} {}.", action_words(other))),
        }
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        let round = grouped(u64::from(turn.moment.round) + 1);
        Self::say(&format!(
            "Your turn, round {round} (at most {}). Type `help` for what can be said.",
            length(&turn.deadline)
        ));
        loop {
            prompt();
            let mut line = String::new();
            match self.input.read_line(&mut line) {
                // The end of input is the end of the day.
                Ok(0) | Err(_) => return SeatTurn::Stops,
                Ok(_) => {}
            }
            match read(&line, self.case, &self.space, self.draft) {
                Ok(says) => {
                    if let Some(done) = self.does(says, turn) {
                        return done;
                    }
                }
                Err(wrong) => Self::say(&format!("{wrong}.")),
            }
        }
    }

    fn recall(&mut self, _: &TableTurn, action: Action) -> bool {
        if let Action::Offer(outcome) = action {
            self.draft = outcome;
        }
        true
    }

    fn over(&mut self, end: &End) {
        Self::say(&end_told(self.case, &self.head, end));
    }
}

/// The dialogue goes to standard error: standard output is for the answer. A terminal that is gone shows in the
/// next line that is read.
fn tell(page: &Page) {
    let _ = io::stderr().lock().write_all(page.as_str().as_bytes());
}

fn prompt() {
    let mut to = io::stderr().lock();
    let _ = to
        .write_all(plain("> ").as_bytes())
        .and_then(|()| to.flush());
}
