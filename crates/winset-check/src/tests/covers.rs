//! Claims of optimality: honest ones are accepted, and whatever is accepted is right, also when the
//! claim, the cover or a certificate was tampered with.

use std::collections::BTreeSet;

use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::number::Exact;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use super::sample::{self, Chance};
use super::writer::write;
use crate::{
    Acceptable, BoxEnd, Cover, Cut, Group, LargestSets, LowerCorner, Refutation, Region, Rejection,
    Sum, egalitarian, every_package, frontier, gaining, nash, with_sums,
};

const PACKAGES_MAX: u64 = 1 << 12;

/// Scores of the axes.
type Scores = Vec<i64>;

/// A question, and all that is acceptable in it.
struct Ground {
    case: Case,
    positions: Positions,
    axes: Vec<PartyId>,
    packages: Vec<Acceptable>,
}

impl Ground {
    fn new(chance: &mut Chance) -> Option<(Self, Disagreement)> {
        let case = sample::case(chance);
        let positions = sample::positions(chance, &case);
        let mut disagreement = Disagreement::of(&case);
        let axes = disagreement.parties();
        for party in &axes {
            let value = Exact::new(chance.between(-30, 30).into(), chance.between(1, 4).into());
            disagreement = disagreement.with(*party, value);
        }
        let packages = every_package(&case, &positions, PACKAGES_MAX)?;
        let ground = Self {
            case,
            positions,
            axes,
            packages,
        };
        let usable = !ground.axes.is_empty() && !ground.packages.is_empty();
        usable.then_some((ground, disagreement))
    }

    fn scores(&self, package: &Acceptable) -> Scores {
        let score = |axis: &PartyId| package.scores()[axis.index()].unwrap();
        self.axes.iter().map(score).collect()
    }

    /// One package for each combination of scores in a set.
    fn packages_of(&self, scores: &BTreeSet<Scores>) -> Vec<Package> {
        let of = |scores: &Scores| {
            let mut with = self.packages.iter().filter(|p| self.scores(p) == *scores);
            with.next().unwrap().package().clone()
        };
        scores.iter().map(of).collect()
    }

    /// A cover that holds if every package is below the cut that is made for it, with sums here and
    /// there; none where the plain writer finds no certificate. Packages that are hidden are left
    /// out of it, by one trick or another.
    fn cover(
        &self,
        chance: &mut Chance,
        cut: impl Fn(&Scores) -> Cut,
        sums: bool,
        hidden: &BTreeSet<Scores>,
    ) -> Option<Cover> {
        let root = self.axes.iter().map(|a| self.positions.floors[a.index()]);
        let mut cover = Cover::default();
        let mut open: Vec<LowerCorner> = vec![root.collect()];
        if chance.once_in(8) {
            open[0] = above(chance, hidden).unwrap_or_else(|| open[0].clone());
        }
        let mut place = 0;
        while let Some(floors) = open.get(place).cloned() {
            let all: Vec<Scores> = (self.packages.iter().map(|p| self.scores(p)))
                .filter(|s| s.iter().zip(&floors).all(|(s, f)| Some(*s) >= *f))
                .collect();
            let inside: Vec<&Scores> = all.iter().filter(|s| !hidden.contains(*s)).collect();
            let summed = sums && chance.once_in(2);
            let end = if all.is_empty() || summed {
                let sum = summed.then(|| self.sum(chance, &all));
                let refutation = self.refutation(chance, floors.clone(), sum)?;
                cover.refutations.push(refutation);
                BoxEnd::Refuted(cover.refutations.len() - 1)
            } else if inside.is_empty() && !chance.once_in(3) {
                self.trick(chance, &mut cover, (&all, place))?
            } else {
                let at = match inside.len() {
                    0 => exactly(&all[0]),
                    count => cut(inside[chance.below(count)]),
                };
                cover.cuts.push(at);
                let trick = !hidden.is_empty();
                split(chance, &cover.cuts, &mut open, (place, trick))
            };
            cover.boxes.push(Region { floors, end });
            place += 1;
            if place > 400 {
                return None;
            }
        }
        Some(cover)
    }

    /// An end for a box that holds only what is hidden.
    fn trick(
        &self,
        chance: &mut Chance,
        cover: &mut Cover,
        (hidden, place): (&[Scores], usize),
    ) -> Option<BoxEnd> {
        let cuts = cover.cuts.len();
        Some(match chance.below(5) {
            0 => BoxEnd::Inside(place),
            1 => BoxEnd::Inside(chance.below(place + 2)),
            2 => {
                let above = above(chance, &hidden.iter().cloned().collect())?;
                let refutation = self.refutation(chance, above, None)?;
                cover.refutations.push(refutation);
                BoxEnd::Refuted(cover.refutations.len() - 1)
            }
            3 => {
                cover.cuts.push(exactly(&hidden[0]));
                let into = vec![place; hidden[0].len()];
                BoxEnd::Split { cut: cuts, into }
            }
            _ => BoxEnd::Split {
                cut: chance.below(cuts),
                into: Vec::new(),
            },
        })
    }

    /// A sum that no package inside reaches.
    fn sum(&self, chance: &mut Chance, inside: &[Scores]) -> Sum {
        let weights: Vec<i64> = self.axes.iter().map(|_| chance.between(1, 4)).collect();
        let total = |s: &Scores| s.iter().zip(&weights).map(|(s, w)| s * w).sum::<i64>();
        let most = inside.iter().map(total).max();
        let floor = most.map_or(chance.between(-20, 60), |most| most + 1);
        Sum { weights, floor }
    }

    fn refutation(
        &self,
        chance: &mut Chance,
        floors: LowerCorner,
        sum: Option<Sum>,
    ) -> Option<Refutation> {
        let sums: Vec<Sum> = sum.into_iter().collect();
        let mut asked = self.positions.clone();
        for (axis, floor) in self.axes.iter().zip(&floors) {
            asked.floors[axis.index()] = *floor;
        }
        asked.floors.extend(sums.iter().map(|sum| Some(sum.floor)));
        let derived = with_sums(
            &self.case,
            &self.axes,
            sums.iter().map(|s| s.weights.as_slice()),
        );
        let derived = if sums.is_empty() { None } else { derived };
        let case = derived.as_ref().unwrap_or(&self.case);
        Some(Refutation {
            floors,
            certificate: write(chance, case, &asked, false)?.into_bytes(),
            sums,
        })
    }
}

/// Floors above all of some packages, on one axis.
fn above(chance: &mut Chance, packages: &BTreeSet<Scores>) -> Option<LowerCorner> {
    let axis = chance.below(packages.first()?.len());
    let most = packages.iter().map(|s| s[axis]).max()?;
    let mut floors = vec![None; packages.first()?.len()];
    floors[axis] = Some(most + 1);
    Some(floors)
}

/// Splits a box at the last cut, into boxes that are known or new; with a trick, now and then not into
/// all of them, or into smaller ones.
fn split(
    chance: &mut Chance,
    cuts: &[Cut],
    open: &mut Vec<LowerCorner>,
    (place, trick): (usize, bool),
) -> BoxEnd {
    let cut = cuts.len() - 1;
    let mut into = Vec::new();
    for (axis, limit) in cuts[cut].iter().enumerate() {
        let Some(limit) = limit else {
            continue;
        };
        if trick && chance.once_in(12) {
            continue;
        }
        let more = if trick && chance.once_in(6) { 3 } else { 1 };
        let mut above = open[place].clone();
        above[axis] = above[axis].max(Some(limit + more));
        let known = open.iter().skip(place + 1).position(|b| *b == above);
        into.push(known.map_or(open.len(), |known| place + 1 + known));
        if known.is_none() {
            open.push(above);
        }
    }
    BoxEnd::Split { cut, into }
}

/// Changes a cover in one place.
fn tamper(chance: &mut Chance, cover: &mut Cover) {
    fn any<'a, T>(chance: &mut Chance, list: &'a mut [T]) -> Option<&'a mut T> {
        let place = chance.below(list.len());
        list.get_mut(place)
    }
    let by = chance.between(-2, 2);
    match chance.below(7) {
        0 => drop(cover.boxes.pop()),
        1 => {
            let limit = any(chance, &mut cover.cuts).and_then(|cut| any(chance, cut));
            limit.into_iter().for_each(|l| *l = l.map(|l| l + by));
        }
        2 => {
            let floor = any(chance, &mut cover.boxes).and_then(|b| any(chance, &mut b.floors));
            floor.into_iter().for_each(|f| *f = f.map(|f| f + by));
        }
        3 => {
            let floor = any(chance, &mut cover.refutations);
            let floor = floor.and_then(|r| any(chance, &mut r.floors));
            floor.into_iter().for_each(|f| *f = f.map(|f| f + by));
        }
        4 => {
            let sum = any(chance, &mut cover.refutations).and_then(|r| any(chance, &mut r.sums));
            sum.into_iter().for_each(|sum| sum.floor += by);
        }
        5 => {
            let count = cover.boxes.len();
            if let Some(region) = any(chance, &mut cover.boxes) {
                region.end = match &region.end {
                    BoxEnd::Split { cut, into } => {
                        let mut into = into.clone();
                        any(chance, &mut into)
                            .into_iter()
                            .for_each(|i| *i = count / 2);
                        BoxEnd::Split { cut: *cut, into }
                    }
                    _ => BoxEnd::Inside(count.saturating_sub(1)),
                };
            }
        }
        _ => {
            let other = chance.below(cover.refutations.len());
            let certificate = cover.refutations.get(other).map(|r| r.certificate.clone());
            let changed = any(chance, &mut cover.refutations).zip(certificate);
            changed.into_iter().for_each(|(r, c)| r.certificate = c);
        }
    }
}

/// Scores whose worth is greatest.
fn greatest<T: Ord>(all: &BTreeSet<Scores>, worth: impl Fn(&Scores) -> T) -> BTreeSet<Scores> {
    let most = all.iter().map(&worth).max();
    let best = all.iter().filter(|s| Some(worth(s)) == most);
    best.cloned().collect()
}

/// What is claimed, and what the cover hides: the right answer and nothing; now and then a part of it,
/// or a package too many; or the best of what is left without it.
fn claimed(
    chance: &mut Chance,
    all: &BTreeSet<Scores>,
    right: impl Fn(&BTreeSet<Scores>) -> BTreeSet<Scores>,
) -> (BTreeSet<Scores>, BTreeSet<Scores>) {
    let mut claimed = right(all);
    let mut hidden = BTreeSet::new();
    match chance.below(6) {
        0 => hidden.extend(claimed.pop_first()),
        1 => claimed.extend(all.iter().nth(chance.below(all.len())).cloned()),
        2 | 3 => {
            let rest = all.difference(&claimed).cloned().collect();
            hidden = std::mem::replace(&mut claimed, right(&rest));
        }
        _ => {}
    }
    (claimed, hidden)
}

/// How often claims were accepted and refused.
#[derive(Debug, Default)]
struct Tally {
    accepted: u32,
    refused: u32,
}

impl Tally {
    /// A claim that is accepted must be right; a right one with an honest cover must be accepted.
    fn add(&mut self, accepted: Result<bool, Rejection>, honest: bool, what: &str) {
        match accepted {
            Ok(right) => {
                assert!(right, "{what}: accepted and wrong");
                self.accepted += 1;
            }
            Err(refused) => {
                assert!(!honest, "{what}: {refused}");
                self.refused += 1;
            }
        }
    }
}

fn exactly(scores: &Scores) -> Cut {
    scores.iter().map(|s| Some(*s)).collect()
}

#[test]
fn only_right_claims_of_the_best_gains_are_accepted() {
    let mut tally = Tally::default();
    for seed in 0..6_000 {
        let chance = &mut Chance::new(seed);
        let Some((ground, disagreement)) = Ground::new(chance) else {
            continue;
        };
        let all: BTreeSet<Scores> = ground.packages.iter().map(|p| ground.scores(p)).collect();
        let right = |all: &BTreeSet<Scores>| {
            greatest(all, |scores| {
                let pairs = ground.axes.iter().zip(scores);
                let gain = |(axis, s): (&PartyId, &i64)| disagreement.gain(&ground.case, *axis, *s);
                let mut gains: Vec<Exact> = pairs.map(|pair| gain(pair).unwrap()).collect();
                gains.sort();
                gains
            })
        };
        let (claimed, hidden) = claimed(chance, &all, right);
        let right = right(&all);
        let Some(mut cover) = ground.cover(chance, exactly, false, &hidden) else {
            continue;
        };
        let tampered = chance.once_in(3);
        if tampered {
            tamper(chance, &mut cover);
        }
        let winners = ground.packages_of(&claimed);
        let (case, positions) = (&ground.case, &ground.positions);
        let said = egalitarian(
            case,
            positions,
            &disagreement,
            &ground.axes,
            &winners,
            &cover,
        );
        let honest = !tampered && claimed == right;
        let right = said.map(|_| claimed == right);
        tally.add(right, honest, &format!("seed {seed}"));
    }
    assert!(tally.accepted > 500 && tally.refused > 400, "{tally:?}");
}

#[test]
fn only_right_claims_of_a_frontier_are_accepted() {
    let mut tally = Tally::default();
    for seed in 0..6_000 {
        let chance = &mut Chance::new(seed);
        let Some((ground, _)) = Ground::new(chance) else {
            continue;
        };
        let all: BTreeSet<Scores> = ground.packages.iter().map(|p| ground.scores(p)).collect();
        let below = |a: &Scores, b: &Scores| a.iter().zip(b).all(|(a, b)| a <= b);
        let right = |all: &BTreeSet<Scores>| -> BTreeSet<Scores> {
            let on = |s: &&Scores| all.iter().all(|other| other == *s || !below(s, other));
            all.iter().filter(on).cloned().collect()
        };
        let (claimed, hidden) = claimed(chance, &all, right);
        let right = right(&all);
        let above = |scores: &Scores| {
            let mut points = claimed.iter().chain(&right);
            exactly(points.find(|p| below(scores, p)).unwrap())
        };
        let Some(mut cover) = ground.cover(chance, above, false, &hidden) else {
            continue;
        };
        let tampered = chance.once_in(3);
        if tampered {
            tamper(chance, &mut cover);
        }
        let packages = ground.packages_of(&claimed);
        let (case, positions) = (&ground.case, &ground.positions);
        let said = frontier(case, positions, &ground.axes, &packages, &cover);
        let honest = !tampered && claimed == right;
        tally.add(
            said.map(|_| claimed == right),
            honest,
            &format!("seed {seed}"),
        );
    }
    assert!(tally.accepted > 500 && tally.refused > 400, "{tally:?}");
}

#[test]
fn only_right_claims_of_the_largest_product_are_accepted() {
    let mut tally = Tally::default();
    let mut with_sums = 0;
    for seed in 0..12_000 {
        let chance = &mut Chance::new(seed);
        let Some((mut ground, disagreement)) = Ground::new(chance) else {
            continue;
        };
        let open = ground.positions.clone();
        let axes = ground.axes.clone();
        // Only questions in which all can gain.
        ground.positions = gaining(&ground.case, &open, &disagreement, &axes, &axes).unwrap();
        ground.packages = every_package(&ground.case, &ground.positions, PACKAGES_MAX).unwrap();
        let all: BTreeSet<Scores> = ground.packages.iter().map(|p| ground.scores(p)).collect();
        if all.is_empty() {
            continue;
        }
        let right = |all: &BTreeSet<Scores>| {
            greatest(all, |scores| {
                let pairs = axes.iter().zip(scores);
                let gain = |(axis, s): (&PartyId, &i64)| disagreement.gain(&ground.case, *axis, *s);
                pairs.map(|pair| gain(pair).unwrap()).product::<Exact>()
            })
        };
        let (claimed, hidden) = claimed(chance, &all, right);
        let right = right(&all);
        let sums = chance.once_in(2);
        let Some(mut cover) = ground.cover(chance, exactly, sums, &hidden) else {
            continue;
        };
        let tampered = chance.once_in(3);
        if tampered {
            tamper(chance, &mut cover);
        }
        let everybody = Cover {
            cuts: vec![vec![None; axes.len()]],
            refutations: Vec::new(),
            boxes: vec![Region {
                floors: vec![None; axes.len()],
                end: BoxEnd::Split {
                    cut: 0,
                    into: Vec::new(),
                },
            }],
        };
        let group = Group {
            parties: axes.clone(),
            winners: ground.packages_of(&claimed),
            cover,
        };
        let used = group.cover.refutations.iter().any(|r| !r.sums.is_empty());
        let sets = LargestSets {
            groups: std::slice::from_ref(&group),
            largest: &everybody,
        };
        let said = nash(&ground.case, &open, &disagreement, &axes, sets);
        with_sums += u32::from(used && said.is_ok());
        let honest = !tampered && claimed == right && !used;
        tally.add(
            said.map(|_| claimed == right),
            honest,
            &format!("seed {seed}"),
        );
    }
    assert!(tally.accepted > 500 && tally.refused > 500, "{tally:?}");
    assert!(with_sums > 50, "{with_sums} with sums");
}
