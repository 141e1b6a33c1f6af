//! What a party says.

use winset_model::document::Node;

use super::fault::{MessageFault, Wrong};
use super::party::WebParty;
use super::place::{Place, read_message};
use super::written::{line, object, of_class};
use super::{AskedComparison, BidComparison, ValuedVote, ValuedVotes, WebBid, WebVote, WebVotes};

/// A party and a bid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyBid {
    /// Who.
    pub actor: WebParty,
    /// The bid.
    pub bid: WebBid,
}

/// What a party says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WebAction {
    /// It offers a bid.
    Offer(PartyBid),
    /// It accepts a bid.
    Accept(PartyBid),
    /// It breaks off.
    EndNegotiation(WebParty),
    /// It has learned what it wanted to.
    LearningDone(WebParty),
    /// It votes for a bid.
    Vote(WebVote),
    /// It votes for bids.
    Votes(WebVotes),
    /// It votes for a bid with a value.
    VoteWithValue(ValuedVote),
    /// It votes for bids with values that sum to 100.
    VotesWithValue(ValuedVotes),
    /// It says which bids are better and which are worse.
    Comparison(BidComparison),
    /// It asks for that.
    ElicitComparison(AskedComparison),
}

/// All classes, in the order of the variants.
const CLASSES: [&str; 10] = [
    "Offer",
    "Accept",
    "EndNegotiation",
    "LearningDone",
    "Vote",
    "Votes",
    "VoteWithValue",
    "VotesWithValue",
    "Comparison",
    "ElicitComparison",
];

impl WebAction {
    /// Reads a line.
    ///
    /// # Errors
    /// What is wrong first, and where.
    pub fn parse(line: &str) -> Result<Self, MessageFault> {
        read_message(line, Self::read)
    }

    /// The line, without a line feed.
    pub fn line(&self) -> String {
        line(&self.form())
    }

    /// The name of its class.
    pub fn class(&self) -> &'static str {
        CLASSES[match self {
            Self::Offer(_) => 0,
            Self::Accept(_) => 1,
            Self::EndNegotiation(_) => 2,
            Self::LearningDone(_) => 3,
            Self::Vote(_) => 4,
            Self::Votes(_) => 5,
            Self::VoteWithValue(_) => 6,
            Self::VotesWithValue(_) => 7,
            Self::Comparison(_) => 8,
            Self::ElicitComparison(_) => 9,
        }]
    }

    /// Who says it.
    pub fn actor(&self) -> &WebParty {
        match self {
            Self::Offer(said) | Self::Accept(said) => &said.actor,
            Self::EndNegotiation(actor) | Self::LearningDone(actor) => actor,
            Self::Vote(vote) => &vote.actor,
            Self::Votes(votes) => votes.actor(),
            Self::VoteWithValue(vote) => &vote.vote.actor,
            Self::VotesWithValue(votes) => votes.actor(),
            Self::Comparison(said) => &said.actor,
            Self::ElicitComparison(asked) => &asked.actor,
        }
    }

    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let (class, inner) = place.class(&CLASSES)?;
        Ok(match class {
            "Offer" => Self::Offer(PartyBid::read(&inner)?),
            "Accept" => Self::Accept(PartyBid::read(&inner)?),
            "EndNegotiation" => Self::EndNegotiation(actor(&inner)?),
            "LearningDone" => Self::LearningDone(actor(&inner)?),
            "Vote" => Self::Vote(WebVote::read(&inner)?),
            "Votes" => Self::Votes(WebVotes::read(&inner)?),
            "VoteWithValue" => Self::VoteWithValue(ValuedVote::read(&inner)?),
            "VotesWithValue" => Self::VotesWithValue(ValuedVotes::read(&inner)?),
            "Comparison" => Self::Comparison(BidComparison::read(&inner)?),
            _ => Self::ElicitComparison(AskedComparison::read(&inner)?),
        })
    }

    pub(super) fn form(&self) -> Node {
        let inner = match self {
            Self::Offer(said) | Self::Accept(said) => said.form(),
            Self::EndNegotiation(actor) | Self::LearningDone(actor) => {
                object([("actor", Node::of_text(actor.as_str()))])
            }
            Self::Vote(vote) => vote.form(),
            Self::Votes(votes) => votes.form(),
            Self::VoteWithValue(vote) => vote.form(),
            Self::VotesWithValue(votes) => votes.form(),
            Self::Comparison(said) => said.form(),
            Self::ElicitComparison(asked) => asked.form(),
        };
        of_class(self.class(), inner)
    }
}

/// The actor of what says nothing else.
fn actor(place: &Place<'_>) -> Result<WebParty, Wrong> {
    place.fields(&["actor"], &[])?.at("actor").party()
}

impl PartyBid {
    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["actor", "bid"], &[])?;
        Ok(Self {
            actor: fields.at("actor").party()?,
            bid: WebBid::read(&fields.at("bid"))?,
        })
    }

    pub(super) fn form(&self) -> Node {
        let Self { actor, bid } = self;
        object([
            ("actor", Node::of_text(actor.as_str())),
            ("bid", bid.form()),
        ])
    }
}
