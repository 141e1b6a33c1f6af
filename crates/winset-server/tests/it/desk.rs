//! A desk with pages of every temper.

use std::convert::Infallible;
use std::io;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::response::sse::{Event, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::stream;
use serde::Deserialize;
use tokio::sync::oneshot;
use tokio::time::sleep;
use winset_server::assets;
use winset_server::http::{
    Form, Guard, Guarded, Limits, Path, Query, Refusal, Token, guarded, listen, serve,
};

/// What stands on the first page, and nowhere else.
pub(crate) const SECRET: &str = "the figures of the case";
/// How large the large page is.
pub(crate) const LARGE: usize = 8 * 1024 * 1024;

/// A running desk.
pub(crate) struct Desk {
    pub(crate) port: u16,
    pub(crate) url: String,
    pub(crate) cookie: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Desk {
    /// Starts a desk on a free port.
    pub(crate) fn start(limits: Limits) -> Self {
        Self::serving(pages(), limits)
    }

    /// The same with other pages.
    pub(crate) fn serving(pages: Router, limits: Limits) -> Self {
        Self::guarding(limits, |guard| guarded(pages, guard))
    }

    /// The same with pages that are put behind a guard as they want.
    pub(crate) fn guarding(limits: Limits, pages: impl FnOnce(Guard) -> Guarded) -> Self {
        let listener = listen(None).unwrap();
        let port = listener.local_addr().unwrap().port();
        let guard = Guard::new(port, Token::random().unwrap());
        let (url, cookie) = (guard.url(), guard.cookie());
        let pages = pages(guard);
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()?;
            let shutdown = async {
                stopped.await.unwrap();
            };
            runtime.block_on(serve(listener, pages, limits, shutdown))
        });
        Self {
            port,
            url,
            cookie,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// The target of the URL that opens the desk.
    pub(crate) fn opening(&self) -> &str {
        self.url.split_once(&self.port.to_string()).unwrap().1
    }

    /// Stops the desk and waits for its end.
    pub(crate) fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).unwrap();
        }
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap().unwrap();
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.stop();
        }
    }
}

fn pages() -> Router {
    Router::new()
        .route("/", get(async || Html(SECRET)))
        .route("/echo", post(echo))
        .route("/bytes", post(async |body: Bytes| body.len().to_string()))
        .route("/sum", get(sum))
        .route("/number/{number}", get(number))
        .route("/slow", get(slow))
        .route("/hang", get(hang))
        .route("/events", get(events))
        .route("/panic", get(fault))
        .route("/panic-in-body", get(fault_in_body))
        .route("/large", get(async || vec![b'x'; LARGE]))
        .merge(assets::routes())
}

#[derive(Deserialize)]
struct Echo {
    text: String,
}

async fn echo(Form(echo): Form<Echo>) -> String {
    echo.text
}

#[derive(Deserialize)]
struct Sum {
    a: u32,
    b: u32,
}

async fn sum(Query(sum): Query<Sum>) -> String {
    (u64::from(sum.a) + u64::from(sum.b)).to_string()
}

async fn number(Path(number): Path<u8>) -> String {
    number.to_string()
}

async fn slow() -> &'static str {
    sleep(Duration::from_secs(1)).await;
    "slow"
}

async fn hang() -> &'static str {
    sleep(Duration::from_mins(1)).await;
    "never"
}

async fn events() -> impl IntoResponse {
    Sse::new(stream::unfold(0_u32, async |count| {
        if count > 0 {
            sleep(Duration::from_millis(100)).await;
        }
        let event = Event::default().data(format!("event {count}"));
        Some((Ok::<_, Infallible>(event), count + 1))
    }))
}

async fn fault() -> Result<&'static str, Refusal> {
    panic!("{SECRET}")
}

async fn fault_in_body() -> Response {
    let parts = stream::unfold(0, async |count| {
        assert!(count == 0, "{SECRET}");
        Some((Ok::<_, Infallible>("part"), count + 1))
    });
    axum::body::Body::from_stream(parts).into_response()
}
