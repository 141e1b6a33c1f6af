//! The page of plans and exchanges, against days, exposures and runs that were worked out by hand.

use serde_json::{Value, json};
use winset_model::audience::Audience;

use crate::cases::{Asked, Folder, Kept, demonstration, desk, run, write};

/// Two sides and two deliveries. North hands over a bank, 2 days and 1 to verify; it costs North 3 and is
/// worth 4 to South. South then gives the keys, 1 day, from day 5 on; it costs South 2, worth 4 to North.
fn bridge() -> Value {
    json!({
        "format": "winset-case/1", "id": "bridge", "title": "The bridge", "as_of": "2031-03-14",
        "parties": [{"id": "north", "name": "North", "short": "NOR"}, {"id": "south", "name": "South", "short": "SOU"}],
        "points": [{"id": "toll", "title": "Toll", "options": [{"id": "a", "label": "Shared"}, {"id": "b", "label": "Free"}]}],
        "phases": [{"id": "P1", "name": "Hand-over", "day": 5, "opens_when": ["observers on the bridge"], "rollback": ["shots fired"]}],
        "plan": {
            "signed": "2031-04-01",
            "items": [
                {"id": "bank", "title": "The bank", "owner": "north", "days": 2, "verify": 1, "values": {"north": 3, "south": 4}},
                {"id": "keys", "title": "The keys", "owner": "south", "phase": "P1", "after": ["bank"], "days": 1,
                 "values": {"north": 4, "south": 2}}
            ]
        }
    })
}

/// Two of each side, one more in dispute, and a bus on Mondays with two seats.
fn lists() -> Value {
    let mut case = bridge();
    let claim = |by: &str, of: &str, claimed: u64, disputed: u64| {
        json!({"held_by": by, "of": of, "category": "wounded", "claimed_by_owner": claimed,
            "acknowledged_by_holder": 2, "confirmed_dead": 0, "disputed": disputed})
    };
    case["prisoners"] = json!({
        "claims": [claim("north", "south", 3, 1), claim("south", "north", 2, 0)],
        "clearing": {"start": "2031-04-07", "phase_order": ["wounded"],
            "carriers": [{"id": "bus", "persons_per_day": 2, "days": ["mon"]}]}
    });
    case
}

/// The text of a page without its marks, white space joined.
pub(crate) fn plain(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap_or(page);
    let main = main.split("</main>").next().unwrap();
    let pieces = main
        .split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let text = pieces.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn page(case: &Value, reader: Audience, address: &str) -> String {
    let folder = Folder::new();
    write(&folder.files(), case, &[]);
    let asked = Asked::new(desk(&folder.files(), Kept::Files, reader.clone()));
    asked.settled(&format!("/v/{}", reader.name())).await;
    let answer = asked.get(&format!("/v/{}/{address}", reader.name())).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text()
}

fn check(text: &str, expected: &[&str]) {
    for words in expected {
        assert!(text.contains(words), "no `{words}` in {text}");
    }
}

#[test]
fn days_rounds_and_exposures_are_those_worked_out_by_hand() {
    run(async {
        let html = page(&bridge(), Audience::Mediator, "plan").await;
        let text = plain(&html);
        // The bank is verified on day 3, the keys wait for day 5.
        check(
            &text,
            &[
                "It can be carried out in 2 rounds and 6 days.",
                "Signed on 2031-04-01; days count from it.",
                "The bank bank North 0 2031-04-01 3 2031-04-04 1",
                "The keys keys waits for The bank South 5 2031-04-06 6 2031-04-07 2 Hand-over P1",
                // North has given what costs it 3 until the keys, worth 4 to it, are there; South never has.
                "by its own values Round Item North 1 The bank 3 2 The keys 0",
                "Hand-over P1 · day 5 (2031-04-06) Opens when observers on the bridge Undone by shots fired",
                "No fewer rounds: proven, and checked",
            ],
        );
        // The picture says it too: what is drawn and, in words, what it shows.
        check(
            &html,
            &[
                "North: The bank, from day 0 (2031-04-01) to day 3 (2031-04-04)",
                "Hand-over: opens when observers on the bridge",
                "North has given without return, after each round: 3, 0",
            ],
        );
        assert!(
            !html.contains("South has given without return"),
            "South has given nothing"
        );
    });
}

#[test]
fn a_side_sees_the_exposure_of_its_own_values_alone() {
    run(async {
        let html = page(&bridge(), Audience::Party("south".to_owned()), "plan").await;
        let text = plain(&html);
        check(
            &text,
            &["Values not shown to you: North.", "The bank bank North 0"],
        );
        assert!(!html.contains("North has given without return"), "{text}");
    });
}

#[test]
fn a_circle_of_dates_is_told_rule_by_rule() {
    run(async {
        let mut case = bridge();
        case["plan"]["items"][1]["latest"] = 4.into();
        // The keys begin on day 5 at the earliest, take a day, and were to be there by day 4.
        let text = plain(&page(&case, Audience::Mediator, "plan").await);
        check(
            &text,
            &[
                "It cannot be carried out: dates contradict each other.",
                "“The keys” belongs to P1, which begins on day 5.",
                "“The keys” takes 1 day and is verified by day 4.",
                "Days that they ask for together and that are not there: 2.",
            ],
        );
        assert!(
            !text.contains("Items and their days") && !text.contains("by its own values Round")
        );
    });
}

#[test]
fn bounds_that_are_too_small_are_told_with_the_trust_that_is_needed() {
    run(async {
        let mut case = bridge();
        case["plan"]["bounds"] = json!({"north": 2, "south": 0});
        // North's first step exposes it by 3, and South cannot begin.
        let text = plain(&page(&case, Audience::Mediator, "plan").await);
        check(
            &text,
            &[
                "It cannot be carried out: no order of deliveries keeps the bounds.",
                "The same bound for each side : 3",
                "North alone : 3",
            ],
        );
    });
}

#[test]
fn a_delay_moves_what_waits_and_bad_fields_are_told() {
    run(async {
        // Verified on day 13 instead of 3, the bank lets the keys begin 8 days after day 5.
        let text = plain(&page(&bridge(), Audience::Mediator, "plan?late=bank&days=10").await);
        check(
            &text,
            &[
                "“The bank”, days late: 10",
                "“The keys” begins on day 13 (2031-04-14), days later: 8. It waits for “The bank”.",
                "Then the last item is verified on day 14 (2031-04-15).",
            ],
        );
        let wrong = page(
            &bridge(),
            Audience::Mediator,
            "plan?late=nobody&days=x&offer=7",
        )
        .await;
        check(
            &plain(&wrong),
            &[
                "`nobody` is not an item of this plan",
                "`x` is not a number of days from 0 to 36525",
                "`7` is not in the list",
            ],
        );
        assert!(wrong.contains(
            "name=\"days\" type=\"text\" min=\"0\" max=\"36525\" value=\"x\" aria-invalid"
        ));
    });
}

#[test]
fn lists_and_runs_are_those_worked_out_by_hand() {
    run(async {
        let text = plain(&page(&lists(), Audience::Mediator, "plan").await);
        check(
            &text,
            &[
                // Four are acknowledged, and two Mondays carry them.
                "All 4 acknowledged prisoners can be released by 2031-04-14.",
                "People of South held by North Category Claimed Acknowledged Dead In dispute wounded 3 2 0 1 Together 3 2 0 1",
                "Still in dispute, and in a phase once both lists say the same: wounded: 1.",
                "2031-04-07 1 · 1 1 1",
                "2031-04-14 1 · 1 0 0",
            ],
        );
        let folder = Folder::new();
        write(&folder.files(), &lists(), &[]);
        let asked = Asked::new(desk(&folder.files(), Kept::Files, Audience::Mediator));
        let table = asked.get("/v/mediator/export/runs.csv").await.text();
        let rows = table
            .lines()
            .filter(|line| line.starts_with("2031-04-"))
            .count();
        assert_eq!(rows, 2, "{table}");
        let calendar = asked.get("/v/mediator/export/runs.ics").await.text();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    });
}

#[test]
fn the_demonstration_tells_what_third_states_come_to() {
    run(async {
        let text = plain(&page(&demonstration(), Audience::Mediator, "plan").await);
        check(
            &text,
            &[
                "Third states Tessaly",
                "Exchange of prisoners",
                "rail-corridor",
            ],
        );
    });
}

#[test]
fn a_case_with_neither_says_what_to_write() {
    run(async {
        let mut case = bridge();
        let map = case.as_object_mut().unwrap();
        map.remove("plan");
        let text = plain(&page(&case, Audience::Public, "plan").await);
        check(
            &text,
            &[
                "A plan is shown when the case file says `plan`",
                "phase_order",
            ],
        );
    });
}

/// What others' values and hidden items say makes no difference to a reader, on the page and in its files.
#[test]
fn plans_that_differ_in_what_is_hidden_look_alike() {
    run(async {
        let mut one = lists();
        one["plan"]["items"].as_array_mut().unwrap().push(json!({
            "id": "side", "title": "Between us", "owner": "north", "visibility": "sealed", "days": 1,
        }));
        let mut other = lists();
        other["plan"]["items"][0]["values"]["north"] = 9.into();
        other["plan"]["items"][1]["values"]["north"] = 1.into();
        other["plan"]["bounds"] = json!({"north": 50});
        one["plan"]["bounds"] = json!({"north": 40});
        let reader = Audience::Party("south".to_owned());
        let mut asked = Vec::new();
        let folders = [Folder::new(), Folder::new()];
        for (folder, case) in folders.iter().zip([&one, &other]) {
            write(&folder.files(), case, &[]);
            asked.push(Asked::new(desk(
                &folder.files(),
                Kept::Files,
                reader.clone(),
            )));
        }
        for desk in &asked {
            desk.settled("/v/south").await;
        }
        for address in [
            "plan",
            "plan?late=bank&days=3",
            "picture/plan.svg",
            "export/runs.csv",
            "export/runs.ics",
        ] {
            let address = format!("/v/south/{address}");
            let (a, b) = (asked[0].get(&address).await, asked[1].get(&address).await);
            assert_eq!((a.status, b.status), (200, 200), "{address}");
            assert_eq!(a.text(), b.text(), "{address}");
        }
        // The mediator's pages differ, so that the comparison could fail.
        let of = |case: Value| async move { page(&case, Audience::Mediator, "plan").await };
        assert_ne!(of(one).await, of(other).await);
    });
}
