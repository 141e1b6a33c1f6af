//! Results of a tournament as a paper, for reading and printing.

use winset::ask::{LeftOutPart, TournamentAnswer};
use winset::drawn::{tournament_advantages, tournament_agreements};
use winset::told::tournament as told;
use winset::told::words::grouped;

use super::rows;
use crate::paper::{Block, Paper, Section};

/// Most scenarios whose agreements are drawn.
const DRAWN_MAX: usize = 4;
/// Most pairs that are listed.
const PAIRS_MAX: usize = 200;

/// The paper.
pub(super) fn paper(answer: &TournamentAnswer) -> Paper {
    let annexes = against(answer).into_iter();
    let annexes = annexes.chain(pairs(answer)).chain(equilibrium(answer));
    Paper {
        title: told::REPORT_TITLE.to_owned(),
        banner: told::REPORT_BANNER.to_owned(),
        first: scores(answer),
        facts: Vec::new(),
        annexes: annexes
            .chain([scenarios(answer)])
            .chain(left_out(answer))
            .collect(),
    }
}

fn lead(answer: &TournamentAnswer) -> Vec<String> {
    let figures = &answer.figures;
    let held = told::held(figures.negotiations, figures.deals);
    let best = answer.ranked().into_iter().next();
    let best = best.map(|line| told::best(&line.name, line.advantage, line.advantage_95));
    std::iter::once(held).chain(best).collect()
}

fn section(title: &str, blocks: Vec<Block>) -> Section {
    Section {
        title: title.to_owned(),
        blocks,
    }
}

fn scores(answer: &TournamentAnswer) -> Section {
    let picture = tournament_advantages(answer).as_str().to_owned();
    let blocks = vec![
        Block::Lead(lead(answer)),
        Block::Text(told::SCORES_MEAN.to_owned()),
        Block::Picture(picture),
        table(rows::scores(answer)),
    ];
    section(told::SCORES_TITLE, blocks)
}

fn scenarios(answer: &TournamentAnswer) -> Section {
    let drawn = (0..answer.scenarios.len()).filter_map(|at| tournament_agreements(answer, at));
    let drawn = drawn.take(DRAWN_MAX);
    let pictures = drawn.map(|picture| Block::Picture(picture.as_str().to_owned()));
    let blocks = pictures.chain([table(rows::scenarios(answer))]);
    section(told::SCENARIOS_TITLE, blocks.collect())
}

fn left_out(answer: &TournamentAnswer) -> Option<Section> {
    let left = answer.left_out();
    let left = left.iter().map(LeftOutPart::sentence).map(Block::Text);
    let left: Vec<Block> = left.collect();
    (!left.is_empty()).then(|| section(told::LEFT_OUT_TITLE, left))
}

fn against(answer: &TournamentAnswer) -> Option<Section> {
    let rows = rows::against(answer)?;
    Some(section(told::AGAINST_TITLE, vec![table(rows)]))
}

fn pairs(answer: &TournamentAnswer) -> Option<Section> {
    let all = answer.pairs();
    let differ = all.iter().filter(|pair| pair.differs()).count();
    let mut blocks = vec![Block::Text(told::differing(differ, all.len()))];
    if all.len() > PAIRS_MAX {
        blocks.push(Block::Text(told::first_only(&grouped(PAIRS_MAX))));
    }
    blocks.push(table(rows::pairs(answer, PAIRS_MAX)));
    (!all.is_empty()).then(|| section(told::PAIRS_TITLE, blocks))
}

fn equilibrium(answer: &TournamentAnswer) -> Option<Section> {
    let game = answer.meta_game().filter(|_| answer.strategies.len() > 1)?;
    let told = told::equilibria(&answer.strategies, game).into_iter();
    Some(section(
        told::EQUILIBRIUM_TITLE,
        told.map(Block::Text).collect(),
    ))
}

/// A table of rows of which the first is its head.
fn table(mut rows: Vec<Vec<String>>) -> Block {
    let body = rows.split_off(1.min(rows.len()));
    Block::Figures {
        head: rows.pop().unwrap_or_default(),
        rows: body,
    }
}
