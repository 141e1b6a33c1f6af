//! Entries written to the journal.

use std::collections::BTreeMap;

use winset::journal::{Author, Deed, SeenCase, as_seen_by};
use winset::model::amendment::{CaseChange, CasePath};
use winset::model::audience::Audience;
use winset::model::document::{Entry, Node, Syntax, Value, parse, sha256_hex};
use winset::told::grouped;
use winset::{LoadError, Loaded};

use super::entry::{FieldFault, entry_of, list_of};
use crate::acting::{ActWriting, act_page, agreed, counts, write_act};
use crate::args::{
    ActArgs, CaseArgs, EnteringArgs, EntryKindArg, RecordAddArgs, VisibilityArg, WritingArgs,
};
use crate::clock;
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output, is_dash};
use crate::page::Page;

/// An entry, and the list that it goes into.
#[derive(Debug, Clone)]
pub(super) struct NewEntry {
    pub(super) list: &'static str,
    pub(super) node: Node,
}

/// Runs `winset record add`.
pub(super) fn run(args: &RecordAddArgs, output: Output) -> Result<Outcome, Failure> {
    if is_dash(&args.case.case) || args.case.case.is_dir() {
        let why = "an entry is written beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    let given = args.entry.given();
    let entries = match &args.json {
        Some(_) if !given.is_empty() => {
            let why = "entries come from --json or from flags, not from both";
            return Err(Failure::Misuse(why));
        }
        Some(path) => {
            let text = output::text(path, Some(Syntax::Json))?;
            let read = parse(&text.bytes, Syntax::Json);
            let root = read.map_err(|found| LoadError::Refused { text, found })?;
            of_document(args.kind, root)?
        }
        None => {
            let public = matches!(args.entering.visibility, Some(VisibilityArg::Public));
            let made = entry_of(args.kind, &given, public);
            let node = made.map_err(|faults| refused(&faults))?;
            let list = list_of(args.kind);
            vec![NewEntry { list, node }]
        }
    };
    let loaded = output::case(&args.case, output)?;
    let entering = Entering {
        case: &args.case,
        loaded: &loaded,
        how: &args.entering,
    };
    entering.write(&entering.completed(entries), output)
}

fn refused(faults: &[FieldFault]) -> Failure {
    let mut flags = Flags::default();
    for fault in faults {
        let flag = format!("--{}", fault.field.replace('_', "-"));
        match &fault.value {
            Some(value) => flags.wrong(&flag, value, fault.message.clone(), &fault.expected),
            None => flags.missing(&flag, &fault.expected),
        }
    }
    flags.refused(&[])
}

/// The entries of a document: one, a list of them, or the lists of a case file.
fn of_document(kind: EntryKindArg, root: Node) -> Result<Vec<NewEntry>, Failure> {
    let list = list_of(kind);
    let lists = ["sessions", "statements", "incidents"];
    let all = |list, nodes: &[Node]| {
        let nodes = nodes.iter().cloned();
        nodes
            .map(|node| NewEntry { list, node })
            .collect::<Vec<_>>()
    };
    let entries = match &root.value {
        Value::List(members) => all(list, members),
        Value::Map(keys) if keys.iter().all(|entry| lists.contains(&entry.key.as_str())) => lists
            .into_iter()
            .flat_map(|list| all(list, root.members_under(list)))
            .collect(),
        _ => vec![NewEntry { list, node: root }],
    };
    if entries.is_empty() {
        return Err(Failure::Misuse(
            "there is no entry in it, and nothing was written",
        ));
    }
    let is_mapping = |entry: &NewEntry| matches!(entry.node.value, Value::Map(_));
    if !entries.iter().all(is_mapping) {
        let why = "an entry is a mapping, as the case file has it";
        return Err(Failure::Misuse(why));
    }
    Ok(entries)
}

/// Where entries are written, and how.
pub(super) struct Entering<'a> {
    pub(super) case: &'a CaseArgs,
    pub(super) loaded: &'a Loaded,
    pub(super) how: &'a EnteringArgs,
}

impl Entering<'_> {
    fn at(&self) -> String {
        self.how.at.clone().unwrap_or_else(clock::now)
    }

    /// The entries with what they leave unsaid: who may see them, whose they are, and an identifier.
    pub(super) fn completed(&self, entries: Vec<NewEntry>) -> Vec<NewEntry> {
        let at = self.at();
        let seen = match self.how.visibility {
            Some(VisibilityArg::Public) => "public",
            Some(VisibilityArg::Sealed) => "sealed",
            Some(VisibilityArg::Mediator) | None => "mediator",
        };
        let by = self.how.by.as_str();
        let claimed_by = if by == "mediator" { "unknown" } else { by };
        let mut same: BTreeMap<String, usize> = BTreeMap::new();
        let completed = entries.into_iter().map(|NewEntry { list, node }| {
            let mut keys = node.entries().to_vec();
            let mut unsaid = |key: &str, text: &str| {
                if !keys.iter().any(|entry| entry.key == key) {
                    keys.push(Entry::plain(key, Node::of_text(text)));
                }
            };
            unsaid("visibility", seen);
            unsaid("entered_by", by);
            if list == "incidents" {
                unsaid("claimed_by", claimed_by);
            }
            if !keys.iter().any(|entry| entry.key == "id") {
                let id = identifier(list, &at, &keys, &mut same);
                keys.insert(0, Entry::plain("id", Node::of_text(id)));
            }
            let node = Node::of_map(keys);
            NewEntry { list, node }
        });
        completed.collect()
    }

    /// The deed that adds entries.
    pub(super) fn deed(&self, entries: &[NewEntry]) -> Result<Deed, Failure> {
        let changes = entries.iter().map(|NewEntry { list, node }| {
            let list = CasePath::named(&[list]).map_err(|_| Failure::Misuse("no such list"))?;
            let (entry, after) = (node.clone(), None);
            Ok(CaseChange::Add { list, entry, after })
        });
        Ok(Deed::Amend {
            reason: self.how.reason.clone(),
            changes: changes.collect::<Result<_, Failure>>()?,
        })
    }

    /// Who may see the act: everybody where all entries are public, else as narrow as it goes.
    pub(super) fn visibility(&self, entries: &[NewEntry]) -> Result<VisibilityArg, Failure> {
        let public = |entry: &&NewEntry| entry.node.text_under("visibility") == Some("public");
        let count = entries.iter().filter(public).count();
        if count == entries.len() {
            return Ok(VisibilityArg::Public);
        }
        if count > 0 {
            return Err(Failure::Misuse(
                "what is public and what is not are written in acts of their own: add them apart",
            ));
        }
        Ok(match self.how.by.as_str() {
            "mediator" => VisibilityArg::Mediator,
            _ => VisibilityArg::Sealed,
        })
    }

    fn writing<'h>(&'h self, how: &'h ActArgs) -> ActWriting<'h> {
        let case = self.case;
        ActWriting { case, how }
    }

    /// Says what each reader will see, asks, and writes.
    pub(super) fn write(&self, entries: &[NewEntry], output: Output) -> Result<Outcome, Failure> {
        let deed = self.deed(entries)?;
        let mut how = ActArgs {
            visibility: Some(self.visibility(entries)?),
            once: self.how.once.clone(),
            writing: WritingArgs {
                dry_run: true,
                at: Some(self.at()),
                json: false,
            },
        };
        let by = || Author::named(&self.how.by);
        let tried = write_act(&self.writing(&how), self.loaded, by(), deed.clone(), counts)?;
        output.remark(&preview(&tried.seen, entries)?)?;
        if self.how.dry_run {
            output.page(&act_page(&tried))?;
            return Ok(Outcome::Answered);
        }
        if !self.how.yes && !agreed()? {
            return Err(Failure::Misuse("nothing was written: --yes writes it"));
        }
        how.writing.dry_run = false;
        let written = write_act(&self.writing(&how), self.loaded, by(), deed, counts)?;
        output.page(&act_page(&written))?;
        Ok(Outcome::Answered)
    }
}

/// Digits of an identifier that is made.
const DIGITS: usize = 12;

/// An identifier that is made of what everybody sees of an entry who sees it, and of the time of
/// writing: it tells nothing of other entries, nor of what is said in confidence.
fn identifier(list: &str, at: &str, keys: &[Entry], same: &mut BTreeMap<String, usize>) -> String {
    let shown = |entry: &&Entry| {
        let confidential = [
            "stances",
            "sources",
            "supersedes",
            "entered_by",
            "visibility",
        ];
        !confidential.contains(&entry.key.as_str())
    };
    let shown: Vec<Entry> = keys.iter().filter(shown).cloned().collect();
    let text = format!("{list} {at} {}", Node::of_map(shown).canonical_json());
    let before = same.entry(text.clone()).or_insert(0);
    *before += 1;
    let hash = sha256_hex(&format!("{text} {before}"));
    format!("{}-{}", &list[..1], &hash[..DIGITS])
}

/// What each reader will see of the entries.
fn preview(seen: &SeenCase, entries: &[NewEntry]) -> Result<Page, Failure> {
    let parties = seen
        .case
        .parties
        .iter()
        .map(|p| Audience::Party(p.id.clone()));
    let readers = [Audience::Mediator].into_iter().chain(parties);
    let mut page = Page::default();
    page.paragraph("Who will see it:");
    for reader in readers.chain([Audience::Public]) {
        let view = as_seen_by(&seen.base, &seen.written, &reader);
        let view = view.map_err(|_| Failure::Misuse("a reader would be left without a case"))?;
        let words = shown(&view.document, entries);
        page.entry(2, 14, &reader.name(), &words);
    }
    Ok(page)
}

fn shown(document: &Node, entries: &[NewEntry]) -> String {
    let mut by_id: BTreeMap<(&str, &str), &Node> = BTreeMap::new();
    for list in ["sessions", "statements", "incidents"] {
        let members = document.members_under(list).iter();
        by_id.extend(members.filter_map(|m| Some(((list, m.under("id")?.written()?), m))));
    }
    let (mut all, mut part) = (0, 0);
    for entry in entries {
        let id = entry
            .node
            .under("id")
            .and_then(Node::written)
            .unwrap_or_default();
        match by_id.get(&(entry.list, id)) {
            Some(node) if node.entries().len() == entry.node.entries().len() => all += 1,
            Some(_) => part += 1,
            None => {}
        }
    }
    match (all, part) {
        (0, 0) => "nothing".to_owned(),
        (1, 0) => "all of 1 entry".to_owned(),
        (all, 0) => format!("all of {} entries", grouped(all)),
        (all, part) => format!("all of {all}, and part of {part}"),
    }
}
