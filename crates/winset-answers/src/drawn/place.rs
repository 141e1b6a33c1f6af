//! Where a picture stands.

use winset_model::calendar::Day;
use winset_model::options::Package;

/// A part of a picture that can lead somewhere.
#[derive(Debug, Clone, Copy)]
pub enum PicturePart<'a> {
    /// A clash, by its number in the list, from 1.
    Clash(usize),
    /// A package.
    Package(&'a Package),
    /// An issued version of the text, by its name.
    Version(&'a str),
    /// The text as it would be issued now.
    WorkingText,
    /// The entries of the record of a week, by its Monday.
    Week(Day),
}

/// What stands around a picture: the beginning of its identifiers, and where its parts lead.
#[derive(Clone, Copy)]
pub struct PicturePlace<'a> {
    prefix: &'a str,
    link: &'a dyn Fn(PicturePart<'_>) -> Option<String>,
}

impl std::fmt::Debug for PicturePlace<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PicturePlace")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

impl<'a> PicturePlace<'a> {
    /// A place where identifiers begin with `prefix` and parts lead where `link` says; none for a part
    /// that leads nowhere.
    pub fn new(prefix: &'a str, link: &'a dyn Fn(PicturePart<'_>) -> Option<String>) -> Self {
        Self { prefix, link }
    }

    /// The identifier of a picture here.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Where a part leads.
    pub(super) fn link(&self, part: PicturePart<'_>) -> Option<String> {
        (self.link)(part)
    }
}

impl PicturePlace<'static> {
    /// A file that holds the picture alone: nothing leads anywhere.
    pub fn alone() -> Self {
        Self::new("", &|_| None)
    }
}
