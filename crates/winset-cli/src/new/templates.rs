//! Cases to begin with, and other names put into them.

use winset::model::document::{Node, Syntax, Value, parse};

use winset_server::lobby::TemplateCard;

use super::flags::text;
use super::written::quoted;
use crate::args::{NewArgs, TemplateArg};
use crate::failure::Failure;
use crate::flags::Flags;
use winset::model::identifier::identifier;

/// A case to begin with.
struct Template {
    name: &'static str,
    about: &'static str,
    yaml: &'static str,
}

const TEMPLATES: [Template; 5] = [
    Template {
        name: "mediation",
        about: "Two neighbours and a mediator settle the use of a river.",
        yaml: include_str!("../../templates/mediation.yaml"),
    },
    Template {
        name: "plan",
        about: "A peace plan of many points, with an ally, conditions, and a parliament that ratifies.",
        yaml: include_str!("../../templates/plan.yaml"),
    },
    Template {
        name: "council",
        about: "A town council of four groups votes on a budget.",
        yaml: include_str!("../../templates/council.yaml"),
    },
    Template {
        name: "class",
        about: "A game for a class: two sides with scores, and values without a deal.",
        yaml: include_str!("../../templates/class.yaml"),
    },
    Template {
        name: "exchange",
        about: "Two sides exchange prisoners; a third state carries them.",
        yaml: include_str!("../../templates/exchange.yaml"),
    },
];

/// Names of the templates, and what they are about.
pub(super) fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES
        .iter()
        .map(|template| (template.name, template.about))
}

/// The same with their titles.
pub(crate) fn cards() -> Vec<TemplateCard> {
    let card = |template: &Template| TemplateCard {
        id: template.name.to_owned(),
        title: title(template),
        about: template.about.to_owned(),
    };
    TEMPLATES.iter().map(card).collect()
}

/// The title that a template has.
fn title(template: &Template) -> String {
    let node = parse(template.yaml.as_bytes(), Syntax::Yaml).ok();
    let found = node.as_ref().and_then(|node| text_of(node, "title"));
    found.unwrap_or_else(|| template.name.to_owned())
}

/// The text of the template of this name, with another title in it where one is given.
pub(super) fn titled(name: &str, title: Option<&str>) -> Option<String> {
    let template = TEMPLATES.iter().find(|template| template.name == name)?;
    Some(Parts::of(template.yaml).renamed(template.yaml, title, &[]))
}

/// The text of a case under another title, and with an identifier of its words where that is wanted.
pub(super) fn retitled(yaml: &str, title: &str, names_case: bool) -> String {
    let mut parts = Parts::of(yaml);
    if !names_case {
        parts.id = None;
    }
    parts.renamed(yaml, Some(title), &[])
}

/// The text of a template, with the title and the names of the flags in it.
pub(super) fn yaml(template: TemplateArg, args: &NewArgs) -> Result<String, Failure> {
    let place = match template {
        TemplateArg::Mediation | TemplateArg::List => 0,
        TemplateArg::Plan => 1,
        TemplateArg::Council => 2,
        TemplateArg::Class => 3,
        TemplateArg::Exchange => 4,
    };
    let template = &TEMPLATES[place];
    let mut flags = Flags::default();
    let title = text(&mut flags, "--title", args.title.as_deref());
    let parts = Parts::of(template.yaml);
    let mut names: Vec<String> = Vec::new();
    for given in &args.parties {
        let Some(name) = text(&mut flags, "--party", Some(given)) else {
            continue;
        };
        if names.len() == parts.parties.len() {
            let message = format!("`{name}` is one name too many");
            let expected = format!("at most {}, the parties of this template", names.len());
            flags.wrong("--party", given, message, &expected);
        } else if names
            .iter()
            .any(|known| known.to_lowercase() == name.to_lowercase())
        {
            let message = format!("`{name}` is there twice");
            flags.wrong(
                "--party",
                given,
                message,
                "a name of its own for every party",
            );
        } else {
            names.push(name);
        }
    }
    flags.checked()?;
    Ok(parts.renamed(template.yaml, title.as_deref(), &names))
}

/// What of a template can have other names.
#[derive(Default)]
struct Parts {
    /// Where the identifier of the case stands, and its title.
    id: Option<(usize, usize)>,
    title: Option<(usize, usize)>,
    /// Identifiers and names of the parties.
    parties: Vec<(String, String)>,
}

impl Parts {
    fn of(yaml: &str) -> Self {
        let mut parts = Self::default();
        let node = parse(yaml.as_bytes(), Syntax::Yaml).ok();
        for (key, value) in node.iter().flat_map(entries) {
            match key {
                "id" => parts.id = Some((value.span.start, value.span.end)),
                "title" => parts.title = Some((value.span.start, value.span.end)),
                "parties" => parts.parties = members(value).iter().filter_map(party).collect(),
                _ => {}
            }
        }
        parts
    }

    /// The text with another title, and other names of the first parties.
    fn renamed(&self, yaml: &str, title: Option<&str>, names: &[String]) -> String {
        let words = self.words(names);
        let Some(title) = title else {
            return replaced(yaml, &words);
        };
        let id = identifier(title, "case", [].into_iter());
        let spans = [(self.id, id), (self.title, quoted(title))];
        let mut spans: Vec<((usize, usize), String)> = spans
            .into_iter()
            .filter_map(|(span, text)| Some((span?, text)))
            .collect();
        spans.sort_unstable();
        let (mut out, mut at) = (String::new(), 0);
        for ((start, end), text) in spans {
            out.push_str(&replaced(&yaml[at..start], &words));
            out.push_str(&text);
            at = end;
        }
        out.push_str(&replaced(&yaml[at..], &words));
        out
    }

    /// Words of the template and what stands in their place, the longest first.
    fn words(&self, names: &[String]) -> Vec<(String, String)> {
        let mut taken: Vec<String> = self
            .parties
            .iter()
            .skip(names.len())
            .map(|p| p.0.clone())
            .collect();
        let mut words = Vec::new();
        for ((id, known), name) in self.parties.iter().zip(names) {
            let new = identifier(name, "party", taken.iter().map(String::as_str));
            taken.push(new.clone());
            let name = quoted(name);
            words.push((known.clone(), name[1..name.len() - 1].to_owned()));
            words.push((id.clone(), new));
        }
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        words
    }
}

fn entries(node: &Node) -> Vec<(&str, &Node)> {
    match &node.value {
        Value::Map(entries) => entries.iter().map(|e| (e.key.as_str(), &e.node)).collect(),
        _ => Vec::new(),
    }
}

fn members(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(members) => members,
        _ => &[],
    }
}

/// Identifier and name of a party.
fn party(node: &Node) -> Option<(String, String)> {
    Some((text_of(node, "id")?, text_of(node, "name")?))
}

/// A text of a mapping.
fn text_of(node: &Node, wanted: &str) -> Option<String> {
    let mut entries = entries(node).into_iter();
    entries.find_map(|(key, value)| match &value.value {
        Value::Text(text) if key == wanted => Some(text.clone()),
        _ => None,
    })
}

/// The text with words replaced where they stand alone, or between hyphens.
fn replaced(text: &str, words: &[(String, String)]) -> String {
    let (mut out, mut rest) = (String::new(), text);
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let found = words.iter().find(|(word, _)| {
            let after = rest.strip_prefix(word.as_str());
            !inside && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        });
        let taken = if let Some((word, new)) = found {
            out.push_str(new);
            word.len()
        } else {
            out.push(c);
            c.len_utf8()
        };
        inside = found.is_some() || c.is_alphanumeric();
        rest = &rest[taken..];
    }
    out
}
