//! Words that bound a number ("at least", "up to", "about") or tell of its change ("fell to").

use crate::numbers::number;
use crate::reading::CountChange;
use crate::text::Prose;

/// What words before a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// See the words of [`BOUNDS`].
    Exact,
    /// See the words of [`BOUNDS`].
    Least,
    /// See the words of [`BOUNDS`].
    Most,
    /// See the words of [`BOUNDS`].
    About,
}

/// How many words before a number can bound it.
const BOUND_WORDS_MAX: usize = 4;

/// Words before a number, longest first, and what they make of it.
#[rustfmt::skip]
const BOUNDS: [(&[&str], Bound); 36] = [
    (&["no", "fewer", "than"], Bound::Least),
    (&["no", "less", "than"], Bound::Least),
    (&["not", "less", "than"], Bound::Least),
    (&["not", "fewer", "than"], Bound::Least),
    (&["no", "more", "than"], Bound::Most),
    (&["not", "more", "than"], Bound::Most),
    (&["a", "minimum", "of"], Bound::Least),
    (&["a", "maximum", "of"], Bound::Most),
    (&["a", "total", "of"], Bound::Exact),
    (&["as", "many", "as"], Bound::Most),
    (&["as", "few", "as"], Bound::Least),
    (&["upwards", "of"], Bound::Least),
    (&["at", "least"], Bound::Least),
    (&["at", "most"], Bound::Most),
    (&["more", "than"], Bound::Least),
    (&["greater", "than"], Bound::Least),
    (&["fewer", "than"], Bound::Most),
    (&["less", "than"], Bound::Most),
    (&["up", "to"], Bound::Most),
    (&["well", "over"], Bound::Least),
    (&["just", "over"], Bound::Least),
    (&["just", "under"], Bound::Most),
    (&["close", "to"], Bound::Most),
    (&["an", "estimated"], Bound::About),
    (&["nearly"], Bound::Most),
    (&["almost"], Bound::Most),
    (&["under"], Bound::Most),
    (&["over"], Bound::Least),
    (&["above"], Bound::Least),
    (&["about"], Bound::About),
    (&["some"], Bound::About),
    (&["around"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["circa"], Bound::About),
    (&["perhaps"], Bound::About),
];

/// What the words before `at` make of the number there, and how many they are.
pub(crate) fn bound_before(prose: &Prose<'_>, at: usize) -> (Bound, usize) {
    let fits = |words: &[&str]| {
        words.len() <= BOUND_WORDS_MAX
            && at.checked_sub(words.len()).is_some_and(|first| {
                words
                    .iter()
                    .enumerate()
                    .all(|(offset, word)| prose.lower(first + offset) == *word)
            })
    };
    let phrasal = matches!(prose.lower_before(at), "over" | "about")
        && matches!(
            prose.lower_before(at.saturating_sub(1)),
            "handed"
                | "hand"
                | "turned"
                | "taken"
                | "took"
                | "given"
                | "gave"
                | "talked"
                | "knocked"
                | "passed"
                | "signed"
                | "asked"
                | "brought"
                | "sent"
        );
    if phrasal {
        return (Bound::Exact, 0);
    }
    BOUNDS
        .iter()
        .find(|(words, _)| fits(words))
        .map_or((Bound::Exact, 0), |(words, bound)| (*bound, words.len()))
}

/// Whether the number at `first..end` rose or fell to it, or from it.
pub(crate) fn change(prose: &Prose<'_>, first: usize, end: usize) -> Option<CountChange> {
    let back = |words: usize| first.checked_sub(words).map_or("", |at| prose.lower(at));
    match (back(2), back(1)) {
        ("up", "from") => Some(CountChange::UpFrom),
        ("down", "from") => Some(CountChange::DownFrom),
        (verb, "to") if rises(verb) => Some(CountChange::RoseTo),
        (verb, "to") if falls(verb) => Some(CountChange::FellTo),
        (_, "from") => {
            let window = first.saturating_sub(14)..first;
            let before = window
                .clone()
                .rev()
                .map(|at| prose.lower(at))
                .find(|word| rises(word) || falls(word));
            let after = prose.lower(end) == "to" && before.is_some();
            let direct = before.is_some_and(|word| word == back(2));
            let known = after
                || direct
                || back(2) == ","
                || number(prose, first.saturating_sub(2)).is_some();
            before.filter(|_| known).map(|word| {
                if rises(word) {
                    CountChange::UpFrom
                } else {
                    CountChange::DownFrom
                }
            })
        }
        (_, "to") => {
            // "rose from 28 to 31"
            let verb = (first.saturating_sub(6)..first)
                .rev()
                .map(|at| prose.lower(at))
                .find(|word| rises(word) || falls(word))?;
            let from = (first.saturating_sub(5)..first).any(|at| prose.lower(at) == "from");
            from.then_some(if rises(verb) {
                CountChange::RoseTo
            } else {
                CountChange::FellTo
            })
        }
        _ => None,
    }
}

/// Forms of "rise".
fn rises(lower: &str) -> bool {
    matches!(
        lower,
        "rose"
            | "risen"
            | "rise"
            | "rising"
            | "climbed"
            | "grown"
            | "grew"
            | "increased"
            | "jumped"
            | "gone"
            | "went"
            | "rises"
    )
}

/// Forms of "fall".
fn falls(lower: &str) -> bool {
    matches!(
        lower,
        "fell"
            | "fallen"
            | "fall"
            | "falling"
            | "dropped"
            | "declined"
            | "decreased"
            | "shrunk"
            | "shrank"
            | "sank"
            | "down"
            | "falls"
    )
}
