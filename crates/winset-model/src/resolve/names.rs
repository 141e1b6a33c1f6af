//! What the names of a file stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::points::{Known, Points};
use crate::case::Point;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::case::CaseFile;
use crate::file::context::Named as NameOf;
use crate::file::forms::Picks;
use crate::file::read::{Context, Name, Named};
use crate::number::{self, Exact};
use crate::options::{OptionId, OptionSet, PartyId, PointId};
use crate::register::DelegationId;

/// A kind of entry that has identifiers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// The type that is read, by whose name entries with errors are remembered.
    entry: &'static str,
    /// The word for it in messages.
    word: &'static str,
}

impl Kind {
    pub(super) const PARTY: Self = Self::new("PartyEntry", "party");
    const DELEGATION: Self = Self::new("DelegationEntry", "delegation");
    pub(super) const POINT: Self = Self::new("PointEntry", "point");
    pub(super) const OPTION: Self = Self::new("OptionEntry", "option");

    pub(super) const fn new(entry: &'static str, word: &'static str) -> Self {
        Self { entry, word }
    }

    /// The word for it in messages.
    pub(super) fn word(self) -> &'static str {
        self.word
    }

    /// Whether an entry of this name has errors, or occurs twice.
    pub(super) fn is_unclear(self, id: &str, cx: &Context<'_>) -> bool {
        cx.is_broken(self.entry, id)
    }
}

/// The names of a case and what they stand for.
#[derive(Debug)]
pub(super) struct Names<'a> {
    parties: BTreeMap<&'a str, PartyId>,
    points: BTreeMap<&'a str, PointId>,
    options: Vec<BTreeMap<&'a str, OptionId>>,
    delegations: BTreeMap<&'a str, DelegationId>,
    point_list: &'a Points,
}

/// Reports each name that occurs a second time, and remembers that it is not clear.
pub(super) fn unique<'a>(
    kind: Kind,
    names: impl Iterator<Item = &'a Name>,
    cx: &mut Context<'_>,
) -> BTreeMap<&'a str, Span> {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names {
        if let Some(first) = seen.get(name.text.as_str()) {
            cx.find(Code::DuplicateId, name.span, || {
                let message = format!("{} `{}` exists already", kind.word, name.text);
                Diagnostic::new(Code::DuplicateId, name.span, "", message)
                    .related(*first, "the first one is here")
            });
            cx.mark_broken(kind.entry, Some(&name.text));
        } else {
            seen.insert(&name.text, name.span);
        }
    }
    seen
}

/// Reports each name that is listed a second time.
pub(super) fn once<'a>(
    word: &str,
    names: impl IntoIterator<Item = &'a Name>,
    cx: &mut Context<'_>,
) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for name in names {
        if !seen.insert(&name.text) {
            let message = format!("{word} `{}` is listed twice", name.text);
            cx.report(Code::Repeated, name.span, message);
        }
    }
}

impl<'a> Names<'a> {
    /// Collects the names; reports those that occur twice.
    pub(super) fn new(file: &'a CaseFile, points: &'a Points, cx: &mut Context<'_>) -> Self {
        unique(Kind::PARTY, file.parties.0.iter().map(|p| &p.id), cx);
        unique(Kind::POINT, file.points.0.iter().map(|p| &p.id), cx);
        unique(
            Kind::DELEGATION,
            file.delegations.0.iter().map(|d| &d.id),
            cx,
        );
        let lists = [
            (Kind::PARTY, file.parties.0.is_empty()),
            (Kind::POINT, file.points.0.is_empty()),
            (
                Kind::DELEGATION,
                file.delegations.0.is_empty() && file.delegations.1 > 0,
            ),
        ];
        for (kind, _) in lists.iter().filter(|(_, unread)| *unread) {
            cx.mark_broken(kind.entry, None);
        }
        Self {
            parties: (file.parties.0.iter().enumerate())
                .map(|(i, p)| (p.id.text.as_str(), PartyId::at(i)))
                .collect(),
            points: (points.list.iter().enumerate())
                .map(|(i, p)| (p.id.as_str(), PointId::at(i)))
                .collect(),
            options: points.list.iter().map(|p| options(p)).collect(),
            delegations: (file.delegations.0.iter().enumerate())
                .map(|(i, d)| (d.id.text.as_str(), DelegationId(i)))
                .collect(),
            point_list: points,
        }
    }

    /// The party of this name, or a report.
    pub(super) fn party(&self, name: &Name, cx: &mut Context<'_>) -> Option<PartyId> {
        cx.name_used(name.span, || NameOf::Party(name.text.clone()));
        look_up(&self.parties, Kind::PARTY, Code::UnknownParty, name, cx)
    }

    /// The point of this name, or a report.
    pub(super) fn point(&self, name: &Name, cx: &mut Context<'_>) -> Option<PointId> {
        cx.name_used(name.span, || NameOf::Point(name.text.clone()));
        look_up(&self.points, Kind::POINT, Code::UnknownPoint, name, cx)
    }

    /// The delegation of this name, or a report.
    pub(super) fn delegation(&self, name: &Name, cx: &mut Context<'_>) -> Option<DelegationId> {
        let table = &self.delegations;
        look_up(table, Kind::DELEGATION, Code::UnknownEntry, name, cx)
    }

    /// The option of this name, or a report. On a numeric point, the same number written in
    /// another way is the same name.
    pub(super) fn option(
        &self,
        point: PointId,
        name: &Name,
        cx: &mut Context<'_>,
    ) -> Option<OptionId> {
        let table = &self.options[point.index()];
        let at = &self.point_list.list[point.index()];
        cx.name_used(name.span, || {
            NameOf::Option(at.id.clone(), name.text.clone())
        });
        let found = table.get(name.text.as_str()).copied();
        let found = found.or_else(|| numbered(at, &name.text));
        if found.is_none() && !self.is_open(point, cx) && !Kind::OPTION.is_unclear(&name.text, cx) {
            cx.find(Code::UnknownOption, name.span, || unknown_option(at, name));
        }
        found
    }

    /// The identifier of the point at this place.
    pub(super) fn point_id(&self, place: usize) -> &str {
        &self.point_list.list[place].id
    }

    /// Whether errors leave open which options a point has.
    pub(super) fn is_open(&self, point: PointId, cx: &Context<'_>) -> bool {
        let at = &self.point_list.list[point.index()];
        self.point_list.options[point.index()] == Known::Nothing
            || Kind::POINT.is_unclear(&at.id, cx)
    }

    /// The options picked on a point, or reports. Never empty.
    pub(super) fn picks(
        &self,
        point: PointId,
        picks: &Picks,
        cx: &mut Context<'_>,
    ) -> Option<OptionSet> {
        match picks {
            Picks::Listed(names, _) => self.listed_picks(point, names, cx),
            Picks::Between { from, to, span } => {
                let bounds = from.iter().chain(to).map(|n| n.span);
                if self.is_open(point, cx) || !cx.are_read(bounds) {
                    return None;
                }
                let at = &self.point_list.list[point.index()];
                if at.options.iter().any(|o| o.number.is_none()) {
                    let message = format!("point `{}` has no numbers to give bounds on", at.id);
                    cx.report(Code::WrongKind, *span, message);
                    return None;
                }
                // The numbers of a range ascend.
                let first = from.as_ref().map_or(0, |from| {
                    at.options.partition_point(|o| o.number < Some(from.value))
                });
                let end = to.as_ref().map_or(at.options.len(), |to| {
                    at.options.partition_point(|o| o.number <= Some(to.value))
                });
                let set: OptionSet = (first..end).map(OptionId::at).collect();
                if set.is_empty() {
                    let message = format!("no number of point `{}` lies between these", at.id);
                    cx.report(Code::Empty, *span, message);
                    return None;
                }
                Some(set)
            }
        }
    }

    fn listed_picks(
        &self,
        point: PointId,
        names: &[Name],
        cx: &mut Context<'_>,
    ) -> Option<OptionSet> {
        let mut set = OptionSet::EMPTY;
        let mut whole = true;
        for name in names {
            let Some(option) = self.option(point, name, cx) else {
                whole = false;
                continue;
            };
            if set.contains(option) {
                let message = format!("option `{}` is listed twice", name.text);
                cx.report(Code::Repeated, name.span, message);
            }
            set.insert(option);
        }
        whole.then_some(set)
    }

    /// The options picked on several points, in the points' order, or reports.
    pub(super) fn picks_by_point(
        &self,
        picks: &Named<Picks>,
        cx: &mut Context<'_>,
    ) -> Option<Vec<(PointId, OptionSet)>> {
        let mut found = Vec::new();
        for (name, picks) in &picks.0 {
            let point = self.point(name, cx);
            let set = point.and_then(|p| self.picks(p, picks, cx));
            found.push(point.zip(set));
        }
        let mut found: Vec<_> = found.into_iter().collect::<Option<_>>()?;
        found.sort_by_key(|(point, _)| *point);
        (picks.1 == 0).then_some(found)
    }
}

fn options(point: &Point) -> BTreeMap<&str, OptionId> {
    let options = point.options.iter().enumerate();
    options
        .map(|(i, o)| (o.id.as_str(), OptionId::at(i)))
        .collect()
}

/// On a numeric point, the option whose number is this one, in whatever writing.
pub(crate) fn numbered(point: &Point, text: &str) -> Option<OptionId> {
    let number = number::parse(text).ok()?;
    // Both are in lowest terms.
    let is_same = |n: Exact| n.numer() == number.numer() && n.denom() == number.denom();
    let place = point
        .options
        .iter()
        .position(|o| o.number.is_some_and(is_same))?;
    Some(OptionId::at(place))
}

/// The finding that a point does not have an option of this name.
pub(crate) fn unknown_option(point: &Point, name: &Name) -> Diagnostic {
    let message = format!("unknown option `{}` of point `{}`", name.text, point.id);
    let known: Vec<&str> = point.options.iter().map(|o| o.id.as_str()).collect();
    let finding = Diagnostic::new(Code::UnknownOption, name.span, "", message)
        .expected(listed("option", &known));
    match nearest_number(point, &name.text) {
        Some(id) => finding.nearest(id, [id]),
        None => finding.nearest(&name.text, known),
    }
}

/// On a numeric point, the option whose number is nearest to a number.
fn nearest_number<'p>(point: &'p Point, text: &str) -> Option<&'p str> {
    let wanted = number::parse(text).ok()?;
    let distance = |o: &crate::case::Choice| {
        let (low, high) = if o.number? < wanted {
            (o.number?, wanted)
        } else {
            (wanted, o.number?)
        };
        number::sub(high, low)
    };
    let near = point.options.iter().filter_map(|o| Some((distance(o)?, o)));
    let nearest = near.min_by(|a, b| a.0.cmp(&b.0))?;
    Some(&nearest.1.id)
}

fn look_up<T: Copy>(
    table: &BTreeMap<&str, T>,
    kind: Kind,
    code: Code,
    name: &Name,
    cx: &mut Context<'_>,
) -> Option<T> {
    let found = table.get(name.text.as_str()).copied();
    if found.is_none() && !kind.is_unclear(&name.text, cx) {
        cx.find(code, name.span, || {
            let known: Vec<&str> = table.keys().copied().collect();
            let message = format!("unknown {} `{}`", kind.word, name.text);
            Diagnostic::new(code, name.span, "", message)
                .expected(listed(kind.word, &known))
                .nearest(&name.text, known)
        });
    }
    found
}

/// Names of things of a kind for a message: all of a few, the first of many.
pub(crate) fn listed(word: &str, names: &[&str]) -> String {
    const SHOWN_MAX: usize = 12;
    match names.len() {
        0 => format!("nothing: the case has no {word}"),
        n if n <= SHOWN_MAX => format!("one of {}", names.join(", ")),
        n => format!("one of {}, ... ({n} in all)", names[..SHOWN_MAX].join(", ")),
    }
}
