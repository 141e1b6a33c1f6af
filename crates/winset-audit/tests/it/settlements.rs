//! Settlements and frontiers on random small cases against looking at every package.

use std::sync::atomic::{AtomicU64, Ordering};

use winset_audit::{SettlementsAudit, audit_settlements};
use winset_check::ExactSum;
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::StopReason;
use winset_model::case::{Case, SCORE_SUM_MAX, Scores};
use winset_model::derived::DerivedDraft;
use winset_model::number::Exact;
use winset_model::options::{OptionId, PartyId, PointId};
use winset_model::positions::Positions;
use winset_solve::{Budget, SettlementFound, SettlementTerms, settlements};

use crate::read::read_seed;

/// Terms that vary with the seed: whose scores are added up, who takes part, from where.
fn terms(case: &Case, rng: &mut Rng) -> SettlementTerms {
    let mut terms = SettlementTerms::of(case);
    terms.comparable = rng.chance(3, 4);
    if rng.chance(1, 4) {
        terms.parties.retain(|_| rng.chance(2, 3));
    }
    for party in 0..case.parties.len() {
        if rng.chance(1, 4) {
            let value = Exact::new(
                i128::from(rng.below(40) as u64) - 10,
                [1, 2, 3, 7][rng.below(4)],
            );
            terms.disagreement = terms.disagreement.with(PartyId::at(party), value);
        }
    }
    terms
}

/// Compares on a range of seeds; each rule must pick something in a quarter of the questions.
fn agree(seeds: std::ops::Range<u64>) {
    let all = seeds.end - seeds.start;
    let mut picked = [0; 4];
    for seed in seeds {
        let case = read_seed(seed);
        let mut rng = Rng::new(seed);
        let asked = if seed.is_multiple_of(2) {
            Positions::declared(&case)
        } else {
            positions(&case, &mut rng)
        };
        let asked = if seed.is_multiple_of(3) {
            asked.without_floors()
        } else {
            asked
        };
        let terms = terms(&case, &mut rng);
        let budget = Budget::unlimited();
        let answers = settlements(&case, &asked, &terms, &[], &budget);
        let found = audit_settlements(&case, &asked, &terms, &budget, PACKAGES_MAX as u64);
        let right = SettlementsAudit {
            differences: Vec::new(),
            undecided: 0,
        };
        assert_eq!(
            found.unwrap(),
            right,
            "seed {seed}\n{asked:?}\n{}",
            small(seed)
        );
        let is_found = [
            matches!(answers.nash, SettlementFound::Found { .. }),
            matches!(answers.kalai_smorodinsky, SettlementFound::Found { .. }),
            matches!(answers.egalitarian, SettlementFound::Found { .. }),
            matches!(answers.utilitarian, SettlementFound::Found { .. }),
        ];
        picked
            .iter_mut()
            .zip(is_found)
            .for_each(|(sum, is)| *sum += u64::from(is));
    }
    assert!(picked.iter().all(|count| *count > all / 4), "{picked:?}");
}

#[test]
fn seeds_up_to_1_000() {
    agree(0..1_000);
}

#[test]
fn seeds_up_to_2_000() {
    agree(1_000..2_000);
}

/// Whatever is said before a stop is right, wherever the stop comes.
#[test]
fn stopped_settlements_claim_nothing_wrong() {
    let mut stopped = 0;
    for seed in 0..900 {
        let case = read_seed(seed);
        let asked = AtomicU64::new(0);
        let stop = || {
            let before = asked.fetch_add(1, Ordering::Relaxed);
            (before >= seed % 20).then_some(StopReason::Interrupted)
        };
        let declared = Positions::declared(&case);
        let terms = SettlementTerms {
            comparable: true,
            ..SettlementTerms::of(&case)
        };
        for budget in [
            Budget {
                stop: &stop,
                ..Budget::unlimited()
            },
            Budget {
                nodes_max: Some(seed % 7),
                ..Budget::unlimited()
            },
        ] {
            let found = audit_settlements(&case, &declared, &terms, &budget, PACKAGES_MAX as u64);
            assert_eq!(found.unwrap().differences, [""; 0], "seed {seed}");
        }
        asked.store(0, Ordering::Relaxed);
        let budget = Budget {
            stop: &stop,
            ..Budget::unlimited()
        };
        let found = settlements(&case, &declared, &terms, &[], &budget);
        stopped += u32::from(matches!(found.nash, SettlementFound::Stopped { .. }));
    }
    assert!(stopped > 100, "{stopped}");
}

/// A case whose parties count in units without a common measure, a few units more or less here and
/// there, but for some to whom everything is worth much: many sums differ by less than what one
/// party's numbers could tell apart.
fn in_fine_units(case: &Case, rng: &mut Rng) -> Option<Case> {
    const UNITS: [i64; 6] = [
        1_000_003,
        999_999_937,
        1_073_741_789,
        2_097_143,
        998_244_353,
        536_870_909,
    ];
    const MUCH: i64 = 1 << 48;
    let mut draft = DerivedDraft::of(case);
    for (party, unit) in (0..case.parties.len()).map(PartyId::at).zip(UNITS) {
        if rng.chance(1, 3) {
            for option in 0..case.points[0].options.len() {
                draft
                    .add_to_score(party, PointId(0), OptionId::at(option), MUCH)
                    .unwrap();
            }
            continue;
        }
        let raised = draft.raise_scale(party, unit);
        if raised.is_err() || case.parties[party.index()].sheet.open().scores.is_none() {
            continue;
        }
        for (place, point) in case.points.iter().enumerate() {
            for option in 0..point.options.len() {
                let more = i64::try_from(rng.below(5)).unwrap() - 2;
                let (point, option) = (PointId::at(place), OptionId::at(option));
                let _too_large = draft.add_to_score(party, point, option, more);
            }
        }
    }
    let fine = draft.finish();
    // What a file may state.
    let reach = |scores: &Scores| {
        let largest = |row: &Vec<i64>| row.iter().map(|score| score.abs()).max();
        let bonuses: i64 = scores.bonuses.iter().map(|bonus| bonus.score.abs()).sum();
        scores.by_option.iter().filter_map(largest).sum::<i64>() + bonuses
    };
    let mut sheets = fine.parties.iter().map(|party| party.sheet.open());
    let allowed = sheets.all(|sheet| {
        sheet
            .scores
            .as_ref()
            .is_none_or(|s| reach(s) <= SCORE_SUM_MAX)
    });
    allowed.then_some(fine)
}

#[test]
fn sums_beyond_one_partys_numbers_are_exact() {
    let mut rounded = 0;
    for seed in 0..500 {
        let Some(case) = in_fine_units(&read_seed(seed), &mut Rng::new(seed)) else {
            continue;
        };
        let asked = Positions::declared(&case).without_floors();
        let terms = SettlementTerms {
            comparable: true,
            ..SettlementTerms::of(&case)
        };
        rounded += u32::from(ExactSum::of(&case, &terms.parties).is_rounded());
        let budget = Budget::unlimited();
        let found = audit_settlements(&case, &asked, &terms, &budget, PACKAGES_MAX as u64);
        assert_eq!(found.unwrap().differences, [""; 0], "seed {seed}");
        let sums = settlements(&case, &asked, &terms, &[], &budget).utilitarian;
        let stopped = matches!(sums, SettlementFound::Stopped { .. });
        assert!(!stopped, "seed {seed}");
    }
    assert!(rounded > 50, "{rounded}");
}
