//! What one audience sees of a case.

use std::sync::Arc;
use std::time::Duration;

use winset_answers::ask::Movers;
use winset_journal::{SeenCase, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_model::options::PartyId;

use super::Source;
use crate::findings::Findings;

/// A case cut to an audience, the acts that it may see, and what is found from these alone.
#[derive(Debug)]
pub(crate) struct View {
    /// Who reads.
    pub(crate) audience: Audience,
    /// The case with the journal's offers, its hash that of the file that the audience sees; the
    /// acts; and those that do not fit the case any more.
    pub(crate) seen: SeenCase,
    /// Whose demands may move in questions.
    pub(crate) movers: Movers,
    /// Lines and hash of the journal's end; for the mediator only, as they depend on all acts.
    pub(crate) head: Option<(usize, String)>,
    /// What is found, as far as it is.
    pub(crate) findings: Arc<Findings>,
    /// What the journal's file is wrong about; for the mediator only.
    pub(crate) fault: Option<String>,
}

/// What an audience sees, before anything is asked about it.
#[derive(Debug)]
pub(super) struct Cut {
    seen: SeenCase,
    head: Option<(usize, String)>,
    fault: Option<String>,
}

impl Cut {
    /// Cuts the case to the audience. None where the part that it sees is no case, and for a party
    /// that is not in the case: there is nothing to work on.
    pub(super) fn of(source: &Source, audience: &Audience) -> Option<Self> {
        let kept = source.journal.as_ref();
        let acts = kept.map_or(&[][..], |kept| &kept.chain.entries);
        let seen = as_seen_by(&source.document, acts, audience).ok()?;
        if let Audience::Party(id) = audience {
            seen.case.party_named(id)?;
        }
        let kept = kept.filter(|_| *audience == Audience::Mediator);
        Some(Self {
            seen,
            head: kept.map(|kept| (kept.chain.entries.len(), kept.chain.head.clone())),
            fault: kept.and_then(|kept| {
                let fault = kept.fault.as_ref()?;
                Some(format!("line {}: {}", fault.line, fault.what))
            }),
        })
    }
}

impl View {
    /// Begins to ask everything about what an audience sees.
    pub(super) fn begin(cut: Cut, audience: &Audience, time_limit: Duration) -> Self {
        let Cut { seen, head, fault } = cut;
        let movers = match Self::party_of(&seen.case, audience) {
            Some(party) => Movers::Only(party),
            None if *audience == Audience::Mediator => Movers::All,
            None => Movers::Nobody,
        };
        Self {
            audience: audience.clone(),
            findings: Findings::begin(seen.case.clone(), movers, time_limit),
            movers,
            seen,
            head,
            fault,
        }
    }

    /// Whether that is what it shows already. Of two files that show an audience the same the case
    /// has the same hash.
    pub(super) fn is_of(&self, cut: &Cut) -> bool {
        let (seen, other) = (&self.seen, &cut.seen);
        seen.case.hash == other.case.hash
            && seen.entries == other.entries
            && seen.aside == other.aside
            && self.head == cut.head
            && self.fault == cut.fault
    }

    fn party_of(case: &Case, audience: &Audience) -> Option<PartyId> {
        match audience {
            Audience::Party(id) => case.party_named(id),
            Audience::Mediator | Audience::Public => None,
        }
    }

    /// The party that reads, where it is one.
    pub(crate) fn viewer(&self) -> Option<PartyId> {
        Self::party_of(&self.seen.case, &self.audience)
    }

    /// Whether the reader is the mediator, who sees all.
    pub(crate) fn is_mediator(&self) -> bool {
        self.audience == Audience::Mediator
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
        let text = winset_gen::ladders::ladders(winset_gen::ladders::Size::LARGE, 1).to_string();
        let source = Source {
            document: parse(text.as_bytes(), Syntax::Json).unwrap(),
            journal: None,
        };
        let cut = Cut::of(&source, &Audience::Mediator).unwrap();
        let view = View::begin(cut, &Audience::Mediator, Duration::from_mins(10));
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
