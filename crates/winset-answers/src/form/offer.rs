//! The forms of an offer that was written, and of a list of offers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_journal::Appended;
use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_model::offer::Offer;
use winset_model::options::{OptionId, PointId};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::status::{Names, SignalForm};
use super::values::{Keyed, present};
use super::words::{OfferKindWord, VisibilityWord};
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
    /// Whether it is a package, to be taken as a whole, or a statement about some points.
    pub kind: OfferKindWord,
    /// Point to option, each point that it speaks of.
    pub says: Keyed<String>,
    /// Point to option, every point: what its maker stands for after it; null where its maker has not
    /// spoken of every point, as far as the audience sees.
    #[serde(deserialize_with = "present")]
    pub package: Option<Keyed<String>>,
    /// The points on which it changes what its maker stood for.
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
    /// Why the note beside the journal could not be brought up to date; null where it could. The act is
    /// written and counts.
    #[serde(deserialize_with = "present")]
    pub unnoted: Option<String>,
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
    /// Whether it is a package, to be taken as a whole, or a statement about some points.
    pub kind: OfferKindWord,
    /// Point to option, each point that it speaks of.
    pub says: Keyed<String>,
    /// Point to option, every point: what its maker stands for after it; null where its maker has not
    /// spoken of every point, as far as the audience sees.
    #[serde(deserialize_with = "present")]
    pub package: Option<Keyed<String>>,
    /// The points on which it changes what its maker stood for.
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
        kind,
        says,
        package,
        changed,
    } = one(case, place);
    AddedOfferForm {
        offer,
        date,
        by: maker,
        visibility,
        kind,
        says,
        package,
        changed,
        after: shift.map(|shift| Number::whole(shift.before)),
        worth: case.offers[place]
            .package()
            .and_then(|package| case.score(by, &package))
            .map(number),
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
        unnoted,
    } = appended;
    WrittenForm {
        line: Number::size(*line),
        head: head.clone(),
        known: *known,
        cut: Number::size(*cut),
        unnoted: unnoted.clone(),
    }
}

fn one(case: &Case, place: usize) -> ListedOfferForm {
    let Offer {
        seq,
        by,
        kind,
        says,
        before: _,
        stand,
        date,
        visibility,
        note: _,
        line: _,
    } = &case.offers[place];
    let named = |(p, o): (PointId, OptionId)| {
        let point = &case.points[p.index()];
        (point.id.clone(), point.options[o.index()].id.clone())
    };
    let whole = stand.iter().enumerate();
    let whole = whole.map(|(p, o)| Some(named((PointId::at(p), (*o)?))));
    let changed = case.stand_changes(place).into_iter();
    ListedOfferForm {
        offer: Number::whole(*seq),
        date: date.map(|day| day.to_string()),
        by: case.parties[by.index()].id.clone(),
        visibility: VisibilityWord::from(*visibility),
        kind: OfferKindWord::from(*kind),
        says: Keyed(says.iter().copied().map(named).collect()),
        package: whole.collect::<Option<_>>().map(Keyed),
        changed: changed
            .map(|change| case.points[change.point.index()].id.clone())
            .collect(),
    }
}
