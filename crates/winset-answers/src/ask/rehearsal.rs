//! Talks of programs alone, held in one go.

use std::sync::Arc;

use winset_model::case::Case;
use winset_play::run::{Program, Table};
use winset_play::session::Seat;
use winset_play::space::{OutcomeSpace, SpaceTooLarge};
use winset_play::trace::TraceHead;
use winset_solve::Budget;

use super::{NotSeated, TalksAnswer, program_at};

/// Why programs cannot talk about a case.
#[derive(Debug, thiserror::Error)]
pub enum NotRehearsed {
    /// Somebody cannot take a seat.
    #[error("{0}")]
    Seat(#[from] NotSeated),
    /// There are too many packages.
    #[error("{0}")]
    Space(#[from] SpaceTooLarge),
}

/// Talks of programs from the beginning to the end, or until the budget stops them: then without an end.
///
/// # Errors
/// A seat has no such program, or a party no ranking; or there are 2^64 packages or more.
pub fn rehearsal(
    case: &Case,
    head: TraceHead,
    budget: &Budget<'_>,
) -> Result<TalksAnswer, NotRehearsed> {
    let space = Arc::new(OutcomeSpace::of(case)?);
    let seats = (0..).take(head.seats.len()).map(Seat);
    let programs = seats.map(|seat| program_at(case, &space, &head, seat));
    let programs: Vec<Program> = programs.collect::<Result<_, _>>()?;
    let mut table = Table::new(head.rules(case, &space).map_err(NotSeated::from)?, programs);
    let mut course = Vec::new();
    let mut now = || (budget.stop)().is_none().then_some(0);
    let end = table.go(&mut now, |said| course.push(*said));
    Ok(TalksAnswer::new(case, head, space, course, end))
}
