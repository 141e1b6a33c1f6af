//! Where the command writes, and from where it reads a case.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use clap::ColorChoice;
use winset::journal::{begin, path_of};
use winset::model::audience::Audience;
use winset::model::case::Case;
use winset::model::diagnostic::{Code, Diagnostic};
use winset::model::document::Syntax;
use winset::model::document::limits::FILE_BYTES_MAX;
use winset::model::formats::ScenarioOptions;
use winset::model::formats::peer::Semantics;
use winset::{CasePlace, Loaded, SourceText};

use crate::args::CaseArgs;
use crate::diagnose;
use crate::failure::Failure;
use crate::page::Page;
use crate::scenario_page;
use crate::seen::read_by;

/// The file name that stands for standard input or output.
pub(crate) const DASH: &str = "-";

/// Standard output and standard error, with or without colours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    color: anstream::ColorChoice,
}

impl Output {
    /// Colours as asked.
    pub(crate) fn new(color: ColorChoice) -> Self {
        let color = match color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        Self { color }
    }

    /// Whether what is written to standard error has colours.
    pub(crate) fn has_colors(self) -> bool {
        let stream = AutoStream::new(io::stderr(), self.color);
        stream.current_choice() != anstream::ColorChoice::Never
    }

    /// Writes a page to standard output.
    pub(crate) fn page(self, page: &Page) -> Result<(), Failure> {
        write(
            AutoStream::new(io::stdout().lock(), self.color),
            page.as_str().as_bytes(),
        )
    }

    /// Writes a page to standard error.
    pub(crate) fn remark(self, page: &Page) -> Result<(), Failure> {
        write(
            AutoStream::new(io::stderr().lock(), self.color),
            page.as_str().as_bytes(),
        )
    }
}

/// Writes bytes to standard output as they are.
pub(crate) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    write(io::stdout().lock(), bytes)
}

/// A reader who has seen enough and closed the pipe is no failure.
fn write(mut to: impl Write, bytes: &[u8]) -> Result<(), Failure> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Output { source })
        }
        _ => Ok(()),
    }
}

/// Whether a path stands for standard input or output.
pub(crate) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == DASH
}

/// Loads the case that the arguments name, as who reads it sees it, and shows its warnings.
pub(crate) fn case(args: &CaseArgs, output: Output) -> Result<Loaded, Failure> {
    told(quiet_case(args)?, output)
}

/// The same where something is made for a reader: the mediator, where nobody is named.
pub(crate) fn case_for_reader(args: &CaseArgs, output: Output) -> Result<Loaded, Failure> {
    let mut reader = args.reader.clone();
    let mediator = || Audience::Mediator.name();
    reader.audience = Some(reader.audience.unwrap_or_else(mediator));
    told(read_by(whole_case(args)?, &reader)?, output)
}

/// Shows the warnings about a case.
fn told(loaded: Loaded, output: Output) -> Result<Loaded, Failure> {
    let mut page = Page::default();
    if let Some(scenario) = &loaded.scenario {
        scenario_page::told(&mut page, scenario);
        page.blank();
    }
    for remark in &loaded.remarks {
        page.paragraph(&format!("Note: {remark}."));
    }
    // Who negotiates by text alone is well described: `winset check` asks about it, once.
    let warnings = loaded.reading.warnings.iter();
    let warnings: Vec<Diagnostic> = warnings
        .filter(|warning| warning.code != Code::IdleParty)
        .cloned()
        .collect();
    diagnose::render(&mut page, &loaded.text, &warnings);
    if let Some(journal) = &loaded.journal {
        diagnose::journal(&mut page, journal);
    }
    output.remark(&page)?;
    Ok(loaded)
}

/// Loads the case that the arguments name, as who reads it sees it.
pub(crate) fn quiet_case(args: &CaseArgs) -> Result<Loaded, Failure> {
    read_by(whole_case(args)?, &args.reader)
}

/// Loads the case that the arguments name.
fn whole_case(args: &CaseArgs) -> Result<Loaded, Failure> {
    let options = ScenarioOptions {
        semantics: args.semantics.map_or(Semantics::Genius, Into::into),
        ..args.files.options()
    };
    let syntax = args.syntax.map(Syntax::from);
    let text = if is_dash(&args.case) {
        text(&args.case, syntax)?
    } else {
        match winset::case_place(&args.case, syntax, &options)? {
            CasePlace::Scenario(folder, options) => {
                return Ok(winset::load_folder(&folder, &options)?);
            }
            CasePlace::File(text) => text,
        }
    };
    if args.semantics.is_some() || args.files.are_given() {
        let why = "--semantics, --domain, --profiles, --real-step and --real-steps are for a scenario of another program";
        return Err(Failure::Misuse(why));
    }
    let loaded = winset::parse(text)?;
    if is_dash(&args.case) {
        return Ok(loaded);
    }
    let loaded = loaded.with_journal_until(&args.case, args.as_of.as_ref())?;
    if !args.new_journal {
        loaded.check_journal_is_here(&args.case)?;
    }
    Ok(loaded)
}

/// The journal to which acts of a case are added; with `--new-journal` made where there is none.
pub(crate) fn journal_to_write(args: &CaseArgs, case: &Case) -> Result<PathBuf, Failure> {
    if args.as_of.is_some() {
        return Err(Failure::Misuse(
            "--as-of looks back; acts are written today",
        ));
    }
    let journal = path_of(&args.case);
    if args.new_journal {
        begin(&journal, &case.id)?;
    }
    Ok(journal)
}

/// Reads a file, or standard input, which is YAML where no syntax is given.
pub(crate) fn text(path: &Path, syntax: Option<Syntax>) -> Result<SourceText, Failure> {
    if !is_dash(path) {
        return Ok(winset::text(path, syntax)?);
    }
    let name = "standard input".to_owned();
    let bytes = winset::read_limited(io::stdin().lock(), FILE_BYTES_MAX).map_err(|source| {
        Failure::Read {
            name: name.clone(),
            source,
        }
    })?;
    let syntax = syntax.unwrap_or(Syntax::Yaml);
    Ok(SourceText {
        name,
        bytes,
        syntax,
    })
}
