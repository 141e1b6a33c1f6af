//! What `winset text` is told.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use winset::journal::{Mode, Place, Reply};

use super::shared::{CaseArgs, OverwriteArgs, TableArgs, WritingArgs};
use super::values::{VisibilityArg, day};

/// Show the single negotiating text, compare its versions, write it out, and issue the next.
#[derive(Debug, clap::Args)]
#[command(after_help = TEXT_AFTER)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct TextArgs {
    #[command(subcommand)]
    pub(crate) what: Option<TextCommand>,
    #[command(flatten)]
    pub(crate) case: Option<CaseArgs>,
    /// The version to show [default: what a version would say now].
    #[arg(long, value_name = "NAME", conflicts_with_all = ["mode", "package", "offer"])]
    pub(crate) version: Option<String>,
    /// What to make now: a compilation of all alternatives, or the mediator's clean proposal.
    #[arg(long, value_enum, value_name = "MODE")]
    pub(crate) mode: Option<ModeArg>,
    /// Show what changed since this version.
    #[arg(long, value_name = "NAME")]
    pub(crate) redline: Option<String>,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    /// Show the figures of every version.
    #[arg(long, conflicts_with_all = ["version", "mode", "redline", "package", "offer", "answers"])]
    pub(crate) counts: bool,
    /// Show what the parties answer to each clause [of the version; default: the last one].
    #[arg(long, conflicts_with_all = ["mode", "redline", "package", "offer"])]
    pub(crate) answers: bool,
    /// File to write: .docx (with tracked changes), .html, .md or .txt; `-` writes Markdown to
    /// standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    /// Print the text as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// What to add to the text.
#[derive(Debug, Subcommand)]
pub(crate) enum TextCommand {
    Draft(Box<DraftArgs>),
    Answer(Box<AnswerArgs>),
    Wording(Box<WordingArgs>),
    Clause(Box<ClauseArgs>),
}

/// Issue a version: it stays as it is from then on.
#[derive(Debug, clap::Args)]
#[command(after_help = DRAFT_AFTER)]
pub(crate) struct DraftArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Its name; no version may have it yet.
    #[arg(long, value_name = "NAME")]
    pub(crate) version: String,
    /// A compilation of all alternatives, or the mediator's clean proposal.
    #[arg(long, value_enum, value_name = "MODE", default_value = "compilation")]
    pub(crate) mode: ModeArg,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    /// Its day [default: that on which it is written down].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<String>,
    #[command(flatten)]
    pub(crate) act: ActArgs,
}

/// Answer a clause of a version; the last answer of a party to it counts.
#[derive(Debug, clap::Args)]
#[command(after_help = ANSWER_AFTER)]
#[command(group(clap::ArgGroup::new("reply").required(true)
    .args(["accept", "accept_if", "bracket", "refuse"])))]
pub(crate) struct AnswerArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// The party that answers.
    #[arg(long, value_name = "PARTY")]
    pub(crate) by: String,
    /// The version.
    #[arg(long, value_name = "NAME")]
    pub(crate) version: String,
    /// The clause: a point, or a clause without options.
    #[arg(long, value_name = "ID")]
    pub(crate) clause: String,
    /// As it stands.
    #[arg(long)]
    accept: bool,
    /// On a condition, in words.
    #[arg(long, value_name = "WORDS", conflicts_with = "words")]
    accept_if: Option<String>,
    /// Not yet: it stays in brackets.
    #[arg(long)]
    bracket: bool,
    /// Not at all.
    #[arg(long)]
    refuse: bool,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,
    #[command(flatten)]
    pub(crate) act: ActArgs,
}

impl AnswerArgs {
    /// The answer, and the words to it.
    pub(crate) fn reply(&self) -> (Reply, Option<&str>) {
        match &self.accept_if {
            Some(words) => (Reply::AcceptIf, Some(words)),
            None if self.accept => (Reply::Accept, self.words.as_deref()),
            None if self.refuse => (Reply::Refuse, self.words.as_deref()),
            None => (Reply::Bracket, self.words.as_deref()),
        }
    }
}

/// Propose words for a clause, or take them back.
#[derive(Debug, clap::Args)]
#[command(after_help = WORDING_AFTER)]
#[command(group(clap::ArgGroup::new("said").required(true).args(["text", "take_back"])))]
pub(crate) struct WordingArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Whose words: a party, or `mediator`.
    #[arg(long, value_name = "WHO")]
    pub(crate) by: String,
    /// The clause: a point, or a clause without options.
    #[arg(long, value_name = "ID")]
    pub(crate) clause: String,
    /// The option of the point that the words are for [default: the one that the party offers].
    #[arg(long, value_name = "OPTION", conflicts_with = "take_back")]
    pub(crate) option: Option<String>,
    /// The words; `-` reads standard input.
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    /// Take back what was proposed before.
    #[arg(long)]
    pub(crate) take_back: bool,
    #[command(flatten)]
    pub(crate) act: ActArgs,
}

/// Put in a clause that carries no option, change it, or take it out.
#[derive(Debug, clap::Args)]
#[command(after_help = CLAUSE_AFTER)]
#[command(group(clap::ArgGroup::new("said").required(true).args(["text", "remove"])))]
pub(crate) struct ClauseArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Its identifier.
    #[arg(long, value_name = "ID")]
    pub(crate) id: String,
    /// Where it stands: `preamble`, `annex`, or `after:` and a point.
    #[arg(long, value_name = "PLACE", value_parser = place, required_unless_present = "remove")]
    pub(crate) place: Option<Place>,
    /// Its title.
    #[arg(long, value_name = "TITLE", required_unless_present = "remove")]
    pub(crate) title: Option<String>,
    /// Its words; `-` reads standard input.
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    /// Take it out.
    #[arg(long)]
    pub(crate) remove: bool,
    /// Whose clause: a party, or `mediator`.
    #[arg(long, value_name = "WHO", default_value = "mediator")]
    pub(crate) by: String,
    #[command(flatten)]
    pub(crate) act: ActArgs,
}

/// How an act is written down.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ActArgs {
    /// Who may see it, besides its author and the mediator [default: public; words of the mediator:
    /// mediator; changes of the case: whoever would see it in the file].
    #[arg(long, value_enum, value_name = "WHO")]
    pub(crate) visibility: Option<VisibilityArg>,
    /// A word of your own choice: what the same author sends with the same word is written once.
    #[arg(long, value_name = "WORD")]
    pub(crate) once: Option<String>,
    #[command(flatten)]
    pub(crate) writing: WritingArgs,
}

/// How a text is to be read, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ModeArg {
    Compilation,
    Chair,
}

impl From<ModeArg> for Mode {
    fn from(arg: ModeArg) -> Self {
        match arg {
            ModeArg::Compilation => Self::Compilation,
            ModeArg::Chair => Self::Chair,
        }
    }
}

/// Reads a place of a clause without options.
fn place(text: &str) -> Result<Place, String> {
    let place = Place::named(text).filter(|place| *place != Place::Point);
    place.ok_or_else(|| "expected preamble, annex, or after: and a point".to_owned())
}

const TEXT_AFTER: &str = "\
Each point is a clause, made from the words of the options that the parties
stand for; what they do not share stands in brackets with its owners:
  [ORV: Forces remain in place.] [LET: Orvane leaves within 60 days.]
A clause is clean when all parties that must agree say the same: those with the
role `principal`, or all parties where none has it.

Versions are those that sessions of the case had on the table (text_version),
made of the offers up to that day, and those that were issued with `winset text
draft`, as they were. Without a flag it shows what a version would say now, with
what changed since the last one: ADD, MOD, SUP or NOC for each clause,
{+what came+} and {-what went-}.

With a package and no mode it writes the clean text of an agreement.

Figures: clauses in brackets, opening brackets as printed, alternatives, words,
and pages of 2,400 characters.

Examples:
  winset text talks.yaml
  winset text talks.yaml --version SNT-5 --redline SNT-4 -o snt-5.docx
  winset text talks.yaml --as lethia -o for-lethia.html
  winset text talks.yaml --offer 5 -o agreement.docx
  winset text talks.yaml --mode chair --package draft.yaml
  winset text talks.yaml --counts
  winset text talks.yaml --answers --version SNT-6
  winset text draft talks.yaml --version SNT-6
  winset text answer talks.yaml --by lethia --version SNT-6 --clause forces \\
    --bracket

Exit codes:
  0  shown or written
  2  bad input or usage, or a file that cannot be read or written";

const DRAFT_AFTER: &str = "\
A compilation holds every alternative. Each audience reads an edition of its
own, made of what that audience may see when it is issued. The mediator's
proposal (--mode chair) is made of a package, in the mediator's own words
(winset text wording --by mediator) where there are any that fit; without a
package, of these words and of what all parties that must agree share, as far as
the readers of the proposal see it. Where there is neither, it is refused.

Examples:
  winset text draft talks.yaml --version SNT-6
  winset text draft talks.yaml --version CHAIR-1 --mode chair \\
    --package bridge.yaml
  winset text draft talks.yaml --version SNT-6 --visibility mediator --dry-run";

const ANSWER_AFTER: &str = "\
Examples:
  winset text answer talks.yaml --by lethia --version SNT-6 --clause forces \\
    --accept
  winset text answer talks.yaml --by orvane --version SNT-6 --clause plant \\
    --accept-if \"Meridia manages\" --visibility mediator";

const WORDING_AFTER: &str = "\
Words of a party stand for the words of the option that it offers; words for
another option stand beside these. The mediator's stand as a further
alternative, and in the mediator's proposal they are the text.

Examples:
  winset text wording talks.yaml --by lethia --clause forces \\
    --text \"Not more than 800,000 in peacetime.\"
  winset text wording talks.yaml --by mediator --clause plant --option n3 \\
    --text - < plant.txt
  winset text wording talks.yaml --by lethia --clause forces --take-back";

const CLAUSE_AFTER: &str = "\
Examples:
  winset text clause talks.yaml --id aims --place preamble --title Aims \\
    --text \"Desiring a lasting peace,\"
  winset text clause talks.yaml --id map-3 --place annex --title \"Map 3\" \\
    --text - < map-3.txt
  winset text clause talks.yaml --id aims --remove";
