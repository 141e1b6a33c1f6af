//! What a tournament is made of.

use crate::session::{Clock, NoDealScore};

/// What a tournament is made of: every negotiation is a scenario, a strategy for each of its seats, who plays
/// which side, a number of rounds, and a repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TournamentSpec {
    /// What all draws come from.
    pub seed: u64,
    /// The strategies by name, in the order of results.
    pub strategies: Vec<String>,
    /// How often each negotiation is held; draws differ.
    pub repetitions: u32,
    /// The numbers of rounds that talks end after, each at least 1.
    pub rounds: Vec<u32>,
    /// How time is counted.
    pub clock: Clock,
    /// Whether a strategy meets itself.
    pub self_play: bool,
    /// Whether strategies change sides, so that each plays each.
    pub rotate: bool,
    /// What a party gets without a deal.
    pub no_deal: NoDealScore,
}
