//! What the commands are told that read, show and check files.

use std::path::PathBuf;

use super::shared::CaseArgs;

/// Check a case file, and report every mistake at once, with its place.
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_AFTER)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the findings as one line of JSON: a list, empty when all is well.
    #[arg(long)]
    pub(crate) json: bool,
}

const CHECK_AFTER: &str = "\
Examples:
  winset check talks.yaml
  winset check talks.yaml --json
  generate-case | winset check - --syntax json

Exits with 0 when the case can be used, whatever the warnings, else with 2.";

/// Show a case in words: points with their options, parties, demands, ratifying bodies.
#[derive(Debug, clap::Args)]
#[command(after_help = SHOW_AFTER)]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the whole file as canonical JSON: keys in order, numbers as written, no spaces. Its
    /// SHA-256 is the hash in certificates, and other verifiers read this form.
    #[arg(long)]
    pub(crate) json: bool,
}

const SHOW_AFTER: &str = "\
Examples:
  winset show talks.yaml
  winset show talks.yaml | less
  winset show talks.yaml --json > talks.canonical.json

Shows sealed values; it is for the mediator's own desk.";

/// Check a certificate: the proof that a case has no overlap.
#[derive(Debug, clap::Args)]
#[command(after_help = VERIFY_AFTER)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Certificate that `winset solve --certificate` wrote.
    #[arg(value_name = "CERTIFICATE")]
    pub(crate) certificate: PathBuf,
    /// Exit with 0 for a certificate of another question too, such as those of `winset open --export`.
    #[arg(long)]
    pub(crate) any_question: bool,
}

const VERIFY_AFTER: &str = "\
The certificate says itself which positions it is about; where these are not the
declared ones, the headline says so and what differs is listed. The check needs
the case and the certificate, and trusts nothing that the search did.

Examples:
  winset solve talks.yaml --certificate talks.proof
  winset verify talks.yaml talks.proof

Exits with 0 when the certificate is accepted for the declared positions, with 1
when it is refused, or accepted for another question without --any-question.";

/// Print the JSON Schema of case files, of overlay files, or of answers.
#[derive(Debug, clap::Args)]
#[command(after_help = SCHEMA_AFTER)]
pub(crate) struct SchemaArgs {
    /// The schema of what `winset solve --json` and other questions print.
    #[arg(long)]
    pub(crate) answer: bool,
    /// The schema of overlay files, which `winset what-if` reads and writes.
    #[arg(long, conflicts_with = "answer")]
    pub(crate) overlay: bool,
}

const SCHEMA_AFTER: &str = "\
Examples:
  winset schema > winset-case-1.schema.json
  winset schema --overlay > overlay.schema.json
  winset schema --answer > answer.schema.json";
