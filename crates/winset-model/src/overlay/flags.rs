//! What-ifs from the command line: each flag a line of a text, so that findings have places.

use super::changes::Changes;
use super::check;
use super::file::NumberOrNone;
use super::wanted::{Set, Target, Wanted};
use crate::case::Case;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Node, Value};
use crate::file::forms::{Picks, Whole};
use crate::file::read::{Context, Name, Read, shown};

/// The kinds of flags, in the order of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlagKind {
    /// `--set PARTY.no_deal=SCORE`, `PARTY.impasse=SCORE` or `PARTY.POINT.OPTION=SCORE`.
    Set,
    /// `--step LINE=N`.
    Step,
    /// `--drop DEMAND`.
    Drop,
    /// `--fix POINT=OPTION`.
    Fix,
    /// `--exclude POINT=OPTION,OPTION`.
    Exclude,
    /// `--pull LEVER`.
    Pull,
}

impl FlagKind {
    /// The flag as it is typed.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Set => "--set",
            Self::Step => "--step",
            Self::Drop => "--drop",
            Self::Fix => "--fix",
            Self::Exclude => "--exclude",
            Self::Pull => "--pull",
        }
    }

    /// What stands behind it.
    fn form(self) -> &'static str {
        match self {
            Self::Set => "PARTY.no_deal=SCORE, PARTY.impasse=SCORE or PARTY.POINT.OPTION=SCORE",
            Self::Step => "LINE=STEP",
            Self::Drop => "the name of a line, a link or a vote rule",
            Self::Fix => "POINT=OPTION",
            Self::Exclude => "POINT=OPTION, or several options with commas between them",
            Self::Pull => "the name of a lever",
        }
    }
}

/// A flag and what stands behind it.
#[derive(Clone, PartialEq, Eq)]
pub struct Flag {
    /// Which flag.
    pub kind: FlagKind,
    /// The text behind it.
    pub value: String,
}

/// Shows the flag only: its value may be a score.
impl std::fmt::Debug for Flag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind.as_str())
    }
}

/// The flags as a text, one on each line: findings about them have their places in it.
pub fn flags_text(flags: &[Flag]) -> String {
    let lines = flags
        .iter()
        .map(|flag| format!("{} {}\n", flag.kind.as_str(), flag.value));
    lines.collect()
}

/// Reads changes of a case from flags.
///
/// # Errors
/// Every problem found, by its place in [`flags_text`].
pub fn read_flags(case: &Case, flags: &[Flag]) -> Result<Changes, Vec<Diagnostic>> {
    let root = Node {
        value: Value::Null,
        span: Span::default(),
    };
    let mut cx = Context::new(&root);
    let mut wanted = Wanted::default();
    let mut start = 0;
    for flag in flags {
        start += flag.kind.as_str().len() + 1;
        let value = Piece {
            text: &flag.value,
            start,
        };
        read(flag.kind, value, &mut wanted, &mut cx);
        start += flag.value.len() + 1;
    }
    check::changes(case, &wanted, &mut cx).ok_or_else(|| cx.into_found())
}

/// A part of the text of flags, and where it starts.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Piece<'t> {
    fn span(self) -> Span {
        let end = self.start + self.text.len();
        Span {
            start: self.start,
            end,
        }
    }

    /// The parts before and behind the first equals sign, or a report.
    fn halves(self, kind: FlagKind, cx: &mut Context<'_>) -> Option<(Self, Self)> {
        let Some((before, behind)) = self.text.split_once('=') else {
            let span = self.span();
            cx.find(Code::Malformed, span, || {
                let message = format!("`{}` has no `=`", shown(self.text));
                Diagnostic::new(Code::Malformed, span, "", message).expected(kind.form())
            });
            return None;
        };
        let first = Self {
            text: before,
            ..self
        };
        let second = Self {
            text: behind,
            start: self.start + before.len() + 1,
        };
        Some((first, second))
    }

    fn split(self, at: char) -> impl Iterator<Item = Self> + use<'t> {
        let mut start = self.start;
        self.text.split(at).map(move |text| {
            let piece = Self { text, start };
            start += text.len() + at.len_utf8();
            piece
        })
    }

    /// The piece as the value of a file.
    fn node(self) -> Node {
        Node {
            value: Value::Text(self.text.to_owned()),
            span: self.span(),
        }
    }

    fn name(self, cx: &mut Context<'_>) -> Option<Name> {
        Name::read(&self.node(), cx)
    }
}

fn read(kind: FlagKind, value: Piece<'_>, wanted: &mut Wanted, cx: &mut Context<'_>) {
    match kind {
        FlagKind::Set => {
            if let Some((target, number)) = value.halves(kind, cx) {
                wanted.sets.extend(set(target, number, cx));
            }
        }
        FlagKind::Step => {
            if let Some((line, step)) = value.halves(kind, cx) {
                let number = Node {
                    value: Value::Number(step.text.to_owned()),
                    span: step.span(),
                };
                let (line, step) = (line.name(cx), Whole::read(&number, cx));
                wanted.steps.extend(line.zip(step));
            }
        }
        FlagKind::Drop => wanted.drops.extend(value.name(cx)),
        FlagKind::Fix => {
            if let Some((point, option)) = value.halves(kind, cx) {
                let (point, option) = (point.name(cx), option.name(cx));
                wanted.fixes.extend(point.zip(option));
            }
        }
        FlagKind::Exclude => {
            if let Some((point, options)) = value.halves(kind, cx) {
                let point = point.name(cx);
                let names: Vec<Name> = options.split(',').filter_map(|o| o.name(cx)).collect();
                let picks = Picks::Listed(names, options.span());
                wanted.excludes.extend(point.map(|point| (point, picks)));
            }
        }
        FlagKind::Pull => wanted.pulls.extend(value.name(cx)),
    }
}

fn set(target: Piece<'_>, number: Piece<'_>, cx: &mut Context<'_>) -> Option<Set> {
    let value = NumberOrNone::read(&number.node(), cx)?;
    let name = Name {
        text: target.text.to_owned(),
        span: target.span(),
    };
    Some(Set {
        target: Target::Joined(name),
        value: value.number,
        value_span: value.span,
    })
}
