//! What must hold of the reader of journals, whatever the bytes are. The fuzz target and the test that
//! replays its corpus share it.

use winset_journal::{beginning, read};
use winset_model::document::sha256_hex;

const CASE: &str = "talks";

/// Reads the bytes as they are, and as lines whose hashes are put right, so that what lies behind
/// the hash is reached. Returns how many of these lines hold; fails by a panic.
pub fn check(data: &[u8]) -> usize {
    held(data);
    let mut text = String::new();
    let mut before = beginning(CASE);
    for (n, act) in String::from_utf8_lossy(data).lines().enumerate() {
        let body = format!(
            "{{\"journal\":\"winset-journal/1\",\"n\":{},\"before\":\"{before}\",{act}",
            n + 1
        );
        before = sha256_hex(&format!("{body}}}"));
        text += &format!("{body},\"hash\":\"{before}\"}}\n");
    }
    held(text.as_bytes())
}

fn held(bytes: &[u8]) -> usize {
    let (chain, fault) = read(bytes, CASE);
    assert_eq!(chain.entries.len(), chain.hashes.len());
    assert!(chain.torn <= bytes.len());
    let lines = bytes.split(|b| *b == b'\n').count();
    assert!(chain.entries.len() <= lines);
    assert!(fault.is_none_or(|fault| fault.line == chain.entries.len() + 1));
    chain.entries.len()
}
