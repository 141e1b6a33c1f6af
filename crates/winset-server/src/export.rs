//! The whole case as one file, without a desk.

use winset_answers::ask::{Everything, WorkLimit};
use winset_told::messages::Language;

use crate::findings::{STAGES, terms};
use crate::pages::{PageView, whole_case};
use crate::snapshot::AudienceSnapshot;
use crate::within::Refusals;

/// Asks everything that the pages of a desk show, one question after the other, each within the limit.
/// What a question did not find in it says so.
pub fn asked(snapshot: &AudienceSnapshot, limit: &WorkLimit<'_>) -> Everything {
    let found = Everything::new(terms(snapshot.movers));
    for stage in STAGES {
        found.ask(&snapshot.seen.case, stage, limit);
    }
    found
}

/// The whole case as one HTML file that loads nothing: the contents of the desk's pages, from what an
/// audience sees of the case, what was found from that, and a language. The pages ask for themselves
/// what the declared positions come to, within a time of seconds.
///
/// # Errors
/// None is known: a template writes into memory.
pub fn whole(
    snapshot: &AudienceSnapshot,
    found: &Everything,
    words: &'static Language,
) -> Result<String, askama::Error> {
    whole_case(PageView {
        snapshot,
        found,
        refusals: &Refusals::default(),
        words,
        fields: &[],
        refused: None,
    })
}
