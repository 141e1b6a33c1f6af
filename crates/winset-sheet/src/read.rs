//! A workbook that came back, as a document.

use std::collections::BTreeMap;

use winset_model::diagnostic::Diagnostic;
use winset_model::document::Node;

use crate::applied::compare::compare;
use crate::applied::draft::{Change, Changes};
use crate::applied::make::applied;
use crate::findings::{SheetFinding, SheetReading, Told, finding};
use crate::known::{kind_of, titled};
use crate::laid::agreed::agreed;
use crate::laid::hidden::{HiddenSheet, read_hidden};
use crate::laid::kind::{HIDDEN, Kind};
use crate::laid::layout::Laid;
use crate::laid::make::lay_out;
use crate::matrix::whole::matrix;
use crate::place::sheet_place;
use crate::tables::table::{ReadTable, Tables};
use crate::workbook::SheetCellValue;

/// The document that a workbook says, with what is worth a look and what was guessed.
///
/// A workbook of ours is compared, cell by cell, with the one that its hidden sheet gives; each
/// difference is one change. The changes are made to `base` where it is given (a case that has gone on
/// since the workbook was written), else to the document of the hidden sheet. Without a hidden sheet the
/// workbook is compared with that of `base`. Any other workbook is read as a plain matrix, and each guess
/// is listed.
///
/// # Errors
/// Cells that cannot be taken, each with what to type; then nothing is taken.
pub fn document_from(
    tables: &Tables,
    base: Option<&Node>,
) -> Result<SheetReading, Vec<SheetFinding>> {
    let mut told = Told {
        remarks: tables.remarks.clone(),
        ..Told::default()
    };
    let hidden = hidden(tables, base.is_some(), &mut told)?;
    let sheets: Vec<(Kind, &ReadTable)> = tables
        .tables
        .iter()
        .filter_map(|table| {
            let kind = kind_of(table);
            // A sheet of ours that lost its codes is still ours.
            let kind = kind.or_else(|| hidden.as_ref().and_then(|_| titled(table)));
            Some((kind?, table))
        })
        .collect();
    let written = match (&hidden, base) {
        (Some(hidden), _) => &hidden.document,
        (None, Some(base)) => base,
        (None, None) if sheets.is_empty() => return matrix(tables, told),
        (None, None) => {
            let message =
                format!("the hidden sheet `{HIDDEN}` is missing, which holds the rest of the case");
            let remedy = "read the workbook onto the case that it was written from";
            return Err(vec![finding("workbook", message, remedy)]);
        }
    };
    told_strange(tables, &sheets, &mut told);
    let own = hidden.as_ref().and_then(|hidden| hidden.own.as_deref());
    let mut laid = lay_out(written, own).map_err(|found| unreadable(&found))?;
    laid.extend(
        hidden
            .iter()
            .filter(|hidden| !hidden.agreed.is_empty())
            .map(|hidden| agreed(&hidden.agreed)),
    );
    let changes = changes(&laid, &sheets, &mut told);
    let base = base.unwrap_or(written);
    if base != written {
        told_meanwhile(base, own, &changes, &mut told);
    }
    let document = applied(base, own, changes, &mut told)?;
    let Told {
        remarks, guesses, ..
    } = told;
    Ok(SheetReading {
        document,
        own: hidden.as_ref().and_then(|hidden| hidden.own.clone()),
        remarks,
        guesses,
    })
}

/// Whether a table is a hidden sheet of ours, or wants to be.
fn is_hidden(table: &ReadTable) -> bool {
    table.name == HIDDEN || table.text(0, 0).starts_with("winset-workbook/")
}

/// Says which sheets are none of a case's.
fn told_strange(tables: &Tables, sheets: &[(Kind, &ReadTable)], told: &mut Told) {
    for table in &tables.tables {
        let known = is_hidden(table) || sheets.iter().any(|(_, known)| std::ptr::eq(*known, table));
        let empty = table.rows.iter().flatten().all(SheetCellValue::is_blank);
        if !known && !empty {
            let message = "this sheet is none of the workbook's, and is not read";
            let remedy = "type what matters of it into the sheets of the workbook";
            told.remark(sheet_place(&table.name), message, remedy);
        }
    }
}

/// The hidden sheet, if there is one that can be read.
fn hidden(
    tables: &Tables,
    has_base: bool,
    told: &mut Told,
) -> Result<Option<HiddenSheet>, Vec<SheetFinding>> {
    let mut found = tables.tables.iter().filter(|table| is_hidden(table));
    let Some(table) = found.next() else {
        return Ok(None);
    };
    let place = table.place(0, 0);
    if let Some(second) = found.next() {
        let message = format!(
            "this is a second hidden sheet: the first is `{}`",
            table.name
        );
        let remedy = "keep the sheets of one workbook only; sheets of two were put together here";
        return Err(vec![finding(&second.place(0, 0), message, remedy)]);
    }
    match read_hidden(table) {
        Ok(hidden) if hidden.intact => Ok(Some(hidden)),
        Ok(hidden) => {
            let message = "the hidden sheet was changed since it was written: its hash is another; \
                           the other sheets are compared with what it holds now";
            told.remark(
                &place,
                message,
                "look at all that has changed before taking it",
            );
            Ok(Some(hidden))
        }
        Err(why) if has_base => {
            let message = format!(
                "the hidden sheet cannot be read: {why}; the sheets are compared with the case"
            );
            told.remark(
                &place,
                message,
                "look at all that has changed before taking it",
            );
            Ok(None)
        }
        Err(why) => {
            let message = format!("the hidden sheet cannot be read: {why}");
            let remedy = "read the workbook onto the case that it was written from";
            Err(vec![finding(&place, message, remedy)])
        }
    }
}

fn changes(laid: &[Laid], sheets: &[(Kind, &ReadTable)], told: &mut Told) -> Changes {
    let mut changes = Changes::default();
    for laid in laid {
        let mut tables = sheets.iter().filter(|(kind, _)| *kind == laid.kind);
        let Some((_, table)) = tables.next() else {
            let message = "this sheet is missing; nothing of it is changed";
            told.remark(
                laid.kind.title(),
                message,
                "put it back, if something was changed on it",
            );
            continue;
        };
        if let Some((_, second)) = tables.next() {
            let message = format!("this is a second sheet {}", laid.kind.title());
            told.finding(&second.place(0, 0), message, "keep one of the two");
        }
        compare(laid, table, &mut changes, told);
    }
    changes
}

/// Says where the case has gone on in cells that the workbook changes too.
fn told_meanwhile(base: &Node, own: Option<&str>, changes: &Changes, told: &mut Told) {
    let Ok(laid) = lay_out(base, own) else {
        return;
    };
    let mut now = BTreeMap::new();
    for laid in &laid {
        for (key, row) in laid.keys.iter().zip(&laid.sheet.rows) {
            for (column, cell) in laid.columns.iter().zip(row) {
                if let Some(key) = key {
                    now.insert((laid.kind, key, column), &cell.value);
                }
            }
        }
    }
    let meanwhile = |change: &Change| {
        let now = now.get(&(change.kind, &change.key, &change.column))?;
        let differs = **now != change.was && now.as_text() != change.value.as_text();
        differs.then(|| now.as_text().to_owned())
    };
    for change in &changes.cells {
        if let Some(now) = meanwhile(change) {
            let message = format!(
                "the case says `{now}` here meanwhile; `{}` is taken",
                change.value.as_text()
            );
            told.remark(
                &change.place,
                message,
                "type what is meant, if it is not this",
            );
        }
    }
}

/// What is said of a document that is no case.
fn unreadable(found: &[Diagnostic]) -> Vec<SheetFinding> {
    let told = found.iter().map(|diagnostic| {
        let message = format!("{}: {}", diagnostic.path, diagnostic.message);
        let remedy = diagnostic.expected.clone();
        let remedy = remedy.unwrap_or_else(|| "read the workbook onto its case".to_owned());
        finding("workbook", message, &remedy)
    });
    told.collect()
}
