//! The page for a principal, in blocks.

use crate::paper::{Block, Section};
use winset::solve::Status;
use winset::told::brief::Brief;
use winset::told::status::headline;

/// The page.
pub(super) fn section(brief: &Brief, status: &Status) -> Section {
    let stands = format!(
        "{} By the latest offers and the declared lines; beside each point the number of clashes \
         that touch it.",
        headline(status)
    );
    Section {
        title: "In short".to_owned(),
        blocks: vec![
            Block::Lead(brief.sentences.clone()),
            Block::Heading("Where each point stands".to_owned()),
            Block::Strip(brief.points.clone()),
            Block::Text(stands),
            Block::Heading(brief.decisions_heading()),
            Block::Numbered(brief.decisions.clone()),
        ],
    }
}
