//! What changes make of a case: the question that is asked then, and where needed another case.

use std::borrow::Cow;

use super::changes::{Changes, OverlayChange};
use crate::case::{Case, Sheet};
use crate::derived;
use crate::disagreement::Disagreement;
use crate::number::{self, Exact};
use crate::options::{OptionSet, PartyId};
use crate::positions::Positions;
use crate::private::Private;
use crate::resolve::{Raw, ScaleFault};

/// A case with changes applied.
#[derive(Clone)]
pub struct Applied<'c> {
    /// The case; another one where a score is changed, with a hash of its own.
    pub case: Cow<'c, Case>,
    /// The positions. A no-deal value between two scores is a floor at the higher one, which the
    /// same packages reach.
    pub positions: Positions,
    /// For each party what it has without agreement, exactly.
    pub values: Vec<Private<Values>>,
}

/// Shows which case it is; floors and values are confidential.
impl std::fmt::Debug for Applied<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Applied")
            .field("case", &self.case.id)
            .finish_non_exhaustive()
    }
}

impl Applied<'_> {
    /// The disagreement point of settlements: as [`Disagreement::of`] the case, from the changed
    /// values.
    pub fn disagreement(&self) -> Disagreement {
        Disagreement::stated(&self.case, |party| {
            let values = self.values[party.index()].open();
            (values.impasse, values.no_deal)
        })
    }
}

/// What a party has without agreement, unscaled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Values {
    /// Its no-deal value.
    pub no_deal: Option<Exact>,
    /// Its disagreement point, where that is another value.
    pub impasse: Option<Exact>,
}

/// Shows nothing: the values are confidential.
impl std::fmt::Debug for Values {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Values(..)")
    }
}

impl Values {
    /// The values of a party after changes: what is set first, then the deltas of levers. `None`
    /// when they cannot be held.
    pub(super) fn after(case: &Case, party: PartyId, changes: &[OverlayChange]) -> Option<Self> {
        let sheet = case.parties[party.index()].sheet.open();
        let unscaled = |value: i64| case.unscaled(party, value);
        let mut values = Self {
            no_deal: sheet.no_deal.map(unscaled),
            impasse: sheet.impasse.map(unscaled),
        };
        for change in changes {
            match change {
                OverlayChange::NoDeal { party: of, value } if *of == party => {
                    values.no_deal = *value.open();
                }
                OverlayChange::Impasse { party: of, value } if *of == party => {
                    values.impasse = *value.open();
                }
                OverlayChange::Pull(lever) if case.levers[*lever].target == party => {
                    let delta = case.levers[*lever].no_deal_delta;
                    values.no_deal = match values.no_deal {
                        None => None,
                        Some(value) => Some(number::add(value, delta)?),
                    };
                }
                _ => {}
            }
        }
        Some(values)
    }
}

/// The sheet that a file edited by hand would give a party with preferences.
pub(super) fn edited_sheet(
    case: &Case,
    party: PartyId,
    changes: &[OverlayChange],
    values: &Values,
) -> Result<Sheet, ScaleFault> {
    let sheet = case.parties[party.index()].sheet.open();
    let unscaled = |value: &i64| case.unscaled(party, *value);
    let scores = sheet.scores.iter();
    let rows = scores.clone().flat_map(|s| &s.by_option);
    let mut rows: Vec<Vec<Exact>> = rows.map(|row| row.iter().map(unscaled).collect()).collect();
    for change in changes {
        if let OverlayChange::Score {
            party: of,
            point,
            option,
            value,
        } = change
            && *of == party
            && let Some(score) = rows
                .get_mut(point.index())
                .and_then(|row| row.get_mut(option.index()))
        {
            *score = *value.open();
        }
    }
    let bonuses = scores.flat_map(|s| &s.bonuses);
    // A value that is set anew is no longer uncertain.
    let stands = values.no_deal == sheet.no_deal.as_ref().map(unscaled);
    let range = sheet.no_deal_range.filter(|_| stands);
    let raw = Raw {
        rows,
        bonuses: bonuses
            .map(|b| (b.when.clone(), unscaled(&b.score)))
            .collect(),
        no_deal: values.no_deal,
        no_deal_range: range.map(|(low, high)| (unscaled(&low), unscaled(&high))),
        impasse: values.impasse,
        trend_per_month: sheet.trend_per_month,
    };
    raw.scaled()
}

impl Changes {
    /// Applies the changes to the case that they were checked against.
    ///
    /// # Panics
    /// When the case is another one: a line, point, option or lever that it does not have.
    pub fn applied<'c>(&self, case: &'c Case) -> Applied<'c> {
        let case = self.scored(case);
        let mut positions = Positions::declared(&case);
        for change in &self.list {
            positions = moved(positions, &case, change);
        }
        let parties = (0..case.parties.len()).map(PartyId::at);
        let mut values = Vec::with_capacity(parties.len());
        for party in parties {
            let (floor, exact) = self.value(&case, party);
            positions.floors[party.index()] = floor;
            values.push(Private::new(exact));
        }
        Applied {
            case,
            positions,
            values,
        }
    }

    /// The case with its scores changed; the case itself where none is.
    fn scored<'c>(&self, case: &'c Case) -> Cow<'c, Case> {
        if !self.makes_another_case() {
            return Cow::Borrowed(case);
        }
        let mut changed = case.clone();
        let parties = changed.parties.iter_mut().zip(&self.edited).enumerate();
        for (place, (party, edited)) in parties {
            if let Some(sheet) = edited
                .as_ref()
                .filter(|_| self.scores_change(PartyId::at(place)))
            {
                party.sheet = sheet.clone();
            }
        }
        changed.hash = derived::file(&changed).hash();
        Cow::Owned(changed)
    }

    /// The floor of a party on the scale of its sheet, and what it has without agreement. A
    /// changed sheet holds the changed values already.
    fn value(&self, case: &Case, party: PartyId) -> (Option<i64>, Values) {
        let sheet = case.parties[party.index()].sheet.open();
        let edited = self.edited.get(party.index()).and_then(Option::as_ref);
        let (of, scale) = match edited {
            None => (sheet, sheet.scale),
            Some(edited) => (edited.open(), edited.open().scale),
        };
        let exact = |value: i64| Exact::new(i128::from(value), i128::from(scale));
        let values = Values {
            no_deal: of.no_deal.map(exact),
            impasse: of.impasse.map(exact),
        };
        if edited.is_none() {
            return (sheet.no_deal, values);
        }
        let floor = values.no_deal.map(|value| on_scale(value, sheet.scale));
        (floor, values)
    }
}

/// A no-deal value as a floor on a scale. Values and scales are below 2^51 and 2^41, so that the
/// product can be held; no score is near the ends of 64 bits, so that a floor beyond them says the
/// same at the end.
fn on_scale(value: Exact, scale: i64) -> i64 {
    let scaled = (value * Exact::from_integer(i128::from(scale))).ceil();
    let end = if *scaled.numer() < 0 {
        i64::MIN
    } else {
        i64::MAX
    };
    i64::try_from(scaled.to_integer()).unwrap_or(end)
}

fn moved(positions: Positions, case: &Case, change: &OverlayChange) -> Positions {
    let mut positions = positions;
    match change {
        OverlayChange::Step { line, step } => positions.steps[*line] = *step,
        OverlayChange::Drop(demand) => {
            positions.dropped.insert(*demand);
        }
        OverlayChange::Fix { point, option } => {
            return positions.with_only(*point, OptionSet::only(*option));
        }
        OverlayChange::Exclude { point, options } => {
            let all = OptionSet::first(case.points[point.index()].options.len());
            return positions.with_only(*point, all.without(options));
        }
        OverlayChange::NoDeal { .. }
        | OverlayChange::Impasse { .. }
        | OverlayChange::Score { .. }
        | OverlayChange::Pull(_) => {}
    }
    positions
}
