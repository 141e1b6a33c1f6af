//! Derived cases: their files say the same, and what they restate is what was asked.

use std::collections::BTreeMap;

use winset_check::accept;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::Answer;
use winset_model::case::{Case, SCORE_SUM_MAX};
use winset_model::condition::Condition;
use winset_model::derived::{Concession, ConcessionTerms, DerivedDraft, Movable, Relaxed, file};
use winset_model::document::Syntax;
use winset_model::options::{OptionId, Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{Budget, best, overlap};

use crate::demonstration::case as demonstration;

fn read(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

/// A derived case read back from its file.
fn read_back(derived: &Case) -> Case {
    let text = file(derived).canonical_json();
    match winset_model::read_case(text.as_bytes(), Syntax::Json) {
        Ok(reading) => reading.case,
        Err(found) => panic!("{found:#?}\n{text}"),
    }
}

#[test]
fn a_derived_case_is_what_its_file_says() {
    let mut compared = 0;
    for seed in 0..2_000 {
        let case = read(seed);
        let asked = positions(&case, &mut Rng::new(seed));
        let terms = ConcessionTerms {
            votes: [Movable::Never, Movable::Allowed][usize::from(seed % 2 == 1)],
            ..ConcessionTerms::default()
        };
        let relaxed = Relaxed::new(&case, &asked, &terms).unwrap();
        let mut draft = DerivedDraft::of(&case);
        let all = (0..case.parties.len()).map(|p| (PartyId::at(p), 1));
        draft
            .add_sum("sum", "Sum", &all.collect::<Vec<_>>())
            .unwrap();
        for derived in [&relaxed.case, &draft.finish()] {
            if beyond_files(derived) {
                continue;
            }
            compared += 1;
            let again = read_back(derived);
            assert_eq!(again.hash, derived.hash, "seed {seed}");
            assert_eq!(file(&again), file(derived), "seed {seed}");
            assert_eq!(again.points, derived.points, "seed {seed}");
            for (a, b) in again.parties.iter().zip(&derived.parties) {
                assert_eq!(a.sheet.open(), b.sheet.open(), "seed {seed}");
            }
        }
    }
    assert!(compared > 3_500, "{compared}");
}

/// Whether the scores of some party sum to more than a file may state.
fn beyond_files(case: &Case) -> bool {
    let largest = |row: &Vec<i64>| row.iter().map(|s| s.abs()).max().unwrap_or(0);
    let scores = case
        .parties
        .iter()
        .filter_map(|p| p.sheet.open().scores.as_ref());
    let mut sums = scores.map(|s| {
        s.by_option.iter().map(largest).sum::<i64>()
            + s.bonuses.iter().map(|b| b.score.abs()).sum::<i64>()
    });
    sums.any(|sum| sum > SCORE_SUM_MAX)
}

/// Every way of giving up something, with what it costs and whether it leaves an overlap: by trying
/// all of them.
fn concessions(case: &Case, asked: &Positions, terms: &ConcessionTerms) -> Vec<(u64, Concession)> {
    let mut all = vec![Concession::default()];
    for (l, line) in case.lines.iter().enumerate() {
        let demand = winset_model::case::DemandId::Line(l);
        if line.law || asked.dropped.contains(&demand) {
            continue;
        }
        let more: Vec<Concession> = all
            .iter()
            .flat_map(|c| {
                (asked.steps[l]..line.ladder.open().len()).map(move |s| {
                    let mut c = c.clone();
                    if s > asked.steps[l] {
                        c.steps.push((l, s));
                    }
                    c
                })
            })
            .collect();
        all = more;
    }
    for demand in case.demands() {
        let movable = match demand {
            winset_model::case::DemandId::Line(_) => false,
            winset_model::case::DemandId::Link(l) => !case.links[l].law,
            winset_model::case::DemandId::Vote(..) => terms.votes == Movable::Allowed,
        };
        if movable && !asked.dropped.contains(&demand) {
            let with = all.iter().cloned().map(|mut c| {
                c.dropped.insert(demand);
                c
            });
            all = all.iter().cloned().chain(with).collect();
        }
    }
    all.into_iter()
        .map(|c| (c.costs(case, asked).iter().sum(), c))
        .collect()
}

#[test]
fn the_least_total_is_that_of_the_cheapest_concession() {
    let mut opened = 0;
    for seed in 0..400 {
        let case = read(seed);
        let asked = Positions::declared(&case);
        let terms = ConcessionTerms {
            votes: [Movable::Never, Movable::Allowed][usize::from(seed % 2 == 1)],
            ..ConcessionTerms::default()
        };
        let all = concessions(&case, &asked, &terms);
        if all.len() > 300 {
            continue;
        }
        let open = |c: &Concession| {
            let moved = c.applied(&asked);
            winset_check::census(&case, &moved, 3_000).unwrap().count > 0
        };
        let opening = all.iter().filter(|(_, c)| open(c));
        let cheapest = opening.map(|(cost, _)| *cost).min();
        let relaxed = Relaxed::new(&case, &asked, &terms).unwrap();
        let said = cheapest_of(&relaxed).map(|best| {
            let package = best.acceptable().package();
            let concession = relaxed.concession(package);
            let inside: Package = relaxed.package(package);
            assert!(accept(&case, &concession.applied(&asked), &inside).is_ok());
            let cost: u64 = concession.costs(&case, &asked).iter().sum();
            assert_eq!(u64::try_from(-best.value()).unwrap(), cost);
            opened += 1;
            cost
        });
        assert_eq!(said, cheapest, "seed {seed}");
    }
    assert!(opened > 100, "{opened}");
}

/// The best package for the party that scores minus all costs.
fn cheapest_of(relaxed: &Relaxed) -> Option<winset_check::Best> {
    let (case, positions, budget) = (&relaxed.case, &relaxed.positions, Budget::unlimited());
    match overlap(case, positions, &budget) {
        Answer::Found(witness) => best(case, positions, relaxed.total, &witness, &budget).unwrap(),
        Answer::Impossible(_) => None,
        Answer::Stopped { reason, .. } => panic!("{reason:?}"),
    }
}

#[test]
fn the_demonstration_case_opens_for_19() {
    let case = demonstration();
    let asked = Positions::declared(&case);
    let relaxed = Relaxed::new(&case, &asked, &ConcessionTerms::default()).unwrap();
    let found = cheapest_of(&relaxed).unwrap();
    let concession = relaxed.concession(found.acceptable().package());
    let steps: BTreeMap<&str, usize> = concession
        .steps
        .iter()
        .map(|(l, s)| (case.lines[*l].id.as_str(), *s))
        .collect();
    assert_eq!(-found.value(), 19);
    assert_eq!(steps.len(), 6);
    assert_eq!(steps["ORV-ceasefire"], 2);
    assert!(concession.dropped.is_empty());
}

/// Laws against parts of concessions hold exactly for the packages that give up less.
#[test]
fn beyond_a_concession_is_what_does_not_give_up_all_of_it() {
    let mut inside = [0, 0];
    for seed in 0..300 {
        let text = winset_gen::ladders::small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = case.unwrap().case;
        let asked = Positions::declared(&case).without_floors();
        let terms = ConcessionTerms::default();
        let all = concessions(&case, &asked, &terms);
        let rng = &mut Rng::new(seed);
        let (_, known) = &all[rng.below(all.len())];
        let relaxed = Relaxed::new(&case, &asked, &terms).unwrap();
        let beyond = relaxed.beyond([known]);
        let within = relaxed.giving_up_at_most(&relaxed.positions, known);
        for _ in 0..50 {
            let points = relaxed.case.points.iter();
            let package = points.map(|p| OptionId::at(rng.below(p.options.len())));
            let package = Package(package.collect());
            if accept(&relaxed.case, &relaxed.positions, &package).is_err() {
                continue;
            }
            let gives_up = relaxed.concession(&package);
            let left = accept(&beyond.case, &beyond.positions, &package).is_ok();
            assert_eq!(left, !gives_up.covers(known), "seed {seed}");
            let within = accept(&relaxed.case, &within, &package).is_ok();
            assert_eq!(within, known.covers(&gives_up), "seed {seed}");
            inside[usize::from(left)] += 1;
        }
        // A demand that cannot move, or a step that is not ahead, excludes nothing.
        let last = Concession {
            steps: vec![(usize::MAX, 1)],
            ..known.clone()
        };
        assert_eq!(relaxed.less_than(&last), Condition::always());
    }
    assert!(inside[0] > 200 && inside[1] > 200, "{inside:?}");
}
