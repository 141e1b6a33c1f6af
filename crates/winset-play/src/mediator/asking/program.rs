//! The mediator.

use std::collections::BTreeMap;
use std::sync::Arc;

use winset_model::options::OptionSet;

use super::chance::Guess;
use super::cut::{Accepted, Cut, Refusal, cut};
use super::left::Left;
use super::remaining::{Field, Looked};
use super::{AskingAssumption, Prior, Remaining};
use crate::mediator::Mediating;
use crate::random::Draws;
use crate::session::{Heard, Seat, SeatSet, TalkMoment, TextAction};
use crate::space::{Outcome, OutcomeSpace};

/// Packages drawn for comparison where there are more.
const DRAWN: usize = 256;
/// Spaces of so many packages are always searched to the end.
const LISTED_MAX: u64 = 1_000_000;

/// When the mediator is content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskingGoal {
    /// With the first package that all accept.
    First,
    /// When none is left that all prefer to the last one that all accepted. For questions in which a text
    /// is held against the one that stands, and for parties that like packages by one fixed order: what was
    /// not preferred to an earlier text is then not preferred to a later one. Under an assumption on options,
    /// which speaks of acceptance and not of preference, it goes on from the first package as under
    /// [`AskingAssumption::FixedSet`].
    NoneBetter,
}

/// What a search for a package that is left may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookAtMost {
    /// Branches for each text, where there are more than a million packages; below that it is always searched
    /// to the end.
    pub branches: u64,
}

impl Default for LookAtMost {
    fn default() -> Self {
        Self {
            branches: 2_000_000,
        }
    }
}

/// How asking ended, or how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskingResult {
    /// All accepted this package.
    Found {
        /// The last such package.
        package: Outcome,
        /// The assumption under which it is proven that all prefer none to it; none where that is open.
        none_better_under: Option<AskingAssumption>,
    },
    /// It is proven under this assumption that there is no package that all accept.
    NoneLeft {
        /// The assumption: the weakest where answers contradicted the one that was given.
        under: AskingAssumption,
    },
    /// Neither.
    Stopped {
        /// How many packages are left.
        remaining: Remaining,
        /// Under which assumption.
        under: AskingAssumption,
    },
    /// A party both accepted and refused one package: under every assumption there is nothing to know.
    Contradicted {
        /// The package.
        package: Outcome,
    },
}

/// The mediator that asks what settles most. It ends the talks when it is content, when nothing is left, and
/// when it cannot tell within what looking may cost.
///
/// Answers that contradict its assumption do not deceive it: it then goes on as under
/// [`AskingAssumption::FixedSet`], from all that was answered.
///
/// A text costs time proportional to packages compared (some thousands at most) times answers, points and
/// parties, and a search that is exponential at worst and bounded by [`LookAtMost`].
#[derive(Debug, Clone)]
pub struct AskingMediator {
    space: Arc<OutcomeSpace>,
    asked: SeatSet,
    assumption: AskingAssumption,
    prior: Prior,
    goal: AskingGoal,
    look: LookAtMost,
    draws: Draws,
    refusals: Vec<Refusal>,
    accepted: Accepted,
    /// What cannot be: by what is forbidden, then by answers.
    cuts: Vec<Cut>,
    guess: Guess,
    /// What is left of a space that is small enough.
    left: Option<Left>,
    found: Option<Outcome>,
    is_exhausted: bool,
    contradicted: Option<Outcome>,
}

impl AskingMediator {
    /// The mediator that asks these seats. Where there are too many packages to compare, those that it looks at
    /// are drawn with the seed.
    pub fn new(
        space: &Arc<OutcomeSpace>,
        asked: SeatSet,
        assumption: AskingAssumption,
        prior: Prior,
        goal: AskingGoal,
        seed: u64,
    ) -> Self {
        let mut mediator = Self {
            prior: fitted(space, prior),
            space: space.clone(),
            asked,
            guess: Guess::new(space, asked, &assumption),
            left: None,
            assumption,
            goal,
            look: LookAtMost::default(),
            draws: Draws::new(seed),
            refusals: Vec::new(),
            accepted: BTreeMap::new(),
            cuts: Vec::new(),
            found: None,
            is_exhausted: false,
            contradicted: None,
        };
        mediator.cut_anew();
        mediator.list_anew();
        mediator
    }

    /// The mediator with another bound on looking.
    #[must_use]
    pub fn looking(mut self, look: LookAtMost) -> Self {
        self.look = look;
        self
    }

    /// What is known so far. Counting what is left costs as much as looking for it.
    pub fn result(&self) -> AskingResult {
        let under = self.assumption.clone();
        match (self.contradicted, self.found, self.is_exhausted) {
            (Some(package), ..) => AskingResult::Contradicted { package },
            (None, Some(package), proven) => AskingResult::Found {
                package,
                none_better_under: proven.then_some(under),
            },
            (None, None, true) => AskingResult::NoneLeft { under },
            (None, None, false) => match self.field().count(self.branches()) {
                Remaining::Exactly(0) => AskingResult::NoneLeft { under },
                remaining => AskingResult::Stopped { remaining, under },
            },
        }
    }

    /// Whether all may accept a package, after all that was answered.
    pub fn is_possible(&self, package: Outcome) -> bool {
        self.space.holds(package) && self.field().holds(package)
    }

    fn field(&self) -> Field<'_> {
        Field {
            space: &self.space,
            prior: &self.prior,
            cuts: &self.cuts,
        }
    }

    fn branches(&self) -> u64 {
        if self.space.count() <= LISTED_MAX {
            u64::MAX
        } else {
            self.look.branches
        }
    }

    /// What to ask next; none where nothing is left or nothing can be told.
    fn next(&mut self) -> Option<Outcome> {
        if self.contradicted.is_some() || self.found.is_some() && self.goal == AskingGoal::First {
            return None;
        }
        match self.field().first(self.branches()) {
            Looked::Left(first) => Some(self.best(first)),
            Looked::NoneLeft => {
                self.is_exhausted = true;
                None
            }
            Looked::GaveUp => {
                let left = self.drawn().into_iter().next();
                left.map(|first| self.best(first))
            }
        }
    }

    /// Of packages that are left, this one among them, the one that settles most; of equals the first.
    fn best(&mut self, first: Outcome) -> Outcome {
        if let Some(left) = &self.left {
            return left.most(&self.guess, &self.accepted).unwrap_or(first);
        }
        let drawn = self.drawn();
        let mut best = self.most(drawn.into_iter(), first);
        // From there by changes of one point, while they settle more.
        for _ in 0..self.space.points() * 2 {
            let space = &self.space;
            let changes = (0..space.points()).flat_map(|point| {
                (0..space.options(point)).map(move |option| space.with(best, point, option))
            });
            let better = self.most(changes.filter(|change| self.field().holds(*change)), best);
            if better == best {
                break;
            }
            best = better;
        }
        best
    }

    /// Some packages that are left: none where a draw hits none.
    fn drawn(&mut self) -> Vec<Outcome> {
        let mut drawn = Vec::with_capacity(DRAWN);
        for _ in 0..DRAWN {
            let options = self.prior.allowed.iter().map(|allowed| {
                let place = self.draws.below(allowed.len() as u64);
                let option = allowed.iter().nth(usize::try_from(place).unwrap_or(0));
                option.map_or(0, winset_model::options::OptionId::index)
            });
            drawn.push(self.space.outcome(options.collect::<Vec<_>>()));
        }
        drawn.retain(|package| self.field().holds(*package));
        drawn.sort_unstable();
        drawn
    }

    fn most(&self, packages: impl Iterator<Item = Outcome>, first: Outcome) -> Outcome {
        let settles = |package: Outcome| {
            let near = self.guess.near(package, &self.refusals, &self.accepted);
            self.guess.settles(package, &near, &self.accepted)
        };
        let mut best = (settles(first), first);
        for package in packages {
            let settles = settles(package);
            if settles > best.0 || settles == best.0 && package < best.1 {
                best = (settles, package);
            }
        }
        best.1
    }

    /// Makes the boxes from all that was answered. Where an answer contradicts the assumption, it is given up
    /// for the weakest.
    fn cut_anew(&mut self) {
        let forbidden: Vec<Cut> = self.prior.forbidden.iter().cloned().map(Cut).collect();
        let cuts = |assumption: &AskingAssumption| -> Result<Vec<Cut>, Outcome> {
            let answers = self.refusals.iter().map(|refusal| {
                cut(&self.space, assumption, *refusal, &self.accepted).ok_or(refusal.text)
            });
            answers.collect()
        };
        let mut weakened = false;
        let made = cuts(&self.assumption).or_else(|_| {
            weakened = true;
            cuts(&AskingAssumption::FixedSet)
        });
        match made {
            Ok(made) => {
                let before =
                    std::mem::replace(&mut self.cuts, forbidden.into_iter().chain(made).collect());
                if weakened {
                    self.assumption = AskingAssumption::FixedSet;
                    self.list_anew();
                } else if let Some(mut left) = self.left.take() {
                    // A box only grows with what is answered.
                    let rows = self.cuts.iter().enumerate();
                    let new = rows.filter(|(place, cut)| before.get(*place) != Some(*cut));
                    let new: Vec<&Cut> = new.map(|(_, cut)| cut).collect();
                    left.cut(self.field(), &new);
                    self.left = Some(left);
                }
            }
            Err(package) => self.contradicted = Some(package),
        }
    }

    /// Compares all that is left of a small space anew.
    fn list_anew(&mut self) {
        self.guess = Guess::new(&self.space, self.asked, &self.assumption);
        self.left = Left::of(self.field(), &self.guess, &self.refusals, &self.accepted);
    }

    fn refused(&mut self, refusal: Refusal) {
        self.refusals.push(refusal);
        if let Some(left) = &mut self.left {
            left.refuses(&self.guess, refusal);
        }
    }

    /// All accepted a text. From now on the question is what they prefer to it, which it is not itself.
    fn stands(&mut self, text: Outcome) {
        self.found = Some(text);
        if self.goal == AskingGoal::First {
            return;
        }
        if matches!(
            self.assumption,
            AskingAssumption::SinglePoints | AskingAssumption::Pairs
        ) {
            self.assumption = AskingAssumption::FixedSet;
        }
        self.accepted.clear();
        for seat in self.asked.iter() {
            let by = SeatSet::NONE.with(seat);
            self.refusals.push(Refusal { text, by });
        }
        self.cut_anew();
        self.list_anew();
    }
}

impl Mediating for AskingMediator {
    fn act(&mut self, _: TalkMoment) -> TextAction {
        self.next().map_or(TextAction::Close, TextAction::Propose)
    }

    fn heard(&mut self, text: Outcome, heard: Heard) {
        match heard {
            _ if heard.is_all() => self.stands(text),
            Heard::WhetherAll(_) => {
                let by = self.asked;
                self.refused(Refusal { text, by });
            }
            Heard::OneByOne { favour, against } => {
                let said = |set: SeatSet| self.asked.iter().filter(move |seat| set.holds(*seat));
                let yes: Vec<Seat> = said(favour).collect();
                let no: Vec<Seat> = said(against).collect();
                for seat in yes {
                    self.accepted.entry(seat).or_default().push(text);
                    if let Some(left) = &mut self.left {
                        left.accepts(&self.guess, seat, text);
                    }
                }
                for seat in no {
                    let by = SeatSet::NONE.with(seat);
                    self.refused(Refusal { text, by });
                }
            }
        }
        self.cut_anew();
    }

    fn knows(&self) -> Option<AskingResult> {
        Some(self.result())
    }
}

/// What is known before, with one set for each point.
fn fitted(space: &OutcomeSpace, prior: Prior) -> Prior {
    let fit = |sets: Vec<OptionSet>| -> Vec<OptionSet> {
        (0..space.points())
            .map(|point| {
                let all = OptionSet::first(space.options(point));
                sets.get(point).map_or(all.clone(), |set| all.and(set))
            })
            .collect()
    };
    Prior {
        allowed: fit(prior.allowed),
        forbidden: prior.forbidden.into_iter().map(fit).collect(),
        law: prior.law,
    }
}
