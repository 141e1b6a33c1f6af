//! Clashes and corrections of random small cases against plain enumeration of all sets of demands.

use winset_audit::audit_clashes;
use winset_model::positions::Positions;
use winset_solve::{Budget, FloorMode, clashes, negotiable};

use crate::read::read_seed;

/// Compares the lists of all clashes and corrections on a range of seeds, with floors taken in each
/// way; so many cases at least must be small enough in all of them.
fn agree(seeds: std::ops::Range<u64>, cases_min: u64) {
    let (mut cases, mut several) = (0, 0);
    for seed in seeds {
        let case = read_seed(seed);
        let declared = Positions::declared(&case);
        let budget = Budget::unlimited();
        let mut whole = true;
        for floors in [FloorMode::Ignore, FloorMode::Keep, FloorMode::Members] {
            let Some(differences) = audit_clashes(&case, &declared, floors, &budget) else {
                let members = negotiable(&case, &declared, floors);
                assert!(members.len() > 12, "seed {seed}: stopped");
                whole = false;
                continue;
            };
            assert_eq!(differences, [""; 0], "seed {seed}, {floors:?}");
            let found = clashes(&case, &declared, floors, None, &budget);
            several += u64::from(found.list.len() > 1);
        }
        cases += u64::from(whole);
    }
    assert!(
        cases >= cases_min && several > cases_min / 10,
        "{cases} cases, {several} questions with several clashes"
    );
}

#[test]
fn lists_of_seeds_up_to_1_010_agree_with_every_set() {
    agree(0..1_010, 1_000);
}

#[test]
fn lists_of_seeds_up_to_2_020_agree_with_every_set() {
    agree(1_010..2_020, 1_000);
}
