//! The case in an editor.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use winset::model::document::{Node, Syntax, parse};
use winset::{LoadError, SourceText};

use crate::failure::Failure;

const WHAT: &str = "the case to edit";

/// Opens a file in the editor, and reads what comes back. Where that cannot be read, the copy stays and
/// the failure names it.
pub(super) fn edited(file: &Node, beside: &Path) -> Result<Node, Failure> {
    let copy = copy_path(beside);
    let failed = |source| Failure::Write {
        what: WHAT,
        name: copy.display().to_string(),
        source,
    };
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut open = options.open(&copy).map_err(failed)?;
    open.write_all(file.to_yaml().as_bytes()).map_err(failed)?;
    drop(open);
    run_editor(&copy)?;
    let text = winset::text(&copy, Some(Syntax::Yaml))?;
    match parse(&text.bytes, Syntax::Yaml) {
        Ok(edited) => {
            // What was typed is in hand; a copy that cannot be removed adds nothing.
            let _ = fs::remove_file(&copy);
            Ok(edited)
        }
        Err(found) => Err(Failure::from(LoadError::Refused { text, found })),
    }
}

/// An edited copy of the case.
pub(super) fn read(path: &Path) -> Result<Node, Failure> {
    let text: SourceText = crate::output::text(path, None)?;
    parse(&text.bytes, text.syntax)
        .map_err(|found| Failure::from(LoadError::Refused { text, found }))
}

fn copy_path(beside: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(beside.file_name().unwrap_or_default());
    name.push(format!(".{}.yaml", std::process::id()));
    beside.with_file_name(name)
}

#[expect(clippy::disallowed_methods, reason = "the editor is the user's choice")]
fn run_editor(copy: &Path) -> Result<(), Failure> {
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| {
        let editor = std::env::var(name).ok()?;
        (!editor.trim().is_empty()).then_some(editor)
    });
    let Some(editor) = editor else {
        let _ = fs::remove_file(copy);
        return Err(Failure::Misuse(
            "--edit opens `$VISUAL` or `$EDITOR`, and neither is set",
        ));
    };
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program).args(words).arg(copy).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => {
            let _ = fs::remove_file(copy);
            Err(Failure::Misuse(
                "the editor ended with a failure; nothing was changed",
            ))
        }
        Err(source) => {
            let _ = fs::remove_file(copy);
            Err(Failure::Read {
                name: format!("the editor {program}"),
                source,
            })
        }
    }
}
