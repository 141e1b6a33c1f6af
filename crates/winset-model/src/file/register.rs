//! The entries of a case file that no search looks at: delegations, phases and prisoners.

use serde_json::{Value as Json, json};

use super::forms::{Date, Proportion, Whole};
use super::read::{Context, Definitions, Filled, List, Name, Read};
use super::record::{record, words};
use crate::document::{Node, Value};

words! {
    /// What is given in return in categories without a rule of their own.
    ReturnTermsWord for crate::register::ReturnTerms {
        /// Each side releases all it holds.
        AllForAll = "all-for-all",
        /// As many of the one side as of the other.
        OneForOne = "one-for-one",
    }
    /// A day of the week.
    WeekdayWord for crate::register::Weekday {
        /// Monday.
        Mon = "mon",
        /// Tuesday.
        Tue = "tue",
        /// Wednesday.
        Wed = "wed",
        /// Thursday.
        Thu = "thu",
        /// Friday.
        Fri = "fri",
        /// Saturday.
        Sat = "sat",
        /// Sunday.
        Sun = "sun",
    }
}

record! {
    /// Who speaks for a party: offices, not persons.
    DelegationEntry {
        /// Identifier, unique among delegations.
        id: Name,
        /// The party it speaks for.
        party: Name,
        /// The offices in it.
        offices: Vec<String>,
    }
    /// A step of carrying out the agreement.
    PhaseEntry {
        /// Identifier, unique among phases.
        id: Name,
        /// Name for readers.
        name: String,
        /// Days after signature on which it may begin; does not fall from phase to phase.
        day: Whole,
        /// What must be so before it begins.
        opens_when: Vec<String>,
        /// What is delivered in it.
        deliver: Vec<String>,
        /// What undoes it.
        rollback: Vec<String>,
    }
    /// Prisoners claimed and held, and how they could be exchanged.
    PrisonersEntry {
        /// What each side claims and acknowledges, by category.
        claims: List<ClaimEntry>,
        /// How an exchange could be carried out.
        clearing: Option<ClearingEntry>,
    }
    /// Prisoners of one side held by another, in one category.
    ClaimEntry {
        /// The party that holds them.
        held_by: Name,
        /// The party whose people they are.
        of: Name,
        /// The category.
        category: Name,
        /// How many their own side says are held.
        claimed_by_owner: Whole,
        /// How many the holder acknowledges.
        acknowledged_by_holder: Whole,
        /// How many are confirmed dead.
        confirmed_dead: Whole,
        /// How many remain in dispute: claimed, less acknowledged, less dead.
        disputed: Whole,
    }
    /// How an exchange could be carried out.
    ClearingEntry {
        /// The two parties whose people are exchanged, in the order in which ratios name them; those of
        /// the first claim when missing.
        between: Vec<Name>,
        /// The day on which days of release phases begin to count; `as_of` of the case when missing.
        start: Option<Date>,
        /// What is given in return in categories without a rule of their own; `all-for-all` when missing.
        terms: Option<ReturnTermsWord>,
        /// Who carries how many persons on which days.
        carriers: List<CarrierEntry>,
        /// The ratios that are acceptable.
        ratio_rules: List<RatioEntry>,
        /// The order of the categories.
        phase_order: Vec<Name>,
        /// When how many are released; without any, all are released as soon as they can be carried.
        release_phases: List<ReleasePhaseEntry>,
        /// How far the two sides' releases may differ after each phase, all phases before it counted.
        parity: Option<Whole>,
        /// A third state that could close a cycle.
        third_party_cycle: Option<CycleEntry>,
    }
    /// A span of days in which prisoners are released.
    ReleasePhaseEntry {
        /// Identifier, unique among release phases.
        id: Name,
        /// The first day, counted from the start; after the last day of the phase before.
        from: Whole,
        /// The last day, counted from the start; as long as it takes when missing, which only the last
        /// phase may say.
        to: Option<Whole>,
        /// The categories that are released in it; all when missing.
        categories: Vec<Name>,
        /// Most persons in it, both sides together.
        most: Option<Whole>,
        /// How far the two sides' releases may differ within it.
        parity: Option<Whole>,
    }
    /// A way of carrying persons.
    CarrierEntry {
        /// Identifier, unique among carriers.
        id: Name,
        /// Persons on a day.
        persons_per_day: Whole,
        /// The days on which it runs.
        days: Filled<WeekdayWord>,
        /// Whether it carries so many each way, not in all.
        each_way: Option<bool>,
        /// Days on which it does not run.
        not_on: Vec<Date>,
    }
    /// The ratios that are acceptable in a category.
    RatioEntry {
        /// The category.
        category: Name,
        /// The least ratio.
        min: Option<Proportion>,
        /// The greatest ratio.
        max: Option<Proportion>,
        /// Released without anything in return.
        free: Option<bool>,
    }
}

/// A third state that could close a cycle of exchanges: `state`, and for parties of the case
/// `holds_of_PARTY` and `wants_from_PARTY`.
#[derive(Debug, Clone)]
pub struct CycleEntry {
    /// Its name.
    pub state: String,
    /// Whose people it holds, and how many.
    pub holds_of: Vec<(Name, Whole)>,
    /// From whom it wants people, and how many.
    pub wants_from: Vec<(Name, Whole)>,
}

impl Read for CycleEntry {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(node, "a mapping");
            return None;
        };
        let state = cx.field(node, entries, "state");
        let (mut holds_of, mut wants_from) = (Vec::new(), Vec::new());
        for entry in entries.iter().filter(|e| e.key != "state") {
            let (list, party) = if let Some(party) = entry.key.strip_prefix("holds_of_") {
                (&mut holds_of, party)
            } else if let Some(party) = entry.key.strip_prefix("wants_from_") {
                (&mut wants_from, party)
            } else {
                let expected = "`state`, or `holds_of_` or `wants_from_` and a party";
                cx.unknown_key(entry, expected, &["state", "holds_of_", "wants_from_"]);
                continue;
            };
            let name = Name {
                text: party.to_owned(),
                span: entry.key_span,
            };
            list.extend(Whole::read(&entry.node, cx).map(|count| (name, count)));
        }
        Some(Self {
            state: state?,
            holds_of,
            wants_from,
        })
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({
            "type": "object",
            "properties": {"state": String::schema(defs)},
            "required": ["state"],
            "patternProperties": {"^(holds_of|wants_from)_": Whole::schema(defs)},
            "additionalProperties": false,
        })
    }
}
