//! Words that matrices use, and codes made of words.

use crate::codes::free_name;
use crate::laid::steps::{StepWord, step_word};

/// Words that begin a row or head a column of sums.
const SUMS: &[&str] = &[
    "average",
    "gesamt",
    "grand total",
    "mean",
    "overall",
    "somme",
    "subtotal",
    "sum",
    "summe",
    "total",
    "totale",
    "totals",
];
/// Words that head a column that is no party's.
const ASIDES: &[&str] = &[
    "#",
    "comment",
    "comments",
    "id",
    "importance",
    "no",
    "no.",
    "note",
    "notes",
    "nr",
    "nr.",
    "number",
    "priority",
    "rank",
    "remark",
    "remarks",
    "status",
    "weight",
    "weighting",
];
/// Words that head the options of a point.
const OPTIONS: &[&str] = &[
    "alternative",
    "alternatives",
    "choice",
    "option",
    "options",
    "outcome",
    "proposal",
];
/// Words that begin a row of no-deal values.
const NO_DEALS: &[&str] = &[
    "batna",
    "no agreement",
    "no deal",
    "no-deal",
    "reservation",
    "reservation value",
    "walk-away",
    "walkaway",
];
/// What stands in a cell of a party that says nothing.
const SILENT: &[&str] = &[
    "", "-", "--", "?", "n/a", "na", "none", "tbd", "\u{2013}", "\u{2014}",
];

fn is_among(text: &str, words: &[&str]) -> bool {
    let text = text.trim().trim_end_matches(':').to_lowercase();
    words.contains(&text.as_str())
}

pub(super) fn is_sum(text: &str) -> bool {
    is_among(text, SUMS)
}

pub(super) fn is_aside(text: &str) -> bool {
    is_among(text, ASIDES)
}

pub(super) fn heads_options(text: &str) -> bool {
    is_among(text, OPTIONS)
}

pub(super) fn is_no_deal(text: &str) -> bool {
    is_among(text, NO_DEALS) || is_among(text.trim_end_matches(" value"), NO_DEALS)
}

pub(super) fn is_silent(text: &str) -> bool {
    is_among(text, SILENT)
}

/// Whether a text says that an option is accepted, or refused.
pub(super) fn verdict(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "accept" | "accepted" | "ok" | "\u{2713}" | "\u{2714}" => return Some(true),
        "reject" | "rejected" | "refuse" | "refused" | "\u{2717}" | "\u{2718}" => {
            return Some(false);
        }
        "-" => return None,
        _ => {}
    }
    match step_word(&text)? {
        StepWord::Yes => Some(true),
        StepWord::Never => Some(false),
        StepWord::Step(..) => None,
    }
}

/// A code made of the first words of a text: letters and digits, with `-` between words.
pub(super) fn slug(text: &str, stem: &str) -> String {
    const CHARS_MAX: usize = 24;
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    let mut code = String::new();
    for word in words {
        if !code.is_empty() && code.chars().count() + word.chars().count() >= CHARS_MAX {
            break;
        }
        if !code.is_empty() {
            code.push('-');
        }
        code.extend(word.chars().take(CHARS_MAX));
    }
    if code.is_empty() {
        stem.to_owned()
    } else {
        code
    }
}

/// Codes that are in use.
#[derive(Default)]
pub(super) struct Names {
    parties: Vec<String>,
    points: Vec<String>,
}

impl Names {
    pub(super) fn party(&mut self, name: &str) -> String {
        Self::new_name(&mut self.parties, &slug(name, "party"))
    }

    pub(super) fn point(&mut self, title: &str) -> String {
        Self::new_name(&mut self.points, &slug(title, "point"))
    }

    fn new_name(used: &mut Vec<String>, stem: &str) -> String {
        // Words of conditions are no names of points.
        let taken = |name: &str| {
            ["all", "any", "not", "of", "bonuses"].contains(&name) || used.iter().any(|n| n == name)
        };
        let name = free_name(stem, taken);
        used.push(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_made_of_words() {
        assert_eq!(
            slug("Northern Port Authority", "x"),
            "northern-port-authority"
        );
        assert_eq!(
            slug("Who assigns berths, and for how long?", "x"),
            "who-assigns-berths-and"
        );
        assert_eq!(slug("\u{2014}", "point"), "point");
        let mut names = Names::default();
        assert_eq!(names.point("Fee"), "fee");
        assert_eq!(names.point("fee"), "fee-2");
        assert_eq!(names.point("All"), "all-2");
    }
}
