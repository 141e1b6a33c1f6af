//! What `winset class` is told.

use std::path::PathBuf;

use super::shared::{CaseArgs, LimitArgs, OverwriteArgs};

/// Hand a case to a class, and look at what its groups agreed.
#[derive(Debug, clap::Args)]
#[command(after_help = CLASS_AFTER)]
#[group(id = "class_what", args = ["groups", "debrief"], required = true)]
pub(crate) struct ClassArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Write a confidential sheet for each role, and a form for what each of so many groups agrees.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=500), conflicts_with = "debrief")]
    pub(crate) groups: Option<u32>,
    /// Read the forms in a folder, filled in (XLSX, ODS or CSV), and write what the groups agreed and could
    /// have. Nobody is named.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) debrief: Option<PathBuf>,
    /// Folder for the sheets and forms; file for the debrief (.html).
    #[arg(long, short, value_name = "PLACE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    /// Print the debrief as one line of JSON (winset-answer/1) as well.
    #[arg(long, requires = "debrief")]
    pub(crate) json: bool,
}

const CLASS_AFTER: &str = "\
Examples:
  winset class talks.yaml --groups 6 -o class
  winset class talks.yaml --debrief class/outcomes -o debrief.html

The first writes class/roles/PARTY.html, to print for whoever plays that
party, and class/outcomes/group-1.xlsx and so on. Each group fills one in.
The second reads them; a form with nothing filled in is a group without a
deal. Take forms out of the folder that were not handed in.
";
