//! A report: its paper, and what a program reads of it.

use winset::ask::ReportSummary;
use winset::model::answer::StopReason;
use winset::told::brief::Brief;

use crate::paper::{Block, Paper};

/// A report: one page to act on, and annexes to check it by.
#[derive(Debug)]
pub(super) struct Document {
    /// The page for a principal, as data.
    pub(super) brief: Brief,
    /// What is read.
    pub(super) paper: Paper,
}

impl Document {
    /// What a program reads of it.
    pub(super) fn summary(&self, stopped: Option<StopReason>) -> ReportSummary {
        let blocks = self.paper.annexes.iter().flat_map(|annex| &annex.blocks);
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
