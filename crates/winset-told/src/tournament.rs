//! Results of tournaments in words, for pages and reports.

use winset_play::statistics::{MetaGame, nearest};
use winset_play::tournament::PairTest;
use winset_solve::BigRatio;

use crate::words::{counted, listed};
use crate::{decimals, grouped};

/// Heads of the table of strategies.
pub const SCORE_HEADS: [&str; 10] = [
    "",
    "seats",
    "deals",
    "utility",
    "welfare",
    "advantage",
    "± 95 %",
    "to frontier",
    "to Nash",
    "to Kalai",
];

/// What the table of strategies says.
pub const SCORES_MEAN: &str = "Means over all seats, worked out exactly and rounded here. Utility and welfare (of \
    all at the table together) are in each scenario's own units. Advantage is what was gained over no deal as a share \
    of the most that could be; ± 95 % is Student's interval of its mean over blocks, that is over opponents, sides, \
    scenarios and rounds, with the repetitions of each counted together. Distances are those of deals, as shares of \
    the way from everybody's worst to everybody's best: 0 is there.";

/// Heads of the table of pairs.
pub const PAIR_HEADS: [&str; 4] = ["", "ahead by", "won : lost : even", "p, corrected"];

/// Heads of the table of scenarios.
pub const SCENARIO_HEADS: [&str; 5] = ["", "packages", "on the frontier", "negotiations", "deals"];

/// The title of the report.
pub const REPORT_TITLE: &str = "Results of a tournament";
/// What it is made of, above and below it.
pub const REPORT_BANNER: &str =
    "Talks between programs. Confidential: it shows what packages are worth to each side";
/// Titles of parts of results.
pub const SCORES_TITLE: &str = "How each strategy did";
/// The matrix.
pub const AGAINST_TITLE: &str = "Advantage of rows against columns";
/// The tests.
pub const PAIRS_TITLE: &str = "Pairs under the same circumstances";
/// The equilibria.
pub const EQUILIBRIUM_TITLE: &str = "Which strategies would be picked";
/// The scenarios.
pub const SCENARIOS_TITLE: &str = "Scenarios";
/// What is missing.
pub const LEFT_OUT_TITLE: &str = "What is left out";

/// Who did best.
pub fn best(name: &str, advantage: f64, half: Option<f64>) -> String {
    let within = half.map_or_else(String::new, |half| format!(" ± {half:.4}"));
    format!("{name} did best, with a mean advantage of {advantage:.4}{within}.")
}

/// That not all pairs are listed.
pub fn first_only(most: &str) -> String {
    format!("The {most} surest are listed.")
}

/// The better of a pair before the other.
pub fn over(better: &str, worse: &str) -> String {
    format!("{better} over {worse}")
}

/// The title of the picture of advantages.
pub const ADVANTAGES_TITLE: &str = "Mean advantage of each strategy";

/// What that picture measures.
pub const ADVANTAGES_MEASURED: &str = "what was gained over no deal, as a share of the most that could be; lines: 95 % \
    intervals over blocks";

/// The title of the picture of what was agreed on a scenario.
pub fn agreements_title(scenario: &str) -> String {
    format!("What was agreed on {scenario}")
}

/// What that picture shows.
pub fn agreements(deals: u64, different: usize) -> String {
    format!(
        "{} with {} of scores; light: agreements, dark: packages that nothing acceptable beats",
        counted(deals, "deal"),
        counted(different, "different pair")
    )
}

/// What no deal is worth, at its line.
pub fn no_deal(worth: &str) -> String {
    format!("no deal {worth}")
}

/// How many negotiations were held.
pub fn held(negotiations: u64, deals: u64) -> String {
    format!(
        "{} held, {} with a deal.",
        counted(negotiations, "negotiation"),
        grouped(deals)
    )
}

/// A share from 0 to 1.
pub fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}

/// A number to four places; a dash where there is none.
pub fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.4}"))
}

/// A probability to four places, as far as these show it.
pub fn probability(p: f64) -> String {
    if p < 0.0001 {
        "< 0.0001".to_owned()
    } else {
        format!("{p:.4}")
    }
}

/// How many of all pairs differ.
pub fn differing(differ: usize, of: usize) -> String {
    let verb = if differ == 1 { "differs" } else { "differ" };
    format!(
        "{} of {} {verb} at 5 %: Wilcoxon's signed rank test of advantages with the same opponents, sides, scenario \
         and rounds, corrected by Holm's method for all pairs.",
        grouped(differ),
        counted(of, "pair")
    )
}

/// The better of a pair by the mean, the other, and how often the better was ahead and behind.
pub fn ordered(pair: &PairTest) -> (usize, usize, [u64; 2]) {
    let ahead = [pair.test.wins, pair.test.losses];
    if pair.difference < BigRatio::default() {
        (pair.second, pair.first, [ahead[1], ahead[0]])
    } else {
        (pair.first, pair.second, ahead)
    }
}

/// What people would pick who know the mean advantages.
pub fn equilibria(names: &[String], game: &MetaGame) -> Vec<String> {
    let pairs = game.pure.iter().map(|[one, two]| {
        if one == two {
            format!("{} on both sides", names[*one])
        } else {
            format!("{} against {}", names[*one], names[*two])
        }
    });
    let pairs: Vec<String> = pairs.collect();
    let pure = match pairs.as_slice() {
        [] => "No pair of strategies is an equilibrium: one side always does better with another."
            .to_owned(),
        [one] => format!(
            "One pair is an equilibrium, in which neither side does better with another strategy: {one}."
        ),
        more => format!(
            "{} pairs are equilibria, in which neither side does better with another strategy: {}.",
            grouped(more.len()),
            listed(more, "and")
        ),
    };
    let shared = names.iter().zip(&game.mixed);
    let shared = shared.filter(|(_, share)| **share != BigRatio::default());
    let shares: Vec<String> = shared
        .map(|(name, share)| {
            let hundredfold = share * BigRatio::from_integer(100.into());
            format!("{name} {} %", decimals::decimal(&hundredfold, 2))
        })
        .collect();
    let mixed = format!(
        "Where both sides pick alike, no strategy does better than this: {}. It brings an advantage of {:.4}.",
        listed(&shares, "and"),
        nearest(&game.value)
    );
    vec![pure, mixed]
}

/// That a part is left out, of a scenario or of all.
pub fn left_out(part: &str, scenario: Option<&str>, why: &str) -> String {
    match scenario {
        Some(scenario) => format!("Left out: {part} on {scenario}, as {why}."),
        None => format!("Left out: {part}, as {why}."),
    }
}
