//! What is wrong with a message, and where.

use winset_model::diagnostic::{Diagnostic, Span};

/// Why a message cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "read a message, at character {character}{}: {found}{}",
    if .path.is_empty() { String::new() } else { format!(" ({path})") },
    .expected.as_ref().map(|expected| format!("; expected {expected}")).unwrap_or_default()
)]
pub struct MessageFault {
    /// The character where it stands, from 1.
    pub character: usize,
    /// The keys that lead there, such as `Offer.bid.issuevalues`; empty at the top.
    pub path: String,
    /// What was found.
    pub found: String,
    /// What would have been right, if that can be said.
    pub expected: Option<String>,
}

/// The same while a message is being read: its place in bytes.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) span: Span,
    pub(super) path: String,
    pub(super) found: String,
    pub(super) expected: Option<String>,
}

impl Wrong {
    /// The fault, with its place in characters of the text.
    pub(super) fn in_text(self, text: &str) -> MessageFault {
        let Self {
            span,
            path,
            found,
            expected,
        } = self;
        let before = &text[..text.floor_char_boundary(span.start)];
        MessageFault {
            character: before.chars().count() + 1,
            path,
            found,
            expected,
        }
    }
}

impl From<Diagnostic> for Wrong {
    fn from(found: Diagnostic) -> Self {
        // The reader of documents speaks of files.
        let told = |text: String| text.replace("the file", "the message");
        Self {
            span: found.span,
            path: found.path,
            found: told(found.message),
            expected: found.expected.map(told),
        }
    }
}
