//! Before an act is written down, its writer is shown what each audience will read of it.

use serde_json::{Value, json};
use winset_journal::{Act, Author, Deed};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::offer::OfferKind;

use crate::cases::{Asked, Folder, Kept, desk, run, write};

const NOTHING: &str = "Nothing; they do not learn that anything was written.";

fn case() -> Value {
    let point = |id: &str, options: [&str; 2]| {
        let options = options.map(|id| json!({"id": id, "label": id.to_uppercase()}));
        json!({"id": id, "title": id.to_uppercase(), "options": options})
    };
    json!({
        "format": "winset-case/1",
        "id": "ford",
        "title": "The ford",
        "parties": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}],
        "points": [point("land", ["keep", "leave"]), point("fee", ["low", "high"])],
        "offers": [{"seq": 3, "by": "bob", "says": {"fee": "low"}, "visibility": "sealed"}],
    })
}

fn offer(by: &str, seen: Visibility, land: &str) -> Act {
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by: Author::Party(by.to_owned()),
        seen,
        once: None,
        deed: Deed::Offer {
            date: None,
            kind: OfferKind::Statement,
            says: vec![("land".to_owned(), land.to_owned())],
            note: None,
        },
    }
}

/// Talks in which Ann stands for `keep` in public, and for `leave` in confidence.
struct Talks(Folder);

impl Talks {
    fn new() -> Self {
        let talks = Self(Folder::new());
        let acts = [
            offer("ann", Visibility::Public, "keep"),
            offer("ann", Visibility::Mediator, "leave"),
        ];
        write(&talks.0.files(), &case(), &acts);
        talks
    }

    fn desk(&self, only: Audience) -> Asked {
        Asked::new(desk(&self.0.files(), Kept::Files, only))
    }

    fn journal(&self) -> String {
        std::fs::read_to_string(self.0.files().journal).unwrap()
    }
}

/// Each reader that a page of a preview names, and what is said to be read.
fn readers(page: &str) -> Vec<(String, String)> {
    let (_, list) = page.split_once("<dl class=\"readers\">").unwrap();
    let (list, _) = list.split_once("</dl>").unwrap();
    let plain = |html: &str| {
        let pieces = html.split('<').map(|piece| match piece.split_once('>') {
            Some((_, text)) => text,
            None => piece,
        });
        let text: String = pieces.collect();
        text.replace("&#62;", ">").trim().to_owned()
    };
    let entries = list.split("<dt>").skip(1);
    entries
        .map(|entry| {
            let (who, words) = entry.split_once("</dt>").unwrap();
            (plain(who), plain(words))
        })
        .collect()
}

fn expected(readers: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(who, words): &(&str, &str)| ((*who).to_owned(), (*words).to_owned());
    readers.iter().map(owned).collect()
}

#[test]
fn an_offer_is_shown_as_each_will_read_it_and_not_written() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    let before = talks.journal();
    let preview = async |form: &str| {
        let page = desk.post("/v/mediator/offer", form).await;
        assert_eq!(page.status, 200, "{}", page.text());
        page.text()
    };
    run(async {
        let public = "by=ann&kind=statement&visibility=public&point.land=leave&note=hers";
        let page = preview(&format!("{public}&step=preview")).await;
        assert_eq!(
            readers(&page),
            expected(&[
                (
                    "Everybody",
                    "Ann states in offer 2, of these points alone: «LEAVE» instead of «KEEP» on LAND."
                ),
                (
                    "Ann",
                    "Ann states in offer 3, of these points alone: «LEAVE» on LAND, as before. Remark: hers"
                ),
                (
                    "The mediator",
                    "Ann states in offer 6, of these points alone: «LEAVE» on LAND, as before. Remark: hers"
                ),
            ])
        );
        // All that was sent is there to be sent again.
        assert!(
            page.contains("name=\"point.land\" value=\"leave\""),
            "{page}"
        );
        assert!(!page.contains("value=\"preview\""), "{page}");

        let hidden = public.replace("public", "mediator");
        let page = preview(&format!("{hidden}&step=preview")).await;
        let told = readers(&page);
        assert_eq!(told[0], ("Everybody".to_owned(), NOTHING.to_owned()));
        assert!(told[1].1.contains("offer 3"), "{told:?}");

        // Back to the form, as it was filled in.
        let page = preview(&format!("{hidden}&step=change")).await;
        assert!(page.contains("<option value=\"leave\" selected>"), "{page}");
        assert_eq!(talks.journal(), before);

        let written = desk.post("/v/mediator/offer", &hidden).await;
        assert_eq!(written.status, 303, "{}", written.text());
        assert_eq!(talks.journal().lines().count(), before.lines().count() + 1);
    });
}

/// What is wrong is said at once, and nothing is previewed.
#[test]
fn what_does_not_fit_is_not_previewed() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    let before = talks.journal();
    run(async {
        for (form, problem) in [
            ("by=ann", "the offer speaks of no point"),
            (
                "by=ann&kind=package&point.land=keep",
                "no option is chosen on 1 of 2 points: `FEE`",
            ),
            ("by=ann&point.land=kept", "`kept` is no option of `land`"),
            ("by=eve&point.land=keep", "`eve` is no party"),
        ] {
            let form = format!("{form}&visibility=public&step=preview");
            let page = desk.post("/v/mediator/offer", &form).await.text();
            assert!(page.contains(problem), "{form}: {page}");
            assert!(!page.contains("class=\"readers\""), "{form}: {page}");
        }
    });
    assert_eq!(talks.journal(), before);
}

/// The form begins with nothing chosen; what the public knows can be filled in, and nothing else.
#[test]
fn the_form_takes_nothing_from_what_was_told_in_confidence() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    run(async {
        let page = desk.get("/v/mediator/offer?by=ann").await.text();
        assert!(!page.contains("<option value=\"keep\" selected>"), "{page}");
        assert!(
            !page.contains("<option value=\"leave\" selected>"),
            "{page}"
        );
        assert!(
            page.contains("stands for LEAVE, told in confidence"),
            "{page}"
        );
        let first = page.split("<option value=\"").nth(1);
        assert!(first.is_some());
        let filled = desk
            .get("/v/mediator/offer?by=ann&fill=public")
            .await
            .text();
        assert!(
            filled.contains("<option value=\"keep\" selected>"),
            "{filled}"
        );
        assert!(!filled.contains("<option value=\"leave\" selected>"));
        // The choice of least reach comes first.
        let (_, reach) = page.split_once("name=\"visibility\">").unwrap();
        assert!(reach.trim_start().starts_with("<option value=\"mediator\""));
    });
}

/// A party sees on its own desk what others will read of its act, and learns nothing of theirs.
#[test]
fn a_partys_preview_rests_on_its_own_view() {
    let talks = Talks::new();
    let ann = talks.desk(Audience::Party("ann".to_owned()));
    let bob = talks.desk(Audience::Party("bob".to_owned()));
    run(async {
        let form = "by=ann&visibility=public&point.fee=high&point.land=keep&step=preview";
        let page = ann.post("/v/ann/offer", form).await.text();
        let told = readers(&page);
        let words = "«KEEP» on LAND, as before; «HIGH» on FEE.";
        assert!(told[0].1.ends_with(words), "{told:?}");
        assert!(
            told[1]
                .1
                .ends_with("«KEEP» instead of «LEAVE» on LAND; «HIGH» on FEE."),
            "{told:?}"
        );
        let form = "by=bob&visibility=mediator&point.fee=high&step=preview";
        let page = bob.post("/v/bob/offer", form).await.text();
        let told = readers(&page);
        assert_eq!(told[0], ("Everybody".to_owned(), NOTHING.to_owned()));
        assert!(
            told[1].1.ends_with("«HIGH» instead of «LOW» on FEE."),
            "{told:?}"
        );
        assert!(!page.to_lowercase().contains("leave"), "{page}");
    });
}

/// A draft is counted as each of its editions is.
#[test]
fn a_draft_is_shown_by_its_editions() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    let before = talks.journal();
    run(async {
        let ask = async |form: &str| desk.post("/v/mediator/text?v=working", form).await;
        let draft = "what=draft&version=V1&mode=compilation";
        let page = ask(&format!("{draft}&visibility=public&step=preview")).await;
        let told = readers(&page.text());
        let names: Vec<&str> = told.iter().map(|(who, _)| who.as_str()).collect();
        assert_eq!(names, ["Everybody", "Ann", "Bob", "The mediator"]);
        for (_, words) in &told {
            assert!(
                words.contains("issues the text V1 as a compilation"),
                "{words}"
            );
        }
        // Bob's sealed stand on the fee is in his own edition and in the mediator's.
        let open = |place: usize| told[place].1.clone();
        assert!(open(0).contains("1 of them in brackets"), "{told:?}");
        assert!(open(2).contains("2 of them in brackets"), "{told:?}");
        assert!(open(3).contains("2 of them in brackets"), "{told:?}");

        let page = ask(&format!("{draft}&visibility=mediator&step=preview")).await;
        let told = readers(&page.text());
        for (who, words) in &told[..told.len() - 1] {
            assert_eq!(words, NOTHING, "{who}");
        }
        // A proposal that its readers could not see the ground of is refused.
        let chair = "what=draft&version=C1&mode=chair&visibility=public&step=preview";
        let page = ask(chair).await.text();
        assert!(page.contains("class=\"trouble\""), "{page}");
        assert_eq!(talks.journal(), before);
        let written = ask(&format!("{draft}&visibility=public")).await;
        assert_eq!(written.status, 303, "{}", written.text());
        assert!(talks.journal().contains("\"editions\":{"));
    });
}

/// Words for a clause, answers and clauses have previews too.
#[test]
fn acts_on_the_text_are_previewed() {
    let talks = Talks::new();
    let desk = talks.desk(Audience::Mediator);
    let before = talks.journal();
    run(async {
        for (form, said) in [
            ("what=wording&by=ann&clause=land&text=Words", "LAND"),
            (
                "what=clause&id=maps&place=annex&title=Maps&text=One",
                "maps",
            ),
        ] {
            for (seen, hidden) in [("public", false), ("mediator", true)] {
                let form = format!("{form}&visibility={seen}&step=preview");
                let page = desk.post("/v/mediator/text?v=working", &form).await;
                let told = readers(&page.text());
                assert_eq!(told[0].1 == NOTHING, hidden, "{form}: {told:?}");
                let last = &told[told.len() - 1].1;
                assert!(last.contains(said), "{form}: {told:?}");
            }
        }
    });
    assert_eq!(talks.journal(), before);
}
