//! The form of what rules under other programs' names pick.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_solve::{Picked, Variant, Variants};

use super::as_text::AsText;
use super::settlements::{PickedForm, listed};
use super::values::present;
use super::words::{ReasonWord, RuleWord};
use winset_told::settled::packages_picked;
use winset_told::standing;

/// What one rule picks.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VariantForm {
    /// The rule's name.
    pub rule: RuleWord,
    /// For each score vector that it picks, in descending order, one package.
    pub points: Vec<PickedForm>,
    /// For each of them how many packages have its scores; null where they were not counted to the end.
    pub counts: Vec<Option<AsText<BigUint>>>,
    /// How many packages it picks; null where they were not counted to the end, or where it was stopped.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// Why it was stopped; null when it was not.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
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
        rule: picked.rule.into(),
        points: Vec::new(),
        counts: Vec::new(),
        packages: None,
        stopped: None,
    };
    match &picked.found {
        Variant::Found(found) => {
            let packages: Vec<_> = found.iter().map(|(package, _)| package.clone()).collect();
            let count = |count| standing::exact(count).cloned().map(AsText);
            VariantForm {
                points: listed(case, &packages),
                counts: found.iter().map(|(_, of)| count(of)).collect(),
                packages: packages_picked(found).map(AsText),
                ..empty
            }
        }
        Variant::Nothing => VariantForm {
            packages: Some(AsText(BigUint::ZERO)),
            ..empty
        },
        Variant::Stopped(reason) => VariantForm {
            stopped: Some((*reason).into()),
            ..empty
        },
    }
}
