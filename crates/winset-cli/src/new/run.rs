//! Where a new case comes from, and where it goes.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use winset::model::case::Case;
use winset::model::document::Syntax;
use winset::model::options::PartyId;
use winset::{Loaded, SourceText};

use super::dialogue::Dialogue;
use super::terminal::{self, Ended};
use super::{flags, from, place, templates, written};
use crate::args::{NewArgs, TemplateArg};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::{Page, STRONG};
use crate::scenario_page::size;
use crate::whole_file::{self, Places, Written};

/// The name of the file ends otherwise.
const NOT_YAML: Failure =
    Failure::Misuse("a new case is written to a file that ends in .yaml or .yml");
pub(super) const CASE: Written = Written {
    what: "the case",
    endings: &["yaml", "yml"],
};

/// Runs `winset new`.
pub(crate) fn run(args: &NewArgs, output: Output) -> Result<Outcome, Failure> {
    if args.template == Some(TemplateArg::List) {
        return list(output);
    }
    let given = args.file.as_deref().or(args.output.as_deref());
    let given = given.map(|path| place::named(path).ok_or(NOT_YAML));
    let given = given.transpose()?;
    if let Some(path) = &given {
        look_ahead(args, path)?;
    }
    let is_bare = args.template.is_none()
        && args.from.is_none()
        && args.title.is_none()
        && args.mediator.is_none()
        && args.parties.is_empty()
        && args.points.is_empty();
    if is_bare && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        return ask(args, given, output);
    }
    let (text, stem) = if let Some(path) = &args.from {
        let Some(text) = from::yaml(path, output)? else {
            return Ok(Outcome::Unusable);
        };
        (text, None)
    } else if let Some(template) = args.template {
        (templates::yaml(template, args)?, None)
    } else {
        let sketch = flags::sketch(args)?;
        (written::yaml(&sketch), Some(sketch.file_stem()))
    };
    let loaded = read(&text)?;
    let case = &loaded.reading.case;
    let path = given
        .unwrap_or_else(|| PathBuf::from(format!("{}.yaml", stem.as_deref().unwrap_or(&case.id))));
    look_ahead(args, &path)?;
    put(&path, &text, case, output)?;
    Ok(Outcome::Answered)
}

/// Prints what templates there are.
fn list(output: Output) -> Result<Outcome, Failure> {
    let mut page = Page::default();
    for (name, about) in templates::listed() {
        page.entry(0, 9, name, about);
    }
    page.blank();
    page.paragraph("winset new FILE --template NAME writes one, with remarks on each part.");
    output.page(&page)?;
    Ok(Outcome::Answered)
}

/// Asks in the terminal, and writes what was answered.
fn ask(args: &NewArgs, given: Option<PathBuf>, output: Output) -> Result<Outcome, Failure> {
    let mut dialogue = Dialogue::new();
    let ended = terminal::ask(&mut dialogue, output)?;
    let sketch = dialogue.sketch().settled();
    let mut page = Page::default();
    page.blank();
    if ended == Ended::Interrupted && !sketch.is_case() {
        page.paragraph(
            "Interrupted. Nothing is written: a case needs two parties, and a point with outcomes.",
        );
        output.remark(&page)?;
        return Ok(Outcome::Stopped);
    }
    if ended == Ended::Interrupted {
        page.paragraph("Interrupted. What was answered so far is kept.");
        if sketch.points.len() < dialogue.sketch().points.len() {
            page.paragraph("The last point is left out: its outcomes were not said yet.");
        }
    }
    output.remark(&page)?;
    let text = written::yaml(&sketch);
    let path = given.unwrap_or_else(|| place::free(&sketch.file_stem()));
    let kept = read(&text).and_then(|loaded| {
        look_ahead(args, &path)?;
        put(&path, &text, &loaded.reading.case, output)
    });
    if let Err(failure) = kept {
        // What was typed is not to be lost with the place that would have held it.
        output::bytes(text.as_bytes())?;
        return Err(failure);
    }
    Ok(match ended {
        Ended::Said => Outcome::Answered,
        Ended::Interrupted => Outcome::Stopped,
    })
}

/// Checks that a case can be written there, and that no journal waits for it.
fn look_ahead(args: &NewArgs, path: &Path) -> Result<(), Failure> {
    let places = Places::new(args.from.as_deref(), args.overwrite.force);
    places.look_ahead(path, CASE)?;
    if is_dash(path) {
        return Ok(());
    }
    let Some(journal) = place::journal(path) else {
        return Ok(());
    };
    let journal = journal.display();
    let why =
        format!("{journal} holds what was offered in a case of this name; choose another name");
    Err(Failure::Write {
        what: CASE.what,
        name: path.display().to_string(),
        source: std::io::Error::other(why),
    })
}

/// Reads what is to be written, as any command will.
pub(super) fn read(text: &str) -> Result<Loaded, Failure> {
    Ok(winset::parse(SourceText {
        name: "the new case".to_owned(),
        bytes: text.as_bytes().to_vec(),
        syntax: Syntax::Yaml,
    })?)
}

/// Writes the case, and says where it is and what comes next.
fn put(path: &Path, text: &str, case: &Case, output: Output) -> Result<(), Failure> {
    if is_dash(path) {
        return output::bytes(text.as_bytes());
    }
    whole_file::write(path, text.as_bytes(), CASE.what)?;
    let mut page = Page::default();
    page.paragraph(&format!(
        "Written to {}: {}, {}.",
        path.display(),
        case.id,
        size(case)
    ));
    let silent = silent(case);
    if !silent.is_empty() {
        page.paragraph(&format!(
            "Not said yet is what these accept, who so far take any outcome: {}. Under `lines` the file \
             shows how it is said.",
            silent.join(", ")
        ));
    }
    page.heading("Next");
    let name = shell_word(&path.display().to_string());
    for (command, why) in [
        (
            format!("winset check {name}"),
            "find every mistake, after each change",
        ),
        (
            format!("winset solve {name}"),
            "is there a deal that all accept?",
        ),
        (
            format!("winset desk {name} --open"),
            "all of it, in a browser",
        ),
    ] {
        page.line(&[(STRONG, &format!("  {command}"))]);
        page.indented(6, why);
    }
    output.page(&page)
}

/// Names of the parties that have said nothing yet: they accept whatever the others agree on.
fn silent(case: &Case) -> Vec<&str> {
    let speaks = |party: PartyId| {
        case.parties[party.index()].sheet.open().scores.is_some()
            || case.lines.iter().any(|line| line.owner == party)
            || case.links.iter().any(|link| link.owner == Some(party))
            || case.bodies.iter().any(|body| body.party == party)
    };
    let parties = (0..case.parties.len()).map(PartyId::at);
    let silent = parties.filter(|party| !speaks(*party));
    silent
        .map(|party| case.parties[party.index()].name.as_str())
        .collect()
}

/// A name as a shell takes it for one word.
fn shell_word(name: &str) -> String {
    let is_bare = |c: char| c.is_alphanumeric() || "._-/".contains(c);
    if name.chars().all(is_bare) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}
