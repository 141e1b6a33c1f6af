//! Checks what is asked for against a case: names, numbers and contradictions, all at once.

use std::collections::BTreeMap;

use super::apply::{Values, edited_sheet};
use super::changes::{Changes, OverlayChange, in_order};
use super::names::{Names, Settable};
use super::wanted::{Set, Target, Wanted};
use crate::case::{Case, DemandId, Party, Sheet};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::forms::{Picks, Whole};
use crate::file::read::{Context, Name};
use crate::options::{OptionId, OptionSet, PartyId, PointId};
use crate::private::Private;

/// The changes, when nothing is wrong with them; else everything that is wrong is reported.
pub(super) fn changes(case: &Case, wanted: &Wanted, cx: &mut Context<'_>) -> Option<Changes> {
    let mut check = Check {
        names: Names::new(case),
        list: Vec::new(),
        first: BTreeMap::new(),
        fixed: BTreeMap::new(),
        excluded: BTreeMap::new(),
        taken_away: BTreeMap::new(),
        cx,
    };
    let Wanted {
        sets,
        steps,
        drops,
        fixes,
        excludes,
        pulls,
    } = wanted;
    sets.iter().for_each(|set| check.set(set));
    steps
        .iter()
        .for_each(|(line, step)| check.step(line, *step));
    drops.iter().for_each(|demand| check.drop(demand));
    fixes
        .iter()
        .for_each(|(point, option)| check.fix(point, option));
    excludes
        .iter()
        .for_each(|(point, picks)| check.exclude(point, picks));
    pulls.iter().for_each(|lever| check.pull(lever));
    let edited = check.edited();
    let list = in_order(check.list);
    (!cx.failed()).then_some(Changes { list, edited })
}

/// What can be changed once only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Set(Settable),
    Step(usize),
    Drop(DemandId),
    Excluded(PointId, OptionId),
    Pull(usize),
    /// Any number of a party.
    Numbers(PartyId),
}

struct Check<'c, 'x, 'n> {
    names: Names<'c>,
    list: Vec<OverlayChange>,
    /// Where each thing is changed first.
    first: BTreeMap<Thing, Span>,
    /// The option that a point is fixed on, and where.
    fixed: BTreeMap<PointId, (OptionId, Span)>,
    excluded: BTreeMap<PointId, OptionSet>,
    /// Where a party loses its no-deal value.
    taken_away: BTreeMap<PartyId, Span>,
    cx: &'x mut Context<'n>,
}

impl<'c> Check<'c, '_, '_> {
    fn case(&self) -> &'c Case {
        self.names.case
    }

    /// Notes that a thing is changed; a second time is reported, with the place of the first.
    fn once(&mut self, thing: Thing, span: Span, what: impl FnOnce() -> String) -> bool {
        let Some(first) = self.first.insert(thing, span) else {
            return true;
        };
        self.first.insert(thing, first);
        self.clash(Code::Repeated, span, first, "the first time is here", what);
        false
    }

    /// Reports that a change does not go with an earlier one.
    fn clash(
        &mut self,
        code: Code,
        span: Span,
        other: Span,
        why: &str,
        what: impl FnOnce() -> String,
    ) {
        self.cx.find(code, span, || {
            Diagnostic::new(code, span, "", what()).related(other, why)
        });
    }

    fn set(&mut self, set: &Set) {
        let Some((settable, span)) = self.settable(&set.target) else {
            return;
        };
        let what = || "this is set already".to_owned();
        if !self.once(Thing::Set(settable), span, what) {
            return;
        }
        let Party { id, sheet, .. } = &self.case().parties[settable.party().index()];
        if sheet.open().scores.is_none() {
            let message = format!("party `{id}` has no preferences to compare this with");
            self.cx.report(Code::Alternatives, span, message);
            return;
        }
        let numbers = Thing::Numbers(settable.party());
        self.first.entry(numbers).or_insert(set.value_span);
        let value = set.value.as_ref().map(|n| n.value);
        match (settable, value) {
            (Settable::NoDeal(party), value) => {
                if value.is_none() {
                    self.taken_away.insert(party, span);
                }
                let value = Private::new(value);
                self.list.push(OverlayChange::NoDeal { party, value });
            }
            (Settable::Impasse(party), value) => {
                let value = Private::new(value);
                self.list.push(OverlayChange::Impasse { party, value });
            }
            (Settable::Score(party, point, option), Some(value)) => {
                self.list.push(OverlayChange::Score {
                    party,
                    point,
                    option,
                    value: Private::new(value),
                });
            }
            (Settable::Score(..), None) => self.cx.find(Code::WrongKind, set.value_span, || {
                let message = "a score cannot be taken away";
                Diagnostic::new(Code::WrongKind, set.value_span, "", message)
                    .expected("a number such as 12, -0.25 or 1/3")
            }),
        }
    }

    /// What is to be set, and where it is named; reported when there is no such thing.
    fn settable(&mut self, target: &Target) -> Option<(Settable, Span)> {
        match target {
            Target::NoDeal(party, span) => {
                let party = self.names.party(party, self.cx)?;
                Some((Settable::NoDeal(party), *span))
            }
            Target::Impasse(party, span) => {
                let party = self.names.party(party, self.cx)?;
                Some((Settable::Impasse(party), *span))
            }
            Target::Score {
                party,
                point,
                option,
            } => {
                let party = self.names.party(party, self.cx);
                let at = self.names.point(point, self.cx)?;
                let on = self.names.option(at, option, self.cx)?;
                Some((Settable::Score(party?, at, on), option.span))
            }
            Target::Joined(name) => {
                let found = self.names.joined(name, self.cx);
                debug_assert!(found.is_some() || self.cx.failed());
                Some((found?, name.span))
            }
        }
    }

    fn step(&mut self, name: &Name, step: Whole) {
        let Some(line) = self.names.line(name, self.cx) else {
            return;
        };
        let what = || format!("line `{}` is stepped already", name.text);
        if !self.once(Thing::Step(line), name.span, what) || !self.cx.are_read([step.span]) {
            return;
        }
        let last = self.case().lines[line].ladder.open().len() - 1;
        let steps = usize::try_from(step.value).ok().filter(|s| *s <= last);
        match steps {
            Some(step) => self.list.push(OverlayChange::Step { line, step }),
            None => self.cx.find(Code::StepBeyond, step.span, || {
                let has = match last {
                    0 => "no step beyond its declared one".to_owned(),
                    1 => "1 step beyond its declared one".to_owned(),
                    many => format!("{many} steps beyond its declared one"),
                };
                let message = format!("line `{}` has {has}, not {}", name.text, step.value);
                let expected = match last {
                    0 => "0".to_owned(),
                    last => format!("a number from 0 to {last}"),
                };
                Diagnostic::new(Code::StepBeyond, step.span, "", message).expected(expected)
            }),
        }
    }

    fn drop(&mut self, name: &Name) {
        let Some(demand) = self.names.demand(name, self.cx) else {
            return;
        };
        let what = || format!("`{}` is dropped already", name.text);
        if !self.once(Thing::Drop(demand), name.span, what) {
            return;
        }
        if let DemandId::Line(line) = demand
            && let Some(step) = self.first.get(&Thing::Step(line)).copied()
        {
            let what = || format!("line `{}` is dropped, so it takes no step", name.text);
            let why = "it takes a step here";
            self.clash(Code::Contradiction, name.span, step, why, what);
        }
        self.list.push(OverlayChange::Drop(demand));
    }

    fn fix(&mut self, at: &Name, on: &Name) {
        let Some(point) = self.names.point(at, self.cx) else {
            return;
        };
        let Some(option) = self.names.option(point, on, self.cx) else {
            return;
        };
        if let Some((_, first)) = self.fixed.get(&point).copied() {
            let what = || format!("point `{}` is fixed already", at.text);
            let why = "it is fixed here";
            self.clash(Code::Contradiction, at.span, first, why, what);
            return;
        }
        self.fixed.insert(point, (option, at.span));
        self.list.push(OverlayChange::Fix { point, option });
    }

    fn exclude(&mut self, at: &Name, picks: &Picks) {
        let Some(point) = self.names.point(at, self.cx) else {
            return;
        };
        let mut options = OptionSet::EMPTY;
        for (option, span) in self.names.picks(point, picks, self.cx) {
            let id = self.case().points[point.index()].options[option.index()]
                .id
                .clone();
            let what = || format!("option `{id}` of point `{}` is excluded already", at.text);
            if self.once(Thing::Excluded(point, option), span, what) {
                options.insert(option);
            }
            self.against_fix(point, option, span);
        }
        if options.is_empty() {
            return;
        }
        self.list.push(OverlayChange::Exclude {
            point,
            options: options.clone(),
        });
        let excluded = self.excluded.entry(point).or_insert(OptionSet::EMPTY);
        let before = excluded.clone();
        *excluded = before.or(&options);
        self.against_all(point, at.span, &before, &options);
    }

    /// Reports an option that is fixed and excluded.
    fn against_fix(&mut self, at: PointId, on: OptionId, span: Span) {
        let Some((_, fixed)) = self.fixed.get(&at).copied().filter(|(o, _)| *o == on) else {
            return;
        };
        let point = &self.case().points[at.index()];
        let id = &point.options[on.index()].id;
        let what = || {
            format!(
                "option `{id}` of point `{}` is fixed and excluded",
                point.id
            )
        };
        let why = "it is fixed here";
        self.clash(Code::Contradiction, span, fixed, why, what);
    }

    /// Reports a point that has no option left.
    fn against_all(&mut self, at: PointId, span: Span, before: &OptionSet, now: &OptionSet) {
        let point = &self.case().points[at.index()];
        if before.or(now).len() < point.options.len() {
            return;
        }
        let what = || format!("no option of point `{}` is left", point.id);
        let first = before.least().map(|first| Thing::Excluded(at, first));
        match first.and_then(|first| self.first.get(&first).copied()) {
            Some(first) => {
                let why = "others are excluded here";
                self.clash(Code::Contradiction, span, first, why, what);
            }
            None => self.cx.report(Code::Contradiction, span, what()),
        }
    }

    fn pull(&mut self, name: &Name) {
        let Some(lever) = self.names.lever(name, self.cx) else {
            return;
        };
        let what = || format!("lever `{}` is pulled already", name.text);
        if !self.once(Thing::Pull(lever), name.span, what) {
            return;
        }
        let target = self.case().levers[lever].target;
        let id = &self.case().parties[target.index()].id;
        if let Some(taken) = self.taken_away.get(&target).copied() {
            let what = format!(
                "`{}` moves the no-deal value of `{id}`, which is none",
                name.text
            );
            let why = "it is taken away here";
            self.clash(Code::Contradiction, name.span, taken, why, || what);
            return;
        }
        self.first
            .entry(Thing::Numbers(target))
            .or_insert(name.span);
        self.list.push(OverlayChange::Pull(lever));
    }

    /// The sheets of the parties whose numbers change, as a file edited by hand would give them.
    fn edited(&mut self) -> Vec<Option<Private<Sheet>>> {
        let parties = (0..self.case().parties.len()).map(PartyId::at);
        let parties: Vec<PartyId> = parties.collect();
        let mut edited = Vec::with_capacity(parties.len());
        for party in parties {
            let Some(span) = self.first.get(&Thing::Numbers(party)).copied() else {
                edited.push(None);
                continue;
            };
            let id = &self.case().parties[party.index()].id;
            let values = Values::after(self.case(), party, &self.list);
            let told = match values {
                None => (
                    format!("the no-deal value of `{id}` cannot be held after its levers"),
                    "smaller numbers, or fewer decimals",
                ),
                Some(values) => match edited_sheet(self.case(), party, &self.list, &values) {
                    Ok(sheet) => {
                        edited.push(Some(Private::new(sheet)));
                        continue;
                    }
                    Err(fault) => fault.told(id),
                },
            };
            edited.push(None);
            let (message, expected) = told;
            self.cx.find(Code::NumberRange, span, || {
                Diagnostic::new(Code::NumberRange, span, "", message).expected(expected)
            });
        }
        edited
    }
}
