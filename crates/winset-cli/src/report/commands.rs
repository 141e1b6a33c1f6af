//! Commands as a reader types them.

use winset::model::case::Case;
use winset::model::derived::Concession;

/// A word as a POSIX shell takes it: as it is where that is safe, else in single quotes.
pub(super) fn word(text: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_./=+,:@%".contains(c);
    if !text.is_empty() && text.chars().all(safe) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// `winset` with a subcommand, the case and more.
pub(super) fn winset(subcommand: &str, file: &str, more: &[String]) -> String {
    let mut words = vec!["winset".to_owned(), subcommand.to_owned(), path(file)];
    words.extend(more.iter().map(|text| word(text)));
    words.join(" ")
}

/// The name of a file, which no command takes for a flag.
fn path(file: &str) -> String {
    if file.starts_with('-') && file != "-" {
        word(&format!("./{file}"))
    } else {
        word(file)
    }
}

/// The changes that a concession is, for `winset what-if`.
pub(super) fn changes(case: &Case, concession: &Concession) -> Vec<String> {
    let mut words = Vec::new();
    for (line, step) in &concession.steps {
        words.push("--step".to_owned());
        words.push(format!("{}={step}", case.lines[*line].id));
    }
    for demand in &concession.dropped {
        words.push("--drop".to_owned());
        words.push(case.demand_name(*demand).to_owned());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_reach_the_command_as_they_are() {
        for (text, typed) in [
            ("talks.yaml", "talks.yaml"),
            ("a b.yaml", "'a b.yaml'"),
            ("it's", r"'it'\''s'"),
            ("", "''"),
            ("$(x)", "'$(x)'"),
        ] {
            assert_eq!(word(text), typed);
        }
        assert_eq!(winset("solve", "-x.yaml", &[]), "winset solve ./-x.yaml");
        assert_eq!(winset("solve", "-", &[]), "winset solve -");
    }
}
