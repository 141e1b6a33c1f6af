//! What the names in a what-if stand for, looked up in a case.

use std::collections::BTreeMap;

use crate::case::{Case, Choice, DemandId, Point};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::forms::{Num, Picks};
use crate::file::read::{Context, Name, shown};
use crate::options::{OptionId, OptionSet, PartyId, PointId};
use crate::resolve::{listed, numbered, unknown_option};

/// The names of a case.
#[derive(Debug)]
pub(super) struct Names<'c> {
    pub(super) case: &'c Case,
    parties: BTreeMap<&'c str, PartyId>,
    points: BTreeMap<&'c str, PointId>,
    options: Vec<BTreeMap<&'c str, OptionId>>,
    demands: BTreeMap<&'c str, DemandId>,
    levers: BTreeMap<&'c str, usize>,
}

fn by_id<'c, T>(entries: impl Iterator<Item = (&'c String, T)>) -> BTreeMap<&'c str, T> {
    entries.map(|(id, value)| (id.as_str(), value)).collect()
}

impl<'c> Names<'c> {
    pub(super) fn new(case: &'c Case) -> Self {
        let parties = case.parties.iter().enumerate();
        let points = case.points.iter().enumerate();
        let options = |point: &'c Point| {
            let options = point.options.iter().enumerate();
            by_id(options.map(|(o, option)| (&option.id, OptionId::at(o))))
        };
        let demands = case.demands().into_iter();
        let levers = case.levers.iter().enumerate();
        Self {
            case,
            parties: by_id(parties.map(|(p, party)| (&party.id, PartyId::at(p)))),
            points: by_id(points.map(|(p, point)| (&point.id, PointId::at(p)))),
            options: case.points.iter().map(options).collect(),
            demands: demands.map(|d| (case.demand_name(d), d)).collect(),
            levers: by_id(levers.map(|(l, lever)| (&lever.id, l))),
        }
    }

    /// The party of this name, or a report.
    pub(super) fn party(&self, name: &Name, cx: &mut Context<'_>) -> Option<PartyId> {
        let known = || self.case.parties.iter().map(|p| p.id.as_str());
        let table = &self.parties;
        look_up(table, name, Code::UnknownParty, "party", known, cx)
    }

    /// The point of this name, or a report.
    pub(super) fn point(&self, name: &Name, cx: &mut Context<'_>) -> Option<PointId> {
        let known = || self.case.points.iter().map(|p| p.id.as_str());
        let table = &self.points;
        look_up(table, name, Code::UnknownPoint, "point", known, cx)
    }

    /// The lever of this name, or a report.
    pub(super) fn lever(&self, name: &Name, cx: &mut Context<'_>) -> Option<usize> {
        let known = || self.case.levers.iter().map(|l| l.id.as_str());
        let table = &self.levers;
        look_up(table, name, Code::UnknownEntry, "lever", known, cx)
    }

    /// The demand of this name, which is no law, or a report.
    pub(super) fn demand(&self, name: &Name, cx: &mut Context<'_>) -> Option<DemandId> {
        let (code, word) = (Code::UnknownEntry, "line, link or vote rule");
        let known = || self.demands_but_laws(|_| true);
        let demand = look_up(&self.demands, name, code, word, known, cx)?;
        if self.case.is_law(demand) {
            let message = format!("`{}` is a law: nobody can give it up", name.text);
            cx.report(Code::LawRelaxed, name.span, message);
            return None;
        }
        Some(demand)
    }

    /// The line of this name, which is no law, or a report.
    pub(super) fn line(&self, name: &Name, cx: &mut Context<'_>) -> Option<usize> {
        let is_line = |d: DemandId| matches!(d, DemandId::Line(_));
        let known = || self.demands_but_laws(is_line);
        let word = match look_up(&self.demands, name, Code::UnknownEntry, "line", known, cx)? {
            law if self.case.is_law(law) => {
                let message = format!("`{}` is a law: it takes no step", name.text);
                cx.report(Code::LawRelaxed, name.span, message);
                return None;
            }
            DemandId::Line(line) => return Some(line),
            DemandId::Link(_) => "link",
            DemandId::Vote(..) => "vote rule",
        };
        cx.find(Code::UnknownEntry, name.span, || {
            let message = format!(
                "`{}` is a {word}: it has no steps, but can be dropped",
                name.text
            );
            let lines: Vec<&str> = known().collect();
            Diagnostic::new(Code::UnknownEntry, name.span, "", message)
                .expected(listed("line", &lines))
        });
        None
    }

    fn demands_but_laws(&self, of: impl Fn(DemandId) -> bool) -> impl Iterator<Item = &'c str> {
        let demands = self.case.demands().into_iter();
        let demands = demands.filter(move |d| of(*d) && !self.case.is_law(*d));
        demands
            .map(|d| self.case.demand_name(d))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The option of this name, or a report. On a numeric point, the same number written in another
    /// way is the same name.
    pub(super) fn option(
        &self,
        point: PointId,
        name: &Name,
        cx: &mut Context<'_>,
    ) -> Option<OptionId> {
        let found = self.known_option(point, &name.text);
        if found.is_none() {
            let at = &self.case.points[point.index()];
            cx.find(Code::UnknownOption, name.span, || unknown_option(at, name));
        }
        found
    }

    fn known_option(&self, point: PointId, text: &str) -> Option<OptionId> {
        let named = self.options[point.index()].get(text).copied();
        named.or_else(|| numbered(&self.case.points[point.index()], text))
    }

    /// The options picked on a point, each with its place; those with errors are reported.
    pub(super) fn picks(
        &self,
        point: PointId,
        picks: &Picks,
        cx: &mut Context<'_>,
    ) -> Vec<(OptionId, Span)> {
        match picks {
            Picks::Listed(names, _) => {
                let found = |name: &Name| Some((self.option(point, name, cx)?, name.span));
                names.iter().filter_map(found).collect()
            }
            Picks::Between { from, to, span } => {
                let ends = [from.as_ref(), to.as_ref()];
                let set = self.between(point, ends, *span, cx);
                set.iter().map(|option| (option, *span)).collect()
            }
        }
    }

    /// The options of a numeric point between two numbers, both included.
    fn between(
        &self,
        point: PointId,
        [from, to]: [Option<&Num>; 2],
        span: Span,
        cx: &mut Context<'_>,
    ) -> OptionSet {
        if !cx.are_read(from.into_iter().chain(to).map(|n| n.span)) {
            return OptionSet::EMPTY;
        }
        let at = &self.case.points[point.index()];
        if at.options.iter().any(|o| o.number.is_none()) {
            let message = format!("point `{}` has no numbers to give bounds on", at.id);
            cx.report(Code::WrongKind, span, message);
            return OptionSet::EMPTY;
        }
        let inside = |option: &Choice| {
            from.is_none_or(|from| option.number >= Some(from.value))
                && to.is_none_or(|to| option.number <= Some(to.value))
        };
        let options = at.options.iter().enumerate().filter(|(_, o)| inside(o));
        let set: OptionSet = options.map(|(o, _)| OptionId::at(o)).collect();
        if set.is_empty() {
            let message = format!("no number of point `{}` lies between these", at.id);
            cx.report(Code::Empty, span, message);
        }
        set
    }
}

fn look_up<'c, T: Copy, K: Iterator<Item = &'c str>>(
    table: &BTreeMap<&str, T>,
    name: &Name,
    code: Code,
    word: &str,
    known: impl Fn() -> K,
    cx: &mut Context<'_>,
) -> Option<T> {
    let found = table.get(name.text.as_str()).copied();
    if found.is_none() {
        cx.find(code, name.span, || {
            let known: Vec<&str> = known().collect();
            let message = format!("unknown {word} `{}`", name.text);
            Diagnostic::new(code, name.span, "", message)
                .expected(listed(word, &known))
                .nearest(&name.text, known)
        });
    }
    found
}

/// What can be set of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Settable {
    NoDeal(PartyId),
    Impasse(PartyId),
    Score(PartyId, PointId, OptionId),
}

impl Settable {
    pub(super) fn party(self) -> PartyId {
        match self {
            Self::NoDeal(party) | Self::Impasse(party) | Self::Score(party, ..) => party,
        }
    }
}

/// What the name of a thing to be set looks like.
const SET_FORM: &str = "PARTY.no_deal, PARTY.impasse, or PARTY.POINT.OPTION";

/// Values of a party that can be set.
const NO_DEAL: &str = "no_deal";
const IMPASSE: &str = "impasse";

impl Names<'_> {
    /// What `PARTY.no_deal`, `PARTY.impasse` or `PARTY.POINT.OPTION` stands for, or a report. Full
    /// stops may stand in the names as well, so that every way to part them is tried.
    pub(super) fn joined(&self, name: &Name, cx: &mut Context<'_>) -> Option<Settable> {
        let mut found = Vec::new();
        for (party, rest) in parts(&name.text, &self.case.parties, |p| &p.id) {
            let party = PartyId::at(party);
            match rest {
                NO_DEAL => found.push(Settable::NoDeal(party)),
                IMPASSE => found.push(Settable::Impasse(party)),
                _ => {}
            }
            for (point, option) in parts(rest, &self.case.points, |p| &p.id) {
                let point = PointId::at(point);
                let option = self.known_option(point, option);
                found.extend(option.map(|option| Settable::Score(party, point, option)));
            }
        }
        match found.as_slice() {
            [one] => Some(*one),
            [] => {
                self.unknown_joined(name, cx);
                None
            }
            _ => {
                cx.find(Code::Alternatives, name.span, || {
                    let message = format!("`{}` can be read in several ways", shown(&name.text));
                    Diagnostic::new(Code::Alternatives, name.span, "", message)
                        .expected("an overlay file, where party, point and option stand apart")
                });
                None
            }
        }
    }

    /// Reports the first part of a joined name that stands for nothing.
    fn unknown_joined(&self, name: &Name, cx: &mut Context<'_>) {
        if self.parties.contains_key(name.text.as_str()) {
            cx.find(Code::Malformed, name.span, || {
                let message = format!("`{}` names a party, and no value of it", name.text);
                Diagnostic::new(Code::Malformed, name.span, "", message).expected(SET_FORM)
            });
            return;
        }
        let by_party = parts(&name.text, &self.case.parties, |p| &p.id).last();
        let Some((_, rest)) = by_party else {
            self.party(&first_part(name, &name.text), cx);
            return;
        };
        if let Some((point, option)) = parts(rest, &self.case.points, |p| &p.id).last() {
            self.option(PointId::at(point), &part(name, option, option), cx);
            return;
        }
        if rest.contains('.') {
            self.point(&first_part(name, rest), cx);
            return;
        }
        let value = part(name, rest, rest);
        cx.find(Code::UnknownWord, value.span, || {
            let message = format!("`{}` is no value of a party", shown(rest));
            let points = self.case.points.iter().map(|p| p.id.as_str());
            Diagnostic::new(Code::UnknownWord, value.span, "", message)
                .expected("no_deal, impasse, or POINT.OPTION")
                .nearest(rest, [NO_DEAL, IMPASSE].into_iter().chain(points))
        });
    }
}

/// The entries whose identifier, and a full stop, a text begins with; and the rest of the text.
/// Longer identifiers come later.
fn parts<'t, T>(
    text: &'t str,
    entries: &[T],
    id: impl Fn(&T) -> &str,
) -> impl Iterator<Item = (usize, &'t str)> {
    let entries = entries.iter().enumerate();
    let mut found: Vec<(usize, &str)> = entries
        .filter_map(|(place, entry)| {
            let rest = text.strip_prefix(id(entry))?.strip_prefix('.')?;
            Some((place, rest))
        })
        .collect();
    found.sort_by_key(|(_, rest)| std::cmp::Reverse(rest.len()));
    found.into_iter()
}

/// The part of a joined name up to the first full stop of its rest.
fn first_part(whole: &Name, rest: &str) -> Name {
    let first = rest.split_once('.').map_or(rest, |(first, _)| first);
    part(whole, rest, first)
}

/// A part of a joined name with its place: `text` stands at the start of `rest`, the name's end.
fn part(whole: &Name, rest: &str, text: &str) -> Name {
    let start = whole.span.end.saturating_sub(rest.len());
    Name {
        text: shown(text),
        span: Span {
            start,
            end: start + text.len(),
        },
    }
}
