//! Reports with labels by hand: see `tests/corpus/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use winset_extract::{CivilDate, Markup, SourcePlace, readable};

/// A report and its labels.
pub(crate) struct Labelled {
    /// The file's name without ending.
    pub(crate) name: String,
    /// The bytes of the report.
    pub(crate) source: String,
    /// The labels as they stand in the file.
    pub(crate) labels: Value,
}

impl Labelled {
    /// The report's day by the labels.
    pub(crate) fn date(&self) -> CivilDate {
        self.labels["report_date"]
            .as_str()
            .and_then(CivilDate::parse)
            .expect("report_date")
    }

    /// The labels of one kind with their places in the source.
    pub(crate) fn kind(&self, kind: &str) -> Vec<(SourcePlace, &Value)> {
        let visible = Visible::new(&self.source);
        let entries = self.labels[kind].as_array().expect("a list of labels");
        entries
            .iter()
            .map(|label| (visible.place(label), label))
            .collect()
    }
}

/// The folder that is scored: the one named by `REPORT_CORPUS`, or the one in the repository.
#[expect(clippy::disallowed_methods, reason = "the test's own switch")]
pub(crate) fn folder() -> PathBuf {
    match std::env::var("REPORT_CORPUS") {
        Ok(folder) => PathBuf::from(folder),
        Err(_) => own_folder(),
    }
}

/// Whether a folder is the one in the repository.
pub(crate) fn is_own(folder: &Path) -> bool {
    folder == own_folder()
}

fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/dev")
}

/// The reports that the rules were not made with.
pub(crate) fn aside_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/aside")
}

/// The reports that measured the rules after they were mended.
pub(crate) fn measured_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/measured")
}

/// Whether misses are listed: `REPORT_MISSES=1`.
#[expect(clippy::disallowed_methods, reason = "the test's own switch")]
pub(crate) fn lists_misses() -> bool {
    std::env::var("REPORT_MISSES").is_ok_and(|value| value == "1")
}

/// All reports of a folder, by name.
pub(crate) fn corpus(folder: &Path) -> Vec<Labelled> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("folder of reports")
        .map(|entry| entry.expect("entry").path())
        .collect();
    files.sort();
    let reports = files.iter().filter_map(|path| {
        let name = path
            .file_name()?
            .to_str()?
            .strip_suffix(".labels.json")?
            .to_owned();
        let report = ["txt", "html"]
            .iter()
            .map(|end| folder.join(format!("{name}.{end}")))
            .find(|path| path.exists())?;
        let source = fs::read_to_string(report).expect("report");
        let labels =
            serde_json::from_str(&fs::read_to_string(path).expect("labels")).expect("labels");
        Some(Labelled {
            name,
            source,
            labels,
        })
    });
    reports.collect()
}

/// The reader's text in which occurrences are counted, with the way back to the source.
struct Visible {
    readable: winset_extract::Readable,
    /// White space joined, for HTML.
    text: String,
    /// For each byte of `text`: its byte in the readable text.
    back: Vec<usize>,
}

impl Visible {
    fn new(source: &str) -> Self {
        let readable = readable(source, Markup::Auto);
        let html = source.trim_start().starts_with('<');
        let (mut text, mut back) = (String::new(), Vec::new());
        for (byte, c) in readable.text().char_indices() {
            let space = html && c.is_whitespace();
            if space && (text.is_empty() || text.ends_with(' ')) {
                continue;
            }
            let shown = if space { ' ' } else { c };
            text.push(shown);
            back.resize(text.len(), byte);
        }
        Self {
            readable,
            text,
            back,
        }
    }

    /// The place of a label: its text's occurrence with the given number, the first if there is none.
    fn place(&self, label: &Value) -> SourcePlace {
        let words = label["text"].as_str().expect("text");
        let number =
            usize::try_from(label["occurrence"].as_u64().unwrap_or(1)).expect("occurrence");
        let found = self.text.match_indices(words).nth(number - 1);
        let (start, _) = found.expect(words);
        let last = self.back[start + words.len() - 1];
        let end = last
            + self.readable.text()[last..]
                .chars()
                .next()
                .map_or(1, char::len_utf8);
        self.readable.place(self.back[start], end)
    }
}
