//! What stands on the same word, and what the note knows of a journal that is gone.

use std::fs;

use winset_journal::{Deed, JournalError, append, head_path, load, path_of};

use crate::acts::{CASE, offer, scratch};

#[test]
fn an_act_that_is_sent_again_is_written_once() {
    let path = path_of(&scratch("once").join("talks.yaml"));
    let first = append(&path, CASE, &offer("one")).unwrap();
    append(&path, CASE, &offer("two")).unwrap();
    let mut later = offer("one");
    later.at = "2031-04-01T00:00:00Z".to_owned();
    let again = append(&path, CASE, &later).unwrap();
    assert!(again.known);
    assert_eq!((again.line, again.head), (1, first.head));
    // The same word of somebody else is another word.
    let mut other = offer("one");
    other.by = winset_journal::Author::Party("south".to_owned());
    assert_eq!(append(&path, CASE, &other).unwrap().line, 3);
    // Another act under the same word is a mistake of its writer.
    let mut changed = offer("one");
    if let Deed::Offer { says, .. } = &mut changed.deed {
        says[0].1 = "7.5".to_owned();
    }
    match append(&path, CASE, &changed).unwrap_err() {
        JournalError::Once { once, line, .. } => assert_eq!((once.as_str(), line), ("one", 1)),
        other => panic!("{other}"),
    }
    assert_eq!(load(&path, CASE).unwrap().unwrap().chain.entries.len(), 3);
}

#[test]
fn a_journal_that_is_gone_is_missed() {
    let path = path_of(&scratch("gone").join("talks.yaml"));
    assert!(load(&path, CASE).unwrap().is_none());
    append(&path, CASE, &offer("one")).unwrap();
    fs::remove_file(&path).unwrap();
    let read = load(&path, CASE).unwrap().unwrap();
    assert!(read.fault.unwrap().what.contains("gone"));
    assert!(append(&path, CASE, &offer("two")).is_err());
    assert!(!path.exists(), "nothing takes its place");
    fs::write(head_path(&path), "what?").unwrap();
    assert!(load(&path, CASE).unwrap().unwrap().fault.is_some());
    assert!(append(&path, CASE, &offer("two")).is_err());
}

#[test]
fn a_journal_of_another_case_is_told_apart() {
    let path = path_of(&scratch("other").join("talks.yaml"));
    append(&path, CASE, &offer("one")).unwrap();
    let fault = load(&path, "other").unwrap().unwrap().fault.unwrap();
    assert!(fault.line == 1 && fault.what.contains("another case"));
    assert!(append(&path, "other", &offer("two")).is_err());
}
