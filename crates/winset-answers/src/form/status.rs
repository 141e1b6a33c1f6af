//! The form of where the talks stand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_solve::{OfferChange, OfferShift, PointStanding, PointStatus, Signal};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, assumed_ids, present};
use super::words::{PointStatusWord, ReasonWord};
use winset_told::status::{clashes_of_points, counts, said_by};

use crate::ask::StatusAnswer;

/// The answer to `winset status`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<StatusForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Where the talks stand.
    pub status: StandingForm,
    /// Why not all clashes were counted; null when they were.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Where the talks stand.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandingForm {
    /// The points, in the order of the case.
    pub points: Vec<PointStatusForm>,
    /// Who must agree: parties.
    pub must_agree: Vec<String>,
    /// How many points are agreed, bracketed and blocked.
    pub counts: PointCountsForm,
    /// What each offer changed against the offer before of the same party.
    pub concessions: Vec<ConcessionForm>,
    /// What offers and statements tell.
    pub signals: Vec<SignalForm>,
}

/// How a point stands.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointStatusForm {
    /// Identifier.
    pub point: String,
    /// In one word.
    pub status: PointStatusWord,
    /// Party to the option that it stands for: the last that it said of the point; parties that have
    /// not spoken of it are left out.
    pub offers: Keyed<String>,
    /// How many of those who must agree say what everybody says who has spoken of the point; null where
    /// nobody has spoken of it, or not all say the same.
    #[serde(deserialize_with = "present")]
    pub said_by: Option<Number>,
    /// The options inside every declared line on the point, laws among them.
    pub inside_lines: Vec<String>,
    /// Number of clashes that touch the point, no-deal values left out.
    pub clashes: Number,
}

/// How many points stand in each way.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointCountsForm {
    /// Agreed.
    pub agreed: Number,
    /// Bracketed.
    pub bracketed: Number,
    /// Blocked.
    pub blocked: Number,
}

/// What an offer changed.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcessionForm {
    /// The offer.
    pub offer: Number,
    /// The offer before of the same party.
    pub after: Number,
    /// Who made both.
    pub by: String,
    /// The points on which they differ.
    pub changes: Vec<OfferChangeForm>,
    /// Party to the change of its score for the whole package, on its own scale; negative for a
    /// loss. Parties without preferences are left out. Sealed.
    pub worth: Keyed<Number>,
}

/// A point that an offer changed.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferChangeForm {
    /// The point.
    pub point: String,
    /// The option of the offer before.
    pub from: String,
    /// The option of the offer.
    pub to: String,
    /// Party to the change of its score for the point, on its own scale. Sealed.
    pub worth: Keyed<Number>,
}

/// What an offer or a statement tells.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SignalForm {
    /// An offer holds an option outside a declared line of its own maker.
    OfferCrossesOwnDeclaredLine {
        /// The offer: the first one that holds the option.
        offer: Number,
        /// Who made it.
        by: String,
        /// The point.
        point: String,
        /// The line.
        line: String,
        /// What the line accepts as declared.
        declared: Vec<String>,
        /// What is offered.
        offered: String,
    },
    /// An offer goes back to an option that is worth more to its maker. Sealed.
    WithdrawnConcession {
        /// The offer.
        offer: Number,
        /// Who made it.
        by: String,
        /// The point.
        point: String,
        /// The option of the offer before.
        from: String,
        /// The option of the offer.
        to: String,
    },
    /// An option was held through at least three offers in a row while another party moved.
    RepeatedDemand {
        /// The first offer of which that is true.
        offer: Number,
        /// Who made it.
        by: String,
        /// The point.
        point: String,
        /// The option held.
        held: String,
        /// The first offer of the row.
        since: Number,
    },
    /// A statement reads as accepting options outside a declared line of its own maker.
    StatementWiderThanLine {
        /// The statement.
        statement: String,
        /// Who made it.
        by: String,
        /// The point.
        point: String,
        /// The line.
        line: String,
        /// What the line accepts as declared.
        declared: Vec<String>,
        /// What the statement reads as accepting.
        reads_as: Vec<String>,
    },
}

impl StatusForm {
    /// The form of where the talks stand.
    pub fn new(case: &Case, answer: &StatusAnswer) -> Self {
        let StatusAnswer {
            status,
            clashes: found,
        } = answer;
        let names = Names(case);
        let clashes = clashes_of_points(case, found);
        let points = status.points.iter().zip(clashes).enumerate();
        let [agreed, bracketed, blocked] = counts(status).map(Number::size);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            status: StandingForm {
                points: points
                    .map(|(p, (of, clashes))| names.point_form(PointId::at(p), of, clashes))
                    .collect(),
                must_agree: case
                    .must_agree()
                    .into_iter()
                    .map(|p| names.party(p))
                    .collect(),
                counts: PointCountsForm {
                    agreed,
                    bracketed,
                    blocked,
                },
                concessions: status.shifts.iter().map(|s| names.concession(s)).collect(),
                signals: status.signals.iter().map(|s| names.signal(s)).collect(),
            },
            stopped: found.stopped.map(ReasonWord::from),
        }
    }
}

/// A case, for its names.
pub(super) struct Names<'a>(pub(super) &'a Case);

impl Names<'_> {
    fn party(&self, party: PartyId) -> String {
        self.0.parties[party.index()].id.clone()
    }

    fn point(&self, point: PointId) -> String {
        self.0.points[point.index()].id.clone()
    }

    fn option(&self, point: PointId, option: OptionId) -> String {
        self.0.points[point.index()].options[option.index()]
            .id
            .clone()
    }

    fn options(&self, point: PointId, set: &OptionSet) -> Vec<String> {
        set.iter().map(|o| self.option(point, o)).collect()
    }

    fn line(&self, line: usize) -> String {
        self.0.lines[line].id.clone()
    }

    fn point_form(&self, point: PointId, of: &PointStatus, clashes: usize) -> PointStatusForm {
        let PointStatus {
            standing,
            allowed,
            offers,
        } = of;
        let offers = offers.iter().enumerate().filter_map(|(party, option)| {
            let option = self.option(point, (*option)?);
            Some((self.party(PartyId::at(party)), option))
        });
        PointStatusForm {
            point: self.point(point),
            status: match standing {
                PointStanding::Agreed(_) => PointStatusWord::Agreed,
                PointStanding::Bracketed => PointStatusWord::Bracketed,
                PointStanding::Blocked => PointStatusWord::Blocked,
            },
            offers: Keyed(offers.collect()),
            said_by: said_by(self.0, of).map(|(by, _)| Number::size(by)),
            inside_lines: self.options(point, allowed),
            clashes: Number::size(clashes),
        }
    }

    fn concession(&self, shift: &OfferShift) -> ConcessionForm {
        let OfferShift {
            seq,
            before,
            by,
            changes,
            worth,
        } = shift;
        ConcessionForm {
            offer: Number::whole(*seq),
            after: Number::whole(*before),
            by: self.party(*by),
            changes: changes.iter().map(|c| self.change(c)).collect(),
            worth: self.worth(worth),
        }
    }

    fn change(&self, change: &OfferChange) -> OfferChangeForm {
        let OfferChange {
            point,
            from,
            to,
            worth,
        } = change;
        OfferChangeForm {
            point: self.point(*point),
            from: self.option(*point, *from),
            to: self.option(*point, *to),
            worth: self.worth(worth),
        }
    }

    fn worth(&self, worth: &[Option<i64>]) -> Keyed<Number> {
        let known = worth.iter().enumerate().filter_map(|(party, worth)| {
            let party = PartyId::at(party);
            let worth = self.0.unscaled(party, (*worth)?);
            Some((self.party(party), Number::of(&worth)))
        });
        Keyed(known.collect())
    }

    pub(super) fn signal(&self, signal: &Signal) -> SignalForm {
        match signal {
            Signal::OfferCrossesOwnDeclaredLine {
                offer,
                by,
                line,
                point,
                declared,
                offered,
            } => SignalForm::OfferCrossesOwnDeclaredLine {
                offer: Number::whole(*offer),
                by: self.party(*by),
                point: self.point(*point),
                line: self.line(*line),
                declared: self.options(*point, declared),
                offered: self.option(*point, *offered),
            },
            Signal::WithdrawnConcession {
                offer,
                by,
                point,
                from,
                to,
            } => SignalForm::WithdrawnConcession {
                offer: Number::whole(*offer),
                by: self.party(*by),
                point: self.point(*point),
                from: self.option(*point, *from),
                to: self.option(*point, *to),
            },
            Signal::RepeatedDemand {
                offer,
                by,
                point,
                held,
                since,
            } => SignalForm::RepeatedDemand {
                offer: Number::whole(*offer),
                by: self.party(*by),
                point: self.point(*point),
                held: self.option(*point, *held),
                since: Number::whole(*since),
            },
            Signal::StatementWiderThanLine {
                statement,
                by,
                line,
                point,
                declared,
                reads_as,
            } => SignalForm::StatementWiderThanLine {
                statement: statement.clone(),
                by: self.party(*by),
                point: self.point(*point),
                line: self.line(*line),
                declared: self.options(*point, declared),
                reads_as: self.options(*point, reads_as),
            },
        }
    }
}
