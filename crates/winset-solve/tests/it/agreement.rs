//! Every answer of the solver against the census of all packages, on random small cases.

use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{Budget, audit};

/// Compares on a range of seeds, every other one with random positions; an eighth of the questions
/// at least must have an overlap, and an eighth none.
fn agree(seeds: std::ops::Range<u64>) {
    let (mut feasible, mut infeasible) = (0, 0);
    let all = seeds.end - seeds.start;
    for seed in seeds {
        let file = small(seed);
        let read = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
        let case = read.unwrap().case;
        let asked = if seed % 2 == 0 {
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
fn seeds_up_to_5_000() {
    agree(0..5_000);
}

#[test]
fn seeds_up_to_10_000() {
    agree(5_000..10_000);
}

#[test]
fn seeds_up_to_15_000() {
    agree(10_000..15_000);
}

#[test]
fn seeds_up_to_20_000() {
    agree(15_000..20_000);
}
