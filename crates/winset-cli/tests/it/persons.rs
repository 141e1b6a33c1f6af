//! Encrypted lists of persons on the command line. Identifiers of all lists here hold the word CANARY: it must
//! stand nowhere but in lists.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Ran, run, run_with, scratch};
use crate::tutorial::follow_page;

const CLAIMED: &str = "id,category,status\nCANARY-1001,sick,held\nCANARY-1002,sick,held\n\
    CANARY-1003,sick,dead\nCANARY-1004,sick,unknown\nCANARY-2001,fit,held\n";
const HELD: &str =
    "ID;Category;Status\nCANARY1001;sick;held\nCANARY1004;sick;held\nCANARY1092;sick;held\n";

/// Files of a test.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    /// With a key, another key, and two plain lists.
    fn new(name: &str) -> Self {
        let desk = Self {
            folder: scratch(name),
        };
        for key in ["mediator.key", "other.key"] {
            let ran = quiet(&["persons", "key", "-o", &desk.at(key)]);
            assert_eq!(ran.code, Some(0), "{ran:?}");
        }
        desk.write("claimed.csv", CLAIMED);
        desk.write("held.csv", HELD);
        desk
    }

    fn at(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.folder.join(name), bytes).unwrap();
        self.at(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).unwrap()
    }

    fn encrypt(&self, list: &str, to: &str) -> Ran {
        let (list, to, key) = (self.at(list), self.at(to), self.at("mediator.key"));
        quiet(&["persons", "encrypt", &list, "-o", &to, "--key", &key])
    }

    fn check(&self, file: &str, key: &str) -> Ran {
        let (file, key) = (self.at(file), self.at(key));
        quiet(&["persons", "check", &file, "--key", &key])
    }

    fn decrypt(&self, file: &str, key: &str, to: &str) -> Ran {
        let (file, key, to) = (self.at(file), self.at(key), self.at(to));
        quiet(&["persons", "decrypt", &file, "--key", &key, "-o", &to])
    }

    /// The exchange of a bridge with two lists, and with more arguments.
    fn exchange(&self, owner: &str, holder: &str, more: &[&str]) -> Ran {
        let claims = json!({"held_by": "hill", "of": "dale", "category": "all", "claimed_by_owner": 0,
            "acknowledged_by_holder": 0, "confirmed_dead": 0, "disputed": 0});
        let case = json!({
            "format": "winset-case/1", "id": "bridge", "title": "Bridge",
            "parties": [{"id": "hill", "name": "Hill"}, {"id": "dale", "name": "Dale"}],
            "points": [{"id": "when", "title": "When", "options": [{"id": "now", "label": "Now"}]}],
            "as_of": "2031-03-14",
            "prisoners": {"claims": [claims], "clearing": {"between": ["hill", "dale"],
                "carriers": [{"id": "boat", "persons_per_day": 5, "days": ["mon"]}],
                "start": "2031-03-17"}},
        });
        let case = self.write("bridge.json", case.to_string());
        let lists = format!("dale@hill={},{}", self.at(owner), self.at(holder));
        quiet(&[&["exchange", &case, "--lists", &lists], more].concat())
    }

    /// The names of files in the folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().display().to_string());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

/// Runs it; nothing that it says names anybody.
fn quiet(args: &[&str]) -> Ran {
    let ran = run(args);
    names_nobody(&format!("{}{}", ran.stdout, ran.stderr));
    ran
}

fn names_nobody(text: &str) {
    let text = text.to_uppercase();
    assert!(!text.contains("CANARY"), "{text}");
}

fn refused(ran: &Ran, parts: &[&str]) {
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{ran:?}");
    for part in parts {
        assert!(ran.told().contains(part), "{part}: {}", ran.told());
    }
}

fn recipient(text: &str) -> String {
    let mut words = text.split_whitespace();
    words
        .find(|word| word.starts_with("age1"))
        .unwrap()
        .to_owned()
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_key_is_for_its_owner_and_never_written_over() {
    let folder = scratch("persons-key");
    let file = folder.join("mediator.key");
    let path = file.display().to_string();
    let ran = run(&["persons", "key", "-o", &path]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let text = fs::read_to_string(&file).unwrap();
    let secret = text.lines().nth(1).unwrap();
    assert!(secret.starts_with("AGE-SECRET-KEY-1"), "{text}");
    assert!(!format!("{ran:?}").contains("AGE-SECRET-KEY"), "{ran:?}");
    assert_eq!(
        text.lines().next().unwrap(),
        format!("# public key: {}", recipient(&ran.stdout))
    );
    #[cfg(unix)]
    assert_eq!(mode(&file), 0o600);
    for args in [
        &["persons", "key", "-o", &path][..],
        &["persons", "key", "-o", "-"],
    ] {
        assert_eq!(run(args).code, Some(2));
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    let again = run(&["persons", "key", "-o", &path]);
    refused(&again, &["something stands there"]);
    let dangling = folder.join("link.key");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.join("nowhere"), &dangling).unwrap();
        let path = dangling.display().to_string();
        refused(
            &run(&["persons", "key", "-o", &path]),
            &["something stands there"],
        );
    }
    let list = folder.join("key.csv").display().to_string();
    refused(
        &run(&["persons", "key", "-o", &list]),
        &["names another kind of file"],
    );
}

#[test]
fn a_list_goes_there_and_back_byte_by_byte() {
    let desk = Desk::new("persons-there-and-back");
    let ran = desk.encrypt("claimed.csv", "claimed.age");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "5 persons, for 1 recipient",
        "still lies there",
        "remove it",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(desk.read("claimed.csv"), CLAIMED.as_bytes());
    names_nobody(&String::from_utf8_lossy(&desk.read("claimed.age")));
    let ran = desk.decrypt("claimed.age", "mediator.key", "again.csv");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(desk.read("again.csv"), CLAIMED.as_bytes());
    #[cfg(unix)]
    for name in ["again.csv", "claimed.age"] {
        assert_eq!(mode(Path::new(&desk.at(name))), 0o600, "{name}");
    }
    let names = [
        "again.csv",
        "claimed.age",
        "claimed.csv",
        "held.csv",
        "mediator.key",
        "other.key",
    ];
    assert_eq!(desk.names(), names);
}

#[test]
fn an_encrypted_list_is_counted_and_nothing_more() {
    let desk = Desk::new("persons-counted");
    desk.encrypt("claimed.csv", "claimed.age");
    let ran = desk.check("claimed.age", "mediator.key");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        told,
        "5 persons in the list. held dead unknown fit 1 0 0 sick 2 1 1"
    );
    let (file, key) = (desk.at("claimed.age"), desk.at("mediator.key"));
    let ran = quiet(&["persons", "check", &file, "--key", &key, "--json"]);
    let found: Value = serde_json::from_str(&ran.stdout).unwrap();
    let expected = json!({"format": "winset-answer/1", "answer": "persons", "categories": [
        {"category": "fit", "held": 1, "dead": 0, "unknown": 0},
        {"category": "sick", "held": 2, "dead": 1, "unknown": 1},
    ]});
    assert_eq!(found, expected);
}

/// As many as a side may well hold.
#[test]
fn twenty_thousand_persons_are_one_list() {
    let desk = Desk::new("persons-many");
    let rows = (1..=20_000).map(|row| format!("CANARY-{row:05},sick,held\n"));
    let list = format!("id,category,status\n{}", rows.collect::<String>());
    desk.write("many.csv", list);
    let ran = desk.encrypt("many.csv", "many.age");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = desk.check("many.age", "mediator.key");
    assert!(ran.stdout.contains("20000"), "{ran:?}");
}

#[test]
fn what_is_no_list_is_not_encrypted() {
    let desk = Desk::new("persons-no-list");
    let check = |list: &[u8], parts: &[&str]| {
        desk.write("wrong.csv", list);
        refused(&desk.encrypt("wrong.csv", "wrong.age"), parts);
        assert!(!Path::new(&desk.at("wrong.age")).exists());
    };
    check(
        b"id,category,status\nCANARY-1,sick,CANARY-2\n,sick,held\nCANARY-3,,held\n",
        &[
            "row 2, column status",
            "row 3, column id",
            "row 4, column cat",
        ],
    );
    check(
        b"CANARY-1,CANARY-2\n",
        &[
            "no column is called `id`",
            "called `category`",
            "called `status`",
        ],
    );
    check(b"", &["wrong.csv"]);
    check(
        b"id,category,status\nCANARY-1,\xff,held\n",
        &["not text in UTF-8"],
    );
    check(
        b"category,id,status\nCANARY-1,x,held\nCANARY-2,x,held\nCANARY-3,x,held\n",
        &["column category"],
    );
    let mut large = CLAIMED.as_bytes().to_vec();
    large.resize(9 << 20, b'\n');
    check(&large, &["too large", "8 MiB"]);
    desk.encrypt("claimed.csv", "claimed.age");
    refused(
        &desk.encrypt("claimed.age", "twice.age"),
        &["encrypted already"],
    );
}

#[test]
fn keys_and_recipients_are_checked_before_anything_is_written() {
    let desk = Desk::new("persons-recipients");
    let (list, to) = (desk.at("claimed.csv"), desk.at("claimed.age"));
    let encrypt =
        |more: &[&str]| quiet(&[&["persons", "encrypt", &list, "-o", &to], more].concat());
    refused(&encrypt(&[]), &["--key or --to"]);
    let secret = String::from_utf8(desk.read("mediator.key")).unwrap();
    let secret = secret.lines().nth(1).unwrap().to_owned();
    let ran = encrypt(&["--to", &secret]);
    refused(&ran, &["--to names no recipient"]);
    assert!(!format!("{ran:?}").contains("AGE-SECRET-KEY-1"), "{ran:?}");
    refused(
        &encrypt(&["--to", "age1qqqq"]),
        &["--to names no recipient"],
    );
    refused(
        &encrypt(&["--key", &desk.at("none.key")]),
        &["failed to read", "none.key"],
    );
    let wrong = desk.write("wrong.key", "\nCANARY-1\n");
    refused(
        &encrypt(&["--key", &wrong]),
        &["line 2", "this line is no key"],
    );
    assert!(!Path::new(&to).exists());
    let other = String::from_utf8(desk.read("other.key")).unwrap();
    let ran = encrypt(&[
        "--key",
        &desk.at("mediator.key"),
        "--to",
        &recipient(&other),
    ]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("for 2 recipients"), "{said}");
    for key in ["mediator.key", "other.key"] {
        assert_eq!(desk.check("claimed.age", key).code, Some(0));
    }
    // It stands there now, and the list and the keys are never written over.
    let key = desk.at("mediator.key");
    refused(&encrypt(&["--key", &key]), &["exists already"]);
    assert_eq!(
        encrypt(&["--key", &key, "--key", &key, "--force"]).code,
        Some(0)
    );
    refused(
        &desk.check("claimed.age", "other.key"),
        &["no given key opens this file"],
    );
    for place in [&key, &list] {
        let args = [
            "persons", "encrypt", &list, "-o", place, "--key", &key, "--force",
        ];
        refused(&quiet(&args), &["the command reads it"]);
    }
    let ran = run_with(
        &[
            "persons", "encrypt", "-", "-o", &to, "--key", &key, "--force",
        ],
        CLAIMED.as_bytes(),
    );
    assert!(
        ran.stdout.contains("5 persons") && !ran.stdout.contains("remove"),
        "{ran:?}"
    );
}

/// Files that are no encrypted list of this key, and what is said of each.
fn wrong_files(desk: &Desk) -> Vec<(String, &'static str)> {
    desk.encrypt("claimed.csv", "claimed.age");
    let whole = desk.read("claimed.age");
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    let mut head = whole.clone();
    head[40] ^= 1;
    let version = String::from_utf8_lossy(&whole).contains("/v1").then(|| {
        let mut bytes = whole.clone();
        bytes[20] = b'7';
        bytes
    });
    let mut huge = whole.clone();
    huge.resize(13 << 20, 0);
    let files: [(&str, &[u8], &str); 9] = [
        ("changed.age", &changed, "was changed or cut off"),
        (
            "cut.age",
            &whole[..whole.len() - 9],
            "was changed or cut off",
        ),
        ("cut-head.age", &whole[..60], "damaged or cut off"),
        (
            "head.age",
            &head,
            "no given key opens this file, or its head was changed",
        ),
        ("version.age", &version.unwrap(), "another version"),
        ("plain.age", CLAIMED.as_bytes(), "no file of the age format"),
        ("empty.age", b"", "no file of the age format"),
        (
            "text.age",
            b"-----BEGIN AGE ENCRYPTED FILE-----\nCANARY\n",
            "damaged or cut off",
        ),
        ("huge.age", &huge, "too large"),
    ];
    let written = files.map(|(name, bytes, told)| {
        desk.write(name, bytes);
        (name.to_owned(), told)
    });
    written.to_vec()
}

#[test]
fn wrong_files_are_refused_and_leave_nothing() {
    let desk = Desk::new("persons-wrong");
    let files = wrong_files(&desk);
    let before = desk.names();
    for (name, told) in &files {
        refused(&desk.check(name, "mediator.key"), &[name, told]);
        refused(
            &desk.decrypt(name, "mediator.key", "out.csv"),
            &[name, told],
        );
        assert_eq!(desk.names(), before, "{name}");
    }
    refused(
        &desk.check("claimed.age", "other.key"),
        &["no given key opens this file"],
    );
    refused(
        &desk.decrypt("claimed.age", "other.key", "out.csv"),
        &["no given key"],
    );
    refused(
        &desk.check("claimed.age", "claimed.age"),
        &["this file is encrypted itself"],
    );
    refused(
        &desk.check("none.age", "mediator.key"),
        &["failed to read", "none.age"],
    );
    // An encrypted file that is no list is decrypted, and not counted.
    let (key, to) = (desk.at("mediator.key"), desk.at("out.csv"));
    let file = desk.at("claimed.age");
    assert_eq!(quiet(&["persons", "check", &file]).code, Some(2));
    let out = ["persons", "decrypt", &file, "--key", &key, "-o", "-"];
    refused(&quiet(&out), &["not standard output"]);
    let place = desk.at("out.xlsx");
    let out = ["persons", "decrypt", &file, "--key", &key, "-o", &place];
    refused(&quiet(&out), &["names another kind of file"]);
    desk.write("out.csv", "mine");
    refused(
        &desk.decrypt("claimed.age", "mediator.key", "out.csv"),
        &["exists already"],
    );
    assert_eq!(desk.read("out.csv"), b"mine");
    let force = [
        "persons", "decrypt", &file, "--key", &key, "-o", &to, "--force",
    ];
    assert_eq!(quiet(&force).code, Some(0));
}

#[test]
fn an_exchange_reads_encrypted_lists_in_memory() {
    let desk = Desk::new("persons-exchange");
    let plain = desk.exchange("claimed.csv", "held.csv", &[]);
    assert_eq!(plain.code, Some(0), "{plain:?}");
    desk.encrypt("claimed.csv", "claimed.age");
    let (list, to) = (desk.at("held.csv"), desk.at("held.age"));
    let key = desk.at("other.key");
    quiet(&["persons", "encrypt", &list, "-o", &to, "--key", &key]);
    let keys = [
        "--persons-key",
        &desk.at("mediator.key"),
        "--persons-key",
        &key,
    ];
    let before = desk.names();
    assert_eq!(desk.exchange("claimed.age", "held.age", &keys), plain);
    // A name says nothing where the contents do; lists may be of both kinds.
    fs::copy(desk.at("claimed.age"), desk.at("claimed.bin")).unwrap();
    assert_eq!(desk.exchange("claimed.bin", "held.csv", &keys), plain);
    fs::remove_file(desk.at("claimed.bin")).unwrap();
    assert_eq!(desk.names(), before);
    for file in ["runs.csv", "runs.ics"] {
        let to = desk.at(file);
        let at = "2031-03-14T08:00:00Z";
        let more = [&keys[..], &["-o", &to, "--at", at, "--json"]].concat();
        let ran = desk.exchange("claimed.age", "held.age", &more);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        names_nobody(&String::from_utf8(desk.read(file)).unwrap());
    }
    let place = desk.at("mediator.key");
    let more = [&keys[..], &["-o", &place, "--force"]].concat();
    refused(
        &desk.exchange("claimed.age", "held.age", &more),
        &["the command reads it"],
    );
}

#[test]
fn an_exchange_refuses_what_no_key_opens() {
    let desk = Desk::new("persons-exchange-wrong");
    let files = wrong_files(&desk);
    let keys = ["--persons-key", &desk.at("mediator.key")];
    for (name, told) in &files {
        refused(&desk.exchange(name, "held.csv", &keys), &[name, told]);
    }
    // Both lists are told of at once.
    let ran = desk.exchange("changed.age", "plain.age", &keys);
    refused(
        &ran,
        &["was changed or cut off", "no file of the age format"],
    );
    let ran = desk.exchange("claimed.age", "claimed.age", &[]);
    refused(&ran, &["this list is encrypted", "--persons-key"]);
    let other = ["--persons-key", &desk.at("other.key")];
    refused(
        &desk.exchange("claimed.age", "held.csv", &other),
        &["no given key opens this file"],
    );
    let wrong = ["--persons-key", &desk.at("held.csv")];
    refused(
        &desk.exchange("claimed.age", "held.csv", &wrong),
        &["line 1", "this line is no key"],
    );
    let mut large = HELD.as_bytes().to_vec();
    large.resize(9 << 20, b'\n');
    desk.write("large.csv", large);
    refused(
        &desk.exchange("claimed.age", "large.csv", &keys),
        &["too large", "8 MiB"],
    );
    desk.write(
        "swapped.csv",
        "category,id,status\nCANARY-1,x,held\nCANARY-2,x,held\nCANARY-3,x,held\n",
    );
    refused(
        &desk.exchange("swapped.csv", "held.csv", &keys),
        &["column category"],
    );
}

#[test]
#[cfg(unix)]
fn a_key_that_others_can_read_is_told_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new("persons-shared-key");
    desk.encrypt("claimed.csv", "claimed.age");
    assert_eq!(desk.check("claimed.age", "mediator.key").stderr, "");
    fs::set_permissions(desk.at("mediator.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let ran = desk.check("claimed.age", "mediator.key");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.told().contains("chmod 600"), "{ran:?}");
}

#[test]
fn pages_of_help() {
    for command in ["", "key", "encrypt", "decrypt", "check"] {
        let words = ["persons", command, "--help"];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let name = format!(
            "help-persons{}{command}",
            if command.is_empty() { "" } else { "-" }
        );
        insta::assert_snapshot!(name, run(&words).transcript());
    }
    insta::assert_snapshot!("help-exchange", run(&["exchange", "--help"]).transcript());
}

#[test]
fn the_how_to_can_be_followed() {
    follow_page("exchange-of-prisoners", &scratch("how-to-exchange"), 10);
}
