//! The secret that opens the desk.

use std::fmt;
use std::io;

use subtle::ConstantTimeEq;

const BYTES: usize = 32;

/// A random secret of 256 bits, written as 64 hexadecimal digits.
///
/// `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new token from the random numbers of the operating system.
    ///
    /// # Errors
    ///
    /// Fails if the operating system gives none.
    pub fn random() -> io::Result<Self> {
        let mut bytes = [0_u8; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self(hex(&bytes)))
    }

    /// Whether `text` is this token, in a time that does not depend on where they differ.
    pub fn matches(&self, text: &str) -> bool {
        self.0.as_bytes().ct_eq(text.as_bytes()).into()
    }

    /// The digits, for the URL that the command prints and for the cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// The bytes as hexadecimal digits in lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        digits.push_str(&format!("{byte:02x}"));
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_match_themselves_and_stay_hidden() {
        let (one, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_eq!(one.reveal().len(), 64);
        assert!(one.matches(one.reveal()));
        assert!(!one.matches(other.reveal()));
        assert!(!one.matches(""));
        assert!(!one.matches(&one.reveal()[1..]));
        assert!(
            !one.matches(&one.reveal().to_uppercase())
                || !one.reveal().contains(char::is_alphabetic)
        );
        assert_eq!(format!("{one:?}"), "Token(..)");
    }
}
