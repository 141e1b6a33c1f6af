//! The committed corpus of the fuzz target `case`, replayed: what it once reached stays covered.

use std::path::Path;

use winset_model::diagnostic::Diagnostic;
use winset_model::document::Syntax;
use winset_model::read_case;

const FILES_MIN: usize = 800;

#[test]
fn every_file_is_read_or_refused_with_findings_inside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/case");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let data = std::fs::read(entry.unwrap().path()).unwrap();
        let Some((first, bytes)) = data.split_first() else {
            continue;
        };
        let syntax = [Syntax::Yaml, Syntax::Json, Syntax::Toml][usize::from(first % 3)];
        let inside = |d: &Diagnostic| d.span.start <= d.span.end && d.span.end <= bytes.len();
        match read_case(bytes, syntax) {
            Ok(reading) => assert!(reading.warnings.iter().all(inside)),
            Err(found) => assert!(!found.is_empty() && found.iter().all(inside)),
        }
        files += 1;
    }
    assert!(files >= FILES_MIN, "only {files} files");
}
