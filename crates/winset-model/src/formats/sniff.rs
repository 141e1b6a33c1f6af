//! Which files of a folder are a domain or a profile, and of which program; and which are wanted.

use super::peer::PeerFormat;
use super::scenario::{Chosen, RefusedFile, stem};
use super::xml::root_name;
use super::{encoding, tree};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Node, Syntax, Value, text_of};
use crate::file::context::shown;

/// The files that make a scenario, by their places.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) format: PeerFormat,
    pub(super) domain: Option<usize>,
    /// In the order of their names, or as they were chosen.
    pub(super) profiles: Vec<usize>,
    /// Whether some of the profiles may be of another domain that is there too.
    pub(super) mixed: bool,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRole {
    /// A domain.
    Domain(PeerFormat),
    /// A profile.
    Profile(PeerFormat),
    /// Neither.
    Other,
}

/// Endings of the names of files that hold results, not a scenario.
const ANNEXES: [&str; 3] = ["pareto", "specs", "stats"];
/// Most names of files that an error lists.
const LISTED_MAX: usize = 12;

/// A folder's files, each with its role or what is wrong with it.
#[derive(Debug)]
struct Sorting<'f> {
    files: &'f [(&'f str, &'f [u8])],
    roles: Vec<Result<FileRole, Vec<Diagnostic>>>,
}

/// Sorts the files of a folder.
///
/// # Errors
/// Files that are not well-formed, where they could be wanted; no domain or several; chosen files that
/// are not there, or not what they were chosen for.
pub(super) fn sort(
    files: &[(&str, &[u8])],
    wanted: Option<PeerFormat>,
    chosen: &Chosen,
) -> Result<Found, Vec<RefusedFile>> {
    let roles = files.iter().map(|(name, bytes)| role(name, bytes));
    let sorting = Sorting {
        files,
        roles: roles.collect(),
    };
    if let Some(name) = &chosen.domain {
        sorting.place(name)?;
    }
    let named = sorting.chosen_profiles(&chosen.profiles)?;
    let wanted = match named.first() {
        Some((_, format)) => Some(*format),
        None => wanted,
    };
    if named.is_empty() {
        sorting.all_sound()?;
    }
    let domains = sorting.domains(wanted);
    let (format, domain) = sorting.domain(&domains, wanted, chosen)?;
    let profiles = if named.is_empty() {
        sorting.profiles_of(format)
    } else {
        named.iter().map(|(place, _)| *place).collect()
    };
    Ok(Found {
        format,
        domain,
        profiles,
        mixed: named.is_empty() && domains.len() > 1,
    })
}

impl Sorting<'_> {
    /// The place of a file by its name.
    fn place(&self, name: &str) -> Result<usize, Vec<RefusedFile>> {
        let names = self.files.iter().map(|(name, _)| *name);
        let place = { names.clone() }.position(|known| known == name);
        place.ok_or_else(|| {
            let message = format!("the folder has no file `{}`", shown(name));
            let found = Diagnostic::new(Code::UnknownEntry, Span::default(), "", message)
                .expected("the name of a file of the folder")
                .nearest(name, names);
            refused(None, vec![found])
        })
    }

    /// The profiles that were chosen, with their format, which is the same for all.
    fn chosen_profiles(
        &self,
        names: &[String],
    ) -> Result<Vec<(usize, PeerFormat)>, Vec<RefusedFile>> {
        let mut chosen: Vec<(usize, PeerFormat)> = Vec::new();
        for name in names {
            let place = self.place(name)?;
            let format = match &self.roles[place] {
                Ok(FileRole::Profile(format)) => *format,
                Ok(FileRole::Domain(_) | FileRole::Other) => {
                    let profiles = self.roles.iter().enumerate().filter_map(|(place, role)| {
                        matches!(role, Ok(FileRole::Profile(_))).then_some(place)
                    });
                    let expected = self.listed(profiles);
                    return Err(whole(Some(place), "this file is no profile", &expected));
                }
                Err(found) => return Err(refused(Some(place), found.clone())),
            };
            if chosen.first().is_some_and(|(_, first)| *first != format) {
                let message = format!("this is a profile of {}", format.name());
                let expected = "profiles of one program";
                return Err(whole(Some(place), &message, expected));
            }
            chosen.push((place, format));
        }
        Ok(chosen)
    }

    fn all_sound(&self) -> Result<(), Vec<RefusedFile>> {
        let broken = self.roles.iter().enumerate().filter_map(|(place, role)| {
            let found = role.as_ref().err()?.clone();
            Some(RefusedFile {
                file: Some(place),
                found,
            })
        });
        let broken: Vec<RefusedFile> = broken.collect();
        if broken.is_empty() {
            Ok(())
        } else {
            Err(broken)
        }
    }

    fn domains(&self, wanted: Option<PeerFormat>) -> Vec<(usize, PeerFormat)> {
        let roles = self.roles.iter().enumerate();
        let domains = roles.filter_map(|(place, role)| match role {
            Ok(FileRole::Domain(format)) => Some((place, *format)),
            Ok(_) | Err(_) => None,
        });
        domains
            .filter(|(_, format)| wanted.is_none_or(|wanted| wanted == *format))
            .collect()
    }

    /// The domain that was chosen, or the only one.
    fn domain(
        &self,
        domains: &[(usize, PeerFormat)],
        wanted: Option<PeerFormat>,
        chosen: &Chosen,
    ) -> Result<(PeerFormat, Option<usize>), Vec<RefusedFile>> {
        if let Some(name) = &chosen.domain {
            let place = self.place(name)?;
            if let Err(found) = &self.roles[place] {
                return Err(refused(Some(place), found.clone()));
            }
            let domain = domains.iter().find(|(known, _)| *known == place);
            if let Some((_, format)) = domain {
                return Ok((*format, Some(place)));
            }
            let expected = self.listed(domains.iter().map(|(place, _)| *place));
            let message = "this file is no domain of the profiles";
            return Err(whole(Some(place), message, &expected));
        }
        let is_negolog = wanted.is_none_or(|w| w == PeerFormat::Negolog)
            && !self.profiles_of(PeerFormat::Negolog).is_empty();
        match domains {
            [(place, format)] => Ok((*format, Some(*place))),
            [] if is_negolog => Ok((PeerFormat::Negolog, None)),
            [] => {
                // One of the broken files may be the domain.
                self.all_sound()?;
                let expected = "a GENIUS `negotiation_template`, a GeniusWeb `issuesValues`, a NegMAS `OutcomeSpace`, or NegoLog profiles";
                let message = "no file is a domain of a format that is read";
                Err(whole(None, message, expected))
            }
            [_, (second, _), ..] => {
                let named = self.listed(domains.iter().map(|(place, _)| *place));
                let message = "a second file is a domain, and one scenario has one";
                let expected = format!(
                    "one of them chosen by its name (--domain, and --profiles for its profiles): {named}"
                );
                Err(whole(Some(*second), message, &expected))
            }
        }
    }

    fn profiles_of(&self, format: PeerFormat) -> Vec<usize> {
        let of = self.roles.iter().enumerate();
        let of = of.filter(|(_, role)| matches!(role, Ok(FileRole::Profile(f)) if *f == format));
        let mut places: Vec<usize> = of.map(|(place, _)| place).collect();
        places.sort_by_key(|place| self.files[*place].0);
        places
    }

    /// The names of some files, not too many.
    fn listed(&self, places: impl Iterator<Item = usize>) -> String {
        let mut names: Vec<String> = places.map(|place| shown(self.files[place].0)).collect();
        names.sort();
        if names.is_empty() {
            return "the name of a file that is one".to_owned();
        }
        let more = names.len().saturating_sub(LISTED_MAX);
        names.truncate(LISTED_MAX);
        let listed = names.join(", ");
        match more {
            0 => listed,
            more => format!("{listed} and {more} more"),
        }
    }
}

fn refused(file: Option<usize>, found: Vec<Diagnostic>) -> Vec<RefusedFile> {
    vec![RefusedFile { file, found }]
}

fn whole(file: Option<usize>, message: &str, expected: &str) -> Vec<RefusedFile> {
    let found = Diagnostic::new(Code::Format, Span::default(), "", message).expected(expected);
    refused(file, vec![found])
}

/// What a file is, by its name and content.
///
/// # Errors
/// JSON or YAML that is not well-formed, XML in an encoding that is not read.
pub fn role(name: &str, bytes: &[u8]) -> Result<FileRole, Vec<Diagnostic>> {
    let stem = stem(name);
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let hidden = stem.starts_with(['.', '_']) || base.starts_with(['.', '_']);
    if hidden || ANNEXES.iter().any(|annex| stem.ends_with(annex)) {
        return Ok(FileRole::Other);
    }
    if encoding::is_xml(name) {
        let decoded = encoding::decoded(bytes).map_err(|found| vec![found])?;
        let text = text_of(&decoded.bytes).map_err(|found| vec![found])?;
        return Ok(match root_name(text) {
            Some("negotiation_template") => FileRole::Domain(PeerFormat::Genius),
            Some("utility_space") => FileRole::Profile(PeerFormat::Genius),
            _ => FileRole::Other,
        });
    }
    let Some(syntax @ (Syntax::Json | Syntax::Yaml)) = Syntax::of_file_name(name) else {
        return Ok(FileRole::Other);
    };
    let (root, _) = tree::parse(bytes, syntax)?;
    Ok(of_tree(&root, syntax))
}

fn of_tree(root: &Node, syntax: Syntax) -> FileRole {
    let Value::Map(entries) = &root.value else {
        return FileRole::Other;
    };
    let has = |key: &str| entries.iter().any(|e| e.key == key);
    let json = syntax == Syntax::Json;
    let kind = entries
        .iter()
        .find(|e| e.key == "type")
        .map(|e| &e.node.value);
    match kind {
        Some(Value::Text(kind)) if kind.ends_with("OutcomeSpace") => {
            return FileRole::Domain(PeerFormat::Negmas);
        }
        Some(Value::Text(kind)) if kind.to_ascii_lowercase().contains("fun") => {
            return FileRole::Profile(PeerFormat::Negmas);
        }
        _ => {}
    }
    if json && has("issuesValues") {
        FileRole::Domain(PeerFormat::GeniusWeb)
    } else if json && entries.len() == 1 && entries.iter().any(|e| is_space(&e.key)) {
        FileRole::Profile(PeerFormat::GeniusWeb)
    } else if json && has("issueWeights") && has("issues") {
        FileRole::Profile(PeerFormat::Negolog)
    } else {
        FileRole::Other
    }
}

fn is_space(key: &str) -> bool {
    key.ends_with("UtilitySpace") || key.ends_with("PartialOrdering")
}
