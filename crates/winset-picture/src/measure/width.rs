//! Widths as sums over characters: the embedded font has no kerning.

use super::table::RUNS;

/// The font of all pictures: a subset of `DejaVu` Sans (`font/LICENSE.txt`). Pages may serve it under
/// the name that pictures ask for first, "Winset Sans"; where they do not, `DejaVu` Sans is as wide and
/// Verdana nearly so.
pub const FONT: &[u8] = include_bytes!("../../font/WinsetSans.ttf");
/// Parts of the font's size in which the table counts.
const UNITS: i64 = 2048;
/// The width of a character that the font lacks: as wide as it is high, as in scripts of East Asia.
const UNKNOWN: u16 = 2048;

/// The width of `words` in the embedded font at a size in pixels, in pixels, rounded up. Joined
/// letters count with their widest form; characters that the font lacks count as squares, some of
/// which other fonts may draw wider (flags, long ligatures).
pub fn text_width(words: &str, size: i64) -> i64 {
    let units: i64 = words.chars().map(|c| i64::from(advance(c))).sum();
    (units * size + UNITS - 1).div_euclid(UNITS)
}

fn advance(c: char) -> u16 {
    let code = u32::from(c);
    let after = RUNS.partition_point(|(first, _)| *first <= code);
    let run = after.checked_sub(1).and_then(|index| RUNS.get(index));
    let found = run.and_then(|(first, widths)| widths.get((code - first) as usize));
    found.copied().unwrap_or(UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // 651, 1401 and 1995 are the advances of a space, an A and an m.
        assert_eq!(text_width("", 12), 0);
        assert_eq!(text_width(" ", 2048), 651);
        assert_eq!(text_width("A", 2048), 1401);
        assert_eq!(text_width("mm", 2048), 2 * 1995);
        assert_eq!(text_width("漢", 12), 12);
    }
}
