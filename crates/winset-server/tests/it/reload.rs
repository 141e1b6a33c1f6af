//! Files that change while a desk is open.

use serde_json::Value;
use winset_gen::discreet;
use winset_gen::twin::{Reader, twin};
use winset_journal::{Act, Author, Deed};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::offer::OfferKind;

use crate::cases::{Asked, Folder, Kept, desk, run, write};
use crate::names::Names;

/// A desk about a small case on disk; also a party of it.
fn mediators() -> (Folder, Value, String, Asked) {
    let (folder, case) = (Folder::new(), discreet(3));
    write(&folder.files(), &case, &[]);
    let party = Names::of(&[&case]).parties[0].clone();
    let asked = Asked::new(desk(&folder.files(), Kept::Files, Audience::Mediator));
    (folder, case, party, asked)
}

fn offer(case: &Value, by: &str, seen: Visibility) -> Act {
    let names = Names::of(&[case]);
    let package = names.points.iter().zip(names.package(0));
    let package = package.map(|((point, _), option)| (point.clone(), option.to_owned()));
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by: Author::Party(by.to_owned()),
        seen,
        once: None,
        deed: Deed::Offer {
            date: Some("2031-03-13".to_owned()),
            kind: OfferKind::Package,
            says: package.collect(),
            note: Some("a remark".to_owned()),
        },
    }
}

#[test]
fn a_case_that_changes_is_read_again() {
    let (folder, mut case, party, asked) = mediators();
    run(async {
        assert!(!asked.settled("/v/mediator").await.contains("Another title"));
        case["title"] = "Another title".into();
        write(&folder.files(), &case, &[]);
        for view in ["mediator", party.as_str(), "public"] {
            let page = asked.settled(&format!("/v/{view}")).await;
            assert!(page.contains("Another title"), "{view}");
        }
    });
}

#[test]
fn a_file_that_is_no_case_leaves_what_stood_before_and_only_the_mediator_is_told() {
    let (folder, case, party, asked) = mediators();
    run(async {
        let views = ["/v/mediator".to_owned(), format!("/v/{party}")];
        let before = [
            asked.settled(&views[0]).await,
            asked.settled(&views[1]).await,
        ];
        for broken in [
            "{",
            "",
            "{\"format\": \"winset-case/1\", \"sealed-word\": 1}",
        ] {
            std::fs::write(folder.files().case, broken).unwrap();
            let mediators = asked.get("/v/mediator/desk").await.text();
            let (start, end) = before[0].split_once("<main").unwrap();
            assert!(mediators.starts_with(start), "{broken}");
            let (_, content) = end.split_once("<h1>").unwrap();
            assert!(mediators.ends_with(content), "{broken}");
            assert!(mediators.contains("class=\"trouble\" role=\"alert\""));
            let partys = asked.get(&format!("{}/desk", views[1])).await.text();
            assert_eq!(partys, before[1], "{broken}");
        }
        write(&folder.files(), &case, &[]);
        assert_eq!(asked.settled(&views[0]).await, before[0]);
        std::fs::remove_file(folder.files().case).unwrap();
        let gone = asked.get("/v/mediator/desk").await;
        assert!(gone.status == 200 && gone.text().contains("role=\"alert\""));
    });
}

#[test]
fn acts_of_another_process_are_seen_by_those_who_may() {
    let (folder, case, party, asked) = mediators();
    let id = case["id"].as_str().unwrap();
    let names = Names::of(&[&case]);
    let journal = folder.files().journal;
    let matrices = async |asked: &Asked| {
        let mut pages = Vec::new();
        for view in ["mediator", &party, &names.parties[1], "public"] {
            asked.settled(&format!("/v/{view}")).await;
            let point = &names.points[0].0;
            pages.push(asked.get(&format!("/v/{view}/point/{point}")).await.text());
        }
        pages
    };
    let changed = |before: &[String], now: &[String]| -> Vec<bool> {
        before.iter().zip(now).map(|(b, n)| b != n).collect()
    };
    run(async {
        let start = matrices(&asked).await;
        winset_journal::append(&journal, id, &offer(&case, &party, Visibility::Sealed)).unwrap();
        let sealed = matrices(&asked).await;
        assert_eq!(changed(&start, &sealed), [true, true, false, false]);
        winset_journal::append(&journal, id, &offer(&case, &party, Visibility::Public)).unwrap();
        let public = matrices(&asked).await;
        assert_eq!(changed(&sealed, &public), [true, true, true, true]);
        assert!(public[0].contains("2031-03-13"));

        // A journal that does not hold counts as far as it does; the mediator is told.
        let text = std::fs::read_to_string(&journal).unwrap();
        std::fs::write(&journal, text.replace("a remark", "b remark")).unwrap();
        let broken = matrices(&asked).await;
        assert!(broken[0].contains("role=\"alert\"") && !broken[1].contains("role=\"alert\""));
    });
}

/// What is worked out for a reader stays when only that changes which the reader may not see: not
/// even that something changed shows.
#[test]
fn a_reader_does_not_notice_what_changes_for_others() {
    let (folder, case, party, asked) = mediators();
    let other = twin(&case, Reader(Some(&party)), 5);
    assert_ne!(other, case);
    run(async {
        let base = format!("/v/{party}");
        let before = asked.settled(&base).await;
        let mediators = asked.settled("/v/mediator").await;
        for (case, seen) in [(&other, Visibility::Sealed), (&case, Visibility::Mediator)] {
            let by = &Names::of(&[case]).parties[1];
            write(&folder.files(), case, &[offer(case, by, seen)]);
            // The first answer after the change already has everything.
            let page = asked.get(&format!("{base}/desk")).await.text();
            assert_eq!(page, before);
            assert_ne!(asked.settled("/v/mediator").await, mediators);
        }
    });
}

#[test]
fn who_is_not_in_the_case_has_no_pages() {
    let (_folder, _, _, asked) = mediators();
    run(async {
        for name in [
            "nobody",
            "party:nobody",
            "party:public",
            "party:mediator",
            "%00",
            "a%2Fb",
        ] {
            let answer = asked.get(&format!("/v/{name}/desk")).await;
            assert_eq!(answer.status, 404, "{name}");
        }
    });
}
