//! The form of what a list of persons holds: counts, and nothing of anybody.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_plan::lists::StatusCounts;

use super::name::{FormatWord, NameOf};
use super::number::Number;

/// The answer to `winset persons check`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonsForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<PersonsForm>,
    /// The categories of the list, by name.
    pub categories: Vec<PersonsCategoryForm>,
}

/// How many entries of a list are of a category.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonsCategoryForm {
    /// The category.
    pub category: String,
    /// How many are held.
    pub held: Number,
    /// How many are dead.
    pub dead: Number,
    /// Of how many it is not known.
    pub unknown: Number,
}

impl PersonsForm {
    /// The form of counts by category.
    pub fn new(categories: &BTreeMap<String, StatusCounts>) -> Self {
        let one = |(category, counts): (&String, &StatusCounts)| {
            let StatusCounts {
                held,
                dead,
                unknown,
            } = *counts;
            PersonsCategoryForm {
                category: category.clone(),
                held: Number::whole(held),
                dead: Number::whole(dead),
                unknown: Number::whole(unknown),
            }
        };
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            categories: categories.iter().map(one).collect(),
        }
    }
}
