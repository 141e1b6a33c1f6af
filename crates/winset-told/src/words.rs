//! Numbers, options and conditions in words.

use std::fmt::Display;

pub use crate::{grouped, listed};
use winset_model::case::{Case, Link, LinkRule, Point};
use winset_model::condition::{Condition, Term};
use winset_model::number::{self, Exact};
use winset_model::options::{OptionId, OptionSet};

/// Neighbouring options from which on a run of them is written by its ends.
const RUN_MIN: usize = 5;

/// A number and what it counts: "1 node", "1,200 nodes". The plural takes an s.
pub fn counted(number: impl Display, noun: &str) -> String {
    let number = grouped(number);
    let end = if number == "1" { "" } else { "s" };
    format!("{number} {noun}{end}")
}

/// A text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A score: whole part with commas, exact.
pub fn score(value: &Exact) -> String {
    let text = number::to_words(value);
    match text.split_once(['.', '/']) {
        None => grouped(text),
        Some(_) => text,
    }
}

/// The identifiers of the options of a set; runs of neighbours by their ends.
pub fn options(point: &Point, set: &OptionSet) -> Vec<String> {
    let places: Vec<usize> = set.iter().map(OptionId::index).collect();
    let name = |place: usize| {
        let option = point.options.get(place);
        option.map_or_else(|| place.to_string(), |option| option.id.clone())
    };
    let mut names = Vec::new();
    let mut from = 0;
    while from < places.len() {
        let run = places[from..]
            .windows(2)
            .take_while(|pair| pair[1] == pair[0] + 1)
            .count()
            + 1;
        if run >= RUN_MIN {
            names.push(format!(
                "{} to {}",
                name(places[from]),
                name(places[from + run - 1])
            ));
            from += run;
        } else {
            names.push(name(places[from]));
            from += 1;
        }
    }
    names
}

/// An option in words: "t3: Freeze at the line"; a number only once.
pub fn choice(point: &Point, option: usize) -> String {
    let option = &point.options[option];
    if option.number.is_some() || option.label == option.id {
        option.label.clone()
    } else {
        format!("{}: {}", option.id, option.label)
    }
}

/// What a link asks.
pub fn link(case: &Case, link: &Link) -> String {
    match link.rule.open() {
        LinkRule::IfThen { when, then } => {
            format!(
                "if {}, then {}",
                condition(case, when),
                condition(case, then)
            )
        }
        LinkRule::Require(asked) => format!("always {}", condition(case, asked)),
        LinkRule::Exclude(members) => {
            let members: Vec<String> = members.iter().map(|m| condition(case, m)).collect();
            format!("at most one of: {}", members.join("; "))
        }
    }
}

/// How tightly a part of a condition holds together, the tightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Single,
    And,
    Or,
}

/// A condition, with parentheses where it could be read in two ways.
pub fn condition(case: &Case, condition: &Condition) -> String {
    let mut stack: Vec<(Bond, String)> = Vec::new();
    for term in condition.terms() {
        let part = match term {
            Term::Holds {
                point,
                options: set,
            } => {
                let point = &case.points[point.index()];
                let names = options(point, set);
                let bond = if names.len() > 1 {
                    Bond::Or
                } else {
                    Bond::Single
                };
                (bond, format!("{} is {}", point.id, listed(&names, "or")))
            }
            Term::All { of: 0 } => (Bond::Single, "true".to_owned()),
            Term::Any { of: 0 } => (Bond::Single, "false".to_owned()),
            Term::All { of } => (Bond::And, joined(last(&mut stack, *of), Bond::And, " and ")),
            Term::Any { of } => (
                Bond::Or,
                joined(last(&mut stack, *of), Bond::Single, " or "),
            ),
            Term::AtLeast { need, of } => {
                let members = last(&mut stack, *of).into_iter().map(|(_, text)| text);
                let members: Vec<String> = members.collect();
                let text = format!("at least {need} of ({})", members.join("; "));
                (Bond::Single, text)
            }
            Term::Not => {
                let member = joined(last(&mut stack, 1), Bond::Or, "");
                (Bond::Single, format!("not ({member})"))
            }
        };
        stack.push(part);
    }
    stack.pop().map_or_else(String::new, |(_, text)| text)
}

/// Joins members; those that hold together less tightly than `loosest` stand in parentheses.
fn joined(members: Vec<(Bond, String)>, loosest: Bond, word: &str) -> String {
    let members = members.into_iter().map(|(bond, text)| {
        if bond > loosest {
            format!("({text})")
        } else {
            text
        }
    });
    members.collect::<Vec<_>>().join(word)
}

/// Takes the last `count` parts off the stack. A condition never asks for more than there are.
fn last(stack: &mut Vec<(Bond, String)>, count: usize) -> Vec<(Bond, String)> {
    stack.split_off(stack.len().saturating_sub(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use winset_model::document::Syntax;
    use winset_model::options::PointId;

    fn case() -> Case {
        let bytes = include_bytes!("../../../cases/sella-basin.yaml");
        winset_model::read_case(bytes, Syntax::Yaml).unwrap().case
    }

    /// The condition that a point (by place) is on one of the options (by place).
    fn on(point: u16, options: &[u16]) -> Condition {
        Condition::holds(
            PointId(point),
            options.iter().map(|o| OptionId(*o)).collect(),
        )
    }

    fn check(asked: &Condition, words: &str) {
        assert_eq!(condition(&case(), asked), words);
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, words) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (-1_234_567, "-1,234,567"),
        ] {
            assert_eq!(grouped(number), words);
        }
        assert_eq!(counted(1, "node"), "1 node");
        assert_eq!(counted(1_200, "node"), "1,200 nodes");
        assert_eq!(score(&Exact::new(-7, 2)), "-3.5");
        assert_eq!(score(&Exact::from_integer(12_345)), "12,345");
    }

    #[test]
    fn one_point() {
        check(&on(0, &[1]), "territory is t2");
        check(&on(0, &[1, 3]), "territory is t2 or t4");
        check(&on(0, &[0, 1, 2, 3, 4]), "territory is t1 to t5");
        check(&on(0, &[1]).negated(), "not (territory is t2)");
        check(&Condition::always(), "true");
    }

    #[test]
    fn parentheses_stand_where_a_reader_could_go_wrong() {
        let (a, b, c) = (on(0, &[0, 1]), on(1, &[0]), on(2, &[0]));
        let both = Condition::all(vec![b.clone(), c.clone()]);
        let either = Condition::any(vec![b.clone(), c.clone()]);
        check(&both, "line is l1 and ceasefire is c1");
        check(
            &Condition::all(vec![a.clone(), both.clone()]),
            "(territory is t1 or t2) and line is l1 and ceasefire is c1",
        );
        check(
            &Condition::any(vec![a.clone(), both.clone()]),
            "(territory is t1 or t2) or (line is l1 and ceasefire is c1)",
        );
        check(
            &Condition::all(vec![on(3, &[0]), either.clone()]),
            "monitoring is m1 and (line is l1 or ceasefire is c1)",
        );
        check(
            &Condition::at_least(2, vec![a, both, either]).negated(),
            "not (at least 2 of (territory is t1 or t2; line is l1 and ceasefire is c1; \
             line is l1 or ceasefire is c1))",
        );
    }

    #[test]
    fn links_say_what_they_ask() {
        let case = case();
        let pause = case
            .links
            .iter()
            .find(|l| l.id == "ORV-pause-only-for-vote")
            .unwrap();
        assert_eq!(
            link(&case, pause),
            "if ceasefire is c2, then vote is v2 or v3"
        );
    }
}
