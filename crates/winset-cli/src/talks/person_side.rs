//! What a person at a table sees in the terminal: packages, and what they are worth to its own party.

use std::fmt;
use std::io::{self, BufRead, Write as _};
use std::sync::Arc;

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::own::OwnSide;
use winset::play::ranking::NotRanked;
use winset::play::space::{Outcome, OutcomeSpace};
use winset::told::called;
use winset::told::words::{grouped, score};

use crate::failure::Failure;
use crate::page::{Page, plain};

/// Packages that are shown as the best.
const BEST: u64 = 5;
/// Said to whom scores are missing.
const NO_ORDER: &str = "There are no scores here, and so no order of packages.";

/// A person's side, of a case that is cut to what it may see.
pub(super) struct PersonSide<'a> {
    pub(super) case: &'a Case,
    pub(super) space: Arc<OutcomeSpace>,
    /// Its own side; none for a mediator, and for a party without scores.
    own: Option<(PartyId, OwnSide)>,
    input: Box<dyn BufRead + 'a>,
}

impl fmt::Debug for PersonSide<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonSide").finish_non_exhaustive()
    }
}

impl<'a> PersonSide<'a> {
    /// The side of a party by its identifier; of nobody where none has it. `needs_scores` refuses a party without
    /// them.
    pub(super) fn new(
        case: &'a Case,
        space: &Arc<OutcomeSpace>,
        party: &str,
        needs_scores: bool,
        input: Box<dyn BufRead + 'a>,
    ) -> Result<Self, Failure> {
        let party = case.party_named(party);
        let own = party.map(|party| Ok((party, OwnSide::new(case, space, party)?)));
        let own = match own.transpose() {
            Err(NotRanked::NoScores(_)) if !needs_scores => None,
            own => own.map_err(|why: NotRanked| Failure::Talks(why.to_string()))?,
        };
        Ok(Self {
            case,
            space: space.clone(),
            own,
            input,
        })
    }

    /// The package at a place of its own order, from 0; none without scores, which is said.
    pub(super) fn at(&self, place: u64) -> Option<Outcome> {
        let own = self.own.as_ref().map(|(_, own)| own.ranking().at(place));
        if own.is_none() {
            say(NO_ORDER);
        }
        own
    }

    /// Its best package; the first of all without scores.
    pub(super) fn first(&self) -> Outcome {
        let own = self.own.as_ref();
        own.map_or(Outcome(0), |(_, own)| own.ranking().at(0))
    }

    /// What a package is worth, and how many are as good or better.
    pub(super) fn worth(&self, outcome: Outcome) -> String {
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

    /// Shows a package.
    pub(super) fn show(&self, title: &str, outcome: Outcome) {
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

    /// Shows its best packages.
    pub(super) fn best(&self) {
        let Some((_, own)) = &self.own else {
            return say(NO_ORDER);
        };
        for place in 0..BEST.min(own.ranking().count()) {
            self.show(&format!("Place {}", place + 1), own.ranking().at(place));
        }
    }

    /// The next line that is typed; none at the end of input, which is the end of the day.
    pub(super) fn line(&mut self) -> Option<String> {
        prompt();
        let mut line = String::new();
        match self.input.read_line(&mut line) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(line),
        }
    }
}

/// Says a sentence.
pub(super) fn say(text: &str) {
    let mut page = Page::default();
    page.paragraph(text);
    tell(&page);
}

/// Lists what can be said.
pub(super) fn help(words: &[(&str, &str)]) {
    let mut page = Page::default();
    for (word, about) in words {
        page.entry(2, 15, word, about);
    }
    tell(&page);
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
