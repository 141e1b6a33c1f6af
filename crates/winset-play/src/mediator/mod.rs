//! Programs for a mediator's seat, and for parties that answer a mediator's texts.

mod annealer;
mod asking;
mod flip;
mod hill_climber;
mod part;
mod run;
mod truthful;

pub use annealer::Annealer;
pub use asking::{
    AskingAssumption, AskingGoal, AskingMediator, AskingResult, Law, LookAtMost, Prior,
    PublicOrders, Remaining,
};
pub use flip::{FixedOrderFlip, RandomFlip};
pub use hill_climber::HillClimber;
pub use part::{Answering, AskedText, Mediating};
pub use run::{Endless, ShuttleParty, shuttle};
pub use truthful::Truthful;
