//! What parties suppose of others, put in the place of what these have not stated themselves.
//!
//! The file that comes out is the one in which somebody had typed the assumptions in as the others' own
//! lines, scores and no-deal values: nothing that reads it knows the difference.

use std::borrow::Cow;

use super::names::{Kind, Names, unique};
use super::points::Points;
use super::{rules, sheets};
use crate::case::Assumption;
use crate::diagnostic::{Code, Span};
use crate::file::case::{
    AssumedLineEntry, AssumptionEntry, CaseFile, DemandKindWord, LineEntry, VisibilityWord,
};
use crate::file::parts::{NoDealFile, SheetFile};
use crate::file::read::{Context, Filled, List, Name, Named};
use crate::options::PartyId;

/// A file with its assumptions in place.
pub(super) struct Assumed<'f> {
    pub(super) file: Cow<'f, CaseFile>,
    pub(super) assumptions: Vec<Assumption>,
    pub(super) unused: Vec<Unused>,
}

/// A part of an assumption that does not count, and why.
#[derive(Debug)]
pub(super) struct Unused {
    span: Span,
    why: String,
}

impl Unused {
    pub(super) fn warn(&self, cx: &mut Context<'_>) {
        let message = format!("this assumption is not used: {}", self.why);
        cx.report(Code::AssumptionUnused, self.span, message);
    }
}

/// Puts the assumptions of a file in place, and reports what is wrong with them. What the case states
/// itself counts; else the first that supposes it, in the file's order.
pub(super) fn filled<'f>(
    file: &'f CaseFile,
    points: &Points,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Assumed<'f> {
    if file.assumptions.0.is_empty() {
        return Assumed {
            file: Cow::Borrowed(file),
            assumptions: Vec::new(),
            unused: Vec::new(),
        };
    }
    let entries = &file.assumptions.0;
    let kind = Kind::new("AssumptionEntry", "assumption");
    unique(kind, entries.iter().map(|entry| &entry.id), cx);
    let mut supposed = Vec::new();
    for entry in entries {
        let (by, about) = (names.party(&entry.by, cx), names.party(&entry.about, cx));
        check(entry, cx);
        if let (Some(by), Some(about)) = (by, about) {
            supposed.push(Supposed { entry, by, about });
        }
    }
    each_alone(file, &supposed, points, names, cx);
    let mut filling = Filling {
        file: file.clone(),
        stated_lines: file.lines.0.len(),
        assumptions: supposed.iter().map(Supposed::begun).collect(),
        unused: Vec::new(),
    };
    filling.fill(&supposed, names, cx);
    Assumed {
        file: Cow::Owned(filling.file),
        assumptions: filling.assumptions,
        unused: filling.unused,
    }
}

/// An assumption whose parties are known.
struct Supposed<'f> {
    entry: &'f AssumptionEntry,
    by: PartyId,
    about: PartyId,
}

impl Supposed<'_> {
    /// The assumption before any of it counts.
    fn begun(&self) -> Assumption {
        Assumption {
            id: self.entry.id.text.clone(),
            by: self.by,
            about: self.about,
            lines: Vec::new(),
            values: false,
        }
    }
}

fn check(entry: &AssumptionEntry, cx: &mut Context<'_>) {
    if entry.by.text == entry.about.text {
        let message = "a party supposes something of another, not of itself";
        cx.report(Code::Repeated, entry.about.span, message);
    }
    let List(lines, unread) = &entry.lines;
    if lines.is_empty() && *unread == 0 && entry.scores.is_none() && entry.no_deal.is_none() {
        let message = "an assumption states at least one of `lines`, `scores` and `no_deal`";
        cx.report(Code::Alternatives, entry.id.span, message);
    }
}

/// Checks what each party supposes as though nobody had stated anything, so that its assumptions make a
/// case of whatever part of the file it sees.
fn each_alone(
    file: &CaseFile,
    supposed: &[Supposed<'_>],
    points: &Points,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) {
    for by in 0..file.parties.0.len() {
        let own = supposed.iter().filter(|s| s.by == PartyId::at(by));
        let own: Vec<&Supposed<'_>> = own.collect();
        if own.is_empty() {
            continue;
        }
        let mut filling = Filling {
            file: unstated(file),
            stated_lines: 0,
            assumptions: own.iter().map(|s| s.begun()).collect(),
            unused: Vec::new(),
        };
        filling.fill(own, names, cx);
        sheets::parties(&filling.file, points, names, cx);
        rules::demands(&filling.file, names, cx);
    }
}

/// The file without what its parties state of themselves.
fn unstated(file: &CaseFile) -> CaseFile {
    let mut file = file.clone();
    file.preferences.0.clear();
    file.lines.0.clear();
    file.links.0.clear();
    file.ratification.0.clear();
    for party in &mut file.parties.0 {
        party.no_deal = None;
        party.impasse = None;
    }
    file
}

/// A file that is being filled.
struct Filling {
    file: CaseFile,
    /// How many of its lines are its own.
    stated_lines: usize,
    /// One for each that is supposed.
    assumptions: Vec<Assumption>,
    unused: Vec<Unused>,
}

impl Filling {
    fn fill<'f>(
        &mut self,
        supposed: impl IntoIterator<Item = &'f Supposed<'f>>,
        names: &Names<'_>,
        cx: &mut Context<'_>,
    ) {
        let supposed: Vec<&Supposed<'_>> = supposed.into_iter().collect();
        let sheets = self.file.preferences.0.iter();
        let stated: Vec<String> = sheets.map(|(name, _)| name.text.clone()).collect();
        for (place, one) in supposed.iter().enumerate() {
            for line in &one.entry.lines.0 {
                self.line(place, one, line, names, cx);
            }
            if let Some(scores) = &one.entry.scores {
                self.scores(place, one.entry, scores, &stated);
            }
        }
        // Values are compared with scores, which another assumption may hold.
        for (place, one) in supposed.iter().enumerate() {
            if let Some(no_deal) = &one.entry.no_deal {
                self.no_deal(place, one, no_deal);
            }
        }
    }

    fn unused(&mut self, span: Span, why: String) {
        self.unused.push(Unused { span, why });
    }

    fn line(
        &mut self,
        place: usize,
        one: &Supposed<'_>,
        line: &AssumedLineEntry,
        names: &Names<'_>,
        cx: &mut Context<'_>,
    ) {
        let about = &one.entry.about;
        let stated = &self.file.lines.0[..self.stated_lines];
        let own = |entry: &&LineEntry| {
            entry.owner.text == about.text
                && entry.point.text == line.point.text
                && entry.kind != Some(DemandKindWord::Law)
        };
        let same = stated
            .iter()
            .position(|e| own(&e) && e.id.text == line.id.text);
        if let Some(at) = same {
            if self.goes_on(at, line, names, cx) {
                let later = line.ladder.0.iter().skip(1).cloned();
                self.file.lines.0[at].ladder.0.extend(later);
                self.assumptions[place].lines.push(at);
            } else {
                let why = format!(
                    "the case states how far line `{}` goes itself, or from another step 0",
                    line.id.text
                );
                self.unused(line.id.span, why);
            }
        } else if let Some(stated) = stated.iter().find(own) {
            let why = format!(
                "the case states a line of `{}` on `{}` itself; one with its identifier, `{}`, can say how it goes on",
                about.text, line.point.text, stated.id.text
            );
            self.unused(line.id.span, why);
        } else {
            self.assumptions[place].lines.push(self.file.lines.0.len());
            self.file.lines.0.push(line_of(about, line));
        }
    }

    /// Whether a line that is supposed begins with the one step that the case states of it.
    fn goes_on(
        &self,
        at: usize,
        line: &AssumedLineEntry,
        names: &Names<'_>,
        cx: &mut Context<'_>,
    ) -> bool {
        let (Filled(stated, _), Filled(supposed, _)) =
            (&self.file.lines.0[at].ladder, &line.ladder);
        let [stated] = stated.as_slice() else {
            return false;
        };
        let Some((first, more)) = supposed.split_first() else {
            return false;
        };
        let Some(point) = names.point(&line.point, cx) else {
            return false;
        };
        let stated = names.picks(point, &stated.accept, cx);
        !more.is_empty() && stated == names.picks(point, &first.accept, cx)
    }

    fn scores(
        &mut self,
        place: usize,
        entry: &AssumptionEntry,
        scores: &SheetFile,
        stated: &[String],
    ) {
        let about = &entry.about;
        if stated.contains(&about.text) {
            let why = format!("the case states the scores of `{}` itself", about.text);
            self.unused(scores.span, why);
            return;
        }
        let sheet = sheet_of(&mut self.file.preferences, about, scores.span);
        let mut twice = Vec::new();
        let mut used = !scores.bonuses.0.is_empty();
        for (point, preference) in &scores.points {
            if sheet
                .points
                .iter()
                .any(|(known, _)| known.text == point.text)
            {
                twice.push((
                    point.span,
                    format!("another one before it scores `{}`", point.text),
                ));
            } else {
                sheet.points.push((point.clone(), preference.clone()));
                used = true;
            }
        }
        sheet.bonuses.0.extend(scores.bonuses.0.iter().cloned());
        // A sheet that says nothing makes all packages alike: that counts, too.
        self.assumptions[place].values |= used || scores.points.is_empty();
        for (span, why) in twice {
            self.unused(span, why);
        }
    }

    fn no_deal(&mut self, place: usize, one: &Supposed<'_>, no_deal: &NoDealFile) {
        let about = &one.entry.about.text;
        let span = no_deal.0.span;
        let mut sheets = self.file.preferences.0.iter();
        if !sheets.any(|(name, _)| name.text == *about) {
            let why = format!("no scores of `{about}` are known or supposed, to compare it with");
            self.unused(span, why);
            return;
        }
        let party = &mut self.file.parties.0[one.about.index()];
        if party.no_deal.is_some() {
            let why = format!("the no-deal value of `{about}` is stated, or supposed before it");
            self.unused(span, why);
            return;
        }
        party.no_deal = Some(no_deal.clone());
        self.assumptions[place].values = true;
    }
}

/// The line as its owner would state it: to nobody.
fn line_of(about: &Name, line: &AssumedLineEntry) -> LineEntry {
    let AssumedLineEntry {
        id,
        point,
        kind,
        ladder,
        note,
        span,
    } = line.clone();
    LineEntry {
        id,
        owner: about.clone(),
        point,
        visibility: Some(VisibilityWord::Sealed),
        kind,
        ladder,
        note,
        span,
    }
}

/// The sheet of a party, begun where there is none.
fn sheet_of<'s>(sheets: &'s mut Named<SheetFile>, about: &Name, span: Span) -> &'s mut SheetFile {
    let known = sheets
        .0
        .iter()
        .position(|(name, _)| name.text == about.text);
    let at = known.unwrap_or_else(|| {
        let empty = SheetFile {
            points: Vec::new(),
            bonuses: List(Vec::new(), 0),
            span,
        };
        sheets.0.push((about.clone(), empty));
        sheets.0.len() - 1
    });
    &mut sheets.0[at].1
}
