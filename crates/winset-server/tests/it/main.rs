//! The shell as clients meet it: a real server, raw bytes over sockets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod cases;
mod desk;
mod doors;
mod fuzz;
mod headers;
mod http;
mod limits;
mod messages;
mod reload;
mod routes;
mod slow;
mod stop;
mod storm;
mod twins;
