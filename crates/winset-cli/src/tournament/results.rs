//! The parts of a tournament put together: tables, and what they come to.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use winset::ask::{TournamentAnswer, tournament_landmarks};
use winset::play::tournament::{
    DETAILS_HEAD, DetailsTable, NegotiationRow, PeerTable, Tournament, TournamentFigures,
    TournamentSums, scores_table,
};
use winset::solve::Budget;

use super::parts::{PartsFolder, WHAT, all_parts, failure};
use super::plan::Plan;
use super::report::paper;
use crate::failure::Failure;
use crate::paper::{html, visible};
use crate::whole_file;

/// A table that is written line by line, and takes its name when it is whole.
pub(super) struct GrowingFile {
    path: PathBuf,
    part: PathBuf,
    to: BufWriter<File>,
}

impl GrowingFile {
    /// A file of a folder, with its first line.
    pub(super) fn begin(folder: &Path, name: &str, head: &str) -> Result<Self, Failure> {
        let part = folder.join(format!(".{name}.part"));
        let file = File::create(&part).map_err(|source| failure(&part, source))?;
        let mut file = Self {
            path: folder.join(name),
            part,
            to: BufWriter::new(file),
        };
        file.add(head)?;
        Ok(file)
    }

    /// Adds lines.
    pub(super) fn add(&mut self, lines: &str) -> Result<(), Failure> {
        let written = self.to.write_all(lines.as_bytes());
        written.map_err(|source| failure(&self.path, source))
    }

    /// It is whole.
    pub(super) fn end(mut self) -> Result<(), Failure> {
        let flushed = self.to.flush();
        let named = flushed.and_then(|()| fs::rename(&self.part, &self.path));
        named.map_err(|source| failure(&self.path, source))
    }
}

/// The tables of negotiations while they grow.
struct GrowingTables<'t> {
    tournament: &'t Tournament,
    table: DetailsTable<'t>,
    details: GrowingFile,
    peers: Vec<(PeerTable, GrowingFile)>,
    /// Lines that are not written yet: those of `details`, then those of each of `peers`.
    lines: Vec<String>,
}

impl<'t> GrowingTables<'t> {
    fn begin(tournament: &'t Tournament, to: &Path, peers: &[PeerTable]) -> Result<Self, Failure> {
        let of = |peer: &PeerTable| {
            let file = GrowingFile::begin(to, peer.file(), &peer.head(tournament))?;
            Ok((*peer, file))
        };
        Ok(Self {
            tournament,
            table: DetailsTable::new(tournament),
            details: GrowingFile::begin(to, "details.csv", DETAILS_HEAD)?,
            peers: peers.iter().map(of).collect::<Result<_, Failure>>()?,
            lines: vec![String::new(); 1 + peers.len()],
        })
    }

    fn add(&mut self, row: &NegotiationRow, distances: Option<[u64; 3]>) {
        if let Some((lines, of_peers)) = self.lines.split_first_mut() {
            self.table.line(lines, row, distances);
            for ((peer, _), lines) in self.peers.iter().zip(of_peers) {
                peer.line(lines, self.tournament, row, distances);
            }
        }
    }

    /// Writes what was added.
    fn write(&mut self) -> Result<(), Failure> {
        let peers = self.peers.iter_mut().map(|(_, file)| file);
        for (file, lines) in std::iter::once(&mut self.details)
            .chain(peers)
            .zip(&mut self.lines)
        {
            file.add(lines)?;
            lines.clear();
        }
        Ok(())
    }

    fn end(self) -> Result<(), Failure> {
        self.details.end()?;
        self.peers.into_iter().try_for_each(|(_, file)| file.end())
    }
}

/// Writes the results of parts that are in some of the folders; nothing where the budget stops it.
pub(super) fn join(
    folders: &[PartsFolder],
    plan: &Plan,
    results: &Path,
    peers: &[PeerTable],
    budget: &Budget<'_>,
) -> Result<Option<TournamentAnswer>, Failure> {
    let tournament = &plan.tournament;
    let parts = all_parts(folders, plan)?;
    let landmarks = tournament_landmarks(tournament, budget);
    let mut sums = TournamentSums::new(tournament, &landmarks);
    let mut tables = GrowingTables::begin(tournament, results, peers)?;
    for (number, folder) in (0..).zip(parts) {
        folder.read(number, plan, |text| {
            sums.add_part(plan.numbers(number), text, &mut |row, distances| {
                tables.add(row, distances);
            })
        })?;
        tables.write()?;
        if (budget.stop)().is_some() {
            return Ok(None);
        }
    }
    tables.end()?;
    sums.end();
    let figures = TournamentFigures::of(tournament, sums);
    let scores = scores_table(tournament, &figures);
    whole_file::write(&results.join("scores.csv"), scores.as_bytes(), WHAT)?;
    let answer = TournamentAnswer::new(tournament, landmarks, figures);
    let path = results.join("summary.html");
    let page = html(&paper(&answer)).map_err(Failure::Report)?;
    whole_file::write(&path, visible(&page).as_bytes(), WHAT)?;
    Ok(Some(answer))
}
