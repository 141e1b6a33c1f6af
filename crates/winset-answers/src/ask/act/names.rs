//! Names and values in an act, looked up in what its writer sees.

use winset_journal::{Author, Clause, Deed, IssuedDraft, Place, Reply, SeenCase};
use winset_model::audience::Audience;
use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_model::file::read::is_identifier;
use winset_model::offer::OfferKind;
use winset_text::Text;

use super::problem::{ActFault, ActNameKind, ActPart, ActProblem};

/// The name of the text that is not issued yet, which no version may have.
const WORKING: &str = "working";

/// Looks names up, and keeps what is wrong.
pub(super) struct Lookup<'a> {
    case: &'a Case,
    text: Text<'a>,
    pub(super) problems: Vec<ActProblem>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(seen: &'a SeenCase) -> Self {
        Self {
            case: &seen.case,
            text: Text::new(&seen.case, &seen.entries),
            problems: Vec::new(),
        }
    }

    fn wrong(&mut self, part: ActPart, value: &str, fault: ActFault) {
        let value = value.to_owned();
        self.problems.push(ActProblem { part, value, fault });
    }

    /// Whether a name is one of those that are known.
    fn known<'n>(
        &mut self,
        part: ActPart,
        value: &str,
        kind: ActNameKind,
        known: impl IntoIterator<Item = &'n str>,
    ) -> bool {
        let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
        let there = known.iter().any(|name| name == value);
        if !there {
            self.wrong(part, value, ActFault::Unknown { kind, known });
        }
        there
    }

    /// Whoever acts is there, and the writer may write for them.
    pub(super) fn author(&mut self, by: &Author, writer: &Audience) {
        let may = match (writer, by) {
            (Audience::Holder | Audience::Mediator, _) => true,
            (Audience::Party(own), Author::Party(id)) => own == id,
            (Audience::Party(_), Author::Mediator) | (Audience::Public, _) => false,
        };
        let Author::Party(id) = by else {
            if !may {
                self.wrong(ActPart::Author, "mediator", ActFault::NotForThem);
            }
            return;
        };
        let parties = self.case.parties.iter().map(|party| party.id.as_str());
        if self.known(ActPart::Author, id, ActNameKind::Party, parties) && !may {
            self.wrong(ActPart::Author, id, ActFault::NotForThem);
        }
    }

    /// What is done names what is there.
    pub(super) fn deed(&mut self, by: &Author, deed: &Deed) {
        match deed {
            Deed::Offer {
                date,
                kind,
                says,
                note: _,
            } => {
                if by.party().is_none() {
                    self.wrong(ActPart::Author, "mediator", ActFault::MediatorOffers);
                }
                self.says(*kind, says);
                self.day(date.as_deref());
            }
            Deed::Draft(draft) => self.draft(by, draft),
            Deed::Answer {
                version,
                clause,
                reply,
                words,
            } => {
                if by.party().is_none() {
                    self.wrong(ActPart::Author, "mediator", ActFault::MediatorAnswers);
                }
                self.answered(version, clause);
                let condition = words.as_deref().unwrap_or_default();
                if *reply == Reply::AcceptIf && condition.trim().is_empty() {
                    self.wrong(ActPart::Words, "", ActFault::NoCondition);
                }
            }
            Deed::Wording {
                clause,
                option,
                text,
            } => {
                let there = self.clause(clause);
                self.option(clause, option.as_deref());
                let takes_back = there && text.is_none();
                if takes_back && self.text.wording(by, clause).is_none() {
                    let who = by.party().unwrap_or("mediator");
                    self.wrong(ActPart::Text, who, ActFault::NothingToTakeBack);
                }
            }
            Deed::Clause {
                id,
                place,
                title,
                text,
            } => {
                self.free_clause(id, text.is_none());
                self.place(place);
                if text.is_some() && title.trim().is_empty() {
                    self.wrong(ActPart::Title, title, ActFault::NoTitle);
                }
            }
            // What they name is looked up where they are tried out.
            Deed::Amend { .. } | Deed::Withdraw { .. } => {}
        }
    }

    fn day(&mut self, date: Option<&str>) {
        if let Some(date) = date.filter(|date| Day::read(date).is_none()) {
            self.wrong(ActPart::Date, date, ActFault::NoDay);
        }
    }

    /// Points once each, on one of their options; in a package every point.
    fn says(&mut self, kind: OfferKind, says: &[(String, String)]) {
        let case = self.case;
        for (place, (name, option)) in says.iter().enumerate() {
            let points = case.points.iter().map(|point| point.id.as_str());
            let part = ActPart::Point(name.clone());
            if says[..place].iter().any(|(before, _)| before == name) {
                self.wrong(part, name, ActFault::Twice);
            } else if self.known(part, name, ActNameKind::Point, points) {
                self.option_on(name, option);
            }
        }
        let points = case.points.iter();
        let open = points.filter(|point| says.iter().all(|(name, _)| *name != point.id));
        let open: Vec<String> = open.map(|point| point.title.clone()).collect();
        if says.is_empty() {
            self.wrong(ActPart::Package, "", ActFault::SaysNothing);
        } else if kind == OfferKind::Package && !open.is_empty() {
            let all = case.points.len();
            self.wrong(ActPart::Package, "", ActFault::NotChosen { open, all });
        }
    }

    fn option_on(&mut self, point: &str, option: &str) {
        let part = ActPart::OptionOn(point.to_owned());
        let kind = ActNameKind::OptionOf(point.to_owned());
        let options = self.case.point_named(point);
        let options = options.map(|point| &self.case.points[point.index()].options);
        let ids = options.into_iter().flatten().map(|o| o.id.as_str());
        self.known(part, option, kind, ids);
    }

    fn draft(&mut self, by: &Author, draft: &IssuedDraft) {
        if let Author::Party(id) = by {
            self.wrong(ActPart::Author, id, ActFault::MediatorIssues);
        }
        let name = draft.version.as_str();
        let taken = name == WORKING || self.text.version(name).is_some();
        if taken {
            self.wrong(ActPart::Version, name, ActFault::VersionTaken);
        } else if !is_identifier(name) {
            self.wrong(ActPart::Version, name, ActFault::NoVersionName);
        }
        self.day(draft.date.as_deref());
    }

    /// The version is there, and the clause in it; of a version that is not there, in the working
    /// text.
    fn answered(&mut self, version: &str, clause: &str) {
        let issued = self.text.versions();
        let names: Vec<String> = issued.iter().map(|v| v.name.clone()).collect();
        let names = names.iter().map(String::as_str);
        if !self.known(ActPart::Version, version, ActNameKind::Version, names) {
            self.clause(clause);
            return;
        }
        let clauses = self.text.version(version).map(|v| ids(&v.clauses));
        let clauses = clauses.unwrap_or_default();
        let clauses = clauses.iter().map(String::as_str);
        self.known(
            ActPart::Clause,
            clause,
            ActNameKind::ClauseOfVersion,
            clauses,
        );
    }

    /// The clause is one of the working text.
    fn clause(&mut self, clause: &str) -> bool {
        let working = ids(&self.text.working().clauses);
        let known = working.iter().map(String::as_str);
        self.known(ActPart::Clause, clause, ActNameKind::Clause, known)
    }

    /// The option is one of the clause's point.
    fn option(&mut self, clause: &str, option: Option<&str>) {
        let Some(option) = option else { return };
        let case = self.case;
        match case.point_named(clause) {
            Some(point) => {
                let options = case.points[point.index()].options.iter();
                let kind = ActNameKind::OptionOf(clause.to_owned());
                let ids = options.map(|option| option.id.as_str());
                self.known(ActPart::Option, option, kind, ids);
            }
            None if self.text.working().clause(clause).is_some() => {
                self.wrong(ActPart::Option, clause, ActFault::CarriesNoOption);
            }
            None => {}
        }
    }

    /// The identifier of a clause without options, which has to be there where it is to be removed.
    fn free_clause(&mut self, id: &str, removed: bool) {
        if self.case.point_named(id).is_some() {
            self.wrong(ActPart::Id, id, ActFault::IsPoint);
        } else if !is_identifier(id) {
            self.wrong(ActPart::Id, id, ActFault::NoIdentifier);
        } else if removed {
            let working = self.text.working().clauses;
            let free = working.iter().filter(|c| c.place != Place::Point);
            let free: Vec<String> = free.map(|c| c.id.clone()).collect();
            let free = free.iter().map(String::as_str);
            self.known(ActPart::Id, id, ActNameKind::FreeClause, free);
        }
    }

    fn place(&mut self, place: &Place) {
        match place {
            Place::Preamble | Place::Annex => {}
            Place::Point => self.wrong(ActPart::Place, "", ActFault::NoPlace),
            Place::After(point) => {
                let points = self.case.points.iter().map(|point| point.id.as_str());
                self.known(ActPart::Place, point, ActNameKind::Point, points);
            }
        }
    }
}

fn ids(clauses: &[Clause]) -> Vec<String> {
    clauses.iter().map(|clause| clause.id.clone()).collect()
}
