//! How sentences and communiqués open.

use super::subject::{self, Subject};
use crate::names::People;
use crate::text::{Prose, Sentence};
use crate::words;

/// "One nurse serves ...", "Mrs X nods": whom a sentence opens with whose verb is not known.
pub(super) fn opening_subject(
    people: &People,
    prose: &Prose<'_>,
    sentence: Sentence,
) -> Option<Subject> {
    let first = sentence.first;
    let named = (first..sentence.end)
        .take_while(|at| people.at(*at).is_some() && people.at(*at) == people.at(first))
        .last();
    if let Some(last) = named.filter(|last| !prose.possessive(*last)) {
        return Some(Subject {
            first,
            end: last + 1,
            apposed: None,
        });
    }
    let reach = (first + 5).min(sentence.end);
    let role = (first + 1..reach).find(|at| words::is_role(prose.lower(*at)))?;
    let apposed = (prose.lower(role + 1) == "," && people.at(role + 2).is_some()).then(|| {
        let person = people.at(role + 2);
        let end = (role + 2..sentence.end).find(|at| people.at(*at) != person);
        (role + 2, end.unwrap_or(sentence.end))
    });
    words::is_determiner(prose.lower(first)).then_some(Subject {
        first,
        end: role + 1,
        apposed,
    })
}

/// Where the main clause begins: after "Asked whether he would go," or "When he arrived,", whose "he" is
/// named after it.
pub(super) fn main_clause(prose: &Prose<'_>, sentence: Sentence) -> usize {
    let lower = prose.lower(sentence.first);
    let leads = matches!(
        lower,
        "asked"
            | "pressed"
            | "questioned"
            | "speaking"
            | "when"
            | "while"
            | "after"
            | "before"
            | "as"
            | "although"
            | "though"
            | "if"
            | "because"
            | "once"
            | "until"
            | "since"
    ) && prose.word(sentence.first + 1);
    if !leads || lower == "after" && prose.lower(sentence.first + 1) == "that" {
        return sentence.first;
    }
    (sentence.first..sentence.end)
        .find(|at| prose.lower(*at) == "," && prose.quote_at(*at).is_none())
        .map_or(sentence.first, |comma| comma + 1)
}

/// "Issued by the Office of X" in the head.
fn issuer(prose: &Prose<'_>) -> Option<String> {
    let issued =
        (0..HEAD_TOKENS).find(|at| prose.lower(*at) == "issued" && prose.lower(at + 1) == "by")?;
    let subject = subject::after(prose, issued + 2, issued + 2 + HEAD_TOKENS)?;
    Some(prose.words(subject.first, subject.end))
}

/// The office that issues a communiqué: the first line, in the form that the text uses for it.
pub(super) fn issuing_office(prose: &Prose<'_>) -> Option<String> {
    let first = prose.sentences.first()?;
    let paragraph = prose.tokens.get(first.first)?.paragraph;
    let end = (first.first..first.end)
        .take_while(|at| prose.tokens[*at].paragraph == paragraph)
        .last()?
        + 1;
    let head: Vec<&str> = (first.first..end).map(|at| prose.lower(at)).collect();
    let speaks = head.iter().take(12).any(|word| words::is_body(word));
    if !speaks || head.len() > 16 {
        return issuer(prose);
    }
    // The longest beginning of the line that the text repeats.
    let mut best = None;
    for at in end..prose.tokens.len() {
        if prose.lower(at) != head[0] {
            continue;
        }
        let same = head
            .iter()
            .enumerate()
            .take_while(|(offset, word)| prose.lower(at + offset) == **word)
            .count();
        if best.is_none_or(|(_, longest)| same > longest) {
            best = Some((at, same));
        }
    }
    match best {
        Some((at, length)) if length > 1 || head.len() == 1 => Some(prose.words(at, at + length)),
        _ => Some(prose.words(first.first, end)),
    }
}

/// How far from the start the issuer of a communiqué is named.
const HEAD_TOKENS: usize = 60;
