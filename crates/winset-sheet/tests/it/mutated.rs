//! Workbooks whose bytes and parts were changed at random: no panic, and each finding says where and what to do.

use winset_gen::rng::Rng;
use winset_sheet::{document_from, read_csv_tables, read_tables, to_csv, to_xlsx, workbook_of};

use crate::ods::to_ods;
use crate::support::{basin, many, parts, places, zipped};

/// What becomes of one file: whether it was read.
fn look(bytes: &[u8], what: &str) -> bool {
    let read = read_tables(bytes).and_then(|tables| document_from(&tables, None));
    let Err(found) = read else {
        return true;
    };
    assert!(!found.is_empty(), "{what}");
    for finding in &found {
        let told = !finding.place.is_empty() && !finding.message.is_empty();
        assert!(told && !finding.remedy.is_empty(), "{what}: {found:#?}");
    }
    false
}

/// Numbers that no row, column, count or size should have.
const ODD: [&str; 8] = [
    "0",
    "-1",
    "1.5",
    "65536",
    "4294967295",
    "18446744073709551616",
    "1e309",
    "",
];

/// Pieces that mean something in the parts of a workbook.
const PIECES: [&str; 12] = [
    "<",
    ">",
    "\"",
    "&",
    "&#x0;",
    "</c>",
    "<c r=\"A1\">",
    "<v>7</v>",
    "<!--",
    "]]>",
    "\u{202e}",
    "\u{0}",
];

/// The text with one change: a byte, a piece taken out, doubled or put in, or a number made odd.
fn changed(text: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut out = text.to_vec();
    if out.is_empty() {
        return b"<".to_vec();
    }
    let at = rng.below(out.len());
    let to = out.len().min(at + 1 + rng.below(60));
    match rng.below(5) {
        0 => out[at] = u8::try_from(rng.below(256)).unwrap(),
        1 => drop(out.drain(at..to)),
        2 => {
            let piece = out[at..to].to_vec();
            drop(out.splice(at..at, piece));
        }
        3 => {
            let piece = PIECES[rng.below(PIECES.len())];
            drop(out.splice(at..at, piece.bytes()));
        }
        _ => {
            let digit = |b: &u8| b.is_ascii_digit();
            let Some(from) = out[at..].iter().position(digit) else {
                return out;
            };
            let from = at + from;
            let length = out[from..].iter().take_while(|b| digit(b)).count();
            let odd = ODD[rng.below(ODD.len())];
            drop(out.splice(from..from + length, odd.bytes()));
        }
    }
    out
}

/// The archive with one of its parts changed, taken away, exchanged for another or named otherwise.
fn with_other_parts(whole: &[(String, Vec<u8>)], rng: &mut Rng) -> Vec<u8> {
    let mut parts = whole.to_vec();
    for _ in 0..=rng.below(2) {
        let at = rng.below(parts.len());
        match rng.below(12) {
            0 if parts.len() > 1 => drop(parts.remove(at)),
            1 => {
                let other = rng.below(parts.len());
                let other = parts[other].1.clone();
                parts[at].1 = other;
            }
            2 => parts[at].0.push('x'),
            _ => parts[at].1 = changed(&parts[at].1, rng),
        }
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zipped(&parts)
}

/// `WINSET_SHEET_CHANGES=20000` makes so many of each kind.
#[test]
fn changed_workbooks_are_read_or_refused() {
    let party = winset_model::audience::Audience::Party("compact".to_owned());
    let cut = winset_model::audience::for_audience(&basin(), &party);
    let book = workbook_of(&cut, Some("compact")).unwrap();
    let (xlsx, ods) = (to_xlsx(&book).unwrap(), to_ods(&book));
    let mut rng = Rng::new(11);
    for (name, whole) in [("xlsx", &xlsx), ("ods", &ods)] {
        let all = parts(whole);
        let (mut read, mut refused) = (0, 0);
        let tries = many("WINSET_SHEET_CHANGES", 150);
        for time in 0..tries {
            let other = with_other_parts(&all, &mut rng);
            let was_read = look(&other, &format!("{name}, part {time}"));
            let mut bytes = whole.clone();
            for _ in 0..=rng.below(8) {
                let place = rng.below(bytes.len());
                bytes[place] = u8::try_from(rng.below(256)).unwrap();
            }
            bytes.truncate(bytes.len() - rng.below(2) * rng.below(bytes.len()));
            look(&bytes, &format!("{name}, bytes {time}"));
            read += u64::from(was_read);
            refused += u64::from(!was_read);
        }
        assert!(
            read > tries / 20 && refused > tries / 20,
            "{name}: {read} read, {refused} refused"
        );
    }
}

#[test]
fn changed_tables_are_read_or_refused() {
    let csv = to_csv(&workbook_of(&basin(), None).unwrap());
    let mut rng = Rng::new(7);
    for _ in 0..many("WINSET_SHEET_CHANGES", 150) {
        let mut files = csv.clone();
        let sheet = rng.below(files.len());
        let mut text = files[sheet].1.clone().into_bytes();
        for _ in 0..=rng.below(6) {
            let place = rng.below(text.len());
            text[place] = b",;\"\n'=0a "[rng.below(9)];
        }
        files[sheet].1 = String::from_utf8_lossy(&text).into_owned();
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(n, t)| (n.as_str(), t.as_bytes()))
            .collect();
        if let Err(found) = read_csv_tables(&files).and_then(|t| document_from(&t, None)) {
            let told = |f: &winset_sheet::SheetFinding| !f.place.is_empty() && !f.remedy.is_empty();
            assert!(found.iter().all(told), "{:#?}", places(&found));
        }
    }
}
