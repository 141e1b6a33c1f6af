//! A paper as one HTML file.

use askama::Template;

use crate::page::plain;

use super::paper_parts::{Block, Paper};

/// The page: it loads nothing, and every text of the case is escaped.
#[derive(Template)]
#[template(path = "paper.html")]
struct PaperPage<'d> {
    document: &'d Paper,
}

/// Writes it.
pub(crate) fn html(document: &Paper) -> Result<String, askama::Error> {
    PaperPage { document }.render()
}

/// The text without characters that hide or turn something.
pub(crate) fn visible(text: &str) -> String {
    let lines = text.lines().map(|line| plain(line) + "\n");
    lines.collect()
}
