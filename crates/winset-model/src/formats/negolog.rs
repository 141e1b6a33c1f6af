//! NegoLog: profiles in JSON, from the first of which the domain is known.

use super::peer::{Domain, PeerChoice, Profile, Reserved};
use super::tree::{self, WeightedIssues, entries, mapping, need, number, table, weighted};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Node, Syntax};
use crate::file::context::{Context, shown};
use crate::options::OPTIONS_MAX;

const KEYS: [&str; 3] = ["reservationValue", "issueWeights", "issues"];

/// Reads the domain that a profile is of.
///
/// # Errors
/// All mistakes of the file, each with its place.
pub fn read_domain(bytes: &[u8], name: &str) -> Result<Domain, Vec<Diagnostic>> {
    let (root, _) = tree::parse(bytes, Syntax::Json)?;
    // Keys that stand twice are remarked on with the profile.
    tree::read_domain(&root, Vec::new(), |cx| domain(&root, name, cx))
}

fn domain(node: &Node, name: &str, cx: &mut Context<'_>) -> Option<Domain> {
    let all = mapping(node, &KEYS, cx)?;
    let mut issues = Vec::new();
    for entry in entries(need(node, all, "issues", cx)?, cx)? {
        let values = entries(&entry.node, cx).unwrap_or_default();
        if values.is_empty() || values.len() > OPTIONS_MAX {
            let message = format!("issue `{}` has {} values", shown(&entry.key), values.len());
            cx.find(Code::CaseLimit, entry.key_span, || {
                Diagnostic::new(Code::CaseLimit, entry.key_span, "", message)
                    .expected(format!("from 1 to {OPTIONS_MAX}"))
            });
        }
        let values = values.iter().map(|value| PeerChoice {
            name: value.key.clone(),
            number: None,
        });
        issues.push((entry.key.clone(), values.collect()));
    }
    tree::domain(name.to_owned(), issues, node, cx)
}

/// Reads a profile of a domain.
///
/// # Errors
/// As [`read_domain`]; issues and values that the domain does not have are among them, with the
/// nearest that it has.
pub fn read_profile(bytes: &[u8], name: &str, domain: &Domain) -> Result<Profile, Vec<Diagnostic>> {
    let (root, remarks) = tree::parse(bytes, Syntax::Json)?;
    tree::read_profile(&root, remarks, |cx| profile(&root, name, domain, cx))
}

fn profile(node: &Node, name: &str, of: &Domain, cx: &mut Context<'_>) -> Option<Profile> {
    let all = mapping(node, &KEYS, cx)?;
    let reserved = need(node, all, "reservationValue", cx).and_then(|n| number(n, cx));
    let weights_at = need(node, all, "issueWeights", cx);
    let weights = weights_at.and_then(|n| entries(n, cx));
    let issues = need(node, all, "issues", cx).and_then(|n| entries(n, cx));
    let issues = WeightedIssues {
        evaluated: issues?,
        without: "is not evaluated",
        weights_at: weights_at?,
        weights: weights?,
    };
    let parts = weighted(node, of, issues, table, cx);
    Some(Profile {
        name: name.to_owned(),
        parts,
        stray: Vec::new(),
        reserved: Reserved::Utility(reserved?.value),
        discount: None,
        remarks: Vec::new(),
    })
}
