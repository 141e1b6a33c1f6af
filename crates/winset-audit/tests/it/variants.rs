//! Rules under other programs' names, on random small cases against their definitions, written out
//! over every package.

use winset_audit::audit_variants;
use winset_gen::rng::Rng;
use winset_gen::small::PACKAGES_MAX;
use winset_model::disagreement::Disagreement;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_solve::{Budget, Rule};

use crate::read::read_seed;

#[test]
fn rules_pick_what_their_definitions_say() {
    const SEEDS: u64 = 2_000;
    let mut picked = vec![0_u64; Rule::ALL.len()];
    for seed in 0..SEEDS {
        let case = read_seed(seed);
        let mut disagreement = Disagreement::of(&case);
        let parties = disagreement.parties();
        if parties.is_empty() {
            continue;
        }
        let mut rng = Rng::new(seed);
        for party in &parties {
            if rng.chance(1, 3) {
                let value = Exact::new(rng.below(40) as i128 - 10, 3);
                disagreement = disagreement.with(*party, value);
            }
        }
        let weights: Vec<u32> = parties.iter().map(|_| [1, 2, 3][rng.below(3)]).collect();
        let by: (&[PartyId], _) = (&parties, &disagreement);
        let audit = audit_variants(
            &case,
            by,
            &weights,
            &Budget::unlimited(),
            PACKAGES_MAX as u64,
        );
        let audit = audit.unwrap();
        assert_eq!(audit.differences, Vec::<String>::new(), "{seed}");
        assert_eq!(audit.undecided, 0, "{seed}");
        let counts = picked.iter_mut().zip(audit.picked);
        counts.for_each(|(count, some)| *count += u64::from(some));
    }
    assert!(picked.iter().all(|count| *count > SEEDS / 4), "{picked:?}");
}

#[test]
fn names_are_unique_and_told() {
    let names: std::collections::BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
}
