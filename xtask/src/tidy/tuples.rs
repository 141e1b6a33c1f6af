//! No tuple patterns as parameters of named functions: a parameter has a name.

use super::Finding;
use crate::source::files::SourceFile;
use crate::source::functions::function_items;
use crate::source::tokens::{find_outside, text_at};

const RULE: &str = "tuples";

/// A finding for each parameter of a named function, tests left out, that is a tuple pattern:
/// `fn f((a, b): (A, B))`. Closures may have them.
pub fn tuples(files: &[SourceFile<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        findings.extend(tuple_parameters(file).into_iter().map(|found| {
            let message = format!(
                "parameter {} of {} takes a tuple apart: give it a name, or a struct",
                found.position, found.function
            );
            Finding::new(RULE, file.path, found.line, message)
        }));
    }
    findings
}

/// A parameter that is a tuple pattern.
#[derive(Debug)]
pub(crate) struct TupleParameter {
    function: String,
    /// Of the function's parameters, from 1; `self` counts.
    position: usize,
    line: usize,
}

/// The parameters of named functions that are tuple patterns, in order.
pub(crate) fn tuple_parameters(file: &SourceFile<'_>) -> Vec<TupleParameter> {
    let tokens = file.tokens();
    let mut found = Vec::new();
    for function in function_items(&tokens) {
        for (index, parameter) in function.parameters.iter().enumerate() {
            // The pattern ends at the colon; attributes and `&` may stand before its tuple.
            let colon = find_outside(&tokens, parameter.start, |text| text == ":");
            let pattern = parameter.start..colon.min(parameter.end);
            let is_tuple = |at: usize| {
                let before = at.checked_sub(1).filter(|before| *before >= pattern.start);
                text_at(&tokens, at) == "(" && before.is_none_or(|before| !tokens[before].is_name())
            };
            if colon < parameter.end
                && let Some(at) = pattern.clone().find(|at| is_tuple(*at))
            {
                found.push(TupleParameter {
                    function: function.name.to_owned(),
                    position: index + 1,
                    line: file.line(tokens[at].at),
                });
            }
        }
    }
    found
}
