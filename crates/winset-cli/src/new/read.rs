//! Answers in words, as what they mean. What is wrong with one is said in a sentence.

use winset::model::number::{self, Exact, to_words};

use super::names::tidied;
use super::sketch::{SketchParty, SketchPoint};
use super::sketch_fault::SketchFault;

/// The options of a point that a party accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given {
    /// Every one.
    All,
    /// Those at these places, rising, and not all of them; then, step by step, more.
    Some(Vec<Vec<usize>>),
}

/// Whether it is a word for yes.
pub(super) fn is_yes(text: &str) -> bool {
    ["y", "yes"].contains(&text.to_lowercase().as_str())
}

/// Whether it is a word for no.
pub(super) fn is_no(text: &str) -> bool {
    ["n", "no", "none", "nobody", "-"].contains(&text.to_lowercase().as_str())
}

/// Yes or no; the default where nothing is said.
pub(super) fn yes(text: &str, default: bool) -> Result<bool, String> {
    match text {
        "" => Ok(default),
        text if is_yes(text) => Ok(true),
        text if is_no(text) => Ok(false),
        text => Err(format!("`{text}` is neither yes nor no.")),
    }
}

/// Outcomes with semicolons between them.
pub(super) fn outcomes(text: &str) -> Result<Vec<String>, SketchFault> {
    let parts = text.split([';', '؛']).map(tidied);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 {
        return Err(SketchFault::FewOutcomes);
    }
    for (place, part) in parts.iter().enumerate() {
        let alike = |other: &String| other.to_lowercase() == part.to_lowercase();
        if parts[..place].iter().any(alike) {
            return Err(SketchFault::OutcomeTwice(part.clone()));
        }
    }
    Ok(parts)
}

/// Outcomes by their numbers in the list, or by their words with semicolons between them; after `then`
/// those that a party might come to accept besides.
pub(super) fn accepted(text: &str, point: &SketchPoint) -> Result<Given, String> {
    let count = point.options.len();
    if text.is_empty() || ["all", "any"].contains(&text.to_lowercase().as_str()) {
        return Ok(Given::All);
    }
    let named = by_words(text, point);
    if is_no(text) && named.is_none() {
        return Err(
            "A party that accepts no outcome of a point accepts no deal at all.".to_owned(),
        );
    }
    let parts: Vec<&str> = match named {
        Some(_) => vec![text],
        None => text.split(" then ").collect(),
    };
    let mut steps: Vec<Vec<usize>> = Vec::new();
    for part in parts {
        let more = by_words(part, point).map_or_else(|| by_numbers(part, count), Ok)?;
        let before = steps.last().cloned().unwrap_or_default();
        let mut step = [before.as_slice(), more.as_slice()].concat();
        step.sort_unstable();
        step.dedup();
        if step == before {
            return Err(format!(
                "`then {part}` adds nothing to what is accepted before it."
            ));
        }
        steps.push(step);
    }
    let is_all = steps.first().is_some_and(|step| step.len() == count);
    Ok(if is_all {
        Given::All
    } else {
        Given::Some(steps)
    })
}

/// The outcomes with these words, where all of them are outcomes.
fn by_words(text: &str, point: &SketchPoint) -> Option<Vec<usize>> {
    let place = |words: &str| {
        let alike = |label: &str| label.to_lowercase() == words.trim().to_lowercase();
        point.options.iter().position(|option| alike(&option.label))
    };
    text.split([';', '؛']).map(place).collect()
}

/// Numbers from 1 on: `1, 3` or `2-4`.
fn by_numbers(text: &str, count: usize) -> Result<Vec<usize>, String> {
    let wrong = |part: &str| format!("`{part}` is none of the numbers 1 to {count} of the list.");
    let parts = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let mut places = Vec::new();
    for part in parts.filter(|part| *part != "and") {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let place = |number: &str| {
            let number: usize = number.parse().map_err(|_| wrong(part))?;
            if (1..=count).contains(&number) {
                Ok(number - 1)
            } else {
                Err(wrong(part))
            }
        };
        let (from, to): (usize, usize) = (place(from)?, place(to)?);
        if from > to {
            return Err(wrong(part));
        }
        places.extend(from..=to);
    }
    if places.is_empty() {
        Err(wrong(text))
    } else {
        Ok(places)
    }
}

/// A number for each outcome; nothing where nothing is said.
pub(super) fn worth(text: &str, point: &SketchPoint) -> Result<Option<Vec<Exact>>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let count = point.options.len();
    let parts = text.split([' ', ';']).map(|part| part.trim_matches(','));
    let mut parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if let [only] = parts.as_slice()
        && only.contains(',')
    {
        parts = only.split(',').collect();
    }
    let numbers: Vec<Exact> = parts
        .iter()
        .map(|part| exact(part))
        .collect::<Result<_, _>>()?;
    if numbers.len() != count {
        let given = numbers.len();
        return Err(format!(
            "{count} numbers are needed, one for each outcome in its order; not {given}."
        ));
    }
    Ok(Some(numbers))
}

/// What a party has without a deal; nothing where nothing is said.
pub(super) fn no_deal(text: &str, party: &SketchParty) -> Result<Option<Exact>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let value = exact(text)?;
    let (least, most) = reach(party);
    if value < least || value > most {
        let (least, most) = (to_words(&least), to_words(&most));
        return Err(format!(
            "By these numbers a deal is worth {least} to {most} to {}.",
            party.name
        ));
    }
    Ok(Some(value))
}

/// The least and the most that a package gives a party.
pub(super) fn reach(party: &SketchParty) -> (Exact, Exact) {
    let zero = Exact::from_integer(0);
    let sum = |of: fn(&[Exact]) -> Option<&Exact>| {
        let each = party.worth.values().filter_map(|numbers| of(numbers));
        each.fold(zero, |sum, next| number::add(sum, *next).unwrap_or(sum))
    };
    (
        sum(|numbers| numbers.iter().min()),
        sum(|numbers| numbers.iter().max()),
    )
}

/// A number about halfway between the least and the most, as an example.
pub(super) fn middle(party: &SketchParty) -> Exact {
    let (least, most) = reach(party);
    number::add(least, most).map_or(least, |sum| (sum / 2).floor().max(least))
}

fn exact(text: &str) -> Result<Exact, String> {
    number::parse(text).map_err(|_| {
        format!("`{text}` is no number that can be used; write 3, 2.5 (with a point) or 1/3.")
    })
}
