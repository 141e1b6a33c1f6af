//! Parts of a tournament as files: each is there whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use winset::model::document::sha256_hex;
use winset::play::tournament::held_line;

use super::plan::Plan;
use crate::failure::Failure;
use crate::whole_file;

/// The format of parts of this version.
pub(super) const FORMAT: &str = "winset-part/2";
pub(super) const WHAT: &str = "the results";

/// The folder of a tournament's parts.
#[derive(Debug, Clone)]
pub(super) struct PartsFolder(PathBuf);

impl PartsFolder {
    /// The parts in a folder of results.
    pub(super) fn of(results: &Path) -> Self {
        Self(results.join("parts"))
    }

    /// Makes the folder where it is not there, and lets no other tournament into it.
    pub(super) fn begin(results: &Path, plan: &Plan) -> Result<Self, Failure> {
        let folder = Self::of(results);
        let made = fs::create_dir_all(&folder.0);
        made.map_err(|source| failure(&folder.0, source))?;
        let note = folder.0.join("tournament");
        match fs::read_to_string(&note) {
            Ok(text) if text.trim_end() == plan.hash => Ok(folder),
            Ok(_) => Err(other_tournament(results)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                whole_file::write(&note, format!("{}\n", plan.hash).as_bytes(), WHAT)?;
                Ok(folder)
            }
            Err(source) => Err(failure(&note, source)),
        }
    }

    fn path(&self, part: u64) -> PathBuf {
        self.0.join(format!("{part:08}.part"))
    }

    /// Whether a part is there.
    pub(super) fn has(&self, part: u64) -> bool {
        self.path(part).is_file()
    }

    /// Reads the lines of a part, and lets `take` take them, which says whether they are those of the part.
    pub(super) fn read(
        &self,
        part: u64,
        plan: &Plan,
        take: impl FnOnce(&str) -> Option<()>,
    ) -> Result<(), Failure> {
        let path = self.path(part);
        let text = fs::read_to_string(&path).map_err(|source| failure(&path, source))?;
        let lines = text.split_once('\n');
        let lines = lines.filter(|(first, lines)| *first == head(plan, part, lines));
        lines.and_then(|(_, lines)| take(lines)).ok_or_else(|| {
            let why =
                "it is damaged, or of another tournament; remove it and run the tournament again";
            failure(&path, io::Error::other(why))
        })
    }

    /// Plays a part and writes it; nothing where `stop` says so in between.
    pub(super) fn play(
        &self,
        part: u64,
        plan: &Plan,
        mut stop: impl FnMut() -> bool,
    ) -> Result<Option<()>, Failure> {
        let mut lines = String::new();
        for number in plan.numbers(part) {
            if stop() {
                return Ok(None);
            }
            held_line(&mut lines, &plan.tournament.hold(number));
        }
        let text = format!("{}\n{lines}", head(plan, part, &lines));
        whole_file::write(&self.path(part), text.as_bytes(), WHAT)?;
        Ok(Some(()))
    }
}

/// The first line of a part: of which tournament it is, which one, and a hash of its other lines, so that no change to
/// them goes unseen.
fn head(plan: &Plan, part: u64, lines: &str) -> String {
    format!("{FORMAT} {} {part} {}", plan.hash, sha256_hex(lines))
}

/// For each part one of the folders that has it.
pub(super) fn all_parts<'f>(
    folders: &'f [PartsFolder],
    plan: &Plan,
) -> Result<Vec<&'f PartsFolder>, Failure> {
    let holder = |part: u64| folders.iter().find(|folder| folder.has(part));
    let found: Vec<&PartsFolder> = (0..plan.parts).filter_map(holder).collect();
    let missing = plan.parts - found.len() as u64;
    if missing == 0 {
        return Ok(found);
    }
    Err(Failure::Tournament(format!(
        "put the results together: {missing} of {} parts are missing; run the shares to their end first",
        plan.parts
    )))
}

fn other_tournament(results: &Path) -> Failure {
    let why =
        "it holds another tournament: other scenarios, strategies or settings; take another folder";
    failure(results, io::Error::other(why))
}

pub(super) fn failure(path: &Path, source: io::Error) -> Failure {
    Failure::Write {
        what: WHAT,
        name: path.display().to_string(),
        source,
    }
}
