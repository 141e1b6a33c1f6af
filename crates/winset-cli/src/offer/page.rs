//! Offers for a reader.

use winset::ask::OfferWritten;
use winset::model::audience::Audience;
use winset::model::case::{Case, Party, Visibility};
use winset::model::offer::{Offer, OfferKind, StandChange};
use winset::model::options::PartyId;
use winset::told::status::{change_in_words, signal_in_words};
use winset::told::words::{capital, counted, score};

use crate::journal::appended_line;
use crate::page::{Page, STRONG};
use crate::seen::confidential;

/// Columns of the labels on the left.
const LABEL: usize = 10;
/// What there is to say of an offer that was written, or could be.
pub(super) fn added(added: &OfferWritten) -> Page {
    let mut page = Page::default();
    let case = added.case();
    let Some(offer) = added.offer() else {
        return page;
    };
    let by = &case.parties[offer.by.index()];
    let of = format!("offer {} of {}", offer.seq, by.name);
    let headline = match &added.written {
        None => format!("Nothing was written: this would be {of}."),
        Some(written) if written.known => format!("It was written before: {of}."),
        Some(_) => format!("Written: {of}."),
    };
    page.styled(STRONG, &headline);
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    if let Some(worth) = worth(case, added, offer, by) {
        page.entry(0, LABEL, "Worth", &worth);
    }
    if let Some(written) = &added.written {
        appended_line(&mut page, written);
    }
    changes(&mut page, case, added, offer);
    page.heading("Signals");
    let signals = added.signals();
    if signals.is_empty() {
        page.indented(2, "None.");
    }
    for signal in signals {
        page.indented(2, &signal_in_words(case, signal).1);
    }
    confidential(&mut page, case, &Audience::Mediator);
    page
}

/// What an offer is worth to its maker, where that is known.
fn worth(case: &Case, added: &OfferWritten, offer: &Offer, by: &Party) -> Option<String> {
    let value = case.score(offer.by, &offer.package()?)?;
    let mut words = format!("{} to {}", unscaled(case, offer.by, value), by.name);
    let change = added.shift().and_then(|s| s.worth[offer.by.index()]);
    if let Some(change) = change {
        let sign = if change > 0 { "+" } else { "" };
        let change = unscaled(case, offer.by, change);
        words += &format!(", {sign}{change} against its offer before");
    }
    if let Some(floor) = by.sheet.open().no_deal.filter(|floor| value < *floor) {
        let floor = unscaled(case, offer.by, floor);
        words += &format!("; that is below its no-deal value of {floor}");
    }
    Some(words)
}

fn unscaled(case: &Case, party: PartyId, value: i64) -> String {
    score(&case.unscaled(party, value))
}

fn changes(page: &mut Page, case: &Case, added: &OfferWritten, offer: &Offer) {
    let shift = added.shift();
    page.heading(&match (offer.kind, shift) {
        (OfferKind::Package, None) => "A first offer, to be taken as a whole".to_owned(),
        (OfferKind::Package, Some(shift)) => {
            format!("A package; changed since offer {}", shift.before)
        }
        (OfferKind::Statement, None) => "A first statement, about these points alone".to_owned(),
        (OfferKind::Statement, Some(shift)) => {
            format!(
                "About these points alone; changed since offer {}",
                shift.before
            )
        }
    });
    let row = |change: StandChange| {
        let point = change.point;
        let said = capital(&change_in_words(case, change));
        let moved = shift.iter().flat_map(|shift| &shift.changes);
        let worth = moved.clone().find(|moved| moved.point == point);
        let worth = worth.and_then(|moved| moved.worth[offer.by.index()]);
        let worth = worth.map_or_else(String::new, |worth| {
            let sign = if worth > 0 { "+" } else { "" };
            format!("  ({sign}{})", unscaled(case, offer.by, worth))
        });
        format!("{said}{worth}")
    };
    let place = case.offers.len() - 1;
    let rows: Vec<String> = case.told_of_offer(place).into_iter().map(row).collect();
    if rows.is_empty() {
        page.indented(2, "Nothing.");
    }
    for row in &rows {
        page.indented(2, row);
    }
}

/// The offers of a case, as an audience sees them.
pub(super) fn list(case: &Case, audience: &Audience) -> Page {
    let mut page = Page::default();
    let headline = match case.offers.len() {
        0 => "No offers.".to_owned(),
        some => format!("{}.", counted(some, "offer")),
    };
    page.styled(STRONG, &headline);
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, LABEL, "For", &audience.name());
    for (place, offer) in case.offers.iter().enumerate() {
        let date = offer.date.map(|day| format!(", {day}"));
        let seen = match offer.visibility {
            Visibility::Public => "",
            Visibility::Mediator => ", told to the mediator",
            Visibility::Sealed => ", sealed",
        };
        let by = &case.parties[offer.by.index()].name;
        let date = date.unwrap_or_default();
        page.blank();
        let kind = match offer.kind {
            OfferKind::Package => ", a package",
            OfferKind::Statement => "",
        };
        page.paragraph(&format!("Offer {} by {by}{date}{kind}{seen}", offer.seq));
        page.indented(2, &against(case, place));
    }
    confidential(&mut page, case, audience);
    page
}

/// What the offer at a place says, against what its maker stood for.
fn against(case: &Case, place: usize) -> String {
    let said = case.told_of_offer(place).into_iter();
    let said: Vec<String> = said.map(|change| change_in_words(case, change)).collect();
    match (said.is_empty(), case.offer_before(place)) {
        (true, Some(before)) => format!("nothing is changed since offer {}", before.seq),
        _ => said.join("; "),
    }
}
