//! Entries from a table of events.

use std::collections::BTreeMap;

use winset::ask::act::{ActPart, ActProblem, ActWanted, propose};
use winset::ask::{NewEntryKind, NewRecordEntry, entry_of};
use winset::journal::Author;
use winset::model::document::{Syntax, Value, parse};
use winset::sheet::{ReadTable, read_csv_tables};

use super::add::Entering;
use crate::args::{CaseArgs, RecordImportArgs, VisibilityArg};
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output};
use crate::page::Page;
use crate::seen::seen;

/// Rows that are shown before anything is written.
const SHOWN: usize = 3;
/// Most mistakes that are told.
const FAULTS_MAX: usize = 200;

/// Runs `winset record import`.
pub(super) fn run(args: &RecordImportArgs, output: Output) -> Result<Outcome, Failure> {
    let mut case = CaseArgs::of_file(&args.onto);
    case.reader = args.reader.clone();
    let loaded = output::case(&case, output)?;
    let name = args.file.display().to_string();
    let table = table(args)?;
    let map = map_of(&args.map)?;
    let rows = EventRows::new(args.kind.into(), &name, &table, &map)?;
    let public = matches!(args.entering.visibility, Some(VisibilityArg::Public));
    let entries = rows.entries(&table, public)?;
    let entering = Entering::new(&case, &loaded, &args.entering);
    let entered = entering.entered();
    let entries = entered.completed(entries);
    let seen = seen(&loaded, &case.reader)?;
    let wanted = ActWanted {
        at: entered.at.to_owned(),
        by: Author::named(&args.entering.by),
        visibility: Some(entering.visibility(&entries)?),
        once: None,
        deed: entered.deed(&entries),
    };
    if let Err(problems) = propose(&seen, &loaded.audience, wanted) {
        return Err(rows.refused(&entries, &problems));
    }
    let mut page = Page::default();
    page.paragraph(&format!(
        "{} rows are read. The first as they would be:",
        entries.len()
    ));
    if !rows.unread.is_empty() {
        page.paragraph(&format!(
            "Columns that are not read: {}.",
            rows.unread.join(", ")
        ));
    }
    for entry in entries.iter().take(SHOWN) {
        page.indented(2, &entry.node.json_as_written());
    }
    output.remark(&page)?;
    entering.write(&entries, output)
}

fn table(args: &RecordImportArgs) -> Result<ReadTable, Failure> {
    let bytes = winset::text(&args.file, None)?.bytes;
    let read = read_csv_tables(&[("table", &bytes)]).map_err(|found| {
        let mut flags = Flags::default();
        flags.workbook(&args.file, &found);
        flags.refused(&[])
    })?;
    let table = read.tables.into_iter().next().unwrap_or_default();
    if table.rows.len() < 2 {
        return Err(Failure::Misuse(
            "the table has no row below the names of its columns, and nothing was written",
        ));
    }
    Ok(table)
}

/// Which column fills which field: from pairs, or from a file of them.
fn map_of(given: &[String]) -> Result<BTreeMap<String, String>, Failure> {
    let mut map = BTreeMap::new();
    let mut flags = Flags::default();
    for text in given {
        let ending = std::path::Path::new(text).extension();
        let ending = ending
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        let known = ["yaml", "yml", "json"];
        let is_file = known.iter().any(|known| ending.eq_ignore_ascii_case(known));
        if is_file && !text.contains('=') {
            let file = winset::text(std::path::Path::new(text), Some(Syntax::Yaml))?;
            let read = parse(&file.bytes, Syntax::Yaml);
            let root = read.map_err(|found| winset::LoadError::Refused { text: file, found })?;
            for entry in root.entries() {
                if let Value::Text(field) = &entry.node.value {
                    map.insert(entry.key.clone(), field.clone());
                } else {
                    let message = "a column is given something that is no field".to_owned();
                    flags.wrong("--map", &entry.key, message, "the name of a field");
                }
            }
            continue;
        }
        for pair in text.split(',') {
            if let Some((column, field)) = pair.split_once('=') {
                map.insert(column.trim().to_owned(), field.trim().to_owned());
            } else {
                let message = format!("`{pair}` has no `=`");
                flags.wrong(
                    "--map",
                    pair,
                    message,
                    "COLUMN=FIELD, or a YAML file of them",
                );
            }
        }
    }
    flags.checked()?;
    Ok(map)
}

/// The rows of a table, and which columns fill which fields.
struct EventRows {
    kind: NewEntryKind,
    name: String,
    /// Place and head of a column, and the field that it fills.
    columns: Vec<(usize, String, &'static str)>,
    /// Heads of columns that fill nothing.
    unread: Vec<String>,
    /// The rows that hold anything, by place.
    filled: Vec<usize>,
}

impl EventRows {
    fn new(
        kind: NewEntryKind,
        name: &str,
        table: &ReadTable,
        map: &BTreeMap<String, String>,
    ) -> Result<Self, Failure> {
        let heads: Vec<&str> = table.rows[0]
            .iter()
            .map(|cell| cell.as_text().trim())
            .collect();
        let fields = kind.field_names();
        let mut flags = Flags::default();
        for (column, field) in map {
            flags.name(
                "--map",
                column,
                "column of the table",
                heads.iter().copied(),
            );
            flags.name(
                "--map",
                field,
                "field of such entries",
                fields.iter().copied(),
            );
        }
        flags.checked()?;
        let columns = heads.iter().enumerate().filter_map(|(place, head)| {
            let wanted = map.get(*head).map_or(*head, String::as_str);
            let field = fields.iter().find(|field| **field == wanted)?;
            Some((place, (*head).to_owned(), *field))
        });
        let columns: Vec<_> = columns.collect();
        if columns.is_empty() {
            return Err(Failure::Misuse(
                "no column is named as a field is: say with --map which column fills which field",
            ));
        }
        let read = |head: &&&str| columns.iter().any(|(_, name, _)| name == **head);
        let unread = heads.iter().filter(|head| !head.is_empty() && !read(head));
        let unread = unread.map(|head| (*head).to_owned()).collect();
        let holds = |row: &usize| {
            let cells = table.rows[*row].iter();
            cells.clone().any(|cell| !cell.as_text().trim().is_empty())
        };
        let filled = (1..table.rows.len()).filter(holds).collect();
        let name = name.to_owned();
        Ok(Self {
            kind,
            name,
            columns,
            unread,
            filled,
        })
    }

    /// An entry for each row; all that is wrong, at its row and column.
    fn entries(&self, table: &ReadTable, public: bool) -> Result<Vec<NewRecordEntry>, Failure> {
        let mut entries = Vec::new();
        let mut flags = Flags::default();
        let mut told = 0;
        for row in &self.filled {
            let cells = &table.rows[*row];
            let mut given: Vec<(&str, Vec<&str>)> = Vec::new();
            for (place, _, field) in &self.columns {
                let text = cells.get(*place).map_or("", |cell| cell.as_text().trim());
                if text.contains('\0') {
                    let place = self.place(*row, field);
                    let message = "it holds a character that no text may hold";
                    let expected = "save the table as CSV in UTF-8 again";
                    flags.wrong("in", &place, message.to_owned(), expected);
                } else if !text.is_empty() {
                    let is_plain = ["says", "what", "place", "outcome", "channel"].contains(field);
                    let texts = if is_plain {
                        vec![text]
                    } else {
                        text.split(';')
                            .map(str::trim)
                            .filter(|t| !t.is_empty())
                            .collect()
                    };
                    given.push((field, texts));
                }
            }
            match entry_of(self.kind, &given, public) {
                Ok(node) => entries.push(NewRecordEntry {
                    list: self.kind.list(),
                    node,
                }),
                Err(faults) => {
                    for fault in faults.iter().take(FAULTS_MAX.saturating_sub(told)) {
                        let value = fault.value.as_deref().unwrap_or_default();
                        let place = format!("{} {value}", self.place(*row, &fault.field));
                        let said = winset::told::messages::english();
                        let expected = fault.expected(said);
                        flags.wrong("in", &place, fault.message(said), &expected);
                    }
                    told += faults.len();
                }
            }
        }
        flags.checked()?;
        Ok(entries)
    }

    /// Where a field of a row stands.
    fn place(&self, row: usize, field: &str) -> String {
        let column = self.columns.iter().find(|(_, _, name)| *name == field);
        match column {
            Some((_, head, _)) => format!("{}: row {}, column {head}:", self.name, row + 1),
            None => format!("{}: row {}, no column for {field}:", self.name, row + 1),
        }
    }

    /// What the case says against entries, at their rows and columns.
    fn refused(&self, entries: &[NewRecordEntry], problems: &[ActProblem]) -> Failure {
        let mut flags = Flags::default();
        for problem in problems {
            match self.place_of(entries, problem) {
                Some(place) => {
                    let said = winset::told::messages::english();
                    let expected = problem.expected(said).unwrap_or_default();
                    flags.wrong("in", &place, problem.message(said), &expected);
                }
                None => flags.problem(problem),
            }
        }
        flags.refused(&[])
    }

    fn place_of(&self, entries: &[NewRecordEntry], problem: &ActProblem) -> Option<String> {
        let ActPart::Change(path) = &problem.part else {
            return None;
        };
        let (at, field) = self.kind.field_at(entries, path)?;
        let row = *self.filled.get(at)?;
        Some(self.place(row, field.unwrap_or("id")))
    }
}
