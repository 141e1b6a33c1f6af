//! Each kind of change as people read it, and words for whatever a file may say.

use winset_model::amendment::{CaseChange, CasePath, apply};
use winset_model::case_from_document;
use winset_model::document::{Node, Syntax, parse};

use super::changes_told;
use super::keys::{LABELS, said_of};

fn read(text: &str) -> Node {
    parse(text.as_bytes(), Syntax::Yaml).unwrap()
}

fn demonstration() -> Node {
    read(include_str!("../../../../cases/sella-basin.yaml"))
}

/// A small case with an assumption, a range and a rule as a phrase.
fn pier() -> Node {
    read("
format: winset-case/1
id: pier
title: The pier
parties: [{id: ann, name: Ann Boats, no_deal: 4}, {id: bob, name: Bob}]
points:
  - {id: land, title: Landing, options: [{id: keep, label: Keep}, {id: leave, label: Leave}]}
  - {id: fee, title: Fee, range: {from: 0, to: 10, step: 1, unit: coins}}
preferences: {ann: {land: {weight: 2, scores: [1, 0]}}, bob: {land: {values: [0, 3]}}}
lines: [{id: A-land, owner: ann, point: land, ladder: [{accept: [keep], cost: 0}]}]
links: [{id: B-if, owner: bob, rule: if land = keep then fee = 3, relax_cost: 3}]
ratification:
  - id: moot
    body: Village Moot
    for_party: bob
    seats: 5
    rules: [{id: moot-all, need: 3}]
    blocs: [{id: old, label: The Elders, seats: 5, accepts: {land: [keep]}}]
assumptions: [{id: guess, by: ann, about: bob, no_deal: 2, lines: [{id: B-land, point: land, ladder: [{accept: [leave], cost: 0}]}]}]
")
}

fn place(at: &str) -> CasePath {
    CasePath::of(at.split('/').map(str::to_owned).collect()).unwrap()
}

fn node(value: &str) -> Node {
    read(&format!("v: {value}")).under("v").unwrap().clone()
}

fn set(at: &str, value: &str) -> CaseChange {
    let (at, to) = (place(at), Some(node(value)));
    CaseChange::Set { at, to }
}

fn unset(at: &str) -> CaseChange {
    CaseChange::Set {
        at: place(at),
        to: None,
    }
}

fn add(list: &str, entry: &str) -> CaseChange {
    let (list, entry, after) = (place(list), node(entry), None);
    CaseChange::Add { list, entry, after }
}

fn retire(at: &str) -> CaseChange {
    CaseChange::Retire { at: place(at) }
}

fn rename(at: &str, to: &str) -> CaseChange {
    let (at, to) = (place(at), to.to_owned());
    CaseChange::Rename { at, to }
}

fn order(list: &str, names: &[&str]) -> CaseChange {
    CaseChange::Order {
        list: place(list),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    }
}

fn check(file: &Node, change: CaseChange, expected: &str) {
    let changes = [change];
    let after = apply(file, &changes).unwrap();
    let after = case_from_document(&after).ok().map(|reading| reading.case);
    let told = changes_told(&changes, file, after.as_ref());
    assert_eq!(told, [expected]);
}

#[test]
fn points_options_and_parties() {
    let file = demonstration();
    let file = &file;
    check(
        file,
        set("title", "The plan"),
        "changes the title of the case from “The Sella Basin plan in twenty points” to “The plan”",
    );
    check(
        file,
        set("as_of", "2031-04-01"),
        "changes the day that the case describes from “2031-03-14” to “2031-04-01”",
    );
    check(
        file,
        set("points/line/title", "Pockets"),
        "rewords the point “Northern pockets” to “Pockets”",
    );
    check(
        file,
        set("points/line/options/l2/text", "A swap."),
        "changes the wording of the option “Exchange of pockets” from “The Parties exchange the areas shown on Map 3.” to “A swap.”",
    );
    check(
        file,
        add(
            "points",
            "{id: fish, title: Fishing, options: [{id: n, label: None}, {id: y, label: Shared}]}",
        ),
        "adds the point “Fishing” with the options “None” and “Shared”",
    );
    check(
        file,
        add("points/line/options", "{id: l4, label: A lease}"),
        "adds the option “A lease” to “Northern pockets”",
    );
    check(
        file,
        retire("points/line/options/l2"),
        "takes the option “Exchange of pockets” out of “Northern pockets”",
    );
    check(
        file,
        rename("points/line", "pockets"),
        "gives the point “Northern pockets” another code (pockets)",
    );
    check(
        file,
        order("points/line/options", &["l3", "l1", "l2"]),
        "puts the options of “Northern pockets” in this order: “Hold in place”, “Orvane leaves all pockets” and “Exchange of pockets”",
    );
    check(
        file,
        set("parties/orvane/name", "Orvane"),
        "rewords the party “Federation of Orvane” to “Orvane”",
    );
    check(
        file,
        set("parties/orvane/decides_by", "the cabinet"),
        "changes who decides for the party “Federation of Orvane” from “executive” to “the cabinet”",
    );
    check(
        file,
        set("parties/orvane/visibility", "public"),
        "lets everybody see what Orvane has without a deal and what everything is worth to it",
    );
    check(
        &pier(),
        set("points/fee/range/to", "20"),
        "changes the last number of the point “Fee” from 10 to 20",
    );
}

#[test]
fn values_and_scores() {
    let file = demonstration();
    check(
        &file,
        set("parties/orvane/no_deal/score", "560"),
        "changes what Orvane has without a deal from 590 to 560",
    );
    check(
        &file,
        set("parties/orvane/no_deal/trend_per_month", "-9"),
        "changes how much what Orvane has without a deal changes each month from -4 to -9",
    );
    check(
        &file,
        set(
            "parties/compact/no_deal",
            "{score: 700, low: 650, high: 720, trend_per_month: 2}",
        ),
        "changes what the Coastal Compact has without a deal from 720, changing by -3 each month to 700, somewhere from 650 to 720, changing by 2 each month",
    );
    check(
        &file,
        set("parties/lethia/impasse", "600"),
        "sets what an impasse is worth to the party “Republic of Lethia” to 600",
    );
    check(
        &file,
        set("preferences/orvane/line", "{weight: 5, scores: [0, 1, 9]}"),
        "changes what “Northern pockets” is worth to Orvane: «Orvane leaves all pockets» 0, «Exchange of pockets» 5 and «Hold in place» 45",
    );
    check(
        &file,
        set("preferences/orvane/line/weight", "2"),
        "changes how much “Northern pockets” weighs for Orvane from 4 to 2: «Orvane leaves all pockets» 0, «Exchange of pockets» 12 and «Hold in place» 20",
    );
    let pier = pier();
    check(
        &pier,
        set("parties/ann/no_deal", "6"),
        "changes what Ann Boats has without a deal from 4 to 6",
    );
    check(
        &pier,
        unset("parties/ann/no_deal"),
        "takes out what Ann Boats has without a deal",
    );
    check(
        &pier,
        set(
            "preferences/bob/bonuses",
            "[{when: {land: keep}, score: 2}]",
        ),
        "changes what Bob gives for several points together",
    );
}

#[test]
fn lines_and_conditions() {
    let file = demonstration();
    let file = &file;
    check(
        file,
        set(
            "lines/ORV-no-foreign-force/ladder",
            "[{accept: [g1], cost: 0}, {accept: [g1, g2], cost: 3}]",
        ),
        "changes what Orvane accepts on “Security guarantee for Lethia”: Orvane accepts only «Political assurances» on Security guarantee for Lethia (by its own estimate for 3 also «Treaty guarantee ratified by the Senate of Meridia»)",
    );
    check(
        file,
        set("lines/ORV-ceasefire/visibility", "mediator"),
        "lets its owner and the mediator alone see the line of Orvane on “Sequence of the ceasefire” (ORV-ceasefire)",
    );
    check(
        file,
        set("links/ORV-pause-only-for-vote/relax_cost", "7"),
        "changes the cost of giving up the condition of Orvane on “Sequence of the ceasefire” and “How Lethia approves the plan” (ORV-pause-only-for-vote), by its owner’s own estimate, from 5 to 7",
    );
    check(
        file,
        retire("links/LET-law-territory-needs-vote"),
        "takes the law of Lethia on “Sella Basin: status and control” and “How Lethia approves the plan” (LET-law-territory-needs-vote) out of the case",
    );
    check(
        file,
        set("links/LET-law-territory-needs-vote/note", "Old."),
        "sets the remark on the law of Lethia on “Sella Basin: status and control” and “How Lethia approves the plan” (LET-law-territory-needs-vote) to “Old.”",
    );
    let pier = pier();
    check(
        &pier,
        add(
            "lines",
            "{id: B-fee, owner: bob, point: fee, ladder: [{accept: {to: 2}, cost: 0}, {accept: {to: 4}, cost: 1}]}",
        ),
        "adds the line of Bob on “Fee” (B-fee): Bob accepts only at most 2 coins on Fee (by its own estimate for 1 also 3 to 4 coins)",
    );
    check(
        &pier,
        set("links/B-if/rule", "if land = leave then fee = 5"),
        "changes what is asked by the condition of Bob on “Landing” and “Fee” (B-if) from “if land = keep then fee = 3” to “if land = leave then fee = 5”: Bob asks: if «Leave» on Landing, then 5 coins on Fee (given up for 3, by its own estimate)",
    );
    check(
        &pier,
        set("lines/A-land/kind", "law"),
        "says that the line of Ann Boats on “Landing” (A-land) cannot be given up",
    );
}

#[test]
fn bodies_and_levers() {
    let file = demonstration();
    let file = &file;
    check(
        file,
        set("ratification/lethian-assembly/seats", "310"),
        "changes the seats of the body “Assembly of Lethia” from 300 to 310",
    );
    check(
        file,
        set(
            "ratification/lethian-assembly/rules/assembly-majority/need",
            "160",
        ),
        "changes the seats asked for by the rule of “Assembly of Lethia” for 151 seats (assembly-majority) from 151 to 160: The Assembly of Lethia needs 160 of 300 seats for anything but «Executive signature only» on How Lethia approves the plan",
    );
    check(
        file,
        set("levers/MER-price-cap/delay_days", "60"),
        "changes the delay in days of the lever by which Meridia lowers what Orvane has without a deal (MER-price-cap) from 45 to 60",
    );
    check(
        file,
        retire("levers/CMP-aid-package"),
        "takes the lever by which the Coastal Compact raises what Lethia has without a deal (CMP-aid-package) out of the case",
    );
    check(
        file,
        add(
            "levers",
            "{id: new, by: lethia, target: orvane, no_deal_delta: -5, cost_to_puller: 2, delay_days: 1}",
        ),
        "adds the lever by which Lethia lowers what Orvane has without a deal (new), by 5, after 1 day, at a cost of 2 by its own estimate",
    );
    let pier = pier();
    check(
        &pier,
        set(
            "ratification/moot/blocs/old/accepts",
            "{land: [keep, leave], fee: 3}",
        ),
        "changes what is accepted by the bloc “The Elders” from «Keep» on “Landing” to «Keep» or «Leave» on “Landing” and 3 coins on “Fee”",
    );
    check(
        &pier,
        set("ratification/moot/blocs/old/label", "The Old"),
        "rewords the bloc “The Elders” to “The Old”",
    );
    check(
        &pier,
        set("ratification/moot/for_party", "ann"),
        "changes for whom the body “Village Moot” ratifies from Bob to Ann Boats",
    );
}

#[test]
fn the_record_and_assumptions() {
    let file = demonstration();
    let file = &file;
    check(
        file,
        set("sessions/S3/format", "bilateral"),
        "changes who met whom at the meeting of 2031-02-21 (S3) from the mediator with one side at a time to two sides",
    );
    check(
        file,
        set("sessions/S3/with", "[let-d, cmp-d]"),
        "changes the delegations met at the meeting of 2031-02-21 (S3) from the delegation of Orvane to the delegation of Lethia and the delegation of the Coastal Compact",
    );
    check(
        file,
        add(
            "statements",
            "{id: N9, date: 2031-04-01, by: lethia, about: [line], says: We wait.}",
        ),
        "adds the statement of Lethia of 2031-04-01 (N9): “We wait.”",
    );
    check(
        file,
        set("incidents/I3/attributed_to", "orvane"),
        "changes who is alleged to have done the incident of 2031-03-09 at “Harrow district” (I3) from disputed to Orvane",
    );
    check(
        file,
        set("delegations/cmp-d/offices", "[envoy, bank]"),
        "changes the offices in the delegation of the Coastal Compact (cmp-d) from “council envoy”, “sanctions office”, “asset custodian” and “military staff” to “envoy” and “bank”",
    );
    check(
        file,
        set("phases/P2/day", "50"),
        "changes the day after signature on which the phase “Vote” may begin from 45 to 50",
    );
    check(
        file,
        set("phases/P2/deliver", "[a vote]"),
        "changes what is delivered in the phase “Vote” from “Assembly vote” and “referendum” to “a vote”",
    );
    check(
        file,
        retire("offers/4"),
        "takes offer 4 of Lethia out of the case",
    );
    let pier = pier();
    check(
        &pier,
        set("assumptions/guess/no_deal", "3"),
        "changes the value without a deal in what Ann Boats supposes of Bob (guess) from 2 to 3",
    );
    check(
        &pier,
        retire("assumptions/guess"),
        "takes what Ann Boats supposes of Bob (guess) out of the case",
    );
}

/// Whoever adds a key to the format says what it holds.
#[test]
fn every_key_of_the_format_has_words() {
    let said_elsewhere = ["id", "visibility", "kind"];
    let records = [
        ("", "CaseFile"),
        ("parties", "PartyEntry"),
        ("points", "PointEntry"),
        ("options", "OptionEntry"),
        ("lines", "LineEntry"),
        ("links", "LinkEntry"),
        ("ratification", "BodyEntry"),
        ("rules", "VoteRuleEntry"),
        ("blocs", "BlocEntry"),
        ("levers", "LeverEntry"),
        ("offers", "OfferEntry"),
        ("assumptions", "AssumptionEntry"),
        ("delegations", "DelegationEntry"),
        ("phases", "PhaseEntry"),
        ("sessions", "SessionEntry"),
        ("statements", "StatementEntry"),
        ("incidents", "IncidentEntry"),
    ];
    let schema = winset_model::file::schema::schema();
    let mut wordless = Vec::new();
    for (list, record) in records {
        let keys = schema["$defs"][record]["properties"]
            .as_object()
            .unwrap()
            .keys();
        for key in keys.map(String::as_str) {
            let elsewhere =
                !list.is_empty() && (said_elsewhere.contains(&key) || LABELS.contains(&key));
            if !elsewhere && said_of(list, key) == said_of("", "no such key") {
                wordless.push(format!("{list}.{key}"));
            }
        }
    }
    assert_eq!(wordless, [""; 0]);
}
