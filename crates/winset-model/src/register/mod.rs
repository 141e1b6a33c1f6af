//! The parts of a case that no search looks at: who speaks for whom, what was said and what
//! happened, how an agreement would be carried out, and remarks.

mod facts;
mod prisoners;
mod record;

pub use facts::{LeverFacts, PartyColour, PartyFacts, PartyMarker, Register};
pub use prisoners::{
    CategoryRule, ExchangeCarrier, ExchangeClearing, ExchangeRatio, ExchangeTerms, PrisonerClaim,
    PrisonerExchange, ReleasePhase, ReturnTerms, ThirdPartyCycle, Weekday,
};
pub use record::{
    Delegation, DelegationId, ImplementationPhase, IncidentAttribution, IncidentClaimant,
    IncidentSource, MediationSession, PartyStatement, ReportedIncident, SessionFormat, SourceGrade,
};
