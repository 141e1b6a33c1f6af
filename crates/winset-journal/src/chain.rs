//! The chain of lines: each holds the hash of the line before, and its own.

use winset_model::document::{file_kind, sha256_hex};

use crate::act::{Act, JournalEntry};
use crate::form::{self, FORMAT};
use crate::limits::{self, LINES_MAX};

/// What parts a line from its hash.
const HASH_KEY: &str = ",\"hash\":\"";

/// A journal whose lines hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The acts, in order.
    pub entries: Vec<JournalEntry>,
    /// The hash of each line, in order.
    pub hashes: Vec<String>,
    /// The hash of the last line; of an empty journal, that of its [`beginning`].
    pub head: String,
    /// How many bytes at the end are no whole line: what a crash left of one.
    pub torn: usize,
}

/// Where a journal does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl Chain {
    /// The line with this hash; 0 for that of the beginning.
    pub fn line_with(&self, case_id: &str, hash: &str) -> Option<usize> {
        if hash == beginning(case_id) {
            return Some(0);
        }
        let place = self.hashes.iter().position(|h| h == hash)?;
        Some(place + 1)
    }

    /// Leaves the first lines only.
    pub fn cut(&mut self, lines: usize, case_id: &str) {
        self.entries.truncate(lines);
        self.hashes.truncate(lines);
        let last = self.hashes.last().cloned();
        self.head = last.unwrap_or_else(|| beginning(case_id));
    }

    /// Whether a line is there that was noted: so many lines, with this hash of the last.
    pub(crate) fn held(&self, case_id: &str, lines: usize, hash: &str) -> Result<(), ChainFault> {
        let there = self.entries.len();
        if there < lines {
            let what = format!("the journal ends before it, and went on to line {lines}");
            return Err(ChainFault {
                line: there + 1,
                what,
            });
        }
        let holds = match lines {
            0 => beginning(case_id) == hash,
            _ => self.hashes[lines - 1] == hash,
        };
        let what = "this is not the line that was noted when it was written";
        holds.then_some(()).ok_or_else(|| ChainFault {
            line: lines.max(1),
            what: what.to_owned(),
        })
    }
}

/// What stands for the line before the first one: it ties a journal to its case.
pub fn beginning(case_id: &str) -> String {
    sha256_hex(&format!("{FORMAT} {case_id}"))
}

/// An act as a line, with its end; returns its hash too.
pub(crate) fn line(
    act: &Act,
    n: usize,
    before: &str,
) -> Result<(String, String), serde_json::Error> {
    let body = form::written(act, n, before)?;
    let hash = sha256_hex(&format!("{body}}}"));
    Ok((format!("{body}{HASH_KEY}{hash}\"}}\n"), hash))
}

/// Reads a journal as far as it holds: the chain up to the first fault, and the fault. What stands
/// after the last end of a line is no line, unless it is one but for its end.
///
/// Linear in the length of the journal.
pub fn read(bytes: &[u8], case_id: &str) -> (Chain, Option<ChainFault>) {
    let mut chain = Chain {
        entries: Vec::new(),
        hashes: Vec::new(),
        head: beginning(case_id),
        torn: 0,
    };
    if let Some(kind) = file_kind(bytes).filter(|_| !bytes.starts_with(b"{")) {
        let what = format!("the file is {kind}, not a journal");
        return (chain, Some(ChainFault { line: 1, what }));
    }
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.iter().position(|b| *b == b'\n');
        let line = end.map_or(rest, |end| &rest[..end]);
        match next(line, &chain) {
            Ok((act, hash)) => {
                let line = chain.entries.len() + 1;
                chain.entries.push(JournalEntry { line, act });
                chain.hashes.push(hash.clone());
                chain.head = hash;
            }
            Err(_) if end.is_none() => {
                chain.torn = rest.len();
                break;
            }
            Err(what) => {
                let line = chain.entries.len() + 1;
                return (chain, Some(ChainFault { line, what }));
            }
        }
        rest = end.map_or(&[][..], |end| &rest[end + 1..]);
    }
    (chain, None)
}

/// Checks a journal: every line's own hash, its number, the hash of the line before, and, where it
/// is known, what the last line must be: so many lines with this hash of the last.
///
/// # Errors
/// The first fault. A journal that is longer than `head` says holds, where the line that it names
/// is the one there: a writer may have been stopped before it noted its last line.
///
/// Linear in the length of the journal.
pub fn verify(
    bytes: &[u8],
    case_id: &str,
    head: Option<(usize, &str)>,
) -> Result<Chain, ChainFault> {
    let (chain, fault) = read(bytes, case_id);
    if let Some(fault) = fault {
        return Err(fault);
    }
    if let Some((lines, hash)) = head {
        chain.held(case_id, lines, hash)?;
    }
    Ok(chain)
}

/// The part of a line that is hashed but for its brace, and the hash.
fn split(line: &str) -> Option<(&str, &str)> {
    let (body, end) = line.rsplit_once(HASH_KEY)?;
    Some((body, end.strip_suffix("\"}")?))
}

/// The act of the line that follows a chain, and its hash.
fn next(line: &[u8], chain: &Chain) -> Result<(Act, String), String> {
    let n = chain.entries.len() + 1;
    if n > LINES_MAX {
        return Err(format!("there are more than {LINES_MAX} lines"));
    }
    let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
    let (body, stated) = split(text).ok_or("the line does not end with its hash")?;
    let hash = sha256_hex(&format!("{body}}}"));
    if hash != stated {
        return Err("the line was changed: it does not match its own hash".to_owned());
    }
    let line = form::line(text)?;
    if line.before != chain.head {
        let what = match n {
            1 => "the journal begins with another line, or belongs to another case",
            _ => "the line does not follow the one before it",
        };
        return Err(what.to_owned());
    }
    if line.n != n {
        return Err(format!("the line is numbered {}, not {n}", line.n));
    }
    limits::check_limits(&line.act)?;
    // What could be read in two ways, such as a key that stands twice, is not what a writer writes.
    let written = form::written(&line.act, n, &line.before).map_err(|error| error.to_string())?;
    if written != body {
        return Err("the line is not in the form in which acts are written".to_owned());
    }
    Ok((line.act, hash))
}
