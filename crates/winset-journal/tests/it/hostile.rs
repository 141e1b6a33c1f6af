//! Bytes that nobody should have written: faults, never panics.

use winset_gen::rng::Rng;
use winset_journal::{beginning, read};
use winset_model::document::sha256_hex;

use crate::acts::{CASE, journal, kept, scratch};

/// A line with this text before its hash, as a forger who knows the form makes it.
fn forged(body: &str) -> String {
    let hash = sha256_hex(&format!("{body}}}"));
    format!("{body},\"hash\":\"{hash}\"}}\n")
}

fn check(bytes: &[u8]) -> Option<String> {
    let (chain, fault) = read(bytes, CASE);
    assert_eq!(chain.entries.len(), chain.hashes.len());
    fault.map(|fault| fault.what)
}

#[test]
fn random_bytes_are_no_journal() {
    let mut rng = Rng::new(7);
    for _ in 0..3_000 {
        let length = rng.below(400);
        let mut bytes: Vec<u8> = (0..length).map(|_| (rng.bits() & 0xff) as u8).collect();
        bytes.push(b'\n');
        assert!(check(&bytes).is_some());
    }
    assert_eq!(check(b""), None);
    assert!(check(b"\n").is_some());
}

#[test]
fn forms_that_no_writer_writes_are_refused() {
    let before = beginning(CASE);
    let line = |act: &str| {
        format!(
            "{{\"journal\":\"winset-journal/1\",\"n\":1,\"before\":\"{before}\",\
             \"at\":\"2031-03-14T09:30:00Z\",\"by\":\"north\",\"visibility\":\"public\",\"act\":{act}"
        )
    };
    let good = r#"{"offer":{"package":{"a":"x","b":"y"}}}"#;
    assert_eq!(check(forged(&line(good)).as_bytes()), None);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for act in [
        // A key twice, keys in another order, spaces, another way to write a character.
        r#"{"offer":{"package":{"a":"x","a":"x","b":"y"}}}"#,
        r#"{"offer":{"package":{"b":"y","a":"x"}}}"#,
        r#"{"offer":{"package":{"a":"x", "b":"y"}}}"#,
        r#"{"offer":{"package":{"a":"\u0078","b":"y"}}}"#,
        r#"{"offer":{"package":{"a":"x","b":"y"},"note":null}}"#,
        r#"{"offer":{"package":{"a":"x","b":"y"},"remark":"z"}}"#,
        r#"{"offer":{"date":"2031-02-30","package":{"a":"x"}}}"#,
        r#"{"offer":{"package":{"a":1e999999}}}"#,
        r#"{"offer":{"package":{"a":["x"]}}}"#,
        r#"{"vote":{}}"#,
        r#"{"clause":{"id":"c","place":"nowhere","title":"T","text":null}}"#,
        "1e400",
        "null",
        deep.as_str(),
    ] {
        assert!(check(forged(&line(act)).as_bytes()).is_some(), "{act:.60}");
    }
    for (from, to) in [
        ("\"n\":1", "\"n\":2"),
        ("\"n\":1", "\"n\":1.0"),
        ("\"n\":1", "\"n\":-1"),
        ("\"n\":1", "\"n\":99999999999999999999999999"),
        ("journal/1", "journal/2"),
        ("09:30:00Z", "25:30:00Z"),
        ("\"north\"", "\"party:north\""),
        ("\"public\"", "\"everybody\""),
        ("\"by\"", "\"hash\":\"\",\"by\""),
    ] {
        let text = line(good);
        assert!(text.contains(from));
        let text = text.replacen(from, to, 1);
        assert!(check(forged(&text).as_bytes()).is_some(), "{to}");
    }
}

#[test]
fn ends_of_lines_are_line_feeds_and_text_is_utf_8() {
    let (path, _) = journal(&scratch("hostile"), 3, 11);
    let (bytes, _) = kept(&path);
    assert_eq!(check(&bytes), None);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(check(text.replace('\n', "\r\n").as_bytes()).is_some());
    assert!(check(text.replace('\n', "\n\n").as_bytes()).is_some());
    assert!(check(format!("\u{feff}{text}").as_bytes()).is_some());
    let mut invalid = bytes;
    invalid[60] = 0xff;
    assert_eq!(check(&invalid).as_deref(), Some("the line is not UTF-8"));
}
