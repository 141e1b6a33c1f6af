//! Plain text: what came stands as `{+so+}`, what went as `{-so-}`.

use winset_model::characters::written_out;

use super::printable::one_line;
use crate::document::{Block, Document};
use crate::run::{Change, Run};

/// Characters of a line.
const WIDTH: usize = 78;

/// A document as plain text, in lines of at most 78 characters where words allow it.
pub fn plain(document: &Document) -> String {
    let mut out = String::new();
    line(&mut out, &one_line(&document.title));
    line(&mut out, &one_line(&document.subtitle));
    line(&mut out, &one_line(&document.banner));
    out.push('\n');
    for (name, value) in &document.facts {
        line(&mut out, &format!("{name}: {}", one_line(value)));
    }
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading { marker, runs } => {
                let sign = marker.map_or_else(String::new, |m| format!("{} ", m.as_str()));
                line(&mut out, &one_line(&format!("{sign}{}", text(runs))));
            }
            Block::Paragraph(runs) => lines(&mut out, &text(runs)),
            Block::Note(note) => lines(&mut out, &written_out(note)),
            Block::Table { head, rows, .. } => table(&mut out, head, rows),
        }
    }
    out
}

fn text(runs: &[Run]) -> String {
    // A bracket and what stands in it changed together.
    let together = runs.chunk_by(|a, b| a.change == b.change);
    let told = together.map(|runs| {
        let text: String = runs.iter().map(|run| written_out(&run.text)).collect();
        match runs.first().map(|run| run.change) {
            Some(Change::Inserted) => format!("{{+{text}+}}"),
            Some(Change::Deleted) => format!("{{-{text}-}}"),
            Some(Change::Kept) | None => text,
        }
    });
    told.collect()
}

fn lines(out: &mut String, text: &str) {
    text.split('\n').for_each(|part| line(out, part));
}

/// A line, broken at spaces.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for word in text.split([' ', '\t']).filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > WIDTH {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
    }
    out.push('\n');
}

/// Each row as its name, and below it what stands in each column that says something.
fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    for row in rows {
        let mut cells = head.iter().zip(row);
        let name = cells.next().map_or("", |(_, name)| name);
        line(out, &one_line(name));
        for (title, cell) in cells.filter(|(_, cell)| *cell != "-") {
            out.push_str("  ");
            line(out, &format!("{}: {}", one_line(title), one_line(cell)));
        }
    }
}
