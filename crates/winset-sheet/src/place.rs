//! Names of cells.

/// The letters of a column, counted from 0: `A`, `Z`, `AA`.
pub(crate) fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        letters.push(LETTERS[(rest - 1) % LETTERS.len()]);
        rest = (rest - 1) / LETTERS.len();
    }
    letters.iter().rev().collect()
}

const LETTERS: [char; 26] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S',
    'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];

/// A sheet by its name; the workbook where a damaged file gives it none.
pub(crate) fn sheet_place(sheet: &str) -> &str {
    if sheet.trim().is_empty() {
        "workbook"
    } else {
        sheet
    }
}

/// A cell by its sheet, row and column, both counted from 0: `Positions!C4`.
pub(crate) fn cell_place(sheet: &str, row: usize, column: usize) -> String {
    let quoted = sheet.is_empty() || sheet.contains(|c: char| !c.is_alphanumeric() && c != '_');
    let cell = format!("{}{}", column_letters(column), row.saturating_add(1));
    if quoted {
        format!("'{sheet}'!{cell}")
    } else {
        format!("{sheet}!{cell}")
    }
}

/// Row and column, counted from 0, of a name such as `C4`.
pub(crate) fn parse_cell(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let mut column = 0_usize;
    for letter in letters.chars().filter(|c| *c != '$') {
        let place = LETTERS
            .iter()
            .position(|l| letter.eq_ignore_ascii_case(l))?;
        column = column.checked_mul(LETTERS.len())?.checked_add(place + 1)?;
    }
    let row: usize = row.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_places_of_cells() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
            assert_eq!(parse_cell(&format!("{letters}7")), Some((6, column)));
        }
        assert_eq!(cell_place("Positions", 3, 2), "Positions!C4");
        assert_eq!(cell_place("Sheet 1", 0, 0), "'Sheet 1'!A1");
        assert_eq!(parse_cell("7"), None);
        assert_eq!(parse_cell("A0"), None);
    }
}
