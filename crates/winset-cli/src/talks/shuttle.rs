//! The commands that hold a shuttle with a single text, play it again and go on with it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use winset::Loaded;
use winset::ask::{ShuttleCourse, answerer_at, mediator_at};
use winset::form;
use winset::model::case::Case;
use winset::play::mediator::{ShuttleDue, ShuttleNote, ShuttleSeated, ShuttleTable};
use winset::play::run::SeatTurn;
use winset::play::session::{Seat, SessionEvent, TextAction, TextNews};
use winset::play::space::OutcomeSpace;
use winset::play::trace::{
    MEDIATOR, ShuttleHead, Trace, read_shuttle_trace, replay_shuttle, shuttle_act_line,
    shuttle_end_line, shuttle_last_line,
};

use super::again::{TRACE_IS_OVER, otherwise, wrong_trace};
use super::rules;
use super::seats::PERSON;
use super::shown::{Shown, screen_of, space_of};
use super::shuttle_page::page;
use super::shuttle_person::ShuttlePerson;
use super::table::TalkClock;
use super::trace_file::TraceFile;
use crate::args::{CaseArgs, TalksReplayArgs, TalksResumeArgs, TalksShuttleArgs};
use crate::failure::{Failure, Outcome};
use crate::named;
use crate::output::{self, Output};
use crate::progress::Watch;

type Anybody<'a> = Box<dyn ShuttleSeated + 'a>;
type ShuttleTrace = Trace<ShuttleHead, TextAction>;

/// The case, and as whoever sits at the terminal sees it.
pub(super) struct Opened {
    pub(super) whole: Loaded,
    screen: Option<Loaded>,
}

impl Opened {
    /// For a party by name, or for the mediator's own desk.
    pub(super) fn new(
        args: &CaseArgs,
        party: Option<&str>,
        output: Output,
    ) -> Result<Self, Failure> {
        let Some(party) = party else {
            return Ok(Self {
                whole: output::case(&args.read_as(None), output)?,
                screen: None,
            });
        };
        let whole = output::quiet_case(&args.read_as(None))?;
        Self::beside(whole, args, Some(party), output)
    }

    /// For a party, or for the mediator's own desk, beside a case that was read.
    fn beside(
        whole: Loaded,
        args: &CaseArgs,
        party: Option<&str>,
        output: Output,
    ) -> Result<Self, Failure> {
        let screen = Some(screen_of(args, &whole, party, output)?);
        Ok(Self { whole, screen })
    }

    pub(super) fn screen(&self) -> &Loaded {
        self.screen.as_ref().unwrap_or(&self.whole)
    }
}

/// The party that `--as` names; the mediator's own desk is the one without a reader.
pub(super) fn reader_name(args: &CaseArgs) -> Option<&str> {
    let name = args.reader.audience.as_deref();
    name.filter(|name| *name != MEDIATOR)
}

/// Runs `winset talks shuttle`.
pub(super) fn run(args: &TalksShuttleArgs, output: Output) -> Result<Outcome, Failure> {
    let name = reader_name(&args.case);
    let opened = Opened::new(&args.case, name, output)?;
    let case = &opened.whole.reading.case;
    let person = name.map(|name| named::party(case, "--as", name));
    let head = rules::shuttle_head(case, args, person.transpose()?)?;
    let space = space_of(case)?;
    let watch = Watch::begin(None)?;
    let mut table = seated(&opened, &space, &head)?;
    let mut file = TraceFile::asked(&args.held, &args.case.case)?;
    file.add(&head.line());
    let reader = reader_of(&head);
    let mut course = ShuttleCourse::begin(head, &space, reader);
    go(
        &mut table,
        case,
        TalkClock::from(watch),
        &mut file,
        &mut course,
    );
    file.close()?;
    let at = Shown {
        screen: opened.screen(),
        flags: args.shown,
        output,
        files: (&args.case.case, args.held.trace.as_deref()),
    };
    tell(at, &table, course)
}

/// Runs `winset talks resume` on a shuttle's trace.
pub(super) fn resume(
    args: &TalksResumeArgs,
    text: &str,
    output: Output,
) -> Result<Outcome, Failure> {
    let whole = output::quiet_case(&args.case.read_as(None))?;
    let space = space_of(&whole.reading.case)?;
    let trace = checked(&args.trace, text, &whole.reading.case, &space)?;
    if trace.end.is_some() {
        return Err(Failure::Misuse(TRACE_IS_OVER));
    }
    let person = reader_of(&trace.head).map(|seat| trace.head.seats[seat.index()].party.as_str());
    let person = person.filter(|party| *party != MEDIATOR);
    let opened = Opened::beside(whole, &args.case, person, output)?;
    let case = &opened.whole.reading.case;
    let watch = Watch::begin(None)?;
    let mut table = seated(&opened, &space, &trace.head)?;
    let mut course = ShuttleCourse::begin(trace.head.clone(), &space, reader_of(&trace.head));
    let lived = lived_through(&mut table, &trace, &mut course);
    if let Some(line) = lived.other {
        output.remark(&line)?;
        return Ok(Outcome::Unusable);
    }
    let mut file = TraceFile::go_on(&args.trace)?;
    let clock = TalkClock::from(watch).after(lived.at_ms);
    go(&mut table, case, clock, &mut file, &mut course);
    file.close()?;
    let at = Shown {
        screen: opened.screen(),
        flags: args.shown,
        output,
        files: (&args.case.case, Some(&args.trace)),
    };
    tell(at, &table, course)
}

/// Runs `winset talks replay` on a shuttle's trace.
pub(super) fn replay(
    args: &TalksReplayArgs,
    text: &str,
    output: Output,
) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let space = space_of(case)?;
    let trace = checked(&args.trace, text, case, &space)?;
    let head = &trace.head;
    let seats = (0..).map(Seat).zip(&head.seats);
    let again = seats.map(|(seat, said)| {
        if said.plays == PERSON {
            return Ok(Box::new(Absent) as Anybody<'_>);
        }
        program(case, &space, head, seat)
    });
    let mut table = ShuttleTable::new(head.rules(&space), again.collect::<Result<_, Failure>>()?);
    let mut course = ShuttleCourse::begin(head.clone(), &space, None);
    let lived = lived_through(&mut table, &trace, &mut course);
    let at = Shown {
        screen: &loaded,
        flags: args.shown,
        output,
        files: (&args.case.case, Some(&args.trace)),
    };
    let outcome = tell(at, &table, course)?;
    let Some(line) = lived.other else {
        // It may have been stopped: that the lines follow is all that was asked.
        return Ok(match outcome {
            Outcome::Stopped => Outcome::Answered,
            other => other,
        });
    };
    output.remark(&line)?;
    Ok(Outcome::No)
}

/// A trace that holds by the rules.
fn checked(
    path: &Path,
    text: &str,
    case: &Case,
    space: &Arc<OutcomeSpace>,
) -> Result<ShuttleTrace, Failure> {
    let trace = read_shuttle_trace(text, case, space);
    let trace = trace.map_err(|faults| wrong_trace(path, faults))?;
    replay_shuttle(&trace, case, space).map_err(|fault| wrong_trace(path, vec![fault]))?;
    Ok(trace)
}

/// The seat that a person takes; none where the terminal is the mediator's own desk, which sees all.
fn reader_of(head: &ShuttleHead) -> Option<Seat> {
    let mut seats = (0..).map(Seat).zip(&head.seats);
    let taken = seats.find(|(_, seat)| seat.plays == PERSON);
    taken.map(|(seat, _)| seat)
}

fn program<'a>(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    head: &ShuttleHead,
    seat: Seat,
) -> Result<Anybody<'a>, Failure> {
    Ok(if seat == ShuttleHead::MEDIATOR {
        Box::new(mediator_at(case, space, head)?)
    } else {
        Box::new(answerer_at(case, space, head, seat)?)
    })
}

/// Everybody in their seats.
fn seated<'a>(
    opened: &'a Opened,
    space: &Arc<OutcomeSpace>,
    head: &ShuttleHead,
) -> Result<ShuttleTable<Anybody<'a>>, Failure> {
    if head
        .seats
        .iter()
        .filter(|seat| seat.plays == PERSON)
        .count()
        > 1
    {
        return Err(Failure::Misuse(
            "one person plays at a terminal, as two would see each other's answers; let others play in theirs",
        ));
    }
    let seats = (0..).map(Seat).zip(&head.seats);
    let taken = seats.map(|(seat, said)| -> Result<Anybody<'a>, Failure> {
        if said.plays == PERSON {
            let input = Box::new(io::stdin().lock());
            let screen = &opened.screen().reading.case;
            return Ok(Box::new(ShuttlePerson::new(
                screen, space, head, seat, input,
            )?));
        }
        program(&opened.whole.reading.case, space, head, seat)
    });
    Ok(ShuttleTable::new(
        head.rules(space),
        taken.collect::<Result<_, _>>()?,
    ))
}

/// Holds the shuttle until it ends, somebody stops it, or the command is interrupted.
fn go(
    table: &mut ShuttleTable<Anybody<'_>>,
    case: &Case,
    clock: TalkClock,
    file: &mut TraceFile,
    course: &mut ShuttleCourse,
) {
    let (head, space) = (course.head.clone(), course.space.clone());
    let timed = head.timing.deadline.duration_ms.is_some();
    let was_over = table.end().is_some();
    let end = table.go(&mut || clock.now(timed), |note| {
        if let ShuttleNote::Said(said) = note {
            file.add(&shuttle_act_line(&head, case, &space, said));
        }
        course.note(note);
    });
    if let Some(end) = &end {
        let last = if was_over {
            None
        } else {
            shuttle_last_line(&head, end)
        };
        let last = last.unwrap_or_default();
        file.add(&(last + &shuttle_end_line(&head, case, &space, end)));
    }
}

/// What came of living through a trace.
struct LivedThrough {
    /// The moment of the last act.
    at_ms: u64,
    /// That a program would do something else.
    other: Option<crate::page::Page>,
}

fn lived_through(
    table: &mut ShuttleTable<Anybody<'_>>,
    trace: &ShuttleTrace,
    course: &mut ShuttleCourse,
) -> LivedThrough {
    let mut lived = LivedThrough {
        at_ms: 0,
        other: None,
    };
    table.take(SessionEvent::Begin, &mut |note| course.note(note));
    for act in &trace.acts {
        let same = table.recall(act.event.clone(), &mut |note| course.note(note));
        let SessionEvent::Act { seat, at_ms, .. } = act.event else {
            continue;
        };
        lived.at_ms = lived.at_ms.max(at_ms);
        if !same && lived.other.is_none() {
            let plays = trace.head.seats.get(seat.index());
            let plays = plays.map_or("the program", |seat| seat.plays.as_str());
            lived.other = Some(otherwise(act.line, plays));
        }
    }
    lived
}

/// Tells a course as whoever is there may see it.
fn tell(
    at: Shown<'_>,
    table: &ShuttleTable<Anybody<'_>>,
    course: ShuttleCourse,
) -> Result<Outcome, Failure> {
    let case = &at.screen.reading.case;
    let course = course.settled(case, table.knows());
    if at.flags.json {
        output::bytes(&form::line(&form::ShuttleForm::new(case, &course))?)?;
    } else {
        let page = page(case, &course, at.flags.all, at.go_on().as_deref());
        at.output
            .page(&page.for_reader(case, &at.screen.audience))?;
    }
    Ok(match course.end {
        Some(_) => Outcome::Answered,
        None => Outcome::Stopped,
    })
}

/// Somebody who was there, and is not asked again.
#[derive(Debug)]
struct Absent;

impl ShuttleSeated for Absent {
    fn told(&mut self, _: &TextNews) {}

    fn act(&mut self, _: &ShuttleDue) -> SeatTurn<TextAction> {
        SeatTurn::Stops
    }

    fn recall(&mut self, _: &ShuttleDue, _: TextAction) -> bool {
        true
    }
}
