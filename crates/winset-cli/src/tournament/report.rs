//! Results of a tournament as one HTML file, for reading and printing.

use askama::Template;
use winset::ask::{LeftOutPart, TournamentAnswer};
use winset::drawn::{Picture, STYLESHEET, tournament_advantages, tournament_agreements};
use winset::told::tournament as told;
use winset::told::words::grouped;

use super::rows;

/// Most scenarios whose agreements are drawn.
const DRAWN_MAX: usize = 4;
/// Most pairs that are listed.
const PAIRS_MAX: usize = 200;

/// The page: it loads nothing, and every text is escaped; pictures escape their own.
#[derive(Template)]
#[template(path = "tournament.html")]
struct ReportPage<'r> {
    report: &'r TournamentReport,
    stylesheet: &'static str,
}

/// What the page says.
struct TournamentReport {
    title: String,
    banner: &'static str,
    lead: Vec<String>,
    sections: Vec<ReportSection>,
}

/// A part of it.
struct ReportSection {
    title: &'static str,
    paragraphs: Vec<String>,
    pictures: Vec<Picture>,
    table: Option<ReportTable>,
}

/// A table; the first cell of each row names it.
struct ReportTable {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Writes it.
pub(super) fn html(answer: &TournamentAnswer) -> Result<String, askama::Error> {
    let report = TournamentReport {
        title: told::REPORT_TITLE.to_owned(),
        banner: told::REPORT_BANNER,
        lead: lead(answer),
        sections: sections(answer),
    };
    let page = ReportPage {
        report: &report,
        stylesheet: STYLESHEET,
    };
    page.render()
}

fn lead(answer: &TournamentAnswer) -> Vec<String> {
    let figures = &answer.figures;
    let held = told::held(figures.negotiations, figures.deals);
    let best = answer.ranked().into_iter().next();
    let best = best.map(|line| told::best(&line.name, line.advantage, line.advantage_95));
    std::iter::once(held).chain(best).collect()
}

fn sections(answer: &TournamentAnswer) -> Vec<ReportSection> {
    let scores = ReportSection {
        title: told::SCORES_TITLE,
        paragraphs: vec![told::SCORES_MEAN.to_owned()],
        pictures: vec![tournament_advantages(answer)],
        table: Some(table(rows::scores(answer))),
    };
    let drawn = (0..answer.scenarios.len()).filter_map(|at| tournament_agreements(answer, at));
    let scenarios = ReportSection {
        title: told::SCENARIOS_TITLE,
        paragraphs: Vec::new(),
        pictures: drawn.take(DRAWN_MAX).collect(),
        table: Some(table(rows::scenarios(answer))),
    };
    let left: Vec<String> = answer
        .left_out()
        .iter()
        .map(LeftOutPart::sentence)
        .collect();
    let left = (!left.is_empty()).then(|| ReportSection {
        title: told::LEFT_OUT_TITLE,
        paragraphs: left,
        pictures: Vec::new(),
        table: None,
    });
    std::iter::once(scores)
        .chain(against(answer))
        .chain(pairs(answer))
        .chain(equilibrium(answer))
        .chain([scenarios])
        .chain(left)
        .collect()
}

fn against(answer: &TournamentAnswer) -> Option<ReportSection> {
    Some(ReportSection {
        title: told::AGAINST_TITLE,
        paragraphs: Vec::new(),
        pictures: Vec::new(),
        table: Some(table(rows::against(answer)?)),
    })
}

fn pairs(answer: &TournamentAnswer) -> Option<ReportSection> {
    let all = answer.pairs();
    let differ = all.iter().filter(|pair| pair.differs()).count();
    let mut paragraphs = vec![told::differing(differ, all.len())];
    if all.len() > PAIRS_MAX {
        paragraphs.push(told::first_only(&grouped(PAIRS_MAX)));
    }
    let listed = rows::pairs(answer, PAIRS_MAX);
    (!all.is_empty()).then(|| ReportSection {
        title: told::PAIRS_TITLE,
        paragraphs,
        pictures: Vec::new(),
        table: Some(table(listed)),
    })
}

fn equilibrium(answer: &TournamentAnswer) -> Option<ReportSection> {
    let game = answer.meta_game().filter(|_| answer.strategies.len() > 1)?;
    Some(ReportSection {
        title: told::EQUILIBRIUM_TITLE,
        paragraphs: told::equilibria(&answer.strategies, game),
        pictures: Vec::new(),
        table: None,
    })
}

/// A table of rows of which the first is its head.
fn table(mut rows: Vec<Vec<String>>) -> ReportTable {
    let body = rows.split_off(1.min(rows.len()));
    ReportTable {
        head: rows.pop().unwrap_or_default(),
        rows: body,
    }
}
