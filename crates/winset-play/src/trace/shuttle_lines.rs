//! The lines of a shuttle's acts and of its end, and traces played again.

use std::sync::Arc;

use serde_json::json;
use winset_model::case::Case;

use super::entries::word;
use super::lines::{line_of, line_of_end, package};
use super::shuttle_head::ANSWERS;
use super::words::{fault_word, seat_word};
use super::{ShuttleHead, Trace, TraceFault};
use crate::mediator::ShuttleSaid;
use crate::session::{
    Addressed, End, NoDealReason, SessionEvent, SingleText, TextAction, TextNews,
};
use crate::space::OutcomeSpace;

/// The line of an act, with its line feed.
pub fn shuttle_act_line(
    head: &ShuttleHead,
    case: &Case,
    space: &OutcomeSpace,
    said: &ShuttleSaid,
) -> String {
    let what = match said.action {
        TextAction::Propose(outcome) => ("propose", package(case, space, outcome)),
        TextAction::Close => ("close", true.into()),
        TextAction::Answer(answer) => ("answer", word(&ANSWERS, &answer).into()),
        TextAction::End => ("end", true.into()),
    };
    line_of(&head.seats, said.seat, said.moment, what)
}

/// The line between the acts and the end where something else than an act ended the talks: somebody who broke the
/// rules, or the clock. None where an act did, or the last text.
pub fn shuttle_last_line(head: &ShuttleHead, end: &End) -> Option<String> {
    let at_ms = end.moment.at_ms;
    let line = match end.agreed {
        Err(NoDealReason::Fault(seat, fault)) => json!({
            "by": seat_word(&head.seats, seat), "failed": fault_word(fault), "at_ms": at_ms,
        }),
        _ if head.timing.deadline.is_past(at_ms) => json!({"time_up": at_ms}),
        Ok(_) | Err(NoDealReason::Deadline | NoDealReason::BrokenOff(_)) => return None,
    };
    Some(line.to_string() + "\n")
}

/// The line of the end, with its line feed.
pub fn shuttle_end_line(
    head: &ShuttleHead,
    case: &Case,
    space: &Arc<OutcomeSpace>,
    end: &End,
) -> String {
    line_of_end(&head.seats, head.no_deal, case, space, end)
}

/// Plays the acts of a shuttle's trace through a session of its rules; the end, or none where the talks go on. An act
/// after the end, a missing end and another end than the one that is written are faults.
///
/// # Errors
/// The first line that does not follow from those before.
pub fn replay_shuttle(
    trace: &Trace<ShuttleHead, TextAction>,
    case: &Case,
    space: &Arc<OutcomeSpace>,
) -> Result<Option<End>, TraceFault> {
    let head = &trace.head;
    let mut session = SingleText::new(head.rules(space));
    let mut effects: Vec<Addressed<TextNews>> = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    for act in &trace.acts {
        if session.is_over() {
            return Err(TraceFault::over(act.line));
        }
        session.step(act.event.clone(), &mut effects);
    }
    let end = effects.iter().find_map(|effect| match effect.news {
        TextNews::Finished(end) => Some(end),
        _ => None,
    });
    let ours = end.map(|end| shuttle_end_line(head, case, space, &end));
    trace.check_end(ours)?;
    Ok(end)
}
