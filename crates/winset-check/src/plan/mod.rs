//! Checks what is claimed of a plan of phases, from the case alone: schedules, contradicting dates, and
//! that no order of deliveries keeps the bounds.
//!
//! The meaning of plans, with the argument for each step, stands in
//! `docs/decisions/0050-plans-of-phases.md`.

mod dated;
mod dates;
mod no_order;
mod order;
mod question;
mod refusal;
mod rule;
mod schedule;
mod trust;

pub use dated::{DATED_PREFIXES_MAX, NoSchedule, no_schedule};
pub use dates::{DatesContradict, dates_contradict};
pub use no_order::{NoOrder, ROUNDS_TRIED_MAX, no_order, no_order_within};
pub use order::{DeliveryOrder, delivery_order};
pub use question::{PlanQuestion, VALUED_ITEMS_MAX};
pub use refusal::PlanRefusal;
pub use rule::PlanRule;
pub use schedule::{PlanSchedule, plan_schedule};
pub use trust::{TrustNeeded, trust_needed};
