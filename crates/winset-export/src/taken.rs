//! Names that spreadsheets and readers of tables take for something else.

/// Names of months, whose beginnings of three letters or more are read as months: in English, German,
/// French, Spanish and Italian.
const MONTHS: [&str; 47] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "gennaio",
    "maggio",
    "luglio",
    "dicembre",
];
/// Words that programs read as a truth value, or as nothing.
const VALUES: [&str; 10] = [
    "true", "false", "wahr", "falsch", "vrai", "faux", "na", "n/a", "nan", "null",
];

/// Whether a spreadsheet, or a program that reads tables, would take a name for a number, a day, a time,
/// a truth value or nothing: `1-2`, `3/4`, `1e5`, `10:30`, `march1`, `TRUE`, `NA`. Rather one name too
/// many than one too few.
pub(crate) fn taken_for_value(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    if VALUES.contains(&lower.as_str()) || name == "None" {
        return true;
    }
    let plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || "./-:,+%()'$€£".contains(c);
    if !lower.contains(|c: char| c.is_ascii_digit()) || !lower.chars().all(plain) {
        return false;
    }
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let begins = lower.starts_with(|c: char| c.is_ascii_digit() || ".+-($€£".contains(c));
    let known = |word: &&str| is_month(word) || matches!(*word, "e" | "am" | "pm");
    words.iter().all(known) && (begins || words.first().is_some_and(|word| is_month(word)))
}

fn is_month(word: &str) -> bool {
    word.chars().count() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_turn_into_something_else_are_known() {
        for name in [
            "1-2",
            "1/2",
            "3.4",
            "5",
            "1e5",
            "2E10",
            "10:30",
            "10 pm",
            "2031-03-14",
            "1.2.2031",
            "10%",
            "$5",
            "(5)",
            ".5",
            "1 000",
            "march1",
            "MARCH1",
            "sept2",
            "DEC-2",
            "1-mai",
            "3 août",
            "TRUE",
            "wahr",
            "NA",
            "n/a",
            "NaN",
            "null",
            "None",
        ] {
            assert!(taken_for_value(name), "{name}");
        }
        for name in [
            "",
            "t4",
            "t4; t5",
            "open",
            "may",
            "p-1",
            "a1",
            "1a",
            "3 years",
            "1-2 years",
            "market-1",
            "none",
            "v1.2",
            "low",
            "yes",
            "x_1",
            "1_2",
            "Point 3",
        ] {
            assert!(!taken_for_value(name), "{name}");
        }
    }
}
