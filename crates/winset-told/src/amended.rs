//! Changes of the case in words.

use winset_model::amendment::{CaseChange, CasePath};
use winset_model::case::Case;
use winset_model::document::{Node, Value};

use crate::demand;
use crate::words::listed;

/// Most characters of a value that is told.
const VALUE_CHARS_MAX: usize = 120;

/// Keys that hold what an entry is called.
const NAMES: [&str; 4] = ["title", "label", "name", "body"];

/// Changes in words, a clause for each: "adds the option “Shared” to “Berths”". `before` is the file
/// before them; `after` the case afterwards, where it is known, which tells demands in full.
pub fn changes_told(changes: &[CaseChange], before: &Node, after: Option<&Case>) -> Vec<String> {
    let mut file = before.clone();
    let mut told = Vec::new();
    for change in changes {
        let now = winset_model::amendment::apply(&file, std::slice::from_ref(change)).ok();
        let words = Words {
            before: &file,
            after: now.as_ref().unwrap_or(&file),
            case: after,
        };
        told.push(words.change(change));
        file = now.unwrap_or(file);
    }
    told
}

struct Words<'a> {
    before: &'a Node,
    after: &'a Node,
    case: Option<&'a Case>,
}

impl Words<'_> {
    fn change(&self, change: &CaseChange) -> String {
        match change {
            CaseChange::Add { list, .. } => {
                let place = change.place();
                let what = entry(self.after, &place);
                let inside = self.inside(list);
                let demand = self.demand(&place);
                let options = self.options(&place);
                format!("adds {what}{inside}{options}{demand}")
            }
            CaseChange::Set { at, to } => self.set(at, to.as_ref()),
            CaseChange::Rename { at, to } => {
                let what = entry(self.before, at);
                format!("gives {what} the identifier {to}")
            }
            CaseChange::Retire { at } => {
                let inside = parent(at).map_or_else(String::new, |list| self.inside(&list));
                format!("retires {}{inside}", entry(self.before, at))
            }
            CaseChange::Order { list, names } => {
                let named = names.iter().map(|name| {
                    let place = with(list, name);
                    place.map_or_else(|| name.clone(), |at| called(self.before, &at))
                });
                let named: Vec<String> = named.collect();
                let inside = self.inside(list);
                let what = list.names().last().map_or("", String::as_str);
                format!(
                    "puts the {what}{inside} in this order: {}",
                    listed(&named, "and")
                )
            }
        }
    }

    fn set(&self, at: &CasePath, to: Option<&Node>) -> String {
        if let (Some(around), Some(is)) = (parent(at), to.and_then(value))
            && at
                .names()
                .last()
                .is_some_and(|key| NAMES.contains(&key.as_str()))
        {
            return format!("rewords {} to {is}", entry(self.before, &around));
        }
        let what = self.field(at);
        let was = found(self.before, at.names()).map(value);
        match (was, to.map(value)) {
            (_, None) => format!("takes out {what}"),
            (Some(Some(was)), Some(Some(is))) => format!("changes {what} from {was} to {is}"),
            (_, Some(Some(is))) => format!("sets {what} to {is}"),
            (_, Some(None)) => format!("changes {what}{}", self.demand(at)),
        }
    }

    /// Inside which entry a list stands: " of “Berths”".
    fn inside(&self, list: &CasePath) -> String {
        match parent(list) {
            Some(entry) => format!(" of {}", called(self.before, &entry)),
            None => String::new(),
        }
    }

    /// The options of a point that is added.
    fn options(&self, place: &CasePath) -> String {
        if !matches!(place.names(), [list, _] if list == "points") {
            return String::new();
        }
        let Some(Value::List(options)) = found(self.after, place.names())
            .and_then(|point| found(point, &["options".to_owned()]))
            .map(|options| &options.value)
        else {
            return String::new();
        };
        let labels = options.iter().filter_map(|option| text(option, "label"));
        let labels: Vec<String> = labels.map(|label| format!("“{label}”")).collect();
        format!(" with the options {}", listed(&labels, "and"))
    }

    /// A key of an entry: "the title of “Berths”".
    fn field(&self, at: &CasePath) -> String {
        let names: Vec<&str> = at.names().iter().map(String::as_str).collect();
        let party = |id: &str| self.named(&["parties", id]);
        let point = |id: &str| self.named(&["points", id]);
        match names[..] {
            [key] => format!("the {} of the case", words_of(key)),
            ["parties", id, "no_deal"] => format!("what {} has without a deal", party(id)),
            ["preferences", id] => format!("what everything is worth to {}", party(id)),
            ["preferences", id, "bonuses"] => {
                format!("what {} gives for several points together", party(id))
            }
            ["preferences", id, of] => format!("what {} is worth to {}", point(of), party(id)),
            ["lines", id, "ladder"] => format!("the steps of the line {id}"),
            [.., key] => match parent(at) {
                Some(around) => {
                    format!("the {} of {}", words_of(key), entry(self.before, &around))
                }
                None => words_of(key),
            },
            [] => String::new(),
        }
    }

    fn named(&self, place: &[&str]) -> String {
        let names = place.iter().map(|name| (*name).to_owned()).collect();
        CasePath::of(names).map_or_else(|_| String::new(), |at| called(self.before, &at))
    }

    /// The demand at a place, in a sentence of its own.
    fn demand(&self, at: &CasePath) -> String {
        let [list, id, ..] = at.names() else {
            return String::new();
        };
        if !matches!(list.as_str(), "lines" | "links") {
            return String::new();
        }
        let told = self.case.and_then(|case| {
            let demand = case.demand_named(id)?;
            Some(demand::in_words(case, demand))
        });
        told.map_or_else(String::new, |told| format!(": {told}"))
    }
}

/// An entry with its kind: "the point “Berths”".
fn entry(file: &Node, at: &CasePath) -> String {
    let names: Vec<&str> = at.names().iter().map(String::as_str).collect();
    let kind = match names[..] {
        ["parties", _] => "the party",
        ["points", _] => "the point",
        ["points", _, "options", _] => "the option",
        ["lines", _] => "the line",
        ["links", _] => "the condition",
        ["ratification", _] => "the body",
        ["ratification", _, "rules", _] => "the rule",
        ["ratification", _, "blocs", _] => "the bloc",
        ["levers", _] => "the lever",
        ["offers", _] => "the offer",
        ["sessions", _] => "the meeting",
        ["statements", _] => "the statement",
        ["incidents", _] => "the incident",
        ["phases", _] => "the phase",
        ["delegations", _] => "the delegation",
        _ => "",
    };
    format!("{kind} {}", called(file, at)).trim().to_owned()
}

/// What an entry is called: its title, label or name where it has one, else its identifier.
fn called(file: &Node, at: &CasePath) -> String {
    let entry = found(file, at.names());
    let text = NAMES.iter().find_map(|key| text(entry?, key));
    match text {
        Some(text) => format!("“{text}”"),
        None => at.names().last().cloned().unwrap_or_default(),
    }
}

fn words_of(key: &str) -> String {
    match key {
        "as_of" => "day".to_owned(),
        "impasse" => "impasse value".to_owned(),
        "relax_cost" => "cost".to_owned(),
        "if" | "then" | "require" | "exclude" => "rule".to_owned(),
        key => key.replace('_', " "),
    }
}

fn with(list: &CasePath, name: &str) -> Option<CasePath> {
    let mut names = list.names().to_vec();
    names.push(name.to_owned());
    CasePath::of(names).ok()
}

/// The place around a place.
fn parent(at: &CasePath) -> Option<CasePath> {
    let (_, around) = at.names().split_last()?;
    CasePath::of(around.to_vec()).ok()
}

fn found<'n>(root: &'n Node, place: &[String]) -> Option<&'n Node> {
    winset_model::amendment::entry_at(root, place)
}

/// A value that fits into a sentence; none of a list or a mapping.
fn value(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) if text.chars().count() > VALUE_CHARS_MAX => None,
        Value::Text(text) => Some(format!("“{text}”")),
        Value::Number(digits) => Some(digits.clone()),
        Value::Bool(truth) => Some(if *truth { "yes" } else { "no" }.to_owned()),
        Value::Null => Some("nothing".to_owned()),
        Value::List(_) | Value::Map(_) => None,
    }
}

fn text(entry: &Node, key: &str) -> Option<String> {
    match &found(entry, &[key.to_owned()])?.value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        _ => None,
    }
}
