//! Of two worlds that differ in nothing but what a reader may not see, every answer is the same, byte for byte.

use serde_json::Value;
use winset_gen::discreet;
use winset_gen::rng::Rng;
use winset_gen::twin::{Reader, twin};
use winset_journal::{
    Act, Alternative, Author, Clause, Deed, DraftEdition, IssuedDraft, JournalEntry, Mode, Place,
    Reply, as_seen_by,
};
use winset_model::amendment::CaseChange;
use winset_model::audience::Audience;
use winset_model::case::{Case, Visibility};
use winset_model::document::{Syntax, parse};
use winset_model::offer::OfferKind;
use winset_model::options::{OptionId, Package};
use winset_text::DraftWanted;

use crate::cases::{Answer, Asked, Folder, Kept, demonstration, desk, parting, run, write};
use crate::names::Names;
use crate::routes::{PAST_DAY, ROUTES, encoded};
use crate::twin_changes::{amendment, disguise, supposition, taken_back};

/// Pictures in pixels and rehearsals take long: of so many pairs, one is asked for them.
const SLOW: [(&str, u64); 2] = [(".png", 40), ("?plays", 4)];
/// Of so many pairs, one is compared with the mediator's desk too.
const MEDIATOR_EVERY: u64 = 4;

/// Two worlds and who looks at them.
pub(crate) struct Pair {
    number: u64,
    pub(crate) reader: Audience,
    pub(crate) cases: [Value; 2],
    pub(crate) acts: [Vec<Act>; 2],
    kept: Kept,
}

impl Pair {
    pub(crate) fn new(number: u64) -> Self {
        Self::of(&discreet(number), number)
    }

    fn of(file: &Value, number: u64) -> Self {
        let parties = Names::of(&[file]).parties;
        let place = usize::try_from(number).unwrap() % (parties.len() + 1);
        let party = parties.get(place).cloned();
        let other = twin(file, Reader(party.as_deref()), number ^ 0x7157);
        let cases = [file.clone(), other];
        let acts = acts(&cases, party.as_deref(), &mut Rng::new(number));
        let kept = if number.is_multiple_of(2) {
            Kept::Files
        } else {
            Kept::Nothing
        };
        Self {
            number,
            reader: party.map_or(Audience::Public, Audience::Party),
            cases,
            acts,
            kept,
        }
    }

    /// Where the reader's pages are.
    fn base(&self) -> String {
        format!("/v/{}", encoded(&self.reader.name()))
    }

    /// The addresses, and the forms with theirs.
    fn asks(&self) -> (Vec<String>, Vec<(String, String)>) {
        let names = Names::of(&[&self.cases[0], &self.cases[1]]);
        let base = self.base();
        let mut asks = vec!["/".to_owned(), "/v".to_owned(), "/nowhere".to_owned()];
        let mut forms = Vec::new();
        for route in ROUTES {
            asks.extend(
                (route.asks)(&names)
                    .iter()
                    .map(|ask| format!("{base}{ask}")),
            );
            let target = format!("{base}{}", route.path);
            let sent = (route.forms)(&names);
            forms.extend(sent.into_iter().map(|form| (target.clone(), form)));
        }
        let others = ["mediator", "public", "nobody"].map(str::to_owned);
        for other in others.iter().chain(&names.parties) {
            asks.extend(["desk", "matrix", "events"].map(|page| format!("/v/{other}/{page}")));
        }
        let asked = |slow: &(&str, u64)| self.number.is_multiple_of(slow.1);
        asks.retain(|ask| SLOW.iter().all(|slow| asked(slow) || !ask.contains(slow.0)));
        (asks, forms)
    }
}

fn seen(rng: &mut Rng) -> Visibility {
    [
        Visibility::Public,
        Visibility::Public,
        Visibility::Mediator,
        Visibility::Sealed,
    ][rng.below(4)]
}

/// Journals of two worlds: what the reader may see is in both, in the same order; all else is not.
/// Drafts are issued in each world of what was said in it until then.
fn acts(cases: &[Value; 2], reader: Option<&str>, rng: &mut Rng) -> [Vec<Act>; 2] {
    let names = Names::of(&[&cases[0]]);
    let reader = reader.map_or(Audience::Public, |id| Audience::Party(id.to_owned()));
    let mut worlds = [Vec::new(), Vec::new()];
    let mut issued = 0;
    // A proposal publishes what the mediator had written for it in confidence, and means to.
    let proposes = rng.chance(1, 2);
    for _ in 0..rng.below(16) {
        if rng.chance(1, 4) {
            issued += 1;
            issue(cases, &mut worlds, &reader, issued, proposes, rng);
            continue;
        }
        if rng.chance(1, 8) {
            taken_back(&mut worlds, &reader, rng);
            continue;
        }
        let act = act(&names, rng);
        let of_proposal = proposes
            && act.by == Author::Mediator
            && matches!(act.deed, Deed::Clause { .. } | Deed::Wording { .. });
        if of_proposal || act.visible_to(&reader) {
            for world in &mut worlds {
                world.push(disguised(&act, &reader, rng));
            }
        } else {
            let world = rng.below(2);
            // Others say the very same in confidence, now and then.
            for _ in 0..=usize::from(rng.chance(1, 3)) {
                let mut act = act.clone();
                if rng.chance(1, 2) && act.by != Author::Mediator {
                    let other = names.parties[rng.below(names.parties.len())].clone();
                    act.by = Author::Party(other);
                }
                if !act.visible_to(&reader) {
                    worlds[world].push(act);
                }
            }
        }
    }
    for world in &mut worlds {
        for (place, act) in world.iter_mut().enumerate() {
            act.once = act.once.take().map(|word| format!("{word}-{place}"));
        }
    }
    worlds
}

/// Issues a version in both worlds, where it can be in both; one that the reader does not see in one.
fn issue(
    cases: &[Value; 2],
    worlds: &mut [Vec<Act>; 2],
    reader: &Audience,
    number: usize,
    proposes: bool,
    rng: &mut Rng,
) {
    let names = Names::of(&[&cases[0]]);
    let mode = [Mode::Compilation, Mode::Chair][usize::from(proposes && rng.chance(1, 2))];
    let chosen = names.points.iter();
    let chosen = chosen.map(|(point, o)| (point.clone(), o[rng.below(o.len())].clone()));
    let chosen: Vec<(String, String)> = chosen.collect();
    let of_package = mode == Mode::Chair && rng.chance(3, 4);
    let visibility = seen(rng);
    let drafts = [0, 1].map(|world: usize| {
        let document = parse(cases[world].to_string().as_bytes(), Syntax::Json).ok()?;
        let entries = entries(&worlds[world]);
        let case = as_seen_by(&document, &entries, &Audience::Mediator)
            .ok()?
            .case;
        let wanted = DraftWanted {
            mode,
            package: of_package.then(|| package(&case, &chosen)),
            visibility,
        };
        let text = winset_text::issue(&document, &entries, &wanted).ok()?;
        Some(Act {
            at: "2031-03-14T09:30:00Z".to_owned(),
            by: Author::Mediator,
            seen: visibility,
            once: None,
            deed: Deed::Draft(IssuedDraft {
                version: format!("V{number}"),
                date: None,
                mode,
                clauses: Some(text.clauses),
                editions: text.editions,
            }),
        })
    });
    let [Some(one), Some(other)] = drafts else {
        return;
    };
    if one.visible_to(reader) {
        worlds[0].push(one);
        worlds[1].push(other);
    } else if rng.chance(1, 2) {
        worlds[0].push(one);
    } else {
        worlds[1].push(other);
    }
}

/// Acts as the lines of a journal.
pub(crate) fn entries(acts: &[Act]) -> Vec<JournalEntry> {
    let acts = acts.iter().cloned().enumerate();
    acts.map(|(place, act)| JournalEntry {
        line: place + 1,
        act,
    })
    .collect()
}

/// The package that settles points as chosen, and others on what comes first.
fn package(case: &Case, chosen: &[(String, String)]) -> Package {
    let options = case.points.iter().map(|point| {
        let named = chosen.iter().find(|(id, _)| *id == point.id);
        let place =
            named.and_then(|(_, option)| point.options.iter().position(|o| o.id == *option));
        OptionId::at(place.unwrap_or(0))
    });
    Package(options.collect())
}

/// The act with other remarks, words and editions where the reader may not see these.
fn disguised(act: &Act, reader: &Audience, rng: &mut Rng) -> Act {
    let mut act = act.clone();
    if reader.sees(act.by.party(), Visibility::Sealed) {
        return act;
    }
    act.once = rng.chance(1, 2).then(|| "once".to_owned());
    match &mut act.deed {
        Deed::Offer { note, .. } => *note = rng.chance(1, 2).then(|| "remark".to_owned()),
        Deed::Draft(draft) => disguise(draft, reader, rng),
        Deed::Amend { reason, .. } => *reason = rng.chance(1, 2).then(|| "hidden".to_owned()),
        Deed::Answer { .. }
        | Deed::Wording { .. }
        | Deed::Clause { .. }
        | Deed::Withdraw { .. } => {}
    }
    act
}

fn act(names: &Names, rng: &mut Rng) -> Act {
    let party = names.parties[rng.below(names.parties.len())].clone();
    let (by, deed) = match rng.below(10) {
        8 if rng.chance(1, 2) => (
            Author::Party(party.clone()),
            supposition(names, &party, rng),
        ),
        8 | 9 => (Author::Mediator, amendment(names, rng)),
        0..=2 => (Author::Party(party), offer(names, rng)),
        // One of an earlier version of the program, or of another program's making.
        3 => (Author::Mediator, draft(names, rng)),
        4 => {
            let deed = Deed::Answer {
                version: "V1".to_owned(),
                clause: names.points[0].0.clone(),
                reply: Reply::ALL[rng.below(4)],
                words: rng.chance(1, 2).then(|| format!("if {}", rng.below(99))),
            };
            (Author::Party(party), deed)
        }
        5 => {
            let deed = Deed::Clause {
                id: format!("clause-{}", rng.below(2)),
                place: [Place::Preamble, Place::Annex][rng.below(2)].clone(),
                title: format!("Title {}", rng.below(3)),
                text: rng.chance(4, 5).then(|| format!("words {}", rng.below(3))),
            };
            (Author::Mediator, deed)
        }
        _ => {
            let (clause, options) = names.points[rng.below(names.points.len())].clone();
            let clause = if rng.chance(1, 5) {
                format!("clause-{}", rng.below(2))
            } else {
                clause
            };
            // Few words, so that several say the same.
            let deed = Deed::Wording {
                option: rng
                    .chance(1, 2)
                    .then(|| options[rng.below(options.len())].clone()),
                clause,
                text: rng.chance(5, 6).then(|| format!("words {}", rng.below(3))),
            };
            let by = if rng.chance(1, 5) {
                Author::Mediator
            } else {
                Author::Party(party)
            };
            (by, deed)
        }
    };
    // What all see is called the same by all.
    let renames = matches!(&deed, Deed::Amend { changes, .. } if matches!(changes[..], [CaseChange::Rename { .. }]));
    let seen = seen(rng);
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by,
        seen: if renames { Visibility::Public } else { seen },
        once: rng.chance(1, 3).then(|| "word".to_owned()),
        deed,
    }
}

fn offer(names: &Names, rng: &mut Rng) -> Deed {
    let kind = [OfferKind::Package, OfferKind::Statement][rng.below(2)];
    let mut points = names.points.clone();
    if kind == OfferKind::Statement {
        points.retain(|_| rng.chance(1, 2));
    }
    let says = points.iter().map(|(point, options)| {
        let option = options[rng.below(options.len())].clone();
        // Some do not fit the case.
        let option = if rng.chance(1, 40) {
            "gone".to_owned()
        } else {
            option
        };
        (point.clone(), option)
    });
    let says = says.collect();
    Deed::Offer {
        date: rng
            .chance(1, 2)
            .then(|| format!("2031-04-{:02}", 1 + rng.below(28))),
        kind,
        says,
        note: rng
            .chance(1, 2)
            .then(|| format!("remark {}", rng.below(99))),
    }
}

fn draft(names: &Names, rng: &mut Rng) -> Deed {
    let clauses = |whose: &str| {
        let clause = |(point, options): &(String, Vec<String>)| Clause {
            id: point.clone(),
            place: Place::Point,
            title: format!("Clause {point}"),
            alternatives: vec![Alternative {
                by: vec![Author::Party(names.parties[0].clone())],
                option: Some(options[0].clone()),
                text: format!("text of {point} for {whose}"),
                seen: Visibility::Public,
            }],
        };
        names.points.iter().map(clause).collect::<Vec<Clause>>()
    };
    let parties = names.parties.iter().filter(|_| rng.chance(1, 2));
    let audiences = parties.map(|id| Audience::Party(id.clone()));
    let audiences: Vec<Audience> = audiences.chain([Audience::Public]).collect();
    let editions = audiences.into_iter().map(|audience| DraftEdition {
        clauses: clauses(&audience.name()),
        audience,
    });
    let editions: Vec<DraftEdition> = editions.collect();
    // Some are of a journal from before there were editions.
    let editions = if rng.chance(1, 3) {
        Vec::new()
    } else {
        editions
    };
    Deed::Draft(IssuedDraft {
        version: format!("V{}", 1 + rng.below(3)),
        date: None,
        mode: [Mode::Compilation, Mode::Chair][rng.below(2)],
        clauses: Some(clauses("the mediator")),
        editions,
    })
}

/// How many answers were compared, and those that differ.
#[derive(Debug, Default)]
struct Compared {
    answers: usize,
    different: Vec<String>,
}

/// Asks two desks everything.
async fn compare(pair: &Pair, desks: [&Asked; 2], compared: &mut Compared) {
    let (asks, forms) = pair.asks();
    for desk in desks {
        desk.settled(&format!("{}/at/{PAST_DAY}", pair.base()))
            .await;
    }
    for ask in asks {
        let (one, other) = (desks[0].get(&ask).await, desks[1].get(&ask).await);
        assert!(one.status < 500, "{ask}: {}", one.text());
        compared.answers += 1;
        if one != other {
            compared
                .different
                .push(format!("{ask}: {}", parting(&one, &other)));
        }
    }
    for (target, form) in forms {
        // What was asked before may have been worked out anew, in its own time on each desk.
        for desk in desks {
            desk.settled(&pair.base()).await;
        }
        let (one, other) = (
            desks[0].post(&target, &form).await,
            desks[1].post(&target, &form).await,
        );
        assert!(one.status < 500, "{target} {form}: {}", one.text());
        compared.answers += 1;
        if one != other {
            compared
                .different
                .push(format!("{target} with {form}: {}", parting(&one, &other)));
        }
    }
}

/// The reader's desks of both worlds, when everything is worked out.
async fn desks(pair: &Pair, folders: &[Folder; 2]) -> [Asked; 2] {
    let desks = folders
        .each_ref()
        .map(|folder| Asked::new(desk(&folder.files(), pair.kept, pair.reader.clone())));
    for desk in &desks {
        desk.settled(&pair.base()).await;
    }
    desks
}

fn folders(pair: &Pair) -> [Folder; 2] {
    let folders = [Folder::new(), Folder::new()];
    for ((folder, case), acts) in folders.iter().zip(&pair.cases).zip(&pair.acts) {
        write(&folder.files(), case, acts);
    }
    folders
}

/// Compares a pair; the desks that know their files also after an offer of the reader.
async fn check(pair: &Pair, compared: &mut Compared) {
    let folders = folders(pair);
    let [one, other] = desks(pair, &folders).await;
    compare(pair, [&one, &other], compared).await;
    if pair.number.is_multiple_of(MEDIATOR_EVERY) {
        mediators(pair, &folders[0], &one, compared).await;
    }
    let (Audience::Party(reader), Kept::Files) = (&pair.reader, pair.kept) else {
        return;
    };
    let base = pair.base();
    let document = parse(pair.cases[0].to_string().as_bytes(), Syntax::Json).unwrap();
    let seen = as_seen_by(&document, &entries(&pair.acts[0]), &pair.reader).unwrap();
    let package = seen.case.points.iter();
    let package = package.map(|point| format!("point.{}={}", point.id, point.options[0].id));
    let form = format!(
        "by={reader}&once=a&date=2031-05-01&visibility=sealed&note=mine&{}",
        package.collect::<Vec<_>>().join("&")
    );
    for desk in [&one, &other] {
        let answer = desk.post(&format!("{base}/offer"), &form).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        desk.settled(&base).await;
    }
    compare(pair, [&one, &other], compared).await;
}

/// The mediator's desk shows a party what the party's own desk shows it, and which views there are.
async fn mediators(pair: &Pair, folder: &Folder, partys: &Asked, compared: &mut Compared) {
    let only = Audience::Mediator;
    let mediators = Asked::new(desk(&folder.files(), pair.kept, only));
    let base = pair.base();
    mediators.settled(&base).await;
    mediators.settled(&format!("{base}/at/{PAST_DAY}")).await;
    let (asks, _) = pair.asks();
    for ask in asks
        .iter()
        .filter(|ask| ask.starts_with(&format!("{base}/")))
    {
        let (mut one, other) = (mediators.get(ask).await, partys.get(ask).await);
        one.body = without_views(&one.text()).into_bytes();
        let other = Answer {
            body: without_views(&other.text()).into_bytes(),
            ..other
        };
        compared.answers += 1;
        // The length is that of the page with its views.
        if one.body != other.body || one.status != other.status {
            compared
                .different
                .push(format!("{ask} of the mediator's desk"));
        }
    }
}

fn without_views(text: &str) -> String {
    let Some((before, rest)) = text.split_once("\n<details class=\"views\">") else {
        return text.to_owned();
    };
    let (_, after) = rest.split_once("</details>").unwrap();
    format!("{before}{after}")
}

fn pairs(numbers: std::ops::Range<u64>) {
    let mut compared = Compared::default();
    run(async {
        for number in numbers.clone() {
            let pair = Pair::new(number);
            check(&pair, &mut compared).await;
            assert!(
                compared.different.is_empty(),
                "pair {number}, {:?}: {:#?}\n{}\n{}",
                pair.reader,
                compared.different,
                pair.cases[0],
                pair.cases[1],
            );
        }
    });
    println!(
        "pairs {numbers:?}: {} answers are the same",
        compared.answers
    );
}

#[test]
fn a_hundred_pairs_of_worlds_look_alike() {
    pairs(0..100);
}

#[test]
fn fifty_more_pairs_of_worlds_look_alike() {
    pairs(100..150);
}

#[test]
#[ignore = "takes ten minutes"]
fn a_thousand_pairs_of_worlds_look_alike() {
    pairs(1_000..2_000);
}

#[test]
fn twins_of_the_demonstration_case_look_alike() {
    let file = demonstration();
    let parties = Names::of(&[&file]).parties.len() as u64;
    run(async {
        let mut compared = Compared::default();
        // One for a party, one for the public.
        for number in [1, parties] {
            let pair = Pair::of(&file, number);
            let folders = folders(&pair);
            let [one, other] = desks(&pair, &folders).await;
            compare(&pair, [&one, &other], &mut compared).await;
        }
        assert!(compared.different.is_empty(), "{:#?}", compared.different);
    });
}

async fn differences(pair: &Pair) -> usize {
    let folders = folders(pair);
    let [one, other] = desks(pair, &folders).await;
    let mut compared = Compared::default();
    compare(pair, [&one, &other], &mut compared).await;
    compared.different.len()
}

/// The comparison finds what differs: what the mediator sees of the same pairs, and a word on a
/// point that everybody may read.
#[test]
fn what_may_be_seen_makes_a_difference() {
    run(async {
        let (mut mediator, mut public) = (0, 0);
        for number in 0..6 {
            let mut pair = Pair::new(number);
            pair.number = 1;
            pair.reader = Audience::Mediator;
            mediator += usize::from(differences(&pair).await > 20);

            let mut pair = Pair::new(number);
            pair.number = 1;
            pair.cases[1] = pair.cases[0].clone();
            pair.cases[1]["points"][0]["title"] = "Another title".into();
            pair.acts = [Vec::new(), Vec::new()];
            public += usize::from(differences(&pair).await > 20);
        }
        assert_eq!((mediator, public), (6, 6));
    });
}
