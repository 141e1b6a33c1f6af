//! The form of requests for named persons.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::rings::{Ring, SettledRings};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::present;
use super::words::ReasonWord;
use crate::ask::{RequestsAnswer, RequestsEnd, request_shares};

/// The answer to `winset requests`. Persons are named by the rows of the list only.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestsForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<RequestsForm>,
    /// How many requests were read.
    pub requests: Number,
    /// Most requests in a circle.
    pub circle_most: Number,
    /// Most requests in a chain, the one without return counted.
    pub chain_most: Number,
    /// Rows that want somebody whom no other holder offers, in rising order.
    pub wants_nobody_offers: Vec<Number>,
    /// Rows that give somebody whom no other holder wants, in rising order.
    pub gives_nobody_wants: Vec<Number>,
    /// What is carried out, checked to be best; null where it was not decided.
    #[serde(deserialize_with = "present")]
    pub settled: Option<SettledRequestsForm>,
    /// Whether there are too many rings to look at.
    pub too_many: bool,
    /// Why it was not decided; null when it was, or there are too many rings.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Requests that are met together.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettledRequestsForm {
    /// The weight of all that are met: as much as can be.
    pub weight: Number,
    /// Circles, then chains.
    pub rings: Vec<RequestRingForm>,
    /// What each holder has of it.
    pub holders: Vec<RequestHolderForm>,
}

/// A circle or a chain of releases.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestRingForm {
    /// Whether the last releases to the first.
    pub closed: bool,
    /// Rows of the list: each gives its person to the next; the last of a chain gives nobody.
    pub rows: Vec<Number>,
}

/// What a holder has of it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestHolderForm {
    /// As the list names it.
    pub holder: String,
    /// How many of its requests want somebody.
    pub wants: Number,
    /// How many of them are met.
    pub met: Number,
    /// How many persons it releases.
    pub releases: Number,
}

impl RequestsForm {
    /// The form of requests.
    pub fn new(answer: &RequestsAnswer) -> Self {
        let numbers = |rows: Vec<usize>| rows.into_iter().map(Number::size).collect();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            requests: Number::size(answer.requests.len()),
            circle_most: Number::size(answer.lengths.circle_max),
            chain_most: Number::size(answer.lengths.chain_max),
            wants_nobody_offers: numbers(answer.wants_nobody_offers()),
            gives_nobody_wants: numbers(answer.gives_nobody_wants()),
            settled: match &answer.end {
                RequestsEnd::Settled(settled) => Some(settled_form(answer, settled)),
                RequestsEnd::TooLarge(_) | RequestsEnd::Stopped(_) => None,
            },
            too_many: matches!(answer.end, RequestsEnd::TooLarge(_)),
            stopped: match &answer.end {
                RequestsEnd::Stopped(reason) => Some((*reason).into()),
                RequestsEnd::Settled(_) | RequestsEnd::TooLarge(_) => None,
            },
        }
    }
}

fn settled_form(answer: &RequestsAnswer, settled: &SettledRings) -> SettledRequestsForm {
    let row = |request: &usize| Number::size(answer.requests[*request].row);
    let ring = |ring: &Ring| RequestRingForm {
        closed: ring.closed,
        rows: ring.nodes.iter().map(row).collect(),
    };
    let shares = request_shares(answer, settled);
    let holders = answer.holders.iter().zip(shares);
    SettledRequestsForm {
        weight: Number::whole(settled.weight()),
        rings: settled.rings().iter().map(ring).collect(),
        holders: holders
            .map(|(holder, share)| RequestHolderForm {
                holder: holder.clone(),
                wants: Number::size(share.wants),
                met: Number::size(share.met),
                releases: Number::size(share.releases),
            })
            .collect(),
    }
}
