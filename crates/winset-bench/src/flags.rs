//! Flags of a command: names and values, two words each.

use std::ops::Range;

/// The flags given.
#[derive(Debug)]
pub(crate) struct Flags<'a> {
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Flags<'a> {
    /// Reads flags, each of them known.
    pub(crate) fn read(words: &'a [String], known: &[&str]) -> Result<Self, String> {
        let mut pairs = Vec::new();
        for pair in words.chunks(2) {
            match pair {
                [name, value] if known.contains(&name.as_str()) => {
                    pairs.push((name.as_str(), value.as_str()));
                }
                [name, _] => return Err(format!("unknown flag `{name}`")),
                _ => return Err(format!("a flag without a value: {pair:?}")),
            }
        }
        Ok(Self { pairs })
    }

    /// A text, where it is given.
    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        self.pairs.iter().find(|(n, _)| *n == name).map(|p| p.1)
    }

    /// A whole number; the default where the flag is missing.
    pub(crate) fn number(&self, name: &str, default: Option<u64>) -> Result<u64, String> {
        match (self.text(name), default) {
            (Some(text), _) => number(name, text),
            (None, Some(default)) => Ok(default),
            (None, None) => Err(format!("`{name}` is missing")),
        }
    }

    /// A number of things; the default where the flag is missing.
    pub(crate) fn count(&self, name: &str, default: u64) -> Result<usize, String> {
        let number = self.number(name, Some(default))?;
        usize::try_from(number).map_err(|e| format!("`{name}`: {e}"))
    }

    /// A range `FROM..TO`, its end not included.
    pub(crate) fn range(&self, name: &str) -> Result<Range<u64>, String> {
        let text = self.text(name).ok_or(format!("`{name}` is missing"))?;
        let (from, to) = text
            .split_once("..")
            .ok_or(format!("`{name}` needs FROM..TO"))?;
        Ok(number(name, from)?..number(name, to)?)
    }
}

fn number(name: &str, text: &str) -> Result<u64, String> {
    text.parse().map_err(|e| format!("`{name}` {text}: {e}"))
}
