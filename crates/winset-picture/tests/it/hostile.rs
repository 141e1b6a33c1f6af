//! Data at the limits: names that are markup, names without end, everything at one place, numbers as
//! large as they get, indices of nothing.

use roxmltree::Document;
use winset_picture::{
    Axis, Brackets, Conceded, Conceder, Concessions, Conflict, CountScale, Crossing, Demand, Dot,
    Event, EventKind, Frontier, Gantt, GanttGate, GanttRow, GanttStrip, Head, Intervals, Lane,
    Picture, PicturedClash, PicturedInterval, PicturedLever, PicturedOffer, PicturedParty,
    PicturedVersion, Piece, Settlement, Steps, Timeline, WeekBars, WeekSpan, brackets, concessions,
    conflict, frontier, gantt, intervals, steps, timeline, week_bars,
};

use crate::inspect::{check, texts};

/// A small generator, so that a seed gives the same test everywhere.
pub(crate) struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    fn up_to(&mut self, limit: usize) -> usize {
        self.below(limit + 1)
    }

    /// From a few values, or from many, or the largest ones.
    fn value(&mut self) -> i64 {
        match self.below(12) {
            0 => i64::MAX,
            1 => i64::MIN,
            2..5 => i64::try_from(self.below(3)).unwrap(),
            _ => i64::try_from(self.below(1_000)).unwrap() - 300,
        }
    }

    fn name(&mut self) -> String {
        let names = [
            "",
            "<script>alert(1)</script>",
            "a\u{202e}b\u{2066}c\u{0}d\u{1b}[31m",
            "\"' onload=\"x\" & ]]> <!--",
            "M",
            "Federation of Orvane",
            "суверенитет и границы",
            "اتفاق وقف إطلاق النار",
            "主权与边界",
            "a\nb\tc",
            "🏳️‍🌈 flags",
        ];
        match self.below(names.len() + 1) {
            n if n < names.len() => names[n].to_owned(),
            _ => "W".repeat(10_000),
        }
    }

    fn address(&mut self) -> Option<String> {
        let addresses = [
            "/a",
            "javascript:alert(1)",
            "//host/x",
            "https://host",
            "#b",
            "\"><a>",
        ];
        let index = self.below(addresses.len() + 1);
        addresses.get(index).map(|address| (*address).to_owned())
    }

    fn party(&mut self) -> usize {
        match self.below(20) {
            0 => usize::MAX,
            _ => self.below(8),
        }
    }

    fn list<T>(&mut self, limit: usize, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.up_to(limit);
        (0..count).map(|_| one(self)).collect()
    }

    fn head(&mut self) -> Head {
        Head {
            id: self.name(),
            title: self.name(),
            description: self.name(),
        }
    }

    fn parties(&mut self) -> Vec<PicturedParty> {
        self.list(9, |random| PicturedParty {
            short: random.name(),
            name: random.name(),
            colour: Some(random.name()),
            marker: None,
        })
    }

    fn at(&mut self) -> [i64; 2] {
        [self.value(), self.value()]
    }
}

/// Checks pictures of random data.
fn check_all(name: &str, seeds: u64, draw: impl Fn(&mut Random) -> Picture) {
    for seed in 0..seeds {
        let picture = draw(&mut Random(seed));
        check(&format!("{name} of seed {seed}"), &picture);
        assert!(!picture.as_str().contains("<script"));
        assert_eq!(picture, draw(&mut Random(seed)));
    }
}

#[test]
fn clashes_of_any_data() {
    check_all("conflict", 80, |random| {
        let many = if random.below(10) == 0 { 150 } else { 20 };
        conflict(&Conflict {
            head: random.head(),
            parties: random.parties(),
            of_none: random.name(),
            demands: random.list(many, |random| Demand {
                label: random.name(),
                owner: Some(random.party()).filter(|party| *party != 3),
                says: random.name(),
                href: random.address(),
                out: random.below(4) == 0,
            }),
            clashes: random.list(many, |random| PicturedClash {
                number: random.below(200),
                demands: random.list(5, |random| random.below(many + 2)),
                href: random.address(),
                out: random.below(4) == 0,
            }),
        })
    });
}

#[test]
fn frontiers_of_any_data() {
    let axis = |random: &mut Random| Axis {
        party: random.party(),
        title: random.name(),
        denominator: random.value(),
        no_deal: Some((random.value(), random.name())),
    };
    check_all("frontier", 80, |random| {
        frontier(&Frontier {
            head: random.head(),
            parties: random.parties(),
            axes: [axis(random), axis(random)],
            packages: random.list(30, Random::at),
            points: random.list(30, |random| Dot {
                at: random.at(),
                title: random.name(),
                href: random.address(),
            }),
            settlements: random.list(12, |random| Settlement {
                at: random.at(),
                name: random.name(),
                href: random.address(),
            }),
            offers: random.list(40, |random| PicturedOffer {
                at: random.at(),
                party: random.party(),
                is_named: random.value() % 2 == 0,
                number: random.value().unsigned_abs(),
                title: random.name(),
                href: random.address(),
            }),
        })
    });
}

#[test]
fn steps_of_any_data() {
    let count = |random: &mut Random| match random.below(5) {
        0 => random.name(),
        1 => "9".repeat(random.below(60)),
        _ => random.below(100_000).to_string(),
    };
    check_all("steps", 200, |random| {
        steps(&Steps {
            head: random.head(),
            parties: random.parties(),
            party: Some(random.party()),
            of: random.name(),
            denominator: random.value(),
            counted: random.name(),
            scale: [CountScale::Fitting, CountScale::Linear, CountScale::Log][random.below(3)],
            pieces: random.list(12, |random| Piece {
                from: random.value(),
                to: random.value(),
                count: count(random),
            }),
            current: Some((random.value(), random.name())),
            levers: random.list(8, |random| PicturedLever {
                party: Some(random.party()),
                to: random.value(),
                label: random.name(),
                href: random.address(),
            }),
            crossings: random.list(8, |random| Crossing {
                at: random.value(),
                label: random.name(),
            }),
        })
    });
}

#[test]
fn versions_of_any_data() {
    check_all("brackets", 100, |random| {
        brackets(&Brackets {
            head: random.head(),
            series: random.list(7, Random::name),
            versions: random.list(20, |random| PicturedVersion {
                label: random.name(),
                values: random.list(8, |random| Some(random.value().unsigned_abs())),
                href: random.address(),
            }),
        })
    });
}

#[test]
fn courses_of_any_data() {
    use EventKind::{Incident, Offer, Session, Statement};
    check_all("timeline", 80, |random| {
        timeline(&Timeline {
            head: random.head(),
            parties: random.parties(),
            lanes: random.list(7, |random| Lane {
                title: random.name(),
                party: Some(random.party()),
            }),
            events: random.list(40, |random| Event {
                lane: random.below(8),
                day: random.value(),
                when: random.name(),
                kind: [Offer, Statement, Session, Incident][random.below(4)],
                label: random.name(),
                title: random.name(),
                href: random.address(),
            }),
            today: Some((random.value(), random.name())),
        })
    });
}

#[test]
fn concessions_of_any_data() {
    check_all("concessions", 80, |random| {
        concessions(&Concessions {
            head: random.head(),
            parties: random.parties(),
            denominator: random.value(),
            conceders: random.list(5, |random| Conceder {
                party: random.party(),
                no_deal: Some((random.value(), random.name())),
                offers: random.list(15, |random| Conceded {
                    label: random.name(),
                    scores: random.list(9, |random| Some(random.value())),
                }),
            }),
        })
    });
}

#[test]
fn intervals_of_any_data() {
    check_all("intervals", 80, |random| {
        intervals(&Intervals {
            head: random.head(),
            denominator: random.value(),
            measured: random.name(),
            intervals: random.list(20, |random| PicturedInterval {
                label: random.name(),
                value: random.value(),
                ends: Some((random.value(), random.value())),
            }),
        })
    });
}

#[test]
fn plans_of_any_data() {
    check_all("gantt", 80, |random| {
        gantt(&Gantt {
            head: random.head(),
            under: random.name(),
            axis: random.name(),
            parties: random.parties(),
            rows: random.list(20, |random| GanttRow {
                title: random.name(),
                party: Some(random.party()),
                begins: random.value(),
                delivered: random.value(),
                verified: random.value(),
                told: random.name(),
            }),
            gates: random.list(8, |random| GanttGate {
                day: random.value(),
                label: random.name(),
                told: random.name(),
            }),
            strips: random.list(4, |random| GanttStrip {
                party: Some(random.party()),
                title: random.name(),
                steps: random.list(12, |random| (random.value(), random.value())),
                bound: Some(random.value()),
                told: random.name(),
            }),
        })
    });
}

#[test]
fn weeks_of_any_data() {
    check_all("weeks", 80, |random| {
        week_bars(&WeekBars {
            head: random.head(),
            under: random.name(),
            kinds: random.list(5, Random::name),
            spans: random.list(120, |random| WeekSpan {
                when: random.name(),
                told: random.name(),
                href: random.address(),
                counts: random.list(5, |random| random.value().unsigned_abs()),
            }),
        })
    });
}

/// Names that are cut are whole in a title.
#[test]
fn what_is_cut_stays_readable() {
    let long = "Demand ".repeat(1_500);
    let picture = conflict(&Conflict {
        demands: vec![Demand {
            label: long.clone(),
            ..Demand::default()
        }],
        ..Conflict::default()
    });
    let document = Document::parse(picture.as_str()).unwrap();
    assert!(
        texts(&document)
            .iter()
            .any(|(words, _)| words.ends_with('…'))
    );
    let titles = document
        .descendants()
        .filter(|node| node.tag_name().name() == "title");
    assert!(
        titles
            .filter_map(|node| node.text())
            .any(|text| text == long.trim())
    );
}
