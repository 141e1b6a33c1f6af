//! The whole case as one file, made from values: no desk, no request.

use std::collections::BTreeSet;

use winset_answers::ask::{Progress, WorkLimit};
use winset_journal::{Act, Author, Deed, IssuedDraft, JournalEntry, Mode, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::document::{Syntax, parse};
use winset_server::AudienceSnapshot;
use winset_server::export::{asked, whole};
use winset_solve::Budget;
use winset_told::messages::spoken;

use crate::cases::demonstration;

/// The file for an audience, with a version of the text.
fn file(audience: &Audience, tag: &str) -> String {
    let document = parse(demonstration().to_string().as_bytes(), Syntax::Json).unwrap();
    let act = Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by: Author::Mediator,
        seen: Visibility::Public,
        once: None,
        deed: Deed::Draft(IssuedDraft {
            version: "V1".to_owned(),
            date: None,
            mode: Mode::Compilation,
            clauses: Some(Vec::new()),
            editions: Vec::new(),
        }),
    };
    let entries = [JournalEntry { line: 1, act }];
    let seen = as_seen_by(&document, &entries, audience).unwrap();
    let snapshot = AudienceSnapshot::new(seen, None, audience).unwrap();
    let limit = WorkLimit::of_budget(Budget::unlimited(), Progress::silent());
    whole(&snapshot, &asked(&snapshot, &limit), spoken(tag)).unwrap()
}

/// The values of the attributes of this name, in order.
fn values<'t>(html: &'t str, name: &str) -> Vec<&'t str> {
    let before = format!(" {name}=\"");
    let after = html.split(before.as_str()).skip(1);
    after.filter_map(|rest| rest.split('"').next()).collect()
}

fn check(audience: &Audience, tag: &str, pages: &[&str]) {
    let html = &file(audience, tag);
    let ids = values(html, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "identifiers are unique: {ids:?}");
    assert!(ids.len() > 30, "{ids:?}");
    for page in pages {
        let begins = |id: &&str| id.starts_with(page);
        assert!(ids.iter().any(begins), "{page}: {ids:?}");
    }
    for name in ["for", "list", "aria-labelledby", "aria-describedby"] {
        for id in values(html, name)
            .into_iter()
            .flat_map(str::split_whitespace)
        {
            assert!(known.contains(id), "{name}=\"{id}\" names nothing");
        }
    }
    for address in values(html, "href") {
        let is_here = address
            .strip_prefix('#')
            .is_some_and(|id| known.contains(id));
        assert!(is_here, "`{address}` leads out of the file");
    }
    for tag in [
        "<form", "<input", "<button", "<script", "<link", "<img", " hx-",
    ] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert_eq!(html.matches("<main>").count(), 1);
    assert!(html.contains("<figure tabindex=\"0\" class=\"picture"));
}

#[test]
fn the_whole_case_is_a_file_of_its_own() {
    let all = ["desk-", "matrix-", "clashes-", "text-", "frontier-"];
    check(&Audience::Mediator, "en", &all);
    // Whoever knows no scores is shown no packages.
    let others = &all[..4];
    check(&Audience::Public, "en", others);
    check(&Audience::Party("lethia".to_owned()), "ar", others);
}

#[test]
fn a_party_that_the_case_does_not_hold_has_no_file() {
    let document = parse(demonstration().to_string().as_bytes(), Syntax::Json).unwrap();
    let nobody = Audience::Party("nobody".to_owned());
    let seen = as_seen_by(&document, &[], &nobody).unwrap();
    assert!(AudienceSnapshot::new(seen, None, &nobody).is_none());
}
