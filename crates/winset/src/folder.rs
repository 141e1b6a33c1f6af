//! A folder of another program's scenario, as a case.

use std::fs::File;
use std::io;
use std::path::Path;

use winset_model::diagnostic::{Code, Diagnostic, Span};
use winset_model::document::limits::FILE_BYTES_MAX;
use winset_model::document::{self, Node, Syntax, Value};
use winset_model::formats::{self, Peers, RefusedFile, Scenario, ScenarioOptions};
use winset_model::number::{self, Exact};

use crate::load::{LoadError, Loaded, SourceText, read_limited};

/// Most files of a folder that are looked at.
pub const FOLDER_FILES_MAX: usize = 1_000;
/// Most bytes of all files of a folder together.
pub const FOLDER_BYTES_MAX: usize = 8 * FILE_BYTES_MAX;
/// The step to which scores are rounded where they have no common scale otherwise.
const ROUND_SCORES: &str = "1e-12";

/// The files of a folder, in the order of their names.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The folder's name, as it was given.
    pub name: String,
    files: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// Reads the files of a folder; folders inside it are left alone.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, or there is more than a scenario would hold.
    pub fn read(path: &Path) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        let unreadable = |source| LoadError::Unreadable {
            name: name.clone(),
            source,
        };
        let mut files = Vec::new();
        let mut bytes = 0;
        for entry in std::fs::read_dir(path).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if !path.is_file() {
                continue;
            }
            let file = File::open(&path).and_then(|file| read_limited(file, FILE_BYTES_MAX));
            let read = file.map_err(unreadable)?;
            bytes += read.len();
            if files.len() == FOLDER_FILES_MAX || bytes > FOLDER_BYTES_MAX {
                let source = io::Error::other("it holds more than a scenario would");
                return Err(unreadable(source));
            }
            let name = path.file_name().unwrap_or_default().display().to_string();
            files.push((name, read));
        }
        files.sort();
        Ok(Self { name, files })
    }

    /// The files as a scenario, read but not yet made a case.
    ///
    /// # Errors
    /// All mistakes of the files.
    pub fn peers(&self, options: &ScenarioOptions) -> Result<Peers, LoadError> {
        let files = self.files.iter();
        let files: Vec<(&str, &[u8])> = files
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        formats::peers(&files, options).map_err(|refused| {
            let of_files = refused.iter().any(|refused| refused.file.is_some());
            match self.case_inside().filter(|_| !of_files) {
                Some(found) => self.refused(vec![found]),
                None => self.refused(refused),
            }
        })
    }

    /// The finding that a folder without a scenario holds a case, where it does.
    fn case_inside(&self) -> Option<RefusedFile> {
        let (name, _) = self.files.iter().find(|(name, bytes)| {
            let syntax = Syntax::of_file_name(name);
            let read = syntax.and_then(|syntax| document::parse(bytes, syntax).ok());
            read.is_some_and(|root| is_case(&root))
        })?;
        let message = format!("the folder holds the case {name}: name it");
        let found = Diagnostic::new(Code::Format, Span::default(), "", message);
        Some(RefusedFile {
            file: None,
            found: vec![found.expected(format!("{}/{name}", self.name.trim_end_matches('/')))],
        })
    }

    /// A scenario of these files as a case.
    ///
    /// # Errors
    /// What a case cannot hold.
    pub fn scenario(
        &self,
        peers: &Peers,
        options: &ScenarioOptions,
    ) -> Result<Scenario, LoadError> {
        peers
            .scenario(options)
            .map_err(|refused| self.refused(refused))
    }

    /// The same, with scores rounded to multiples of 10^-12 where exact ones have no common scale.
    ///
    /// # Errors
    /// As [`Folder::scenario`].
    pub fn nearest(&self, peers: &Peers, options: &ScenarioOptions) -> Result<Scenario, LoadError> {
        let exact = self.scenario(peers, options);
        if exact.is_ok() || options.round_scores.is_some() {
            return exact;
        }
        let rounded = ScenarioOptions {
            round_scores: step(),
            ..options.clone()
        };
        peers.scenario(&rounded).or(exact)
    }

    fn refused(&self, refused: Vec<RefusedFile>) -> LoadError {
        let told = refused.into_iter().map(|RefusedFile { file, found }| {
            let (name, bytes) = match file.and_then(|file| self.files.get(file)) {
                Some((name, bytes)) => (format!("{}/{name}", self.name), bytes.clone()),
                None => (self.name.clone(), Vec::new()),
            };
            let text = SourceText {
                name,
                bytes,
                syntax: Syntax::Json,
            };
            (text, found)
        });
        LoadError::Scenario {
            name: self.name.clone(),
            refused: told.collect::<Vec<(SourceText, Vec<Diagnostic>)>>(),
        }
    }
}

/// Whether a document says that it is a case.
fn is_case(root: &Node) -> bool {
    let Value::Map(entries) = &root.value else {
        return false;
    };
    let format = entries.iter().find(|entry| entry.key == "format");
    format.is_some_and(
        |entry| matches!(&entry.node.value, Value::Text(text) if text.starts_with("winset-case/")),
    )
}

fn step() -> Option<Exact> {
    number::parse(ROUND_SCORES).ok()
}

/// Loads a scenario from a folder, as the case that is nearest to it: GENIUS files as GENIUS reads
/// them, scores rounded to multiples of 10^-12 where exact ones have no common scale.
///
/// # Errors
/// When the folder cannot be read, and when its files are not a scenario.
pub fn load_folder(path: &Path, options: &ScenarioOptions) -> Result<Loaded, LoadError> {
    let folder = Folder::read(path)?;
    let peers = folder.peers(options)?;
    let scenario = folder.nearest(&peers, options)?;
    let text = SourceText {
        name: format!("{} (as a case)", folder.name),
        bytes: scenario.text.clone().into_bytes(),
        syntax: Syntax::Json,
    };
    match document::parse(&text.bytes, text.syntax) {
        Ok(document) => Ok(Loaded {
            text,
            document,
            reading: scenario.reading.clone(),
            scenario: Some(scenario),
            journal: None,
        }),
        Err(found) => Err(LoadError::Refused { text, found }),
    }
}
