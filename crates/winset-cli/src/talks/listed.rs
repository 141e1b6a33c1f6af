//! The command that lists what plays for parties and mediators.

use serde_json::json;
use winset::form;
use winset::play::mediator::{ShuttleName, shuttle_names};
use winset::play::strategy::{NamedPart, StrategyName, bound_names, names};

use crate::args::TalksStrategiesArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{Page, STRONG};

/// What each kind of name is called, and what it is in JSON.
const PARTS: [(NamedPart, &str, &str); 4] = [
    (
        NamedPart::Offer,
        "Strategies, also as offer=NAME in a combination",
        "offer",
    ),
    (
        NamedPart::Whole,
        "Strategies that stand by themselves",
        "whole",
    ),
    (NamedPart::Accept, "When to accept: accept=NAME", "accept"),
    (
        NamedPart::Model,
        "What the other side may want: model=NAME",
        "model",
    ),
];

/// Names of one kind.
struct NamesOf {
    title: &'static str,
    /// The kind in JSON.
    part: &'static str,
    entries: Vec<Entry>,
}

/// A name as it is listed.
struct Entry {
    name: &'static str,
    usage: String,
    about: &'static str,
    source: &'static str,
}

impl From<StrategyName> for Entry {
    fn from(of: StrategyName) -> Self {
        Self {
            name: of.name,
            usage: of.usage,
            about: of.about,
            source: of.source,
        }
    }
}

impl From<ShuttleName> for Entry {
    fn from(of: ShuttleName) -> Self {
        Self {
            name: of.name,
            usage: of.usage,
            about: of.about,
            source: of.source,
        }
    }
}

/// All names, kind by kind.
fn all() -> Vec<NamesOf> {
    let names = names();
    let strategies = PARTS.iter().map(|(of, title, part)| NamesOf {
        title,
        part,
        entries: (names.iter().filter(|entry| entry.part == *of))
            .map(|entry| entry.clone().into())
            .collect(),
    });
    let shuttle = |title, part, entries: Vec<ShuttleName>| NamesOf {
        title,
        part,
        entries: entries.into_iter().map(Entry::from).collect(),
    };
    let bounds = NamesOf {
        title: "Bounds for rehearsal, which hold the scores of the other",
        part: "bound",
        entries: bound_names().into_iter().map(Entry::from).collect(),
    };
    let (mediators, answerers) = shuttle_names();
    let shuttles = [
        shuttle(
            "Mediators of a shuttle: --mediator NAME",
            "mediator",
            mediators,
        ),
        shuttle("What answers a mediator's texts", "answer", answerers),
    ];
    strategies.chain([bounds]).chain(shuttles).collect()
}

/// Runs `winset talks strategies`.
pub(super) fn run(args: &TalksStrategiesArgs, output: Output) -> Result<Outcome, Failure> {
    let all = all();
    if args.json {
        let list = all.iter().flat_map(|names| {
            names.entries.iter().map(|entry| {
                json!({
                    "name": entry.name,
                    "part": names.part,
                    "usage": entry.usage,
                    "about": entry.about,
                    "source": entry.source,
                })
            })
        });
        output::bytes(&form::line(&list.collect::<Vec<_>>())?)?;
        return Ok(Outcome::Answered);
    }
    let mut page = Page::default();
    for (place, names) in all.iter().enumerate() {
        if place == 0 {
            page.styled(STRONG, names.title);
        } else {
            page.heading(names.title);
        }
        for entry in &names.entries {
            page.indented(2, &entry.usage);
            page.indented(4, &format!("{} ({})", entry.about, entry.source));
        }
    }
    output.page(&page)?;
    Ok(Outcome::Answered)
}
