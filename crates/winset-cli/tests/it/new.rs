//! `winset new`: cases that are begun by flags, from templates, and from other files.

use std::path::Path;

use crate::run::{Ran, SELLA, command, folder, run, scratch};

const TEMPLATES: [&str; 5] = ["mediation", "plan", "council", "class", "exchange"];

/// Runs in a folder of its own.
fn run_in(folder: &Path, args: &[&str]) -> Ran {
    let mut command = command(args);
    let ran = command
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    Ran {
        code: ran.status.code(),
        stdout: String::from_utf8(ran.stdout).unwrap(),
        stderr: String::from_utf8(ran.stderr).unwrap(),
    }
}

/// Runs, has to do its work, and returns what it printed.
fn done(folder: &Path, args: &[&str]) -> String {
    let ran = run_in(folder, args);
    assert_eq!(ran.code, Some(0), "{args:?}\n{}{}", ran.stdout, ran.stderr);
    ran.stdout
}

const HARBOUR: &[&str] = &[
    "new",
    "--title",
    "Use of the harbour",
    "--party",
    "Northern Port Authority",
    "--party",
    "Southern Fleet",
    "--mediator",
    "Office of the Mediator",
    "--point",
    "Who assigns berths: the northern office; a joint office",
    "--point",
    "Fee per ship: none; 5,000; 10,000",
];

#[test]
fn help_and_list() {
    insta::assert_snapshot!("help-new", run(&["new", "--help"]).transcript());
    insta::assert_snapshot!("new-list", run(&["new", "--template", "list"]).transcript());
}

#[test]
fn flags_make_a_case() {
    let folder = scratch("new-flags");
    insta::assert_snapshot!("new-flags", run_in(&folder, HARBOUR).transcript());
    let file = std::fs::read_to_string(folder.join("use-of-the-harbour.yaml")).unwrap();
    insta::assert_snapshot!("new-flags-file", file);
    done(&folder, &["check", "use-of-the-harbour.yaml"]);
    let printed = done(&folder, &[HARBOUR, &["-o", "-"]].concat());
    assert_eq!(printed, file);
}

#[test]
fn mistakes_are_told_all_at_once() {
    insta::assert_snapshot!("new-nothing", run(&["new"]).transcript());
    let wrong = [
        "new",
        "--title",
        " ",
        "--party",
        "North",
        "--party",
        "north",
        "--point",
        "no colon",
        "--point",
        "Fee: only one",
        "--point",
        ": a; b",
    ];
    insta::assert_snapshot!("new-wrong", run(&wrong).transcript());
    let many = [
        "new",
        "--template",
        "class",
        "--party",
        "A",
        "--party",
        "B",
        "--party",
        "C",
    ];
    insta::assert_snapshot!("new-many", run(&many).transcript());
    for args in [
        &["new", "x.json", "--template", "plan"][..],
        &["new", "x", "-o", "y", "--template", "plan"],
        &["new", "--template", "plans"],
        &["new", "--template", "plan", "--point", "Fee: a; b"],
        &["new", "--from", "well.yaml", "--title", "Mine"],
        &["new", "no-such-folder/x.yaml", "--template", "plan"],
    ] {
        let ran = run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.told().contains("error"), "{}", ran.stderr);
    }
}

/// Each template passes without a warning, and what its remarks say of the answer is true.
#[test]
fn templates_are_cases() {
    let folder = scratch("new-templates");
    for name in TEMPLATES {
        let file = format!("{name}.yaml");
        done(&folder, &["new", &file, "--template", name]);
        insta::assert_snapshot!(
            format!("new-template-{name}"),
            run_in(&folder, &["check", &file]).transcript()
        );
        let text = std::fs::read_to_string(folder.join(&file)).unwrap();
        let solved = done(&folder, &["solve", &file]);
        let says_none = text.contains("as it is written: no deal");
        assert!(
            says_none || text.contains("as it is written: there are"),
            "{name}"
        );
        assert_eq!(solved.starts_with("No overlap"), says_none, "{solved}");
        if says_none {
            assert!(
                done(&folder, &["open", &file]).contains("packages"),
                "{name}"
            );
        }
    }
}

/// Other names go wherever the template says the old ones, and the answer stays the same.
#[test]
fn templates_take_other_names() {
    let folder = scratch("new-names");
    for name in TEMPLATES {
        let file = format!("{name}.yaml");
        let args = [
            "new",
            &file,
            "--template",
            name,
            "--title",
            "Fish: \"ours\" # or theirs",
            "--party",
            "Fish & Sons",
            "--party",
            "The \"Isle\"",
        ];
        done(&folder, &args);
        let checked = run_in(&folder, &["check", &file]);
        assert_eq!(checked.stderr, "", "{name}");
        assert!(
            checked
                .stdout
                .starts_with("fish-ours-or-theirs is a valid case:")
        );
        let shown = done(&folder, &["show", &file]);
        assert!(
            shown.contains("Fish & Sons") && shown.contains("The \"Isle\""),
            "{shown}"
        );
        done(
            &folder,
            &["new", "plain.yaml", "--template", name, "--force"],
        );
        let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
        assert_eq!(
            first(done(&folder, &["solve", &file])),
            first(done(&folder, &["solve", "plain.yaml"]))
        );
    }
    let text = std::fs::read_to_string(folder.join("mediation.yaml")).unwrap();
    assert!(!text.contains("alder") && !text.contains("Brook"), "{text}");
    // Two parties that change their names with each other.
    let swapped = [
        "--party",
        "Brook",
        "--party",
        "Alder",
        "--party",
        "Commission",
    ];
    done(
        &folder,
        &[
            &["new", "swapped.yaml", "--template", "mediation"][..],
            &swapped,
        ]
        .concat(),
    );
    assert_eq!(run_in(&folder, &["check", "swapped.yaml"]).stderr, "");
}

#[test]
fn another_file_is_a_beginning() {
    let scratch = scratch("new-from");
    let sella = folder().join(SELLA);
    let sella = sella.to_str().unwrap();
    done(&scratch, &["new", "sella.yaml", "--from", sella]);
    let canonical = |file: &str| done(&scratch, &["show", file, "--json"]);
    assert_eq!(canonical("sella.yaml"), canonical(sella));
    // Remarks of a file in YAML are kept; other syntaxes become YAML.
    assert!(
        std::fs::read_to_string(scratch.join("sella.yaml"))
            .unwrap()
            .contains("# winset demonstration")
    );
    std::fs::write(scratch.join("case.json"), canonical(sella)).unwrap();
    done(&scratch, &["new", "--from", "case.json"]);
    assert_eq!(canonical("sella-basin.yaml"), canonical(sella));
    let orchard = folder().join("orchard");
    let orchard = orchard.to_str().unwrap();
    done(&scratch, &["new", "orchard.yaml", "--from", orchard]);
    done(&scratch, &["convert", orchard, "converted.yaml"]);
    assert_eq!(canonical("orchard.yaml"), canonical("converted.yaml"));
    let refused = run_in(
        &scratch,
        &[
            "new",
            "x.yaml",
            "--from",
            folder().join("wrong.yaml").to_str().unwrap(),
        ],
    );
    assert_eq!(refused.code, Some(2));
    assert!(!scratch.join("x.yaml").exists());
}

/// Nothing that is there is written over without a word, and no journal gets another case.
#[test]
fn what_is_there_stays() {
    let folder = scratch("new-there");
    let new = ["new", "talks", "--template", "class"];
    done(&folder, &new);
    let before = std::fs::read(folder.join("talks.yaml")).unwrap();
    let refused = run_in(&folder, &["new", "talks.yaml", "--template", "plan"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.told().contains("--force"), "{}", refused.stderr);
    assert_eq!(std::fs::read(folder.join("talks.yaml")).unwrap(), before);
    let onto_itself = ["new", "talks.yaml", "--from", "talks.yaml", "--force"];
    assert_eq!(run_in(&folder, &onto_itself).code, Some(2));
    done(&folder, &[&new[..], &["--force"]].concat());
    let offer = [
        "offer",
        "add",
        "talks.yaml",
        "--by",
        "baker",
        "--set",
        "rent=1200",
        "--new-journal",
    ];
    done(&folder, &offer);
    let refused = run_in(&folder, &[&new[..], &["--force"]].concat());
    assert_eq!(refused.code, Some(2), "{}", refused.stdout);
    assert!(refused.told().contains("journal"), "{}", refused.stderr);
}
