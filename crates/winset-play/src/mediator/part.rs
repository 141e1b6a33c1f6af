//! What a mediator's program and an answering program are.

use std::fmt::Debug;

use super::AskingResult;
use crate::own::OwnSide;
use crate::session::{Heard, ShuttleAnswer, TalkMoment, TextAction, TextQuestion};
use crate::space::Outcome;

/// A program in a mediator's seat. It knows what can be agreed and what it is told, and no party's scores.
pub trait Mediating: Debug + Send {
    /// Acts in its turn.
    fn act(&mut self, moment: TalkMoment) -> TextAction;

    /// Hears what was answered to its text.
    fn heard(&mut self, text: Outcome, heard: Heard);

    /// What it knows so far of the packages that all accept; none where it keeps no account of it.
    fn knows(&self) -> Option<AskingResult> {
        None
    }
}

/// A text that a party is asked about.
#[derive(Debug, Clone, Copy)]
pub struct AskedText<'a> {
    /// Its own side.
    pub own: &'a OwnSide,
    /// The text.
    pub text: Outcome,
    /// What it is compared with, as the question goes.
    pub against: Option<Outcome>,
    /// What is asked.
    pub question: TextQuestion,
    /// When.
    pub moment: TalkMoment,
}

impl AskedText<'_> {
    /// What it is compared with is worth: no deal where there is no text, the worst package where the party
    /// does not say what that is worth.
    pub(super) fn level(&self) -> f64 {
        let (_, worst) = self.own.ranking().reach();
        self.against
            .map_or(self.no_deal().unwrap_or(worst), |text| {
                self.own.utility(text)
            })
    }

    /// Whether it is worth at least what the party has without a deal.
    pub(super) fn is_rational(&self) -> bool {
        let worth = self.own.utility(self.text);
        self.no_deal().is_none_or(|no_deal| worth >= no_deal)
    }

    /// Whether every package is worth the same to it.
    pub(super) fn is_indifferent(&self) -> bool {
        let (best, worst) = self.own.ranking().reach();
        best <= worst
    }

    /// The answer of one who takes a text for this much better (above 0) or worse than what it is compared
    /// with, and accepts or not.
    pub(super) fn answer(&self, better: f64, accepts: bool) -> TextAction {
        TextAction::Answer(match self.question {
            TextQuestion::ByItself | TextQuestion::OverStanding if accepts => ShuttleAnswer::Yes,
            TextQuestion::ByItself | TextQuestion::OverStanding => ShuttleAnswer::No,
            TextQuestion::OverLast if !accepts => ShuttleAnswer::Worse,
            TextQuestion::OverLast if better > 0.0 => ShuttleAnswer::Better,
            TextQuestion::OverLast => ShuttleAnswer::Same,
        })
    }

    fn no_deal(&self) -> Option<f64> {
        self.own.no_deal()
    }
}

/// A program that answers a mediator's texts.
pub trait Answering: Debug + Send {
    /// Answers.
    fn act(&mut self, asked: &AskedText<'_>) -> TextAction;
}
