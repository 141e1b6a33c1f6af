//! What things are called in a sentence.

use std::fmt::Display;

use winset_model::case::{Case, Choice, Party, Point};
use winset_model::options::{PartyId, PointId};

/// A whole number with commas between thousands.
pub fn grouped(number: impl Display) -> String {
    let digits = number.to_string();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits.as_str()),
    };
    let mut out = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Members in a row: "a", "a or b", "a, b or c".
pub fn listed(members: &[String], last: &str) -> String {
    match members {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}

/// What the parties and points of a case are called in a sentence.
#[derive(Debug)]
pub(super) struct Names {
    parties: Vec<String>,
    points: Vec<String>,
}

impl Names {
    pub(super) fn new(case: &Case) -> Self {
        Self {
            parties: party_names(case),
            points: case.points.iter().map(title).collect(),
        }
    }

    pub(super) fn party(&self, party: PartyId) -> &str {
        &self.parties[party.index()]
    }

    pub(super) fn point(&self, point: PointId) -> &str {
        &self.points[point.index()]
    }
}

/// A party in a sentence: without a remark in parentheses, and "Lethia" for the "Republic of
/// Lethia" whose identifier is `lethia`.
pub(super) fn spoken(id: &str, name: &str) -> String {
    let name = one_line(name);
    let bare = match name.split_once(" (") {
        Some((bare, rest)) if rest.ends_with(')') && !bare.is_empty() => bare,
        _ => name.as_str(),
    };
    let tail = bare.rsplit_once(" of ").map(|(_, tail)| tail);
    match tail {
        Some(tail) if tail.to_lowercase() == id.to_lowercase() => tail.to_owned(),
        _ if bare.is_empty() => id.to_owned(),
        _ => with_article(bare),
    }
}

/// What bodies and alliances end on that take an article.
const BODIES: [&str; 38] = [
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "bloc",
    "board",
    "cabinet",
    "coalition",
    "commission",
    "committee",
    "community",
    "compact",
    "company",
    "confederation",
    "congress",
    "council",
    "court",
    "delegation",
    "federation",
    "front",
    "fund",
    "government",
    "group",
    "league",
    "ministry",
    "mission",
    "movement",
    "organisation",
    "organization",
    "republic",
    "secretariat",
    "senate",
    "side",
    "states",
    "tribunal",
    "union",
];

/// "the Assembly of Lethia" and "the Parish Council", but "Hill Farm": what is of something, and
/// what ends on the word for a body, takes an article.
pub(super) fn with_article(name: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    match name.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None if name.starts_with("the ") => name.to_owned(),
        None if name.contains(" of ") || BODIES.contains(&last.as_str()) => format!("the {name}"),
        None => name.to_owned(),
    }
}

/// The title of a point; in quotation marks when it holds signs that also part a sentence.
pub(super) fn title(point: &Point) -> String {
    let title = one_line(&point.title);
    if title.is_empty() {
        point.id.clone()
    } else if title.contains([':', ';', ',', '«', '»', '.', '“', '”']) {
        format!("“{title}”")
    } else {
        title
    }
}

/// The label of an option, with its identifier where another option has the same label.
pub(super) fn label(point: &Point, option: &Choice) -> String {
    let label = one_line(&option.label);
    let alike = |o: &&Choice| one_line(&o.label) == label;
    if label.is_empty() {
        format!("«{}»", option.id)
    } else if point.options.iter().filter(alike).count() > 1 {
        format!("«{label}» ({})", option.id)
    } else {
        format!("«{label}»")
    }
}

/// What each party is called in a sentence, in the case's order.
pub fn party_names(case: &Case) -> Vec<String> {
    let short: Vec<String> = case.parties.iter().map(short).collect();
    let name = |(place, name): (usize, &String)| {
        let alike = short.iter().filter(|other| *other == name).count();
        named(&case.parties[place], name, alike > 1)
    };
    short.iter().enumerate().map(name).collect()
}

/// What one party is called in a sentence. Linear in the number of parties.
pub(super) fn party(case: &Case, party: PartyId) -> String {
    let of = &case.parties[party.index()];
    let name = short(of);
    let alike = case.parties.iter().filter(|other| short(other) == name);
    named(of, &name, alike.count() > 1)
}

fn short(party: &Party) -> String {
    spoken(&party.id, &party.name)
}

/// The short name, where another has it too the whole one with the identifier.
fn named(party: &Party, short: &str, is_shared: bool) -> String {
    if is_shared {
        format!("{} ({})", one_line(&party.name), party.id)
    } else {
        short.to_owned()
    }
}

/// A text on one line, with one space between words.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The sentence that begins with these words: its first letter large.
pub(super) fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", chars.as_str())
}
