//! What `winset journal` is told.

use clap::Subcommand;
use winset::ask::PaperHash;

use super::shared::CaseArgs;

/// Check and read the journal beside a case: the acts of the negotiation.
#[derive(Debug, clap::Args)]
#[command(after_help = JOURNAL_AFTER)]
pub(crate) struct JournalArgs {
    #[command(subcommand)]
    pub(crate) what: JournalCommand,
}

/// What to do with a journal.
#[derive(Debug, Subcommand)]
pub(crate) enum JournalCommand {
    Verify(JournalVerifyArgs),
    Repair(JournalRepairArgs),
    Show(JournalShowArgs),
}

/// Undo what git, mail or an editor did to the bytes, without touching an act.
#[derive(Debug, clap::Args)]
#[command(after_help = REPAIR_AFTER)]
pub(crate) struct JournalRepairArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer of `winset journal verify` afterwards as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Check that every line of the journal holds, and follows the one before.
#[derive(Debug, clap::Args)]
#[command(after_help = VERIFY_AFTER)]
pub(crate) struct JournalVerifyArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// What an export or a note on paper says of the journal: a line and its hash, or the hash
    /// alone. That line must be there.
    #[arg(long, value_name = "N:HASH", value_parser = head)]
    pub(crate) head: Option<PaperHash>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Tell the acts in words, one paragraph each, the newest last.
#[derive(Debug, clap::Args)]
#[command(after_help = SHOW_AFTER)]
pub(crate) struct JournalShowArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

fn head(text: &str) -> Result<PaperHash, String> {
    const EXPECTED: &str =
        "expected 64 hexadecimal digits, with a line and `:` in front or without";
    let (line, hash) = match text.split_once(':') {
        None => (None, text),
        Some((line, hash)) => (Some(line.parse().map_err(|_| EXPECTED)?), hash),
    };
    let hash = hash.to_ascii_lowercase();
    if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(EXPECTED.to_owned());
    }
    Ok(PaperHash { line, hash })
}

const JOURNAL_AFTER: &str = "\
Acts (offers, drafts of the text, answers, wordings) are lines of CASE.journal
beside the case file; docs/formats/journal.md says what a line holds.

Examples:
  winset journal verify talks.yaml
  winset journal repair talks.yaml
  winset journal show talks.yaml --as public";

const VERIFY_AFTER: &str = "\
Each line holds the hash of the line before and its own; CASE.journal.head notes
how many lines there are and the hash of the last. So a line that was changed,
moved or taken out is found, and so are lines missing at the end. Who can write
both files can write another history: against that helps only the hash on paper,
which every export for the mediator carries.

Examples:
  winset journal verify talks.yaml
  winset journal verify talks.yaml --head 12:9f86d081884c7d65...
  winset journal verify talks.yaml --json | jq .journal.head

Exits with 0 when the journal holds, with 1 when it does not.";

const REPAIR_AFTER: &str = "\
Undoes ends of lines in CR LF, a byte order mark in front, and empty lines: what
programs leave that do not know what a journal is. Acts stay as they are: a line
that was changed, moved or taken out is found afterwards as before. In a folder
under git, this line in .gitattributes keeps the bytes:

  *.journal* -text

Examples:
  winset journal verify talks.yaml
  winset journal repair talks.yaml

Exits with 0 when the journal holds then, with 1 when it does not.";

const SHOW_AFTER: &str = "\
Lines are numbered as the audience counts them: what it may not see leaves no
gap, and nothing that it is shown depends on it.

Examples:
  winset journal show talks.yaml
  winset journal show talks.yaml --as public
  winset journal show talks.yaml --json | jq -r '.acts[].words'";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_on_paper_are_read() {
        let hash = "0f".repeat(32);
        let line = |line| {
            let hash = hash.clone();
            Ok(PaperHash { line, hash })
        };
        assert_eq!(head(&hash), line(None));
        assert_eq!(head(&format!("12:{}", hash.to_uppercase())), line(Some(12)));
        for wrong in ["", "12", "x:", ":", &hash[1..], &format!("-1:{hash}")] {
            assert!(head(wrong).is_err(), "{wrong}");
        }
    }
}
