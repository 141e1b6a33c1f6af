//! A report as one HTML file.

use askama::Template;

use super::document::{Block, Document};

/// The page: it loads nothing, and every text of the case is escaped.
#[derive(Template)]
#[template(path = "report.html")]
struct Page<'d> {
    document: &'d Document,
}

/// Writes it.
pub(super) fn html(document: &Document) -> Result<String, askama::Error> {
    Page { document }.render()
}
