//! What stands in the place of the Parquet file in builds without the feature `parquet`.

use std::path::Path;

use winset::play::tournament::DetailsCell;

use super::growing::GrowingFile;
use crate::failure::{Failure, NO_PARQUET};

/// There is none.
pub(super) enum NoParquet {}

impl NoParquet {
    /// Refused. Nobody comes here: it is refused before anything is played.
    pub(super) fn begin(_: &Path) -> Result<Self, Failure> {
        Err(Failure::Misuse(NO_PARQUET))
    }

    pub(super) fn add<'c>(&mut self, _: impl Iterator<Item = &'c DetailsCell>) {
        match *self {}
    }

    pub(super) fn write(&mut self) -> Result<(), Failure> {
        match *self {}
    }

    pub(super) fn end(self) -> Result<GrowingFile, Failure> {
        match self {}
    }
}
