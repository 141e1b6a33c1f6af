//! What was changed in a workbook, and the document with these changes.

mod bodies;
mod compare;
mod cover;
mod finish;
mod links;
mod names;
mod points;
mod positions;
mod scores;

use std::collections::BTreeMap;

use winset_model::case_from_document;
use winset_model::document::Node;

pub(crate) use compare::compare;
pub(crate) use names::free_name;

use crate::findings::{SheetFinding, Told};
use crate::laid::Kind;
use crate::workbook::SheetCellValue;

/// A cell that was changed.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    /// What its row is about.
    pub(crate) key: Vec<String>,
    /// The code of its column.
    pub(crate) column: String,
    pub(crate) value: SheetCellValue,
    pub(crate) was: SheetCellValue,
    pub(crate) place: String,
}

impl Change {
    /// What was typed, without spaces around it.
    fn text(&self) -> &str {
        self.value.as_text().trim()
    }
}

/// A row that was not there.
#[derive(Debug, Clone)]
pub(crate) struct NewRow {
    pub(crate) kind: Kind,
    /// What was typed, and where, by the codes of columns; what is empty is left out.
    pub(crate) cells: BTreeMap<String, (SheetCellValue, String)>,
    /// What the row above is about.
    pub(crate) above: Option<Vec<String>>,
    pub(crate) place: String,
}

impl NewRow {
    fn text(&self, column: &str) -> &str {
        let cell = self.cells.get(column);
        cell.map_or("", |(value, _)| value.as_text().trim())
    }

    fn place_of(&self, column: &str) -> &str {
        self.cells
            .get(column)
            .map_or(&self.place, |(_, place)| place)
    }
}

/// All that was changed.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) cells: Vec<Change>,
    pub(crate) rows: Vec<NewRow>,
}

impl Changes {
    fn of(&self, kind: Kind) -> impl Iterator<Item = &Change> {
        self.cells.iter().filter(move |change| change.kind == kind)
    }

    fn rows_of(&self, kind: Kind) -> impl Iterator<Item = &NewRow> {
        self.rows.iter().filter(move |row| row.kind == kind)
    }
}

/// A document that is being changed.
pub(crate) struct Draft<'a> {
    pub(crate) tree: Node,
    /// Whose workbook it is; none: the mediator's.
    pub(crate) own: Option<&'a str>,
    /// Which cells the parts of the document come from, by their paths.
    pub(crate) touched: Vec<(String, String)>,
    pub(crate) told: &'a mut Told,
}

impl Draft<'_> {
    fn touch(&mut self, path: String, place: &str) {
        self.touched.push((path, place.to_owned()));
    }
}

/// The document with all changes.
///
/// # Errors
/// Cells that cannot be taken, and what the reader of cases says of the result.
pub(crate) fn applied(
    base: &Node,
    own: Option<&str>,
    mut changes: Changes,
    told: &mut Told,
) -> Result<Node, Vec<SheetFinding>> {
    if changes.cells.is_empty() && changes.rows.is_empty() {
        return Ok(base.clone());
    }
    let mut draft = Draft {
        tree: base.clone(),
        own,
        touched: Vec::new(),
        told,
    };
    cover::apply(&mut draft, &changes);
    points::apply(&mut draft, &changes);
    draft.told.check()?;
    let case = case_from_document(&draft.tree);
    let case = case
        .map_err(|found| finish::located(&found, &draft.touched))?
        .case;
    names::rows_to_cells(&mut draft, &case, &mut changes);
    positions::apply(&mut draft, &case, &changes);
    scores::apply(&mut draft, &case, &changes);
    links::apply(&mut draft, &case, &changes);
    bodies::apply(&mut draft, &changes);
    finish::offers(&mut draft, &changes);
    draft.told.check()?;
    let result = case_from_document(&draft.tree);
    result.map_err(|found| finish::located(&found, &draft.touched))?;
    Ok(draft.tree)
}
