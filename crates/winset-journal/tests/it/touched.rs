//! Journals whose bytes other programs changed on the way, and no act of which is touched.

use std::fs;
use std::path::Path;

use winset_journal::{JournalError, Transport, append, head_path, load, path_of, repair};

use crate::acts::{CASE, kept, offer, scratch};

fn journal(name: &str) -> std::path::PathBuf {
    let path = path_of(&scratch(name).join("talks.yaml"));
    for once in ["one", "two", "three"] {
        append(&path, CASE, &offer(once)).unwrap();
    }
    path
}

fn put(path: &Path, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, change(&text)).unwrap();
}

type Change = fn(&str) -> String;

/// Each change alone and all together: read as written, named, refused to writers, repaired to the byte.
#[test]
fn what_programs_do_to_the_bytes_is_named_and_repaired() {
    let of = |byte_order_mark, cr_lf, empty_lines| Transport {
        byte_order_mark,
        cr_lf,
        empty_lines,
    };
    let changes: [(Change, Transport); 6] = [
        (|text| text.replace('\n', "\r\n"), of(false, 3, 0)),
        (|text| text.replacen('\n', "\r\n", 1), of(false, 1, 0)),
        (|text| format!("{text}\n"), of(false, 0, 1)),
        (|text| text.replace('\n', "\n\r\n"), of(false, 0, 3)),
        (|text| format!("\u{FEFF}{text}"), of(true, 0, 0)),
        (
            |text| format!("\u{FEFF}\n{}\n\n", text.trim_end().replace('\n', "\r\n")),
            of(true, 2, 2),
        ),
    ];
    let path = journal("touched");
    let (right, note) = kept(&path);
    for (change, expected) in changes {
        put(&path, change);
        let touched = fs::read(&path).unwrap();
        let read = load(&path, CASE).unwrap().unwrap();
        assert_eq!((read.touched, read.fault), (expected, None));
        assert_eq!(read.chain.entries.len(), 3);
        let refused = append(&path, CASE, &offer("four")).unwrap_err();
        assert!(matches!(&refused, JournalError::Touched { touched, .. } if *touched == expected));
        assert!(
            refused.to_string().contains("winset journal repair"),
            "{refused}"
        );
        assert_eq!(fs::read(&path).unwrap(), touched, "nothing is written");
        let repaired = repair(&path).unwrap();
        assert_eq!(repaired.undone, expected);
        assert_eq!(
            repaired.before - repaired.after,
            touched.len() - right.len()
        );
        assert_eq!(kept(&path), (right.clone(), note.clone()));
        assert!(repair(&path).unwrap().undone.is_none());
    }
    assert_eq!(append(&path, CASE, &offer("four")).unwrap().line, 4);
}

/// The note means the same with other ends of lines, a mark in front, or without its end.
#[test]
fn a_note_that_programs_touched_still_holds() {
    let path = journal("touched-note");
    let (_, note) = kept(&path);
    for touched in [
        note.replace('\n', "\r\n"),
        note.trim_end().to_owned(),
        format!("{note}\n"),
        format!("\u{FEFF}{note}"),
    ] {
        fs::write(head_path(&path), &touched).unwrap();
        let read = load(&path, CASE).unwrap().unwrap();
        assert_eq!(
            (read.fault, read.chain.entries.len()),
            (None, 3),
            "{touched:?}"
        );
        // It still guards the end.
        put(&path, |text| {
            let lines: Vec<&str> = text.lines().take(2).collect();
            lines.join("\n") + "\n"
        });
        let cut = load(&path, CASE).unwrap().unwrap().fault.unwrap();
        assert!(cut.what.contains("went on to line 3"), "{}", cut.what);
        fs::remove_file(head_path(&path)).unwrap();
        append(&path, CASE, &offer("three")).unwrap();
        assert_eq!(kept(&path).1, note);
    }
}

/// A repair hides nothing: what was changed in a line is found as before, and a line cut short stays.
#[test]
fn a_repair_touches_no_act() {
    let path = journal("touched-acts");
    put(&path, |text| {
        text.replace("offer two", "offer 2").replace('\n', "\r\n")
    });
    let before = load(&path, CASE).unwrap().unwrap().fault.unwrap();
    assert!(before.line == 2 && before.what.contains("changed"));
    repair(&path).unwrap();
    assert_eq!(load(&path, CASE).unwrap().unwrap().fault, Some(before));
    assert!(repair(&path_of(&scratch("touched-none").join("talks.yaml"))).is_err());
}

#[cfg(unix)]
#[test]
fn a_repaired_journal_keeps_who_may_read_it_and_nothing_planted_is_followed() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let path = journal("touched-planted");
    put(&path, |text| format!("{text}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let precious = path.with_file_name("precious");
    fs::write(&precious, "keep").unwrap();
    symlink(&precious, path.with_file_name("talks.yaml.journal.part")).unwrap();
    repair(&path).unwrap();
    assert_eq!(fs::read_to_string(&precious).unwrap(), "keep");
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
}
