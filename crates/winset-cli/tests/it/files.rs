//! Certificates: written whole or not at all, and checked again.

use std::fs;

use crate::run::{run, run_with, scratch};

#[test]
fn a_certificate_is_written_and_accepted() {
    let folder = scratch("certificates");
    let path = folder.join("dry.proof");
    let path = path.to_str().unwrap();
    let solved = run(&["solve", "dry-well.yaml", "--certificate", path]);
    assert_eq!(solved.code, Some(0));
    assert!(solved.stdout.contains("written to"));
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        1,
        "nothing else is left behind"
    );
    let ran = run(&["verify", "dry-well.yaml", path]);
    insta::assert_snapshot!("verify-accepted", ran.transcript());
    let refused = run(&["verify", "well.yaml", path]);
    insta::assert_snapshot!("verify-refused", refused.transcript());
    let piped = run_with(&["verify", "dry-well.yaml", "-"], &fs::read(path).unwrap());
    assert_eq!(piped, ran);
}

#[test]
fn a_certificate_on_standard_output_stands_there_alone() {
    let ran = run(&["solve", "dry-well.yaml", "--certificate", "-"]);
    assert!(ran.stdout.starts_with("winset-certificate/1\n"));
    assert!(ran.stderr.starts_with("No overlap"));
    assert_eq!(
        run_with(&["verify", "dry-well.yaml", "-"], ran.stdout.as_bytes()).code,
        Some(0)
    );
}

/// A certificate by hand: a line at step 0 and a floor moved, which still leaves nothing.
#[test]
fn other_questions_are_told_apart() {
    let own = run(&["solve", "dry-well.yaml", "--certificate", "-"]).stdout;
    let tree = own.find("w ").unwrap_or_else(|| own.find("tree").unwrap());
    let (head, rest) = own.split_at(tree);
    assert!(head.contains("floor dale 11/2\n"));
    let moved = format!(
        "{}only days two,three\n{rest}",
        head.replace("dale 11/2", "dale 13/2")
    );
    let ran = run_with(&["verify", "dry-well.yaml", "-"], moved.as_bytes());
    insta::assert_snapshot!("verify-other-question", ran.transcript());
}

#[test]
fn no_certificate_of_an_overlap() {
    let folder = scratch("no-certificate");
    let path = folder.join("well.proof");
    fs::write(&path, "an older file").unwrap();
    let ran = run(&[
        "solve",
        "well.yaml",
        "--certificate",
        path.to_str().unwrap(),
        "--force",
    ]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.stderr,
        "no certificate was written: there is an overlap\n"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "an older file");
}

#[test]
fn places_where_no_certificate_can_be_written() {
    let folder = scratch("bad-places");
    for (place, why) in [
        (folder.clone(), "not a file"),
        (folder.join("no/such"), "No such file"),
    ] {
        let place = place.to_str().unwrap();
        let ran = run(&["solve", "dry-well.yaml", "--certificate", place]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
        let flat = ran.stderr.replace("\n       ", " ");
        assert!(
            flat.contains("failed to write the certificate") && flat.contains(why),
            "{flat}"
        );
    }
}

#[test]
fn garbage_is_refused_and_not_printed() {
    let ran = run_with(&["verify", "well.yaml", "-"], b"\x1b[2J\xff\n");
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("refused: ") && !ran.told().contains('\x1b'));
}
