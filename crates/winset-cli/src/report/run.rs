//! The command: the report put together, written and told.

use std::path::Path;

use winset::ask::{Movers, ReportSummary, points_status};
use winset::form;
use winset::model::answer::StopReason;
use winset::model::audience::Audience;

use super::document::Document;
use super::findings::{Findings, find};
use super::{brief, clashes, markdown, openings, packages, talks, time};
use crate::args::{FormArg, ReportArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::paper::{self, Paper};
use crate::progress::Watch;
use crate::seen::for_whom;
use crate::whole_file::{self, Places, Written};
use winset::told::assumed;
use winset::told::brief::Brief;
use winset::told::messages::english;
use winset::told::standing::Standing;

/// What is written, in messages.
const REPORT: &str = "the report";
/// The case in commands, where it came from standard input and has no name.
const CASE: &str = "CASE";
/// Who may see it, where that is the mediator.
const BANNER: &str = "Confidential: contains sealed values; for the mediator's own desk";

/// Runs `winset report`.
pub(crate) fn run(args: &ReportArgs, output: Output) -> Result<Outcome, Failure> {
    let file = &args.output;
    if args.json && is_dash(file) {
        let why = "--output - and --json both write to standard output";
        return Err(Failure::Misuse(why));
    }
    let form_asked = form_of(file, args.form)?;
    let loaded = output::case(&args.case, output)?;
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    let endings: &[&str] = match form_asked {
        FormArg::Md => &["md", "markdown", "txt"],
        FormArg::Html => &["html", "htm"],
    };
    let written = Written {
        what: REPORT,
        endings,
    };
    places.look_ahead(file, written)?;
    let case = &loaded.reading.case;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    // A report has a part on openings, whoever reads it.
    let movers = Movers::of(case, &loaded.audience).filter(|movers| *movers != Movers::Nobody);
    let movers = movers.unwrap_or(Movers::All);
    let found = watch.limited(&budget, |limit| find(case, movers, &limit.enlarged()));
    let name = if is_dash(&args.case.case) {
        CASE.to_owned()
    } else {
        args.case.case.display().to_string()
    };
    let status = points_status(case);
    let findings = Findings::new(case, &found, &status, name);
    let findings = findings.expect("every question of a report was asked");
    let document = document(&findings, &loaded.audience);
    let text = match form_asked {
        FormArg::Md => markdown::markdown(&document.paper),
        FormArg::Html => paper::html(&document.paper).map_err(Failure::Report)?,
    };
    let text = paper::visible(&text);
    whole_file::put(file, text.as_bytes(), REPORT)?;
    let summary = document.summary(findings.stopped());
    if args.json {
        let form = form::ReportForm::new(case, file, &summary);
        output::bytes(&form::line(&form)?)?;
    } else if !is_dash(file) {
        output.page(&told(file, &summary).for_reader(case, &loaded.audience))?;
    }
    Ok(outcome(&findings))
}

/// The form asked for, or that of the file's name.
fn form_of(file: &Path, asked: Option<FormArg>) -> Result<FormArg, Failure> {
    if let Some(form) = asked {
        return Ok(form);
    }
    let extension = file.extension().and_then(|e| e.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("md" | "markdown") => Ok(FormArg::Md),
        Some("html" | "htm") => Ok(FormArg::Html),
        _ if is_dash(file) => Ok(FormArg::Md),
        _ => Err(Failure::Misuse(
            "the form of the report is not clear from its name; end it with .md or .html, or give \
             --form",
        )),
    }
}

fn document(findings: &Findings<'_>, audience: &Audience) -> Document {
    let case = findings.case;
    let mut facts = vec![("Case", format!("{} ({})", case.title, case.id))];
    let as_of = case.register.as_of;
    facts.extend(as_of.map(|day| ("As of", day.to_string())));
    facts.push(("SHA-256 of the case", case.hash.clone()));
    facts.push(("Made by", format!("winset {}", env!("CARGO_PKG_VERSION"))));
    let disclaimer = case.register.disclaimer.clone();
    facts.extend(disclaimer.map(|text| ("Note", text)));
    facts.extend(
        assumed(english(), case)
            .into_iter()
            .map(|told| ("Assumed", told)),
    );
    if let Some(reason) = findings.stopped() {
        let why = winset::told::stopped::stopped_by(reason);
        facts.push(("Unfinished", format!("not all of this was decided: {why}")));
    }
    let page = Brief::new(&findings.brief);
    let packages = packages::annex(findings);
    let mut annexes = vec![clashes::annex(findings), openings::annex(findings)];
    annexes.extend(packages);
    annexes.push(time::annex(findings));
    annexes.push(talks::talks(findings));
    annexes.push(talks::verdict(findings));
    for (letter, annex) in ('A'..='Z').zip(&mut annexes) {
        annex.title = format!("{letter}. {}", annex.title);
    }
    let paper = Paper {
        title: case.title.clone(),
        banner: match audience {
            Audience::Holder | Audience::Mediator => BANNER.to_owned(),
            Audience::Party(_) | Audience::Public => for_whom(case, audience),
        },
        first: brief::section(&page, findings.status),
        facts,
        annexes,
    };
    Document { brief: page, paper }
}

/// Says what was written.
fn told(file: &Path, summary: &ReportSummary) -> Page {
    let mut page = Page::default();
    summary
        .brief
        .sentences
        .iter()
        .for_each(|sentence| page.paragraph(sentence));
    page.blank();
    page.entry(0, 11, "Report", &format!("written to {}", file.display()));
    let checks = winset::told::words::counted(summary.checks.len(), "claim");
    page.entry(
        0,
        11,
        "Checks",
        &format!("{checks}, each with the commands that check it"),
    );
    if let Some(reason) = summary.stopped {
        let why = winset::told::stopped::stopped_by(reason);
        page.entry(
            0,
            11,
            "Unfinished",
            &format!("{why}, before all of this was finished"),
        );
    }
    page.blank();
    page.sealed();
    page
}

fn outcome(findings: &Findings<'_>) -> Outcome {
    let cut = matches!(
        findings.stopped(),
        Some(StopReason::Interrupted | StopReason::TimeLimit)
    );
    match findings.brief.standing() {
        Standing::Undecided(..) => Outcome::Stopped,
        Standing::Overlap(_) | Standing::None(_) if cut => Outcome::Stopped,
        Standing::Overlap(_) | Standing::None(_) => Outcome::Answered,
    }
}
