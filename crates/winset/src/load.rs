//! Reading a case from a file or from standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;
use winset_journal::{JournalError, JournalUntil, Kept, SeenCase, SetAside, as_seen_by};
use winset_model::audience::{Audience, without_assumptions};
use winset_model::case::Case;
use winset_model::diagnostic::{Code, Diagnostic};
use winset_model::document::limits::FILE_BYTES_MAX;
use winset_model::document::{Node, Syntax};
use winset_model::formats::{Rounding, Scenario, ScenarioOptions};
use winset_model::overlay::{Overlay, read_overlay};
use winset_model::{Reading, read_document};

use crate::folder::{CasePlace, case_place, load_folder};
use crate::workbook::{is_workbook, workbook_case};

/// Why a case, or a what-if, cannot be loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file cannot be read.
    #[error("read {name}: {source}")]
    Unreadable {
        /// The file's name.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not what it should be.
    #[error("read {}: findings: {}", .text.name, .found.len())]
    Refused {
        /// The file.
        text: SourceText,
        /// Every problem found, in the order of the file; at least one.
        found: Vec<Diagnostic>,
    },
    /// The files of a folder are no scenario.
    #[error("read {name}: files with findings: {}", .refused.len())]
    Scenario {
        /// The folder's name.
        name: String,
        /// Each file that is refused, with every problem found; at least one.
        refused: Vec<(SourceText, Vec<Diagnostic>)>,
    },
    /// The journal beside the file cannot be read.
    #[error(transparent)]
    Journal(JournalError),
}

/// The text of a file, and where it comes from.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// The file's name, as it was given.
    pub name: String,
    /// Its bytes, at most one more than [`FILE_BYTES_MAX`].
    pub bytes: Vec<u8>,
    /// Its syntax.
    pub syntax: Syntax,
}

impl SourceText {
    /// Bytes under the name of a file: in the given syntax, else that of the name, else that of what
    /// they begin with.
    pub fn named(name: String, bytes: Vec<u8>, syntax: Option<Syntax>) -> Self {
        let syntax = syntax
            .or_else(|| Syntax::of_file_name(&name))
            .unwrap_or_else(|| syntax_of_content(&bytes));
        Self {
            name,
            bytes,
            syntax,
        }
    }
}

/// A case with the file that it comes from.
#[derive(Debug)]
pub struct Loaded {
    /// The file.
    pub text: SourceText,
    /// The file as a tree.
    pub document: Node,
    /// The case, and warnings.
    pub reading: Reading,
    /// The scenario of another program that the case was made of, where it was one.
    pub scenario: Option<Scenario>,
    /// What is worth a look in the workbook that the case was made of, where it was one.
    pub remarks: Vec<String>,
    /// The journal beside the file, where there is one; its offers are among those of the case.
    pub journal: Option<Journal>,
    /// Who reads, and so of whose part of the file the case is made.
    pub audience: Audience,
}

/// The journal of a case as it was read with it.
#[derive(Debug)]
pub struct Journal {
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub kept: Kept,
    /// Acts that do not fit the case any more, and do not count.
    pub aside: Vec<SetAside>,
}

/// Loads a case from a file: YAML, JSON or TOML by the file's extension; a file of another name is
/// JSON when it begins with `{`, else YAML. Reads no more than [`FILE_BYTES_MAX`] bytes and one.
/// A folder, and the file of a domain in it, is a scenario of another program: [`load_folder`]. A journal beside the file is read with
/// it: its offers count as the case's own.
///
/// # Errors
/// When the file cannot be read, and when it is not a case.
pub fn load(path: &Path) -> Result<Loaded, LoadError> {
    load_as(path, None)
}

/// Loads a case from a file in the given syntax; without one as [`load`].
///
/// # Errors
/// As [`load`].
pub fn load_as(path: &Path, syntax: Option<Syntax>) -> Result<Loaded, LoadError> {
    let text = match case_place(path, syntax, &nearest())? {
        CasePlace::Scenario(folder, options) => return load_folder(&folder, &options),
        CasePlace::File(text) => text,
    };
    let loaded = parse(text)?.with_journal(path)?;
    loaded.check_journal_is_here(path)?;
    Ok(loaded)
}

/// GENIUS files as GENIUS reads them, scores rounded where they have no common scale.
fn nearest() -> ScenarioOptions {
    ScenarioOptions {
        rounding: Rounding::WhereNeeded,
        ..ScenarioOptions::default()
    }
}

impl Loaded {
    /// The same with the journal that stands beside the case file.
    ///
    /// # Errors
    /// When there is one that cannot be read. One that does not hold counts as far as it does.
    pub fn with_journal(self, case_file: &Path) -> Result<Self, LoadError> {
        self.with_journal_until(case_file, None)
    }

    /// The same as of an act or a day: later acts are not read.
    ///
    /// # Errors
    /// As [`with_journal`](Self::with_journal).
    pub fn with_journal_until(
        mut self,
        case_file: &Path,
        until: Option<&JournalUntil>,
    ) -> Result<Self, LoadError> {
        let path = winset_journal::path_of(case_file);
        let id = self.reading.case.id.clone();
        let kept = winset_journal::load(&path, &id).map_err(LoadError::Journal)?;
        let Some(mut kept) = kept else {
            return Ok(self);
        };
        if let Some(until) = until {
            let lines = until.lines(&kept.chain.entries);
            kept.chain.cut(lines, &id);
        }
        let entries = &kept.chain.entries;
        let aside = if winset_journal::changes_more_than_offers(entries) {
            let seen = as_seen_by(&self.document, entries, &Audience::Holder);
            let seen = seen.map_err(|found| LoadError::Refused {
                text: self.text.clone(),
                found,
            })?;
            self.reading.case = seen.case;
            seen.aside
        } else {
            winset_journal::apply(&mut self.reading.case, entries)
        };
        self.journal = Some(Journal { path, kept, aside });
        Ok(self)
    }

    /// The file and its journal as an audience sees them.
    ///
    /// # Errors
    /// When the part of the file that the audience sees is no case.
    pub fn seen(&self, audience: &Audience) -> Result<SeenCase, LoadError> {
        let journal = self.journal.as_ref();
        let entries = journal.map_or(&[][..], |journal| &journal.kept.chain.entries);
        as_seen_by(&self.document, entries, audience).map_err(|found| LoadError::Refused {
            text: self.text.clone(),
            found,
        })
    }

    /// The same as an audience reads it: the case is made of its part of the file and the journal alone,
    /// and so is all that is told of it.
    ///
    /// # Errors
    /// When that part is no case: the findings are about the file that the audience would be given.
    pub fn read_by(mut self, audience: &Audience) -> Result<Self, LoadError> {
        if *audience == Audience::Holder {
            return Ok(self);
        }
        self.audience = audience.clone();
        let entries = self
            .journal
            .as_ref()
            .map(|journal| &journal.kept.chain.entries);
        let supposes = entries.is_some_and(|entries| entries.iter().any(|e| e.act.supposes()));
        if *audience == Audience::Mediator && !supposes && !self.has_assumptions() {
            return Ok(self);
        }
        let seen = self.seen(audience)?;
        let text = SourceText {
            name: format!("{} (as {} sees it)", self.text.name, audience.name()),
            bytes: seen.document.to_yaml().into_bytes(),
            syntax: Syntax::Yaml,
        };
        let read = read_document(&text.bytes, text.syntax);
        let (_, reading) = read.map_err(|found| LoadError::Refused {
            text: text.clone(),
            found,
        })?;
        self.reading = Reading {
            case: seen.case,
            warnings: reading.warnings,
        };
        self.text = text;
        if let Some(journal) = &mut self.journal {
            journal.aside = seen.aside;
        }
        // What was told of the whole, and of how it was made, is not for this reader.
        self.scenario = None;
        self.remarks = Vec::new();
        Ok(self)
    }

    /// The same without what parties suppose of others.
    ///
    /// # Errors
    /// When what is left is no case.
    pub fn without_assumptions(mut self) -> Result<Self, LoadError> {
        let seen = self.seen(&self.audience)?.without_assumptions();
        let seen = seen.map_err(|found| LoadError::Refused {
            text: self.text.clone(),
            found,
        })?;
        self.reading.case = seen.case;
        self.reading
            .warnings
            .retain(|w| w.code != Code::AssumptionUnused);
        Ok(self)
    }

    fn has_assumptions(&self) -> bool {
        without_assumptions(&self.document).canonical_json() != self.document.canonical_json()
    }

    /// That a case file without a journal did not leave it behind: no journal of the same case stands
    /// in its folder or the one above, the case file of which is gone. What was said in the talks would
    /// be missing from every answer.
    ///
    /// # Errors
    /// When there is one; it is named.
    pub fn check_journal_is_here(&self, case_file: &Path) -> Result<(), LoadError> {
        if self.journal.is_some() {
            return Ok(());
        }
        let path = winset_journal::path_of(case_file);
        let mut found = winset_journal::elsewhere(&path, &self.reading.case.id);
        found.retain(|journal| !winset_journal::has_case(journal));
        if found.is_empty() {
            return Ok(());
        }
        Err(LoadError::Journal(JournalError::Elsewhere { path, found }))
    }
}

/// Reads the text of a file in the given syntax; without one as [`load`].
///
/// # Errors
/// When the file cannot be read.
pub fn text(path: &Path, syntax: Option<Syntax>) -> Result<SourceText, LoadError> {
    let name = path.display().to_string();
    let unreadable = |source| LoadError::Unreadable {
        name: name.clone(),
        source,
    };
    let file = File::open(path).map_err(unreadable)?;
    let bytes = read_limited(file, FILE_BYTES_MAX).map_err(unreadable)?;
    Ok(SourceText::named(name, bytes, syntax))
}

/// Loads a what-if of a case from an overlay file; its syntax as for [`load`].
///
/// # Errors
/// When the file cannot be read, and when it is not an overlay of the case.
pub fn load_overlay(path: &Path, case: &Case) -> Result<Overlay, LoadError> {
    let text = text(path, None)?;
    let read = read_overlay(case, &text.bytes, text.syntax);
    read.map_err(|found| LoadError::Refused { text, found })
}

/// Makes a case of a text.
///
/// # Errors
/// When the text is not a case.
pub fn parse(text: SourceText) -> Result<Loaded, LoadError> {
    if is_workbook(Path::new(&text.name)) {
        return of_workbook(&text);
    }
    match read_document(&text.bytes, text.syntax) {
        Ok((document, reading)) => Ok(Loaded {
            text,
            document,
            reading,
            scenario: None,
            remarks: Vec::new(),
            journal: None,
            audience: Audience::Holder,
        }),
        Err(found) => Err(LoadError::Refused { text, found }),
    }
}

/// Makes a case of a workbook: of the YAML that says the same, so that findings have places.
fn of_workbook(text: &SourceText) -> Result<Loaded, LoadError> {
    let made = workbook_case(&text.name, &text.bytes)?;
    let yaml = SourceText {
        name: format!("{} (as a case)", text.name),
        bytes: made.document.to_yaml().into_bytes(),
        syntax: Syntax::Yaml,
    };
    Ok(Loaded {
        remarks: made.remarks,
        ..parse(yaml)?
    })
}

/// Reads everything, but no more than one byte above the limit: enough to see that it is passed.
///
/// # Errors
/// What the reader says.
pub fn read_limited(from: impl Read, bytes_max: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(bytes_max)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    from.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn syntax_of_content(bytes: &[u8]) -> Syntax {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if text.trim_ascii_start().starts_with(b"{") {
        Syntax::Json
    } else {
        Syntax::Yaml
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_stops_one_byte_above_the_limit() {
        let read = |bytes: &[u8]| read_limited(bytes, 3).unwrap().len();
        assert_eq!(read(b"abc"), 3);
        assert_eq!(read(b"abcdef"), 4);
    }

    #[test]
    fn content_tells_the_syntax() {
        assert_eq!(syntax_of_content(b"\xEF\xBB\xBF \n{}"), Syntax::Json);
        assert_eq!(syntax_of_content(b"format: x"), Syntax::Yaml);
    }
}
