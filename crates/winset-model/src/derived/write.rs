//! A derived case as a case file: what decides, in canonical JSON.

use crate::case::{Bonus, Case, Link, LinkRule, Party, Point, Scores, Sheet, VoteRule};
use crate::condition::{Condition, Term};
use crate::diagnostic::Span;
use crate::document::{Entry, Node, Value};
use crate::file::parts::FORMAT;
use crate::number::to_fraction;
use crate::options::{OptionId, OptionSet, PartyId, PointId};

const NOWHERE: Span = Span { start: 0, end: 0 };

/// The part of a case that decides, as the tree of a case file: parties, points, scores, lines,
/// links and bodies. Reading its canonical JSON gives the same case again.
pub fn file(case: &Case) -> Node {
    let every = |count: usize| (0..count).map(PartyId::at);
    let sheets = every(case.parties.len()).filter_map(|p| {
        let scores = case.parties[p.index()].sheet.open().scores.as_ref()?;
        Some((case.parties[p.index()].id.clone(), sheet(case, p, scores)))
    });
    let sheets: Vec<(String, Node)> = sheets.collect();
    map([
        ("format", text(FORMAT)),
        ("id", text(&case.id)),
        ("title", text(&case.title)),
        (
            "parties",
            list(every(case.parties.len()).map(|p| party(case, p))),
        ),
        ("points", list(case.points.iter().map(point))),
        ("preferences", keyed(sheets)),
        (
            "lines",
            list(case.lines.iter().map(|l| {
                let point = &case.points[l.point.index()];
                let steps = l.ladder.open().iter().map(|step| {
                    map([
                        ("accept", options(point, &step.accept)),
                        ("cost", whole(step.cost)),
                    ])
                });
                map([
                    ("id", text(&l.id)),
                    ("owner", text(&case.parties[l.owner.index()].id)),
                    ("point", text(&point.id)),
                    ("kind", kind(l.law)),
                    ("ladder", list(steps)),
                ])
            })),
        ),
        ("links", list(case.links.iter().map(|l| link(case, l)))),
        (
            "ratification",
            list((0..case.bodies.len()).map(|b| body(case, b))),
        ),
    ])
}

fn party(case: &Case, id: PartyId) -> Node {
    let Party {
        id: name,
        name: title,
        short,
        sheet,
    } = &case.parties[id.index()];
    let mut entries = vec![
        ("id", text(name)),
        ("name", text(title)),
        ("short", text(short)),
    ];
    let Sheet {
        scale: _,
        scores: _,
        no_deal,
        no_deal_range,
        trend_per_month: _,
        impasse,
    } = sheet.open();
    if let Some(value) = no_deal {
        let value = score(case, id, *value);
        // The range is kept: its numbers are part of what the party's scale is made from.
        let stated = no_deal_range.map_or(value.clone(), |(low, high)| {
            let (low, high) = (score(case, id, low), score(case, id, high));
            map([("score", value), ("low", low), ("high", high)])
        });
        entries.push(("no_deal", stated));
    }
    if let Some(value) = impasse {
        entries.push(("impasse", score(case, id, *value)));
    }
    map(entries)
}

fn point(point: &Point) -> Node {
    let options = point
        .options
        .iter()
        .map(|option| map([("id", text(&option.id)), ("label", text(&option.label))]));
    map([
        ("id", text(&point.id)),
        ("title", text(&point.title)),
        ("options", list(options)),
    ])
}

fn sheet(case: &Case, party: PartyId, scores: &Scores) -> Node {
    let row = |row: &Vec<i64>| {
        let values = list(row.iter().map(|s| score(case, party, *s)));
        map([("values", values)])
    };
    let points = case.points.iter().map(|p| p.id.clone());
    let mut entries: Vec<(String, Node)> = points.zip(scores.by_option.iter().map(row)).collect();
    if !scores.bonuses.is_empty() {
        let bonus = |bonus: &Bonus| {
            map([
                ("when", picks(case, &bonus.when)),
                ("score", score(case, party, bonus.score)),
            ])
        };
        entries.push(("bonuses".to_owned(), list(scores.bonuses.iter().map(bonus))));
    }
    keyed(entries)
}

fn link(case: &Case, link: &Link) -> Node {
    let mut entries = vec![("id", text(&link.id)), ("kind", kind(link.law))];
    if let Some(owner) = link.owner {
        entries.push(("owner", text(&case.parties[owner.index()].id)));
    }
    match link.rule.open() {
        LinkRule::IfThen { when, then } => {
            entries.push(("if", condition(case, when)));
            entries.push(("then", condition(case, then)));
        }
        LinkRule::Require(asked) => entries.push(("require", condition(case, asked))),
        LinkRule::Exclude(members) => {
            let members = members.iter().map(|m| condition(case, m));
            entries.push(("exclude", list(members)));
        }
    }
    if let Some(cost) = link.relax_cost {
        entries.push(("relax_cost", whole(cost)));
    }
    map(entries)
}

fn body(case: &Case, place: usize) -> Node {
    let body = &case.bodies[place];
    let rule = |rule: &VoteRule| {
        let mut entries = vec![("id", text(&rule.id)), ("need", whole(rule.need))];
        if rule.when != Condition::always() {
            entries.push(("when", condition(case, &rule.when)));
        }
        map(entries)
    };
    let blocs = body.blocs.iter().map(|bloc| {
        let mut entries = vec![("id", text(&bloc.id))];
        if !bloc.label.is_empty() {
            entries.push(("label", text(&bloc.label)));
        }
        entries.push(("seats", whole(bloc.seats)));
        entries.push(("accepts", picks(case, &bloc.accepts)));
        map(entries)
    });
    map([
        ("id", text(&body.id)),
        ("body", text(&body.name)),
        ("for_party", text(&case.parties[body.party.index()].id)),
        ("seats", whole(body.seats)),
        ("rules", list(body.rules.iter().map(rule))),
        ("blocs", list(blocs)),
    ])
}

/// A condition as nested mappings, on a stack of its own; joins of no condition do not occur in
/// files, and stand here for a choice that is always, or never, made.
fn condition(case: &Case, condition: &Condition) -> Node {
    let mut stack: Vec<Node> = Vec::new();
    for term in condition.terms() {
        let node = match term {
            Term::Holds { point, options } => picks(case, &[(*point, options.clone())]),
            Term::All { of: 0 } => trivial(case, "any"),
            Term::Any { of: 0 } => trivial(case, "all"),
            Term::All { of } => map([("all", members(&mut stack, *of))]),
            Term::Any { of } => map([("any", members(&mut stack, *of))]),
            Term::AtLeast { need, of } => {
                let need = node(Value::Number(need.to_string()));
                map([("at_least", need), ("of", members(&mut stack, *of))])
            }
            Term::Not => map([("not", stack.pop().expect(POSTFIX))]),
        };
        stack.push(node);
    }
    stack.pop().expect(POSTFIX)
}

/// Why there are members on the stack.
const POSTFIX: &str = "members of a condition come before what joins them";

fn members(stack: &mut Vec<Node>, of: usize) -> Node {
    list(stack.split_off(stack.len() - of))
}

/// A condition and its negation, joined: "any" of them always holds, "all" of them never.
fn trivial(case: &Case, join: &'static str) -> Node {
    let first = (PointId::at(0), OptionSet::only(OptionId::at(0)));
    let holds = picks(case, &[first]);
    let fails = map([("not", holds.clone())]);
    map([(join, list([holds, fails]))])
}

fn picks(case: &Case, settled: &[(PointId, OptionSet)]) -> Node {
    let entry = |(point, set): &(PointId, OptionSet)| {
        let point = &case.points[point.index()];
        (point.id.clone(), options(point, set))
    };
    keyed(settled.iter().map(entry))
}

fn options(point: &Point, set: &OptionSet) -> Node {
    list(set.iter().map(|o| text(&point.options[o.index()].id)))
}

fn kind(law: bool) -> Node {
    text(if law { "law" } else { "demand" })
}

/// A scaled value as its owner means it.
fn score(case: &Case, party: PartyId, value: i64) -> Node {
    let value = case.unscaled(party, value);
    let words = to_fraction(&value);
    if value.is_integer() {
        node(Value::Number(words))
    } else {
        node(Value::Text(words))
    }
}

fn whole(value: u64) -> Node {
    node(Value::Number(value.to_string()))
}

fn text(text: &str) -> Node {
    node(Value::Text(text.to_owned()))
}

fn list(items: impl IntoIterator<Item = Node>) -> Node {
    node(Value::List(items.into_iter().collect()))
}

fn map(entries: impl IntoIterator<Item = (&'static str, Node)>) -> Node {
    keyed(entries.into_iter().map(|(key, n)| (key.to_owned(), n)))
}

fn keyed(entries: impl IntoIterator<Item = (String, Node)>) -> Node {
    let entry = |(key, node)| Entry {
        key,
        key_span: NOWHERE,
        node,
    };
    node(Value::Map(entries.into_iter().map(entry).collect()))
}

fn node(value: Value) -> Node {
    Node {
        value,
        span: NOWHERE,
    }
}
