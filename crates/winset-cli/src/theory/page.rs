//! The pages of `winset theory`.

use winset::ask::theory::{RubinsteinAnswer, ShareWhenOpening, StahlAnswer};
use winset::model::number::Exact;
use winset::solve::BigRatio;
use winset::told::theory::{IN_ROUNDS, OUTSIDE, WITHOUT_END, agreed_at_once, share};
use winset::told::words::grouped;

use crate::page::{Page, STRONG};

/// The parties, in the order in which their numbers are given.
const PARTIES: [&str; 2] = ["A", "B"];

/// The page of offers without end.
pub(super) fn without_end(found: &RubinsteinAnswer) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, "Offers in turn without end, one unit to divide.");
    let terms = &found.terms;
    page.paragraph(&format!("Discount factors: {}.", each(&terms.discounts)));
    let options = terms.outside.iter().any(|w| *w != Exact::default());
    if options {
        page.paragraph(&format!("Outside options: {}.", each(&terms.outside)));
    }
    page.blank();
    shares(&mut page, &found.when_opening);
    if options {
        page.blank();
        page.paragraph(&deciding(found.outside_decides));
    }
    page.blank();
    page.paragraph(WITHOUT_END);
    if options {
        page.paragraph(OUTSIDE);
    }
    page
}

/// The page of offers in so many rounds.
pub(super) fn in_rounds(found: &StahlAnswer) -> Page {
    let mut page = Page::default();
    let terms = &found.terms;
    let rounds = match terms.rounds {
        1 => "One offer".to_owned(),
        many => format!("Offers in turn in {} rounds", grouped(many)),
    };
    page.styled(STRONG, &format!("{rounds}, one unit to divide."));
    page.paragraph(&format!("Discount factors: {}.", each(&terms.discounts)));
    page.paragraph(match (terms.rounds, found.opener_is_last()) {
        (1, _) => "Who opens makes the only offer.",
        (_, true) => "Who opens also makes the last offer.",
        (_, false) => "Who does not open makes the last offer.",
    });
    page.blank();
    shares(&mut page, &found.when_opening);
    page.blank();
    match &found.without_end {
        Some(without_end) => {
            let openers = PARTIES.iter().zip(without_end);
            let openers =
                openers.map(|(party, found)| format!("{party} {}", share(found.opener())));
            let openers = openers.collect::<Vec<_>>().join(", ");
            page.paragraph(&format!(
                "Without a last round the opener would get: {openers}."
            ));
        }
        None => page.paragraph(
            "Without a last round there is no such answer: a discount factor is 0 or 1.",
        ),
    }
    page.blank();
    page.paragraph(IN_ROUNDS);
    page
}

/// A number of each party.
fn each(values: &[Exact; 2]) -> String {
    let told = PARTIES.iter().zip(values).map(|(party, value)| {
        let value = BigRatio::new_raw((*value.numer()).into(), (*value.denom()).into());
        format!("{party} {}", share(&value))
    });
    told.collect::<Vec<_>>().join(", ")
}

fn shares(page: &mut Page, when_opening: &[ShareWhenOpening; 2]) {
    for (place, found) in when_opening.iter().enumerate() {
        let (opener, other) = (PARTIES[place], PARTIES[1 - place]);
        page.paragraph(&agreed_at_once(
            opener,
            other,
            found.opener(),
            &found.other(),
        ));
    }
}

/// Whose outside option decides what it is offered.
fn deciding(decides: [bool; 2]) -> String {
    let who = match decides {
        [false, false] => {
            return "No outside option changes anything: going on is worth no less to its owner."
                .to_owned();
        }
        [true, false] => "A's outside option decides what A is offered: it is",
        [false, true] => "B's outside option decides what B is offered: it is",
        [true, true] => "Outside options decide what both are offered: they are",
    };
    format!("{who} worth more than going on.")
}
