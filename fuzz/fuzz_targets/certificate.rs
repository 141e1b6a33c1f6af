//! The certificate reader on any bytes, against a case with an overlap: nothing is accepted.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::positions::Positions;

const FEASIBLE: &str = include_str!("../seeds/feasible.yaml");

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let reading = winset_model::read_case(FEASIBLE.as_bytes(), Syntax::Yaml);
    reading.expect("the case is valid").case
});

fuzz_target!(|data: &[u8]| {
    let declared = Positions::declared(&CASE);
    assert!(winset_check::refute(&CASE, &declared, data.to_vec()).is_err());
    // The body after a true head: the tree and its weights are what is fuzzed.
    let mut whole = winset_check::header(&CASE, &declared).into_bytes();
    whole.extend_from_slice(data);
    assert!(winset_check::refute(&CASE, &declared, whole).is_err());
});
