//! The names in a case: what addresses are made of.

use serde_json::Value;
use winset_model::document::Syntax;
use winset_model::read_case;

/// The names in a case, and in others that are like it.
#[derive(Debug, Default, Clone)]
pub(crate) struct Names {
    pub(crate) parties: Vec<String>,
    /// Points with their options, in order.
    pub(crate) points: Vec<(String, Vec<String>)>,
    pub(crate) lines: Vec<String>,
    pub(crate) links: Vec<String>,
    pub(crate) levers: Vec<String>,
}

impl Names {
    /// The names of the first file, and what the others name besides.
    pub(crate) fn of(files: &[&Value]) -> Self {
        let list = |key: &str| {
            let entries = files
                .iter()
                .flat_map(|file| file[key].as_array().into_iter().flatten());
            let mut ids: Vec<String> = Vec::new();
            for id in entries.filter_map(|entry| entry["id"].as_str()) {
                if !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
            }
            ids
        };
        let text = files[0].to_string();
        let case = read_case(text.as_bytes(), Syntax::Json).unwrap().case;
        let points = case.points.into_iter().map(|point| {
            let options = point.options.into_iter().map(|option| option.id);
            (point.id, options.collect())
        });
        Self {
            parties: list("parties"),
            points: points.collect(),
            lines: list("lines"),
            links: list("links"),
            levers: list("levers"),
        }
    }

    /// Everything that has a name.
    pub(crate) fn all(&self) -> Vec<String> {
        let points = self.points.iter();
        let of_points = points.flat_map(|(id, options)| [id].into_iter().chain(options));
        let others = [&self.parties, &self.lines, &self.links, &self.levers];
        of_points
            .chain(others.into_iter().flatten())
            .cloned()
            .collect()
    }

    /// The n-th options of all points, where a point has fewer its last.
    pub(crate) fn package(&self, n: usize) -> Vec<&str> {
        let options = self.points.iter();
        options
            .map(|(_, options)| options[n.min(options.len() - 1)].as_str())
            .collect()
    }
}
