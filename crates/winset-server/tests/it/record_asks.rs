//! What is asked of the record, and reports that are sent to it.

use crate::names::Names;

/// Choices of entries of the record, good and bad.
pub(crate) fn choices(names: &Names) -> Vec<String> {
    let mut asked: Vec<String> = [
        "since=2031-03-01&until=2031-04-30",
        "since=2031-02-30",
        "kind=incident&status=unverified",
        "kind=nowhere&category=nowhere&grade=Z9",
        "place=a&grade=C3&category=shelling",
    ]
    .map(str::to_owned)
    .to_vec();
    asked.extend(names.parties.iter().map(|id| format!("party={id}")));
    asked.extend(names.points.iter().map(|(id, _)| format!("point={id}")));
    asked
}

/// Reports: none of what they say is written down, some is previewed.
pub(crate) fn reports(names: &Names) -> Vec<String> {
    let text = "text=%E2%80%9CWe+leave%2C%E2%80%9D+said+Ann+Low.+At+least+12+people+were+held.";
    let mut sent = vec![String::new(), "text=+".to_owned(), text.to_owned()];
    for confirm in ["0", "1", "2", "9", "x"] {
        sent.push(format!(
            "{text}&date=2031-03-14&step=preview&confirm={confirm}"
        ));
    }
    for party in &names.parties {
        for seen in ["mediator", "public"] {
            sent.push(format!(
                "{text}&step=preview&confirm=1&e1.said_by={party}&e1.date=2031-03-14&e1.says=x\
                 &e1.visibility={seen}"
            ));
        }
    }
    sent.push(format!("{text}&date=2031-02-30&confirm=1"));
    sent
}
