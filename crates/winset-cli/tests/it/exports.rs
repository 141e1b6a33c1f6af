//! Tables and calendars, read back by readers that know their formats.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::run::{SELLA, command, folder, run, scratch};

/// The records of a table, by the rules of RFC 4180 to the letter.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let (mut record, mut cell) = (Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if cell.is_empty() => loop {
                match chars.next() {
                    Some('"') if chars.peek() == Some(&'"') => {
                        chars.next();
                        cell.push('"');
                    }
                    Some('"') => break,
                    Some(c) => cell.push(c),
                    None => panic!("a quote is not closed"),
                }
            },
            ',' => record.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(chars.next(), Some('\n'));
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            c => {
                assert!(!"\"\n".contains(c));
                cell.push(c);
            }
        }
    }
    assert!(
        cell.is_empty() && record.is_empty(),
        "the last record has an end"
    );
    assert!(records.iter().all(|r| r.len() == records[0].len()));
    records
}

fn export(case: &str, what: &str, audience: &str) -> String {
    let mut args = vec!["export", case, what, "-o", "-", "--as", audience];
    if what == "calendar" {
        args.extend(["--at", AT]);
    }
    let ran = run(&args);
    assert_eq!(ran.code, Some(0), "{what} {audience}: {}", ran.stderr);
    ran.stdout
}

/// When the calendars of these tests are written.
const AT: &str = "2031-04-02T10:30:15Z";

/// The cells under a head.
fn column(table: &[Vec<String>], head: &str) -> Vec<String> {
    let place = table[0].iter().position(|cell| cell == head).unwrap();
    table[1..]
        .iter()
        .map(|record| record[place].clone())
        .collect()
}

#[test]
fn the_matrix_says_what_status_says() {
    let table = records(&export(SELLA, "matrix", "mediator"));
    let status = run(&["status", SELLA, "--json"]).stdout;
    let status: Value = serde_json::from_str(&status).unwrap();
    let points = status["status"]["points"].as_array().unwrap();
    assert_eq!(table.len(), points.len() + 1);
    let of = |key: &str| -> Vec<String> {
        let text = |value: &Value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        };
        points.iter().map(|point| text(&point[key])).collect()
    };
    assert_eq!(column(&table, "point code"), of("point"));
    assert_eq!(column(&table, "status"), of("status"));
    assert_eq!(column(&table, "clashes"), of("clashes"));
    let offers = points
        .iter()
        .map(|p| p["offers"]["lethia"].as_str().unwrap());
    assert!(column(&table, "lethia offer code").iter().eq(offers));
    assert_eq!(column(&table, "orvane line code")[0], "t4; t5");
    let publics = records(&export(SELLA, "matrix", "public"));
    let sealed = column(&table, "orvane line code")
        .iter()
        .filter(|c| !c.is_empty())
        .count();
    let seen = column(&publics, "orvane line code")
        .iter()
        .filter(|c| !c.is_empty())
        .count();
    assert!(seen < sealed, "{seen} of {sealed}");
    assert!(column(&publics, "journal").iter().all(String::is_empty));
}

#[test]
fn clashes_of_the_public_are_those_of_public_demands() {
    let own = records(&export(SELLA, "clashes", "mediator"));
    let told = run(&["clashes", SELLA, "--json"]).stdout;
    let told: Value = serde_json::from_str(&told).unwrap();
    let told = told["clashes"]["told"].as_array().unwrap();
    let sentences = told.iter().map(|clash| clash["sentence"].as_str().unwrap());
    assert!(column(&own, "claim").iter().eq(sentences));
    let publics = records(&export(SELLA, "clashes", "public"));
    assert!(publics.len() < own.len());
    assert!(column(&publics, "public").iter().all(|cell| cell == "yes"));
    let mut public_members: Vec<String> = column(&publics, "demand codes");
    let marked = column(&own, "demand codes")
        .into_iter()
        .zip(column(&own, "public"));
    let mut marked: Vec<String> = marked
        .filter(|(_, public)| public == "yes")
        .map(|(members, _)| members)
        .collect();
    public_members.sort_unstable();
    marked.sort_unstable();
    assert_eq!(public_members, marked);
}

/// Whatever readers may not see can be anything: their exports stay the same.
#[test]
fn exports_do_not_depend_on_what_is_hidden() {
    let folder = scratch("exports");
    let text = fs::read_to_string(crate::run::folder().join(SELLA)).unwrap();
    let changed = text
        .replace("no_deal: {score: 590,", "no_deal: {score: 123,")
        .replace(
            "{accept: [t3, t4, t5], cost: 4}",
            "{accept: [t3, t4, t5], cost: 1}",
        )
        .replace("\"c3 explored in caucus\"", "\"nothing\"")
        .replace("id: ORV-pause-only-for-vote", "id: ORV-renamed");
    let [one, other] = ["one.yaml", "other.yaml"].map(|name| folder.join(name));
    fs::write(&one, &text).unwrap();
    fs::write(&other, &changed).unwrap();
    for what in [
        "matrix", "clashes", "offers", "calendar", "timeline", "case",
    ] {
        for audience in ["public", "compact", "lethia"] {
            let [a, b] = [&one, &other].map(|p| export(p.to_str().unwrap(), what, audience));
            assert_eq!(a, b, "{what} for {audience}");
        }
        let [a, b] = [&one, &other].map(|p| export(p.to_str().unwrap(), what, "mediator"));
        assert_ne!(a, b, "{what}");
    }
}

#[test]
fn tables_of_nothing_say_what_they_were_made_of() {
    let table = records(&export("bare.yaml", "offers", "mediator"));
    assert_eq!(table.len(), 2);
    assert_eq!(column(&table, "audience"), ["mediator"]);
    assert_eq!(column(&table, "case hash")[0].len(), 64);
    assert_eq!(column(&table, "offer"), [""]);
}

#[test]
fn calendars_are_in_form() {
    let args = [
        "export",
        SELLA,
        "calendar",
        "-o",
        "-",
        "--signed",
        "2031-04-01",
        "--at",
        AT,
    ];
    let ran = run(&args);
    assert_eq!(run(&args), ran);
    let text = ran.stdout;
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(
        text.split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let lines: Vec<String> = text
        .replace("\r\n ", "")
        .split("\r\n")
        .map(str::to_owned)
        .collect();
    let values = |name: &str| -> Vec<&str> {
        let of = lines.iter().filter_map(|line| line.strip_prefix(name));
        of.collect()
    };
    // 5 offers, 5 sessions, 6 statements, 6 phases.
    assert_eq!(values("BEGIN:VEVENT").len(), 22);
    let uids: BTreeSet<&str> = values("UID:").into_iter().collect();
    assert_eq!(uids.len(), 22);
    assert!(
        values("DTSTART;VALUE=DATE:").contains(&"20310608"),
        "P3 begins 68 days after"
    );
    assert_eq!(values("X-WINSET-AS-OF:"), ["2031-03-14"]);
    // As RFC 5546 asks of what is published, so that what is written later replaces it.
    assert_eq!(values("METHOD:"), ["PUBLISH"]);
    assert_eq!(values("DTSTAMP:"), ["20310402T103015Z"; 22]);
    assert_eq!(values("LAST-MODIFIED:"), ["20310402T103015Z"; 22]);
    // Minutes from 1970 to then: 22,371 days, 10 hours and a half.
    assert_eq!(values("SEQUENCE:"), ["32214870"; 22]);
    assert!(values("DTEND;VALUE=DATE:").contains(&"20310609"));
    assert_eq!(values("DTEND;VALUE=DATE:").len(), 22);
    let classes = values("CLASS:");
    for class in ["PUBLIC", "CONFIDENTIAL"] {
        assert!(classes.contains(&class), "{class}");
    }
    let summaries = values("SUMMARY:").join("\n") + &values("DESCRIPTION:").join("\n");
    assert!(
        !summaries.contains("territory: t"),
        "labels, not identifiers"
    );
    let without = export(SELLA, "calendar", "public");
    assert_eq!(
        without.matches("BEGIN:VEVENT").count(),
        10,
        "offers and public statements"
    );
    assert!(!without.contains("Phase") && !without.contains("CLASS:CONFIDENTIAL"));
}

#[test]
fn exports_are_written_whole_to_their_files() {
    let folder_of = scratch("export-file");
    let path = folder_of.join("matrix.csv");
    let path = path.to_str().unwrap();
    let ran = run(&["export", "well.yaml", "matrix", "--out", path]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""));
    assert!(
        ran.stderr
            .contains("the export for mediator was written to")
    );
    let text = fs::read_to_string(path).unwrap();
    insta::assert_snapshot!("export-matrix", text.replace("\r\n", "\n"));
    let ran = run(&[
        "export",
        "well.yaml",
        "matrix",
        "-o",
        path,
        "--as",
        "vale",
        "--force",
    ]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.told().contains("did you mean `dale`?"),
        "{}",
        ran.stderr
    );
    let ran = run(&[
        "export",
        "well.yaml",
        "matrix",
        "-o",
        path,
        "--signed",
        "2031-04-01",
    ]);
    assert!(ran.told().contains("--signed is for a calendar"));
    let ran = run(&[
        "export",
        SELLA,
        "matrix",
        "-o",
        path,
        "--node-limit",
        "0",
        "--force",
    ]);
    assert_eq!(ran.code, Some(3));
    let limited = records(&fs::read_to_string(path).unwrap());
    assert!(
        column(&limited, "clashes known")
            .iter()
            .all(|cell| cell == "some")
    );
    assert!(folder().join("well.yaml").exists());
}

/// A desk that runs until it is dropped.
struct RunningDesk {
    child: Child,
    port: u16,
    cookie: String,
}

impl RunningDesk {
    fn open(case: &str) -> Self {
        let mut child = command(&["desk", case])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut url = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        lines.read_line(&mut url).unwrap();
        let (_, rest) = url.trim_end().split_once("127.0.0.1:").unwrap();
        let (port, opening) = rest.split_once('/').unwrap();
        let mut desk = Self {
            child,
            port: port.parse().unwrap(),
            cookie: String::new(),
        };
        let (head, _) = desk.get(&format!("/{opening}"));
        let cookie = head
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "));
        let (cookie, _) = cookie.unwrap().split_once(';').unwrap();
        cookie.clone_into(&mut desk.cookie);
        desk
    }

    /// Head and body of an answer.
    fn get(&self, target: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let (host, cookie) = (format!("127.0.0.1:{}", self.port), &self.cookie);
        let head = format!("Host: {host}\r\nCookie: {cookie}\r\nConnection: close");
        let request = format!("GET {target} HTTP/1.1\r\n{head}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// A file to keep, once everything is worked out for the audience.
    fn download(&self, audience: &str, file: &str) -> String {
        let base = format!("/v/{audience}");
        while self
            .get(&format!("{base}/desk"))
            .1
            .contains(" data-working")
        {
            std::thread::sleep(Duration::from_millis(20));
        }
        let (head, body) = self.get(&format!("{base}/export/{file}"));
        assert!(head.starts_with("HTTP/1.1 200"), "{file}: {head}");
        body
    }
}

impl Drop for RunningDesk {
    fn drop(&mut self) {
        // It may have ended by itself, which the test says elsewhere.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_exported_is_what_the_desk_hands_out() {
    let path = scratch("export-desk").join("talks.yaml");
    fs::copy(folder().join(SELLA), &path).unwrap();
    let path = path.to_str().unwrap();
    for act in [
        vec!["draft", path, "--version", "SNT-6"],
        vec![
            "wording",
            path,
            "--by",
            "lethia",
            "--clause",
            "forces",
            "--text",
            "a < b & \"c\"",
        ],
    ] {
        let ran = run(&[vec!["text"], act].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }
    let desk = RunningDesk::open(path);
    for (audience, name) in [
        ("mediator", "mediator"),
        ("public", "public"),
        ("party%3Alethia", "lethia"),
    ] {
        for (what, file) in [("timeline", "timeline.svg"), ("case", "case.html")] {
            let handed_out = desk.download(audience, file);
            assert_eq!(export(path, what, name), handed_out, "{what} for {name}");
        }
    }
}

#[test]
fn a_case_that_is_not_worked_out_to_the_end_says_so() {
    // How far it comes within a time depends on the machine.
    for (limit, said) in [
        ("--time-limit=1ms", "stopped"),
        (
            "--node-limit=0",
            "No clash was found before it was stopped.",
        ),
    ] {
        let ran = run(&["export", SELLA, "case", "-o", "-", limit]);
        assert_eq!(ran.code, Some(3), "{limit}: {}", ran.stderr);
        assert!(ran.told().contains("not all was found"), "{}", ran.stderr);
        assert!(ran.stdout.contains(said), "{limit}: {}", ran.stdout);
        assert!(!ran.stdout.contains("Still being worked out"), "{limit}");
        assert!(ran.stdout.ends_with("</html>\n"), "{limit}");
    }
    // Nothing is looked for in the course of the talks.
    let ran = run(&["export", SELLA, "timeline", "-o", "-", "--time-limit=1ms"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

/// What is written later has the higher number, or the same and a later stamp.
#[test]
fn a_later_calendar_replaces_an_earlier_one() {
    let number = |at: &str| {
        let args = [
            "export",
            SELLA,
            "calendar",
            "-o",
            "-",
            "--signed",
            "2031-04-01",
        ];
        let ran = run(&[&args[..], &["--at", at]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let value = |name: &str| {
            let mut lines = ran.stdout.lines();
            let found = lines.find_map(|line| line.strip_prefix(name)).unwrap();
            found.trim().to_owned()
        };
        (
            value("SEQUENCE:").parse::<u32>().unwrap(),
            value("DTSTAMP:"),
        )
    };
    let times = [
        "1969-01-01T00:00:00Z",
        "2031-03-01T09:00:00Z",
        "2031-03-01T09:00:07Z",
    ];
    let times = times
        .into_iter()
        .chain(["2031-03-01T09:01:00Z", "9999-12-31T23:59:59Z"]);
    let numbers: Vec<(u32, String)> = times.map(number).collect();
    assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    assert!(
        numbers
            .iter()
            .all(|(number, _)| *number <= i32::MAX.unsigned_abs())
    );
}

#[test]
fn offers_without_a_day_are_said_to_be_left_out() {
    let folder = scratch("undated");
    let case = fs::read_to_string(crate::run::folder().join("well.yaml")).unwrap();
    let point = |key: &str| {
        let shown = run(&["show", "well.yaml", "--json"]).stdout;
        let shown: Value = serde_json::from_str(&shown).unwrap();
        shown[key][0]["id"].as_str().unwrap().to_owned()
    };
    let shown: Value = serde_json::from_str(&run(&["show", "well.yaml", "--json"]).stdout).unwrap();
    let option = shown["points"][0]["options"][0]["id"].as_str();
    let (party, on) = (point("parties"), point("points"));
    let Some(option) = option else { return };
    let offers = format!("\noffers:\n  - {{seq: 1, by: {party}, says: {{{on}: {option}}}}}\n");
    let path = folder.join("undated.yaml");
    fs::write(&path, case + &offers).unwrap();
    let ran = run(&[
        "export",
        path.to_str().unwrap(),
        "calendar",
        "-o",
        "-",
        "--at",
        AT,
    ]);
    assert!(
        ran.stderr
            .contains("without a day, and not in the calendar: 1 offer"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stdout
            .contains("X-WR-CALDESC:Without a day\\, and not here: 1 offer.")
    );
}

/// The file that Excel opens by a double click where numbers have a comma.
#[test]
fn tables_for_excel_have_a_mark_and_semicolons() {
    for what in ["matrix", "clashes", "offers"] {
        let ran = run(&["export", SELLA, what, "-o", "-", "--csv-for", "excel"]);
        let excel = ran.stdout.strip_prefix('\u{FEFF}').unwrap();
        let heads: Vec<&str> = excel.lines().next().unwrap().split(';').collect();
        assert_eq!(
            heads,
            records(&export(SELLA, what, "mediator"))[0],
            "{what}"
        );
    }
    let ran = run(&["export", SELLA, "calendar", "-o", "-", "--csv-for", "excel"]);
    assert_eq!(ran.code, Some(2));
    let ran = run(&["export", SELLA, "matrix", "-o", "-", "--at", AT]);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn tables_say_labels_beside_identifiers() {
    let table = records(&export(SELLA, "matrix", "mediator"));
    let labels = column(&table, "Lethia offer");
    assert!(
        labels
            .iter()
            .zip(column(&table, "lethia offer code"))
            .all(|(label, id)| *label != id)
    );
    assert_eq!(column(&table, "Orvane line")[0].matches("; ").count(), 1);
    let table = records(&export(SELLA, "offers", "mediator"));
    assert!(column(&table, "by").contains(&"Republic of Lethia".to_owned()));
    let table = records(&export(SELLA, "clashes", "mediator"));
    assert!(column(&table, "owners")[0].contains(' '));
}
