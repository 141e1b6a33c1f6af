//! The command that lists strategies.

use serde_json::json;
use winset::form;
use winset::play::strategy::{NamedPart, names};

use crate::args::TalksStrategiesArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::Page;

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

/// Runs `winset talks strategies`.
pub(super) fn run(args: &TalksStrategiesArgs, output: Output) -> Result<Outcome, Failure> {
    let names = names();
    if args.json {
        let word = |part: NamedPart| PARTS.iter().find(|(known, ..)| *known == part);
        let list = names.iter().map(|entry| {
            json!({
                "name": entry.name,
                "part": word(entry.part).map(|(.., word)| *word),
                "usage": entry.usage,
                "about": entry.about,
                "source": entry.source,
            })
        });
        output::bytes(&form::line(&list.collect::<Vec<_>>())?)?;
        return Ok(Outcome::Answered);
    }
    let mut page = Page::default();
    for (place, (part, title, _)) in PARTS.iter().enumerate() {
        if place == 0 {
            page.styled(crate::page::STRONG, title);
        } else {
            page.heading(title);
        }
        for entry in names.iter().filter(|entry| entry.part == *part) {
            page.indented(2, &entry.usage);
            page.indented(4, &format!("{} ({})", entry.about, entry.source));
        }
    }
    output.page(&page)?;
    Ok(Outcome::Answered)
}
