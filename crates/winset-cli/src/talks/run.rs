//! The commands that hold talks.

use winset::Loaded;
use winset::play::run::Table;
use winset::play::trace::TraceHead;

use super::outside::OutsideLimits;
use super::seats::Seating;
use super::shown::{Shown, screen_of, space_of};
use super::table::{Held, TalkClock};
use super::trace_file::TraceFile;
use super::{again, listed, rules, sealed, shuttle};
use crate::args::{TalksArgs, TalksCommand, TalksPlayArgs, TalksRulesArgs, TalksRunArgs};
use crate::failure::{Failure, Outcome};
use crate::named;
use crate::output::{self, Output};
use crate::progress::Watch;

/// Runs `winset talks`.
pub(crate) fn run(args: &TalksArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        TalksCommand::Run(args) => among_programs(args, output),
        TalksCommand::Play(args) => with_person(args, output),
        TalksCommand::Shuttle(args) => shuttle::run(args, output),
        TalksCommand::Sealed(args) => sealed::run(args, output),
        TalksCommand::Resume(args) => again::resume(args, output),
        TalksCommand::Replay(args) => again::replay(args, output),
        TalksCommand::Strategies(args) => listed::run(args, output),
    }
}

fn among_programs(args: &TalksRunArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let head = rules::head(&loaded.reading.case, &args.rules, None)?;
    let at = Shown {
        screen: &loaded,
        flags: args.shown,
        output,
        files: (&args.case.case, args.rules.held.trace.as_deref()),
    };
    held(&loaded, &head, &args.rules, at)
}

fn with_person(args: &TalksPlayArgs, output: Output) -> Result<Outcome, Failure> {
    let Some(name) = &args.case.reader.audience else {
        return Err(Failure::Misuse(
            "say which party you are: winset talks play CASE --as PARTY",
        ));
    };
    let whole = output::quiet_case(&args.case.read_as(None))?;
    let screen = screen_of(&args.case, &whole, Some(name), output)?;
    let person = named::party(&whole.reading.case, "--as", name)?;
    let head = rules::head(&whole.reading.case, &args.rules, Some(person))?;
    let at = Shown {
        screen: &screen,
        flags: args.shown,
        output,
        files: (&args.case.case, args.rules.held.trace.as_deref()),
    };
    held(&whole, &head, &args.rules, at)
}

fn held(
    whole: &Loaded,
    head: &TraceHead,
    rules: &TalksRulesArgs,
    at: Shown<'_>,
) -> Result<Outcome, Failure> {
    let case = &whole.reading.case;
    let space = space_of(case)?;
    let watch = Watch::begin(None)?;
    let seating = Seating {
        case,
        space: &space,
        head,
        screen: &at.screen.reading.case,
        limits: OutsideLimits {
            turn_ms: u64::try_from(rules.turn_time.as_millis()).unwrap_or(u64::MAX),
            ..OutsideLimits::default()
        },
        output: at.output,
    };
    let mut file = TraceFile::asked(&rules.held, at.files.0)?;
    let mut table = Table::new(head.rules(case, &space)?, seating.taken()?);
    file.add(&head.line());
    let mut course = Vec::new();
    let mut talks = Held {
        case,
        space: &space,
        head,
        file: &mut file,
        clock: TalkClock::from(watch),
    };
    let end = talks.go(&mut table, &mut course);
    file.close()?;
    at.tell_course(head, &space, course, end)
}
