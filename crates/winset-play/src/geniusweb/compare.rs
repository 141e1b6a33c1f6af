//! Questions to a person about which bids are better, and answers.

use winset_model::document::Node;

use super::WebBid;
use super::fault::Wrong;
use super::party::WebParty;
use super::place::Place;
use super::written::{list, object};

/// What a person says of a bid beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BidComparison {
    /// Who says it.
    pub actor: WebParty,
    /// The bid.
    pub bid: WebBid,
    /// Bids that are better.
    pub better: Vec<WebBid>,
    /// Bids that are worse.
    pub worse: Vec<WebBid>,
}

/// A question of how a bid stands beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedComparison {
    /// Who asks.
    pub actor: WebParty,
    /// The bid.
    pub bid: WebBid,
    /// The others.
    pub options: Vec<WebBid>,
}

fn bids(place: &Place<'_>) -> Result<Vec<WebBid>, Wrong> {
    place.members("a list of bids", WebBid::read)
}

impl BidComparison {
    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["actor", "bid", "better", "worse"], &[])?;
        Ok(Self {
            actor: fields.at("actor").party()?,
            bid: WebBid::read(&fields.at("bid"))?,
            better: bids(&fields.at("better"))?,
            worse: bids(&fields.at("worse"))?,
        })
    }

    pub(super) fn form(&self) -> Node {
        let Self {
            actor,
            bid,
            better,
            worse,
        } = self;
        object([
            ("actor", Node::of_text(actor.as_str())),
            ("bid", bid.form()),
            ("better", list(better, WebBid::form)),
            ("worse", list(worse, WebBid::form)),
        ])
    }
}

impl AskedComparison {
    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["actor", "bid", "options"], &[])?;
        Ok(Self {
            actor: fields.at("actor").party()?,
            bid: WebBid::read(&fields.at("bid"))?,
            options: bids(&fields.at("options"))?,
        })
    }

    pub(super) fn form(&self) -> Node {
        let Self {
            actor,
            bid,
            options,
        } = self;
        object([
            ("actor", Node::of_text(actor.as_str())),
            ("bid", bid.form()),
            ("options", list(options, WebBid::form)),
        ])
    }
}
