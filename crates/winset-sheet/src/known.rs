//! Which of our sheets a table is.

use crate::laid::kind::{CODE_ROW, Kind};
use crate::tables::table::ReadTable;

/// Which of our sheets a table is: its first cell says so, or its name, and its columns have codes.
pub(crate) fn kind_of(table: &ReadTable) -> Option<Kind> {
    let coded = |kind: &&Kind| (0..=CODE_ROW + 3).any(|row| has_keys(table, row, **kind));
    let by = |name: &str| Kind::ALL.iter().find(|kind| kind.title() == name);
    let first = by(table.text(0, 0)).filter(coded);
    first.or_else(|| by(&table.name).filter(coded)).copied()
}

/// Which of our sheets a table says it is.
pub(crate) fn titled(table: &ReadTable) -> Option<Kind> {
    let title = table.text(0, 0);
    let titled = |kind: &&Kind| kind.title() == title && kind.title() == table.name;
    Kind::ALL.iter().find(titled).copied()
}

/// Whether a row holds the codes of the columns by which rows are known.
pub(crate) fn has_keys(table: &ReadTable, row: usize, kind: Kind) -> bool {
    let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let has = |key: &&str| cells.iter().any(|cell| cell.as_text().trim() == *key);
    kind.keys().iter().all(has)
}
