//! The smallest clashes first.
//!
//! A clash holds a member of what any package breaks, and is minimal in that: the dual of the hunt
//! for corrections, taken by size (Ignatiev, Previti, Liffiton and Marques-Silva 2015, "Smallest
//! MUS extraction with minimal hitting set dualization"). It can take long where clashes are large,
//! so it is given up after a fixed amount of work, and says so.

use winset_model::answer::StopReason;

use super::hunt::{Answered, Hunt};
use super::set::Set;
use super::transversals::{Order, Transversals};

/// Most branches that are looked at.
const LOOKS_MAX: u64 = 20_000;
/// Most questions that are asked.
const QUESTIONS_MAX: usize = 1_000;
/// Most nodes of a question whether a set is a clash.
const NODES_MAX: u64 = 64;
/// Most nodes of a question whether a package could break less.
const NODES_OF_GROWTH: u64 = 2;

impl Hunt<'_> {
    /// Finds so many of the smallest clashes. Returns whether it is known that no other clash is
    /// smaller than any of the first so many by size.
    pub(super) fn smallest(&mut self, count: usize) -> Result<bool, StopReason> {
        let members = self.oracle.len();
        let mut hitting = Transversals::new(members, Order::Size);
        let mut questions = QUESTIONS_MAX;
        for known in &self.known {
            hitting.add(known.broken.clone());
        }
        loop {
            let Some(least) = hitting.least() else {
                return Ok(true);
            };
            if self.known_up_to(least) >= count {
                return Ok(true);
            }
            let kept = match hitting.next(LOOKS_MAX, self.oracle.budget) {
                Ok(Some(kept)) => kept,
                Ok(None) => return Ok(true),
                Err(StopReason::NodeLimit) => return Ok(false),
                Err(reason) => return Err(reason),
            };
            if self.clashes.iter().any(|(clash, _)| *clash == kept) {
                continue;
            }
            if questions == 0 {
                return Ok(false);
            }
            questions -= 1;
            match self.ask(&kept, NODES_MAX)? {
                Answered::None(_) => self.claim(&kept)?,
                Answered::By(place) => hitting.add(self.grown(place, &mut questions)?),
                Answered::Hard => return Ok(false),
            }
        }
    }

    /// How many clashes of at most this size are known.
    fn known_up_to(&self, size: usize) -> usize {
        let sizes = self.clashes.iter().map(|(clash, _)| clash.len());
        sizes.filter(|s| *s <= size).count()
    }

    /// What a package breaks that breaks less than the one at a place, as far as a few nodes tell.
    fn grown(&mut self, place: usize, questions: &mut usize) -> Result<Set, StopReason> {
        let mut broken = self.known[place].broken.clone();
        let everything = Set::all(self.oracle.len());
        for member in broken.members() {
            if *questions == 0 || !broken.contains(member) {
                continue;
            }
            *questions -= 1;
            let kept = everything.without(&broken).with(member);
            if let Answered::By(better) = self.ask(&kept, NODES_OF_GROWTH)? {
                broken = self.known[better].broken.clone();
            }
        }
        Ok(broken)
    }
}
