//! What the mediator takes for granted of how parties answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::session::Seat;

/// What is assumed of the packages that each party accepts. Whatever it is, any two sets of packages that a
/// party may accept under it have an intersection that it may accept, too: so there is a least set that holds
/// what a party has accepted and one package more, and the package is possible exactly if that set leaves a
/// refuser to each text that was refused. This is what makes the mediator exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskingAssumption {
    /// Each party accepts a fixed set of packages, any set: a no removes that package alone.
    FixedSet,
    /// Each party refuses certain options, and accepts a package that has none of them.
    SinglePoints,
    /// Each party refuses certain options, and certain pairs of options on two points, and accepts a package
    /// that has none of them.
    Pairs,
    /// Each party accepts a package that is on each point at least as good for it as one that it accepts, by
    /// orders of options that are public. Holds for thresholds on sums over points with any weights that are
    /// not negative. On points without a public order it says nothing, and without any it is
    /// [`AskingAssumption::FixedSet`].
    Monotone(Arc<PublicOrders>),
}

/// In which order parties like the options of points, as far as it is public.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicOrders {
    ranks: BTreeMap<(Seat, usize), Vec<u32>>,
}

impl PublicOrders {
    /// With the order of a party on a point: a rank for each option, more for what it likes better, the same
    /// for what it likes as much. An option without a rank is compared with none.
    #[must_use]
    pub fn with(mut self, seat: Seat, point: usize, ranks: Vec<u32>) -> Self {
        self.ranks.insert((seat, point), ranks);
        self
    }

    /// Whether an option is known to be at least as good for a party as another.
    pub(super) fn at_least(&self, seat: Seat, point: usize, one: usize, other: usize) -> bool {
        let above = self.above(seat, point, one, other);
        one == other || above.is_some_and(|above| above >= 0)
    }

    /// By how many ranks an option is above another for a party; none where it is not known.
    pub(super) fn above(&self, seat: Seat, point: usize, one: usize, other: usize) -> Option<i64> {
        let ranks = self.ranks.get(&(seat, point))?;
        Some(i64::from(*ranks.get(one)?) - i64::from(*ranks.get(other)?))
    }

    /// The lowest and the highest rank on a point.
    pub(super) fn reach(&self, seat: Seat, point: usize) -> Option<(i64, i64)> {
        let ranks = self.ranks.get(&(seat, point))?;
        Some((
            i64::from(*ranks.iter().min()?),
            i64::from(*ranks.iter().max()?),
        ))
    }

    /// The rank of an option.
    pub(super) fn rank(&self, seat: Seat, point: usize, option: usize) -> Option<i64> {
        let ranks = self.ranks.get(&(seat, point))?;
        ranks.get(option).map(|rank| i64::from(*rank))
    }
}
