//! The body of an answer that says when it is over, and ends with the desk if it is a stream.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::watch;

use super::connection::Pass;
use super::connections::Phase;

/// A body under watch.
pub(super) struct Watched {
    body: Body,
    pass: Arc<Pass>,
    /// Ready once the desk stops; only event streams have it.
    stop: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl Watched {
    /// The body of a page.
    pub(super) fn page(body: Body, pass: Arc<Pass>) -> Self {
        pass.enter(Phase::Writing);
        Self {
            body,
            pass,
            stop: None,
        }
    }

    /// The body of an event stream, which ends when `stopping` becomes true.
    pub(super) fn stream(body: Body, pass: Arc<Pass>, stopping: watch::Receiver<bool>) -> Self {
        pass.enter(Phase::Streaming);
        Self {
            body,
            pass,
            stop: Some(Box::pin(stopped(stopping))),
        }
    }
}

/// Waits until `stopping` becomes true, or nobody can make it so.
pub(super) async fn stopped(mut stopping: watch::Receiver<bool>) {
    // An error says that the sender is gone, which is the end as well.
    drop(stopping.wait_for(|stops| *stops).await);
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Some(stop) = &mut self.stop
            && stop.as_mut().poll(context).is_ready()
        {
            self.stop = None;
            self.body = Body::empty();
        }
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.pass.enter(Phase::Idle);
    }
}

impl fmt::Debug for Watched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watched(..)")
    }
}
