//! The case changes from its pages, in the middle of talks.

use serde_json::{Value, json};
use winset_journal::{Act, Author, Deed, verify};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::offer::OfferKind;

use crate::cases::{Asked, Folder, Kept, desk, run, write};

fn case() -> Value {
    let point = |id: &str, title: &str, options: [&str; 2]| {
        let options = options.map(|id| json!({"id": id, "label": id.to_uppercase()}));
        json!({"id": id, "title": title, "options": options})
    };
    json!({
        "format": "winset-case/1",
        "id": "ford",
        "title": "The ford",
        "parties": [
            {"id": "ann", "name": "Ann", "no_deal": 1, "visibility": "sealed"},
            {"id": "bob", "name": "Bob"},
        ],
        "points": [
            point("land", "Land", ["keep", "leave"]),
            point("fee", "Fee", ["low", "high"]),
        ],
        "preferences": {"ann": {"land": {"scores": [3, 1]}}},
        "lines": [
            {"id": "ann-land", "owner": "ann", "point": "land",
             "ladder": [{"accept": ["keep"], "cost": 0}, {"accept": ["keep", "leave"], "cost": 2}]},
            {"id": "bob-fee", "owner": "bob", "point": "fee", "visibility": "sealed",
             "ladder": [{"accept": ["low"], "cost": 0}]},
        ],
    })
}

/// An offer that was made before anything changed.
fn offer() -> Act {
    Act {
        at: "2020-03-14T09:30:00Z".to_owned(),
        by: Author::Party("ann".to_owned()),
        seen: Visibility::Public,
        once: None,
        deed: Deed::Offer {
            date: None,
            kind: OfferKind::Statement,
            says: vec![("land".to_owned(), "keep".to_owned())],
            note: None,
        },
    }
}

struct Talks(Folder);

impl Talks {
    fn new() -> Self {
        let talks = Self(Folder::new());
        write(&talks.0.files(), &case(), &[offer()]);
        talks
    }

    fn desk(&self, only: Audience) -> Asked {
        Asked::new(desk(&self.0.files(), Kept::Files, only))
    }

    /// How many lines the journal has, when it holds.
    fn lines(&self) -> usize {
        let bytes = std::fs::read(self.0.files().journal).unwrap();
        verify(&bytes, "ford", None).unwrap().entries.len()
    }
}

/// Sends a form that is written down, and follows to the page that shows it.
async fn sent(desk: &Asked, view: &str, page: &str, form: &str) -> String {
    let answer = desk.post(&format!("/v/{view}{page}"), form).await;
    assert_eq!(answer.status, 303, "{form}: {}", answer.text());
    let shown = if page == "/edit" { "/case" } else { page };
    desk.get(&format!("/v/{view}{shown}")).await.text()
}

const PAGES: [&str; 9] = [
    "/desk",
    "/case",
    "/matrix",
    "/clashes",
    "/frontier",
    "/text",
    "/what-if",
    "/history",
    "/export/offers.csv",
];

#[test]
fn a_point_is_added_an_option_split_a_party_renamed_and_an_offer_withdrawn() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    run(async {
        let point =
            "list=points&f.title=Who+may+fish%3F&f.options.0.label=Both&f.options.1.label=Ann";
        let page = sent(&desk, "mediator", "/edit", point).await;
        assert!(page.contains("Who may fish?") && page.contains("Both · Ann"));

        let split = "list=points&at=land&f.title=Land&f.id=land\
            &f.options.0.was=0&f.options.0.id=keep&f.options.0.label=KEEP\
            &f.options.1.was=1&f.options.1.id=leave&f.options.1.label=Leave+in+spring\
            &f.options.2.was=&f.options.2.id=&f.options.2.label=Leave+in+autumn";
        let page = sent(&desk, "mediator", "/edit", split).await;
        assert!(page.contains("KEEP · Leave in spring · Leave in autumn"));

        let renamed =
            "list=parties&at=ann&f.name=Anna&f.id=anna&f.no_deal.score=1&f.visibility=sealed";
        let page = sent(&desk, "mediator", "/edit", renamed).await;
        assert!(page.contains("Anna") && !page.contains("<bdi>Ann</bdi>"));

        let history = desk.get("/v/mediator/history").await.text();
        assert!(history.contains("Anna states in offer"), "{history}");
        let page = sent(&desk, "mediator", "/history", "line=1&reason=misheard").await;
        assert!(page.contains("taken back"), "{page}");

        assert_eq!(talks.lines(), 5);
        for view in ["mediator", "party:anna", "party:bob", "public"] {
            for page in PAGES {
                let answer = desk.get(&format!("/v/{view}{page}")).await;
                assert_eq!(answer.status, 200, "{view}{page}");
                assert!(!answer.text().contains("class=\"trouble\""), "{view}{page}");
            }
        }
        // Who is asked about a new point is silent on it; what the option was worth follows.
        let scores = desk
            .get("/v/mediator/edit?list=preferences&at=anna")
            .await
            .text();
        assert!(scores.contains("Leave in autumn"));
    });
}

#[test]
fn the_case_as_it_stood_is_shown_by_its_day() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    run(async {
        let title = "list=&f.title=The+two+fords";
        let page = sent(&desk, "mediator", "/edit", title).await;
        assert!(page.contains("The two fords"));
        let then = desk.get("/v/mediator/at/2020-03-14/case").await.text();
        assert!(then.contains("<bdi>The ford</bdi>") && then.contains("at the end of 2020-03-14"));
        // Nothing can be written into the past.
        assert!(!then.contains("/edit?list"));
        let refused = desk.post("/v/mediator/at/2020-03-14/edit", title).await;
        assert_eq!(refused.status, 404);
        let before = desk.get("/v/mediator/at/2020-03-13/history").await.text();
        assert!(before.contains("Nothing is written down yet."));
    });
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_nothing_that_was_typed_is_lost() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    run(async {
        let form = "list=lines&f.owner=bob&f.point=land&f.ladder.0.accept=keep\
            &f.ladder.0.cost=1&reason=because&by=bob&visibility=mediator&f.id=bob-own-land";
        for step in ["&step=preview", ""] {
            let page = desk
                .post("/v/mediator/edit", &format!("{form}{step}"))
                .await;
            assert_eq!(page.status, 200);
            let page = page.text();
            let (_, beside) = page.split_once("id=\"says-f-ladder\"><li>").unwrap();
            let (beside, _) = beside.split_once("</li>").unwrap();
            assert!(beside.contains("cost"), "{beside}");
            for kept in [
                "value=\"bob-own-land\"",
                "value=\"because\"",
                "value=\"bob\" selected",
            ] {
                assert!(page.contains(kept), "{kept}");
            }
        }
        let said = desk.post("/v/mediator/check", form).await.text();
        assert!(
            said.contains("id=\"says-f-ladder\" hx-swap-oob=\"true\"><li>"),
            "{said}"
        );
        assert!(said.contains("It does not fit yet."));
        let mended = form.replace("cost=1", "cost=0");
        let said = desk.post("/v/mediator/check", &mended).await.text();
        assert!(
            said.contains("Bob adds the line of Bob on “Land” (bob-own-land): "),
            "{said}"
        );
        assert_eq!(talks.lines(), 1);
    });
}

#[test]
fn a_party_changes_its_own_and_takes_back_its_own() {
    let talks = Talks::new();
    // An act that Bob does not see, so that he counts other lines than the file has.
    let hidden = Act {
        seen: Visibility::Sealed,
        ..offer()
    };
    winset_journal::append(&talks.0.files().journal, "ford", &hidden).unwrap();
    let desk = talks.desk(Audience::Party("bob".to_owned()));
    run(async {
        let page = desk.get("/v/party:bob/case").await.text();
        assert!(page.contains("/edit?list=lines&#38;at=bob-fee"), "{page}");
        assert!(!page.contains("at=ann-land") && !page.contains("list=points"));
        for foreign in [
            "list=points&at=land&f.title=Mine",
            "list=lines&at=ann-land&do=retire",
        ] {
            assert_eq!(desk.post("/v/party:bob/edit", foreign).await.status, 404);
        }
        // Not even by a form that says so.
        let forged = "list=lines&f.owner=ann&f.point=fee&f.ladder.0.accept=low&f.ladder.0.cost=0";
        let answer = desk.post("/v/party:bob/edit", forged).await;
        assert!(
            answer.status == 200 && answer.text().contains("not for this party"),
            "{}",
            answer.text()
        );
        assert_eq!(talks.lines(), 2);

        let wider = "list=lines&at=bob-fee&f.owner=bob&f.point=fee&f.visibility=sealed&f.id=bob-fee\
            &f.ladder.0.was=0&f.ladder.0.accept=low&f.ladder.0.accept=high&f.ladder.0.cost=0";
        sent(&desk, "party:bob", "/edit", wider).await;
        assert_eq!(talks.lines(), 3);
        let history = desk.get("/v/party:bob/history").await.text();
        // The third line of the file is Bob's second.
        assert!(history.contains("name=\"line\" value=\"2\""), "{history}");
        let page = sent(&desk, "party:bob", "/history", "line=2").await;
        assert!(page.contains("taken back"));
        let bytes = std::fs::read(talks.0.files().journal).unwrap();
        let acts = verify(&bytes, "ford", None).unwrap().entries;
        assert!(matches!(acts[3].act.deed, Deed::Withdraw { line: 3, .. }));
    });
}
