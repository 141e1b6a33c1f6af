//! The desk as clients meet it: a real server, raw bytes over sockets; and its pages for every
//! audience.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]
#![expect(clippy::print_stdout, reason = "tests say how much they did")]

mod cases;
mod desk;
mod doors;
mod edit;
mod fuzz;
mod headers;
mod http;
mod limits;
mod lobby;
mod lobby_roads;
mod lobby_storm;
mod look;
mod messages;
mod names;
mod plan;
mod preview;
mod reading;
mod record;
mod record_asks;
mod reload;
mod report;
mod routes;
mod slow;
mod stop;
mod storm;
mod twin_changes;
mod twin_files;
mod twins;
mod whole;
