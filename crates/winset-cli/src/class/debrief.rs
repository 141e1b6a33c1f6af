//! What the groups of a class agreed, as a paper: nobody is named.

use winset::ask::{ClassAnswer, ClassOutcome, ClassRoom};
use winset::drawn::{self, FrontierShown, PicturePlace, frontier_axes};
use winset::model::case::Case;
use winset::model::options::{OptionId, Package, PartyId, PointId};
use winset::told::called;
use winset::told::class::{class_told, room_told, rooms_told};
use winset::told::messages::spoken_in;
use winset::told::settled::{picked, rule_in_words};
use winset::told::words::{capital, counted, party_named, score};

use crate::paper::{Block, Paper, Section};

/// Who may see it.
const BANNER: &str = "Contains the sealed values of all parties: for when the talks are over.";

/// The paper.
pub(super) fn paper(case: &Case, found: &ClassAnswer) -> Paper {
    let mut annexes = vec![agreed(case, found), points(case, found)];
    annexes.extend(rules(case, found));
    Paper {
        title: format!("{}: what was agreed", case.title),
        banner: BANNER.to_owned(),
        first: first(case, found),
        facts: facts(case, found),
        annexes,
    }
}

fn facts(case: &Case, found: &ClassAnswer) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("Case", format!("{} ({})", case.title, case.id)),
        ("Made by", format!("winset {}", env!("CARGO_PKG_VERSION"))),
    ];
    facts.extend(found.stopped.map(|reason| {
        let why = winset::told::stopped::stopped_by(reason);
        ("Unfinished", format!("not all of this was decided: {why}"))
    }));
    facts
}

fn scored(case: &Case) -> Vec<PartyId> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    parties
        .filter(|party| case.parties[party.index()].sheet.open().scores.is_some())
        .collect()
}

fn worth(case: &Case, party: PartyId, package: &Package) -> String {
    let value = case.score(party, package);
    value.map_or_else(String::new, |value| score(&case.unscaled(party, value)))
}

fn first(case: &Case, found: &ClassAnswer) -> Section {
    let outcomes = &found.outcomes;
    let count = |of: &dyn Fn(&ClassOutcome) -> bool| -> usize {
        outcomes
            .iter()
            .filter(|outcome| of(outcome))
            .map(|outcome| outcome.groups)
            .sum()
    };
    let mut lead = vec![class_told(found.groups, found.without_deal, outcomes.len())];
    if !outcomes.is_empty() {
        let outside = count(&|outcome| !outcome.fares.acceptable());
        let more = count(&|outcome| outcome.room == ClassRoom::More);
        lead.push(format!(
            "What {} agreed crosses a red line, breaks a condition or leaves a party below its value without a deal.",
            counted(outside, "group")
        ));
        let undecided = count(&|outcome| matches!(outcome.room, ClassRoom::Stopped(_)));
        lead.push(rooms_told(more, undecided));
    }
    let mut blocks = vec![Block::Lead(lead)];
    blocks.extend(picture(case, found).map(Block::Picture));
    blocks.push(Block::Text(
        "A mark with a number of groups is what they agreed on; other marks in rings are what rules of fairness pick. No \
         group is named, and the order of tables says nothing about who agreed what."
            .to_owned(),
    ));
    Section {
        title: "What the groups agreed".to_owned(),
        blocks,
    }
}

/// What was agreed, over the scores of the first two parties.
fn picture(case: &Case, found: &ClassAnswer) -> Option<String> {
    let axes = frontier_axes(case, None, None)?;
    let outcomes: Vec<(String, Package)> = found
        .outcomes
        .iter()
        .map(|outcome| (counted(outcome.groups, "group"), outcome.package.clone()))
        .collect();
    let picked = found
        .settlements
        .as_ref()
        .map_or_else(Vec::new, |of| picked(&of.found));
    let shown = FrontierShown {
        packages: &[],
        frontier: found.frontier.as_ref(),
        picked: &picked,
        tabled: Some(&[]),
        agreed: &outcomes,
    };
    let picture = drawn::frontier(case, spoken_in(case), axes, shown, PicturePlace::alone());
    Some(picture.as_str().to_owned())
}

fn agreed(case: &Case, found: &ClassAnswer) -> Section {
    let parties = scored(case);
    let head = ["Groups".to_owned()].into_iter();
    let head = head.chain(
        parties
            .iter()
            .map(|party| capital(&party_named(case, *party))),
    );
    let head = head.chain(
        [
            "Acceptable as declared",
            "Could somebody have had more, and nobody less",
        ]
        .map(str::to_owned),
    );
    let row = |outcome: &ClassOutcome| {
        let worths = parties
            .iter()
            .map(|party| worth(case, *party, &outcome.package));
        let better = match outcome.room {
            ClassRoom::More => Some(true),
            ClassRoom::None => Some(false),
            ClassRoom::Stopped(_) => None,
        };
        std::iter::once(outcome.groups.to_string())
            .chain(worths)
            .chain([unmet(case, outcome), room_told(better).to_owned()])
            .collect()
    };
    let values = parties.iter().filter_map(|party| {
        let value = case.parties[party.index()].sheet.open().no_deal?;
        let name = capital(&party_named(case, *party));
        Some(format!(
            "{name}: {} without a deal",
            score(&case.unscaled(*party, value))
        ))
    });
    Section {
        title: "Each package, and what it is worth".to_owned(),
        blocks: vec![
            Block::Table {
                head: head.collect(),
                rows: found.outcomes.iter().map(row).collect(),
            },
            Block::List(values.collect()),
        ],
    }
}

/// What a package breaks, in words.
fn unmet(case: &Case, outcome: &ClassOutcome) -> String {
    if outcome.fares.acceptable() {
        return "yes".to_owned();
    }
    let unmet = &outcome.fares.unmet;
    let demands = unmet.demands.iter();
    let demands = demands.map(|demand| winset::told::demand::in_words(case, *demand));
    let below = unmet.below_floor.iter();
    let below = below.map(|party| format!("worse than no deal for {}", party_named(case, *party)));
    format!(
        "no: {}",
        demands.chain(below).collect::<Vec<_>>().join("; ")
    )
}

/// On each point, how many groups agreed on which option.
fn points(case: &Case, found: &ClassAnswer) -> Section {
    let row = |(at, point): (usize, &winset::model::case::Point)| {
        let on = |option: OptionId| -> usize {
            let same = found.outcomes.iter();
            let same = same.filter(|outcome| outcome.package.on(PointId::at(at)) == option);
            same.map(|outcome| outcome.groups).sum()
        };
        let options = (0..point.options.len()).map(OptionId::at);
        let chosen = options
            .map(|option| (option, on(option)))
            .filter(|(_, n)| *n > 0);
        let told =
            chosen.map(|(option, n)| format!("{} ({n})", called::option(point, option).label));
        vec![
            format!("{}. {}", at + 1, called::point(point).label),
            told.collect::<Vec<_>>().join("; "),
        ]
    };
    Section {
        title: "Point by point".to_owned(),
        blocks: vec![Block::Table {
            head: ["Point", "Agreed by how many groups"]
                .map(str::to_owned)
                .to_vec(),
            rows: case.points.iter().enumerate().map(row).collect(),
        }],
    }
}

/// What rules of fairness pick.
fn rules(case: &Case, found: &ClassAnswer) -> Option<Section> {
    let picked = picked(&found.settlements.as_ref()?.found);
    let parties = scored(case);
    let row = |(rules, package): &(Vec<String>, &winset::check::Acceptable)| {
        let rules = rules
            .iter()
            .map(|rule| rule_in_words(rule))
            .collect::<Vec<_>>()
            .join("; ");
        let worths = parties
            .iter()
            .map(|party| worth(case, *party, package.package()));
        std::iter::once(capital(&rules)).chain(worths).collect()
    };
    let head = std::iter::once("Rule".to_owned());
    let head = head.chain(
        parties
            .iter()
            .map(|party| capital(&party_named(case, *party))),
    );
    (!picked.is_empty()).then(|| Section {
        title: "What rules of fairness pick".to_owned(),
        blocks: vec![Block::Table {
            head: head.collect(),
            rows: picked.iter().map(row).collect(),
        }],
    })
}
