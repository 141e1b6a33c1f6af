//! How far no-deal values must fall together: all the least ways of lowering them.

use std::collections::{BTreeMap, BTreeSet};

use winset_check::{Joint, Lowered, NoOverlap, Rejection, lowered};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::parallel::each;
use crate::search::overlap;

/// Boxes that are asked about at a time, whatever the number of threads.
const BOXES_AT_ONCE: usize = 8;

/// For each party the floor that it is left with.
type Floors = Vec<Option<i64>>;

/// What is known of pressure on several parties together.
#[derive(Debug)]
pub enum JointPressure {
    /// All the least ways of lowering floors, with the proof that there is no other.
    Complete(Joint),
    /// Stopped: these are least ways, and there may be more.
    Stopped {
        /// Why.
        reason: StopReason,
        /// The ways found.
        known: Vec<Lowered>,
    },
}

/// Finds all the least ways of lowering the floors together that leave an overlap, everything else
/// fixed: the least reductions of the first party first, then of the second, and so on. With
/// `ways_max`, stops with [`StopReason::NodeLimit`] after so many.
///
/// What the ways found leave of all floors is kept as boxes (Klamroth, Lacour and Vanderpooten
/// 2015); each box is refuted, or a package in it is pushed up party by party until no floor needs
/// to be lowered by less. One search for each box, and some for each way: there can be
/// exponentially many in the number of parties.
pub fn joint_pressure(
    case: &Case,
    positions: &Positions,
    ways_max: Option<usize>,
    budget: &Budget<'_>,
) -> JointPressure {
    let mut hunt = Hunt {
        case,
        positions,
        budget,
        left: BTreeSet::from([vec![None; positions.floors.len()]]),
        refuted: BTreeMap::new(),
        ways: Vec::new(),
    };
    let stopped = hunt.run(ways_max).err();
    hunt.ways.sort_by(|a, b| b.floors().cmp(a.floors()));
    let reason = match stopped {
        Some(reason) => reason,
        None => match hunt.checked() {
            Ok(joint) => return JointPressure::Complete(joint),
            Err(why) => budget.check_failed(why),
        },
    };
    JointPressure::Stopped {
        reason,
        known: hunt.ways,
    }
}

struct Hunt<'a> {
    case: &'a Case,
    positions: &'a Positions,
    budget: &'a Budget<'a>,
    /// Boxes that are not decided, each the floors that a package in it reaches.
    left: BTreeSet<Floors>,
    refuted: BTreeMap<Floors, NoOverlap>,
    ways: Vec<Lowered>,
}

impl Hunt<'_> {
    fn run(&mut self, ways_max: Option<usize>) -> Result<(), StopReason> {
        while !self.left.is_empty() {
            let asked: Vec<Floors> = self.left.iter().take(BOXES_AT_ONCE).cloned().collect();
            let answers = each(self.budget.threads, &asked, |floors| {
                overlap(self.case, &self.with(floors.clone()), self.budget)
            });
            let mut stopped = None;
            for (floors, answer) in asked.into_iter().zip(answers) {
                match answer {
                    Answer::Impossible(proof) => {
                        self.left.remove(&floors);
                        self.refuted.insert(floors, proof);
                    }
                    // Whoever was found in a box that has been cut since is not needed any more.
                    Answer::Found(found) if self.left.contains(&floors) => {
                        if ways_max.is_some_and(|max| self.ways.len() >= max) {
                            return Err(StopReason::NodeLimit);
                        }
                        let way = self.pushed_up(found.package())?;
                        self.cut(way.floors());
                        self.ways.push(way);
                    }
                    Answer::Found(_) => {}
                    Answer::Stopped { reason, .. } => stopped = Some(reason),
                }
            }
            stopped.map_or(Ok(()), Err)?;
        }
        Ok(())
    }

    fn with(&self, floors: Floors) -> Positions {
        Positions {
            floors,
            ..self.positions.clone()
        }
    }

    /// A least way that lowers no floor by more than the package does: party by party, the highest
    /// floor that the other floors reached leave it.
    fn pushed_up(&self, package: &Package) -> Result<Lowered, StopReason> {
        let mut way = self.lowered(package)?;
        for party in 0..self.positions.floors.len() {
            let Some(highest) = self.positions.floors[party] else {
                continue;
            };
            let reached =
                |way: &Lowered| way.floors()[party].expect("a floor is lowered, never dropped");
            let (mut most, mut target) = (highest, highest);
            while reached(&way) < most {
                let mut floors = way.floors().to_vec();
                floors[party] = Some(target);
                match overlap(self.case, &self.with(floors), self.budget) {
                    Answer::Found(better) => way = self.lowered(better.package())?,
                    Answer::Impossible(_) => most = target.saturating_sub(1),
                    Answer::Stopped { reason, .. } => return Err(reason),
                }
                target = upper_half(reached(&way), most);
            }
        }
        Ok(way)
    }

    fn lowered(&self, package: &Package) -> Result<Lowered, StopReason> {
        let lowered = lowered(self.case, self.positions, package);
        lowered.map_err(|why| self.budget.check_failed(why))
    }

    /// Cuts what the floors of a way reach out of all boxes.
    fn cut(&mut self, reached: &[Option<i64>]) {
        let inside: Vec<Floors> = self
            .left
            .iter()
            .filter(|b| reaches(reached, b))
            .cloned()
            .collect();
        let mut parts = BTreeSet::new();
        for floors in inside {
            self.left.remove(&floors);
            for (party, (value, most)) in reached.iter().zip(&self.positions.floors).enumerate() {
                if value < most {
                    let mut part = floors.clone();
                    part[party] = value.map(|v| v.saturating_add(1));
                    parts.insert(part);
                }
            }
        }
        let kept = |part: &&Floors| {
            let others = self.left.iter().chain(self.refuted.keys()).chain(&parts);
            !others.filter(|b| b != part).any(|b| reaches(part, b))
        };
        let whole: Vec<Floors> = parts.iter().filter(kept).cloned().collect();
        self.left.extend(whole);
    }

    fn checked(&self) -> Result<Joint, Rejection> {
        let packages: Vec<Package> = self
            .ways
            .iter()
            .map(|w| w.acceptable().package().clone())
            .collect();
        let certificates = self.refuted.values().map(|proof| proof.bytes().to_vec());
        winset_check::joint(self.case, self.positions, &packages, certificates.collect())
    }
}

/// The least number of the upper half of those above `from`, up to `to`.
fn upper_half(from: i64, to: i64) -> i64 {
    let half = from.abs_diff(to.max(from)) / 2;
    to.saturating_sub_unsigned(half)
}

/// Whether floors reached are nowhere below floors asked for.
fn reaches(reached: &[Option<i64>], asked: &[Option<i64>]) -> bool {
    let mut pairs = reached.iter().zip(asked);
    pairs.all(|(reached, asked)| asked.is_none() || reached >= asked)
}
