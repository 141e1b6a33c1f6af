//! GENIUS: a domain and a profile for each party in XML.

use num_traits::{Signed, Zero as _};

use super::super::big::{self, Big};
use super::draft::{Draft, HAS_OPTIONS, Issue};

/// The files.
pub(super) fn files(draft: &mut Draft<'_>) -> Vec<(String, String)> {
    // A row without a number above 0 has no largest evaluation to divide by.
    draft.fit_utilities(|row| !row.iter().any(Signed::is_positive));
    draft.name_numbers(|draft, place| {
        let rows = draft.profiles.iter().filter_map(|p| p.rows.get(place));
        draft.issues[place].is_counted() && rows.map(|row| line(row)).all(|line| line.is_some())
    });
    let title = escaped(&draft.title());
    let mut files = vec![(format!("{}.xml", draft.domain), domain(draft, &title))];
    for place in 0..draft.profiles.len() {
        let name = format!("{}.xml", draft.profiles[place].file);
        if files.iter().any(|(other, _)| *other == name) {
            let id = draft.profiles[place].id.clone();
            draft.lose(&id, "the profile: its file would have the name of another");
            continue;
        }
        files.push((name, profile(draft, place, &title)));
    }
    files
}

fn domain(draft: &Draft<'_>, title: &str) -> String {
    let mut text = format!(
        "<negotiation_template>\n<utility_space number_of_issues=\"{}\">\n",
        draft.issues.len()
    );
    text += &format!(
        "<objective index=\"0\" name=\"{title}\" type=\"objective\" etype=\"objective\">\n"
    );
    for (place, issue) in draft.issues.iter().enumerate() {
        let (head, end) = (issue_head(issue, place), "</issue>\n");
        text += &format!("{head}>\n");
        if !issue.is_numeric {
            for (value, name) in issue.values.iter().enumerate() {
                let name = escaped(name);
                text += &format!("<item index=\"{}\" value=\"{name}\"/>\n", value + 1);
            }
        }
        text += end;
    }
    text + "</objective>\n</utility_space>\n</negotiation_template>\n"
}

/// The beginning of an issue, with its bounds.
fn issue_head(issue: &Issue<'_>, place: usize) -> String {
    let kind = if issue.is_numeric {
        "integer"
    } else {
        "discrete"
    };
    let name = escaped(issue.name);
    let head = format!(
        "<issue index=\"{}\" name=\"{name}\" vtype=\"{kind}\" type=\"{kind}\" etype=\"{kind}\"",
        place + 1
    );
    match issue.steps().filter(|_| issue.is_numeric) {
        None => head,
        Some([first, last, _]) => {
            format!("{head} lowerbound=\"{first}\" upperbound=\"{last}\"")
        }
    }
}

/// Offset and slope of a row that is a straight line of decimals from 0 to 1; its weight is 1.
fn line(row: &[Big]) -> Option<[String; 2]> {
    let first = row.first()?;
    let slope = row.get(1).map_or_else(Big::zero, |second| second - first);
    let straight = row.windows(2).all(|pair| &pair[1] - &pair[0] == slope);
    let cut = |cell: &Big| cell.is_negative() || *cell > Big::from_integer(1.into());
    if !straight || row.iter().any(cut) {
        return None;
    }
    Some([big::decimal(first)?, big::decimal(&slope)?])
}

fn profile(draft: &mut Draft<'_>, party: usize, title: &str) -> String {
    let mut text = format!(
        "<utility_space number_of_issues=\"{}\">\n",
        draft.issues.len()
    );
    text += &format!(
        "<objective index=\"0\" name=\"{title}\" type=\"objective\" etype=\"objective\">\n"
    );
    let mut weights = String::new();
    for place in 0..draft.issues.len() {
        let row = draft.profiles[party].rows[place].clone();
        let issue = &draft.issues[place];
        text += &format!("{}>\n", issue_head(issue, place));
        let weight = if let Some([offset, slope]) = line(&row).filter(|_| issue.is_numeric) {
            text +=
                &format!("<evaluator ftype=\"linear\" offset=\"{offset}\" slope=\"{slope}\"/>\n");
            "1".to_owned()
        } else {
            let (weight, evaluations) = evaluations(&row);
            for ((value, name), evaluation) in issue.values.iter().enumerate().zip(evaluations) {
                let (index, name) = (value + 1, escaped(name));
                text += &format!(
                    "<item index=\"{index}\" value=\"{name}\" evaluation=\"{evaluation}\"/>\n"
                );
            }
            let id = draft.profiles[party].id.clone();
            draft.decimal(&weight, &id)
        };
        text += "</issue>\n";
        weights += &format!("<weight index=\"{}\" value=\"{weight}\"/>\n", place + 1);
    }
    let Some(no_deal) = draft.profiles[party].no_deal.clone() else {
        let id = draft.profiles[party].id.clone();
        draft.lose(&id, "that it has no no-deal value: 0 stands for it");
        return format!("{text}{weights}</objective>\n</utility_space>\n");
    };
    let id = draft.profiles[party].id.clone();
    let no_deal = draft.decimal(&no_deal, &id);
    format!("{text}{weights}</objective>\n<reservation value=\"{no_deal}\"/>\n</utility_space>\n")
}

/// Weight and whole evaluations of a row: the largest evaluation stands for the weight.
fn evaluations(row: &[Big]) -> (Big, Vec<String>) {
    let most = row.iter().max().cloned().expect(HAS_OPTIONS);
    if !most.is_positive() {
        return (Big::zero(), vec!["1".to_owned(); row.len()]);
    }
    let scale = row.iter().fold(1.into(), |scale, cell| {
        num_integer::lcm(scale, cell.denom().clone())
    });
    let scale = Big::from_integer(scale);
    let whole = row
        .iter()
        .map(|cell| (cell * &scale).to_integer().to_string());
    (most, whole.collect())
}

/// A text as the value of an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
