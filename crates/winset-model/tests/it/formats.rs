//! The page on case files: its codes, limits and examples are those of the program.

use winset_model::case::{
    ASSUMPTIONS_MAX, BONUSES_MAX, OFFERS_MAX, OPTIONS_SUM_MAX, PARTIES_MAX, POINTS_MAX, RULES_MAX,
    TERMS_MAX,
};
use winset_model::diagnostic::{Code, FINDINGS_MAX};
use winset_model::document::limits::{ALIASES_MAX, ANCHORS_MAX, DEPTH_MAX, NODES_MAX};
use winset_model::document::{Syntax, parse};
use winset_model::options::OPTIONS_MAX;
use winset_model::read_case;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/formats/case.md");

fn page() -> String {
    std::fs::read_to_string(PAGE).unwrap()
}

#[test]
fn every_code_stands_on_the_page_with_its_summary() {
    let page = page();
    for code in Code::ALL {
        let row = format!("| {} | {} |", code.as_str(), code.summary());
        assert!(page.contains(&row), "missing: {row}");
    }
    let rows = page
        .lines()
        .filter(|l| l.starts_with("| E0") || l.starts_with("| W0"));
    assert_eq!(rows.count(), Code::ALL.len(), "a row stands for no code");
}

#[test]
fn the_limits_on_the_page_are_those_that_are_checked() {
    let page = page();
    assert_eq!(ANCHORS_MAX, ALIASES_MAX);
    let limits = [
        ("values in a file, YAML aliases expanded", NODES_MAX, ""),
        ("lists and mappings inside each other", DEPTH_MAX, ""),
        ("anchors; aliases", ALIASES_MAX, " each"),
        ("parties", PARTIES_MAX, ""),
        ("points", POINTS_MAX, ""),
        ("options of a point", OPTIONS_MAX, ""),
        ("options of all points together", OPTIONS_SUM_MAX, ""),
        ("lines, links and vote rules together", RULES_MAX, ""),
        ("bonuses of all parties together", BONUSES_MAX, ""),
        ("offers", OFFERS_MAX, ""),
        ("assumptions", ASSUMPTIONS_MAX, ""),
        ("findings that are listed", FINDINGS_MAX, ""),
    ];
    for (what, max, each) in limits {
        let row = format!("| {what} | {}{each} |", grouped(max));
        assert!(page.contains(&row), "missing: {row}");
    }
    assert!(page.contains(&format!("blocs | {} |", grouped(TERMS_MAX))));
}

/// The number with a comma between thousands.
fn grouped(number: usize) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    format!("{},{:03}", grouped(number / 1_000), number % 1_000)
}

#[test]
fn the_examples_can_be_read() {
    let page = page();
    let mut whole = Vec::new();
    for (language, syntax) in [
        ("yaml", Syntax::Yaml),
        ("json", Syntax::Json),
        ("toml", Syntax::Toml),
    ] {
        let blocks: Vec<&str> = page
            .split("\n```")
            .filter_map(|block| block.strip_prefix(language))
            .collect();
        assert!(!blocks.is_empty(), "no example in {language}");
        for block in blocks {
            if block.contains("winset-case/1") {
                let reading = read_case(block.as_bytes(), syntax);
                let reading = reading.unwrap_or_else(|e| panic!("{block}: {e:?}"));
                assert_eq!(reading.warnings, [], "{block}");
                whole.push(reading.case.hash);
            } else if !alternatives(block) {
                assert!(parse(block.as_bytes(), syntax).is_ok(), "{block}");
            }
        }
    }
    assert_eq!(whole.len(), 3);
    assert_eq!(whole[1], whole[2], "the examples in JSON and TOML differ");
}

/// Whether an example shows several ways to write one key.
fn alternatives(block: &str) -> bool {
    let keys: Vec<&str> = block
        .lines()
        .filter_map(|l| l.split_once(':'))
        .map(|(key, _)| key)
        .collect();
    keys.len() > 1 && keys.windows(2).all(|pair| pair[0] == pair[1])
}
