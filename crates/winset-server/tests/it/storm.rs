//! Random requests to the pages of a desk: none of them is a fault, none of them a panic, and the
//! journal holds afterwards.

use std::io::Write;
use std::net::Shutdown;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use winset_gen::discreet;
use winset_gen::rng::Rng;
use winset_model::audience::Audience;
use winset_server::http::Limits;
use winset_server::pages::routes;

use crate::cases::{Folder, Kept, demonstration, desk, write};
use crate::desk::Desk;
use crate::http::{connect, get, rest, status};
use crate::names::Names;
use crate::routes::{ROUTES, changes, encoded};

/// Panics outside of tests, on any thread.
pub(crate) static PANICS: AtomicUsize = AtomicUsize::new(0);

/// Counts panics from here on. Those of tests' own pages are meant.
pub(crate) fn count_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            let place = about.location().map_or("", |place| place.file());
            if !place.contains("tests/it/") {
                PANICS.fetch_add(1, Ordering::SeqCst);
            }
            before(about);
        }));
    });
}

const METHODS: &[&str] = &[
    "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "X",
];
const KINDS: &[&str] = &[
    "application/x-www-form-urlencoded; charset=utf-8",
    "application/x-www-form-urlencodedx",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/json",
    "\u{ff}",
    "",
];
/// What stands in a field, an identifier or a path, where something else is expected.
pub(crate) const HOSTILE: &[&str] = &[
    "",
    "0",
    "-1",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999999999999999999999",
    "1e400",
    "1/0",
    "0/1",
    "NaN",
    "%00",
    "%ff%fe",
    "%c3%28",
    "%ed%a0%80",
    "%",
    "%zz",
    "..",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "%22%3E%3Cimg%20src%3Dx%3E",
    "%0d%0aSet-Cookie:%20a=b",
    "%E2%80%AE%F0%9F%92%A5",
    "a,b,,,",
    "=",
    "&&&=&=",
    "+",
    "mediator",
    "party:mediator",
    "winset",
];

fn one_of<T: Clone>(rng: &mut Rng, all: &[T]) -> T {
    all[rng.below(all.len())].clone()
}

/// Makes random requests to one desk.
struct Storm<'a> {
    rng: Rng,
    desk: &'a Desk,
    names: &'a Names,
    words: Vec<String>,
    changes: Vec<String>,
}

impl Storm<'_> {
    /// A value that a field may have: a name of the case, or anything.
    fn value(&mut self) -> String {
        match self.rng.below(12) {
            0..=4 => encoded(&one_of(&mut self.rng, &self.words)),
            5 => encoded(&one_of(&mut self.rng, &self.changes)),
            6 => one_of(&mut self.rng, HOSTILE).repeat(1 + self.rng.below(60)),
            7 => "x".repeat(self.rng.below(9_000)),
            8 => self.rng.below(100).to_string(),
            _ => one_of(&mut self.rng, HOSTILE).to_owned(),
        }
    }

    fn field(&mut self) -> String {
        let names = [
            "step.",
            "drop.",
            "point.",
            "x",
            "y",
            "p",
            "party",
            "by",
            "name1",
            "changes1",
            "add1",
            "changes2",
            "add4",
            "changes",
            "name",
            "once",
            "date",
            "note",
            "visibility",
            "tag",
            "page",
            "token",
            "version",
            "clause",
            "reply",
            "words",
            "option",
            "text",
        ];
        let mut name = one_of(&mut self.rng, &names).to_owned();
        if name.ends_with('.') {
            name.push_str(&self.value());
        }
        format!("{name}={}", self.value())
    }

    fn fields(&mut self) -> String {
        let count = match self.rng.below(20) {
            0 => 300,
            n => n % 5,
        };
        let first = self.field();
        let same = self.rng.chance(1, 4);
        let fields = (0..count).map(|_| if same { first.clone() } else { self.field() });
        let mut fields = fields.collect::<Vec<_>>().join("&");
        // Most of them fit into a head.
        if self.rng.chance(9, 10) {
            fields.truncate(12_000);
        }
        fields
    }

    fn audience(&mut self) -> String {
        match self.rng.below(16) {
            0..=6 => "mediator".to_owned(),
            7..=12 => encoded(&one_of(&mut self.rng, &self.names.parties)),
            13 => "public".to_owned(),
            14 => format!("party:{}", self.value()),
            _ => self.value(),
        }
    }

    fn target(&mut self) -> String {
        let mut target = if self.rng.chance(1, 10) {
            let parts = (0..self.rng.below(6)).map(|_| self.value());
            format!("/{}", parts.collect::<Vec<_>>().join("/"))
        } else {
            let asks = (one_of_routes(&mut self.rng).asks)(self.names);
            let mut ask = one_of(&mut self.rng, &asks);
            // Pixels take long.
            if ask.contains(".png") && self.rng.chance(19, 20) {
                ask = ask.replace(".png", ".svg");
            }
            let audience = self.audience();
            format!("/v/{audience}{ask}")
        };
        if self.rng.chance(1, 10) {
            target = target.replace('1', &self.value());
        }
        if self.rng.chance(1, 2) {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&self.fields());
        }
        target.retain(|c| !c.is_whitespace() && !c.is_control());
        target
    }

    /// The target and the body of a form.
    fn form(&mut self) -> (String, String) {
        let mut route = one_of_routes(&mut self.rng);
        while self.rng.chance(99, 100) && (route.forms)(self.names).is_empty() {
            route = one_of_routes(&mut self.rng);
        }
        let forms = (route.forms)(self.names);
        // One that is taken: a whole offer of somebody.
        let package = self.names.package(self.rng.below(3));
        let package = self.names.points.iter().zip(package);
        let package = package.map(|((point, _), option)| format!("point.{point}={option}"));
        let by = one_of(&mut self.rng, &self.names.parties);
        let whole = format!("by={by}&{}", package.collect::<Vec<_>>().join("&"));
        let mut form = match forms.as_slice() {
            [] => whole.clone(),
            forms => one_of(&mut self.rng, forms),
        };
        if route.path == "/offer" && self.rng.chance(1, 3) {
            form = whole;
        }
        if self.rng.chance(1, 2) {
            form = format!("{form}&{}&{}", self.fields(), self.fields());
        }
        if self.rng.chance(1, 4) {
            form = form.replace('e', &self.value());
        }
        let (audience, path) = (self.audience(), route.path);
        let path = path.replace("{point}", &self.value());
        (
            format!("/v/{audience}{}", path.replace("{file}", &self.value())),
            form,
        )
    }

    /// A request, and whether it may promise more than it holds.
    fn request(&mut self) -> (Vec<u8>, bool) {
        let is_form = self.rng.chance(1, 3);
        let (target, form) = if is_form {
            self.form()
        } else {
            (self.target(), String::new())
        };
        let mut method = if is_form { "POST" } else { "GET" };
        if self.rng.chance(1, 10) {
            method = one_of(&mut self.rng, METHODS);
        }
        let mut head = format!(
            "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n",
            self.desk.port
        );
        if self.rng.chance(19, 20) {
            head.push_str(&format!("Cookie: {}", self.desk.cookie));
            if self.rng.chance(1, 8) {
                head.push_str(&format!("; winset-language={}", self.value()));
            }
            head.push_str("\r\n");
        }
        let mut short = false;
        if is_form || self.rng.chance(1, 10) {
            let mut kind = "application/x-www-form-urlencoded";
            if self.rng.chance(1, 8) {
                kind = one_of(&mut self.rng, KINDS);
            }
            let length = match self.rng.below(12) {
                0 => form.len() + 1 + self.rng.below(99),
                1 => form.len().saturating_sub(self.rng.below(9)),
                _ => form.len(),
            };
            short = length > form.len();
            head.push_str(&format!(
                "Sec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n"
            ));
        }
        let mut bytes = format!("{head}\r\n{form}").into_bytes();
        let mut spoilt = false;
        if self.rng.chance(1, 20) {
            // Anything at all, anywhere in the first line or after the head.
            let end = if self.rng.chance(1, 2) {
                80
            } else {
                bytes.len()
            };
            let at = self.rng.below(end.min(bytes.len()));
            bytes[at] = self.rng.bits().to_le_bytes()[0];
            spoilt = true;
        }
        (bytes, spoilt || short)
    }
}

fn one_of_routes(rng: &mut Rng) -> &'static crate::routes::Route {
    &ROUTES[rng.below(ROUTES.len())]
}

#[expect(clippy::disallowed_methods, reason = "the test says how long it took")]
fn now() -> Instant {
    Instant::now()
}

/// Sends `count` random requests to a desk about `case`.
fn storm(case: &Value, seed: u64, count: usize) {
    count_panics();
    let started = now();
    let folder = Folder::new();
    let files = folder.files();
    write(&files, case, &[]);
    let shown = desk(&files, Kept::Files, Audience::Mediator);
    let mut desk = Desk::serving(routes(shown), Limits::default());
    let names = Names::of(&[case]);
    let mut storm = Storm {
        rng: Rng::new(seed),
        desk: &desk,
        names: &names,
        words: names.all(),
        changes: changes(&names),
    };
    let (mut statuses, mut slowest) = (std::collections::BTreeMap::new(), Duration::ZERO);
    for number in 1..=count {
        let (bytes, spoilt) = storm.request();
        let asked = now();
        let mut stream = connect(desk.port);
        // A connection that is closed early does not take the rest.
        drop(stream.write_all(&bytes));
        // Whoever has no more to send may still wait for an answer; here the desk would wait, too.
        if spoilt {
            drop(stream.shutdown(Shutdown::Write));
        }
        let answer = rest(&mut stream);
        slowest = slowest.max(asked.elapsed());
        let found = if answer.is_empty() {
            0
        } else {
            status(&answer)
        };
        let sent = || String::from_utf8_lossy(&bytes).into_owned();
        assert!(found < 500, "{number}: {}\n{answer}", sent());
        assert_eq!(PANICS.load(Ordering::SeqCst), 0, "{number}: {}", sent());
        *statuses.entry(found).or_insert(0_usize) += 1;
        if number % 100 == 0 {
            assert_eq!(status(&get(&desk, "/v/mediator/desk")), 200, "{number}");
        }
    }
    // Whatever was begun in the background comes to an end.
    for audience in names
        .parties
        .iter()
        .map(String::as_str)
        .chain(["mediator", "public"])
    {
        let page = format!("/v/{}/desk", encoded(audience));
        while get(&desk, &page).contains(" data-working") {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    desk.stop();
    assert_eq!(PANICS.load(Ordering::SeqCst), 0);
    let kept = winset_journal::load(&files.journal, case["id"].as_str().unwrap()).unwrap();
    let lines = kept.map_or(0, |kept| {
        assert_eq!(kept.fault, None);
        kept.chain.entries.len()
    });
    println!(
        "{count} requests in {:?}, the slowest {slowest:?}; {lines} acts; answers {statuses:?}",
        started.elapsed()
    );
    assert!(
        statuses[&200] > count / 5 && lines > count / 500,
        "{statuses:?}, {lines} acts"
    );
}

#[test]
fn two_thousand_hostile_requests() {
    storm(&discreet(3), 1, 2_000);
}

#[test]
#[ignore = "takes a minute or two"]
fn twenty_thousand_hostile_requests() {
    storm(&discreet(5), 2, 10_000);
    storm(&demonstration(), 3, 10_000);
}
