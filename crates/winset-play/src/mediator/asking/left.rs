//! The packages of a small space that are left, kept from answer to answer: each is compared with what is new.

use super::chance::{Guess, Near};
use super::cut::{Accepted, Cut, Refusal};
use super::remaining::Field;
use crate::session::Seat;
use crate::space::Outcome;

/// Most packages of which each that is left is compared with each other.
const COMPARED_MAX: u64 = 1 << 14;

/// Packages that are left, in order, each with how near it is to what was answered.
#[derive(Debug, Clone)]
pub(super) struct Left(Vec<(Outcome, Vec<Near>)>);

impl Left {
    /// Those of a space; none where it is too large for that.
    pub(super) fn of(
        field: Field<'_>,
        guess: &Guess,
        refusals: &[Refusal],
        accepted: &Accepted,
    ) -> Option<Self> {
        let count = field.space.count();
        let all = (0..count).map(Outcome);
        let left = all.filter(|package| field.holds(*package));
        let near = |package| (package, guess.near(package, refusals, accepted));
        (count <= COMPARED_MAX).then(|| Self(left.map(near).collect()))
    }

    /// Removes what lies in new boxes.
    pub(super) fn cut(&mut self, field: Field<'_>, new: &[&Cut]) {
        let is_in = |package: Outcome| new.iter().any(|cut| cut.holds(field.space, package));
        self.0.retain(|(package, _)| !is_in(*package));
    }

    pub(super) fn refuses(&mut self, guess: &Guess, refusal: Refusal) {
        for (package, near) in &mut self.0 {
            guess.refuses(near, *package, refusal);
        }
    }

    pub(super) fn accepts(&mut self, guess: &Guess, seat: Seat, text: Outcome) {
        for (package, near) in &mut self.0 {
            guess.accepts(near, *package, seat, text);
        }
    }

    /// The one that settles most, of equals the first.
    pub(super) fn most(&self, guess: &Guess, accepted: &Accepted) -> Option<Outcome> {
        let rows = self.0.iter();
        let settles = rows.map(|(package, near)| {
            let settles = guess.settles(*package, near, accepted);
            (settles, std::cmp::Reverse(*package))
        });
        settles.max().map(|(_, std::cmp::Reverse(package))| package)
    }
}
