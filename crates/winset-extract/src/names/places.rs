//! Names of places: capitals after a preposition of place, or with a noun for a place.

use super::people::{People, unpossessed};
use crate::text::Prose;
use crate::words;

/// Ranges of tokens that name places, in order.
pub(crate) fn places(prose: &Prose<'_>, people: &People) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for run in &people.others {
        let last = unpossessed(prose.lower(run.end - 1));
        let inside =
            (run.first..run.end).any(|at| words::is_place_noun(&unpossessed(prose.lower(at))));
        let noun_after = prose.word(run.end)
            && words::is_place_noun(prose.lower(run.end))
            && !prose.capital(run.end);
        let after_preposition = matches!(
            prose.lower_before(run.first),
            "in" | "at"
                | "near"
                | "from"
                | "to"
                | "through"
                | "outside"
                | "into"
                | "across"
                | "around"
                | "towards"
                | "toward"
                | "via"
        );
        let title = run.name == run.end;
        if !title && !words::is_body(&last) && (inside || noun_after || after_preposition) {
            found.push((run.first, run.end));
        }
    }
    found
}
