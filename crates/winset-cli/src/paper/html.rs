//! A paper as one HTML file.

use askama::Template;
use winset::drawn::STYLESHEET;

use crate::page::plain;

use super::paper_parts::{Block, Paper};

/// The page: it loads nothing, and every text of the case is escaped.
#[derive(Template)]
#[template(path = "paper.html")]
struct PaperPage<'d> {
    document: &'d Paper,
    /// The style of pictures; none where there are none.
    pictures: Option<&'static str>,
}

/// Writes it.
pub(crate) fn html(document: &Paper) -> Result<String, askama::Error> {
    let page = PaperPage {
        document,
        pictures: document.has_pictures().then_some(STYLESHEET),
    };
    page.render()
}

/// The text without characters that hide or turn something.
pub(crate) fn visible(text: &str) -> String {
    let lines = text.lines().map(|line| plain(line) + "\n");
    lines.collect()
}
