//! A key that is set or taken out, in words.

use winset_model::amendment::CasePath;
use winset_model::document::Node;

use super::change::Words;
use super::entries::{entry_of, kinds, parent};
use super::keys::{LABELS, said_of};

impl Words<'_> {
    pub(super) fn set(&self, at: &CasePath, to: Option<&Node>) -> String {
        let around = parent(at);
        let key = at.names().last().map_or("", String::as_str);
        if let Some(around) = around.as_ref().filter(|_| LABELS.contains(&key))
            && let Some(is) = to.and_then(|to| self.after.value(at, to))
        {
            return format!("rewords {} to {is}", self.before.entry(around));
        }
        if let Some(words) = self.who_sees(at, to).or_else(|| self.can_go(at, to)) {
            return words;
        }
        let what = self.field(at);
        let was = self.before.found(at.names());
        let was = was.map(|node| self.before.value(at, node));
        let more = self.more(at);
        match (was, to.map(|node| self.after.value(at, node))) {
            (_, None) => format!("takes out {what}"),
            (Some(Some(was)), Some(Some(is))) => {
                format!("changes {what} from {was} to {is}{more}")
            }
            (_, Some(Some(is))) => format!("sets {what} to {is}{more}"),
            (_, Some(None)) => format!("changes {what}{more}"),
        }
    }

    /// What is said behind a change of what an entry asks or gives.
    fn more(&self, at: &CasePath) -> String {
        let names: Vec<&str> = at.names().iter().map(String::as_str).collect();
        match names[..] {
            ["lines", _, "ladder" | "point" | "owner", ..]
            | [
                "links",
                _,
                "if" | "then" | "require" | "exclude" | "rule" | "owner",
                ..,
            ]
            | ["ratification", _, "rules", _, "need" | "when", ..] => self.demand(at),
            ["preferences", party, point, ..] if point != "bonuses" => self.worth(party, point),
            _ => String::new(),
        }
    }

    /// What a key holds: "the wording of the option “Shared”".
    fn field(&self, at: &CasePath) -> String {
        let names: Vec<&str> = at.names().iter().map(String::as_str).collect();
        let party = |id: &str| self.before.party(id);
        let point = |id: &str| self.before.point(id);
        match names[..] {
            ["parties", id, "no_deal"] => format!("what {} has without a deal", party(id)),
            ["parties", id, "no_deal", key] => {
                let what = format!("what {} has without a deal", party(id));
                match key {
                    "low" => format!("the least that {what} may be"),
                    "high" => format!("the most that {what} may be"),
                    "trend_per_month" => format!("how much {what} changes each month"),
                    "note" => format!("the remark on {what}"),
                    _ => what,
                }
            }
            ["preferences", id] => format!("what everything is worth to {}", party(id)),
            ["preferences", id, "bonuses", ..] => {
                format!("what {} gives for several points together", party(id))
            }
            ["preferences", id, of, "weight"] => {
                format!("how much {} weighs for {}", point(of), party(id))
            }
            ["preferences", id, of, ..] => format!("what {} is worth to {}", point(of), party(id)),
            ["lines", id, "ladder", ..] => {
                let line = self.before.found(&at.names()[..2]);
                let line = line
                    .and_then(|line| Some((line.text_under("owner")?, line.text_under("point")?)));
                match line {
                    Some((owner, on)) => {
                        format!("what {} accepts on {}", party(owner), point(on))
                    }
                    None => format!("what the line ({id}) accepts"),
                }
            }
            ["plan", ..] => "the plan of carrying it out".to_owned(),
            ["prisoners", ..] => "what is known of prisoners".to_owned(),
            [key] => said_of("", key).to_owned(),
            [.., key] => {
                let around = entry_of(at);
                let kind = kinds(&around).last().copied().unwrap_or_default();
                said_of(kind, key).replace("{}", &self.before.entry(&around))
            }
            [] => String::new(),
        }
    }

    /// Who may see an entry from now on.
    fn who_sees(&self, at: &CasePath, to: Option<&Node>) -> Option<String> {
        let (key, around) = at.names().split_last()?;
        if key != "visibility" {
            return None;
        }
        let around = CasePath::of(around.to_vec()).ok()?;
        let (what, owner) = match around.names() {
            [list, id] if list == "parties" => {
                let party = self.before.party(id);
                let what =
                    format!("what {party} has without a deal and what everything is worth to it");
                (what, party)
            }
            _ => (self.before.entry(&around), "its owner".to_owned()),
        };
        let Some(to) = to else {
            return Some(format!("takes out who may see {what}"));
        };
        match to.written()? {
            "public" => Some(format!("lets everybody see {what}")),
            "mediator" => Some(format!("lets {owner} and the mediator alone see {what}")),
            "sealed" => Some(format!("lets {owner} alone see {what}")),
            _ => None,
        }
    }

    /// Whether a demand can be given up from now on.
    fn can_go(&self, at: &CasePath, to: Option<&Node>) -> Option<String> {
        let [list, _, key] = at.names() else {
            return None;
        };
        if key != "kind" || !matches!(list.as_str(), "lines" | "links") {
            return None;
        }
        let what = self.before.entry(&parent(at)?);
        match to?.written()? {
            "law" => Some(format!("says that {what} cannot be given up")),
            "demand" => Some(format!("says that {what} can be given up")),
            _ => None,
        }
    }
}
