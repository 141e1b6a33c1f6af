//! What `winset requests` is told.

use std::path::PathBuf;

use super::shared::LimitArgs;

/// Work out which requests for named persons can be met together, in circles and chains.
#[derive(Debug, clap::Args)]
#[command(after_help = REQUESTS_AFTER)]
pub(crate) struct RequestsArgs {
    /// The requests: CSV or a workbook, plain or encrypted, with the columns `holder`, `gives`, `wants` and,
    /// where some count more, `weight`.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A key that opens an encrypted list; may be repeated. What is decrypted stays in memory.
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) persons_key: Vec<PathBuf>,
    /// Most requests in a circle: 2 for exchanges between two only.
    #[arg(long, value_name = "N", default_value_t = 3,
        value_parser = clap::value_parser!(u8).range(2..=5))]
    pub(crate) circle: u8,
    /// Most requests in a chain, which begins with a release without return.
    #[arg(long, value_name = "N", default_value_t = 4,
        value_parser = clap::value_parser!(u8).range(1..=6))]
    pub(crate) chain: u8,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const REQUESTS_AFTER: &str = "\
A row is a request: its holder would release one person in return for another.
  holder  who holds the person
  gives   the person: an identifier, and a category after `;` where one is asked
          for by category
  wants   whose release is asked for in return, any one of them, with `;`
          between; empty where the person is released without return
  weight  what it is worth that the request is met, a whole number from 1 to
          1000 [default: 1]

A circle releases to each what it asks for, and costs nobody anything else. A
chain begins with a release without return, and the last of it gives nobody.
Of all that can be carried out together that is taken which has the most
weight; of those with as much, the one in which the holder that is worst served
gets the largest share of its requests met, then the next. Both are proven, and
checked. Persons are told by row only, never by what identifies them.

Examples:
  winset requests requests.csv
  winset requests requests.xlsx --circle 2
  winset requests requests.csv --json | jq '.settled.rings'

Exit codes:
  0  answered
  2  bad input or usage
  3  stopped before it was decided, or too many circles to look at";
