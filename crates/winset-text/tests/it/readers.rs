//! What programs of others make of the files. Where one is not installed, its test says so and passes.

use std::path::{Path, PathBuf};
use std::process::Command;

use winset_journal::{Author, Place};
use winset_model::case::Visibility;
use winset_text::document::{self, Block, Document};
use winset_text::{Change, export};

use crate::exports::{FACTS, hostile, redline_of, with};
use crate::made::{GATE, SELLA, clause, entries, text};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a program prints; nothing where it is not there.
#[expect(clippy::print_stdout, reason = "says why nothing was checked")]
fn printed(mut command: Command) -> Option<String> {
    match command.output() {
        Ok(output) => {
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{errors}");
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            let program = command.get_program();
            println!("skipped: {} cannot be started: {error}", program.display());
            None
        }
    }
}

/// `LibreOffice` with a home of its own.
fn soffice(folder: &Path, arguments: &[&str]) -> Option<String> {
    let home = format!("-env:UserInstallation=file://{}/home", folder.display());
    let mut command = Command::new("soffice");
    command.args([&home, "--headless"]).args(arguments);
    printed({
        command.current_dir(folder);
        command
    })
}

fn office(folder: &Path, form: &str, file: &str) -> Option<String> {
    soffice(folder, &["--convert-to", form, file])
}

/// A word processor opens the files, and shows what was deleted and what was inserted.
#[test]
fn a_word_processor_opens_the_files() {
    let folder = folder("office");
    let arabic = GATE.replace(
        "title: The gate\nas_of",
        "title: البوابة\nlanguages: [ar]\nas_of",
    );
    let arabic = arabic.replace(
        "The gate stands open by day.",
        "تبقى البوابة مفتوحة نهارا (من السادسة).",
    );
    let mut files: Vec<(&str, Document)> = Vec::new();
    with(SELLA, &[], |text| {
        let working = text.working();
        files.push(("redline", redline_of(text, "SNT-3", "SNT-4")));
        files.push(("version", document::version(text, &working, FACTS)));
        let offer = text.case().offers[4].package();
        let chair = text.chair(offer.as_ref(), text).unwrap();
        files.push(("chair", document::redline(text, &working, &chair, FACTS)));
        files.push(("counts", document::counts(text, FACTS)));
    });
    with(&arabic, &hostile(), |text| {
        let from = text.version("T-1").unwrap();
        files.push((
            "arabic",
            document::redline(text, from, &text.working(), FACTS),
        ));
    });
    for (name, document) in &files {
        let file = format!("{name}.docx");
        std::fs::write(folder.join(&file), export::docx(document)).unwrap();
        if office(&folder, "txt:Text", &file).is_none() {
            return;
        }
        // Both what went and what came are shown until somebody decides.
        let shown = std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap();
        let mut changed = Vec::new();
        for block in &document.blocks {
            if let Block::Paragraph(runs) | Block::Heading { runs, .. } = block {
                for line in text(runs, None).split('\n') {
                    let hidden = line.contains(['\u{1}', '\u{202E}']);
                    assert!(hidden || shown.contains(line.trim()), "{line:?} in {shown}");
                }
                changed.extend(runs.iter().map(|run| run.change));
            }
        }
        office(&folder, "fodt", &file);
        let flat = std::fs::read_to_string(folder.join(format!("{name}.fodt"))).unwrap();
        for (change, element) in [
            (Change::Inserted, "<text:insertion>"),
            (Change::Deleted, "<text:deletion>"),
        ] {
            assert_eq!(
                flat.contains(element),
                changed.contains(&change),
                "{name} {element}"
            );
        }
    }
}

/// A macro that opens a file, takes all changes in or out, and writes the style and text of each paragraph.
const DECIDE: &str = "Sub Decide(file, command, into)
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = \"Hidden\"
hidden(0).Value = True
document = StarDesktop.loadComponentFromURL(file, \"_blank\", 0, hidden())
dispatcher = createUnoService(\"com.sun.star.frame.DispatchHelper\")
dispatcher.executeDispatch(document.CurrentController.Frame, command, \"\", 0, Array())
number = FreeFile
Open into For Output As #number
all = document.Text.createEnumeration()
While all.hasMoreElements()
  one = all.nextElement()
  If one.supportsService(\"com.sun.star.text.Paragraph\") Then Print #number, one.ParaStyleName &amp; \": \" &amp; one.String
Wend
Close #number
document.close(True)
End Sub";

/// The paragraphs that `LibreOffice` leaves, each with its style.
#[expect(clippy::print_stdout, reason = "says that a check was skipped")]
fn decided(folder: &Path, file: &str, command: &str) -> Option<Vec<String>> {
    let basic = folder.join("home/user/basic/Standard");
    std::fs::create_dir_all(&basic).unwrap();
    let library = "xmlns:library=\"http://openoffice.org/2000/library\"";
    let write = |path: PathBuf, xml: String| std::fs::write(path, xml).unwrap();
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    write(
        basic.join("script.xlb"),
        format!(
            "{xml}<library:library {library} library:name=\"Standard\" library:readonly=\"false\" library:passwordprotected=\"false\"><library:element library:name=\"Decide\"/></library:library>"
        ),
    );
    write(
        basic.join("../script.xlc"),
        format!(
            "{xml}<library:libraries {library} xmlns:xlink=\"http://www.w3.org/1999/xlink\"><library:library library:name=\"Standard\" library:link=\"false\"/></library:libraries>"
        ),
    );
    write(
        basic.join("Decide.xba"),
        format!(
            "{xml}<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Decide\" script:language=\"StarBasic\">{DECIDE}</script:module>"
        ),
    );
    let into = folder.join("left.txt");
    let _ = std::fs::remove_file(&into);
    let call = format!(
        "macro:///Standard.Decide.Decide(\"file://{}\",\".uno:{command}\",\"{}\")",
        folder.join(file).display(),
        into.display()
    );
    // A first start may end before the macro runs; some packages of it run none.
    for _ in 0..3 {
        soffice(folder, &[&call])?;
        if let Ok(left) = std::fs::read_to_string(&into) {
            return Some(left.lines().map(str::to_owned).collect());
        }
    }
    println!("skipped: the word processor runs no macros");
    None
}

/// A clause that came or went at the end of a text leaves nothing behind. Empty lines part
/// paragraphs, and tabs stay.
#[test]
fn a_word_processor_takes_the_last_clause_in_or_out_without_a_trace() {
    let folder = folder("decided");
    let last = clause("last", Place::Annex, Some("First.\n\nSecond\tpart."));
    let acts = [(Author::Mediator, Visibility::Public, last)];
    let early = [
        "Heading 1: Point 1. The gate",
        "Standard: [NOR: The gate stands open by day.]",
    ];
    let early = [
        &early[..],
        &["Heading 1: Point 2. The fee", "Standard: [NOR: 1 crowns]"],
    ]
    .concat();
    let late = [
        "Heading 1: Point 1. The gate",
        "Standard: The gate stands open by day.",
    ];
    let late = [
        &late[..],
        &["Heading 1: Point 2. The fee", "Standard: 1 crowns"],
    ]
    .concat();
    let last = [
        "Heading 1: Annex A. On last",
        "Standard: First.",
        "Standard: Second\tpart.",
    ];
    let late = [&late[..], &last].concat();
    with(GATE, &entries(acts.to_vec()), |text| {
        let (version, working) = (text.version("T-1").unwrap(), text.working());
        for (from, to, accepted, rejected) in [
            (version, &working, &late, &early),
            (&working, version, &early, &late),
        ] {
            let document = document::redline(text, from, to, FACTS);
            std::fs::write(folder.join("last.docx"), export::docx(&document)).unwrap();
            for (command, expected) in [("Accept", accepted), ("Reject", rejected)] {
                let command = format!("{command}AllTrackedChanges");
                let Some(paragraphs) = decided(&folder, "last.docx", &command) else {
                    return;
                };
                let words = paragraphs.iter().skip_while(|p| !p.starts_with("Heading"));
                let unsigned = words.map(|p| {
                    let signs = ["ADD  ", "MOD  ", "SUP  ", "NOC  "];
                    signs.iter().fold(p.clone(), |p, sign| p.replace(sign, ""))
                });
                assert_eq!(&unsigned.collect::<Vec<_>>(), expected, "{command}");
            }
        }
    });
}

/// Libraries that read documents get the text of these too.
#[test]
fn libraries_for_documents_read_the_files() {
    let folder = folder("libraries");
    let file = folder.join("redline.docx");
    let document = with(SELLA, &[], |text| redline_of(text, "SNT-3", "SNT-4"));
    std::fs::write(&file, export::docx(&document)).unwrap();
    for (library, program) in [
        (
            "docx",
            "print('\\n'.join(p.text for p in docx.Document(sys.argv[1]).paragraphs))",
        ),
        (
            "docx2python",
            "print(docx2python.docx2python(sys.argv[1]).text)",
        ),
    ] {
        let program = format!(
            "import importlib.util, sys\nif importlib.util.find_spec('{library}') is None:\n    \
             print('skipped')\nelse:\n    import {library}\n    {program}"
        );
        let mut python = Command::new("python3");
        python.args(["-c", &program]).arg(&file);
        let Some(read) = printed(python) else { return };
        if read.trim() == "skipped" {
            println!("skipped: {library} is not installed");
            continue;
        }
        for words in [&document.title, &document.subtitle] {
            assert!(read.contains(words), "{library}: {words} in {read}");
        }
    }
}
