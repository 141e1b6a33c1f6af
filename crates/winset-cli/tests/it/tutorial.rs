//! The commands of the tutorial, and of pages on how to do something, do what these say.

use std::path::Path;
use std::process::Stdio;

use crate::run::{command, scratch};

/// A command of a console block, and the lines shown below it.
struct Shown<'t> {
    command: &'t str,
    lines: Vec<&'t str>,
}

fn blocks(text: &str) -> Vec<Shown<'_>> {
    let mut shown: Vec<Shown<'_>> = Vec::new();
    let blocks = text.split("```console\n").skip(1);
    for line in blocks
        .filter_map(|b| b.split_once("```"))
        .flat_map(|(b, _)| b.lines())
    {
        match line.strip_prefix("$ ") {
            Some(command) => shown.push(Shown {
                command,
                lines: Vec::new(),
            }),
            None => shown.last_mut().unwrap().lines.push(line),
        }
    }
    shown
}

/// The words of a command as a shell takes them: double quotes hold words together.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(place, part)| match place % 2 {
            1 => vec![part.to_owned()],
            _ => part.split_whitespace().map(str::to_owned).collect(),
        })
        .collect()
}

/// Whether the lines shown are those of the output, where `...` stands for any lines.
fn agrees(lines: &[&str], output: &[&str]) -> bool {
    match lines.split_first() {
        None => output.is_empty(),
        Some((&"...", rest)) => (0..=output.len()).any(|skip| agrees(rest, &output[skip..])),
        Some((line, rest)) => output.first() == Some(line) && agrees(rest, &output[1..]),
    }
}

/// Runs a command in a folder; it does its work, and prints what is shown. Where a person is asked, nobody is there.
fn follow(shown: &Shown<'_>, folder: &Path) {
    let line = shown.command;
    let words = words(line);
    assert_eq!(words[0], "winset");
    let args: Vec<&str> = words[1..].iter().map(String::as_str).collect();
    let mut command = command(&args);
    let ran = command
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let output = String::from_utf8(ran.stdout).unwrap();
    let printed: Vec<&str> = output.lines().collect();
    let error = String::from_utf8(ran.stderr).unwrap();
    let nobody = [
        "talks play",
        "talks resume",
        "talks shuttle talks.yaml --as",
    ]
    .iter()
    .any(|talks| line.contains(talks));
    let code = if nobody { 3 } else { 0 };
    assert_eq!(ran.status.code(), Some(code), "{line}\n{error}");
    assert!(agrees(&shown.lines, &printed), "{line}\nprints\n{output}");
}

/// Blocks of a page whose first line names a file, with that name.
fn files(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("\n```").skip(1).step_by(2);
    let named = blocks.filter_map(|block| {
        let (head, lines) = block.split_once('\n')?;
        Some((head.split_once(' ')?.1, lines))
    });
    named.collect()
}

/// Writes the files that a how-to names into a folder, and follows its commands there, of which it has at least so many.
pub(crate) fn follow_page(page: &str, folder: &Path, commands_min: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join(format!("docs/how-to/{page}.md"))).unwrap();
    for (name, lines) in files(&text) {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, format!("{lines}\n")).unwrap();
    }
    let shown = blocks(&text);
    assert!(shown.len() >= commands_min, "{page}: {}", shown.len());
    for shown in shown {
        follow(&shown, folder);
    }
}

#[test]
fn a_newcomer_can_follow_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("docs/tutorial.md")).unwrap();
    let folder = scratch("tutorial");
    let case = folder.join("sella.yaml");
    std::fs::copy(root.join("cases/sella-basin.yaml"), case).unwrap();
    let shown = blocks(&text);
    assert!(shown.len() >= 14, "{}", shown.len());
    for shown in &shown {
        follow(shown, &folder);
    }
    for file in [
        "proof.txt",
        "snt-7.docx",
        "report.html",
        "talks.ics",
        "sella.html",
    ] {
        assert!(folder.join(file).metadata().unwrap().len() > 100, "{file}");
    }
}

#[test]
fn a_first_case_can_be_made() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("docs/how-to/first-case.md")).unwrap();
    let folder = scratch("first-case");
    let (before, edit) = text.split_once("```yaml\n").unwrap();
    let (lines, after) = edit.split_once("```").unwrap();
    for shown in blocks(before) {
        follow(&shown, &folder);
    }
    let case = folder.join("harbour.yaml");
    let file = std::fs::read_to_string(&case).unwrap();
    assert!(file.contains("\n#lines:\n"), "{file}");
    std::fs::write(&case, file.replace("\n#lines:\n", &format!("\n{lines}"))).unwrap();
    let shown = blocks(after);
    assert!(shown.len() >= 8, "{}", shown.len());
    for shown in shown {
        follow(&shown, &folder);
    }
}

#[test]
fn pages_on_the_demonstration_case_can_be_followed() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/sella-basin.yaml");
    for page in [
        "talks-that-change",
        "spreadsheet",
        "a-partys-own-desk",
        "rehearse",
        "hold-a-class",
        "record-both-sides-can-read",
    ] {
        let folder = scratch(page);
        std::fs::copy(&case, folder.join("talks.yaml")).unwrap();
        follow_page(page, &folder, 3);
    }
}

#[test]
fn a_tournament_can_be_held() {
    let folder = scratch("tournaments");
    follow_page("tournaments", &folder, 6);
    for table in ["genius.csv", "negolog.csv"] {
        assert!(folder.join("results").join(table).is_file(), "{table}");
    }
    for file in ["details.csv", "scores.csv", "summary.html"] {
        let [whole, merged] = ["results", "merged"].map(|to| folder.join(to).join(file));
        let bytes = std::fs::read(whole).unwrap();
        assert_eq!(std::fs::read(merged).unwrap(), bytes, "{file}");
    }
}

#[test]
fn the_example_agent_takes_its_seat() {
    let folder = scratch("write-an-agent");
    let agents = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/how-to/agents");
    std::fs::copy(agents.join("agent.py"), folder.join("agent.py")).unwrap();
    follow_page("write-an-agent", &folder, 2);
}
