//! Openings: small cases against trying out every concession, and large ones against the clock.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use winset_audit::{OpeningsAudit, audit_openings};
use winset_check::Cheapest;
use winset_gen::ladders::{self, LaddersSize, ladders};
use winset_gen::rng::Rng;
use winset_gen::small;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{
    Budget, FloorMode, OpeningTerms, OpeningsEnd, Order, Wanted, clashes, openings,
};

use crate::measure::{ms, timed, until};

/// Seeds that a thread takes at a time.
const CHUNK: u64 = 100;
/// Nodes of a search: far more than any small case needs.
const NODES_MAX: u64 = 1_000_000;
/// Concessions of a case that are tried one by one.
const CONCESSIONS_MAX: usize = 256;

/// Compares all openings on a range of seeds with trying out every concession; true when there is
/// no difference. Three seeds of four give a case with ladders at its declared positions, the
/// fourth a small case of all features at random positions.
pub(crate) fn agree(seeds: Range<u64>, threads: u64) -> bool {
    let next = AtomicU64::new(seeds.start);
    let total = Mutex::new((0_u64, OpeningsAudit::default()));
    let work = || {
        loop {
            let from = next.fetch_add(CHUNK, Ordering::Relaxed);
            if from >= seeds.end {
                return;
            }
            for seed in from..seeds.end.min(from + CHUNK) {
                let found = compare(seed);
                let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
                let Some(found) = found else {
                    total.0 += 1;
                    continue;
                };
                for difference in &found.differences {
                    println!("seed {seed}: {difference}");
                }
                total.1.questions += found.questions;
                total.1.opened += found.opened;
                total.1.several += found.several;
                total.1.differences.extend(found.differences);
            }
        }
    };
    std::thread::scope(|scope| (0..threads.max(1)).for_each(|_| drop(scope.spawn(work))));
    let (skipped, total) = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!(
        "{} cases ({skipped} more have too many concessions to try): {} differences",
        seeds.end - seeds.start - skipped,
        total.differences.len()
    );
    println!(
        "{} questions, {} with an opening that gives something up, {} with several",
        total.questions, total.opened, total.several
    );
    total.differences.is_empty()
}

fn compare(seed: u64) -> Option<OpeningsAudit> {
    let random = seed % 4 == 3;
    let file = if random {
        small::small(seed)
    } else {
        ladders::small(seed)
    };
    let Some(case) = read(&file) else {
        return Some(OpeningsAudit {
            differences: vec![format!("not a case: {file}")],
            ..OpeningsAudit::default()
        });
    };
    let asked = if random {
        small::positions(&case, &mut Rng::new(seed))
    } else {
        Positions::declared(&case)
    };
    let budget = Budget {
        nodes_max: Some(NODES_MAX),
        ..Budget::unlimited()
    };
    audit_openings(
        &case,
        &asked,
        &budget,
        CONCESSIONS_MAX,
        small::PACKAGES_MAX as u64,
    )
}

fn read(file: &Value) -> Option<Case> {
    let text = file.to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json).ok()?;
    Some(reading.case)
}

/// Prints the first clash of a large case, with no-deal values as background, and how long it took.
fn first_clash(case: &Case, seed: u64, limit: Duration) -> Duration {
    let stop = until(limit);
    let budget = Budget {
        nodes_max: None,
        threads: 1,
        stop: &stop,
        ..Budget::unlimited()
    };
    let declared = Positions::declared(case);
    let ask = || clashes(case, &declared, FloorMode::Keep, Some(1), &budget);
    let (found, time) = timed(ask);
    let size = found.list.first().map_or("none".to_owned(), |clash| {
        format!("of {} demands", clash.members().len())
    });
    println!("seed {seed:>3}  first clash   {:>12}  {size}", ms(time));
    time
}

/// Prints the first clash and the cheapest opening of so many large cases and how long it took to find and to prove,
/// each within the limit.
pub(crate) fn large(cases: u64, floor_percent: usize, limit: Duration) -> Result<(), String> {
    let size = LaddersSize {
        floor_percent,
        ..LaddersSize::LARGE
    };
    let (mut first, mut times) = (Vec::new(), Vec::new());
    let mut proven = 0_u64;
    for seed in 0..cases {
        let case = read(&ladders(size, seed)).ok_or(format!("seed {seed}: not a case"))?;
        first.push(first_clash(&case, seed, limit));
        let declared = Positions::declared(&case);
        for order in [Order::Cost, Order::Largest] {
            let asked = OpeningTerms {
                order,
                ..OpeningTerms::default()
            };
            let stop = until(limit);
            let budget = Budget {
                nodes_max: None,
                threads: 1,
                stop: &stop,
                ..Budget::unlimited()
            };
            let wanted = Wanted::First(1);
            let (found, time) = timed(|| openings(&case, &declared, &asked, wanted, &budget));
            let what = match order {
                Order::Cost => "cheapest",
                Order::Largest => "nobody alone",
            };
            let nodes = |c: &Cheapest| c.cheaper().map_or(0, |p| p.proof().nodes());
            let cheapest = found.list.first().map(|c| (c.opening(), nodes(c)));
            let cheapest = cheapest.map_or("none".to_owned(), |(o, nodes)| {
                let (cost, largest, taken) = (o.cost(), o.largest(), o.taken());
                format!("cost {cost}, largest {largest}, {taken} steps and drops, {nodes} nodes")
            });
            let end = match &found.end {
                OpeningsEnd::Stopped(cut) => {
                    let best = cut.best.as_ref().map(|o| o.cost());
                    format!("stopped: at least {}, known {best:?}", cut.at_least)
                }
                OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) | OpeningsEnd::Nothing(..) => {
                    proven += 1;
                    format!("{} of this cost, proven", found.list.len())
                }
            };
            println!(
                "seed {seed:>3}  {what:<12}  {:>12}  {cheapest}; {end}",
                ms(time)
            );
            times.push(time);
        }
    }
    first.sort();
    if let (Some(middle), Some(worst)) = (first.get(first.len() / 2), first.last()) {
        println!("first clash: median {}, worst {}", ms(*middle), ms(*worst));
    }
    times.sort();
    if let (Some(middle), Some(worst)) = (times.get(times.len() / 2), times.last()) {
        let (middle, worst) = (ms(*middle), ms(*worst));
        let all = times.len();
        println!("{proven} of {all} proven; median {middle}, worst {worst}");
    }
    Ok(())
}
