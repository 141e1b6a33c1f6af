//! A plan and a record, with their data written out.

use winset_picture::{
    Gantt, GanttGate, GanttRow, GanttStrip, Head, Picture, WeekBars, WeekSpan, gantt, week_bars,
};

use crate::demo::parties;

fn head(id: &str, title: &str) -> Head {
    Head {
        id: id.to_owned(),
        title: title.to_owned(),
        description: "In words beside it.".to_owned(),
    }
}

pub(crate) fn plan() -> Picture {
    let row = |title: &str, party: usize, days: [i64; 3]| GanttRow {
        title: title.to_owned(),
        party: Some(party),
        begins: days[0],
        delivered: days[1],
        verified: days[2],
        told: format!("{title}, from day {} to day {}", days[0], days[2]),
    };
    let gate = |day: i64, label: &str| GanttGate {
        day,
        label: label.to_owned(),
        told: label.to_owned(),
    };
    let strip = |party: usize, title: &str, steps: &[(i64, i64)]| GanttStrip {
        party: Some(party),
        title: title.to_owned(),
        steps: steps.to_vec(),
        bound: Some(6),
        told: format!("{title} has given"),
    };
    gantt(&Gantt {
        head: head("gantt", "The plan by days"),
        under: "Filled: being delivered".to_owned(),
        axis: "Days after signature".to_owned(),
        parties: parties(),
        rows: vec![
            row("Observers", 2, [0, 5, 5]),
            row("East bank", 0, [10, 17, 20]),
            row(
                "West bank, with the mill and the lower road to the bridge",
                1,
                [20, 27, 30],
            ),
            row("Keys", 0, [30, 30, 30]),
        ],
        gates: vec![
            gate(0, "Preparation: opens when signature"),
            gate(10, "Hand-over: opens when observers on the bridge"),
            gate(12, "Review"),
        ],
        strips: vec![
            strip(0, "Orvane, at most 6", &[(20, 6), (30, 0)]),
            strip(1, "Lethia, at most 6", &[(20, 0), (30, 2)]),
        ],
    })
}

pub(crate) fn weeks() -> Picture {
    let span = |at: usize| WeekSpan {
        when: format!("2031-{:02}-{:02}", 1 + at / 4, 1 + 7 * (at % 4)),
        told: format!("Span {at}"),
        href: Some(format!("#week-{at}")),
        counts: vec![at as u64 % 3, 0, 40 * (at as u64 % 2), 7],
    };
    week_bars(&WeekBars {
        head: head("weeks", "Entries by week"),
        under: "Entries: 300".to_owned(),
        kinds: ["Meetings", "Statements", "Offers", "Incidents"]
            .map(str::to_owned)
            .to_vec(),
        spans: (0..30).map(span).collect(),
    })
}
