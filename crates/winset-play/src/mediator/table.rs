//! A shuttle with somebody at each seat: programs and people, a mediator among them.

use std::collections::VecDeque;

use super::{Answering, AskedText, AskingResult, Mediating};
use crate::own::OwnSide;
use crate::run::SeatTurn;
use crate::session::{
    Addressed, End, NoDealReason, Seat, SessionEvent, SingleText, SingleTextRules, TalkMoment,
    TextAction, TextNews, TextQuestion,
};
use crate::space::Outcome;

/// What a seat is to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShuttleDue {
    /// The mediator proposes a text, or closes.
    Text {
        /// When.
        moment: TalkMoment,
    },
    /// A party answers.
    Answer {
        /// The text.
        text: Outcome,
        /// What it is compared with, as the question goes.
        against: Option<Outcome>,
        /// What is asked.
        question: TextQuestion,
        /// When.
        moment: TalkMoment,
    },
}

impl ShuttleDue {
    /// When.
    pub fn moment(&self) -> TalkMoment {
        match self {
            Self::Text { moment } | Self::Answer { moment, .. } => *moment,
        }
    }
}

/// An act of a shuttle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShuttleSaid {
    /// Who.
    pub seat: Seat,
    /// What.
    pub action: TextAction,
    /// When; a round is a text.
    pub moment: TalkMoment,
}

/// What goes on at a shuttle, for whoever keeps the record and may know everything.
#[derive(Debug, Clone, Copy)]
pub enum ShuttleNote<'a> {
    /// A seat acted, in time.
    Said(&'a ShuttleSaid),
    /// Something was said to some seats, and to no other.
    News(&'a Addressed<TextNews>),
}

/// Whoever sits at a shuttle: it hears what is addressed to it, and nothing else.
pub trait ShuttleSeated {
    /// Hears news that are addressed to it.
    fn told(&mut self, news: &TextNews);

    /// Does what is due of it.
    fn act(&mut self, due: &ShuttleDue) -> SeatTurn<TextAction>;

    /// Lives through a turn of talks that were stopped, in which it did what is written. Whether it would do
    /// the same again.
    fn recall(&mut self, due: &ShuttleDue, action: TextAction) -> bool;

    /// What a mediator knows so far; none of a party, and of a mediator who keeps no account.
    fn knows(&self) -> Option<AskingResult> {
        None
    }
}

impl<S: ShuttleSeated + ?Sized> ShuttleSeated for Box<S> {
    fn told(&mut self, news: &TextNews) {
        (**self).told(news);
    }

    fn act(&mut self, due: &ShuttleDue) -> SeatTurn<TextAction> {
        (**self).act(due)
    }

    fn recall(&mut self, due: &ShuttleDue, action: TextAction) -> bool {
        (**self).recall(due, action)
    }

    fn knows(&self) -> Option<AskingResult> {
        (**self).knows()
    }
}

/// A mediator's program at its seat.
#[derive(Debug)]
pub struct MediatorProgram(pub Box<dyn Mediating>);

impl ShuttleSeated for MediatorProgram {
    fn told(&mut self, news: &TextNews) {
        if let TextNews::Answers { text, heard, .. } = news {
            self.0.heard(*text, *heard);
        }
    }

    fn act(&mut self, due: &ShuttleDue) -> SeatTurn<TextAction> {
        SeatTurn::Acts(self.0.act(due.moment()))
    }

    fn recall(&mut self, due: &ShuttleDue, action: TextAction) -> bool {
        self.act(due) == SeatTurn::Acts(action)
    }

    fn knows(&self) -> Option<AskingResult> {
        self.0.knows()
    }
}

/// A party's program at its seat, with the side that it sees.
#[derive(Debug)]
pub struct PartyProgram {
    /// Its side.
    pub own: OwnSide,
    /// The program.
    pub program: Box<dyn Answering>,
}

impl ShuttleSeated for PartyProgram {
    fn told(&mut self, _: &TextNews) {}

    fn act(&mut self, due: &ShuttleDue) -> SeatTurn<TextAction> {
        match *due {
            ShuttleDue::Answer {
                text,
                against,
                question,
                moment,
            } => SeatTurn::Acts(self.program.act(&AskedText {
                own: &self.own,
                text,
                against,
                question,
                moment,
            })),
            // A party in the mediator's seat has no text of its own.
            ShuttleDue::Text { .. } => SeatTurn::Acts(TextAction::Close),
        }
    }

    fn recall(&mut self, due: &ShuttleDue, action: TextAction) -> bool {
        self.act(due) == SeatTurn::Acts(action)
    }
}

/// A shuttle, and whoever sits at it, in the order of seats.
#[derive(Debug)]
pub struct ShuttleTable<S> {
    rules: SingleTextRules,
    session: SingleText,
    seats: Vec<S>,
    /// Who is to act: those who are asked in the order of seats.
    due: VecDeque<(Seat, ShuttleDue)>,
    begun: bool,
    end: Option<End>,
    effects: Vec<Addressed<TextNews>>,
}

impl<S: ShuttleSeated> ShuttleTable<S> {
    /// A table before the talks.
    ///
    /// # Panics
    /// The rules are for another number of seats.
    pub fn new(rules: SingleTextRules, seats: Vec<S>) -> Self {
        assert_eq!(rules.seats, seats.len(), "somebody sits at each seat");
        Self {
            session: SingleText::new(rules.clone()),
            rules,
            seats,
            due: VecDeque::new(),
            begun: false,
            end: None,
            effects: Vec::with_capacity(4),
        }
    }

    /// How it ended; none while it goes on.
    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// What the mediator knows so far.
    pub fn knows(&self) -> Option<AskingResult> {
        self.seats[self.rules.mediator.index()].knows()
    }

    /// Takes an event: what follows is told to those whom it is addressed to, and all of it to `note`.
    pub fn take(
        &mut self,
        event: SessionEvent<TextAction>,
        note: &mut impl FnMut(ShuttleNote<'_>),
    ) {
        self.begun |= event == SessionEvent::Begin;
        let said = self.said(&event);
        self.session.step(event, &mut self.effects);
        let is_fault = |effect: &Addressed<TextNews>| {
            matches!(
                effect.news,
                TextNews::Finished(End {
                    agreed: Err(NoDealReason::Fault(..)),
                    ..
                })
            )
        };
        if let Some(said) = said
            && !self.effects.iter().any(is_fault)
        {
            note(ShuttleNote::Said(&said));
        }
        for addressed in self.effects.drain(..) {
            note(ShuttleNote::News(&addressed));
            let Addressed { to, news } = addressed;
            for seat in to.iter() {
                if let Some(hears) = self.seats.get_mut(seat.index()) {
                    hears.told(&news);
                }
            }
            match news {
                TextNews::Turn { moment } => {
                    self.due
                        .push_back((self.rules.mediator, ShuttleDue::Text { moment }));
                }
                TextNews::Text {
                    text,
                    against,
                    moment,
                } => {
                    let question = self.rules.question;
                    let due = ShuttleDue::Answer {
                        text,
                        against,
                        question,
                        moment,
                    };
                    self.due.extend(to.iter().map(|seat| (seat, due)));
                }
                TextNews::Finished(end) => {
                    self.due.clear();
                    self.end = Some(end);
                }
                TextNews::Answers { .. } | TextNews::Over { .. } => {}
            }
        }
    }

    /// The act of an event that is due, and comes in time; it is due no more.
    fn said(&mut self, event: &SessionEvent<TextAction>) -> Option<ShuttleSaid> {
        let SessionEvent::Act {
            seat,
            action,
            at_ms,
        } = *event
        else {
            return None;
        };
        let place = self.due.iter().position(|(due, _)| *due == seat)?;
        let (_, due) = self.due.remove(place)?;
        let timing = &self.rules.timing;
        (!timing.deadline.is_past(at_ms)).then(|| ShuttleSaid {
            seat,
            action,
            moment: timing.moment(due.moment().round, at_ms),
        })
    }

    /// Takes an event of talks that were held before: whoever acted lives through that turn. Whether it would act
    /// so again.
    pub fn recall(
        &mut self,
        event: SessionEvent<TextAction>,
        note: &mut impl FnMut(ShuttleNote<'_>),
    ) -> bool {
        let mut same = true;
        if let SessionEvent::Act { seat, action, .. } = event
            && let Some((_, due)) = self.due.iter().find(|(due, _)| *due == seat)
        {
            same = self.seats[seat.index()].recall(due, action);
        }
        self.take(event, note);
        same
    }

    /// Holds the talks from where they are until they end, or somebody stops them; `now` tells how many
    /// milliseconds after the beginning it is, or stops them by none. The end, or none.
    pub fn go(
        &mut self,
        now: &mut impl FnMut() -> Option<u64>,
        mut note: impl FnMut(ShuttleNote<'_>),
    ) -> Option<End> {
        loop {
            if let Some(end) = self.end {
                return Some(end);
            }
            let event = match self.due.front().copied() {
                Some((seat, due)) => {
                    let taken = self.seats[seat.index()].act(&due);
                    taken.event(seat, now()?)?
                }
                None if self.begun => return None,
                None => SessionEvent::Begin,
            };
            self.take(event, &mut note);
        }
    }
}
