//! `LibreOffice` opens what is written, and what it saves is read.

use std::path::{Path, PathBuf};
use std::process::Command;

use winset_gen::small::small;
use winset_model::document::Node;
use winset_sheet::{document_from, read_tables, to_xlsx, workbook_of};

use crate::support::{basin, document, places};

fn converted(folder: &Path, name: &str, format: &str) -> Vec<u8> {
    let out = folder.join(format);
    let status = Command::new("soffice")
        .arg("--headless")
        .arg(format!(
            "-env:UserInstallation=file://{}/profile",
            folder.display()
        ))
        .args(["--convert-to", format, "--outdir"])
        .arg(&out)
        .arg(folder.join(format!("{name}.xlsx")))
        .status()
        .unwrap();
    assert!(status.success());
    std::fs::read(out.join(format!("{name}.{format}"))).unwrap()
}

fn check(folder: &Path, name: &str, document: &Node) {
    let bytes = to_xlsx(&workbook_of(document, None).unwrap()).unwrap();
    std::fs::write(folder.join(format!("{name}.xlsx")), bytes).unwrap();
    for format in ["ods", "xlsx"] {
        let tables = read_tables(&converted(folder, name, format));
        let read = tables.and_then(|tables| document_from(&tables, None));
        let read = read.unwrap_or_else(|e| panic!("{name}, {format}: {:#?}", places(&e)));
        assert_eq!(
            read.document.canonical_json(),
            document.canonical_json(),
            "{name}, {format}"
        );
        assert_eq!(
            (read.remarks, read.guesses),
            (vec![], vec![]),
            "{name}, {format}"
        );
    }
}

#[test]
#[ignore = "needs LibreOffice Calc, and takes a minute"]
fn libreoffice_saves_the_same_document() {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    std::fs::create_dir_all(&folder).unwrap();
    check(&folder, "basin", &basin());
    for seed in 0..8 {
        check(
            &folder,
            &format!("small-{seed}"),
            &document(&small(seed).to_string()),
        );
    }
}
