//! Settlements and frontiers on random small cases against looking at every package.

use std::sync::atomic::{AtomicU64, Ordering};

use winset_audit::{SettlementsAudit, audit_settlements};
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::PartyId;
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

/// Compares on a range of seeds; each rule must pick something in a quarter of the questions. Only a
/// sum of scores without a common scale that is small enough may be left undecided, and rarely.
fn agree(seeds: std::ops::Range<u64>) {
    let all = seeds.end - seeds.start;
    let (mut picked, mut too_large) = ([0; 4], 0);
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
        let sum_is_too_large = is_too_large(&answers.utilitarian);
        too_large += u64::from(sum_is_too_large);
        let found = audit_settlements(&case, &asked, &terms, &budget, PACKAGES_MAX as u64);
        let right = SettlementsAudit {
            differences: Vec::new(),
            // It is asked twice, from different packages.
            undecided: if sum_is_too_large { 2 } else { 0 },
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
    assert!(too_large < all / 100, "{too_large} of {all}");
}

fn is_too_large<C>(found: &SettlementFound<C>) -> bool {
    let reason = match found {
        SettlementFound::Stopped { reason, .. } => Some(*reason),
        SettlementFound::Found { .. } | SettlementFound::None(_) => None,
    };
    reason == Some(StopReason::NumberLimit)
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
