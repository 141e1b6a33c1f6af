//! What `winset persons` is told.

use std::path::PathBuf;

use clap::Subcommand;

use super::shared::OverwriteArgs;

/// Keep lists of persons encrypted: keys, encrypted lists, and what these hold in numbers.
#[derive(Debug, clap::Args)]
#[command(after_help = PERSONS_AFTER)]
pub(crate) struct PersonsArgs {
    #[command(subcommand)]
    pub(crate) what: PersonsCommand,
}

/// What to do with a list.
#[derive(Debug, Subcommand)]
pub(crate) enum PersonsCommand {
    Key(PersonsKeyArgs),
    Encrypt(PersonsEncryptArgs),
    Decrypt(PersonsDecryptArgs),
    Check(PersonsCheckArgs),
}

/// Make a key: a file for its owner alone, and a recipient that anybody may have, who then encrypts for it.
#[derive(Debug, clap::Args)]
#[command(after_help = KEY_AFTER)]
pub(crate) struct PersonsKeyArgs {
    /// File to write the key to; nothing may stand there.
    #[arg(short, long, alias = "out", value_name = "KEYFILE")]
    pub(crate) output: PathBuf,
}

/// Encrypt a list of persons, once it is found to be one.
#[derive(Debug, clap::Args)]
#[command(after_help = ENCRYPT_AFTER)]
pub(crate) struct PersonsEncryptArgs {
    /// The list: CSV or a workbook, with columns `id`, `category` and `status` (held, dead or unknown);
    /// `-` reads standard input.
    #[arg(value_name = "LIST")]
    pub(crate) list: PathBuf,
    /// File to write, `.age`.
    #[arg(short, long, alias = "out", value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// A key that is to open it; may be repeated.
    #[arg(long, value_name = "KEYFILE")]
    pub(crate) key: Vec<PathBuf>,
    /// A recipient whose key is to open it (age1...); may be repeated.
    #[arg(long, value_name = "RECIPIENT")]
    pub(crate) to: Vec<String>,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

/// Write an encrypted list as it was before, to a file that its owner alone can read.
#[derive(Debug, clap::Args)]
#[command(after_help = DECRYPT_AFTER)]
pub(crate) struct PersonsDecryptArgs {
    /// The encrypted list.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A key that opens it; may be repeated.
    #[arg(long, value_name = "KEYFILE", required = true)]
    pub(crate) key: Vec<PathBuf>,
    /// File to write.
    #[arg(short, long, alias = "out", value_name = "LIST")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

/// Say how many persons an encrypted list holds, by category and status, and nothing more of it.
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_AFTER)]
pub(crate) struct PersonsCheckArgs {
    /// The encrypted list.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A key that opens it; may be repeated.
    #[arg(long, value_name = "KEYFILE", required = true)]
    pub(crate) key: Vec<PathBuf>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

const PERSONS_AFTER: &str = "\
A list has one row for each person: an identifier, a category, a status. It is
personal data and stays out of the case. Encrypted lists have the format of age
(age-encryption.org/v1), so other programs of that format open them, too. No
case is read. Identifiers are never printed.

Examples:
  winset persons key -o mediator.key
  winset persons encrypt claimed.csv -o claimed.age --key mediator.key
  winset persons check claimed.age --key mediator.key
  winset persons decrypt claimed.age --key mediator.key -o claimed.csv
  winset exchange talks.yaml --lists north@south=claimed.age,held.age \\
    --persons-key mediator.key";

const KEY_AFTER: &str = "\
Prints the recipient, a line that begins with age1. Whoever has the file reads
every list that was encrypted for it; whoever loses it reads none of them again.
Keep a copy where the lists are not.

Examples:
  winset persons key -o mediator.key

Exit codes:
  0  written
  2  bad input or usage, or a file stands there";

const ENCRYPT_AFTER: &str = "\
The file is encrypted as it is, byte by byte, with whatever columns it has. The
plain file is not removed: that is for you to do. With several keys or
recipients each of them alone opens the file.

Examples:
  winset persons encrypt claimed.csv -o claimed.age --key mediator.key
  winset persons encrypt held.xlsx -o held.age --key mediator.key \\
    --to age1q4t6snpuqs7l6mgsq4shqr8fz3whtmhdwvnrt8a9fqc5xqmjpe4sy0h7dh
  export-list | winset persons encrypt - -o claimed.age --key mediator.key

Exit codes:
  0  written
  2  bad input or usage, or a file that cannot be read or written";

const DECRYPT_AFTER: &str = "\
The list is written to a file only, never to standard output. Remove it when it
is no longer needed.

Examples:
  winset persons decrypt claimed.age --key mediator.key -o claimed.csv

Exit codes:
  0  written
  2  bad input or usage, or a file that cannot be read or written";

const CHECK_AFTER: &str = "\
Examples:
  winset persons check claimed.age --key mediator.key
  winset persons check claimed.age --key mediator.key --json | jq .categories

Exit codes:
  0  answered
  2  bad input or usage, or no list of persons";
