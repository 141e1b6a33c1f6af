//! Requests with random faults: whatever comes, the desk answers it or closes, and goes on.

use std::io::Write;
use std::net::Shutdown;

use winset_gen::rng::Rng;
use winset_server::http::Limits;

use crate::desk::{Desk, SECRET};
use crate::http::{connect, get, request, rest};

const LINES: &[&str] = &[
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 99999999999999999999",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: chunked, gzip",
    "Expect: 100-continue",
    "Upgrade: h2c",
    "Connection: upgrade",
    "Host: evil.example",
    "Origin: null",
    "Sec-Fetch-Site: same-origin",
    "Sec-Fetch-Site: cross-site",
    "Cookie: =;;=",
    "Content-Type: application/x-www-form-urlencoded",
    "Content-Type: \u{ff}",
    "Range: bytes=0-",
    "If-None-Match: *",
    " folded",
    "No colon",
    ": no name",
];

const TARGETS: &[&str] = &[
    "/",
    "/echo",
    "/bytes",
    "/sum?a=1&b=2",
    "/sum?a=%zz&b=",
    "/number/7",
    "/number/%00",
    "/assets/x",
    "/nowhere",
    "*",
    "//evil.example/",
    "http://evil.example/",
    "/?token=",
    "/\u{e9}",
];

const METHODS: &[&str] = &[
    "GET", "POST", "HEAD", "PUT", "OPTIONS", "CONNECT", "get", "PRI", "",
];
const VERSIONS: &[&str] = &[
    "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/1.9", "http/1.1", "",
];
const BODIES: &[&str] = &[
    "",
    "text=a",
    "5\r\ntext=\r\n0\r\n\r\n",
    "ffffffffffffffff1\r\n",
    "\r\n\r\n",
];

fn one_of<'a>(rng: &mut Rng, all: &[&'a str]) -> &'a str {
    all[rng.below(all.len())]
}

/// A request of well-formed parts that need not fit together.
fn assembled(rng: &mut Rng, desk: &Desk) -> Vec<u8> {
    let method = one_of(rng, METHODS);
    let target = one_of(rng, TARGETS);
    let mut text = request(desk, method, target, "");
    if rng.chance(1, 4) {
        text = text.replace("HTTP/1.1", one_of(rng, VERSIONS));
    }
    text.truncate(text.len() - 2);
    for _ in 0..rng.below(5) {
        text.push_str(one_of(rng, LINES));
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    text.push_str(one_of(rng, BODIES));
    text.into_bytes()
}

/// Changes, drops, doubles or inserts a few bytes.
fn spoil(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.below(6) {
        let at = rng.below(bytes.len().max(1));
        let until = (at + rng.below(20)).min(bytes.len());
        match rng.below(5) {
            0 if at < bytes.len() => bytes[at] = rng.bits().to_le_bytes()[0],
            1 => drop(bytes.drain(at..until)),
            2 => {
                let again = bytes[at..until].to_vec();
                bytes.splice(at..at, again);
            }
            3 => {
                let odd = [
                    b"\r\n".as_slice(),
                    b"\0",
                    b"\x7f\xff",
                    b"\n",
                    b"%",
                    b"\r\n\r\n",
                ];
                let odd = odd[rng.below(odd.len())];
                bytes.splice(at..at, odd.iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
}

/// Sends `count` random requests, and sees after every hundred that an honest one is answered.
fn bombard(seed: u64, count: usize) {
    let mut desk = Desk::start(Limits::default());
    let mut rng = Rng::new(seed);
    let mut answered = 0;
    for number in 1..=count {
        let mut bytes = assembled(&mut rng, &desk);
        if rng.chance(3, 4) {
            spoil(&mut rng, &mut bytes);
        }
        let mut stream = connect(desk.port);
        // A connection that is closed early does not take the rest.
        drop(stream.write_all(&bytes));
        drop(stream.shutdown(Shutdown::Write));
        let answer = rest(&mut stream);
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 ") || answer.starts_with("HTTP/1.0 "),
            "{answer}"
        );
        assert!(
            !answer.contains("HTTP/1.1 5"),
            "{number}: {}",
            String::from_utf8_lossy(&bytes)
        );
        answered += usize::from(!answer.is_empty());
        if number % 100 == 0 {
            assert!(get(&desk, "/").ends_with(SECRET));
        }
    }
    desk.stop();
    assert!(answered > count / 2, "only {answered} were answered");
}

#[test]
fn two_thousand_spoilt_requests() {
    bombard(1, 2_000);
}

#[test]
#[ignore = "takes ten times as long and finds the same; another seed"]
fn twenty_thousand_spoilt_requests() {
    bombard(2, 20_000);
}
