//! Settlements and frontiers on random small cases against looking at every package.

use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Settlement, Terms, audit_settlements, settlements};

fn read(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

/// Terms that vary with the seed: whose scores are added up, who takes part, from where.
fn terms(case: &Case, rng: &mut Rng) -> Terms {
    let mut terms = Terms::of(case);
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

fn agree(seeds: std::ops::Range<u64>) {
    let mut found = [0; 4];
    for seed in seeds {
        let case = read(seed);
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
        let differences = audit_settlements(&case, &asked, &terms, &budget, PACKAGES_MAX as u64);
        assert_eq!(
            differences.unwrap(),
            [""; 0],
            "seed {seed}: {asked:?} {:?}",
            small(seed)
        );
        let answers = settlements(&case, &asked, &terms, &[], &budget);
        let is_found = [
            matches!(answers.nash, Settlement::Found { .. }),
            matches!(answers.kalai_smorodinsky, Settlement::Found { .. }),
            matches!(answers.egalitarian, Settlement::Found { .. }),
            matches!(answers.utilitarian, Settlement::Found { .. }),
        ];
        found
            .iter_mut()
            .zip(is_found)
            .for_each(|(sum, is)| *sum += u64::from(is));
    }
    assert!(found.iter().all(|count| *count > 600), "{found:?}");
}

#[test]
fn random_small_cases_agree_with_looking_at_every_package() {
    agree(0..2_000);
}
