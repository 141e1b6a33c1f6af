//! What the entries of a case file are called in a sentence.

use winset_model::amendment::CasePath;
use winset_model::document::Node;

use super::keys::LABELS;
use crate::names::{grouped, one_line, spoken};
use crate::words::{counted, listed};

/// A case file, read for its names.
#[derive(Clone, Copy)]
pub(super) struct FileWords<'n>(pub(super) &'n Node);

impl<'n> FileWords<'n> {
    pub(super) fn found(self, place: &[String]) -> Option<&'n Node> {
        winset_model::amendment::entry_at(self.0, place)
    }

    /// A party, as sentences name it.
    pub(super) fn party(self, id: &str) -> String {
        let party = self.0.member_named("parties", id);
        match party.and_then(|party| party.text_under("name")) {
            Some(name) => spoken(id, name),
            None => match id {
                "both" => "both sides".to_owned(),
                "disputed" | "unknown" => id.to_owned(),
                _ => format!("“{id}”"),
            },
        }
    }

    /// A point by its title.
    pub(super) fn point(self, id: &str) -> String {
        let point = self.0.member_named("points", id);
        quoted_or(point.and_then(|point| point.text_under("title")), id)
    }

    /// An option of a point by its label, or by its number.
    pub(super) fn option(self, point: &str, id: &str) -> String {
        let point = self.0.member_named("points", point);
        let option = point.and_then(|point| point.member_named("options", id));
        match (
            option.and_then(|option| option.text_under("label")),
            point.and_then(|point| point.under("range")),
        ) {
            (Some(label), _) => format!("«{}»", one_line(label)),
            (None, Some(range)) => match range.text_under("unit") {
                Some(unit) => format!("{id} {unit}"),
                None => id.to_owned(),
            },
            (None, None) => format!("«{id}»"),
        }
    }

    /// What an entry is called in quotation marks, else with its kind.
    pub(super) fn label_or_words(self, at: &CasePath) -> String {
        match self.label(at) {
            Some(label) => format!("“{label}”"),
            None => self.entry(at),
        }
    }

    fn label(self, at: &CasePath) -> Option<String> {
        let entry = self.found(at.names())?;
        let label = LABELS.iter().find_map(|key| entry.text_under(key))?;
        Some(one_line(label))
    }

    /// An entry with its kind: "the point “Berths”"; what has no label by what it is about, its code
    /// behind.
    pub(super) fn entry(self, at: &CasePath) -> String {
        let id = at.names().last().map_or("", String::as_str);
        let label = || quoted_or(self.label(at).as_deref(), id);
        let words = match kinds(at)[..] {
            ["parties"] => return format!("the party {}", label()),
            ["points"] => return format!("the point {}", label()),
            ["points", "options"] => return format!("the option {}", label()),
            ["ratification"] => return format!("the body {}", label()),
            ["ratification", "blocs"] => return format!("the bloc {}", label()),
            ["phases"] => return format!("the phase {}", label()),
            ["lines"] => self.line(at),
            ["links"] => self.link(at),
            ["ratification", "rules"] => self.rule(at),
            ["levers"] => self.lever(at),
            ["offers"] => return self.offer(at),
            ["sessions"] => self.dated("the meeting", at, None),
            ["statements"] => self.dated("the statement", at, Some("by")),
            ["incidents"] => self.incident(at),
            ["delegations"] => self.delegation(at),
            ["assumptions"] => self.assumption(at),
            ["assumptions", "lines"] => self.assumed_line(at),
            _ => return label(),
        };
        match words {
            Some(words) => format!("{words} ({id})"),
            None => format!("{} ({id})", kind_named(at)),
        }
    }

    fn key(self, at: &CasePath, key: &str) -> Option<&'n str> {
        self.found(at.names())?.text_under(key)
    }

    fn line(self, at: &CasePath) -> Option<String> {
        let owner = self.party(self.key(at, "owner")?);
        let on = self.point(self.key(at, "point")?);
        Some(match self.key(at, "kind") {
            Some("law") => format!("the law of {owner} on {on}"),
            _ => format!("the line of {owner} on {on}"),
        })
    }

    fn link(self, at: &CasePath) -> Option<String> {
        let link = self.found(at.names())?;
        let points = self.0.members_under("points").iter();
        let ids = points.filter_map(|point| point.text_under("id"));
        let named: Vec<String> = ids
            .filter(|id| names_point(link, id))
            .map(|id| self.point(id))
            .collect();
        let on = if named.is_empty() {
            String::new()
        } else {
            format!(" on {}", listed(&named, "and"))
        };
        let law = link.text_under("kind") == Some("law");
        let owner = link.text_under("owner").map(|owner| self.party(owner));
        Some(match owner {
            Some(owner) if law => format!("the law of {owner}{on}"),
            Some(owner) => format!("the condition of {owner}{on}"),
            None if law => format!("the law{on}"),
            None => format!("the condition{on}"),
        })
    }

    fn rule(self, at: &CasePath) -> Option<String> {
        let need = self.key(at, "need")?;
        let body = parent(&parent(at)?)?;
        let name = self.label(&body)?;
        Some(format!("the rule of “{name}” for {} seats", grouped(need)))
    }

    fn lever(self, at: &CasePath) -> Option<String> {
        let by = self.party(self.key(at, "by")?);
        let target = self.party(self.key(at, "target")?);
        let lowers = self.key(at, "no_deal_delta")?.starts_with('-');
        let does = if lowers { "lowers" } else { "raises" };
        Some(format!(
            "the lever by which {by} {does} what {target} has without a deal"
        ))
    }

    fn offer(self, at: &CasePath) -> String {
        let number = at.names().last().map_or("", String::as_str);
        match self.key(at, "by") {
            Some(by) => format!("offer {number} of {}", self.party(by)),
            None => format!("offer {number}"),
        }
    }

    fn dated(self, what: &str, at: &CasePath, by: Option<&str>) -> Option<String> {
        let day = self.key(at, "date")?;
        let by = by.and_then(|key| self.key(at, key));
        let of = by.map_or_else(String::new, |by| format!(" of {}", self.party(by)));
        Some(format!("{what}{of} of {day}"))
    }

    fn incident(self, at: &CasePath) -> Option<String> {
        let day = self.key(at, "date")?;
        let place = one_line(self.key(at, "place")?);
        Some(format!("the incident of {day} at “{place}”"))
    }

    fn delegation(self, at: &CasePath) -> Option<String> {
        let party = self.party(self.key(at, "party")?);
        Some(format!("the delegation of {party}"))
    }

    fn assumption(self, at: &CasePath) -> Option<String> {
        let by = self.party(self.key(at, "by")?);
        let about = self.party(self.key(at, "about")?);
        Some(format!("what {by} supposes of {about}"))
    }

    fn assumed_line(self, at: &CasePath) -> Option<String> {
        let on = self.point(self.key(at, "point")?);
        Some(format!("what is supposed to be accepted on {on}"))
    }
}

/// By how much a lever moves a value, after how long and at which cost.
pub(super) fn lever_terms(lever: &Node) -> String {
    let told = || {
        let delta = lever.text_under("no_deal_delta")?.trim_start_matches('-');
        let days = counted(lever.text_under("delay_days")?, "day");
        let cost = lever.text_under("cost_to_puller")?;
        Some(format!(
            ", by {delta}, after {days}, at a cost of {} by its own estimate",
            grouped(cost)
        ))
    };
    told().unwrap_or_default()
}

/// Whether conditions below a key of a link look at a point.
fn names_point(node: &Node, id: &str) -> bool {
    let within = |entry: &winset_model::document::Entry| {
        let phrase =
            entry.key == "rule" && entry.node.written().is_some_and(|text| in_phrase(text, id));
        phrase || entry.key == id || names_point(&entry.node, id)
    };
    node.entries().iter().any(within) || node.members().iter().any(|member| names_point(member, id))
}

fn in_phrase(phrase: &str, id: &str) -> bool {
    let parts = |c: char| c.is_whitespace() || matches!(c, '=' | '(' | ')' | ',');
    phrase.split(parts).any(|word| word == id)
}

/// The lists in which a place stands, from the top.
pub(super) fn kinds(at: &CasePath) -> Vec<&str> {
    let names = at.names();
    let first = names.first().map(String::as_str);
    let second = names.get(2).map(String::as_str);
    match (first, second) {
        (Some(first @ "points"), Some(second @ "options"))
        | (Some(first @ "ratification"), Some(second @ ("rules" | "blocs")))
        | (Some(first @ "assumptions"), Some(second @ "lines"))
            if names.len() >= 4 =>
        {
            vec![first, second]
        }
        (Some(first), _) if names.len() >= 2 => vec![first],
        _ => Vec::new(),
    }
}

/// The entry in which a key stands.
pub(super) fn entry_of(at: &CasePath) -> CasePath {
    let names = &at.names()[..2 * kinds(at).len()];
    CasePath::of(names.to_vec()).unwrap_or_else(|_| at.clone())
}

/// The place around a place.
pub(super) fn parent(at: &CasePath) -> Option<CasePath> {
    let (_, around) = at.names().split_last()?;
    CasePath::of(around.to_vec()).ok()
}

/// The entries of a list.
pub(super) fn list_named(list: &CasePath) -> &'static str {
    match list.names().last().map_or("", String::as_str) {
        "parties" => "parties",
        "points" => "points",
        "options" => "options",
        "lines" => "lines",
        "links" => "conditions",
        "ratification" => "bodies",
        "rules" => "rules",
        "blocs" => "blocs",
        "levers" => "levers",
        "offers" => "offers",
        "sessions" => "meetings",
        "statements" => "statements",
        "incidents" => "incidents",
        "phases" => "phases",
        "delegations" => "delegations",
        "assumptions" => "assumptions",
        _ => "entries",
    }
}

/// An entry of which nothing can be said.
fn kind_named(at: &CasePath) -> &'static str {
    match kinds(at)[..] {
        ["lines"] => "the line",
        ["links"] => "the condition",
        [_, "rules"] => "the rule",
        ["levers"] => "the lever",
        ["sessions"] => "the meeting",
        ["statements"] => "the statement",
        ["incidents"] => "the incident",
        ["delegations"] => "the delegation",
        ["assumptions", ..] => "the assumption",
        _ => "the entry",
    }
}

fn quoted_or(label: Option<&str>, id: &str) -> String {
    let label = label.map(one_line).filter(|label| !label.is_empty());
    format!("“{}”", label.as_deref().unwrap_or(id))
}
