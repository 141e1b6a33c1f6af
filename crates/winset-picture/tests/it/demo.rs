//! Pictures of the demonstration case, with its data written out.

use winset_picture::{
    Axis, Brackets, Conceded, Conceder, Concessions, Conflict, CountScale, Crossing, Demand, Dot,
    Event, EventKind, Frontier, Head, Intervals, Lane, MarkerShape, Picture, PicturedClash,
    PicturedInterval, PicturedLever, PicturedOffer, PicturedParty, PicturedVersion, Piece,
    Settlement, Steps, Timeline, brackets, concessions, conflict, frontier, intervals, steps,
    timeline,
};

/// All pictures with their names.
pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    let mut eased = clashes();
    "eased".clone_into(&mut eased.head.id);
    for demand in &mut eased.demands {
        demand.out = demand.label == "ORV-ceasefire";
    }
    for clash in &mut eased.clashes {
        clash.out = clash
            .demands
            .iter()
            .any(|demand| eased.demands[*demand].out);
    }
    let mut near = points();
    near.offers.clear();
    vec![
        ("conflict", conflict(&clashes())),
        ("conflict-eased", conflict(&eased)),
        ("conflict-many", conflict(&many_clashes())),
        ("frontier", frontier(&points())),
        ("frontier-near", frontier(&near)),
        ("steps", steps(&pressure())),
        ("steps-large", steps(&large_counts())),
        ("brackets", brackets(&versions())),
        ("timeline", timeline(&course())),
        ("concessions", concessions(&offers())),
        ("intervals", intervals(&scores())),
        ("gantt", crate::plan_demo::plan()),
        ("weeks", crate::plan_demo::weeks()),
    ]
}

fn head(id: &str, title: &str, description: &str) -> Head {
    Head {
        id: id.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
    }
}

pub(crate) fn parties() -> Vec<PicturedParty> {
    let party = |short: &str, name: &str, colour: &str, marker| PicturedParty {
        short: short.to_owned(),
        name: name.to_owned(),
        colour: Some(colour.to_owned()),
        marker: Some(marker),
    };
    vec![
        party(
            "ORV",
            "Federation of Orvane",
            "#8c3b3b",
            MarkerShape::Square,
        ),
        party("LET", "Republic of Lethia", "#2f5d8a", MarkerShape::Circle),
        party("MER", "Union of Meridia", "#6b6b2a", MarkerShape::Triangle),
        party(
            "CMP",
            "Coastal Compact (bloc of allies)",
            "#3f7a4d",
            MarkerShape::Diamond,
        ),
    ]
}

const DEMANDS: &[(&str, &str)] = &[
    (
        "ORV-territory",
        "Lethia leaves the rest of the Basin, or cedes it",
    ),
    (
        "ORV-ceasefire",
        "Hostilities cease only once the whole plan is in force",
    ),
    ("ORV-no-foreign-force", "No force of the Compact in Lethia"),
    (
        "ORV-alignment",
        "No accession of Lethia for 15 years, or neutrality",
    ),
    ("ORV-forces", "Not more than 500,000 in peacetime"),
    ("ORV-plant", "Orvane has a share of Kessin"),
    ("ORV-assets", "At least half of the assets is released"),
    ("ORV-sanctions", "Relief by milestone or sooner"),
    ("LET-territory", "No withdrawal from the Basin"),
    ("LET-guarantee", "A guarantee by treaty, or a force"),
    ("LET-forces", "At least 800,000 in peacetime"),
    ("LET-plant", "Orvane has no share of Kessin"),
    (
        "MER-guarantee-needs-vote",
        "No guarantee unless the people approve the plan",
    ),
    ("CMP-assets", "At most a third in a joint vehicle"),
    (
        "CMP-relief-needs-ceasefire",
        "No relief unless there is a ceasefire",
    ),
    (
        "assembly-majority",
        "151 of 300 seats in the Assembly of Lethia",
    ),
    (
        "council-unanimity-on-relief",
        "100 of 100 votes in the Council",
    ),
    (
        "council-weighted-on-assets",
        "62 of 100 votes in the Council",
    ),
];

const CLASHES: &[&[&str]] = &[
    &["LET-territory", "ORV-territory"],
    &["LET-forces", "ORV-forces"],
    &["LET-plant", "ORV-plant"],
    &["CMP-assets", "ORV-assets"],
    &["ORV-ceasefire", "ORV-territory"],
    &["ORV-territory", "assembly-majority"],
    &["ORV-ceasefire", "ORV-forces", "assembly-majority"],
    &["ORV-alignment", "ORV-ceasefire", "assembly-majority"],
    &[
        "ORV-sanctions",
        "ORV-territory",
        "council-unanimity-on-relief",
    ],
    &["ORV-assets", "ORV-territory", "council-weighted-on-assets"],
    &[
        "CMP-relief-needs-ceasefire",
        "ORV-ceasefire",
        "ORV-sanctions",
    ],
    &[
        "LET-guarantee",
        "MER-guarantee-needs-vote",
        "ORV-ceasefire",
        "ORV-no-foreign-force",
    ],
    &[
        "MER-guarantee-needs-vote",
        "ORV-ceasefire",
        "ORV-no-foreign-force",
        "assembly-majority",
    ],
    &[
        "MER-guarantee-needs-vote",
        "ORV-ceasefire",
        "ORV-no-foreign-force",
        "ORV-sanctions",
        "council-unanimity-on-relief",
    ],
];

pub(crate) fn clashes() -> Conflict {
    let owner = |label: &str| {
        parties()
            .iter()
            .position(|party| label.starts_with(&party.short))
    };
    let demand = |(label, says): &(&str, &str)| Demand {
        label: (*label).to_owned(),
        owner: owner(label),
        says: (*says).to_owned(),
        href: Some(format!("/demands/{label}")),
        out: false,
    };
    let place = |label: &&str| {
        DEMANDS
            .iter()
            .position(|(known, _)| known == label)
            .unwrap()
    };
    let clash = |(number, demands): (usize, &&[&str])| PicturedClash {
        number,
        demands: demands.iter().map(place).collect(),
        href: Some(format!("/clashes/{number}")),
        out: false,
    };
    Conflict {
        head: head(
            "clashes",
            "What stands in the way of the Sella Basin plan",
            "The declared lines defeat each other in 14 ways; Orvane's line on the ceasefire is in half",
        ),
        parties: parties(),
        of_none: "Votes".to_owned(),
        demands: DEMANDS.iter().map(demand).collect(),
        clashes: (1..).zip(CLASHES).map(clash).collect(),
    }
}

/// 120 clashes of two to four of 46 demands.
fn many_clashes() -> Conflict {
    let demand = |index: usize| Demand {
        label: format!("demand-{index}"),
        owner: Some(index % 5).filter(|owner| *owner < 4),
        ..Demand::default()
    };
    let clash = |number: usize| PicturedClash {
        number,
        demands: (0..2 + number % 3)
            .map(|nth| (number * 7 + nth * (11 + number / 9)) % 46)
            .collect(),
        out: number.is_multiple_of(9),
        ..PicturedClash::default()
    };
    Conflict {
        head: head("many", "120 clashes", "More than anybody reads at once"),
        parties: parties(),
        of_none: "Votes".to_owned(),
        demands: (0..46).map(demand).collect(),
        clashes: (1..=120).map(clash).collect(),
    }
}

/// Counts from nothing to 10^14.
fn large_counts() -> Steps {
    let counts = [
        "183458856960000",
        "91729428480000",
        "4586471424",
        "12441600",
        "38880",
        "912",
        "17",
        "1",
        "0",
    ];
    let piece = |(index, count): (i64, &str)| Piece {
        from: index * 5,
        to: index * 5 + 5,
        count: count.to_owned(),
    };
    Steps {
        head: head("large", "Packages by the no-deal value", ""),
        denominator: 10,
        of: "No-deal value".to_owned(),
        counted: "Packages".to_owned(),
        pieces: (0..).zip(counts).map(piece).collect(),
        current: Some((23, "now 2.3".to_owned())),
        levers: Vec::new(),
        crossings: Vec::new(),
        ..pressure()
    }
}

const PARETO: &[[i64; 2]] = &[
    [591, 673],
    [593, 671],
    [594, 670],
    [596, 668],
    [597, 667],
    [599, 665],
    [602, 662],
    [603, 659],
    [606, 656],
    [607, 651],
    [608, 650],
];

pub(crate) fn points() -> Frontier {
    let axis = |party: usize, no_deal: i64| Axis {
        party,
        title: parties()[party].name.clone(),
        denominator: 1,
        no_deal: Some((no_deal, format!("no deal {no_deal}"))),
    };
    let settlement = |name: &str, at: [i64; 2]| Settlement {
        at,
        name: name.to_owned(),
        href: Some("/settlements".to_owned()),
    };
    let offer = |(number, party, at): (u64, usize, [i64; 2])| PicturedOffer {
        at,
        party,
        is_named: true,
        number,
        title: format!("Offer {number}"),
        href: None,
    };
    let packages = (0..240).map(|n: i64| {
        let across = 590 + n * 7 % 19;
        [
            across,
            650 + (n * 11 % 24).min((608 - across) * 23 / 17 + 1),
        ]
    });
    Frontier {
        head: head(
            "frontier",
            "What Orvane and Lethia can reach together",
            "After the cheapest opening",
        ),
        parties: parties(),
        axes: [axis(0, 590), axis(1, 650)],
        packages: packages.collect(),
        points: PARETO
            .iter()
            .map(|at| Dot {
                at: *at,
                title: format!("{} and {}", at[0], at[1]),
                href: Some(format!("/packages?orv={}&let={}", at[0], at[1])),
            })
            .collect(),
        settlements: vec![
            settlement("Nash (principals)", [602, 662]),
            settlement("Kalai-Smorodinsky", [600, 662]),
            settlement("egalitarian", [602, 662]),
            settlement("utilitarian", [591, 673]),
            settlement("Nash (all four)", [600, 662]),
        ],
        offers: [
            (1, 0, [1000, 84]),
            (2, 1, [54, 1000]),
            (3, 0, [897, 185]),
            (4, 1, [330, 838]),
            (5, 0, [825, 320]),
        ]
        .into_iter()
        .map(offer)
        .collect(),
    }
}

pub(crate) fn pressure() -> Steps {
    let counts = [
        (530, "1764"),
        (550, "1503"),
        (560, "1251"),
        (570, "908"),
        (580, "555"),
        (590, "240"),
        (600, "49"),
        (610, "0"),
    ];
    let ends = counts.iter().skip(1).map(|(at, _)| *at).chain([i64::MAX]);
    let piece = |((from, count), to): (&(i64, &str), i64)| Piece {
        from: *from,
        to,
        count: (*count).to_owned(),
    };
    let lever = |party: usize, to: i64, label: &str| PicturedLever {
        party: Some(party),
        to,
        label: label.to_owned(),
        href: Some("/levers".to_owned()),
    };
    let crossing = |at: i64, label: &str| Crossing {
        at,
        label: label.to_owned(),
    };
    Steps {
        head: head(
            "pressure",
            "What Orvane's no-deal value is worth",
            "The overlap closes at 609",
        ),
        parties: parties(),
        party: Some(0),
        of: "No-deal value of Orvane".to_owned(),
        denominator: 1,
        counted: "Packages in the overlap".to_owned(),
        scale: CountScale::Fitting,
        pieces: counts.iter().zip(ends).map(piece).collect(),
        current: Some((590, "now 590".to_owned())),
        levers: vec![
            lever(2, 560, "MER-price-cap: −30 after 45 days, costs 10"),
            lever(3, 565, "CMP-asset-loan: −25 after 30 days, costs 20"),
            lever(0, 605, "ORV-new-front: +15 after 14 days"),
        ],
        crossings: vec![
            crossing(586, "14 April 2031"),
            crossing(578, "14 June 2031"),
            crossing(566, "14 September 2031"),
        ],
    }
}

pub(crate) fn versions() -> Brackets {
    let counts = [
        [31, 64, 9],
        [28, 61, 11],
        [24, 52, 12],
        [19, 45, 12],
        [19, 44, 13],
    ];
    Brackets {
        head: head(
            "versions",
            "The text, version by version",
            "Brackets fall from 31 to 19",
        ),
        series: ["brackets", "options", "pages"].map(str::to_owned).to_vec(),
        versions: (1..)
            .zip(counts)
            .map(|(number, values)| PicturedVersion {
                label: format!("SNT-{number}"),
                values: values.into_iter().map(Some).collect(),
                href: Some(format!("/text/{number}")),
            })
            .collect(),
    }
}

const EVENTS: &[(usize, i64, EventKind, &str)] = &[
    (0, 3, EventKind::Session, "SNT-1, shuttle"),
    (0, 7, EventKind::Session, "SNT-2, shuttle"),
    (0, 21, EventKind::Session, "SNT-3, shuttle"),
    (0, 29, EventKind::Session, "SNT-4, bilateral"),
    (0, 40, EventKind::Session, "SNT-5, shuttle"),
    (1, 3, EventKind::Offer, "offer 1"),
    (1, 21, EventKind::Offer, "offer 3"),
    (1, 40, EventKind::Offer, "offer 5"),
    (2, 7, EventKind::Offer, "offer 2"),
    (2, 29, EventKind::Offer, "offer 4"),
    (
        2,
        8,
        EventKind::Statement,
        "“We do not leave land that has not been taken from us.”",
    ),
    (
        1,
        9,
        EventKind::Statement,
        "“The Basin question is settled or there is no plan.”",
    ),
    (1, 21, EventKind::Statement, "“A pause can be discussed.”"),
    (
        2,
        30,
        EventKind::Statement,
        "“We support a three-way meeting.”",
    ),
    (
        4,
        33,
        EventKind::Statement,
        "“The assets stay where they are.”",
    ),
    (
        3,
        40,
        EventKind::Statement,
        "“Our role is to see whether there is any overlap.”",
    ),
    (5, 27, EventKind::Incident, "Brenn port: strike"),
    (5, 32, EventKind::Incident, "Kessin switchyard: drone"),
    (5, 37, EventKind::Incident, "Harrow district: shelling"),
    (5, 39, EventKind::Incident, "rail corridor: convoy held"),
];

pub(crate) fn course() -> Timeline {
    let lane = |title: &str, party: Option<usize>| Lane {
        title: title.to_owned(),
        party,
    };
    let when = |day: i64| match day {
        ..=28 => format!("{day} Feb"),
        _ => format!("{} Mar", day - 28),
    };
    Timeline {
        head: head(
            "course",
            "The talks so far",
            "Five sessions and five offers",
        ),
        parties: parties(),
        lanes: vec![
            lane("Sessions", None),
            lane("ORV", Some(0)),
            lane("LET", Some(1)),
            lane("MER", Some(2)),
            lane("CMP", Some(3)),
            lane("Incidents", None),
        ],
        events: EVENTS
            .iter()
            .map(|(lane, day, kind, label)| Event {
                lane: *lane,
                day: *day,
                when: when(*day),
                kind: *kind,
                label: (*label).to_owned(),
                title: (*label).to_owned(),
                href: None,
            })
            .collect(),
        today: Some((42, "as of 14 March 2031".to_owned())),
    }
}

fn scores() -> Intervals {
    let interval = |(label, value, half): (&str, i64, i64)| PicturedInterval {
        label: label.to_owned(),
        value,
        ends: Some((value - half, value + half)),
    };
    Intervals {
        head: head("intervals", "Mean advantage", "Boulware did best"),
        denominator: 10_000,
        measured: "advantage, with 95 % intervals".to_owned(),
        intervals: [
            ("boulware", 7_120, 310),
            ("micro", 6_900, 240),
            ("a strategy of a long name, made of parts", 4_010, 900),
        ]
        .map(interval)
        .into(),
    }
}

pub(crate) fn offers() -> Concessions {
    let offer = |(number, scores): &(usize, [i64; 4])| Conceded {
        label: format!("offer {number}"),
        scores: scores.iter().copied().map(Some).collect(),
    };
    let conceder = |party: usize, no_deal: i64, offers: &[(usize, [i64; 4])]| Conceder {
        party,
        no_deal: Some((no_deal, format!("no deal {no_deal}"))),
        offers: offers.iter().map(offer).collect(),
    };
    Concessions {
        head: head(
            "concessions",
            "Who gave what",
            "Orvane gave 175 of its own points, Lethia 162",
        ),
        parties: parties(),
        denominator: 1,
        conceders: vec![
            conceder(
                0,
                590,
                &[
                    (1, [1000, 84, 512, 92]),
                    (3, [897, 185, 586, 209]),
                    (5, [825, 320, 765, 369]),
                ],
            ),
            conceder(
                1,
                650,
                &[(2, [54, 1000, 685, 936]), (4, [330, 838, 857, 880])],
            ),
        ],
    }
}
