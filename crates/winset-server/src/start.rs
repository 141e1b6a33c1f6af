//! Running a desk: the socket, the guard, the pages, until it is told to stop.

use std::future::Future;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use crate::desk::Desk;
use crate::http::{Guard, Limits, Token, guarded, listen, serve};
use crate::lobby::{IMPORT, IMPORT_BYTES_MAX, Lobby, lobby_routes};
use crate::pages::routes;

/// Threads that answer requests. What takes long has threads of its own.
const THREADS: usize = 4;
/// Threads for answers that compute: a page that asks for other positions, say.
const BLOCKING_THREADS_MAX: usize = 8;

/// What is shown.
#[derive(Debug, Clone)]
pub enum Shown {
    /// The desk of a case.
    Desk(Arc<Desk>),
    /// A desk that has no case yet.
    Lobby(Arc<Lobby>),
}

impl Shown {
    /// Ends all work in the background.
    fn stop(&self) {
        match self {
            Self::Desk(desk) => desk.stop(),
            Self::Lobby(lobby) => lobby.stop(),
        }
    }
}

/// A desk that listens and does not answer yet.
#[derive(Debug)]
pub struct Open {
    listener: TcpListener,
    guard: Guard,
}

impl Open {
    /// Begins to listen, on this port or a free one, for whoever has a token that is made here.
    ///
    /// # Errors
    /// When the port is taken, or the system gives no randomness.
    pub fn new(port: Option<u16>) -> io::Result<Self> {
        let listener = listen(port)?;
        let guard = Guard::new(listener.local_addr()?.port(), Token::random()?);
        Ok(Self { listener, guard })
    }

    /// The address that opens the desk, with the token in it.
    pub fn url(&self) -> String {
        self.guard.url()
    }

    /// Answers until `stop` is ready.
    ///
    /// # Errors
    /// When the system gives no threads, or the socket cannot be used at all.
    pub fn run(self, shown: &Shown, stop: impl Future<Output = ()>) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(THREADS)
            .max_blocking_threads(BLOCKING_THREADS_MAX)
            .enable_io()
            .enable_time()
            .build()?;
        let router = match shown {
            Shown::Desk(desk) => guarded(routes(desk.clone()), self.guard),
            Shown::Lobby(lobby) => {
                guarded(lobby_routes(lobby.clone()), self.guard).taking(IMPORT, IMPORT_BYTES_MAX)
            }
        };
        let served = runtime.block_on(serve(self.listener, router, Limits::default(), stop));
        shown.stop();
        runtime.shutdown_background();
        served
    }
}
