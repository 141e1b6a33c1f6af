//! `winset sheet`: a case as a workbook, and back.

use std::path::{Path, PathBuf};

use winset::export::acts::acts;
use winset::form;
use winset::journal::{Author, Deed, SeenCase};
use winset::model::amendment::difference;
use winset::model::audience::Audience;
use winset::sheet::{
    SheetFinding, SheetReading, document_from, read_csv_tables, read_tables, to_csv, to_xlsx,
    with_agreed, workbook_of,
};
use winset::{LoadError, SourceText};

use crate::acting::{ActWriting, act_page, agreed, counts, write_act};
use crate::args::{
    ActArgs, CaseArgs, SheetArgs, SheetCommand, SheetReadArgs, SheetWriteArgs, VisibilityArg,
};
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::seen::seen;
use crate::whole_file::{self, Places, Written};

const WORKBOOK: Written = Written {
    what: "the workbook",
    endings: &["xlsx"],
};
const TABLE: Written = Written {
    what: "the sheet",
    endings: &["csv"],
};

/// Runs `winset sheet`.
pub(crate) fn run(args: &SheetArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        SheetCommand::Write(args) => write(args, output),
        SheetCommand::Read(args) => read(args, output),
    }
}

fn write(args: &SheetWriteArgs, output: Output) -> Result<Outcome, Failure> {
    let is_xlsx = args
        .output
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    if is_dash(&args.output) || (!is_xlsx && args.output.extension().is_some()) {
        return Err(Failure::Misuse(
            "a workbook is written to a file that ends in .xlsx, or to a folder as CSV",
        ));
    }
    let loaded = output::case(&args.case, output)?;
    let audience = &loaded.audience;
    let seen = seen(&loaded, &args.case.reader)?;
    let own = match audience {
        Audience::Party(id) => Some(id.as_str()),
        Audience::Holder | Audience::Mediator | Audience::Public => None,
    };
    let workbook = workbook_of(&seen.document, own).map_err(|found| {
        let text = loaded.text.clone();
        Failure::from(LoadError::Refused { text, found })
    })?;
    let workbook = with_agreed(workbook, &seen.case);
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    if is_xlsx {
        places.look_ahead(&args.output, WORKBOOK)?;
        let bytes = to_xlsx(&workbook).map_err(|error| Failure::Workbook(error.to_string()))?;
        whole_file::write(&args.output, &bytes, WORKBOOK.what)?;
    } else {
        tables(args, &places, &to_csv(&workbook))?;
    }
    let mut page = Page::default();
    page.paragraph(&format!(
        "Written to {}, for {}: {}.",
        args.output.display(),
        audience.name(),
        seen.case.title
    ));
    output.page(&page)?;
    Ok(Outcome::Answered)
}

fn tables(
    args: &SheetWriteArgs,
    places: &Places<'_>,
    sheets: &[(String, String)],
) -> Result<(), Failure> {
    whole_file::make_folder(&args.output)?;
    let file = |name: &str| args.output.join(format!("{}.csv", name.to_lowercase()));
    let files: Vec<(PathBuf, &String)> = sheets
        .iter()
        .map(|(name, text)| (file(name), text))
        .collect();
    for (path, _) in &files {
        places.look_ahead(path, TABLE)?;
    }
    let texts = files
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_bytes()));
    whole_file::write_all(texts, TABLE.what)
}

fn read(args: &SheetReadArgs, output: Output) -> Result<Outcome, Failure> {
    let mut case = CaseArgs::of_file(&args.onto);
    case.reader = args.reader.clone();
    let loaded = output::case(&case, output)?;
    let seen = seen(&loaded, &case.reader)?;
    let reading = of_file(&args.file, &seen)?;
    let by = args.by.clone().or_else(|| reading.own.clone());
    let by = Author::named(&by.unwrap_or_else(|| "mediator".to_owned()));
    let mut page = Page::default();
    for told in reading.told() {
        page.paragraph(&format!("{told}."));
    }
    let changes = difference(&seen.document, &reading.document);
    if changes.is_empty() {
        page.paragraph("The workbook changes nothing, and nothing was written.");
        output.remark(&page)?;
        return Ok(Outcome::Answered);
    }
    let deed = Deed::Amend {
        reason: args.reason.clone(),
        changes,
    };
    let narrow = match &by {
        Author::Mediator => VisibilityArg::Mediator,
        Author::Party(_) => VisibilityArg::Sealed,
    };
    let mut how = ActArgs {
        visibility: args.act.visibility.or(Some(narrow)),
        ..args.act.clone()
    };
    let json = how.writing.json;
    if !args.yes && !how.writing.dry_run {
        how.writing.dry_run = true;
        let tried = write_act(
            &writing(&case, &how),
            &loaded,
            by.clone(),
            deed.clone(),
            counts,
        )?;
        for act in acts(&tried.seen)
            .iter()
            .filter(|act| act.line == tried.line)
        {
            page.paragraph(&act.words);
        }
        output.remark(&page)?;
        if !agreed()? {
            return Err(Failure::Misuse("nothing was written: --yes writes it"));
        }
        how.writing.dry_run = false;
    } else {
        output.remark(&page)?;
    }
    let written = write_act(&writing(&case, &how), &loaded, by, deed, counts)?;
    if json {
        output::bytes(&form::line(&form::AmendForm::new(&written))?)?;
    } else {
        output.page(&act_page(&written))?;
    }
    Ok(Outcome::Answered)
}

fn writing<'a>(case: &'a CaseArgs, how: &'a ActArgs) -> ActWriting<'a> {
    ActWriting { case, how }
}

/// What a workbook says of the case as it is now.
fn of_file(path: &Path, seen: &SeenCase) -> Result<SheetReading, Failure> {
    let read = if path.is_dir() {
        let files = tables_in(path)?;
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        read_csv_tables(&files)
    } else {
        let text: SourceText = winset::text(path, None)?;
        read_tables(&text.bytes)
    };
    let read = read.and_then(|tables| document_from(&tables, Some(&seen.document)));
    read.map_err(|found| refused(path, &found))
}

/// The CSV files of a folder as sheets, by the names of the files.
fn tables_in(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let paths = whole_file::files_in(folder, &["csv"])?;
    if paths.is_empty() {
        return Err(Failure::Misuse(
            "the folder has no CSV file: name the folder that `winset sheet write` made",
        ));
    }
    let mut tables = Vec::with_capacity(paths.len());
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        tables.push((name.into_owned(), winset::text(&path, None)?.bytes));
    }
    Ok(tables)
}

fn refused(path: &Path, found: &[SheetFinding]) -> Failure {
    let mut flags = Flags::default();
    flags.workbook(path, found);
    flags.refused(&[])
}
