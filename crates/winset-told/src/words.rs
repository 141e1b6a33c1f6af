//! Numbers, options and conditions in words.

use std::fmt::Display;

use winset_model::case::{Case, Link, LinkRule, Point};
use winset_model::condition::Condition;
use winset_model::number::{self, Exact};
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};

use crate::called;
use crate::condition;
use crate::names::{self, Names};
use crate::sets::named_within;
pub use crate::{grouped, listed};

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

/// The options of a set, each with its code behind it; runs of neighbouring numbers by their ends.
pub fn options(point: &Point, set: &OptionSet) -> Vec<String> {
    called::texts(&called::options(point, set))
}

/// An option with its code behind it: "Freeze at the line (t2)".
pub fn choice(point: &Point, option: usize) -> String {
    called::option(point, OptionId::at(option)).to_string()
}

/// The options of a set in a sentence, in quotation marks and without codes.
pub fn labels(case: &Case, point: PointId, set: &OptionSet, last: &str) -> String {
    named_within(case, point, set, last, usize::MAX)
}

/// A point in a sentence.
pub fn point_named(case: &Case, point: PointId) -> String {
    names::title(&case.points[point.index()])
}

/// A party in a sentence.
pub fn party_named(case: &Case, party: PartyId) -> String {
    names::party(case, party)
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

/// What a package must have for a condition to hold: "«a» or «b» on P, and «c» on Q"; with parentheses
/// where it could be read in two ways.
pub fn condition(case: &Case, asked: &Condition) -> String {
    condition::words(case, &Names::new(case), asked, usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use winset_model::document::Syntax;

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
        let basin = "on “Sella Basin: status and control”";
        let freeze = "«Freeze at the line, status deferred 15 years, no recognition»";
        check(&on(0, &[1]), &format!("{freeze} {basin}"));
        check(
            &on(0, &[1, 4]),
            &format!("{freeze} or «Legal cession» {basin}"),
        );
        check(&on(0, &[0, 1, 2, 3, 4]), &format!("anything {basin}"));
        check(&on(0, &[1]).negated(), &format!("not ({freeze} {basin})"));
        check(&Condition::always(), "anything at all");
    }

    #[test]
    fn parentheses_stand_where_a_reader_could_go_wrong() {
        let (a, b, c) = (on(0, &[4]), on(1, &[0]), on(2, &[0]));
        let basin = "«Legal cession» on “Sella Basin: status and control”";
        let pockets = "«Orvane leaves all pockets» on Northern pockets";
        let now = "«Immediate general ceasefire, then talks» on Sequence of the ceasefire";
        let both = Condition::all(vec![b.clone(), c.clone()]);
        let either = Condition::any(vec![b, c]);
        check(&both, &format!("{pockets}, and {now}"));
        check(
            &Condition::all(vec![a.clone(), either.clone()]),
            &format!("{basin}, and ({pockets}, or {now})"),
        );
        check(
            &Condition::at_least(2, vec![a, both, either]).negated(),
            &format!(
                "not (at least 2 of these 3: ({basin}) ({pockets}, and {now}) ({pockets}, or {now}))"
            ),
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
            "if «60-day pause in all strikes against a fixed date for the vote» on Sequence of the \
             ceasefire, then «Assembly and referendum within the pause» or «Assembly, referendum and \
             national election in 100 days» on How Lethia approves the plan"
        );
    }
}
