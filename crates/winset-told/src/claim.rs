//! A clash as one claim of few words.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_model::options::{OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use crate::called::about;
use crate::member::{Says, owner, points, says};
use crate::names::{Names, listed, one_line, sentence, with_article};
use crate::sets::any_of;

/// Most words of a claim.
pub const CLAIM_WORDS_MAX: usize = 30;

/// The words of a text: what stands between blanks.
pub fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// What a claim says of some members of a clash: "gives Orvane «a» on P", "gets past the Assembly".
#[derive(Debug)]
struct Part {
    /// With the labels of options.
    full: String,
    /// With points alone.
    short: String,
    /// How many members it stands for.
    members: usize,
}

/// That no package does all that the members of a clash ask, in [`CLAIM_WORDS_MAX`] words at most: with
/// the options asked for; where that is too long with owners and points; where that is too long with as
/// many of these as fit and the number of the others; and in the end with numbers alone.
pub(super) fn claim(
    case: &Case,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
    laws: &[DemandId],
) -> String {
    if members.is_empty() {
        return sentence("what nobody can give up leaves no package");
    }
    let names = Names::new(case);
    let (opening, end) = if laws.is_empty() {
        ("no package", "")
    } else {
        ("under the law, no package", ", under the law")
    };
    let one_point = on_one_point(case, &names, positions, members);
    let one_point = one_point.into_iter().flatten();
    let mut forms: Vec<String> = one_point.map(|said| format!("{said}{end}")).collect();
    let parts = parts(case, &names, positions, members);
    let said = |texts: Vec<&str>| {
        let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
        format!("{opening} {}", joined(&texts))
    };
    forms.push(said(parts.iter().map(|part| part.full.as_str()).collect()));
    forms.push(said(parts.iter().map(|part| part.short.as_str()).collect()));
    // The longest parts go first.
    let mut kept: Vec<&Part> = parts.iter().collect();
    let mut rest = 0;
    while kept.len() > 1 {
        let longest = (0..kept.len()).max_by_key(|at| words_in(&kept[*at].short));
        rest += longest.map_or(0, |at| kept.remove(at).members);
        let more = format!(
            "meets {rest} more demand{}",
            if rest == 1 { "" } else { "s" }
        );
        let first = kept.iter().map(|part| part.short.as_str());
        forms.push(said(first.chain([more.as_str()]).collect()));
    }
    let these = match members.len() {
        1 => "this demand".to_owned(),
        many => format!("all of these {many} demands"),
    };
    let owners: BTreeSet<PartyId> = members.iter().filter_map(|m| owner(case, *m)).collect();
    let owners: Vec<String> = owners.iter().map(|p| names.party(*p).to_owned()).collect();
    if !owners.is_empty() {
        forms.push(format!(
            "{opening} meets {these} of {}",
            listed(&owners, "and")
        ));
    }
    let last = sentence(&format!("{opening} meets {these}"));
    let mut told = forms.iter().map(|form| sentence(form));
    told.find(|text| words_in(text) <= CLAIM_WORDS_MAX)
        .unwrap_or(last)
}

/// Where all members are demands on one point, of several parties: "on P, no package gives A «a» and B
/// «b»", and the same without the options.
fn on_one_point(
    case: &Case,
    names: &Names,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
) -> Option<[String; 2]> {
    let mut given: Vec<(PartyId, OptionSet)> = Vec::new();
    let mut on: Option<PointId> = None;
    for member in members {
        let (Says::Only(point, set), Some(owner)) =
            (says(case, positions, *member), owner(case, *member))
        else {
            return None;
        };
        let again = given.iter().any(|(party, _)| *party == owner);
        if again || set.is_empty() || on.is_some_and(|p| p != point) {
            return None;
        }
        on = Some(point);
        given.push((owner, set));
    }
    let point = on.filter(|_| given.len() > 1)?;
    let title = names.point(point);
    let whom = given
        .iter()
        .map(|(party, _)| names.party(*party).to_owned());
    let whom = listed(&whom.collect::<Vec<_>>(), "and");
    let given = given
        .iter()
        .map(|(party, set)| format!("{} {}", names.party(*party), any_of(case, point, set)));
    let given = joined(&given.collect::<Vec<_>>());
    let both = if members.len() == 2 { "both " } else { "" };
    Some([
        format!("on {title}, no package gives {given}"),
        format!("on {title}, no package satisfies {both}{whom}"),
    ])
}

/// "a and b", "a, b, and c": members may hold "and" themselves.
fn joined(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [most @ .., end] => format!("{}, and {end}", most.join(", ")),
    }
}

/// What the members ask: the demands of an owner on single points together, then conditions, votes
/// and what the parties have without a deal.
fn parts(
    case: &Case,
    names: &Names,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
) -> Vec<Part> {
    let mut given: Vec<(PartyId, Vec<(PointId, OptionSet)>)> = Vec::new();
    let mut floors: Vec<String> = Vec::new();
    let mut others: Vec<Part> = Vec::new();
    for member in members {
        let owner = owner(case, *member);
        match (says(case, positions, *member), owner) {
            (Says::Only(point, set), Some(owner)) => {
                match given.iter_mut().find(|(party, _)| *party == owner) {
                    Some((_, asked)) => asked.push((point, set)),
                    None => given.push((owner, vec![(point, set)])),
                }
            }
            (Says::Floors(parties), _) => {
                floors.extend(parties.iter().map(|p| names.party(*p).to_owned()));
            }
            (Says::Vote(body, _), _) => {
                let body = with_article(&one_line(&case.bodies[body].name));
                others.push(part(format!("gets past {body}"), 1));
            }
            (Says::Only(..) | Says::Needs(..) | Says::Link(_), owner) => {
                let whose = owner.map_or_else(
                    || "the".to_owned(),
                    |party| format!("{}’s", names.party(party)),
                );
                let on = about(names, &points(case, *member));
                others.push(part(format!("keeps {whose} condition on {on}"), 1));
            }
        }
    }
    let mut parts: Vec<Part> = given
        .iter()
        .map(|(owner, asked)| gives(case, names, *owner, asked))
        .collect();
    parts.append(&mut others);
    if !floors.is_empty() {
        let whom = listed(&floors, "and");
        parts.push(part(
            format!("leaves {whom} no worse off than without a deal"),
            floors.len(),
        ));
    }
    parts
}

fn part(said: String, members: usize) -> Part {
    Part {
        full: said.clone(),
        short: said,
        members,
    }
}

/// The demands of one owner on single points.
fn gives(case: &Case, names: &Names, owner: PartyId, asked: &[(PointId, OptionSet)]) -> Part {
    let who = names.party(owner);
    let points: Vec<PointId> = asked.iter().map(|(point, _)| *point).collect();
    let short = format!("satisfies {who} on {}", about(names, &points));
    let nothing = asked.iter().any(|(_, set)| set.is_empty());
    let each = asked.iter().map(|(point, set)| {
        let what = any_of(case, *point, set);
        format!("{what} on {}", names.point(*point))
    });
    let full = format!("gives {who} {}", listed(&each.collect::<Vec<_>>(), "and"));
    Part {
        full: if nothing { short.clone() } else { full },
        short,
        members: asked.len(),
    }
}

#[cfg(test)]
mod tests {
    use winset_gen::small::small;
    use winset_model::document::Syntax;
    use winset_solve::{Budget, FloorMode, clashes, laws_of};

    use super::*;
    use crate::clash_told;

    fn read(text: &[u8]) -> Case {
        winset_model::read_case(text, Syntax::Yaml).unwrap().case
    }

    fn demonstration() -> Case {
        read(include_bytes!("../../../cases/sella-basin.yaml"))
    }

    /// The claim of members with these laws.
    fn claimed(case: &Case, ids: &[&str], laws: &[&str]) -> String {
        let demand = |id: &&str| case.demand_named(id).unwrap();
        let members = ids.iter().map(|id| ClashMember::Demand(demand(id)));
        let laws: Vec<DemandId> = laws.iter().map(demand).collect();
        claim(case, &Positions::declared(case), &members.collect(), &laws)
    }

    #[test]
    fn a_claim_says_what_is_asked_and_where_that_is_long_of_whom() {
        let case = demonstration();
        let check = |ids: &[&str], laws: &[&str], expected: &str| {
            assert_eq!(claimed(&case, ids, laws), expected);
        };
        check(
            &["ORV-forces", "LET-forces"],
            &[],
            "On Peacetime size of Lethia's forces, no package gives Orvane «300,000» or «500,000» and \
             Lethia «800,000» or «No limit».",
        );
        check(
            &["ORV-assets", "CMP-assets"],
            &[],
            "On Frozen assets of Orvane, no package satisfies both Orvane and the Coastal Compact.",
        );
        check(
            &["ORV-territory", "ORV-ceasefire"],
            &["LET-law-cession"],
            "Under the law, no package satisfies Orvane on “Sella Basin: status and control” and \
             Sequence of the ceasefire.",
        );
        check(
            &[
                "ORV-ceasefire",
                "ORV-no-foreign-force",
                "ORV-sanctions",
                "MER-guarantee-needs-vote",
                "council-unanimity-on-relief",
            ],
            &[],
            "No package satisfies Orvane on Sequence of the ceasefire, Security guarantee for Lethia \
             and Sanctions, gets past the Council of the Coastal Compact, and meets 1 more demand.",
        );
    }

    /// A case in which every name, title and label has so many words.
    fn wordy(name: usize, title: usize, label: usize) -> Case {
        let [name, title, label] = [name, title, label].map(|many| "w ".repeat(many));
        let text = format!(
            "
format: winset-case/1
id: wordy
title: Wordy
parties: [{{id: a, name: A {name}}}, {{id: b, name: B {name}}}]
points:
  - {{id: p, title: P {title}, options: [{{id: p1, label: 1 {label}}}, {{id: p2, label: 2 {label}}}, {{id: p3, label: 3 {label}}}]}}
  - {{id: q, title: Q {title}, options: [{{id: q1, label: 1 {label}}}, {{id: q2, label: 2 {label}}}]}}
lines:
  - {{id: ap, owner: a, point: p, ladder: [{{accept: p1, cost: 0}}]}}
  - {{id: bp, owner: b, point: p, ladder: [{{accept: p2, cost: 0}}]}}
  - {{id: bq, owner: b, point: q, ladder: [{{accept: q2, cost: 0}}]}}
links:
  - {{id: tie, owner: a, if: {{p: p1}}, then: {{q: q1}}, relax_cost: 1}}
  - {{id: knot, owner: b, if: {{p: p2}}, then: {{q: q2}}, relax_cost: 1}}
"
        );
        read(text.as_bytes())
    }

    #[test]
    fn the_longer_the_words_the_less_is_named() {
        let check = |words: [usize; 3], ids: &[&str], expected: &str| {
            let case = wordy(words[0], words[1], words[2]);
            let found = claimed(&case, ids, &[]);
            assert!(words_in(&found) <= CLAIM_WORDS_MAX, "{found}");
            let short = found.replace(" w", "");
            assert_eq!(short, expected, "{words:?}: {found}");
        };
        let two = ["ap", "bp"];
        check([1, 1, 1], &two, "On P, no package gives A «1» and B «2».");
        check([1, 9, 9], &two, "On P, no package satisfies both A and B.");
        check(
            [9, 9, 9],
            &two,
            "No package satisfies A on P and meets 1 more demand.",
        );
        check(
            [9, 12, 9],
            &two,
            "No package meets all of these 2 demands of A and B.",
        );
        check(
            [19, 19, 9],
            &two,
            "No package meets all of these 2 demands.",
        );
        let four = ["ap", "bq", "tie", "knot"];
        check(
            [0, 0, 0],
            &four,
            "No package gives A «1» on P, gives B «2» on Q, keeps A’s condition on P and Q, and \
             keeps B’s condition on P and Q.",
        );
        check(
            [0, 4, 0],
            &four,
            "No package satisfies A on P, satisfies B on Q, and meets 2 more demands.",
        );
        check([0, 9, 0], &["ap"], "No package gives A «1» on P.");
        check([29, 0, 0], &["ap"], "No package meets this demand.");
    }

    /// The claim is short, and what is to open names each member and each law.
    fn check_short(case: &Case, floors: FloorMode, members: &BTreeSet<ClashMember>) {
        let declared = Positions::declared(case);
        let budget = Budget::unlimited();
        let laws = laws_of(case, &declared, floors, members, &budget).unwrap();
        let told = clash_told(case, &declared, members, &laws);
        let (id, claim) = (&case.id, &told.sentence);
        assert!(words_in(claim) <= CLAIM_WORDS_MAX, "{id}: {claim}");
        assert!(
            claim.ends_with('.') && !claim.contains("  "),
            "{id}: {claim}"
        );
        let floors = members
            .iter()
            .filter(|m| matches!(m, ClashMember::Floor(_)));
        let floors = floors.count();
        let reasons = members.len() - floors + usize::from(floors > 0) + laws.len();
        assert_eq!(told.reasons.len(), reasons, "{id}: {claim}");
    }

    #[test]
    fn no_claim_has_more_than_thirty_words() {
        let mut told = 0;
        let mut all = |case: &Case, at_most: Option<usize>| {
            let declared = Positions::declared(case);
            for floors in [FloorMode::Ignore, FloorMode::Members] {
                let found = clashes(case, &declared, floors, None, &Budget::unlimited());
                for clash in found.list.iter().take(at_most.unwrap_or(usize::MAX)) {
                    check_short(case, floors, clash.members());
                    told += 1;
                }
            }
        };
        all(&demonstration(), Some(100));
        for seed in 0..1_500 {
            let text = small(seed).to_string();
            let case = winset_model::read_case(text.as_bytes(), Syntax::Json);
            all(&case.unwrap().case, None);
        }
        for words in [0, 1, 3, 9, 40] {
            for (name, title, label) in [(0, 0, words), (0, words, words), (words, words, words)] {
                all(&wordy(name, title, label), None);
            }
        }
        assert!(told > 1_000, "{told}");
    }
}
