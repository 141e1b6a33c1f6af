//! Case files that are changed twice: by flags, and by hand.

use serde_json::{Value, json};
use winset_gen::rng::Rng;
use winset_gen::small::small;
use winset_model::case::{Case, DemandId, Party};
use winset_model::number::{self, Exact, to_fraction};
use winset_model::options::PartyId;
use winset_model::overlay::{Flag, FlagKind};

use super::{flag, read};

/// A number as a flag and as a file may write it.
pub(super) fn written(value: &Exact) -> String {
    to_fraction(value)
}

/// A small case with levers.
pub(super) fn with_levers(seed: u64, rng: &mut Rng) -> Value {
    let mut file = small(seed);
    let parties = file["parties"].as_array().unwrap();
    let ids: Vec<Value> = parties.iter().map(|p| p["id"].clone()).collect();
    let movable: Vec<&Value> = parties
        .iter()
        .filter(|p| p.get("no_deal").is_some())
        .map(|p| &p["id"])
        .collect();
    let mut levers = Vec::new();
    for id in movable {
        for way in ["up", "down"] {
            levers.push(json!({
                "id": format!("{way}.{}", id.as_str().unwrap()),
                "by": ids[rng.below(ids.len())],
                "target": id,
                "no_deal_delta": written(&random_number(rng)),
                "cost_to_puller": 1,
                "delay_days": 1,
            }));
        }
    }
    file["levers"] = json!(levers);
    file
}

fn random_number(rng: &mut Rng) -> Exact {
    let whole = i128::from(rng.below(9) as u64) - 4;
    Exact::new(whole, [1, 1, 1, 2, 3, 11][rng.below(6)])
}

/// A case file and what is done to it, once by flags and once by hand.
pub(super) struct Double {
    pub(super) case: Case,
    /// The file before anything is done to it.
    pub(super) base: Value,
    pub(super) file: Value,
    pub(super) flags: Vec<Flag>,
    /// The no-deal value of each party so far, exactly.
    pub(super) no_deal: Vec<Option<Exact>>,
}

impl Double {
    pub(super) fn new(file: Value) -> Self {
        let case = read(&file).unwrap();
        let value = |(p, party): (usize, &Party)| {
            let no_deal = party.sheet.open().no_deal?;
            Some(case.unscaled(PartyId::at(p), no_deal))
        };
        let no_deal = case.parties.iter().enumerate().map(value).collect();
        Self {
            case,
            base: file.clone(),
            file,
            flags: Vec::new(),
            no_deal,
        }
    }

    fn flag(&mut self, kind: FlagKind, value: String) {
        self.flags.push(flag(kind, value));
    }

    /// Values and scores of parties with preferences.
    fn set(&mut self, rng: &mut Rng) {
        for p in 0..self.case.parties.len() {
            let party = PartyId::at(p);
            let id = self.case.parties[p].id.clone();
            let Some(scores) = self.case.parties[p].sheet.open().scores.clone() else {
                continue;
            };
            if rng.chance(1, 3) {
                let none = rng.chance(1, 5);
                let near = self.no_deal[p].unwrap_or_default();
                let value = (!none).then(|| near + random_number(rng));
                let text = value.as_ref().map_or("none".to_owned(), written);
                self.flag(FlagKind::Set, format!("{id}.no_deal={text}"));
                self.no_deal[p] = value;
            }
            if rng.chance(1, 6) {
                let text = written(&random_number(rng));
                self.flag(FlagKind::Set, format!("{id}.impasse={text}"));
                self.file["parties"][p]["impasse"] = json!(text);
            }
            for (point, row) in self.case.points.clone().iter().zip(&scores.by_option) {
                if !rng.chance(1, 8) {
                    continue;
                }
                let option = rng.below(row.len());
                let mut values: Vec<String> = row
                    .iter()
                    .map(|v| written(&self.case.unscaled(party, *v)))
                    .collect();
                values[option] = written(&random_number(rng));
                let (at, on) = (&point.id, &point.options[option].id);
                let text = format!("{id}.{at}.{on}={}", values[option]);
                self.flag(FlagKind::Set, text);
                self.file["preferences"][&id][at] = json!({"values": values});
            }
        }
    }

    fn pull(&mut self, rng: &mut Rng) {
        for lever in self.case.levers.clone() {
            let target = &mut self.no_deal[lever.target.index()];
            if let Some(value) = target.as_mut().filter(|_| rng.chance(1, 4)) {
                *value = number::add(*value, lever.no_deal_delta).unwrap();
                self.flag(FlagKind::Pull, lever.id);
            }
        }
    }

    /// Writes the values that were set and moved.
    fn write_values(&mut self) {
        for (p, value) in self.no_deal.iter().enumerate() {
            let party = self.file["parties"][p].as_object_mut().unwrap();
            match value {
                Some(value) => drop(party.insert("no_deal".into(), json!(written(value)))),
                None => drop(party.remove("no_deal")),
            }
        }
        // Levers decide nothing, and need a no-deal value to move.
        self.file["levers"] = json!([]);
    }

    fn step_and_drop(&mut self, rng: &mut Rng) {
        for demand in self.case.demands() {
            let id = self.case.demand_name(demand).to_owned();
            if self.case.is_law(demand) {
                continue;
            }
            if rng.chance(1, 6) {
                self.flag(FlagKind::Drop, id.clone());
                for key in ["lines", "links"] {
                    self.file[key]
                        .as_array_mut()
                        .unwrap()
                        .retain(|d| d["id"] != *id);
                }
                let bodies = self.file["ratification"].as_array_mut().unwrap();
                for body in bodies.iter_mut() {
                    body["rules"]
                        .as_array_mut()
                        .unwrap()
                        .retain(|r| r["id"] != *id);
                }
                bodies.retain(|body| body["rules"] != json!([]));
                continue;
            }
            let DemandId::Line(line) = demand else {
                continue;
            };
            if rng.chance(1, 2) {
                let step = rng.below(self.case.lines[line].ladder.open().len());
                self.flag(FlagKind::Step, format!("{id}={step}"));
                let lines = self.file["lines"].as_array_mut().unwrap();
                let line = lines.iter_mut().find(|l| l["id"] == *id).unwrap();
                let ladder = line["ladder"].as_array_mut().unwrap();
                ladder.drain(..step);
                let from = ladder[0]["cost"].as_u64().unwrap();
                for step in ladder {
                    step["cost"] = json!(step["cost"].as_u64().unwrap() - from);
                }
            }
        }
    }

    fn fix_and_exclude(&mut self, rng: &mut Rng) {
        for point in self.case.points.clone() {
            let ids: Vec<&str> = point.options.iter().map(|o| o.id.as_str()).collect();
            let mut left: Vec<&str> = ids.clone();
            if rng.chance(1, 6) {
                let option = ids[rng.below(ids.len())];
                self.flag(FlagKind::Fix, format!("{}={option}", point.id));
                left = vec![option];
            } else if rng.chance(1, 5) && ids.len() > 1 {
                let count = 1 + rng.below(ids.len() - 1);
                let gone: Vec<&str> = rng
                    .some(count, ids.len())
                    .into_iter()
                    .map(|o| ids[o])
                    .collect();
                left.retain(|o| !gone.contains(o));
                if rng.chance(1, 2) {
                    let text = format!("{}={}", point.id, gone.join(","));
                    self.flag(FlagKind::Exclude, text);
                } else {
                    for option in gone {
                        self.flag(FlagKind::Exclude, format!("{}={option}", point.id));
                    }
                }
            }
            if left.len() < ids.len() {
                let law = json!({
                    "id": format!("by-hand/{}", point.id),
                    "owner": self.file["parties"][0]["id"],
                    "kind": "law",
                    "point": point.id,
                    "ladder": [{"accept": left, "cost": 0}],
                });
                self.file["lines"].as_array_mut().unwrap().push(law);
            }
        }
    }

    /// All kinds of changes, or one.
    pub(super) fn random(seed: u64) -> Self {
        let mut rng = Rng::new(seed ^ 0x5eed);
        let mut double = Self::new(with_levers(seed, &mut rng));
        let only = rng.below(8);
        if only > 3 || only == 0 {
            double.set(&mut rng);
        }
        if only > 3 || only == 1 {
            double.step_and_drop(&mut rng);
        }
        if only > 3 || only == 2 {
            double.fix_and_exclude(&mut rng);
        }
        if only >= 3 {
            double.pull(&mut rng);
        }
        double.write_values();
        double
    }
}
