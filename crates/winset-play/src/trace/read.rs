//! Traces read back.

use serde_json::{Map, Value};
use winset_model::case::Case;

use super::words::fault_named;
use super::{TraceFault, TraceHead};
use crate::session::{Action, Seat, SessionEvent};
use crate::space::{Outcome, OutcomeSpace};

/// Most bytes of a trace.
const BYTES_MAX: usize = 1 << 30;
/// Most faults that are told.
const FAULTS_MAX: usize = 50;

/// A trace as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// The rules.
    pub head: TraceHead,
    /// The acts, in order.
    pub acts: Vec<TraceAct>,
    /// The end; none where the talks were stopped.
    pub end: Option<TraceEnd>,
}

/// An act, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceAct {
    /// Its line, from 1.
    pub line: usize,
    /// The event.
    pub event: SessionEvent<Action>,
}

/// The end, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceEnd {
    /// Its line, from 1.
    pub line: usize,
    /// The text of the line.
    pub text: String,
}

/// Reads a trace of a case: every fault with its line.
///
/// # Errors
/// What is wrong, in the order of lines, at most 50 faults.
pub fn read_trace(text: &str, case: &Case, space: &OutcomeSpace) -> Result<Trace, Vec<TraceFault>> {
    if text.len() > BYTES_MAX {
        return Err(vec![TraceFault::new(1, "a trace has at most 1 GiB")]);
    }
    let mut lines = text.lines().zip(1_usize..);
    let (first, _) = lines.next().unwrap_or(("", 1));
    let head = TraceHead::read(first, case).map_err(|what| vec![TraceFault::new(1, what)])?;
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
        match event(line, &head, case, space) {
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
fn event(
    line: &str,
    head: &TraceHead,
    case: &Case,
    space: &OutcomeSpace,
) -> Result<Option<SessionEvent<Action>>, String> {
    let value: Map<String, Value> =
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
    let place = head.seats.iter().position(|seat| seat.party == by);
    let seat = place.and_then(|place| u8::try_from(place).ok());
    let seat = Seat(seat.ok_or_else(|| format!("'{by}' has no seat"))?);
    let at_ms = value.get("at_ms").and_then(Value::as_u64);
    let at_ms = at_ms.ok_or("give 'at_ms', whole milliseconds from the beginning")?;
    if let Some(word) = value.get("failed") {
        let fault = word.as_str().and_then(fault_named);
        let fault = fault.ok_or_else(|| format!("no fault is called {word}"))?;
        return Ok(Some(SessionEvent::Failed { seat, fault, at_ms }));
    }
    let is_true = |key: &str| value.get(key) == Some(&Value::Bool(true));
    let action = match value.get("offer") {
        Some(Value::Object(chosen)) => Action::Offer(outcome(chosen, case, space)?),
        Some(_) => return Err("an offer names an option for each point".to_owned()),
        None if is_true("accept") => Action::Accept,
        None if is_true("pass") => Action::Pass,
        None if is_true("end") => Action::End,
        None => return Err("give 'offer', 'accept', 'pass', 'end' or 'failed'".to_owned()),
    };
    Ok(Some(SessionEvent::Act {
        seat,
        action,
        at_ms,
    }))
}

/// The package of a mapping from points to options, which must name each point once.
fn outcome(
    chosen: &Map<String, Value>,
    case: &Case,
    space: &OutcomeSpace,
) -> Result<Outcome, String> {
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
