//! `winset convert`: scenarios of other programs and cases, into each other.

use std::path::Path;

use winset::model::case::Case;
use winset::model::document::Syntax;
use winset::model::formats::peer::Format;
use winset::model::formats::{Loss, Options, Scenario, write};
use winset::{Folder, Loaded};

use crate::args::{ConvertArgs, FormatArg};
use crate::check::size;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::whole_file;
use crate::words::counted;

/// Most losses that are listed one by one.
const LOSSES_LISTED_MAX: usize = 40;

/// A case, and what reading it has lost already.
struct Source {
    case: Case,
    text: String,
    losses: Vec<Loss>,
    scenario: Option<Scenario>,
}

/// Runs `winset convert`.
pub(crate) fn run(args: &ConvertArgs, output: Output) -> Result<Outcome, Failure> {
    let target = args.to.and_then(FormatArg::peer);
    check_target(args, target)?;
    let source = source(args)?;
    let mut page = Page::default();
    if let Some(scenario) = &source.scenario {
        told(&mut page, scenario);
    }
    let (files, lost) = match target {
        None => (Vec::new(), Vec::new()),
        Some(format) => {
            let written = write(&source.case, format);
            (written.files, written.losses)
        }
    };
    let losses: Vec<&Loss> = source.losses.iter().chain(&lost).collect();
    if !losses.is_empty() {
        list(&mut page, "Lost:", &losses);
    }
    if !losses.is_empty() && !args.lossy {
        page.blank();
        page.paragraph("Nothing is written; --lossy writes the rest.");
        output.remark(&page)?;
        return Ok(Outcome::Unusable);
    }
    if is_dash(&args.to_path) {
        output.remark(&page)?;
        output::bytes(source.text.as_bytes())?;
        return Ok(Outcome::Answered);
    }
    match target {
        None => put(args, &args.to_path, &source.text)?,
        Some(_) => folder(args, &files)?,
    }
    page.blank();
    let (case, to) = (&source.case, args.to_path.display());
    page.paragraph(&format!("Written to {to}: {}, {}.", case.id, size(case)));
    output.page(&page)?;
    Ok(Outcome::Answered)
}

/// Checks that the place fits what is written.
fn check_target(args: &ConvertArgs, target: Option<Format>) -> Result<(), Failure> {
    if target.is_some() {
        return if is_dash(&args.to_path) {
            Err(Failure::Misuse(
                "files of other programs need a folder, not `-`",
            ))
        } else {
            Ok(())
        };
    }
    let name = args.to_path.display().to_string();
    let is_case = matches!(
        Syntax::of_file_name(&name),
        Some(Syntax::Json | Syntax::Yaml)
    );
    if is_case || is_dash(&args.to_path) {
        Ok(())
    } else {
        Err(Failure::Misuse(
            "a case is written to a file that ends in .json, .yaml or .yml",
        ))
    }
}

fn source(args: &ConvertArgs) -> Result<Source, Failure> {
    if !args.from_path.is_dir() {
        if args.from.is_some_and(|from| from != FormatArg::Case) {
            return Err(Failure::Misuse("the files of another program are a folder"));
        }
        let text = output::text(&args.from_path, None)?;
        let Loaded {
            document, reading, ..
        } = winset::parse(text)?;
        return Ok(Source {
            case: reading.case,
            text: format!("{}\n", document.canonical_json()),
            losses: Vec::new(),
            scenario: None,
        });
    }
    let options = Options {
        format: args.from.and_then(FormatArg::peer),
        semantics: args.reading.semantics.into(),
        real_step: args.reading.real_step,
        round_scores: args.round_scores,
    };
    let folder = Folder::read(&args.from_path)?;
    let peers = folder.peers(&options)?;
    let scenario = folder.scenario(&peers, &options)?;
    Ok(Source {
        case: scenario.reading.case.clone(),
        text: scenario.text.clone(),
        losses: scenario.losses.clone(),
        scenario: Some(scenario),
    })
}

/// How a scenario was read, what its files say besides, and what the case does not hold of it.
pub(crate) fn told(page: &mut Page, scenario: &Scenario) {
    let format = scenario.format.name();
    let reading = match scenario.format {
        Format::Genius => format!(", read with the semantics {}", scenario.semantics.name()),
        _ => String::new(),
    };
    let case = &scenario.reading.case;
    page.paragraph(&format!("{format} files{reading}: {}.", size(case)));
    if !scenario.facts.is_empty() {
        list(
            page,
            "The case does not hold, or holds in its own way:",
            &refs(&scenario.facts),
        );
    }
    if !scenario.losses.is_empty() {
        list(page, "The case differs:", &refs(&scenario.losses));
    }
}

fn refs(losses: &[Loss]) -> Vec<&Loss> {
    losses.iter().collect()
}

pub(crate) fn list(page: &mut Page, heading: &str, losses: &[&Loss]) {
    page.blank();
    page.paragraph(heading);
    for loss in losses.iter().take(LOSSES_LISTED_MAX) {
        page.indented(2, &format!("{}: {}", loss.about, loss.what));
    }
    if losses.len() > LOSSES_LISTED_MAX {
        let more = losses.len() - LOSSES_LISTED_MAX;
        page.indented(2, &format!("and {more} more"));
    }
}

fn folder(args: &ConvertArgs, files: &[(String, String)]) -> Result<(), Failure> {
    let failed = |source| Failure::Write {
        what: "the folder",
        name: args.to_path.display().to_string(),
        source,
    };
    std::fs::create_dir_all(&args.to_path).map_err(failed)?;
    let others = std::fs::read_dir(&args.to_path).map_err(failed)?.count();
    if others > 0 && !args.force {
        let held = counted(others, "file");
        return Err(failed(std::io::Error::other(format!(
            "it holds {held} already; --force writes beside them"
        ))));
    }
    for (name, text) in files {
        put(args, &args.to_path.join(name), text)?;
    }
    Ok(())
}

fn put(args: &ConvertArgs, path: &Path, text: &str) -> Result<(), Failure> {
    const WHAT: &str = "the file";
    if args.force {
        whole_file::look_ahead(path, WHAT)?;
    } else {
        whole_file::look_ahead_new(path, WHAT)?;
    }
    whole_file::write(path, text.as_bytes(), WHAT)
}
