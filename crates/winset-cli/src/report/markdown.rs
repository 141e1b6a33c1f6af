//! A report as Markdown.

use crate::paper::{Block, Paper, Section};
use winset::ask::ReportCheck;
use winset::told::brief::BriefDecision;

/// Writes it.
pub(super) fn markdown(document: &Paper) -> String {
    let mut out = format!("# {}\n\n**{}**\n", inline(&document.title), document.banner);
    section(&mut out, &document.first);
    out.push('\n');
    for (name, value) in &document.facts {
        out.push_str(&format!("- {name}: {}\n", inline(value)));
    }
    for annex in &document.annexes {
        section(&mut out, annex);
    }
    out
}

fn section(out: &mut String, section: &Section) {
    out.push_str(&format!("\n## {}\n", inline(&section.title)));
    for part in &section.blocks {
        out.push('\n');
        block(out, part);
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => out.push_str(&format!("### {}\n", inline(text))),
        Block::Text(text) => out.push_str(&format!("{}\n", inline(text))),
        Block::Lead(sentences) => {
            let sentences: Vec<String> = sentences.iter().map(|s| inline(s)).collect();
            out.push_str(&format!("{}\n", sentences.join("\n\n")));
        }
        Block::Numbered(items) => {
            for (number, BriefDecision { short, full, parts }) in (1..).zip(items) {
                out.push_str(&format!("{number}. **{short}.** {}\n", inline(full)));
                parts
                    .iter()
                    .for_each(|part| out.push_str(&format!("   - {}\n", inline(part))));
            }
        }
        Block::List(items) => {
            items
                .iter()
                .for_each(|item| out.push_str(&format!("- {}\n", inline(item))));
        }
        Block::More { title, list } => {
            out.push_str(&format!("{}:\n\n", inline(title)));
            for (number, item) in (1..).zip(list) {
                out.push_str(&format!("{number}. {}\n", inline(item)));
            }
        }
        Block::Table { head, rows } | Block::Figures { head, rows } => table(out, head, rows),
        Block::Strip(cells) => {
            let head = ["", "Point", "Stands", "Clashes"].map(str::to_owned);
            let rows = cells.iter().map(|cell| {
                let title = format!("{}. {}", cell.number, cell.title);
                let (sign, word) = (cell.mark.sign(), cell.mark.as_str());
                vec![sign.to_owned(), title, word.to_owned(), cell.note.clone()]
            });
            table(out, &head, &rows.collect::<Vec<_>>());
        }
        Block::Check(check) => code(out, check),
        // Markdown is read as text; the numbers of a picture stand in tables beside it.
        Block::Picture(_) => {}
    }
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    let mut line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| inline(cell)).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    };
    line(head);
    line(&vec!["---".to_owned(); head.len()]);
    rows.iter().for_each(|row| line(row));
}

/// Commands, and below them what the last one prints.
fn code(out: &mut String, check: &ReportCheck) {
    let ReportCheck {
        claim,
        commands,
        prints,
    } = check;
    let commands = commands
        .iter()
        .map(|command| format!("$ {}", one_line(command)));
    let lines: Vec<String> = commands.chain(prints.iter().map(|p| one_line(p))).collect();
    let fence = fence(&lines);
    out.push_str(&format!("Check: {}\n\n{fence}console\n", inline(claim)));
    lines
        .iter()
        .for_each(|line| out.push_str(&format!("{line}\n")));
    out.push_str(&format!("{fence}\n"));
}

/// A fence that no line closes: longer than any row of backticks.
fn fence(lines: &[String]) -> String {
    let rows = lines.iter().flat_map(|line| line.split(|c| c != '`'));
    let longest = rows.map(str::len).max().unwrap_or(0);
    "`".repeat(3.max(longest + 1))
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text on one line, in which nothing is markup.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~'
        ) {
            out.push('\\');
        }
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
        assert_eq!(inline("**x** [y](z) `c`"), r"\*\*x\*\* \[y\](z) \`c\`");
        assert_eq!(fence(&["a ```` b".to_owned()]), "`````");
        assert_eq!(fence(&["a".to_owned()]), "```");
    }
}
