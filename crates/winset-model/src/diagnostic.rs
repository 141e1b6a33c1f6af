//! What is wrong with a file, and where.

use crate::characters::{Oddity, look_alike, oddities_of_name};

/// Most findings about the content of a file that are listed; a last one says how many more there
/// are.
pub const FINDINGS_MAX: usize = 200;

/// A range of bytes in the text of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Whether a diagnostic makes the file unusable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, but says something its author may not mean.
    Warning,
}

/// One finding about a file: stable code, place, what was found and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code; tells the severity.
    pub code: Code,
    /// Where in the file.
    pub span: Span,
    /// Path of keys to the place, such as `lines[3].ladder[0].accept`; empty at the top.
    pub path: String,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What would have been right, if that can be said.
    pub expected: Option<String>,
    /// The nearest valid name, if one is near.
    pub suggestion: Option<String>,
    /// Another place that matters, such as the first of two equal ids, and why it matters.
    pub related: Option<(Span, String)>,
}

impl Diagnostic {
    /// A finding without expectation, suggestion or related place.
    pub fn new(code: Code, span: Span, path: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            span,
            path: path.to_owned(),
            message: message.into(),
            expected: None,
            suggestion: None,
            related: None,
        }
    }

    /// Adds what would have been right.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// Adds the nearest of `names` to `found`, when one is near enough to be meant. Where the two look
    /// the same, the message says in which characters they differ.
    #[must_use]
    pub fn nearest<'a>(mut self, found: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggestion = nearest(found, names);
        if let Some(name) = &self.suggestion
            && look_alike(found, name)
        {
            let told = differing(found, name);
            if !self.message.contains(&told) {
                self.message.push_str(&told);
            }
        }
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, why: impl Into<String>) -> Self {
        self.related = Some((span, why.into()));
        self
    }
}

/// Which characters of a name nobody sees, or takes for others, as the end of a message: `: it holds
/// U+200B ZERO WIDTH SPACE`. Empty where there are none.
pub(crate) fn named_oddities(name: &str) -> String {
    held(&oddities_of_name(name))
}

/// In which characters a name differs from one that looks the same, as the end of a message.
fn differing(found: &str, name: &str) -> String {
    let odd = oddities_of_name(found);
    if !odd.is_empty() {
        return held(&odd);
    }
    let places = found.char_indices().filter(|(_, c)| !name.contains(*c));
    let odd: Vec<Oddity> = places
        .map(|(at, character)| Oddity { at, character })
        .collect();
    held(&odd)
}

/// Characters that a message names, the first few of many.
pub(crate) fn held(odd: &[Oddity]) -> String {
    const NAMED_MAX: usize = 3;
    let named: Vec<String> = odd.iter().take(NAMED_MAX).map(Oddity::to_string).collect();
    match (named.as_slice(), odd.len().saturating_sub(NAMED_MAX)) {
        ([], _) => String::new(),
        (named, 0) => format!(": it holds {}", named.join(" and ")),
        (named, more) => format!(
            ": it holds {}, and {more} more of the kind",
            named.join(", ")
        ),
    }
}

/// The name nearest to `found` by optimal string alignment distance, the first of equals; `None`
/// when every name is further away than a third of its length (one edit is always near, unless
/// it leaves nothing of the name). A name that looks the same is nearer than all others.
pub fn nearest<'a>(found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    const COMPARED_CHARS_MAX: usize = 64;
    if found.chars().count() > COMPARED_CHARS_MAX {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        if name.chars().count() > COMPARED_CHARS_MAX {
            continue;
        }
        if look_alike(found, name) {
            return Some(name.to_owned());
        }
        let distance = strsim::osa_distance(&found.to_lowercase(), &name.to_lowercase());
        let length = name.chars().count();
        let near = distance <= 1.max(length / 3) && distance < length;
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident;)+) => {
        /// Stable codes of diagnostics. `E0xx` are errors, `W0xx` warnings; a code never changes
        /// its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// All codes, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// Error or warning.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// What the code stands for, one line.
            pub fn summary(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// The file is over a limit on its bytes, nesting, entries or aliases.
    FileLimit = "E001", Error;
    /// The file is not text in UTF-8, or holds a character that text may not.
    Encoding = "E002", Error;
    /// The file is not well-formed YAML, JSON, TOML or XML.
    Syntax = "E003", Error;
    /// The same key occurs twice in one mapping.
    DuplicateKey = "E004", Error;
    /// A mapping holds a key that has no meaning there.
    UnknownKey = "E010", Error;
    /// A required key is missing.
    MissingKey = "E011", Error;
    /// A value is of the wrong kind, such as a list where text is expected.
    WrongKind = "E012", Error;
    /// A word is none of those allowed.
    UnknownWord = "E013", Error;
    /// A text does not have the form of an identifier, a date, a grade or a ratio.
    Malformed = "E014", Error;
    /// Keys that exclude each other stand together, or none of several alternatives is given.
    Alternatives = "E015", Error;
    /// The file names a format that this program does not read.
    Format = "E016", Error;
    /// Two things have the same identifier.
    DuplicateId = "E020", Error;
    /// A party that does not exist is named.
    UnknownParty = "E021", Error;
    /// A point that does not exist is named.
    UnknownPoint = "E022", Error;
    /// An option that its point does not have is named.
    UnknownOption = "E023", Error;
    /// Another entry (delegation, phase, demand) that does not exist is named.
    UnknownEntry = "E024", Error;
    /// The same name is listed twice where once is meant.
    Repeated = "E025", Error;
    /// A list or set that must hold something is empty.
    Empty = "E026", Error;
    /// A number is outside its range, or cannot be held exactly.
    NumberRange = "E030", Error;
    /// A score table does not have one entry for each option.
    TableLength = "E031", Error;
    /// A score function stands on a point without numbers, or does not cover its range.
    ScoreFunction = "E032", Error;
    /// A range of numbers is empty, does not reach its end in whole steps, or is too fine.
    RangeSteps = "E033", Error;
    /// A ladder step does not widen the step before it.
    LadderWidens = "E040", Error;
    /// A ladder step costs less than the step before it, or the declared line costs something.
    LadderCost = "E041", Error;
    /// A law is given a way to be relaxed.
    LawRelaxed = "E042", Error;
    /// A condition asks for more members than it has, or for none.
    ConditionNeed = "E043", Error;
    /// The seats of the blocs do not add up to those of their body.
    SeatSum = "E050", Error;
    /// A vote rule asks for more seats than its body has, or for none.
    Quota = "E051", Error;
    /// A list of claims does not add up.
    ClaimSum = "E052", Error;
    /// The case is over a limit on parties, points, options, rules, terms, bonuses or offers.
    CaseLimit = "E060", Error;
    /// Entries that must follow in order do not.
    Order = "E061", Error;
    /// A package does not settle every point.
    OfferPoints = "E062", Error;
    /// Changes of a what-if contradict each other.
    Contradiction = "E063", Error;
    /// A what-if asks for more steps than a ladder has.
    StepBeyond = "E064", Error;
    /// An overlay is of another case.
    OtherCase = "E065", Error;
    /// There are more errors than are listed.
    MoreErrors = "E070", Error;
    /// Every party that has a line on the point refuses the option, on every step.
    OptionOutOfReach = "W001", Warning;
    /// A link can never fire: its condition cannot hold.
    LinkNeverFires = "W002", Warning;
    /// A demand follows from the laws alone, or asks for nothing.
    ImpliedByLaw = "W003", Warning;
    /// A demand can never be met by any package.
    NeverMet = "W004", Warning;
    /// A party takes part in nothing: no preferences, no lines, no links, no votes, no offers.
    IdleParty = "W005", Warning;
    /// A no-deal value is above all that any package can give, or below the worst of them.
    NoDealOutOfReach = "W006", Warning;
    /// The laws alone leave no option on a point.
    LawsExclude = "W007", Warning;
    /// There are more warnings than are listed.
    MoreWarnings = "W008", Warning;
    /// A package that was offered leaves points open.
    PackageOpen = "W009", Warning;
    /// A text holds characters that nobody sees, or letters that look like those of another alphabet.
    UnseenCharacters = "W010", Warning;
    /// Two options of a point have the same label, so that tables and texts cannot tell them apart.
    SameLabel = "W011", Warning;
    /// YAML ends a text at a `#`: what follows on the line is a comment, and lost.
    TextCut = "W012", Warning;
    /// A file of another program is not as its format has it, and is read as that program does.
    ReadLeniently = "W013", Warning;
    /// An assumption, or a part of one, is not used: the case says it itself, or it fits nothing.
    AssumptionUnused = "W014", Warning;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_one_that_may_be_meant() {
        let check = |found: &str, names: &[&str], expected: Option<&str>| {
            let nearest = nearest(found, names.iter().copied());
            assert_eq!(nearest.as_deref(), expected, "{found}");
        };
        check("t9", &["c1", "t4", "t5"], Some("t4"));
        check("Terrritory", &["assets", "territory"], Some("territory"));
        check("guarantee", &["enforcement", "assets"], None);
        check("b", &["a", "c"], None);
        check("lwo", &["low"], Some("low"));
        check(&"x".repeat(100), &["x"], None);
    }

    #[test]
    fn codes_are_told_apart_by_their_text() {
        let mut texts: Vec<&str> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert!(texts.is_sorted());
        texts.dedup();
        assert_eq!(texts.len(), Code::ALL.len());
    }
}
