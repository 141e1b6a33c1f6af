//! `winset lint`: what programs would read differently in a scenario, and what comes of it.

mod page;
mod read;

use winset::Folder;
use winset::model::answer::StopReason;
use winset::model::formats::peer::Semantics;
use winset::model::formats::{self, Loss, Peers, ScenarioOptions, Way};

use crate::args::LintArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::share::Shares;
use crate::wire;

pub(crate) use read::{Against, Made};

/// What is to be said of a scenario.
#[derive(Debug)]
pub(crate) struct Linted {
    pub(crate) peers: Peers,
    /// What programs read differently.
    pub(crate) findings: Vec<Loss>,
    /// What comes of each reading, the program's own first.
    pub(crate) readings: Vec<Read>,
}

/// A reading, and what comes of it; `None` where it makes no case.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) way: Way,
    pub(crate) made: Option<Made>,
}

/// Runs `winset lint`.
pub(crate) fn run(args: &LintArgs, output: Output) -> Result<Outcome, Failure> {
    let folder = Folder::read(&args.folder)?;
    let options = ScenarioOptions {
        real_step: args.real_step,
        ..ScenarioOptions::default()
    };
    let peers = folder.peers(&options)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let shares = [
        Shares::new(watch, &args.limits),
        Shares::large(watch, &args.limits),
    ];
    let mut linted = Linted {
        findings: formats::lint(&peers),
        readings: Vec::new(),
        peers,
    };
    for way in formats::ways(&linted.peers) {
        let options = ScenarioOptions {
            semantics: way.semantics(),
            ..options.clone()
        };
        let made = match folder.nearest(&linted.peers, &options) {
            Ok(scenario) => {
                let first = linted.readings.first().and_then(|read| read.made.as_ref());
                Some(read::made(&linted.peers, way, scenario, first, shares))
            }
            Err(error) if linted.readings.is_empty() && way.semantics() != Semantics::Negmas => {
                return Err(error.into());
            }
            Err(_) => None,
        };
        linted.readings.push(Read { way, made });
    }
    if args.json {
        output::bytes(&wire::line(&wire::LintForm::new(&linted))?)?;
    } else {
        output.page(&page::page(&linted))?;
    }
    Ok(match linted.reason() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}

impl Linted {
    /// Why the first part that is not known was stopped.
    pub(crate) fn reason(&self) -> Option<StopReason> {
        let mut made = self.readings.iter().filter_map(|read| read.made.as_ref());
        made.find_map(Made::reason)
    }
}
