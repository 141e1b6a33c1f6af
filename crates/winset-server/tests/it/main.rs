//! The shell as clients meet it: a real server, raw bytes over sockets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod desk;
mod doors;
mod fuzz;
mod headers;
mod http;
mod limits;
mod slow;
mod stop;
