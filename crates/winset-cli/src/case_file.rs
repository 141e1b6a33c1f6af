//! `winset case`: the case as one clean file.

use std::path::Path;

use winset::ask::case_file;
use winset::journal::SeenCase;
use winset::model::audience::Audience;
use winset::model::document::Syntax;

use crate::args::{CaseFileArgs, CaseFileCommand, CaseToArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::seen::seen;
use crate::whole_file::{self, Places, Written};

const CASE_FILE: Written = Written {
    what: "the case file",
    endings: &["yaml", "yml", "json"],
};

/// Runs `winset case`.
pub(crate) fn run(args: &CaseFileArgs, output: Output) -> Result<Outcome, Failure> {
    let (case, to) = match &args.what {
        CaseFileCommand::Write(args) => (&args.case, &args.to),
        CaseFileCommand::Cut(args) => (&args.case, &args.to),
    };
    let places = Places::new([case.case.as_path()], to.overwrite.force);
    places.look_ahead(&to.output, CASE_FILE)?;
    let loaded = output::case(case, output)?;
    let seen = seen(&loaded, &case.reader)?;
    let text = text_of(&seen, &to.output);
    put(to, &text)?;
    if !is_dash(&to.output) {
        let mut page = Page::default();
        page.paragraph(&said(&seen, &loaded.audience, &to.output));
        output.page(&page)?;
    }
    Ok(Outcome::Answered)
}

fn text_of(seen: &SeenCase, path: &Path) -> String {
    let file = case_file(seen);
    match Syntax::of_file_name(&path.display().to_string()) {
        Some(Syntax::Json) => file.json_as_written() + "\n",
        Some(Syntax::Yaml | Syntax::Toml) | None => file.to_yaml(),
    }
}

fn put(to: &CaseToArgs, text: &str) -> Result<(), Failure> {
    whole_file::put(&to.output, text.as_bytes(), CASE_FILE.what)
}

fn said(seen: &SeenCase, audience: &Audience, path: &Path) -> String {
    let whose = match audience {
        Audience::Holder | Audience::Mediator => String::new(),
        other => format!(", as {} may see it", other.name()),
    };
    format!("Written to {}: {}{whose}.", path.display(), seen.case.title)
}
