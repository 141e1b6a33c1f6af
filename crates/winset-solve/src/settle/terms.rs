//! Whose gains are looked at, and from where.

use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;

/// Whose gains are looked at, and from where.
#[derive(Debug, Clone)]
pub struct SettlementTerms {
    /// The parties that take part; the others count by their floors alone.
    pub parties: Vec<PartyId>,
    /// What each of them has if nothing is agreed.
    pub disagreement: Disagreement,
    /// Whether their scores may be added up.
    pub comparable: bool,
}

impl SettlementTerms {
    /// All parties with preferences, from the case's own disagreement point; scores are added up if
    /// the case says that they can be.
    pub fn of(case: &Case) -> Self {
        let disagreement = Disagreement::of(case);
        Self {
            parties: disagreement.parties(),
            disagreement,
            comparable: case.comparable,
        }
    }

    /// The same with the parties in the case's order, each once.
    pub(crate) fn ordered(&self) -> Self {
        let mut ordered = self.clone();
        ordered.parties.sort_unstable();
        ordered.parties.dedup();
        ordered
    }
}
