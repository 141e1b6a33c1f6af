//! Cases from files.

use serde_json::Value;
use winset_gen::small::small;
use winset_model::case::Case;
use winset_model::document::Syntax;

pub(crate) fn read(file: &Value) -> Case {
    let text = file.to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

/// The small case of a seed.
pub(crate) fn read_seed(seed: u64) -> Case {
    read(&small(seed))
}
