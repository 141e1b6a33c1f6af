//! What `winset tournament` is told.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::values::threads;

/// Hold talks of every strategy against every other on many scenarios, and say who did how well.
#[derive(Debug, clap::Args)]
#[command(after_help = TOURNAMENT_AFTER)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct TournamentArgs {
    #[command(subcommand)]
    pub(crate) what: Option<TournamentCommand>,
    /// What is played: scenarios, strategies, rounds, repetitions (TOML, YAML or JSON).
    #[arg(value_name = "SPEC", required = true)]
    pub(crate) spec: Option<PathBuf>,
    /// Folder for the results; made where it is not there, gone on with where it holds a part of them.
    #[arg(short = 'o', long = "out", value_name = "FOLDER", required = true)]
    pub(crate) folder: Option<PathBuf>,
    /// Play this share of it only, such as 1/3: other machines play the others.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(crate) shard: Option<Shard>,
    /// Threads [default: one for each core]; the results do not depend on it.
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) tables: TournamentTables,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// What else to do with tournaments.
#[derive(Debug, Subcommand)]
pub(crate) enum TournamentCommand {
    Merge(TournamentMergeArgs),
}

/// Put the shares of a tournament together that were played on several machines.
#[derive(Debug, clap::Args)]
#[command(after_help = MERGE_AFTER)]
pub(crate) struct TournamentMergeArgs {
    /// What was played.
    #[arg(value_name = "SPEC")]
    pub(crate) spec: PathBuf,
    /// Folders with shares.
    #[arg(value_name = "SHARE", required = true, num_args = 1..)]
    pub(crate) shares: Vec<PathBuf>,
    /// Folder for the whole results.
    #[arg(short = 'o', long = "out", value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) tables: TournamentTables,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// In which other forms the table of negotiations is written.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct TournamentTables {
    /// Write the table in other forms, too: genius.csv, negolog.csv, details.parquet.
    #[arg(long, value_name = "FORM", value_delimiter = ',')]
    pub(crate) tables: Vec<TableFormArg>,
}

/// A form of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormArg {
    /// The log of GENIUS 10.4.
    Genius,
    /// The results of NegoLog, for two at the table.
    Negolog,
    /// The columns of details.csv with types, where the command was built with the feature `parquet`.
    Parquet,
}

/// A share of a tournament.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    /// Which, from 0.
    pub(crate) index: u64,
    /// Of how many.
    pub(crate) of: u64,
}

fn shard(text: &str) -> Result<Shard, String> {
    let read = text.split_once('/').and_then(|(index, of)| {
        let (index, of): (u64, u64) = (index.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&index).then(|| Shard {
            index: index - 1,
            of,
        })
    });
    read.ok_or_else(|| "expected a share such as 1/3, 2/3 or 3/3".to_owned())
}

const TOURNAMENT_AFTER: &str = "\
A spec in TOML:

  format = \"winset-tournament/1\"
  scenarios = [\"scenarios/laptop\", \"talks.yaml\"]   # folders or cases
  strategies = [\"boulware\", \"micro\", \"time(e=0.5)\"]
  rounds = [100, 1000]       # each played [default: 100]
  repetitions = 10           # draws differ [default: 1]
  seed = 7                   # what all draws come from [default: 1]
  clock = \"negmas\"           # or genius, negolog
  no_deal = \"value\"          # or zero
  self_play = true           # a strategy meets itself, too
  rotate = true              # each strategy plays each side

Written are details.csv, a line for each negotiation with the columns of NegMAS
where it has them, scores.csv, and summary.html with tables and pictures: means
with intervals, who did what to whom, which pairs differ, which strategies would
be picked. The same spec gives the same bytes on any number of threads and
machines, also when it was stopped in between and begun again: the same command
goes on.

Examples:
  winset tournament league.toml -o results
  winset tournament league.toml -o results --tables genius,negolog
  winset tournament league.toml -o results --tables parquet
  winset tournament league.toml -o share1 --shard 1/2
  winset tournament merge league.toml share1 share2 -o results

Exit codes:
  0  all of it, or of the share, was played
  2  bad input or usage
  3  interrupted; the same command goes on";

const MERGE_AFTER: &str = "\
Examples:
  winset tournament merge league.toml share1 share2 share3 -o results
  winset tournament merge league.toml share1 share2 -o results --tables parquet

Exit codes:
  0  the results are whole
  2  bad input or usage, a share of another tournament, or a part is missing";
