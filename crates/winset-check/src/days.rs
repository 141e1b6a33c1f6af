//! Checked claims about every day of a span in which no-deal values move.

use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_model::trends::Trends;

use crate::acceptable::{Acceptable, accept};
use crate::proof::{NoOverlap, refute};
use crate::rejection::Rejection;

/// Days that follow each other, both ends included, and what shows the claim for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days<T> {
    /// The first day.
    pub from: u32,
    /// The last day.
    pub to: u32,
    /// What shows it.
    pub shown: T,
}

/// There is no overlap on any day from day 0 through the last: a checked claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedThrough {
    spans: Vec<Days<NoOverlap>>,
    last: u32,
}

impl ClosedThrough {
    /// The spans, without a gap from day 0. Each refutation asks of every party the least that any
    /// day of its span does.
    pub fn spans(&self) -> &[Days<NoOverlap>] {
        &self.spans
    }

    /// The last day.
    pub fn last(&self) -> u32 {
        self.last
    }
}

/// There is an overlap on every day from day 0 through the last: a checked claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenThrough {
    spans: Vec<Days<Acceptable>>,
    last: u32,
}

impl OpenThrough {
    /// The spans, without a gap from day 0, each with a package that is acceptable on all its days.
    pub fn spans(&self) -> &[Days<Acceptable>] {
        &self.spans
    }

    /// The last day.
    pub fn last(&self) -> u32 {
        self.last
    }
}

/// Checks that there is no overlap on any day of some spans: each certificate refutes the positions
/// that ask the least on any day of its span.
///
/// # Errors
/// When the spans do not follow each other from day 0, or a certificate is refused.
pub fn closed_through(
    case: &Case,
    positions: &Positions,
    trends: &Trends,
    spans: Vec<Days<Vec<u8>>>,
) -> Result<ClosedThrough, Rejection> {
    let last = last_of(&spans)?;
    let refuted = spans.into_iter().map(|Days { from, to, shown }| {
        let asked = trends.least(positions, from, Some(to));
        let shown = refute(case, &asked, shown)?;
        Ok(Days { from, to, shown })
    });
    let spans = refuted.collect::<Result<_, Rejection>>()?;
    Ok(ClosedThrough { spans, last })
}

/// Checks that there is an overlap on every day of some spans: each package is acceptable under the
/// positions that ask the most on any day of its span.
///
/// # Errors
/// When the spans do not follow each other from day 0, or a package is refused.
pub fn open_through(
    case: &Case,
    positions: &Positions,
    trends: &Trends,
    spans: Vec<Days<Package>>,
) -> Result<OpenThrough, Rejection> {
    let last = last_of(&spans)?;
    let kept = spans.into_iter().map(|Days { from, to, shown }| {
        let asked = trends.most(positions, from, to);
        let shown = accept(case, &asked, &shown)?;
        Ok(Days { from, to, shown })
    });
    let spans = kept.collect::<Result<_, Rejection>>()?;
    Ok(OpenThrough { spans, last })
}

/// The last day of spans, which must follow each other from day 0 without a gap.
fn last_of<T>(spans: &[Days<T>]) -> Result<u32, Rejection> {
    let mut next = Some(0);
    for span in spans {
        if next != Some(span.from) || span.to < span.from {
            return Err(Rejection::Days);
        }
        next = span.to.checked_add(1);
    }
    spans.last().map(|span| span.to).ok_or(Rejection::Days)
}
