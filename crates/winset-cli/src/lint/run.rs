//! The command: each reading looked at, one after the other.

use winset::ask::{self, LintAnswer, ScenarioReading};
use winset::form;
use winset::model::formats::peer::Semantics;
use winset::model::formats::{self, ScenarioOptions};
use winset::{CasePlace, Folder};

use super::page;
use crate::args::LintArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;

/// Runs `winset lint`.
pub(crate) fn run(args: &LintArgs, output: Output) -> Result<Outcome, Failure> {
    let place = winset::case_place(&args.folder, None, &args.files.options())?;
    let CasePlace::Scenario(path, options) = place else {
        let why = "what programs read differently is asked of a folder with a scenario";
        return Err(Failure::Misuse(why));
    };
    let folder = Folder::read(&path, &options.chosen)?;
    let peers = folder.peers(&options)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let mut linted = LintAnswer {
        findings: formats::lint(&peers),
        readings: Vec::new(),
        peers,
    };
    for way in formats::ways(&linted.peers) {
        let options = ScenarioOptions {
            semantics: way.semantics(),
            ..options.clone()
        };
        let made = match folder.scenario(&linted.peers, &options) {
            Ok(scenario) => {
                let first = linted.readings.first().and_then(|read| read.made.as_ref());
                let peers = &linted.peers;
                Some(watch.limited(&budget, |limit| {
                    ask::lint_reading(peers, way, scenario, first, limit)
                }))
            }
            Err(error) if linted.readings.is_empty() && way.semantics() != Semantics::Negmas => {
                return Err(error.into());
            }
            Err(_) => None,
        };
        linted.readings.push(ScenarioReading { way, made });
    }
    if args.json {
        output::bytes(&form::line(&form::LintForm::new(&linted))?)?;
    } else {
        output.page(&page::page(&linted))?;
    }
    Ok(match linted.reason() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}
