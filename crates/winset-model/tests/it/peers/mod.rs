//! Files of other programs: what their packages are worth, and what is wrong with them.

mod chosen;
mod fuzzed;
mod lenient;
mod malformed;
mod reference;
mod synthetic;

use std::path::Path;

use winset_model::formats::big::{Big, read};
use winset_model::formats::worth::Worth;

/// A folder as names and bytes, ordered.
pub(crate) fn folder(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// The same, lent.
pub(crate) fn lent(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect()
}

/// Every package, as places of values.
pub(crate) fn packages(sizes: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let count: usize = sizes.iter().product();
    let sizes = sizes.to_vec();
    (0..count).map(move |mut number| {
        let digit = |size: &usize| {
            let digit = number % size;
            number /= size;
            digit
        };
        sizes.iter().map(digit).collect()
    })
}

/// What every package is worth, in order.
pub(crate) fn utilities(worth: &Worth) -> Vec<Big> {
    let sizes: Vec<usize> = worth.rows.iter().map(Vec::len).collect();
    packages(&sizes).map(|package| worth.of(&package)).collect()
}

/// A number as a test states it.
pub(crate) fn big(text: &str) -> Big {
    read(text).unwrap_or_else(|| {
        let (above, below) = text.split_once('/').unwrap();
        read(above).unwrap() / read(below).unwrap()
    })
}
