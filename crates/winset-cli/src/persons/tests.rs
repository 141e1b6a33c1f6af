//! Encrypted lists: what opens them, what does not, and what is said of either.

use age::x25519::Identity;

use super::cipher::{NotDecrypted, decrypted, encrypted, is_encrypted};
use super::keys::{keys_in, new_key, recipients};
use super::list::list_of;

const LIST: &[u8] =
    b"id,category,status\nCANARY-1001,sick,held\nCANARY-1002,sick,dead\nCANARY-2001,fit,held\n";
/// What another program made of that list, and its key: see `source.md` beside them.
const OTHER_KEY: &[u8] = include_bytes!("../../tests/persons/age.key");
const OTHER: &[u8] = include_bytes!("../../tests/persons/age.age");
const OTHER_TEXT: &[u8] = include_bytes!("../../tests/persons/age-text.age");
const OTHER_TWO: &[u8] = include_bytes!("../../tests/persons/age-two.age");

fn new_keys() -> Vec<Identity> {
    keys_in(new_key().1.as_bytes()).unwrap()
}

/// A list, encrypted for a key.
fn sealed(list: &[u8]) -> (Vec<Identity>, Vec<u8>) {
    let keys = new_keys();
    let made = encrypted(list, &[keys[0].to_public()]).unwrap();
    (keys, made)
}

#[test]
fn lists_come_back_byte_by_byte_with_their_key_alone() {
    // The format encrypts in parts of 64 KiB: less than one, one, and one with some more.
    for size in [0, 1, 1 << 16, (1 << 16) + 1, 200_000] {
        let list: Vec<u8> = (0..size)
            .map(|at| u8::try_from(at % 251).unwrap())
            .collect();
        let (keys, made) = sealed(&list);
        assert_eq!(decrypted(&made, &keys), Ok(list), "{size}");
        assert_eq!(decrypted(&made, &new_keys()), Err(NotDecrypted::NoKey));
        assert_eq!(decrypted(&made, &[]), Err(NotDecrypted::NoKey));
    }
    // What is encrypted twice is not the same twice.
    let keys = new_keys();
    let to = [keys[0].to_public()];
    assert_ne!(encrypted(LIST, &to).unwrap(), encrypted(LIST, &to).unwrap());
}

#[test]
fn each_of_several_keys_opens_a_list() {
    let [one, other, stranger] = [new_keys(), new_keys(), new_keys()];
    let to = [&one, &other].map(|keys| keys[0].to_public());
    let made = encrypted(LIST, &to).unwrap();
    for keys in [&one, &other] {
        assert_eq!(decrypted(&made, keys).unwrap(), LIST);
    }
    assert_eq!(decrypted(&made, &stranger), Err(NotDecrypted::NoKey));
    let together = [stranger, other].concat();
    assert_eq!(decrypted(&made, &together).unwrap(), LIST);
    assert!(encrypted(LIST, &[]).is_err());
}

#[test]
fn an_encrypted_list_names_nobody() {
    let (_, made) = sealed(LIST);
    for part in ["CANARY", "1001", "sick", "held", "category"] {
        let found = made.windows(part.len()).any(|at| at == part.as_bytes());
        assert!(!found, "{part}");
    }
}

#[test]
fn what_was_changed_or_cut_off_is_refused() {
    let (keys, made) = sealed(LIST);
    let mut refused = 0;
    for at in 0..made.len() {
        for change in [1, 2, 0x20, 0x80, 0xff] {
            let mut changed = made.clone();
            changed[at] ^= change;
            match decrypted(&changed, &keys) {
                Ok(plain) => assert_eq!(plain, LIST, "byte {at}"),
                Err(_) => refused += 1,
            }
        }
        assert!(decrypted(&made[..at], &keys).is_err(), "up to byte {at}");
    }
    assert_eq!(refused, 5 * made.len());
    for more in [&b"\n"[..], b"x", &made] {
        let longer = [&made, more].concat();
        assert_eq!(decrypted(&longer, &keys), Err(NotDecrypted::Changed));
    }
}

#[test]
fn text_that_was_changed_is_refused_or_means_the_same() {
    let keys = keys_in(OTHER_KEY).unwrap();
    let mut refused = 0;
    for at in 0..OTHER_TEXT.len() {
        let mut changed = OTHER_TEXT.to_vec();
        changed[at] ^= 1;
        let mut without = OTHER_TEXT.to_vec();
        without.remove(at);
        for bytes in [changed, without, OTHER_TEXT[..at].to_vec()] {
            match decrypted(&bytes, &keys) {
                Ok(plain) => assert_eq!(plain, LIST, "byte {at}"),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused >= 3 * OTHER_TEXT.len() - 8, "{refused}");
}

#[test]
fn lists_of_another_program_are_read() {
    let keys = keys_in(OTHER_KEY).unwrap();
    for (name, bytes) in [("one", OTHER), ("text", OTHER_TEXT), ("two", OTHER_TWO)] {
        assert_eq!(decrypted(bytes, &keys).unwrap(), LIST, "{name}");
        assert_eq!(decrypted(bytes, &new_keys()), Err(NotDecrypted::NoKey));
    }
    let windows = String::from_utf8(OTHER_TEXT.to_vec())
        .unwrap()
        .replace('\n', "\r\n");
    assert_eq!(decrypted(windows.as_bytes(), &keys).unwrap(), LIST);
}

#[test]
fn what_is_no_encrypted_list_is_said() {
    let keys = new_keys();
    let check = |bytes: &[u8], expected| assert_eq!(decrypted(bytes, &keys), Err(expected));
    check(b"", NotDecrypted::OtherFormat);
    check(LIST, NotDecrypted::OtherFormat);
    let mut version = OTHER.to_vec();
    version[20] = b'7';
    check(&version, NotDecrypted::OtherVersion);
    check(b"age-encryption.org/v1\n", NotDecrypted::Head);
    check(b"-----BEGIN AGE ENCRYPTED FILE-----\n", NotDecrypted::Head);
    check(
        b"-----BEGIN AGE ENCRYPTED FILE-----\n????\n",
        NotDecrypted::Head,
    );
    // Made by the format's rules for a passphrase; its salt and body are of no meaning.
    let passphrase = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n\
        --- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n0123456789abcdef0123456789abcdef";
    check(passphrase, NotDecrypted::Passphrase);
    assert!(is_encrypted(b"\n \n-----BEGIN AGE ENCRYPTED FILE-----"));
}

#[test]
fn keys_are_read_and_never_repeated() {
    let (recipient, text) = new_key();
    let read = keys_in(text.replace('\n', "\r\n").as_bytes()).unwrap();
    assert_eq!(read[0].to_public().to_string(), recipient.to_string());
    assert_eq!(
        keys_in([OTHER_KEY, text.as_bytes()].concat().as_slice())
            .unwrap()
            .len(),
        2
    );
    let key = text.lines().nth(1).unwrap();
    let check = |text: &str, place: &str, message: &str| {
        let found = keys_in(text.as_bytes()).err().unwrap();
        assert_eq!(
            (found[0].place.as_str(), found[0].message.as_str()),
            (place, message)
        );
        let told = format!("{found:?}");
        assert!(
            !told.contains(&key[20..]) && !told.contains("CANARY"),
            "{told}"
        );
    };
    check("", "", "it holds no key");
    check("# public key: age1\n", "", "it holds no key");
    check(
        "# 1\nCANARY-1001,sick,held\n",
        "line 2",
        "this line is no key",
    );
    check(&key[..40], "line 1", "this line is no key");
    let recipient = recipient.to_string();
    check(
        &recipient,
        "line 1",
        "this is a recipient, which encrypts and opens nothing",
    );
    let kind = "this is a key of a kind that is not read here";
    check("AGE-SECRET-KEY-PQ-1QQQ", "line 1", kind);
    check("AGE-PLUGIN-CARD-1QQQ", "line 1", kind);
    check(
        std::str::from_utf8(OTHER_TEXT).unwrap(),
        "",
        "this file is encrypted itself",
    );
    check(
        &"x".repeat(70_000),
        "",
        "this is too large for a file of keys",
    );
    assert!(recipients(&[recipient.clone(), format!(" {recipient}\n")]).is_ok());
    let refused = recipients(&[recipient, key.to_owned()])
        .unwrap_err()
        .to_string();
    assert!(!refused.contains(&key[20..]), "{refused}");
}

#[test]
fn what_stands_in_the_place_of_categories_is_not_told() {
    let check = |list: &str, expected: &str| {
        let found = list_of(list.as_bytes()).unwrap_err();
        assert_eq!(found.last().unwrap().message, expected);
        assert!(!format!("{found:?}").contains("CANARY"), "{found:?}");
    };
    let swapped = "category,id,status\nCANARY-1,sick,held\nCANARY-2,sick,held\nCANARY-3,fit,held\n";
    check(swapped, "more categories than persons stand there");
    let same = "id,category,status\nCANARY-1,sick,held\nCANARY-2,canary 2,held\n";
    check(same, "an identifier stands there");
    let rows = (0..61).map(|row| format!("{row},CANARY-{row},held\n"));
    let many = format!("id,category,status\n{}", rows.collect::<String>());
    check(&many, "more than 60 categories stand there");
}

#[test]
fn columns_beside_those_that_are_needed_are_counted() {
    let list = "Name,Status,ID,Born,category,\nx,held,CANARY-1,2001,sick,\n";
    let list = list_of(list.as_bytes()).unwrap();
    assert_eq!((list.entries.len(), list.further_columns), (1, 2));
    assert_eq!(list_of(LIST).unwrap().further_columns, 0);
}
