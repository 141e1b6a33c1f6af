//! What one audience sees of a case.

use std::sync::Arc;
use std::time::Duration;

use winset_journal::{JournalUntil, Kept, as_seen_by};
use winset_model::audience::Audience;
use winset_model::document::Node;
use winset_model::options::PartyId;

use super::Source;
use crate::findings::Findings;
use crate::snapshot::AudienceSnapshot;

/// What an audience sees of a case, and what is found from that alone.
#[derive(Debug)]
pub(crate) struct View {
    /// What the audience sees.
    pub(crate) snapshot: Arc<AudienceSnapshot>,
    /// What is found, as far as it is.
    pub(crate) findings: Arc<Findings>,
    /// How many views this audience has had with this one; 0 of the case as it stood.
    pub(crate) number: u64,
}

/// Cuts the case to the audience. None where the part that it sees is no case, and for a party that is
/// not in the case.
pub(super) fn cut(source: &Source, audience: &Audience) -> Option<AudienceSnapshot> {
    cut_of(&source.document, source.journal.as_ref(), audience)
}

fn cut_of(document: &Node, kept: Option<&Kept>, audience: &Audience) -> Option<AudienceSnapshot> {
    let acts = kept.map_or(&[][..], |kept| &kept.chain.entries);
    let seen = as_seen_by(document, acts, audience).ok()?;
    AudienceSnapshot::new(seen, kept, audience)
}

/// The same of the case as its journal stood: later acts do not count.
pub(super) fn cut_until(
    source: &Source,
    audience: &Audience,
    until: &JournalUntil,
) -> Option<AudienceSnapshot> {
    let mut journal = source.journal.clone();
    if let Some(kept) = &mut journal {
        let id = source.document.text_under("id")?;
        let lines = until.lines(&kept.chain.entries);
        kept.chain.cut(lines, id);
    }
    cut_of(&source.document, journal.as_ref(), audience)
}

impl View {
    /// Begins to ask everything about what an audience sees.
    pub(super) fn begin(snapshot: AudienceSnapshot, time_limit: Duration, number: u64) -> Self {
        let case = snapshot.seen.case.clone();
        Self {
            findings: Findings::begin(case, snapshot.movers, time_limit),
            snapshot: Arc::new(snapshot),
            number,
        }
    }

    /// The party that reads, where it is one.
    pub(crate) fn viewer(&self) -> Option<PartyId> {
        self.snapshot.viewer()
    }

    /// Whether the reader is the mediator, who sees all.
    pub(crate) fn is_mediator(&self) -> bool {
        self.snapshot.is_mediator()
    }
}

impl Drop for View {
    /// Nobody reads it any more: what is still being worked out is in vain.
    fn drop(&mut self) {
        self.findings.cancel();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use winset_model::document::{Syntax, parse};

    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test waits for a thread")]
    fn what_is_worked_out_ends_when_nobody_reads_it_any_more() {
        let text =
            winset_gen::ladders::ladders(winset_gen::ladders::LaddersSize::LARGE, 1).to_string();
        let source = Source {
            document: parse(text.as_bytes(), Syntax::Json).unwrap(),
            journal: None,
        };
        let cut = cut(&source, &Audience::Mediator).unwrap();
        let view = View::begin(cut, Duration::from_mins(10), 1);
        let findings = view.findings.clone();
        std::thread::sleep(Duration::from_millis(20));
        drop(view);
        let since = Instant::now();
        // The thread holds the findings as long as it works.
        while Arc::strong_count(&findings) > 1 {
            assert!(since.elapsed() < Duration::from_secs(5), "it works on");
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(!findings.is_done());
    }
}
