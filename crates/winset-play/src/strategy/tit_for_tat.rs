//! Tit for tat as `NegMAS` has it: takes talks as a zero-sum game, so that what the other's offer is worth to
//! oneself is what the other has conceded.

use super::{Acceptance, Intended, Offering, Turn};
use crate::own::OwnSide;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// Rounds in which it concedes by its own order of packages, before it answers the other.
const OWN_ROUNDS: u32 = 2;
/// What is added to each of those concessions.
const NUDGE: f64 = 1e-12;

/// Demands as much as the other leaves: its best first, then by small steps, then all but what the other
/// conceded.
#[derive(Debug, Clone, Default)]
pub struct NaiveTitForTat {
    /// The last package of the other, on its own scale above no deal.
    conceded: f64,
}

impl Offering for NaiveTitForTat {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        self.conceded = above_no_deal(own, own.utility(offer));
    }

    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        let ranking = turn.own.ranking();
        let (best, worst) = ranking.reach();
        let round = u64::from(turn.moment.round);
        let concession = match turn.moment.round {
            0 => 0.0,
            1..=OWN_ROUNDS if round < ranking.count() => {
                let step = ranking.utility_at(round - 1) - ranking.utility_at(round);
                (step + NUDGE) / (best - worst)
            }
            _ => self.conceded,
        };
        let level = worst + (1.0 - concession) * (best - worst);
        let above = ranking.at_least(level).max(1);
        Intended::plain(ranking.at(ranking.first_alike(above - 1)))
    }
}

impl Acceptance for NaiveTitForTat {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, _: Intended) -> bool {
        let theirs = above_no_deal(turn.own, turn.own.utility(tabled));
        theirs >= 1.0 - theirs
    }
}

/// A worth from 0 at no deal, or the worst package, to 1 at the best.
fn above_no_deal(own: &OwnSide, worth: f64) -> f64 {
    let (best, worst) = own.ranking().reach();
    let least = own.no_deal().map_or(worst, |no_deal| no_deal.max(worst));
    (worth - least) / (best - least)
}
