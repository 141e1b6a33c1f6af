//! Documents written out: what they say is what the text says, and nothing in it becomes markup.

use winset_journal::{Author, JournalEntry, Mode, Place};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_text::document::{self, Block, Document, Facts};
use winset_text::{Change, Text, Version, export};

use crate::made::{GATE, SELLA, clause, draft, entries, seen, text, wording};
use crate::opened::{accepted, opened, tracked};

/// Calls with the text of a case as the mediator sees it.
pub(crate) fn with<T>(case: &str, acts: &[JournalEntry], call: impl FnOnce(&Text<'_>) -> T) -> T {
    let seen = seen(case, acts, &Audience::Mediator);
    call(&Text::new(&seen.case, &seen.entries))
}

pub(crate) const FACTS: Facts<'static> = Facts {
    audience: &Audience::Mediator,
    head: Some("abc123"),
};

pub(crate) fn redline_of(text: &Text<'_>, from: &str, to: &str) -> Document {
    let [from, to] = [from, to].map(|name| text.version(name).unwrap());
    document::redline(text, from, to, FACTS)
}

/// A text that would like to be markup, in every script that hides.
const HOSTILE: &str =
    "<script>alert(1)</script> [ORV: x](javascript:y) | `c` & \u{202E}evil\u{1}\n# h";

pub(crate) fn hostile() -> Vec<JournalEntry> {
    entries(vec![
        (
            Author::Mediator,
            Visibility::Public,
            clause("x", Place::Annex, Some(HOSTILE)),
        ),
        (
            Author::Party("north".to_owned()),
            Visibility::Public,
            wording("gate", None, Some(HOSTILE)),
        ),
    ])
}

#[test]
fn brackets_are_counted_as_they_are_printed() {
    let printed = |text: &Text<'_>, version: &Version| {
        let printed = export::plain(&document::version(text, version, FACTS));
        // The first four paragraphs are the title, the facts and the remarks.
        let body: Vec<&str> = printed
            .split("\n\n")
            .skip(if version.mode == Mode::Chair { 4 } else { 5 })
            .collect();
        body.join("\n\n")
    };
    with(SELLA, &[], |text| {
        let working = text.working();
        let offer = text.case().offers[4].package();
        let chair = text.chair(offer.as_ref(), text).unwrap();
        for version in text.versions().iter().chain([&working, &chair]) {
            let (body, counts) = (printed(text, version), text.counts(version));
            assert_eq!(
                body.matches('[').count(),
                counts.brackets,
                "{}",
                version.name
            );
            assert_eq!(
                body.matches(']').count(),
                counts.brackets,
                "{}",
                version.name
            );
            let around = if version.mode == Mode::Chair { 2 } else { 0 };
            assert_eq!(
                body.split_whitespace().count() - around,
                counts.words,
                "{body}"
            );
        }
        assert_eq!(text.counts(&working).pages, 2);
    });
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    with(GATE, &hostile(), |text| {
        let from = text.version("T-1").unwrap();
        let document = document::redline(text, from, &text.working(), FACTS);
        let html = export::html(&document);
        assert!(
            !html.contains("<script") && html.contains("&lt;script&gt;"),
            "{html}"
        );
        let markdown = export::markdown(&document);
        let unmarked = markdown.replace("\\<", "").replace("\\]", "");
        assert!(
            !unmarked.contains("<script") && !unmarked.contains("](java"),
            "{markdown}"
        );
        assert!(
            !markdown.lines().any(|line| line.starts_with("# h")),
            "{markdown}"
        );
        let plain = export::plain(&document);
        for written in [html, markdown, plain] {
            assert!(!written.contains(['\u{202E}', '\u{1}']), "{written}");
        }
        let parts = opened(&export::docx(&document));
        let (_, xml) = parts
            .iter()
            .find(|(name, _)| name == "word/document.xml")
            .unwrap();
        assert!(roxmltree::Document::parse(xml).is_ok());
    });
}

#[test]
fn html_stands_alone() {
    with(SELLA, &[], |text| {
        let html = export::html(&redline_of(text, "SNT-4", "SNT-5"));
        assert!(html.contains("<html lang=\"en\" dir=\"ltr\">") && html.contains("size: A4"));
        for loads in ["src=", "href=", "url(", "@import", "<link", "<script"] {
            assert!(!html.contains(loads), "{loads}");
        }
    });
    let arabic = GATE.replace(
        "title: The gate\nas_of",
        "title: البوابة\nlanguages: [ar]\nas_of",
    );
    with(&arabic, &[], |text| {
        let document = document::version(text, &text.working(), FACTS);
        assert!(export::html(&document).contains("<html lang=\"ar\" dir=\"rtl\">"));
        let parts = opened(&export::docx(&document));
        let (_, xml) = parts
            .iter()
            .find(|(name, _)| name == "word/document.xml")
            .unwrap();
        // Title, clauses and their headings, and the page; not the English remarks.
        assert_eq!(xml.matches("<w:bidi/>").count(), 1 + 2 * 2 + 1);
    });
}

#[test]
fn tracked_changes_are_the_redline() {
    with(SELLA, &[], |text| {
        for pair in text.versions().windows(2) {
            let document = document::redline(text, &pair[0], &pair[1], FACTS);
            let bytes = export::docx(&document);
            assert_eq!(bytes, export::docx(&document));
            let found = tracked(&bytes);
            let mut expected: Vec<(Change, String)> = Vec::new();
            for block in &document.blocks {
                let (marker, runs) = match block {
                    Block::Paragraph(runs) => (None, runs),
                    Block::Heading { marker, runs } => (*marker, runs),
                    Block::Note(_) | Block::Table { .. } => continue,
                };
                // The sign of a clause goes with a title that comes or goes as a whole.
                let whole = runs.iter().all(|run| run.change == runs[0].change);
                let sign = marker
                    .filter(|_| whole)
                    .map(|m| format!("{}  ", m.as_str()));
                let sign = sign.map(|sign| (runs[0].change, sign));
                let runs = runs.iter().map(|run| (run.change, run.text.clone()));
                let changed = sign.into_iter().chain(runs);
                expected.extend(changed.filter(|(change, _)| *change != Change::Kept));
            }
            assert!(!expected.is_empty());
            assert_eq!(found, expected);
        }
    });
}

#[test]
fn accepting_all_changes_gives_the_later_version() {
    let acts = entries(vec![
        (
            Author::Mediator,
            Visibility::Public,
            clause("aims", Place::Preamble, Some("Desiring\npeace,")),
        ),
        (
            Author::Mediator,
            Visibility::Public,
            draft("T-3", Mode::Chair, Vec::new()),
        ),
    ]);
    with(GATE, &acts, |text| {
        let working = text.working();
        let chair = text.chair(None, text).unwrap();
        for (from, to) in [
            (text.version("T-1").unwrap(), &working),
            (&working, text.version("T-1").unwrap()),
            (&working, &chair),
        ] {
            let bytes = export::docx(&document::redline(text, from, to, FACTS));
            for (version, without) in [(to, Change::Deleted), (from, Change::Inserted)] {
                let found = accepted(&bytes, without);
                for clause in &version.clauses {
                    let words = self::text(&version.runs(text.case(), clause), None);
                    assert!(found.contains(&words), "{words:?} in {found:?}");
                }
                let gone = if without == Change::Deleted { from } else { to };
                let gone = gone
                    .clauses
                    .iter()
                    .filter(|c| version.clause(&c.id).is_none());
                for clause in gone {
                    assert!(
                        !found.iter().any(|p| p.contains(&clause.title)),
                        "{found:?}"
                    );
                }
            }
        }
    });
}

#[test]
fn facts_are_those_of_the_reader() {
    let party = Audience::Party("lethia".to_owned());
    let seen = seen(SELLA, &[], &party);
    let text = Text::new(&seen.case, &seen.entries);
    let facts = Facts {
        audience: &party,
        head: Some("abc123"),
    };
    let written = export::plain(&document::version(&text, &text.working(), facts));
    assert!(written.contains("Confidential: for the delegation of Republic of Lethia"));
    assert!(
        written.contains(&seen.case.hash) && !written.contains("abc123"),
        "{written}"
    );
    let mediator = crate::made::seen(SELLA, &[], &Audience::Mediator);
    let text = Text::new(&mediator.case, &[]);
    let written = export::plain(&document::counts(&text, FACTS));
    assert!(
        written.contains("Journal: abc123") && written.contains("Brackets: 38"),
        "{written}"
    );
}
