//! The committed corpus of the fuzz target `certificate`, replayed: none of it is accepted for a
//! case that has an overlap.

use std::path::Path;

use winset_check::{census, header, refute, verify};
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_model::read_case;

const FILES_MIN: usize = 50;

#[test]
fn nothing_in_the_corpus_is_accepted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let bytes = std::fs::read(folder.join("seeds/feasible.yaml")).unwrap();
    let case = read_case(&bytes, Syntax::Yaml).unwrap().case;
    let declared = Positions::declared(&case);
    assert!(census(&case, &declared, 1_000).unwrap().count > 0);
    let head = header(&case, &declared).into_bytes();
    let mut files = 0;
    for entry in std::fs::read_dir(folder.join("corpus/certificate")).unwrap() {
        let data = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(verify(&case, &data).is_err());
        let whole = [head.as_slice(), &data].concat();
        assert!(refute(&case, &declared, whole).is_err());
        files += 1;
    }
    assert!(files >= FILES_MIN, "only {files} files");
}
