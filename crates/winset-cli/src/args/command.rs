//! The command line as a whole.

use clap::{ColorChoice, Parser, Subcommand};

use super::amend::{AmendArgs, CaseFileArgs, HistoryArgs, UndoArgs};
use super::clashes::ClashesArgs;
use super::class::ClassArgs;
use super::convert::{ConvertArgs, LintArgs};
use super::desk::DeskArgs;
use super::exchange::ExchangeArgs;
use super::export::ExportArgs;
use super::files::{CheckArgs, SchemaArgs, ShowArgs, VerifyArgs};
use super::frontier::FrontierArgs;
use super::helps::{CompletionsArgs, ManArgs};
use super::improve::ImproveArgs;
use super::journal::JournalArgs;
use super::new::NewArgs;
use super::offer::OfferArgs;
use super::open::OpenArgs;
use super::persons::PersonsArgs;
use super::phases::PhasesArgs;
use super::pressure::PressureArgs;
use super::record::RecordArgs;
use super::report::ReportArgs;
use super::requests::RequestsArgs;
use super::settle::SettleArgs;
use super::sheet::SheetArgs;
use super::solve::SolveArgs;
use super::stats::StatsArgs;
use super::status::StatusArgs;
use super::talks::TalksArgs;
use super::text::TextArgs;
use super::theory::TheoryArgs;
use super::tournament::TournamentArgs;
use super::what_if::WhatIfArgs;

/// Exact answers for mediated negotiations: is there a package that every party accepts, or a
/// checked proof that there is none.
#[derive(Debug, Parser)]
#[command(name = "winset", version, term_width = 80, after_help = AFTER)]
pub(crate) struct Args {
    /// When to use colour; the environment variable `NO_COLOR` turns `auto` off.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
    /// What to do; without it, the first steps are shown.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const AFTER: &str = "\
Examples:
  winset new talks.yaml            begin a case: by questions or a template
  winset check talks.yaml          find every mistake in a case file
  winset show talks.yaml           read it back in words
  winset solve talks.yaml          is there an overlap?
  winset clashes talks.yaml        which demands defeat each other?
  winset pressure talks.yaml       whose no-deal value has to move?
  winset open talks.yaml           what is the least to give up?
  winset what-if talks.yaml --drop LINK
                                   what would that change?
  winset improve talks.yaml --offer 5
                                   what would be better for all?
  winset settle talks.yaml         what would be a fair settlement?
  winset frontier talks.yaml       what can nobody improve for all?
  winset stats scenario/           the figures of NegMAS, GENIUS and NegoLog
  winset theory rubinstein --delta 9/10 --delta 4/5
                                   what theory says of offers in turn
  winset status talks.yaml         what is agreed, bracketed, blocked?
  winset text talks.yaml           what does the single text say, what moved?
  winset talks run talks.yaml --seat north=conceder
                                   how would programs negotiate it?
  winset tournament league.toml -o results
                                   which strategy does best, over many talks?
  winset phases talks.yaml         in what order, and by when, is it done?
  winset exchange talks.yaml       who of the prisoners goes when?
  winset requests requests.csv     which requests can be met together?
  winset persons encrypt list.csv -o list.age --key mediator.key
                                   keep a list of persons encrypted
  winset class talks.yaml --groups 6 -o class
                                   sheets for a class that plays it
  winset report talks.yaml -o report.html
                                   all of it, on one page and annexes
  winset desk talks.yaml --open    all of it, in a browser
  winset offer add talks.yaml --by PARTY --set POINT=OPTION
                                   write an offer to the journal
  winset amend talks.yaml --set 'points.land.title=Land and water'
                                   change the case while talks go on
  winset history talks.yaml        how the case changed
  winset record list talks.yaml    what was said, and what is alleged
  winset sheet write talks.yaml --as PARTY -o party.xlsx
                                   a workbook for a party to fill in
  winset journal show talks.yaml   what was offered and answered so far
  winset export talks.yaml matrix -o matrix.csv
                                   tables and calendars, for any reader

Exit codes:
  0  answered: an overlap, or proven that there is none
  1  with --exit-code: proven that there is none; verify: refused, or of another
     question; journal verify: does not hold
  2  bad input or usage, or a file that cannot be read or written
  3  stopped before it was decided, or interrupted";

/// What is shown to somebody who says nothing.
pub(crate) const FIRST_STEPS: &str = "\
winset: is there any package that all parties can accept? Exactly, with proof.

  winset new talks.yaml            begin a case: answer a few questions
  winset solve talks.yaml          is there an overlap?
  winset clashes talks.yaml        if not, why not?
  winset open talks.yaml           and what is the least to give up?
  winset settle talks.yaml         if so, what would be fair?
  winset desk talks.yaml --open    all of it, in a browser

winset --help lists all commands; winset COMMAND --help explains one.
";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Solve(SolveArgs),
    Clashes(ClashesArgs),
    Pressure(PressureArgs),
    Open(OpenArgs),
    WhatIf(Box<WhatIfArgs>),
    Improve(ImproveArgs),
    Settle(SettleArgs),
    Frontier(FrontierArgs),
    Stats(StatsArgs),
    Status(StatusArgs),
    Text(Box<TextArgs>),
    Talks(TalksArgs),
    Phases(PhasesArgs),
    Tournament(TournamentArgs),
    Class(ClassArgs),
    Exchange(ExchangeArgs),
    Requests(RequestsArgs),
    Persons(PersonsArgs),
    Report(ReportArgs),
    Desk(DeskArgs),
    Offer(OfferArgs),
    Amend(Box<AmendArgs>),
    History(HistoryArgs),
    Undo(UndoArgs),
    Record(RecordArgs),
    Case(CaseFileArgs),
    Sheet(SheetArgs),
    Journal(JournalArgs),
    Export(ExportArgs),
    New(NewArgs),
    Check(CheckArgs),
    Convert(ConvertArgs),
    Lint(LintArgs),
    Theory(TheoryArgs),
    Show(ShowArgs),
    Verify(VerifyArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_steps_are_few() {
        assert_eq!(FIRST_STEPS.lines().count(), 10);
    }

    /// Commands that read no case: what they read is no case yet, or nothing at all.
    const WITHOUT_A_CASE: [&str; 11] = [
        "completions",
        "lint",
        "man",
        "new",
        "persons",
        "record read",
        "requests",
        "schema",
        "talks strategies",
        "theory",
        "tournament",
    ];

    /// Calls for every command that has none below it, with the words that call it.
    fn each(command: &clap::Command, words: &str, call: &mut impl FnMut(&str, &clap::Command)) {
        let words = format!("{words} {}", command.get_name()).trim().to_owned();
        // `winset text CASE` is a command, and has others below it.
        if !command.has_subcommands() || ["text", "tournament"].contains(&command.get_name()) {
            call(&words, command);
        }
        let below = command.get_subcommands().filter(|c| c.get_name() != "help");
        below.for_each(|below| each(below, &words, call));
    }

    #[test]
    fn whoever_reads_a_case_can_be_named() {
        let mut found = 0;
        let command = <Args as clap::CommandFactory>::command();
        each(&command, "", &mut |words, command| {
            let has = |flag: &str| {
                command
                    .get_arguments()
                    .any(|arg| arg.get_long() == Some(flag))
            };
            let name = words.strip_prefix("winset ").unwrap_or_default();
            let first = name.split(' ').next().unwrap_or_default();
            let reads = ![name, first]
                .iter()
                .any(|words| WITHOUT_A_CASE.contains(words));
            assert_eq!(has("as"), reads, "{words}");
            assert_eq!(has("without-assumptions"), reads, "{words}");
            found += usize::from(reads);
        });
        assert!(found >= 30, "{found}");
    }

    /// A longer line is broken where nobody meant it to be.
    #[test]
    fn what_stands_behind_the_options_fits_the_terminal() {
        const COLUMNS: usize = 80;
        let mut long = Vec::new();
        let mut check = |words: &str, command: &clap::Command| {
            let after = command.get_after_help().map(ToString::to_string);
            let after = after.unwrap_or_default();
            let lines = after.lines().filter(|line| line.chars().count() > COLUMNS);
            long.extend(lines.map(|line| format!("{words}: {line}")));
        };
        let command = <Args as clap::CommandFactory>::command();
        check("winset", &command);
        for below in command.get_subcommands() {
            check(below.get_name(), below);
            each(below, "", &mut check);
        }
        assert_eq!(long, [""; 0]);
    }

    #[test]
    fn the_description_is_consistent() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
