//! A desk without a case: every road to one, and what stands in the way.

use std::sync::Arc;

use axum::body::Bytes;
use winset_model::document::limits::FILE_BYTES_MAX;
use winset_server::http::{Guard, Limits, guarded};
use winset_server::lobby::{IMPORT, IMPORT_BYTES_MAX, NewCase, lobby_routes};

use crate::cases::{Asked, Folder, Kept, desk, run, write};
use crate::desk::Desk;
use crate::http::{get, post, request, status, talk};
use crate::lobby_roads::{MARKUP, MULTIPART, WRONG, Wanted, lobby, multipart};

const PAGE_BYTES_MAX: usize = 300_000;

/// A lobby behind its guard.
struct Entered {
    asked: Asked,
    wanted: Wanted,
    folder: Arc<Folder>,
}

fn enter() -> Entered {
    let folder = Arc::new(Folder::new());
    let (lobby, wanted) = lobby(&folder);
    Entered {
        asked: Asked::behind_guard(lobby_routes(lobby)),
        wanted,
        folder,
    }
}

impl Entered {
    async fn page(&self, target: &str) -> String {
        let page = self.asked.get(target).await;
        assert_eq!(page.status, 200, "{target}");
        assert!(page.body.len() < PAGE_BYTES_MAX);
        page.text()
    }

    /// Sends a form that opens a case.
    async fn opens(&self, target: &str, form: &str) {
        let answer = self.asked.post(target, form).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/"),
            "{}",
            answer.text()
        );
    }

    /// Sends a form that has to be mended.
    async fn refuses(&self, target: &str, form: &str) -> String {
        let answer = self.asked.post(target, form).await;
        assert_eq!(answer.status, 200, "{form}");
        let page = answer.text();
        assert!(page.contains("class=\"trouble\" role=\"alert\""), "{page}");
        page
    }

    /// Where the first page of the case is.
    async fn leads(&self) -> String {
        self.asked.get("/").await.header("location").to_owned()
    }

    fn count(&self) -> usize {
        self.wanted.lock().unwrap().len()
    }
}

/// The text of a value as it stands in a page.
fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;");
    text.replace('"', "&#34;").replace('\'', "&#39;")
}

#[test]
fn without_a_case_all_leads_to_the_start() {
    run(async {
        let entered = enter();
        assert_eq!(entered.leads().await, "/start");
        let page = entered.page("/start").await;
        for text in [
            "The river",
            "Two neighbours and a river.",
            "Harbour",
            "/the/folder/of/talks",
        ] {
            assert!(page.contains(text), "{text}");
        }
        assert!(
            page.contains(&escaped(MARKUP)) && !page.contains("<script"),
            "{page}"
        );
        // What is gone cannot be opened.
        assert_eq!(page.matches("name=\"path\"").count(), 1);
        entered.page("/start/new").await;
        for elsewhere in ["/v/mediator/desk", "/nowhere", "/start/x", "/case"] {
            assert_eq!(
                entered.asked.get(elsewhere).await.status,
                404,
                "{elsewhere}"
            );
        }
        for form in [
            "/start/template",
            "/start/recent",
            "/start/read",
            IMPORT,
            "/case/1/",
        ] {
            let answer = entered.asked.get(form).await;
            assert_eq!(answer.header("location"), "/start", "{form}");
        }
    });
}

#[test]
fn each_road_opens_a_desk() {
    run(async {
        let entered = enter();
        let form = "title=The+well&party1=North&short1=N&role1=principal&party3=South&mediator=M\
                    &point2=Fee&options2=1%0D%0A2&file=well&step=create";
        entered.opens("/start/new", form).await;
        let NewCase::Written(written) = entered.wanted.lock().unwrap()[0].clone() else {
            panic!("another kind of case is asked for");
        };
        assert_eq!(
            (written.title.as_str(), written.file.as_str()),
            ("The well", "well")
        );
        let parties = written.parties.iter();
        let parties: Vec<_> = parties
            .map(|p| (p.row, p.name.as_str(), p.role.as_str()))
            .collect();
        assert_eq!(parties, [(1, "North", "principal"), (3, "South", "")]);
        assert_eq!(
            (written.points[0].row, written.points[0].options.as_str()),
            (2, "1\r\n2")
        );

        assert_eq!(entered.leads().await, "/case/1/v/mediator/desk");
        let page = entered.asked.settled("/case/1/v/mediator").await;
        assert!(page.contains("The well") && page.contains("href=\"/start\""));
        assert!(
            !page.contains("\"/v/"),
            "every address is below that of the case"
        );
        let party = entered.page("/case/1/v/public/desk").await;
        assert!(
            !party.contains("href=\"/start\""),
            "others have no way to the mediator's cases"
        );
        assert!(entered.page("/start").await.contains("The well"));

        entered
            .opens("/start/template", "template=river&title=Lake&file=")
            .await;
        assert!(
            entered
                .page("/case/2/v/mediator/desk")
                .await
                .contains("Lake")
        );
        entered
            .opens("/start/recent", "path=%2Ftalks%2FHarbour.yaml")
            .await;
        assert_eq!(entered.leads().await, "/case/3/v/mediator/desk");
        let wanted = entered.wanted.lock().unwrap()[2].clone();
        assert_eq!(wanted, NewCase::Recent("/talks/Harbour.yaml".to_owned()));
    });
}

#[test]
fn a_page_of_an_earlier_case_reaches_no_other() {
    run(async {
        let entered = enter();
        entered.opens("/start/recent", "path=first").await;
        entered.opens("/start/recent", "path=second").await;
        for page in [
            "/case/1/v/mediator/desk",
            "/case/1/v/mediator/events",
            "/case/22/v/public/desk",
        ] {
            let answer = entered.asked.get(page).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (303, "/start"),
                "{page}"
            );
        }
        let offer = "by=north&kind=statement&visibility=public";
        for page in [
            "/case/1/v/mediator/offer",
            "/v/mediator/offer",
            "/case/1/v/mediator/language",
        ] {
            assert_eq!(entered.asked.post(page, offer).await.status, 404, "{page}");
        }
        assert!(!entered.folder.files().journal.exists());
        assert_eq!(
            entered
                .page("/case/2/v/mediator/desk")
                .await
                .matches("<h1")
                .count(),
            1
        );
    });
}

#[test]
fn problems_stand_at_their_fields_and_nothing_typed_is_lost() {
    run(async {
        let entered = enter();
        let typed = "%3Cscript%3Ealert%281%29%3C%2Fscript%3E%22%27%26";
        let form = format!(
            "title={WRONG}&party2={typed}&short2=%C3%A9&role2=ally&mediator={typed}&point1={typed}\
             &options1=%0A+one%0A{typed}&file=..%2Fx&parties=8&points=12"
        );
        let page = entered.refuses("/start/new", &form).await;
        assert!(page.contains("12 things stand in the way"));
        for id in [
            "title", "parties", "party2", "short2", "role2", "points", "point1", "options1", "file",
        ] {
            assert!(
                page.contains(&format!("aria-describedby=\"{id}-wrong\"")),
                "{id}"
            );
            assert!(page.contains(&format!("id=\"{id}-wrong\"")), "{id}");
            assert!(
                page.contains(&format!("href=\"#{id}\"")) && page.contains(&format!("id=\"{id}\"")),
                "{id}"
            );
        }
        let typed = escaped(MARKUP);
        assert!(!page.contains("<script"), "{page}");
        for kept in [
            format!("name=\"party2\" value=\"{typed}\""),
            format!("name=\"mediator\" value=\"{typed}\""),
            format!(">\n\n one\n{typed}</textarea>"),
            "name=\"short2\" value=\"\u{e9}\"".to_owned(),
            "name=\"file\" value=\"../x\"".to_owned(),
            "value=\"ally\" selected".to_owned(),
            "name=\"parties\" value=\"8\"".to_owned(),
        ] {
            assert!(page.contains(&kept), "{kept}\n{page}");
        }
        assert_eq!(page.matches("<textarea").count(), 12);

        let form = format!("template=river&title={WRONG}&file=a%2Fb");
        let page = entered.refuses("/start/template", &form).await;
        assert!(page.contains("value=\"river\" checked") && page.contains("value=\"a/b\""));
        assert!(page.contains("id=\"template-wrong\"") && page.contains("id=\"file-wrong\""));
        let page = entered.refuses("/start/recent", "path=wrong").await;
        assert!(page.contains("id=\"recent-wrong\""));
        assert_eq!(entered.leads().await, "/start");
    });
}

#[test]
fn more_rows_ask_for_nothing() {
    run(async {
        let entered = enter();
        let form = "title=T&party4=West&step=points&point6=Fee";
        let page = entered.asked.post("/start/new", form).await.text();
        assert_eq!(page.matches("<textarea").count(), 12);
        assert!(
            page.contains("name=\"party4\" value=\"West\"") && !page.contains("role=\"alert\"")
        );
        assert_eq!(entered.count(), 0);
    });
}

#[test]
fn a_form_that_is_sent_twice_opens_one_case() {
    run(async {
        let entered = enter();
        for _ in 0..2 {
            entered.opens("/start/new", "title=Once&once=abc").await;
        }
        assert_eq!(
            (entered.count(), entered.leads().await.as_str()),
            (1, "/case/1/v/mediator/desk")
        );
        entered.opens("/start/new", "title=Again&once=abd").await;
        assert_eq!(entered.count(), 2);
    });
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let before = format!("name=\"{name}\" value=\"");
    page.split(&before)
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
}

#[test]
fn what_a_file_holds_is_asked_about_before_it_is_written() {
    run(async {
        let entered = enter();
        let read = async |name: &str, bytes: &[u8]| {
            let answer = entered
                .asked
                .post_as(IMPORT, MULTIPART, &multipart(name, bytes))
                .await;
            assert_eq!(answer.status, 200);
            answer.text()
        };
        let page = read("talks.xlsx", b"some bytes").await;
        assert!(page.contains("talks.xlsx of 10 bytes") && page.contains("Sheet1!C4"));
        assert!(!page.contains("<script") && page.contains("value=\"stem\""));
        assert_eq!(entered.count(), 0, "nothing is made yet");
        let key = hidden(&page, "key").to_owned();

        // What is wrong with the name keeps what was read.
        let page = entered
            .refuses("/start/read", &format!("key={key}&title={WRONG}&file=x"))
            .await;
        assert!(page.contains("id=\"file-wrong\"") && page.contains("value=\"x\""));
        let form = format!("key={key}&title=Talks&file=x&once=o1&step=write");
        entered.opens("/start/read", &form).await;
        entered.opens("/start/read", &form).await;
        let NewCase::Read {
            read: made,
            title,
            file,
        } = entered.wanted.lock().unwrap()[1].clone()
        else {
            panic!("another kind of case is asked for");
        };
        assert_eq!(
            (made.text.as_str(), title.as_str(), file.as_str()),
            ("some bytes", "Talks", "x")
        );
        assert_eq!(entered.count(), 2);

        // Back lets go of it; so does another file.
        let key = hidden(&read("a.csv", b"1").await, "key").to_owned();
        let back = entered
            .asked
            .post("/start/read", &format!("key={key}&step=back"))
            .await;
        assert_eq!(back.header("location"), "/start");
        let page = entered
            .refuses("/start/read", &format!("key={key}&step=write"))
            .await;
        assert!(page.contains("Choose it again"));
        let page = entered.refuses("/start/read", "").await;
        assert!(page.contains("Choose it again"));
        assert_eq!(entered.count(), 2);

        let page = read("a.csv", b"bad").await;
        assert!(page.contains("id=\"upload-wrong\"") && !page.contains("<script"));
        let page = read("", b"").await;
        assert!(page.contains("Choose a file first."));
    });
}

#[test]
fn forms_that_are_no_uploads_are_refused() {
    run(async {
        let entered = enter();
        let whole = multipart("a.csv", b"x");
        for (kind, bytes) in [
            ("application/x-www-form-urlencoded", &b"upload=a"[..]),
            ("multipart/form-data", &whole),
            ("multipart/form-data; boundary=other", &whole),
            (MULTIPART, &whole[..whole.len() - 12]),
            (MULTIPART, b"--line\r\nno head"),
        ] {
            let answer = entered.asked.post_as(IMPORT, kind, bytes).await;
            assert_eq!(answer.status, 400, "{kind}");
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        }
        let answer = entered.asked.post_as("/start/new", MULTIPART, &whole).await;
        assert_eq!(answer.status, 400);
        assert_eq!(entered.count(), 0);
    });
}

/// A lobby on a socket, with the longer bodies of its form for files.
fn serve(folder: &Arc<Folder>) -> Desk {
    let (lobby, _) = lobby(folder);
    Desk::guarding(Limits::default(), |guard: Guard| {
        guarded(lobby_routes(lobby), guard).taking(IMPORT, IMPORT_BYTES_MAX)
    })
}

#[test]
fn only_files_may_be_long() {
    let folder = Arc::new(Folder::new());
    let mut desk = serve(&folder);
    let send = |target: &str, bytes: &Bytes| {
        let more = format!(
            "Sec-Fetch-Site: same-origin\r\nContent-Type: {MULTIPART}\r\nContent-Length: {}\r\n",
            bytes.len()
        );
        let mut whole = request(&desk, "POST", target, &more).into_bytes();
        whole.extend_from_slice(bytes);
        talk(desk.port, &whole)
    };
    let large = Bytes::from(multipart("a.csv", &vec![b'x'; FILE_BYTES_MAX]));
    assert_eq!(status(&send(IMPORT, &large)), 200);
    assert_eq!(status(&send("/start/read", &large)), 413);
    let larger = Bytes::from(multipart("a.csv", &vec![b'x'; IMPORT_BYTES_MAX]));
    assert_eq!(status(&send(IMPORT, &larger)), 413);

    // One that does not say how long it is.
    let more = format!(
        "Sec-Fetch-Site: same-origin\r\nContent-Type: {MULTIPART}\r\nTransfer-Encoding: chunked\r\n"
    );
    let mut whole = request(&desk, "POST", IMPORT, &more).into_bytes();
    whole.extend_from_slice(format!("{:x}\r\n", larger.len()).as_bytes());
    whole.extend_from_slice(&larger);
    whole.extend_from_slice(b"\r\n0\r\n\r\n");
    assert_eq!(status(&talk(desk.port, &whole)), 413);
    assert_eq!(status(&get(&desk, "/start")), 200);
    desk.stop();
}

#[test]
fn nobody_else_begins_or_opens_a_case() {
    let folder = Arc::new(Folder::new());
    let mut desk = serve(&folder);
    let own = desk.cookie.clone();
    assert_eq!(status(&get(&desk, "/start")), 200);
    for (cookie, site) in [("winset=0", "same-origin"), (own.as_str(), "cross-site")] {
        let body = "title=T";
        let head = format!(
            "POST /start/new HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nCookie: {cookie}\r\n\
             Sec-Fetch-Site: {site}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            desk.port,
            body.len()
        );
        assert_eq!(status(&talk(desk.port, head.as_bytes())), 403);
    }
    let answer = talk(desk.port, get_head(desk.port, "/start").as_bytes());
    assert!(
        status(&answer) == 403 && !answer.contains("Harbour"),
        "{answer}"
    );
    assert_eq!(status(&post(&desk, "/start/new", "title=T")), 303);
    desk.stop();
}

fn get_head(port: u16, target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
}

#[test]
fn a_desk_with_a_case_has_no_such_pages() {
    use winset_gen::discreet;
    use winset_model::audience::Audience;

    let folder = Folder::new();
    let case = discreet(3);
    write(&folder.files(), &case, &[]);
    let party = case["parties"][0]["id"].as_str().unwrap().to_owned();
    run(async {
        for only in [Audience::Mediator, Audience::Party(party), Audience::Public] {
            let asked = Asked::new(desk(&folder.files(), Kept::Files, only));
            for page in ["/start", "/start/new"] {
                assert_eq!(asked.get(page).await.status, 404);
            }
            let first = asked.get("/").await.header("location").to_owned();
            assert!(!asked.get(&first).await.text().contains("/start"));
        }
    });
}
