//! What `winset new` is told.

use std::path::PathBuf;

use clap::ValueEnum;

use super::shared::OverwriteArgs;

/// Begin a case: by questions in a terminal, by flags, from a template, or from another file.
#[derive(Debug, clap::Args)]
#[command(after_help = NEW_AFTER)]
pub(crate) struct NewArgs {
    /// Case file to write, `.yaml` or `.yml`; `-` writes to standard output [default: the words of
    /// the title].
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// The same as FILE.
    #[arg(short, long, value_name = "FILE", conflicts_with = "file")]
    pub(crate) output: Option<PathBuf>,
    /// What the talks are about.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Who must agree; once for each party. Beside a template, names for its parties in their order.
    #[arg(long = "party", value_name = "NAME")]
    pub(crate) parties: Vec<String>,
    /// Who mediates, and need not agree.
    #[arg(long, value_name = "NAME")]
    pub(crate) mediator: Option<String>,
    /// A matter to settle and the ways to settle it; once for each point.
    #[arg(long = "point", value_name = "TITLE: OUTCOME; OUTCOME")]
    pub(crate) points: Vec<String>,
    /// Begin with a case that is there already, with remarks on each part; `list` lists them.
    #[arg(long, value_enum, value_name = "NAME", conflicts_with_all = ["points", "mediator"])]
    pub(crate) template: Option<TemplateArg>,
    /// Begin with what another file says: a case, or a scenario of another program.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["title", "parties", "mediator", "points", "template"]
    )]
    pub(crate) from: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

/// A template, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TemplateArg {
    /// Print what templates there are, and write nothing.
    List,
    /// Two parties and a mediator.
    Mediation,
    /// A plan of many points, with allies, and a parliament that ratifies.
    Plan,
    /// A council that decides by votes.
    Council,
    /// A game for a class: scores, and values without a deal.
    Class,
    /// An exchange of prisoners.
    Exchange,
}

const NEW_AFTER: &str = "\
In a terminal and without flags it asks: what the talks are about, who must
agree, what is on the table and how each point could be settled, what each party
accepts. Every answer can be taken back. With flags it asks nothing. What it
writes is a text file with remarks that say what can be added.

Examples:
  winset new
  winset new harbour.yaml
  winset new --template list
  winset new talks.yaml --template mediation --title \"Use of the harbour\" \\
      --party \"Northern Port Authority\" --party \"Southern Fleet\"
  winset new --title \"Use of the harbour\" --party North --party South \\
      --point \"Who assigns berths: the northern office; a joint office\" \\
      --point \"Fee per ship: none; 5,000; 10,000\"
  winset new talks.yaml --from laptop/

Exit codes:
  0  written
  2  bad input or usage, or a file that cannot be read or written
  3  interrupted; what was answered is written where it is enough for a case";
