//! `winset convert`: scenarios of other programs and cases, into each other.

use std::path::{Path, PathBuf};

use winset::ask::{ConversionAnswer, ConversionSource};
use winset::form;
use winset::model::document::{self, Syntax};
use winset::model::formats::peer::PeerFormat;
use winset::model::formats::{Loss, Rounding, ScenarioOptions, write};
use winset::{CasePlace, Folder, LoadError, Loaded, SourceText};

use crate::args::{ConvertArgs, FormatArg, ReaderArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::scenario_page::{list, size, told};
use crate::seen::{read_by, seen};
use crate::whole_file::{self, Places, Written};
use winset::told::words::counted;

/// Runs `winset convert`.
pub(crate) fn run(args: &ConvertArgs, output: Output) -> Result<Outcome, Failure> {
    let target = args.to.and_then(FormatArg::peer);
    check_target(args, target)?;
    let source = source(args)?;
    let (files, lost) = match target {
        None => (
            vec![(args.to_path.clone(), case_text(args, &source))],
            Vec::new(),
        ),
        Some(format) => {
            let written = write(&source.case, format);
            let files = written.files.into_iter();
            let placed = files.map(|(name, text)| (args.to_path.join(name), text));
            (placed.collect(), written.losses)
        }
    };
    let loses = !source.losses.is_empty() || !lost.is_empty();
    let converted = ConversionAnswer {
        source,
        target,
        paths: files.iter().map(|(path, _)| path.clone()).collect(),
        lost,
        written: args.lossy || !loses,
    };
    if converted.written && is_dash(&args.to_path) {
        output.remark(&page(&converted))?;
        output::bytes(case_text(args, &converted.source).as_bytes())?;
        return Ok(Outcome::Answered);
    }
    if converted.written {
        put(args, target, &files)?;
    }
    if args.json {
        output::bytes(&form::line(&form::ConvertForm::new(&converted))?)?;
    } else if converted.written {
        let mut page = page(&converted);
        page.blank();
        let (case, to) = (&converted.source.case, args.to_path.display());
        page.paragraph(&format!("Written to {to}: {}, {}.", case.id, size(case)));
        output.page(&page)?;
    } else {
        let mut page = page(&converted);
        page.blank();
        page.paragraph("Nothing is written; --lossy writes the rest.");
        output.remark(&page)?;
    }
    Ok(if converted.written {
        Outcome::Answered
    } else {
        Outcome::Unusable
    })
}

/// The case in the syntax that the name of its file stands for.
fn case_text(args: &ConvertArgs, source: &ConversionSource) -> String {
    let syntax = Syntax::of_file_name(&args.to_path.display().to_string());
    if syntax == Some(Syntax::Yaml) {
        return source.document.to_yaml();
    }
    source.text.clone()
}

/// How a scenario was read, and what is lost.
fn page(converted: &ConversionAnswer) -> Page {
    let mut page = Page::default();
    let source = &converted.source;
    if let Some(scenario) = &source.scenario {
        told(&mut page, scenario);
    }
    let losses: Vec<&Loss> = source.losses.iter().chain(&converted.lost).collect();
    if !losses.is_empty() {
        list(&mut page, "Lost:", &losses);
    }
    page
}

/// Checks that the place fits what is written.
fn check_target(args: &ConvertArgs, target: Option<PeerFormat>) -> Result<(), Failure> {
    if args.json && is_dash(&args.to_path) {
        return Err(Failure::Misuse(
            "standard output holds the case or --json, not both",
        ));
    }
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

fn source(args: &ConvertArgs) -> Result<ConversionSource, Failure> {
    let options = ScenarioOptions {
        format: args.from.and_then(FormatArg::peer),
        semantics: args.reading.semantics.into(),
        rounding: args.round_scores.map_or(Rounding::Never, Rounding::ToStep),
        ..args.reading.files.options()
    };
    let is_case = args.from == Some(FormatArg::Case) && !args.from_path.is_dir();
    let place = if is_case || is_dash(&args.from_path) {
        CasePlace::File(output::text(&args.from_path, None)?)
    } else {
        winset::case_place(&args.from_path, None, &options)?
    };
    match place {
        CasePlace::Scenario(path, options) if args.reader.audience.is_some() => {
            of_loaded(winset::load_folder(&path, &options)?, &args.reader)
        }
        CasePlace::Scenario(path, options) => of_folder(&path, &options),
        CasePlace::File(_) if options.format.is_some() => {
            Err(Failure::Misuse("the files of another program are a folder"))
        }
        CasePlace::File(text) => {
            let path = args.from_path.as_path();
            of_file(text, (!is_dash(path)).then_some(path), &args.reader)
        }
    }
}

/// A case of a scenario of another program.
pub(crate) fn of_folder(
    path: &Path,
    options: &ScenarioOptions,
) -> Result<ConversionSource, Failure> {
    let folder = Folder::read(path, &options.chosen)?;
    let peers = folder.peers(options)?;
    let scenario = folder.scenario(&peers, options)?;
    let refused = |text: &str, found| {
        let text = SourceText {
            name: "the case".to_owned(),
            bytes: text.as_bytes().to_vec(),
            syntax: Syntax::Json,
        };
        LoadError::Refused { text, found }
    };
    Ok(ConversionSource {
        case: scenario.reading.case.clone(),
        text: scenario.text.clone(),
        document: document::parse(scenario.text.as_bytes(), Syntax::Json)
            .map_err(|found| refused(&scenario.text, found))?,
        losses: scenario.losses.clone(),
        scenario: Some(scenario),
    })
}

/// A case of a file; as the journal beside it has changed it, where its path is given.
pub(crate) fn of_file(
    text: SourceText,
    path: Option<&Path>,
    reader: &ReaderArgs,
) -> Result<ConversionSource, Failure> {
    let loaded = winset::parse(text)?;
    let loaded = match path {
        Some(path) => loaded.with_journal(path)?,
        None => loaded,
    };
    of_loaded(loaded, reader)
}

/// A case that was read, as who reads it sees it.
fn of_loaded(loaded: Loaded, reader: &ReaderArgs) -> Result<ConversionSource, Failure> {
    let loaded = read_by(loaded, reader)?;
    let document = seen(&loaded, reader)?.document;
    Ok(ConversionSource {
        case: loaded.reading.case,
        text: format!("{}\n", document.canonical_json()),
        document,
        losses: Vec::new(),
        scenario: None,
    })
}

/// Writes all files, after a look ahead at the places of all of them.
fn put(
    args: &ConvertArgs,
    target: Option<PeerFormat>,
    files: &[(PathBuf, String)],
) -> Result<(), Failure> {
    const WHAT: &str = "the file";
    if target.is_some() {
        folder(args)?;
    }
    let places = Places::new([args.from_path.as_path()], args.force);
    for (path, _) in files {
        let written = Written {
            what: WHAT,
            endings: &["json", "yaml", "yml", "xml"],
        };
        places.look_ahead(path, written)?;
    }
    let texts = files
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_bytes()));
    whole_file::write_all(texts, WHAT)
}

/// Makes the folder, where nothing stands in it yet, or --force is given.
fn folder(args: &ConvertArgs) -> Result<(), Failure> {
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
    Ok(())
}
