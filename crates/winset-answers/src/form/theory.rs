//! The forms of what theory says of bargaining.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::number::Exact;

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::present;
use crate::ask::theory::{
    RubinsteinAnswer, RubinsteinTerms, ShareWhenOpening, StahlAnswer, StahlTerms,
};

/// The answer to `winset theory rubinstein`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RubinsteinForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<RubinsteinForm>,
    /// The discount factors of A and B.
    pub discounts: OfBoth<Number>,
    /// What each can have elsewhere.
    pub outside: OfBoth<Number>,
    /// Whose outside option decides what it is offered.
    pub outside_decides: OfBoth<bool>,
    /// What both get when A opens, and when B does.
    pub when_opening: OfBoth<WhenOpeningForm>,
}

/// The answer to `winset theory stahl`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StahlForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<StahlForm>,
    /// The discount factors of A and B.
    pub discounts: OfBoth<Number>,
    /// The number of rounds.
    pub rounds: Number,
    /// Whether who opens also makes the offer of the last round.
    pub opener_is_last: bool,
    /// What both get when A opens, and when B does.
    pub when_opening: OfBoth<WhenOpeningForm>,
    /// The same if offers could go on without end; null where a discount factor is 0 or 1.
    #[serde(deserialize_with = "present")]
    pub without_end: Option<OfBoth<WhenOpeningForm>>,
}

/// What there is for each of the two parties.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfBoth<T> {
    /// For A; of a game, the one that A opens.
    pub a: T,
    /// For B; of a game, the one that B opens.
    pub b: T,
}

/// What both get when one of them opens.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhenOpeningForm {
    /// The opener's share of one unit.
    pub opener: Number,
    /// The other's.
    pub other: Number,
}

impl RubinsteinForm {
    /// The form of what is agreed when offers may go on without end.
    pub fn new(found: &RubinsteinAnswer) -> Self {
        let RubinsteinAnswer {
            terms: RubinsteinTerms { discounts, outside },
            when_opening,
            outside_decides,
        } = found;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            discounts: numbers(discounts),
            outside: numbers(outside),
            outside_decides: OfBoth::new(*outside_decides),
            when_opening: OfBoth::new(when_opening.each_ref().map(opening)),
        }
    }
}

impl StahlForm {
    /// The form of what is agreed when offers end after so many.
    pub fn new(found: &StahlAnswer) -> Self {
        let StahlAnswer {
            terms: StahlTerms { discounts, rounds },
            when_opening,
            without_end,
        } = found;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            discounts: numbers(discounts),
            rounds: Number::whole(*rounds),
            opener_is_last: found.opener_is_last(),
            when_opening: OfBoth::new(when_opening.each_ref().map(opening)),
            without_end: without_end
                .as_ref()
                .map(|shares| OfBoth::new(shares.each_ref().map(opening))),
        }
    }
}

impl<T> OfBoth<T> {
    fn new(both: [T; 2]) -> Self {
        let [a, b] = both;
        Self { a, b }
    }
}

fn numbers(values: &[Exact; 2]) -> OfBoth<Number> {
    OfBoth::new(values.each_ref().map(Number::of))
}

fn opening(share: &ShareWhenOpening) -> WhenOpeningForm {
    WhenOpeningForm {
        opener: Number::of_big(share.opener()),
        other: Number::of_big(&share.other()),
    }
}
