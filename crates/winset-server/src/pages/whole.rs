//! The whole case as one file that loads nothing: the contents of the pages, one after the other.

use askama::Template;
use winset_told::messages::Language;
use winset_told::{assumed, audience_named};

use super::clashes::ClashesContents;
use super::desk::DeskContents;
use super::frontier::FrontierContents;
use super::matrix::MatrixContents;
use super::text::{ShownText, TextContents};
use super::{PageView, Place};
use crate::assets;
use crate::findings::STAGES;

#[derive(Debug, Template)]
#[template(path = "whole.html")]
struct WholeCase<'a> {
    words: &'static Language,
    styles: [&'static str; 2],
    case_title: &'a str,
    seen_by: String,
    confidential: bool,
    hash: &'a str,
    head: Option<&'a (usize, String)>,
    version: &'static str,
    trouble: Vec<String>,
    /// How many questions are answered, where some are not.
    progress: Option<String>,
    desk: DeskContents,
    matrix: MatrixContents,
    clashes: ClashesContents,
    frontier: FrontierContents,
    text: TextContents,
    /// Under what the answers are given besides what the case says.
    assumed: Vec<String>,
}

/// The file: the contents of the pages at the declared positions, and the working text, whatever
/// fields the view was asked with.
///
/// # Errors
/// None is known: a template writes into memory.
pub(crate) fn whole_case(view: PageView<'_>) -> Result<String, askama::Error> {
    let view = &PageView {
        fields: &[],
        ..view
    };
    let (case, words, snapshot) = (view.case(), view.words, view.snapshot);
    let place = |page| Place::File { page };
    let text = view.text();
    let progress = format!("{} / {}", view.answered(), STAGES.len());
    let file = WholeCase {
        words,
        styles: [assets::DESK_CSS.text(), assets::PICTURE_CSS.text()],
        case_title: &case.title,
        seen_by: audience_named(case, &snapshot.audience, words),
        confidential: view.is_mediator(),
        hash: &case.hash,
        head: snapshot.head.as_ref(),
        version: env!("CARGO_PKG_VERSION"),
        progress: view.is_working().then_some(progress),
        desk: super::desk::contents(view, place("desk")),
        matrix: super::matrix::contents(view, place("matrix")),
        clashes: super::clashes::contents(view, place("clashes")),
        frontier: super::frontier::contents(view, place("frontier")),
        text: super::text::contents(view, place("text"), &text, &ShownText::working(&text)),
        // What the pages above asked for may have been refused.
        trouble: view.trouble(),
        assumed: assumed(words, case),
    };
    file.render()
}
