//! A new case from what another file says.

use std::path::Path;

use winset::model::document::Syntax;
use winset::model::formats::{Loss, ScenarioOptions};
use winset::{CasePlace, SourceText};

use crate::args::ReaderArgs;
use crate::convert;
use crate::failure::Failure;
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::scenario_page;

/// What a new case can be made from.
enum Origin {
    /// A case in YAML, whose remarks are kept.
    Written(SourceText),
    /// A case in another syntax.
    Case(SourceText),
    /// A workbook, or a sheet as CSV.
    Workbook(SourceText),
    /// A folder with a scenario of another program, and how to read it.
    Scenario(std::path::PathBuf, ScenarioOptions),
}

/// Whether it is a workbook, or a sheet as CSV, by its name.
fn is_table(path: &Path) -> bool {
    let ending = path.extension();
    let is_csv = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    winset::is_workbook(path) || is_csv
}

/// Says what kind of file it is: the one place that knows.
fn origin(path: &Path) -> Result<Origin, Failure> {
    if is_table(path) {
        return Ok(Origin::Workbook(winset::text(path, None)?));
    }
    let place = if is_dash(path) {
        CasePlace::File(output::text(path, None)?)
    } else {
        winset::case_place(path, None, &ScenarioOptions::default())?
    };
    Ok(match place {
        CasePlace::Scenario(folder, options) => Origin::Scenario(folder, options),
        CasePlace::File(text) if text.syntax == Syntax::Yaml => Origin::Written(text),
        CasePlace::File(text) => Origin::Case(text),
    })
}

/// The file of a case with the same content, in YAML; nothing where something would be lost, which is
/// told.
pub(super) fn yaml(path: &Path, output: Output) -> Result<Option<String>, Failure> {
    let source = match origin(path)? {
        Origin::Written(text) => {
            let bytes = text.bytes.clone();
            convert::of_file(text, None, &ReaderArgs::default())?;
            return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
        }
        Origin::Workbook(text) => return Ok(Some(of_workbook(&text, output)?)),
        Origin::Case(text) => convert::of_file(text, None, &ReaderArgs::default())?,
        Origin::Scenario(folder, options) => convert::of_folder(&folder, &options)?,
    };
    let mut page = Page::default();
    if let Some(scenario) = &source.scenario {
        scenario_page::told(&mut page, scenario);
        page.blank();
    }
    let losses: Vec<&Loss> = source.losses.iter().collect();
    if losses.is_empty() {
        output.remark(&page)?;
        return Ok(Some(source.document.to_yaml()));
    }
    page.paragraph("Nothing is written, as something would be lost; `winset convert` with --lossy writes the rest.");
    output.remark(&page)?;
    Ok(None)
}

/// What was made of bytes.
pub(super) struct Made {
    /// The file of a case with the same content, in YAML.
    pub(super) text: String,
    /// What was taken for what in a workbook, and what was left alone.
    pub(super) told: Vec<String>,
}

/// The same of bytes that came under a name.
pub(super) fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<Made, Failure> {
    if is_table(Path::new(name)) {
        let made = winset::workbook_case(name, &bytes)?;
        return Ok(Made {
            text: made.document.to_yaml(),
            told: made.remarks,
        });
    }
    let text = SourceText::named(name.to_owned(), bytes, None);
    let is_yaml = text.syntax == Syntax::Yaml;
    let written = String::from_utf8_lossy(&text.bytes).into_owned();
    let source = convert::of_file(text, None, &ReaderArgs::default())?;
    Ok(Made {
        text: if is_yaml {
            written
        } else {
            source.document.to_yaml()
        },
        told: Vec::new(),
    })
}

/// The case that a workbook says, with every guess told.
fn of_workbook(text: &SourceText, output: Output) -> Result<String, Failure> {
    let made = winset::workbook_case(&text.name, &text.bytes)?;
    let mut page = Page::default();
    for remark in &made.remarks {
        page.paragraph(&format!("{remark}."));
    }
    output.remark(&page)?;
    Ok(made.document.to_yaml())
}
