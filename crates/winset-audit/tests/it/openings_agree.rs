//! Openings of random small cases against trying out every concession.

use winset_audit::audit_openings;
use winset_gen::rng::Rng;
use winset_gen::{ladders, small};
use winset_model::positions::Positions;
use winset_solve::Budget;

use crate::read::read;

/// Compares on a range of seeds, of cases with ladders at their declared positions and, every fifth,
/// of small cases of all features at random positions; so many at least must be small enough to try
/// every concession.
fn agree(seeds: std::ops::Range<u64>, cases_min: u64) {
    let budget = Budget::unlimited();
    let (mut cases, mut questions, mut opened, mut several) = (0, 0, 0, 0);
    for seed in seeds {
        let (case, asked);
        if seed.is_multiple_of(5) {
            case = read(&small::small(seed));
            asked = small::positions(&case, &mut Rng::new(seed));
        } else {
            case = read(&ladders::small(seed));
            asked = Positions::declared(&case);
        }
        let packages_max = small::PACKAGES_MAX as u64;
        let Some(audit) = audit_openings(&case, &asked, &budget, 256, packages_max) else {
            continue;
        };
        assert_eq!(audit.differences, [""; 0], "seed {seed}");
        cases += 1;
        questions += audit.questions;
        opened += audit.opened;
        several += audit.several;
    }
    let least = usize::try_from(cases_min).unwrap();
    assert!(
        cases >= cases_min && questions > 10 * least && opened > 2 * least && several > least / 3,
        "{cases} cases, {questions} questions, {opened} opened, {several} with several openings"
    );
}

#[test]
fn seeds_up_to_510() {
    agree(0..510, 500);
}

#[test]
fn seeds_up_to_1_020() {
    agree(510..1_020, 500);
}

#[test]
fn seeds_up_to_1_530() {
    agree(1_020..1_530, 500);
}

#[test]
fn seeds_up_to_2_040() {
    agree(1_530..2_040, 500);
}
