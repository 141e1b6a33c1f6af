//! Who sits at a table of the command.

use std::io::{self, BufRead};
use std::sync::Arc;

use winset::ask::program_at;
use winset::model::case::Case;
use winset::play::run::Seated;
use winset::play::session::Seat;
use winset::play::space::OutcomeSpace;
use winset::play::trace::TraceHead;

use super::person::Person;
use crate::failure::Failure;

/// Who plays at a seat that a person takes.
pub(super) const PERSON: &str = "person";

/// Somebody at a seat.
pub(super) type Anybody<'a> = Box<dyn Seated + 'a>;

/// Everybody in their seats. The person sees `screen`: the case cut to what it may see.
pub(super) fn taken<'a>(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    head: &TraceHead,
    screen: &'a Case,
) -> Result<Vec<Anybody<'a>>, Failure> {
    if head
        .seats
        .iter()
        .filter(|seat| seat.plays == PERSON)
        .count()
        > 1
    {
        return Err(Failure::Misuse(
            "one person plays at a terminal, as two would see each other's scores; let others play in \
             theirs",
        ));
    }
    let seats = (0..).map(Seat).zip(&head.seats);
    let taken = seats.map(|(seat, said)| -> Result<Anybody<'a>, Failure> {
        if said.plays == PERSON {
            let input: Box<dyn BufRead> = Box::new(io::stdin().lock());
            return Ok(Box::new(Person::new(screen, space, head, seat, input)?));
        }
        let program = program_at(case, space, head, seat);
        Ok(Box::new(
            program.map_err(|why| Failure::Talks(why.to_string()))?,
        ))
    });
    taken.collect()
}
