//! Who gets in and who does not.

use axum::http::Request;

use super::{Guard, Judgement};
use crate::http::{Refusal, Token};

const PORT: u16 = 4400;
const HOST: &str = "127.0.0.1:4400";
const PASS: Judgement = Judgement::Pass;
const NO_HOST: Judgement = Judgement::Refuse(Refusal::Host);
const FOREIGN: Judgement = Judgement::Refuse(Refusal::Foreign);
const NO_TOKEN: Judgement = Judgement::Refuse(Refusal::Token);

fn guard() -> Guard {
    Guard::new(PORT, Token::random().unwrap())
}

/// Judges a request to `target`; `TOKEN` and `COOKIE` in it stand for the right ones.
fn check(method: &str, target: &str, headers: &[(&str, &str)], expected: Judgement) {
    let guard = guard();
    let fill = |text: &str| {
        let text = text.replace("TOKEN", guard.token.reveal());
        text.replace("COOKIE", &guard.cookie())
    };
    let mut request = Request::builder().method(method).uri(fill(target));
    for (name, value) in headers {
        request = request.header(*name, fill(value));
    }
    let request = request.body(()).unwrap();
    assert_eq!(
        guard.judge(&request),
        expected,
        "{method} {target} {headers:?}"
    );
}

#[test]
fn the_host_is_this_desk_or_nothing() {
    let cookie = ("cookie", "COOKIE");
    for host in [HOST, "localhost:4400", "[::1]:4400"] {
        check("GET", "/", &[("host", host), cookie], PASS);
    }
    for host in [
        "evil.example:4400",
        "127.0.0.1",
        "127.0.0.1:4401",
        "localhost",
        "localhost:4400.",
        "127.0.0.1:4400 ",
        "a@127.0.0.1:4400",
        "0.0.0.0:4400",
        "",
    ] {
        check("GET", "/", &[("host", host), cookie], NO_HOST);
    }
    check("GET", "/", &[cookie], NO_HOST);
    check(
        "GET",
        "/",
        &[("host", HOST), ("host", HOST), cookie],
        NO_HOST,
    );
    check(
        "GET",
        "http://127.0.0.1:4400/",
        &[("host", HOST), cookie],
        NO_HOST,
    );
    check(
        "GET",
        "http://evil.example/",
        &[("host", HOST), cookie],
        NO_HOST,
    );
    check(
        "CONNECT",
        "127.0.0.1:4400",
        &[("host", HOST), cookie],
        NO_HOST,
    );
}

#[test]
fn port_80_need_not_be_said() {
    let guard = Guard::new(80, Token::random().unwrap());
    let request = Request::builder().header("host", "localhost");
    let request = request.header("cookie", guard.cookie()).body(()).unwrap();
    assert_eq!(guard.judge(&request), PASS);
}

#[test]
fn changes_come_from_our_own_pages() {
    let post = |headers: &[(&str, &str)], expected| {
        let headers = [&[("host", HOST), ("cookie", "COOKIE")], headers].concat();
        check("POST", "/x", &headers, expected);
        check("DELETE", "/x", &headers, expected);
        check("OPTIONS", "/x", &headers, expected);
    };
    let own = "http://127.0.0.1:4400";
    post(&[("sec-fetch-site", "same-origin")], PASS);
    post(&[("sec-fetch-site", "same-origin"), ("origin", own)], PASS);
    post(
        &[("sec-fetch-site", "same-origin"), ("origin", "null")],
        PASS,
    );
    post(&[("origin", own)], PASS);
    post(&[], FOREIGN);
    post(&[("origin", "null")], FOREIGN);
    post(&[("origin", "http://localhost:4400")], FOREIGN);
    post(&[("origin", "https://127.0.0.1:4400")], FOREIGN);
    post(&[("origin", own), ("origin", own)], FOREIGN);
    for site in ["cross-site", "same-site", "none", "", "Same-Origin"] {
        post(&[("sec-fetch-site", site), ("origin", own)], FOREIGN);
    }
    let evil = ("origin", "http://evil.example");
    post(&[("sec-fetch-site", "same-origin"), evil], FOREIGN);
    check(
        "POST",
        "/?token=TOKEN",
        &[("host", HOST), ("origin", own)],
        NO_TOKEN,
    );
}

#[test]
fn reading_is_for_our_own_pages_and_for_the_user() {
    let get = |headers: &[(&str, &str)], expected| {
        let headers = [&[("host", HOST), ("cookie", "COOKIE")], headers].concat();
        check("GET", "/x", &headers, expected);
        check("HEAD", "/x", &headers, expected);
    };
    get(&[], PASS);
    get(&[("sec-fetch-site", "none")], PASS);
    get(&[("sec-fetch-site", "same-origin")], PASS);
    get(&[("origin", "http://127.0.0.1:4400")], PASS);
    get(&[("sec-fetch-site", "cross-site")], FOREIGN);
    get(&[("sec-fetch-site", "same-site")], FOREIGN);
    get(&[("origin", "http://evil.example")], FOREIGN);
    get(&[("origin", "null")], FOREIGN);
    let navigation = [
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    let cross = [&[("sec-fetch-site", "cross-site")], &navigation[..]].concat();
    get(&cross, FOREIGN);
}

#[test]
fn the_token_opens_the_first_page_only() {
    let host = ("host", HOST);
    check("GET", "/?token=TOKEN", &[host], Judgement::Enter);
    check("HEAD", "/?a=b&token=TOKEN", &[host], Judgement::Enter);
    check(
        "GET",
        "/?token=TOKEN",
        &[host, ("sec-fetch-site", "none")],
        Judgement::Enter,
    );
    check("GET", "/x?token=TOKEN", &[host], NO_TOKEN);
    check("GET", "/?token=TOKENX", &[host], NO_TOKEN);
    check("GET", "/?token=", &[host], NO_TOKEN);
    check("GET", "/", &[host], NO_TOKEN);
    check(
        "GET",
        "/",
        &[host, ("cookie", "winset-desk-4400=")],
        NO_TOKEN,
    );
    check(
        "GET",
        "/",
        &[host, ("cookie", "winset-desk-4401=TOKEN")],
        NO_TOKEN,
    );
    check("GET", "/", &[host, ("cookie", "a=b; COOKIE; c=d")], PASS);
    check(
        "GET",
        "/",
        &[host, ("cookie", "winset-desk-4400=x; COOKIE")],
        PASS,
    );
    check(
        "GET",
        "/",
        &[host, ("cookie", "a=b"), ("cookie", "COOKIE")],
        PASS,
    );
    let click = [
        host,
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    check(
        "GET",
        "/?token=TOKEN",
        &click,
        Judgement::EnterFromElsewhere,
    );
    check("GET", "/?token=TOKEN", &click[..3], FOREIGN);
    check("GET", "/?token=wrong", &click, FOREIGN);
    let framed = [click[0], click[1], click[2], ("sec-fetch-dest", "iframe")];
    check("GET", "/?token=TOKEN", &framed, FOREIGN);
}
