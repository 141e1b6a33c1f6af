//! The committed corpus of the fuzz target `journal`, replayed: what it once reached stays covered.

use std::path::Path;

#[expect(unreachable_pub, reason = "the fuzz target uses the same file")]
#[path = "../../../../fuzz/shared/journal.rs"]
mod journal;

#[test]
fn the_corpus_is_read_without_a_panic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/journal");
    let mut held = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        held += journal::check(&std::fs::read(file.unwrap().path()).unwrap());
    }
    assert!(held >= 3, "{held}");
}
