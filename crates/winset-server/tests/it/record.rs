//! The page of the record, its entries and findings, against what a small record says.

use serde_json::{Value, json};
use winset_model::audience::Audience;

use crate::cases::{Asked, Folder, Kept, desk, run, write};
use crate::plan::plain;

/// A meeting in the week of 3 March 2031, two strikes and a statement in the next; the second entry on
/// the strike replaces the first, and the statement is for its owner and the mediator.
pub(crate) fn record() -> Value {
    json!({
        "format": "winset-case/1", "id": "ford", "title": "The ford", "as_of": "2031-03-20",
        "parties": [{"id": "north", "name": "North", "short": "NOR"}, {"id": "south", "name": "South", "short": "SOU"}],
        "points": [{"id": "toll", "title": "Toll", "options": [{"id": "a", "label": "Shared"}, {"id": "b", "label": "Free"}]}],
        "delegations": [{"id": "dn", "party": "north", "offices": ["Envoy"]}, {"id": "ds", "party": "south", "offices": ["Envoy"]}],
        "sessions": [{"id": "s1", "date": "2031-03-04", "format": "bilateral", "with": ["ds"], "by": "dn", "outcome": "Maps shown.", "about": ["toll"], "visibility": "public"}],
        "statements": [
            {"id": "t1", "date": "2031-03-11", "by": "south", "says": "The toll is shared.", "grade": "B2", "visibility": "mediator", "reads_as": {"toll": ["a"]}},
            {"id": "t2", "date": "2031-03-12", "by": "south", "says": "No toll at all.", "visibility": "public", "reads_as": {"toll": ["b"]}}
        ],
        "incidents": [
            {"id": "i1", "date": "2031-03-10", "place": "Low Ford", "kind": "strike", "category": "strike", "claimed_by": "north", "attributed_to": "south",
             "clauses": ["toll"], "visibility": "public", "sources": [{"kind": "press", "grade": "C3"}]},
            {"id": "i2", "date": "2031-03-10", "place": "Low Ford", "kind": "strike on the mill", "category": "strike", "claimed_by": "north", "attributed_to": "disputed",
             "clauses": ["toll"], "visibility": "public", "supersedes": "i1", "sources": [{"kind": "observers", "grade": "A2"}],
             "stances": {"south": {"stance": "denies", "visibility": "public"}}, "verification": {"status": "confirmed", "by": "River Watch"}}
        ]
    })
}

pub(crate) fn asked(case: &Value, reader: &Audience, folder: &Folder) -> Asked {
    write(&folder.files(), case, &[]);
    Asked::new(desk(&folder.files(), Kept::Files, reader.clone()))
}

async fn page(reader: Audience, address: &str) -> (u16, String) {
    let folder = Folder::new();
    let asked = asked(&record(), &reader, &folder);
    asked.settled(&format!("/v/{}", reader.name())).await;
    let answer = asked.get(&format!("/v/{}/{address}", reader.name())).await;
    (answer.status, answer.text())
}

fn check(text: &str, expected: &[&str]) {
    for words in expected {
        assert!(text.contains(words), "no `{words}` in {text}");
    }
}

#[test]
fn entries_stand_under_their_weeks_and_what_is_replaced_says_so() {
    run(async {
        let (_, html) = page(Audience::Mediator, "record").await;
        let text = plain(&html);
        check(
            &text,
            &[
                "Entries: 5",
                "Week of 2031-03-03 2031-03-04 Meeting s1",
                "Week of 2031-03-10",
            ],
        );
        let weeks: Vec<_> = text.match_indices("Week of 2031-03-1").collect();
        assert!(!weeks.is_empty());
        check(
            &text,
            &[
                "2031-03-10 Incident i1 Unverified replaced by a later entry i1",
                "2031-03-10 Incident i2 Confirmed i2",
            ],
        );
        // The strip says how many, and leads to the weeks.
        check(
            &html,
            &[
                "Week of 2031-03-10: Statements: 2; Incidents: 2",
                "href=\"#week-2031-03-10\"",
                "id=\"week-2031-03-10\"",
            ],
        );
    });
}

#[test]
fn what_the_address_asks_for_is_shown_and_mistakes_stand_at_their_fields() {
    run(async {
        for (query, expected) in [
            ("kind=incident", "Entries: 2"),
            ("since=2031-03-11", "Entries: 2"),
            ("until=2031-03-04", "Entries: 1"),
            ("status=confirmed", "Entries: 1"),
            ("grade=B2", "Entries: 2"),
            ("place=low", "Entries: 2"),
            ("party=south&kind=statement", "Entries: 2"),
            ("point=toll", "Entries: 3"),
            ("category=shelling", "Entries: 0"),
        ] {
            let (_, html) = page(Audience::Mediator, &format!("record?{query}")).await;
            check(&plain(&html), &[expected]);
        }
        let (_, html) = page(
            Audience::Mediator,
            "record?since=2031-02-30&grade=Z1&party=nobody",
        )
        .await;
        check(
            &html,
            &[
                "type=\"text\" value=\"2031-02-30\" dir=\"auto\" aria-invalid=\"true\" aria-describedby=\"says-since\"",
                "id=\"says-grade\">`Z1` is not a grade from A1 to F6",
                "id=\"says-party\">`nobody` is not in the list",
            ],
        );
    });
}

#[test]
fn an_entry_tells_its_sources_stances_and_what_it_replaces() {
    run(async {
        let (_, html) = page(Audience::Mediator, "record/i2").await;
        let text = plain(&html);
        check(
            &text,
            &[
                "Incident, 2031-03-10 i2",
                "Claimed by North",
                "Alleged to have done it disputed",
                "What the parties say of it South: denies it",
                "Established Confirmed · River Watch",
                "observers: completely reliable source; probably true A2",
                "Replaces 2031-03-10: Low Ford, strike; claimed by North; alleged: South i1",
            ],
        );
        check(
            &html,
            &[
                "href=\"/v/mediator/record/i1\"",
                "href=\"/v/mediator/point/toll\"",
            ],
        );
        let (_, html) = page(Audience::Mediator, "record/t1").await;
        check(
            &plain(&html),
            &["Usually reliable source; probably true B2", "Toll: Shared"],
        );
        assert_eq!(page(Audience::Mediator, "record/none").await.0, 404);
    });
}

#[test]
fn findings_count_what_is_not_replaced() {
    run(async {
        let (_, html) = page(Audience::Mediator, "record").await;
        // Of the two entries on the strike the second counts, and it is verified.
        check(
            &plain(&html),
            &[
                "Toll toll 2031-03-10 1 1 0",
                "South on Toll 2031-03-11: ",
                "No toll at all.",
            ],
        );
    });
}

#[test]
fn a_reader_sees_the_entries_of_its_audience() {
    run(async {
        let north = Audience::Party("north".to_owned());
        let (_, html) = page(north.clone(), "record").await;
        check(&plain(&html), &["Entries: 4"]);
        assert!(!html.contains("The toll is shared."));
        assert_eq!(page(north, "record/t1").await.0, 404);
        let south = Audience::Party("south".to_owned());
        let (_, html) = page(south, "record").await;
        check(&plain(&html), &["Entries: 5", "The toll is shared."]);
    });
}

#[test]
fn records_that_differ_in_what_is_hidden_look_alike() {
    run(async {
        let one = record();
        let mut other = record();
        other["statements"][0]["says"] = "Something else altogether.".into();
        other["statements"][0]["date"] = "2029-01-01".into();
        other["incidents"][1]["sources"][0]["note"] = "told by a driver".into();
        let reader = Audience::Party("north".to_owned());
        let folders = [Folder::new(), Folder::new()];
        let desks = [
            asked(&one, &reader, &folders[0]),
            asked(&other, &reader, &folders[1]),
        ];
        for desk in &desks {
            desk.settled("/v/north").await;
        }
        for address in [
            "record",
            "record?kind=statement",
            "record/t1",
            "record/i2",
            "report",
        ] {
            let address = format!("/v/north/{address}");
            let (a, b) = (desks[0].get(&address).await, desks[1].get(&address).await);
            assert_eq!(a, b, "{address}");
        }
        let mediator = |case: Value| async move {
            let folder = Folder::new();
            let asked = asked(&case, &Audience::Mediator, &folder);
            asked.get("/v/mediator/record").await.text()
        };
        assert_ne!(mediator(one).await, mediator(other).await);
    });
}
