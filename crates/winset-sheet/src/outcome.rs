//! What a group agreed in a class, as a workbook of one sheet, and back.

use winset_model::case::Case;
use winset_model::diagnostic::nearest;
use winset_model::options::{OptionId, Package, PointId};

use crate::findings::{SheetFinding, finding};
use crate::tables::table::{ReadTable, Tables};
use crate::workbook::{CellLook, ChoiceList, Sheet, SheetCell, Workbook};

/// The name of the sheet.
const NAME: &str = "Outcome";
/// Rows above the points: the title, how to fill the sheet, the heads of columns.
const HEAD_ROWS: usize = 3;
/// The columns.
const TITLE: usize = 0;
const AGREED: usize = 1;
const CODE: usize = 3;
/// Most characters of all words of a list to choose from.
const CHOICES_MAX: usize = 255;

/// The form that a group fills in: for each point the option that it agreed on. `group` is its number, from 1.
pub fn outcome_workbook(case: &Case, group: u32) -> Workbook {
    let text = |words: &str, look| SheetCell::text(words, look);
    let note = "Choose what you agreed on each point; leave all points empty where you agreed on nothing. Write no \
                names.";
    let mut rows = vec![
        vec![text(
            &format!("{}: outcome of group {group}", case.title),
            CellLook::Title,
        )],
        vec![text(note, CellLook::Note)],
        ["Point", "Agreed", "Options", "Code"]
            .map(|head| text(head, CellLook::Heading))
            .to_vec(),
    ];
    let mut choices = Vec::new();
    for (at, point) in case.points.iter().enumerate() {
        let labels = point.options.iter().map(|option| option.label.clone());
        let labels: Vec<String> = labels.collect();
        rows.push(vec![
            text(&point.title, CellLook::Told),
            SheetCell::empty(CellLook::Own),
            text(&labels.join("; "), CellLook::Told),
            text(&point.id, CellLook::Code),
        ]);
        let length: usize = labels
            .iter()
            .map(|label| label.encode_utf16().count() + 1)
            .sum();
        if length <= CHOICES_MAX && labels.iter().all(|label| !label.contains(',')) {
            choices.push(ChoiceList {
                rows: (HEAD_ROWS + at, HEAD_ROWS + at),
                column: AGREED,
                words: labels,
                help: "Choose what you agreed.".to_owned(),
            });
        }
    }
    Workbook {
        sheets: vec![Sheet {
            name: NAME.to_owned(),
            rows,
            frozen_rows: HEAD_ROWS,
            frozen_columns: 0,
            hidden: false,
            widths: vec![36, 36, 60, 12],
            choices,
        }],
        heading: case.title.clone(),
    }
}

/// What a group agreed; none where all points are left empty. Points are known by their codes, else by their titles;
/// options by their labels or codes, whatever their case.
///
/// # Errors
/// All that does not fit, each with its cell: no such point or option, a point twice, some points left open.
pub fn read_outcome(tables: &Tables, case: &Case) -> Result<Option<Package>, Vec<SheetFinding>> {
    let shown = tables.tables.iter().filter(|table| !table.hidden);
    let named = shown
        .clone()
        .find(|table| table.name.eq_ignore_ascii_case(NAME));
    let Some(table) = named.or_else(|| shown.clone().next()) else {
        return Err(vec![finding(
            "workbook",
            "it has no sheet",
            "send the form that was handed out",
        )]);
    };
    let mut reading = OutcomeReading {
        case,
        table,
        chosen: vec![None; case.points.len()],
        seen: vec![false; case.points.len()],
        findings: Vec::new(),
    };
    let head = (0..table.rows.len()).find(|row| is_head(table, *row));
    let Some(head) = head else {
        let message = "there is no row with the heads Point and Agreed";
        return Err(vec![finding(
            &table.name,
            message,
            "send the form that was handed out",
        )]);
    };
    (head + 1..table.rows.len()).for_each(|row| reading.row(row));
    reading.end()
}

fn is_head(table: &ReadTable, row: usize) -> bool {
    let is = |column, word: &str| table.text(row, column).eq_ignore_ascii_case(word);
    is(TITLE, "Point") && is(AGREED, "Agreed")
}

/// A sheet while it is read.
struct OutcomeReading<'a> {
    case: &'a Case,
    table: &'a ReadTable,
    chosen: Vec<Option<OptionId>>,
    seen: Vec<bool>,
    findings: Vec<SheetFinding>,
}

impl OutcomeReading<'_> {
    fn row(&mut self, row: usize) {
        let (title, code) = (self.table.text(row, TITLE), self.table.text(row, CODE));
        let agreed = self.table.text(row, AGREED);
        if title.is_empty() && code.is_empty() && agreed.is_empty() {
            return;
        }
        let mut points = self.case.points.iter();
        let by_title = points
            .position(|point| same(&point.title, title))
            .map(PointId::at);
        let Some(point) = self.case.point_named(code).or(by_title) else {
            let (place, name) = (
                self.table.place(row, TITLE),
                if code.is_empty() { title } else { code },
            );
            let message = format!("the case has no point `{name}`");
            self.findings.push(finding(
                &place,
                message,
                "leave the rows as they were handed out",
            ));
            return;
        };
        if std::mem::replace(&mut self.seen[point.index()], true) {
            let message = format!("the point `{title}` is there twice");
            let place = self.table.place(row, TITLE);
            self.findings
                .push(finding(&place, message, "take one of the rows out"));
            return;
        }
        if agreed.is_empty() {
            return;
        }
        let options = &self.case.points[point.index()].options;
        let known = options
            .iter()
            .position(|option| same(&option.label, agreed) || same(&option.id, agreed));
        if let Some(option) = known {
            self.chosen[point.index()] = Some(OptionId::at(option));
        } else {
            let labels = options.iter().map(|option| option.label.as_str());
            let near = nearest(agreed, labels.clone());
            let near = near.map_or_else(String::new, |near| format!(", perhaps `{near}`"));
            let all = labels.collect::<Vec<_>>().join("; ");
            let remedy = format!("choose one of: {all}{near}");
            let message = format!("`{agreed}` is no option of the point `{title}`");
            let place = self.table.place(row, AGREED);
            self.findings.push(finding(&place, message, &remedy));
        }
    }

    fn end(mut self) -> Result<Option<Package>, Vec<SheetFinding>> {
        let all: Option<Vec<OptionId>> = self.chosen.iter().copied().collect();
        let some = self.chosen.iter().any(Option::is_some);
        if all.is_none() && some && self.findings.is_empty() {
            let open = self.chosen.iter().zip(&self.case.points);
            let open = open.filter(|(option, _)| option.is_none());
            let open: Vec<String> = open
                .map(|(_, point)| format!("`{}`", point.title))
                .collect();
            let message = format!("nothing is chosen on {}", open.join(", "));
            let remedy = "choose an option on every point, or on none where there is no deal";
            self.findings
                .push(finding(&self.table.name, message, remedy));
        }
        if self.findings.is_empty() {
            Ok(all.map(Package))
        } else {
            Err(self.findings)
        }
    }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
