//! People read labels: no page, picture or export of the demonstration shows a bare code.
//!
//! Every identifier of the demonstration is made a code that is no word; where one is in its place,
//! [`winset_gen::coded`] says.

use std::collections::BTreeMap;

use serde_json::Value;
use winset_gen::coded::{self, bare_in_csv, bare_in_docx, bare_in_html, bare_in_ics, bare_in_text};
use winset_journal::{Act, Author, Deed, IssuedDraft, Mode};
use winset_model::audience::Audience;
use winset_model::case::Visibility;

use crate::cases::{Answer, Asked, Folder, Kept, demonstration, desk, write};
use crate::names::Names;
use crate::routes::{ROUTES, Route};

/// Routes that are not read: files of changes for machines, events, forms of languages.
const UNREAD: [&str; 3] = ["/overlay", "/events", "/language"];

fn draft() -> Act {
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by: Author::Mediator,
        seen: Visibility::Public,
        once: None,
        deed: Deed::Draft(IssuedDraft {
            version: "V1".to_owned(),
            date: None,
            mode: Mode::Compilation,
            clauses: None,
            editions: Vec::new(),
        }),
    }
}

/// The addresses that are read of a route: all pages of points, and some of those that differ in their
/// queries alone.
fn addresses(route: &Route, names: &Names) -> Vec<String> {
    let mut addresses = (route.asks)(names);
    addresses.retain(|address| !address.contains("nowhere") && !address.contains(".png"));
    if !matches!(route.path, "/point/{point}" | "/export/{file}") {
        let every = addresses.len().div_ceil(8).max(1);
        let last = addresses.last().cloned();
        addresses = addresses.into_iter().step_by(every).chain(last).collect();
    }
    addresses
}

/// The bare codes of an answer.
fn bare(address: &str, answer: &Answer) -> Vec<String> {
    let text = &answer.text();
    let path = address.split('?').next().unwrap_or_default();
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("csv") => bare_in_csv(text),
        Some("ics") => bare_in_ics(text),
        Some("md" | "txt") => bare_in_text(text),
        Some("docx") => bare_in_docx(&answer.body),
        _ => bare_in_html(text),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_shows_a_bare_code() {
    let case: Value = coded::coded(&demonstration());
    let folder = Folder::new();
    let files = folder.files();
    write(&files, &case, &[draft()]);
    let asked = Asked::new(desk(&files, Kept::Files, Audience::Mediator));
    let names = Names::of(&[&case]);
    let party = names.parties[1].as_str();
    let (mut read, mut coded, mut found) = (0, 0, BTreeMap::new());
    for view in ["mediator", "public", party] {
        let base = format!("/v/{view}");
        asked.settled(&base).await;
        for route in ROUTES {
            if UNREAD.contains(&route.path) {
                continue;
            }
            for address in addresses(route, &names) {
                let answer = asked.get(&format!("{base}{address}")).await;
                if answer.status != 200 {
                    continue;
                }
                read += 1;
                coded += usize::from(answer.text().contains("class=\"code\">qz"));
                let codes = bare(&address, &answer);
                if let Some(first) = codes.first() {
                    found
                        .entry(format!("{view}{address}"))
                        .or_insert_with(|| first.clone());
                }
            }
        }
    }
    println!("{read} pages, pictures and exports read, {coded} with codes in their places");
    assert!(read > 150 && coded > 80, "{coded} of {read} hold codes");
    assert!(found.is_empty(), "{found:#?}");
}
