//! The forms of an offer that was written, and of a list of offers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_journal::Appended;
use winset_model::audience::Audience;
use winset_model::case::{Case, Offer};
use winset_model::options::{OptionId, PointId};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::status::{Names, SignalForm};
use super::values::{Keyed, present};
use super::words::VisibilityWord;
use crate::ask::OfferWritten;

/// The answer to `winset offer add`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<OfferForm>,
    /// Identifier of the case.
    pub case: String,
    /// The offer.
    #[serde(deserialize_with = "present")]
    pub added: Option<AddedOfferForm>,
    /// Where it was written; null with `--dry-run`.
    #[serde(deserialize_with = "present")]
    pub written: Option<WrittenForm>,
}

/// An offer that was added.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddedOfferForm {
    /// Its number.
    pub offer: Number,
    /// The day; null where none is said.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// Who made it.
    pub by: String,
    /// Who may see it.
    pub visibility: VisibilityWord,
    /// Point to option, every point.
    pub package: Keyed<String>,
    /// The points on which it differs from its maker's offer before; all of them in a first one.
    pub changed: Vec<String>,
    /// The number of its maker's offer before; null for a first one.
    #[serde(deserialize_with = "present")]
    pub after: Option<Number>,
    /// What it is worth to its maker; null where that states no preferences. Sealed.
    #[serde(deserialize_with = "present")]
    pub worth: Option<Number>,
    /// By how much more that is than the offer before; null without one. Sealed.
    #[serde(deserialize_with = "present")]
    pub worth_change: Option<Number>,
    /// What it tells, as in `status.signals`.
    pub signals: Vec<SignalForm>,
}

/// A line of the journal.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenForm {
    /// The line, from 1.
    pub line: Number,
    /// Its hash.
    pub head: String,
    /// Whether it had been written before, under the same word of `--once`.
    pub known: bool,
    /// Bytes of a line that another writer was stopped in, cut off before it.
    pub cut: Number,
}

/// An offer.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListedOfferForm {
    /// Its number, as the audience counts.
    pub offer: Number,
    /// The day; null where none is said.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// Who made it.
    pub by: String,
    /// Who may see it.
    pub visibility: VisibilityWord,
    /// Point to option, every point.
    pub package: Keyed<String>,
    /// The points on which it differs from its maker's offer before; all of them in a first one.
    pub changed: Vec<String>,
}

/// The answer to `winset offer list`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OffersForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<OffersForm>,
    /// Identifier of the case.
    pub case: String,
    /// For whom.
    pub audience: String,
    /// The offers, in order.
    pub offers: Vec<ListedOfferForm>,
}

impl OfferForm {
    /// The form of an offer that was written, or could be.
    pub fn new(added: &OfferWritten) -> Self {
        let case = added.case();
        let last = case.offers.len().checked_sub(1);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            added: last.map(|place| added_form(added, place)),
            written: added.written.as_ref().map(written_form),
        }
    }
}

impl OffersForm {
    /// The form of the offers of a case.
    pub fn new(case: &Case, audience: &Audience) -> Self {
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            audience: audience.name(),
            offers: (0..case.offers.len()).map(|o| one(case, o)).collect(),
        }
    }
}

fn added_form(added: &OfferWritten, place: usize) -> AddedOfferForm {
    let case = added.case();
    let by = case.offers[place].by;
    let shift = added.shift();
    let number = |value: i64| Number::of(&case.unscaled(by, value));
    let ListedOfferForm {
        offer,
        date,
        by: maker,
        visibility,
        package,
        changed,
    } = one(case, place);
    AddedOfferForm {
        offer,
        date,
        by: maker,
        visibility,
        package,
        changed,
        after: shift.map(|shift| Number::whole(shift.before)),
        worth: case.score(by, &case.offers[place].package).map(number),
        worth_change: shift.and_then(|s| s.worth[by.index()]).map(number),
        signals: added
            .signals()
            .into_iter()
            .map(|signal| Names(case).signal(signal))
            .collect(),
    }
}

pub(super) fn written_form(appended: &Appended) -> WrittenForm {
    let Appended {
        line,
        head,
        cut,
        known,
    } = appended;
    WrittenForm {
        line: Number::size(*line),
        head: head.clone(),
        known: *known,
        cut: Number::size(*cut),
    }
}

fn one(case: &Case, place: usize) -> ListedOfferForm {
    let Offer {
        seq,
        by,
        package,
        changed: _,
        date,
        visibility,
        note: _,
    } = &case.offers[place];
    let before = case.offers[..place].iter().rev().find(|o| o.by == *by);
    let name = |p: usize, o: OptionId| case.points[p].options[o.index()].id.clone();
    let settled = case.points.iter().zip(&package.0).enumerate();
    let points = (0..case.points.len()).map(PointId::at);
    let changed = points.filter(|p| before.is_none_or(|b| b.package.on(*p) != package.on(*p)));
    ListedOfferForm {
        offer: Number::whole(*seq),
        date: date.map(|day| day.to_string()),
        by: case.parties[by.index()].id.clone(),
        visibility: VisibilityWord::from(*visibility),
        package: Keyed(
            settled
                .map(|(p, (point, option))| (point.id.clone(), name(p, *option)))
                .collect(),
        ),
        changed: changed.map(|p| case.points[p.index()].id.clone()).collect(),
    }
}
