//! What `winset desk` is told.

use std::time::Duration;

use super::shared::CaseArgs;
use super::values::duration;

/// Open local pages about a case in a browser: for people who would rather look than read.
#[derive(Debug, clap::Args)]
#[command(after_help = DESK_AFTER, mut_args(of_desk))]
pub(crate) struct DeskArgs {
    #[command(flatten)]
    pub(crate) case: Option<CaseArgs>,
    /// Port on 127.0.0.1 [default: a free one].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) port: Option<u16>,
    /// Open the pages in the browser of this machine.
    #[arg(long)]
    pub(crate) open: bool,
    /// Language of the pages: en or ar [default: that of the case].
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<String>,
    /// Keep no list of the cases that are opened, and show none; as `WINSET_NO_RECENT=1` does.
    #[arg(long)]
    pub(crate) no_recent: bool,
    /// Stop each question after so long: 2s, 500ms, 1m, or plain seconds.
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "60s")]
    pub(crate) time_limit: Duration,
}

/// A case need not be given; what says something of one needs it.
fn of_desk(arg: clap::Arg) -> clap::Arg {
    match arg.get_id().as_str() {
        "case" => arg.required(false),
        "audience" | "without_assumptions" | "domain" | "profiles" | "real_step" | "real_steps" => {
            arg.requires("case")
        }
        _ => arg,
    }
}

const DESK_AFTER: &str = "\
The pages are served to this machine only (127.0.0.1), to whoever has the
address that is printed: it holds a random token. Nothing is sent anywhere, and
no page loads anything from elsewhere. Ctrl-C ends it.

Without CASE the first page begins a case by a form, from a template or from a
file, in the folder where the command was started, or opens one again that was
opened before; nothing else is needed. No file is written over.

The case file is read again when it changes and is never written to. Offers,
answers and drafts go into the journal beside it, CASE.journal.

With --as PARTY everything is computed from what is public and what is the
party's own, and from nothing else.

Examples:
  winset desk --open
  winset desk talks.yaml --open
  winset desk talks.yaml --port 8080
  winset desk talks.yaml --as lethia

Without --as it shows sealed values; it is for the mediator's own desk. Cases
that are opened so are listed for the first page, ten at most, in a file of your
own: $XDG_STATE_HOME/winset/recent.json, else ~/.local/state/winset/recent.json.";
