//! Names for new entries.

/// A name that is none of those in use: `stem`, `stem-2`, `stem-3`.
pub(crate) fn free_name(stem: &str, used: impl Fn(&str) -> bool) -> String {
    if !used(stem) {
        return stem.to_owned();
    }
    let mut number = 2_u64;
    loop {
        let name = format!("{stem}-{number}");
        if !used(&name) {
            return name;
        }
        number += 1;
    }
}

/// The name that goes on after another: `t6` after `t5`; none where it does not end in a number.
pub(crate) fn next_name(last: &str) -> Option<String> {
    let stem = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = last.get(stem.len()..)?.parse().ok()?;
    Some(format!("{stem}{}", number.checked_add(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on() {
        assert_eq!(next_name("t5").as_deref(), Some("t6"));
        assert_eq!(next_name("9").as_deref(), Some("10"));
        assert_eq!(next_name("low"), None);
        assert_eq!(free_name("a", |name| ["a", "a-2"].contains(&name)), "a-3");
    }
}
