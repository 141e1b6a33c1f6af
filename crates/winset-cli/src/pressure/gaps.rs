//! The page's first part: how far each party's value alone has to move.

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::solve::Unchanged;

use crate::page::{Page, columns};
use winset::ask::PressureAnswer;
use winset::told::pressure::in_words;
use winset::told::words::score;

/// Most columns of a party's name on the left.
const NAME_MAX: usize = 36;

/// The parties' lines.
pub(super) fn gaps(page: &mut Page, case: &Case, found: &PressureAnswer) {
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
