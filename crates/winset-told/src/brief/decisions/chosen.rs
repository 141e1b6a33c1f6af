//! The decisions that matter most, of all that could be asked for.

use winset_model::options::PartyId;
use winset_solve::{Alone, CrossingDate, Levers, OpeningsEnd, Pressure};

use super::super::findings::BriefFindings;
use super::super::parts::BriefDecision;
use super::draft::draft;
use super::item::{among, item};
use super::opening::{moves, reserve};
use crate::called;
use crate::pressure::{by_time, in_words, set_in_words, ways_in_words};
use crate::standing::Standing;
use crate::words::{capital, counted, grouped, listed};

/// How many decisions a page asks for.
const DECISIONS: usize = 3;

/// The three decisions that matter most as things stand.
pub(in crate::brief) fn decisions(findings: &BriefFindings<'_>) -> Vec<BriefDecision> {
    let asked: Vec<Option<BriefDecision>> = match findings.standing() {
        Standing::Overlap(_) => vec![
            initial(findings),
            draft(findings),
            watch(findings),
            tell(findings),
        ],
        Standing::None(_) => vec![
            moves(findings),
            reserve(findings),
            draft(findings),
            ways(findings),
            levers(findings),
            wait(findings),
            widen(findings),
            tell(findings),
        ],
        Standing::Undecided(..) => vec![
            moves(findings),
            draft(findings),
            Some(longer()),
            tell(findings),
            Some(narrow()),
        ],
    };
    let last = [state(findings), Some(current(findings)), Some(next())];
    let asked = asked.into_iter().chain(last).flatten();
    asked.take(DECISIONS).collect()
}

/// Whether to initial what is fixed.
fn initial(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let all = findings.case.points.len();
    let some = findings.fixed().filter(|some| *some > 0)?;
    let text = if some == all {
        "Whether to put the only acceptable package to all as it stands.".to_owned()
    } else {
        format!(
            "Whether to initial the {} that every acceptable package settles in the same way, and \
             keep the talks to the other {}.",
            counted(some, "point"),
            grouped(all - some)
        )
    };
    Some(item("Initial what is settled", text))
}

/// What a party has without a deal, to watch.
fn watch(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let (case, found) = (findings.case, &findings.pressure);
    let gaps = found.gaps.iter().enumerate();
    let closes = gaps.filter_map(|(place, gap)| {
        let Pressure::OpensAt(_) = gap else {
            return None;
        };
        let party = PartyId::at(place);
        let name = capital(findings.name(party));
        Some(format!("{name}: {}.", in_words(case, party, gap)))
    });
    let closes: Vec<String> = closes.collect();
    let time = found
        .time
        .filter(|t| matches!(t.together, CrossingDate::Closes { .. }));
    let time = time.map_or_else(String::new, |time| format!(" {}", by_time(case, time)));
    if closes.is_empty() && time.is_empty() {
        return None;
    }
    let pulled = found
        .alone
        .iter()
        .filter(|a| matches!(a, Ok(Alone::Closed(_))));
    let pulled = match pulled.count() {
        0 => String::new(),
        1 => " One lever would close it when pulled.".to_owned(),
        some => format!(" {some} levers would each close it when pulled."),
    };
    let full = format!(
        "How to keep the overlap open, which a better life without a deal would close.{time}{pulled} \
         What each party has without a deal, while the others stay:"
    );
    Some(among("Keep it open", full, closes))
}

/// Whose no-deal value to work on.
fn ways(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let (_, ways) = ways_in_words(findings.case, findings.pressure.joint);
    let ways: Vec<String> = ways.into_iter().take(2).collect();
    if ways.is_empty() {
        return None;
    }
    let full =
        "Whether to work on what a party has without a deal: with all demands as declared, an \
                overlap opens when these fall:"
            .to_owned();
    Some(among("Work on what a party has without a deal", full, ways))
}

/// Whether to pull levers.
fn levers(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let case = findings.case;
    let Levers { sets, .. } = findings.pressure.levers?;
    let first = sets.first()?;
    let names = first.levers.iter();
    let names = names.map(|l| called::lever(case, &case.levers[*l]).to_string());
    let names: Vec<String> = names.collect();
    let full = format!(
        "Whether to do what opens an overlap at the least cost: {}. It {}.",
        names.join("; "),
        set_in_words(case, first)
    );
    Some(item("Change what somebody has without a deal", full))
}

/// Whether to let time work.
fn wait(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let time = findings.pressure.time?;
    matches!(time.together, CrossingDate::Opens { .. }).then_some(())?;
    let by_time = by_time(findings.case, time);
    Some(item("Wait", format!("Whether to let time work. {by_time}")))
}

/// Whether to bring something new.
fn widen(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    matches!(findings.openings?.end, OpeningsEnd::Nothing(..)).then_some(())?;
    let full = "Whether to bring new options or new points: of all that is on the table nothing \
                opens an overlap while laws, vote rules and what the parties have without a deal stand."
        .to_owned();
    Some(item("Widen the table", full))
}

/// What may be shown to whom.
fn tell(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let all = findings.told.len();
    let public = findings.told.iter().filter(|t| t.words.public).count();
    let full = match (all, public) {
        (0, _) => return None,
        (all, 0) => format!(
            "What to tell the parties: each of the {} rests on something told in confidence.",
            counted(all, "set")
        ),
        (all, public) => format!(
            "What to tell the parties: {} of {} of demands that defeat each other can be shown to \
             everybody; the rest holds something told in confidence.",
            grouped(public),
            counted(all, "set")
        ),
    };
    Some(item("Choose what to tell", full))
}

/// Whether to spend more time.
fn longer() -> BriefDecision {
    let full =
        "Whether to give the question more time; what was found until then is in the annexes.";
    item("Take longer", full.to_owned())
}

/// Whether to make the question smaller.
fn narrow() -> BriefDecision {
    let full =
        "Whether to settle points that nobody disputes first, so that the rest can be decided.";
    item("Narrow the question", full.to_owned())
}

/// Whether parties will say more.
fn state(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let case = findings.case;
    let silent = case.parties.iter().zip(&findings.names);
    let silent = silent.filter(|(party, _)| party.sheet.open().scores.is_none());
    let silent: Vec<String> = silent.map(|(_, name)| name.clone()).collect();
    if silent.is_empty() {
        return None;
    }
    let full = format!(
        "Whether to ask {} for preferences; without them no package is better than another for \
         them.",
        listed(&silent, "and")
    );
    Some(item("Ask for preferences", full))
}

/// Whether the positions still hold.
fn current(findings: &BriefFindings<'_>) -> BriefDecision {
    let as_of = findings.case.register.as_of;
    let of = as_of.map_or_else(String::new, |day| format!(" of {day}"));
    let full = format!(
        "Whether the declared positions{of} still stand; every answer here depends on them."
    );
    item("Confirm the positions", full)
}

/// What comes next.
fn next() -> BriefDecision {
    let full = "When and in what format the parties meet next.";
    item("Set the next round", full.to_owned())
}
