//! What `winset record` is told.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::shared::{CaseArgs, CsvForArg, OverwriteArgs, ReaderArgs};
use super::values::{VisibilityArg, day, time};

/// Keep the record of a case: meetings, what was said, what was offered, and what is said to have
/// happened.
#[derive(Debug, clap::Args)]
#[command(after_help = RECORD_AFTER)]
pub(crate) struct RecordArgs {
    #[command(subcommand)]
    pub(crate) what: RecordCommand,
}

/// What to do with the record.
#[derive(Debug, Subcommand)]
pub(crate) enum RecordCommand {
    Add(Box<RecordAddArgs>),
    List(RecordListArgs),
    Show(RecordShowArgs),
    Timeline(RecordTimelineArgs),
    Findings(RecordFindingsArgs),
    Export(RecordExportArgs),
    Import(Box<RecordImportArgs>),
    Read(RecordReadArgs),
}

/// A kind of entry that can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EntryKindArg {
    Statement,
    Incident,
    Session,
}

/// A kind of entry that can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListedKindArg {
    Statement,
    Incident,
    Session,
    Offer,
}

/// Who writes an entry down, and how.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct EnteringArgs {
    /// Who enters it: `mediator`, or a party, which sees what it enters.
    #[arg(long, value_name = "WHO", default_value = "mediator")]
    pub(crate) by: String,
    /// Who may see it, where an entry does not say [default: mediator].
    #[arg(long, value_enum, value_name = "WHO")]
    pub(crate) visibility: Option<VisibilityArg>,
    /// Why; for the author and the mediator only.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Write it without asking.
    #[arg(long)]
    pub(crate) yes: bool,
    /// Say all of it, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// When it is written down, in UTC [default: now].
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<String>,
    /// A word of your own choice: what the same author sends with the same word is written once.
    #[arg(long, value_name = "WORD")]
    pub(crate) once: Option<String>,
}

/// Add a statement, an incident or a session.
#[derive(Debug, clap::Args)]
#[command(after_help = ADD_AFTER)]
pub(crate) struct RecordAddArgs {
    /// What kind of entry.
    #[arg(value_enum, value_name = "KIND")]
    pub(crate) kind: EntryKindArg,
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// File with entries as the case file has them, one or a list, or all kinds under `sessions`,
    /// `statements` and `incidents`; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) entry: EntryArgs,
    #[command(flatten)]
    pub(crate) entering: EnteringArgs,
}

/// What an entry says.
#[derive(Debug, Default, Clone, clap::Args)]
pub(crate) struct EntryArgs {
    /// Identifier [default: made of what it says].
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    /// The day on which it occurred.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    /// How exactly the day is known: day, week, month or about.
    #[arg(long, value_name = "HOW")]
    pub(crate) precision: Option<String>,
    /// The day on which it was reported.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) reported: Option<String>,
    /// The entry of its kind that it replaces.
    #[arg(long, value_name = "ID")]
    pub(crate) supersedes: Option<String>,
    /// Points that it is about.
    #[arg(long, value_name = "POINT,..")]
    pub(crate) about: Option<String>,
    /// A clause of the text that it is about; may be repeated.
    #[arg(long, value_name = "CLAUSE")]
    pub(crate) clause: Vec<String>,
    /// Of a session or an incident: options that it is about; may be repeated.
    #[arg(long, value_name = "POINT=OPTION,..")]
    pub(crate) option: Vec<String>,
    /// Of a statement: the party that said it.
    #[arg(long, value_name = "PARTY")]
    pub(crate) said_by: Option<String>,
    /// Of a statement: the words.
    #[arg(long, value_name = "TEXT")]
    pub(crate) says: Option<String>,
    /// Of a statement: where it was said.
    #[arg(long, value_name = "TEXT")]
    pub(crate) channel: Option<String>,
    /// Of a statement: grade of the source, A1 to F6.
    #[arg(long, value_name = "GRADE")]
    pub(crate) grade: Option<String>,
    /// Of a statement: options that it reads as accepting; may be repeated.
    #[arg(long, value_name = "POINT=OPTION,..")]
    pub(crate) reads_as: Vec<String>,
    /// Of an incident: where.
    #[arg(long, value_name = "TEXT")]
    pub(crate) place: Option<String>,
    /// Of an incident: what happened [default: its category].
    #[arg(long, value_name = "TEXT")]
    pub(crate) what: Option<String>,
    /// Of an incident: its category, such as strike, shelling or access-denied.
    #[arg(long, value_name = "WORD")]
    pub(crate) category: Option<String>,
    /// Of an incident: who says so, a party, `both` or `unknown` [default: who enters it].
    #[arg(long, value_name = "WHO")]
    pub(crate) claimed_by: Option<String>,
    /// Of an incident: who is alleged to have done it, a party, `both`, `disputed` or `unknown`
    /// [default: unknown].
    #[arg(long, value_name = "WHO")]
    pub(crate) alleged: Option<String>,
    /// Of an incident: how many of what; may be repeated.
    #[arg(long, value_name = "WHAT=LEAST[-MOST]")]
    pub(crate) count: Vec<String>,
    /// Of an incident: a source; may be repeated.
    #[arg(long, value_name = "KIND=GRADE[=REMARK]")]
    pub(crate) source: Vec<String>,
    /// What a party says of it: asserts, denies, silent or admits; seen by whoever sees the entry. May
    /// be repeated.
    #[arg(long, value_name = "PARTY=STANCE")]
    pub(crate) stance: Vec<String>,
    /// How far it is established: unverified, probable, confirmed, confirmed-unattributed or refuted.
    #[arg(long, value_name = "STATUS")]
    pub(crate) verified: Option<String>,
    /// The body that verified it.
    #[arg(long, value_name = "NAME")]
    pub(crate) verified_by: Option<String>,
    /// The day on which it did.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) verified_on: Option<String>,
    /// Of a session: shuttle, bilateral, three-way or multilateral.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<String>,
    /// Of a session: the delegations met.
    #[arg(long, value_name = "DELEGATION,..")]
    pub(crate) with: Option<String>,
    /// Of a session: the delegation that led it.
    #[arg(long, value_name = "DELEGATION")]
    pub(crate) led_by: Option<String>,
    /// Of a session: the version of the text on the table.
    #[arg(long, value_name = "NAME")]
    pub(crate) text_version: Option<String>,
    /// Of a session: what came of it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) outcome: Option<String>,
}

impl EntryArgs {
    /// What is given: the name of each field, and what it says.
    pub(crate) fn given(&self) -> Vec<(&'static str, Vec<&str>)> {
        let fields: Vec<(&'static str, Vec<&str>)> = vec![
            ("id", one(self.id.as_deref())),
            ("date", one(self.date.as_deref())),
            ("precision", one(self.precision.as_deref())),
            ("reported", one(self.reported.as_deref())),
            ("supersedes", one(self.supersedes.as_deref())),
            ("about", one(self.about.as_deref())),
            ("clause", many(&self.clause)),
            ("option", many(&self.option)),
            ("said_by", one(self.said_by.as_deref())),
            ("says", one(self.says.as_deref())),
            ("channel", one(self.channel.as_deref())),
            ("grade", one(self.grade.as_deref())),
            ("reads_as", many(&self.reads_as)),
            ("place", one(self.place.as_deref())),
            ("what", one(self.what.as_deref())),
            ("category", one(self.category.as_deref())),
            ("claimed_by", one(self.claimed_by.as_deref())),
            ("alleged", one(self.alleged.as_deref())),
            ("count", many(&self.count)),
            ("source", many(&self.source)),
            ("stance", many(&self.stance)),
            ("verified", one(self.verified.as_deref())),
            ("verified_by", one(self.verified_by.as_deref())),
            ("verified_on", one(self.verified_on.as_deref())),
            ("format", one(self.format.as_deref())),
            ("with", one(self.with.as_deref())),
            ("led_by", one(self.led_by.as_deref())),
            ("text_version", one(self.text_version.as_deref())),
            ("outcome", one(self.outcome.as_deref())),
        ];
        let said = fields.into_iter().filter(|(_, texts)| !texts.is_empty());
        said.collect()
    }
}

/// The text of a flag, where it is given.
fn one(text: Option<&str>) -> Vec<&str> {
    text.into_iter().collect()
}

/// The texts of a flag that may be repeated.
fn many(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Which entries.
#[derive(Debug, Default, Clone, clap::Args)]
pub(crate) struct RecordFilterArgs {
    /// From this day on.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) since: Option<String>,
    /// Up to this day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) until: Option<String>,
    /// Of these kinds only.
    #[arg(long, value_enum, value_name = "KIND,..", value_delimiter = ',')]
    pub(crate) kind: Vec<ListedKindArg>,
    /// Those that name this party.
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    /// Those about this point.
    #[arg(long, value_name = "POINT")]
    pub(crate) point: Option<String>,
    /// Incidents at places with these letters in their names.
    #[arg(long, value_name = "TEXT")]
    pub(crate) place: Option<String>,
    /// Those established so far: unverified, probable, confirmed, confirmed-unattributed, refuted.
    #[arg(long, value_name = "STATUS")]
    pub(crate) status: Option<String>,
    /// Incidents of this category.
    #[arg(long, value_name = "WORD")]
    pub(crate) category: Option<String>,
    /// Those with a source that is at least as good, in both respects.
    #[arg(long, value_name = "GRADE")]
    pub(crate) grade_at_least: Option<String>,
}

/// List entries of the record, by day.
#[derive(Debug, clap::Args)]
#[command(after_help = LIST_AFTER)]
pub(crate) struct RecordListArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) filter: RecordFilterArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Show an entry with all that is known of it.
#[derive(Debug, clap::Args)]
pub(crate) struct RecordShowArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Its identifier; of an offer its number.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Show the record week by week.
#[derive(Debug, clap::Args)]
pub(crate) struct RecordTimelineArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) filter: RecordFilterArgs,
}

/// Say what follows from the record: alleged violations by clause and week, statements wider than a
/// declared line, contradictions, and who moved on what.
#[derive(Debug, clap::Args)]
#[command(after_help = FINDINGS_AFTER)]
pub(crate) struct RecordFindingsArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Write the record as a table, for a reader.
#[derive(Debug, clap::Args)]
#[command(after_help = EXPORT_AFTER)]
pub(crate) struct RecordExportArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Write CSV (the default), or the JSON of `winset record list`.
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
    /// Write the JSON of `winset record list`.
    #[arg(long)]
    pub(crate) json: bool,
    /// The program that the table is for.
    #[arg(long, value_enum, value_name = "PROGRAM", default_value = "any")]
    pub(crate) csv_for: CsvForArg,
    /// The file to write; `-` writes to standard output.
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

/// Read a table of events, one on each row, and after a yes write them as one change of the case.
#[derive(Debug, clap::Args)]
#[command(after_help = IMPORT_AFTER)]
pub(crate) struct RecordImportArgs {
    /// The table: CSV in UTF-8, its first row the names of the columns.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The case whose record it goes into.
    #[arg(long = "onto", value_name = "CASE")]
    pub(crate) onto: PathBuf,
    #[command(flatten)]
    pub(crate) reader: ReaderArgs,
    /// What kind of entries.
    #[arg(long, value_enum, value_name = "KIND", default_value = "incident")]
    pub(crate) kind: EntryKindArg,
    /// Which column fills which field: pairs, or a YAML file of them [default: columns named as the
    /// fields].
    #[arg(long, value_name = "COLUMN=FIELD,..")]
    pub(crate) map: Vec<String>,
    #[command(flatten)]
    pub(crate) entering: EnteringArgs,
}

/// Read a news report and propose entries of the record; nothing is entered.
#[derive(Debug, clap::Args)]
#[command(after_help = READ_AFTER)]
pub(crate) struct RecordReadArgs {
    /// The report, plain text or HTML in UTF-8; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The day of the report [default: as its head says].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<String>,
    /// How the report is written.
    #[arg(long, value_enum, value_name = "MARKUP", default_value = "auto")]
    pub(crate) markup: MarkupArg,
    /// Write what was said as drafts of statements, for you to complete and to give to
    /// `winset record add statement --json`.
    #[arg(long, value_name = "FILE")]
    pub(crate) drafts: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MarkupArg {
    /// As it looks.
    Auto,
    /// Plain text.
    Text,
    /// HTML.
    Html,
}

const READ_AFTER: &str = "\
Quotations and reported speech with their speakers, counts, days, meetings and
proposals, each with the bytes of the report where it stands. Rules and word
lists for English, without a network; they overlook things and take things
wrong: what is proposed is for you to confirm.

Examples:
  winset record read report.txt
  winset record read page.html --date 2031-03-04 --json | jq '.quotations'
  winset record read report.txt --drafts said.json

Exit codes:
  0  told
  2  bad input or usage";

const RECORD_AFTER: &str = "\
Entries are written to the journal of the case as changes of it; the case file
stays as it is. Whoever is said to have done something is called alleged, and
nothing here says who is to blame.

Examples:
  winset record add incident talks.yaml --date 2031-03-04 --place 'Quay' \\
    --category shelling --alleged south --source observer=B2
  winset record list talks.yaml --as north --since 2031-03-01
  winset record findings talks.yaml
  winset record export talks.yaml --as public -o record.csv
  winset record import events.csv --onto talks.yaml --map Day=date,Site=place

Exit codes:
  0  answered, written, or with --dry-run: could be written
  2  bad input or usage, or not agreed to";

const ADD_AFTER: &str = "\
What each reader will see of it is told first. An entry is the mediator's and
nobody else's where --visibility does not say otherwise; what a party enters it
sees itself. What is public can hold no remark on a source and no stance that is
said in confidence. An identifier that is made says nothing of other entries.

Examples:
  winset record add statement talks.yaml --date 2031-03-02 --said-by north \\
    --says 'We could share the land.' --reads-as land=share --grade A1
  winset record add incident talks.yaml --by north --date 2031-03-04 \\
    --place 'Quay' --category shelling --alleged south --count injured=2-3
  winset record add session talks.yaml --date 2031-03-05 --format shuttle \\
    --with north-d --led-by mediator-d --visibility public --yes
  winset record add incident talks.yaml --json incidents.json --yes

Exit codes:
  0  written, or with --dry-run: could be written
  2  bad input or usage, or not agreed to";

const LIST_AFTER: &str = "\
Examples:
  winset record list talks.yaml
  winset record list talks.yaml --as north --kind incident --status unverified
  winset record list talks.yaml --point land --grade-at-least B2
  winset record list talks.yaml --json | jq -r '.entries[].words'

Exit codes:
  0  told
  2  bad input or usage";

const FINDINGS_AFTER: &str = "\
A violation is alleged where an incident names a clause; what another entry
replaces does not count. Two statements of a party contradict each other where
they read as accepting nothing in common on a point. Nothing here says who is to
blame for what.

Examples:
  winset record findings talks.yaml
  winset record findings talks.yaml --as public --json

Exit codes:
  0  told
  2  bad input or usage";

const EXPORT_AFTER: &str = "\
The columns stand in docs/formats/answer.md. What a spreadsheet would take for a
formula has an apostrophe in front.

Examples:
  winset record export talks.yaml -o record.csv
  winset record export talks.yaml --as north --json -o -

Exit codes:
  0  written
  2  bad input or usage, or a file that cannot be written";

const IMPORT_AFTER: &str = "\
Fields are named as the flags of `winset record add`, such as date, place, what,
category, alleged, count, source, clause. Several values in a cell are separated
by semicolons. All that is wrong is told at its row and column, and nothing is
written before all of it fits.

Examples:
  winset record import events.csv --onto talks.yaml --map Day=date,Site=place
  winset record import events.csv --onto talks.yaml --map map.yaml --yes

Exit codes:
  0  written, or with --dry-run: could be written
  2  bad input or usage, or not agreed to";
