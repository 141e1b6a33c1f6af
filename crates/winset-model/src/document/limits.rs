//! How big a file, and what it holds, may be; checked while reading.

use crate::diagnostic::{Code, Diagnostic, Span};

/// What ends a reading; in a box, as it is large and rare.
pub(super) type Stop = Box<Diagnostic>;

/// Bytes of a file.
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Lists and mappings inside each other, the outermost counted.
pub const DEPTH_MAX: usize = 64;
/// Values of a file (scalars, lists and mappings; keys not counted), aliases expanded.
pub const NODES_MAX: usize = 1_000_000;
/// Characters of one number.
pub const NUMBER_CHARS_MAX: usize = 256;
/// Bytes of one text or key, escapes resolved.
pub const TEXT_BYTES_MAX: usize = 1024 * 1024;
/// Anchors of a YAML file.
pub const ANCHORS_MAX: usize = 1_000;
/// Uses of anchors in a YAML file.
pub const ALIASES_MAX: usize = 1_000;
/// Bytes of texts, numbers and keys that the aliases of one file copy, all together.
pub const ALIAS_BYTES_MAX: usize = FILE_BYTES_MAX;
/// Duplicate keys that are reported before reading stops.
pub const DUPLICATES_MAX: usize = 1_000;

/// What [`DEPTH_MAX`] counts, in words.
pub(super) const NESTED: &str = "lists and mappings inside each other";

/// What one reading has used up of the limits.
#[derive(Debug, Default)]
pub(super) struct Budget {
    nodes: usize,
    aliases: usize,
    anchors: usize,
    alias_bytes: usize,
}

impl Budget {
    /// A budget that the outermost mapping is counted in.
    pub(super) fn with_root() -> Self {
        Self {
            nodes: 1,
            ..Self::default()
        }
    }

    /// Counts one more value.
    pub(super) fn node(&mut self, span: Span) -> Result<(), Stop> {
        self.nodes += 1;
        within(
            self.nodes,
            NODES_MAX,
            span,
            "values in a file (aliases expanded)",
        )
    }

    /// Counts one more anchor.
    pub(super) fn anchor(&mut self, span: Span) -> Result<(), Stop> {
        self.anchors += 1;
        within(self.anchors, ANCHORS_MAX, span, "anchors in a file")
    }

    /// Counts one more use of an anchor.
    pub(super) fn alias(&mut self, span: Span) -> Result<(), Stop> {
        self.aliases += 1;
        within(self.aliases, ALIASES_MAX, span, "aliases in a file")
    }

    /// Counts text that an alias copies.
    pub(super) fn alias_bytes(&mut self, bytes: usize, span: Span) -> Result<(), Stop> {
        self.alias_bytes += bytes;
        within(
            self.alias_bytes,
            ALIAS_BYTES_MAX,
            span,
            "bytes of text copied by aliases",
        )
    }
}

/// Checks the nesting of a list or mapping that is itself the `depth`th, counted from 1.
pub(super) fn depth(depth: usize, span: Span) -> Result<(), Stop> {
    within(depth, DEPTH_MAX, span, NESTED)
}

/// Checks the length of a number, given in ASCII.
pub(super) fn number(digits: &str, span: Span) -> Result<(), Stop> {
    within(
        digits.len(),
        NUMBER_CHARS_MAX,
        span,
        "characters in a number",
    )
}

/// Checks the length of a text or key.
pub(super) fn text(text: &str, span: Span) -> Result<(), Stop> {
    within(text.len(), TEXT_BYTES_MAX, span, "bytes in a text or key")
}

/// Checks the length of the file.
pub(super) fn file(bytes: &[u8]) -> Result<(), Stop> {
    let span = Span {
        start: FILE_BYTES_MAX,
        end: FILE_BYTES_MAX + 1,
    };
    within(bytes.len(), FILE_BYTES_MAX, span, "bytes in a file")
}

fn within(used: usize, max: usize, span: Span, what: &str) -> Result<(), Stop> {
    if used <= max {
        Ok(())
    } else {
        Err(over(max, span, what))
    }
}

/// The finding that a limit is passed at `span`.
pub(super) fn over(max: usize, span: Span, what: &str) -> Stop {
    Diagnostic::new(Code::FileLimit, span, "", format!("more than {max} {what}")).into()
}
