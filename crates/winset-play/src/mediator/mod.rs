//! Programs for a mediator's seat, and for parties that answer a mediator's texts.

mod annealer;
mod asking;
mod flip;
mod hill_climber;
mod named;
mod part;
mod table;
mod truthful;

pub use annealer::Annealer;
pub use asking::{
    AskingAssumption, AskingGoal, AskingMediator, AskingResult, Law, LookAtMost, Prior,
    PublicOrders, Remaining,
};
pub use flip::{FixedOrderFlip, RandomFlip};
pub use hill_climber::HillClimber;
pub use named::{
    AnswererSpec, AssumptionName, MediatorBegins, MediatorSpec, ShuttleName, answerer_named,
    mediator_named, shuttle_names,
};
pub use part::{Answering, AskedText, Mediating};
pub use table::{
    MediatorProgram, PartyProgram, ShuttleDue, ShuttleNote, ShuttleSaid, ShuttleSeated,
    ShuttleTable,
};
pub use truthful::Truthful;
