//! One HTML file that loads nothing and prints on A4.

use super::printable::{escaped, one_line};
use crate::document::{Block, Cells, Direction, Document};
use crate::run::{Change, Role, Run};

const STYLE: &str = include_str!("text.css");

/// A document as one HTML file. It has no script, and its policy forbids any.
pub fn html(document: &Document) -> String {
    let line = |text: &str| escaped(&one_line(text));
    let dir = match document.direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    };
    let (lang, title) = (line(&document.lang), line(&document.title));
    let subtitle = line(&document.subtitle);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
         'unsafe-inline'\">\n<title>{title}: {subtitle}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<p class=\"banner\" dir=\"auto\">{}</p>\n<h1 dir=\"auto\">{title}</h1>\n\
         <p class=\"subtitle\" dir=\"auto\">{subtitle}</p>\n<dl dir=\"auto\">\n",
        line(&document.banner)
    );
    for (name, value) in &document.facts {
        out.push_str(&format!("<dt>{name}</dt><dd>{}</dd>\n", line(value)));
    }
    out.push_str("</dl>\n");
    document
        .blocks
        .iter()
        .for_each(|block| self::block(&mut out, block));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn block(out: &mut String, block: &Block) {
    let line = |text: &str| escaped(&one_line(text));
    match block {
        Block::Heading {
            marker,
            runs: title,
        } => {
            let sign = marker.map_or_else(String::new, |marker| {
                let sign = marker.as_str();
                format!(
                    "<span class=\"marker {}\">{sign}</span> ",
                    sign.to_ascii_lowercase()
                )
            });
            out.push_str(&format!("<h2>{sign}{}</h2>\n", words(title)));
        }
        Block::Paragraph(runs) => out.push_str(&format!("<p>{}</p>\n", words(runs))),
        Block::Note(note) => out.push_str(&format!(
            "<p class=\"note\" dir=\"auto\">{}</p>\n",
            line(note)
        )),
        Block::Table { cells, head, rows } => {
            let class = match cells {
                Cells::Figures => " class=\"figures\"",
                Cells::Words => "",
            };
            out.push_str(&format!("<table{class}>\n<thead><tr>"));
            let cell = |cell: &String| format!("<th scope=\"col\">{}</th>", line(cell));
            out.extend(head.iter().map(cell));
            out.push_str("</tr></thead>\n<tbody>\n");
            for row in rows {
                let cells = row.iter().enumerate().map(|(place, cell)| match place {
                    0 => format!("<th scope=\"row\">{}</th>", line(cell)),
                    _ => format!("<td>{}</td>", line(cell)),
                });
                out.push_str(&format!("<tr>{}</tr>\n", cells.collect::<String>()));
            }
            out.push_str("</tbody>\n</table>\n");
        }
    }
}

/// Runs, each change of them in one element.
fn words(runs: &[Run]) -> String {
    let together = runs.chunk_by(|a, b| a.change == b.change);
    let told = together.map(|runs| {
        let text: String = runs.iter().map(run).collect();
        match runs.first().map(|run| run.change) {
            Some(Change::Inserted) => format!("<ins>{text}</ins>"),
            Some(Change::Deleted) => format!("<del>{text}</del>"),
            Some(Change::Kept) | None => text,
        }
    });
    told.collect()
}

fn run(run: &Run) -> String {
    let text = escaped(&run.text).replace('\n', "<br>");
    match run.role {
        Role::Words => text,
        Role::Bracket => format!("<b class=\"bracket\">{text}</b>"),
        Role::Owner => format!("<b class=\"owner\">{text}</b>"),
    }
}
