//! People read labels: no terminal page, report or export of the demonstration shows a bare code, and
//! no clash sentence in them is long.
//!
//! Every identifier of the demonstration is made a code that is no word; where one is in its place,
//! [`winset_gen::coded`] says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use winset_gen::coded::{self, bare_in_csv, bare_in_docx, bare_in_html, bare_in_ics, bare_in_text};

use crate::run::{SELLA, command, opened, run, run_with, scratch};

/// A case with codes, in a folder of its own: cases that are told apart by their offers alone would be
/// taken for one case under two names.
fn written(folder: &Path, name: &str, shown: &str) -> Value {
    let case = coded::coded(&serde_json::from_str(shown).unwrap());
    fs::write(folder.join(name), case.to_string()).unwrap();
    case
}

/// What the command prints in a folder, for people.
fn printed(folder: &Path, args: &[&str]) -> String {
    let ran = command(args).current_dir(folder).output().unwrap();
    let code = ran.status.code();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(
        code == Some(0) || code == Some(1),
        "{args:?}: {code:?} {err}"
    );
    String::from_utf8(ran.stdout).unwrap()
}

const AT: &str = "2031-03-15T09:30:00Z";

/// Pages of both cases, once there are acts.
const PAGES: [&[&str]; 23] = [
    &["solve"],
    &["clashes", "--loops"],
    &["clashes", "--floors", "members", "--at-most", "20"],
    &["open"],
    &["open", "--nobody-alone"],
    &["open", "--all"],
    &["pressure"],
    &["status"],
    &["show"],
    &["settle"],
    &["settle", "--rules", "all"],
    &["stats"],
    &["improve", "--offer", "5"],
    &["frontier"],
    &["text"],
    &["text", "--counts"],
    &["text", "--answers"],
    &["text", "--version", "V2", "--redline", "V1"],
    &["text", "--offer", "5"],
    &["history"],
    &["history", "--all"],
    &["offer", "list"],
    &["journal", "show"],
];

/// What is made for others.
const EXPORTS: [(&[&str], &str); 12] = [
    (&["report", "-o", "-", "--form", "md"], "md"),
    (&["report", "-o", "-", "--form", "html"], "html"),
    (&["export", "matrix", "-o", "-"], "csv"),
    (&["export", "clashes", "-o", "-"], "csv"),
    (&["export", "offers", "-o", "-"], "csv"),
    (&["export", "calendar", "-o", "-", "--at", AT], "ics"),
    (&["export", "timeline", "-o", "-"], "svg"),
    (&["export", "case", "-o", "-"], "html"),
    (&["text", "--version", "V2", "--redline", "V1"], "md"),
    (&["text", "--offer", "5"], "html"),
    (&["text", "--version", "V2", "--redline", "V1"], "docx"),
    (&["text", "--offer", "5"], "docx"),
];

fn bare(bytes: &[u8], form: &str) -> Vec<String> {
    let text = &String::from_utf8_lossy(bytes);
    match form {
        "docx" => bare_in_docx(bytes),
        "csv" => bare_in_csv(text),
        "html" | "svg" => bare_in_html(text),
        "md" => {
            // Every other part between fences is what is typed.
            let read = text.split("```").step_by(2).collect::<Vec<_>>();
            bare_in_text(&read.join("\n"))
        }
        "ics" => bare_in_ics(text),
        _ => bare_in_text(text),
    }
}

/// What was read, and the first bare code of each thing that shows one.
#[derive(Default)]
struct Reading {
    read: usize,
    coded: usize,
    bare: BTreeMap<String, String>,
}

impl Reading {
    fn reads(&mut self, name: &str, bytes: &[u8], form: &str) {
        self.read += 1;
        self.coded += usize::from(bytes.windows(3).any(|three| three == b"(qz"));
        assert!(!bytes.is_empty(), "{name}");
        if let Some(first) = bare(bytes, form).into_iter().next() {
            self.bare.insert(name.to_owned(), first);
        }
    }

    /// What the command prints.
    fn page(&mut self, folder: &Path, args: &[&str]) {
        let text = printed(folder, args);
        self.reads(&args.join(" "), text.as_bytes(), "");
    }

    /// Acts on a case, with what the command says of each: an offer, changes of all kinds of entries,
    /// two versions of the text and answers to them.
    fn acts(&mut self, folder: &Path, file: &str, case: &Value) {
        let id = |list: &str, n: usize| case[list][n]["id"].as_str().unwrap();
        let (party, point) = (id("parties", 0), id("points", 2));
        let option = |n: usize| case["points"][2]["options"][n]["id"].as_str().unwrap();
        let offered = format!("{point}={}", option(1));
        self.page(
            folder,
            &[
                "offer", "add", file, "--by", party, "--set", &offered, "--at", AT,
            ],
        );
        let draft = ["text", "draft", file, "--at", AT, "--version"];
        self.page(folder, &[&draft[..], &["V1"]].concat());
        for args in changes(case) {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            self.page(folder, &[&["amend", file, "--at", AT], &args[..]].concat());
        }
        self.page(folder, &["undo", file, "--at", AT]);
        let clause = ["--clause", point, "--by", party, "--at", AT];
        let answer = ["text", "answer", file, "--version", "V1", "--bracket"];
        self.page(folder, &[&answer[..], &clause].concat());
        let wording = ["text", "wording", file, "--text", "As agreed"];
        self.page(folder, &[&wording[..], &clause].concat());
        self.page(folder, &[&draft[..], &["V2"]].concat());
        self.page(folder, &["pressure", file, "--party", party]);
    }

    /// All pages and exports of a case.
    fn case(&mut self, folder: &Path, file: &str) {
        for page in PAGES {
            let behind = 1 + usize::from(matches!(page[0], "offer" | "journal"));
            let args = [&page[..behind], &[file], &page[behind..]].concat();
            self.page(folder, &args);
        }
        for (export, form) in EXPORTS {
            let mut args = [&export[..1], &[file], &export[1..]].concat();
            let name = format!("{} as {form}", args.join(" "));
            if args.contains(&"-") {
                self.reads(&name, printed(folder, &args).as_bytes(), form);
            } else {
                let written = format!("written.{form}");
                args.extend(["-o", &written, "--force"]);
                printed(folder, &args);
                self.reads(&name, &fs::read(folder.join(&written)).unwrap(), form);
            }
        }
    }
}

/// Changes of the case, one of each kind of entry, as `winset amend` takes them.
fn changes(case: &Value) -> Vec<Vec<String>> {
    let id = |list: &str, n: usize| case[list][n]["id"].as_str().unwrap();
    let (party, other) = (id("parties", 0), id("parties", 1));
    let (point, next) = (id("points", 2), id("points", 3));
    let options = |n: usize| case["points"][n]["options"].as_array().unwrap();
    let option = |n: usize| options(2)[n]["id"].as_str().unwrap();
    let body = &case["ratification"][0];
    let (bloc, rule) = (&body["blocs"][0]["id"], &body["rules"][0]["id"]);
    let body = body["id"].as_str().unwrap();
    let scores: Vec<String> = (0..options(3).len()).map(|n| n.to_string()).collect();
    let order: Vec<&str> = (0..options(2).len()).rev().map(option).collect();
    [
        format!("--set=points.{point}.title=The order of steps"),
        format!("--set=points.{point}.options.{}.label=A pause", option(0)),
        format!("--order=points.{point}.options={}", order.join(",")),
        format!("--set=parties.{party}.no_deal=12"),
        format!("--set=preferences.{party}.{next}={{weight: 2, scores: [{}]}}", scores.join(", ")),
        format!("--set=links.{}.relax_cost=7", id("links", 2)),
        format!("--set=ratification.{body}.rules.{}.need=3", rule.as_str().unwrap()),
        format!("--set=ratification.{body}.blocs.{}.label=The Union", bloc.as_str().unwrap()),
        format!("--set=levers.{}.delay_days=3", id("levers", 0)),
        format!("--retire=levers.{}", id("levers", 1)),
        format!("--add=levers={{id: qz900, by: {party}, target: {other}, no_deal_delta: -1, cost_to_puller: 1, delay_days: 2}}"),
        format!("--add=lines={{id: qz901, owner: {other}, point: {next}, ladder: [{{accept: [{}], cost: 0}}]}}", options(3)[0]["id"].as_str().unwrap()),
        format!("--add=links={{id: qz902, owner: {other}, rule: 'if {point} = {} then {next} = {}', relax_cost: 2}}", option(1), options(3)[0]["id"].as_str().unwrap()),
        format!("--rename=points.{next}=qz903"),
    ]
    .into_iter()
    .map(|change| vec![change])
    .collect()
}

#[test]
fn no_terminal_page_report_or_export_shows_a_bare_code() {
    let (folder, of_open) = (scratch("reading"), scratch("reading-open"));
    let shown = run(&["show", SELLA, "--json"]).stdout;
    let case = written(&folder, "case.json", &shown);
    let open = run_with(&["show", "-", "--json"], opened().as_bytes()).stdout;
    written(&of_open, "open.json", &open);
    let id = |list: &str, n: usize| case[list][n]["id"].as_str().unwrap();
    let (point, line) = (id("points", 2), id("lines", 0));
    let option = case["points"][2]["options"][1]["id"].as_str().unwrap();
    let (set, line) = (format!("{point}={option}"), format!("{line}=1"));
    let mut reading = Reading::default();
    let (link, lever) = (id("links", 2), id("levers", 0));
    for args in [
        &["what-if", "case.json", "--step", &line, "--drop", link][..],
        &["what-if", "case.json", "--pull", lever, "--fix", &set],
    ] {
        reading.page(&folder, args);
    }
    reading.page(&of_open, &["what-if", "open.json", "--exclude", &set]);
    for (folder, file) in [(&folder, "case.json"), (&of_open, "open.json")] {
        reading.acts(folder, file, &case);
        reading.case(folder, file);
    }
    printed(
        &of_open,
        &["frontier", "open.json", "--csv", "frontier.csv"],
    );
    let table = fs::read(of_open.join("frontier.csv")).unwrap();
    reading.reads("frontier.csv", &table, "csv");
    let Reading { read, coded, bare } = reading;
    assert!(read > 110 && coded > 40, "{coded} of {read} hold codes");
    assert!(bare.is_empty(), "{bare:#?}");
}
