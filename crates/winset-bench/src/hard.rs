//! Time to find and to prove the best floor that all parties can have, on hard random cases.

use std::time::Instant;
use winset_gen::hard::{Size, hard};
use winset_model::answer::Answer;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

/// Measures `a[4]` cases of `a[0]` points, `a[1]` options, `a[2]` parties and `a[3]` links.
#[expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a measure: it reads the clock and stops at the first surprise"
)]
pub(crate) fn run(a: [usize; 5]) {
    let size = Size {
        points: a[0],
        options: a[1],
        parties: a[2],
        links: a[3],
        lines: 12,
        grid: 10_000,
    };
    let mut times = vec![];
    let mut done = 0;
    let mut seed = 0_u64;
    while done < a[4] {
        seed += 1;
        let doc = hard(size, seed).to_string();
        let case = winset_model::read_case(doc.as_bytes(), winset_model::document::Syntax::Json)
            .unwrap()
            .case;
        let deadline = Instant::now() + std::time::Duration::from_mins(1);
        let stop =
            || (Instant::now() > deadline).then_some(winset_model::answer::StopReason::TimeLimit);
        let budget = Budget {
            nodes_max: None,
            threads: 1,
            stop: &stop,
        };
        let at = |t: i64| {
            let mut p = Positions::declared(&case);
            for i in 0..a[2] {
                p = p.with_floor(PartyId::at(i), Some(t));
            }
            p
        };
        let (mut lo, mut hi) = (0_i64, 10_001_i64);
        if !matches!(overlap(&case, &at(0), &budget), Answer::Found(_)) {
            println!("seed {seed}: none at 0");
            continue;
        }
        done += 1;
        let t0 = Instant::now();
        let mut stopped = false;
        while hi - lo > 1 {
            let mid = i64::midpoint(lo, hi);
            match overlap(&case, &at(mid), &budget) {
                Answer::Found(x) => lo = x.scores().iter().map(|s| s.unwrap()).min().unwrap(),
                Answer::Impossible(_) => hi = mid,
                Answer::Stopped { .. } => {
                    stopped = true;
                    break;
                }
            }
        }
        let tb = t0.elapsed();
        if stopped {
            println!("seed {seed}: bisect stopped between {lo} and {hi} in {tb:?}");
            times.push(999.0);
            continue;
        }
        let t0 = Instant::now();
        let r = overlap(&case, &at(hi), &budget);
        let t = t0.elapsed();
        let Answer::Impossible(p) = r else { panic!() };
        println!(
            "seed {seed}: opt {lo}, bisect {tb:?}, refute {t:?}, nodes {}, bytes {}",
            p.nodes(),
            p.bytes().len()
        );
        times.push(t.as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    println!(
        "median {} worst {}",
        times[times.len() / 2],
        times[times.len() - 1]
    );
}
