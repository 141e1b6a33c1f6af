//! Tables of results, for the terminal and the report alike; the first row is the head.

use winset::ask::TournamentAnswer;
use winset::play::statistics::nearest;
use winset::play::tournament::PairTest;
use winset::told::tournament as told;
use winset::told::words::grouped;

/// How each strategy did, the best first.
pub(super) fn scores(answer: &TournamentAnswer) -> Vec<Vec<String>> {
    let mut rows = vec![told::SCORE_HEADS.map(str::to_owned).to_vec()];
    for line in answer.ranked() {
        let mut row = vec![
            line.name.clone(),
            grouped(line.seats),
            told::percent(line.deal_rate),
            told::number(Some(line.utility)),
            told::number(Some(line.welfare)),
            told::number(Some(line.advantage)),
            told::number(line.advantage_95),
        ];
        row.extend((0..3).map(|at| told::number(line.distances.map(|far| far[at]))));
        rows.push(row);
    }
    rows
}

/// Who did what to whom; none where it is left out, or there is one strategy.
pub(super) fn against(answer: &TournamentAnswer) -> Option<Vec<Vec<String>>> {
    let cells = answer.against().filter(|rows| rows.len() > 1)?;
    let names: Vec<String> = answer.ranked().into_iter().map(|line| line.name).collect();
    let head = std::iter::once(String::new()).chain((1..=names.len()).map(|n| n.to_string()));
    let mut rows: Vec<Vec<String>> = vec![head.collect()];
    for (place, (name, cells)) in names.iter().zip(cells).enumerate() {
        let head = std::iter::once(format!("{} {name}", place + 1));
        rows.push(head.chain(cells.into_iter().map(told::number)).collect());
    }
    Some(rows)
}

/// The surest of the pairs.
pub(super) fn pairs(answer: &TournamentAnswer, most: usize) -> Vec<Vec<String>> {
    let mut sorted: Vec<&PairTest> = answer.pairs().iter().collect();
    sorted.sort_by(|a, b| a.test.p.cmp(&b.test.p));
    let mut rows = vec![told::PAIR_HEADS.map(str::to_owned).to_vec()];
    for pair in sorted.into_iter().take(most) {
        let (better, worse, [wins, losses]) = told::ordered(pair);
        rows.push(vec![
            told::over(&answer.strategies[better], &answer.strategies[worse]),
            told::number(Some(nearest(&pair.difference).abs())),
            format!("{wins} : {losses} : {}", pair.test.ties),
            told::probability(nearest(&pair.corrected)),
        ]);
    }
    rows
}

/// The scenarios.
pub(super) fn scenarios(answer: &TournamentAnswer) -> Vec<Vec<String>> {
    let mut rows = vec![told::SCENARIO_HEADS.map(str::to_owned).to_vec()];
    for (line, sums) in answer.scenarios.iter().zip(&answer.figures.scenarios) {
        let points = line
            .landmarks
            .as_ref()
            .ok()
            .map(|found| grouped(found.frontier.len()));
        rows.push(vec![
            line.name.clone(),
            grouped(line.packages),
            points.unwrap_or_else(|| "-".to_owned()),
            grouped(sums.negotiations),
            grouped(sums.deals),
        ]);
    }
    rows
}
