//! The commands: what is read, written and told.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use age::x25519::Recipient;
use winset::form;
use winset::plan::lists::list_counts;
use winset::told::words::counted;

use super::cipher::{encrypted, is_encrypted};
use super::finding::{WHOLE_FILE, finding};
use super::keys::{PersonsKeys, new_key, read_keys, recipients};
use super::list::{PersonsList, decrypted_list, list_of, read_bytes};
use super::page;
use crate::args::{
    PersonsArgs, PersonsCheckArgs, PersonsCommand, PersonsDecryptArgs, PersonsEncryptArgs,
    PersonsKeyArgs,
};
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output, is_dash};
use crate::requests::request_count;
use crate::whole_file::{self, Places, Written};

const KEY: Written = Written {
    what: "the key",
    endings: &["key", "txt"],
};
const ENCRYPTED: Written = Written {
    what: "the encrypted list",
    endings: &["age"],
};
const PLAIN: &str = "the plain list";
const TABLE: Written = Written {
    what: PLAIN,
    endings: &["csv", "txt"],
};
const WORKBOOK: Written = Written {
    what: PLAIN,
    endings: &["xlsx", "ods"],
};
/// How packed workbooks begin.
const PACKED: &[u8] = b"PK\x03\x04";
const TO_A_FILE: Failure = Failure::Misuse("-o names a file here, not standard output");

/// Runs `winset persons`.
pub(crate) fn run(args: &PersonsArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        PersonsCommand::Key(args) => key(args, output),
        PersonsCommand::Encrypt(args) => encrypt(args, output),
        PersonsCommand::Decrypt(args) => decrypt(args, output),
        PersonsCommand::Check(args) => check(args, output),
    }?;
    Ok(Outcome::Answered)
}

fn key(args: &PersonsKeyArgs, output: Output) -> Result<(), Failure> {
    let file = &args.output;
    to_a_file(file)?;
    // A key that is gone takes its lists with it: nothing is written over, whatever is asked.
    if fs::symlink_metadata(file).is_ok() {
        return Err(Failure::Write {
            what: KEY.what,
            name: file.display().to_string(),
            source: io::Error::other("something stands there, and a key is never written over it"),
        });
    }
    Places::new([], false).look_ahead(file, KEY)?;
    let (recipient, text) = new_key();
    whole_file::create(file, text.as_bytes(), KEY.what)?;
    output.page(&page::key_made(file, &recipient))
}

fn encrypt(args: &PersonsEncryptArgs, output: Output) -> Result<(), Failure> {
    to_a_file(&args.output)?;
    let keys = args.key.iter().map(PathBuf::as_path);
    let read = std::iter::once(args.list.as_path()).chain(keys);
    Places::new(read, args.overwrite.force).look_ahead(&args.output, ENCRYPTED)?;
    let mut wrong = Flags::default();
    let to = for_whom(args, &mut wrong, output)?;
    let bytes = if is_dash(&args.list) {
        output::text(&args.list, None)?.bytes
    } else {
        read_bytes(&args.list)?
    };
    let (held, further_columns) = match request_count(&bytes) {
        Some(Ok(requests)) => (counted(requests, "request"), 0),
        Some(Err(found)) => {
            wrong.workbook(&args.list, &found);
            (String::new(), 0)
        }
        None => {
            let list = checked_list(&bytes, &args.list, &mut wrong);
            (counted(list.entries.len(), "person"), list.further_columns)
        }
    };
    wrong.checked()?;
    let made = encrypted(&bytes, &to).map_err(|source| Failure::Write {
        what: ENCRYPTED.what,
        name: args.output.display().to_string(),
        source,
    })?;
    whole_file::write(&args.output, &made, ENCRYPTED.what)?;
    let plain = (!is_dash(&args.list)).then_some(args.list.as_path());
    output.page(&page::encrypted(
        &args.output,
        (&held, to.len()),
        further_columns,
        plain,
    ))
}

/// Whom a list is encrypted for, each once.
fn for_whom(
    args: &PersonsEncryptArgs,
    wrong: &mut Flags,
    output: Output,
) -> Result<Vec<Recipient>, Failure> {
    if args.key.is_empty() && args.to.is_empty() {
        let why = "nothing says whose key is to open the list: name it with --key or --to";
        return Err(Failure::Misuse(why));
    }
    let named = recipients(&args.to)?;
    let keys = read_keys(&args.key, wrong, output)?;
    let mut to = Vec::new();
    for recipient in keys.recipients().chain(named) {
        if !to.contains(&recipient) {
            to.push(recipient);
        }
    }
    Ok(to)
}

/// The list that is to be encrypted; an empty one where something is wrong with it.
fn checked_list(bytes: &[u8], path: &Path, wrong: &mut Flags) -> PersonsList {
    let read = if is_encrypted(bytes) {
        let remedy = "give a plain list";
        Err(vec![finding(WHOLE_FILE, "it is encrypted already", remedy)])
    } else {
        list_of(bytes)
    };
    read.unwrap_or_else(|found| {
        wrong.workbook(path, &found);
        PersonsList::default()
    })
}

fn decrypt(args: &PersonsDecryptArgs, output: Output) -> Result<(), Failure> {
    to_a_file(&args.output)?;
    let keys = args.key.iter().map(PathBuf::as_path);
    let read = std::iter::once(args.file.as_path()).chain(keys);
    let places = Places::new(read, args.overwrite.force);
    let either = Written {
        what: PLAIN,
        endings: &["csv", "txt", "xlsx", "ods"],
    };
    places.look_ahead(&args.output, either)?;
    let plain = opened(&args.file, &args.key, output)?;
    let kind = if plain.starts_with(PACKED) {
        WORKBOOK
    } else {
        TABLE
    };
    places.look_ahead(&args.output, kind)?;
    whole_file::write(&args.output, &plain, PLAIN)?;
    output.page(&page::decrypted(&args.output))
}

fn check(args: &PersonsCheckArgs, output: Output) -> Result<(), Failure> {
    let plain = opened(&args.file, &args.key, output)?;
    let mut wrong = Flags::default();
    let list = checked_list(&plain, &args.file, &mut wrong);
    wrong.checked()?;
    let counts = list_counts(&list.entries);
    if args.json {
        return output::bytes(&form::line(&form::PersonsForm::new(&counts))?);
    }
    output.page(&page::counts(&counts))
}

/// What an encrypted file holds.
fn opened(file: &Path, keys: &[PathBuf], output: Output) -> Result<Vec<u8>, Failure> {
    let mut wrong = Flags::default();
    let keys: PersonsKeys = read_keys(keys, &mut wrong, output)?;
    wrong.checked()?;
    let bytes = read_bytes(file)?;
    let mut wrong = Flags::default();
    let plain = decrypted_list(&bytes, &keys).unwrap_or_else(|found| {
        wrong.workbook(file, &found);
        Vec::new()
    });
    wrong.checked()?;
    Ok(plain)
}

fn to_a_file(path: &Path) -> Result<(), Failure> {
    if is_dash(path) {
        return Err(TO_A_FILE);
    }
    Ok(())
}
