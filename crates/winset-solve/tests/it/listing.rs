//! Listings against looking at every package.

use winset_check::{accept, census};
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, Package};
use winset_model::positions::Positions;
use winset_solve::{Budget, listing};

/// Every acceptable package, by looking at all of them in order.
pub(crate) fn all_packages(case: &Case, asked: &Positions) -> Vec<Package> {
    let mut packages = vec![Package(Vec::new())];
    for point in &case.points {
        let longer = packages.iter().flat_map(|package| {
            (0..point.options.len()).map(|o| {
                let mut longer = package.clone();
                longer.0.push(OptionId::at(o));
                longer
            })
        });
        packages = longer.collect();
    }
    packages.retain(|package| accept(case, asked, package).is_ok());
    packages
}

#[test]
fn listings_hold_every_acceptable_package_in_order() {
    let mut several = 0;
    for seed in 0..1_500 {
        let text = small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = case.unwrap().case;
        let asked = positions(&case, &mut Rng::new(seed));
        let right = all_packages(&case, &asked);
        let listed = |max: usize| {
            let found = listing(&case, &asked, max, &Budget::unlimited());
            let packages = found.packages.iter().map(|a| a.package().clone());
            (packages.collect::<Vec<_>>(), found.stopped)
        };
        assert_eq!(listed(usize::MAX), (right.clone(), None), "seed {seed}");
        assert_eq!(
            right.len() as u64,
            census(&case, &asked, 3_000).unwrap().count
        );
        if right.len() > 3 {
            several += 1;
            let first = right[..3].to_vec();
            assert_eq!(
                listed(3),
                (first, Some(StopReason::NodeLimit)),
                "seed {seed}"
            );
        }
    }
    assert!(several > 200, "{several}");
}
