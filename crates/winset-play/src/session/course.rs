//! How far a session is, and what an event asks of it.

use super::{Fault, Seat, SessionEvent};

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    NotBegun,
    Going,
    Over,
}

/// How far a session is, and how late it is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct SessionCourse {
    pub(super) course: Course,
    /// Milliseconds from the beginning: the latest moment that was heard of, as time does not run back.
    pub(super) at_ms: u64,
}

/// What a session has to take up.
#[derive(Debug)]
pub(super) enum Due<A> {
    Begin,
    Act(Seat, A),
    Failed(Seat, Fault),
    Clock,
}

impl SessionCourse {
    /// Not begun.
    pub(super) const BEFORE: Self = Self {
        course: Course::NotBegun,
        at_ms: 0,
    };

    /// What an event asks for; nothing after the end, for a second beginning, and of the clock before the
    /// first. Whoever acts before the beginning is out of turn.
    pub(super) fn take<A>(&mut self, event: SessionEvent<A>) -> Option<Due<A>> {
        match (self.course, event) {
            (Course::NotBegun, SessionEvent::Begin) => {
                self.course = Course::Going;
                Some(Due::Begin)
            }
            (
                Course::NotBegun,
                SessionEvent::Act { seat, .. } | SessionEvent::Failed { seat, .. },
            ) => Some(Due::Failed(seat, Fault::OutOfTurn)),
            (
                Course::Going,
                SessionEvent::Act {
                    seat,
                    action,
                    at_ms,
                },
            ) => {
                self.at_ms = self.at_ms.max(at_ms);
                Some(Due::Act(seat, action))
            }
            (Course::Going, SessionEvent::Failed { seat, fault, at_ms }) => {
                self.at_ms = self.at_ms.max(at_ms);
                Some(Due::Failed(seat, fault))
            }
            (Course::Going, SessionEvent::TimeUp { at_ms }) => {
                self.at_ms = self.at_ms.max(at_ms);
                Some(Due::Clock)
            }
            (Course::NotBegun, SessionEvent::TimeUp { .. })
            | (Course::Going, SessionEvent::Begin)
            | (Course::Over, _) => None,
        }
    }
}
