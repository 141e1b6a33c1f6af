//! Several writers at once.

use std::thread;

use winset_journal::{append, load, path_of};

use crate::acts::{CASE, offer, scratch};

#[test]
fn eight_writers_lose_nothing() {
    const WRITERS: usize = 8;
    const ACTS: usize = 50;
    let path = path_of(&scratch("writers").join("talks.yaml"));
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let path = &path;
            scope.spawn(move || {
                for act in 0..ACTS {
                    let once = format!("{writer}-{act}");
                    let appended = append(path, CASE, &offer(&once)).unwrap();
                    assert!(!appended.known && appended.cut == 0);
                }
            });
        }
        // Readers meet whole lines only.
        for _ in 0..20 {
            if let Some(read) = load(&path, CASE).unwrap() {
                assert!(read.fault.is_none() && read.chain.torn == 0);
            }
        }
    });
    let read = load(&path, CASE).unwrap().unwrap();
    assert!(read.fault.is_none());
    let words = read
        .chain
        .entries
        .iter()
        .map(|e| e.act.once.clone().unwrap());
    let mut words: Vec<String> = words.collect();
    // Each writer's acts stand in its order.
    for writer in 0..WRITERS {
        let of = words
            .iter()
            .filter(|w| w.starts_with(&format!("{writer}-")));
        let expected: Vec<String> = (0..ACTS).map(|act| format!("{writer}-{act}")).collect();
        assert!(of.eq(&expected));
    }
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), WRITERS * ACTS);
}
