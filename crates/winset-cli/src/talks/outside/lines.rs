//! What a program writes, line by line, read by a thread of its own. A program that writes more than is
//! taken waits.

use std::io::{BufRead as _, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LineRead {
    /// A line, without its end.
    Line(String),
    /// A line that is no UTF-8.
    NoText,
    /// More bytes than a line may have; nothing is read after it.
    TooLong,
}

/// Reads lines of at most so many bytes; so many that nobody has taken are kept.
pub(super) fn lines_of(
    out: impl Read + Send + 'static,
    bytes_max: usize,
    kept: usize,
) -> Receiver<LineRead> {
    let (to, from) = sync_channel(kept);
    thread::spawn(move || read_all(out, bytes_max, &to));
    from
}

fn read_all(out: impl Read, bytes_max: usize, to: &SyncSender<LineRead>) {
    let mut out = BufReader::new(out);
    // A line and its end.
    let most = bytes_max.saturating_add(1) as u64;
    loop {
        let mut bytes = Vec::new();
        match out.by_ref().take(most).read_until(b'\n', &mut bytes) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let is_whole = bytes.pop_if(|last| *last == b'\n').is_some();
        bytes.pop_if(|last| *last == b'\r');
        let is_long = !is_whole && bytes.len() > bytes_max;
        let read = if is_long {
            LineRead::TooLong
        } else {
            String::from_utf8(bytes).map_or(LineRead::NoText, LineRead::Line)
        };
        if to.send(read).is_err() || is_long {
            return;
        }
    }
}

/// Writes lines as they come; so many that are not written yet are kept. Ends, and closes `into`, when nothing
/// more can come, or nobody reads.
pub(super) fn lines_into(into: impl Write + Send + 'static, kept: usize) -> SyncSender<String> {
    let (to, from) = sync_channel::<String>(kept);
    thread::spawn(move || {
        let mut into = into;
        for mut line in from {
            line.push('\n');
            let written = into.write_all(line.as_bytes());
            if written.and_then(|()| into.flush()).is_err() {
                return;
            }
        }
    });
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static [u8], bytes_max: usize) -> Vec<LineRead> {
        lines_of(text, bytes_max, 2).into_iter().collect()
    }

    #[test]
    fn lines_end_where_they_end() {
        let line = |text: &str| LineRead::Line(text.to_owned());
        assert_eq!(read(b"", 4), []);
        assert_eq!(
            read(b"ab\n\r\ncde\r\nabcd\nf", 4),
            [line("ab"), line(""), line("cde"), line("abcd"), line("f")]
        );
        assert_eq!(read(b"a\xFF\nb\n", 4), [LineRead::NoText, line("b")]);
        assert_eq!(read(b"a\nabcde\nb\n", 4), [line("a"), LineRead::TooLong]);
    }
}
