//! The parts of a tournament put together: tables, and what they come to.

use std::path::Path;

use winset::ask::{TournamentAnswer, tournament_landmarks};
use winset::play::tournament::{
    DetailsTable, NegotiationRow, PeerTable, Tournament, TournamentFigures, TournamentSums,
    details_head, scores_table,
};
use winset::solve::Budget;

use super::growing::GrowingFile;
#[cfg(feature = "parquet")]
use super::parquet::DetailsParquet;
use super::parts::{PartsFolder, WHAT, all_parts};
use super::plan::Plan;
use super::report::paper;
#[cfg(not(feature = "parquet"))]
use super::without_parquet::NoParquet as DetailsParquet;
use crate::failure::Failure;
use crate::paper::{html, visible};
use crate::whole_file;

/// In which forms the table of negotiations is written besides CSV.
pub(super) struct TableForms {
    /// As other programs do.
    pub(super) peers: Vec<PeerTable>,
    /// As a Parquet file.
    pub(super) parquet: bool,
}

/// The tables of negotiations while they grow.
struct GrowingTables<'t> {
    tournament: &'t Tournament,
    table: DetailsTable<'t>,
    details: GrowingFile,
    parquet: Option<DetailsParquet>,
    peers: Vec<(PeerTable, GrowingFile)>,
    /// Lines that are not written yet: those of `details`, then those of each of `peers`.
    lines: Vec<String>,
}

impl<'t> GrowingTables<'t> {
    fn begin(tournament: &'t Tournament, to: &Path, forms: &TableForms) -> Result<Self, Failure> {
        let of = |peer: &PeerTable| {
            let file = GrowingFile::with_head(to, peer.file(), &peer.head(tournament))?;
            Ok((*peer, file))
        };
        let parquet = forms.parquet.then(|| DetailsParquet::begin(to));
        Ok(Self {
            tournament,
            table: DetailsTable::new(tournament),
            details: GrowingFile::with_head(to, "details.csv", &details_head())?,
            parquet: parquet.transpose()?,
            peers: forms.peers.iter().map(of).collect::<Result<_, Failure>>()?,
            lines: vec![String::new(); 1 + forms.peers.len()],
        })
    }

    fn add(&mut self, row: &NegotiationRow, distances: Option<[u64; 3]>) {
        if let Some((lines, of_peers)) = self.lines.split_first_mut() {
            self.table.line(lines, row, distances);
            if let Some(parquet) = &mut self.parquet {
                parquet.add(self.table.cells());
            }
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
        self.parquet.as_mut().map_or(Ok(()), DetailsParquet::write)
    }

    fn end(self) -> Result<(), Failure> {
        let parquet = self.parquet.map(DetailsParquet::end).transpose()?;
        let peers = self.peers.into_iter().map(|(_, file)| file);
        let mut files = std::iter::once(self.details).chain(parquet).chain(peers);
        files.try_for_each(GrowingFile::end)
    }
}

/// Writes the results of parts that are in some of the folders; nothing where the budget stops it.
pub(super) fn join(
    folders: &[PartsFolder],
    plan: &Plan,
    results: &Path,
    forms: &TableForms,
    budget: &Budget<'_>,
) -> Result<Option<TournamentAnswer>, Failure> {
    let tournament = &plan.tournament;
    let parts = all_parts(folders, plan)?;
    let landmarks = tournament_landmarks(tournament, budget);
    let mut sums = TournamentSums::new(tournament, &landmarks);
    let mut tables = GrowingTables::begin(tournament, results, forms)?;
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
