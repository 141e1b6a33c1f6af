//! Who waits for whom, what is a journal at all, and who may read what is written.

use std::fs::{self, File};

use winset_journal::{append, head_path, load, path_of};

use crate::acts::{CASE, offer, scratch};

#[test]
fn readers_wait_for_nobody_and_writers_a_second() {
    let path = path_of(&scratch("held").join("talks.yaml"));
    append(&path, CASE, &offer("one")).unwrap();
    // Whoever can read the file can lock it.
    let other = File::open(&path).unwrap();
    for shared in [false, true] {
        if shared {
            other.lock_shared().unwrap();
        } else {
            other.lock().unwrap();
        }
        assert_eq!(load(&path, CASE).unwrap().unwrap().chain.entries.len(), 1);
        let refused = append(&path, CASE, &offer("two")).unwrap_err().to_string();
        assert!(
            refused.contains("another program holds its lock")
                && refused.contains("nothing was written"),
            "{refused}"
        );
        if cfg!(target_os = "linux") {
            let pid = format!("process {}", std::process::id());
            assert!(refused.contains(&pid), "{refused}");
        }
        other.unlock().unwrap();
    }
    assert_eq!(append(&path, CASE, &offer("two")).unwrap().line, 2);
}

#[test]
fn what_is_no_file_is_no_journal() {
    let path = path_of(&scratch("kinds").join("talks.yaml"));
    fs::create_dir(&path).unwrap();
    assert!(load(&path, CASE).is_err());
    assert!(append(&path, CASE, &offer("one")).is_err());
    fs::remove_dir(&path).unwrap();
    fs::create_dir(head_path(&path)).unwrap();
    assert!(load(&path, CASE).is_err());
    assert!(append(&path, CASE, &offer("one")).is_err());
    assert!(!path.exists(), "nothing is begun");
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_no_journal() {
    let path = path_of(&scratch("device").join("talks.yaml"));
    std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
    assert!(
        load(&path, CASE)
            .unwrap_err()
            .to_string()
            .contains("not a file")
    );
    assert!(append(&path, CASE, &offer("one")).is_err());
}

/// The line is on disk before the note is written: what fails then is told, and is no failure.
#[test]
fn an_act_that_is_written_is_not_said_to_have_failed() {
    let path = path_of(&scratch("unnoted").join("talks.yaml"));
    append(&path, CASE, &offer("one")).unwrap();
    let part = path.with_file_name("talks.yaml.journal.head.part");
    fs::create_dir(&part).unwrap();
    let second = append(&path, CASE, &offer("two")).unwrap();
    assert!(second.line == 2 && second.unnoted.is_some(), "{second:?}");
    let kept = load(&path, CASE).unwrap().unwrap();
    assert!(kept.chain.entries.len() == 2 && kept.fault.is_none());
    fs::remove_dir(&part).unwrap();
    let third = append(&path, CASE, &offer("three")).unwrap();
    assert!(third.line == 3 && third.unnoted.is_none());
}

#[cfg(unix)]
#[test]
fn a_planted_link_leads_nowhere() {
    let folder = scratch("planted");
    let path = path_of(&folder.join("talks.yaml"));
    let victim = folder.join("victim");
    fs::write(&victim, "precious").unwrap();
    let part = path.with_file_name("talks.yaml.journal.head.part");
    std::os::unix::fs::symlink(&victim, &part).unwrap();
    append(&path, CASE, &offer("one")).unwrap();
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    assert!(fs::symlink_metadata(&part).is_err());
    let kept = load(&path, CASE).unwrap().unwrap();
    assert!(kept.fault.is_none() && kept.chain.entries.len() == 1);
}

#[cfg(unix)]
#[test]
fn a_journal_is_its_makers_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let path = path_of(&scratch("private").join("talks.yaml"));
    append(&path, CASE, &offer("one")).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!([mode(&path), mode(&head_path(&path))], [0o600, 0o600]);
    // Whoever is let in stays in.
    for path in [&path, &head_path(&path)] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    append(&path, CASE, &offer("two")).unwrap();
    assert_eq!([mode(&path), mode(&head_path(&path))], [0o640, 0o640]);
}
