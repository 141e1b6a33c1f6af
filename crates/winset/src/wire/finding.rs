//! The form of findings about a file.

use serde::Serialize;
use winset::Text;
use winset::model::diagnostic::{Diagnostic, Severity};
use winset::model::document::LineIndex;

/// A finding about a file.
#[derive(Debug, Serialize)]
pub(crate) struct Finding<'d> {
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
pub(crate) fn findings<'d>(text: &Text, found: &'d [Diagnostic]) -> Vec<Finding<'d>> {
    let index = LineIndex::new(&text.bytes);
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
        Finding {
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
