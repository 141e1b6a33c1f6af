//! The plan of a twin.

use serde_json::{Value, json};

use super::maker::Maker;
use crate::discreet::{ids, list_mut};
use crate::plans;

impl Maker<'_> {
    /// Items that the reader does not see, what others name of them, and numbers that it does not see.
    pub(super) fn plan(&mut self, file: &mut Value) {
        let reader = self.reader;
        let sees = |item: &Value| reader.sees(item["owner"].as_str(), item, "public");
        let items = file.get("plan").and_then(|plan| plan["items"].as_array());
        if !items.is_some_and(|items| items.iter().any(sees)) {
            self.hidden_plan(file);
            return;
        }
        let hidden = self.hidden_numbers(file);
        let mut plan = file["plan"].take();
        self.shuffle(&mut plan, "items", sees, Self::hidden_item);
        self.named_items(&mut plan);
        self.other_numbers(&mut plan["bounds"], &hidden, 30);
        for item in list_mut(&mut plan, "items") {
            self.other_numbers(&mut item["values"], &hidden, 9);
        }
        file["plan"] = plan;
    }

    /// A plan of which nothing is in sight may be another, or none.
    fn hidden_plan(&mut self, file: &mut Value) {
        if let Some(file) = file.as_object_mut() {
            file.remove("plan");
        }
        let items: Vec<Value> = (0..self.rng.below(3))
            .filter_map(|_| self.hidden_item())
            .collect();
        if !items.is_empty() {
            file["plan"] = json!({"signed": "2032-01-01", "items": items});
        }
    }

    fn hidden_item(&mut self) -> Option<Value> {
        let id = self.name("item");
        let (parties, points) = (self.parties.clone(), self.points.clone());
        let mut item = plans::item(&id, &parties, &points, &mut self.rng);
        item["owner"] = json!(self.other()?);
        item["visibility"] = self.hidden();
        Some(item)
    }

    /// The parties whose numbers the reader does not see.
    fn hidden_numbers(&self, file: &mut Value) -> Vec<String> {
        let reader = self.reader;
        let parties = list_mut(file, "parties").iter();
        let hidden = parties.filter(|party| !reader.sees_values(party));
        let ids = hidden.filter_map(|party| party["id"].as_str());
        ids.map(str::to_owned).collect()
    }

    fn other_numbers(&mut self, numbers: &mut Value, hidden: &[String], below: usize) {
        if !numbers.is_object() {
            *numbers = json!({});
        }
        for party in hidden {
            if let Some(numbers) = numbers.as_object_mut() {
                numbers.remove(party);
            }
            if self.rng.chance(2, 3) {
                numbers[party] = json!(self.rng.below(below));
            }
        }
    }

    /// Names of items that are gone are taken out; items that are hidden and name none come before others.
    fn named_items(&mut self, plan: &mut Value) {
        let there = ids(plan, "items");
        let is_there = |id: &Value| {
            id.as_str()
                .is_some_and(|id| there.iter().any(|known| known == id))
        };
        let new: Vec<String> = there
            .iter()
            .filter(|id| id.starts_with("item-of-a-twin"))
            .cloned()
            .collect();
        for item in list_mut(plan, "items") {
            let own = item["id"].as_str().unwrap_or_default().to_owned();
            let after = item["after"].as_array().cloned().unwrap_or_default();
            let mut after: Vec<Value> = after.into_iter().filter(&is_there).collect();
            if !new.contains(&own) && !new.is_empty() && self.rng.chance(1, 3) {
                after.push(json!(new[self.rng.below(new.len())]));
            }
            item["after"] = json!(after);
            if !is_there(&item["lapses_unless"]["item"])
                && let Some(item) = item.as_object_mut()
            {
                item.remove("lapses_unless");
            }
        }
    }
}
