//! What readers do not see, take for something else, or mistake for a case.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{folder, run, scratch};

const PIER: &str = "format: winset-case/1
id: pier
title: Pier
parties:
  - {id: ann, name: Ann, no_deal: 1}
  - {id: bob, name: Bob, no_deal: 1}
points:
  - {id: price, title: Price, options: [{id: low, label: Low}, {id: high, label: High}]}
  - {id: day, title: Day, options: [{id: mon, label: Monday}, {id: tue, label: Tuesday}]}
preferences:
  ann: {price: {scores: [2, 0]}, day: {scores: [1, 0]}}
  bob: {price: {scores: [0, 2]}, day: {scores: [0, 1]}}
";

/// What writes files of a case: each file, and the arguments.
fn outputs(folder: &Path, case: &str) -> Vec<(String, Vec<String>)> {
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let mut outputs: Vec<(String, Vec<String>)> = Vec::new();
    for (what, ending) in [
        ("matrix", "csv"),
        ("clashes", "csv"),
        ("offers", "csv"),
        ("calendar", "ics"),
        ("timeline", "svg"),
        ("case", "html"),
    ] {
        let file = at(&format!("{what}.{ending}"));
        let args = ["export", case, what, "-o", &file];
        outputs.push((file.clone(), args.map(str::to_owned).to_vec()));
    }
    for ending in ["docx", "html", "md", "txt"] {
        for version in [
            &["--version", "V1"][..],
            &["--version", "V2", "--redline", "V1"],
        ] {
            let file = at(&format!("{}.{ending}", version.len()));
            let args = [&["text", case, "-o", &file], version].concat();
            outputs.push((
                file.clone(),
                args.iter().map(|arg| (*arg).to_owned()).collect(),
            ));
        }
    }
    outputs
}

/// The texts of all files that a case with hostile characters is written to.
fn written() -> Vec<(String, String)> {
    let folder = scratch("unseen");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let case = at("unseen.json");
    fs::copy(self::folder().join("unseen.json"), &case).unwrap();
    let act = |args: &[&str]| {
        let ran = run(&[args, &["--at", "2031-03-01T09:00:00Z"]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    };
    act(&[
        "offer",
        "add",
        &case,
        "--by",
        "a",
        "--set",
        "p=y",
        "--note",
        "n\u{202E}ote",
    ]);
    act(&["offer", "add", &case, "--by", "b", "--set", "p=x"]);
    act(&["text", "draft", &case, "--version", "V1"]);
    act(&[
        "text",
        "wording",
        &case,
        "--clause",
        "p",
        "--by",
        "a",
        "--text",
        "w\u{2066}ords",
    ]);
    act(&["text", "draft", &case, "--version", "V2"]);
    let mut texts = Vec::new();
    for (file, args) in outputs(&folder, &case) {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let ran = run(&args);
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
        texts.push((format!("{args:?}"), ran.stdout + &ran.stderr));
        let bytes = fs::read(&file).unwrap();
        texts.push((file, String::from_utf8_lossy(&bytes).into_owned()));
    }
    for args in [
        &["show", &case][..],
        &["status", &case],
        &["text", &case],
        &["offer", "list", &case],
        &["journal", "show", &case],
        &["status", &case, "--json"],
        &["text", &case, "--version", "V2", "--json"],
    ] {
        let ran = run(args);
        texts.push((format!("{args:?}"), ran.stdout + &ran.stderr));
    }
    texts
}

#[test]
fn no_face_shows_what_hides_or_turns() {
    let texts = written();
    assert!(texts.len() > 30);
    for (name, text) in &texts {
        for hidden in ['\u{202E}', '\u{202C}', '\u{200B}', '\u{2066}'] {
            assert!(
                !text.contains(hidden),
                "{name}: U+{:04X}",
                u32::from(hidden)
            );
        }
    }
    let seen = |part: &str| texts.iter().filter(|(_, text)| text.contains(part)).count();
    assert!(seen("[U+202E]ton[U+202C] withdraw") > 8);
    assert!(seen("w[U+2066]ords") > 3);
}

/// What two texts that look the same differ in is spelled out.
#[test]
fn a_redline_shows_no_two_texts_that_look_the_same() {
    let folder = scratch("look-alikes");
    for (old, new, expected) in [
        (
            "y",
            "w",
            "Not <del>more</del><ins>m\\[U+043E\\]re</ins> than 800,000.",
        ),
        ("y", "z", "8\\[U+200B\\]00,000</ins>"),
    ] {
        let case = folder.join("case.json");
        let case = case.to_str().unwrap();
        let _ = fs::remove_file(format!("{case}.journal"));
        let _ = fs::remove_file(format!("{case}.journal.head"));
        fs::copy(self::folder().join("unseen.json"), case).unwrap();
        for (option, version) in [(old, "V1"), (new, "V2")] {
            for by in ["a", "b"] {
                let set = format!("p={option}");
                let ran = run(&["offer", "add", case, "--by", by, "--set", &set]);
                assert_eq!(ran.code, Some(0), "{}", ran.stderr);
            }
            assert_eq!(
                run(&["text", "draft", case, "--version", version]).code,
                Some(0)
            );
        }
        let ran = run(&[
            "text",
            case,
            "--version",
            "V2",
            "--redline",
            "V1",
            "-o",
            "-",
        ]);
        assert!(
            ran.stdout.contains(expected),
            "{expected} in {}",
            ran.stdout
        );
    }
}

/// Flags, packages and acts name what differs from a name that looks the same, and know both writings
/// of a name.
#[test]
fn names_are_known_in_both_writings_and_others_are_told_apart() {
    let folder = scratch("names");
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let case = file("pier.yaml", &PIER.replace("ann", "a\u{308}nn"));
    let package = file("p.yaml", "price: lo\u{77}\nday: mon\n");
    for by in ["a\u{308}nn", "\u{e4}nn"] {
        let ran = run(&["offer", "add", &case, "--by", by, "--package", &package]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }
    let ran = run(&["offer", "list", &case, "--as", "a\u{308}nn"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told = |args: &[&str], expected: &str| {
        let ran = run(args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        let said = ran.told();
        assert!(said.contains(expected), "{expected}: {said}");
    };
    let plain = file("plain.yaml", PIER);
    let cyrillic = "\u{430}nn";
    told(
        &[
            "offer",
            "add",
            &plain,
            "--by",
            cyrillic,
            "--package",
            &package,
        ],
        "[U+0430]nn",
    );
    told(
        &["frontier", &plain, "--parties", &format!("{cyrillic},bob")],
        "[U+0430]nn",
    );
    told(
        &["offer", "list", &plain, "--as", "bob\u{200B}"],
        "bob[U+200B]",
    );
    let odd = file("odd.yaml", "pric\u{435}: low\nday: m\u{A0}on\n");
    told(
        &["text", &plain, "--package", &odd, "-o", "-"],
        "U+0435 CYRILLIC, which looks like e",
    );
    told(
        &["text", &plain, "--package", &odd, "-o", "-"],
        "U+00A0 NO-BREAK SPACE",
    );
    let case = file("key.yaml", &PIER.replace("no_deal: 1", "no_deal:\u{A0}1"));
    told(&["check", &case], "U+00A0 NO-BREAK SPACE");
    let case = file("zero.yaml", &PIER.replace("id: ann", "id: ann\u{200B}"));
    told(&["check", &case], "U+200B ZERO WIDTH SPACE");
}

/// The proof that there is no overlap is accepted by both checkers, whatever the writing of names.
#[test]
fn both_checkers_know_both_writings_of_a_name() {
    let folder = scratch("writings");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (case, json, proof) = (at("case.yaml"), at("case.json"), at("proof"));
    let text = PIER
        .replace("  ann:", "  \u{e4}nn:")
        .replace("id: ann", "id: a\u{308}nn");
    fs::write(&case, text.replace("no_deal: 1", "no_deal: 3")).unwrap();
    let ran = run(&["solve", &case, "--certificate", &proof]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(run(&["verify", &case, &proof]).code, Some(0));
    fs::write(&json, run(&["show", &case, "--json"]).stdout).unwrap();
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools");
    let mut python = Command::new("python3");
    python.args(["verify.py", &json, &proof]).current_dir(tools);
    match python.env("PYTHONDONTWRITEBYTECODE", "1").output() {
        Ok(ran) => assert!(
            String::from_utf8_lossy(&ran.stdout).starts_with("accepted"),
            "{ran:?}"
        ),
        Err(error) => eprintln!("skipped: python3 cannot be run: {error}"),
    }
}

/// The file of a domain stands for its folder, where a case is asked for.
#[test]
fn the_file_of_a_domain_is_told_from_other_xml() {
    let folder = scratch("kinds-domain");
    let case = folder.join("pier.yaml");
    fs::write(&case, PIER).unwrap();
    let alone = folder.join("alone");
    fs::create_dir(&alone).unwrap();
    let domain = alone.join("d.xml");
    fs::write(&domain, "<?xml version=\"1.0\"?>\n<negotiation_template/>").unwrap();
    let domain = domain.to_str().unwrap();
    let ran = run(&["check", domain]);
    assert!(
        ran.told().contains("the domain has no issue"),
        "{}",
        ran.stderr
    );
    let case = case.to_str().unwrap();
    let ran = run(&["text", case, "--package", domain, "-o", "-"]);
    assert!(ran.told().contains("folder that holds"), "{}", ran.stderr);
}

/// Files that people have beside a case, given for one.
#[test]
fn files_of_other_kinds_are_named() {
    let folder = scratch("kinds");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let case = file("pier.yaml", PIER.as_bytes());
    let package = file("p.yaml", b"price: low\nday: mon\n");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (docx, csv, ics) = (at("t.docx"), at("m.csv"), at("c.ics"));
    for args in [
        &["text", &case, "--package", &package, "-o", &docx][..],
        &["export", &case, "matrix", "-o", &csv],
        &["export", &case, "calendar", "-o", &ics],
    ] {
        assert_eq!(run(args).code, Some(0), "{args:?}");
    }
    let utf16: Vec<u8> = PIER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let kinds = [
        (docx, "DOCX file"),
        (csv, "CSV file"),
        (ics, "ICS file"),
        (
            file("b.zip.yaml", b"PK\x03\x04\0\0xl/workbook.xml\0"),
            "XLSX file",
        ),
        (
            file(
                "c.zip.yaml",
                b"PK\x03\x04\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            ),
            "ODS file",
        ),
        (file("b.zip", b"PK\x03\x04\0\0\0"), "ZIP file"),
        (file("b.pdf", b"%PDF-1.4\n%\xE2\xE3\0\0"), "PDF file"),
        (file("b.png", b"\x89PNG\r\n\x1A\n\0\0\0"), "PNG file"),
        (file("x.xml", b"<a>b</a>"), "XML file"),
        (file("e.yaml", b""), "empty"),
        (
            file("prose.txt", b"We met on Monday.\nWe meet again.\n"),
            "a text, not",
        ),
        (file("u16.yaml", &utf16), "save it as UTF-8"),
        (
            file("j.json", b"{\"journal\":\"winset-journal/1\",\"n\":1}"),
            "a journal",
        ),
    ];
    for (path, kind) in &kinds {
        for args in [
            &["check", path][..],
            &["solve", path],
            &["text", &case, "--package", path, "-o", "-"],
        ] {
            let ran = run(args);
            let said = ran.told() + &ran.stdout;
            assert_eq!(ran.code, Some(2), "{args:?}: {said}");
            let of_case = !args.contains(&"--package") || !["empty", "a text, not"].contains(kind);
            assert!(said.contains(kind) || !of_case, "{kind}: {said}");
            let noise = ["[U+0000]", "u{0}", "\u{FFFD}"];
            assert!(!noise.iter().any(|noise| said.contains(noise)), "{said}");
        }
    }
    fs::copy(at("t.docx"), format!("{case}.journal")).unwrap();
    let ran = run(&["journal", "verify", &case]);
    assert!(ran.stdout.contains("DOCX file"), "{}", ran.stdout);
}

#[test]
fn a_folder_with_a_case_names_it() {
    let folder = scratch("folder-with-case");
    fs::write(folder.join("talks.yaml"), PIER).unwrap();
    for command in ["solve", "check", "status", "lint"] {
        let ran = run(&[command, folder.to_str().unwrap()]);
        let said = (ran.stderr + &ran.stdout)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(ran.code, Some(2), "{command}: {said}");
        let expected = "the folder holds the case talks.yaml: name it";
        assert!(said.contains(expected), "{command}: {said}");
    }
}
