//! The tables of a TOML file while it is read: what headers and dotted keys may define, and what
//! they may add to.
//!
//! TOML builds one mapping from several places of a file, so tables are kept in one list and refer
//! to each other by index until the end of the file.

use std::collections::BTreeMap;

use super::findings::{Key, duplicate, note, push_index, push_key};
use super::limits::{self, Budget, Stop};
use super::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// A table, as an index into all tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableId(usize);

/// How a table came to be, which decides what may still be added to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// By its own header, or as the root: closed to other headers and to dotted keys.
    Header,
    /// By the header of a table inside it: one header of its own may follow.
    Implicit,
    /// By dotted keys, under one header: more dotted keys may follow there.
    Dotted,
    /// Between braces: closed.
    Inline,
}

/// What a key holds, or an item of a list.
#[derive(Debug)]
pub(super) enum Content {
    /// A scalar.
    Value(Node),
    /// A list between brackets.
    List(Vec<Content>, Span),
    /// A table.
    Table(TableId),
    /// Tables with a header in double brackets.
    Tables(Vec<TableId>, Span),
}

#[derive(Debug)]
struct Table {
    span: Span,
    made: Made,
    depth: usize,
    places: BTreeMap<String, usize>,
    slots: Vec<Slot>,
}

impl Table {
    fn new(made: Made, depth: usize, span: Span) -> Self {
        let (places, slots) = (BTreeMap::new(), Vec::new());
        Self {
            span,
            made,
            depth,
            places,
            slots,
        }
    }
}

#[derive(Debug)]
struct Slot {
    key: Key,
    content: Content,
}

/// All tables of a file.
#[derive(Debug)]
pub(super) struct Tables {
    all: Vec<Table>,
    pub(super) budget: Budget,
    pub(super) duplicates: Vec<Diagnostic>,
}

impl Tables {
    /// The table that is the file.
    pub(super) const ROOT: TableId = TableId(0);

    pub(super) fn new(span: Span) -> Self {
        Self {
            all: vec![Table::new(Made::Header, 1, span)],
            budget: Budget::with_root(),
            duplicates: Vec::new(),
        }
    }

    /// Lists and mappings around what stands in a table.
    pub(super) fn depth(&self, table: TableId) -> usize {
        self.all[table.0].depth
    }

    /// A table that no key holds yet.
    pub(super) fn add_table(
        &mut self,
        made: Made,
        depth: usize,
        span: Span,
    ) -> Result<TableId, Stop> {
        limits::depth(depth, span)?;
        self.budget.node(span)?;
        self.all.push(Table::new(made, depth, span));
        Ok(TableId(self.all.len() - 1))
    }

    /// The table that `keys` lead to from `table`; those missing are made as `made` says, which is
    /// `Implicit` for headers and `Dotted` for dotted keys. Adds the steps to `path`.
    ///
    /// When a key on the way is closed, that is noted and a table outside the tree is returned.
    pub(super) fn descend(
        &mut self,
        table: TableId,
        keys: &[Key],
        made: Made,
        path: &mut String,
    ) -> Result<TableId, Stop> {
        let mut table = table;
        for key in keys {
            let depth = self.depth(table) + 1;
            let next = match self.slot(table, &key.text).map(|slot| &slot.content) {
                None => {
                    let next = self.add_table(made, depth, key.span)?;
                    self.insert(table, key.clone(), Content::Table(next), path)?;
                    Some(next)
                }
                Some(Content::Table(next)) => Some(*next).filter(|&id| self.is_open(id, made)),
                Some(Content::Tables(elements, _)) if made == Made::Implicit => {
                    push_key(path, &key.text);
                    let last = elements.len() - 1;
                    push_index(path, last);
                    table = elements[last];
                    continue;
                }
                Some(_) => None,
            };
            let Some(next) = next else {
                self.note_closed(table, key, path)?;
                return self.add_table(made, depth, key.span);
            };
            push_key(path, &key.text);
            table = next;
        }
        Ok(table)
    }

    fn is_open(&self, table: TableId, made: Made) -> bool {
        let Some(found) = self.all.get(table.0) else {
            return false;
        };
        if made == Made::Dotted {
            found.made == Made::Dotted
        } else {
            found.made != Made::Inline
        }
    }

    /// Opens the table of a header `[keys]`, written at `span`, and returns it with its path.
    pub(super) fn open_table(
        &mut self,
        keys: &[Key],
        span: Span,
    ) -> Result<(TableId, String), Stop> {
        let mut path = String::new();
        let Some((last, keys)) = keys.split_last() else {
            return Ok((Self::ROOT, path));
        };
        let parent = self.descend(Self::ROOT, keys, Made::Implicit, &mut path)?;
        if let Some(&Content::Table(id)) = self.slot(parent, &last.text).map(|slot| &slot.content)
            && let Some(table) = self.all.get_mut(id.0)
            && table.made == Made::Implicit
        {
            table.made = Made::Header;
            table.span = span;
            push_key(&mut path, &last.text);
            return Ok((id, path));
        }
        let table = self.add_table(Made::Header, self.depth(parent) + 1, span)?;
        self.insert(parent, last.clone(), Content::Table(table), &path)?;
        push_key(&mut path, &last.text);
        Ok((table, path))
    }

    /// Opens the next table of a header `[[keys]]`, written at `span`, and returns it with its
    /// path.
    pub(super) fn open_element(
        &mut self,
        keys: &[Key],
        span: Span,
    ) -> Result<(TableId, String), Stop> {
        let mut path = String::new();
        let Some((last, keys)) = keys.split_last() else {
            return Ok((Self::ROOT, path));
        };
        let parent = self.descend(Self::ROOT, keys, Made::Implicit, &mut path)?;
        let table = self.add_table(Made::Header, self.depth(parent) + 2, span)?;
        let mut index = 0;
        if let Some(Content::Tables(elements, _)) = self.content_mut(parent, &last.text) {
            index = elements.len();
            elements.push(table);
        } else {
            self.budget.node(span)?;
            let content = Content::Tables(vec![table], span);
            self.insert(parent, last.clone(), content, &path)?;
        }
        push_key(&mut path, &last.text);
        push_index(&mut path, index);
        Ok((table, path))
    }

    /// Gives a key its value. A key that has one keeps it, and that is noted.
    pub(super) fn insert(
        &mut self,
        table: TableId,
        key: Key,
        content: Content,
        path: &str,
    ) -> Result<(), Stop> {
        if let Some(slot) = self.slot(table, &key.text) {
            let found = duplicate(&key.text, key.span, slot.key.span, path);
            return note(&mut self.duplicates, found);
        }
        let table = &mut self.all[table.0];
        table.places.insert(key.text.clone(), table.slots.len());
        table.slots.push(Slot { key, content });
        Ok(())
    }

    fn note_closed(&mut self, table: TableId, key: &Key, path: &str) -> Result<(), Stop> {
        let first = self.slot(table, &key.text);
        let first = first.expect("a key that is closed has a value").key.span;
        let mut found = duplicate(&key.text, key.span, first, path);
        found.message = format!(
            "{}, and nothing can be added to its first value",
            found.message
        );
        note(&mut self.duplicates, found)
    }

    fn slot(&self, table: TableId, key: &str) -> Option<&Slot> {
        let table = self.all.get(table.0)?;
        table.slots.get(*table.places.get(key)?)
    }

    fn content_mut(&mut self, table: TableId, key: &str) -> Option<&mut Content> {
        let table = self.all.get_mut(table.0)?;
        let slot = table.slots.get_mut(*table.places.get(key)?)?;
        Some(&mut slot.content)
    }

    /// Sets the place of an inline table when its closing brace is known.
    pub(super) fn close_inline(&mut self, table: TableId, span: Span) {
        if let Some(table) = self.all.get_mut(table.0) {
            table.span = span;
        }
    }

    /// The whole file, taken out of the tables. Recursion ends because the depth was checked.
    pub(super) fn take(&mut self, content: Content) -> Node {
        match content {
            Content::Value(node) => node,
            Content::List(items, span) => {
                let items = items.into_iter().map(|item| self.take(item)).collect();
                Node {
                    value: Value::List(items),
                    span,
                }
            }
            Content::Tables(elements, span) => {
                let items = elements
                    .into_iter()
                    .map(|id| self.take(Content::Table(id)))
                    .collect();
                Node {
                    value: Value::List(items),
                    span,
                }
            }
            Content::Table(TableId(index)) => {
                let table = &mut self.all[index];
                let (span, slots) = (table.span, std::mem::take(&mut table.slots));
                let entries = slots.into_iter().map(|Slot { key, content }| Entry {
                    key: key.text,
                    key_span: key.span,
                    node: self.take(content),
                });
                Node {
                    value: Value::Map(entries.collect()),
                    span,
                }
            }
        }
    }
}
