//! What-ifs: branches of the case side by side, changed by pointing and dragging; each can be kept as a
//! file, and adopted.

use std::time::Duration;

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use winset_answers::ask::verdict;
use winset_journal::Deed;
use winset_model::file::read::is_identifier;
use winset_model::overlay::{Changes, Flag, write};
use winset_model::positions::Positions;
use winset_solve::Branch;
use winset_told::compared;
use winset_told::messages::Language;

use super::acts::{Sent, once, proposed, wants_preview, written};
use super::downloads::kept;
use super::edit::by;
use super::frame::escaped;
use super::preview::{PreviewOf, preview};
use super::what_if_changes::{checked, field_name, in_words, lines, stated, values};
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
    branches: Vec<BranchForm>,
    table: Compared,
    once: String,
    writes: bool,
}

/// The answers alone, with what each branch says.
#[derive(Debug, Template)]
#[template(path = "compared.html")]
struct ComparedPart {
    words: &'static Language,
    base: String,
    branches: Vec<BranchForm>,
    table: Compared,
    once: String,
    writes: bool,
}

/// The case and its branches in rows.
#[derive(Debug)]
struct Compared {
    head: Vec<String>,
    rows: Vec<compared::Row>,
    points: Vec<compared::Row>,
}

/// A branch as it is filled in.
#[derive(Debug)]
struct BranchForm {
    n: usize,
    name: String,
    /// Each change: what it says, and the address without it.
    changes: Vec<(String, String)>,
    problems: Vec<String>,
    /// Where its overlay file is, where it changes something.
    overlay: Option<String>,
    /// What is sent to adopt it.
    fields: Vec<(String, String)>,
    controls: Controls,
}

/// What can be moved in a branch.
#[derive(Debug, Default)]
struct Controls {
    /// Ladders: field, owner, point, the step now, the last step, what each step says.
    ladders: Vec<Ladder>,
    /// Conditions that can be dropped and levers that can be pulled: field, words, whether set.
    drops: Vec<(String, String, bool)>,
    levers: Vec<(String, String, bool)>,
    /// Values without a deal: party, field, value now, value set.
    values: Vec<(String, String, String, String)>,
    /// Points that can be settled.
    fixes: Vec<Settled>,
}

/// A point that can be settled: its title, its field, its options with whether one is chosen.
#[derive(Debug)]
struct Settled {
    title: String,
    field: String,
    options: Vec<(String, String, bool)>,
}

/// A ladder to be dragged along.
#[derive(Debug)]
struct Ladder {
    field: String,
    owner: String,
    title: String,
    step: usize,
    last: usize,
    steps: Vec<(String, String)>,
}

/// A branch as its address states it.
struct Asked {
    name: String,
    flags: Vec<Flag>,
    problems: Vec<String>,
    changes: Option<Changes>,
}

/// Shows the page.
pub(super) async fn page(seat: Seat) -> Result<Response, Refusal> {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let (branches, table) = shown(seat);
        Ok(Page(WhatIfPage {
            frame: seat.frame("what-if"),
            branches,
            table,
            once: once().ok_or(Refusal::Fault)?,
            writes: adopts(seat),
        })
        .into_response())
    })
}

/// Shows the answers alone.
pub(super) async fn part(seat: Seat) -> Result<Response, Refusal> {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let (mut branches, table) = shown(seat);
        // The page has no place for others.
        branches.retain(|branch| seat.asked(&format!("name{}", branch.n)).is_some());
        Ok(Page(ComparedPart {
            words: seat.words,
            base: seat.base.clone(),
            branches,
            table,
            once: once().ok_or(Refusal::Fault)?,
            writes: adopts(seat),
        })
        .into_response())
    })
}

/// Whether a branch can be taken over into the case here.
fn adopts(seat: &Seat) -> bool {
    seat.writes() && !super::text::authors(seat).is_empty()
}

fn shown(seat: &Seat) -> (Vec<BranchForm>, Compared) {
    let asked: Vec<Asked> = (1..=BRANCHES)
        .map(|n| asked(seat, &seat.query, n))
        .collect();
    let filled = asked.iter().rposition(|branch| !branch.flags.is_empty());
    let filled = filled.map_or(0, |last| last + 1);
    let shown = (filled + 1).clamp(2, BRANCHES);
    let read: Vec<(String, &Changes)> = asked
        .iter()
        .filter_map(|branch| Some((branch.name.clone(), branch.changes.as_ref()?)))
        .collect();
    let table = compare(seat, &read);
    let forms = asked.iter().take(shown).enumerate();
    let forms = forms.map(|(at, branch)| form(seat, at + 1, branch));
    (forms.collect(), table)
}

/// A branch of a query or a form: its fields, and the lines of text that older links have.
fn asked(seat: &Seat, fields: &[(String, String)], n: usize) -> Asked {
    let case = seat.case();
    let field = |name: String| {
        let found = fields.iter().find(|(field, _)| *field == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let mut flags: Vec<Flag> = stated(fields, n).into_iter().map(|s| s.flag).collect();
    let mut problems = Vec::new();
    match lines(field(format!("changes{n}"))) {
        Ok(more) => flags.extend(more),
        Err(found) => problems = found,
    }
    let mut changes = None;
    if !flags.is_empty() {
        match checked(case, &flags) {
            Ok(found) => changes = Some(found),
            Err(found) => problems.extend(found),
        }
    }
    let name = match field(format!("name{n}")).trim() {
        "" => seat.words.count("branch-n", n).into_owned(),
        name => name.to_owned(),
    };
    Asked {
        name,
        flags,
        changes: changes.filter(|_| problems.is_empty()),
        problems,
    }
}

fn form(seat: &Seat, n: usize, branch: &Asked) -> BranchForm {
    let case = seat.case();
    let own = stated(&seat.query, n);
    let changes = own.iter().filter_map(|stated| {
        let rest = seat
            .query
            .iter()
            .filter(|(field, _)| *field != stated.field);
        let rest = rest.map(|(field, value)| format!("{}={}", escaped(field), escaped(value)));
        let without = format!(
            "{}/what-if?{}",
            seat.base,
            rest.collect::<Vec<_>>().join("&")
        );
        Some((in_words(case, &stated.flag)?, without))
    });
    let mut fields: Vec<(String, String)> = own
        .iter()
        .filter_map(|stated| {
            let sent = seat
                .query
                .iter()
                .find(|(field, _)| *field == stated.field)?;
            let (_, part) = sent.0.split_once('.')?;
            Some((format!("b1.{part}"), sent.1.clone()))
        })
        .collect();
    fields.push(("name1".to_owned(), branch.name.clone()));
    let overlay = branch.changes.as_ref().map(|_| {
        let query = fields
            .iter()
            .map(|(f, v)| format!("{}={}", escaped(f), escaped(v)));
        query.collect::<Vec<_>>().join("&")
    });
    BranchForm {
        n,
        name: branch.name.clone(),
        changes: changes.collect(),
        problems: branch.problems.clone(),
        overlay,
        fields,
        controls: controls(seat, n),
    }
}

fn controls(seat: &Seat, n: usize) -> Controls {
    let case = seat.case();
    let declared = Positions::declared(case);
    let value = |field: &str| seat.asked(field).unwrap_or_default().to_owned();
    let is_set = |field: &str| !matches!(value(field).as_str(), "" | "0");
    let mut controls = Controls::default();
    let movers = seat.view.snapshot.movers;
    for slider in super::slide::sliders(case, &declared, movers, &[]) {
        if slider.drop {
            let field = field_name(n, "drop", &slider.id);
            controls
                .drops
                .push((field.clone(), slider.title, is_set(&field)));
            continue;
        }
        let field = field_name(n, "step", &slider.id);
        let step: usize = value(&field).parse().unwrap_or(0);
        controls.ladders.push(Ladder {
            owner: slider.owner,
            title: slider.title,
            step: step.min(slider.last),
            last: slider.last,
            steps: slider.steps,
            field,
        });
    }
    for lever in &case.levers {
        let field = field_name(n, "pull", &lever.id);
        let flag = stated(&[(field.clone(), "1".to_owned())], n);
        let words = flag.first().and_then(|stated| in_words(case, &stated.flag));
        let words = words.unwrap_or_else(|| lever.id.clone());
        controls.levers.push((field.clone(), words, is_set(&field)));
    }
    for (party, part, now) in values(case) {
        let field = field_name(n, "set", &part);
        let set = value(&field);
        controls.values.push((party, field, now, set));
    }
    for point in &case.points {
        let field = field_name(n, "fix", &point.id);
        let chosen = value(&field);
        let options = point
            .options
            .iter()
            .map(|option| (option.id.clone(), option.label.clone(), option.id == chosen));
        controls.fixes.push(Settled {
            title: point.title.clone(),
            options: options.collect(),
            field,
        });
    }
    controls
}

/// The case and its branches in rows.
fn compare(seat: &Seat, read: &[(String, &Changes)]) -> Compared {
    let case = seat.case();
    let mut head = vec![seat.words.get("as-it-is").into_owned()];
    head.extend(read.iter().map(|(name, _)| name.clone()));
    if read.is_empty() {
        return Compared {
            head,
            rows: Vec::new(),
            points: Vec::new(),
        };
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
    Compared {
        head,
        rows: measures
            .map(|measure| measure.row(case, &answers))
            .collect(),
        points: compared::points(case, &answers),
    }
}

/// A branch as an overlay file.
pub(super) async fn overlay(seat: Seat) -> Result<Response, Refusal> {
    // Links of older pages have the changes as lines, under a name without a number.
    let renamed = seat.query.iter().map(|(field, value)| {
        let field = match field.as_str() {
            "changes" => "changes1",
            "name" => "name1",
            field => field,
        };
        (field.to_owned(), value.clone())
    });
    let fields: Vec<(String, String)> = renamed.collect();
    let branch = asked(&seat, &fields, 1);
    let changes = branch.changes.ok_or(Refusal::Input)?;
    let title = Some(branch.name.as_str());
    let name: String = branch
        .name
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
    let file = write(seat.case(), &name, title, &changes);
    Ok(kept(
        &format!("{name}.yaml"),
        "application/yaml",
        file.into_bytes(),
    ))
}

/// Takes a branch over into the case: as an amendment, shown before it is written.
pub(super) async fn adopt(mut seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    if !adopts(&seat) {
        return Err(Refusal::NotFound);
    }
    // A branch that does not fit comes back as it was sent.
    seat.query.clone_from(&sent.0);
    let branch = asked(&seat, &sent.0, 1);
    let changes = branch.changes.ok_or(Refusal::Input)?;
    let file = &seat.view.snapshot.seen.document;
    let deed = Deed::Amend {
        reason: Some(branch.name),
        changes: changes.adopted(seat.case(), file),
    };
    let refused = |problems: Vec<String>| {
        let (branches, table) = tokio::task::block_in_place(|| shown(&seat));
        let mut frame = seat.frame("what-if");
        frame.trouble.extend(problems);
        let page = WhatIfPage {
            frame,
            branches,
            table,
            once: once().ok_or(Refusal::Fault)?,
            writes: true,
        };
        Ok(Page(page).into_response())
    };
    let by = by(&seat, &sent);
    let act = match tokio::task::block_in_place(|| proposed(&seat, &sent, by, deed)) {
        Ok(act) => act,
        Err(problems) => return refused(problems),
    };
    if wants_preview(&sent) {
        let of = PreviewOf {
            page: "what-if",
            action: format!("{}/adopt", seat.base),
            changes: false,
        };
        return Ok(preview(&seat, &sent, &act, of));
    }
    match written(&seat, &act) {
        Ok(()) => Ok(Redirect::to(&format!("{}/case", seat.base)).into_response()),
        Err(problems) => refused(problems),
    }
}
