//! Modules of a crate that use each other in circles: none of them can be read or moved alone.

use std::collections::BTreeMap;

use super::Finding;
use crate::source::files::SourceFile;
use crate::source::module_graph::{CircleStep, ModuleGraph};

const RULE: &str = "circles";

/// Most modules of one crate that may use each other in circles.
pub const CIRCLE_MODULES_MAX: usize = 3;

/// The modules of a crate that use each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrateCircles {
    /// The crate's folder: `winset-model`, `xtask`.
    pub crate_name: String,
    /// How many modules (files) it has, tests left out.
    pub modules: usize,
    /// Files of the largest set of modules each of which leads to all others; empty if there is
    /// none.
    pub largest: Vec<String>,
}

/// A finding for each set of more than [`CIRCLE_MODULES_MAX`] modules of one crate each of which
/// leads to all others, at the first step of a shortest circle.
pub fn circles(files: &[SourceFile<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for crate_files in by_crate(files).values() {
        let graph = ModuleGraph::of_crate(crate_files);
        for component in graph.components() {
            if component.len() > CIRCLE_MODULES_MAX {
                findings.extend(circle_finding(&graph, &component));
            }
        }
    }
    findings
}

fn circle_finding(graph: &ModuleGraph<'_>, component: &[usize]) -> Option<Finding> {
    let circle = graph.shortest_circle(component);
    let first = circle.first()?;
    let steps: Vec<String> = circle
        .iter()
        .chain([first])
        .map(|CircleStep { path, line }| format!("{path}:{line}"))
        .collect();
    let members: Vec<&str> = component
        .iter()
        .map(|module| in_crate(graph.paths[*module]))
        .collect();
    let message = format!(
        "{} modules use each other in circles, more than {CIRCLE_MODULES_MAX}; a shortest one: \
         {}; all of them: {}",
        component.len(),
        steps.join(" -> "),
        members.join(", ")
    );
    Some(Finding::new(RULE, first.path, first.line, message))
}

/// The circles of every crate, by name.
pub fn crate_circles(files: &[SourceFile<'_>]) -> Vec<CrateCircles> {
    by_crate(files)
        .into_iter()
        .map(|(crate_name, files)| {
            let graph = ModuleGraph::of_crate(&files);
            let largest = graph.components().into_iter().next().unwrap_or_default();
            CrateCircles {
                crate_name: crate_name.to_owned(),
                modules: files.len(),
                largest: largest
                    .iter()
                    .map(|module| in_crate(graph.paths[*module]).to_owned())
                    .collect(),
            }
        })
        .collect()
}

/// The circles of every crate as lines: how many modules it has and how many of them the largest
/// set holds, and below which these are.
pub fn circles_text(crates: &[CrateCircles]) -> String {
    let mut text = format!("{:<20}{:>8}{:>16}\n", "crate", "modules", "largest circle");
    for one in crates {
        let size = one.largest.len();
        text += &format!("{:<20}{:>8}{size:>16}\n", one.crate_name, one.modules);
        for member in &one.largest {
            text += &format!("    {member}\n");
        }
    }
    text
}

fn by_crate<'a>(files: &'a [SourceFile<'a>]) -> BTreeMap<&'a str, Vec<&'a SourceFile<'a>>> {
    let mut crates: BTreeMap<&str, Vec<&SourceFile<'_>>> = BTreeMap::new();
    for file in files {
        crates.entry(file.crate_name).or_default().push(file);
    }
    crates
}

/// The path inside of the crate's `src`.
fn in_crate(path: &str) -> &str {
    path.split_once("src/").map_or(path, |(_, rest)| rest)
}
