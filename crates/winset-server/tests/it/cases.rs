//! Desks about cases, and requests to them without a socket.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use serde_json::Value;
use winset_journal::Act;
use winset_model::audience::Audience;
use winset_model::case_from_document;
use winset_model::document::{Syntax, parse};
use winset_server::desk::{Desk, Files, Source, Start};
use winset_server::http::{Guard, Guarded, Token, guarded};
use winset_server::pages::routes;

/// Longer than any question about a small case takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder of a test's own, gone with it.
#[derive(Debug)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("winset-server-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The files of a case in it.
    pub(crate) fn files(&self) -> Files {
        let case = self.0.join("case.json");
        let journal = winset_journal::path_of(&case);
        Files { case, journal }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind is in the folder of temporary files.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The demonstration case.
pub(crate) fn demonstration() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/sella-basin.yaml");
    let root = parse(&std::fs::read(path).unwrap(), Syntax::Yaml).unwrap();
    serde_json::from_str(&root.canonical_json()).unwrap()
}

/// Reads a case and its journal, as the command does.
pub(crate) fn read(files: &Files) -> Result<Source, String> {
    let bytes = std::fs::read(&files.case).map_err(|error| error.to_string())?;
    let document = parse(&bytes, Syntax::Json).map_err(|found| format!("{found:?}"))?;
    let reading = case_from_document(&document).map_err(|found| format!("{found:?}"))?;
    let journal = winset_journal::load(&files.journal, &reading.case.id);
    let journal = journal.map_err(|error| error.to_string())?;
    Ok(Source { document, journal })
}

/// Writes a case and the acts of its journal.
pub(crate) fn write(files: &Files, case: &Value, acts: &[Act]) {
    std::fs::write(&files.case, case.to_string()).unwrap();
    let id = case["id"].as_str().unwrap();
    for act in acts {
        winset_journal::append(&files.journal, id, act).unwrap();
    }
}

/// Whether a desk knows of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    Files,
    Nothing,
}

/// A desk about the case in these files.
pub(crate) fn desk(files: &Files, kept: Kept, only: Audience) -> Arc<Desk> {
    let again = files.clone();
    Arc::new(Desk::new(Start {
        source: read(files).unwrap(),
        files: (kept == Kept::Files).then(|| files.clone()),
        load: Box::new(move || read(&again)),
        only,
        time_limit: PATIENCE,
        language: None,
        name: files.case.display().to_string(),
        clock: || "2031-03-14T10:00:00Z".to_owned(),
    }))
}

/// A desk that is asked without a socket, through its guard.
pub(crate) struct Asked {
    /// What is stopped with it.
    desk: Option<Arc<Desk>>,
    pages: Guarded,
    cookie: String,
}

/// What a client gets, without what differs from one moment to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A header; empty where it has none such.
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

const PORT: u16 = 80;

impl Asked {
    pub(crate) fn new(desk: Arc<Desk>) -> Self {
        let mut asked = Self::behind_guard(routes(desk.clone()));
        asked.desk = Some(desk);
        asked
    }

    /// The same with other pages.
    pub(crate) fn behind_guard(pages: Router) -> Self {
        let guard = Guard::new(PORT, Token::random().unwrap());
        let cookie = guard.cookie();
        let pages = guarded(pages, guard);
        Self {
            desk: None,
            pages,
            cookie,
        }
    }

    async fn send(&self, method: &str, target: &str, form: Option<(&str, &[u8])>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(target)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin");
        if let Some((kind, _)) = form {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let body = form.map_or_else(Body::empty, |(_, form)| Body::from(form.to_owned()));
        let answer = self.pages.answer(request.body(body).unwrap()).await;
        let (head, body) = answer.into_parts();
        let mut headers: Vec<(String, String)> = head
            .headers
            .iter()
            .filter(|(name, _)| !["date", "set-cookie"].contains(&name.as_str()))
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes());
                (name.to_string(), value.into_owned())
            })
            .collect();
        headers.sort();
        Answer {
            status: head.status.as_u16(),
            headers,
            body: masked(&to_bytes(body, usize::MAX).await.unwrap()),
        }
    }

    pub(crate) async fn get(&self, target: &str) -> Answer {
        self.send("GET", target, None).await
    }

    pub(crate) async fn post(&self, target: &str, form: &str) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        self.post_as(target, kind, form.as_bytes()).await
    }

    pub(crate) async fn post_as(&self, target: &str, kind: &str, form: &[u8]) -> Answer {
        self.send("POST", target, Some((kind, form))).await
    }

    /// Waits until everything is worked out for the view at `base`.
    pub(crate) async fn settled(&self, base: &str) -> String {
        loop {
            let page = self.get(&format!("{base}/desk")).await;
            assert_eq!(page.status, 200, "{base}");
            if !page.text().contains(" data-working") {
                return page.text();
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        if let Some(desk) = &self.desk {
            desk.stop();
        }
    }
}

/// Where two answers part.
pub(crate) fn parting(one: &Answer, other: &Answer) -> String {
    let (one, other) = (one.text(), other.text());
    let lines = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    let Some((a, b)) = lines else {
        return "one is longer, or their heads differ".to_owned();
    };
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| -> String {
        let chars = text.chars().skip(same.saturating_sub(40));
        chars.take(160).collect()
    };
    format!("`{}` for `{}`", from(a), from(b))
}

/// The body with the random words of forms left out, and when a calendar was written.
fn masked(body: &[u8]) -> Vec<u8> {
    const BEFORE: &[u8] = b"name=\"once\" value=\"";
    let mut body = body.to_vec();
    if body.starts_with(b"BEGIN:VCALENDAR") {
        let clocked = ["DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"];
        let text = String::from_utf8(body).unwrap();
        let lines = text.split_inclusive("\r\n");
        let kept = lines.filter(|line| !clocked.iter().any(|name| line.starts_with(name)));
        body = kept.collect::<String>().into_bytes();
    }
    let mut from = 0;
    let next = |body: &[u8], from: usize| {
        let found = body[from..]
            .windows(BEFORE.len())
            .position(|at| at[0] == BEFORE[0] && at == BEFORE);
        found.map(|place| from + place + BEFORE.len())
    };
    while let Some(place) = next(&body, from) {
        body[place..place + 32].fill(b'0');
        from = place;
    }
    body
}

/// Runs what asks desks.
pub(crate) fn run<T>(asking: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(asking)
}
