//! The bytes of a connection. What hyper answers by itself to a head that is no HTTP, it answers
//! without headers; here these answers get them.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::Refusal;
use super::headers;

/// A connection, with a word for clients that speak no HTTP.
#[derive(Debug)]
pub(super) struct Wire {
    io: TokioIo<TcpStream>,
    /// Whether any request came through. Until then, whatever is written is hyper's own.
    asked: Arc<AtomicBool>,
    own: Option<Own>,
}

/// Bytes that take the place of hyper's.
#[derive(Debug)]
struct Own {
    bytes: Vec<u8>,
    written: usize,
}

impl Wire {
    /// The connection `stream`; `asked` becomes true with its first request.
    pub(super) fn new(stream: TcpStream, asked: Arc<AtomicBool>) -> Self {
        Self {
            io: TokioIo::new(stream),
            asked,
            own: None,
        }
    }

    /// The connection as it came.
    pub(super) fn into_stream(self) -> TcpStream {
        self.io.into_inner()
    }
}

/// The whole answer that stands for hyper's bare `head`.
fn dressed(head: &[u8]) -> Vec<u8> {
    let head = String::from_utf8_lossy(head);
    let refusal = match head.split(' ').nth(1) {
        Some("431" | "414") => Refusal::HeadTooLarge,
        _ => Refusal::Malformed,
    };
    let page = refusal.page();
    let mut answer = format!("HTTP/1.1 {}\r\n", refusal.status());
    let mut put = |name: &str, value: &str| answer.push_str(&format!("{name}: {value}\r\n"));
    for (name, value) in headers::ALWAYS {
        put(name, value);
    }
    put(headers::CACHE.0, headers::CACHE.1);
    put("content-type", "text/html; charset=utf-8");
    put("content-length", &page.len().to_string());
    put("connection", "close");
    if let Some(date) = head.lines().find_map(|line| line.strip_prefix("date: ")) {
        put("date", date);
    }
    answer.push_str("\r\n");
    answer.push_str(&page);
    answer.into_bytes()
}

impl Read for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl Write for Wire {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let Self { io, asked, own } = self.get_mut();
        if asked.load(Ordering::Acquire) {
            return Pin::new(io).poll_write(context, bytes);
        }
        let own = own.get_or_insert_with(|| Own {
            bytes: dressed(bytes),
            written: 0,
        });
        while own.written < own.bytes.len() {
            let rest = &own.bytes[own.written..];
            match ready!(Pin::new(&mut *io).poll_write(context, rest))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                count => own.written += count,
            }
        }
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }
}
