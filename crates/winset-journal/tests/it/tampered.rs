//! Journals that somebody changed: what is found by the lines alone, what by the note, and what only
//! by a hash on paper.

use std::fs;

use winset_gen::rng::Rng;
use winset_journal::{append, head_path, load, read, verify};
use winset_model::document::sha256_hex;

use crate::acts::{CASE, any, journal, kept, scratch};

/// A journal with what its writers know of it.
struct Known {
    bytes: Vec<u8>,
    lines: usize,
    head: String,
}

impl Known {
    fn of(seed: u64, acts: usize) -> Self {
        let folder = scratch(&format!("tampered-{seed}"));
        let (path, last) = journal(&folder, acts, seed);
        let (bytes, _) = kept(&path);
        Self {
            bytes,
            lines: last.line,
            head: last.head,
        }
    }

    /// Whether the lines alone tell that something is wrong.
    fn by_lines(bytes: &[u8]) -> bool {
        verify(bytes, CASE, None).is_err()
    }

    /// Whether lines and note together do.
    fn by_note(&self, bytes: &[u8]) -> bool {
        verify(bytes, CASE, Some((self.lines, &self.head))).is_err()
    }

    fn split(&self) -> Vec<Vec<u8>> {
        let lines = self.bytes.split_inclusive(|b| *b == b'\n');
        lines.map(<[u8]>::to_vec).collect()
    }
}

#[test]
fn every_edit_of_a_byte_is_found() {
    let mut edits = 0;
    for seed in 0..4 {
        let known = Known::of(seed, 3);
        let mut rng = Rng::new(seed);
        let last = known.bytes.len() - 1;
        for place in 0..known.bytes.len() {
            for turn in 0..3 {
                let mut bytes = known.bytes.clone();
                let other = match turn {
                    0 => bytes[place] ^ (1 << rng.below(8)),
                    1 => b'\n',
                    _ => (rng.bits() & 0xff) as u8,
                };
                if other == bytes[place] {
                    continue;
                }
                bytes[place] = other;
                edits += 1;
                // Without its end and with another sign there, the last line reads as torn: as if
                // it had not been written to its end.
                assert!(known.by_note(&bytes), "seed {seed}, byte {place}");
                assert_eq!(
                    Known::by_lines(&bytes),
                    place != last,
                    "seed {seed}, byte {place}"
                );
            }
        }
    }
    assert!(edits > 2_000, "{edits}");
    println!("{edits} edits of a byte");
}

#[test]
fn lines_that_are_moved_dropped_or_doubled_are_found() {
    for seed in 10..30 {
        let count = 2 + usize::try_from(seed).unwrap() % 5;
        let known = Known::of(seed, count);
        let lines = known.split();
        let found = |lines: &[Vec<u8>], by_lines: bool| {
            let bytes = lines.concat();
            assert_eq!(Known::by_lines(&bytes), by_lines, "seed {seed}");
            assert!(known.by_note(&bytes), "seed {seed}");
        };
        for one in 0..count {
            for other in one + 1..count {
                let mut swapped = lines.clone();
                swapped.swap(one, other);
                found(&swapped, true);
            }
            let mut dropped = lines.clone();
            dropped.remove(one);
            // Lines missing at the end leave a journal that holds: the note knows better.
            found(&dropped, one + 1 < count);
            let mut doubled = lines.clone();
            doubled.insert(one, lines[one].clone());
            assert!(Known::by_lines(&doubled.concat()));
            let mut cut = lines.clone();
            cut.truncate(one);
            found(&cut, false);
        }
    }
}

/// The text of a line with another act in it, as a forger makes it who knows the form: with its own
/// hash computed anew, or the old one.
fn forged(line: &[u8], anew: bool) -> Vec<u8> {
    let text = std::str::from_utf8(line)
        .unwrap()
        .replacen("2031-03-", "2032-03-", 1);
    let (body, hash) = text.rsplit_once(",\"hash\":\"").unwrap();
    let hash = if anew {
        sha256_hex(&format!("{body}}}"))
    } else {
        hash[..64].to_owned()
    };
    format!("{body},\"hash\":\"{hash}\"}}\n").into_bytes()
}

#[test]
fn forged_lines_are_found_by_what_follows_them() {
    for seed in 40..60 {
        let known = Known::of(seed, 4);
        for place in 0..4 {
            let mut lines = known.split();
            lines[place] = forged(&known.split()[place], false);
            assert!(Known::by_lines(&lines.concat()));
            lines[place] = forged(&known.split()[place], true);
            let bytes = lines.concat();
            // Nothing follows the last one but the note.
            assert_eq!(Known::by_lines(&bytes), place < 3, "seed {seed}");
            assert!(known.by_note(&bytes), "seed {seed}");
        }
    }
}

/// Who rewrites all of it, note and all, is found by nothing that stands in the files.
#[test]
fn another_history_is_found_by_the_hash_on_paper_alone() {
    let known = Known::of(70, 4);
    let folder = scratch("history");
    let path = folder.join("70.yaml.journal");
    let mut rng = Rng::new(71);
    for _ in 0..4 {
        append(&path, CASE, &any(&mut rng)).unwrap();
    }
    let other = load(&path, CASE).unwrap().unwrap();
    assert_eq!(other.fault, None);
    assert_eq!(other.chain.line_with(CASE, &known.head), None);
    let (own, _) = read(&known.bytes, CASE);
    assert_eq!(own.line_with(CASE, &known.head), Some(4));
    assert_eq!(own.line_with(CASE, &own.hashes[1]), Some(2));
}

#[test]
fn every_edit_of_the_note_is_found() {
    let folder = scratch("edited-note");
    let (path, _) = journal(&folder, 12, 80);
    let (_, note) = kept(&path);
    let mut rng = Rng::new(80);
    for place in 0..note.len() {
        for _ in 0..8 {
            let mut edited = note.clone().into_bytes();
            edited[place] = (rng.bits() & 0xff) as u8;
            if edited == note.as_bytes() {
                continue;
            }
            fs::write(head_path(&path), &edited).unwrap();
            let read = load(&path, CASE).unwrap().unwrap();
            assert!(
                read.fault.is_some(),
                "{:?}",
                String::from_utf8_lossy(&edited)
            );
        }
    }
    // A note of an earlier line is no fault: a writer may have been stopped before the next one.
    let read = load(&path, CASE).unwrap().unwrap();
    fs::write(head_path(&path), note.as_bytes()).unwrap();
    drop(read);
    let read = load(&path, CASE).unwrap().unwrap();
    let earlier = format!("3 {}\n", read.chain.hashes[2]);
    fs::write(head_path(&path), earlier).unwrap();
    assert_eq!(load(&path, CASE).unwrap().unwrap().fault, None);
    fs::remove_file(head_path(&path)).unwrap();
    assert_eq!(load(&path, CASE).unwrap().unwrap().fault, None);
}

#[test]
fn lines_of_another_case_are_found() {
    let known = Known::of(90, 3);
    assert!(verify(&known.bytes, "other", None).is_err());
    let folder = scratch("foreign");
    let path = folder.join("other.yaml.journal");
    append(&path, "other", &any(&mut Rng::new(91))).unwrap();
    let (foreign, _) = kept(&path);
    let mixed = [known.bytes.clone(), foreign].concat();
    assert!(Known::by_lines(&mixed));
}
