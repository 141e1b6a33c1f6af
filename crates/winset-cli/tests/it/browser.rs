//! A desk as a process of its own, and a client that brought its token.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::run::command;

/// A desk on the case, as a browser that brought the token has it.
pub(crate) struct Desk {
    child: Child,
    address: String,
    cookie: String,
}

impl Desk {
    /// Opens a desk on a case file, for the mediator.
    pub(crate) fn open(case: &Path) -> Self {
        let name = case.file_name().unwrap().to_str().unwrap();
        let mut asked = command(&["desk", name]);
        asked.current_dir(case.parent().unwrap());
        Self::run(&mut asked)
    }

    /// The desk that a command opens.
    pub(crate) fn run(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let url = loop {
            let mut line = String::new();
            assert!(
                said.read_line(&mut line).unwrap() > 0,
                "no address was said"
            );
            if let Some(at) = line.find("http://") {
                break line[at + 7..].trim().to_owned();
            }
        };
        // What it says later must find a reader.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let (address, path) = url.split_once('/').unwrap();
        let mut desk = Self {
            child,
            address: address.to_owned(),
            cookie: String::new(),
        };
        let entered = desk.ask(&format!("GET /{path}"), "");
        let set = "set-cookie: ";
        let at = entered.to_ascii_lowercase().find(set).unwrap() + set.len();
        let cookie = entered[at..].split(';').next().unwrap();
        cookie.clone_into(&mut desk.cookie);
        desk
    }

    /// The answer to a request, head and body.
    pub(crate) fn ask(&self, what: &str, body: &str) -> String {
        self.ask_as(what, "application/x-www-form-urlencoded", body.as_bytes())
    }

    /// The same with a body of another kind.
    pub(crate) fn ask_as(&self, what: &str, kind: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let Self {
            address, cookie, ..
        } = self;
        let length = body.len();
        write!(
            stream,
            "{what} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\n\
             Content-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        // Who is refused may not be heard to the end.
        drop(stream.write_all(body));
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
