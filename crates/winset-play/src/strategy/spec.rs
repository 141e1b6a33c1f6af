//! A strategy by its name, and what it becomes for a side.

use std::fmt;
use std::sync::Arc;

use super::accepts::{ACCEPTS, AcceptSpec};
use super::call::{Call, Written};
use super::models::{MODELS, ModelSpec};
use super::offers::{OFFERS, OfferSpec};
use super::plan::{Plan, Planned};
use super::row::{Row, made, row_of, unknown};
use super::wholes::{WHOLES, WholeSpec};
use super::{Composed, NameRefused, Strategy};
use crate::own::OwnSide;
use crate::session::Timing;

/// A strategy that was named: a plain value, the same for every session.
#[derive(Debug, Clone, PartialEq)]
pub struct StrategySpec {
    text: String,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Composed {
        offer: OfferSpec,
        accept: AcceptSpec,
    },
    Whole(WholeSpec),
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedPart {
    /// A strategy, which also says how to offer in a combination: `offer=…`.
    Offer,
    /// A strategy that cannot be taken apart.
    Whole,
    /// When to accept, in a combination: `accept=…`.
    Accept,
    /// A model of the other side, in a combination: `model=…`.
    Model,
}

/// A name that [`named`] knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrategyName {
    /// What it stands for.
    pub part: NamedPart,
    /// The name.
    pub name: &'static str,
    /// The name with its parameters, as they are when nothing is said.
    pub usage: String,
    /// What it is, in a line.
    pub about: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

/// All names: strategies, then acceptance rules, then models.
pub fn names() -> Vec<StrategyName> {
    fn entries<T>(part: NamedPart, rows: &'static [Row<T>]) -> impl Iterator<Item = StrategyName> {
        rows.iter().map(move |row| StrategyName {
            part,
            name: row.name,
            usage: row.usage(),
            about: row.about,
            source: row.source,
        })
    }
    entries(NamedPart::Offer, OFFERS)
        .chain(entries(NamedPart::Whole, WHOLES))
        .chain(entries(NamedPart::Accept, ACCEPTS))
        .chain(entries(NamedPart::Model, MODELS))
        .collect()
}

/// The strategy that a text names: `micro`, `time(e=0.2)`, or parts such as
/// `offer=boulware,accept=next,model=frequency`. Without `accept` it accepts as the strategy of that name
/// does; with `model` it offers, of what comes up to its level, what the model says is best for the other.
///
/// # Errors
/// The text names none, or parts that do not go together.
pub fn named(text: &str) -> Result<StrategySpec, NameRefused> {
    let kind = match Written::read(text)? {
        Written::Plain(call) => plain(&call)?,
        Written::Parts(parts) => combined(&parts)?,
    };
    Ok(StrategySpec {
        text: text.split_whitespace().collect(),
        kind,
    })
}

fn plain(call: &Call<'_>) -> Result<Kind, NameRefused> {
    if let Some(row) = row_of(WHOLES, call.name) {
        return Ok(Kind::Whole(row.made(call)?));
    }
    let (offer, accept) = offer_of(call, "a strategy")?;
    Ok(Kind::Composed { offer, accept })
}

fn offer_of(call: &Call<'_>, what: &'static str) -> Result<(OfferSpec, AcceptSpec), NameRefused> {
    if let Some(row) = row_of(OFFERS, call.name) {
        return row.made(call);
    }
    let offers = OFFERS.iter().map(|row| row.name);
    let all: Vec<_> = offers.chain(WHOLES.iter().map(|row| row.name)).collect();
    Err(unknown(what, call.name, &all))
}

fn combined(parts: &[(&str, Call<'_>)]) -> Result<Kind, NameRefused> {
    if let Some((key, _)) = parts
        .iter()
        .find(|(key, _)| !["offer", "accept", "model"].contains(key))
    {
        return Err(NameRefused::NoSuchPart((*key).to_owned()));
    }
    let part = |name| {
        parts
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, call)| call)
    };
    let call = part("offer").ok_or(NameRefused::NoOffer)?;
    if row_of(WHOLES, call.name).is_some() {
        return Err(NameRefused::Whole(call.name.to_owned()));
    }
    let (mut offer, mut accept) = offer_of(call, "a way to offer")?;
    if let Some(call) = part("accept") {
        accept = made(ACCEPTS, "an acceptance rule", call)?;
    }
    if let Some(model) = part("model") {
        let model: ModelSpec = made(MODELS, "a model", model)?;
        offer = offer
            .toward(model)
            .ok_or_else(|| NameRefused::NoUseForModel(call.name.to_owned()))?;
    }
    Ok(Kind::Composed { offer, accept })
}

impl fmt::Display for StrategySpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl StrategySpec {
    /// The strategy at the beginning of a session, for a side. What it draws follows from the seed.
    ///
    /// What a strategy needs of its side and of the timing it finds in its turns; where many sessions have
    /// the same, [`StrategySpec::prepare`] finds it once.
    pub fn begin(&self, own: &OwnSide, timing: Timing, seed: u64) -> Box<dyn Strategy> {
        let _ = (own, timing);
        match &self.kind {
            Kind::Composed { offer, accept } => Box::new(Composed {
                offering: offer.begin(seed),
                acceptance: accept.begin(seed),
            }),
            Kind::Whole(whole) => whole.begin(seed),
        }
    }

    /// What is the same in all sessions of a side under the same timing, found once: the whole course of
    /// strategies that look at time alone.
    pub fn prepare(&self, own: &OwnSide, timing: Timing) -> Prepared {
        let plan = match &self.kind {
            Kind::Composed { offer, accept } => Plan::new(offer, accept, own, timing),
            Kind::Whole(_) => None,
        };
        Prepared {
            spec: self.clone(),
            own: own.clone(),
            timing,
            plan: plan.map(Arc::new),
        }
    }
}

/// A strategy that was prepared for a side and a timing; cheap to clone.
#[derive(Debug, Clone)]
pub struct Prepared {
    spec: StrategySpec,
    own: OwnSide,
    timing: Timing,
    plan: Option<Arc<Plan>>,
}

impl Prepared {
    /// The strategy at the beginning of a session: the same as [`StrategySpec::begin`] gives for the side
    /// and the timing, and it must be run with them.
    pub fn begin(&self, seed: u64) -> Box<dyn Strategy> {
        match &self.plan {
            Some(plan) => Box::new(Planned::new(plan.clone())),
            None => self.spec.begin(&self.own, self.timing, seed),
        }
    }
}
