//! The page of packages of a case without scores: what is settled, what is open, packages one after the
//! other.

use serde_json::{Value, json};
use winset_model::audience::Audience;

use crate::cases::{Asked, Folder, Kept, desk, write};

/// Two of three berths may remain; each toll asks for the joint watch; nobody speaks of the lighthouse
/// and the buoys: 2 x 3 x 3 packages.
fn harbour() -> Value {
    let options = |labels: [&str; 3]| -> Vec<Value> {
        let each = labels.iter().enumerate();
        each.map(|(n, label)| json!({"id": format!("o{n}"), "label": label}))
            .collect()
    };
    json!({
        "format": "winset-case/1",
        "id": "harbour",
        "title": "Harbour",
        "parties": [{"id": "north", "name": "Northland"}, {"id": "south", "name": "Southport"}],
        "points": [
            {"id": "berth", "title": "Berths", "options": options(["Two", "Three", "Four"])},
            {"id": "toll", "title": "Toll", "options": options(["None", "Half", "Full"])},
            {"id": "watch", "title": "Watch", "options": options(["Joint", "Own", "No watch"])},
            {"id": "light", "title": "Lighthouse", "options": options(["Lit", "Dim", "Dark"])},
            {"id": "buoy", "title": "Buoys", "options": options(["Red", "Green", "White"])},
        ],
        "lines": [
            {"id": "n", "owner": "north", "point": "berth", "ladder": [{"accept": ["o1", "o2"], "cost": 0}]},
            {"id": "s", "owner": "south", "point": "berth", "ladder": [{"accept": ["o0", "o1"], "cost": 0}]},
            {"id": "t", "owner": "south", "point": "toll", "ladder": [{"accept": ["o1", "o2"], "cost": 0}]},
        ],
        "links": [
            {"id": "w", "owner": "north", "if": {"toll": ["o1", "o2"]}, "then": {"watch": ["o0"]}, "relax_cost": 1},
        ],
    })
}

/// The text of a page between two of its words, without tags.
fn between(page: &str, from: &str, to: &str) -> String {
    let (_, rest) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("{from}: {page}"));
    let (part, _) = rest
        .split_once(to)
        .unwrap_or_else(|| panic!("{to}: {rest}"));
    let mut text = String::new();
    for piece in part.split('<') {
        let words = piece.split_once('>').map_or(piece, |(_, words)| words);
        text.push_str(words);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_without_scores_has_packages_to_look_through() {
    let folder = Folder::new();
    let files = folder.files();
    write(&files, &harbour(), &[]);
    let asked = Asked::new(desk(&files, Kept::Files, Audience::Mediator));
    asked.settled("/v/mediator").await;
    let page = asked.get("/v/mediator/frontier").await.text();
    assert!(page.contains("18 packages in the overlap"), "{page}");
    let settled = between(&page, "Settled: 2 points</h3>", "</dl>");
    assert_eq!(settled, "Berths Three o1 Watch Joint o0");
    let open = between(&page, "Open: 3 points</h3>", "</dl>");
    assert_eq!(
        open,
        "Toll Half o1 or Full o2 Lighthouse Lit o0 or Dim o1 or Dark o2 Buoys Red o0 or Green o1 or \
         White o2"
    );
    assert!(page.contains("Packages 1 to 12 of 18"), "{page}");
    let first = between(&page, "p=o1,o1,o0,o0,o0\">", "</li>");
    assert_eq!(
        first,
        "Package 1 · Toll Half o1 · Lighthouse Lit o0 · Buoys Red o0"
    );
    assert!(page.contains("&#38;from=12\" rel=\"next\"") && !page.contains("rel=\"prev\""));
    let rest = asked.get("/v/mediator/frontier?from=12").await.text();
    assert!(rest.contains("Packages 13 to 18 of 18"), "{rest}");
    assert!(rest.contains("p=o1,o2,o0,o2,o2\">Package 18</a>"), "{rest}");
    assert!(rest.contains("from=0\" rel=\"prev\"") && !rest.contains("rel=\"next\""));
    // Numbers beyond the end, and what is no number.
    for odd in ["from=999", "from=18446744073709551615", "from=-1", "from=x"] {
        let page = asked.get(&format!("/v/mediator/frontier?{odd}")).await;
        assert_eq!(page.status, 200, "{odd}");
        assert!(page.text().contains(" of 18"), "{odd}");
    }
    let package = asked.get("/v/mediator/package?p=o1,o2,o0,o2,o2").await;
    assert_eq!(package.status, 200);
}
