//! Cases built in code are those that files give.

use winset_gen::small::small;
use winset_model::builder::{
    CaseBuilder, NewBody, NewCondition, NewLever, NewLine, NewLink, NewOffer, NewParty, NewPoint,
    NewVoteRule, OptionPicks,
};
use winset_model::case::{Body, Case, LinkRule, Point};
use winset_model::condition::{Condition, Term};
use winset_model::diagnostic::Code;
use winset_model::document::{self, Syntax};
use winset_model::number::Exact;
use winset_model::offer::{Offer, OfferKind};
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::read_case;

const CASES: u64 = 3_000;

fn names<'c>(point: &'c Point, set: &OptionSet) -> Vec<&'c str> {
    let options = set.iter().map(|o| point.options[o.index()].id.as_str());
    options.collect()
}

fn picks(case: &Case, settled: &[(PointId, OptionSet)]) -> OptionPicks {
    let point = |p: &PointId| &case.points[p.index()];
    settled.iter().fold(OptionPicks::new(), |picks, (p, set)| {
        picks.on(&point(p).id, &names(point(p), set))
    })
}

fn condition(case: &Case, condition: &Condition) -> NewCondition {
    let mut stack: Vec<NewCondition> = Vec::new();
    for term in condition.terms() {
        let of = match term {
            Term::Holds { .. } => 0,
            Term::All { of } | Term::Any { of } | Term::AtLeast { of, .. } => *of,
            Term::Not => 1,
        };
        let members = stack.split_off(stack.len() - of);
        stack.push(match term {
            Term::Holds { point, options } => {
                let point = &case.points[point.index()];
                NewCondition::on(&point.id, &names(point, options))
            }
            Term::All { .. } => NewCondition::all(members),
            Term::Any { .. } => NewCondition::any(members),
            Term::AtLeast { need, .. } => NewCondition::at_least(*need, members),
            Term::Not => members[0].clone().negated(),
        });
    }
    stack.remove(0)
}

fn party(case: &Case, id: PartyId) -> NewParty {
    let party = &case.parties[id.index()];
    let (sheet, value) = (party.sheet.open(), |v: i64| case.unscaled(id, v));
    let mut new = NewParty::new(&party.id, &party.name)
        .short(&party.short)
        .visibility(case.register.parties[id.index()].visibility);
    if let Some(no_deal) = sheet.no_deal {
        new = new.no_deal(value(no_deal));
    }
    if let Some((low, high)) = sheet.no_deal_range {
        new = new.no_deal_between(value(low), value(high));
    }
    if let Some(trend) = sheet.trend_per_month {
        new = new.trend_per_month(trend);
    }
    if let Some(impasse) = sheet.impasse {
        new = new.impasse(value(impasse));
    }
    new
}

fn point(point: &Point) -> NewPoint {
    let numbers: Option<Vec<Exact>> = point.options.iter().map(|o| o.number).collect();
    if let Some(numbers) = numbers {
        let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
        let step = numbers.get(1).map_or(Exact::from_integer(1), |n| n - first);
        return NewPoint::range(&point.id, &point.title, first, last, step);
    }
    let new = NewPoint::new(&point.id, &point.title);
    point.options.iter().fold(new, |new, option| {
        assert_eq!(option.text, None);
        new.option(&option.id, &option.label)
    })
}

fn body(case: &Case, body: &Body) -> NewBody {
    let party = &case.parties[body.party.index()].id;
    let mut new = NewBody::new(&body.id, &body.name, party, body.seats);
    for rule in &body.rules {
        let mut added = NewVoteRule::new(&rule.id, rule.need).visibility(rule.seen);
        if rule.when != Condition::always() {
            added = added.when(condition(case, &rule.when));
        }
        new = new.rule(added);
    }
    let blocs = body.blocs.iter();
    blocs.fold(new, |new, bloc| {
        new.bloc(&bloc.id, bloc.seats, picks(case, &bloc.accepts))
    })
}

fn offer(case: &Case, offer: &Offer) -> NewOffer {
    let named = |(point, option): &(PointId, OptionId)| {
        let point = &case.points[point.index()];
        (point.id.as_str(), point.options[option.index()].id.as_str())
    };
    let says: Vec<(&str, &str)> = offer.says.iter().map(named).collect();
    let by = &case.parties[offer.by.index()].id;
    let new = match offer.kind {
        OfferKind::Package => NewOffer::package(offer.seq, by, &says),
        OfferKind::Statement => NewOffer::statement(offer.seq, by, &says),
    };
    new.visibility(offer.visibility)
}

/// All of a case but its record, by the methods of the builder.
fn rebuilt(case: &Case) -> CaseBuilder {
    let mut built = CaseBuilder::new(&case.id, &case.title);
    for place in 0..case.parties.len() {
        let id = PartyId::at(place);
        let name = &case.parties[place].id;
        built.party(party(case, id));
        let Some(scores) = &case.parties[place].sheet.open().scores else {
            continue;
        };
        for (point, row) in case.points.iter().zip(&scores.by_option) {
            built.scores(name, &point.id, row.iter().map(|s| case.unscaled(id, *s)));
        }
        for bonus in &scores.bonuses {
            let score = case.unscaled(id, bonus.score);
            built.bonus(name, picks(case, &bonus.when), score);
        }
    }
    for at in &case.points {
        built.point(point(at));
    }
    demands(case, &mut built);
    for lever in &case.levers {
        let name = |p: PartyId| case.parties[p.index()].id.as_str();
        let (by, target) = (name(lever.by), name(lever.target));
        let new = NewLever::new(&lever.id, by, target, lever.no_deal_delta)
            .cost_to_puller(lever.cost_to_puller)
            .delay_days(lever.delay_days);
        built.lever(new);
    }
    for made in &case.offers {
        built.offer(offer(case, made));
    }
    built
}

fn demands(case: &Case, built: &mut CaseBuilder) {
    for line in &case.lines {
        let owner = &case.parties[line.owner.index()].id;
        let point = &case.points[line.point.index()];
        let (first, steps) = line.ladder.open().split_first().expect("step 0 is there");
        let mut new = NewLine::new(&line.id, owner, &point.id, &names(point, &first.accept))
            .visibility(line.seen);
        for step in steps {
            new = new.step(&names(point, &step.accept), step.cost);
        }
        built.line(if line.law { new.law() } else { new });
    }
    for link in &case.links {
        let made = |c: &Condition| condition(case, c);
        let mut new = match link.rule.open() {
            LinkRule::IfThen { when, then } => NewLink::if_then(&link.id, made(when), made(then)),
            LinkRule::Require(asked) => NewLink::require(&link.id, made(asked)),
            LinkRule::Exclude(members) => NewLink::exclude(&link.id, members.iter().map(made)),
        };
        let owner = link.owner.map(|p| case.parties[p.index()].id.as_str());
        match (owner, link.relax_cost) {
            (Some(owner), Some(cost)) => new = new.demanded_by(owner, cost),
            (Some(owner), None) => new = new.owner(owner),
            (None, _) => {}
        }
        built.link(new.visibility(link.seen));
    }
    for at in &case.bodies {
        built.body(body(case, at));
    }
}

/// Everything that a case says but for its record and its hash.
fn said(case: &Case) -> String {
    let parties = case.parties.iter();
    let parties = parties.map(|p| (&p.id, &p.name, &p.short, p.sheet.open()));
    let parties: Vec<_> = parties.collect();
    let lines = case.lines.iter();
    let lines = lines.map(|l| (&l.id, l.owner, l.point, l.law, l.seen, l.ladder.open()));
    let lines: Vec<_> = lines.collect();
    let links = case.links.iter();
    let links = links.map(|l| (&l.id, l.owner, l.law, l.seen, l.rule.open(), l.relax_cost));
    let links: Vec<_> = links.collect();
    let (id, title, comparable) = (&case.id, &case.title, case.comparable);
    format!(
        "{id} {title} {comparable} {parties:?} {:?} {lines:?} {links:?} {:?} {:?} {:?}",
        case.points, case.bodies, case.levers, case.offers
    )
}

#[test]
fn a_case_built_in_code_is_that_of_its_file() {
    let mut offers = 0;
    for seed in 0..CASES {
        let file = small(seed).to_string();
        let case = read_case(file.as_bytes(), Syntax::Json).unwrap().case;
        let builder = rebuilt(&case);
        let text = builder.text();
        let built = builder
            .build()
            .unwrap_or_else(|f| panic!("seed {seed}: {f:#?}"));
        assert_eq!(said(&built.case), said(&case), "seed {seed}");
        let document = document::parse(text.as_bytes(), Syntax::Json).unwrap();
        assert_eq!(document.canonical_json(), text, "seed {seed}");
        assert_eq!(built.case.hash, document::sha256_hex(&text), "seed {seed}");
        assert_eq!(rebuilt(&built.case).text(), text, "seed {seed}");
        offers += built.case.offers.len();
    }
    assert!(offers > 1_000, "{offers}");
}

#[test]
fn all_problems_are_found_at_once_and_say_where() {
    let mut case = CaseBuilder::new("wrong", "A case with errors");
    case.party(NewParty::new("a", "A").no_deal(1))
        .party(NewParty::new("a", "A again"))
        .point(NewPoint::new("p", "P").option("x", "X").option("y", "Y"))
        .scores("a", "p", [1, 2, 3])
        .scores("b", "p", [1, 2])
        .line(NewLine::new("l", "a", "p", &["z"]).step(&["x"], 2))
        .link(NewLink::require(
            "m",
            NewCondition::on("q", &["x"]).negated(),
        ));
    let text = case.text();
    let found = case.build().map(|_| "a case").unwrap_err();
    let found: Vec<(Code, &str, &str)> = found
        .iter()
        .map(|f| (f.code, f.path.as_str(), &text[f.span.start..f.span.end]))
        .collect();
    let expected = [
        (Code::UnknownOption, "lines[0].ladder[0].accept[0]", "\"z\""),
        (Code::UnknownPoint, "links[0].require.not.q", "\"q\""),
        (Code::DuplicateId, "parties[1].id", "\"a\""),
        (Code::TableLength, "preferences.a.p.values[2]", "3"),
        (Code::UnknownParty, "preferences.b", "\"b\""),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_case_of_nothing_and_a_case_without_end_are_refused() {
    let check = |case: &CaseBuilder, expected: &[Code]| {
        let found = case.build().map(|_| "a case").unwrap_err();
        let codes: Vec<Code> = found.iter().map(|f| f.code).collect();
        assert_eq!(codes, expected);
    };
    let mut case = CaseBuilder::new("none", "Nothing");
    check(&case, &[Code::Empty, Code::Empty]);
    let mut deep = NewCondition::on("p", &["x"]);
    for _ in 0..1_000 {
        deep = deep.negated();
    }
    case.party(NewParty::new("a", "A"))
        .point(NewPoint::new("p", "P").option("x", "X"))
        .link(NewLink::require("l", deep));
    check(&case, &[Code::FileLimit]);
}
