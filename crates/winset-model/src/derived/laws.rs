//! A case with more laws.

use super::DerivedDraft;
use crate::case::Case;
use crate::condition::Condition;

/// A case in which every package must fulfil further conditions, each a law whose identifier begins with
/// `id`; all else is as it was. Its hash is that of the [canonical file](super::file()) of the part that decides.
pub fn with_laws(case: &Case, id: &str, conditions: Vec<Condition>) -> Case {
    let mut draft = DerivedDraft::of(case);
    for condition in conditions {
        draft.add_law(id, condition);
    }
    let derived = draft.finish();
    let mut case = case.clone();
    case.links = derived.links;
    case.hash = derived.hash;
    case
}
