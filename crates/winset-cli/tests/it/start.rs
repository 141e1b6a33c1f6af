//! `winset desk` without a case: cases that are begun, imported and opened again by forms alone.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;

use crate::browser::Desk;
use crate::run::{command, folder, run, scratch};

/// A desk without a case in a folder.
fn start(folder: &Path) -> Desk {
    Desk::run(command(&["desk"]).current_dir(folder))
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// A form of these fields.
fn form(fields: &[(&str, &str)]) -> String {
    let fields = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)));
    fields.collect::<Vec<String>>().join("&")
}

const HARBOUR: &[(&str, &str)] = &[
    ("title", "Use of the harbour"),
    ("party1", "Northern Port Authority"),
    ("short1", "NPA"),
    ("role1", "principal"),
    ("party3", "Southern Fleet"),
    ("role3", "principal"),
    ("party4", "Council of the Coast"),
    ("role4", "ally"),
    ("mediator", "Office of the Mediator"),
    ("point1", "Who assigns berths"),
    ("options1", "the northern office\r\na joint office"),
    ("point4", "Fee per ship"),
    ("options4", "none; 5,000\n10,000"),
];

/// The same with other values, or with more.
fn harbour(changes: &[(&str, &str)]) -> String {
    let mut fields = HARBOUR.to_vec();
    for change in changes {
        match fields.iter_mut().find(|field| field.0 == change.0) {
            Some(field) => *field = *change,
            None => fields.push(*change),
        }
    }
    form(&fields)
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// Sends a form that has to open a case.
fn opens(desk: &Desk, road: &str, form: &str) {
    let answer = desk.ask(&format!("POST /start/{road}"), form);
    assert_eq!(status(&answer), "303", "{answer}");
}

/// Sends a form that has to be mended: the page that says how.
fn refuses(desk: &Desk, road: &str, form: &str) -> String {
    let answer = desk.ask(&format!("POST /start/{road}"), form);
    assert!(
        status(&answer) == "200" && answer.contains("role=\"alert\""),
        "{form}\n{answer}"
    );
    answer
}

/// What is said at a field; empty where nothing is.
fn said<'a>(page: &'a str, field: &str) -> &'a str {
    let before = format!("id=\"{field}-wrong\"><p>");
    let rest = page.split_once(&before).map_or("", |(_, rest)| rest);
    rest.split("</div>").next().unwrap_or_default()
}

/// The names of the files in a folder.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// A form with one file, sent.
fn uploads(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    let head = format!(
        "--line\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"{name}\"\r\n\r\n"
    );
    let form = [head.as_bytes(), bytes, b"\r\n--line--\r\n"].concat();
    desk.ask_as(
        "POST /start/import",
        "multipart/form-data; boundary=line",
        &form,
    )
}

/// The word under which the lobby keeps what it read.
fn key(page: &str) -> &str {
    let rest = page
        .split_once("name=\"key\" value=\"")
        .map(|(_, rest)| rest);
    rest.unwrap_or_else(|| panic!("{page}"))
        .split('"')
        .next()
        .unwrap()
}

#[test]
fn a_case_is_written_down_in_a_form() {
    let folder = scratch("start-new");
    let desk = start(&folder);
    assert!(desk.ask("GET /", "").contains("location: /start\r\n"));
    opens(&desk, "new", &harbour(&[]));
    assert!(
        desk.ask("GET /", "")
            .contains("location: /case/1/v/mediator/desk")
    );
    let page = desk.ask("GET /case/1/v/mediator/matrix", "");
    assert!(page.contains("Use of the harbour") && page.contains("Fee per ship"));
    let written = fs::read_to_string(folder.join("use-of-the-harbour.yaml")).unwrap();
    insta::assert_snapshot!("start-new-file", written);
    let checked = command(&["check", "use-of-the-harbour.yaml"])
        .current_dir(&folder)
        .output();
    assert!(checked.unwrap().status.success());

    // What is written later is the case's own.
    opens(
        &desk,
        "new",
        &harbour(&[("file", "second"), ("title", "Second talks")]),
    );
    assert_eq!(files(&folder), ["second.yaml", "use-of-the-harbour.yaml"]);
    let offer = "by=second&visibility=public&kind=statement&point.fee-per-ship=none";
    assert_eq!(
        status(&desk.ask("POST /case/1/v/mediator/offer", offer)),
        "404"
    );
}

#[test]
fn the_form_and_the_flags_write_the_same_file() {
    let folder = scratch("start-same");
    let desk = start(&folder);
    let plain = [
        ("short1", ""),
        ("role1", ""),
        ("role3", ""),
        ("role4", ""),
        ("file", "form.yml"),
    ];
    opens(&desk, "new", &harbour(&plain));
    let mut asked = vec!["new", "flags.yml", "--title", "Use of the harbour"];
    for party in [
        "Northern Port Authority",
        "Southern Fleet",
        "Council of the Coast",
    ] {
        asked.extend(["--party", party]);
    }
    asked.extend(["--mediator", "Office of the Mediator"]);
    asked.extend([
        "--point",
        "Who assigns berths: the northern office; a joint office",
    ]);
    asked.extend(["--point", "Fee per ship: none; 5,000; 10,000"]);
    let ran = command(&asked).current_dir(&folder).output().unwrap();
    assert!(ran.status.success());
    let [one, other] = ["form.yml", "flags.yml"].map(|name| fs::read(folder.join(name)).unwrap());
    assert_eq!(one, other);
}

#[test]
fn every_mistake_is_told_at_its_field_and_nothing_is_written() {
    let folder = scratch("start-wrong");
    let desk = start(&folder);
    let page = refuses(&desk, "new", "");
    for (field, expected) in [
        ("title", "Words are missing here."),
        ("parties", "Two or more have to agree"),
        ("points", "at least one point"),
    ] {
        assert!(said(&page, field).contains(expected), "{field}: {page}");
    }
    let wrong = [
        ("title", " \u{1}\n "),
        ("party3", "northern port AUTHORITY"),
        ("party4", ""),
        ("short4", "C"),
        ("point1", ""),
        ("options4", "one\n\n;"),
        ("point6", "Duration"),
        ("options6", "a; b; A"),
        ("file", "x.txt"),
    ];
    let page = refuses(&desk, "new", &harbour(&wrong));
    for (field, expected) in [
        ("title", "Words are missing"),
        (
            "party3",
            "is there already; every party has a name of its own.",
        ),
        ("party4", "Words are missing"),
        ("point1", "Words are missing"),
        ("options4", "two or more outcomes"),
        ("options6", "stands there twice"),
        ("file", "has to end in .yaml"),
    ] {
        assert!(said(&page, field).contains(expected), "{field}: {page}");
    }
    assert!(page.contains("7 things stand in the way"));
    assert!(
        page.contains("value=\"northern port AUTHORITY\"")
            && page.contains(">\na; b; A</textarea>")
    );
    let page = refuses(&desk, "new", &harbour(&[("party3", ""), ("party4", "")]));
    assert!(said(&page, "parties").contains("Two or more"));
    assert!(said(&page, "title").is_empty());
    let page = refuses(&desk, "template", "title=T");
    assert!(said(&page, "template").contains("Choose what to begin with."));
    assert_eq!(files(&folder), [""; 0]);
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let outer = scratch("start-names");
    let folder = outer.join("inner");
    fs::create_dir(&folder).unwrap();
    let desk = start(&folder);
    let long = "x".repeat(61);
    let names = [
        "../x",
        "..",
        ".",
        ".hidden",
        "-",
        "-x",
        "~",
        "/tmp/start-names",
        "a/b",
        "a\\b",
        "C:x",
        "x\0y",
        "x\ny",
        "x\u{202e}y",
        "x\u{200b}y",
        "x*",
        "x.",
        "x.yaml/",
        "x.yaml.exe",
        &long,
    ];
    for name in names {
        let page = refuses(&desk, "new", &harbour(&[("file", name)]));
        assert!(!said(&page, "file").is_empty(), "{name:?}");
    }
    assert_eq!(
        (files(&folder), files(&outer)),
        (Vec::new(), vec!["inner".to_owned()])
    );
    // A title says anything, and makes a plain name.
    opens(
        &desk,
        "new",
        &harbour(&[("title", "../../<b>The \"harbour\"</b>\0: x")]),
    );
    assert_eq!(files(&folder), ["b-the-harbour-b-x.yaml"]);
    opens(
        &desk,
        "new",
        &harbour(&[("file", " Talks of spring.yaml ")]),
    );
    assert_eq!(files(&folder)[0], "Talks of spring.yaml");
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = scratch("start-kept");
    fs::write(folder.join("use-of-the-harbour.yaml"), "mine").unwrap();
    fs::write(folder.join("lost.yaml.journal"), "journal").unwrap();
    fs::create_dir(folder.join("dir.yaml")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.join("link.yaml")).unwrap();
    let desk = start(&folder);
    let before = files(&folder);
    for (file, expected) in [
        (
            "",
            "use-of-the-harbour.yaml is there already and is kept as it is. Choose another name; use-of-the-harbour-2.yaml is free.",
        ),
        ("use-of-the-harbour", "is there already"),
        ("lost", "A journal of a case lost.yaml is there already"),
        ("dir", "is there already"),
        #[cfg(unix)]
        ("link", "is there already"),
    ] {
        let page = refuses(&desk, "new", &harbour(&[("file", file)]));
        assert!(said(&page, "file").contains(expected), "{file}: {page}");
        assert!(page.contains("value=\"Use of the harbour\""));
    }
    assert_eq!(files(&folder), before);
    assert_eq!(
        fs::read_to_string(folder.join("use-of-the-harbour.yaml")).unwrap(),
        "mine"
    );
}

#[test]
fn each_template_opens() {
    let folder = scratch("start-templates");
    let desk = start(&folder);
    let page = desk.ask("GET /start", "");
    assert_eq!(page.matches("type=\"radio\"").count(), 5);
    for id in ["mediation", "plan", "council", "class", "exchange"] {
        opens(
            &desk,
            "template",
            &form(&[("template", id), ("title", ""), ("file", "")]),
        );
        assert!(folder.join(format!("{id}.yaml")).is_file());
    }
    let own = form(&[
        ("template", "plan"),
        ("title", "A \"plan\""),
        ("file", "own"),
    ]);
    opens(&desk, "template", &own);
    assert!(
        desk.ask("GET /case/6/v/mediator/desk", "")
            .contains("A &#34;plan&#34;")
    );
    assert!(
        fs::read_to_string(folder.join("own.yaml"))
            .unwrap()
            .contains("title: \"A \\\"plan\\\"\"")
    );
}

const MATRIX: &str =
    "Issue,Option,North,South\nFee,low,5,1\nFee,high,1,5\nTerm,short,2,3\nTerm,long,4,1\n";

#[test]
fn a_matrix_is_read_with_every_guess_and_written_after_a_yes() {
    let folder = scratch("start-matrix");
    let desk = start(&folder);
    let long = format!("{}.csv", "x".repeat(200));
    assert!(uploads(&desk, &long, MATRIX.as_bytes()).contains("CSV!C1"));
    let page = uploads(&desk, "../Talks of May.csv", MATRIX.as_bytes());
    assert!(
        page.contains("CSV!C1: the column `North` is taken for a party"),
        "{page}"
    );
    assert!(page.contains("2 parties, 2 points.") && page.contains("value=\"talks-of-may\""));
    assert_eq!(files(&folder), [""; 0]);
    let key = key(&page);
    let page = refuses(
        &desk,
        "read",
        &form(&[("key", key), ("file", "/x"), ("title", "May")]),
    );
    assert!(!said(&page, "file").is_empty() && page.contains("value=\"May\""));
    opens(
        &desk,
        "read",
        &form(&[("key", key), ("file", "may"), ("title", "Talks of May")]),
    );
    let written = fs::read_to_string(folder.join("may.yaml")).unwrap();
    assert!(
        written.contains("id: talks-of-may\ntitle: \"Talks of May\""),
        "{written}"
    );
    assert!(
        desk.ask("GET /case/1/v/mediator/desk", "")
            .contains("Talks of May")
    );
}

#[test]
fn cases_and_workbooks_are_taken_as_they_are() {
    let folder = scratch("start-import");
    let well = fs::read(crate::run::folder().join("well.yaml")).unwrap();
    let made = command(&["sheet", "write", "well.yaml", "-o"])
        .arg(folder.join("w.xlsx"))
        .output();
    assert!(made.unwrap().status.success());
    let json = run(&["case", "write", "well.yaml", "-o", "-"]);
    assert_eq!(json.code, Some(0));
    let desk = start(&folder);
    let workbook = fs::read(folder.join("w.xlsx")).unwrap();
    for (number, (name, bytes)) in [
        ("well.yaml", &well),
        ("plain.yml", &json.stdout.into_bytes()),
        ("W.XLSX", &workbook),
    ]
    .into_iter()
    .enumerate()
    {
        let page = uploads(&desk, name, bytes);
        let file = format!("case-{number}");
        opens(
            &desk,
            "read",
            &form(&[("key", key(&page)), ("file", &file)]),
        );
        assert!(folder.join(format!("{file}.yaml")).is_file(), "{name}");
    }
    // The remarks of a case in YAML stay.
    assert_eq!(fs::read(folder.join("case-0.yaml")).unwrap(), well);
}

/// An archive with one part.
fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    out.start_file(name, packed).unwrap();
    out.write_all(bytes).unwrap();
    out.finish().unwrap().into_inner()
}

#[test]
fn long_cells_are_told_in_short() {
    let folder = scratch("start-long-cells");
    let desk = start(&folder);
    let matrix = MATRIX.replace("low", &"l".repeat(5_000));
    let page = uploads(&desk, "a.csv", matrix.as_bytes());
    let told = page
        .split("<li>")
        .find(|line| line.starts_with("CSV!A2"))
        .unwrap();
    assert!(told.contains("lll ...</li>") && told.len() < 600, "{told}");
    opens(&desk, "read", &form(&[("key", key(&page)), ("file", "a")]));
    let written = fs::read_to_string(folder.join("a.yaml")).unwrap();
    assert!(written.contains(&"l".repeat(5_000)));
}

#[test]
fn files_that_are_no_cases_are_named_with_the_place() {
    let folder = scratch("start-no-case");
    let desk = start(&folder);
    let laughs = (0..60).fold("a0: &a0 [x, x]\n".to_owned(), |text, n| {
        format!("{text}a{}: &a{} [*a{n}, *a{n}]\n", n + 1, n + 1)
    });
    let bad_cell = MATRIX.replace("5,1\n", "five,1\n");
    let deep = "[".repeat(100_000);
    let many = "1\n".repeat(1_000_000);
    let bomb = zipped("xl/workbook.xml", &vec![b' '; 70 << 20]);
    let too_long = " ".repeat(8 * 1024 * 1024 + 1);
    for (name, bytes, expected) in [
        ("a.png", &b"\x89PNG\r\n\x1a\n"[..], "PNG"),
        ("a.yaml", b"PK\x03\x04\0\0word/document.xml\0", "Line 1"),
        ("a.xlsx", b"PK\x03\x04\0\0\0", ""),
        ("a.xlsx", b"no workbook", ""),
        ("a.ods", b"", ""),
        ("a.csv", b"", ""),
        (
            "a.csv",
            many.as_bytes(),
            "CSV!A25001: the sheet is too large",
        ),
        ("a.xlsx", &bomb, "would unpack into"),
        ("a.ods", &bomb, "would unpack into"),
        ("a.csv", bad_cell.as_bytes(), "CSV!C2"),
        ("a.yaml", b"title: x\nparties: 3\n", "Line 2"),
        ("a.yaml", laughs.as_bytes(), "Line"),
        ("a.json", deep.as_bytes(), "Line 1"),
        ("a.toml", b"= 3", "Line 1"),
        ("a.yaml", too_long.as_bytes(), "8"),
        ("a.yaml", b"\xff\xfe\0x", "Line 1"),
        ("", b"x", "Line 1"),
    ] {
        let page = uploads(&desk, name, bytes);
        assert_eq!(status(&page), "200", "{name}");
        let said = said(&page, "upload");
        assert!(
            !said.is_empty() && said.contains(expected),
            "{name}: {said}\n{page}"
        );
    }
    assert!(said(&uploads(&desk, "", b""), "upload").contains("Choose a file first."));
    assert_eq!(files(&folder), [""; 0]);
}

#[test]
fn flags_about_a_case_need_one() {
    for flags in [
        &["--as", "public"][..],
        &["--syntax", "yaml"],
        &["--as-of", "1"],
        &["--new-journal"],
        &["--semantics", "genius"],
        &["--domain", "d.xml"],
        &["--profiles", "p.xml"],
        &["--real-step", "1"],
        &["--real-steps", "2"],
    ] {
        let ran = run(&[&["desk"], flags].concat());
        assert_eq!(ran.code, Some(2), "{flags:?}");
        assert!(ran.told().contains("CASE"), "{flags:?}: {}", ran.stderr);
    }
}

/// A desk with a list of recent cases in a folder.
fn listing(folder: &Path, args: &[&str]) -> Desk {
    let mut asked = command(args);
    asked
        .env_remove("WINSET_NO_RECENT")
        .env("XDG_STATE_HOME", folder.join("state"));
    Desk::run(asked.current_dir(folder))
}

#[test]
#[cfg(unix)]
fn cases_are_opened_again_and_the_list_is_private() {
    use std::os::unix::fs::PermissionsExt as _;

    let outer = scratch("start-recent");
    let list = outer.join("state/winset/recent.json");
    for name in ["one.yaml", "two.yaml", "gone.yaml"] {
        fs::copy(folder().join("well.yaml"), outer.join(name)).unwrap();
    }
    // Nothing is kept for others, nor where it is not wanted.
    drop(listing(&outer, &["desk", "one.yaml", "--as", "public"]));
    drop(listing(&outer, &["desk", "one.yaml", "--no-recent"]));
    assert!(!list.exists());
    drop(listing(&outer, &["desk", "one.yaml"]));
    drop(listing(&outer, &["desk", "gone.yaml"]));
    assert_eq!(
        fs::metadata(&list).unwrap().permissions().mode() & 0o777,
        0o600
    );
    fs::remove_file(outer.join("gone.yaml")).unwrap();

    let desk = listing(&outer, &["desk"]);
    let page = desk.ask("GET /start", "");
    let path = |name: &str| {
        fs::canonicalize(&outer)
            .unwrap()
            .join(name)
            .display()
            .to_string()
    };
    assert!(
        page.contains(&path("one.yaml")) && page.contains("the file is gone"),
        "{page}"
    );
    opens(&desk, "recent", &form(&[("path", &path("one.yaml"))]));
    assert!(desk.ask("GET /case/1/v/mediator/desk", "").contains("<h1"));
    for (name, expected) in [
        ("two.yaml", "not in the list"),
        ("gone.yaml", "not there any more"),
    ] {
        let page = refuses(&desk, "recent", &form(&[("path", &path(name))]));
        assert!(said(&page, "recent").contains(expected), "{name}: {page}");
    }
    opens(&desk, "new", &harbour(&[]));
    let page = desk.ask("GET /start", "");
    let at = |name: &str| page.find(&path(name)).unwrap_or(usize::MAX);
    assert!(
        at("use-of-the-harbour.yaml") < at("one.yaml"),
        "the newest comes first"
    );

    let desk = listing(&outer, &["desk", "--no-recent"]);
    assert!(!desk.ask("GET /start", "").contains("one.yaml"));
    let desk = listing(&outer, &["desk", "one.yaml", "--as", "public"]);
    assert_eq!(status(&desk.ask("GET /start", "")), "404");
    fs::write(&list, "{").unwrap();
    let desk = listing(&outer, &["desk"]);
    assert_eq!(status(&desk.ask("GET /start", "")), "200");
}
