//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use http_body_util::Limited;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioTimer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, timeout};

use super::body::{Watched, stopped};
use super::connections::{Connections, Phase};
use super::headers::dressed;
use super::wire::Wire;
use super::{Guarded, Limits, Refusal};

/// Bytes of one read or write buffer of a connection.
const BUFFER_BYTES: usize = 64 * 1024;
/// How long, and for how much, a connection that is over still listens: whoever is cut off in the
/// middle of sending may never see the answer.
const LINGER: Duration = Duration::from_secs(1);
const LINGER_BYTES: usize = 4 * 1024 * 1024;

/// What all connections share.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) router: Guarded,
    pub(super) limits: Limits,
    pub(super) connections: Mutex<Connections>,
    /// True once the desk stops.
    pub(super) stopping: watch::Receiver<bool>,
}

impl Desk {
    /// The open connections. A panic elsewhere leaves them as they are.
    pub(super) fn connections(&self) -> MutexGuard<'_, Connections> {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one connection among the open ones; given back when it is dropped.
#[derive(Debug)]
pub(super) struct Pass {
    number: u64,
    end: Arc<Notify>,
    desk: Arc<Desk>,
}

impl Pass {
    /// A place for a new connection.
    pub(super) fn new(desk: &Arc<Desk>) -> Self {
        let (number, end) = desk.connections().admit(Instant::now());
        Self {
            number,
            end,
            desk: Arc::clone(desk),
        }
    }

    /// The connection has come to another phase.
    pub(super) fn enter(&self, phase: Phase) {
        let mut connections = self.desk.connections();
        connections.enter(self.number, phase, Instant::now());
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.desk.connections().forget(self.number);
    }
}

/// Speaks with one client until either side ends it.
pub(super) async fn speak(stream: TcpStream, pass: Pass) {
    let pass = Arc::new(pass);
    let end = Arc::clone(&pass.end);
    tokio::select! {
        () = end.notified() => {}
        () = exchange(stream, pass) => {}
    }
}

/// Answers the requests of a client, one after the other.
async fn exchange(stream: TcpStream, pass: Arc<Pass>) {
    let asked = Arc::new(AtomicBool::new(false));
    let wire = Wire::new(stream, Arc::clone(&asked));
    let limits = pass.desk.limits;
    let service = service_fn(|request: Request<Incoming>| {
        asked.store(true, Ordering::Release);
        let answered = answer(request, Arc::clone(&pass));
        Box::pin(answered.map(Ok::<_, Infallible>))
    });
    let mut http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_headers(limits.head_fields_max)
        .max_header_size(limits.head_bytes_max)
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(wire, service);
    let mut stop = pin!(stopped(pass.desk.stopping.clone()));
    let mut stops = false;
    loop {
        tokio::select! {
            // The client went away or spoke no HTTP: there is nobody to tell.
            _ = std::future::poll_fn(|context| http.poll_without_shutdown(context)) => break,
            () = &mut stop, if !stops => {}
        }
        stops = true;
        Pin::new(&mut http).graceful_shutdown();
    }
    pass.enter(Phase::Closing);
    let stream = http.into_parts().io.into_stream();
    // What fails now concerns nobody any more.
    drop(timeout(LINGER, linger(stream)).await);
}

/// Reads on for a while after the last answer: closing a socket that holds unread bytes resets it,
/// and the client may lose the answer.
async fn linger(mut stream: TcpStream) -> std::io::Result<()> {
    stream.shutdown().await?;
    let mut scrap = vec![0_u8; 16 * 1024];
    let mut rest = LINGER_BYTES;
    while rest > 0 {
        match stream.read(&mut scrap).await? {
            0 => break,
            count => rest = rest.saturating_sub(count),
        }
    }
    Ok(())
}

/// The answer to one request, within the limits.
async fn answer(request: Request<Incoming>, pass: Arc<Pass>) -> Response<Watched> {
    pass.enter(Phase::Answering);
    let desk = Arc::clone(&pass.desk);
    let limits = desk.limits;
    let most = desk
        .router
        .body_bytes_max(request.uri().path(), limits.body_bytes_max);
    let response = if declared_bytes(request.headers()) > most as u64 {
        dressed(Refusal::TooLarge.into_response())
    } else {
        let request = request.map(|body| Body::new(Limited::new(body, most)));
        let answered = AssertUnwindSafe(desk.router.answer(request)).catch_unwind();
        match timeout(limits.answer_time, answered).await {
            Ok(Ok(response)) => response,
            Ok(Err(_)) => dressed(Refusal::Fault.into_response()),
            Err(_) => dressed(Refusal::TooSlow.into_response()),
        }
    };
    let is_stream = is_event_stream(response.headers());
    response.map(|body| {
        if is_stream {
            Watched::stream(body, pass, desk.stopping.clone())
        } else {
            Watched::page(body, pass)
        }
    })
}

/// How long the body will be, as the head says.
fn declared_bytes(headers: &HeaderMap) -> u64 {
    let length = headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    length.unwrap_or(0)
}

fn is_event_stream(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/event-stream"))
}
