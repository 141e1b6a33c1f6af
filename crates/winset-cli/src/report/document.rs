//! What a report says, before it is Markdown or HTML.

use winset::ask::{ReportCheck, ReportSummary};
use winset::model::answer::StopReason;
use winset::told::brief::{Brief, BriefDecision, BriefPoint};

/// A report: one page to act on, and annexes to check it by.
#[derive(Debug)]
pub(super) struct Document {
    /// Its title: that of the case.
    pub(super) title: String,
    /// Who may see it.
    pub(super) banner: String,
    /// The page for a principal.
    pub(super) brief: Brief,
    /// The same in blocks.
    pub(super) first: Section,
    /// What the report is about: name and value.
    pub(super) facts: Vec<(&'static str, String)>,
    /// Everything behind the page.
    pub(super) annexes: Vec<Section>,
}

impl Document {
    /// What a program reads of it.
    pub(super) fn summary(&self, stopped: Option<StopReason>) -> ReportSummary {
        let blocks = self.annexes.iter().flat_map(|annex| &annex.blocks);
        let checks = blocks.filter_map(|block| match block {
            Block::Check(check) => Some(check.clone()),
            _ => None,
        });
        ReportSummary {
            brief: self.brief.clone(),
            checks: checks.collect(),
            stopped,
        }
    }
}

/// A part of a report.
#[derive(Debug)]
pub(super) struct Section {
    /// Its title.
    pub(super) title: String,
    /// What it says, in order.
    pub(super) blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug)]
pub(super) enum Block {
    /// A title within the section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// The sentences that everything else serves.
    Lead(Vec<String>),
    /// Items with numbers.
    Numbered(Vec<BriefDecision>),
    /// Items without.
    List(Vec<String>),
    /// Sentences with numbers, to open.
    More {
        /// What they are.
        title: String,
        /// The sentences.
        list: Vec<String>,
    },
    /// A table; the first cell of each row names it.
    Table {
        /// Titles of the columns.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
    /// How each point stands.
    Strip(Vec<BriefPoint>),
    /// How to check what was said.
    Check(ReportCheck),
}
