//! What `winset theory` is told.

use clap::Subcommand;

/// Closed forms of bargaining theory: what two parties agree on who make offers in turn, exactly.
#[derive(Debug, clap::Args)]
#[command(after_help = THEORY_AFTER)]
pub(crate) struct TheoryArgs {
    #[command(subcommand)]
    pub(crate) what: TheoryCommand,
}

/// Which game.
#[derive(Debug, Subcommand)]
pub(crate) enum TheoryCommand {
    Rubinstein(RubinsteinArgs),
    Stahl(StahlArgs),
}

/// Offers in turn without end (Rubinstein 1982).
#[derive(Debug, clap::Args)]
#[command(after_help = RUBINSTEIN_AFTER)]
pub(crate) struct RubinsteinArgs {
    /// Discount factor, above 0 and below 1: what a unit of the next round is worth now. Given twice, of A
    /// and of B.
    #[arg(
        long,
        value_name = "NUMBER",
        required = true,
        allow_negative_numbers = true
    )]
    pub(crate) delta: Vec<String>,
    /// What a party can have elsewhere instead of answering an offer, from 0 on, together below 1. Given
    /// twice, of A and of B [default: 0].
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub(crate) outside: Vec<String>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Offers in turn up to a last round (Stahl 1972).
#[derive(Debug, clap::Args)]
#[command(after_help = STAHL_AFTER)]
pub(crate) struct StahlArgs {
    /// Discount factor, from 0 to 1: what a unit of the next round is worth now. Given twice, of A and of B.
    #[arg(
        long,
        value_name = "NUMBER",
        required = true,
        allow_negative_numbers = true
    )]
    pub(crate) delta: Vec<String>,
    /// Number of rounds, with one offer in each: 1 to 10,000.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) rounds: String,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

const THEORY_AFTER: &str = "\
Examples:
  winset theory rubinstein --delta 9/10 --delta 4/5
  winset theory stahl --delta 9/10 --delta 4/5 --rounds 10

No case is read. Shares are exact fractions, with decimals beside them.";

const RUBINSTEIN_AFTER: &str = "\
Two parties, A and B, divide one unit. In each round one makes an offer and the
other accepts or makes the next one, a round later. Numbers may be fractions,
decimals or percentages: 9/10, 0.9, 90%.

Examples:
  winset theory rubinstein --delta 9/10 --delta 4/5
  winset theory rubinstein --delta 95% --delta 0.95 --outside 0 --outside 3/5
  winset theory rubinstein --delta 0.9 --delta 0.8 --json | jq .when_opening.a

Exit codes:
  0  answered
  2  bad input or usage";

const STAHL_AFTER: &str = "\
Two parties, A and B, divide one unit. In each round one makes an offer and the
other accepts or makes the next one, a round later; after the last round neither
gets anything. Numbers may be fractions, decimals or percentages: 9/10, 0.9,
90%. Large fractions are shortened on the page and exact in JSON.

Examples:
  winset theory stahl --delta 9/10 --delta 4/5 --rounds 3
  winset theory stahl --delta 100% --delta 100% --rounds 1
  winset theory stahl --delta 0.9 --delta 0.8 --rounds 10000 --json

Exit codes:
  0  answered
  2  bad input or usage";
