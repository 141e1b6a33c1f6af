//! What a report says, before it is Markdown or HTML.

use winset::ask::{ReportCheck, ReportDecision, ReportMark, ReportPoint, ReportSummary};
use winset::model::answer::StopReason;

/// A report: one page to act on, and annexes to check it by.
#[derive(Debug)]
pub(super) struct Document {
    /// Its title: that of the case.
    pub(super) title: String,
    /// Who may see it.
    pub(super) banner: String,
    /// The page for a principal.
    pub(super) brief: Section,
    /// What the report is about: name and value.
    pub(super) facts: Vec<(&'static str, String)>,
    /// Everything behind the page.
    pub(super) annexes: Vec<Section>,
}

impl Document {
    /// What a program reads of it.
    pub(super) fn summary(&self, stopped: Option<StopReason>) -> ReportSummary {
        let mut summary = ReportSummary {
            sentences: Vec::new(),
            points: Vec::new(),
            decisions: Vec::new(),
            checks: Vec::new(),
            stopped,
        };
        let annexes = self.annexes.iter().flat_map(|annex| &annex.blocks);
        for block in self.brief.blocks.iter().chain(annexes) {
            match block {
                Block::Lead(sentences) => summary.sentences.clone_from(sentences),
                Block::Strip(cells) => {
                    let cells = cells.iter().map(|cell| ReportPoint {
                        mark: cell.mark,
                        note: cell.note.clone(),
                    });
                    summary.points.extend(cells);
                }
                Block::Numbered(items) => {
                    summary.decisions.extend(items.iter().cloned());
                }
                Block::Check(check) => summary.checks.push(check.clone()),
                Block::Heading(_)
                | Block::Text(_)
                | Block::List(_)
                | Block::More { .. }
                | Block::Table { .. } => {}
            }
        }
        summary
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
    Numbered(Vec<ReportDecision>),
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
    Strip(Vec<Cell>),
    /// How to check what was said.
    Check(ReportCheck),
}

/// A point in the strip.
#[derive(Debug)]
pub(super) struct Cell {
    /// Its place in the plan, from 1.
    pub(super) number: usize,
    /// Its title.
    pub(super) title: String,
    /// How it stands.
    pub(super) mark: ReportMark,
    /// What is in its way; may be empty.
    pub(super) note: String,
}

impl Cell {
    /// How it stands as a sign, which reads without colour.
    pub(super) fn sign(&self) -> &'static str {
        match self.mark {
            ReportMark::Agreed => "●",
            ReportMark::Bracketed => "[ ]",
            ReportMark::Blocked => "✕",
        }
    }
}
