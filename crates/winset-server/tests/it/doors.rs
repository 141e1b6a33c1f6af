//! Who gets in, by which way, and what those read who do not.

use winset_server::http::Limits;

use crate::desk::{Desk, SECRET};
use crate::http::{get, header, post, request, status, talk};

#[test]
fn the_printed_url_opens_the_desk() {
    let desk = Desk::start(Limits::default());
    let port = desk.port;
    let open = |more: &str| {
        let opening = desk.opening();
        let head = format!("GET {opening} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}\r\n");
        talk(port, head.as_bytes())
    };
    let cookie = format!("{}; HttpOnly; SameSite=Strict; Path=/", desk.cookie);

    let answer = open("Sec-Fetch-Site: none\r\nConnection: close\r\n");
    assert_eq!(status(&answer), 303);
    assert_eq!(header(&answer, "location"), Some("/"));
    assert_eq!(header(&answer, "set-cookie"), Some(cookie.as_str()));
    assert!(!answer.contains(SECRET));

    let answer = open(
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n\
         Connection: close\r\n",
    );
    assert_eq!(status(&answer), 200);
    assert_eq!(header(&answer, "refresh"), Some("0; url=/"));
    assert_eq!(header(&answer, "set-cookie"), Some(cookie.as_str()));
    assert!(!answer.contains(SECRET));

    assert!(get(&desk, "/").ends_with(SECRET));
    assert!(post(&desk, "/echo", "text=a+b").ends_with("\r\n\r\na b"));
    assert!(get(&desk, "/sum?a=4294967295&b=1").ends_with("\r\n\r\n4294967296"));
}

#[test]
fn nobody_else_gets_in_or_learns_anything() {
    let desk = Desk::start(Limits::default());
    let port = desk.port;
    let cookie = &desk.cookie;
    let other = Desk::start(Limits::default());
    let refused = |head: &str, expected: u16| {
        let answer = talk(port, format!("{head}\r\n\r\n").as_bytes());
        assert_eq!(status(&answer), expected, "{head}\n{answer}");
        assert!(
            !answer.contains(SECRET) && !answer.contains(desk.cookie.split_once('=').unwrap().1)
        );
        assert_eq!(header(&answer, "connection"), Some("close"), "{head}");
    };
    let host = format!("Host: 127.0.0.1:{port}");
    refused(&format!("GET / HTTP/1.1\r\n{host}"), 403);
    refused(&format!("GET /?token=0 HTTP/1.1\r\n{host}"), 403);
    refused(&format!("GET /nowhere HTTP/1.1\r\n{host}"), 403);
    refused(
        &format!("GET / HTTP/1.1\r\n{host}\r\nCookie: {}", other.cookie),
        403,
    );
    let with_cookie = |line: &str, host: &str| format!("{line}\r\n{host}\r\nCookie: {cookie}");
    refused(&with_cookie("GET / HTTP/1.1", "Host: evil.example"), 421);
    refused(
        &with_cookie("GET / HTTP/1.1", &format!("Host: evil.example:{port}")),
        421,
    );
    refused(&with_cookie("GET / HTTP/1.1", "X: y"), 421);
    refused(&with_cookie("GET / HTTP/1.0", "X: y"), 421);
    refused(
        &with_cookie("GET http://evil.example/ HTTP/1.1", &host),
        421,
    );
    refused(
        &with_cookie(&format!("GET http://127.0.0.1:{port}/ HTTP/1.1"), &host),
        421,
    );
    refused(
        &with_cookie(&format!("CONNECT 127.0.0.1:{port} HTTP/1.1"), &host),
        421,
    );
    for foreign in [
        "Origin: http://evil.example",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ] {
        let and = format!("{host}\r\n{foreign}");
        refused(&with_cookie("GET / HTTP/1.1", &and), 403);
        refused(&with_cookie("POST /echo HTTP/1.1", &and), 403);
    }
    refused(&with_cookie("POST /echo HTTP/1.1", &host), 403);
    refused(&with_cookie("PUT / HTTP/1.1", &host), 403);
    refused(&with_cookie("OPTIONS * HTTP/1.1", &host), 403);
}

#[test]
fn input_that_cannot_be_read_is_a_page_of_400() {
    let desk = Desk::start(Limits::default());
    let check = |answer: &str| {
        assert_eq!(status(answer), 400, "{answer}");
        assert!(answer.contains("<!doctype html>"));
        assert!(!answer.contains("private-word"));
    };
    check(&get(&desk, "/sum?a=private-word&b=1"));
    check(&get(&desk, "/sum?a=1&b=4294967296"));
    check(&get(&desk, "/number/256"));
    check(&get(&desk, "/number/%ff"));
    check(&post(&desk, "/echo", "private-word"));
    check(&post(&desk, "/echo", "text=a&text=private-word"));
    let unsaid = request(&desk, "POST", "/echo", "Sec-Fetch-Site: same-origin\r\n");
    check(&talk(desk.port, unsaid.as_bytes()));
}

#[test]
fn an_older_client_and_several_requests_at_once_are_answered() {
    let desk = Desk::start(Limits::default());
    let (port, cookie) = (desk.port, &desk.cookie);
    let older = format!("GET / HTTP/1.0\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\n\r\n");
    assert!(talk(port, older.as_bytes()).ends_with(SECRET));

    let one = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\n\r\n");
    let last = request(&desk, "GET", "/sum?a=1&b=2", "");
    let answers = talk(port, format!("{}{last}", one.repeat(50)).as_bytes());
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 51);
    assert_eq!(answers.matches(SECRET).count(), 50);
    assert!(answers.ends_with("\r\n\r\n3"));

    let refused = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    let answers = talk(port, refused.repeat(3).as_bytes());
    assert_eq!(answers.matches("HTTP/1.1").count(), 1);
}
