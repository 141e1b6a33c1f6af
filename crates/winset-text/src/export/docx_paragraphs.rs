//! The paragraphs of a DOCX file, and what becomes of the end of each.
//!
//! A word processor that takes the end of a paragraph away puts it together with the next one, and the
//! last end of a file cannot go. So what came or went at the end of a document hangs on the ends before
//! it, as a word processor itself writes it.

use crate::document::{Block, change_of};
use crate::redline::Marker;
use crate::run::{Change, Run};

/// What stands below the other in the file.
#[derive(Debug)]
pub(super) enum Laid<'d> {
    Paragraph(Paragraph),
    Note(&'d str),
    Table {
        head: &'d [String],
        rows: &'d [Vec<String>],
    },
}

/// A paragraph of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) marker: Option<Marker>,
    pub(super) runs: Vec<Run>,
    /// What became of its end.
    pub(super) end: Change,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Heading,
    Words,
}

/// The blocks of a document as paragraphs: an empty line in a text begins a new one. What becomes of
/// all changes together is right at every end, the last of the document too.
pub(super) fn laid(blocks: &[Block]) -> Vec<Laid<'_>> {
    let mut laid = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { marker, runs } => laid.push(Laid::Paragraph(Paragraph {
                style: Style::Heading,
                marker: *marker,
                runs: runs.clone(),
                end: change_of(runs),
            })),
            Block::Paragraph(runs) => laid.extend(parted(runs).into_iter().map(Laid::Paragraph)),
            Block::Note(note) => laid.push(Laid::Note(note)),
            Block::Table { head, rows, .. } => laid.push(Laid::Table { head, rows }),
        }
    }
    hang_last(&mut laid);
    laid
}

/// Runs in paragraphs, parted at empty lines. A paragraph's end is of the run that holds the empty
/// line; the last one's is of all runs.
fn parted(runs: &[Run]) -> Vec<Paragraph> {
    let words = |runs, end| Paragraph {
        style: Style::Words,
        marker: None,
        runs,
        end,
    };
    let mut paragraphs = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    for run in runs {
        let mut parts = parts(&run.text).into_iter().peekable();
        while let Some(text) = parts.next() {
            if !text.is_empty() {
                open.push(Run::kept(run.role, text).changed(run.change));
            }
            if parts.peek().is_some() {
                paragraphs.push(words(std::mem::take(&mut open), run.change));
            }
        }
    }
    paragraphs.push(words(open, change_of(runs)));
    paragraphs
}

/// A text parted at its empty lines.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('\n') {
        let first = at + found;
        let blank = text[first..].len() - text[first..].trim_start().len();
        let gap = &text[first..first + blank];
        let last = first + gap.rfind('\n').unwrap_or_default();
        if last > first {
            parts.push(&text[start..first]);
            start = last + 1;
        }
        at = last + 1;
    }
    parts.push(&text[start..]);
    parts
}

/// Hangs what came or went at the end of the document on the ends before it. Where the paragraph
/// before is of another kind, an empty one that stays is put between.
fn hang_last(laid: &mut Vec<Laid<'_>>) {
    let changed = |laid: &&Laid<'_>| match laid {
        Laid::Paragraph(paragraph) => paragraph.end != Change::Kept,
        Laid::Note(_) | Laid::Table { .. } => false,
    };
    let many = laid.iter().rev().take_while(changed).count();
    if many == 0 {
        return;
    }
    let empty = |end| {
        Laid::Paragraph(Paragraph {
            style: Style::Words,
            marker: None,
            runs: Vec::new(),
            end,
        })
    };
    let first = laid.len() - many;
    if let Some(Laid::Paragraph(Paragraph {
        style: Style::Heading,
        end,
        ..
    })) = laid.last()
    {
        laid.push(empty(*end));
    }
    let before = first.checked_sub(1).and_then(|before| laid.get(before));
    let alike = matches!(before, Some(Laid::Paragraph(p)) if p.style == Style::Words);
    if !alike {
        laid.insert(first, empty(Change::Kept));
    }
    let mut end = Change::Kept;
    for laid in laid.iter_mut().rev().take(many + 2) {
        if let Laid::Paragraph(paragraph) = laid {
            std::mem::swap(&mut end, &mut paragraph.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Role;

    #[test]
    fn empty_lines_part_paragraphs() {
        for (text, expected) in [
            ("", vec![""]),
            ("a", vec!["a"]),
            ("a\nb", vec!["a\nb"]),
            ("a\n\nb", vec!["a", "b"]),
            ("a\n \t\n\n  b\nc", vec!["a", "  b\nc"]),
            ("\n\na\n\n", vec!["", "a", ""]),
        ] {
            assert_eq!(parts(text), expected, "{text:?}");
        }
    }

    fn heading(change: Change) -> Block {
        Block::Heading {
            marker: None,
            runs: vec![Run::words("h").changed(change)],
        }
    }

    fn words(change: Change) -> Block {
        Block::Paragraph(vec![Run::words("w").changed(change)])
    }

    /// Style and end of each paragraph: `H` or `W` and a sign, a note as `N`.
    fn check(blocks: &[Block], expected: &str) {
        let told = laid(blocks).into_iter().map(|laid| match laid {
            Laid::Note(_) | Laid::Table { .. } => "N".to_owned(),
            Laid::Paragraph(paragraph) => {
                let style = match (paragraph.style, paragraph.runs.is_empty()) {
                    (Style::Heading, _) => "H",
                    (Style::Words, true) => "e",
                    (Style::Words, false) => "W",
                };
                let end = match paragraph.end {
                    Change::Kept => "",
                    Change::Inserted => "+",
                    Change::Deleted => "-",
                };
                format!("{style}{end}")
            }
        });
        assert_eq!(told.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn what_changed_at_the_end_hangs_on_the_ends_before() {
        use Change::{Deleted, Inserted, Kept};
        let kept = [heading(Kept), words(Kept)];
        let with = |more: &[Block]| [&kept, more].concat();
        check(&kept, "H W");
        check(&with(&[heading(Inserted), words(Inserted)]), "H W+ H+ W");
        check(&with(&[heading(Deleted), words(Deleted)]), "H W- H- W");
        check(
            &with(&[heading(Deleted), words(Deleted), words(Inserted)]),
            "H W- H- W+ W",
        );
        // In the middle each end goes with its own paragraph.
        let middle = [
            heading(Inserted),
            words(Inserted),
            heading(Kept),
            words(Kept),
        ];
        check(&with(&middle), "H W H+ W+ H W");
        // A clause without words, and nothing of the text before.
        check(&with(&[heading(Inserted)]), "H W+ H+ e");
        let all = [
            Block::Note("n".to_owned()),
            heading(Inserted),
            words(Inserted),
        ];
        check(&all, "N e+ H+ W");
    }

    #[test]
    fn an_empty_line_goes_with_the_run_that_holds_it() {
        let runs = [
            Run::words("a"),
            Run::kept(Role::Words, "\n\nb").changed(Change::Inserted),
        ];
        check(&[Block::Paragraph(runs.to_vec())], "W+ W");
    }
}
