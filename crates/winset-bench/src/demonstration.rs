//! The demonstration case: reading it, its verdict with a checked proof, and the whole command.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

use winset_model::case::{Case, DemandId};
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::overlay::{Changes, Flag, FlagKind, read_flags};
use winset_model::positions::Positions;
use winset_solve::{
    Budget, DAYS_MAX, Difference, FloorMode, OpeningTerms, Order, SettlementTerms, Settlements,
    StepLimits, Wanted, branch, clashes, compare, crossing_dates, joint_pressure, levers, openings,
    overlap, pressure, settlements, steps, unchanged, verdict,
};

use crate::measure::{median_of, ms};

const RUNS: usize = 101;
const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");

/// Prints medians; the whole command is timed when its path is given.
pub(crate) fn run(command: Option<&str>) -> Result<(), String> {
    let bytes = std::fs::read(CASE).map_err(|e| format!("{CASE}: {e}"))?;
    let read = || winset_model::read_case(&bytes, Syntax::Yaml);
    let case = read()
        .map_err(|_| format!("{CASE}: not a valid case"))?
        .case;
    let declared = Positions::declared(&case);
    let budget = Budget::unlimited();
    println!("reading the file: {}", ms(median_of(RUNS, read)));
    let one = median_of(RUNS, || overlap(&case, &declared, &budget));
    println!("overlap or none, with checked proof: {}", ms(one));
    let both = median_of(RUNS, || verdict(&case, &declared, &budget));
    println!("the same, and once more without floors: {}", ms(both));
    let steps = six_steps(&case)?;
    println!(
        "a what-if of the six steps: {}",
        ms(median_of(RUNS, || what_if(&case, &steps)))
    );
    for (floors, what, runs) in [
        (FloorMode::Ignore, "left out", 11),
        (FloorMode::Keep, "as background", 11),
        (FloorMode::Members, "as members", 1),
    ] {
        let ask = || clashes(&case, &declared, floors, None, &budget);
        let found = ask();
        println!(
            "all clashes and corrections, floors {what}: {} and {}, {}",
            found.list.len(),
            found.corrections.len(),
            ms(median_of(runs, ask))
        );
    }
    for (wanted, order, what) in [
        (Wanted::First(1), Order::Cost, "the cheapest opening"),
        (Wanted::First(3), Order::Cost, "the three cheapest openings"),
        (Wanted::All, Order::Cost, "all minimal openings"),
        (
            Wanted::First(1),
            Order::Largest,
            "the opening that leaves nobody alone",
        ),
    ] {
        let asked = OpeningTerms {
            order,
            ..OpeningTerms::default()
        };
        let ask = || openings(&case, &declared, &asked, wanted, &budget);
        let count = ask().list.len();
        println!("{what} ({count}), proven: {}", ms(median_of(11, ask)));
    }
    moves(&case, "declared", &declared);
    moves(&case, "opened", &opened(&case));
    moves(&case, "opened, values raised", &raised(&case));
    if let Some(command) = command {
        if !Path::new(command).exists() {
            return Err(format!("{command}: no such file"));
        }
        let whole = median_of(RUNS, || {
            Command::new(command)
                .args(["solve", CASE])
                .stdout(Stdio::null())
                .status()
        });
        println!("the whole command: {}", ms(whole));
    }
    Ok(())
}

/// The steps of the opening that the case's author states.
fn six_steps(case: &Case) -> Result<Changes, String> {
    let steps = [
        "ORV-territory=1",
        "LET-territory=1",
        "ORV-ceasefire=2",
        "ORV-forces=1",
        "LET-plant=1",
        "ORV-assets=1",
    ];
    let flag = |step: &str| Flag {
        kind: FlagKind::Step,
        value: step.to_owned(),
    };
    read_flags(case, &steps.map(flag)).map_err(|_| "no such steps".to_owned())
}

/// The whole answer to a what-if: the base, the changed positions, how they differ, and what
/// settlement rules pick then.
fn what_if(case: &Case, changes: &Changes) -> (Difference, Settlements) {
    let budget = Budget::unlimited();
    let base = branch(case, &Positions::declared(case), &budget);
    let applied = changes.applied(case);
    let changed = branch(&applied.case, &applied.positions, &budget);
    let terms = SettlementTerms::of(&applied.case);
    let settled = settlements(&applied.case, &applied.positions, &terms, &[], &budget);
    (compare(&base, &changed), settled)
}

/// The positions after the steps of the cheapest opening.
fn opened(case: &Case) -> Positions {
    let mut positions = Positions::declared(case);
    for (line, step) in OPENING {
        if let Some(DemandId::Line(line)) = case.demand_named(line) {
            positions.steps[line] = step;
        }
    }
    positions
}

/// The same with values so high that they alone close it.
fn raised(case: &Case) -> Positions {
    let mut positions = opened(case);
    for (party, value) in RAISED {
        if let Some(party) = case.party_named(party) {
            positions.floors[party.index()] = Some(value);
        }
    }
    positions
}

const OPENING: [(&str, usize); 6] = [
    ("ORV-territory", 1),
    ("LET-territory", 1),
    ("ORV-ceasefire", 2),
    ("ORV-forces", 1),
    ("LET-plant", 1),
    ("ORV-assets", 1),
];
const RAISED: [(&str, i64); 4] = [
    ("orvane", 612),
    ("lethia", 676),
    ("meridia", 700),
    ("compact", 760),
];

/// Everything about pressure and time.
fn moves(case: &Case, what: &str, positions: &Positions) {
    const RUNS: usize = 11;
    let budget = Budget::unlimited();
    let parties = || (0..case.parties.len()).map(PartyId::at);
    let each: [(&str, &dyn Fn()); 6] = [
        ("each party alone", &|| {
            black_box(pressure(case, positions, &budget));
        }),
        ("several together", &|| {
            black_box(joint_pressure(case, positions, None, &budget));
        }),
        ("sets of levers", &|| {
            black_box(levers(case, positions, None, &budget));
        }),
        ("time, together and each alone", &|| {
            black_box(crossing_dates(case, positions, DAYS_MAX, &budget));
        }),
        ("where nothing changes, each party", &|| {
            for party in parties() {
                let _ = black_box(unchanged(case, positions, party, &budget));
            }
        }),
        ("step functions, each party", &|| {
            for party in parties() {
                let limits = StepLimits::default();
                let _ = black_box(steps(case, positions, party, limits, &budget));
            }
        }),
    ];
    for (name, ask) in each {
        println!("pressure, {what}, {name}: {}", ms(median_of(RUNS, ask)));
    }
}
