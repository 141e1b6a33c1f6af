//! Claims about lowered floors and about days: the right ones are accepted again, wrong ones are
//! refused.

use winset_check::{Days, Joint, Rejection, closed_through, joint, open_through};
use winset_gen::rng::Rng;
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_model::trends::Trends;
use winset_solve::{Budget, CrossingDate, JointPressure, crossing_dates, joint_pressure};

use crate::pressure::{pressed, read};

/// Days ahead that are looked at.
const DAYS: u32 = 400;

fn packages_of(found: &Joint) -> Vec<Package> {
    let ways = found.least().iter();
    ways.map(|way| way.acceptable().package().clone()).collect()
}

fn certificates_of(found: &Joint) -> Vec<Vec<u8>> {
    found.refuted().iter().map(|p| p.bytes().to_vec()).collect()
}

fn check_joint(case: &Case, asked: &Positions, found: &Joint) {
    let (packages, certificates) = (packages_of(found), certificates_of(found));
    let claim = |packages: &[Package], certificates: Vec<Vec<u8>>| {
        joint(case, asked, packages, certificates)
    };
    let again = claim(&packages, certificates.clone());
    assert_eq!(again.as_ref(), Ok(found));
    let mut backwards = packages.clone();
    backwards.reverse();
    let again = claim(&backwards, certificates.clone()).unwrap();
    assert_eq!(again.refuted(), found.refuted());
    for left_out in 0..packages.len() {
        let mut fewer = packages.clone();
        let one = fewer.remove(left_out);
        assert!(claim(&fewer, certificates.clone()).is_err());
        fewer.extend([one.clone(), one]);
        assert_eq!(
            claim(&fewer, certificates.clone()),
            Err(Rejection::Dominated)
        );
    }
    for left_out in 0..certificates.len() {
        let mut fewer = certificates.clone();
        let one = fewer.remove(left_out);
        assert_eq!(claim(&packages, fewer.clone()), Err(Rejection::BoxCount));
        if certificates.len() > 1 {
            // The refutation of another box in its place.
            fewer.insert(
                left_out,
                certificates[(left_out + 1) % certificates.len()].clone(),
            );
            assert!(claim(&packages, fewer.clone()).is_err());
        }
        fewer.push(one);
    }
}

#[test]
fn what_is_not_all_least_ways_is_refused() {
    let (mut several, mut never) = (0, 0);
    for seed in 0..200 {
        let case = read(seed);
        let declared = Positions::declared(&case);
        let mut questions = vec![(case.clone(), declared)];
        questions.extend(pressed(&case, &mut Rng::new(seed)));
        for (case, asked) in questions {
            let found = joint_pressure(&case, &asked, None, &Budget::unlimited());
            let JointPressure::Complete(found) = found else {
                panic!("seed {seed}: {found:?}")
            };
            check_joint(&case, &asked, &found);
            several += u32::from(found.least().len() > 1);
            never += u32::from(found.least().is_empty());
        }
    }
    assert!(several > 20 && never > 20, "{several} and {never}");
}

/// Spans with one fault each: a gap, days twice, not from day 0, none at all, backwards.
fn faulty<T: Clone>(spans: &[Days<T>]) -> Vec<Vec<Days<T>>> {
    let mut faulty = vec![Vec::new()];
    for place in 0..spans.len() {
        let mut changed = spans.to_vec();
        changed[place].from += 1;
        faulty.push(changed);
        let mut changed = spans.to_vec();
        changed.insert(place, spans[place].clone());
        faulty.push(changed);
        let mut changed = spans.to_vec();
        changed.remove(place);
        if place + 1 < spans.len() {
            faulty.push(changed);
        }
    }
    faulty
}

#[test]
fn days_that_are_not_shown_are_refused() {
    let (mut opens, mut closes) = (0, 0);
    for seed in 0..300 {
        let Some((case, asked)) = pressed(&read(seed), &mut Rng::new(seed)) else {
            continue;
        };
        let trends = Trends::new(&case, &asked);
        let Some(found) = crossing_dates(&case, &asked, DAYS, &Budget::unlimited()) else {
            continue;
        };
        match found.together {
            CrossingDate::Opens { day, before, .. } => {
                opens += 1;
                let spans = before.spans().iter().map(|span| Days {
                    from: span.from,
                    to: span.to,
                    shown: span.shown.bytes().to_vec(),
                });
                let spans: Vec<Days<Vec<u8>>> = spans.collect();
                let claim = |spans| closed_through(&case, &asked, &trends, spans);
                assert_eq!(claim(spans.clone()), Ok(before));
                for wrong in faulty(&spans) {
                    assert_eq!(claim(wrong), Err(Rejection::Days), "seed {seed}");
                }
                // The refutation up to the day before says nothing of the day itself.
                let mut longer = spans;
                longer.last_mut().unwrap().to = day;
                assert!(claim(longer).is_err(), "seed {seed}");
            }
            CrossingDate::Closes { day, before, .. } => {
                closes += 1;
                let spans = before.spans().iter().map(|span| Days {
                    from: span.from,
                    to: span.to,
                    shown: span.shown.package().clone(),
                });
                let spans: Vec<Days<Package>> = spans.collect();
                let claim = |spans| open_through(&case, &asked, &trends, spans);
                assert_eq!(claim(spans.clone()), Ok(before));
                for wrong in faulty(&spans) {
                    assert_eq!(claim(wrong), Err(Rejection::Days), "seed {seed}");
                }
                let mut longer = spans;
                longer.last_mut().unwrap().to = day;
                assert!(claim(longer).is_err(), "seed {seed}");
            }
            _ => {}
        }
    }
    assert!(opens > 20 && closes > 3, "{opens} open, {closes} close");
}
