//! The text shown, compared or written to a file.

use std::path::Path;

use winset::ask::TextAnswer;
use winset::form as json_form;
use winset::text::document::{self, Document, Facts};
use winset::text::{Text, export};

use super::{asked, page};
use crate::args::TextArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::seen::seen;
use crate::table;
use crate::whole_file::{self, Places, Written};

/// What is written, in messages.
const WHAT: &str = "the text";

/// Shows what is asked for, or writes it to a file.
pub(super) fn show(args: &TextArgs, output: Output) -> Result<Outcome, Failure> {
    let case_args = args.case.as_ref();
    let case_args = case_args.ok_or(Failure::Misuse("expected a case file"))?;
    table::well_used(&args.table, case_args)?;
    let form = args.output.as_deref().map(form).transpose()?;
    if let Some(file) = args.output.as_deref().filter(|file| !is_dash(file)) {
        let inputs = [
            Some(case_args.case.as_path()),
            args.table.package.as_deref(),
        ];
        let places = Places::new(inputs.into_iter().flatten(), args.overwrite.force);
        let written = Written {
            what: WHAT,
            endings: &["docx", "html", "htm", "md", "markdown", "txt"],
        };
        places.look_ahead(file, written)?;
    } else if args.json && form.is_some() {
        let why = "--output - and --json both write to standard output";
        return Err(Failure::Misuse(why));
    }
    let loaded = output::case_for_reader(case_args, output)?;
    let audience = loaded.audience.clone();
    let seen = seen(&loaded, &case_args.reader)?;
    let chain = loaded.journal.as_ref().map(|journal| &journal.kept.chain);
    let head = chain.map(|chain| format!("{}:{}", chain.entries.len(), chain.head));
    let text = Text::new(&seen.case, &seen.entries);
    let facts = Facts {
        audience: &audience,
        head: head.as_deref(),
    };
    let asked = asked::asked(args, &text)?;
    set_aside(&text, output)?;
    let document = laid_out(args, &text, &asked, facts);
    if let (Some(file), Some(form)) = (&args.output, form) {
        whole_file::put(file, &form.written(&document), WHAT)?;
    }
    if args.json {
        let form = json_form::TextForm::new(&text, &audience, &asked);
        output::bytes(&json_form::line(&form)?)?;
    } else if let Some(file) = args.output.as_deref().filter(|file| !is_dash(file)) {
        output.page(&page::told(&document, &audience, file))?;
    } else if args.output.is_none() {
        output.page(&page::page(&document))?;
    }
    Ok(Outcome::Answered)
}

fn laid_out(args: &TextArgs, text: &Text<'_>, asked: &TextAnswer, facts: Facts<'_>) -> Document {
    let TextAnswer { version, from } = asked;
    if args.counts {
        return document::counts(text, facts);
    }
    if args.answers {
        return document::answers(text, version, facts);
    }
    match from {
        Some(from) => document::redline(text, from, version, facts),
        None => document::version(text, version, facts),
    }
}

/// Says which acts do not count.
fn set_aside(text: &Text<'_>, output: Output) -> Result<(), Failure> {
    let mut page = Page::default();
    for aside in text.aside() {
        let (line, why) = (aside.line, &aside.why);
        page.paragraph(&format!("line {line} of the journal does not count: {why}"));
    }
    output.remark(&page)
}

/// A form in which the text is written.
#[derive(Debug, Clone, Copy)]
enum Form {
    Docx,
    Html,
    Md,
    Txt,
}

impl Form {
    fn written(self, document: &Document) -> Vec<u8> {
        match self {
            Self::Docx => export::docx(document),
            Self::Html => export::html(document).into_bytes(),
            Self::Md => export::markdown(document).into_bytes(),
            Self::Txt => export::plain(document).into_bytes(),
        }
    }
}

/// The form of a file's name.
fn form(file: &Path) -> Result<Form, Failure> {
    let extension = file.extension().and_then(|e| e.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("docx") => Ok(Form::Docx),
        Some("html" | "htm") => Ok(Form::Html),
        Some("md" | "markdown") => Ok(Form::Md),
        Some("txt") => Ok(Form::Txt),
        _ if is_dash(file) => Ok(Form::Md),
        _ => Err(Failure::Misuse(
            "the form of the text is not clear from the file's name; end it with .docx, .html, .md \
             or .txt",
        )),
    }
}
