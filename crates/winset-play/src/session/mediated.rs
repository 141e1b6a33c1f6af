//! What is said to sessions with a mediator, and to whom they speak.

use super::course::Course;
use super::{Fault, Seat, SeatSet};

/// What a session with a mediator is told; `A` is what a seat may do in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediatedEvent<A> {
    /// The talks begin.
    Begin,
    /// A seat acts, so many milliseconds after the beginning.
    Act {
        /// Who.
        seat: Seat,
        /// What it does.
        action: A,
        /// When.
        at_ms: u64,
    },
    /// A seat cannot go on: it crashed, said what is no action, or was silent for too long.
    Failed {
        /// Who.
        seat: Seat,
        /// How.
        fault: Fault,
        /// When.
        at_ms: u64,
    },
    /// So many milliseconds after the beginning nobody has acted: ends talks whose time is up by then, else
    /// nothing.
    TimeUp {
        /// When.
        at_ms: u64,
    },
}

/// Something said to some seats, and to no other: who shows each seat what is addressed to it shows it all
/// that it may know.
#[derive(Debug, Clone, PartialEq)]
pub struct Addressed<T> {
    /// To whom.
    pub to: SeatSet,
    /// What.
    pub news: T,
}

/// How far a session with a mediator is, and how late it is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct MediatedCourse {
    pub(super) course: Course,
    /// Milliseconds from the beginning: the latest moment that was heard of, as time does not run back.
    pub(super) at_ms: u64,
}

/// What a session with a mediator has to take up.
#[derive(Debug)]
pub(super) enum Due<A> {
    Begin,
    Act(Seat, A),
    Failed(Seat, Fault),
    Clock,
}

impl MediatedCourse {
    /// Not begun.
    pub(super) const BEFORE: Self = Self {
        course: Course::NotBegun,
        at_ms: 0,
    };

    /// What an event asks for; nothing after the end, for a second beginning, and of the clock before the
    /// first. Whoever acts before the beginning is out of turn.
    pub(super) fn take<A>(&mut self, event: MediatedEvent<A>) -> Option<Due<A>> {
        match (self.course, event) {
            (Course::NotBegun, MediatedEvent::Begin) => {
                self.course = Course::Going;
                Some(Due::Begin)
            }
            (
                Course::NotBegun,
                MediatedEvent::Act { seat, .. } | MediatedEvent::Failed { seat, .. },
            ) => Some(Due::Failed(seat, Fault::OutOfTurn)),
            (
                Course::Going,
                MediatedEvent::Act {
                    seat,
                    action,
                    at_ms,
                },
            ) => {
                self.at_ms = self.at_ms.max(at_ms);
                Some(Due::Act(seat, action))
            }
            (Course::Going, MediatedEvent::Failed { seat, fault, at_ms }) => {
                self.at_ms = self.at_ms.max(at_ms);
                Some(Due::Failed(seat, fault))
            }
            (Course::Going, MediatedEvent::TimeUp { at_ms }) => {
                self.at_ms = self.at_ms.max(at_ms);
                Some(Due::Clock)
            }
            (Course::NotBegun, MediatedEvent::TimeUp { .. })
            | (Course::Going, MediatedEvent::Begin)
            | (Course::Over, _) => None,
        }
    }
}
