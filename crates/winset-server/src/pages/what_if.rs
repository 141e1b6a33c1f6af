//! What-ifs: branches of the case side by side, and each as a file to keep.

use std::time::Duration;

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_answers::ask::verdict;
use winset_model::case::Case;
use winset_model::document::LineIndex;
use winset_model::file::read::is_identifier;
use winset_model::overlay::{Changes, Flag, FlagKind, flags_text, read_flags, write};
use winset_model::positions::Positions;
use winset_solve::Branch;
use winset_told::compared;

use super::downloads::kept;
use super::{Frame, Page, Seat};
use crate::http::Refusal;
use crate::within::within;

/// Branches at once.
const BRANCHES: usize = 4;
/// How long each branch may take.
const TIME: Duration = Duration::from_secs(2);

#[derive(Debug, Template)]
#[template(path = "what_if.html")]
struct WhatIfPage {
    frame: Frame,
    forms: Vec<Form>,
    suggestions: Vec<(&'static str, Vec<(String, String)>)>,
    head: Vec<String>,
    rows: Vec<compared::Row>,
    points: Vec<compared::Row>,
}

/// A branch as it is filled in.
#[derive(Debug)]
struct Form {
    n: usize,
    name: String,
    changes: String,
    problems: Vec<String>,
    query: Option<String>,
}

const KINDS: [FlagKind; 6] = [
    FlagKind::Set,
    FlagKind::Step,
    FlagKind::Drop,
    FlagKind::Fix,
    FlagKind::Exclude,
    FlagKind::Pull,
];

/// Shows the page.
pub(super) async fn page(seat: Seat) -> impl IntoResponse {
    let seat = &seat;
    tokio::task::block_in_place(|| shown(seat))
}

fn shown(seat: &Seat) -> Page<WhatIfPage> {
    let case = seat.case();
    let mut forms = Vec::new();
    let mut read: Vec<(String, Changes)> = Vec::new();
    for n in 1..=BRANCHES {
        let (name, changes) = asked(seat, n);
        let mut problems = Vec::new();
        let mut query = None;
        if !changes.trim().is_empty() {
            match flags(&changes).and_then(|flags| checked(case, &flags)) {
                Ok(found) => {
                    query = Some(format!(
                        "name={}&changes={}",
                        super::frame::escaped(&name),
                        super::frame::escaped(&changes)
                    ));
                    read.push((name.clone(), found));
                }
                Err(found) => problems = found,
            }
        }
        if n <= 2 || !changes.is_empty() {
            forms.push(Form {
                n,
                name,
                changes,
                problems,
                query,
            });
        }
    }
    if forms.len() < BRANCHES && forms.iter().all(|f| !f.changes.is_empty()) {
        let n = forms.len() + 1;
        forms.push(Form {
            n,
            name: default_name(seat, n),
            changes: String::new(),
            problems: Vec::new(),
            query: None,
        });
    }
    let (rows, points) = compare(seat, &read);
    let mut head = vec![seat.words.get("as-it-is").into_owned()];
    head.extend(read.into_iter().map(|(name, _)| name));
    Page(WhatIfPage {
        frame: seat.frame("what-if"),
        forms,
        suggestions: suggestions(seat),
        head,
        rows,
        points,
    })
}

fn default_name(seat: &Seat, n: usize) -> String {
    seat.words.count("branch-n", n).into_owned()
}

/// Name and changes of a branch, with what is to be added to it.
fn asked(seat: &Seat, n: usize) -> (String, String) {
    let field = |name: &str| seat.asked(&format!("{name}{n}")).unwrap_or_default();
    let mut changes = field("changes").replace("\r\n", "\n");
    let added = seat
        .query
        .iter()
        .filter(|(name, _)| *name == format!("add{n}"));
    for (_, more) in added.filter(|(_, more)| !more.is_empty()) {
        if !changes.is_empty() && !changes.ends_with('\n') {
            changes.push('\n');
        }
        changes.push_str(more);
    }
    let name = match field("name") {
        "" => default_name(seat, n),
        name => name.to_owned(),
    };
    (name, changes)
}

/// The changes of a text: one on each line, as on the command line with or without the hyphens.
fn flags(text: &str) -> Result<Vec<Flag>, Vec<String>> {
    let (mut flags, mut problems) = (Vec::new(), Vec::new());
    for (place, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (word, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let word = word.trim_start_matches('-');
        let kind = KINDS
            .into_iter()
            .find(|kind| kind.as_str().trim_start_matches('-') == word);
        match kind {
            Some(kind) => flags.push(Flag {
                kind,
                value: value.trim().to_owned(),
            }),
            None => problems.push(format!(
                "{}: `{word}`: set, step, drop, fix, exclude, pull",
                place + 1
            )),
        }
    }
    if problems.is_empty() {
        Ok(flags)
    } else {
        Err(problems)
    }
}

/// The changes that flags state; what is wrong with them, with the line of each.
fn checked(case: &Case, flags: &[Flag]) -> Result<Changes, Vec<String>> {
    read_flags(case, flags).map_err(|found| {
        let text = flags_text(flags);
        let index = LineIndex::new(text.as_bytes());
        let told = |finding: &winset_model::diagnostic::Diagnostic| {
            let (line, _) = index.position(finding.span.start);
            let meant = finding.suggestion.as_ref();
            let meant = meant.map_or_else(String::new, |name| format!(" → {name}?"));
            format!("{line}: {}{meant}", finding.message)
        };
        found.iter().map(told).collect()
    })
}

/// The case and its branches in rows.
fn compare(seat: &Seat, read: &[(String, Changes)]) -> (Vec<compared::Row>, Vec<compared::Row>) {
    let case = seat.case();
    if read.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let answer = |case, positions: &Positions| {
        within(TIME, &seat.view.findings.refusals, |budget| Branch {
            case,
            verdict: verdict(case, positions, budget),
        })
    };
    let applied: Vec<_> = read
        .iter()
        .map(|(_, changes)| changes.applied(case))
        .collect();
    let base = answer(case, &Positions::declared(case));
    let others: Vec<Branch<'_>> = applied
        .iter()
        .map(|a| answer(&a.case, &a.positions))
        .collect();
    let answers: Vec<&Branch<'_>> = std::iter::once(&base).chain(&others).collect();
    let measures = compared::measures(case, &answers).into_iter();
    (
        measures
            .map(|measure| measure.row(case, &answers))
            .collect(),
        compared::points(case, &answers),
    )
}

/// Changes to choose from: each with the line that states it and what it says.
fn suggestions(seat: &Seat) -> Vec<(&'static str, Vec<(String, String)>)> {
    let case = seat.case();
    let declared = Positions::declared(case);
    let movers = seat.view.snapshot.movers;
    let sliders = super::slide::sliders(case, &declared, movers, &[]);
    let (mut steps, mut drops) = (Vec::new(), Vec::new());
    for slider in sliders {
        if slider.drop {
            drops.push((format!("drop {}", slider.id), slider.id));
            continue;
        }
        for (n, (names, cost)) in slider.steps.iter().enumerate().skip(1) {
            let line = format!("step {}={n}", slider.id);
            steps.push((line, format!("{}: {names} ({cost})", slider.id)));
        }
    }
    let levers = case
        .levers
        .iter()
        .map(|lever| (format!("pull {}", lever.id), lever.id.clone()));
    let fixes = case.points.iter().flat_map(|point| {
        point.options.iter().map(move |option| {
            let line = format!("fix {}={}", point.id, option.id);
            (
                line,
                format!("{}: {} {}", point.title, option.id, option.label),
            )
        })
    });
    vec![
        ("kind-step", steps),
        ("kind-drop", drops),
        ("kind-pull", levers.collect()),
        ("kind-fix", fixes.collect()),
    ]
}

/// A branch as an overlay file.
pub(super) async fn overlay(seat: Seat) -> Result<Response, Refusal> {
    let text = seat.asked("changes").ok_or(Refusal::Input)?;
    let changes = flags(text).and_then(|flags| checked(seat.case(), &flags));
    let changes = changes.map_err(|_| Refusal::Input)?;
    let title = seat.asked("name").unwrap_or_default();
    let name: String = title
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "_.-".contains(c) {
                c
            } else {
                '-'
            }
        })
        .take(60)
        .collect();
    let name = if is_identifier(&name) {
        name
    } else {
        "branch".to_owned()
    };
    let file = write(
        seat.case(),
        &name,
        Some(title).filter(|t| !t.is_empty()),
        &changes,
    );
    Ok(kept(
        &format!("{name}.yaml"),
        "application/yaml",
        file.into_bytes(),
    ))
}
