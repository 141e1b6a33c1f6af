//! Alternating offers: one turn for each seat in a round; a package is agreed when all who must agree stand by
//! it, its author by tabling it (Aydoğan, Festen, Hindriks and Jonker 2017). In three-way talks a mediator has
//! a seat, too, and rules say who may table and who may pass.

use std::sync::Arc;

use super::course::{Course, Due, SessionCourse};
use super::{
    Action, End, Fault, NoDealReason, Seat, SeatSet, SessionEffect, SessionEvent, TalkMoment,
    Timing,
};
use crate::space::{Outcome, OutcomeSpace};

/// Whether a seat may do nothing in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// A turn is an offer, an acceptance or the end.
    Refused,
    /// A turn may be passed.
    Allowed,
}

/// The rules of a session.
#[derive(Debug, Clone)]
pub struct StackedRules {
    /// What can be agreed.
    pub space: Arc<OutcomeSpace>,
    /// How many sit at the table, at most [`super::SEATS_MAX`].
    pub seats: usize,
    /// Who may table packages.
    pub may_table: SeatSet,
    /// Whether turns may be passed.
    pub passing: Passing,
    /// Who must agree. A seat that is not among them may accept, which binds nobody.
    pub must_agree: SeatSet,
    /// When it ends; in a round everybody has a turn.
    pub timing: Timing,
    /// For each seat what it may table and accept; empty where that is what can be agreed.
    pub own_spaces: Vec<Arc<OutcomeSpace>>,
}

impl StackedRules {
    /// Parties among themselves: everybody tables, nobody passes, and all must agree.
    pub fn of_all(space: &Arc<OutcomeSpace>, seats: usize, timing: Timing) -> Self {
        Self {
            space: space.clone(),
            seats,
            may_table: SeatSet::first(seats),
            passing: Passing::Refused,
            must_agree: SeatSet::first(seats),
            timing,
            own_spaces: Vec::new(),
        }
    }
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
    at: SessionCourse,
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
            at: SessionCourse::BEFORE,
        }
    }

    /// Its rules.
    pub fn rules(&self) -> &StackedRules {
        &self.rules
    }

    /// The package on the table, and whose it is.
    pub fn tabled(&self) -> Option<(Outcome, Seat)> {
        self.tabled
    }

    /// The package on the table that a seat can accept: another's.
    pub fn tabled_for(&self, seat: Seat) -> Option<Outcome> {
        let others = self.tabled.filter(|(_, by)| *by != seat);
        others.map(|(package, _)| package)
    }

    /// Whether the session is over.
    pub fn is_over(&self) -> bool {
        self.at.course == Course::Over
    }

    /// Takes an event, and adds what follows from it to the effects. What comes after the end, and a second
    /// beginning, has no effect.
    pub fn step(&mut self, event: SessionEvent<Action>, effects: &mut Vec<SessionEffect>) {
        match self.at.take(event) {
            Some(Due::Begin) => self.next(effects),
            Some(Due::Act(seat, action)) => self.act(seat, action, effects),
            // Whoever fails when time is up has only been waited for too long.
            Some(Due::Failed(..)) if self.is_late() => {
                self.over(Err(NoDealReason::Deadline), effects);
            }
            Some(Due::Failed(seat, fault)) => {
                self.over(Err(NoDealReason::Fault(seat, fault)), effects);
            }
            Some(Due::Clock) if self.is_late() => self.over(Err(NoDealReason::Deadline), effects),
            Some(Due::Clock) | None => {}
        }
    }

    fn act(&mut self, seat: Seat, action: Action, effects: &mut Vec<SessionEffect>) {
        if seat == self.turn && self.is_late() {
            return self.over(Err(NoDealReason::Deadline), effects);
        }
        if let Some(fault) = self.fault(seat, action) {
            return self.over(Err(NoDealReason::Fault(seat, fault)), effects);
        }
        effects.push(SessionEffect::Said {
            seat,
            action,
            moment: self.moment(),
        });
        match action {
            Action::End => return self.over(Err(NoDealReason::BrokenOff(seat)), effects),
            Action::Offer(package) => {
                self.tabled = Some((package, seat));
                self.stand_by = SeatSet::NONE.with(seat);
            }
            Action::Accept => self.stand_by = self.stand_by.with(seat),
            Action::Pass => {}
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
    fn fault(&self, seat: Seat, action: Action) -> Option<Fault> {
        if seat != self.turn {
            return Some(Fault::OutOfTurn);
        }
        match action {
            Action::Offer(_) if !self.rules.may_table.holds(seat) => Some(Fault::MayNotTable),
            Action::Offer(package) if !self.rules.space.holds(package) => Some(Fault::NoPackage),
            Action::Offer(package) if !self.is_own(seat, package) => Some(Fault::NotRatified),
            Action::Accept => match self.tabled_for(seat) {
                None => Some(Fault::NothingToAccept),
                Some(package) if !self.is_own(seat, package) => Some(Fault::NotRatified),
                Some(_) => None,
            },
            Action::Pass if self.rules.passing == Passing::Refused => Some(Fault::MayNotPass),
            Action::Offer(_) | Action::Pass | Action::End => None,
        }
    }

    /// Whether a seat may table and accept a package.
    fn is_own(&self, seat: Seat, package: Outcome) -> bool {
        let own = self.rules.own_spaces.get(seat.index());
        own.is_none_or(|own| own.holds(package))
    }

    fn is_late(&self) -> bool {
        self.rules.timing.deadline.is_past(self.at.at_ms)
    }

    fn moment(&self) -> TalkMoment {
        self.rules.timing.moment(self.round, self.at.at_ms)
    }

    /// The next turn, or the end where no round is left.
    fn next(&mut self, effects: &mut Vec<SessionEffect>) {
        if self.rules.timing.deadline.is_after_last(self.round) {
            return self.over(Err(NoDealReason::Deadline), effects);
        }
        effects.push(SessionEffect::Turn {
            seat: self.turn,
            moment: self.moment(),
        });
    }

    fn over(&mut self, agreed: Result<Outcome, NoDealReason>, effects: &mut Vec<SessionEffect>) {
        self.at.course = Course::Over;
        let moment = self.moment();
        effects.push(SessionEffect::Finished(End { agreed, moment }));
    }
}
