//! Shuttle with a single negotiating text: a mediator proposes whole packages, each party answers in private
//! (Fisher and Ury 1981; Klein, Faratin, Sayama and Bar-Yam 2003; the mediator protocols of GENIUS).

use std::sync::Arc;

use winset_model::private::Private;

use super::course::{Course, Due, SessionCourse};
use super::{Addressed, End, Fault, NoDealReason, Seat, SeatSet, SessionEvent, TalkMoment, Timing};
use crate::space::{Outcome, OutcomeSpace};

/// What parties are asked of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextQuestion {
    /// Yes or no to the text itself. Nothing is released before the end.
    ByItself,
    /// Yes or no to the text in place of the one that stands: the last that all said yes to, which those
    /// asked are told.
    OverStanding,
    /// Better, worse or the same than the text before, or than no deal where it is the first. The last text
    /// that nobody calls worse stands; which one that is, is not released before the end.
    OverLast,
}

/// What the mediator is told of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswersTold {
    /// Who answered what.
    OneByOne,
    /// Only whether somebody was against the text.
    WhetherAll,
}

/// A party's answer to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShuttleAnswer {
    /// It accepts the text.
    Yes,
    /// It does not.
    No,
    /// It likes the text better than the one before.
    Better,
    /// It likes it less.
    Worse,
    /// It likes it as much.
    Same,
}

/// What a seat may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextAction {
    /// The mediator proposes a text.
    Propose(Outcome),
    /// The mediator ends the talks with the text that stands; without a deal where none does.
    Close,
    /// A party that is asked answers.
    Answer(ShuttleAnswer),
    /// A party that is asked, or the mediator in its turn, breaks off: there is no deal.
    End,
}

/// What the mediator hears of the answers to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Who answered what; who is in neither set likes it as much as the one before.
    OneByOne {
        /// Who said yes, or better.
        favour: SeatSet,
        /// Who said no, or worse.
        against: SeatSet,
    },
    /// Whether nobody was against it.
    WhetherAll(bool),
}

impl Heard {
    /// Whether nobody was against the text.
    pub fn is_all(self) -> bool {
        match self {
            Self::OneByOne { against, .. } => against == SeatSet::NONE,
            Self::WhetherAll(all) => all,
        }
    }
}

/// What is said to a seat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextNews {
    /// To the mediator: it is its turn.
    Turn {
        /// When.
        moment: TalkMoment,
    },
    /// To those who are asked: there is a new text.
    Text {
        /// The text.
        text: Outcome,
        /// What it is compared with: the text that stands or the one before, as the question goes.
        against: Option<Outcome>,
        /// When.
        moment: TalkMoment,
    },
    /// To the mediator: what was answered.
    Answers {
        /// To which text.
        text: Outcome,
        /// What.
        heard: Heard,
        /// When.
        moment: TalkMoment,
    },
    /// To all but the mediator: the talks are over, with this package or none.
    Over {
        /// The package.
        agreed: Option<Outcome>,
        /// When.
        moment: TalkMoment,
    },
    /// To the mediator: the talks are over, and why.
    Finished(End),
}

/// The rules of a session. A round is a text; a round's answers are told when all have answered.
#[derive(Debug, Clone)]
pub struct SingleTextRules {
    /// What can be agreed.
    pub space: Arc<OutcomeSpace>,
    /// How many sit at the table, the mediator among them, at most [`super::SEATS_MAX`].
    pub seats: usize,
    /// The mediator's seat.
    pub mediator: Seat,
    /// Who must agree, and so is asked. A mediator that is among them agrees by proposing.
    pub must_agree: SeatSet,
    /// What they are asked.
    pub question: TextQuestion,
    /// What the mediator is told of it.
    pub told: AnswersTold,
    /// When it ends: at the latest after so many texts, or so many milliseconds, with the text that stands.
    pub timing: Timing,
}

/// Answers that came in, until all have.
#[derive(Debug, Clone, Copy, Default)]
struct Ballot {
    given: SeatSet,
    favour: SeatSet,
    against: SeatSet,
}

/// A session.
#[derive(Debug, Clone)]
pub struct SingleText {
    rules: SingleTextRules,
    /// The text that is asked about.
    open: Option<Outcome>,
    ballot: Private<Ballot>,
    standing: Option<Outcome>,
    last: Option<Outcome>,
    round: u32,
    at: SessionCourse,
}

type Effects = Vec<Addressed<TextNews>>;

impl SingleText {
    /// A session that has not begun.
    pub fn new(rules: SingleTextRules) -> Self {
        Self {
            rules,
            open: None,
            ballot: Private::new(Ballot::default()),
            standing: None,
            last: None,
            round: 0,
            at: SessionCourse::BEFORE,
        }
    }

    /// Whether the session is over.
    pub fn is_over(&self) -> bool {
        self.at.course == Course::Over
    }

    /// Takes an event, and adds what follows from it to the effects. What comes after the end, and a second
    /// beginning, has no effect. Time does not run back: an earlier moment counts as the latest so far.
    pub fn step(&mut self, event: SessionEvent<TextAction>, effects: &mut Effects) {
        match self.at.take(event) {
            Some(Due::Begin) => self.next(effects),
            Some(Due::Act(seat, action)) => self.act(seat, action, effects),
            Some(Due::Failed(seat, fault)) => {
                self.over(Err(NoDealReason::Fault(seat, fault)), effects);
            }
            Some(Due::Clock) if self.is_late() => self.close(NoDealReason::Deadline, effects),
            Some(Due::Clock) | None => {}
        }
    }

    fn act(&mut self, seat: Seat, action: TextAction, effects: &mut Effects) {
        if !self.is_awaited(seat) {
            let reason = NoDealReason::Fault(seat, Fault::OutOfTurn);
            return self.over(Err(reason), effects);
        }
        if self.is_late() {
            return self.close(NoDealReason::Deadline, effects);
        }
        if let Some(fault) = self.fault(action) {
            return self.over(Err(NoDealReason::Fault(seat, fault)), effects);
        }
        match action {
            TextAction::Propose(text) => self.propose(text, effects),
            TextAction::Answer(answer) => self.answer(seat, answer, effects),
            TextAction::Close => self.close(NoDealReason::BrokenOff(seat), effects),
            TextAction::End => self.over(Err(NoDealReason::BrokenOff(seat)), effects),
        }
    }

    fn asked(&self) -> SeatSet {
        self.rules.must_agree.without(self.rules.mediator)
    }

    /// Whether it is for a seat to act.
    fn is_awaited(&self, seat: Seat) -> bool {
        match self.open {
            None => seat == self.rules.mediator,
            Some(_) => self.asked().holds(seat) && !self.ballot.open().given.holds(seat),
        }
    }

    fn is_late(&self) -> bool {
        self.rules.timing.deadline.is_past(self.at.at_ms)
    }

    /// What is against the rules in the action of one who is awaited.
    fn fault(&self, action: TextAction) -> Option<Fault> {
        let compares = self.rules.question == TextQuestion::OverLast;
        match (self.open, action) {
            (None, TextAction::Propose(text)) if !self.rules.space.holds(text) => {
                Some(Fault::NoPackage)
            }
            (None, TextAction::Answer(_)) => Some(Fault::Garbled),
            (Some(_), TextAction::Propose(_) | TextAction::Close) => Some(Fault::OutOfTurn),
            (Some(_), TextAction::Answer(ShuttleAnswer::Yes | ShuttleAnswer::No)) if compares => {
                Some(Fault::Garbled)
            }
            (
                Some(_),
                TextAction::Answer(
                    ShuttleAnswer::Better | ShuttleAnswer::Worse | ShuttleAnswer::Same,
                ),
            ) if !compares => Some(Fault::Garbled),
            (None, TextAction::Propose(_) | TextAction::Close)
            | (Some(_), TextAction::Answer(_))
            | (_, TextAction::End) => None,
        }
    }

    fn propose(&mut self, text: Outcome, effects: &mut Effects) {
        self.open = Some(text);
        self.ballot = Private::new(Ballot::default());
        let against = match self.rules.question {
            TextQuestion::ByItself => None,
            TextQuestion::OverStanding => self.standing,
            TextQuestion::OverLast => self.last,
        };
        let moment = self.moment();
        effects.push(Addressed {
            to: self.asked(),
            news: TextNews::Text {
                text,
                against,
                moment,
            },
        });
        self.collect(text, effects);
    }

    fn answer(&mut self, seat: Seat, answer: ShuttleAnswer, effects: &mut Effects) {
        let mut ballot = *self.ballot.open();
        ballot.given = ballot.given.with(seat);
        match answer {
            ShuttleAnswer::Yes | ShuttleAnswer::Better => ballot.favour = ballot.favour.with(seat),
            ShuttleAnswer::No | ShuttleAnswer::Worse => ballot.against = ballot.against.with(seat),
            ShuttleAnswer::Same => {}
        }
        self.ballot = Private::new(ballot);
        if let Some(text) = self.open {
            self.collect(text, effects);
        }
    }

    /// Tells the mediator when all have answered.
    fn collect(&mut self, text: Outcome, effects: &mut Effects) {
        let Ballot {
            given,
            favour,
            against,
        } = *self.ballot.open();
        if !given.covers(self.asked()) {
            return;
        }
        let moment = self.moment();
        let one_by_one = Heard::OneByOne { favour, against };
        let heard = match self.rules.told {
            AnswersTold::OneByOne => one_by_one,
            AnswersTold::WhetherAll => Heard::WhetherAll(one_by_one.is_all()),
        };
        if one_by_one.is_all() {
            self.standing = Some(text);
        }
        self.ballot = Private::new(Ballot::default());
        self.open = None;
        self.last = Some(text);
        self.round = self.round.saturating_add(1);
        effects.push(self.to_mediator(TextNews::Answers {
            text,
            heard,
            moment,
        }));
        self.next(effects);
    }

    /// The mediator's next turn, or the end where no text is left.
    fn next(&mut self, effects: &mut Effects) {
        if self.rules.timing.deadline.is_after_last(self.round) {
            return self.close(NoDealReason::Deadline, effects);
        }
        let moment = self.moment();
        effects.push(self.to_mediator(TextNews::Turn { moment }));
    }

    fn to_mediator(&self, news: TextNews) -> Addressed<TextNews> {
        Addressed {
            to: SeatSet::NONE.with(self.rules.mediator),
            news,
        }
    }

    fn moment(&self) -> TalkMoment {
        self.rules.timing.moment(self.round, self.at.at_ms)
    }

    /// The end with the text that stands, or for this reason without one.
    fn close(&mut self, reason: NoDealReason, effects: &mut Effects) {
        self.over(self.standing.ok_or(reason), effects);
    }

    fn over(&mut self, agreed: Result<Outcome, NoDealReason>, effects: &mut Effects) {
        self.at.course = Course::Over;
        self.ballot = Private::new(Ballot::default());
        let moment = self.moment();
        effects.push(self.to_mediator(TextNews::Finished(End { agreed, moment })));
        effects.push(Addressed {
            to: SeatSet::first(self.rules.seats).without(self.rules.mediator),
            news: TextNews::Over {
                agreed: agreed.ok(),
                moment,
            },
        });
    }
}
