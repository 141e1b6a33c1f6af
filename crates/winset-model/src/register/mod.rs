//! The parts of a case that no search looks at: who speaks for whom, what was said and what
//! happened, how an agreement would be carried out, and remarks.

mod account;
mod category;
mod entries;
mod facts;
mod grade;
mod plan;
mod prisoners;
mod record;

pub use account::{
    DatePrecision, EntryOwner, PartyStance, ReportedCount, StanceStated, Verification,
    VerificationStatus,
};
pub use category::{EventCategory, EventCodes};
pub use entries::{
    EntryFacts, IncidentAttribution, IncidentClaimant, IncidentSource, MediationSession,
    PartyStatement, ReportedIncident, SessionFormat,
};
pub use facts::{LeverFacts, PartyColour, PartyFacts, PartyMarker, Register};
pub use grade::SourceGrade;
pub use plan::{
    ImplementationPlan, PLAN_DAYS_MAX, PLAN_ITEMS_MAX, PLAN_VALUE_MAX, PlanItem, PlanLapse,
};
pub use prisoners::{
    CategoryRule, ExchangeCarrier, ExchangeClearing, ExchangeRatio, ExchangeTerms, PrisonerClaim,
    PrisonerExchange, ReleasePhase, ReturnTerms, ThirdPartyCycle, Weekday,
};
pub use record::{Delegation, DelegationId, ImplementationPhase};
