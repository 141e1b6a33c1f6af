//! The committed corpora of the fuzz targets for other programs' files, replayed: what they once
//! reached stays covered.

use std::path::Path;

#[expect(
    unreachable_pub,
    reason = "the fuzz targets use the same file as a library"
)]
#[path = "../../../../../fuzz/src/lib.rs"]
mod readers;

use readers::Reader;

const FILES_MIN: usize = 100;

#[test]
fn every_file_is_read_into_a_case_or_refused_with_findings_inside_it() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for reader in Reader::ALL {
        let mut files = 0;
        for entry in std::fs::read_dir(corpus.join(reader.name())).unwrap() {
            reader.check(&std::fs::read(entry.unwrap().path()).unwrap());
            files += 1;
        }
        assert!(files >= FILES_MIN, "{}: only {files} files", reader.name());
    }
}
