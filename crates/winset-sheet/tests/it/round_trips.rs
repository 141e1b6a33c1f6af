//! What nobody touched comes back as it was.

use winset_gen::discreet;
use winset_gen::small::small;
use winset_gen::twin::{Reader, twin};
use winset_model::audience::{Audience, for_audience, without_assumptions};
use winset_model::case_from_document;
use winset_model::document::Node;
use winset_sheet::{
    CellLook, SheetReading, document_from, read_csv_tables, read_tables, to_csv, to_xlsx,
    with_agreed, workbook_of,
};

use crate::support::{basin, document, many};

/// Through XLSX and through CSV: the same document, and nothing to tell.
fn check(document: &Node, own: Option<&str>, what: &str) {
    let workbook = workbook_of(document, own).unwrap_or_else(|e| panic!("{what}: {e:#?}"));
    let workbook = with_agreed(workbook, &case_from_document(document).unwrap().case);
    let same = |reading: SheetReading, how: &str| {
        assert_eq!(
            reading.document.canonical_json(),
            document.canonical_json(),
            "{what}, {how}"
        );
        assert_eq!(
            (reading.remarks, reading.guesses),
            (vec![], vec![]),
            "{what}, {how}"
        );
    };
    let read = read_tables(&to_xlsx(&workbook).unwrap()).and_then(|t| document_from(&t, None));
    same(read.unwrap_or_else(|e| panic!("{what}: {e:#?}")), "xlsx");
    let files = to_csv(&workbook);
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(n, t)| (n.as_str(), t.as_bytes()))
        .collect();
    let read = read_csv_tables(&files).and_then(|t| document_from(&t, None));
    same(read.unwrap_or_else(|e| panic!("{what}: {e:#?}")), "csv");
}

/// `WINSET_SHEET_CASES=2000` looks at so many.
#[test]
fn random_cases_come_back() {
    for seed in 0..many("WINSET_SHEET_CASES", 300) {
        check(
            &document(&small(seed).to_string()),
            None,
            &format!("seed {seed}"),
        );
    }
}

#[test]
fn the_demonstration_comes_back_to_everybody() {
    let basin = basin();
    check(&basin, None, "the mediator");
    for party in ["orvane", "lethia", "meridia", "compact"] {
        let cut = for_audience(&basin, &Audience::Party(party.to_owned()));
        check(&cut, Some(party), party);
    }
}

#[test]
fn a_base_that_is_the_same_stays_untouched() {
    let basin = basin();
    let tables = read_tables(&to_xlsx(&workbook_of(&basin, None).unwrap()).unwrap()).unwrap();
    let read = document_from(&tables, Some(&basin)).unwrap();
    assert_eq!(read.document, basin);
}

#[test]
fn the_same_workbook_has_the_same_bytes() {
    let bytes = || to_xlsx(&workbook_of(&basin(), None).unwrap()).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_party_fills_in_its_own_columns_only() {
    let cut = for_audience(&basin(), &Audience::Party("lethia".to_owned()));
    let workbook = workbook_of(&cut, Some("lethia")).unwrap();
    let positions = workbook
        .sheets
        .iter()
        .find(|s| s.name == "Positions")
        .unwrap();
    let codes = &positions.rows[2];
    for row in &positions.rows[3..] {
        for (code, cell) in codes.iter().zip(row) {
            let own = code.value.as_text().split(' ').next() == Some("lethia");
            assert_eq!(cell.look == CellLook::Own, own);
        }
    }
    // Nothing of another party's ladder or values is in the file.
    let text = format!("{workbook:?}");
    assert!(text.contains("slow loss of ground"));
    for secret in ["holds what it holds", "keeps paying", "MER-price-cap"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

/// A case whose texts programs take for something else.
pub(crate) fn odd_texts() -> Node {
    let odd = [
        "=1+1",
        "+cmd",
        "-3",
        "@x",
        "'quoted'",
        "1/3",
        "2031-03-14",
        "007",
        "a  b",
        " c ",
        "_x0041_",
        "a\nb",
        "\u{5de6}\u{53f3} \u{1f9ed}",
        "\"; DROP",
        "a,b;c\td",
        "TRUE",
        "1e5",
        "\u{a0}x",
    ];
    let options: Vec<String> = odd
        .iter()
        .enumerate()
        .map(|(o, text)| {
            let text = text.replace('\\', "\\\\").replace('"', "\\\"");
            let text = text.replace('\n', "\\n").replace('\t', "\\t");
            format!(r#"{{"id": "o{o}", "label": "{text}", "text": "{text}"}}"#)
        })
        .collect();
    let case = format!(
        r#"{{"format": "winset-case/1", "id": "odd", "title": "=1+1", "parties": [{{"id": "a", "name": "A"}}],
        "points": [{{"id": "or", "title": "+x", "options": [{}]}}],
        "links": [{{"id": "l", "kind": "law", "if": {{"or": ["o1"]}}, "then": {{"or": ["o2", "o3"]}}}}]}}"#,
        options.join(",")
    );
    document(&case)
}

/// A case in which nobody scores anything, with names from right to left, and numbers of a range.
pub(crate) fn unscored() -> Node {
    document(
        r#"{"format": "winset-case/1", "id": "gate", "title": "\u0627\u0644\u0628\u0648\u0627\u0628\u0629",
        "parties": [{"id": "a", "name": "\u0634\u0631\u0642"}, {"id": "b", "name": "West"}],
        "points": [
            {"id": "gate", "title": "The gate", "options": [
                {"id": "open", "label": "\u0645\u0641\u062a\u0648\u062d"}, {"id": "shut", "label": "Shut"}]},
            {"id": "fee", "title": "The fee", "range": {"from": 0, "to": 5, "step": 1}}],
        "lines": [{"id": "l", "owner": "a", "point": "gate", "ladder": [{"accept": ["open"], "cost": 0}]}]}"#,
    )
}

#[test]
fn texts_that_programs_take_for_something_else_come_back() {
    check(&odd_texts(), None, "odd texts");
    check(&unscored(), None, "unscored");
}

/// Cases that a party cannot tell from each other give it the same workbook, to the byte.
#[test]
fn twins_give_a_party_the_same_workbook() {
    let mut different = 0;
    for seed in 0..300 {
        let one = discreet(seed);
        let party = one["parties"][0]["id"].as_str().unwrap();
        let other = twin(&one, Reader(Some(party)), seed);
        let audience = Audience::Party(party.to_owned());
        let bytes = |file: &serde_json::Value| {
            let cut = for_audience(&document(&file.to_string()), &audience);
            let case = case_from_document(&cut).unwrap().case;
            to_xlsx(&with_agreed(workbook_of(&cut, Some(party)).unwrap(), &case)).unwrap()
        };
        assert!(bytes(&one) == bytes(&other), "seed {seed}");
        different += usize::from(one != other);
    }
    assert!(different > 250, "{different}");
}

/// What a party supposes comes back in the workbook of the whole case, and is in no workbook of a party, not
/// its own either.
#[test]
fn assumptions_stay_at_home() {
    let mut with = 0;
    for seed in 0..200 {
        let file = discreet(seed);
        if file["assumptions"].is_null() {
            continue;
        }
        with += 1;
        let whole = document(&file.to_string());
        check(&whole, None, &format!("seed {seed}"));
        for party in file["parties"].as_array().unwrap() {
            let party = party["id"].as_str().unwrap();
            let cut = for_audience(&whole, &Audience::Party(party.to_owned()));
            let workbook = workbook_of(&cut, Some(party)).unwrap();
            let text = format!("{workbook:?}");
            assert!(!text.contains("assumptions"), "seed {seed}, {party}");
            let stated = workbook_of(&without_assumptions(&cut), Some(party)).unwrap();
            assert_eq!(text, format!("{stated:?}"), "seed {seed}, {party}");
            assert_eq!(to_csv(&workbook), to_csv(&stated));
            // Read onto the party's own file, it leaves what is supposed there alone.
            let tables = read_tables(&to_xlsx(&workbook).unwrap()).unwrap();
            let read = document_from(&tables, Some(&cut)).unwrap();
            assert_eq!(
                read.document.canonical_json(),
                cut.canonical_json(),
                "seed {seed}"
            );
        }
    }
    assert!(with > 100, "{with}");
}
