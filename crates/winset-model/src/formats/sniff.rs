//! Which files of a folder are a domain or a profile, and of which program.

use super::peer::PeerFormat;
use super::scenario::{RefusedFile, stem};
use super::xml::root_name;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{self, Node, Syntax, Value};

/// The files that make a scenario, by their places.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) format: PeerFormat,
    pub(super) domain: Option<usize>,
    /// In the order of their names.
    pub(super) profiles: Vec<usize>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Domain(PeerFormat),
    Profile(PeerFormat),
    /// Neither.
    Other,
}

/// Endings of the names of files that hold results, not a scenario.
const ANNEXES: [&str; 3] = ["pareto", "specs", "stats"];

/// Sorts the files of a folder.
///
/// # Errors
/// Files that are not well-formed; no domain or several; profiles of several formats.
pub(super) fn sort(
    files: &[(&str, &[u8])],
    wanted: Option<PeerFormat>,
) -> Result<Found, Vec<RefusedFile>> {
    let mut roles = Vec::new();
    let mut refused = Vec::new();
    for (place, (name, bytes)) in files.iter().enumerate() {
        match role(name, bytes) {
            Ok(role) => roles.push((place, role)),
            Err(found) => refused.push(RefusedFile {
                file: Some(place),
                found,
            }),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let domains = roles.iter().filter_map(|(place, role)| match role {
        Role::Domain(format) => Some((*place, *format)),
        _ => None,
    });
    let domains: Vec<(usize, PeerFormat)> = domains
        .filter(|(_, f)| wanted.is_none_or(|w| w == *f))
        .collect();
    let profiles_of = |format: PeerFormat| {
        let of = roles
            .iter()
            .filter(|(_, role)| *role == Role::Profile(format));
        let mut places: Vec<usize> = of.map(|(place, _)| *place).collect();
        places.sort_by_key(|place| files[*place].0);
        places
    };
    let negolog = profiles_of(PeerFormat::Negolog);
    let (format, domain) = match domains.as_slice() {
        [(place, format)] => (*format, Some(*place)),
        [] if !negolog.is_empty() && wanted.is_none_or(|w| w == PeerFormat::Negolog) => {
            (PeerFormat::Negolog, None)
        }
        [] => return Err(whole(None, "no file is a domain of a format that is read")),
        [_, (second, _), ..] => {
            let message = "a second file is a domain; a folder holds one scenario";
            return Err(whole(Some(*second), message));
        }
    };
    Ok(Found {
        format,
        domain,
        profiles: profiles_of(format),
    })
}

fn whole(file: Option<usize>, message: &str) -> Vec<RefusedFile> {
    let found = Diagnostic::new(Code::Format, Span::default(), "", message).expected(
        "a GENIUS `negotiation_template`, a GeniusWeb `issuesValues`, a NegMAS `OutcomeSpace`, or NegoLog profiles",
    );
    vec![RefusedFile {
        file,
        found: vec![found],
    }]
}

fn role(name: &str, bytes: &[u8]) -> Result<Role, Vec<Diagnostic>> {
    let stem = stem(name);
    let hidden = stem.starts_with(['.', '_']) || name.starts_with(['.', '_']);
    if hidden || ANNEXES.iter().any(|annex| stem.ends_with(annex)) {
        return Ok(Role::Other);
    }
    let lower = name.to_ascii_lowercase();
    if std::path::Path::new(&lower)
        .extension()
        .is_some_and(|e| e == "xml")
    {
        let text = document::text_of(bytes).map_err(|found| vec![found])?;
        return Ok(match root_name(text) {
            Some("negotiation_template") => Role::Domain(PeerFormat::Genius),
            Some("utility_space") => Role::Profile(PeerFormat::Genius),
            _ => Role::Other,
        });
    }
    let Some(syntax @ (Syntax::Json | Syntax::Yaml)) = Syntax::of_file_name(name) else {
        return Ok(Role::Other);
    };
    let root = document::parse(bytes, syntax)?;
    Ok(of_tree(&root, syntax))
}

fn of_tree(root: &Node, syntax: Syntax) -> Role {
    let Value::Map(entries) = &root.value else {
        return Role::Other;
    };
    let has = |key: &str| entries.iter().any(|e| e.key == key);
    let json = syntax == Syntax::Json;
    let kind = entries
        .iter()
        .find(|e| e.key == "type")
        .map(|e| &e.node.value);
    match kind {
        Some(Value::Text(kind)) if kind.ends_with("OutcomeSpace") => {
            return Role::Domain(PeerFormat::Negmas);
        }
        Some(Value::Text(kind)) if kind.to_ascii_lowercase().contains("fun") => {
            return Role::Profile(PeerFormat::Negmas);
        }
        _ => {}
    }
    if json && has("issuesValues") {
        Role::Domain(PeerFormat::GeniusWeb)
    } else if json && entries.len() == 1 && entries.iter().any(|e| is_space(&e.key)) {
        Role::Profile(PeerFormat::GeniusWeb)
    } else if json && has("issueWeights") && has("issues") {
        Role::Profile(PeerFormat::Negolog)
    } else {
        Role::Other
    }
}

fn is_space(key: &str) -> bool {
    key.ends_with("UtilitySpace") || key.ends_with("PartialOrdering")
}
