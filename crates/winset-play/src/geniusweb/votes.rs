//! Votes on bids, each for a coalition of at least and at most so much power; some with a value.

use winset_model::document::Node;

use super::WebBid;
use super::fault::Wrong;
use super::party::WebParty;
use super::place::Place;
use super::written::{list, natural, object, of_class};

/// What the values that one party places sum to.
pub(super) const VALUE_SUM: u64 = 100;

/// A vote for a bid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebVote {
    /// Whose.
    pub actor: WebParty,
    /// The bid.
    pub bid: WebBid,
    /// The least power that the coalition must have.
    pub min_power: u64,
    /// The most power that it may have, not less.
    pub max_power: u64,
}

/// A vote with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuedVote {
    /// The vote.
    pub vote: WebVote,
    /// Its value.
    pub value: u64,
}

/// The votes of one party, one for a bid, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebVotes {
    actor: WebParty,
    votes: Vec<WebVote>,
}

/// The votes of one party with values that sum to 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuedVotes {
    actor: WebParty,
    votes: Vec<ValuedVote>,
}

/// Why votes are none of one party.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VotesFault {
    /// A vote is another's.
    #[error("a vote of '{found}' stands among those of '{actor}'")]
    OtherActor {
        /// Whose votes they are.
        actor: String,
        /// Whose vote it is.
        found: String,
    },
    /// Two votes are for the same bid.
    #[error("two votes, number {0} and number {1}, are for the same bid")]
    SameBid(usize, usize),
    /// Values do not sum to 100.
    #[error("the values of the votes sum to {0}, not to 100")]
    Sum(u64),
}

impl WebVotes {
    /// The votes of a party.
    ///
    /// # Errors
    /// A vote is another's, or two are for one bid.
    pub fn new(actor: WebParty, votes: Vec<WebVote>) -> Result<Self, VotesFault> {
        of_one(&actor, &votes.iter().collect::<Vec<_>>())?;
        Ok(Self { actor, votes })
    }

    /// Whose.
    pub fn actor(&self) -> &WebParty {
        &self.actor
    }

    /// The votes.
    pub fn votes(&self) -> &[WebVote] {
        &self.votes
    }

    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["actor", "votes"], &[])?;
        let votes = fields.at("votes").members("a list of votes", |member| {
            WebVote::read(&member.of_class("Vote")?)
        })?;
        Self::new(fields.at("actor").party()?, votes)
            .map_err(|fault| place.wrong(fault.to_string(), "votes of one party, one for a bid"))
    }

    pub(super) fn form(&self) -> Node {
        let votes = list(&self.votes, |vote| of_class("Vote", vote.form()));
        object([
            ("actor", Node::of_text(self.actor.as_str())),
            ("votes", votes),
        ])
    }
}

impl ValuedVotes {
    /// The votes of a party.
    ///
    /// # Errors
    /// A vote is another's, two are for one bid, or the values do not sum to 100.
    pub fn new(actor: WebParty, votes: Vec<ValuedVote>) -> Result<Self, VotesFault> {
        of_one(
            &actor,
            &votes.iter().map(|vote| &vote.vote).collect::<Vec<_>>(),
        )?;
        let sum = votes
            .iter()
            .fold(0, |sum: u64, vote| sum.saturating_add(vote.value));
        if sum != VALUE_SUM {
            return Err(VotesFault::Sum(sum));
        }
        Ok(Self { actor, votes })
    }

    /// Whose.
    pub fn actor(&self) -> &WebParty {
        &self.actor
    }

    /// The votes.
    pub fn votes(&self) -> &[ValuedVote] {
        &self.votes
    }

    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let fields = place.fields(&["actor", "votes"], &[])?;
        let votes = fields.at("votes").members("a list of votes", |member| {
            ValuedVote::read(&member.of_class("VoteWithValue")?)
        })?;
        let expected = "votes of one party, one for a bid, with values that sum to exactly 100";
        Self::new(fields.at("actor").party()?, votes)
            .map_err(|fault| place.wrong(fault.to_string(), expected))
    }

    pub(super) fn form(&self) -> Node {
        let votes = list(&self.votes, |vote| of_class("VoteWithValue", vote.form()));
        object([
            ("actor", Node::of_text(self.actor.as_str())),
            ("votes", votes),
        ])
    }
}

fn of_one(actor: &WebParty, votes: &[&WebVote]) -> Result<(), VotesFault> {
    for (number, vote) in votes.iter().enumerate() {
        if vote.actor != *actor {
            return Err(VotesFault::OtherActor {
                actor: actor.as_str().to_owned(),
                found: vote.actor.as_str().to_owned(),
            });
        }
        let mut before = votes[..number].iter();
        if let Some(first) = before.position(|other| other.bid.settles_as(&vote.bid)) {
            return Err(VotesFault::SameBid(first + 1, number + 1));
        }
    }
    Ok(())
}

const VOTE_FIELDS: [&str; 4] = ["actor", "bid", "minPower", "maxPower"];

impl WebVote {
    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        Self::with(place, &[]).map(|(vote, _)| vote)
    }

    /// The vote, and the other fields with it.
    fn with<'n>(
        place: &Place<'n>,
        more: &[&str],
    ) -> Result<(Self, super::place::Fields<'n>), Wrong> {
        let fields = place.fields(&[&VOTE_FIELDS, more].concat(), &[])?;
        let vote = Self {
            actor: fields.at("actor").party()?,
            bid: WebBid::read(&fields.at("bid"))?,
            min_power: fields.at("minPower").natural("a power")?,
            max_power: fields.at("maxPower").natural("a power")?,
        };
        if vote.max_power < vote.min_power {
            let (least, most) = (vote.min_power, vote.max_power);
            let found = format!("maxPower is {most}, below minPower, {least}");
            return Err(place.wrong(found, "a maxPower that is not less than minPower"));
        }
        Ok((vote, fields))
    }

    pub(super) fn form(&self) -> Node {
        object(self.fields())
    }

    fn fields(&self) -> [(&'static str, Node); 4] {
        let Self {
            actor,
            bid,
            min_power,
            max_power,
        } = self;
        [
            ("actor", Node::of_text(actor.as_str())),
            ("bid", bid.form()),
            ("minPower", natural(*min_power)),
            ("maxPower", natural(*max_power)),
        ]
    }
}

impl ValuedVote {
    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let (vote, fields) = WebVote::with(place, &["value"])?;
        let value = fields.at("value").natural("a value")?;
        Ok(Self { vote, value })
    }

    pub(super) fn form(&self) -> Node {
        let value = ("value", natural(self.value));
        object(self.vote.fields().into_iter().chain([value]))
    }
}
