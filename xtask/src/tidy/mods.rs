//! `mod.rs` and `lib.rs` hold documentation, attributes, modules and `use` items, no code.

use super::Finding;
use crate::source::files::SourceFile;
use crate::source::items::{ModuleItem, module_items};

const RULE: &str = "mods";

/// A finding for each item of a `mod.rs` or `lib.rs`, tests left out, that is neither `mod` nor
/// `use`; items of modules inside count too. `main.rs` may hold code.
pub fn mods(files: &[SourceFile<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        if !matches!(file.file_name(), "mod.rs" | "lib.rs") {
            continue;
        }
        for item in code_items(file) {
            let name = match item.name.as_str() {
                "" => String::new(),
                name => format!(" {name}"),
            };
            let message = format!(
                "holds `{}{name}`, but is for documentation, `mod` and `use`: move it into a \
                 module of its own",
                item.keyword
            );
            findings.push(Finding::new(RULE, file.path, item.line, message));
        }
    }
    findings
}

/// An item that is code.
#[derive(Debug)]
pub(crate) struct CodeItem {
    /// Its keyword: `fn`, `struct`, .., `macro_rules`, `macro call`.
    pub(crate) keyword: String,
    name: String,
    line: usize,
}

/// The items of the file, and of modules inside of it, that are neither `mod` nor `use`.
pub(crate) fn code_items(file: &SourceFile<'_>) -> Vec<CodeItem> {
    let tokens = file.tokens();
    let mut found = Vec::new();
    let mut open = module_items(&tokens, 0..tokens.len());
    open.reverse();
    while let Some(item) = open.pop() {
        if let Some(inside) = item.inside {
            open.extend(module_items(&tokens, inside).into_iter().rev());
        } else if !matches!(item.keyword, "mod" | "use") {
            found.push(code_item(file, &item));
        }
    }
    found
}

fn code_item(file: &SourceFile<'_>, item: &ModuleItem<'_>) -> CodeItem {
    CodeItem {
        keyword: item.keyword.to_owned(),
        name: item.name.to_owned(),
        line: file.line(item.at),
    }
}
