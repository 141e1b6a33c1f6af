//! What-ifs as overlay files in YAML: the same changes give the same bytes.

use std::fmt::Write as _;

use super::changes::{Changes, OverlayChange};
use super::file::{FORMAT, NONE};
use crate::case::Case;
use crate::number::{Exact, to_words};
use crate::options::PartyId;

/// The overlay file of changes of a case, in YAML. Reading it gives the same changes.
pub fn write(case: &Case, name: &str, title: Option<&str>, changes: &Changes) -> String {
    let mut out = format!(
        "format: {FORMAT}\nname: {}\nof: {}\n",
        id(name),
        id(&case.id)
    );
    if let Some(title) = title {
        let _ = writeln!(out, "title: {}", quoted(title));
    }
    let list = &changes.list;
    sets(&mut out, case, list);
    let steps = list.iter().filter_map(|change| match change {
        OverlayChange::Step { line, step } => {
            Some(format!("{}: {step}", id(&case.lines[*line].id)))
        }
        _ => None,
    });
    section(&mut out, "steps", steps);
    let drops = list.iter().filter_map(|change| match change {
        OverlayChange::Drop(demand) => Some(format!("- {}", id(case.demand_name(*demand)))),
        _ => None,
    });
    section(&mut out, "drop", drops);
    let fixes = list.iter().filter_map(|change| match change {
        OverlayChange::Fix { point, option } => {
            let point = &case.points[point.index()];
            let option = &point.options[option.index()];
            Some(format!("{}: {}", id(&point.id), id(&option.id)))
        }
        _ => None,
    });
    section(&mut out, "fix", fixes);
    let excludes = list.iter().filter_map(|change| match change {
        OverlayChange::Exclude { point, options } => {
            let point = &case.points[point.index()];
            let names = options.iter().map(|o| id(&point.options[o.index()].id));
            let names: Vec<String> = names.collect();
            Some(format!("{}: [{}]", id(&point.id), names.join(", ")))
        }
        _ => None,
    });
    section(&mut out, "exclude", excludes);
    let pulls = list.iter().filter_map(|change| match change {
        OverlayChange::Pull(lever) => Some(format!("- {}", id(&case.levers[*lever].id))),
        _ => None,
    });
    section(&mut out, "pull", pulls);
    out
}

fn section(out: &mut String, key: &str, entries: impl Iterator<Item = String>) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        // Writing to a `String` cannot fail, here and below.
        let _ = writeln!(out, "{key}:");
        for entry in entries {
            let _ = writeln!(out, "  {entry}");
        }
    }
}

fn sets(out: &mut String, case: &Case, list: &[OverlayChange]) {
    let of = |change: &OverlayChange| match change {
        OverlayChange::NoDeal { party, .. }
        | OverlayChange::Impasse { party, .. }
        | OverlayChange::Score { party, .. } => Some(*party),
        _ => None,
    };
    let mut parties: Vec<PartyId> = list.iter().filter_map(of).collect();
    parties.dedup();
    if !parties.is_empty() {
        out.push_str("set:\n");
    }
    for party in parties {
        let _ = writeln!(out, "  {}:", id(&case.parties[party.index()].id));
        let own: Vec<&OverlayChange> = list.iter().filter(|c| of(c) == Some(party)).collect();
        for change in &own {
            match change {
                OverlayChange::NoDeal { value, .. } => {
                    let _ = writeln!(out, "    no_deal: {}", value_words(*value.open()));
                }
                OverlayChange::Impasse { value, .. } => {
                    let _ = writeln!(out, "    impasse: {}", value_words(*value.open()));
                }
                _ => {}
            }
        }
        scores(out, case, &own);
    }
}

fn scores(out: &mut String, case: &Case, own: &[&OverlayChange]) {
    let mut head = "    scores:\n";
    for (place, point) in case.points.iter().enumerate() {
        let scores = own.iter().filter_map(|change| match change {
            OverlayChange::Score {
                point,
                option,
                value,
                ..
            } if point.index() == place => Some((*option, *value.open())),
            _ => None,
        });
        let scores: Vec<String> = scores
            .map(|(option, value)| {
                let option = &case.points[place].options[option.index()];
                format!("{}: {}", id(&option.id), value_words(Some(value)))
            })
            .collect();
        if !scores.is_empty() {
            out.push_str(std::mem::take(&mut head));
            let _ = writeln!(out, "      {}: {{{}}}", id(&point.id), scores.join(", "));
        }
    }
}

fn value_words(value: Option<Exact>) -> String {
    match value {
        None => NONE.to_owned(),
        Some(value) => {
            let words = to_words(&value);
            if words.contains('/') {
                quoted(&words)
            } else {
                words
            }
        }
    }
}

/// An identifier, in quotes unless every reader of YAML takes it for a text as it stands.
fn id(id: &str) -> String {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let plain = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_./-".contains(c))
        && !WORDS.contains(&id.to_ascii_lowercase().as_str());
    if plain { id.to_owned() } else { quoted(id) }
}

/// A text in double quotes, its quotes, backslashes and control characters written out.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
