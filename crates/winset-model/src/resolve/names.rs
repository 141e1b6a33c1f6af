//! What the names of a file stand for.

use std::collections::BTreeMap;

use crate::case::Point;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::case::CaseFile;
use crate::file::forms::Picks;
use crate::file::read::{Context, Name, Named};
use crate::options::{OptionId, OptionSet, PartyId, PointId};

/// The names of a case and what they stand for.
#[derive(Debug)]
pub(super) struct Names<'a> {
    parties: BTreeMap<&'a str, PartyId>,
    points: BTreeMap<&'a str, PointId>,
    options: Vec<BTreeMap<&'a str, OptionId>>,
    delegations: BTreeMap<&'a str, Span>,
    point_list: &'a [Point],
}

/// Reports each name that occurs a second time.
pub(super) fn unique<'a>(
    what: &str,
    names: impl Iterator<Item = &'a Name>,
    cx: &mut Context<'_>,
) -> BTreeMap<&'a str, Span> {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names {
        if let Some(first) = seen.get(name.text.as_str()) {
            let message = format!("there is already a {what} `{}`", name.text);
            cx.push(
                Diagnostic::new(Code::DuplicateId, name.span, "", message)
                    .related(*first, "the first one is here"),
            );
        } else {
            seen.insert(&name.text, name.span);
        }
    }
    seen
}

impl<'a> Names<'a> {
    /// Collects the names; reports those that occur twice.
    pub(super) fn new(file: &'a CaseFile, points: &'a [Point], cx: &mut Context<'_>) -> Self {
        unique("party", file.parties.0.iter().map(|p| &p.id), cx);
        unique("point", file.points.0.iter().map(|p| &p.id), cx);
        let delegations = unique("delegation", file.delegations.iter().map(|d| &d.id), cx);
        let place = |i: usize| u16::try_from(i).unwrap_or(u16::MAX);
        Self {
            parties: (file.parties.0.iter().enumerate())
                .map(|(i, p)| (p.id.text.as_str(), PartyId(place(i))))
                .collect(),
            points: (points.iter().enumerate())
                .map(|(i, p)| (p.id.as_str(), PointId(place(i))))
                .collect(),
            options: points
                .iter()
                .map(|p| {
                    let options = p.options.iter().enumerate();
                    options
                        .map(|(i, o)| (o.id.as_str(), OptionId(place(i))))
                        .collect()
                })
                .collect(),
            delegations,
            point_list: points,
        }
    }

    /// The party of this name, or a report.
    pub(super) fn party(&self, name: &Name, cx: &mut Context<'_>) -> Option<PartyId> {
        look_up(&self.parties, "party", Code::UnknownParty, name, cx)
    }

    /// The point of this name, or a report.
    pub(super) fn point(&self, name: &Name, cx: &mut Context<'_>) -> Option<PointId> {
        look_up(&self.points, "point", Code::UnknownPoint, name, cx)
    }

    /// The delegation of this name, or a report.
    pub(super) fn delegation(&self, name: &Name, cx: &mut Context<'_>) -> Option<Span> {
        look_up(
            &self.delegations,
            "delegation",
            Code::UnknownEntry,
            name,
            cx,
        )
    }

    /// The option of this name, or a report.
    pub(super) fn option(
        &self,
        point: PointId,
        name: &Name,
        cx: &mut Context<'_>,
    ) -> Option<OptionId> {
        let options = &self.options[point.index()];
        let found = options.get(name.text.as_str()).copied();
        if found.is_none() && !cx.is_broken(&name.text) {
            let at = &self.point_list[point.index()];
            let message = format!("unknown option `{}` of point `{}`", name.text, at.id);
            let known: Vec<&str> = at.options.iter().map(|o| o.id.as_str()).collect();
            cx.push(
                Diagnostic::new(Code::UnknownOption, name.span, "", message)
                    .expected(listed(&known))
                    .nearest(&name.text, known),
            );
        }
        found
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
                let at = &self.point_list[point.index()];
                if at.options.iter().any(|o| o.number.is_none()) {
                    let message = format!("point `{}` has no numbers to give bounds on", at.id);
                    cx.report(Code::WrongKind, *span, message);
                    return None;
                }
                let inside = |o: &crate::case::Choice| {
                    o.number.is_some_and(|n| {
                        from.as_ref().is_none_or(|f| f.value <= n)
                            && to.as_ref().is_none_or(|t| n <= t.value)
                    })
                };
                let options = at.options.iter().enumerate().filter(|(_, o)| inside(o));
                let set: OptionSet = options.map(|(i, _)| OptionId::at(i)).collect();
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
        Some(found)
    }
}

fn look_up<T: Copy>(
    table: &BTreeMap<&str, T>,
    what: &str,
    code: Code,
    name: &Name,
    cx: &mut Context<'_>,
) -> Option<T> {
    let found = table.get(name.text.as_str()).copied();
    if found.is_none() && !cx.is_broken(&name.text) {
        let known: Vec<&str> = table.keys().copied().collect();
        cx.push(
            Diagnostic::new(
                code,
                name.span,
                "",
                format!("unknown {what} `{}`", name.text),
            )
            .expected(listed(&known))
            .nearest(&name.text, known),
        );
    }
    found
}

/// Names for a message: all of a few, the first of many.
fn listed(names: &[&str]) -> String {
    const SHOWN_MAX: usize = 12;
    match names.len() {
        0 => "nothing: there is none".to_owned(),
        n if n <= SHOWN_MAX => format!("one of {}", names.join(", ")),
        n => format!("one of {}, ... ({n} in all)", names[..SHOWN_MAX].join(", ")),
    }
}
