//! A frontier put together point by point: a certificate that only says where to look.
//!
//! Partial packages settle the points in a stated order. After each point some are *kept*; every
//! other one is shown to lead nowhere, or to have the same completions as a kept one that gives
//! nobody less. So whatever is acceptable gives nobody more than something acceptable that is put
//! together from kept ones. No search is needed to check that: for each kept one and each option of
//! the next point the certificate names the one to compare with.

use winset_model::case::{Bonus, Case};
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_model::positions::Positions;

use crate::lefts::{After, Lefts};
use crate::misfit;
use crate::question::{Question, Rule};
use crate::rejection::{Rejection, StageFault};

/// The mark of a partial package that leads to nothing acceptable.
pub const NOWHERE: u32 = u32::MAX;

/// How a frontier is put together.
#[derive(Clone, PartialEq, Eq)]
pub struct Stages {
    /// The points, each once, in the order in which they are settled.
    pub order: Vec<PointId>,
    /// What is kept after each of them.
    pub stages: Vec<Stage>,
    /// The points of the frontier, by their places among what the last stage keeps.
    pub points: Vec<u32>,
    /// For each that the last stage keeps, the place among the points of one that gives every axis
    /// as much.
    pub under: Vec<u32>,
}

/// What is kept after a point is settled.
#[derive(Clone, PartialEq, Eq)]
pub struct Stage {
    /// For each kept one its place among those of the stage before, and the option that it settles
    /// the point on.
    pub kept: Vec<(u32, OptionId)>,
    /// For each one kept before, and for each option of the point, the place of a kept one that has
    /// the same completions and gives nobody less; or [`NOWHERE`].
    pub above: Vec<u32>,
}

/// Shows the size; what is kept lets scores be inferred.
impl std::fmt::Debug for Stages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stages")
            .field("points", &self.points.len())
            .finish_non_exhaustive()
    }
}

/// Shows the size, as above.
impl std::fmt::Debug for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stage")
            .field("kept", &self.kept.len())
            .finish_non_exhaustive()
    }
}

/// A party that is compared, or only has a floor.
struct Follower<'a> {
    by_option: &'a [Vec<i64>],
    bonuses: &'a [Bonus],
    floor: Option<i64>,
    compared: bool,
}

/// Partial packages that were kept.
struct Kept {
    /// How many followers there are.
    width: usize,
    /// For each its scores so far, one for each follower.
    scores: Vec<i64>,
    /// For each what is left of the rules and terms, by its number.
    left: Vec<usize>,
}

impl Kept {
    fn len(&self) -> usize {
        self.left.len()
    }

    fn scores(&self, place: usize) -> &[i64] {
        &self.scores[place * self.width..(place + 1) * self.width]
    }
}

/// Checks that the stages put together everything that matters, and returns the packages of the
/// points of the frontier. That these are acceptable, and that none dominates another, is checked by
/// whoever calls.
pub(crate) fn checked(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    stages: &Stages,
) -> Result<Vec<Package>, Rejection> {
    misfit::check(case, positions)?;
    let count = case.points.len();
    let mut places: Vec<usize> = stages.order.iter().map(|p| p.index()).collect();
    places.sort_unstable();
    if !places.into_iter().eq(0..count) || stages.stages.len() != count {
        return Err(StageFault::Order.into());
    }
    let question = Question::new(case, positions);
    let root = allowed(&question);
    let followers = followers(case, positions, axes)?;
    let terms: Vec<&[Bonus]> = followers.iter().map(|f| f.bonuses).collect();
    let mut lefts = Lefts::new(&question, &terms);
    let mut kept = Kept {
        width: followers.len(),
        scores: vec![0; followers.len()],
        left: vec![0],
    };
    let mut to_come = vec![true; count];
    for (point, stage) in stages.order.iter().zip(&stages.stages) {
        to_come[point.index()] = false;
        lefts.turn(*point);
        let turn = Turn {
            case,
            point: *point,
            root: &root,
            followers: &followers,
            rest: followers.iter().map(|f| rest(f, &root, &to_come)).collect(),
        };
        kept = turn.check(&kept, stage, &mut lefts)?;
    }
    last(stages, &kept, &followers)
}

/// For each point the options that the positions and standing lines allow.
fn allowed(question: &Question<'_>) -> Vec<OptionSet> {
    let mut allowed = question.root();
    for (rule, _) in &question.rules {
        if let Rule::Line(point, accept) = rule {
            allowed[point.index()] = allowed[point.index()].and(accept);
        }
    }
    allowed
}

/// That every one kept at last is below a point, on the axes; the packages of the points.
fn last(
    stages: &Stages,
    kept: &Kept,
    followers: &[Follower<'_>],
) -> Result<Vec<Package>, Rejection> {
    let place = |point: &u32| usize::try_from(*point).ok().filter(|p| *p < kept.len());
    let points: Option<Vec<usize>> = stages.points.iter().map(place).collect();
    let points = points.ok_or(StageFault::Place)?;
    if stages.under.len() != kept.len() {
        return Err(StageFault::Width.into());
    }
    for (number, under) in stages.under.iter().enumerate() {
        let point = usize::try_from(*under).ok().and_then(|u| points.get(u));
        let above = kept.scores(*point.ok_or(StageFault::Place)?);
        let mut compared = followers.iter().zip(kept.scores(number).iter().zip(above));
        if compared.any(|(f, (score, above))| f.compared && score > above) {
            return Err(StageFault::NotBelow.into());
        }
    }
    Ok(points.iter().map(|place| package(stages, *place)).collect())
}

/// The package that stands at a place at last, from the last point back to the first. Every place of
/// the stages has been checked.
fn package(stages: &Stages, place: usize) -> Package {
    let mut package = Package(vec![OptionId(0); stages.order.len()]);
    let mut place = place;
    for (point, stage) in stages.order.iter().zip(&stages.stages).rev() {
        let (from, option) = stage.kept[place];
        package.0[point.index()] = option;
        place = from as usize;
    }
    package
}

fn followers<'a>(
    case: &'a Case,
    positions: &Positions,
    axes: &[PartyId],
) -> Result<Vec<Follower<'a>>, Rejection> {
    let mut followers = Vec::new();
    for (place, party) in case.parties.iter().enumerate() {
        let (compared, floor) = (axes.contains(&PartyId::at(place)), positions.floors[place]);
        let scores = party.sheet.open().scores.as_ref();
        match scores {
            Some(scores) if compared || floor.is_some() => followers.push(Follower {
                by_option: &scores.by_option,
                bonuses: &scores.bonuses,
                floor,
                compared,
            }),
            None if compared => return Err(Rejection::Parties),
            // A party without preferences scores 0.
            None if floor.is_some_and(|floor| floor > 0) => followers.push(Follower {
                by_option: &[],
                bonuses: &[],
                floor,
                compared,
            }),
            Some(_) | None => {}
        }
    }
    Ok(followers)
}

/// The least and the most that points to come, and terms that reach beyond those settled, still
/// give.
fn rest(follower: &Follower<'_>, root: &[OptionSet], to_come: &[bool]) -> (i64, i64) {
    let (mut least, mut most) = (0, 0);
    for (place, row) in follower
        .by_option
        .iter()
        .enumerate()
        .filter(|(p, _)| to_come[*p])
    {
        let scores = || root[place].iter().map(|option| row[option.index()]);
        least += scores().min().unwrap_or(0);
        most += scores().max().unwrap_or(0);
    }
    let beyond = |bonus: &&Bonus| bonus.when.iter().any(|(p, _)| to_come[p.index()]);
    for bonus in follower.bonuses.iter().filter(beyond) {
        least += bonus.score.min(0);
        most += bonus.score.max(0);
    }
    (least, most)
}

struct Turn<'a> {
    case: &'a Case,
    point: PointId,
    root: &'a [OptionSet],
    followers: &'a [Follower<'a>],
    rest: Vec<(i64, i64)>,
}

impl Turn<'_> {
    fn check(&self, before: &Kept, stage: &Stage, lefts: &mut Lefts) -> Result<Kept, Rejection> {
        let options = self.case.points[self.point.index()].options.len();
        if stage.above.len() != before.len() * options {
            return Err(StageFault::Width.into());
        }
        let mut afters = Afters {
            options,
            known: Vec::new(),
        };
        let mut kept = Kept {
            width: before.width,
            scores: Vec::with_capacity(stage.kept.len() * before.width),
            left: Vec::with_capacity(stage.kept.len()),
        };
        let mut scores = vec![0; before.width];
        for (from, option) in &stage.kept {
            let from = usize::try_from(*from).ok().filter(|f| *f < before.len());
            let from = from.ok_or(StageFault::Place)?;
            let after = afters.of(before.left[from], self, *option, lefts);
            let left = after.and_then(|a| self.settle(before, (from, *option), a, &mut scores));
            kept.left.push(left.ok_or(StageFault::Nowhere)?);
            kept.scores.extend_from_slice(&scores);
        }
        for (number, above) in stage.above.iter().enumerate() {
            let (from, option) = (number / options, OptionId::at(number % options));
            let after = afters.of(before.left[from], self, option, lefts);
            let left = after.and_then(|a| self.settle(before, (from, option), a, &mut scores));
            let Some(left) = left else { continue };
            let above = usize::try_from(*above).ok().filter(|a| *a < kept.len());
            let above = above.ok_or(StageFault::Place)?;
            if kept.left[above] != left || !self.below(&scores, kept.scores(above)) {
                return Err(StageFault::NotBelow.into());
            }
        }
        Ok(kept)
    }

    /// Writes the scores after settling the point on an option, and gives what is left; `None` where
    /// some floor is then out of reach.
    fn settle(
        &self,
        before: &Kept,
        (from, option): (usize, OptionId),
        (left, given): &After,
        scores: &mut [i64],
    ) -> Option<usize> {
        scores.copy_from_slice(before.scores(from));
        for (place, follower) in self.followers.iter().enumerate() {
            let row = follower.by_option.get(self.point.index());
            scores[place] += row.map_or(0, |row| row[option.index()]) + given[place];
            let reachable = scores[place] + self.rest[place].1;
            if follower.floor.is_some_and(|floor| reachable < floor) {
                return None;
            }
        }
        Some(*left)
    }

    /// Whether another partial package gives nobody less, as far as that matters: a party that is
    /// not compared needs no more than its floor.
    fn below(&self, scores: &[i64], above: &[i64]) -> bool {
        self.followers.iter().enumerate().all(|(place, follower)| {
            let least = || above[place] + self.rest[place].0;
            let enough = || follower.floor.is_none_or(|floor| least() >= floor);
            scores[place] <= above[place] || (!follower.compared && enough())
        })
    }
}

/// What is left after one turn, for each of what was left before and each option, as it is asked for.
struct Afters {
    options: usize,
    known: Vec<Known>,
}

/// What is known of an option.
#[derive(Clone)]
enum Known {
    /// It was not asked for yet.
    Nothing,
    /// It is not allowed, or breaks a rule.
    Nowhere,
    /// What is left after it.
    After(After),
}

impl Afters {
    /// `None` where the option is not allowed, or breaks a rule.
    fn of(
        &mut self,
        left: usize,
        turn: &Turn<'_>,
        option: OptionId,
        lefts: &mut Lefts,
    ) -> Option<&After> {
        if option.index() >= self.options {
            return None;
        }
        let place = left * self.options + option.index();
        if place >= self.known.len() {
            self.known.resize(place + 1, Known::Nothing);
        }
        let known = &mut self.known[place];
        if matches!(known, Known::Nothing) {
            let allowed = turn.root[turn.point.index()].contains(option);
            let followers = turn.followers.len();
            let after = || lefts.after(left, turn.point, option, followers);
            *known = allowed
                .then(after)
                .flatten()
                .map_or(Known::Nowhere, Known::After);
        }
        match known {
            Known::After(after) => Some(after),
            Known::Nothing | Known::Nowhere => None,
        }
    }
}
