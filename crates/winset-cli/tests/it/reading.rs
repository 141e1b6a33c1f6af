//! People read labels: no terminal page, report or export of the demonstration shows a bare code, and
//! no clash sentence in them is long.
//!
//! Every identifier of the demonstration is made a code that is no word; where one is in its place,
//! [`winset_gen::coded`] says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use winset_gen::coded::{self, bare_in_csv, bare_in_html, bare_in_text};

use crate::run::{SELLA, command, opened, run, run_with, scratch};

/// A case with codes, in the folder.
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

/// Pages of both cases.
const PAGES: [&[&str]; 14] = [
    &["solve"],
    &["clashes", "--loops"],
    &["clashes", "--floors", "members", "--at-most", "20"],
    &["open"],
    &["open", "--nobody-alone"],
    &["pressure"],
    &["status"],
    &["show"],
    &["settle"],
    &["stats"],
    &["improve", "--offer", "5"],
    &["frontier"],
    &["offer", "list"],
    &["journal", "show"],
];

/// What is made for others.
const EXPORTS: [(&[&str], &str); 7] = [
    (&["report", "-o", "-", "--form", "md"], "md"),
    (&["report", "-o", "-", "--form", "html"], "html"),
    (&["export", "matrix", "-o", "-"], "csv"),
    (&["export", "clashes", "-o", "-"], "csv"),
    (&["export", "offers", "-o", "-"], "csv"),
    (&["export", "calendar", "-o", "-", "--at", AT], "ics"),
    (&["export", "timeline", "-o", "-"], "svg"),
];

fn bare(text: &str, form: &str) -> Vec<String> {
    match form {
        "csv" => bare_in_csv(text),
        "html" | "svg" => bare_in_html(text),
        "md" => {
            // Every other part between fences is what is typed.
            let read = text.split("```").step_by(2).collect::<Vec<_>>();
            bare_in_text(&read.join("\n"))
        }
        "ics" => bare_in_text(&text.replace("\r\n ", "")),
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
    fn reads(&mut self, name: &str, text: &str, form: &str) {
        self.read += 1;
        self.coded += usize::from(text.contains("(qz"));
        assert!(!text.is_empty(), "{name}");
        if let Some(first) = bare(text, form).into_iter().next() {
            self.bare.insert(name.to_owned(), first);
        }
    }

    /// All pages and exports of a case.
    fn case(&mut self, folder: &Path, file: &str) {
        for page in PAGES {
            let [name, rest @ ..] = page else { continue };
            let mut args = vec![*name];
            if matches!(*name, "offer" | "journal") {
                args.extend(rest);
                args.push(file);
            } else {
                args.push(file);
                args.extend(rest);
            }
            self.reads(&args.join(" "), &printed(folder, &args), "");
        }
        for (export, form) in EXPORTS {
            let mut args = vec![export[0], file];
            args.extend(&export[1..]);
            self.reads(&args.join(" "), &printed(folder, &args), form);
        }
    }
}

#[test]
fn no_terminal_page_report_or_export_shows_a_bare_code() {
    let folder = scratch("reading");
    let shown = run(&["show", SELLA, "--json"]).stdout;
    let case = written(&folder, "case.json", &shown);
    let open = run_with(&["show", "-", "--json"], opened().as_bytes()).stdout;
    written(&folder, "open.json", &open);
    let id = |list: &str, n: usize| case[list][n]["id"].as_str().unwrap();
    let (party, point, line) = (id("parties", 0), id("points", 2), id("lines", 0));
    let option = case["points"][2]["options"][1]["id"].as_str().unwrap();
    let (set, line) = (format!("{point}={option}"), format!("{line}=1"));
    let mut reading = Reading::default();
    let (link, lever) = (id("links", 2), id("levers", 0));
    for args in [
        &[
            "offer",
            "add",
            "case.json",
            "--by",
            party,
            "--set",
            &set,
            "--at",
            AT,
        ][..],
        &["what-if", "case.json", "--step", &line, "--drop", link],
        &["what-if", "case.json", "--pull", lever, "--fix", &set],
        &["what-if", "open.json", "--exclude", &set],
    ] {
        reading.reads(&args.join(" "), &printed(&folder, args), "");
    }
    for file in ["case.json", "open.json"] {
        reading.case(&folder, file);
    }
    printed(&folder, &["frontier", "open.json", "--csv", "frontier.csv"]);
    let table = fs::read_to_string(folder.join("frontier.csv")).unwrap();
    reading.reads("frontier.csv", &table, "csv");
    let Reading { read, coded, bare } = reading;
    assert!(read > 40 && coded > 25, "{coded} of {read} hold codes");
    assert!(bare.is_empty(), "{bare:#?}");
}
