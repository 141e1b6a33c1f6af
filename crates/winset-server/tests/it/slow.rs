//! Clients that keep the desk waiting.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use tokio::time::Instant;
use winset_server::http::Limits;

use crate::desk::{Desk, SECRET};
use crate::http::{connect, get, read_until, request, rest, status};

const SECOND: Duration = Duration::from_secs(1);

/// Whether the desk has closed the connection, within `patience`.
fn is_closed(stream: &mut TcpStream, patience: Duration) -> bool {
    stream.set_read_timeout(Some(patience)).unwrap();
    match stream.read(&mut [0_u8; 512]) {
        Ok(count) => count == 0,
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

#[test]
fn heads_that_come_byte_by_byte_end_while_others_are_served() {
    let desk = Desk::start(Limits {
        head_time: 2 * SECOND,
        ..Limits::default()
    });
    let start = Instant::now();
    let mut crowd: Vec<TcpStream> = (0..500).map(|_| connect(desk.port)).collect();
    let mut second = 0;
    for byte in b"GET / HTTP" {
        if start.elapsed() > 3 * SECOND {
            break;
        }
        for stream in &mut crowd {
            // Those that are dropped already fail.
            drop(stream.write_all(&[*byte]));
        }
        let asked = Instant::now();
        assert!(get(&desk, "/").ends_with(SECRET));
        assert!(asked.elapsed() < SECOND, "an honest client waited");
        second += 1;
        std::thread::sleep((start + second * SECOND).duration_since(Instant::now()));
    }
    for stream in &mut crowd {
        assert!(is_closed(stream, Duration::from_millis(1)));
    }
}

#[test]
fn more_connections_than_the_limit_push_out_the_oldest_that_asked_nothing() {
    let desk = Desk::start(Limits {
        connections_max: 20,
        ..Limits::default()
    });
    let mut kept = connect(desk.port);
    let ask = request(&desk, "GET", "/", "").replace("Connection: close\r\n", "");
    kept.write_all(ask.as_bytes()).unwrap();
    read_until(&mut kept, SECRET);
    let mut busy = connect(desk.port);
    busy.write_all(request(&desk, "GET", "/slow", "").as_bytes())
        .unwrap();

    let mut crowd: Vec<TcpStream> = (0..100).map(|_| connect(desk.port)).collect();
    assert!(get(&desk, "/").ends_with(SECRET));
    assert!(is_closed(&mut crowd[0], SECOND));
    assert!(!is_closed(&mut crowd[99], Duration::from_millis(50)));
    kept.write_all(ask.as_bytes()).unwrap();
    read_until(&mut kept, SECRET);
    assert!(rest(&mut busy).ends_with("slow"));
}

#[test]
fn a_connection_that_asks_no_more_ends() {
    let desk = Desk::start(Limits {
        head_time: Duration::from_millis(300),
        ..Limits::default()
    });
    let mut stream = connect(desk.port);
    let ask = request(&desk, "GET", "/", "").replace("Connection: close\r\n", "");
    stream.write_all(ask.as_bytes()).unwrap();
    let start = Instant::now();
    let answer = rest(&mut stream);
    assert_eq!(status(&answer), 200);
    assert!(start.elapsed() < 2 * SECOND);
}
