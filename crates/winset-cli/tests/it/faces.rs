//! All faces say the same: the verdict, what is in the way, the number of clashes, the cheapest
//! opening, on the command line, as JSON, in the report and on the pages of the desk.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::browser::Desk;
use crate::run::{command, folder, scratch};

/// What a face says; nothing where it does not speak of it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Said {
    verdict: Option<&'static str>,
    /// In the way, where there is no overlap.
    in_the_way: Option<&'static str>,
    clashes: Option<u64>,
    opening: Option<Cheapest>,
}

/// What is said of the cheapest opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cheapest {
    /// Its cost.
    Costs(u64),
    /// Nothing opens an overlap.
    NoneOpens,
}

impl From<Option<u64>> for Cheapest {
    fn from(cost: Option<u64>) -> Self {
        cost.map_or(Self::NoneOpens, Self::Costs)
    }
}

const VERDICTS: [&str; 3] = ["overlap", "no-overlap", "undecided"];
const LAYERS: [&str; 3] = ["values", "positions", "laws"];

fn known(list: &[&'static str], value: &Value) -> Option<&'static str> {
    let value = value.as_str()?;
    Some(list.iter().find(|name| **name == value).unwrap())
}

fn asked(case: &Path, words: &[&str]) -> String {
    let name = case.file_name().unwrap().to_str().unwrap();
    let args = [&words[..1], &[name], &words[1..]].concat();
    let output = command(&args)
        .current_dir(case.parent().unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn json(case: &Path, words: &[&str]) -> Value {
    serde_json::from_str(&asked(case, &[words, &["--json"]].concat())).unwrap()
}

/// The clashes that have members: one without tells of laws alone.
fn of_demands(list: &Value) -> u64 {
    let list = list.as_array().unwrap().iter();
    let members = |clash: &&Value| {
        let members = clash.get("demands").unwrap_or(clash);
        !members.as_array().unwrap().is_empty()
    };
    list.filter(members).count().try_into().unwrap()
}

fn as_json(case: &Path) -> Said {
    let answer = json(case, &["solve"]);
    let overlap = answer["verdict"] == "overlap";
    let openings = answer["openings"].as_array().unwrap();
    let cost = openings
        .first()
        .map(|first| first["cost"].as_u64().unwrap());
    Said {
        verdict: known(&VERDICTS, &answer["verdict"]),
        in_the_way: known(&LAYERS, &answer["in_the_way"]),
        clashes: (!overlap).then(|| of_demands(&answer["clashes"]["list"])),
        opening: Some(cost.into()),
    }
}

fn brief_json(case: &Path) -> Said {
    let answer = json(case, &["solve", "--brief"]);
    Said {
        verdict: known(&VERDICTS, &answer["verdict"]),
        in_the_way: known(&LAYERS, &answer["in_the_way"]),
        ..Said::default()
    }
}

fn other_json(case: &Path) -> Said {
    let clashes = json(case, &["clashes"]);
    let open = json(case, &["open"]);
    let openings = open["openings"].as_array().unwrap();
    Said {
        clashes: Some(of_demands(&clashes["clashes"]["list"])),
        opening: Some(
            openings
                .first()
                .map(|first| first["cost"].as_u64().unwrap())
                .into(),
        ),
        ..Said::default()
    }
}

/// What a text names as being in the way.
fn layer(text: &str) -> Option<&'static str> {
    let says = |layer: &&&str| {
        let plain = match **layer {
            "values" => "without a deal is in the way".to_owned(),
            layer => format!("{layer} are in the way"),
        };
        text.contains(&plain) || text.contains("laws, with") && **layer == "laws"
    };
    let mut found = LAYERS.iter().filter(says);
    let first = found.next().copied();
    assert_eq!(found.next(), None, "{text}");
    first
}

/// The number that stands before some words.
fn before(text: &str, words: &str) -> Option<u64> {
    let (head, _) = text.split_once(words)?;
    let digits = head
        .rsplit(|c: char| !c.is_ascii_digit() && c != ',')
        .next()?;
    digits.replace(',', "").parse().ok()
}

fn verdict_of(text: &str) -> &'static str {
    let is = |beginning: &str| text.contains(beginning);
    if is("No overlap at the declared positions") || is("no package is acceptable to") {
        "no-overlap"
    } else if is("Overlap: ")
        || is("acceptable to both")
        || is("acceptable to all")
        || is("acceptable to the one")
    {
        "overlap"
    } else {
        "undecided"
    }
}

fn page(case: &Path, words: &[&str]) -> Said {
    let text = asked(case, words);
    let whole = words.len() == 1;
    let verdict = verdict_of(&text);
    let closed = verdict == "no-overlap";
    let clashes = if text.contains("Clashes none") {
        Some(0)
    } else {
        before(&text, " set of demands").or(before(&text, " sets of demands"))
    };
    let opening = before(&text, " in all)");
    Said {
        verdict: Some(verdict),
        in_the_way: layer(&text),
        clashes: clashes.filter(|_| closed && whole),
        opening: (closed && whole).then_some(opening.into()),
    }
}

fn report(case: &Path) -> Said {
    let answer = json(case, &["report", "-o", "report.md", "--force"]);
    let sentences = answer["report"]["sentences"].as_array().unwrap();
    let [verdict, why, way] = [0, 1, 2].map(|place| sentences[place].as_str().unwrap());
    let verdict = verdict_of(verdict);
    let closed = verdict == "no-overlap";
    let clashes = before(why, " set of demands").or(before(why, " sets of demands"));
    let text = std::fs::read_to_string(case.with_file_name("report.md")).unwrap();
    for sentence in [why, way] {
        // Markdown marks what it would read as signs; words stay.
        let end = sentence
            .find(['[', '*', '_', '<', '`'])
            .unwrap_or(sentence.len());
        assert!(text.contains(&sentence[..end]), "{sentence}");
    }
    let estimates = way.split("(its own estimate: ").skip(1);
    let estimates = estimates.map(|rest| before(rest, ")").unwrap());
    let opening = way
        .starts_with("The least costly way out")
        .then(|| estimates.sum());
    Said {
        verdict: Some(verdict),
        in_the_way: if clashes.is_some() {
            Some("positions")
        } else {
            layer(why)
        },
        clashes: closed.then_some(clashes.unwrap_or(0)),
        opening: closed.then_some(opening.into()),
    }
}

/// A page of the desk, as text with its tags.
fn desk_page(desk: &Desk, path: &str) -> String {
    let answer = desk.ask(&format!("GET /v/mediator/{path}"), "");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    answer
}

/// The number on a tile of the desk; none where there is no such tile.
fn tile(page: &str, label: &str) -> Option<u64> {
    let label = format!("<span class=\"label\">{label}</span>");
    let (_, rest) = page.split_once(&label)?;
    let (inside, _) = rest.split_once("</a>").unwrap();
    let (_, number) = inside.split_once("<span class=\"number\">").unwrap();
    let (number, _) = number.split_once('<').unwrap();
    Some(number.replace(',', "").parse().unwrap())
}

fn desk(case: &Path) -> [Said; 2] {
    let desk = Desk::open(case);
    let page = (0..1_000)
        .map(|_| desk_page(&desk, "desk"))
        .find(|page| !page.contains("Some answers are still being worked out"))
        .unwrap();
    let (_, verdict) = page.split_once("<h2 id=\"verdict\">").unwrap();
    let (verdict, _) = verdict.split_once("</section>").unwrap();
    let closed = verdict_of(verdict) == "no-overlap";
    // Demands that defeat each other are positions in the way.
    let defeat = verdict.contains(" of demands defeat");
    let first = Said {
        verdict: Some(verdict_of(verdict)),
        in_the_way: if defeat {
            Some("positions")
        } else {
            layer(verdict)
        },
        clashes: tile(&page, "Clashes").filter(|_| closed),
        opening: closed.then(|| tile(&page, "Least costly concessions").into()),
    };
    let slide = desk_page(&desk, "slide");
    let clashes = slide.matches("<li id=\"clash-").count();
    let (_, said) = slide.split_once("role=\"status\">").unwrap();
    let (said, _) = said.split_once("</div>").unwrap();
    let verdict = match said {
        _ if said.contains(": no overlap") => "no-overlap",
        _ if said.contains("in the overlap") => "overlap",
        _ => "undecided",
    };
    let second = Said {
        verdict: Some(verdict),
        in_the_way: layer(said),
        clashes: closed.then(|| clashes.try_into().unwrap()),
        opening: None,
    };
    [first, second]
}

fn check(case: &Path, counts: &mut [u32; 5]) {
    let right = as_json(case);
    let mut faces = vec![
        ("solve --brief --json", brief_json(case)),
        ("clashes and open --json", other_json(case)),
        ("solve", page(case, &["solve"])),
        ("solve --brief", page(case, &["solve", "--brief"])),
        ("report", report(case)),
    ];
    let [first, slide] = desk(case);
    faces.extend([("desk", first), ("sliders", slide)]);
    for (face, said) in faces {
        let name = format!("{}: {face}: {said:?} against {right:?}", case.display());
        if said.verdict.is_some() {
            assert_eq!(said.verdict, right.verdict, "{name}");
            assert_eq!(said.in_the_way, right.in_the_way, "{name}");
        }
        if let (Some(said), Some(right)) = (said.clashes, right.clashes) {
            assert_eq!(said, right, "{name}");
        }
        if let (Some(said), Some(right)) = (said.opening, right.opening) {
            assert_eq!(said, right, "{name}");
        }
    }
    let layer = LAYERS
        .iter()
        .position(|name| Some(*name) == right.in_the_way);
    counts[layer.unwrap_or(3)] += 1;
    counts[4] += u32::from(right.clashes.unwrap_or(0) > 1);
}

fn small(folder: &Path, seed: u64) -> PathBuf {
    let path = folder.join(format!("case-{seed}.json"));
    std::fs::write(&path, winset_gen::small::small(seed).to_string()).unwrap();
    path
}

#[test]
fn faces_agree_on_cases_that_say_little_or_contradict_themselves() {
    let to = scratch("faces-little");
    let mut counts = [0; 5];
    for name in [
        "bare.yaml",
        "lawless.yaml",
        "dry-well.yaml",
        "well.yaml",
        "mill.yaml",
        "price.yaml",
        "ties.yaml",
        "rising-well.yaml",
        "warned-well.yaml",
    ] {
        let case = to.join(name);
        std::fs::copy(folder().join(name), &case).unwrap();
        check(&case, &mut counts);
    }
    assert!(counts[..4].iter().all(|count| *count > 0), "{counts:?}");
}

/// Cases that the faces are asked about.
const CASES: u64 = 500;

#[test]
fn faces_agree_on_random_cases() {
    let halves = ["faces-even", "faces-odd"].map(scratch);
    let counted = std::thread::scope(|scope| {
        let half = |(place, to): (usize, &PathBuf)| {
            let to = to.clone();
            scope.spawn(move || {
                let mut counts = [0; 5];
                let first = u64::try_from(place).unwrap();
                for seed in (first..CASES).step_by(2) {
                    check(&small(&to, seed), &mut counts);
                }
                counts
            })
        };
        let threads: Vec<_> = halves.iter().enumerate().map(half).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect::<Vec<_>>()
    });
    let [values, positions, laws, overlaps, several] =
        [0, 1, 2, 3, 4].map(|place| counted.iter().map(|counts| counts[place]).sum::<u32>());
    let all = [values, positions, laws, overlaps];
    assert_eq!(u64::from(all.iter().sum::<u32>()), CASES);
    assert!(
        all.iter().chain([&several]).all(|count| *count > 20),
        "{all:?} {several}"
    );
}
