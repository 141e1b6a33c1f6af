//! Three-way talks: parties and a mediator at one table, in turns. Who may table is a setting, and so is who
//! must agree; who may not table, or does not want to, passes.

use std::sync::Arc;

use super::course::Course;
use super::mediated::{Due, MediatedCourse};
use super::{
    Addressed, End, Fault, MediatedEvent, NoDealReason, Seat, SeatSet, TalkMoment, Timing,
};
use crate::space::{Outcome, OutcomeSpace};

/// What a seat may do in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThreeWayAction {
    /// Puts a package on the table, in place of the one that is there.
    Table(Outcome),
    /// Accepts the package on the table.
    Accept,
    /// Does neither; the package stays on the table.
    Pass,
    /// Breaks off.
    End,
}

/// What is said at the table: to everybody.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ThreeWayNews {
    /// What a seat did.
    Said {
        /// Who.
        seat: Seat,
        /// What.
        action: ThreeWayAction,
        /// When.
        moment: TalkMoment,
    },
    /// It is a seat's turn.
    Turn {
        /// Whose.
        seat: Seat,
        /// When.
        moment: TalkMoment,
    },
    /// The talks are over.
    Finished(End),
}

/// The rules of a session.
#[derive(Debug, Clone)]
pub struct ThreeWayRules {
    /// What can be agreed.
    pub space: Arc<OutcomeSpace>,
    /// How many sit at the table, at most [`super::SEATS_MAX`].
    pub seats: usize,
    /// Who may table: all, only the mediator, only the parties.
    pub may_table: SeatSet,
    /// Who must agree. A seat that is not among them may accept, which binds nobody.
    pub must_agree: SeatSet,
    /// When it ends; in a round everybody has a turn.
    pub timing: Timing,
}

/// A session.
#[derive(Debug, Clone)]
pub struct ThreeWay {
    rules: ThreeWayRules,
    tabled: Option<(Outcome, Seat)>,
    stand_by: SeatSet,
    turn: Seat,
    round: u32,
    at: MediatedCourse,
}

type Effects = Vec<Addressed<ThreeWayNews>>;

impl ThreeWay {
    /// A session that has not begun.
    pub fn new(rules: ThreeWayRules) -> Self {
        Self {
            rules,
            tabled: None,
            stand_by: SeatSet::NONE,
            turn: Seat(0),
            round: 0,
            at: MediatedCourse::BEFORE,
        }
    }

    /// The package on the table, and whose it is.
    pub fn tabled(&self) -> Option<(Outcome, Seat)> {
        self.tabled
    }

    /// Whether the session is over.
    pub fn is_over(&self) -> bool {
        self.at.course == Course::Over
    }

    /// Takes an event, and adds what follows from it to the effects. What comes after the end, and a second
    /// beginning, has no effect.
    pub fn step(&mut self, event: MediatedEvent<ThreeWayAction>, effects: &mut Effects) {
        match self.at.take(event) {
            Some(Due::Begin) => self.next(effects),
            Some(Due::Act(seat, action)) => self.act(seat, action, effects),
            Some(Due::Failed(seat, fault)) => {
                self.over(Err(NoDealReason::Fault(seat, fault)), effects);
            }
            Some(Due::Clock) if self.is_late() => self.over(Err(NoDealReason::Deadline), effects),
            Some(Due::Clock) | None => {}
        }
    }

    fn act(&mut self, seat: Seat, action: ThreeWayAction, effects: &mut Effects) {
        if seat == self.turn && self.is_late() {
            return self.over(Err(NoDealReason::Deadline), effects);
        }
        if let Some(fault) = self.fault(seat, action) {
            return self.over(Err(NoDealReason::Fault(seat, fault)), effects);
        }
        let moment = self.moment();
        effects.push(self.to_all(ThreeWayNews::Said {
            seat,
            action,
            moment,
        }));
        match action {
            ThreeWayAction::End => {
                return self.over(Err(NoDealReason::BrokenOff(seat)), effects);
            }
            ThreeWayAction::Table(package) => {
                self.tabled = Some((package, seat));
                self.stand_by = SeatSet::NONE.with(seat);
            }
            ThreeWayAction::Accept => self.stand_by = self.stand_by.with(seat),
            ThreeWayAction::Pass => {}
        }
        if let Some((package, _)) = self.tabled
            && self.stand_by.covers(self.rules.must_agree)
        {
            return self.over(Ok(package), effects);
        }
        if seat.index() + 1 >= self.rules.seats {
            self.turn = Seat(0);
            self.round = self.round.saturating_add(1);
        } else {
            self.turn = Seat(seat.0 + 1);
        }
        self.next(effects);
    }

    /// What is against the rules in an action.
    fn fault(&self, seat: Seat, action: ThreeWayAction) -> Option<Fault> {
        if seat != self.turn {
            return Some(Fault::OutOfTurn);
        }
        match action {
            ThreeWayAction::Table(_) if !self.rules.may_table.holds(seat) => {
                Some(Fault::MayNotTable)
            }
            ThreeWayAction::Table(package) if !self.rules.space.holds(package) => {
                Some(Fault::NoPackage)
            }
            ThreeWayAction::Accept if self.tabled.is_none_or(|(_, by)| by == seat) => {
                Some(Fault::NothingToAccept)
            }
            ThreeWayAction::Table(_)
            | ThreeWayAction::Accept
            | ThreeWayAction::Pass
            | ThreeWayAction::End => None,
        }
    }

    fn is_late(&self) -> bool {
        self.rules.timing.deadline.is_past(self.at.at_ms)
    }

    fn next(&mut self, effects: &mut Effects) {
        if self.rules.timing.deadline.is_after_last(self.round) {
            return self.over(Err(NoDealReason::Deadline), effects);
        }
        let (seat, moment) = (self.turn, self.moment());
        effects.push(self.to_all(ThreeWayNews::Turn { seat, moment }));
    }

    fn moment(&self) -> TalkMoment {
        self.rules.timing.moment(self.round, self.at.at_ms)
    }

    fn over(&mut self, agreed: Result<Outcome, NoDealReason>, effects: &mut Effects) {
        self.at.course = Course::Over;
        let moment = self.moment();
        effects.push(self.to_all(ThreeWayNews::Finished(End { agreed, moment })));
    }

    fn to_all(&self, news: ThreeWayNews) -> Addressed<ThreeWayNews> {
        Addressed {
            to: SeatSet::first(self.rules.seats),
            news,
        }
    }
}
