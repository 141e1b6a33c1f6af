//! NegMAS: YAML, written so that every name stands in quotes.

use super::draft::Draft;
use serde_json::Value;

/// An outcome space, and a utility function for each party, with weights of 1.
pub(super) fn negmas(draft: &mut Draft<'_>) -> Vec<(String, String)> {
    draft.name_numbers(|draft, place| draft.issues[place].is_counted());
    let title = quoted(&draft.title());
    let mut space = format!("type: DiscreteCartesianOutcomeSpace\nname: {title}\nissues:\n");
    for issue in &draft.issues {
        let name = quoted(issue.name);
        if let Some([first, last, _]) = issue.steps().filter(|_| issue.is_numeric) {
            space +=
                &format!("- name: {name}\n  type: ContiguousIssue\n  values: [{first}, {last}]\n");
        } else {
            let values: Vec<String> = issue.values.iter().map(|v| quoted(v)).collect();
            let values = values.join(", ");
            space += &format!("- name: {name}\n  type: CategoricalIssue\n  values: [{values}]\n");
        }
    }
    let mut files = vec![(format!("{}.yml", draft.domain), space)];
    for party in 0..draft.profiles.len() {
        let name = format!("{}.yml", draft.profiles[party].file);
        if files.iter().any(|(other, _)| *other == name) {
            let id = draft.profiles[party].id.clone();
            draft.lose(&id, "the profile: its file would have the name of another");
            continue;
        }
        files.push((name, function(draft, party)));
    }
    files
}

fn function(draft: &mut Draft<'_>, party: usize) -> String {
    let id = draft.profiles[party].id.clone();
    let weights = vec!["1"; draft.issues.len()].join(", ");
    let mut text = format!(
        "type: LinearAdditiveUtilityFunction\nname: {}\nweights: [{weights}]\nvalues:\n",
        quoted(&id)
    );
    for place in 0..draft.issues.len() {
        text += "- type: TableFun\n  mapping:\n";
        for option in 0..draft.issues[place].values.len() {
            let value = draft.profiles[party].rows[place][option].clone();
            let value = draft.decimal(&value, &id);
            let issue = &draft.issues[place];
            let name = issue.values[option];
            let key = if issue.is_numeric {
                name.to_owned()
            } else {
                quoted(name)
            };
            text += &format!("    {key}: {value}\n");
        }
    }
    let no_deal = draft.profiles[party].no_deal.clone();
    let no_deal = no_deal.map_or("-.inf".to_owned(), |value| draft.decimal(&value, &id));
    text + &format!("reserved_value: {no_deal}\n")
}

/// A text in double quotes, as JSON has it, which YAML reads alike.
fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
