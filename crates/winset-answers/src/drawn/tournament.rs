//! Results of tournaments: advantages with intervals, and what was agreed beside what could have been.

use winset_model::number::Exact;
use winset_picture::{
    Axis, Dot, Frontier, Head, Intervals, Picture, PicturedInterval, PicturedParty, Settlement,
};
use winset_play::tournament::Landmarks;
use winset_told::tournament as told;
use winset_told::words::score;

use crate::ask::{ScenarioLine, StrategyLine, TournamentAnswer};

/// Advantages are drawn in parts of this.
const PARTS: i64 = 1_000_000;

/// The strategies' advantages with their intervals, the greatest first.
pub fn tournament_advantages(answer: &TournamentAnswer) -> Picture {
    let interval = |line: StrategyLine| PicturedInterval {
        value: parts(line.advantage),
        ends: line
            .advantage_95
            .map(|half| (parts(line.advantage - half), parts(line.advantage + half))),
        label: line.name,
    };
    winset_picture::intervals(&Intervals {
        head: Head {
            id: "advantages".to_owned(),
            title: told::ADVANTAGES_TITLE.to_owned(),
            description: told::ADVANTAGES_TITLE.to_owned(),
        },
        denominator: PARTS,
        measured: told::ADVANTAGES_MEASURED.to_owned(),
        intervals: answer.ranked().into_iter().map(interval).collect(),
    })
}

/// What was agreed on a scenario of two parties, its frontier, and what Nash and Kalai pick; none for a scenario of more
/// parties, or where its frontier is not known.
pub fn tournament_agreements(answer: &TournamentAnswer, scenario: usize) -> Option<Picture> {
    let line = answer.scenarios.get(scenario)?;
    let landmarks = line.landmarks.as_ref().ok()?;
    if line.parties.len() != 2 {
        return None;
    }
    let sums = &answer.figures.scenarios[scenario];
    let at = |scores: &[i64]| Some([*scores.first()?, *scores.get(1)?]);
    let dots = landmarks.frontier.iter().filter_map(|scores| {
        Some(Dot {
            at: at(scores)?,
            title: scores_of(line, scores),
            href: None,
        })
    });
    let party = |place: usize| PicturedParty {
        short: line.parties[place].id.clone(),
        name: line.parties[place].id.clone(),
        colour: None,
        marker: None,
    };
    Some(winset_picture::frontier(&Frontier {
        head: Head {
            id: format!("agreements-{scenario}"),
            title: told::agreements_title(&line.name),
            description: told::agreements(sums.deals, sums.agreed.len()),
        },
        parties: vec![party(0), party(1)],
        axes: [axis(line, 0), axis(line, 1)],
        packages: sums.agreed.keys().filter_map(|scores| at(scores)).collect(),
        points: dots.collect(),
        settlements: settlements(landmarks),
        offers: Vec::new(),
    }))
}

fn settlements(landmarks: &Landmarks) -> Vec<Settlement> {
    let named = |name: &'static str, points: &[Vec<i64>]| -> Vec<Settlement> {
        let each = points.iter().filter_map(|scores| {
            Some(Settlement {
                at: [*scores.first()?, *scores.get(1)?],
                name: name.to_owned(),
                href: None,
            })
        });
        each.collect()
    };
    let nash = named("Nash", &landmarks.nash);
    nash.into_iter()
        .chain(named("Kalai", &landmarks.kalai))
        .collect()
}

fn axis(line: &ScenarioLine, place: usize) -> Axis {
    let party = &line.parties[place];
    let scale = party.scale;
    Axis {
        party: place,
        title: party.id.clone(),
        denominator: scale.scale,
        no_deal: Some((
            scale.no_deal,
            told::no_deal(&unscaled(scale.no_deal, scale.scale)),
        )),
    }
}

fn scores_of(line: &ScenarioLine, scores: &[i64]) -> String {
    let each = line.parties.iter().zip(scores);
    let each =
        each.map(|(party, one)| format!("{} {}", party.id, unscaled(*one, party.scale.scale)));
    each.collect::<Vec<_>>().join(", ")
}

fn unscaled(value: i64, scale: i64) -> String {
    score(&Exact::new(value.into(), scale.into()))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place in a picture; shares are small numbers"
)]
fn parts(share: f64) -> i64 {
    (share * 1e6).round() as i64
}
