//! A tournament made ready: its scenarios are read, and its parts are known.

use std::path::Path;

use winset::model::document::sha256_hex;
use winset::play::tournament::Tournament;

use super::parts::FORMAT;
use super::spec::{self, SpecFile};
use crate::args::CaseArgs;
use crate::failure::Failure;
use crate::output;

/// Fewest and most negotiations of a part.
const PART: (u64, u64) = (20, 10_000);
/// Parts of a tournament, as far as these bounds let it.
const PARTS: u64 = 1_000;

/// A tournament with its parts: what is played between two moments at which it can be stopped.
pub(super) struct Plan {
    pub(super) tournament: Tournament,
    /// What tells it from any other: a hash of all that it is made of.
    pub(super) hash: String,
    /// How many negotiations a part has, but for the last.
    pub(super) part_size: u64,
    pub(super) parts: u64,
}

impl Plan {
    /// The tournament of a spec file.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = output::text(path, None)?;
        let SpecFile { spec, scenarios } = spec::read(&text)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut made_of = format!("winset {} {FORMAT}\n{spec:?}\n", env!("CARGO_PKG_VERSION"));
        let mut cases = Vec::new();
        for scenario in scenarios {
            let loaded = output::quiet_case(&CaseArgs::of_file(&folder.join(&scenario)))?;
            let case = loaded.reading.case;
            made_of += &format!("{scenario:?} {}\n", case.hash);
            cases.push((scenario, case));
        }
        let tournament = Tournament::new(spec, &cases);
        let tournament = tournament.map_err(|why| Failure::Tournament(why.to_string()))?;
        let count = tournament.count();
        let part_size = (count / PARTS).clamp(PART.0, PART.1);
        Ok(Self {
            hash: sha256_hex(&made_of),
            parts: count.div_ceil(part_size),
            part_size,
            tournament,
        })
    }

    /// The numbers of the negotiations of a part.
    pub(super) fn numbers(&self, part: u64) -> std::ops::Range<u64> {
        let from = part * self.part_size;
        from..(from + self.part_size).min(self.tournament.count())
    }
}
