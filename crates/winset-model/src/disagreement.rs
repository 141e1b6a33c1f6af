//! What each party has if nothing is agreed: the point from which settlements measure gains.

use crate::case::Case;
use crate::number::{self, Exact};
use crate::options::{Package, PartyId};
use crate::private::Private;

/// Where a party's disagreement value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The case states it as the party's impasse value.
    Impasse,
    /// It is the party's no-deal value: the case states no other.
    NoDeal,
    /// The case states neither: 0 stands for it.
    Assumed,
    /// Whoever asks gave it, such as the score of a package on the table.
    Given,
}

/// What each party has if nothing is agreed, unscaled. A party without preferences has no such
/// value and takes no part in settlements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    values: Private<Vec<Option<(Exact, Basis)>>>,
}

impl Disagreement {
    /// The disagreement point of a case: each party's impasse value, else its no-deal value, else 0.
    pub fn of(case: &Case) -> Self {
        Self::stated(case, |party| {
            let sheet = case.parties[party.index()].sheet.open();
            let unscaled = |value| case.unscaled(party, value);
            (sheet.impasse.map(unscaled), sheet.no_deal.map(unscaled))
        })
    }

    /// The no-deal values of a case, whatever it says about an impasse; 0 where there is none.
    pub fn from_no_deal(case: &Case) -> Self {
        Self::stated(case, |party| {
            let sheet = case.parties[party.index()].sheet.open();
            (None, sheet.no_deal.map(|value| case.unscaled(party, value)))
        })
    }

    /// The same from each party's impasse value and no-deal value, unscaled, where they are other
    /// ones than those of the case.
    pub(crate) fn stated(
        case: &Case,
        values: impl Fn(PartyId) -> (Option<Exact>, Option<Exact>),
    ) -> Self {
        let value = |place: usize| {
            case.parties[place].sheet.open().scores.as_ref()?;
            Some(match values(PartyId::at(place)) {
                (Some(impasse), _) => (impasse, Basis::Impasse),
                (None, Some(no_deal)) => (no_deal, Basis::NoDeal),
                (None, None) => (Exact::from_integer(0), Basis::Assumed),
            })
        };
        Self {
            values: Private::new((0..case.parties.len()).map(value).collect()),
        }
    }

    /// A package on the table as the disagreement point: what each party has if it stays.
    pub fn at(case: &Case, package: &Package) -> Self {
        let value = |place: usize| {
            let party = PartyId::at(place);
            let score = case.score(party, package)?;
            Some((case.unscaled(party, score), Basis::Given))
        };
        Self {
            values: Private::new((0..case.parties.len()).map(value).collect()),
        }
    }

    /// The same with another value for a party with preferences; nothing changes for others.
    #[must_use]
    pub fn with(self, party: PartyId, value: Exact) -> Self {
        let mut values = self.values.open().clone();
        if let Some(Some(entry)) = values.get_mut(party.index()) {
            *entry = (value, Basis::Given);
        }
        Self {
            values: Private::new(values),
        }
    }

    /// The parties that have a value, in the case's order.
    pub fn parties(&self) -> Vec<PartyId> {
        let values = self.values.open().iter().enumerate();
        values
            .filter(|(_, value)| value.is_some())
            .map(|(place, _)| PartyId::at(place))
            .collect()
    }

    /// A party's value, unscaled.
    pub fn value(&self, party: PartyId) -> Option<Exact> {
        self.entry(party).map(|(value, _)| value)
    }

    /// Where a party's value comes from.
    pub fn basis(&self, party: PartyId) -> Option<Basis> {
        self.entry(party).map(|(_, basis)| basis)
    }

    /// What a party gains with a score (on its scale) over its value, unscaled; `None` without a
    /// value, or when the difference cannot be held.
    pub fn gain(&self, case: &Case, party: PartyId, score: i64) -> Option<Exact> {
        number::sub(case.unscaled(party, score), self.value(party)?)
    }

    fn entry(&self, party: PartyId) -> Option<(Exact, Basis)> {
        self.values.open().get(party.index()).copied().flatten()
    }
}
