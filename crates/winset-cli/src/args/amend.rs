//! What `winset amend`, `history`, `undo` and `case` are told.

use std::path::PathBuf;

use clap::Subcommand;

use super::shared::{CaseArgs, OverwriteArgs};
use super::text::ActArgs;
use super::values::day;

/// Change the case while talks go on: points, options, parties, lines, conditions, scores, and the
/// rest. The case file stays as it is; the change becomes a line of its journal.
#[derive(Debug, clap::Args)]
#[command(after_help = AMEND_AFTER)]
#[command(group(clap::ArgGroup::new("changed").required(true).multiple(true).args(["rename", "add", "set", "unset", "order", "retire", "edit", "like"])))]
pub(crate) struct AmendArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Who changes it: `mediator`, or a party, which may change its own entries.
    #[arg(long, value_name = "WHO", default_value = "mediator")]
    pub(crate) by: String,
    /// Give an entry another identifier, wherever it is named.
    #[arg(long, value_name = "PLACE=NAME")]
    pub(crate) rename: Vec<String>,
    /// Add an entry to a list, as the case file would have it.
    #[arg(long, value_name = "LIST=ENTRY")]
    pub(crate) add: Vec<String>,
    /// Behind which entry of its list the added one stands [default: the last].
    #[arg(long, value_name = "NAME", requires = "add")]
    pub(crate) after: Option<String>,
    /// Set a key of an entry.
    #[arg(long, value_name = "PLACE=VALUE")]
    pub(crate) set: Vec<String>,
    /// Take a key out of an entry.
    #[arg(long, value_name = "PLACE")]
    pub(crate) unset: Vec<String>,
    /// Put the entries of a list in another order.
    #[arg(long, value_name = "LIST=NAME,..")]
    pub(crate) order: Vec<String>,
    /// An entry counts no longer.
    #[arg(long, value_name = "PLACE")]
    pub(crate) retire: Vec<String>,
    /// Open the case as it is now in `$VISUAL` or `$EDITOR`; what differs afterwards is the change.
    #[arg(long, conflicts_with_all = ["rename", "add", "set", "unset", "order", "retire", "like"])]
    pub(crate) edit: bool,
    /// An edited copy of the case: what differs in it is the change.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rename", "add", "set", "unset", "order", "retire"])]
    pub(crate) like: Option<PathBuf>,
    /// Why; for the author and the mediator only.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[command(flatten)]
    pub(crate) act: ActArgs,
}

/// Say in words how the case changed: what was added, reworded, renamed, retired or taken back.
#[derive(Debug, clap::Args)]
#[command(after_help = HISTORY_AFTER)]
pub(crate) struct HistoryArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Only what was written down from this day on.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) since: Option<String>,
    /// All acts, not changes of the case only.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Take back the last own act, or another one, by a further act.
#[derive(Debug, clap::Args)]
#[command(after_help = UNDO_AFTER)]
pub(crate) struct UndoArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Whose act it is: `mediator`, or a party.
    #[arg(long, value_name = "WHO", default_value = "mediator")]
    pub(crate) by: String,
    /// The line of the act [default: the last one of theirs that still counts].
    #[arg(long, value_name = "LINE")]
    pub(crate) line: Option<usize>,
    /// Why; for the author and the mediator only.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// A word of your own choice: what the same author sends with the same word is written once.
    #[arg(long, value_name = "WORD")]
    pub(crate) once: Option<String>,
    #[command(flatten)]
    pub(crate) writing: super::shared::WritingArgs,
}

/// Write the case as it is now, or what a party may see of it, as one clean file.
#[derive(Debug, clap::Args)]
#[command(after_help = CASE_AFTER)]
pub(crate) struct CaseFileArgs {
    #[command(subcommand)]
    pub(crate) what: CaseFileCommand,
}

/// Which file.
#[derive(Debug, Subcommand)]
pub(crate) enum CaseFileCommand {
    Write(CaseWriteArgs),
    Cut(CaseCutArgs),
}

/// Write one case file with everything in it: the file, its changes, and the offers of the journal.
#[derive(Debug, clap::Args)]
pub(crate) struct CaseWriteArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) to: CaseToArgs,
}

/// Write a case file of what a party, or the public, may see; nothing else is in it.
#[derive(Debug, clap::Args)]
#[command(mut_arg("audience", |audience| audience.required(true)))]
pub(crate) struct CaseCutArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) to: CaseToArgs,
}

/// Where a case file goes.
#[derive(Debug, clap::Args)]
pub(crate) struct CaseToArgs {
    /// The file to write: `.yaml`, `.yml` or `.json`; `-` writes YAML to standard output.
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

const AMEND_AFTER: &str = "\
A place is written as it stands in the case file: lists by the identifiers of
their entries, from the top. An entry or a value is written as the case file
would have it (YAML on one line).

  points.land.title                    the title of the point `land`
  points.land.options                  its options
  points.land.options.keep.label       the label of one of them
  parties.north.no_deal                what north has without a deal
  preferences.north.land               what the options are worth to north
  lines.N-land.ladder                  the steps of a line

A renamed entry is renamed wherever the case names it, and acts that name it
still count. Who is asked about a new point is silent on it. What is retired is
taken out of scores and offers; lines, conditions and bodies that name it have
to be changed in the same command, else the command names them. Several changes
of one command count together or not at all; they are made in this order:
--rename, --add, --set, --unset, --order, --retire.

Who may see a change, where --visibility does not say: everybody who would see
all of what it says in the case file; else its author and the mediator.

Examples:
  winset amend talks.yaml --set 'points.land.title=Land and water'
  winset amend talks.yaml --rename points.land=territory
  winset amend talks.yaml --after keep \\
    --add 'points.land.options={id: share, label: Shared}'
  winset amend talks.yaml \\
    --add 'points={id: fish, title: Fishing, options: [
           {id: no, label: None}, {id: yes, label: Shared}]}'
  winset amend talks.yaml --set parties.north.no_deal=4 --reason 'told by them'
  winset amend talks.yaml --by north \\
    --set 'preferences.north.land={values: [3, 1]}'
  winset amend talks.yaml --retire links.N-needs-fee --dry-run
  winset amend talks.yaml --edit

Exit codes:
  0  written, or with --dry-run: could be written; with --edit also: nothing
     changed
  2  bad input or usage, or a journal that does not hold";

const HISTORY_AFTER: &str = "\
Examples:
  winset history talks.yaml
  winset history talks.yaml --since 2031-03-01
  winset history talks.yaml --as north
  winset history talks.yaml --json | jq -r '.acts[].words'

Exit codes:
  0  told
  2  bad input or usage";

const UNDO_AFTER: &str = "\
Nothing is taken out of the journal: the act stays there, and counts no longer.
Whoever saw it sees that it was taken back. A version of the text that was
issued stays: its readers have it. Where later acts rest on it, they are named,
to be taken back first.

Examples:
  winset undo talks.yaml
  winset undo talks.yaml --by north --reason 'sent by mistake'
  winset undo talks.yaml --line 12 --by south --dry-run

Exit codes:
  0  written, or with --dry-run: could be written
  2  bad input or usage, or nothing that could be taken back";

const CASE_AFTER: &str = "\
The file that `case write` writes reads as the same case. It has no journal of
its own: answers to clauses and versions of the text stay in the journal of the
case that it was made of. Files are made with mode 0600.

Examples:
  winset case write talks.yaml -o clean.yaml
  winset case write talks.yaml --as-of 2031-03-01 -o march.yaml
  winset case cut talks.yaml --as north -o north.yaml

Exit codes:
  0  written
  2  bad input or usage, or a file that cannot be written";
