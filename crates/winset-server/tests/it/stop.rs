//! The end of a desk.

use std::io::Write;
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use tokio::time::Instant;
use winset_server::http::Limits;

use crate::desk::Desk;
use crate::http::{connect, get, read_until, request, rest, status};

#[test]
fn open_requests_finish_streams_end_and_slow_clients_go() {
    let mut desk = Desk::start(Limits::default());
    let mut stream = connect(desk.port);
    stream
        .write_all(request(&desk, "GET", "/events", "").as_bytes())
        .unwrap();
    read_until(&mut stream, "event 2");
    let mut slow_client = connect(desk.port);
    slow_client.write_all(b"GET / HT").unwrap();
    let mut open = connect(desk.port);
    open.write_all(request(&desk, "GET", "/slow", "").as_bytes())
        .unwrap();
    let mut hangs = connect(desk.port);
    hangs
        .write_all(request(&desk, "GET", "/hang", "").as_bytes())
        .unwrap();
    std::thread::sleep(Duration::from_millis(200));

    let start = Instant::now();
    desk.stop();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert!(rest(&mut open).ends_with("slow"));
    // The last chunk: the stream has ended, it was not cut off.
    assert!(rest(&mut stream).ends_with("\r\n0\r\n\r\n"));
    assert_eq!(rest(&mut slow_client), "");
    assert_eq!(rest(&mut hangs), "");
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, desk.port)).is_err());
}

#[test]
fn a_desk_that_nobody_asks_anything_stops_at_once() {
    let mut desk = Desk::start(Limits::default());
    assert_eq!(status(&get(&desk, "/")), 200);
    let mut kept = connect(desk.port);
    let ask = request(&desk, "GET", "/", "").replace("Connection: close\r\n", "");
    kept.write_all(ask.as_bytes()).unwrap();
    read_until(&mut kept, "figures");
    let mut stream = connect(desk.port);
    stream
        .write_all(request(&desk, "GET", "/events", "").as_bytes())
        .unwrap();
    read_until(&mut stream, "event 0");
    let start = Instant::now();
    drop(stream);
    drop(kept);
    desk.stop();
    assert!(start.elapsed() < Duration::from_millis(1500));
}
