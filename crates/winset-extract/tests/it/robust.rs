//! No bytes make the reader panic or hang, and places always give back the words.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use winset_extract::{Markup, ReportOptions, ReportReading, SourcePlace, read_report};

use crate::labels::{corpus, folder};

const ROUNDS: usize = 3000;

/// Pieces that reports are mutated with.
const PIECES: [&str; 34] = [
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "\r\n",
    "\n\n",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "<",
    ">",
    "&",
    "&amp;",
    "<p>",
    "</p>",
    ", said",
    " he ",
    " 1,000,000,000,000,000,000,000 ",
    "999999999999",
    " Feb. 30 ",
    " 31 June 9999 ",
    " 9999-12-31 ",
    "-",
    ".",
    ":",
    "(",
    ")",
    " million million million ",
    " a hundred ",
    "Mr ",
    "é",
    "🜁",
];

fn places(reading: &ReportReading) -> Vec<(SourcePlace, &str)> {
    let mut all: Vec<(SourcePlace, &str)> = Vec::new();
    all.extend(
        reading
            .quotations
            .iter()
            .map(|q| (q.place, q.text.as_str())),
    );
    all.extend(reading.reported.iter().map(|r| (r.place, r.text.as_str())));
    all.extend(reading.counts.iter().map(|c| (c.place, c.text.as_str())));
    all.extend(reading.dates.iter().map(|d| (d.place, d.text.as_str())));
    all.extend(reading.places.iter().map(|p| (p.place, p.text.as_str())));
    all.extend(reading.meetings.iter().map(|m| (m.place, m.text.as_str())));
    all.extend(reading.proposals.iter().map(|p| (p.place, p.text.as_str())));
    all
}

fn check(source: &str) {
    for markup in [Markup::Text, Markup::Html] {
        let options = ReportOptions {
            markup,
            ..ReportOptions::default()
        };
        let reading = read_report(source, &options);
        assert_eq!(reading, read_report(source, &options));
        for (place, text) in places(&reading) {
            let given = source
                .get(place.start..place.end)
                .expect("a place on character boundaries");
            if markup == Markup::Text {
                let spaced = |c: char| {
                    c.is_whitespace() || matches!(c, '\0' | '\u{feff}' | '\u{200b}' | '\u{ad}')
                };
                let joined: Vec<&str> = given
                    .split(spaced)
                    .filter(|word| !word.is_empty())
                    .collect();
                assert_eq!(joined.join(" "), text);
            }
        }
    }
}

fn below(random: &mut Xoshiro256PlusPlus, limit: usize) -> usize {
    let limit = u64::try_from(limit.max(1)).expect("a limit");
    usize::try_from(random.next_u64() % limit).expect("below the limit")
}

#[test]
fn mutated_reports_are_read() {
    let reports = corpus(&folder());
    let mut random = Xoshiro256PlusPlus::seed_from_u64(7);
    for round in 0..ROUNDS {
        let mut chars: Vec<char> = reports[round % reports.len()].source.chars().collect();
        let from = below(&mut random, chars.len());
        chars = chars[from..].iter().copied().take(500).collect();
        for _ in 0..below(&mut random, 12) {
            let at = below(&mut random, chars.len() + 1);
            match below(&mut random, 3) {
                0 => chars.truncate(at),
                1 => drop(chars.splice(at..at, PIECES[below(&mut random, PIECES.len())].chars())),
                _ => {
                    let end = (at + below(&mut random, 30)).min(chars.len());
                    drop(chars.drain(at..end));
                }
            }
        }
        check(&chars.into_iter().collect::<String>());
    }
}

#[test]
fn random_bytes_are_read() {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(11);
    for _ in 0..ROUNDS {
        let length = below(&mut random, 120);
        let bytes: Vec<u8> = (0..length)
            .map(|_| u8::try_from(below(&mut random, 256)).expect("a byte"))
            .collect();
        check(&String::from_utf8_lossy(&bytes));
        let pieces: String = (0..below(&mut random, 40))
            .map(|_| PIECES[below(&mut random, PIECES.len())])
            .collect();
        check(&pieces);
    }
}

#[test]
fn odd_files_are_read() {
    for source in [
        "",
        "\u{feff}",
        "\0",
        "\r",
        "\r\n\r\n",
        " ",
        "“",
        "1",
        "a",
        "on",
        "March",
        "31 February 2031",
    ] {
        check(source);
    }
}

#[test]
fn large_files_are_read_in_time() {
    const SIZE: usize = 5_000_000;
    for piece in [
        "\"",
        "“",
        "”",
        "‘",
        "’a",
        "'a ",
        "“a",
        "\"a\" ",
        "he said ",
        "Mr Ab ",
        "a",
        "a ",
        "1 ",
        "a, ",
        "a. ",
        "on Monday ",
        "in March, ",
        "She said that he said. ",
        "Ivo Brandt said. ",
        "“a,” he said. ",
        "(",
        "met ",
        "We propose:\n(a) that ",
        "\n",
        "according to ",
    ] {
        let source = piece.repeat(SIZE / 25 / piece.len());
        let _ = read_report(
            &source,
            &ReportOptions {
                markup: Markup::Text,
                ..ReportOptions::default()
            },
        );
    }
    let _ = read_report(&"\"".repeat(SIZE), &ReportOptions::default());
}
