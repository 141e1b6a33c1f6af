//! Sealed acceptance: packages lie on the table, each seat marks in secret those that it accepts, and only
//! what enough accept is ever shown.

use winset_model::private::Private;

use super::course::{Course, Due, SessionCourse};
use super::{Addressed, Fault, NoDealReason, Seat, SeatSet, SessionEvent};
use crate::space::Outcome;

/// How many, or who, must accept a package for it to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enough {
    /// All who are asked.
    All,
    /// So many of those who are asked; 0 counts as 1.
    Number(usize),
    /// These seats, whatever the others say.
    Required(SeatSet),
}

/// What a seat may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealedAction {
    /// Accepts these of the packages on the table, and no other. It says so once.
    Accepts(Vec<Outcome>),
    /// Breaks off: nothing is shown.
    End,
}

/// What is said to seats: to all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealedNews {
    /// The packages on the table.
    Tabled {
        /// The packages, in the order tabled.
        packages: Vec<Outcome>,
        /// Milliseconds from the beginning.
        at_ms: u64,
    },
    /// It is over.
    Shown {
        /// The packages that enough accepted, in the order tabled.
        accepted: Vec<Outcome>,
        /// Milliseconds from the beginning.
        at_ms: u64,
    },
}

/// The rules of a session.
#[derive(Debug, Clone)]
pub struct SealedRules {
    /// The packages on the table; one that is there twice counts once, at its first place.
    pub packages: Vec<Outcome>,
    /// How many sit at the table, the mediator among them, at most [`super::SEATS_MAX`].
    pub seats: usize,
    /// Who is asked.
    pub asked: SeatSet,
    /// What is enough.
    pub enough: Enough,
    /// When it closes, in milliseconds from the beginning, and not before, so that nobody can tell a refusal
    /// from silence; none: as soon as all have answered.
    pub duration_ms: Option<u64>,
}

/// How sealed acceptance ended: for whoever holds the session, not for the seats, who are told by effects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedEnd {
    /// The packages that enough accepted, in the order tabled; else who ended it before its time.
    pub accepted: Result<Vec<Outcome>, NoDealReason>,
    /// Milliseconds from the beginning.
    pub at_ms: u64,
}

/// A session.
#[derive(Debug, Clone)]
pub struct Sealed {
    rules: SealedRules,
    /// Who accepts each package.
    accepting: Private<Vec<SeatSet>>,
    answered: Private<SeatSet>,
    at: SessionCourse,
    end: Option<SealedEnd>,
}

impl Sealed {
    /// A session that has not begun.
    pub fn new(mut rules: SealedRules) -> Self {
        let mut once = Vec::with_capacity(rules.packages.len());
        let mut met = std::collections::BTreeSet::new();
        once.extend(
            rules
                .packages
                .iter()
                .filter(|package| met.insert(**package)),
        );
        rules.packages = once;
        Self {
            accepting: Private::new(vec![SeatSet::NONE; rules.packages.len()]),
            answered: Private::new(SeatSet::NONE),
            rules,
            at: SessionCourse::BEFORE,
            end: None,
        }
    }

    /// How it ended; none while it goes on.
    pub fn end(&self) -> Option<&SealedEnd> {
        self.end.as_ref()
    }

    /// Takes an event, and adds what follows from it to the effects. Who cannot go on because it was silent
    /// has said nothing, and so accepts nothing; any other fault, and breaking off, ends the session, and
    /// nothing is shown. What comes after the end, and a second beginning, has no effect.
    pub fn step(
        &mut self,
        event: SessionEvent<SealedAction>,
        effects: &mut Vec<Addressed<SealedNews>>,
    ) {
        match self.at.take(event) {
            Some(Due::Begin) => {
                effects.push(self.to_all(SealedNews::Tabled {
                    packages: self.rules.packages.clone(),
                    at_ms: 0,
                }));
                self.close_if_due(effects);
            }
            Some(Due::Act(seat, action)) => self.act(seat, action, effects),
            Some(Due::Failed(seat, Fault::Silent)) => {
                self.answered = Private::new(self.answered.open().with(seat));
                self.close_if_due(effects);
            }
            Some(Due::Failed(seat, fault)) => {
                self.over(Err(NoDealReason::Fault(seat, fault)), effects);
            }
            Some(Due::Clock) => self.close_if_due(effects),
            None => {}
        }
    }

    fn act(&mut self, seat: Seat, action: SealedAction, effects: &mut Vec<Addressed<SealedNews>>) {
        if self.is_late() {
            return self.close_if_due(effects);
        }
        if !self.rules.asked.holds(seat) || self.answered.open().holds(seat) {
            let reason = NoDealReason::Fault(seat, Fault::OutOfTurn);
            return self.over(Err(reason), effects);
        }
        let SealedAction::Accepts(packages) = action else {
            return self.over(Err(NoDealReason::BrokenOff(seat)), effects);
        };
        let mut accepting = self.accepting.open().clone();
        for package in packages {
            let place = self.rules.packages.iter().position(|on| *on == package);
            let Some(set) = place.and_then(|place| accepting.get_mut(place)) else {
                let reason = NoDealReason::Fault(seat, Fault::NoPackage);
                return self.over(Err(reason), effects);
            };
            *set = set.with(seat);
        }
        self.accepting = Private::new(accepting);
        self.answered = Private::new(self.answered.open().with(seat));
        self.close_if_due(effects);
    }

    fn is_late(&self) -> bool {
        let most = self.rules.duration_ms;
        most.is_some_and(|most| self.at.at_ms >= most)
    }

    /// Closes at its time, or when all have answered where it has none.
    fn close_if_due(&mut self, effects: &mut Vec<Addressed<SealedNews>>) {
        let due = match self.rules.duration_ms {
            Some(_) => self.is_late(),
            None => self.answered.open().covers(self.rules.asked),
        };
        if !due {
            return;
        }
        let rows = self.rules.packages.iter().zip(self.accepting.open());
        let shown = rows.filter(|(_, by)| self.is_enough(**by));
        let accepted = shown.map(|(package, _)| *package).collect();
        self.over(Ok(accepted), effects);
    }

    fn is_enough(&self, by: SeatSet) -> bool {
        match self.rules.enough {
            Enough::All => by.covers(self.rules.asked),
            Enough::Number(number) => by.len() >= number.max(1),
            Enough::Required(seats) => by.covers(seats),
        }
    }

    fn over(
        &mut self,
        accepted: Result<Vec<Outcome>, NoDealReason>,
        effects: &mut Vec<Addressed<SealedNews>>,
    ) {
        self.at.course = Course::Over;
        // Whose the answers were is forgotten with the end.
        self.accepting = Private::new(Vec::new());
        self.answered = Private::new(SeatSet::NONE);
        let at_ms = match (&accepted, self.rules.duration_ms) {
            // Closing at its time is at its time, whenever the clock was looked at.
            (Ok(_), Some(due)) => due,
            _ => self.at.at_ms,
        };
        effects.push(self.to_all(SealedNews::Shown {
            accepted: accepted.clone().unwrap_or_default(),
            at_ms,
        }));
        self.end = Some(SealedEnd { accepted, at_ms });
    }

    fn to_all(&self, news: SealedNews) -> Addressed<SealedNews> {
        Addressed {
            to: SeatSet::first(self.rules.seats),
            news,
        }
    }
}
