//! What the commands are told that help to use the others.

use std::path::PathBuf;

use clap_complete::Shell;

use super::shared::OverwriteArgs;

/// Print completions for a shell: commands, flags and their values.
#[derive(Debug, clap::Args)]
#[command(after_help = COMPLETIONS_AFTER)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: Shell,
}

const COMPLETIONS_AFTER: &str = "\
Examples:
  winset completions bash > ~/.local/share/bash-completion/completions/winset
  winset completions zsh > ~/.zfunc/_winset
  winset completions fish > ~/.config/fish/completions/winset.fish";

/// Write the manual pages, one for each command, into a folder.
#[derive(Debug, clap::Args)]
#[command(after_help = MAN_AFTER)]
pub(crate) struct ManArgs {
    /// The folder; it is made where there is none.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

const MAN_AFTER: &str = "\
Examples:
  winset man ~/.local/share/man/man1
  man winset-solve";
