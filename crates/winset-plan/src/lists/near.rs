//! Identifiers that differ in one place.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::PersonEntry;

/// Shorter identifiers are all near each other.
const LETTERS_MIN: usize = 4;

/// Pairs of entries, by their places in both lists, whose identifiers differ in one place: a letter more,
/// less or other, or two neighbours exchanged. In the order of the lists.
///
/// Two such identifiers have a text in common that each becomes with at most one letter less; only pairs
/// that share one are compared. About linear in all letters, unless many are near each other.
pub(super) fn near_pairs(first: &[&PersonEntry], second: &[&PersonEntry]) -> Vec<(usize, usize)> {
    let mut shortened: BTreeMap<Vec<char>, Vec<usize>> = BTreeMap::new();
    for (at, entry) in second.iter().enumerate() {
        for text in one_less(&entry.id.letters()) {
            shortened.entry(text).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (at, entry) in first.iter().enumerate() {
        let letters = entry.id.letters();
        if letters.len() < LETTERS_MIN {
            continue;
        }
        let texts = one_less(&letters);
        let shared = texts.iter().filter_map(|text| shortened.get(text));
        let others: BTreeSet<usize> = shared.flatten().copied().collect();
        let near = |other: &usize| {
            let other = second[*other].id.letters();
            other.len() >= LETTERS_MIN && differ_in_one(&letters, &other)
        };
        pairs.extend(others.into_iter().filter(near).map(|other| (at, other)));
    }
    pairs
}

/// The text, and all that it becomes with one letter less.
fn one_less(letters: &[char]) -> BTreeSet<Vec<char>> {
    let without = |at: usize| [&letters[..at], &letters[at + 1..]].concat();
    let shorter = (0..letters.len()).map(without);
    shorter.chain([letters.to_vec()]).collect()
}

/// Whether one edit makes the one text of the other.
pub(super) fn differ_in_one(one: &[char], other: &[char]) -> bool {
    let begin = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let backwards = one.iter().rev().zip(other.iter().rev());
    let end = backwards.take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    match (one, other) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
