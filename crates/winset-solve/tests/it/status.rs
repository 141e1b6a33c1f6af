//! Where the talks stand: the demonstration case against its `expected` block, small cases by hand,
//! and random ones against the definitions written out.

use winset_model::case::Case;
use winset_model::document::{Node, Syntax, Value};
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_solve::{OfferChange, OfferShift, PointStanding, PointStatus, Signal, Status, status};

use crate::clashes::random_case;
use crate::demonstration::{case, expected, text, texts};

fn points(case: &Case) -> impl Iterator<Item = PointId> + use<> {
    (0..case.points.len()).map(PointId::at)
}

fn standing<'a>(case: &'a Case, found: &Status, wanted: &str) -> Vec<&'a str> {
    let pairs = case.points.iter().zip(&found.points);
    let word = |standing| match standing {
        PointStanding::Agreed(_) => "agreed",
        PointStanding::Bracketed => "bracketed",
        PointStanding::Blocked => "blocked",
    };
    let these = pairs.filter(|(_, s)| word(s.standing) == wanted);
    these.map(|(p, _)| p.id.as_str()).collect()
}

fn entry<'a>(node: &'a Node, key: &str) -> &'a Node {
    let Value::Map(entries) = &node.value else {
        panic!("not a mapping")
    };
    &entries.iter().find(|e| e.key == key).unwrap().node
}

#[test]
fn the_points_of_the_demonstration_case_stand_as_stated() {
    let case = case();
    let found = status(&case);
    let mut count = 0;
    for word in ["agreed", "bracketed", "blocked"] {
        let stated = expected(&case, &["declared_positions", "pointwise_status", word]);
        assert_eq!(standing(&case, &found, word), texts(stated));
        count += texts(stated).len();
    }
    assert_eq!(count, case.points.len());
    assert_eq!(
        found.points[15].standing,
        PointStanding::Agreed(OptionId(2))
    );
}

#[test]
fn the_signals_of_the_demonstration_case_are_those_stated() {
    let case = case();
    let found = status(&case);
    let Value::List(stated) = &expected(&case, &["signals"]).value else {
        panic!("not a list")
    };
    let [stated] = stated.as_slice() else {
        panic!("not one")
    };
    assert_eq!(
        text(entry(stated, "kind")),
        "offer-crosses-own-declared-line"
    );
    let point = case.point_named(text(entry(stated, "point"))).unwrap();
    let option = |id: &str| case.option_named(point, id).unwrap();
    let crossing = Signal::OfferCrossesOwnDeclaredLine {
        offer: text(entry(stated, "offer")).parse().unwrap(),
        by: case.party_named(text(entry(stated, "by"))).unwrap(),
        line: case
            .lines
            .iter()
            .position(|l| l.id == "ORV-ceasefire")
            .unwrap(),
        point,
        declared: texts(entry(stated, "declared"))
            .into_iter()
            .map(option)
            .collect(),
        offered: option(text(entry(stated, "offered"))),
    };
    let crossings = found
        .signals
        .iter()
        .filter(|s| matches!(s, Signal::OfferCrossesOwnDeclaredLine { .. }));
    assert_eq!(crossings.collect::<Vec<_>>(), [&crossing]);
    // The others by hand: Orvane held nine options through its three offers, and of these points
    // Lethia moved on guarantee and missiles in offer 4; it took nothing back; and statement N3
    // speaks of c2 and c3 where the line is c4.
    let (orvane, since) = (case.party_named("orvane").unwrap(), 1);
    let repeated = |point: &str| Signal::RepeatedDemand {
        offer: 5,
        by: orvane,
        point: case.point_named(point).unwrap(),
        held: OptionId(0),
        since,
    };
    let ceasefire = case.point_named("ceasefire").unwrap();
    let Signal::OfferCrossesOwnDeclaredLine { line, .. } = crossing else {
        panic!("made above")
    };
    let statement = Signal::StatementWiderThanLine {
        statement: "N3".to_owned(),
        by: orvane,
        line,
        point: ceasefire,
        declared: OptionSet::only(OptionId(3)),
        reads_as: [1, 2, 3].map(OptionId).into_iter().collect(),
    };
    let expected = [
        crossing,
        repeated("guarantee"),
        repeated("missiles"),
        statement,
    ];
    assert_eq!(found.signals, expected);
}

/// By hand from the weights and scores: what Orvane's second offer costs it and gives the others.
#[test]
fn the_concessions_of_the_demonstration_case() {
    let case = case();
    let found = status(&case);
    let seqs: Vec<_> = found.shifts.iter().map(|s| (s.before, s.seq)).collect();
    assert_eq!(seqs, [(1, 3), (2, 4), (3, 5)]);
    let second = &found.shifts[0];
    let territory = &second.changes[0];
    assert_eq!(
        (territory.point, territory.from, territory.to),
        (PointId(0), OptionId(4), OptionId(3))
    );
    // 20 * (9 - 10), 18 * (1 - 0), 4 * (6 - 2), 10 * (1 - 0).
    assert_eq!(territory.worth, [-20, 18, 16, 10].map(Some));
    // territory -20, alignment 12*(7-10), forces 7*(7-10), prisoners 2*(7-10), sanctions 8*(9-10),
    // accountability 3*(6-10).
    assert_eq!(second.worth[0], Some(-20 - 36 - 21 - 6 - 8 - 12));
    // territory 18, alignment 5*4, forces 7*3, prisoners 6*(9-4), sanctions 2*2, accountability 2*4.
    assert_eq!(second.worth[1], Some(18 + 20 + 21 + 30 + 4 + 8));
}

fn read(json: &str) -> Case {
    winset_model::read_case(json.as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

/// Two parties, one point with three options, and more of the file.
fn two(more: &str) -> Case {
    read(&format!(
        r#"{{"format": "winset-case/1", "id": "two", "title": "x",
        "parties": [{{"id": "a", "name": "A"}}, {{"id": "b", "name": "B"}}],
        "points": [{{"id": "p", "title": "P", "options": [
            {{"id": "x", "label": "x"}}, {{"id": "y", "label": "y"}}, {{"id": "z", "label": "z"}}]}}]{more}}}"#
    ))
}

#[test]
fn cases_with_parts_missing() {
    let nothing = status(&two(""));
    let everything = OptionSet::first(3);
    assert_eq!(nothing.points[0].standing, PointStanding::Bracketed);
    assert_eq!(nothing.points[0].allowed, everything);
    assert_eq!(nothing.points[0].offers, [None, None]);
    assert!(nothing.shifts.is_empty() && nothing.signals.is_empty());
    // One offer alone agrees nothing; the same by both does, unless a line is against it.
    let offer = |seq: u64, by: &str, to: &str| {
        format!(r#"{{"seq": {seq}, "by": "{by}", "package": {{"p": "{to}"}}}}"#)
    };
    let offers = |list: &[String]| format!(r#", "offers": [{}]"#, list.join(", "));
    let standing = |more: &str| status(&two(more)).points[0].standing;
    assert_eq!(
        standing(&offers(&[offer(1, "a", "x")])),
        PointStanding::Bracketed
    );
    let twice = offers(&[offer(1, "a", "x"), offer(2, "a", "x")]);
    assert_eq!(standing(&twice), PointStanding::Bracketed);
    let both = offers(&[offer(1, "a", "x"), offer(2, "b", "x")]);
    assert_eq!(standing(&both), PointStanding::Agreed(OptionId(0)));
    let line = |owner: &str, accept: &str, kind: &str| {
        format!(
            r#"{{"id": "{owner}-{accept}", "owner": "{owner}", "point": "p", "kind": "{kind}",
            "ladder": [{{"accept": "{accept}", "cost": 0}}]}}"#
        )
    };
    let against = format!(r#"{both}, "lines": [{}]"#, line("b", "y", "demand"));
    assert_eq!(standing(&against), PointStanding::Bracketed);
    let laws = format!(
        r#", "lines": [{}, {}]"#,
        line("a", "x", "law"),
        line("b", "y", "demand")
    );
    assert_eq!(standing(&laws), PointStanding::Blocked);
    // Without preferences nothing is given, nothing taken back.
    let back = offers(&[offer(1, "a", "x"), offer(2, "a", "y"), offer(3, "a", "x")]);
    let found = status(&two(&back));
    assert_eq!(found.shifts.len(), 2);
    assert_eq!(found.shifts[0].worth, [None, None]);
    assert_eq!(found.shifts[0].changes[0].worth, [None, None]);
    assert!(found.signals.is_empty());
}

#[test]
fn signals_come_once() {
    let case = two(r#", "preferences": {"a": {"p": {"values": [3, 2, 1]}}},
        "lines": [{"id": "own", "owner": "a", "point": "p", "ladder": [{"accept": ["x"], "cost": 0}]}],
        "offers": [
            {"seq": 1, "by": "a", "package": {"p": "y"}}, {"seq": 2, "by": "b", "package": {"p": "z"}},
            {"seq": 3, "by": "a", "says": {"p": "y"}}, {"seq": 4, "by": "a", "says": {"p": "y"}},
            {"seq": 5, "by": "b", "says": {"p": "x"}}, {"seq": 6, "by": "a", "says": {"p": "y"}},
            {"seq": 7, "by": "a", "says": {"p": "y"}}, {"seq": 8, "by": "a", "says": {"p": "x"}},
            {"seq": 9, "by": "a", "says": {"p": "y"}}]"#);
    let (a, point) = (PartyId(0), PointId(0));
    let (x, y) = (OptionId(0), OptionId(1));
    let expected = [
        Signal::OfferCrossesOwnDeclaredLine {
            offer: 1,
            by: a,
            line: 0,
            point,
            declared: OptionSet::only(x),
            offered: y,
        },
        // The third time is offer 4, but the other party moves only in offer 5.
        Signal::RepeatedDemand {
            offer: 6,
            by: a,
            point,
            held: y,
            since: 1,
        },
        Signal::WithdrawnConcession {
            offer: 8,
            by: a,
            point,
            from: y,
            to: x,
        },
    ];
    assert_eq!(status(&case).signals, expected);
}

/// Three points, of which nobody speaks all at once. By hand.
#[test]
fn statements_tell_of_their_points_alone() {
    let case = read(
        r#"{"format": "winset-case/1", "id": "three", "title": "x",
        "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "points": [
            {"id": "p", "title": "P", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]},
            {"id": "q", "title": "Q", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]},
            {"id": "r", "title": "R", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]}],
        "preferences": {"a": {"p": {"values": [5, 1]}, "q": {"values": [0, 3]}, "r": {"values": [0, 8]}}},
        "lines": [{"id": "own", "owner": "a", "point": "p", "ladder": [{"accept": ["x"], "cost": 0}]}],
        "offers": [
            {"seq": 1, "by": "a", "says": {"p": "y"}},
            {"seq": 2, "by": "b", "says": {"q": "x", "r": "x"}},
            {"seq": 3, "by": "a", "says": {"q": "x"}},
            {"seq": 4, "by": "a", "says": {"r": "y"}},
            {"seq": 5, "by": "a", "says": {"p": "x"}}]}"#,
    );
    let found = status(&case);
    let (x, y) = (OptionId(0), OptionId(1));
    let offers: Vec<_> = found.points.iter().map(|p| p.offers.clone()).collect();
    assert_eq!(
        offers,
        [
            vec![Some(x), None],
            vec![Some(x), Some(x)],
            vec![Some(y), Some(x)],
        ]
    );
    // Of p only one party has spoken; on r the two do not say the same.
    assert_eq!(standing(&case, &found, "agreed"), ["q"]);
    assert_eq!(standing(&case, &found, "bracketed"), ["p", "r"]);
    // Only in offer 5 does a move; before offer 4 it stands for no whole package, and b never does.
    let moves: Vec<(u64, u64, usize)> = found
        .shifts
        .iter()
        .map(|s| (s.before, s.seq, s.changes.len()))
        .collect();
    assert_eq!(moves, [(1, 3, 0), (3, 4, 0), (4, 5, 1)]);
    let worth: Vec<Option<i64>> = found.shifts.iter().map(|s| s.worth[0]).collect();
    assert_eq!(worth, [None, None, Some(5 - 1)]);
    // Offer 1 crosses the line; offers 3 and 4 do not say y again. In offer 5 a takes back y.
    let kinds: Vec<(u64, bool)> = found
        .signals
        .iter()
        .map(|signal| match signal {
            Signal::OfferCrossesOwnDeclaredLine { offer, .. } => (*offer, true),
            Signal::WithdrawnConcession { offer, .. } => (*offer, false),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kinds, [(1, true), (5, false)]);
}

/// The definitions, written out.
struct Defined<'a>(&'a Case);

impl Defined<'_> {
    fn declared(&self, line: usize) -> OptionSet {
        self.0.lines[line].ladder.open()[0].accept.clone()
    }

    /// What an offer itself says of a point.
    fn said(&self, offer: usize, point: PointId) -> Option<OptionId> {
        let mut said = self.0.offers[offer].says.iter();
        said.find(|(at, _)| *at == point).map(|(_, option)| *option)
    }

    /// The last that the maker of an offer said of a point up to it.
    fn stand(&self, offer: usize, point: PointId) -> Option<OptionId> {
        let by = self.0.offers[offer].by;
        let own = (0..=offer).rev().filter(|o| self.0.offers[*o].by == by);
        own.into_iter().find_map(|o| self.said(o, point))
    }

    /// From which option to which an offer moves its maker on a point, where it had spoken of it.
    fn moved(&self, offer: usize, point: PointId) -> Option<(OptionId, OptionId)> {
        let from = self.stand(self.earlier(offer)?, point)?;
        let to = self.stand(offer, point)?;
        (from != to).then_some((from, to))
    }

    /// The offer before of the same party.
    fn earlier(&self, offer: usize) -> Option<usize> {
        let by = self.0.offers[offer].by;
        (0..offer).rev().find(|o| self.0.offers[*o].by == by)
    }

    fn gain(&self, party: usize, point: PointId, from: OptionId, to: OptionId) -> Option<i64> {
        let scores = self.0.parties[party].sheet.open().scores.as_ref()?;
        let score = |option: OptionId| scores.by_option[point.index()][option.index()];
        Some(score(to) - score(from))
    }

    fn point(&self, point: PointId) -> PointStatus {
        let case = self.0;
        let lines: Vec<usize> = (0..case.lines.len())
            .filter(|l| case.lines[*l].point == point)
            .collect();
        let options = (0..case.points[point.index()].options.len()).map(OptionId::at);
        let inside = |o: &OptionId| lines.iter().all(|l| self.declared(*l).contains(*o));
        let allowed: OptionSet = options.filter(inside).collect();
        let latest = |p: usize| (0..case.offers.len()).rfind(|o| case.offers[*o].by.index() == p);
        let offers: Vec<Option<OptionId>> = (0..case.parties.len())
            .map(|p| self.stand(latest(p)?, point))
            .collect();
        let made: Vec<OptionId> = offers.iter().flatten().copied().collect();
        let agreed = |o: &OptionId| *o == made[0] && allowed.contains(*o);
        // Who must agree: the principals, or everybody where nobody is one.
        let roles: Vec<&str> = (case.register.parties.iter())
            .map(|facts| facts.role.as_deref().unwrap_or_default())
            .collect();
        let must = |p: &usize| roles[*p] == "principal" || !roles.contains(&"principal");
        let mut must = (0..case.parties.len()).filter(must);
        let all_have_spoken = must.all(|p| offers[p].is_some());
        let standing = if allowed.is_empty() {
            PointStanding::Blocked
        } else if made.len() >= 2 && made.iter().all(agreed) && all_have_spoken {
            PointStanding::Agreed(made[0])
        } else {
            PointStanding::Bracketed
        };
        PointStatus {
            standing,
            allowed,
            offers,
        }
    }

    fn shift(&self, place: usize) -> Option<OfferShift> {
        let case = self.0;
        let old = self.earlier(place)?;
        let parties = 0..case.parties.len();
        let change = |point| {
            let (from, to) = self.moved(place, point)?;
            let worth = parties.clone().map(|p| self.gain(p, point, from, to));
            let worth = worth.collect();
            Some(OfferChange {
                point,
                from,
                to,
                worth,
            })
        };
        let package = |place: usize| {
            let stands = points(case).map(|point| self.stand(place, point));
            stands.collect::<Option<Vec<OptionId>>>().map(Package)
        };
        let whole = |p: usize| {
            let of = |place: usize| case.score(PartyId::at(p), &package(place)?);
            Some(of(place)? - of(old)?)
        };
        Some(OfferShift {
            seq: case.offers[place].seq,
            before: case.offers[old].seq,
            by: case.offers[place].by,
            changes: points(case).filter_map(change).collect(),
            worth: parties.clone().map(whole).collect(),
        })
    }

    fn crossings(&self, place: usize) -> Vec<Signal> {
        let case = self.0;
        let by = case.offers[place].by;
        let crossing = |line: usize| {
            let (point, declared) = (case.lines[line].point, self.declared(line));
            let offered = self.said(place, point)?;
            let own = |o: &usize| case.offers[*o].by == by;
            let mut before = (0..place).filter(own);
            let before = before.any(|o| self.said(o, point) == Some(offered));
            let crosses = case.lines[line].owner == by && !declared.contains(offered);
            (crosses && !before).then_some(Signal::OfferCrossesOwnDeclaredLine {
                offer: case.offers[place].seq,
                by,
                line,
                point,
                declared,
                offered,
            })
        };
        (0..case.lines.len()).filter_map(crossing).collect()
    }

    fn withdrawn(&self, place: usize) -> Vec<Signal> {
        let by = self.0.offers[place].by;
        let of_point = |point| {
            let (from, to) = self.moved(place, point)?;
            let gain = self.gain(by.index(), point, from, to)?;
            (gain > 0).then_some(Signal::WithdrawnConcession {
                offer: self.0.offers[place].seq,
                by,
                point,
                from,
                to,
            })
        };
        points(self.0).filter_map(of_point).collect()
    }

    /// The first of the row of own offers after which its maker stands for this option up to an offer,
    /// and whether it is a repeated demand by then.
    fn row(&self, place: usize, point: PointId) -> Option<(usize, bool)> {
        let held = Some(self.stand(place, point)?);
        let (mut first, mut count) = (place, 1);
        while let Some(old) = self
            .earlier(first)
            .filter(|o| self.stand(*o, point) == held)
        {
            (first, count) = (old, count + 1);
        }
        let moved = |o: usize| {
            let other = self.0.offers[o].by != self.0.offers[place].by;
            other && self.moved(o, point).is_some()
        };
        Some((first, count >= 3 && (first + 1..place).any(moved)))
    }

    fn repeated(&self, place: usize) -> Vec<Signal> {
        let of_point = |point| {
            let (first, now) = self.row(place, point)?;
            let old = self.earlier(place).filter(|_| first < place);
            let already = old.and_then(|old| self.row(old, point));
            let already = already.is_some_and(|(_, told)| told);
            (now && !already).then_some(Signal::RepeatedDemand {
                offer: self.0.offers[place].seq,
                by: self.0.offers[place].by,
                point,
                held: self.stand(place, point)?,
                since: self.0.offers[first].seq,
            })
        };
        points(self.0).filter_map(of_point).collect()
    }

    fn statements(&self) -> Vec<Signal> {
        let mut signals = Vec::new();
        for said in &self.0.register.statements {
            for (point, reads_as) in &said.reads_as {
                for (line, drawn) in self.0.lines.iter().enumerate() {
                    let declared = self.declared(line);
                    let wider = reads_as.iter().any(|o| !declared.contains(o));
                    if drawn.owner == said.by && drawn.point == *point && wider {
                        signals.push(Signal::StatementWiderThanLine {
                            statement: said.id.clone(),
                            by: said.by,
                            line,
                            point: *point,
                            declared,
                            reads_as: reads_as.clone(),
                        });
                    }
                }
            }
        }
        signals
    }

    fn status(&self) -> Status {
        let offers = 0..self.0.offers.len();
        let of_offer = |o: usize| [self.crossings(o), self.withdrawn(o), self.repeated(o)].concat();
        let mut signals: Vec<Signal> = offers.clone().flat_map(of_offer).collect();
        signals.extend(self.statements());
        Status {
            points: points(self.0).map(|p| self.point(p)).collect(),
            shifts: offers.filter_map(|o| self.shift(o)).collect(),
            signals,
        }
    }
}

#[test]
fn random_small_cases_stand_as_defined() {
    let mut seen = [0; 8];
    for seed in 0..4_000 {
        let case = random_case(seed);
        let found = status(&case);
        assert_eq!(found, Defined(&case).status(), "seed {seed}");
        for point in &found.points {
            seen[match point.standing {
                PointStanding::Agreed(_) => 0,
                PointStanding::Bracketed => 1,
                PointStanding::Blocked => 2,
            }] += 1;
        }
        for signal in &found.signals {
            seen[match signal {
                Signal::OfferCrossesOwnDeclaredLine { .. } => 3,
                Signal::WithdrawnConcession { .. } => 4,
                Signal::RepeatedDemand { .. } => 5,
                Signal::StatementWiderThanLine { .. } => 6,
            }] += 1;
        }
        seen[7] += found.shifts.len();
    }
    assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
}
