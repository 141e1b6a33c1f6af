//! Bytes into the age format (age-encryption.org/v1) and back, in memory.

use std::io::{self, Read as _, Write as _};

use age::armor::ArmoredReader;
use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};
use winset::sheet::SheetFinding;

use super::finding::{WHOLE_FILE, finding};

/// How files of the format begin, and how they do as text.
const BEGINS: &[u8] = b"age-encryption.org/";
const BEGINS_ARMORED: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Why bytes were not decrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotDecrypted {
    /// They do not begin as the format says.
    OtherFormat,
    /// They are of another version of the format.
    OtherVersion,
    /// What stands before the list cannot be read.
    Head,
    /// A passphrase opens them.
    Passphrase,
    /// No key opens them.
    NoKey,
    /// The list was changed or cut off.
    Changed,
}

/// Whether bytes begin as those of an encrypted file.
pub(super) fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINS) || bytes.trim_ascii_start().starts_with(BEGINS_ARMORED)
}

/// The bytes, encrypted for each of the recipients. They differ from call to call.
pub(super) fn encrypted(bytes: &[u8], to: &[Recipient]) -> io::Result<Vec<u8>> {
    let recipients = to.iter().map(|recipient| recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
    let mut made = Vec::new();
    let mut writer = encryptor.wrap_output(&mut made)?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(made)
}

/// What was encrypted, all of it or nothing: every part is held to its seal, and so is the end.
pub(super) fn decrypted(bytes: &[u8], keys: &[Identity]) -> Result<Vec<u8>, NotDecrypted> {
    if !is_encrypted(bytes) {
        return Err(NotDecrypted::OtherFormat);
    }
    let decryptor = Decryptor::new(ArmoredReader::new(bytes)).map_err(|error| match error {
        DecryptError::UnknownFormat => NotDecrypted::OtherVersion,
        _ => NotDecrypted::Head,
    })?;
    let passphrase = decryptor.is_scrypt();
    let keys = keys.iter().map(|key| key as &dyn age::Identity);
    let mut reader = decryptor.decrypt(keys).map_err(|error| match error {
        DecryptError::NoMatchingKeys if passphrase => NotDecrypted::Passphrase,
        DecryptError::NoMatchingKeys => NotDecrypted::NoKey,
        _ => NotDecrypted::Head,
    })?;
    let mut plain = Vec::new();
    let read = reader.read_to_end(&mut plain);
    read.map_err(|_| NotDecrypted::Changed)?;
    Ok(plain)
}

impl NotDecrypted {
    /// What is said of the file.
    pub(super) fn finding(self) -> SheetFinding {
        let (message, remedy) = match self {
            Self::OtherFormat => (
                "this is no file of the age format",
                "give a file that `winset persons encrypt` wrote",
            ),
            Self::OtherVersion => (
                "this is another version of the age format",
                "have it encrypted again with `winset persons encrypt`",
            ),
            Self::Head => (
                "the head of this encrypted file is damaged or cut off",
                "copy the file again from where it was made",
            ),
            Self::Passphrase => (
                "a passphrase opens this file, no key",
                "have it encrypted again for a key",
            ),
            Self::NoKey => (
                "no given key opens this file, or its head was changed",
                "give the key of somebody for whom it was encrypted",
            ),
            Self::Changed => (
                "this encrypted file was changed or cut off",
                "copy the file again from where it was made",
            ),
        };
        finding(WHOLE_FILE, message, remedy)
    }
}
