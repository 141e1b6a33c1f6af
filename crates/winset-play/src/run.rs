//! Programs at a table.

use std::sync::Arc;

use crate::own::OwnSide;
use crate::session::{
    Action, End, Seat, SeatSet, SessionEffect, SessionEvent, Stacked, StackedRules, TalkMoment,
    Timing,
};
use crate::space::OutcomeSpace;
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

/// A session of programs from the beginning to the end: each sits at the place of its side. Everybody must
/// agree. What was said is handed to `said`, act by act.
///
/// No clock runs: only rounds end it, so the deadline must have some.
///
/// # Panics
/// The deadline has no rounds: such talks need not end.
pub fn play(
    space: &Arc<OutcomeSpace>,
    sides: &[OwnSide],
    programs: &mut [Box<dyn Strategy>],
    timing: Timing,
    mut said: impl FnMut(Said),
) -> End {
    assert!(
        timing.deadline.rounds.is_some(),
        "talks without rounds need a clock"
    );
    let mut session = Stacked::new(StackedRules {
        space: space.clone(),
        seats: sides.len(),
        must_agree: SeatSet::first(sides.len()),
        timing,
    });
    let mut effects = Vec::with_capacity(3);
    let mut event = SessionEvent::Begin;
    loop {
        session.step(event, &mut effects);
        for effect in effects.drain(..) {
            match effect {
                SessionEffect::Said {
                    seat,
                    action,
                    moment,
                } => {
                    said(Said {
                        seat,
                        action,
                        moment,
                    });
                    if let Action::Offer(offer) = action {
                        let others = sides.iter().zip(programs.iter_mut()).enumerate();
                        let others = others.filter(|(place, _)| *place != seat.index());
                        others.for_each(|(_, (own, program))| program.heard(own, offer, moment));
                    }
                }
                SessionEffect::Turn { seat, moment } => {
                    let tabled = session.tabled().filter(|(_, by)| *by != seat);
                    let turn = Turn {
                        own: &sides[seat.index()],
                        moment,
                        deadline: timing.deadline,
                        tabled: tabled.map(|(offer, _)| offer),
                    };
                    let action = programs[seat.index()].act(&turn);
                    event = SessionEvent::Act {
                        seat,
                        action,
                        at_ms: 0,
                    };
                }
                SessionEffect::Finished(end) => return end,
            }
        }
    }
}
