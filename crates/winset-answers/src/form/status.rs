//! The form of where the talks stand.

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_solve::{OfferChange, OfferShift, PointStanding, PointStatus, Signal};

use super::name::{FormatWord, NameOf};
use super::values::{Keyed, Number, Reason};
use winset_told::status::{clashes_of_points, counts};

use crate::ask::StatusAnswer;

/// The answer to `winset status`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatusForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<StatusForm>,
    /// Identifier of the case.
    case: String,
    /// Where the talks stand.
    status: Whole,
    /// Why not all clashes were counted; null when they were.
    stopped: Option<Reason>,
}

/// Where the talks stand.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Whole {
    /// The points, in the order of the case.
    points: Vec<PointForm>,
    /// How many points are agreed, bracketed and blocked.
    counts: Counts,
    /// What each offer changed against the offer before of the same party.
    concessions: Vec<ConcessionForm>,
    /// What offers and statements tell.
    signals: Vec<SignalForm>,
}

/// How a point stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PointForm {
    /// Identifier.
    point: String,
    /// In one word.
    #[schemars(extend("enum" = ["agreed", "bracketed", "blocked"]))]
    status: &'static str,
    /// Party to the option of its latest offer; parties without an offer are left out.
    offers: Keyed<String>,
    /// The options inside every declared line on the point, laws among them.
    inside_lines: Vec<String>,
    /// Number of clashes that touch the point, no-deal values left out.
    clashes: Number,
}

/// How many points stand in each way.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Counts {
    /// Agreed.
    agreed: Number,
    /// Bracketed.
    bracketed: Number,
    /// Blocked.
    blocked: Number,
}

/// What an offer changed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ConcessionForm {
    /// The offer.
    offer: Number,
    /// The offer before of the same party.
    after: Number,
    /// Who made both.
    by: String,
    /// The points on which they differ.
    changes: Vec<ChangeForm>,
    /// Party to the change of its score for the whole package, on its own scale; negative for a
    /// loss. Parties without preferences are left out. Sealed.
    worth: Keyed<Number>,
}

/// A point that an offer changed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ChangeForm {
    /// The point.
    point: String,
    /// The option of the offer before.
    from: String,
    /// The option of the offer.
    to: String,
    /// Party to the change of its score for the point, on its own scale. Sealed.
    worth: Keyed<Number>,
}

/// What an offer or a statement tells.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum SignalForm {
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
            status: Whole {
                points: points
                    .map(|(p, (of, clashes))| names.point_form(PointId::at(p), of, clashes))
                    .collect(),
                counts: Counts {
                    agreed,
                    bracketed,
                    blocked,
                },
                concessions: status.shifts.iter().map(|s| names.concession(s)).collect(),
                signals: status.signals.iter().map(|s| names.signal(s)).collect(),
            },
            stopped: found.stopped.map(Reason::from),
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

    fn point_form(&self, point: PointId, of: &PointStatus, clashes: usize) -> PointForm {
        let PointStatus {
            standing,
            allowed,
            offers,
        } = of;
        let offers = offers.iter().enumerate().filter_map(|(party, option)| {
            let option = self.option(point, (*option)?);
            Some((self.party(PartyId::at(party)), option))
        });
        PointForm {
            point: self.point(point),
            status: match standing {
                PointStanding::Agreed(_) => "agreed",
                PointStanding::Bracketed => "bracketed",
                PointStanding::Blocked => "blocked",
            },
            offers: Keyed(offers.collect()),
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

    fn change(&self, change: &OfferChange) -> ChangeForm {
        let OfferChange {
            point,
            from,
            to,
            worth,
        } = change;
        ChangeForm {
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
