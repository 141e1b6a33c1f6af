//! What `winset what-if` is told.

use std::path::PathBuf;

use winset::model::overlay::{Flag, FlagKind};

use super::shared::{CaseArgs, LimitArgs};

/// Compare the case with what changes would make of it, one or several at once.
#[derive(Debug, clap::Args)]
#[command(after_help = WHAT_IF_AFTER)]
pub(crate) struct WhatIfArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Set a value or a score: `PARTY.no_deal` or `PARTY.impasse` (a number, or none), or
    /// `PARTY.POINT.OPTION` (a number).
    #[arg(long, value_name = "WHAT=SCORE")]
    set: Vec<String>,
    /// Let a line stand on a step of its ladder; 0 is the declared one.
    #[arg(long, value_name = "LINE=STEP")]
    step: Vec<String>,
    /// Leave out a line, a link or a vote rule; never a law.
    #[arg(long, value_name = "DEMAND")]
    drop: Vec<String>,
    /// Settle a point on one option.
    #[arg(long, value_name = "POINT=OPTION")]
    fix: Vec<String>,
    /// Rule out options of a point; commas between several.
    #[arg(long, value_name = "POINT=OPTION")]
    exclude: Vec<String>,
    /// Pull a lever: its target's no-deal value moves, from what --set made it.
    #[arg(long, value_name = "LEVER")]
    pull: Vec<String>,
    /// Compare with the changes that an overlay file states, too.
    #[arg(long, value_name = "FILE")]
    pub(crate) overlay: Vec<PathBuf>,
    /// Write the changes above as an overlay file (YAML).
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// Name of the changes above [default: that of the file saved, or `flags`].
    #[arg(long, value_name = "NAME", value_parser = identifier)]
    pub(crate) name: Option<String>,
    /// Title of the changes above, for readers.
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,
    /// Write the changed case as a case file (JSON), for other questions; for one what-if only.
    #[arg(long, value_name = "FILE")]
    pub(crate) export: Option<PathBuf>,
    /// Let --save and --export overwrite a file.
    #[arg(long)]
    pub(crate) force: bool,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

impl WhatIfArgs {
    /// The flags that state changes, by kind.
    pub(crate) fn flags(&self) -> Vec<Flag> {
        let kinds = [
            (FlagKind::Set, &self.set),
            (FlagKind::Step, &self.step),
            (FlagKind::Drop, &self.drop),
            (FlagKind::Fix, &self.fix),
            (FlagKind::Exclude, &self.exclude),
            (FlagKind::Pull, &self.pull),
        ];
        let of_kind = |(kind, values): (FlagKind, &Vec<String>)| {
            let flag = move |value: &String| Flag {
                kind,
                value: value.clone(),
            };
            values.iter().map(flag).collect::<Vec<Flag>>()
        };
        kinds.into_iter().flat_map(of_kind).collect()
    }
}

/// Reads a name.
fn identifier(text: &str) -> Result<String, String> {
    if winset::model::file::read::is_identifier(text) {
        Ok(text.to_owned())
    } else {
        Err("not an identifier".to_owned())
    }
}

const WHAT_IF_AFTER: &str = "\
Changes combine; those that contradict each other are told, all at once, and
nothing is asked. The base is the case at its declared positions. With several
overlay files, or one beside changes here, all stand in one table.

No-deal values are set first; levers then move them. A changed score makes
another case, which --export writes: its declared positions are the what-if.

Examples:
  winset what-if talks.yaml --set orvane.no_deal=560 --step ORV-territory=1
  winset what-if talks.yaml --fix territory=t3 --exclude format=o2,o3
  winset what-if talks.yaml --pull MER-price-cap --save price-cap.yaml
  winset what-if talks.yaml --overlay price-cap.yaml --overlay aid.yaml
  winset what-if talks.yaml --drop VETO --export without-veto.json
  winset clashes without-veto.json

Exit codes:
  0  answered: for the base and each what-if, an overlap or a proof of none
  2  bad input or usage, or a file that cannot be read or written
  3  stopped before all were decided, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
