//! What a person can say at a table, read from a line.

use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::play::space::{Outcome, OutcomeSpace};

/// What a person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PersonSays {
    /// Tables the draft.
    Table,
    /// Accepts what is on the table.
    Accept,
    /// Does nothing this turn.
    Pass,
    /// Breaks the talks off.
    BreakOff,
    /// Stops for today.
    Stop,
    /// Changes the draft.
    Draft(Outcome),
    /// Takes the package at a place of its own order as the draft, from 1.
    Place(u64),
    /// Takes what is on the table as the draft.
    Theirs,
    /// Shows the draft.
    Show,
    /// Shows its best packages.
    Best,
    /// Asks what can be said.
    Help,
}

/// The words, and what they do.
pub(super) const WORDS: [(&str, &str); 10] = [
    ("POINT=OPTION ..", "change your draft"),
    (
        "place N",
        "take the N-th best package of yours as your draft",
    ),
    ("theirs", "take what is on the table as your draft"),
    ("show", "show your draft, and what it is worth to you"),
    ("best", "show the best packages of yours"),
    ("table", "put your draft on the table"),
    ("accept", "accept what is on the table"),
    ("pass", "do nothing this turn, where the rules let you"),
    ("break", "break the talks off"),
    ("stop", "stop for today, to go on another day"),
];

/// Reads a line.
pub(super) fn read(
    line: &str,
    case: &Case,
    space: &OutcomeSpace,
    draft: Outcome,
) -> Result<PersonSays, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    Ok(match words.as_slice() {
        [] | ["help" | "?"] => PersonSays::Help,
        ["table" | "offer"] => PersonSays::Table,
        ["accept"] => PersonSays::Accept,
        ["pass"] => PersonSays::Pass,
        ["break"] => PersonSays::BreakOff,
        ["stop" | "quit" | "exit"] => PersonSays::Stop,
        ["theirs"] => PersonSays::Theirs,
        ["show"] => PersonSays::Show,
        ["best"] => PersonSays::Best,
        ["place", place] => PersonSays::Place(placed(place, space.count())?),
        set if set.iter().all(|word| word.contains('=')) => {
            PersonSays::Draft(changed(set, case, space, draft)?)
        }
        [first, ..] => {
            let known = WORDS.iter().filter_map(|(word, _)| word.split(' ').next());
            let meant = nearest(first, known.filter(|word| !word.contains('=')));
            let meant = meant.map_or_else(String::new, |word| format!("; did you mean `{word}`?"));
            return Err(format!(
                "`{first}` is nothing that is said here{meant} Type `help`"
            ));
        }
    })
}

fn placed(word: &str, count: u64) -> Result<u64, String> {
    let place = word
        .parse()
        .ok()
        .filter(|place| (1..=count).contains(place));
    place.ok_or_else(|| format!("expected a place from 1 to {count}, not `{word}`"))
}

/// The draft with other options.
pub(super) fn changed(
    words: &[&str],
    case: &Case,
    space: &OutcomeSpace,
    mut draft: Outcome,
) -> Result<Outcome, String> {
    for word in words {
        let (point, option) = word.split_once('=').unwrap_or((word, ""));
        let ids = case.points.iter().map(|point| point.id.as_str());
        let Some(place) = case.points.iter().position(|known| known.id == point) else {
            return Err(unknown("point", point, &ids.collect::<Vec<_>>()));
        };
        let options: Vec<&str> = case.points[place]
            .options
            .iter()
            .map(|o| o.id.as_str())
            .collect();
        let Some(chosen) = options.iter().position(|known| *known == option) else {
            return Err(unknown(&format!("option of {point}"), option, &options));
        };
        draft = space.with(draft, place, chosen);
    }
    Ok(draft)
}

fn unknown(what: &str, found: &str, known: &[&str]) -> String {
    let meant = nearest(found, known.iter().copied());
    let meant = meant.map_or_else(String::new, |word| format!("; did you mean `{word}`?"));
    format!(
        "`{found}` is no {what}; expected one of {}{meant}",
        known.join(", ")
    )
}
