//! `LibreOffice` opens what is written, and what it saves is read.

use std::path::{Path, PathBuf};
use std::process::Command;

use winset_gen::small::small;
use winset_model::audience::{Audience, for_audience};
use winset_model::case_from_document;
use winset_model::document::{Node, Syntax, parse};
use winset_sheet::{SheetReading, document_from, read_tables, to_xlsx, with_agreed, workbook_of};

use crate::round_trips::{odd_texts, unscored};
use crate::support::{basin, document, places};

/// Whether `LibreOffice` is here with its spreadsheet; with its word processor alone it starts as well.
#[expect(clippy::print_stdout, reason = "says that a check was skipped")]
fn has_calc() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let program = std::env::split_paths(&path).map(|folder| folder.join("soffice"));
    let program = program.filter_map(|program| std::fs::canonicalize(program).ok());
    let calc = |program: PathBuf| program.with_file_name("libsclo.so").exists();
    let has = program.into_iter().any(calc);
    if !has {
        println!("skipped: LibreOffice Calc is not here");
    }
    has
}

/// A workbook that is sent through the program.
struct Sent {
    name: String,
    document: Node,
    own: Option<&'static str>,
}

fn sent() -> Vec<Sent> {
    let mut all = Vec::new();
    let mut add = |name: &str, document: Node, own: Option<&'static str>| {
        let name = name.to_owned();
        all.push(Sent {
            name,
            document,
            own,
        });
    };
    let yaml = |text: &str| parse(text.as_bytes(), Syntax::Yaml).unwrap();
    let mill = yaml(include_str!("../../../winset-cli/tests/cases/mill.yaml"));
    let well = yaml(include_str!("../../../winset-cli/tests/cases/well.yaml"));
    for (name, case, party) in [
        ("basin", basin(), "lethia"),
        ("mill", mill, "hill"),
        ("well", well, "council"),
    ] {
        let cut = for_audience(&case, &Audience::Party(party.to_owned()));
        add(&format!("{name}-{party}"), cut, Some(party));
        add(name, case, None);
    }
    add("unscored", unscored(), None);
    add("odd", odd_texts(), None);
    for seed in 0..4 {
        let case = document(&small(seed).to_string());
        add(&format!("small-{seed}"), case, None);
    }
    all
}

/// Converts all files in one start of the program, with a home of its own.
fn convert(folder: &Path, format: &str, files: &[Sent]) {
    let out = Command::new("soffice")
        .arg("--headless")
        .arg(format!(
            "-env:UserInstallation=file://{}/home",
            folder.display()
        ))
        .args(["--convert-to", format, "--outdir"])
        .arg(folder.join(format))
        .args(
            files
                .iter()
                .map(|sent| folder.join(format!("{}.xlsx", sent.name))),
        )
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{errors}");
}

/// What comes back is the case that went out, onto a case and by itself, and there is nothing to tell.
fn check(folder: &Path, format: &str, sent: &Sent) {
    let what = format!("{}, {format}", sent.name);
    let file = folder.join(format).join(format!("{}.{format}", sent.name));
    let bytes = std::fs::read(&file).unwrap();
    let tables = read_tables(&bytes).unwrap_or_else(|e| panic!("{what}: {:#?}", places(&e)));
    for base in [None, Some(&sent.document)] {
        let reading = document_from(&tables, base);
        let SheetReading {
            document,
            own,
            remarks,
            guesses,
        } = reading.unwrap_or_else(|e| panic!("{what}: {:#?}", places(&e)));
        assert_eq!((remarks, guesses), (vec![], vec![]), "{what}");
        assert_eq!(
            document.canonical_json(),
            sent.document.canonical_json(),
            "{what}"
        );
        assert_eq!(own.as_deref(), sent.own, "{what}");
    }
}

#[test]
fn libreoffice_saves_the_same_case() {
    if !has_calc() {
        return;
    }
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    // Nothing of an earlier run is taken for what comes back.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let all = sent();
    for sent in &all {
        let case = case_from_document(&sent.document).unwrap().case;
        let book = with_agreed(workbook_of(&sent.document, sent.own).unwrap(), &case);
        let file = folder.join(format!("{}.xlsx", sent.name));
        std::fs::write(file, to_xlsx(&book).unwrap()).unwrap();
    }
    for format in ["ods", "xlsx"] {
        convert(&folder, format, &all);
        for sent in &all {
            check(&folder, format, sent);
        }
    }
}
