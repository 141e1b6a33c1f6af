//! A case that is being derived from another.

use crate::case::{Bonus, Case, Link, LinkRule, Party, Point, Scores, Sheet, Visibility};
use crate::case::{Choice, VoteRule};
use crate::condition::Condition;
use crate::options::{OptionId, PartyId, PointId};
use crate::private::Private;
use crate::register::Register;

use super::write;

/// Largest sum, over an added party's points and bonuses, of the largest magnitudes of its scores.
/// Above [`SCORE_SUM_MAX`](crate::case::SCORE_SUM_MAX), so that sums of parties fit; a case with
/// such a party is beyond what files may state.
pub const DERIVED_SUM_MAX: i64 = 1 << 58;

/// The largest magnitudes of a party's scores sum to more than [`DERIVED_SUM_MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// A case that is being derived from another: what decides is kept (parties, points, scores,
/// lines, links, bodies), everything else is left out, and points, parties and laws are added.
#[derive(Debug, Clone)]
pub struct DerivedDraft {
    pub(super) case: Case,
}

impl DerivedDraft {
    /// Begins with the part of a case that decides. Places of parties, points, options and demands
    /// stay the same.
    pub fn of(case: &Case) -> Self {
        let parties = case.parties.iter().map(|party| {
            let sheet = party.sheet.open().clone();
            let trend_per_month = None;
            let sheet = Private::new(Sheet {
                trend_per_month,
                ..sheet
            });
            Party {
                sheet,
                ..party.clone()
            }
        });
        let points = case.points.iter().map(|point| Point {
            options: point.options.iter().map(plain).collect(),
            unit: None,
            ..point.clone()
        });
        Self {
            case: Case {
                id: case.id.clone(),
                title: case.title.clone(),
                hash: String::new(),
                parties: parties.collect(),
                comparable: false,
                points: points.collect(),
                lines: case.lines.clone(),
                links: case.links.clone(),
                bodies: case.bodies.clone(),
                levers: Vec::new(),
                offers: Vec::new(),
                assumptions: Vec::new(),
                register: Register::default(),
                expected: None,
            },
        }
    }

    /// The case so far; its hash is not set yet.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Adds a point with two options, whatever is chosen worth 0 to everybody so far. The
    /// identifier is made unique by a number behind it where that is needed.
    pub fn add_choice(&mut self, id: &str, title: &str, options: [&str; 2]) -> PointId {
        let taken = |id: &str| self.case.points.iter().any(|p| p.id == id);
        let id = unique(id, taken);
        let option = |id: &&str| Choice {
            id: (*id).to_owned(),
            label: (*id).to_owned(),
            text: None,
            number: None,
        };
        self.case.points.push(Point {
            id,
            title: title.to_owned(),
            options: options.iter().map(option).collect(),
            unit: None,
        });
        for party in &mut self.case.parties {
            let mut sheet = party.sheet.open().clone();
            if let Some(scores) = &mut sheet.scores {
                scores.by_option.push(vec![0; 2]);
            }
            party.sheet = Private::new(sheet);
        }
        PointId::at(self.case.points.len() - 1)
    }

    /// Adds a party with scores on a scale of 1, without a no-deal value: the floor is the
    /// question's.
    ///
    /// # Errors
    /// When its scores are too large.
    ///
    /// # Panics
    /// In debug builds, when the scores do not fit the points.
    pub fn add_party(&mut self, id: &str, name: &str, scores: Scores) -> Result<PartyId, TooLarge> {
        debug_assert_eq!(scores.by_option.len(), self.case.points.len());
        fits(&scores)?;
        let taken = |id: &str| self.case.parties.iter().any(|p| p.id == id);
        let id = unique(id, taken);
        self.case.parties.push(Party {
            short: id.clone(),
            id,
            name: name.to_owned(),
            sheet: Private::new(Sheet {
                scale: 1,
                scores: Some(scores),
                no_deal: None,
                no_deal_range: None,
                trend_per_month: None,
                impasse: None,
            }),
        });
        Ok(PartyId::at(self.case.parties.len() - 1))
    }

    /// Adds a party whose score is a weighted sum of the other parties' scores, each on its own
    /// scale; a party without preferences adds nothing.
    ///
    /// # Errors
    /// When the sums are too large.
    pub fn add_sum(
        &mut self,
        id: &str,
        name: &str,
        weights: &[(PartyId, i64)],
    ) -> Result<PartyId, TooLarge> {
        let rows = self.case.points.iter().map(|p| vec![0; p.options.len()]);
        let mut by_option: Vec<Vec<i64>> = rows.collect();
        let mut bonuses: Vec<Bonus> = Vec::new();
        for (party, weight) in weights {
            let sheet = self.case.parties[party.index()].sheet.open();
            let Some(scores) = &sheet.scores else {
                continue;
            };
            for (sums, row) in by_option.iter_mut().zip(&scores.by_option) {
                for (sum, score) in sums.iter_mut().zip(row) {
                    *sum = add_weighted(*sum, *weight, *score)?;
                }
            }
            for bonus in &scores.bonuses {
                bonuses.push(Bonus {
                    when: bonus.when.clone(),
                    score: add_weighted(0, *weight, bonus.score)?,
                });
            }
        }
        self.add_party(id, name, Scores { by_option, bonuses })
    }

    /// Changes what options of a point are worth to a party with preferences.
    ///
    /// # Errors
    /// When a score overflows, or the scores become too large.
    pub fn add_to_score(
        &mut self,
        party: PartyId,
        point: PointId,
        option: OptionId,
        more: i64,
    ) -> Result<(), TooLarge> {
        let mut sheet = self.case.parties[party.index()].sheet.open().clone();
        if let Some(scores) = &mut sheet.scores {
            let score = &mut scores.by_option[point.index()][option.index()];
            *score = score.checked_add(more).ok_or(TooLarge)?;
            fits(scores)?;
        }
        self.case.parties[party.index()].sheet = Private::new(sheet);
        Ok(())
    }

    /// Adds a condition that every package must fulfil.
    pub fn add_law(&mut self, id: &str, condition: Condition) {
        let id = self.unique_demand(id);
        self.case.links.push(Link {
            id,
            owner: None,
            law: true,
            seen: Visibility::Public,
            rule: Private::new(LinkRule::Require(condition)),
            relax_cost: None,
            note: None,
        });
    }

    /// Puts another rule in the place of a link, which becomes a law.
    pub fn replace_link(&mut self, link: usize, condition: Condition) {
        let link = &mut self.case.links[link];
        link.rule = Private::new(LinkRule::Require(condition));
        link.law = true;
        link.relax_cost = None;
    }

    /// Makes every law a demand that costs nothing to give up, so that questions can be asked without
    /// it. A law without an owner goes to the first party.
    pub fn repeal_laws(&mut self) {
        for line in &mut self.case.lines {
            line.law = false;
        }
        for link in self.case.links.iter_mut().filter(|link| link.law) {
            link.law = false;
            link.relax_cost = Some(0);
            link.owner.get_or_insert(PartyId(0));
        }
    }

    /// The vote rule at a place, to be changed.
    pub fn vote_rule(&mut self, body: usize, rule: usize) -> &mut VoteRule {
        &mut self.case.bodies[body].rules[rule]
    }

    /// The derived case, with its hash.
    pub fn finish(mut self) -> Case {
        self.case.hash = write::file(&self.case).hash();
        self.case
    }

    fn unique_demand(&self, id: &str) -> String {
        unique(id, |id| self.case.demand_named(id).is_some())
    }
}

/// Whether the largest magnitudes sum to at most [`DERIVED_SUM_MAX`].
pub(super) fn fits(scores: &Scores) -> Result<(), TooLarge> {
    let largest = |row: &Vec<i64>| row.iter().map(|s| i128::from(*s).abs()).max();
    let points: i128 = scores.by_option.iter().filter_map(largest).sum();
    let bonuses = scores.bonuses.iter().map(|b| i128::from(b.score).abs());
    if points + bonuses.sum::<i128>() > i128::from(DERIVED_SUM_MAX) {
        return Err(TooLarge);
    }
    Ok(())
}

fn add_weighted(sum: i64, weight: i64, score: i64) -> Result<i64, TooLarge> {
    let more = weight.checked_mul(score).ok_or(TooLarge)?;
    sum.checked_add(more).ok_or(TooLarge)
}

/// An option without what only readers of files use.
fn plain(option: &Choice) -> Choice {
    Choice {
        number: None,
        ..option.clone()
    }
}

/// Most characters of an identifier before the number.
const STEM_CHARS_MAX: usize = 90;

/// The identifier, shortened to leave room, with a number behind it when it is taken.
fn unique(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let id: String = id.chars().take(STEM_CHARS_MAX).collect();
    let numbered = (2..).map(|n: u64| format!("{id}-{n}"));
    std::iter::once(id.clone())
        .chain(numbered)
        .find(|id| !taken(id))
        .expect("a case has fewer identifiers than there are numbers")
}
