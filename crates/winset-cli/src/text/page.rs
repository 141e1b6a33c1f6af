//! The text for a reader at a terminal.

use std::path::Path;

use winset::model::audience::Audience;
use winset::text::document::{Block, Cells, Document};
use winset::text::{Change, Run};
use winset::told::words::counted;

use crate::page::{FAINT, Page, STRONG};

/// Columns of the labels on the left.
const LABEL: usize = 10;

/// A document.
pub(super) fn page(document: &Document) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &document.title);
    page.styled(STRONG, &document.subtitle);
    page.blank();
    for block in &document.blocks {
        match block {
            Block::Heading { marker, runs } => {
                let sign = marker.map_or_else(String::new, |m| format!("{}  ", m.as_str()));
                page.heading(&format!("{sign}{}", marked(runs)));
            }
            Block::Paragraph(runs) => {
                marked(runs)
                    .split('\n')
                    .for_each(|line| page.indented(2, line));
            }
            Block::Note(note) => page.styled(FAINT, note),
            Block::Table {
                cells: Cells::Figures,
                head,
                rows,
            } => {
                let rows = [head].into_iter().chain(rows).cloned();
                page.table(0, &rows.collect::<Vec<_>>());
            }
            Block::Table { head, rows, .. } => table(&mut page, head, rows),
        }
    }
    page.blank();
    let facts = document.facts.iter().filter(|(name, _)| *name != "Case");
    facts.for_each(|(name, value)| page.styled(FAINT, &format!("{name}: {value}")));
    page.blank();
    page.styled(FAINT, &format!("{}.", document.banner));
    page
}

/// Runs with signs around what came and what went.
fn marked(runs: &[Run]) -> String {
    let together = runs.chunk_by(|a, b| a.change == b.change);
    let told = together.map(|runs| {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        match runs.first().map(|run| run.change) {
            Some(Change::Inserted) => format!("{{+{text}+}}"),
            Some(Change::Deleted) => format!("{{-{text}-}}"),
            Some(Change::Kept) | None => text,
        }
    });
    told.collect()
}

/// Words, row by row; rows in which nothing is said are counted.
fn table(page: &mut Page, head: &[String], rows: &[Vec<String>]) {
    let mut silent = 0;
    for row in rows {
        let cells = head.iter().zip(row).skip(1);
        let told: Vec<_> = cells.filter(|(_, cell)| *cell != "-").collect();
        if told.is_empty() {
            silent += 1;
            continue;
        }
        page.heading(row.first().map_or("", String::as_str));
        for (title, cell) in told {
            page.entry(2, LABEL, title, cell);
        }
    }
    if silent > 0 {
        page.blank();
        let clauses = counted(silent, "clause");
        page.paragraph(&format!("Nobody has answered {clauses}."));
    }
}

/// What was written.
pub(super) fn told(document: &Document, audience: &Audience, file: &Path) -> Page {
    let mut page = Page::default();
    page.styled(
        STRONG,
        &format!("{}: {}", document.title, document.subtitle),
    );
    page.blank();
    page.entry(0, LABEL, "For", &audience.name());
    page.entry(0, LABEL, "Text", &format!("written to {}", file.display()));
    let runs = document.blocks.iter().flat_map(|block| match block {
        Block::Heading { runs, .. } | Block::Paragraph(runs) => runs.as_slice(),
        Block::Note(_) | Block::Table { .. } => &[],
    });
    let changes = runs.filter(|run| run.change != Change::Kept).count();
    if changes > 0 {
        page.entry(0, LABEL, "Changes", &counted(changes, "passage"));
    }
    page
}
