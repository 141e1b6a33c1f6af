//! Messages of `GeniusWeb`: what a party that is a program of somebody else is told, and what it answers.
//!
//! Each is an object of JSON whose one key names its class: `{"YourTurn":{}}`. Reading is strict and says what
//! was found, what was expected and where; writing keeps the order in which things stand.

mod action;
mod bid;
mod compare;
mod decimal;
mod fault;
mod inform;
mod party;
mod place;
mod profile;
mod settings;
#[cfg(test)]
mod tests;
mod votes;
mod written;

pub use action::{PartyBid, WebAction};
pub use bid::{BidFault, IssueValue, WebBid};
pub use compare::{AskedComparison, BidComparison};
pub use fault::MessageFault;
pub use inform::{Inform, PartyAgreement, PartyPower, VotingRound};
pub use party::{WebParty, web_parties};
pub use profile::{ProfileFault, WebProfile, web_profile};
pub use settings::{WebParameter, WebProgress, WebSettings};
pub use votes::{ValuedVote, ValuedVotes, VotesFault, WebVote, WebVotes};
