//! What options are worth to a party, as a table.

use winset_model::amendment::{CaseChange, CasePath};
use winset_model::document::{Entry, Node, Value};

use super::changes::FieldProblem;
use super::read::FieldValues;

/// A point in the table.
#[derive(Debug)]
pub(crate) struct ScorePoint {
    pub(crate) title: String,
    /// Field and value of its weight.
    pub(crate) weight: (String, String),
    /// Its options: label, field, value.
    pub(crate) options: Vec<(String, String, String)>,
    /// On a numeric point: the scores of the first and the last number, each with its field.
    pub(crate) ends: Option<[(String, String); 2]>,
    /// On a numeric point: pairs of number and score, one on each line.
    pub(crate) pieces: Option<(String, String)>,
    /// What is wrong.
    pub(crate) problems: Vec<String>,
}

const WEIGHT: &str = "weight";
/// The keys that say what options are worth.
const WORTH: [&str; 4] = ["scores", "values", "linear", "piecewise"];

/// The place of a point's preferences of a party.
fn stated<'n>(file: &'n Node, party: &str, point: &str) -> Option<&'n Node> {
    let parties = file.under("preferences")?;
    parties.under(party)?.under(point)
}

/// The name of a field of a point, by the point's number from 0.
fn name(at: usize, part: &str) -> String {
    format!("p.{at}.{part}")
}

/// What stands in the fields of a point.
fn values(at: usize, point: &Node, entry: Option<&Node>) -> FieldValues {
    let mut values = FieldValues::new();
    let mut fill = |part: &str, value: Option<&str>| {
        if let Some(value) = value {
            values.insert(name(at, part), vec![value.to_owned()]);
        }
    };
    let Some(entry) = entry else {
        return values;
    };
    fill(WEIGHT, entry.text_under(WEIGHT));
    let scores = entry.under("scores").or_else(|| entry.under("values"));
    let options = point.members_under("options").len();
    let scores = scores.map_or(&[][..], Node::members).iter().take(options);
    for (option, score) in scores.enumerate() {
        fill(&format!("s.{option}"), score.written());
    }
    if let Some(linear) = entry.under("linear") {
        fill("from", linear.text_under("from"));
        fill("to", linear.text_under("to"));
    }
    if let Some(pieces) = entry.under("piecewise") {
        let pair = |pair: &Node| match pair.members() {
            [at, score] => Some(format!("{} = {}", at.written()?, score.written()?)),
            _ => None,
        };
        let lines: Vec<String> = pieces.members().iter().filter_map(pair).collect();
        fill("pieces", Some(lines.join("\n").as_str()));
    }
    values
}

/// The table of a party: as the file has it, or as it was sent.
pub(crate) fn score_table(
    file: &Node,
    party: &str,
    sent: Option<&FieldValues>,
    problems: &[FieldProblem],
) -> Vec<ScorePoint> {
    let row = |(at, point): (usize, &Node)| {
        let id = point.text_under("id").unwrap_or_default();
        let own = values(at, point, stated(file, party, id));
        let shown = sent.unwrap_or(&own);
        let field = |part: &str| {
            let name = name(at, part);
            let value = shown.get(&name).and_then(|values| values.first());
            let value = value.cloned().unwrap_or_default();
            (name, value)
        };
        let options = point.members_under("options").iter().enumerate();
        let options = options.map(|(option, entry)| {
            let (name, value) = field(&format!("s.{option}"));
            let label = entry.text_under("label").unwrap_or_default();
            (label.to_owned(), name, value)
        });
        let numeric = point.under("range").is_some();
        let mine = problems
            .iter()
            .filter(|problem| problem.field == name(at, WEIGHT));
        ScorePoint {
            title: point.text_under("title").unwrap_or(id).to_owned(),
            weight: field(WEIGHT),
            options: options.collect(),
            ends: numeric.then(|| [field("from"), field("to")]),
            pieces: numeric.then(|| field("pieces")),
            problems: mine.map(|problem| problem.what.clone()).collect(),
        }
    };
    file.members_under("points")
        .iter()
        .enumerate()
        .map(row)
        .collect()
}

/// The field at which what is wrong with a point's scores is told; none where it is not about a point
/// of the party.
pub(crate) fn score_field(file: &Node, place: &str, party: &str) -> Option<String> {
    let inside = place.strip_prefix(&format!("preferences.{party}."))?;
    let points = file.members_under("points").iter().enumerate();
    let of = points.filter_map(|(at, point)| Some((at, point.text_under("id")?)));
    let fits = of.filter(|(_, id)| {
        inside
            .strip_prefix(id)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    });
    let longest = fits.max_by_key(|(_, id)| id.len());
    longest.map(|(at, _)| name(at, WEIGHT))
}

/// The changes that make of a party's scores what was sent.
///
/// # Errors
/// Which points have a score for some of their options only.
pub(crate) fn scored(
    file: &Node,
    party: &str,
    sent: &FieldValues,
) -> Result<Vec<CaseChange>, Vec<FieldProblem>> {
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    for (at, point) in file.members_under("points").iter().enumerate() {
        let id = point.text_under("id").unwrap_or_default();
        let old = stated(file, party, id);
        let wrong = |what: String| FieldProblem {
            field: name(at, WEIGHT),
            what,
        };
        let to = match point_scored(at, point, old, sent) {
            Ok(Worth::AsItWas) => continue,
            Ok(Worth::Gone) => None,
            Ok(Worth::Stated(worth)) => Some(worth),
            Err(what) => {
                problems.push(wrong(what));
                continue;
            }
        };
        let names = ["preferences", party, id];
        match CasePath::named(&names) {
            Ok(at) => changes.push(CaseChange::Set { at, to }),
            Err(fault) => problems.push(wrong(fault.to_string())),
        }
    }
    if problems.is_empty() {
        Ok(changes)
    } else {
        Err(problems)
    }
}

/// What becomes of a point's preferences.
enum Worth {
    AsItWas,
    Gone,
    Stated(Node),
}

/// What a point's preferences become.
fn point_scored(
    at: usize,
    point: &Node,
    old: Option<&Node>,
    sent: &FieldValues,
) -> Result<Worth, String> {
    let value = |part: &str| {
        let value = sent.get(&name(at, part)).and_then(|values| values.first());
        value
            .map(|value| value.replace("\r\n", "\n").trim().to_owned())
            .filter(|value| !value.is_empty())
    };
    let before = values(at, point, old);
    let inside = name(at, "");
    let now = sent.iter().filter(|(key, _)| key.starts_with(&inside));
    let now = now.filter_map(|(key, _)| Some((key.clone(), vec![value(&key[inside.len()..])?])));
    if now.collect::<FieldValues>() == before {
        return Ok(Worth::AsItWas);
    }
    let mut entries: Vec<Entry> = old.map_or_else(Vec::new, |old| old.entries().to_vec());
    let is_values = old.is_some_and(|old| old.under("values").is_some());
    WORTH
        .iter()
        .for_each(|key| Entry::put(&mut entries, key, None));
    Entry::put(
        &mut entries,
        WEIGHT,
        value(WEIGHT).map(|weight| Node::of_number(&weight)),
    );
    let options = point.members_under("options").len();
    let scores: Vec<Option<String>> = (0..options).map(|n| value(&format!("s.{n}"))).collect();
    let given = scores.iter().flatten().count();
    if given > 0 && given < options {
        return Err(format!(
            "{given} of {options} options have a score: give each one, 0 where it is worth nothing"
        ));
    }
    if given > 0 {
        let scores = scores.iter().flatten().map(|score| Node::of_number(score));
        let key = if is_values { "values" } else { "scores" };
        Entry::put(&mut entries, key, Some(Node::of_list(scores.collect())));
    }
    if let Some(pieces) = value("pieces") {
        Entry::put(&mut entries, "piecewise", Some(pairs(&pieces)?));
    } else if value("from").is_some() || value("to").is_some() {
        let mut ends = Vec::new();
        Entry::put(
            &mut ends,
            "from",
            value("from").map(|from| Node::of_number(&from)),
        );
        Entry::put(&mut ends, "to", value("to").map(|to| Node::of_number(&to)));
        Entry::put(&mut entries, "linear", Some(Node::of_map(ends)));
    }
    let is_left = entries.iter().any(|entry| entry.node.value != Value::Null);
    Ok(if is_left {
        Worth::Stated(Node::of_map(entries))
    } else {
        Worth::Gone
    })
}

/// Pairs of number and score, one on each line.
fn pairs(text: &str) -> Result<Node, String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let pair = |line: &str| match line.split_once('=') {
        Some((at, score)) => Ok(Node::of_list(vec![
            Node::of_number(at.trim()),
            Node::of_number(score.trim()),
        ])),
        None => Err(format!(
            "`{line}`: write the number and its score, such as 5 = 10"
        )),
    };
    lines
        .map(pair)
        .collect::<Result<Vec<Node>, String>>()
        .map(Node::of_list)
}
