//! A client that sends what it is told, byte by byte.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use crate::desk::Desk;

/// Longer than anything may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// A connection to the desk.
pub(crate) fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Sends bytes and returns everything that comes until the desk closes the connection.
pub(crate) fn talk(port: u16, bytes: &[u8]) -> String {
    let mut stream = connect(port);
    // Who is refused at once may find the connection closed before all is sent.
    drop(stream.write_all(bytes));
    rest(&mut stream)
}

/// Everything that comes until the desk closes the connection.
pub(crate) fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the desk does not close the connection: {error}"),
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// What comes until `end` has come.
pub(crate) fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut answer = Vec::new();
    let mut part = [0_u8; 4096];
    while !String::from_utf8_lossy(&answer).contains(end) {
        let count = stream.read(&mut part).unwrap();
        assert!(count > 0, "closed before {end:?}");
        answer.extend_from_slice(&part[..count]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// A request with the right host and cookie, after which the connection ends.
pub(crate) fn request(desk: &Desk, method: &str, target: &str, more: &str) -> String {
    let Desk { port, cookie, .. } = desk;
    format!(
        "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\
         Connection: close\r\n{more}\r\n"
    )
}

/// The answer to a GET with the right host and cookie.
pub(crate) fn get(desk: &Desk, target: &str) -> String {
    talk(desk.port, request(desk, "GET", target, "").as_bytes())
}

/// The answer to a form that a page of the desk sends.
pub(crate) fn post(desk: &Desk, target: &str, body: &str) -> String {
    let length = body.len();
    let more = format!(
        "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\n"
    );
    let head = request(desk, "POST", target, &more);
    talk(desk.port, format!("{head}{body}").as_bytes())
}

/// The status of an answer, 0 if there is none.
pub(crate) fn status(answer: &str) -> u16 {
    let status = answer.split(' ').nth(1);
    status.map_or(0, |status| status.parse().unwrap())
}

/// The value of a header of an answer.
pub(crate) fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(": ")?;
        key.eq_ignore_ascii_case(name).then_some(value)
    })
}
