//! Files with mistakes that are too large to store.

use winset_model::case::{BONUSES_MAX, OFFERS_MAX, PARTIES_MAX, POINTS_MAX, RULES_MAX, TERMS_MAX};
use winset_model::document::limits::FILE_BYTES_MAX;
use winset_model::options::OPTIONS_MAX;

const HEAD: &str = "format: winset-case/1\nid: large\ntitle: Large\n";
const PARTIES: &str = "parties:\n  - {id: ann, name: Ann}\n  - {id: bob, name: Bob}\n";
const POINTS: &str =
    "points:\n  - {id: p, title: P, options: [{id: a, label: A}, {id: b, label: B}]}\n";

/// The files, by the names under which their expectations are stored.
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>)> {
    let lists = lists().into_iter();
    let entries = entries().into_iter();
    let files = lists.chain(entries);
    files
        .map(|(name, text)| (name, text.into_bytes()))
        .collect()
}

fn lists() -> Vec<(&'static str, String)> {
    let base = format!("{HEAD}{PARTIES}{POINTS}");
    let party = |i: usize| format!("  - {{id: p{i}, name: P}}\n");
    let point = |i: usize| format!("  - {{id: p{i}, title: P, options: [{{id: a, label: A}}]}}\n");
    let range =
        |i: usize| format!("  - {{id: p{i}, title: P, range: {{from: 1, to: 250, step: 1}}}}\n");
    let option = |i: usize| format!("{{id: o{i}, label: O}}, ");
    let bytes = "x".repeat(FILE_BYTES_MAX);
    let parties = many(PARTIES_MAX, party);
    let points = many(POINTS_MAX, point);
    let options = many(OPTIONS_MAX, option);
    let options = format!("  - {{id: p, title: P, options: [{options}]}}\n");
    let ranges = many(450, range);
    vec![
        ("900-too-many-bytes.yaml", format!("{base}# {bytes}\n")),
        (
            "901-too-many-parties.yaml",
            format!("{HEAD}parties:\n{parties}{POINTS}"),
        ),
        (
            "902-too-many-points.yaml",
            format!("{HEAD}{PARTIES}points:\n{points}"),
        ),
        (
            "903-too-many-options.yaml",
            format!("{HEAD}{PARTIES}points:\n{options}"),
        ),
        (
            "904-too-many-options-in-all.yaml",
            format!("{HEAD}{PARTIES}points:\n{ranges}"),
        ),
    ]
}

fn entries() -> Vec<(&'static str, String)> {
    let base = format!("{HEAD}{PARTIES}{POINTS}");
    let line = |i: usize, owner: &str, option: &str| {
        let ladder = format!("[{{accept: [{option}], cost: 0}}]");
        format!("  - {{id: l{i}, owner: {owner}, point: p, ladder: {ladder}}}\n")
    };
    let law = "  - {id: law, owner: ann, point: p, kind: law, ladder: [{accept: [a], cost: 0}]}\n";
    let offer = |i: usize| format!("  - {{seq: {i}, by: ann, package: {{p: a}}}}\n");
    let lines = many(RULES_MAX, |i| line(i, "ann", "a"));
    let bonuses = many(BONUSES_MAX, |_| "{when: {p: a}, score: 1}, ".to_owned());
    let offers = many(OFFERS_MAX, offer);
    let terms = many(TERMS_MAX, |_| "{p: a}, ".to_owned());
    let link = format!("  - {{id: k, require: {{any: [{terms}]}}}}\n");
    let typos = many(150, |i| line(i, "an", "c"));
    let implied = many(220, |i| line(i, "ann", "a"));
    vec![
        ("905-too-many-rules.yaml", format!("{base}lines:\n{lines}")),
        (
            "906-too-many-bonuses.yaml",
            format!("{base}preferences:\n  ann:\n    bonuses: [{bonuses}]\n"),
        ),
        (
            "907-too-many-offers.yaml",
            format!("{base}offers:\n{offers}"),
        ),
        ("908-too-many-terms.yaml", format!("{base}links:\n{link}")),
        (
            "909-more-errors-than-listed.yaml",
            format!("{base}lines:\n{typos}"),
        ),
        (
            "910-more-warnings-than-listed.yaml",
            format!("{base}lines:\n{law}{implied}"),
        ),
    ]
}

/// One entry more than `count`.
fn many(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..=count).map(entry).collect()
}
