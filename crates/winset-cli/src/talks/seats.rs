//! Who sits at a table of the command.

use std::io::{self, BufRead};
use std::sync::Arc;

use winset::ask::program_at;
use winset::model::case::Case;
use winset::play::geniusweb::web_parties;
use winset::play::run::{Said, SeatTurn, Seated, TableTurn};
use winset::play::session::{Action, End, Seat};
use winset::play::space::OutcomeSpace;
use winset::play::trace::TraceHead;

use super::outside::{OutsideCommand, OutsideLimits, OutsideProgram, OutsideSeat};
use super::person::Person;
use crate::clock::since_1970_ms;
use crate::failure::Failure;
use crate::output::Output;
use crate::page::Page;

/// Who plays at a seat that a person takes.
pub(super) const PERSON: &str = "person";
/// What stands before the command of an outside program.
pub(super) const PROGRAM: &str = "program:";

/// Somebody at a seat.
pub(super) type Anybody<'a> = Box<dyn Seated + 'a>;

/// Who sits where, and what each may see.
#[derive(Clone, Copy)]
pub(super) struct Seating<'a> {
    /// The whole case.
    pub(super) case: &'a Case,
    pub(super) space: &'a Arc<OutcomeSpace>,
    pub(super) head: &'a TraceHead,
    /// The case cut to what a person may see.
    pub(super) screen: &'a Case,
    pub(super) limits: OutsideLimits,
    pub(super) output: Output,
}

impl<'a> Seating<'a> {
    /// Everybody in their seats.
    pub(super) fn taken(self) -> Result<Vec<Anybody<'a>>, Failure> {
        let persons = self.head.seats.iter().filter(|seat| seat.plays == PERSON);
        if persons.count() > 1 {
            return Err(Failure::Misuse(
                "one person plays at a terminal, as two would see each other's scores; let others play in \
                 theirs",
            ));
        }
        let seats = (0..).map(Seat).zip(&self.head.seats);
        let taken = seats.map(|(seat, said)| -> Result<Anybody<'a>, Failure> {
            if said.plays == PERSON {
                let input: Box<dyn BufRead> = Box::new(io::stdin().lock());
                let own = self.head.space_at(self.case, self.space, seat)?;
                let person = Person::new(self.screen, &own, self.head, seat, input);
                return Ok(Box::new(person?));
            }
            if let Some(command) = said.plays.strip_prefix(PROGRAM) {
                return Ok(Box::new(self.outside(seat, command)?));
            }
            Ok(Box::new(program_at(
                self.case, self.space, self.head, seat,
            )?))
        });
        taken.collect()
    }

    /// A program of somebody else, started.
    fn outside(self, seat: Seat, command: &str) -> Result<Outside<'a>, Failure> {
        let refused = |why: &dyn std::fmt::Display| Failure::Talks(why.to_string());
        let ids = self.head.seats.iter().map(|seat| seat.party.as_str());
        let id = &self.head.seats[seat.index()].party;
        let Some(party) = self.case.party_named(id) else {
            return Err(Failure::Misuse(
                "a program in the mediator's seat has no profile to be given: let a person sit there",
            ));
        };
        let command = OutsideCommand::read(command).map_err(|why| refused(&why))?;
        let seat = OutsideSeat {
            case: self.case,
            space: self.space,
            party,
            seat,
            parties: web_parties(ids),
            deadline: self.head.timing.deadline,
            began_ms: since_1970_ms(),
            parameters: Vec::new(),
        };
        let program = OutsideProgram::start(&command, seat, self.limits);
        Ok(Outside {
            program: program.map_err(|why| refused(&why))?,
            party: id.clone(),
            output: self.output,
        })
    }
}

/// A program of somebody else, whose trouble is told as it comes.
#[derive(Debug)]
struct Outside<'a> {
    program: OutsideProgram<'a>,
    party: String,
    output: Output,
}

impl Seated for Outside<'_> {
    fn heard(&mut self, said: &Said) {
        self.program.heard(said);
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        let turn = self.program.act(turn);
        if let (SeatTurn::Fails(_), Some(trouble)) = (turn, self.program.trouble()) {
            let mut page = Page::default();
            page.paragraph(&format!("The program of {}: {trouble}.", self.party));
            // That the talks ended by it is in the answer.
            let _ = self.output.remark(&page);
        }
        turn
    }

    fn recall(&mut self, turn: &TableTurn, action: Action) -> bool {
        self.program.recall(turn, action)
    }

    fn over(&mut self, end: &End) {
        self.program.over(end);
    }
}
