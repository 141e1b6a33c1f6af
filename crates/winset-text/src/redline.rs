//! What changed between two versions: a marker for each clause, and its words with those that went
//! and those that came.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use winset_journal::{Clause, Place};
use winset_model::case::Case;
use winset_model::characters::{look_alike, spelled_out};

use crate::run::{Change, Run};
use crate::segments::{Piece, Segments, pieces};
use crate::version::Version;

/// Most pieces (words, spaces, signs) of two texts together, without what they share at both ends,
/// that are compared one by one. Beyond it all between the shared ends counts as replaced, which
/// keeps the work below the square of this.
pub const TOKENS_MAX: usize = 12_000;

/// What became of a clause, in the signs of the ITU's conferences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marker {
    /// It is there for the first time.
    Add,
    /// It reads otherwise, or stands elsewhere.
    Mod,
    /// It is gone.
    Sup,
    /// No change.
    Noc,
}

impl Marker {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Add, Self::Mod, Self::Sup, Self::Noc];

    /// The sign: `ADD`, `MOD`, `SUP` or `NOC`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "ADD",
            Self::Mod => "MOD",
            Self::Sup => "SUP",
            Self::Noc => "NOC",
        }
    }
}

/// A clause between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseChange {
    /// Its identifier.
    pub clause: String,
    /// Where it stands; where it is gone, where it stood.
    pub place: Place,
    /// What stands before its title, such as `Point 3`; may be empty.
    pub label: String,
    /// What became of it.
    pub marker: Marker,
    /// Its title. Without what came it is the earlier title, without what went the later one. Where the
    /// two look the same, the characters in which they differ are written out, such as `[U+043E]`.
    pub title: Vec<Run>,
    /// What it says, likewise.
    pub runs: Vec<Run>,
}

/// A clause without words is as good as none for the markers.
fn marker(from: Option<&Clause>, to: Option<&Clause>, same: bool) -> Marker {
    let worded = |clause: Option<&Clause>| clause.is_some_and(|c| !c.alternatives.is_empty());
    match (worded(from), worded(to)) {
        (false, true) => Marker::Add,
        (true, false) => Marker::Sup,
        (true, true) | (false, false) => match (from, to) {
            (Some(from), Some(to)) if same && from.place == to.place => Marker::Noc,
            (Some(_), Some(_)) => Marker::Mod,
            (None, _) => Marker::Add,
            (Some(_), None) => Marker::Sup,
        },
    }
}

/// The clauses of two versions in the order of the later one.
pub(crate) fn clauses(case: &Case, from: &Version, to: &Version) -> Vec<ClauseChange> {
    let mut ids: Vec<&str> = to.clauses.iter().map(|c| c.id.as_str()).collect();
    let mut before: Option<&str> = None;
    for clause in &from.clauses {
        if to.clause(&clause.id).is_none() {
            let at = before.and_then(|id| ids.iter().position(|i| *i == id));
            ids.insert(at.map_or(0, |at| at + 1), &clause.id);
        }
        before = Some(&clause.id);
    }
    ids.into_iter()
        .filter_map(|id| change(case, from, to, id))
        .collect()
}

fn change(case: &Case, from: &Version, to: &Version, id: &str) -> Option<ClauseChange> {
    let (earlier, later) = (from.clause(id), to.clause(id));
    let shown = later.or(earlier)?;
    let label = match later {
        Some(clause) => to.label(case, clause),
        None => from.label(case, shown),
    };
    let title = |clause: Option<&Clause>| {
        let title = clause.map(|c| Run::words(c.title.clone()));
        title.into_iter().collect::<Vec<Run>>()
    };
    let runs = |version: &Version, clause: Option<&Clause>| {
        clause.map_or_else(Vec::new, |clause| version.runs(case, clause))
    };
    let title = compare(&title(earlier), &title(later));
    let runs = compare(&runs(from, earlier), &runs(to, later));
    let kept = |runs: &[Run]| runs.iter().all(|run| run.change == Change::Kept);
    let marker = marker(earlier, later, kept(&title) && kept(&runs));
    Some(ClauseChange {
        clause: id.to_owned(),
        place: shown.place.clone(),
        label,
        marker,
        title: told_apart(title),
        runs: told_apart(runs),
    })
}

/// The runs with characters written out where what went and what came look the same: a reader is never
/// shown two texts that seem equal.
fn told_apart(mut runs: Vec<Run>) -> Vec<Run> {
    for changed in
        runs.chunk_by_mut(|a, b| (a.change == Change::Kept) == (b.change == Change::Kept))
    {
        let text = |change: Change| {
            let of = changed.iter().filter(|run| run.change == change);
            of.map(|run| run.text.as_str()).collect::<String>()
        };
        if look_alike(&text(Change::Deleted), &text(Change::Inserted)) {
            changed
                .iter_mut()
                .for_each(|run| run.text = spelled_out(&run.text));
        }
    }
    runs
}

/// What became of one text on the way to another, word by word: the runs without what was inserted
/// are the first, those without what was deleted are the second. Brackets and owners are words too.
///
/// The same two texts always give the same runs. At most [`TOKENS_MAX`] pieces are compared.
pub fn compare(from: &[Run], to: &[Run]) -> Vec<Run> {
    let (old, new) = (pieces(from), pieces(to));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    let (old_part, end) = old_rest.split_at(old_rest.len() - tail);
    let new_part = &new_rest[..new_rest.len() - tail];
    let mut segments = Segments::default();
    segments.kept(&old[..head]);
    if old_part.len() + new_part.len() > TOKENS_MAX {
        segments.replaced(old_part, new_part);
    } else {
        differ(&mut segments, old_part, new_part);
    }
    segments.kept(end);
    segments.runs()
}

fn differ<'r>(segments: &mut Segments<'r>, old: &[Piece<'r>], new: &[Piece<'r>]) {
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => segments.kept(&old[old_range]),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                segments.replaced(&old[old_range], &new[new_range]);
            }
        }
    }
}
