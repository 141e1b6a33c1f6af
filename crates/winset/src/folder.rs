//! A folder of another program's scenario, as a case.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use winset_model::audience::Audience;
use winset_model::diagnostic::{Code, Diagnostic, Span};
use winset_model::document::limits::FILE_BYTES_MAX;
use winset_model::document::{self, Node, Syntax, Value};
use winset_model::formats::{
    self, Chosen, FileRole, Peers, RefusedFile, Scenario, ScenarioOptions,
};

use crate::load::{LoadError, Loaded, SourceText, read_limited};

/// Most files of a folder that are looked at.
pub const FOLDER_FILES_MAX: usize = 1_000;
/// Most bytes of all files of a folder together.
pub const FOLDER_BYTES_MAX: usize = 8 * FILE_BYTES_MAX;

/// What every case file holds.
const CASE_FORMAT: &[u8] = b"winset-case/";

/// The files of a folder, in the order of their names.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The folder's name, as it was given.
    pub name: String,
    /// The last part of its whole path, where it has one.
    base: Option<String>,
    files: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// Reads the files of a folder; folders inside it are left alone. Where domain and profiles are
    /// chosen, only these; their names are paths from the folder on.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, or there is more than a scenario would hold.
    pub fn read(path: &Path, chosen: &Chosen) -> Result<Self, LoadError> {
        let mut names = Vec::new();
        if chosen.domain.is_none() || chosen.profiles.is_empty() {
            let entries = std::fs::read_dir(path).map_err(|e| unreadable(path, e))?;
            for entry in entries {
                let file = entry.map_err(|e| unreadable(path, e))?.path();
                if file.is_file() {
                    names.push(file.file_name().unwrap_or_default().display().to_string());
                }
            }
        }
        for name in chosen.domain.iter().chain(&chosen.profiles) {
            if !names.contains(name) && path.join(name).is_file() {
                names.push(name.clone());
            }
        }
        names.sort();
        let mut files = Vec::new();
        let mut bytes = 0;
        for name in names {
            let file = path.join(&name);
            let opened = File::open(&file).and_then(|file| read_limited(file, FILE_BYTES_MAX));
            let read = opened.map_err(|e| unreadable(&file, e))?;
            bytes += read.len();
            if files.len() == FOLDER_FILES_MAX || bytes > FOLDER_BYTES_MAX {
                let why =
                    "it holds more than a scenario would; --domain and --profiles choose files";
                return Err(unreadable(path, io::Error::other(why)));
            }
            files.push((name, read));
        }
        let whole = path.canonicalize().map_err(|e| unreadable(path, e))?;
        let base = whole.file_name().map(|name| name.display().to_string());
        Ok(Self {
            name: path.display().to_string(),
            base,
            files,
        })
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
        let named = ScenarioOptions {
            name: self.base.clone(),
            ..options.clone()
        };
        let chosen = &options.chosen;
        let none_chosen = chosen.domain.is_none() && chosen.profiles.is_empty();
        formats::peers(&files, &named).map_err(|refused| {
            // What else stands beside a case is wanted by nobody who chooses nothing.
            match self.case_inside().filter(|_| none_chosen) {
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

    fn refused(&self, refused: Vec<RefusedFile>) -> LoadError {
        let told = refused.into_iter().map(|RefusedFile { file, found }| {
            let (name, bytes) = match file.and_then(|file| self.files.get(file)) {
                Some((name, bytes)) => {
                    let text = formats::utf8_of(name, bytes).into_owned();
                    (format!("{}/{name}", self.name), text)
                }
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

fn unreadable(path: &Path, source: io::Error) -> LoadError {
    LoadError::Unreadable {
        name: path.display().to_string(),
        source,
    }
}

/// What stands at the path of a case.
#[derive(Debug)]
pub enum CasePlace {
    /// A scenario of another program: its folder, and how to read it.
    Scenario(PathBuf, ScenarioOptions),
    /// A file, which is read: it may be a pipe, that can be read once.
    File(SourceText),
}

/// What stands at the path of a case: a folder is that of a scenario; the file of a domain stands for its
/// folder, with this domain chosen. Any other file is one, in the given syntax, or without one as
/// [`load`](crate::load()) has it.
///
/// # Errors
/// When a file cannot be read, and the file of a profile, which is no scenario alone.
pub fn case_place(
    path: &Path,
    syntax: Option<Syntax>,
    options: &ScenarioOptions,
) -> Result<CasePlace, LoadError> {
    if path.is_dir() {
        return Ok(CasePlace::Scenario(path.to_owned(), options.clone()));
    }
    let text = crate::load::text(path, syntax)?;
    let Some(name) = path.file_name().map(|name| name.display().to_string()) else {
        return Ok(CasePlace::File(text));
    };
    if crate::workbook::is_workbook(path) {
        return Ok(CasePlace::File(text));
    }
    let is_case = |bytes: &[u8]| bytes.windows(CASE_FORMAT.len()).any(|w| w == CASE_FORMAT);
    if is_case(&text.bytes) {
        return Ok(CasePlace::File(text));
    }
    let is_xml = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
    let role = match formats::role(&name, &text.bytes) {
        Ok(role) => role,
        Err(found) if is_xml => return Err(LoadError::Refused { text, found }),
        Err(_) => return Ok(CasePlace::File(text)),
    };
    let refused = |message: String| {
        let found = Diagnostic::new(Code::Format, Span::default(), "", message).expected(
            "the folder, or the file of the domain in it; --profiles chooses profiles of a folder",
        );
        Err(LoadError::Refused {
            text: text.clone(),
            found: vec![found],
        })
    };
    match role {
        FileRole::Domain(_) => {
            let folder = path.parent().filter(|parent| *parent != Path::new(""));
            let mut options = options.clone();
            options.chosen.domain.get_or_insert(name);
            let folder = folder.unwrap_or(Path::new(".")).to_owned();
            Ok(CasePlace::Scenario(folder, options))
        }
        FileRole::Profile(format) => refused(format!(
            "a profile of {} alone is no scenario",
            format.name()
        )),
        FileRole::Other if is_xml => {
            refused("this XML file is neither a domain nor a profile of GENIUS".to_owned())
        }
        FileRole::Other => Ok(CasePlace::File(text)),
    }
}

/// Loads a scenario from a folder as a case.
///
/// # Errors
/// When the folder cannot be read, and when its files are not a scenario.
pub fn load_folder(path: &Path, options: &ScenarioOptions) -> Result<Loaded, LoadError> {
    let folder = Folder::read(path, &options.chosen)?;
    let peers = folder.peers(options)?;
    let scenario = folder.scenario(&peers, options)?;
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
            remarks: Vec::new(),
            journal: None,
            audience: Audience::Holder,
        }),
        Err(found) => Err(LoadError::Refused { text, found }),
    }
}
