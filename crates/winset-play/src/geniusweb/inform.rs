//! What a party is told.

use winset_model::document::Node;

use super::fault::{MessageFault, Wrong};
use super::party::WebParty;
use super::place::{Place, read_message};
use super::written::{line, list, natural, object, of_class};
use super::{PartyBid, ValuedVotes, WebAction, WebBid, WebSettings, WebVotes};

/// What a party is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inform {
    /// Who it is, what it wants, and by which rules it talks.
    Settings(WebSettings),
    /// It is its turn.
    YourTurn,
    /// Somebody, maybe itself, did something.
    ActionDone(Box<WebAction>),
    /// The talks are over: what each party agreed, nothing without a deal.
    Finished(Vec<PartyAgreement>),
    /// It may vote on offers.
    Voting(VotingRound),
    /// It may vote for more, after all have voted.
    OptIn(Vec<WebVotes>),
    /// The same for votes with values.
    OptInWithValue(Vec<ValuedVotes>),
}

/// What a party agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyAgreement {
    /// Who.
    pub party: WebParty,
    /// What.
    pub bid: WebBid,
}

/// What there is to vote on, and how much each vote weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VotingRound {
    /// The offers, in order.
    pub offers: Vec<PartyBid>,
    /// The power of each party, in order.
    pub powers: Vec<PartyPower>,
}

/// How much a party's vote weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyPower {
    /// Whose.
    pub party: WebParty,
    /// How much.
    pub power: u64,
}

/// All classes, in the order of the variants.
const CLASSES: [&str; 7] = [
    "Settings",
    "YourTurn",
    "ActionDone",
    "Finished",
    "Voting",
    "OptIn",
    "OptInWithValue",
];

impl Inform {
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

    fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let (class, inner) = place.class(&CLASSES)?;
        Ok(match class {
            "Settings" => Self::Settings(WebSettings::read(&inner)?),
            "YourTurn" => {
                inner.fields(&[], &[])?;
                Self::YourTurn
            }
            "ActionDone" => {
                let action = inner.fields(&["action"], &[])?.at("action");
                Self::ActionDone(Box::new(WebAction::read(&action)?))
            }
            "Finished" => {
                let agreements = inner.fields(&["agreements"], &[])?.at("agreements");
                Self::Finished(agreed(&agreements)?)
            }
            "Voting" => Self::Voting(VotingRound::read(&inner)?),
            "OptIn" => Self::OptIn(votes(&inner)?.members("a list of votes", |member| {
                WebVotes::read(&member.of_class("Votes")?)
            })?),
            _ => Self::OptInWithValue(votes(&inner)?.members("a list of votes", |member| {
                ValuedVotes::read(&member.of_class("VotesWithValue")?)
            })?),
        })
    }

    fn form(&self) -> Node {
        let (class, inner) = match self {
            Self::Settings(settings) => (0, settings.form()),
            Self::YourTurn => (1, object([])),
            Self::ActionDone(action) => (2, object([("action", action.form())])),
            Self::Finished(agreements) => {
                let agreements = agreements.iter();
                let agreements = agreements.map(|one| (one.party.as_str(), one.bid.form()));
                (3, object([("agreements", object(agreements))]))
            }
            Self::Voting(round) => (4, round.form()),
            Self::OptIn(votes) => {
                let votes = list(votes, |votes| of_class("Votes", votes.form()));
                (5, object([("votes", votes)]))
            }
            Self::OptInWithValue(votes) => {
                let votes = list(votes, |votes| of_class("VotesWithValue", votes.form()));
                (6, object([("votes", votes)]))
            }
        };
        of_class(CLASSES[class], inner)
    }
}

/// The votes of an object that holds nothing else.
fn votes<'n>(place: &Place<'n>) -> Result<Place<'n>, Wrong> {
    Ok(place.fields(&["votes"], &[])?.at("votes"))
}

fn agreed(place: &Place<'_>) -> Result<Vec<PartyAgreement>, Wrong> {
    let entries = place.entries("an object of parties and what they agreed")?;
    let agreements = entries.into_iter().map(|(party, bid)| {
        Ok(PartyAgreement {
            party: place.party_of(party)?,
            bid: WebBid::read(&bid)?,
        })
    });
    agreements.collect()
}

impl VotingRound {
    fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["offers", "powers"], &[])?;
        let offers = fields.at("offers").members("a list of offers", |member| {
            PartyBid::read(&member.of_class("Offer")?)
        })?;
        let at = fields.at("powers");
        let powers = at.entries("an object of parties and their power")?;
        let powers: Result<Vec<PartyPower>, Wrong> = powers
            .into_iter()
            .map(|(party, power)| {
                Ok(PartyPower {
                    party: at.party_of(party)?,
                    power: power.natural("a power")?,
                })
            })
            .collect();
        Ok(Self {
            offers,
            powers: powers?,
        })
    }

    fn form(&self) -> Node {
        let Self { offers, powers } = self;
        let powers = powers.iter();
        let powers = powers.map(|one| (one.party.as_str(), natural(one.power)));
        object([
            (
                "offers",
                list(offers, |offer| of_class("Offer", offer.form())),
            ),
            ("powers", object(powers)),
        ])
    }
}
