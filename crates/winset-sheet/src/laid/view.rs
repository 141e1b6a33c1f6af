//! A case as it is laid out for somebody.

use winset_model::case::Case;
use winset_model::document::{Entry, Node, Value};
use winset_model::options::PointId;
use winset_model::phrase::PhraseNames;

use crate::tree::word;
use crate::workbook::CellLook;

/// Most characters of a text in a cell; a longer one is cut, and cannot be changed in the workbook.
const TEXT_MAX: usize = 16_000;

/// A case, its document, and whose workbook it becomes.
pub(crate) struct View<'a> {
    pub(crate) case: &'a Case,
    pub(crate) root: &'a Node,
    pub(crate) own: Option<&'a str>,
}

impl View<'_> {
    /// How a cell looks that its owner fills in.
    pub(crate) fn look_of(&self, owner: Option<&str>) -> CellLook {
        match (self.own, owner) {
            (None, _) => CellLook::Free,
            (Some(own), Some(owner)) if own == owner => CellLook::Own,
            (Some(_), _) => CellLook::Told,
        }
    }

    /// How a cell looks that the mediator alone changes.
    pub(crate) fn look_of_mediator(&self) -> CellLook {
        self.look_of(None)
    }

    pub(crate) fn point(&self, p: usize) -> Option<&Node> {
        self.root.members_under("points").get(p)
    }

    pub(crate) fn title(&self, p: usize) -> String {
        self.point(p)
            .map(|point| word(point, "title"))
            .unwrap_or_default()
    }

    /// The label of an option as the document has it; of a number, the number with its unit.
    pub(crate) fn label(&self, p: usize, o: usize) -> String {
        let options = self.point(p).map(|point| point.members_under("options"));
        let option = options.and_then(|options| options.get(o));
        let stated = option.map(|option| word(option, "label"));
        stated.unwrap_or_else(|| self.case.points[p].options[o].label.clone())
    }

    /// The wording of an option, and whether all of it is there.
    pub(crate) fn wording(&self, p: usize, o: usize) -> (String, bool) {
        let options = self.point(p).map(|point| point.members_under("options"));
        let option = options.and_then(|options| options.get(o));
        cut(option
            .map(|option| word(option, "text"))
            .unwrap_or_default())
    }

    /// Whether the options of a point are listed, and no numbers of a range.
    pub(crate) fn is_listed(&self, p: usize) -> bool {
        self.point(p)
            .is_some_and(|point| !point.members_under("options").is_empty())
    }

    /// An entry of a list of the document.
    pub(crate) fn entry(&self, key: &str, place: usize) -> Option<&Node> {
        self.root.members_under(key).get(place)
    }

    /// An entry of a list within one.
    pub(crate) fn inner(&self, key: &str, place: usize, inner: &str, at: usize) -> Option<&Node> {
        self.entry(key, place)?.members_under(inner).get(at)
    }

    pub(crate) fn party_name(&self, id: &str) -> String {
        let party = self.case.party_named(id);
        party.map_or_else(String::new, |p| self.case.parties[p.index()].name.clone())
    }
}

/// A text that fits a cell, and whether it is all of it.
fn cut(text: String) -> (String, bool) {
    if text.chars().count() <= TEXT_MAX {
        return (text, true);
    }
    let start: String = text.chars().take(TEXT_MAX).collect();
    (format!("{start} [...]"), false)
}

/// A text in a cell, cut where it is too long for one.
pub(crate) fn fitting(text: String) -> String {
    cut(text).0
}

impl PhraseNames for View<'_> {
    fn point(&self, point: &str) -> String {
        let place = self.case.point_named(point);
        place.map_or_else(|| point.to_owned(), |p| self.title(p.index()))
    }

    fn option(&self, point: &str, option: &str) -> String {
        let place = self.case.point_named(point);
        let label = place.and_then(|p| {
            let o = self.case.option_named(p, option)?;
            Some(self.label(p.index(), o.index()))
        });
        label.unwrap_or_else(|| option.to_owned())
    }
}

/// A condition, or the rule of a link, with the keys of its mappings in one order: points as the case has
/// them, then what joins conditions. The order of keys means nothing, and a document that was written and
/// read again may have another.
pub(crate) fn in_order(case: &Case, node: &Node) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(|item| in_order(case, item)).collect()),
        Value::Map(entries) => {
            let mut entries: Vec<Entry> = entries
                .iter()
                .map(|e| Entry::plain(&e.key, in_order(case, &e.node)))
                .collect();
            let rank = |e: &Entry| case.point_named(&e.key).map_or(usize::MAX, PointId::index);
            entries.sort_by_cached_key(|e| (rank(e), e.key.clone()));
            Value::Map(entries)
        }
        plain => plain.clone(),
    };
    Node::plain(value)
}
