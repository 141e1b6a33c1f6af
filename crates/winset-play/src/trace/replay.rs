//! Traces played again.

use std::sync::Arc;

use winset_model::case::Case;

use super::{Trace, TraceFault, end_line};
use crate::session::{End, SessionEffect, SessionEvent, Stacked};
use crate::space::OutcomeSpace;

/// What came of playing a trace again: the session where it stands, and the end where there is one.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// The session after the last act.
    pub session: Stacked,
    /// The last effects: whose turn it is, or the end.
    pub end: Option<End>,
}

/// Plays the acts of a trace through a session of its rules. An act after the end, a missing end and
/// another end than the one that is written are faults.
///
/// # Errors
/// The first line that does not follow from those before.
pub fn replay(
    trace: &Trace,
    case: &Case,
    space: &Arc<OutcomeSpace>,
) -> Result<Replayed, TraceFault> {
    let head = &trace.head;
    let rules = head.rules(case, space);
    let rules = rules.map_err(|why| TraceFault::new(1, format!("failed to {why}")))?;
    let mut session = Stacked::new(rules);
    let mut effects = Vec::new();
    session.step(SessionEvent::Begin, &mut effects);
    let mut end = None;
    for act in &trace.acts {
        if end.is_some() {
            return Err(TraceFault::over(act.line));
        }
        effects.clear();
        session.step(act.event.clone(), &mut effects);
        end = effects.iter().find_map(|effect| match effect {
            SessionEffect::Finished(end) => Some(*end),
            SessionEffect::Said { .. } | SessionEffect::Turn { .. } => None,
        });
    }
    trace.check_end(end.map(|end| end_line(head, case, space, &end)))?;
    Ok(Replayed { session, end })
}
