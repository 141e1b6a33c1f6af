//! What changed while a page was open, in words.

use winset_export::acts::acts;
use winset_journal::SeenCase;
use winset_model::amendment::difference;
use winset_told::amended::changes_told;
use winset_told::messages::Language;

/// Most changes that are told one by one.
const TOLD_MAX: usize = 6;

/// What an audience sees now that it did not see before: the acts that came, and what was changed in
/// the case file itself. Empty where it is something else, such as an answer that no longer stands.
pub(super) fn news(words: &Language, before: &SeenCase, now: &SeenCase) -> Vec<String> {
    let mut told = Vec::new();
    if before.base.canonical_json() != now.base.canonical_json() {
        let changes = difference(&before.base, &now.base);
        let said = changes_told(&changes, &before.base, None).into_iter();
        told.extend(said.map(|what| words.with("news-file", what).into_owned()));
    }
    let known = before.written.len();
    let goes_on = now.written.get(..known) == Some(before.written.as_slice());
    if goes_on && now.written.len() > known {
        let last = before.written.last().map_or(0, |entry| entry.line);
        let new = acts(now).into_iter().filter(|act| act.line > last);
        told.extend(new.map(|act| act.words));
    } else if !goes_on {
        told.push(words.get("news-journal").into_owned());
    }
    let more = told.len().saturating_sub(TOLD_MAX);
    told.truncate(TOLD_MAX);
    if more > 0 {
        told.push(words.count("and-more", more).into_owned());
    }
    told
}
