//! What a principal is asked to decide.

use winset::check::{Member, Opening};
use winset::model::case::DemandId;
use winset::model::options::{OptionSet, Package, PartyId};
use winset::solve::{Alone, Count, End, Levers, Pressure, Target, Turn};

use super::brief::fixed;
use super::document::Item;
use super::findings::{Findings, Picked};
use crate::open::given_up;
use crate::pressure::{by_time, in_words, set_in_words, ways_in_words};
use crate::standing::Standing;
use crate::words::{counted, grouped, listed, score};

/// A demand, and where it moves to.
type Moved = (DemandId, Target);

/// How many decisions a page asks for.
const DECISIONS: usize = 3;
/// Most options that a move names before it counts them.
const NAMED_MAX: usize = 3;

/// The three decisions that matter most as things stand.
pub(super) fn decisions(findings: &Findings<'_>) -> Vec<Item> {
    let asked: Vec<Option<Item>> = match findings.standing() {
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
            longer(),
            tell(findings),
            narrow(),
        ],
    };
    let last = [state(findings), current(findings), next()];
    let asked = asked.into_iter().chain(last).flatten();
    asked.take(DECISIONS).collect()
}

fn item(short: &'static str, full: String) -> Option<Item> {
    among(short, full, Vec::new())
}

fn among(short: &'static str, full: String, parts: Vec<String>) -> Option<Item> {
    Some(Item { short, full, parts })
}

/// Whether to ask for the cheapest opening.
fn moves(findings: &Findings<'_>) -> Option<Item> {
    let opening = findings.opening()?;
    let of_party = |(party, moves, _): (PartyId, Vec<Moved>, u64)| {
        let name = capital(findings.name(party));
        format!("{name} {}.", asked_of(findings, &moves))
    };
    let owners = findings.moves(opening).into_iter().map(of_party);
    let owners: Vec<String> = owners.collect();
    let each = match owners.len() {
        0 | 1 => "",
        2 => ", each side's for the other's",
        _ => ", each side's for those of the others",
    };
    let full = format!("Whether to ask for these moves{each}:");
    among("Ask for the opening", full, owners)
}

/// "also accepts “Three-way joint venture” on Kessin dam, and drops the condition X".
fn asked_of(findings: &Findings<'_>, moves: &[Moved]) -> String {
    let case = findings.found.case;
    let (mut accepts, mut drops) = (Vec::new(), Vec::new());
    for (demand, to) in moves {
        match (demand, to) {
            (DemandId::Line(line), Target::Step(step)) => {
                accepts.push(wider(findings, *line, *step));
            }
            _ => drops.push(case.demand_name(*demand).to_owned()),
        }
    }
    let mut parts = Vec::new();
    if !accepts.is_empty() {
        parts.push(format!("also accepts {}", listed(&accepts, "and")));
    }
    if !drops.is_empty() {
        parts.push(format!("drops {}", listed(&drops, "and")));
    }
    parts.join(", and ")
}

/// "“Three-way joint venture” on Kessin dam".
fn wider(findings: &Findings<'_>, line: usize, step: usize) -> String {
    let line_drawn = &findings.found.case.lines[line];
    let point = &findings.found.case.points[line_drawn.point.index()];
    let ladder = line_drawn.ladder.open();
    let from = findings.found.declared.steps.get(line).copied();
    let at = |step: usize| ladder.get(step).map_or(OptionSet::EMPTY, |s| s.accept);
    let more = at(step).without(&at(from.unwrap_or(0)));
    let labels = more
        .iter()
        .map(|o| format!("“{}”", point.options[o.index()].label));
    let mut labels: Vec<String> = labels.collect();
    if labels.len() > NAMED_MAX {
        labels = vec![counted(labels.len(), "more option")];
    }
    format!("{} on {}", listed(&labels, "and"), point.title)
}

/// Which other opening to hold ready.
fn reserve(findings: &Findings<'_>) -> Option<Item> {
    let list = &findings.found.opened.found.list;
    let (first, rest) = list.split_first()?;
    let ways = rest.iter().map(|other| {
        let change = instead(findings, first.opening(), other.opening());
        let cost = grouped(other.opening().cost());
        capital(&format!("{change}; {cost} in all."))
    });
    let ways: Vec<String> = ways.take(2).collect();
    if ways.is_empty() {
        return None;
    }
    let full = format!(
        "What to hold in reserve should a move be refused; the first costs {} in all, by estimates \
         that are each side's own:",
        grouped(first.opening().cost())
    );
    among("Hold an alternative ready", full, ways)
}

/// "Orvane instead of Lethia on Kessin dam".
fn instead(findings: &Findings<'_>, first: &Opening, other: &Opening) -> String {
    let all = |opening: &Opening| given_up(opening.concession());
    let (first, other) = (all(first), all(other));
    let in_both = |demand: DemandId| {
        let has = |moves: &[Moved]| moves.iter().any(|m| m.0 == demand);
        has(&first) && has(&other)
    };
    let named = |moved: &&Moved| {
        let (who, what) = move_named(findings, **moved);
        match moved.1 {
            Target::Step(step) if in_both(moved.0) => format!("{who}{what} (step {step})"),
            Target::Step(_) | Target::Dropped => format!("{who}{what}"),
        }
    };
    let new: Vec<&Moved> = other.iter().filter(|m| !first.contains(m)).collect();
    let gone: Vec<&Moved> = first.iter().filter(|m| !other.contains(m)).collect();
    if let ([new], [gone]) = (new.as_slice(), gone.as_slice()) {
        let (new, gone) = (move_named(findings, **new), move_named(findings, **gone));
        if new.1 == gone.1 {
            return format!("{} instead of {}{}", new.0, gone.0, new.1);
        }
    }
    let new: Vec<String> = new.iter().map(named).collect();
    let gone: Vec<String> = gone.iter().map(named).collect();
    match (new.is_empty(), gone.is_empty()) {
        (true, _) => format!("the same without {}", listed(&gone, "and")),
        (_, true) => format!("the same with {}", listed(&new, "and")),
        _ => format!(
            "{} instead of {}",
            listed(&new, "and"),
            listed(&gone, "and")
        ),
    }
}

/// Who moves, and what: "Orvane", " on Kessin dam".
fn move_named(findings: &Findings<'_>, (demand, _): Moved) -> (String, String) {
    let case = findings.found.case;
    let owner = winset::told::owner(case, Member::Demand(demand));
    match (demand, owner) {
        (DemandId::Line(line), Some(owner)) => {
            let point = &case.points[case.lines[line].point.index()];
            (
                findings.name(owner).to_owned(),
                format!(" on {}", point.title),
            )
        }
        (demand, _) => (
            format!("dropping {}", case.demand_name(demand)),
            String::new(),
        ),
    }
}

/// Which package to draft.
fn draft(findings: &Findings<'_>) -> Option<Item> {
    if findings.overlap()?.count == Count::Exact(1_u8.into()) {
        return None;
    }
    let picked = findings.picked();
    let first = picked.first()?;
    let described = |p: &Picked<'_>| format!("{}: {}", rules(p), gets(findings, p));
    let [_, _, ..] = picked.as_slice() else {
        let full = format!("Whether to draft the package of {}.", described(first));
        return item("Choose the draft", full);
    };
    let packages = picked.iter().map(|p| p.package.package());
    let full = format!(
        "Which package to draft; they differ on {}:",
        apart(findings, packages, first)
    );
    let each = picked.iter().map(|p| capital(&described(p)));
    among("Choose the draft", full, each.collect())
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

fn rules(picked: &Picked<'_>) -> String {
    let rules: Vec<String> = picked.rules.iter().map(|r| (*r).to_owned()).collect();
    let noun = if rules.len() == 1 { "rule" } else { "rules" };
    format!("the {} {noun}", listed(&rules, "and"))
}

/// What a package gives each party.
fn gets(findings: &Findings<'_>, picked: &Picked<'_>) -> String {
    let case = findings.found.case;
    let scores = picked.package.scores().iter().enumerate();
    let scores = scores.filter_map(|(place, value)| {
        let value = score(&case.unscaled(PartyId::at(place), (*value)?));
        Some(format!("{} {value}", case.parties[place].short))
    });
    scores.collect::<Vec<_>>().join(", ")
}

/// The points on which packages differ.
fn apart<'p>(
    findings: &Findings<'_>,
    packages: impl Iterator<Item = &'p Package> + Clone,
    first: &Picked<'_>,
) -> String {
    let case = findings.found.case;
    let first = first.package.package();
    let differs = |place: &usize| {
        packages
            .clone()
            .any(|p| p.0.get(*place) != first.0.get(*place))
    };
    let points = (0..case.points.len()).filter(differs);
    let titles: Vec<String> = points.map(|p| case.points[p].title.clone()).collect();
    listed(&titles, "and")
}

/// Whether to initial what is fixed.
fn initial(findings: &Findings<'_>) -> Option<Item> {
    let sets = findings.overlap()?.occurring.as_ref()?;
    let all = sets.len();
    let some = Some(fixed(sets)).filter(|some| *some > 0)?;
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
    item("Initial what is settled", text)
}

/// Whose no-deal value to watch.
fn watch(findings: &Findings<'_>) -> Option<Item> {
    let (case, found) = (findings.found.case, &findings.found.pressure);
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
        .as_ref()
        .filter(|t| matches!(t.together, Turn::Closes { .. }));
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
         The no-deal value of each party, while the others stay:"
    );
    among("Keep it open", full, closes)
}

/// Whose no-deal value to work on.
fn ways(findings: &Findings<'_>) -> Option<Item> {
    let (_, ways) = ways_in_words(findings.found.case, &findings.found.pressure.joint);
    let ways: Vec<String> = ways.into_iter().take(2).collect();
    if ways.is_empty() {
        return None;
    }
    let full =
        "Whose no-deal value to work on: with all demands as declared, an overlap opens when \
                these fall:"
            .to_owned();
    among("Work on a no-deal value", full, ways)
}

/// Whether to pull levers.
fn levers(findings: &Findings<'_>) -> Option<Item> {
    let case = findings.found.case;
    let Levers { sets, .. } = findings.found.pressure.levers.as_ref()?;
    let first = sets.first()?;
    let names = first.levers.iter().map(|l| case.levers[*l].id.clone());
    let names: Vec<String> = names.collect();
    let full = format!(
        "Whether to pull {}, the cheapest set of levers that opens an overlap: it {}.",
        listed(&names, "and"),
        set_in_words(case, first)
    );
    item("Pull levers", full)
}

/// Whether to let time work.
fn wait(findings: &Findings<'_>) -> Option<Item> {
    let time = findings.found.pressure.time.as_ref()?;
    matches!(time.together, Turn::Opens { .. }).then_some(())?;
    let by_time = by_time(findings.found.case, time);
    item("Wait", format!("Whether to let time work. {by_time}"))
}

/// Whether to bring something new.
fn widen(findings: &Findings<'_>) -> Option<Item> {
    matches!(findings.found.opened.found.end, End::Nothing(..)).then_some(())?;
    let full = "Whether to bring new options or new points: of all that is on the table nothing \
                opens an overlap while laws, vote rules and no-deal values stand."
        .to_owned();
    item("Widen the table", full)
}

/// What may be shown to whom.
fn tell(findings: &Findings<'_>) -> Option<Item> {
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
    item("Choose what to tell", full)
}

/// Whether to spend more time.
fn longer() -> Option<Item> {
    let full =
        "Whether to give the question more time; what was found until then is in the annexes.";
    item("Take longer", full.to_owned())
}

/// Whether to make the question smaller.
fn narrow() -> Option<Item> {
    let full =
        "Whether to settle points that nobody disputes first, so that the rest can be decided.";
    item("Narrow the question", full.to_owned())
}

/// Whether parties will say more.
fn state(findings: &Findings<'_>) -> Option<Item> {
    let case = findings.found.case;
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
    item("Ask for preferences", full)
}

/// Whether the positions still hold.
fn current(findings: &Findings<'_>) -> Option<Item> {
    let as_of = findings.found.case.register.as_of.as_ref();
    let of = as_of.map_or_else(String::new, |day| format!(" of {}", day.text));
    let full = format!(
        "Whether the declared positions{of} still stand; every answer here depends on them."
    );
    item("Confirm the positions", full)
}

/// What comes next.
fn next() -> Option<Item> {
    let full = "When and in what format the parties meet next.";
    item("Set the next round", full.to_owned())
}
