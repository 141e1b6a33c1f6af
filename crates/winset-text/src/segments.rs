//! A comparison in parts, some kept and some replaced, and how they are put together to be read.

use crate::run::{Change, Role, Run};
use crate::tokens::tokens;

/// A piece of text that is compared whole: a word, white space, a sign, a closing bracket, or an
/// opening bracket with the owner behind it, so that a bracket is not taken for somebody else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Piece<'r> {
    kind: Kind,
    text: &'r str,
    /// Behind an opening bracket; else empty.
    owner: &'r str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Words,
    Bracket,
    Owner,
}

/// The pieces of a text.
pub(crate) fn pieces(runs: &[Run]) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for run in runs {
        let piece = |kind, text| Piece {
            kind,
            text,
            owner: "",
        };
        match (run.role, pieces.last_mut()) {
            (Role::Words, _) => {
                let words = tokens(&run.text).into_iter();
                pieces.extend(words.map(|text| piece(Kind::Words, text)));
            }
            (Role::Owner, Some(last)) if last.kind == Kind::Bracket && last.owner.is_empty() => {
                last.owner = &run.text;
            }
            (Role::Owner, _) => pieces.push(piece(Kind::Owner, &run.text)),
            (Role::Bracket, _) => pieces.push(piece(Kind::Bracket, &run.text)),
        }
    }
    pieces
}

/// A comparison in parts.
#[derive(Debug, Default)]
pub(crate) struct Segments<'r>(Vec<Segment<'r>>);

#[derive(Debug)]
enum Segment<'r> {
    Kept(Vec<Piece<'r>>),
    Replaced(Vec<Piece<'r>>, Vec<Piece<'r>>),
}

impl<'r> Segments<'r> {
    /// Adds pieces that both texts share.
    pub(crate) fn kept(&mut self, pieces: &[Piece<'r>]) {
        if pieces.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(Segment::Kept(last)) => last.extend(pieces),
            _ => self.0.push(Segment::Kept(pieces.to_vec())),
        }
    }

    /// Adds pieces of the first text, and those of the second that stand in their place. What was
    /// kept before them is taken for replaced too, where it is no more than a few words between
    /// changes that are longer on both sides: it only seems to have stayed.
    pub(crate) fn replaced(&mut self, old: &[Piece<'r>], new: &[Piece<'r>]) {
        if old.is_empty() && new.is_empty() {
            return;
        }
        let (mut old, mut new) = (old.to_vec(), new.to_vec());
        if let Some((gone, came)) = self.slid() {
            old.splice(0..0, gone);
            new.splice(0..0, came);
        }
        while let Some((kept, mut gone, mut came)) = self.swallowed(&old, &new) {
            gone.extend(&kept);
            came.extend(&kept);
            gone.append(&mut old);
            came.append(&mut new);
            (old, new) = (gone, came);
        }
        match self.0.last_mut() {
            Some(Segment::Replaced(gone, came)) => {
                gone.extend(old);
                came.extend(new);
            }
            _ => self.0.push(Segment::Replaced(old, new)),
        }
    }

    /// Where the last change is one to one side only and begins with all that was kept after it, as
    /// well may that have been kept before the change: then the change goes on into the next one.
    /// Takes the change off, and returns what went and what came in it.
    fn slid(&mut self) -> Option<(Vec<Piece<'r>>, Vec<Piece<'r>>)> {
        let [.., Segment::Replaced(gone, came), Segment::Kept(kept)] = self.0.as_slice() else {
            return None;
        };
        let slides =
            |one: &[Piece<'r>], other: &[Piece<'r>]| other.is_empty() && one.starts_with(kept);
        let turned = |one: &[Piece<'r>]| [&one[kept.len()..], kept].concat();
        let change = if slides(gone, came) {
            (turned(gone), Vec::new())
        } else if slides(came, gone) {
            (Vec::new(), turned(came))
        } else {
            return None;
        };
        let kept = self.0.pop();
        self.0.pop();
        if let Some(Segment::Kept(kept)) = kept {
            self.kept(&kept);
        }
        Some(change)
    }

    /// Takes off the last two segments, a change and what was kept after it, where the latter is
    /// small beside the change and the one that follows.
    fn swallowed(
        &mut self,
        old: &[Piece<'r>],
        new: &[Piece<'r>],
    ) -> Option<(Vec<Piece<'r>>, Vec<Piece<'r>>, Vec<Piece<'r>>)> {
        let [.., Segment::Replaced(gone, came), Segment::Kept(kept)] = self.0.as_slice() else {
            return None;
        };
        let words = kept.iter().all(|piece| piece.kind == Kind::Words);
        let space = kept.iter().all(|piece| piece.text.trim().is_empty());
        let before = size(gone).max(size(came));
        let small = size(kept) <= before && size(kept) <= size(old).max(size(new));
        if !words || !(small || space) {
            return None;
        }
        let (kept, change) = (self.0.pop()?, self.0.pop()?);
        match (kept, change) {
            (Segment::Kept(kept), Segment::Replaced(gone, came)) => Some((kept, gone, came)),
            _ => None,
        }
    }

    /// The runs: of each change, what went before what came.
    pub(crate) fn runs(self) -> Vec<Run> {
        let mut runs = Vec::new();
        for segment in self.0 {
            match segment {
                Segment::Kept(kept) => push(&mut runs, &kept, Change::Kept),
                Segment::Replaced(gone, came) => {
                    push(&mut runs, &gone, Change::Deleted);
                    push(&mut runs, &came, Change::Inserted);
                }
            }
        }
        runs
    }
}

/// Bytes of pieces.
fn size(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().map(|piece| piece.text.len()).sum()
}

fn push(runs: &mut Vec<Run>, pieces: &[Piece<'_>], change: Change) {
    for piece in pieces {
        let role = match piece.kind {
            Kind::Words => Role::Words,
            Kind::Bracket => Role::Bracket,
            Kind::Owner => Role::Owner,
        };
        for (role, text) in [(role, piece.text), (Role::Owner, piece.owner)] {
            match runs.last_mut() {
                _ if text.is_empty() => {}
                Some(last) if (last.role, last.change) == (role, change) => {
                    last.text.push_str(text);
                }
                _ => runs.push(Run::kept(role, text).changed(change)),
            }
        }
    }
}
