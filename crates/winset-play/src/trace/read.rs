//! Traces read back.

use serde_json::{Map, Value};
use winset_model::case::Case;

use super::entries::meaning;
use super::shuttle_head::{ANSWERS, SINGLE_TEXT};
use super::words::fault_named;
use super::{ShuttleHead, TraceFault, TraceHead, TraceSeat};
use crate::session::{Action, Seat, SessionEvent, TextAction};
use crate::space::{Outcome, OutcomeSpace};

/// Most bytes of a trace.
const BYTES_MAX: usize = 1 << 30;
/// Most faults that are told.
const FAULTS_MAX: usize = 50;

/// A trace as it was read; `H` is its head, `A` what a seat may do.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace<H = TraceHead, A = Action> {
    /// The rules.
    pub head: H,
    /// The acts, in order.
    pub acts: Vec<TraceAct<A>>,
    /// The end; none where the talks were stopped.
    pub end: Option<TraceEnd>,
}

impl<H, A> Trace<H, A> {
    /// Holds the end that is written to ours.
    pub(super) fn check_end(&self, ours: Option<String>) -> Result<(), TraceFault> {
        let Some(written) = &self.end else {
            return Ok(());
        };
        let Some(ours) = ours else {
            return Err(TraceFault::new(
                written.line,
                "an end is written, but the talks go on",
            ));
        };
        let ours = ours.trim_end();
        if ours == written.text {
            return Ok(());
        }
        Err(TraceFault::new(
            written.line,
            format!("the acts before end so: {ours}"),
        ))
    }
}

/// An act, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceAct<A = Action> {
    /// Its line, from 1.
    pub line: usize,
    /// The event.
    pub event: SessionEvent<A>,
}

/// The end, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceEnd {
    /// Its line, from 1.
    pub line: usize,
    /// The text of the line.
    pub text: String,
}

/// Whether a text is the trace of a shuttle with a single text, as its first line says.
pub fn is_shuttle_trace(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let head: Result<Map<String, Value>, _> = serde_json::from_str(first);
    head.is_ok_and(|head| head.get("protocol") == Some(&SINGLE_TEXT.into()))
}

/// Reads a trace of alternating offers or three-way talks: every fault with its line.
///
/// # Errors
/// What is wrong, in the order of lines, at most 50 faults.
pub fn read_trace(text: &str, case: &Case, space: &OutcomeSpace) -> Result<Trace, Vec<TraceFault>> {
    read(
        text,
        |line| TraceHead::read(line, case),
        |head| &head.seats,
        |value| action(value, case, space),
    )
}

/// Reads a trace of a shuttle with a single text: every fault with its line.
///
/// # Errors
/// As of [`read_trace`].
pub fn read_shuttle_trace(
    text: &str,
    case: &Case,
    space: &OutcomeSpace,
) -> Result<Trace<ShuttleHead, TextAction>, Vec<TraceFault>> {
    read(
        text,
        |line| ShuttleHead::read(line, case),
        |head| &head.seats,
        |value| text_action(value, case, space),
    )
}

type Object = Map<String, Value>;

fn read<H, A>(
    text: &str,
    head: impl Fn(&str) -> Result<H, String>,
    seats: impl Fn(&H) -> &[TraceSeat],
    action: impl Fn(&Object) -> Result<A, String>,
) -> Result<Trace<H, A>, Vec<TraceFault>> {
    if text.len() > BYTES_MAX {
        return Err(vec![TraceFault::new(1, "a trace has at most 1 GiB")]);
    }
    let mut lines = text.lines().zip(1_usize..);
    let (first, _) = lines.next().unwrap_or(("", 1));
    let head = head(first).map_err(|what| vec![TraceFault::new(1, what)])?;
    let (mut acts, mut end, mut faults) = (Vec::new(), None, Vec::new());
    for (line, number) in lines {
        if faults.len() >= FAULTS_MAX {
            break;
        }
        if end.is_some() {
            faults.push(TraceFault::new(
                number,
                "nothing stands after the end; take it out",
            ));
            break;
        }
        match event(line, seats(&head), &action) {
            Ok(Some(event)) => acts.push(TraceAct {
                line: number,
                event,
            }),
            Ok(None) => {
                end = Some(TraceEnd {
                    line: number,
                    text: line.to_owned(),
                });
            }
            Err(what) => faults.push(TraceFault::new(number, what)),
        }
    }
    if faults.is_empty() {
        Ok(Trace { head, acts, end })
    } else {
        Err(faults)
    }
}

/// The event of a line; none for the line of the end.
fn event<A>(
    line: &str,
    seats: &[TraceSeat],
    action: &impl Fn(&Object) -> Result<A, String>,
) -> Result<Option<SessionEvent<A>>, String> {
    let value: Object =
        serde_json::from_str(line).map_err(|e| format!("no object of JSON: {e}"))?;
    if value.contains_key("agreed") {
        return Ok(None);
    }
    if let Some(at_ms) = value.get("time_up") {
        let at_ms = at_ms
            .as_u64()
            .ok_or("give 'time_up' in whole milliseconds")?;
        return Ok(Some(SessionEvent::TimeUp { at_ms }));
    }
    let by = value.get("by").and_then(Value::as_str);
    let by = by.ok_or("name who acts under 'by'")?;
    let place = seats.iter().position(|seat| seat.party == by);
    let seat = place.and_then(|place| u8::try_from(place).ok());
    let seat = Seat(seat.ok_or_else(|| format!("'{by}' has no seat"))?);
    let at_ms = value.get("at_ms").and_then(Value::as_u64);
    let at_ms = at_ms.ok_or("give 'at_ms', whole milliseconds from the beginning")?;
    if let Some(word) = value.get("failed") {
        let fault = word.as_str().and_then(fault_named);
        let fault = fault.ok_or_else(|| format!("no fault is called {word}"))?;
        return Ok(Some(SessionEvent::Failed { seat, fault, at_ms }));
    }
    Ok(Some(SessionEvent::Act {
        seat,
        action: action(&value)?,
        at_ms,
    }))
}

fn is_true(value: &Object, key: &str) -> bool {
    value.get(key) == Some(&Value::Bool(true))
}

/// What is done in a line of alternating offers.
fn action(value: &Object, case: &Case, space: &OutcomeSpace) -> Result<Action, String> {
    Ok(match value.get("offer") {
        Some(Value::Object(chosen)) => Action::Offer(outcome(chosen, case, space)?),
        Some(_) => return Err("an offer names an option for each point".to_owned()),
        None if is_true(value, "accept") => Action::Accept,
        None if is_true(value, "pass") => Action::Pass,
        None if is_true(value, "end") => Action::End,
        None => return Err("give 'offer', 'accept', 'pass', 'end' or 'failed'".to_owned()),
    })
}

/// What is done in a line of a shuttle.
fn text_action(value: &Object, case: &Case, space: &OutcomeSpace) -> Result<TextAction, String> {
    if let Some(word) = value.get("answer") {
        let answer = word.as_str().unwrap_or_default();
        return Ok(TextAction::Answer(meaning(&ANSWERS, "answer", answer)?));
    }
    Ok(match value.get("propose") {
        Some(Value::Object(chosen)) => TextAction::Propose(outcome(chosen, case, space)?),
        Some(_) => return Err("a text names an option for each point".to_owned()),
        None if is_true(value, "close") => TextAction::Close,
        None if is_true(value, "end") => TextAction::End,
        None => return Err("give 'propose', 'answer', 'close', 'end' or 'failed'".to_owned()),
    })
}

/// The package of a mapping from points to options, which must name each point once.
fn outcome(chosen: &Object, case: &Case, space: &OutcomeSpace) -> Result<Outcome, String> {
    if let Some(id) = chosen.keys().find(|id| case.point_named(id).is_none()) {
        return Err(format!("no point is called '{id}'"));
    }
    let options: Result<Vec<usize>, String> = case
        .points
        .iter()
        .map(|point| {
            let id = chosen.get(&point.id).and_then(Value::as_str);
            let id = id.ok_or_else(|| format!("name an option for point '{}'", point.id))?;
            let place = point.options.iter().position(|option| option.id == id);
            place.ok_or_else(|| format!("point '{}' has no option '{id}'", point.id))
        })
        .collect();
    Ok(space.outcome(options?))
}
