//! Traces played again, and gone on with.

use std::path::Path;
use std::sync::Arc;

use winset::ask::program_at;
use winset::model::case::Case;
use winset::model::document::limits::FILE_BYTES_MAX;
use winset::play::run::{Said, SeatTurn, Seated, Table, TableTurn};
use winset::play::session::{Action, End, Seat, SessionEvent};
use winset::play::space::OutcomeSpace;
use winset::play::trace::{
    Trace, TraceAct, TraceFault, TraceHead, is_shuttle_trace, read_trace, replay as by_the_rules,
};

use super::outside::OutsideLimits;
use super::seats::{Anybody, PERSON, PROGRAM, Seating};
use super::shown::{Shown, screen_of, space_of};
use super::shuttle;
use super::table::{Held, TalkClock};
use super::trace_file::TraceFile;
use crate::args::{TalksReplayArgs, TalksResumeArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::Page;
use crate::progress::Watch;

/// Said of a trace that cannot be gone on with.
pub(super) const TRACE_IS_OVER: &str =
    "the talks of this trace are over; `winset talks replay` shows them";

/// A trace that holds by the rules.
struct Checked {
    trace: Trace,
    end: Option<End>,
}

/// The text of a trace.
fn trace_text(path: &Path) -> Result<String, Failure> {
    let file = std::fs::File::open(path);
    let bytes = file.and_then(|file| winset::read_limited(file, FILE_BYTES_MAX));
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(std::io::Error::other));
    text.map_err(|source| Failure::Read {
        name: path.display().to_string(),
        source,
    })
}

/// That lines of a trace do not follow.
pub(super) fn wrong_trace(path: &Path, faults: Vec<TraceFault>) -> Failure {
    Failure::Trace {
        name: path.display().to_string(),
        faults,
    }
}

fn checked(
    path: &Path,
    text: &str,
    case: &Case,
    space: &Arc<OutcomeSpace>,
) -> Result<Checked, Failure> {
    let trace = read_trace(text, case, space).map_err(|faults| wrong_trace(path, faults))?;
    let replayed = by_the_rules(&trace, case, space);
    let replayed = replayed.map_err(|fault| wrong_trace(path, vec![fault]))?;
    Ok(Checked {
        end: replayed.end,
        trace,
    })
}

/// Runs `winset talks replay`.
pub(super) fn replay(args: &TalksReplayArgs, output: Output) -> Result<Outcome, Failure> {
    let text = trace_text(&args.trace)?;
    if is_shuttle_trace(&text) {
        return shuttle::replay(args, &text, output);
    }
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let space = space_of(case)?;
    let Checked { trace, end } = checked(&args.trace, &text, case, &space)?;
    let head = &trace.head;
    let seats = (0..).map(Seat).zip(&head.seats);
    let again = seats.map(|(seat, said)| -> Result<Anybody<'_>, Failure> {
        if is_ours(&said.plays) {
            return Ok(Box::new(program_at(case, &space, head, seat)?));
        }
        Ok(Box::new(Absent))
    });
    let mut table = Table::new(head.rules(case, &space)?, again.collect::<Result<_, _>>()?);
    let (course, other) = lived_through(&mut table, &trace);
    let at = Shown {
        screen: &loaded,
        flags: args.shown,
        output,
        files: (&args.case.case, Some(&args.trace)),
    };
    let outcome = at.tell_course(head, &space, course, end)?;
    let Some(line) = other else {
        // The talks may have been stopped: that they follow is all that was asked.
        return Ok(match outcome {
            Outcome::Stopped => Outcome::Answered,
            other => other,
        });
    };
    output.remark(&other_act(head, &trace.acts[line]))?;
    Ok(Outcome::No)
}

/// Runs `winset talks resume`.
pub(super) fn resume(args: &TalksResumeArgs, output: Output) -> Result<Outcome, Failure> {
    let text = trace_text(&args.trace)?;
    if is_shuttle_trace(&text) {
        return shuttle::resume(args, &text, output);
    }
    let whole = output::quiet_case(&args.case.read_as(None))?;
    let space = space_of(&whole.reading.case)?;
    let Checked { trace, end: _ } = checked(&args.trace, &text, &whole.reading.case, &space)?;
    let head = &trace.head;
    // Where the acts end the talks and the end is not written, it is what was to be written next.
    if trace.end.is_some() {
        return Err(Failure::Misuse(TRACE_IS_OVER));
    }
    let person = head.seats.iter().find(|seat| seat.plays == PERSON);
    let person = person.map(|seat| seat.party.as_str());
    let screen = screen_of(&args.case, &whole, person, output)?;
    let case = &whole.reading.case;
    let watch = Watch::begin(None)?;
    let seating = Seating {
        case,
        space: &space,
        head,
        screen: &screen.reading.case,
        limits: OutsideLimits::default(),
        output,
    };
    let mut table = Table::new(head.rules(case, &space)?, seating.taken()?);
    let (mut course, other) = lived_through(&mut table, &trace);
    if let Some(line) = other {
        output.remark(&other_act(head, &trace.acts[line]))?;
        return Ok(Outcome::Unusable);
    }
    let mut file = TraceFile::go_on(&args.trace)?;
    let mut talks = Held {
        case,
        space: &space,
        head,
        file: &mut file,
        clock: TalkClock::from(watch).after(course.last().map_or(0, |said| said.moment.at_ms)),
    };
    let end = talks.go(&mut table, &mut course);
    file.close()?;
    let at = Shown {
        screen: &screen,
        flags: args.shown,
        output,
        files: (&args.case.case, Some(&args.trace)),
    };
    at.tell_course(head, &space, course, end)
}

/// Lets everybody live through a trace: what was done, and the first place among the acts at which a program
/// would do something else.
fn lived_through(table: &mut Table<Anybody<'_>>, trace: &Trace) -> (Vec<Said>, Option<usize>) {
    let (mut course, mut other) = (Vec::new(), None);
    table.take(SessionEvent::Begin, &mut |_| ());
    for (place, act) in trace.acts.iter().enumerate() {
        let same = table.recall(act.event.clone(), &mut |said: &Said| course.push(*said));
        if !same && other.is_none() {
            other = Some(place);
        }
    }
    (course, other)
}

/// That a program would do something else in a line.
pub(super) fn otherwise(line: usize, plays: &str) -> Page {
    let mut page = Page::default();
    page.paragraph(&format!(
        "Line {line}: `{plays}` would do something else today; the trace is of another version of it."
    ));
    page
}

/// The same of an act of talks.
fn other_act(head: &TraceHead, act: &TraceAct) -> Page {
    let by = match &act.event {
        SessionEvent::Act { seat, .. } => head.seats.get(seat.index()),
        SessionEvent::Begin | SessionEvent::Failed { .. } | SessionEvent::TimeUp { .. } => None,
    };
    otherwise(
        act.line,
        by.map_or("the program", |seat| seat.plays.as_str()),
    )
}

fn is_ours(plays: &str) -> bool {
    plays != PERSON && !plays.starts_with(PROGRAM)
}

/// Somebody who was there, and is not asked again.
#[derive(Debug)]
struct Absent;

impl Seated for Absent {
    fn heard(&mut self, _: &Said) {}

    fn act(&mut self, _: &TableTurn) -> SeatTurn {
        SeatTurn::Stops
    }

    fn recall(&mut self, _: &TableTurn, _: Action) -> bool {
        true
    }

    fn over(&mut self, _: &End) {}
}
