//! The form of what rules under other programs' names pick.

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::case::Case;
use winset_solve::{Picked, Variant, Variants};

use super::settlements::{Picked as Package, listed};
use super::values::Reason;
use winset_told::settled::packages_picked;
use winset_told::standing;

/// What one rule picks.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct VariantForm {
    /// The rule's name.
    rule: &'static str,
    /// For each score vector that it picks, in descending order, one package.
    points: Vec<Package>,
    /// For each of them how many packages have its scores; null where they were not counted to the end.
    counts: Vec<Option<String>>,
    /// How many packages it picks; null where they were not counted to the end, or where it was stopped.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: Option<String>,
    /// Why it was stopped; null when it was not.
    stopped: Option<Reason>,
}

/// The form of what rules pick.
pub(super) fn variants(case: &Case, variants: &Variants) -> Vec<VariantForm> {
    variants
        .picked
        .iter()
        .map(|one| variant(case, one))
        .collect()
}

fn variant(case: &Case, picked: &Picked) -> VariantForm {
    let empty = VariantForm {
        rule: picked.rule.name(),
        points: Vec::new(),
        counts: Vec::new(),
        packages: None,
        stopped: None,
    };
    match &picked.found {
        Variant::Found(found) => {
            let packages: Vec<_> = found.iter().map(|(package, _)| package.clone()).collect();
            let count = |count| standing::exact(count).map(ToString::to_string);
            VariantForm {
                points: listed(case, &packages),
                counts: found.iter().map(|(_, of)| count(of)).collect(),
                packages: packages_picked(found).map(|all| all.to_string()),
                ..empty
            }
        }
        Variant::Nothing => VariantForm {
            packages: Some("0".to_owned()),
            ..empty
        },
        Variant::Stopped(reason) => VariantForm {
            stopped: Some((*reason).into()),
            ..empty
        },
    }
}
