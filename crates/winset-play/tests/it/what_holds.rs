//! What laws and parties hold packages to, against the checker on every package of small random cases.

use std::sync::Arc;

use winset_check::accept;
use winset_gen::small::{PACKAGES_MAX, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_model::read_case;
use winset_play::mediator::{AskingAssumption, AskingGoal, AskingMediator, Prior};
use winset_play::package_test::PackageTest;
use winset_play::session::{Seat, SeatSet};
use winset_play::space::{Outcome, OutcomeSpace};

const SEEDS: u64 = 400;

fn case(seed: u64) -> Case {
    let text = small(seed).to_string();
    read_case(text.as_bytes(), Syntax::Json).unwrap().case
}

/// What a mediator takes for possible before it has asked is what the laws allow: nothing more, so that no text is
/// against a law, and nothing less, so that no proof leaves a package out.
#[test]
fn a_mediator_knows_the_laws_and_nothing_else() {
    let (mut lawful, mut unlawful) = (0, 0);
    for seed in 0..SEEDS {
        let case = case(seed);
        let space = Arc::new(OutcomeSpace::of(&case).unwrap());
        assert!(space.count() <= PACKAGES_MAX as u64);
        let mediator = AskingMediator::new(
            &space,
            SeatSet::NONE.with(Seat(1)),
            AskingAssumption::FixedSet,
            Prior::of_laws(&case, &space),
            AskingGoal::First,
            seed,
        );
        let laws = Positions::laws(&case);
        for outcome in (0..space.count()).map(Outcome) {
            let holds = accept(&case, &laws, &space.package(outcome)).is_ok();
            assert_eq!(
                mediator.is_possible(outcome),
                holds,
                "seed {seed} {outcome:?}"
            );
            if holds {
                lawful += 1;
            } else {
                unlawful += 1;
            }
        }
    }
    assert!(lawful > 1_000 && unlawful > 1_000, "{lawful} {unlawful}");
}

/// What every party signs is what nobody's red line, condition or ratifying body is against.
#[test]
fn what_all_parties_sign_is_what_breaks_no_demand() {
    let (mut signed, mut refused) = (0, 0);
    for seed in 0..SEEDS {
        let case = case(seed);
        let space = OutcomeSpace::of(&case).unwrap();
        let parties = (0..case.parties.len()).map(PartyId::at);
        let tests: Vec<PackageTest> = parties
            .map(|party| PackageTest::of_party(&case, party))
            .collect();
        let declared = Positions::declared(&case).without_floors();
        for outcome in (0..space.count()).map(Outcome) {
            let package = space.package(outcome);
            let all = tests.iter().all(|test| test.holds(&package));
            assert_eq!(
                all,
                accept(&case, &declared, &package).is_ok(),
                "seed {seed}"
            );
            if all {
                signed += 1;
            } else {
                refused += 1;
            }
        }
    }
    assert!(signed > 1_000 && refused > 1_000, "{signed} {refused}");
}
