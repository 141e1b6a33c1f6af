//! What every answer carries.

use winset_server::assets::{DESK_CSS, DESK_JS, HTMX_JS};
use winset_server::http::Limits;

use crate::desk::Desk;
use crate::http::{get, header, post, request, status, talk};

#[track_caller]
fn check(answer: &str, expected: u16, cache: &str) {
    assert_eq!(status(answer), expected, "{answer}");
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                  connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    let headers = [
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
        ("cache-control", cache),
    ];
    for (name, value) in headers {
        assert_eq!(header(answer, name), Some(value), "{name} of {answer}");
    }
    assert!(header(answer, "permissions-policy").is_some());
    assert_eq!(header(answer, "server"), None);
}

#[test]
fn every_kind_of_answer_carries_them() {
    let desk = Desk::start(Limits::default());
    let port = desk.port;
    let host = format!("Host: localhost:{port}\r\n");
    let send = |bytes: &str| talk(port, bytes.as_bytes());
    let of_head = |head: &str| send(&request(&desk, "GET", "/", head));
    let kept = "private, max-age=31536000, immutable";

    check(&get(&desk, "/"), 200, "no-store");
    check(&get(&desk, "/nowhere"), 404, "no-store");
    check(&get(&desk, "/echo"), 405, "no-store");
    check(&get(&desk, "/sum?a=1"), 400, "no-store");
    check(&get(&desk, "/panic"), 500, "no-store");
    check(&get(&desk, DESK_CSS.href()), 200, kept);
    check(&post(&desk, "/echo", "text=a"), 200, "no-store");
    check(&post(&desk, "/echo", "other=a"), 400, "no-store");
    check(&send(&request(&desk, "HEAD", "/", "")), 200, "no-store");
    check(&send(&request(&desk, "POST", "/", "")), 403, "no-store");
    check(&send("GET / HTTP/1.1\r\n\r\n"), 421, "no-store");
    check(
        &send(&format!("GET / HTTP/1.1\r\n{host}\r\n")),
        403,
        "no-store",
    );
    check(&get(&desk, desk.opening()), 303, "no-store");
    check(&of_head("Content-Length: 1073741824\r\n"), 413, "no-store");
    check(&send("GET / SMTP\r\n\r\n"), 400, "no-store");
    check(&of_head(&"X: y\r\n".repeat(100)), 431, "no-store");
    check(
        &of_head(&format!("X: {}\r\n", "y".repeat(17_000))),
        431,
        "no-store",
    );
}

#[test]
fn unknown_pages_and_methods_get_a_page() {
    let desk = Desk::start(Limits::default());
    assert!(get(&desk, "/nowhere").contains("<p>There is no such page.</p>"));
    let answer = get(&desk, "/echo");
    assert_eq!(header(&answer, "allow"), Some("POST"));
    assert!(answer.contains("<p>This page does not take such a request.</p>"));
}

#[test]
fn assets_come_under_their_hash_only() {
    let desk = Desk::start(Limits::default());
    for (asset, content_type) in [
        (&DESK_CSS, "text/css; charset=utf-8"),
        (&DESK_JS, "text/javascript; charset=utf-8"),
        (&HTMX_JS, "text/javascript; charset=utf-8"),
    ] {
        let answer = get(&desk, asset.href());
        assert_eq!(header(&answer, "content-type"), Some(content_type));
        let tag = header(&answer, "etag").unwrap();
        let again = request(
            &desk,
            "GET",
            asset.href(),
            &format!("If-None-Match: {tag}\r\n"),
        );
        let again = talk(desk.port, again.as_bytes());
        assert_eq!(status(&again), 304);
        assert!(again.ends_with("\r\n\r\n"));
    }
    assert_eq!(status(&get(&desk, "/assets/desk.css")), 404);
    assert_eq!(status(&get(&desk, "/assets/..%2fREADME.md")), 404);
    assert!(get(&desk, HTMX_JS.href()).contains("htmx"));
    let unknown = format!(
        "GET {} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
        DESK_CSS.href(),
        desk.port
    );
    assert_eq!(status(&talk(desk.port, unknown.as_bytes())), 403);
}
