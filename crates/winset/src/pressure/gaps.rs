//! The page's first part: how far each party's value alone has to move.

use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::PartyId;
use winset::solve::{Pressure, Unchanged};

use super::page::why;
use super::run::Found;
use crate::page::{Page, columns};
use winset::told::words::score;

/// Most columns of a party's name on the left.
const NAME_MAX: usize = 36;

/// How far a party's no-deal value must fall for an overlap to open; 0 or less when there is one.
pub(crate) fn gap(case: &Case, party: PartyId, opens_at: i64) -> Option<Exact> {
    let floor = case.parties[party.index()].sheet.open().no_deal?;
    Some(case.unscaled(party, floor.checked_sub(opens_at)?))
}

/// The parties' lines.
pub(super) fn gaps(page: &mut Page, case: &Case, found: &Found) {
    let names = case.parties.iter().map(|p| columns(&p.name));
    let width = names.max().unwrap_or(0).min(NAME_MAX);
    for (place, gap) in found.gaps.iter().enumerate() {
        let party = PartyId::at(place);
        let mut words = in_words(case, party, gap);
        if let Some(Ok(Some(unchanged))) = found.unchanged.get(place) {
            words.push_str(&until(case, party, *unchanged));
        }
        page.entry(0, width, &case.parties[place].name, &words);
    }
    page.blank();
    page.paragraph(
        "One no-deal value moves at a time, each on its own scale; demands and the other values \
         stay as declared.",
    );
}

/// What pressure on a party alone does.
pub(crate) fn in_words(case: &Case, party: PartyId, found: &Pressure) -> String {
    match found {
        Pressure::NoFloor => "has no no-deal value that could move".to_owned(),
        Pressure::Stopped(reason) => format!("not decided: {}", why(*reason)),
        Pressure::Never(_) => {
            "pressure here alone can never open this: the rest already clashes".to_owned()
        }
        Pressure::OpensAt(best) => {
            let sheet = case.parties[party.index()].sheet.open();
            let from = score(&case.unscaled(party, sheet.no_deal.unwrap_or_default()));
            let to = score(&case.unscaled(party, best.value()));
            let Some(gap) = gap(case, party, best.value()) else {
                return String::new();
            };
            if gap > Exact::from_integer(0) {
                let gap = score(&gap);
                format!("from {from} to {to}: it must fall by {gap}")
            } else {
                let slack = score(&-gap);
                format!("from {from} to {to}: it may rise by {slack}")
            }
        }
    }
}

/// Where the packages stay as they are.
fn until(case: &Case, party: PartyId, unchanged: Unchanged) -> String {
    let words = |value: i64| score(&case.unscaled(party, value));
    match (unchanged.above, unchanged.up_to) {
        (above, Some(up_to)) => {
            let below = above.map_or_else(String::new, |above| {
                format!("; more packages from {} down", words(above))
            });
            format!("; nothing changes until {}{below}", words(up_to))
        }
        (_, None) => String::new(),
    }
}
