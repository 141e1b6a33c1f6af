//! The forms of an offer that was written, and of a list of offers.

use schemars::JsonSchema;
use serde::Serialize;
use winset_journal::Appended;
use winset_model::audience::Audience;
use winset_model::case::{Case, Offer};
use winset_model::options::{OptionId, PointId};

use super::name::{FormatWord, NameOf};
use super::status::{Names, SignalForm};
use super::values::{Keyed, Number};
use crate::ask::OfferWritten;

/// The answer to `winset offer add`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OfferForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<OfferForm>,
    /// Identifier of the case.
    case: String,
    /// The offer.
    added: Option<AddedForm>,
    /// Where it was written; null with `--dry-run`.
    written: Option<WrittenForm>,
}

/// An offer that was added.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AddedForm {
    /// The offer.
    #[serde(flatten)]
    offer: OneForm,
    /// The number of its maker's offer before; null for a first one.
    after: Option<Number>,
    /// What it is worth to its maker; null where that states no preferences. Sealed.
    worth: Option<Number>,
    /// By how much more that is than the offer before; null without one. Sealed.
    worth_change: Option<Number>,
    /// What it tells, as in `status.signals`.
    signals: Vec<SignalForm>,
}

/// A line of the journal.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct WrittenForm {
    /// The line, from 1.
    line: Number,
    /// Its hash.
    head: String,
    /// Whether it had been written before, under the same word of `--once`.
    known: bool,
    /// Bytes of a line that another writer was stopped in, cut off before it.
    cut: Number,
}

/// An offer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OneForm {
    /// Its number, as the audience counts.
    offer: Number,
    /// The day; null where none is said.
    date: Option<String>,
    /// Who made it.
    by: String,
    /// Who may see it.
    #[schemars(extend("enum" = ["public", "mediator", "sealed"]))]
    visibility: &'static str,
    /// Point to option, every point.
    package: Keyed<String>,
    /// The points on which it differs from its maker's offer before; all of them in a first one.
    changed: Vec<String>,
}

/// The answer to `winset offer list`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OffersForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<OffersForm>,
    /// Identifier of the case.
    case: String,
    /// For whom.
    audience: String,
    /// The offers, in order.
    offers: Vec<OneForm>,
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

fn added_form(added: &OfferWritten, place: usize) -> AddedForm {
    let case = added.case();
    let by = case.offers[place].by;
    let shift = added.shift();
    let number = |value: i64| Number::of(&case.unscaled(by, value));
    AddedForm {
        offer: one(case, place),
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

fn one(case: &Case, place: usize) -> OneForm {
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
    OneForm {
        offer: Number::whole(*seq),
        date: date.map(|day| day.to_string()),
        by: case.parties[by.index()].id.clone(),
        visibility: visibility.as_str(),
        package: Keyed(
            settled
                .map(|(p, (point, option))| (point.id.clone(), name(p, *option)))
                .collect(),
        ),
        changed: changed.map(|p| case.points[p.index()].id.clone()).collect(),
    }
}
