//! A report is read: what it proposes is marked, completed, confirmed, and only then on record.

use winset_journal::Deed;
use winset_model::audience::Audience;

use crate::cases::{Answer, Asked, Folder};
use crate::plan::plain;
use crate::record::{asked, record};
use crate::routes::encoded;

/// One quotation and one count.
const REPORT: &str = "HILLTOP, March 14, 2031 — “The bridge stays open,” said Anna Lowe, envoy of the North.\n\n\
    At least 12 people were detained at the ford.";

/// The fields of a form, as they are sent.
fn form(fields: &[(&str, &str)]) -> String {
    let fields = fields.iter();
    let pairs = fields.map(|(name, value)| format!("{name}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The number of the proposal that has these words.
fn number(page: &str, words: &str) -> String {
    let articles = page.split("<article class=\"proposed\" id=\"p").skip(1);
    let mut of = articles.filter(|article| {
        article
            .split("</blockquote>")
            .next()
            .unwrap()
            .contains(words)
    });
    let of = of
        .next()
        .unwrap_or_else(|| panic!("no proposal with {words} in {page}"));
    of.split('"').next().unwrap().to_owned()
}

async fn sent(asked: &Asked, base: &str, fields: &[(&str, &str)]) -> Answer {
    let all: Vec<(&str, &str)> = [("text", REPORT), ("name", "The Ford Herald")]
        .into_iter()
        .chain(fields.iter().copied())
        .collect();
    asked.post(&format!("{base}/report"), &form(&all)).await
}

fn acts(folder: &Folder) -> usize {
    let journal = winset_journal::load(&folder.files().journal, "ford").unwrap();
    journal.map_or(0, |kept| kept.chain.entries.len())
}

/// The fields of the quotation as its form has them, with who said it where somebody has said so.
fn completed(n: &str, by: Option<&str>) -> Vec<(String, String)> {
    let mut fields = vec![
        ("confirm".to_owned(), n.to_owned()),
        (format!("e{n}.date"), "2031-03-14".to_owned()),
        (format!("e{n}.says"), "The bridge stays open.".to_owned()),
        (
            format!("e{n}.channel"),
            "The Ford Herald: Anna Lowe".to_owned(),
        ),
        (format!("e{n}.visibility"), "mediator".to_owned()),
        (
            "once".to_owned(),
            "0123456789abcdef0123456789abcdef".to_owned(),
        ),
    ];
    fields.extend(by.map(|by| (format!("e{n}.said_by"), by.to_owned())));
    fields
}

/// Sends what was completed, to be looked at first or to be written.
async fn confirmed(asked: &Asked, fields: &[(String, String)], looks: bool) -> String {
    let step = looks.then_some(("step", "preview"));
    let fields = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<(&str, &str)> = fields.chain(step).collect();
    sent(asked, "/v/mediator", &fields).await.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn proposals_are_marked_and_what_is_wrong_stands_at_its_field() {
    let folder = Folder::new();
    let asked = asked(&record(), &Audience::Mediator, &folder);
    let html = sent(&asked, "/v/mediator", &[]).await.text();
    let n = number(&html, "The bridge stays open");
    // Its characters are marked, and lead to it.
    let mark = format!("<a href=\"#p{n}\" class=\"marked\"><mark>The bridge stays open");
    assert!(html.contains(&mark), "{html}");
    assert!(html.contains(&format!("href=\"#m{n}\"")) && html.contains(&format!("id=\"m{n}\"")));
    assert!(plain(&html).contains("Nothing of this is on record yet."));
    // Nobody has said who spoke for whom: that is told at the field, and nothing typed is lost.
    let html = confirmed(&asked, &completed(&n, None), true).await;
    let told = format!("id=\"says-e{n}.said_by\"><p>it is missing (a party)</p>");
    assert!(html.contains(&told), "{html}");
    assert!(html.contains("The bridge stays open.</textarea>"));
    // So is a day that is none.
    let mut fields = completed(&n, Some("north"));
    fields[1].1 = "2031-02-30".to_owned();
    let html = confirmed(&asked, &fields, true).await;
    assert!(html.contains(&format!("id=\"says-e{n}.date\">")), "{html}");
    assert!(html.contains("value=\"2031-02-30\""));
    assert_eq!(acts(&folder), 0, "reading writes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_on_record_once_a_person_has_completed_and_confirmed_it() {
    let folder = Folder::new();
    let asked = asked(&record(), &Audience::Mediator, &folder);
    let html = sent(&asked, "/v/mediator", &[]).await.text();
    let n = number(&html, "The bridge stays open");
    // Completed, it is shown as each reader would read it, and still not written.
    let mut fields = completed(&n, Some("north"));
    let preview = confirmed(&asked, &fields, true).await;
    let text = plain(&preview);
    assert!(
        text.contains("Everybody Nothing")
            && text.contains("The mediator adds the statement of North"),
        "{text}"
    );
    assert_eq!(acts(&folder), 0);
    // What is written is what was shown.
    let shown = text.split("2031-03-14 (").nth(1).unwrap();
    let shown = shown.split(')').next().unwrap();
    let field = format!("name=\"e{n}.id\" value=\"{shown}\"");
    assert!(preview.contains(&field), "{preview}");
    fields.push((format!("e{n}.id"), shown.to_owned()));
    let html = confirmed(&asked, &fields, false).await;
    assert!(html.contains("Added to the record"), "{html}");
    assert_eq!(acts(&folder), 1);
    // Sent twice, it is written once.
    confirmed(&asked, &fields, false).await;
    assert_eq!(acts(&folder), 1);

    let list = asked.get("/v/mediator/record").await.text();
    assert!(list.contains("The bridge stays open.") && list.contains(shown));
    let journal = winset_journal::load(&folder.files().journal, "ford").unwrap();
    let act = &journal.unwrap().chain.entries[0].act;
    assert_eq!(act.seen, winset_model::case::Visibility::Mediator);
    let Deed::Amend { changes, .. } = &act.deed else {
        panic!("{act:?}");
    };
    let added = format!("{changes:?}");
    assert!(
        changes.len() == 1 && added.contains("statements") && added.contains("entered_by"),
        "{added}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_side_enters_is_its_own_until_it_says_otherwise() {
    let folder = Folder::new();
    let north = Audience::Party("north".to_owned());
    let asked = asked(&record(), &north, &folder);
    let base = "/v/north";
    let html = sent(&asked, base, &[]).await.text();
    let n = number(&html, "12 people");
    let select = html
        .split(&format!("id=\"e{n}.visibility\""))
        .nth(1)
        .unwrap();
    assert!(
        select
            .split("</select>")
            .next()
            .unwrap()
            .find("mediator")
            .unwrap()
            < select.find("public").unwrap()
    );
    let fields = ["date", "place", "what", "count"].map(|name| format!("e{n}.{name}"));
    let values = ["2031-03-13", "The ford", "people detained", "people = 12"];
    let mut whole = vec![("confirm", n.as_str()), ("once", "w")];
    whole.extend(fields.iter().map(String::as_str).zip(values));
    let html = sent(&asked, base, &whole).await.text();
    assert!(html.contains("Added to the record"), "{html}");
    let list = plain(
        &asked
            .get(&format!("{base}/record?kind=incident"))
            .await
            .text(),
    );
    assert!(
        list.contains("The ford, people detained (12 people); claimed by North"),
        "{list}"
    );
    let journal = winset_journal::load(&folder.files().journal, "ford")
        .unwrap()
        .unwrap();
    assert_eq!(
        journal.chain.entries[0].act.seen,
        winset_model::case::Visibility::Sealed
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_read_and_what_is_no_text_is_told() {
    let folder = Folder::new();
    let asked = asked(&record(), &Audience::Mediator, &folder);
    let part = |head: &str, body: &[u8]| {
        let mut part =
            format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n").into_bytes();
        part.extend(body);
        part.extend(b"\r\n");
        part
    };
    let send = async |body: &[u8]| {
        let mut form = part("name=\"text\"", b"");
        form.extend(part("name=\"file\"; filename=\"herald.html\"", body));
        form.extend(b"--x--\r\n");
        asked
            .post_as(
                "/v/mediator/report",
                "multipart/form-data; boundary=x",
                &form,
            )
            .await
            .text()
    };
    let html = send("<!doctype html><p>“We go home,” said Anna Lowe.</p>".as_bytes()).await;
    assert!(html.contains("<mark>We go home"), "{html}");
    assert!(html.contains("value=\"herald.html\""));
    let html = send(&[0xff, 0xfe, 0x00]).await;
    assert!(html.contains("The file is not text in UTF-8"));
    let html = asked.post("/v/mediator/report", "text=").await.text();
    assert!(html.contains("Paste a text, or choose a file."));
    let long = form(&[("text", &"a".repeat(100_001))]);
    let html = asked.post("/v/mediator/report", &long).await.text();
    assert!(html.contains("read it in parts") && html.contains("aaaa</textarea>"));
    let script = form(&[(
        "text",
        "<script>alert(1)</script> said Ann Low. “Go,” she said.",
    )]);
    let html = asked.post("/v/mediator/report", &script).await.text();
    assert!(!html.contains("<script>alert"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_write_is_offered_no_reading() {
    let folder = Folder::new();
    let asked = asked(&record(), &Audience::Public, &folder);
    assert_eq!(asked.get("/v/public/report").await.status, 404);
    assert_eq!(asked.post("/v/public/report", "text=a").await.status, 404);
    assert!(
        !asked
            .get("/v/public/record")
            .await
            .text()
            .contains("/report")
    );
}
