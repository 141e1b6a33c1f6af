//! Markdown, with `<ins>` and `<del>` for changes.

use winset_model::characters::written_out;

use super::printable::one_line;
use crate::document::{Block, Document};
use crate::run::{Change, Role, Run};

/// A document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = format!(
        "# {}\n\n**{}**\n\n*{}*\n\n",
        inline(&document.title),
        inline(&document.subtitle),
        inline(&document.banner)
    );
    for (name, value) in &document.facts {
        out.push_str(&format!("- {name}: {}\n", inline(value)));
    }
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading { marker, runs } => {
                let sign = marker.map_or_else(String::new, |m| format!("`{}` ", m.as_str()));
                let title = words(runs).replace("\\\n", " ");
                out.push_str(&format!("## {sign}{}\n", title.trim()));
            }
            Block::Paragraph(runs) => {
                out.push_str(&format!("{}\n", words(runs).trim()));
            }
            Block::Note(note) => out.push_str(&format!("*{}*\n", inline(note))),
            Block::Table { head, rows, .. } => table(&mut out, head, rows),
        }
    }
    out
}

/// Runs, each change of them in one element.
fn words(runs: &[Run]) -> String {
    let together = runs.chunk_by(|a, b| a.change == b.change);
    let told = together.map(|runs| {
        let bold = |run: &Run| run.role != Role::Words;
        let parts = runs.chunk_by(|a, b| bold(a) == bold(b));
        let text: String = parts.map(alike).collect();
        match runs.first().map(|run| run.change) {
            Some(Change::Inserted) => format!("<ins>{text}</ins>"),
            Some(Change::Deleted) => format!("<del>{text}</del>"),
            Some(Change::Kept) | None => text,
        }
    });
    told.collect()
}

fn alike(runs: &[Run]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let lines: Vec<String> = text.split('\n').map(inline_spaced).collect();
    let text = lines.join("\\\n");
    match runs.first().map(|run| run.role) {
        Some(Role::Bracket | Role::Owner) => format!("<b>{text}</b>"),
        Some(Role::Words) | None => text,
    }
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    let mut line = |cells: Vec<String>| out.push_str(&format!("| {} |\n", cells.join(" | ")));
    line(head.iter().map(|cell| inline(cell)).collect());
    line(vec!["---".to_owned(); head.len()]);
    rows.iter()
        .for_each(|row| line(row.iter().map(|cell| inline(cell)).collect()));
}

/// A text on one line, in which nothing is markup.
fn inline(text: &str) -> String {
    inline_spaced(&one_line(text))
}

/// The same with the spaces at its ends and in it as they are.
fn inline_spaced(text: &str) -> String {
    let text = written_out(text).replace(['\n', '\t'], " ");
    let mut out = String::with_capacity(text.len());
    // Whether only what could begin a list, a heading or a rule stands before.
    let mut begins = true;
    let mut digits = false;
    for c in text.chars() {
        let always = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '$'
        );
        let first = begins && !digits && matches!(c, '-' | '+' | '=');
        let numbered = digits && matches!(c, '.' | ')');
        if always || first || numbered {
            out.push('\\');
        }
        begins &= c == ' ' || c.is_ascii_digit();
        digits = begins && (digits || c != ' ');
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_markup() {
        assert_eq!(inline("a | b\n<script>"), r"a \| b \<script\>");
        assert_eq!(inline("1. [y](z) `c`"), r"1\. \[y\](z) \`c\`");
        assert_eq!(inline_spaced(" - # 2031-03-14. "), r" \- \# 2031-03-14. ");
        assert_eq!(inline("2031-03-14"), "2031-03-14");
        assert_eq!(inline("14) x 3."), r"14\) x 3.");
    }
}
