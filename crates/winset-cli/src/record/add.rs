//! Entries written to the journal.

use std::collections::BTreeMap;

use winset::ask::{
    EntriesEntered, EntryFieldFault, NewEntryKind, NewRecordEntry, VisibilityMixed, entry_of,
};
use winset::journal::{Author, SeenCase, as_seen_by};
use winset::model::audience::Audience;
use winset::model::case::Visibility;
use winset::model::document::{Node, Syntax, Value, parse};
use winset::told::grouped;
use winset::told::messages::english;
use winset::{LoadError, Loaded};

use crate::acting::{ActWriting, act_page, agreed, counts, write_act};
use crate::args::{
    ActArgs, CaseArgs, EnteringArgs, EntryKindArg, RecordAddArgs, VisibilityArg, WritingArgs,
};
use crate::clock;
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output, is_dash};
use crate::page::Page;

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
            let kind = NewEntryKind::from(args.kind);
            let made = entry_of(kind, &given, public);
            let node = made.map_err(|faults| refused(&faults))?;
            let list = kind.list();
            vec![NewRecordEntry { list, node }]
        }
    };
    let loaded = output::case(&args.case, output)?;
    let entering = Entering::new(&args.case, &loaded, &args.entering);
    let entries = entering.entered().completed(entries);
    entering.write(&entries, output)
}

impl From<EntryKindArg> for NewEntryKind {
    fn from(kind: EntryKindArg) -> Self {
        match kind {
            EntryKindArg::Statement => Self::Statement,
            EntryKindArg::Incident => Self::Incident,
            EntryKindArg::Session => Self::Session,
        }
    }
}

fn refused(faults: &[EntryFieldFault]) -> Failure {
    let mut flags = Flags::default();
    for fault in faults {
        let flag = format!("--{}", fault.field.replace('_', "-"));
        let expected = fault.expected(english());
        match &fault.value {
            Some(value) => flags.wrong(&flag, value, fault.message(english()), &expected),
            None => flags.missing(&flag, &expected),
        }
    }
    flags.refused(&[])
}

/// The entries of a document: one, a list of them, or the lists of a case file.
fn of_document(kind: EntryKindArg, root: Node) -> Result<Vec<NewRecordEntry>, Failure> {
    let list = NewEntryKind::from(kind).list();
    let lists = NewEntryKind::ALL.map(NewEntryKind::list);
    let all = |list, nodes: &[Node]| {
        let nodes = nodes.iter().cloned();
        nodes
            .map(|node| NewRecordEntry { list, node })
            .collect::<Vec<_>>()
    };
    let entries = match &root.value {
        Value::List(members) => all(list, members),
        Value::Map(keys) if keys.iter().all(|entry| lists.contains(&entry.key.as_str())) => lists
            .into_iter()
            .flat_map(|list| all(list, root.members_under(list)))
            .collect(),
        _ => vec![NewRecordEntry { list, node: root }],
    };
    if entries.is_empty() {
        return Err(Failure::Misuse(
            "there is no entry in it, and nothing was written",
        ));
    }
    let is_mapping = |entry: &NewRecordEntry| matches!(entry.node.value, Value::Map(_));
    if !entries.iter().all(is_mapping) {
        let why = "an entry is a mapping, as the case file has it";
        return Err(Failure::Misuse(why));
    }
    Ok(entries)
}

/// Where entries are written, and how.
pub(super) struct Entering<'a> {
    case: &'a CaseArgs,
    loaded: &'a Loaded,
    how: &'a EnteringArgs,
    at: String,
}

impl<'a> Entering<'a> {
    pub(super) fn new(case: &'a CaseArgs, loaded: &'a Loaded, how: &'a EnteringArgs) -> Self {
        Self {
            case,
            loaded,
            how,
            at: how.at.clone().unwrap_or_else(clock::now),
        }
    }

    /// How they are entered.
    pub(super) fn entered(&self) -> EntriesEntered<'_> {
        EntriesEntered {
            by: &self.how.by,
            at: &self.at,
            visibility: self.how.visibility.map(Visibility::from),
            reason: self.how.reason.as_deref(),
        }
    }

    /// Who may see the act that adds them.
    pub(super) fn visibility(&self, entries: &[NewRecordEntry]) -> Result<Visibility, Failure> {
        let seen = self.entered().act_visibility(entries);
        seen.map_err(|VisibilityMixed| {
            Failure::Misuse(
                "what is public and what is not are written in acts of their own: add them apart",
            )
        })
    }

    fn writing<'h>(&'h self, how: &'h ActArgs) -> ActWriting<'h> {
        let case = self.case;
        ActWriting { case, how }
    }

    /// Says what each reader will see, asks, and writes.
    pub(super) fn write(
        &self,
        entries: &[NewRecordEntry],
        output: Output,
    ) -> Result<Outcome, Failure> {
        let deed = self.entered().deed(entries);
        let mut how = ActArgs {
            visibility: Some(match self.visibility(entries)? {
                Visibility::Public => VisibilityArg::Public,
                Visibility::Mediator => VisibilityArg::Mediator,
                Visibility::Sealed => VisibilityArg::Sealed,
            }),
            once: self.how.once.clone(),
            writing: WritingArgs {
                dry_run: true,
                at: Some(self.at.clone()),
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

/// What each reader will see of the entries.
fn preview(seen: &SeenCase, entries: &[NewRecordEntry]) -> Result<Page, Failure> {
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

fn shown(document: &Node, entries: &[NewRecordEntry]) -> String {
    let mut by_id: BTreeMap<(&str, &str), &Node> = BTreeMap::new();
    for list in NewEntryKind::ALL.map(NewEntryKind::list) {
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
