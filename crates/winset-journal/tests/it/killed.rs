//! Writers that are killed at any moment.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use winset_gen::rng::Rng;
use winset_journal::{append, load, path_of, verify};

use crate::acts::{CASE, offer, scratch};

const KILLS: usize = 500;
/// What tells the writer its journal, and the number of the first act to write.
const JOURNAL: &str = "WINSET_TEST_JOURNAL";
const FROM: &str = "WINSET_TEST_FROM";
const WRITTEN: &str = "written ";

/// No test of its own: the process that is killed. It writes one act after the other, and says which
/// are written.
#[test]
#[ignore = "the process that another test starts and kills"]
fn writer() {
    let Some(path) = std::env::var_os(JOURNAL).map(PathBuf::from) else {
        return;
    };
    let from = std::env::var_os(FROM).unwrap();
    let from: usize = from.to_str().unwrap().parse().unwrap();
    let mut out = std::io::stdout().lock();
    for act in from.. {
        append(&path, CASE, &offer(&act.to_string())).unwrap();
        writeln!(out, "\n{WRITTEN}{act}").unwrap();
        out.flush().unwrap();
    }
}

/// Starts the writer at an act, kills it after a time, and returns the first act that it did not
/// say is written.
fn killed(path: &PathBuf, from: usize, after: Duration) -> usize {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "killed::writer",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(JOURNAL, path)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(after);
    writer.kill().unwrap();
    let mut said = String::new();
    writer
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    writer.wait().unwrap();
    // A number counts once its line has an end.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    let mut acts = whole.lines().filter_map(|line| line.strip_prefix(WRITTEN));
    acts.next_back()
        .map_or(from, |act| act.parse::<usize>().unwrap() + 1)
}

#[test]
fn five_hundred_kills_lose_nothing_and_double_nothing() {
    let path = path_of(&scratch("killed").join("talks.yaml"));
    let mut rng = Rng::new(1);
    let mut next = 0;
    let (mut between, mut there) = (0, 0);
    for _ in 0..KILLS {
        let after = Duration::from_micros(2_000 + 250 * rng.below(160) as u64);
        next = killed(&path, next, after);
        let Some(read) = load(&path, CASE).unwrap() else {
            continue;
        };
        assert_eq!(read.fault, None);
        // At most one act is written that was not said to be.
        assert!((next..=next + 1).contains(&read.chain.entries.len()));
        let now = read.chain.entries.len();
        between += usize::from(now > next && now > there || read.chain.torn > 0);
        there = now;
    }
    append(&path, CASE, &offer("last")).unwrap();
    let chain = verify(&std::fs::read(&path).unwrap(), CASE, None).unwrap();
    let words = chain.entries.iter().map(|e| e.act.once.clone().unwrap());
    let words: Vec<String> = words.collect();
    let written = words.len() - 1;
    assert!(written == next || written == next + 1);
    let expected = (0..written).map(|act| act.to_string());
    assert!(words[..written].iter().cloned().eq(expected));
    println!("{KILLS} kills, {written} acts, {between} kills between a write and its word");
}
