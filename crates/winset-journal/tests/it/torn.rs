//! Writers that were stopped: every part of a last line, and of a note.

use std::fs;

use winset_journal::{Note, append, head_path, load, path_of};

use crate::acts::{CASE, kept, offer, scratch};

/// The last line cut off after each of its bytes, with the note of the line before, with that of
/// the line itself, and without one: readers pass over what is left, and the next writer takes its
/// place, unless the note knows that the line was whole.
#[test]
fn every_part_of_a_last_line_is_recovered_from() {
    let folder = scratch("torn");
    let path = path_of(&folder.join("talks.yaml"));
    for once in ["one", "two"] {
        append(&path, CASE, &offer(once)).unwrap();
    }
    let (two, note_of_two) = kept(&path);
    append(&path, CASE, &offer("three")).unwrap();
    let (three, note_of_three) = kept(&path);
    for length in two.len()..=three.len() {
        for note in [Some(&note_of_two), Some(&note_of_three), None] {
            fs::write(&path, &three[..length]).unwrap();
            match note {
                Some(note) => fs::write(head_path(&path), note).unwrap(),
                None => fs::remove_file(head_path(&path)).unwrap(),
            }
            // Without its end the line is whole all the same.
            let whole = length + 1 >= three.len();
            let lost = note == Some(&note_of_three) && !whole;
            let read = load(&path, CASE).unwrap().unwrap();
            assert_eq!(read.fault.is_some(), lost, "{length}");
            assert_eq!(read.chain.entries.len(), if whole { 3 } else { 2 });
            assert_eq!(read.chain.torn, if whole { 0 } else { length - two.len() });
            assert_eq!(note.is_none(), read.note == Note::Missing);
            let again = append(&path, CASE, &offer("three"));
            if lost {
                assert!(again.unwrap_err().to_string().contains("went on to line 3"));
                continue;
            }
            let again = again.unwrap();
            assert_eq!((again.line, again.known), (3, whole), "{length}");
            assert_eq!(append(&path, CASE, &offer("four")).unwrap().line, 4);
            let read = load(&path, CASE).unwrap().unwrap();
            assert!(read.fault.is_none() && read.chain.torn == 0);
            let words = read
                .chain
                .entries
                .iter()
                .map(|e| e.act.once.clone().unwrap());
            let words: Vec<String> = words.collect();
            assert_eq!(words, ["one", "two", "three", "four"]);
            let (bytes, note) = kept(&path);
            assert_eq!(bytes[..three.len()], three);
            assert!(note.starts_with("4 "));
        }
    }
}

/// A note takes its name when it is whole, so that a part of one is no accident: it is told, and
/// nothing is written until it is looked into. A part beside it is of no matter.
#[test]
fn every_part_of_a_note_is_told() {
    let folder = scratch("torn-note");
    let path = path_of(&folder.join("talks.yaml"));
    append(&path, CASE, &offer("one")).unwrap();
    append(&path, CASE, &offer("two")).unwrap();
    let (_, note) = kept(&path);
    let head = head_path(&path);
    // Only its end may be missing: an editor takes it.
    for length in 0..note.len() - 1 {
        fs::write(&head, &note[..length]).unwrap();
        let read = load(&path, CASE).unwrap().unwrap();
        assert_eq!((read.fault.unwrap().line, read.note), (3, Note::Unreadable));
        assert_eq!(read.chain.entries.len(), 2);
        let refused = append(&path, CASE, &offer("three")).unwrap_err();
        assert!(refused.to_string().contains("note"), "{refused}");
    }
    fs::remove_file(&head).unwrap();
    let part = folder.join("talks.yaml.journal.head.part");
    fs::write(&part, &note[..20]).unwrap();
    assert_eq!(append(&path, CASE, &offer("three")).unwrap().line, 3);
    assert!(!part.exists() && kept(&path).1.starts_with("3 "));
}

/// Stopped after the line and before its note: the note is behind, and the same act sent again
/// brings it up.
#[test]
fn a_note_that_is_behind_is_brought_up() {
    let folder = scratch("behind");
    let path = path_of(&folder.join("talks.yaml"));
    append(&path, CASE, &offer("one")).unwrap();
    let (_, behind) = kept(&path);
    append(&path, CASE, &offer("two")).unwrap();
    let (_, right) = kept(&path);
    fs::write(head_path(&path), behind).unwrap();
    assert!(load(&path, CASE).unwrap().unwrap().fault.is_none());
    assert!(append(&path, CASE, &offer("two")).unwrap().known);
    assert_eq!(kept(&path).1, right);
}
