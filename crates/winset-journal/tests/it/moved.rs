//! Cases that were renamed, moved, copied or linked, and where their journals are.

use std::fs;

use winset_journal::{JournalError, append, begin, elsewhere, has_case, load, path_of};

use crate::acts::{CASE, offer, scratch};

#[test]
fn no_second_history_is_begun_for_a_case_that_was_renamed_or_copied() {
    let folder = scratch("renamed");
    let old = path_of(&folder.join("talks.yaml"));
    append(&old, CASE, &offer("one")).unwrap();
    let new = path_of(&folder.join("final.yaml"));
    // A journal of another case is no matter, nor is what is no journal.
    append(&path_of(&folder.join("other.yaml")), "other", &offer("one")).unwrap();
    fs::write(folder.join("notes.journal"), "dear diary\n").unwrap();
    fs::create_dir(folder.join("folder.journal")).unwrap();
    assert_eq!(elsewhere(&new, CASE), std::slice::from_ref(&old));
    assert!(!has_case(&old));
    let refused = append(&new, CASE, &offer("two")).unwrap_err();
    assert!(matches!(&refused, JournalError::Elsewhere { found, .. } if *found == [old.clone()]));
    assert!(
        refused.to_string().contains("talks.yaml.journal.head"),
        "{refused}"
    );
    assert!(!new.exists());
    // A copy of the case is refused alike, until it is to have a journal of its own.
    fs::write(folder.join("talks.yaml"), "").unwrap();
    assert!(has_case(&old) && append(&new, CASE, &offer("two")).is_err());
    begin(&new, CASE).unwrap();
    assert!(elsewhere(&new, "another").is_empty());
    assert_eq!(append(&new, CASE, &offer("two")).unwrap().line, 1);
    // Beginning what has begun changes nothing.
    begin(&new, CASE).unwrap();
    assert_eq!(load(&new, CASE).unwrap().unwrap().chain.entries.len(), 1);
}

#[test]
fn a_journal_left_in_the_folder_above_is_found() {
    let folder = scratch("moved-down");
    let below = folder.join("sub");
    fs::create_dir(&below).unwrap();
    let old = path_of(&folder.join("talks.yaml"));
    append(&old, CASE, &offer("one")).unwrap();
    let new = path_of(&below.join("talks.yaml"));
    let found = elsewhere(&new, CASE);
    assert_eq!(found.len(), 1);
    assert_eq!(
        fs::canonicalize(&found[0]).unwrap(),
        fs::canonicalize(&old).unwrap()
    );
    // A case that stayed above keeps its journal; the one below is another.
    fs::write(folder.join("talks.yaml"), "").unwrap();
    assert!(elsewhere(&new, CASE).is_empty());
}

/// Bytes that programs touched do not hide whose journal it is.
#[test]
fn a_touched_journal_is_recognized() {
    let folder = scratch("moved-touched");
    let old = path_of(&folder.join("talks.yaml"));
    append(&old, CASE, &offer("one")).unwrap();
    let text = fs::read_to_string(&old).unwrap();
    fs::write(&old, format!("\u{FEFF}{}", text.replace('\n', "\r\n"))).unwrap();
    assert_eq!(elsewhere(&path_of(&folder.join("final.yaml")), CASE), [old]);
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_journal_of_its_file() {
    use std::os::unix::fs::symlink;
    let folder = scratch("linked");
    let case = folder.join("talks.yaml");
    fs::write(&case, "").unwrap();
    let link = folder.join("final.yaml");
    symlink("talks.yaml", &link).unwrap();
    assert_eq!(
        path_of(&link),
        fs::canonicalize(&folder)
            .unwrap()
            .join("talks.yaml.journal")
    );
    append(&path_of(&case), CASE, &offer("one")).unwrap();
    assert_eq!(
        append(&path_of(&link), CASE, &offer("two")).unwrap().line,
        2
    );
    assert!(!folder.join("final.yaml.journal").exists());
    // A link that has a journal of its own already keeps it; a link to nothing has none.
    fs::write(folder.join("final.yaml.journal"), "").unwrap();
    assert_eq!(path_of(&link), folder.join("final.yaml.journal"));
    symlink("nowhere.yaml", folder.join("lost.yaml")).unwrap();
    assert_eq!(
        path_of(&folder.join("lost.yaml")),
        folder.join("lost.yaml.journal")
    );
}
