//! Faces show answers and do not ask for them: of winset-solve they name types, no functions.

use std::collections::BTreeMap;

use super::Finding;
use super::exempt::stale;
use crate::source::files::SourceFile;
use crate::source::items::module_items;
use crate::source::paths::{InlinePath, UsePath, inline_paths, use_paths};

const RULE: &str = "faces";
const HERE: &str = "xtask/src/tidy/faces.rs";

/// The crates that show answers.
const FACES: &[&str] = &["winset-cli", "winset-server", "winset-export"];

/// The ways to the solver: the crate itself, and what `winset` passes on.
const SOLVER_PATHS: &[&[&str]] = &[&["winset_solve"], &["winset", "solve"]];
const SOLVER_ROOT: &str = "crates/winset-solve/src/lib.rs";

/// Most names that lead to one another in one file: `use a::b; use b::c; c::d()`.
const ALIASES_MAX: usize = 8;

/// A function of winset-solve that a face may name.
#[derive(Debug, Clone, Copy)]
pub struct FaceExemption<'a> {
    /// The file that names it.
    pub file: &'a str,
    /// The function, without its path; `*` for a glob.
    pub function: &'a str,
    /// Why it may.
    pub reason: &'a str,
}

/// Functions of winset-solve that faces may name.
pub(super) const FACE_EXEMPTIONS: &[FaceExemption] = &[
    FaceExemption {
        file: "crates/winset-cli/src/improve/trade.rs",
        function: "by_point",
        reason: "looks up the scores of two packages; nothing is searched or decided",
    },
    FaceExemption {
        file: "crates/winset-server/src/pages/tried.rs",
        function: "fares",
        reason: "looks up what one package gives; nothing is searched or decided",
    },
    FaceExemption {
        file: "crates/winset-server/src/pages/tried.rs",
        function: "seats_in_favour",
        reason: "adds up the votes for one package; nothing is searched or decided",
    },
];

/// A finding for each `use` and each path, tests left out, by which a face names a function of
/// winset-solve (or all it has, by a glob) that `exemptions` does not list. What belongs to a type
/// (`Budget::unlimited`) may be named.
pub fn faces(files: &[SourceFile<'_>], exemptions: &[FaceExemption<'_>]) -> Vec<Finding> {
    let modules = solver_modules(files);
    let mut findings = Vec::new();
    let mut used = Vec::new();
    for file in files {
        if !FACES.contains(&file.crate_name) {
            continue;
        }
        for named in solver_functions(file, &modules) {
            let is_listed = |listed: &FaceExemption<'_>| {
                listed.file == file.path && listed.function == named.function
            };
            if exemptions.iter().any(is_listed) {
                used.push(exemption_key(file.path, &named.function));
                continue;
            }
            let message = format!(
                "names {}; a face names types of winset-solve only: ask through winset-answers, \
                 or list the function in FACE_EXEMPTIONS ({HERE}) with the reason",
                named.path
            );
            findings.push(Finding::new(RULE, file.path, named.line, message));
        }
    }
    findings.extend(stale_exemptions(exemptions, &used));
    findings
}

fn exemption_key(file: &str, function: &str) -> String {
    format!("{function} in {file}")
}

fn stale_exemptions(exemptions: &[FaceExemption<'_>], used: &[String]) -> Vec<Finding> {
    let keys: Vec<String> = exemptions
        .iter()
        .map(|listed| exemption_key(listed.file, listed.function))
        .collect();
    let table: Vec<(&str, &str)> = keys
        .iter()
        .zip(exemptions)
        .map(|(key, listed)| (key.as_str(), listed.reason))
        .collect();
    let used: Vec<&str> = used.iter().map(String::as_str).collect();
    stale(RULE, HERE, &table, &used)
}

/// Public modules at the top of winset-solve: names that look like functions and are none.
fn solver_modules(files: &[SourceFile<'_>]) -> Vec<String> {
    let Some(root) = files.iter().find(|file| file.path == SOLVER_ROOT) else {
        return Vec::new();
    };
    let tokens = root.tokens();
    let passed_on: Vec<&str> = use_paths(&tokens)
        .iter()
        .filter_map(|path| path.bound)
        .collect();
    module_items(&tokens, 0..tokens.len())
        .iter()
        .filter(|item| item.keyword == "mod" && item.public && !passed_on.contains(&item.name))
        .map(|item| item.name.to_owned())
        .collect()
}

/// A function of the solver that a file names.
struct NamedFunction {
    path: String,
    function: String,
    line: usize,
}

fn solver_functions(file: &SourceFile<'_>, modules: &[String]) -> Vec<NamedFunction> {
    let tokens = file.tokens();
    let brought_in = use_paths(&tokens);
    let aliases: BTreeMap<&str, &[&str]> = brought_in
        .iter()
        .filter_map(|path| Some((path.bound?, path.segments.as_slice())))
        .collect();
    let of_uses = brought_in.iter().map(UsePath::place);
    let inline = inline_paths(&tokens);
    of_uses
        .chain(inline.iter().map(InlinePath::place))
        .filter_map(|place| {
            let segments = expanded(place.segments, &aliases);
            let function = solver_function(&segments, modules)?;
            Some(NamedFunction {
                path: segments.join("::"),
                function: function.to_owned(),
                line: file.line(tokens[place.index].at),
            })
        })
        .collect()
}

/// The path with a first segment that `use` brought in replaced by what it stands for.
fn expanded<'a>(segments: &[&'a str], aliases: &BTreeMap<&str, &[&'a str]>) -> Vec<&'a str> {
    let mut whole = segments.to_vec();
    for _ in 0..ALIASES_MAX {
        let Some(head) = whole.first().and_then(|head| aliases.get(head)) else {
            break;
        };
        if head.first() == whole.first() {
            break;
        }
        whole.splice(..1, head.iter().copied());
    }
    whole
}

/// The function of winset-solve at the end of a path: no type before it, no module of the solver.
fn solver_function<'a>(segments: &[&'a str], modules: &[String]) -> Option<&'a str> {
    let rest = SOLVER_PATHS
        .iter()
        .find_map(|prefix| segments.strip_prefix(*prefix))?;
    let (last, before) = rest.split_last()?;
    let is_lower = |name: &str| !name.starts_with(char::is_uppercase);
    let is_module = before.is_empty() && modules.iter().any(|module| module == last);
    (is_lower(last) && before.iter().all(|name| is_lower(name)) && !is_module).then_some(*last)
}
