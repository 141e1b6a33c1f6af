//! Strategies of programs that negotiate, built from parts: how to offer, when to accept, and what the other
//! side may want.

mod accept;
mod accept_course;
mod accepts;
mod agent_k;
mod atlas3;
mod bad_iron;
mod bound;
mod call;
mod composed;
mod distinct;
mod fast_micro;
mod fixed;
mod hard_headed;
mod hybrid;
mod micro;
mod model;
mod models;
mod nice_tit_for_tat;
mod offers;
mod part;
mod plan;
mod ponpoko;
mod refused;
mod row;
mod spec;
#[cfg(test)]
mod tests;
mod time_dependent;
mod tit_for_tat;
mod toward;
mod unit;
mod uo_agent;
mod wholes;

pub use accept::{AcceptAtLevel, AcceptFrom, AcceptLate, AcceptNext};
pub use accept_course::{AcceptCombined, AcceptPrevious, Hope};
pub use agent_k::{AgentK, AgentKAim};
pub use atlas3::{Atlas3, atlas3_level};
pub use bad_iron::{BadIron, BadIronBounds};
pub use bound::{BoundSpec, bound_named, bound_names};
pub(crate) use call::Call;
pub use composed::Composed;
pub use fast_micro::FastMicro;
pub use fixed::{BestAlways, RandomAbove};
pub use hard_headed::{HardHeaded, hard_headed_level};
pub use hybrid::Hybrid;
pub use micro::Micro;
pub use model::{
    FirstAppearance, HardHeadedFrequency, KnownSide, OpponentModel, ScalableBayesian,
    SmithFrequency, ZeroSum,
};
pub use nice_tit_for_tat::{NiceTitForTat, nice_target};
pub use part::{Acceptance, Intended, Offering, Strategy, Turn};
pub use ponpoko::{AcceptAboveEdge, PonPoko, PonPokoPattern};
pub use refused::NameRefused;
pub(crate) use row::{Param, Row, made};
pub use spec::{NamedPart, Prepared, StrategyName, StrategySpec, named, names};
pub use time_dependent::{Levels, TimeDependent};
pub use tit_for_tat::NaiveTitForTat;
pub use toward::TowardOther;
pub use uo_agent::{UoAgent, uo_level};
