//! What an audience sees of a case, before anything is asked about it.

use winset_answers::ask::Movers;
use winset_answers::ask::points_status;
use winset_journal::{Kept, SeenCase};
use winset_model::audience::Audience;
use winset_model::options::PartyId;
use winset_solve::Status;

/// A case cut to an audience, and what its pages say besides of where it comes from.
#[derive(Debug, Clone)]
pub struct AudienceSnapshot {
    /// Who reads.
    pub audience: Audience,
    /// The case with the journal's offers, its hash that of the file that the audience sees; the acts;
    /// and those that do not fit the case any more.
    pub seen: SeenCase,
    /// How its points stand, which needs no search.
    pub status: Status,
    /// Whose demands may move in questions.
    pub movers: Movers,
    /// Lines and hash of the journal's end; for the mediator only, as they depend on all acts.
    pub head: Option<(usize, String)>,
    /// What the journal's file is wrong about; for the mediator only.
    pub fault: Option<String>,
}

impl AudienceSnapshot {
    /// The snapshot of a case that was cut to the audience, with the journal that its acts come from.
    /// None for a party that is not in the case: there is nothing to work on.
    pub fn new(seen: SeenCase, journal: Option<&Kept>, audience: &Audience) -> Option<Self> {
        let movers = Movers::of(&seen.case, audience)?;
        let kept = journal.filter(|_| audience.is_mediator());
        Some(Self {
            audience: audience.clone(),
            status: points_status(&seen.case),
            seen,
            movers,
            head: kept.map(|kept| (kept.chain.entries.len(), kept.chain.head.clone())),
            fault: kept.and_then(|kept| {
                let fault = kept.fault.as_ref()?;
                Some(format!("line {}: {}", fault.line, fault.what))
            }),
        })
    }

    /// Whether the other one shows its audience the same. Of two files that do, the case has the same
    /// hash.
    pub(crate) fn shows_the_same(&self, other: &Self) -> bool {
        self.audience == other.audience
            && self.seen.case.hash == other.seen.case.hash
            && self.seen.entries == other.seen.entries
            && self.seen.aside == other.seen.aside
            && self.head == other.head
            && self.fault == other.fault
    }

    /// The party that reads, where it is one.
    pub(crate) fn viewer(&self) -> Option<PartyId> {
        match &self.audience {
            Audience::Party(id) => self.seen.case.party_named(id),
            Audience::Holder | Audience::Mediator | Audience::Public => None,
        }
    }

    /// Whether the reader is the mediator, who sees all.
    pub(crate) fn is_mediator(&self) -> bool {
        self.audience.is_mediator()
    }
}
