//! The chain of lines: each holds the hash of the line before, and its own.

use winset_model::document::sha256_hex;

use crate::act::{Act, Entry};
use crate::form::{self, FORMAT};

/// What parts a line from its hash.
const HASH_KEY: &str = ",\"hash\":\"";

/// A journal whose lines hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The acts, in order.
    pub entries: Vec<Entry>,
    /// The hash of the last line; of an empty journal, that of its [`beginning`].
    pub head: String,
    /// How many bytes at the end are no whole line: what a crash left of one.
    pub torn: usize,
}

/// Where a journal does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
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
pub fn read(bytes: &[u8], case_id: &str) -> (Chain, Option<Fault>) {
    let mut chain = Chain {
        entries: Vec::new(),
        head: beginning(case_id),
        torn: 0,
    };
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.iter().position(|b| *b == b'\n');
        let line = end.map_or(rest, |end| &rest[..end]);
        match next(line, &chain) {
            Ok((act, hash)) => {
                let line = chain.entries.len() + 1;
                chain.entries.push(Entry { line, act });
                chain.head = hash;
            }
            Err(_) if end.is_none() => {
                chain.torn = rest.len();
                break;
            }
            Err(what) => {
                let line = chain.entries.len() + 1;
                return (chain, Some(Fault { line, what }));
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
pub fn verify(bytes: &[u8], case_id: &str, head: Option<(usize, &str)>) -> Result<Chain, Fault> {
    let (chain, fault) = read(bytes, case_id);
    if let Some(fault) = fault {
        return Err(fault);
    }
    let Some((lines, hash)) = head else {
        return Ok(chain);
    };
    let there = chain.entries.len();
    if there < lines {
        let what = format!("there are {there} whole lines where there were {lines}");
        return Err(Fault {
            line: there + 1,
            what,
        });
    }
    let known = match lines {
        0 => beginning(case_id),
        _ => hash_of_line(bytes, lines).unwrap_or_default(),
    };
    if known == hash {
        Ok(chain)
    } else {
        Err(Fault {
            line: lines,
            what: "this is not the line that was noted when it was written".to_owned(),
        })
    }
}

/// The hash that a line of a journal states.
pub(crate) fn hash_of_line(bytes: &[u8], line: usize) -> Option<String> {
    let text = bytes.split(|b| *b == b'\n').nth(line.checked_sub(1)?)?;
    let text = std::str::from_utf8(text).ok()?;
    split(text).map(|(_, hash)| hash.to_owned())
}

/// The part of a line that is hashed but for its brace, and the hash.
fn split(line: &str) -> Option<(&str, &str)> {
    let (body, end) = line.rsplit_once(HASH_KEY)?;
    Some((body, end.strip_suffix("\"}")?))
}

/// The act of the line that follows a chain, and its hash.
fn next(line: &[u8], chain: &Chain) -> Result<(Act, String), String> {
    let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
    let (body, stated) = split(text).ok_or("the line does not end with its hash")?;
    let hash = sha256_hex(&format!("{body}}}"));
    if hash != stated {
        return Err("the line was changed: it does not match its own hash".to_owned());
    }
    let line = form::line(text)?;
    // The last of two equal keys would count for a reader and the first for the splitter.
    if line.hash != stated {
        return Err("the line states two hashes".to_owned());
    }
    let n = chain.entries.len() + 1;
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
    Ok((line.act, hash))
}
