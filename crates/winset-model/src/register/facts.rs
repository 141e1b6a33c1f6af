//! The register, and what it says of parties and levers.

use super::entries::{MediationSession, PartyStatement, ReportedIncident};
use super::plan::ImplementationPlan;
use super::prisoners::PrisonerExchange;
use super::record::{Delegation, ImplementationPhase};
use crate::calendar::Day;
use crate::case::Visibility;
use crate::private::Private;

/// The parts of a case that no search looks at.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// Languages of the case's texts.
    pub languages: Vec<String>,
    /// The day that the case describes.
    pub as_of: Option<Day>,
    /// What readers must know of the case's standing.
    pub disclaimer: Option<String>,
    /// What is said of each party, in the order of the parties.
    pub parties: Vec<PartyFacts>,
    /// The remark on each point, in the order of the points.
    pub point_notes: Vec<Option<String>>,
    /// The remark on each line, in the order of the lines.
    pub line_notes: Vec<Option<String>>,
    /// The remarks on the rules of each body, in the order of the bodies and their rules.
    pub vote_notes: Vec<Vec<Option<String>>>,
    /// What is said of each lever, in the order of the levers.
    pub levers: Vec<LeverFacts>,
    /// Who speaks for the parties.
    pub delegations: Vec<Delegation>,
    /// Steps of carrying out the agreement; their days do not fall.
    pub phases: Vec<ImplementationPhase>,
    /// How the agreement is carried out.
    pub plan: Option<ImplementationPlan>,
    /// Prisoners claimed and held.
    pub prisoners: Option<PrisonerExchange>,
    /// Meetings held, in the order of the file.
    pub sessions: Vec<MediationSession>,
    /// What was said, in the order of the file.
    pub statements: Vec<PartyStatement>,
    /// What happened, in the order of the file.
    pub incidents: Vec<ReportedIncident>,
}

/// What is said of a party beyond what decides.
#[derive(Debug, Clone)]
pub struct PartyFacts {
    /// Its part in the talks.
    pub role: Option<String>,
    /// Its colour in plots.
    pub colour: Option<PartyColour>,
    /// Its mark in plots.
    pub marker: Option<PartyMarker>,
    /// Who decides for it.
    pub decides_by: Option<String>,
    /// Who may see its preferences and values.
    pub visibility: Visibility,
    /// Remark for readers.
    pub note: Option<String>,
    /// Remark on its no-deal value; seen by those who may see the value.
    pub no_deal_note: Private<Option<String>>,
    /// Remarks on its bonuses, in their order; seen by those who may see them.
    pub bonus_notes: Private<Vec<Option<String>>>,
}

/// What is said of a lever beyond what decides.
#[derive(Debug, Clone)]
pub struct LeverFacts {
    /// Who may see it.
    pub visibility: Visibility,
    /// Remark for readers.
    pub note: Option<String>,
}

/// The form of a party's mark in plots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyMarker {
    /// A square.
    Square,
    /// A circle.
    Circle,
    /// A triangle.
    Triangle,
    /// A diamond.
    Diamond,
    /// A cross.
    Cross,
    /// A star.
    Star,
}

/// A colour for plots, `#rrggbb`, in the writing of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyColour(String);

impl PartyColour {
    /// Reads a colour such as `#8c3b3b`; `None` when it is none.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        fits.then(|| Self(text.to_owned()))
    }

    /// The colour as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_keep_their_writing() {
        let colour = PartyColour::read("#8C3b3b");
        assert_eq!(colour.as_ref().map(PartyColour::as_str), Some("#8C3b3b"));
        for text in ["", "8c3b3b", "#8c3b3", "#8c3b3g", "#8c3b3b0"] {
            assert_eq!(PartyColour::read(text), None, "{text}");
        }
    }
}
