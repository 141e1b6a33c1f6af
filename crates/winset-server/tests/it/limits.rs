//! Too much, and faults of pages.

use std::io::{Read, Write};
use std::time::Duration;

use tokio::time::Instant;
use winset_server::http::Limits;

use crate::desk::{Desk, LARGE, SECRET};
use crate::http::{connect, get, header, request, rest, status, talk};

const OURS: &str = "Sec-Fetch-Site: same-origin\r\n";
const MIB: usize = 1024 * 1024;

#[test]
fn a_body_that_says_it_is_too_long_is_refused_at_once() {
    let desk = Desk::start(Limits::default());
    for length in ["1073741824", "1048577", "9223372036854775807"] {
        let start = Instant::now();
        let head = request(
            &desk,
            "POST",
            "/bytes",
            &format!("{OURS}Content-Length: {length}\r\n"),
        );
        let mut stream = connect(desk.port);
        stream.write_all(head.as_bytes()).unwrap();
        let answer = rest(&mut stream);
        assert_eq!(status(&answer), 413, "{answer}");
        assert_eq!(header(&answer, "connection"), Some("close"));
        assert!(start.elapsed() < Duration::from_secs(2));
    }
}

#[test]
fn whoever_sends_on_still_reads_the_refusal() {
    let desk = Desk::start(Limits::default());
    let length = 3 * MIB;
    let head = request(
        &desk,
        "POST",
        "/bytes",
        &format!("{OURS}Content-Length: {length}\r\n"),
    );
    let mut stream = connect(desk.port);
    stream.write_all(head.as_bytes()).unwrap();
    for _ in 0..6 {
        std::thread::sleep(Duration::from_millis(50));
        stream.write_all(&vec![b'x'; length / 6]).unwrap();
    }
    assert_eq!(status(&rest(&mut stream)), 413);
}

#[test]
fn a_body_as_long_as_the_limit_is_taken_in_either_form() {
    let desk = Desk::start(Limits::default());
    let body = "x".repeat(MIB);
    let head = request(
        &desk,
        "POST",
        "/bytes",
        &format!("{OURS}Content-Length: {MIB}\r\n"),
    );
    let answer = talk(desk.port, format!("{head}{body}").as_bytes());
    assert!(answer.ends_with("\r\n\r\n1048576"), "{answer}");
    let head = request(
        &desk,
        "POST",
        "/bytes",
        &format!("{OURS}Transfer-Encoding: chunked\r\n"),
    );
    let chunked = format!("{head}{MIB:x}\r\n{body}\r\n0\r\n\r\n");
    let answer = talk(desk.port, chunked.as_bytes());
    assert!(answer.ends_with("\r\n\r\n1048576"), "{answer}");
}

#[test]
fn a_body_of_one_byte_more_is_refused_in_either_form() {
    let desk = Desk::start(Limits::default());
    let body = "x".repeat(MIB + 1);
    let chunked = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    let plain = format!("Content-Length: {}", body.len());
    for (header, body) in [
        (plain.as_str(), &body),
        ("Transfer-Encoding: chunked", &chunked),
    ] {
        let head = request(&desk, "POST", "/bytes", &format!("{OURS}{header}\r\n"));
        let answer = talk(desk.port, format!("{head}{body}").as_bytes());
        assert_eq!(status(&answer), 413, "{header}");
    }
}

#[test]
fn a_body_without_end_is_cut_off_at_the_limit() {
    let desk = Desk::start(Limits::default());
    let head = request(
        &desk,
        "POST",
        "/bytes",
        &format!("{OURS}Transfer-Encoding: chunked\r\n"),
    );
    let mut stream = connect(desk.port);
    stream.write_all(head.as_bytes()).unwrap();
    let mut reader = stream.try_clone().unwrap();
    let reader = std::thread::spawn(move || rest(&mut reader));
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x1_0000));
    let mut sent = 0;
    while sent < 64 * MIB && stream.write_all(chunk.as_bytes()).is_ok() {
        sent += chunk.len();
    }
    assert!(sent < 64 * MIB, "the desk reads on and on");
    assert_eq!(status(&reader.join().unwrap()), 413);
    assert!(get(&desk, "/").ends_with(SECRET));
}

#[test]
fn pages_that_take_too_long_are_given_up() {
    let desk = Desk::start(Limits {
        answer_time: Duration::from_millis(300),
        ..Limits::default()
    });
    assert_eq!(status(&get(&desk, "/hang")), 408);
    // A body that never comes is the same.
    let head = request(
        &desk,
        "POST",
        "/bytes",
        &format!("{OURS}Content-Length: 10\r\n"),
    );
    assert_eq!(status(&talk(desk.port, head.as_bytes())), 408);
    assert!(get(&desk, "/").ends_with(SECRET));
}

#[test]
fn whoever_does_not_read_the_answer_is_dropped() {
    let desk = Desk::start(Limits {
        write_time: Duration::from_millis(500),
        ..Limits::default()
    });
    assert!(get(&desk, "/large").len() > LARGE);
    let mut stream = connect(desk.port);
    let head = request(&desk, "GET", "/large", "");
    stream.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    let mut got = Vec::new();
    let ended = stream.read_to_end(&mut got);
    assert!(ended.is_err() || got.len() < LARGE);
}

#[test]
fn a_page_that_panics_is_a_500_without_a_word_of_why() {
    let desk = Desk::start(Limits::default());
    for _ in 0..3 {
        let answer = get(&desk, "/panic");
        assert_eq!(status(&answer), 500);
        assert!(!answer.contains(SECRET));
        assert!(!get(&desk, "/panic-in-body").contains(SECRET));
    }
    assert!(get(&desk, "/").ends_with(SECRET));
}
