//! Where something stands in a case file, by names.

use std::fmt;

use super::change::ChangeFault;
use super::tree::{child, names};
use crate::document::{Node, Value};

/// Most names of a path.
const NAMES_MAX: usize = 8;

/// A place in a case file: keys of mappings, and identifiers of entries of lists (of offers their
/// numbers), from the top: `points`, `land`, `options`, `keep`, `label`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CasePath(Vec<String>);

impl CasePath {
    /// The place with these names; it may not exist in any file.
    ///
    /// # Errors
    /// When there are no names, or too many.
    pub fn of(names: Vec<String>) -> Result<Self, ChangeFault> {
        if names.is_empty() || names.len() > NAMES_MAX {
            let why = format!("a place has 1 to {NAMES_MAX} names");
            return Err(ChangeFault::new(names.join("."), why));
        }
        Ok(Self(names))
    }

    /// The same of plain texts.
    ///
    /// # Errors
    /// As [`CasePath::of`].
    pub fn named(names: &[&str]) -> Result<Self, ChangeFault> {
        Self::of(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// The place that a text names in a file, the names joined by full stops: `points.land.title`.
    /// Names may hold full stops themselves; the longest one that is there counts. Only the last
    /// name may be new.
    ///
    /// # Errors
    /// Which name is not there, and which are.
    pub fn read(root: &Node, text: &str) -> Result<Self, ChangeFault> {
        let mut found = Vec::new();
        let (mut node, mut rest) = (root, text);
        loop {
            let known = names(node);
            let fits = |name: &&String| {
                rest.strip_prefix(name.as_str())
                    .is_some_and(|after| after.is_empty() || after.starts_with('.'))
            };
            let longest = known.iter().filter(fits).max_by_key(|name| name.len());
            let Some(name) = longest else {
                // A key that is not there yet may be set.
                let may_be_new = !rest.contains('.') && matches!(node.value, Value::Map(_));
                if may_be_new && !rest.is_empty() {
                    found.push(rest.to_owned());
                    return Self::of(found);
                }
                let here = found.join(".");
                let name = rest.split_once('.').map_or(rest, |(name, _)| name);
                return Err(ChangeFault::unknown(&here, name, &known));
            };
            rest = rest[name.len()..].trim_start_matches('.');
            found.push(name.clone());
            match child(node, name) {
                Some(inside) if !rest.is_empty() => node = inside,
                _ => return Self::of(found),
            }
        }
    }

    /// Its names, from the top.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// The names as plain texts, for matching.
    pub(super) fn parts(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }

    /// The place around it, and its last name.
    pub(super) fn split(&self) -> (&[String], &str) {
        let (last, around) = self.0.split_last().expect("a place has a name");
        (around, last)
    }

    /// The place of something inside it.
    pub(super) fn with(&self, name: &str) -> Self {
        let mut names = self.0.clone();
        names.push(name.to_owned());
        Self(names)
    }
}

impl fmt::Display for CasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
