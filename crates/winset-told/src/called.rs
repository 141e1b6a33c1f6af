//! What things are called where people read: a label first, and the code that files and flags know it
//! by, if it says more than the label, small behind.
//!
//! Lists and tables show a [`Called`]: pages set its code small, text puts it in parentheses. Sentences
//! take labels alone.

use std::fmt::{Display, Formatter, Result};

use winset_check::ClashMember;
use winset_model::case::{Bloc, Case, DemandId, Lever, Point};
use winset_model::number::{Exact, to_words};
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};

use crate::demand;
use crate::member::{owner, points};
use crate::names::{Names, grouped, one_line, with_article};

/// Neighbouring numbers from which on a run of them is written by its ends.
const RUN_MIN: usize = 5;

/// Something that people read of, with the code by which it can be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// The label, title or words.
    pub label: String,
    /// The identifier; none where the label is as good.
    pub code: Option<String>,
}

impl Called {
    fn new(label: String, code: &str) -> Self {
        let code = (label != code).then(|| code.to_owned());
        Self { label, code }
    }
}

impl Display for Called {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.code {
            None => f.write_str(&self.label),
            Some(code) => write!(f, "{} ({code})", self.label),
        }
    }
}

/// What each of some things is called, as text.
pub fn texts(called: &[Called]) -> Vec<String> {
    called.iter().map(ToString::to_string).collect()
}

/// An option: its label with its identifier; a number only once.
pub fn option(point: &Point, option: OptionId) -> Called {
    let option = &point.options[option.index()];
    let label = one_line(&option.label);
    if label.is_empty() {
        return Called::new(option.id.clone(), &option.id);
    }
    if option.number.is_some() {
        return Called { label, code: None };
    }
    Called::new(label, &option.id)
}

/// The options of a set; runs of neighbouring numbers by their ends.
pub fn options(point: &Point, set: &OptionSet) -> Vec<Called> {
    let chosen: Vec<OptionId> = set.iter().collect();
    let number = |o: &OptionId| {
        let option = point.options.get(o.index());
        option.is_some_and(|option| option.number.is_some())
    };
    let mut called = Vec::with_capacity(chosen.len());
    let mut rest = chosen.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let after = rest.windows(2).take_while(|pair| {
            pair[1].index() == pair[0].index() + 1 && number(&pair[0]) && number(&pair[1])
        });
        let run = after.count() + 1;
        if run >= RUN_MIN {
            let number = point.options[first.index()].number;
            let from = number.map_or_else(String::new, |number| to_words(&number));
            let label = format!("{from} to {}", option(point, rest[run - 1]).label);
            called.push(Called { label, code: None });
            rest = &rest[run..];
        } else {
            called.push(option(point, *first));
            rest = &rest[1..];
        }
    }
    called
}

/// A point: its title with its identifier.
pub fn point(point: &Point) -> Called {
    let title = one_line(&point.title);
    let label = if title.is_empty() {
        point.id.clone()
    } else {
        title
    };
    Called::new(label, &point.id)
}

/// A bloc of a body: its label with its identifier.
pub fn bloc(bloc: &Bloc) -> Called {
    let label = one_line(&bloc.label);
    let label = if label.is_empty() {
        bloc.id.clone()
    } else {
        label
    };
    Called::new(label, &bloc.id)
}

/// A member of a clash or a law, in a few words: whose it is and what it is about.
pub fn member(case: &Case, member: ClashMember) -> Called {
    let names = Names::new(case);
    let owner = owner(case, member);
    let on = about(&names, &points(case, member));
    let label = match member {
        ClashMember::Floor(party) => {
            let label = format!("what {} has without a deal", names.party(party));
            return Called { label, code: None };
        }
        ClashMember::Demand(DemandId::Vote(body, rule)) => {
            let body = &case.bodies[body];
            let need = grouped(body.rules[rule].need);
            let name = with_article(&one_line(&body.name));
            format!("{need} of {} seats of {name}", grouped(body.seats))
        }
        ClashMember::Demand(demand) if case.is_law(demand) => match owner {
            Some(party) => format!("law of {} on {on}", names.party(party)),
            None => format!("law on {on}"),
        },
        ClashMember::Demand(DemandId::Line(_)) => {
            format!("{} on {on}", owner.map_or("", |party| names.party(party)))
        }
        ClashMember::Demand(DemandId::Link(_)) => match owner {
            Some(party) => format!("{}’s condition on {on}", names.party(party)),
            None => format!("condition on {on}"),
        },
    };
    Called::new(label, &demand::name(case, member))
}

/// What a member is about, where its owner is said already.
pub fn topic(case: &Case, member: ClashMember) -> String {
    let plain = |point: &PointId| self::point(&case.points[point.index()]).label;
    match member {
        ClashMember::Floor(_) => "no deal".to_owned(),
        ClashMember::Demand(DemandId::Vote(body, _)) => one_line(&case.bodies[body].name),
        ClashMember::Demand(_) => {
            let titles: Vec<String> = points(case, member).iter().map(plain).collect();
            titles.join(" + ")
        }
    }
}

/// A demand or law, as a member is called.
pub fn demand(case: &Case, asked: DemandId) -> Called {
    member(case, ClashMember::Demand(asked))
}

/// Points in a row.
pub(crate) fn about(names: &Names, points: &[PointId]) -> String {
    let title = |point: &PointId| {
        let title = names.point(*point);
        // In a row of titles an “and” of its own would be taken for the last of the row.
        if points.len() > 1 && title.contains(" and ") && !title.starts_with('“') {
            format!("“{title}”")
        } else {
            title.to_owned()
        }
    };
    crate::listed(&points.iter().map(title).collect::<Vec<_>>(), "and")
}

/// A lever: who does something to whom, and which way.
pub fn lever(case: &Case, lever: &Lever) -> Called {
    let names = Names::new(case);
    let [by, target] = [lever.by, lever.target].map(|party: PartyId| names.party(party));
    let does = if lever.no_deal_delta < Exact::from_integer(0) {
        "lowers"
    } else {
        "raises"
    };
    Called::new(
        format!("{by} {does} what {target} has without a deal"),
        &lever.id,
    )
}

#[cfg(test)]
mod tests {
    use winset_model::document::Syntax;

    use super::*;

    fn case() -> Case {
        let bytes = include_bytes!("../../../cases/sella-basin.yaml");
        winset_model::read_case(bytes, Syntax::Yaml).unwrap().case
    }

    fn check(id: &str, expected: &str) {
        let case = case();
        let named = case.demand_named(id).unwrap();
        assert_eq!(demand(&case, named).to_string(), expected);
    }

    #[test]
    fn labels_stand_first_and_codes_behind() {
        let case = case();
        let set: OptionSet = [0, 3].map(OptionId::at).into_iter().collect();
        assert_eq!(
            texts(&options(&case.points[0], &set)),
            [
                "Full return to the pre-war border (t1)",
                "Lethia leaves the rest of the Basin (t4)",
            ]
        );
        assert_eq!(
            point(&case.points[12]).to_string(),
            "Frozen assets of Orvane (assets)"
        );
        let first = lever(&case, &case.levers[0]).to_string();
        assert_eq!(
            first,
            "Meridia lowers what Orvane has without a deal (MER-price-cap)"
        );
    }

    #[test]
    fn demands_say_whose_they_are_and_on_what() {
        check(
            "ORV-territory",
            "Orvane on “Sella Basin: status and control” (ORV-territory)",
        );
        check(
            "LET-law-vote-needs-pause",
            "law of Lethia on Sequence of the ceasefire and How Lethia approves the plan \
             (LET-law-vote-needs-pause)",
        );
        check(
            "CMP-relief-needs-ceasefire",
            "the Coastal Compact’s condition on Sequence of the ceasefire and Sanctions \
             (CMP-relief-needs-ceasefire)",
        );
        check(
            "assembly-majority",
            "151 of 300 seats of the Assembly of Lethia (assembly-majority)",
        );
        let case = case();
        let floor = ClashMember::Floor(case.party_named("compact").unwrap());
        assert_eq!(
            member(&case, floor).to_string(),
            "what the Coastal Compact has without a deal"
        );
    }

    #[test]
    fn runs_of_numbers_by_their_ends_and_numbers_once() {
        let text = "
format: winset-case/1
id: price
title: Price
parties: [{id: a, name: A}, {id: b, name: B}]
points:
  - {id: fee, title: Fee, range: {from: 1, to: 9, step: 1, unit: coins}}
  - {id: when, title: When, options: [{id: now, label: now}, {id: n2, label: Later}]}
";
        let case = winset_model::read_case(text.as_bytes(), Syntax::Yaml)
            .unwrap()
            .case;
        let set: OptionSet = [0, 2, 3, 4, 5, 6, 8]
            .map(OptionId::at)
            .into_iter()
            .collect();
        assert_eq!(
            texts(&options(&case.points[0], &set)),
            ["1 coins", "3 to 7 coins", "9 coins"]
        );
        let every = OptionSet::first(2);
        let names = texts(&options(&case.points[1], &every));
        assert_eq!(names, ["now", "Later (n2)"]);
    }
}
