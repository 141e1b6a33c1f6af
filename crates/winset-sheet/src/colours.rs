//! The colours of the workbooks that are written here; any other in a workbook is somebody's.

/// Letters of what is told and not filled in.
pub(crate) const GREY: u32 = 0x0080_8080;
/// Behind cells to fill in.
pub(crate) const WHITE: u32 = 0x00ff_ffff;
/// Behind the reader's own cells to fill in.
pub(crate) const OWN: u32 = 0x00ff_f4cc;
/// Behind the heads of columns.
pub(crate) const HEAD: u32 = 0x00e8_ecf0;
/// Around cells to fill in.
pub(crate) const EDGE: u32 = 0x00d0_d0d0;

/// Whether letters of a colour say nothing.
pub(crate) fn is_plain_ink(colour: u32) -> bool {
    [0, GREY].contains(&colour)
}

/// Whether a colour behind a cell says nothing.
pub(crate) fn is_plain_ground(colour: u32) -> bool {
    [WHITE, OWN, HEAD].contains(&colour)
}

/// The colour of `FFD0D0D0`, `#d0d0d0` or `d0d0d0`.
pub(crate) fn parse_colour(text: &str) -> Option<u32> {
    let digits = text.trim().trim_start_matches('#');
    let from = digits.len().checked_sub(6)?;
    u32::from_str_radix(digits.get(from..)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_as_programs_write_them() {
        for text in ["FFD0D0D0", "#d0d0d0", "d0d0d0"] {
            assert_eq!(parse_colour(text), Some(EDGE), "{text}");
        }
        for text in ["", "red", "#12", "\u{e9}\u{e9}\u{e9}\u{e9}"] {
            assert_eq!(parse_colour(text), None, "{text}");
        }
    }
}
