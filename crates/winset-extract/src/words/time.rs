//! Names of days, months and ordinals.

/// The day of the week, 0 for Monday.
pub(crate) fn weekday(lower: &str) -> Option<u8> {
    Some(match lower {
        "monday" | "mon" | "monday's" => 0,
        "tuesday" | "tue" | "tues" | "tuesday's" => 1,
        "wednesday" | "wednesday's" => 2,
        "thursday" | "thu" | "thurs" | "thursday's" => 3,
        "friday" | "fri" | "friday's" => 4,
        "saturday" | "saturday's" => 5,
        "sunday" | "sunday's" => 6,
        _ => return None,
    })
}

/// The month, 1 for January. "may" and "march" are ambiguous: look at the capital.
pub(crate) fn month(lower: &str) -> Option<u8> {
    Some(match lower {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The day of the month that an ordinal names: `2nd`, `second`, `twenty-first` as its last part.
pub(crate) fn ordinal(lower: &str) -> Option<u8> {
    let word = match lower {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        _ => 0,
    };
    if word > 0 {
        return Some(word);
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|suffix| lower.strip_suffix(suffix))?;
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}
