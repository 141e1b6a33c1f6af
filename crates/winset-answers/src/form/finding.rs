//! The form of findings about a file.

use serde::Serialize;
use winset_model::diagnostic::{Diagnostic, Severity};
use winset_model::document::LineIndex;

/// A finding about a file.
#[derive(Debug, Serialize)]
pub struct FindingForm<'d> {
    code: &'static str,
    severity: &'static str,
    line: usize,
    column: usize,
    path: &'d str,
    message: &'d str,
    expected: Option<&'d str>,
    suggestion: Option<&'d str>,
}

/// The findings about a file, in their order.
pub fn findings<'d>(text: &[u8], found: &'d [Diagnostic]) -> Vec<FindingForm<'d>> {
    let index = LineIndex::new(text);
    let form = |finding: &'d Diagnostic| {
        let Diagnostic {
            code,
            span,
            path,
            message,
            expected,
            suggestion,
            related: _,
        } = finding;
        let (line, column) = index.position(span.start);
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (expected, suggestion) = (expected.as_deref(), suggestion.as_deref());
        FindingForm {
            code: code.as_str(),
            severity,
            line,
            column,
            path,
            message,
            expected,
            suggestion,
        }
    };
    found.iter().map(form).collect()
}
