//! A table with somebody at each seat: programs, people, programs of somebody else.

use std::sync::Arc;

use winset_model::answer::StopReason;

use crate::own::OwnSide;
use crate::session::{
    Action, Deadline, End, Fault, Seat, SessionEffect, SessionEvent, Stacked, StackedRules,
    TalkMoment, Timing,
};
use crate::space::{Outcome, OutcomeSpace};
use crate::strategy::{Strategy, Turn};

/// An act of a course.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// Who.
    pub seat: Seat,
    /// What.
    pub action: Action,
    /// When.
    pub moment: TalkMoment,
}

/// A turn at a table: what everybody there can see.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableTurn {
    /// When.
    pub moment: TalkMoment,
    /// When the talks end at the latest.
    pub deadline: Deadline,
    /// The package of another seat that is on the table.
    pub tabled: Option<Outcome>,
}

/// What comes of a turn; `A` is what a seat may do in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatTurn<A = Action> {
    /// An action.
    Acts(A),
    /// None: whoever sits there cannot go on.
    Fails(Fault),
    /// None now: the talks are stopped, to go on another day.
    Stops,
}

impl<A> SeatTurn<A> {
    /// What a session is told of a turn so many milliseconds after the beginning; nothing where the talks are
    /// stopped.
    pub(crate) fn event(self, seat: Seat, at_ms: u64) -> Option<SessionEvent<A>> {
        match self {
            Self::Acts(action) => Some(SessionEvent::Act {
                seat,
                action,
                at_ms,
            }),
            Self::Fails(fault) => Some(SessionEvent::Failed { seat, fault, at_ms }),
            Self::Stops => None,
        }
    }
}

/// What a seat would take if a package were tabled at a point of talks: it is asked down its own order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatTakes {
    /// It would take this package, and not the next one of its order; none is left where it would take its
    /// worst.
    DownTo {
        /// The package that it would take.
        takes: Outcome,
        /// The next one, which it would not.
        not: Option<Outcome>,
    },
    /// It would not take its best.
    NotItsBest,
    /// Time is up before it could answer.
    NoTurn,
    /// It was not asked to the end: time for the question was up.
    Stopped(StopReason),
}

/// Whoever sits at a table: a program, a person, somebody else's program.
pub trait Seated {
    /// Hears what was done, by itself or another.
    fn heard(&mut self, said: &Said);

    /// Acts in its turn.
    fn act(&mut self, turn: &TableTurn) -> SeatTurn;

    /// Lives through a turn of talks that were stopped, in which it did what is written. Whether it would do
    /// the same again: a program whose draws come from its seed would.
    fn recall(&mut self, turn: &TableTurn, action: Action) -> bool;

    /// Hears that the talks are over.
    fn over(&mut self, end: &End);
}

/// A program of ours at a seat, with its own side. What its side may not agree to it neither hears nor finds on the
/// table: strategies know packages that can be agreed, and no others.
#[derive(Debug)]
pub struct Program {
    /// Its side.
    pub own: OwnSide,
    /// The program.
    pub strategy: Box<dyn Strategy>,
    /// Where it sits.
    pub seat: Seat,
}

impl Seated for Program {
    fn heard(&mut self, said: &Said) {
        if let Action::Offer(offer) = said.action
            && said.seat != self.seat
            && self.own.space().holds(offer)
        {
            self.strategy.heard(&self.own, offer, said.moment);
        }
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        let TableTurn {
            moment,
            deadline,
            tabled,
        } = *turn;
        SeatTurn::Acts(self.strategy.act(&Turn {
            own: &self.own,
            moment,
            deadline,
            tabled: tabled.filter(|tabled| self.own.space().holds(*tabled)),
        }))
    }

    fn recall(&mut self, turn: &TableTurn, action: Action) -> bool {
        self.act(turn) == SeatTurn::Acts(action)
    }

    fn over(&mut self, _: &End) {}
}

/// Whoever is lent to a table is looked at again when the talks are over.
impl<S: Seated + ?Sized> Seated for &mut S {
    fn heard(&mut self, said: &Said) {
        (**self).heard(said);
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        (**self).act(turn)
    }

    fn recall(&mut self, turn: &TableTurn, action: Action) -> bool {
        (**self).recall(turn, action)
    }

    fn over(&mut self, end: &End) {
        (**self).over(end);
    }
}

impl<S: Seated + ?Sized> Seated for Box<S> {
    fn heard(&mut self, said: &Said) {
        (**self).heard(said);
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        (**self).act(turn)
    }

    fn recall(&mut self, turn: &TableTurn, action: Action) -> bool {
        (**self).recall(turn, action)
    }

    fn over(&mut self, end: &End) {
        (**self).over(end);
    }
}

/// What a table waits for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TableWaits {
    /// The beginning.
    ToBegin,
    /// A seat's turn.
    ForTurn(Seat, TalkMoment),
    /// Nothing: the talks are over.
    Over(End),
}

/// A session and whoever sits at it, in the order of seats.
#[derive(Debug)]
pub struct Table<S> {
    session: Stacked,
    seats: Vec<S>,
    waits: TableWaits,
    effects: Vec<SessionEffect>,
}

impl<S: Seated> Table<S> {
    /// A table before the talks.
    ///
    /// # Panics
    /// The rules are for another number of seats.
    pub fn new(rules: StackedRules, seats: Vec<S>) -> Self {
        assert_eq!(rules.seats, seats.len(), "somebody sits at each seat");
        Self {
            session: Stacked::new(rules),
            seats,
            waits: TableWaits::ToBegin,
            effects: Vec::with_capacity(3),
        }
    }

    /// What it waits for.
    pub fn waits(&self) -> TableWaits {
        self.waits
    }

    /// Takes an event: what follows is told to everybody at the table, then to `said`.
    pub fn take(&mut self, event: SessionEvent<Action>, said: &mut impl FnMut(&Said)) {
        self.session.step(event, &mut self.effects);
        for effect in self.effects.drain(..) {
            match effect {
                SessionEffect::Said {
                    seat,
                    action,
                    moment,
                } => {
                    let act = Said {
                        seat,
                        action,
                        moment,
                    };
                    self.seats.iter_mut().for_each(|seat| seat.heard(&act));
                    said(&act);
                }
                SessionEffect::Turn { seat, moment } => {
                    self.waits = TableWaits::ForTurn(seat, moment);
                }
                SessionEffect::Finished(end) => {
                    self.waits = TableWaits::Over(end);
                    self.seats.iter_mut().for_each(|seat| seat.over(&end));
                }
            }
        }
    }

    /// What whoever is due would do if this package of another were on the table; none where nobody is due. The
    /// talks stay where they are, but the program has heard and acted: the table is good for this question
    /// alone.
    pub fn asked(mut self, outcome: Outcome) -> Option<SeatTurn> {
        let TableWaits::ForTurn(seat, moment) = self.waits else {
            return None;
        };
        let turn = TableTurn {
            tabled: Some(outcome),
            ..self.turn(seat, moment)
        };
        Some(self.seats[seat.index()].act(&turn))
    }

    /// Takes an event of talks that were held before: whoever acted lives through that turn. Whether it would
    /// act so again.
    pub fn recall(&mut self, event: SessionEvent<Action>, said: &mut impl FnMut(&Said)) -> bool {
        let mut same = true;
        if let (SessionEvent::Act { seat, action, .. }, TableWaits::ForTurn(due, moment)) =
            (&event, self.waits)
            && *seat == due
        {
            let turn = self.turn(due, moment);
            same = self.seats[due.index()].recall(&turn, *action);
        }
        self.take(event, said);
        same
    }

    /// Holds the talks from where they are until they end, or somebody stops them; `now` tells how many
    /// milliseconds after the beginning it is, or stops them by none. The end, or none.
    pub fn go(
        &mut self,
        now: &mut impl FnMut() -> Option<u64>,
        mut said: impl FnMut(&Said),
    ) -> Option<End> {
        loop {
            let event = match self.waits {
                TableWaits::ToBegin => SessionEvent::Begin,
                TableWaits::Over(end) => return Some(end),
                TableWaits::ForTurn(seat, moment) => {
                    let turn = self.turn(seat, moment);
                    let taken = self.seats[seat.index()].act(&turn);
                    let at_ms = now()?;
                    taken.event(seat, at_ms)?
                }
            };
            self.take(event, &mut said);
        }
    }

    fn turn(&self, seat: Seat, moment: TalkMoment) -> TableTurn {
        TableTurn {
            moment,
            deadline: self.session.rules().timing.deadline,
            tabled: self.session.tabled_for(seat),
        }
    }
}

/// Talks of programs among themselves, without a clock, from the beginning to the end: everybody tables, and all
/// must agree. What was said is handed to `said`, act by act.
///
/// # Panics
/// The deadline has no rounds: such talks need not end.
pub fn play(
    space: &Arc<OutcomeSpace>,
    timing: Timing,
    seats: Vec<Program>,
    said: impl FnMut(&Said),
) -> End {
    assert!(
        timing.deadline.rounds.is_some(),
        "talks without rounds need a clock"
    );
    let mut table = Table::new(StackedRules::of_all(space, seats.len(), timing), seats);
    let end = table.go(&mut || Some(0), said);
    end.unwrap_or_else(|| unreachable!("programs do not stop talks"))
}

/// Programs at seats in the order of sides.
pub fn seated(
    sides: &[OwnSide],
    programs: impl IntoIterator<Item = Box<dyn Strategy>>,
) -> Vec<Program> {
    let seats = (0..).map(Seat).zip(sides).zip(programs);
    seats
        .map(|((seat, own), strategy)| Program {
            own: own.clone(),
            strategy,
            seat,
        })
        .collect()
}
