//! Random requests to a lobby: none of them is a fault, none of them a panic, and whatever they open,
//! the start is there.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::Shutdown;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use winset_gen::rng::Rng;
use winset_server::http::{Limits, guarded};
use winset_server::lobby::{IMPORT, IMPORT_BYTES_MAX, lobby_routes};

use crate::cases::Folder;
use crate::desk::Desk;
use crate::http::{connect, get, request, rest, status};
use crate::lobby_roads::{MULTIPART, WRONG, lobby, multipart};
use crate::storm::{HOSTILE, PANICS, count_panics};

const TARGETS: &[&str] = &[
    "/",
    "/start",
    "/start/new",
    "/start/template",
    "/start/recent",
    "/start/read",
    IMPORT,
    "/start/",
    "/case/1/v/mediator/desk",
    "/case/2/v/mediator/offer",
    "/case/1",
    "/case/",
    "/case/1//",
    "/case/18446744073709551616/",
    "/case/%2e%2e/start",
    "/v/mediator/desk",
];
const FORMS: &[&str] = &[
    "/start/new",
    "/start/template",
    "/start/recent",
    "/start/read",
    IMPORT,
];
const FIELDS: &[&str] = &[
    "title",
    "party1",
    "party2",
    "short1",
    "role1",
    "mediator",
    "point1",
    "options1",
    "file",
    "template",
    "path",
    "key",
    "once",
    "step",
    "parties",
    "points",
    "party64",
    "point200",
    "party0",
    "party99999",
];
const NAMES: &[&str] = &[
    "a.xlsx",
    "../x",
    "/etc/passwd",
    "C:\\\\x",
    "",
    "\u{202e}a",
    "a\tb",
    "\\\"",
    "x.yaml",
    "%00",
];
const STEPS: &[&str] = &["create", "parties", "points", "back", "write", WRONG];

fn one_of<'a>(rng: &mut Rng, all: &[&'a str]) -> &'a str {
    all[rng.below(all.len())]
}

fn value(rng: &mut Rng) -> String {
    match rng.below(5) {
        0 => one_of(rng, STEPS).to_owned(),
        1 => one_of(rng, HOSTILE).repeat(1 + rng.below(40)),
        2 => "x%0A;".repeat(rng.below(400)),
        _ => one_of(rng, HOSTILE).to_owned(),
    }
}

fn form(rng: &mut Rng) -> String {
    let count = if rng.chance(1, 30) {
        3_000
    } else {
        rng.below(9)
    };
    let fields = (0..count).map(|_| format!("{}={}", one_of(rng, FIELDS), value(rng)));
    fields.collect::<Vec<String>>().join("&")
}

/// A form and its kind.
fn body(rng: &mut Rng, target: &str) -> (&'static str, Vec<u8>) {
    if (target == IMPORT) == rng.chance(1, 8) {
        return ("application/x-www-form-urlencoded", form(rng).into_bytes());
    }
    let bytes = if rng.chance(1, 6) {
        b"bad".to_vec()
    } else {
        form(rng).into_bytes()
    };
    let mut whole = multipart(one_of(rng, NAMES), &bytes);
    if rng.chance(1, 3) {
        let at = rng.below(whole.len());
        whole[at] = rng.bits().to_le_bytes()[0];
    }
    if rng.chance(1, 8) {
        whole.truncate(rng.below(whole.len()));
    }
    (MULTIPART, whole)
}

#[test]
fn a_thousand_hostile_requests_to_a_lobby() {
    count_panics();
    let folder = Arc::new(Folder::new());
    let (lobby, wanted) = lobby(&folder);
    let mut desk = Desk::guarding(Limits::default(), |guard| {
        guarded(lobby_routes(lobby), guard).taking(IMPORT, IMPORT_BYTES_MAX)
    });
    let mut rng = Rng::new(7);
    let mut statuses: BTreeMap<u16, usize> = BTreeMap::new();
    for number in 1..=1_000 {
        let to_form = rng.chance(2, 3);
        let target = one_of(&mut rng, if to_form { FORMS } else { TARGETS });
        let (kind, body) = body(&mut rng, target);
        let mut bytes = if rng.chance(1, 3) {
            let query: String = form(&mut rng).chars().take(8_000).collect();
            request(&desk, "GET", &format!("{target}?{query}"), "").into_bytes()
        } else {
            let more = format!(
                "Sec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n",
                body.len()
            );
            [request(&desk, "POST", target, &more).into_bytes(), body].concat()
        };
        let spoilt = rng.chance(1, 20);
        if spoilt {
            let at = rng.below(bytes.len());
            bytes[at] = rng.bits().to_le_bytes()[0];
        }
        let mut stream = connect(desk.port);
        // A connection that is closed early does not take the rest.
        drop(stream.write_all(&bytes));
        // Whoever has no more to send may still wait for an answer; here the desk would wait, too.
        if spoilt {
            drop(stream.shutdown(Shutdown::Write));
        }
        let answer = rest(&mut stream);
        let found = if answer.is_empty() {
            0
        } else {
            status(&answer)
        };
        let sent = || String::from_utf8_lossy(&bytes).into_owned();
        assert!(found < 500, "{number}: {}\n{answer}", sent());
        assert_eq!(PANICS.load(Ordering::SeqCst), 0, "{number}: {}", sent());
        assert!(!answer.contains("<script>alert") && !answer.contains("\r\nSet-Cookie: a=b"));
        *statuses.entry(found).or_default() += 1;
        if number % 100 == 0 {
            assert_eq!(status(&get(&desk, "/start")), 200, "{number}");
        }
    }
    desk.stop();
    let opened = wanted.lock().unwrap().len();
    println!("{opened} cases were asked for; answers {statuses:?}");
    assert!(
        opened > 20 && statuses[&200] > 100,
        "{opened}, {statuses:?}"
    );
}
