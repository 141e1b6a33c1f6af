//! Where outputs may be written: over no input of the command, over other files only when that is said,
//! and under no name of another kind of file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{folder, run, scratch};

/// Each output of each command, without the place; a case without an overlap has a certificate.
const OUTPUTS: &[&[&str]] = &[
    &["solve", "CASE", "--certificate"],
    &["frontier", "CASE", "--csv"],
    &["frontier", "CASE", "--plot"],
    &["report", "CASE", "--form", "md", "-o"],
    &["report", "CASE", "--form", "html", "-o"],
    &["export", "CASE", "matrix", "-o"],
    &["export", "CASE", "clashes", "-o"],
    &["export", "CASE", "offers", "-o"],
    &["export", "CASE", "calendar", "-o"],
    &["export", "CASE", "timeline", "-o"],
    &["export", "CASE", "case", "-o"],
    &["record", "export", "CASE", "-o"],
    &["text", "CASE", "-o"],
    &["what-if", "CASE", "--drop", "halves", "--save"],
    &["what-if", "CASE", "--drop", "halves", "--export"],
    &["convert", "CASE"],
];

/// A folder with a case, its journal and what else is read.
struct Talks {
    folder: PathBuf,
}

impl Talks {
    fn new(name: &str) -> Self {
        let folder = scratch(name);
        let case = fs::read_to_string(self::folder().join("dry-well.yaml")).unwrap();
        fs::write(folder.join("talks.yaml"), case).unwrap();
        let talks = Self { folder };
        let case = talks.at("talks.yaml");
        let shown = run(&["show", &case, "--json"]).stdout;
        let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
        let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let (party, point) = (word(&shown["parties"][0]["id"]), &shown["points"][0]);
        let set = format!(
            "{}={}",
            word(&point["id"]),
            word(&point["options"][0]["id"])
        );
        let at = "2031-03-01T09:00:00Z";
        let written = run(&[
            "offer", "add", &case, "--by", &party, "--set", &set, "--at", at,
        ]);
        assert_eq!(written.code, Some(0), "{}", written.stderr);
        talks
    }

    fn at(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// Names and bytes of all that is there.
    fn all(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all: Vec<_> = fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), fs::read(&path).unwrap()))
            .collect();
        all.sort();
        all
    }

    /// Runs a command with a place for its output.
    fn put(&self, output: &[&str], place: &str, more: &[&str]) -> crate::run::Ran {
        let case = self.at("talks.yaml");
        let args = output
            .iter()
            .map(|arg| if *arg == "CASE" { &case } else { *arg });
        let args: Vec<&str> = args.chain([place]).chain(more.iter().copied()).collect();
        run(&args)
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_output_takes_the_place_of_an_input() {
    let talks = Talks::new("places-inputs");
    fs::hard_link(talks.at("talks.yaml"), talks.at("hard.txt")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("talks.yaml.journal", talks.at("soft.txt")).unwrap();
    fs::create_dir(talks.at("sub")).unwrap();
    let round_about = talks.at("sub/../talks.yaml");
    fs::remove_dir(talks.at("sub")).unwrap();
    let before = talks.all();
    let places = [
        "talks.yaml",
        "talks.yaml.journal",
        "talks.yaml.journal.head",
        "hard.txt",
    ];
    let soft = cfg!(unix).then_some("soft.txt");
    for output in OUTPUTS {
        for place in places.into_iter().chain(soft) {
            for more in [&[][..], &["--force"]] {
                let ran = talks.put(output, &talks.at(place), more);
                assert_eq!(ran.code, Some(2), "{output:?} {place}: {}", ran.stderr);
                assert_eq!(talks.all(), before, "{output:?} {place}");
            }
        }
        let ran = talks.put(output, &round_about, &["--force"]);
        assert_eq!(ran.code, Some(2), "{output:?} {round_about}");
        assert_eq!(talks.all(), before, "{output:?} {round_about}");
    }
}

#[test]
fn a_file_that_is_there_is_overwritten_only_when_that_is_said() {
    let talks = Talks::new("places-there");
    for output in OUTPUTS {
        let ending = match *output {
            ["frontier", _, "--csv"]
            | ["export", _, "matrix" | "clashes" | "offers", _]
            | ["record", ..] => "csv",
            ["frontier", ..] | ["export", _, "timeline", _] => "svg",
            ["export", _, "calendar", _] => "ics",
            ["export", ..] | ["report", _, _, "html", _] => "html",
            ["report" | "text", ..] => "md",
            ["what-if" | "convert", ..] => "yaml",
            _ => "proof",
        };
        let place = talks.at(&format!("out.{ending}"));
        fs::write(&place, "somebody's").unwrap();
        let ran = talks.put(output, &place, &[]);
        assert_eq!(ran.code, Some(2), "{output:?}: {}", ran.stderr);
        let said = flat(&ran.stderr);
        assert!(
            said.contains("it exists already; --force overwrites it"),
            "{said}"
        );
        assert_eq!(fs::read_to_string(&place).unwrap(), "somebody's");
        let ran = talks.put(output, &place, &["--force"]);
        assert_eq!(ran.code, Some(0), "{output:?}: {}", ran.stderr);
        assert_ne!(
            fs::read_to_string(&place).unwrap(),
            "somebody's",
            "{output:?}"
        );
        fs::remove_file(&place).unwrap();
    }
}

#[test]
fn an_ending_names_what_is_in_the_file() {
    let talks = Talks::new("places-endings");
    for (output, endings) in [
        (
            &["export", "CASE", "matrix", "-o"][..],
            &["xlsx", "ics", "JSON"][..],
        ),
        (&["export", "CASE", "calendar", "-o"], &["csv", "docx"]),
        (&["export", "CASE", "timeline", "-o"], &["png", "html"]),
        (&["export", "CASE", "case", "-o"], &["pdf", "md"]),
        (&["report", "CASE", "--form", "html", "-o"], &["md", "docx"]),
        (&["frontier", "CASE", "--csv"], &["xls", "svg"]),
        (&["frontier", "CASE", "--plot"], &["csv", "pdf"]),
        (&["solve", "CASE", "--certificate"], &["yaml", "json"]),
        (&["what-if", "CASE", "--drop", "halves", "--save"], &["csv"]),
    ] {
        for ending in endings {
            let place = talks.at(&format!("out.{ending}"));
            let ran = talks.put(output, &place, &[]);
            let said = flat(&ran.stderr);
            assert_eq!(ran.code, Some(2), "{output:?} {ending}: {said}");
            assert!(said.contains("names another kind of file"), "{said}");
            assert!(!Path::new(&place).exists());
        }
    }
}
