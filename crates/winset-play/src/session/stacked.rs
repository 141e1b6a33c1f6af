//! Stacked alternating offers: one turn for each party in a round; a package is agreed when all who must
//! agree have accepted it, its author by tabling it (Aydoğan, Festen, Hindriks and Jonker 2017).

use std::sync::Arc;

use super::course::Course;
use super::{
    Action, End, Fault, NoDealReason, Seat, SeatSet, SessionEffect, SessionEvent, TalkMoment,
    Timing,
};
use crate::space::{Outcome, OutcomeSpace};

/// The rules of a session.
#[derive(Debug, Clone)]
pub struct StackedRules {
    /// What can be agreed.
    pub space: Arc<OutcomeSpace>,
    /// How many sit at the table, at most [`super::SEATS_MAX`].
    pub seats: usize,
    /// Who must agree.
    pub must_agree: SeatSet,
    /// When it ends.
    pub timing: Timing,
}

/// A session.
#[derive(Debug, Clone)]
pub struct Stacked {
    rules: StackedRules,
    /// The package on the table, and whose it is.
    tabled: Option<(Outcome, Seat)>,
    /// Who stands by it.
    stand_by: SeatSet,
    round: u32,
    turn: Seat,
    course: Course,
}

impl Stacked {
    /// A session that has not begun.
    pub fn new(rules: StackedRules) -> Self {
        Self {
            rules,
            tabled: None,
            stand_by: SeatSet::NONE,
            round: 0,
            turn: Seat(0),
            course: Course::NotBegun,
        }
    }

    /// The package on the table, and whose it is.
    pub fn tabled(&self) -> Option<(Outcome, Seat)> {
        self.tabled
    }

    /// Whether the session is over.
    pub fn is_over(&self) -> bool {
        self.course == Course::Over
    }

    /// Takes an event, and adds what follows from it to the effects. What comes after the end, and a second
    /// beginning, has no effect.
    pub fn step(&mut self, event: SessionEvent, effects: &mut Vec<SessionEffect>) {
        match (self.course, event) {
            (Course::NotBegun, SessionEvent::Begin) => {
                self.course = Course::Going;
                effects.push(self.next(0));
            }
            (
                Course::Going,
                SessionEvent::Act {
                    seat,
                    action,
                    at_ms,
                },
            ) => {
                self.act(seat, action, at_ms, effects);
            }
            (Course::Going, SessionEvent::Failed { seat, fault }) => {
                let moment = self.moment(0);
                effects.push(self.over(Err(NoDealReason::Fault(seat, fault)), moment));
            }
            (
                Course::NotBegun,
                SessionEvent::Act { seat, .. } | SessionEvent::Failed { seat, .. },
            ) => {
                let reason = NoDealReason::Fault(seat, Fault::OutOfTurn);
                let moment = self.moment(0);
                effects.push(self.over(Err(reason), moment));
            }
            (Course::Going | Course::NotBegun, SessionEvent::TimeUp { at_ms }) => {
                let moment = self.moment(at_ms);
                effects.push(self.over(Err(NoDealReason::Deadline), moment));
            }
            (Course::Going, SessionEvent::Begin) | (Course::Over, _) => {}
        }
    }

    fn act(&mut self, seat: Seat, action: Action, at_ms: u64, effects: &mut Vec<SessionEffect>) {
        let moment = self.moment(at_ms);
        let late = self.rules.timing.deadline.is_past(at_ms);
        if late && seat == self.turn {
            effects.push(self.over(Err(NoDealReason::Deadline), moment));
            return;
        }
        if let Some(fault) = self.fault(seat, action) {
            effects.push(self.over(Err(NoDealReason::Fault(seat, fault)), moment));
            return;
        }
        effects.push(SessionEffect::Said {
            seat,
            action,
            moment,
        });
        let agreed = match action {
            Action::End => {
                effects.push(self.over(Err(NoDealReason::BrokenOff(seat)), moment));
                return;
            }
            Action::Offer(outcome) => {
                self.tabled = Some((outcome, seat));
                self.stand_by = SeatSet::NONE.with(seat);
                outcome
            }
            Action::Accept => {
                self.stand_by = self.stand_by.with(seat);
                let Some((outcome, _)) = self.tabled else {
                    return;
                };
                outcome
            }
        };
        if self.stand_by.covers(self.rules.must_agree) {
            effects.push(self.over(Ok(agreed), moment));
            return;
        }
        if seat.index() + 1 == self.rules.seats {
            self.turn = Seat(0);
            self.round += 1;
        } else {
            self.turn = Seat(seat.0 + 1);
        }
        effects.push(self.next(at_ms));
    }

    /// What is against the rules in an action.
    fn fault(&self, seat: Seat, action: Action) -> Option<Fault> {
        if seat != self.turn {
            return Some(Fault::OutOfTurn);
        }
        match action {
            Action::Offer(outcome) if !self.rules.space.holds(outcome) => Some(Fault::NoPackage),
            Action::Accept if self.tabled.is_none_or(|(_, by)| by == seat) => {
                Some(Fault::NothingToAccept)
            }
            Action::Offer(_) | Action::Accept | Action::End => None,
        }
    }

    fn moment(&self, at_ms: u64) -> TalkMoment {
        self.rules.timing.moment(self.round, at_ms)
    }

    /// The next turn, or the end where no round is left.
    fn next(&mut self, at_ms: u64) -> SessionEffect {
        let moment = self.moment(at_ms);
        if self.rules.timing.deadline.is_after_last(self.round) {
            return self.over(Err(NoDealReason::Deadline), moment);
        }
        SessionEffect::Turn {
            seat: self.turn,
            moment,
        }
    }

    fn over(&mut self, agreed: Result<Outcome, NoDealReason>, moment: TalkMoment) -> SessionEffect {
        self.course = Course::Over;
        SessionEffect::Finished(End { agreed, moment })
    }
}
