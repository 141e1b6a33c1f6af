//! Changes of the case: act by act the case that writing the file anew would give.

use serde_json::{Map, Value as Json, json};
use winset_gen::rng::Rng;
use winset_gen::small::small;
use winset_journal::{Act, Author, Deed, JournalEntry, as_seen_by};
use winset_model::amendment::{CaseChange, CasePath, apply, difference};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::case_from_document;
use winset_model::document::{Node, Syntax, parse};

fn tree(text: &str) -> Node {
    parse(text.as_bytes(), Syntax::Json).unwrap()
}

fn at(names: &[&str]) -> CasePath {
    CasePath::of(names.iter().map(|name| (*name).to_owned()).collect()).unwrap()
}

pub(crate) fn amendment(line: usize, changes: Vec<CaseChange>) -> JournalEntry {
    let deed = Deed::Amend {
        reason: None,
        changes,
    };
    JournalEntry {
        line,
        act: Act {
            at: "2031-05-01T10:00:00Z".to_owned(),
            by: Author::Mediator,
            seen: Visibility::Public,
            once: None,
            deed,
        },
    }
}

/// A change, and the same made by hand in the file.
struct Edit {
    change: CaseChange,
    file: Json,
}

/// Draws changes of a file, and makes them by hand.
struct Draw<'a> {
    file: &'a Json,
    rng: &'a mut Rng,
    fresh: usize,
}

impl Draw<'_> {
    fn entry(&mut self, list: &str) -> Option<(usize, String)> {
        let entries = self.file.get(list)?.as_array()?;
        if entries.is_empty() {
            return None;
        }
        let place = self.rng.below(entries.len());
        Some((place, entries[place]["id"].as_str()?.to_owned()))
    }

    /// A point with options that are listed, and one of them.
    fn option(&mut self) -> Option<(usize, String, usize, String)> {
        let (place, point) = self.entry("points")?;
        let options = self.file["points"][place].get("options")?.as_array()?;
        if options.is_empty() {
            return None;
        }
        let option = self.rng.below(options.len());
        let id = options[option]["id"].as_str()?.to_owned();
        Some((place, point, option, id))
    }

    fn name(&mut self) -> String {
        self.fresh += 1;
        format!("new.{}", self.fresh)
    }

    fn edit(&mut self) -> Option<Edit> {
        match self.rng.below(9) {
            0 => self.new_point(),
            1 => self.new_option(),
            2 => self.other_title(),
            3 => self.other_name("points"),
            4 => self.other_name("parties"),
            5 => self.other_option_name(),
            6 => self.without_option(),
            7 => {
                let list = ["lines", "links", "statements"][self.rng.below(3)];
                self.without(list)
            }
            _ => self.other_order(),
        }
    }

    fn new_point(&mut self) -> Option<Edit> {
        let id = self.name();
        let entry = json!({"id": id, "title": "New", "options": [{"id": "a", "label": "A"}]});
        let (place, after) = self.entry("points")?;
        let mut file = self.file.clone();
        file["points"]
            .as_array_mut()?
            .insert(place + 1, entry.clone());
        let change = CaseChange::Add {
            list: at(&["points"]),
            entry: tree(&entry.to_string()),
            after: Some(after),
        };
        Some(Edit { change, file })
    }

    fn new_option(&mut self) -> Option<Edit> {
        let (place, point, _, _) = self.option()?;
        let id = self.name();
        let entry = json!({"id": id, "label": "New"});
        let mut file = self.file.clone();
        file["points"][place]["options"]
            .as_array_mut()?
            .push(entry.clone());
        scores(&mut file, &point, &mut |numbers| numbers.push(json!(0)));
        let change = CaseChange::Add {
            list: at(&["points", &point, "options"]),
            entry: tree(&entry.to_string()),
            after: None,
        };
        Some(Edit { change, file })
    }

    fn other_title(&mut self) -> Option<Edit> {
        let (place, point) = self.entry("points")?;
        let mut file = self.file.clone();
        file["points"][place]["title"] = json!("Another title");
        let change = CaseChange::Set {
            at: at(&["points", &point, "title"]),
            to: Some(tree("\"Another title\"")),
        };
        Some(Edit { change, file })
    }

    fn other_name(&mut self, list: &str) -> Option<Edit> {
        let (_, id) = self.entry(list)?;
        let to = self.name();
        let file = renamed(self.file, &id, &to);
        let at = at(&[list, &id]);
        let change = CaseChange::Rename { at, to };
        Some(Edit { change, file })
    }

    fn other_option_name(&mut self) -> Option<Edit> {
        let (place, point, option, id) = self.option()?;
        let to = self.name();
        let mut file = self.file.clone();
        file["points"][place]["options"][option]["id"] = json!(to);
        named(&mut file, &point, &mut |names| {
            *names = renamed(names, &id, &to);
        });
        let at = at(&["points", &point, "options", &id]);
        let change = CaseChange::Rename { at, to };
        Some(Edit { change, file })
    }

    fn without_option(&mut self) -> Option<Edit> {
        let (place, point, option, id) = self.option()?;
        let mut file = self.file.clone();
        file["points"][place]["options"]
            .as_array_mut()?
            .remove(option);
        let count = self.file["points"][place]["options"].as_array()?.len();
        scores(&mut file, &point, &mut |numbers| {
            if numbers.len() == count {
                numbers.remove(option);
            }
        });
        if let Some(offers) = file.get_mut("offers").and_then(Json::as_array_mut) {
            offers.retain_mut(|offer| {
                ["package", "says", "change"].iter().all(|key| {
                    let Some(said) = offer.get_mut(*key).and_then(Json::as_object_mut) else {
                        return true;
                    };
                    if said.get(&point).is_some_and(|chosen| *chosen == json!(id)) {
                        said.remove(&point);
                        return !said.is_empty();
                    }
                    true
                })
            });
        }
        named(&mut file, &point, &mut |names| {
            if let Some(names) = names.as_array_mut()
                && names.iter().any(|name| *name != json!(id))
            {
                names.retain(|name| *name != json!(id));
            }
        });
        let at = at(&["points", &point, "options", &id]);
        Some(Edit {
            change: CaseChange::Retire { at },
            file,
        })
    }

    fn without(&mut self, list: &str) -> Option<Edit> {
        let (place, id) = self.entry(list)?;
        let mut file = self.file.clone();
        file[list].as_array_mut()?.remove(place);
        if file[list].as_array()?.is_empty() {
            file.as_object_mut()?.remove(list);
        }
        let at = at(&[list, &id]);
        Some(Edit {
            change: CaseChange::Retire { at },
            file,
        })
    }

    fn other_order(&mut self) -> Option<Edit> {
        let (place, point, _, _) = self.option()?;
        let mut file = self.file.clone();
        file["points"][place]["options"].as_array_mut()?.reverse();
        scores(&mut file, &point, &mut |numbers| numbers.reverse());
        let options = file["points"][place]["options"].as_array()?.iter();
        let names = options.map(|option| option["id"].as_str().unwrap().to_owned());
        let change = CaseChange::Order {
            list: at(&["points", &point, "options"]),
            names: names.collect(),
        };
        Some(Edit { change, file })
    }
}

/// The lists of scores that parties state for the options of a point.
fn scores(file: &mut Json, point: &str, call: &mut impl FnMut(&mut Vec<Json>)) {
    let sheets = file.get_mut("preferences").and_then(Json::as_object_mut);
    for sheet in sheets.into_iter().flat_map(Map::values_mut) {
        for key in ["scores", "values"] {
            let stated = sheet.get_mut(point).and_then(|stated| stated.get_mut(key));
            if let Some(numbers) = stated.and_then(Json::as_array_mut) {
                call(numbers);
            }
        }
    }
}

/// Wherever options of a point are named, but for where they are declared and for scores.
fn named(json: &mut Json, point: &str, call: &mut impl FnMut(&mut Json)) {
    match json {
        Json::Array(members) => members
            .iter_mut()
            .for_each(|member| named(member, point, call)),
        Json::Object(entries) => {
            if entries.get("point").is_some_and(|of| *of == json!(point)) {
                for step in entries["ladder"].as_array_mut().unwrap() {
                    call(&mut step["accept"]);
                }
                return;
            }
            for (key, value) in entries {
                match key.as_str() {
                    "points" | "preferences" if key == "points" => {}
                    key if key == point && !is_sheet(value) => call(value),
                    _ => named(value, point, call),
                }
            }
        }
        _ => {}
    }
}

fn is_sheet(value: &Json) -> bool {
    ["scores", "values", "linear", "piecewise"]
        .iter()
        .any(|key| value.get(key).is_some())
}

/// The same with another name, as keys and texts.
fn renamed(json: &Json, from: &str, to: &str) -> Json {
    let named = |text: &String| {
        if text == from {
            to.to_owned()
        } else {
            text.clone()
        }
    };
    match json {
        Json::String(text) => Json::String(named(text)),
        Json::Array(members) => members
            .iter()
            .map(|member| renamed(member, from, to))
            .collect(),
        Json::Object(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|(key, value)| (named(key), renamed(value, from, to)));
            Json::Object(entries.collect())
        }
        other => other.clone(),
    }
}

#[test]
fn every_act_gives_the_case_that_the_file_written_anew_would_give() {
    sequences(0..1_000);
}

#[test]
#[ignore = "takes a minute"]
fn five_thousand_sequences_of_changes() {
    sequences(0..5_000);
}

fn sequences(seeds: std::ops::Range<u64>) {
    let (mut made, mut aside) = (0, 0);
    let all = seeds.end;
    for seed in seeds {
        let mut rng = Rng::new(seed);
        let mut file: Json = serde_json::from_str(&small(seed).to_string()).unwrap();
        let document = tree(&file.to_string());
        let mut entries: Vec<JournalEntry> = Vec::new();
        for step in 0..=rng.below(6) {
            let mut draw = Draw {
                file: &file,
                rng: &mut rng,
                fresh: step,
            };
            let Some(edit) = draw.edit() else { continue };
            entries.push(amendment(entries.len() + 1, vec![edit.change.clone()]));
            let seen = as_seen_by(&document, &entries, &Audience::Mediator).unwrap();
            let wanted = tree(&edit.file.to_string());
            let told = format!("seed {seed}, {:?}", edit.change);
            if case_from_document(&wanted).is_ok() {
                let same = seen.document.canonical_json() == wanted.canonical_json();
                assert!(same && seen.aside.is_empty(), "{told}");
                made += 1;
            } else {
                // Something in it makes no case, as a file that was edited by hand could not be read.
                assert!(!seen.aside.is_empty(), "{told}");
                aside += 1;
            }
            file = edit.file;
        }
    }
    assert!(
        made > 2 * all && aside > all / 20,
        "{made} made, {aside} set aside"
    );
}

#[test]
fn the_difference_of_two_files_makes_one_of_the_other() {
    let mut renames = 0;
    for seed in 0..1_500 {
        let mut rng = Rng::new(seed);
        let file: Json = serde_json::from_str(&small(seed).to_string()).unwrap();
        let mut other = file.clone();
        for step in 0..4 {
            let mut draw = Draw {
                file: &other,
                rng: &mut rng,
                fresh: step,
            };
            if let Some(edit) = draw.edit() {
                other = edit.file;
            }
        }
        // Two cases that have nothing to do with each other, too.
        let stranger: Json = serde_json::from_str(&small(seed + 1).to_string()).unwrap();
        for other in [other, stranger] {
            let (from, mut to) = (tree(&file.to_string()), other);
            to["id"] = file["id"].clone();
            let to = tree(&to.to_string());
            let changes = difference(&from, &to);
            renames += usize::from(
                changes
                    .iter()
                    .any(|c| matches!(c, CaseChange::Rename { .. })),
            );
            let made =
                apply(&from, &changes).unwrap_or_else(|fault| panic!("seed {seed}: {fault}"));
            assert_eq!(made.canonical_json(), to.canonical_json(), "seed {seed}");
            assert_eq!(difference(&to, &to), [], "seed {seed}");
        }
    }
    assert!(renames > 200, "{renames}");
}
