//! What one audience sees of a case.

use std::sync::Arc;
use std::time::Duration;

use winset_journal::{SeenCase, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_model::diagnostic::Diagnostic;
use winset_model::options::PartyId;

use super::Source;
use crate::findings::{Findings, Movers};

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

impl View {
    /// Cuts the case to the audience, and begins to ask everything.
    pub(super) fn new(
        source: &Source,
        audience: &Audience,
        time_limit: Duration,
    ) -> Result<Self, Vec<Diagnostic>> {
        let all = source.journal.as_ref().map(|kept| &kept.chain);
        let acts = all.map_or(&[][..], |chain| &chain.entries);
        let seen = as_seen_by(&source.document, acts, audience)?;
        let mediator = *audience == Audience::Mediator;
        let head = all.map(|chain| (chain.entries.len(), chain.head.clone()));
        let fault = source.journal.as_ref().and_then(|kept| {
            let fault = kept.fault.as_ref()?;
            Some(format!("line {}: {}", fault.line, fault.what))
        });
        let movers = match Self::party_of(&seen.case, audience) {
            Some(party) => Movers::Only(party),
            None if mediator => Movers::All,
            None => Movers::Nobody,
        };
        Ok(Self {
            audience: audience.clone(),
            findings: Findings::begin(seen.case.clone(), movers, time_limit),
            movers,
            seen,
            head: head.filter(|_| mediator),
            fault: fault.filter(|_| mediator),
        })
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
