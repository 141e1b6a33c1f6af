//! The certificates that the second reader, `tools/verify.py`, is held to as well.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

mod fuzz_corpus;

use std::path::{Path, PathBuf};

use winset_check::{CertificateFault, Rejection, census, header, refute, verify};
use winset_model::case::Case;
use winset_model::document::Syntax;

/// Fewer cases than this mean that the folder was not found whole.
const CASES_MIN: usize = 12;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/certificates");
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    cases.sort();
    assert!(cases.len() >= CASES_MIN, "{} cases", cases.len());
    cases
}

fn read(path: &Path) -> Case {
    let bytes = std::fs::read(path).unwrap();
    winset_model::read_case(&bytes, Syntax::Json).unwrap().case
}

#[test]
fn accepted_certificates_are_accepted_and_right() {
    for path in cases() {
        let case = read(&path);
        let bytes = std::fs::read(path.with_extension("accepted")).unwrap();
        let proof = verify(&case, &bytes).unwrap();
        assert!(bytes.starts_with(header(&case, proof.positions()).as_bytes()));
        let counted = census(&case, proof.positions(), 1 << 12).unwrap();
        assert_eq!(counted.count, 0, "{}", path.display());
        assert_eq!(refute(&case, proof.positions(), bytes), Ok(proof));
    }
}

#[test]
fn a_leaf_that_is_not_closed_is_refused() {
    for path in cases() {
        let bytes = std::fs::read(path.with_extension("refused")).unwrap();
        let refused = verify(&read(&path), &bytes);
        let not_closed = matches!(
            refused,
            Err(Rejection::Certificate {
                fault: CertificateFault::NotClosed,
                ..
            })
        );
        assert!(not_closed, "{}: {refused:?}", path.display());
    }
}
