//! The annexes on the talks so far, and on checking the verdict.

use crate::paper::{Block, Section};
use std::collections::BTreeSet;

use super::commands::{winset, word};
use super::findings::Findings;
use crate::verify::ACCEPTED;
use winset::ask::ReportCheck;
use winset::model::options::PartyId;
use winset::told::called;
use winset::told::standing::Standing;
use winset::told::status::{headline, signal_in_words};
use winset::told::verdict::headline as solved;
use winset::told::words::{capital, counted, options, party_named};

/// The file that a check writes.
const PROOF: &str = "no-overlap.proof";

/// Where the talks stand.
pub(super) fn talks(findings: &Findings<'_>) -> Section {
    let (case, status) = (findings.case, &findings.status);
    let makers: BTreeSet<usize> = case.offers.iter().map(|offer| offer.by.index()).collect();
    let row = |(point, of): (&winset::model::case::Point, &winset::solve::PointStatus)| {
        let offers = makers.iter().map(|party| {
            let offer = of.offers.get(*party).copied().flatten();
            offer.map_or_else(|| "-".to_owned(), |o| called::option(point, o).to_string())
        });
        let inside = options(point, &of.allowed).join("; ");
        std::iter::once(point.title.clone())
            .chain(offers)
            .chain([if inside.is_empty() {
                "none".to_owned()
            } else {
                inside
            }])
            .collect()
    };
    let parties = makers
        .iter()
        .map(|party| capital(&party_named(case, PartyId::at(*party))));
    let head = std::iter::once("Point, latest offers".to_owned());
    let head = head.chain(parties).chain(["Inside all lines".to_owned()]);
    let mut blocks = vec![
        Block::Text(format!(
            "{} {} so far.",
            headline(status),
            counted(case.offers.len(), "offer")
        )),
        Block::Table {
            head: head.collect(),
            rows: case.points.iter().zip(&status.points).map(row).collect(),
        },
    ];
    if !status.signals.is_empty() {
        let signal = |signal| {
            let (source, said) = signal_in_words(case, signal);
            format!("{source}: {said}")
        };
        blocks.push(Block::Heading("Signals".to_owned()));
        blocks.push(Block::List(status.signals.iter().map(signal).collect()));
    }
    let signals = status.signals.iter().map(|s| signal_in_words(case, s).1);
    blocks.push(Block::Check(ReportCheck {
        claim: "This follows from the lines and offers of the case.".to_owned(),
        commands: vec![winset("status", &findings.file, &[])],
        prints: std::iter::once(headline(status)).chain(signals).collect(),
    }));
    Section {
        title: "The talks so far".to_owned(),
        blocks,
    }
}

/// How to check the verdict.
pub(super) fn verdict(findings: &Findings<'_>) -> Section {
    let file = &findings.file;
    let mut blocks = vec![Block::Text(
        "Every answer here was checked against the case before it was written. Who does not trust \
         that runs the commands in this report, from the folder it was made in. A proof is a file; \
         winset verify reads it with code that shares nothing with the search."
            .to_owned(),
    )];
    blocks.extend(match findings.brief.standing() {
        Standing::None(_) => Some(Block::Check(ReportCheck {
            claim: "No package is acceptable to all.".to_owned(),
            commands: vec![
                winset(
                    "solve",
                    file,
                    &["--brief", "--certificate", PROOF].map(str::to_owned),
                ),
                format!("{} {}", winset("verify", file, &[]), word(PROOF)),
            ],
            prints: vec![ACCEPTED.to_owned()],
        })),
        Standing::Overlap(overlap) => winset::told::standing::exact(&overlap.count).map(|_| {
            Block::Check(ReportCheck {
                claim: "So many packages are acceptable to all.".to_owned(),
                commands: vec![winset("solve", file, &["--brief".to_owned()])],
                prints: vec![solved(overlap, &findings.brief.verdict.packages)],
            })
        }),
        Standing::Undecided(..) => None,
    });
    Section {
        title: "How to check the verdict".to_owned(),
        blocks,
    }
}
