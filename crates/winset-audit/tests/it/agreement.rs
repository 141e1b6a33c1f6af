//! Every answer of the solver against the census of all packages, on random small cases.

use winset_audit::audit;
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::Budget;

use crate::read::{read, read_seed};

/// Compares on a range of seeds, every other one with random positions; an eighth of the questions
/// at least must have an overlap, and an eighth none.
fn agree(seeds: std::ops::Range<u64>) {
    let (mut feasible, mut infeasible) = (0, 0);
    let all = seeds.end - seeds.start;
    for seed in seeds {
        let file = small(seed);
        let case = read(&file);
        let asked = if seed.is_multiple_of(2) {
            Positions::declared(&case)
        } else {
            positions(&case, &mut Rng::new(seed))
        };
        let found = audit(&case, &asked, &Budget::unlimited(), PACKAGES_MAX as u64).unwrap();
        assert!(
            found.differences.is_empty() && !found.undecided,
            "seed {seed}: {:#?}\n{asked:?}\n{file}",
            found.differences
        );
        if found.census.count > 0 {
            feasible += 1;
        } else {
            infeasible += 1;
        }
    }
    assert!(
        feasible > all / 8 && infeasible > all / 8,
        "{feasible} and {infeasible} of {all}"
    );
}

#[test]
fn seeds_up_to_2_000() {
    agree(0..2_000);
}

#[test]
fn seeds_up_to_4_000() {
    agree(2_000..4_000);
}

#[test]
fn seeds_up_to_6_000() {
    agree(4_000..6_000);
}

#[test]
fn seeds_up_to_8_000() {
    agree(6_000..8_000);
}

#[test]
fn stopped_answers_bound_the_truth() {
    let mut stopped = 0;
    for seed in 0..3_000 {
        let case = read_seed(seed);
        let budget = Budget {
            nodes_max: Some(seed % 6),
            ..Budget::unlimited()
        };
        let asked = Positions::declared(&case);
        let found = audit(&case, &asked, &budget, PACKAGES_MAX as u64).unwrap();
        assert_eq!(found.differences, [""; 0], "seed {seed}");
        stopped += u32::from(found.undecided);
    }
    assert!(stopped > 300, "{stopped}");
}

#[test]
fn floors_far_beyond_any_score_are_answered() {
    for seed in 0..300 {
        let case = read_seed(seed);
        for party in (0..case.parties.len()).map(PartyId::at) {
            for floor in [
                i64::MIN,
                i64::MIN + 1,
                -1 << 61,
                1 << 50,
                1 << 61,
                i64::MAX - 1,
                i64::MAX,
            ] {
                let asked = Positions::declared(&case).with_floor(party, Some(floor));
                let found = audit(&case, &asked, &Budget::unlimited(), PACKAGES_MAX as u64);
                let found = found.unwrap();
                assert_eq!(found.differences, [""; 0], "seed {seed}, floor {floor}");
                assert!(!found.undecided, "seed {seed}, floor {floor}");
            }
        }
    }
}
