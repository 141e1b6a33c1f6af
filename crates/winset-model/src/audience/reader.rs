//! Who reads.

use crate::case::{Case, Visibility};

/// Who reads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Whoever holds the file and asks for nobody else: all of it.
    Holder,
    /// The mediator, who sees the file but for what parties suppose of each other.
    Mediator,
    /// A party, by its identifier.
    Party(String),
    /// Everybody.
    Public,
}

impl Audience {
    /// The audience of this name: `mediator`, `public`, or the identifier of a party of the case.
    /// A party that is itself called `mediator` or `public` is named `party:mediator`.
    pub fn named(case: &Case, name: &str) -> Option<Self> {
        match name {
            "mediator" => Some(Self::Mediator),
            "public" => Some(Self::Public),
            _ => {
                let id = name.strip_prefix("party:").unwrap_or(name);
                let party = case.party_named(id)?;
                Some(Self::Party(case.parties[party.index()].id.clone()))
            }
        }
    }

    /// The name under which [`Audience::named`] finds it. Whoever holds the file has none of their own,
    /// and is called as the mediator.
    pub fn name(&self) -> String {
        match self {
            Self::Holder | Self::Mediator => "mediator".to_owned(),
            Self::Public => "public".to_owned(),
            Self::Party(id) if id == "mediator" || id == "public" => format!("party:{id}"),
            Self::Party(id) => id.clone(),
        }
    }

    /// Whether it is the mediator, or whoever holds the file.
    pub fn is_mediator(&self) -> bool {
        matches!(self, Self::Holder | Self::Mediator)
    }

    /// Whether it may see an entry of an owner.
    pub fn sees(&self, owner: Option<&str>, seen: Visibility) -> bool {
        match self {
            Self::Holder | Self::Mediator => true,
            Self::Public => seen == Visibility::Public,
            Self::Party(id) => seen == Visibility::Public || owner == Some(id.as_str()),
        }
    }
}
