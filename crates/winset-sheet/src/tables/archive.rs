//! The ZIP archive that XLSX and ODS files are, within limits.

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::cursor::damaged;
use crate::findings::{SheetFinding, finding};

/// Most parts of a file.
const PARTS_MAX: usize = 2_000;
/// Most bytes of all parts, unpacked.
const UNPACKED_MAX: u64 = 64 << 20;
/// Parts above this size are looked at for how much they were packed.
const LOOSE: u64 = 1 << 20;
/// Most times that a part may be larger than it is packed.
const RATIO_MAX: u64 = 400;

/// The parts of a file.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Archive<'b> {
    /// Opens a file, and refuses one that would unpack into more than is read. Only the directory of the
    /// file is looked at.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, SheetFinding> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            let message = "the file is damaged: it is a ZIP archive that is not whole";
            finding(
                "workbook",
                message,
                "get the file again, or open it in a spreadsheet program and save it",
            )
        })?;
        let mut all: u64 = 0;
        let mut bomb = zip.len() > PARTS_MAX;
        for place in 0..zip.len().min(PARTS_MAX) {
            let part = zip.by_index_raw(place).map_err(|_| damaged("directory"))?;
            let (unpacked, packed) = (part.size(), part.compressed_size());
            all = all.saturating_add(unpacked);
            bomb |= unpacked > LOOSE && unpacked / RATIO_MAX > packed;
        }
        if bomb || all > UNPACKED_MAX {
            let message = format!(
                "the file would unpack into {all} bytes in {} parts, more than a workbook of a case has",
                zip.len()
            );
            let remedy = "take out what does not belong to the case, or save its sheets as CSV";
            return Err(finding("workbook", message, remedy));
        }
        Ok(Self { zip })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part, unpacked while it is read; none where it is missing. It ends at the limit, whatever its
    /// directory says.
    pub(super) fn part(
        &mut self,
        name: &str,
    ) -> Result<Option<BufReader<impl Read>>, SheetFinding> {
        if !self.has(name) {
            return Ok(None);
        }
        let part = self.zip.by_name(name).map_err(|_| damaged(name))?;
        Ok(Some(BufReader::new(part.take(UNPACKED_MAX))))
    }

    /// Unpacks all parts and counts: refuses a file whose directory does not say how large they are.
    pub(super) fn check_sizes(&mut self) -> Result<(), SheetFinding> {
        let mut all: u64 = 0;
        for place in 0..self.zip.len() {
            let part = self.zip.by_index(place).map_err(|_| damaged("directory"))?;
            let name = part
                .name()
                .map_or_else(|_| String::new(), std::borrow::Cow::into_owned);
            let mut part = part.take(UNPACKED_MAX - all + 1);
            let read = std::io::copy(&mut part, &mut std::io::sink());
            all += read.map_err(|_| damaged(&name))?;
            if all > UNPACKED_MAX {
                let message = "the file unpacks into more than its directory says";
                let remedy = "open it in a spreadsheet program and save it again as XLSX";
                return Err(finding("workbook", message, remedy));
            }
        }
        Ok(())
    }
}
