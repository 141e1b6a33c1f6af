//! One demand or law as a clause of a sentence that has begun.

use std::collections::BTreeMap;

use winset_model::case::{Body, Case, LinkRule};
use winset_model::condition::Condition;
use winset_model::options::{OptionSet, PartyId, PointId};

use super::called;
use super::condition::{as_set, words};
use super::member::{OnPoint, Says};
use super::names::{Names, grouped, listed, one_line, with_article};
use super::sets::{NAMED_MAX, any_of, by_others, every, named, others};
use super::votes::{Lost, lost};

/// A demand or law that is to be told.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// Whose it is.
    pub(super) owner: Option<PartyId>,
    /// Whether it is a law.
    pub(super) law: bool,
    /// What it says.
    pub(super) says: Says,
}

/// How a clause named what is left of the point that it ended on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    /// By all of it.
    All(OptionSet),
    /// By all that is out.
    Out(OptionSet),
    /// Not by a set that could be referred to.
    No,
}

/// What has been said so far.
#[derive(Debug, Clone)]
pub(super) struct Said<'a> {
    pub(super) case: &'a Case,
    pub(super) names: &'a Names,
    /// What is left of each point by what has been said.
    pub(super) left: Vec<OptionSet>,
    /// The points that were mentioned.
    pub(super) mentioned: Vec<bool>,
    /// The point that the last clause ended on.
    pub(super) here: Option<PointId>,
    /// How the last clause named what is left of that point.
    named: Named,
    /// Whose demand the last clause was.
    subject: Option<PartyId>,
    /// For each point what the rules of the clash but for votes leave of it; nothing where they do
    /// not decide.
    pub(super) confined: &'a [OptionSet],
}

impl<'a> Said<'a> {
    /// Nothing yet.
    pub(super) fn nothing(case: &'a Case, names: &'a Names, confined: &'a [OptionSet]) -> Self {
        let points = (0..case.points.len()).map(PointId::at);
        Self {
            case,
            names,
            left: points.map(|p| every(case, p)).collect(),
            mentioned: vec![false; case.points.len()],
            here: None,
            named: Named::No,
            subject: None,
            confined,
        }
    }

    fn left(&self, point: PointId) -> OptionSet {
        self.left[point.index()].clone()
    }

    /// The point, where the clause before did not end on it.
    fn on(&self, point: PointId) -> String {
        if self.here == Some(point) {
            String::new()
        } else {
            format!(" on {}", self.names.point(point))
        }
    }

    /// What of a set is left, where anything is.
    fn live(&self, point: PointId, set: &OptionSet) -> OptionSet {
        let live = set.and(&self.left(point));
        if live.is_empty() { set.clone() } else { live }
    }

    /// Tells a clause, and takes note of what it says.
    pub(super) fn tell(&mut self, clause: &Clause) -> String {
        let who = self.who(clause);
        self.subject = clause.owner.filter(|_| !clause.law);
        match &clause.says {
            Says::Only(point, accept) => self.only(&who, clause.law, *point, accept),
            Says::Needs(when, then) => self.needs(&who, clause.law, when, then),
            Says::Link(place) => {
                self.end_nowhere(&self.case.links[*place].rule.open().conditions());
                self.link(&who, clause.law, self.case.links[*place].rule.open())
            }
            Says::Vote(body, rule) => {
                self.subject = None;
                let told = self.vote(*body, *rule);
                self.end_nowhere(&[&self.case.bodies[*body].rules[*rule].when]);
                told
            }
            Says::Floors(parties) => self.floors(parties),
        }
    }

    /// The subject of a clause.
    fn who(&self, clause: &Clause) -> String {
        match (clause.law, clause.owner) {
            (false, Some(owner)) if self.subject == Some(owner) => "it".to_owned(),
            (false, Some(owner)) => self.names.party(owner).to_owned(),
            (true, Some(owner)) => format!("by law of {},", self.names.party(owner)),
            (_, None) => "by law,".to_owned(),
        }
    }

    fn end_nowhere(&mut self, mentioning: &[&Condition]) {
        for point in mentioning.iter().flat_map(|c| c.points()) {
            self.mentioned[point.index()] = true;
        }
        (self.here, self.named) = (None, Named::No);
    }

    /// Ends a clause on a point of which this is left.
    fn end_on(&mut self, point: PointId, left: &OptionSet, named: Named) {
        self.left[point.index()] = left.clone();
        self.mentioned[point.index()] = true;
        self.here = Some(point);
        self.named = match named {
            Named::All(set) if set != *left => Named::No,
            Named::Out(set) if set != others(self.case, point, left) => Named::No,
            named => named,
        };
    }

    /// Some options of a point, by a word where the clause before named them.
    fn subject(&self, point: PointId, options: &OptionSet) -> String {
        match &self.named {
            _ if self.here != Some(point) => {}
            Named::All(set) if set == options => {
                return match set.len() {
                    1 => "that".to_owned(),
                    2 => "either".to_owned(),
                    _ => "each of these".to_owned(),
                };
            }
            Named::Out(set) if others(self.case, point, set) == *options => {
                return "anything else".to_owned();
            }
            _ => {}
        }
        format!("{}{}", any_of(self.case, point, options), self.on(point))
    }

    /// Only some options of a point.
    fn only(&mut self, who: &str, law: bool, point: PointId, accept: &OptionSet) -> String {
        let (case, title) = (self.case, self.names.point(point));
        let here = self.here == Some(point);
        let refused = others(case, point, accept);
        let on = self.on(point);
        let refuses = by_others(case, point, accept);
        let told = if accept.is_empty() {
            let nothing = if law {
                "nothing is allowed"
            } else {
                "accepts nothing"
            };
            format!("{who} {nothing}{on}")
        } else if law && refuses {
            let out = self.live(point, &refused);
            let is = if out.len() == 1 { "is" } else { "are" };
            format!("{who} {}{on} {is} out", named(case, point, &out, "and"))
        } else if law {
            let any = any_of(case, point, accept);
            if here {
                format!("{who} it can only be {any}")
            } else {
                format!("{who} {title} can only be {any}")
            }
        } else if refuses {
            let each = match refused.len() {
                1 => "",
                2 => "both ",
                _ => "each of ",
            };
            format!(
                "{who} refuses {each}{}{on}",
                named(case, point, &refused, "and")
            )
        } else if here && self.named == Named::Out(accept.clone()) {
            format!("{who} accepts nothing else")
        } else if accept.len() == 1 && !here {
            format!(
                "{who} settles {title} only on {}",
                any_of(case, point, accept)
            )
        } else if *accept == every(case, point) {
            format!("{who} accepts anything{on}")
        } else {
            format!("{who} accepts{on} only {}", any_of(case, point, accept))
        };
        let left = self.left(point).and(accept);
        let named = if refuses {
            Named::Out(refused)
        } else {
            Named::All(accept.clone())
        };
        self.end_on(point, &left, named);
        told
    }

    /// Some options of a point only with some of another.
    fn needs(&mut self, who: &str, law: bool, when: &OnPoint, then: &OnPoint) -> String {
        let OnPoint {
            point,
            options: when,
        } = when.clone();
        let OnPoint {
            point: other,
            options: then,
        } = then.clone();
        let case = self.case;
        let live = self.live(point, &when);
        let subject = self.subject(point, &live);
        let without = others(case, other, &then);
        let backward = self.here == Some(other);
        let on = if backward {
            String::new()
        } else {
            self.on(other)
        };
        // Two options are named rather than what they leave out.
        let by_others = by_others(case, other, &then) && then.len() > 2;
        let needs = match (by_others, law) {
            (false, true) => format!("needs {}{on}", any_of(case, other, &then)),
            (false, false) => format!("only with {}{on}", any_of(case, other, &then)),
            (true, true) => format!("rules out {}{on}", named(case, other, &without, "and")),
            (true, false) => format!("only without {}{on}", named(case, other, &without, "or")),
        };
        let told = if law {
            format!("{who} {subject} {needs}")
        } else {
            format!("{who} agrees to {subject} {needs}")
        };
        self.mentioned[point.index()] = true;
        self.mentioned[other.index()] = true;
        let excluded = self.left(other).is_disjoint(&then);
        if self.left(point).is_subset(&when) && !excluded {
            let left = self.left(other).and(&then);
            let named = if by_others {
                Named::Out(without)
            } else {
                Named::All(then)
            };
            self.end_on(other, &left, named);
        } else if excluded {
            let left = self.left(point).without(&when);
            self.end_on(point, &left, Named::No);
        } else {
            self.end_on(other, &self.left(other), Named::No);
        }
        told
    }

    /// A link of any form.
    fn link(&self, who: &str, law: bool, rule: &LinkRule) -> String {
        let words = |c: &Condition| words(self.case, self.names, c, NAMED_MAX);
        let part = |c: &Condition| match c.terms() {
            [_] => words(c),
            _ => format!("({})", words(c)),
        };
        match (rule, law) {
            (LinkRule::IfThen { when, then }, true) => {
                format!("{who} {} needs {}", part(when), part(then))
            }
            (LinkRule::IfThen { when, then }, false) => {
                format!("{who} agrees to {} only with {}", part(when), part(then))
            }
            (LinkRule::Require(condition), true) => {
                format!("{who} a package must have {}", words(condition))
            }
            (LinkRule::Require(condition), false) => {
                format!("{who} asks for {}", words(condition))
            }
            (LinkRule::Exclude(members), _) => {
                let members: Vec<String> =
                    members.iter().map(|m| format!("({})", words(m))).collect();
                let verb = if law { "there is" } else { "allows" };
                format!("{who} {verb} at most one of {}", listed(&members, "and"))
            }
        }
    }

    /// A vote rule, and the blocs that are lost to it.
    fn vote(&self, body: usize, rule: usize) -> String {
        let body = &self.case.bodies[body];
        let rule = &body.rules[rule];
        let name = with_article(&one_line(&body.name));
        let party = self.names.party(body.party);
        let of = if name.contains(party) {
            name
        } else {
            format!("{name}, for {party},")
        };
        let need = format!(
            "{of} needs {} of {} seats",
            grouped(rule.need),
            grouped(body.seats)
        );
        let when = match as_set(self.case, &rule.when) {
            _ if rule.when == Condition::always() => " for any package".to_owned(),
            Some((point, set)) => {
                let live = self.live(point, &set);
                format!(" for {}", self.subject(point, &live))
            }
            None => format!(
                " for {}",
                words(self.case, self.names, &rule.when, NAMED_MAX)
            ),
        };
        let Some(lost) = lost(body, rule, self.confined) else {
            return format!("{need}{when}");
        };
        let has = match lost.left {
            0 => "has none".to_owned(),
            some => format!("has at most {}", grouped(some)),
        };
        format!("{need}{when}, and {has}: {}", self.over(body, &lost))
    }

    /// Which blocs are lost over which points: each over the first that loses it.
    fn over(&self, body: &Body, lost: &Lost) -> String {
        let mut by_point: BTreeMap<PointId, Vec<String>> = BTreeMap::new();
        for (bloc, points) in &lost.blocs {
            let first = points.iter().take(1);
            first.for_each(|point| {
                by_point
                    .entry(*point)
                    .or_default()
                    .push(called::bloc(&body.blocs[*bloc]).label);
            });
        }
        let mut told = Vec::new();
        for (place, (point, blocs)) in by_point.iter().enumerate() {
            let are = match (place, blocs.len()) {
                (0, 1) => " is lost",
                (0, _) => " are lost",
                _ => "",
            };
            let names = listed(blocs, "and");
            told.push(format!("{names}{are} over {}", self.names.point(*point)));
        }
        told.join(", ")
    }

    /// That parties get their no-deal values.
    fn floors(&mut self, parties: &[PartyId]) -> String {
        (self.here, self.named) = (None, Named::No);
        let names: Vec<String> = parties
            .iter()
            .map(|p| self.names.party(*p).to_owned())
            .collect();
        match names.as_slice() {
            [one] => format!("{one} needs at least what it has without a deal"),
            many => format!(
                "{} each need at least what they have without a deal",
                listed(many, "and")
            ),
        }
    }
}
