//! How far a session is.

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    NotBegun,
    Going,
    Over,
}
