//! Points settled one after the other: what is given, what is left, and what can still come.

use winset_model::case::{Bonus, Case, SCORE_SUM_MAX, Scores};
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use crate::question::{Question, Rule};
use crate::rejection::{Rejection, StageFault};
use crate::residuals::{After, Residuals};

/// A party that is compared, or only has a floor.
pub(crate) struct Follower<'a> {
    /// What each option is worth; `None` without preferences: then everything is worth 0.
    pub(crate) by_option: Option<&'a [Vec<i64>]>,
    pub(crate) bonuses: &'a [Bonus],
    pub(crate) floor: Option<i64>,
    pub(crate) compared: bool,
}

/// Partial packages that were kept, or what stands for them.
pub(crate) struct Kept {
    /// How many followers there are.
    pub(crate) width: usize,
    /// For each its scores so far, one for each follower.
    pub(crate) scores: Vec<i64>,
    /// For each what is left of the rules and terms, by its number.
    pub(crate) residual: Vec<usize>,
}

impl Kept {
    pub(crate) fn len(&self) -> usize {
        self.residual.len()
    }

    pub(crate) fn scores(&self, place: usize) -> &[i64] {
        &self.scores[place * self.width..(place + 1) * self.width]
    }
}

/// Settles the points one after the other in an order; `step` says what is kept after each stage, by
/// its number. Returns what is kept at last.
pub(crate) fn settled<'a>(
    case: &'a Case,
    positions: &Positions,
    followers: &[Follower<'a>],
    order: &[PointId],
    mut step: impl FnMut(usize, &Elimination<'_>, &Kept, &mut Residuals) -> Result<Kept, Rejection>,
) -> Result<Kept, Rejection> {
    let count = case.points.len();
    let mut places: Vec<usize> = order.iter().map(|p| p.index()).collect();
    places.sort_unstable();
    if !places.into_iter().eq(0..count) {
        return Err(StageFault::Order.into());
    }
    let question = Question::new(case, positions);
    let root = allowed(&question);
    let terms: Vec<&[Bonus]> = followers.iter().map(|f| f.bonuses).collect();
    let mut residuals = Residuals::new(&question, &terms);
    let mut kept = Kept {
        width: followers.len(),
        scores: vec![0; followers.len()],
        residual: vec![0],
    };
    let mut to_come = vec![true; count];
    for (number, point) in order.iter().enumerate() {
        to_come[point.index()] = false;
        residuals.elimination(*point);
        let elimination = Elimination {
            options: case.points[point.index()].options.len(),
            point: *point,
            root: &root,
            followers,
            rest: followers.iter().map(|f| rest(f, &root, &to_come)).collect(),
        };
        kept = step(number, &elimination, &kept, &mut residuals)?;
    }
    Ok(kept)
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

/// The parties that are compared, and the others that have floors, in the case's order.
pub(crate) fn followers<'a>(
    case: &'a Case,
    positions: &Positions,
    axes: &[PartyId],
) -> Result<Vec<Follower<'a>>, Rejection> {
    let mut followers = Vec::new();
    for (place, party) in case.parties.iter().enumerate() {
        let (compared, floor) = (axes.contains(&PartyId::at(place)), positions.floors[place]);
        let scores = party.sheet.open().scores.as_ref();
        if !scores.is_none_or(fits) {
            return Err(Rejection::TooLarge);
        }
        match scores {
            Some(scores) if compared || floor.is_some() => followers.push(Follower {
                by_option: Some(&scores.by_option),
                bonuses: &scores.bonuses,
                floor,
                compared,
            }),
            None if compared => return Err(Rejection::Parties),
            None if floor.is_some_and(|floor| floor > 0) => followers.push(Follower {
                by_option: None,
                bonuses: &[],
                floor,
                compared,
            }),
            Some(_) | None => {}
        }
    }
    Ok(followers)
}

/// Whether sums of these scores stay in the range in which they are added up here.
fn fits(scores: &Scores) -> bool {
    let largest = |row: &Vec<i64>| row.iter().map(|s| s.unsigned_abs()).fold(0, u64::max);
    let points: u128 = scores
        .by_option
        .iter()
        .map(|row| u128::from(largest(row)))
        .sum();
    let terms = scores
        .bonuses
        .iter()
        .map(|b| u128::from(b.score.unsigned_abs()));
    points + terms.sum::<u128>() <= u128::from(SCORE_SUM_MAX.unsigned_abs())
}

/// The least and the most that points to come, and terms that reach beyond those settled, still
/// give.
fn rest(follower: &Follower<'_>, root: &[OptionSet], to_come: &[bool]) -> (i64, i64) {
    let (mut least, mut most) = (0, 0);
    let rows = follower.by_option.into_iter().flatten().enumerate();
    for (place, row) in rows.filter(|(p, _)| to_come[*p]) {
        let scores = || root[place].iter().map(|option| row[option.index()]);
        // Nothing gets past a point that no option is left of: it adds nothing.
        if let (Some(low), Some(high)) = (scores().min(), scores().max()) {
            least += low;
            most += high;
        }
    }
    let beyond = |bonus: &&Bonus| bonus.when.iter().any(|(p, _)| to_come[p.index()]);
    for bonus in follower.bonuses.iter().filter(beyond) {
        least += bonus.score.min(0);
        most += bonus.score.max(0);
    }
    (least, most)
}

/// A point that is settled, with what can still come after it.
pub(crate) struct Elimination<'a> {
    /// How many options the point has.
    pub(crate) options: usize,
    point: PointId,
    root: &'a [OptionSet],
    pub(crate) followers: &'a [Follower<'a>],
    /// For each follower the least and the most that is still to come.
    pub(crate) rest: Vec<(i64, i64)>,
}

impl Elimination<'_> {
    /// Writes the scores that follow on those before once the point is settled on an option, and gives
    /// what is left; `None` where some floor is then out of reach.
    pub(crate) fn settle(
        &self,
        before: &[i64],
        option: OptionId,
        after: &After,
        scores: &mut [i64],
    ) -> Option<usize> {
        scores.copy_from_slice(before);
        for (place, follower) in self.followers.iter().enumerate() {
            if let Some(rows) = follower.by_option {
                scores[place] += rows[self.point.index()][option.index()];
            }
            scores[place] += after.given[place];
            let reachable = scores[place] + self.rest[place].1;
            if follower.floor.is_some_and(|floor| reachable < floor) {
                return None;
            }
        }
        Some(after.residual)
    }
}

/// What is left after one stage, for each of what was left before and each option, as it is asked for.
pub(crate) struct Afters {
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
    /// Nothing was asked for yet.
    pub(crate) fn new(elimination: &Elimination<'_>) -> Self {
        Self {
            options: elimination.options,
            known: Vec::new(),
        }
    }

    /// `None` where the option is not allowed, or breaks a rule.
    pub(crate) fn of(
        &mut self,
        residual: usize,
        elimination: &Elimination<'_>,
        option: OptionId,
        residuals: &mut Residuals,
    ) -> Option<&After> {
        if option.index() >= self.options {
            return None;
        }
        let place = residual * self.options + option.index();
        if place >= self.known.len() {
            self.known.resize(place + 1, Known::Nothing);
        }
        let known = &mut self.known[place];
        if matches!(known, Known::Nothing) {
            let allowed = elimination.root[elimination.point.index()].contains(option);
            let followers = elimination.followers.len();
            let after = || residuals.after(residual, elimination.point, option, followers);
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
