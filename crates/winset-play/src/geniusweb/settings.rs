//! What a party is told at the beginning.

use winset_model::document::Node;

use super::fault::Wrong;
use super::party::WebParty;
use super::place::Place;
use super::written::{natural, object, of_class, without_places};

/// What a party is told at the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebSettings {
    /// Its id.
    pub id: WebParty,
    /// Where its profile is, an address.
    pub profile: String,
    /// The protocol: `SAOP`.
    pub protocol: String,
    /// How long the talks last.
    pub progress: WebProgress,
    /// What else it is told, in order.
    pub parameters: Vec<WebParameter>,
}

/// Something that a party is told under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebParameter {
    /// The name.
    pub name: String,
    /// Any value of JSON; without places where it was read.
    pub value: Node,
}

/// How long talks last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebProgress {
    /// So many milliseconds from a moment, which is given in milliseconds from 1970 in UTC.
    Time {
        /// How many.
        duration: u64,
        /// From when.
        start: u64,
    },
    /// So many rounds.
    Rounds {
        /// How many.
        duration: u64,
        /// The round of the moment, from 0.
        current_round: u64,
        /// When they end at the latest, in milliseconds from 1970 in UTC.
        end_time: Option<u64>,
    },
}

impl WebSettings {
    pub(super) fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let names = ["id", "profile", "protocol", "progress", "parameters"];
        let fields = place.fields(&names, &[])?;
        let parameters = fields.at("parameters").entries("an object of parameters")?;
        let parameters = parameters.into_iter().map(|(name, value)| WebParameter {
            name: name.to_owned(),
            value: without_places(value.node),
        });
        Ok(Self {
            id: fields.at("id").party()?,
            profile: fields.at("profile").text("an address")?.to_owned(),
            protocol: fields.at("protocol").text("a protocol")?.to_owned(),
            progress: WebProgress::read(&fields.at("progress"))?,
            parameters: parameters.collect(),
        })
    }

    pub(super) fn form(&self) -> Node {
        let Self {
            id,
            profile,
            protocol,
            progress,
            parameters,
        } = self;
        let parameters = parameters.iter();
        let parameters = parameters.map(|one| (one.name.as_str(), one.value.clone()));
        object([
            ("id", Node::of_text(id.as_str())),
            ("profile", Node::of_text(profile)),
            ("protocol", Node::of_text(protocol)),
            ("progress", progress.form()),
            ("parameters", object(parameters)),
        ])
    }
}

impl WebProgress {
    fn read(place: &Place<'_>) -> Result<Self, Wrong> {
        let (class, inner) = place.class(&["ProgressTime", "ProgressRounds"])?;
        let number = |place: Place<'_>| place.natural("a time or a count");
        if class == "ProgressTime" {
            let fields = inner.fields(&["duration", "start"], &[])?;
            return Ok(Self::Time {
                duration: number(fields.at("duration"))?,
                start: number(fields.at("start"))?,
            });
        }
        let fields = inner.fields(&["duration", "currentRound"], &["endtime"])?;
        Ok(Self::Rounds {
            duration: number(fields.at("duration"))?,
            current_round: number(fields.at("currentRound"))?,
            end_time: fields.get("endtime").map(number).transpose()?,
        })
    }

    fn form(self) -> Node {
        match self {
            Self::Time { duration, start } => {
                let fields = [("duration", natural(duration)), ("start", natural(start))];
                of_class("ProgressTime", object(fields))
            }
            Self::Rounds {
                duration,
                current_round,
                end_time,
            } => {
                let fields = [
                    ("duration", natural(duration)),
                    ("currentRound", natural(current_round)),
                ];
                let end_time = end_time.map(|at| ("endtime", natural(at)));
                of_class("ProgressRounds", object(fields.into_iter().chain(end_time)))
            }
        }
    }
}
