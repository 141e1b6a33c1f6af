//! A case as the files of another program.

use super::super::build::Loss;
use super::super::peer::PeerFormat;
use super::draft::Draft;
use super::{genius, json, yaml};
use crate::case::Case;

/// Files for another program, and what they do not say of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Names and texts; the domain first, where there is one.
    pub files: Vec<(String, String)>,
    /// What is lost, each with the identifier of what it is about.
    pub losses: Vec<Loss>,
}

/// Writes the preferences of a case for another program: points, options, scores and no-deal
/// values. Demands, bonuses, levers, offers and the record are losses, as is every number or name
/// that the format cannot hold. Where there are no losses, reading the files gives the same
/// parties, points, options, scores and no-deal values again.
pub fn write(case: &Case, target: PeerFormat) -> Written {
    let mut draft = Draft::new(case);
    let files = match target {
        PeerFormat::Genius => genius::files(&mut draft),
        PeerFormat::GeniusWeb => json::geniusweb(&mut draft),
        PeerFormat::Negmas => yaml::negmas(&mut draft),
        PeerFormat::Negolog => json::negolog(&mut draft),
    };
    Written {
        files,
        losses: draft.losses,
    }
}
