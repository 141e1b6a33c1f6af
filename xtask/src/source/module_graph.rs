//! Which files of one crate use which, and the circles among them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::files::SourceFile;
use super::module_tree::{ModuleTree, TokenFile};
use super::paths::{inline_paths, use_paths};
use super::tokens::{CodeToken, closing_at, text_at};

/// The files of one crate and the edges between them.
#[derive(Debug)]
pub(crate) struct ModuleGraph<'a> {
    /// Paths of the files, sorted; a module of the graph is an index into them.
    pub(crate) paths: Vec<&'a str>,
    /// For each module those that it uses, each with the first line that does so.
    edges: Vec<BTreeMap<usize, usize>>,
}

/// One step of a circle: where a module uses the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CircleStep<'a> {
    /// The file that uses the next step's file.
    pub(crate) path: &'a str,
    /// The line where it does so.
    pub(crate) line: usize,
}

impl<'a> ModuleGraph<'a> {
    /// The graph of the files of one crate. A path counts for the module that defines what it
    /// names; passing a name on without using it does not count, nor do paths in macros.
    pub(crate) fn of_crate(files: &[&'a SourceFile<'a>]) -> Self {
        let tokens: Vec<Vec<CodeToken<'_>>> = files
            .iter()
            .map(|file| outside_macros(&file.tokens()))
            .collect();
        let token_files: Vec<TokenFile<'_>> = files
            .iter()
            .zip(&tokens)
            .map(|(source, tokens)| TokenFile { source, tokens })
            .collect();
        let tree = ModuleTree::of_crate(&token_files);
        let edges = token_files
            .iter()
            .enumerate()
            .map(|(index, file)| uses_of(&tree, index, file))
            .collect();
        let paths = files.iter().map(|file| file.path).collect();
        Self { paths, edges }
    }

    /// The sets of more than one module that use each other, largest first, each sorted.
    pub(crate) fn components(&self) -> Vec<Vec<usize>> {
        let reach: Vec<BTreeSet<usize>> = (0..self.paths.len())
            .map(|module| self.reachable(module))
            .collect();
        let mut components: Vec<Vec<usize>> = (0..self.paths.len())
            .map(|module| {
                let back = |other: &&usize| reach[**other].contains(&module);
                reach[module].iter().filter(back).copied().collect()
            })
            .filter(|component: &Vec<usize>| component.len() > 1)
            .collect();
        components.sort_by_key(|component| (std::cmp::Reverse(component.len()), component.clone()));
        components.dedup();
        components
    }

    /// All that the module uses, itself or through others.
    fn reachable(&self, module: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = vec![module];
        while let Some(next) = open.pop() {
            for used in self.edges[next].keys() {
                if reached.insert(*used) {
                    open.push(*used);
                }
            }
        }
        reached
    }

    /// A shortest circle among the modules of a component; of several the one whose first module
    /// comes first. Empty if there is none.
    pub(crate) fn shortest_circle(&self, component: &[usize]) -> Vec<CircleStep<'a>> {
        let circles = component.iter().filter_map(|start| self.circle_at(*start));
        let shortest = circles.min_by_key(Vec::len).unwrap_or_default();
        let next = shortest.iter().cycle().skip(1);
        shortest
            .iter()
            .zip(next)
            .map(|(module, next)| CircleStep {
                path: self.paths[*module],
                line: self.edges[*module].get(next).copied().unwrap_or(1),
            })
            .collect()
    }

    /// A shortest circle through the module `start`, beginning with it.
    fn circle_at(&self, start: usize) -> Option<Vec<usize>> {
        let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
        let mut open = VecDeque::from([start]);
        while let Some(module) = open.pop_front() {
            for used in self.edges[module].keys().copied() {
                if used == start {
                    let mut circle = vec![module];
                    while let Some(before) = circle.last().and_then(|last| came_from.get(last)) {
                        circle.push(*before);
                    }
                    circle.reverse();
                    return Some(circle);
                }
                if let std::collections::btree_map::Entry::Vacant(entry) = came_from.entry(used) {
                    entry.insert(module);
                    open.push_back(used);
                }
            }
        }
        None
    }
}

/// The files that the file at `index` uses, each with the first line that does so.
fn uses_of(tree: &ModuleTree<'_>, index: usize, file: &TokenFile<'_>) -> BTreeMap<usize, usize> {
    let mut used = BTreeMap::new();
    let mut add = |module: Option<usize>, token: usize| {
        if let Some(target) = module.map(|module| tree.nodes[module].file)
            && target != index
        {
            let line = file.source.line(file.tokens[token].at);
            let first = used.entry(target).or_insert(line);
            *first = line.min(*first);
        }
    };
    let words = words_of_code(file);
    for path in use_paths(file.tokens) {
        let Some(from) = tree.module_at(index, path.index) else {
            continue;
        };
        let only_passed_on = path.passed_on && path.bound.is_none_or(|name| !words.contains(name));
        if only_passed_on {
            continue;
        }
        let target = match path.segments.split_last() {
            Some((&"*", module)) => tree.named_module(from, module),
            _ => tree.defining_module(from, &path.segments),
        };
        add(target, path.index);
    }
    for path in inline_paths(file.tokens) {
        if let Some(from) = tree.module_at(index, path.index) {
            add(tree.defining_module(from, &path.segments), path.index);
        }
    }
    used
}

/// The names in a file outside of its `use` items, those in macros too.
fn words_of_code<'a>(file: &TokenFile<'a>) -> BTreeSet<&'a str> {
    let tokens = file.source.tokens();
    let mut words = BTreeSet::new();
    let mut in_use = false;
    for (index, token) in tokens.iter().enumerate() {
        in_use |= token.text == "use" && text_at(&tokens, index + 1) != "<";
        if !in_use && token.is_name() {
            words.insert(token.text);
        }
        in_use &= token.text != ";";
    }
    words
}

/// The tokens outside of `macro_rules!` and of what macros are called with.
fn outside_macros<'a>(tokens: &[CodeToken<'a>]) -> Vec<CodeToken<'a>> {
    let mut outside = Vec::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        outside.push(*token);
        index = match macro_bracket(tokens, index) {
            Some(open) => closing_at(tokens, open) + 1,
            None => index + 1,
        };
    }
    outside
}

/// Index of the bracket after `name!` or `macro_rules! name`, where the name stands at `index`.
fn macro_bracket(tokens: &[CodeToken<'_>], index: usize) -> Option<usize> {
    if !tokens[index].is_name() || text_at(tokens, index + 1) != "!" {
        return None;
    }
    let open = index + 2 + usize::from(tokens[index].text == "macro_rules");
    matches!(text_at(tokens, open), "(" | "[" | "{").then_some(open)
}
