//! The lines and tokens of a certificate, with their numbers.

use crate::rejection::{CertificateFault, Rejection, TREE_LINE_BYTES_MAX};

/// The lines of a text, in order. Every line ends with a line feed.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    /// How many of its bytes were taken: whole lines.
    taken: usize,
    /// The number of the line that was taken last, from 1.
    number: usize,
}

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            taken: 0,
            number: 0,
        }
    }

    /// Takes the next line.
    pub(crate) fn take(&mut self, expected: &'static str) -> Result<&'t str, Rejection> {
        self.number += 1;
        let Some((line, _)) = self.rest().split_once('\n') else {
            return Err(self.fault(CertificateFault::Truncated(expected)));
        };
        self.taken += line.len() + 1;
        Ok(line)
    }

    /// Takes the next line if it begins with `prefix`, and gives what follows the prefix.
    pub(crate) fn take_after(
        &mut self,
        prefix: &str,
        expected: &'static str,
    ) -> Result<Option<&'t str>, Rejection> {
        if !self.rest().starts_with(prefix) {
            return Ok(None);
        }
        let line = self.take(expected)?;
        Ok(line.strip_prefix(prefix))
    }

    /// Takes the next line, which must be this one.
    pub(crate) fn take_exactly(&mut self, line: &'static str) -> Result<(), Rejection> {
        if self.take(line)? == line {
            Ok(())
        } else {
            Err(self.fault(CertificateFault::Expected(line)))
        }
    }

    /// What of the text was taken.
    pub(crate) fn taken(&self) -> &'t str {
        &self.text[..self.taken]
    }

    fn rest(&self) -> &'t str {
        &self.text[self.taken..]
    }

    /// Nothing may follow.
    pub(crate) fn finish(&self) -> Result<(), Rejection> {
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(Rejection::at(
                self.number + 1,
                CertificateFault::Expected("nothing after the end"),
            ))
        }
    }

    /// A fault of the line that was taken last.
    pub(crate) fn fault(&self, fault: CertificateFault) -> Rejection {
        Rejection::at(self.number, fault)
    }
}

/// A token of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    /// Apply this weights entry.
    Weigh(usize),
    /// The node is closed.
    Leaf,
    /// Branch on this point.
    Branch(usize),
}

/// The tokens of the tree, over as many lines as they take.
#[derive(Debug)]
pub(crate) struct Tokens<'l, 't> {
    lines: &'l mut Lines<'t>,
    /// What is left of the current line.
    here: Option<&'t str>,
}

const TOKEN: &str = "\".\", \"w\" and a number, or \"b\" and a number, apart by single spaces";

impl<'l, 't> Tokens<'l, 't> {
    /// The tokens from the next line on.
    pub(crate) fn new(lines: &'l mut Lines<'t>) -> Self {
        Self { lines, here: None }
    }

    /// The next token.
    pub(crate) fn take(&mut self) -> Result<Token, Rejection> {
        let here = match self.here {
            Some(rest) => rest,
            None => self.take_line()?,
        };
        let (word, rest) = match here.split_once(' ') {
            Some((word, rest)) => (word, Some(rest)),
            None => (here, None),
        };
        self.here = rest;
        let token = match (word, word.split_at_checked(1)) {
            (".", _) => Some(Token::Leaf),
            (_, Some(("w", number))) => index(number).map(Token::Weigh),
            (_, Some(("b", number))) => index(number).map(Token::Branch),
            _ => None,
        };
        token.ok_or_else(|| self.fault(CertificateFault::Expected(TOKEN)))
    }

    fn take_line(&mut self) -> Result<&'t str, Rejection> {
        let line = self.lines.take("the rest of the tree")?;
        if line.len() > TREE_LINE_BYTES_MAX {
            return Err(self.fault(CertificateFault::LongLine));
        }
        Ok(line)
    }

    /// The tree is complete: its last line must be, too.
    pub(crate) fn finish(self) -> Result<(), Rejection> {
        match self.here {
            None => Ok(()),
            Some(_) => Err(self.fault(CertificateFault::Expected("the end of the tree"))),
        }
    }

    /// A fault of the current line.
    pub(crate) fn fault(&self, fault: CertificateFault) -> Rejection {
        self.lines.fault(fault)
    }
}

/// A number as it is written in one way only: digits, no sign, no leading zero.
pub(crate) fn number(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// The same for a place in a list.
pub(crate) fn index(text: &str) -> Option<usize> {
    number(text).and_then(|n| usize::try_from(n).ok())
}
