//! The sheet of a role: what its party knows, and what is worth what to it.

use winset::check::ClashMember;
use winset::model::case::Case;
use winset::model::options::{OptionId, PartyId, PointId};
use winset::told::called;
use winset::told::demand::in_words;
use winset::told::owner;
use winset::told::words::{capital, party_named, score};

use crate::paper::{Block, Paper, Section};

/// The sheet, of the case as its party sees it.
pub(super) fn role(case: &Case, id: &str) -> Paper {
    let party = case.party_named(id);
    let name = party.map_or_else(|| id.to_owned(), |party| capital(&party_named(case, party)));
    let mut annexes = Vec::new();
    if let Some(party) = party {
        annexes.push(values(case, party));
        annexes.extend(demands(case, "What you will not give up", |owner| {
            owner == party
        }));
        annexes.extend(demands(case, "What you know of the others", |owner| {
            owner != party
        }));
    }
    Paper {
        title: format!("{}: {name}", case.title),
        banner: format!("Confidential: for {name} alone."),
        first: first(case, party, &name),
        facts: Vec::new(),
        annexes,
    }
}

fn first(case: &Case, party: Option<PartyId>, name: &str) -> Section {
    let others = (0..case.parties.len())
        .map(PartyId::at)
        .filter(|other| Some(*other) != party);
    let others: Vec<String> = others.map(|other| party_named(case, other)).collect();
    let mut lead = vec![format!("You negotiate for {name}.")];
    if let Some(disclaimer) = &case.register.disclaimer {
        lead.push(disclaimer.clone());
    }
    let no_deal = party.and_then(|party| {
        let value = case.parties[party.index()].sheet.open().no_deal?;
        Some(score(&case.unscaled(party, value)))
    });
    let mut blocks = vec![
        Block::Lead(lead),
        Block::Text(format!("At the table: {}.", winset::told::listed(&others, "and"))),
        Block::Text(
            "Nobody else has this sheet. Say of it what you like, to whom you like; do not show it.".to_owned(),
        ),
    ];
    blocks.extend(no_deal.map(|value| {
        Block::Text(format!(
            "If nothing is agreed, you have what is worth {value} to you. Agree to nothing that is worth less."
        ))
    }));
    Section {
        title: "Your part".to_owned(),
        blocks,
    }
}

/// The points with their options, and what each is worth.
fn values(case: &Case, party: PartyId) -> Section {
    let scores = case.parties[party.index()].sheet.open().scores.as_ref();
    let mut rows = Vec::new();
    for (at, point) in case.points.iter().enumerate() {
        for (place, option) in point.options.iter().enumerate() {
            let title = if place == 0 {
                format!("{}. {}", at + 1, called::point(point).label)
            } else {
                String::new()
            };
            let mut row = vec![title, option.label.clone()];
            row.extend(scores.map(|_| worth(case, party, PointId::at(at), OptionId::at(place))));
            rows.push(row);
        }
    }
    let mut head = vec!["Point".to_owned(), "It can be".to_owned()];
    head.extend(scores.map(|_| "Worth to you".to_owned()));
    let text = "On each point one of these is agreed. What a package is worth to you is the sum.";
    Section {
        title: "What is on the table".to_owned(),
        blocks: vec![Block::Text(text.to_owned()), Block::Table { head, rows }],
    }
}

fn worth(case: &Case, party: PartyId, point: PointId, option: OptionId) -> String {
    let scores = case.parties[party.index()].sheet.open().scores.as_ref();
    scores.map_or_else(String::new, |scores| {
        let scaled = scores.by_option[point.index()][option.index()];
        score(&case.unscaled(party, scaled))
    })
}

/// Red lines and conditions of some parties, as far as the reader sees them.
fn demands(case: &Case, title: &str, of: impl Fn(PartyId) -> bool) -> Option<Section> {
    let demands = case.demands().into_iter();
    let told = demands.filter(|demand| owner(case, ClashMember::Demand(*demand)).is_some_and(&of));
    let told: Vec<String> = told
        .map(|demand| capital(&in_words(case, demand)))
        .collect();
    (!told.is_empty()).then(|| Section {
        title: title.to_owned(),
        blocks: vec![Block::List(told)],
    })
}
