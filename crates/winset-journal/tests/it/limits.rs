//! What is too much is refused before anything is written.

use std::fs;

use winset_journal::{BYTES_MAX, Deed, JournalError, TEXT_BYTES_MAX, append, load, path_of};
use winset_model::offer::OfferKind;

use crate::acts::{CASE, offer, scratch};

#[test]
fn texts_times_and_days_are_limited() {
    let path = path_of(&scratch("limits").join("talks.yaml"));
    let refused = |change: &dyn Fn(&mut winset_journal::Act)| {
        let mut act = offer("one");
        change(&mut act);
        match append(&path, CASE, &act) {
            Err(JournalError::Limit { what, .. }) => what,
            other => panic!("{other:?}"),
        }
    };
    let long = "x".repeat(TEXT_BYTES_MAX + 1);
    assert!(refused(&|a| a.once = Some(long.clone())).contains("65536 bytes"));
    assert!(refused(&|a| a.at = "yesterday".to_owned()).contains("`yesterday`"));
    let with = |date: Option<&str>, note: &str| Deed::Offer {
        date: date.map(str::to_owned),
        kind: OfferKind::Package,
        says: Vec::new(),
        note: Some(note.to_owned()),
    };
    assert!(refused(&|a| a.deed = with(Some("2031-02-30"), "")).contains("`2031-02-30`"));
    assert!(refused(&|a| a.deed = with(None, &long)).contains("65536 bytes"));
    assert!(!path.exists());
    let mut most = offer("one");
    most.deed = with(None, &long[1..]);
    assert_eq!(append(&path, CASE, &most).unwrap().line, 1);
}

#[test]
fn a_journal_that_is_too_large_is_not_read() {
    let path = path_of(&scratch("large").join("talks.yaml"));
    let file = fs::File::create(&path).unwrap();
    file.set_len(BYTES_MAX + 1).unwrap();
    assert!(matches!(load(&path, CASE), Err(JournalError::Limit { .. })));
    assert!(append(&path, CASE, &offer("one")).is_err());
}
