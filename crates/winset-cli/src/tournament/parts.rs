//! Parts of a tournament as files: each is there whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use winset::play::tournament::{DETAILS_HEAD, TournamentScores, details_line};

use super::plan::Plan;
use crate::failure::Failure;
use crate::whole_file;

const FORMAT: &str = "winset-part/1";
const WHAT: &str = "the results";

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

    /// Reads a part: its scores, and its lines of the table.
    pub(super) fn read(
        &self,
        part: u64,
        plan: &Plan,
    ) -> Result<(TournamentScores, String), Failure> {
        let path = self.path(part);
        let text = fs::read_to_string(&path).map_err(|source| failure(&path, source))?;
        read_part(&text, part, plan).ok_or_else(|| {
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
        let tournament = &plan.tournament;
        let mut scores = TournamentScores::new(tournament);
        let mut lines = String::new();
        for number in plan.numbers(part) {
            if stop() {
                return Ok(None);
            }
            let row = tournament.hold(number);
            scores.add(tournament, &row);
            details_line(&mut lines, tournament, &row);
        }
        let text = format!(
            "{FORMAT} {} {part}\n{}{lines}",
            plan.hash,
            scores.to_lines()
        );
        whole_file::write(&self.path(part), text.as_bytes(), WHAT)?;
        Ok(Some(()))
    }
}

fn read_part(text: &str, part: u64, plan: &Plan) -> Option<(TournamentScores, String)> {
    let head = format!("{FORMAT} {} {part}\n", plan.hash);
    let rest = text.strip_prefix(head.as_str())?;
    let (scores, lines) = TournamentScores::read_lines(rest, &plan.tournament)?;
    let numbers = plan.numbers(part);
    let whole = scores.negotiations == numbers.end - numbers.start && lines.ends_with('\n');
    whole.then(|| (scores, lines.to_owned()))
}

/// Writes the whole results of parts that are in some of the folders.
pub(super) fn join(
    folders: &[PartsFolder],
    plan: &Plan,
    results: &Path,
) -> Result<TournamentScores, Failure> {
    let mut scores = TournamentScores::new(&plan.tournament);
    let details = results.join("details.csv");
    let part = results.join(".details.csv.part");
    let written = fs::File::create(&part).map_err(|source| failure(&part, source))?;
    let mut to = io::BufWriter::new(written);
    let mut put = |text: &str| {
        io::Write::write_all(&mut to, text.as_bytes()).map_err(|source| failure(&details, source))
    };
    put(DETAILS_HEAD)?;
    for number in 0..plan.parts {
        let Some(folder) = folders.iter().find(|folder| folder.has(number)) else {
            let missing = (0..plan.parts)
                .filter(|n| !folders.iter().any(|f| f.has(*n)))
                .count();
            // What is begun is of no use to anybody.
            let _ = fs::remove_file(&part);
            return Err(Failure::Tournament(format!(
                "put the results together: {missing} of {} parts are missing; run the shares to their \
                 end first",
                plan.parts
            )));
        };
        let (of_part, lines) = folder.read(number, plan)?;
        scores.join(&of_part);
        put(&lines)?;
    }
    let flushed = io::Write::flush(&mut to).and_then(|()| fs::rename(&part, &details));
    flushed.map_err(|source| failure(&details, source))?;
    let table = scores.to_csv(&plan.tournament);
    whole_file::write(&results.join("scores.csv"), table.as_bytes(), WHAT)?;
    Ok(scores)
}

fn other_tournament(results: &Path) -> Failure {
    let why =
        "it holds another tournament: other scenarios, strategies or settings; take another folder";
    failure(results, io::Error::other(why))
}

fn failure(path: &Path, source: io::Error) -> Failure {
    Failure::Write {
        what: WHAT,
        name: path.display().to_string(),
        source,
    }
}
