//! The modules of one crate: what each declares, what it passes on, and which one a path leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::files::{SourceFile, is_crate_root, module_folder};
use super::items::module_items;
use super::paths::{UsePath, use_paths};
use super::tokens::CodeToken;

/// Most re-exports that are followed for one path.
const STEPS_MAX: usize = 64;

/// One module: a file, or a module inside of one.
#[derive(Debug)]
pub(crate) struct ModuleNode<'a> {
    /// Index of its file among the files of the crate.
    pub(crate) file: usize,
    /// Indices of its tokens in the file.
    pub(crate) range: Range<usize>,
    parent: Option<usize>,
    children: BTreeMap<&'a str, usize>,
    declared: BTreeSet<&'a str>,
    bindings: BTreeMap<&'a str, Vec<&'a str>>,
    globs: Vec<Vec<&'a str>>,
}

/// The modules of a crate, of its library and of its binaries.
#[derive(Debug, Default)]
pub(crate) struct ModuleTree<'a> {
    /// All modules, each after its parent.
    pub(crate) nodes: Vec<ModuleNode<'a>>,
}

/// The file of a crate with its tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TokenFile<'a> {
    /// The file.
    pub(crate) source: &'a SourceFile<'a>,
    /// Its tokens; what rules leave out is left out already.
    pub(crate) tokens: &'a [CodeToken<'a>],
}

impl<'a> ModuleTree<'a> {
    /// The modules that the roots among `files` declare, with all below them.
    pub(crate) fn of_crate(files: &[TokenFile<'a>]) -> Self {
        let mut tree = Self::default();
        for (index, file) in files.iter().enumerate() {
            if is_crate_root(file.source.path) {
                tree.add_below(files, index);
            }
        }
        tree.bind_uses(files);
        tree
    }

    fn add_below(&mut self, files: &[TokenFile<'a>], root: usize) {
        let whole = |file: usize| ModuleNode {
            file,
            range: 0..files[file].tokens.len(),
            parent: None,
            children: BTreeMap::new(),
            declared: BTreeSet::new(),
            bindings: BTreeMap::new(),
            globs: Vec::new(),
        };
        let mut open = self.nodes.len();
        self.nodes.push(whole(root));
        while open < self.nodes.len() {
            let (file, range) = (self.nodes[open].file, self.nodes[open].range.clone());
            for item in module_items(files[file].tokens, range) {
                let mut child = match item.inside {
                    _ if item.keyword != "mod" => None,
                    Some(inside) => Some(ModuleNode {
                        range: inside,
                        ..whole(file)
                    }),
                    None => file_of_module(files, file, item.name).map(whole),
                };
                if let Some(child) = child.as_mut() {
                    child.parent = Some(open);
                    let index = self.nodes.len();
                    self.nodes[open].children.insert(item.name, index);
                } else if item.keyword != "macro call" {
                    self.nodes[open].declared.insert(item.name);
                }
                self.nodes.extend(child);
            }
            open += 1;
        }
    }

    /// Enters what `use` items bring into the modules that they stand in.
    fn bind_uses(&mut self, files: &[TokenFile<'a>]) {
        for (index, file) in files.iter().enumerate() {
            for path in use_paths(file.tokens) {
                let Some(node) = self.module_at(index, path.index) else {
                    continue;
                };
                self.nodes[node].bind(path);
            }
        }
    }

    /// The innermost module of the file that holds the token; `None` if no root leads to the file.
    pub(crate) fn module_at(&self, file: usize, token: usize) -> Option<usize> {
        (0..self.nodes.len())
            .filter(|node| self.nodes[*node].file == file)
            .filter(|node| self.nodes[*node].range.contains(&token))
            .min_by_key(|node| self.nodes[*node].range.len())
    }

    /// The module that defines what the path names, seen from the module `from`: re-exports are
    /// followed. `None` where that lies outside of the crate, is unknown, or is a module itself.
    pub(crate) fn defining_module(&self, from: usize, segments: &[&'a str]) -> Option<usize> {
        let (mut module, mut rest) = (from, segments.to_vec());
        let mut known = false;
        for _ in 0..STEPS_MAX {
            let (head, tail) = rest.split_first()?;
            let tail = tail.to_vec();
            let node = &self.nodes[module];
            match *head {
                "crate" => module = self.root_of(module),
                "super" => module = node.parent?,
                "self" => {}
                name if !tail.is_empty() && node.children.contains_key(name) => {
                    module = node.children[name];
                }
                name if node.declared.contains(name) => return Some(module),
                name => {
                    if let Some(path) = node.bindings.get(name) {
                        if path.first() == Some(&name) && !node.children.contains_key(name) {
                            return None;
                        }
                        rest = path.iter().copied().chain(tail).collect();
                        known = false;
                        continue;
                    }
                    if let Some(target) = self.glob_with(module, name) {
                        module = target;
                        known = true;
                        continue;
                    }
                    // What the module has without declaring it comes from a macro.
                    return (known && !node.children.contains_key(name)).then_some(module);
                }
            }
            known = true;
            rest = tail;
        }
        None
    }

    /// The module that a glob of `module` opens and that has the name.
    fn glob_with(&self, module: usize, name: &str) -> Option<usize> {
        let globs = self.nodes[module].globs.iter();
        globs
            .filter_map(|glob| self.named_module(module, glob))
            .find(|target| *target != module && self.nodes[*target].has_name(name))
    }

    /// The module that a path names, by way of modules alone.
    pub(crate) fn named_module(&self, from: usize, segments: &[&str]) -> Option<usize> {
        segments.iter().try_fold(from, |module, name| {
            let node = &self.nodes[module];
            match *name {
                "crate" => Some(self.root_of(module)),
                "super" => node.parent,
                "self" => Some(module),
                name => node.children.get(name).copied(),
            }
        })
    }

    fn root_of(&self, module: usize) -> usize {
        let mut root = module;
        while let Some(parent) = self.nodes[root].parent {
            root = parent;
        }
        root
    }
}

impl<'a> ModuleNode<'a> {
    fn bind(&mut self, mut path: UsePath<'a>) {
        if let Some(name) = path.bound {
            self.bindings.insert(name, path.segments);
        } else if path.segments.last() == Some(&"*") {
            path.segments.pop();
            self.globs.push(path.segments);
        }
    }

    fn has_name(&self, name: &str) -> bool {
        self.declared.contains(name) || self.bindings.contains_key(name)
    }
}

/// Index of the file that holds the module which `file` declares.
fn file_of_module(files: &[TokenFile<'_>], file: usize, name: &str) -> Option<usize> {
    let folder = module_folder(files[file].source.path);
    let places = [
        format!("{folder}/{name}.rs"),
        format!("{folder}/{name}/mod.rs"),
    ];
    files
        .iter()
        .position(|file| places.iter().any(|place| place == file.source.path))
}
