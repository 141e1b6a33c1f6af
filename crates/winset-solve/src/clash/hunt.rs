//! The hunt for clashes and corrections.

use winset_check::{Acceptable, Clash};
use winset_model::answer::StopReason;
use winset_model::options::Package;

use super::oracle::{Asked, Known, Oracle};
use super::set::Set;
use super::transversals::{Order, Transversals};

/// Nodes that a question is given first.
const NODES_FIRST: u64 = 16;
/// How many times as many it is given when that does not decide it.
const NODES_FACTOR: u64 = 4;
/// How often that is raised before members are taken out in another order.
const ROUNDS: usize = 3;
/// Nodes that a question about all but a few members is given before others are asked.
const NODES_OF_REST: u64 = 4_096;
/// Orders in which members are taken out: the last first, the first first, and scattered ones.
const ORDERS: usize = 4;
const STRIDES: [usize; ORDERS] = [1, 1, 367, 571];
const SCATTER: usize = 1_009;

/// Clashes and corrections found so far, and all that was learned on the way.
pub(super) struct Hunt<'a> {
    pub(super) oracle: Oracle<'a>,
    /// Packages that were found, each with what it breaks.
    pub(super) known: Vec<Known>,
    /// Members that cannot hold together, as far as the search says.
    cores: Vec<Set>,
    pub(super) clashes: Vec<(Set, Clash)>,
    pub(super) corrections: Vec<(Set, Acceptable)>,
}

/// What is known of a question.
pub(super) enum Answered {
    /// The package at this place keeps all.
    By(usize),
    /// These cannot hold together.
    None(Set),
    /// It would take more nodes.
    Hard,
}

impl<'a> Hunt<'a> {
    pub(super) fn new(oracle: Oracle<'a>) -> Self {
        Self {
            oracle,
            known: Vec::new(),
            cores: Vec::new(),
            clashes: Vec::new(),
            corrections: Vec::new(),
        }
    }

    /// Finds everything, or the first so many clashes: each minimal set that hits all clashes so
    /// far is left out; either the rest holds together, and it is a correction, or there is
    /// another clash in the rest. What is hard to decide comes last.
    pub(super) fn all(&mut self, clashes_max: Option<usize>) -> Result<(), StopReason> {
        let members = self.oracle.len();
        let everything = Set::all(members);
        let mut hitting = Transversals::new(members, Order::Depth);
        let mut nodes_max = NODES_OF_REST;
        loop {
            let Some(left_out) = hitting.next(u64::MAX, self.oracle.budget)? else {
                if !hitting.recall() {
                    return Ok(());
                }
                nodes_max = nodes_max.saturating_mul(NODES_FACTOR);
                continue;
            };
            if clashes_max.is_some_and(|max| self.clashes.len() >= max) {
                return Err(StopReason::NodeLimit);
            }
            match self.ask(&everything.without(&left_out), nodes_max)? {
                Answered::By(place) => {
                    let package = &self.known[place].package;
                    let checked = self.oracle.correction(&left_out, package)?;
                    self.corrections.push((left_out, checked));
                }
                Answered::None(core) => hitting.add(self.clash_in(&core)?),
                Answered::Hard => hitting.put_off(),
            }
        }
    }

    /// Asks whether these members hold together, in so many nodes.
    pub(super) fn ask(&mut self, kept: &Set, nodes_max: u64) -> Result<Answered, StopReason> {
        let mut known = self.known.iter();
        if let Some(place) = known.position(|k| k.broken.is_disjoint(kept)) {
            return Ok(Answered::By(place));
        }
        if let Some(core) = self.cores.iter().find(|core| core.is_subset(kept)) {
            return Ok(Answered::None(core.clone()));
        }
        Ok(match self.oracle.ask(kept, nodes_max)? {
            Asked::Overlap(found) => {
                self.known.push(found);
                Answered::By(self.known.len() - 1)
            }
            Asked::None(core) => {
                self.cores.push(core.clone());
                Answered::None(core)
            }
            Asked::Hard => Answered::Hard,
        })
    }

    /// A clash among members that cannot hold together: they are taken out one by one as long as
    /// the rest still cannot. Where a few nodes do not decide what may go, the members are taken
    /// in another order, and when no order does it, in more nodes.
    pub(super) fn clash_in(&mut self, members: &Set) -> Result<Set, StopReason> {
        let mut nodes_max = NODES_FIRST;
        loop {
            let mut given = nodes_max;
            for order in 0..ORDERS {
                given = nodes_max;
                if let Some(kept) = self.shrunk(members.clone(), order, &mut given)? {
                    self.claim(&kept)?;
                    return Ok(kept);
                }
            }
            nodes_max = given;
        }
    }

    /// What is left of members once none can be taken out; `None` when that takes more nodes.
    fn shrunk(
        &mut self,
        mut kept: Set,
        order: usize,
        nodes_max: &mut u64,
    ) -> Result<Option<Set>, StopReason> {
        let mut needed = Needed::new(self.oracle.len());
        for _ in 0..ROUNDS {
            let mut hard = Set::none(self.oracle.len());
            while let Some(member) = {
                needed.learn(&self.known, &kept);
                next_of(&kept.without(&hard).without(&needed.members), order)
            } {
                let mut fewer = kept.clone();
                fewer.remove(member);
                match self.ask(&fewer, *nodes_max)? {
                    Answered::By(_) => {}
                    Answered::None(core) => {
                        kept = core;
                        needed.seen = 0;
                    }
                    Answered::Hard => hard.insert(member),
                }
            }
            if hard.is_disjoint(&kept) {
                return Ok(Some(kept));
            }
            *nodes_max = nodes_max.saturating_mul(NODES_FACTOR);
        }
        Ok(None)
    }

    /// Adds the checked claim that these members clash; for each of them a package must be known
    /// that breaks it and none of the others.
    pub(super) fn claim(&mut self, kept: &Set) -> Result<(), StopReason> {
        let mut packages: Vec<Option<&Package>> = vec![None; self.oracle.len()];
        for known in &self.known {
            if let Some(member) = known.broken.only_shared(kept) {
                packages[member].get_or_insert(&known.package);
            }
        }
        let members = kept.members().into_iter();
        let packages: Vec<Package> = members.filter_map(|m| packages[m].cloned()).collect();
        let checked = self.oracle.clash(kept, &packages)?;
        self.clashes.push((kept.clone(), checked));
        Ok(())
    }
}

/// Members that cannot be left out of those kept: some known package breaks one alone.
struct Needed {
    members: Set,
    /// Packages looked at since the members kept changed.
    seen: usize,
}

impl Needed {
    fn new(members: usize) -> Self {
        Self {
            members: Set::none(members),
            seen: 0,
        }
    }

    fn learn(&mut self, known: &[Known], kept: &Set) {
        for known in known.iter().skip(self.seen) {
            if let Some(member) = known.broken.only_shared(kept) {
                self.members.insert(member);
            }
        }
        self.seen = known.len();
    }
}

/// The first of some members in an order.
fn next_of(members: &Set, order: usize) -> Option<usize> {
    let members = members.members().into_iter();
    match order {
        0 => members.last(),
        1 => members.min(),
        _ => members.min_by_key(|m| (m * STRIDES[order] % SCATTER, *m)),
    }
}
