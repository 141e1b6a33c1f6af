//! The asking mediator: keeps what every answer leaves possible, and asks on until it holds a package that all
//! accept, or knows that there is none.

mod assumption;
mod chance;
mod cut;
mod left;
mod program;
mod public;
mod remaining;
#[cfg(test)]
mod tests;

pub use assumption::{AskingAssumption, PublicOrders};
pub use program::{AskingGoal, AskingMediator, AskingResult, LookAtMost};
pub use remaining::{Law, Prior, Remaining};
