//! The part of a case file that is an audience's.

use super::entries::entries_seen;
use super::nodes::{
    each, entries, get, items, only, text, visibility, with, without, without_places,
};
use super::plan::plan_in_sight;
use super::reader::Audience;
use crate::case::Visibility;
use crate::characters::composed;
use crate::document::{Entry, Node, Value};

/// The case file that holds what an audience may see of a case file, and nothing else.
///
/// Of a file that reads as a case, what comes out reads as a case; a body with none of its rules in
/// sight is left out.
///
/// | of others | what is kept |
/// |---|---|
/// | preferences, no-deal values, impasse | where the party's visibility is `public` |
/// | the visibility of a party | where it is `public` |
/// | lines | public ones, with step 0 only |
/// | links, vote rules, levers | public ones; estimates of costs read 0 |
/// | assumptions | none; a party keeps those that are its own |
/// | levers, own ones too | those that move a no-deal value in sight |
/// | offers, statements | public ones; offers are numbered anew, so that none seems to lack |
/// | items of the plan | public ones, with what they say of items in sight |
/// | values and bounds in the plan | where the party's visibility is `public` |
/// | sessions, incidents | only where they say `public`, and those that the party entered itself |
/// | of these and of statements | what others say of them where it is public, sources without remarks, and what they replace where that is in sight, too |
/// | remarks, expected answers | none; a party keeps the remarks on its own values |
///
/// The mediator is shown all but the assumptions, who holds the file all of it.
///
/// A list with nothing left in it is left out, as if nobody had written it.
///
/// The result has no places: files that show the audience the same content give the same value.
///
/// Linear in the size of the file.
pub fn for_audience(root: &Node, audience: &Audience) -> Node {
    match audience {
        Audience::Holder => return without_places(root),
        Audience::Mediator => return without_places(&without_assumptions(root)),
        Audience::Party(_) | Audience::Public => {}
    }
    let viewer = Viewer(audience);
    let mut kept = Vec::new();
    for entry in entries(root) {
        let node = match entry.key.as_str() {
            "format" | "id" | "title" | "languages" | "as_of" | "disclaimer" | "comparable"
            | "prisoners" => Some(entry.node.clone()),
            "delegations" => Some(each(&entry.node, |n| {
                Some(only(n, &["id", "party", "offices"]))
            })),
            "phases" => Some(each(&entry.node, |n| Some(only(n, PHASE)))),
            "plan" => viewer.plan(root, &entry.node),
            "points" => Some(each(&entry.node, |n| Some(only(n, POINT)))),
            "parties" => Some(each(&entry.node, |n| Some(viewer.party(n)))),
            key => viewer.list(root, key, &entry.node).filter(holds_some),
        };
        kept.extend(node.map(|node| with(entry, node)));
    }
    without_places(&Node {
        value: Value::Map(kept),
        span: root.span,
    })
}

/// The key of what parties suppose of each other.
pub(crate) const ASSUMPTIONS: &str = "assumptions";
const ASSUMPTION: &[&str] = &["id", "by", "about", "lines", "scores", "no_deal", "note"];
const POINT: &[&str] = &["id", "title", "options", "range"];
const PHASE: &[&str] = &["id", "name", "day", "opens_when", "deliver", "rollback"];
const PARTY: &[&str] = &[
    "id",
    "name",
    "short",
    "role",
    "colour",
    "marker",
    "decides_by",
];
/// Whether a party has told the mediator its values is as much its own as they are.
const VALUES: &[&str] = &["no_deal", "impasse", "visibility"];
const LINE: &[&str] = &["id", "owner", "point", "visibility", "kind", "ladder"];
const LINK: &[&str] = &[
    "id",
    "owner",
    "kind",
    "visibility",
    "if",
    "then",
    "require",
    "exclude",
    "rule",
    "relax_cost",
];
const LEVER: &[&str] = &[
    "id",
    "by",
    "target",
    "no_deal_delta",
    "cost_to_puller",
    "delay_days",
    "visibility",
];
const OFFER: &[&str] = &[
    "seq",
    "date",
    "by",
    "package",
    "says",
    "change",
    "visibility",
];

/// The file without what parties suppose of each other: what the case itself says.
pub fn without_assumptions(root: &Node) -> Node {
    without(root, ASSUMPTIONS)
}

/// An audience that is not the mediator.
struct Viewer<'a>(&'a Audience);

impl Viewer<'_> {
    /// What is left of a list, or mapping, of entries that have owners; none for any other key.
    fn list(&self, root: &Node, key: &str, node: &Node) -> Option<Node> {
        Some(match key {
            "preferences" => self.preferences(root, node),
            "lines" => each(node, |n| self.line(n)),
            "links" => each(node, |n| self.link(n)),
            "ratification" => each(node, |n| self.body(n)),
            "levers" => each(node, |n| self.lever(root, n)),
            "offers" => self.offers(node),
            ASSUMPTIONS => each(node, |n| self.owns(n, "by").then(|| only(n, ASSUMPTION))),
            "sessions" | "statements" | "incidents" => entries_seen(self.0, key, node),
            _ => return None,
        })
    }

    fn owns(&self, node: &Node, key: &str) -> bool {
        matches!(self.0, Audience::Party(id) if text(node, key).is_some_and(|text| text == *id))
    }

    /// Whether an entry is to be seen that is `unsaid` where it says nothing.
    fn sees(&self, node: &Node, owner: &str, unsaid: Visibility) -> bool {
        self.0
            .sees(text(node, owner).as_deref(), visibility(node, unsaid))
    }

    fn party(&self, node: &Node) -> Node {
        let mut keys = PARTY.to_vec();
        let own = self.owns(node, "id");
        if self.sees(node, "id", Visibility::Sealed) {
            keys.extend(VALUES);
        }
        let mut party = only(node, &keys);
        if !own && let Value::Map(entries) = &mut party.value {
            let values = entries.iter_mut().filter(|e| e.key == "no_deal");
            values.for_each(|e| e.node = without(&e.node, "note"));
        }
        party
    }

    fn preferences(&self, root: &Node, node: &Node) -> Node {
        let parties = get(root, "parties").map(items).unwrap_or_default();
        let kept = entries(node).iter().filter_map(|entry| {
            let name = composed(&entry.key);
            let of = |party: &&Node| text(party, "id").is_some_and(|id| id == name);
            let party = parties.iter().find(of)?;
            if self.owns(party, "id") {
                return Some(entry.clone());
            }
            let seen = self.sees(party, "id", Visibility::Sealed);
            seen.then(|| with(entry, without_remarks(&entry.node)))
        });
        Node {
            value: Value::Map(kept.collect()),
            span: node.span,
        }
    }

    fn line(&self, node: &Node) -> Option<Node> {
        if !self.sees(node, "owner", Visibility::Public) {
            return None;
        }
        let mut line = only(node, LINE);
        if !self.owns(node, "owner")
            && let Value::Map(entries) = &mut line.value
        {
            for entry in entries.iter_mut().filter(|e| e.key == "ladder") {
                if let Value::List(steps) = &mut entry.node.value {
                    steps.truncate(1);
                }
            }
        }
        Some(line)
    }

    fn link(&self, node: &Node) -> Option<Node> {
        let seen = self.sees(node, "owner", Visibility::Public);
        seen.then(|| self.without_cost(node, "owner", "relax_cost", LINK))
    }

    /// A lever in sight that moves a value in sight: the reader knows no other.
    fn lever(&self, root: &Node, node: &Node) -> Option<Node> {
        let target = text(node, "target");
        let parties = get(root, "parties").map(items).unwrap_or_default();
        let target = parties.iter().find(|party| text(party, "id") == target)?;
        let seen = self.sees(node, "by", Visibility::Public)
            && self.sees(target, "id", Visibility::Sealed);
        seen.then(|| self.without_cost(node, "by", "cost_to_puller", LEVER))
    }

    /// The entry with its cost at 0, where that is somebody else's estimate.
    fn without_cost(&self, node: &Node, owner: &str, cost: &str, keys: &[&str]) -> Node {
        let mut kept = only(node, keys);
        if !self.owns(node, owner)
            && let Value::Map(entries) = &mut kept.value
        {
            let costs = entries.iter_mut().filter(|e| e.key == cost);
            let stated = costs.filter(|e| e.node.value != Value::Null);
            stated.for_each(|e| e.node.value = Value::Number("0".to_owned()));
        }
        kept
    }

    fn body(&self, node: &Node) -> Option<Node> {
        let for_party = text(node, "for_party");
        let mut body = only(
            node,
            &["id", "body", "for_party", "seats", "rules", "blocs"],
        );
        let Value::Map(entries) = &mut body.value else {
            return None;
        };
        let mut rules_left = 0;
        for entry in entries.iter_mut().filter(|e| e.key == "rules") {
            entry.node = each(&entry.node, |rule| {
                let seen = self
                    .0
                    .sees(for_party.as_deref(), visibility(rule, Visibility::Public));
                seen.then(|| only(rule, &["id", "need", "when", "visibility"]))
            });
            rules_left = items(&entry.node).len();
        }
        (rules_left > 0).then_some(body)
    }

    /// The plan: items in sight, with the numbers of parties whose preferences are in sight.
    fn plan(&self, root: &Node, node: &Node) -> Option<Node> {
        let parties = get(root, "parties").map(items).unwrap_or_default();
        let sees_item = |item: &Node| self.sees(item, "owner", Visibility::Public);
        let sees_values_of = |id: &str| {
            let of = |party: &&Node| text(party, "id").is_some_and(|text| text == id);
            let mut named = parties.iter().filter(of);
            named.any(|party| self.sees(party, "id", Visibility::Sealed))
        };
        plan_in_sight(node, sees_item, sees_values_of)
    }

    /// Offers in sight, numbered from 1.
    fn offers(&self, node: &Node) -> Node {
        let mut kept: Vec<Node> = Vec::new();
        for offer in items(node) {
            if self.sees(offer, "by", Visibility::Public) {
                kept.push(numbered(only(offer, OFFER), kept.len() + 1));
            }
        }
        Node {
            value: Value::List(kept),
            span: node.span,
        }
    }
}

/// Whether a list or a mapping holds anything.
fn holds_some(node: &Node) -> bool {
    !items(node).is_empty() || !entries(node).is_empty()
}

/// An offer with this number.
fn numbered(mut offer: Node, number: usize) -> Node {
    if let Value::Map(entries) = &mut offer.value {
        let numbers = entries.iter_mut().filter(|e| e.key == "seq");
        numbers.for_each(|e| e.node.value = Value::Number(number.to_string()));
    }
    offer
}

/// A sheet without the remarks on its bonuses.
fn without_remarks(sheet: &Node) -> Node {
    let entry = |entry: &Entry| match entry.key.as_str() {
        "bonuses" => with(
            entry,
            each(&entry.node, |bonus| Some(only(bonus, &["when", "score"]))),
        ),
        _ => entry.clone(),
    };
    Node {
        value: Value::Map(entries(sheet).iter().map(entry).collect()),
        span: sheet.span,
    }
}
