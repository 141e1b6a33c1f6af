//! Completions for shells, and manual pages: made of the description of the command line.

use clap::CommandFactory as _;
use clap_mangen::Man;

use crate::args::{Args, CompletionsArgs, ManArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::Page;
use crate::whole_file::{self, Places, Written};
use winset::told::words::counted;

/// Prints completions for a shell.
pub(crate) fn completions(args: &CompletionsArgs) -> Result<Outcome, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "winset", &mut bytes);
    output::bytes(&bytes)?;
    Ok(Outcome::Answered)
}

/// Writes the manual pages: all of them, or none.
pub(crate) fn man(args: &ManArgs, output: Output) -> Result<Outcome, Failure> {
    const WHAT: &str = "the manual page";
    let failed = |source| Failure::Write {
        what: "the manual pages",
        name: args.folder.display().to_string(),
        source,
    };
    let mut command = Args::command();
    command.build();
    let mut pages = Vec::new();
    collect(&command, "winset", &mut pages).map_err(failed)?;
    std::fs::create_dir_all(&args.folder).map_err(failed)?;
    let places = Places::new([], args.overwrite.force);
    let mut files = Vec::new();
    for (name, text) in pages {
        let path = args.folder.join(format!("{name}.1"));
        let written = Written {
            what: WHAT,
            endings: &["1"],
        };
        places.look_ahead(&path, written)?;
        files.push((path, text));
    }
    let each = files
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_slice()));
    whole_file::write_all(each, WHAT)?;
    let mut page = Page::default();
    let (count, folder) = (counted(files.len(), "manual page"), args.folder.display());
    page.paragraph(&format!("Written to {folder}: {count}."));
    output.page(&page)?;
    Ok(Outcome::Answered)
}

/// The page of a command and of all below it, by name.
fn collect(
    command: &clap::Command,
    name: &str,
    pages: &mut Vec<(String, Vec<u8>)>,
) -> std::io::Result<()> {
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text)?;
    pages.push((name.to_owned(), text));
    for below in command
        .get_subcommands()
        .filter(|below| below.get_name() != "help")
    {
        collect(below, &format!("{name}-{}", below.get_name()), pages)?;
    }
    Ok(())
}
