//! What a paper says, before it is Markdown or HTML.

use winset::ask::ReportCheck;
use winset::told::brief::{BriefDecision, BriefPoint};

/// Something to be read and printed: one page to act on, and what stands behind it.
#[derive(Debug)]
pub(crate) struct Paper {
    /// Its title.
    pub(crate) title: String,
    /// Who may see it.
    pub(crate) banner: String,
    /// The first page.
    pub(crate) first: Section,
    /// What it is about: name and value.
    pub(crate) facts: Vec<(&'static str, String)>,
    /// Everything behind the page.
    pub(crate) annexes: Vec<Section>,
}

impl Paper {
    /// Whether it holds a picture.
    pub(super) fn has_pictures(&self) -> bool {
        let sections = std::iter::once(&self.first).chain(&self.annexes);
        let mut blocks = sections.flat_map(|section| &section.blocks);
        blocks.any(|block| matches!(block, Block::Picture(_)))
    }
}

/// A part of a paper.
#[derive(Debug)]
pub(crate) struct Section {
    /// Its title.
    pub(crate) title: String,
    /// What it says, in order.
    pub(crate) blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug)]
pub(crate) enum Block {
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
    /// The same of numbers.
    Figures {
        /// Titles of the columns.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
    /// How each point stands.
    Strip(Vec<BriefPoint>),
    /// How to check what was said.
    Check(ReportCheck),
    /// A picture, as SVG.
    Picture(String),
}
