//! What `winset offer` is told.

use std::path::PathBuf;

use clap::Subcommand;

use super::shared::{CaseArgs, WritingArgs};
use super::values::{VisibilityArg, day};

/// Write offers to the journal beside a case, and list them.
#[derive(Debug, clap::Args)]
#[command(after_help = OFFER_AFTER)]
pub(crate) struct OfferArgs {
    #[command(subcommand)]
    pub(crate) what: OfferCommand,
}

/// What to do with offers.
#[derive(Debug, Subcommand)]
pub(crate) enum OfferCommand {
    Add(Box<OfferAddArgs>),
    List(OfferListArgs),
}

/// Write an offer to the journal, and say what it changes.
#[derive(Debug, clap::Args)]
#[command(after_help = ADD_AFTER)]
#[command(group(clap::ArgGroup::new("offered").required(true).multiple(true).args(["package", "says", "set"])))]
pub(crate) struct OfferAddArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// The party that makes it.
    #[arg(long, value_name = "PARTY")]
    pub(crate) by: String,
    /// File with a package, to be taken as a whole: a mapping from every point to an option; `-`
    /// reads standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["says", "set"])]
    pub(crate) package: Option<PathBuf>,
    /// File with a statement: a mapping from the points that it speaks of to an option; `-` reads
    /// standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "set")]
    pub(crate) says: Option<PathBuf>,
    /// An option on a point: a statement about the points that are set, and about no others.
    #[arg(long, value_name = "POINT=OPTION", num_args = 1..)]
    pub(crate) set: Vec<String>,
    /// Who may see it, besides the party and the mediator [default: public].
    #[arg(long, value_enum, value_name = "WHO")]
    pub(crate) visibility: Option<VisibilityArg>,
    /// The day on which it was made [default: that on which it is written down].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<String>,
    /// A remark, for the party and the mediator only.
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// A word of your own choice: the same offer of the party with the same word is written once,
    /// however often it is sent.
    #[arg(long, value_name = "WORD")]
    pub(crate) once: Option<String>,
    #[command(flatten)]
    pub(crate) writing: WritingArgs,
}

/// List the offers of a case and its journal.
#[derive(Debug, clap::Args)]
#[command(after_help = LIST_AFTER)]
pub(crate) struct OfferListArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

const OFFER_AFTER: &str = "\
Examples:
  winset offer add talks.yaml --by north --set fee=7.5
  winset offer list talks.yaml";

const ADD_AFTER: &str = "\
The case file is not touched: the offer becomes a line of CASE.journal, and
counts as an offer of the case from then on. When the command says that it is
written, it is on disk.

An offer says what it says and no more. A statement (--set, --says) speaks of
some points; a package (--package) speaks of all of them, to be taken together.
What a party stands for on a point is the last that it said of the point, for
each reader the last that this reader may see. So what is told in confidence
changes nothing for the public, and a public statement on one point tells
nothing of the others.

The command says what the offer changes, what the party's stand is worth to it
where it has spoken of every point, and the signals of `winset status` that the
offer gives, such as that it crosses a line that the party has declared. It
refuses nothing that the party may offer.

Examples:
  winset offer add talks.yaml --by north --package draft.yaml
  winset offer add talks.yaml --by north --set fee=7.5 --set berths=b2
  winset offer add talks.yaml --by north --set fee=5 --visibility mediator
  winset offer add talks.yaml --by north --set fee=5 --dry-run

A package file settles every point; a statement, those that it speaks of:
  berths: b1
  fee: 10

Exit codes:
  0  written, or with --dry-run: could be written
  2  bad input or usage, or a journal that does not hold

Shows sealed values; it is for the mediator's own desk.";

const LIST_AFTER: &str = "\
Offers are numbered as the audience counts them: those of the case file first,
then those of the journal.

Examples:
  winset offer list talks.yaml
  winset offer list talks.yaml --as public
  winset offer list talks.yaml --json | jq '.offers[-1].says'";
