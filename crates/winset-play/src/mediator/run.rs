//! Programs in a shuttle with a single text.

use super::{Answering, AskedText, Mediating};
use crate::own::OwnSide;
use crate::session::{
    Addressed, End, Fault, Seat, SessionEvent, SingleText, SingleTextRules, TextAction, TextNews,
};

/// A program of a party, with the side that it sees.
#[derive(Debug)]
pub struct ShuttleParty {
    /// Where it sits.
    pub seat: Seat,
    /// Its side.
    pub own: OwnSide,
    /// The program.
    pub program: Box<dyn Answering>,
}

/// Talks of programs have no clock, so a number of texts must end them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("run a shuttle of programs without an end; give it a number of texts")]
pub struct Endless;

/// A shuttle of programs from the beginning to the end. What is said is handed to `said`, each with whom it is
/// for. A seat that must agree and has no program is silent. No clock runs: only the number of texts ends it.
///
/// # Errors
/// The deadline has no number of texts.
pub fn shuttle(
    rules: &SingleTextRules,
    mediator: &mut dyn Mediating,
    parties: &mut [ShuttleParty],
    mut said: impl FnMut(&Addressed<TextNews>),
) -> Result<End, Endless> {
    if rules.timing.deadline.rounds.is_none() {
        return Err(Endless);
    }
    let mut session = SingleText::new(rules.clone());
    let mut effects = Vec::with_capacity(4);
    let mut events = std::collections::VecDeque::from([SessionEvent::Begin]);
    // Every turn is answered by an act, so that the queue is empty only at the end.
    loop {
        let Some(event) = events.pop_front() else {
            return Err(Endless);
        };
        session.step(event, &mut effects);
        for effect in effects.drain(..) {
            said(&effect);
            match effect.news {
                TextNews::Turn { moment } => {
                    events.push_back(act(rules.mediator, mediator.act(moment)));
                }
                TextNews::Text {
                    text,
                    against,
                    moment,
                } => {
                    for seat in effect.to.iter() {
                        let party = parties.iter_mut().find(|party| party.seat == seat);
                        events.push_back(party.map_or(
                            SessionEvent::Failed {
                                seat,
                                fault: Fault::Silent,
                                at_ms: 0,
                            },
                            |party| {
                                let asked = AskedText {
                                    own: &party.own,
                                    text,
                                    against,
                                    question: rules.question,
                                    moment,
                                };
                                act(seat, party.program.act(&asked))
                            },
                        ));
                    }
                }
                TextNews::Answers { text, heard, .. } => mediator.heard(text, heard),
                TextNews::Over { .. } => {}
                TextNews::Finished(end) => return Ok(end),
            }
        }
    }
}

fn act(seat: Seat, action: TextAction) -> SessionEvent<TextAction> {
    SessionEvent::Act {
        seat,
        action,
        at_ms: 0,
    }
}
