//! The register: the record, the prisoners, and what is said of parties and rules beyond what
//! decides.

use super::names::Names;
use super::plan::plan;
use super::prisoners::prisoners;
use super::record::{Record, record};
use super::rules::visible_to;
use crate::case::Visibility;
use crate::file::case::{BodyEntry, CaseFile, LeverEntry, PartyEntry};
use crate::file::parts::SheetFile;
use crate::file::read::{Context, Name};
use crate::private::Private;
use crate::register::{LeverFacts, PartyFacts, Register};

/// Resolves all that no search looks at; what has errors is left out.
pub(super) fn register(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Register {
    let Record {
        delegations,
        phases,
        sessions,
        statements,
        incidents,
    } = record(file, names, cx);
    let exchange = file.prisoners.as_ref();
    let exchange = exchange.map(|entry| prisoners(entry, names, cx));
    let delivery = file.plan.as_ref();
    let delivery = delivery.map(|entry| plan(entry, &file.phases.0, names, cx));
    let sheets = &file.preferences.0;
    Register {
        languages: file.languages.clone(),
        as_of: file.as_of.as_ref().map(|date| date.value),
        disclaimer: file.disclaimer.clone(),
        parties: file.parties.0.iter().map(|p| party(p, sheets)).collect(),
        point_notes: file.points.0.iter().map(|p| p.note.clone()).collect(),
        line_notes: file.lines.0.iter().map(|l| l.note.clone()).collect(),
        vote_notes: file.ratification.0.iter().map(vote_notes).collect(),
        levers: file.levers.0.iter().map(lever).collect(),
        delegations,
        phases,
        plan: delivery,
        prisoners: exchange,
        sessions,
        statements,
        incidents,
    }
}

fn vote_notes(entry: &BodyEntry) -> Vec<Option<String>> {
    let rules = entry.rules.0.iter();
    rules.map(|rule| rule.note.clone()).collect()
}

fn party(entry: &PartyEntry, sheets: &[(Name, SheetFile)]) -> PartyFacts {
    let PartyEntry {
        id,
        name: _,
        short: _,
        role,
        colour,
        marker,
        decides_by,
        no_deal,
        impasse: _,
        visibility,
        note,
        span: _,
    } = entry;
    let sheet = sheets.iter().find(|(name, _)| name.text == id.text);
    let bonuses = sheet.map_or(&[][..], |(_, sheet)| &sheet.bonuses.0);
    let no_deal_note = no_deal.as_ref().and_then(|n| n.0.note.clone());
    PartyFacts {
        role: role.clone(),
        colour: colour.as_ref().map(|colour| colour.value.clone()),
        marker: marker.map(Into::into),
        decides_by: decides_by.clone(),
        visibility: visible_to(*visibility, Visibility::Sealed),
        note: note.clone(),
        no_deal_note: Private::new(no_deal_note),
        bonus_notes: Private::new(bonuses.iter().map(|b| b.note.clone()).collect()),
    }
}

fn lever(entry: &LeverEntry) -> LeverFacts {
    let LeverEntry {
        id: _,
        by: _,
        target: _,
        no_deal_delta: _,
        cost_to_puller: _,
        delay_days: _,
        visibility,
        note,
        span: _,
    } = entry;
    LeverFacts {
        visibility: visible_to(*visibility, Visibility::Public),
        note: note.clone(),
    }
}
