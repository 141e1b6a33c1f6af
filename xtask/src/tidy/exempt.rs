//! Tables of files that a rule lets off.

use super::Finding;

/// Paths of files that a rule lets off, each with the reason.
pub(super) type Exempt<'a> = &'a [(&'a str, &'a str)];

/// A finding for each entry of `table` (which stands in the file `home`) that no file `used`, and
/// for each without a reason.
pub(super) fn stale(
    rule: &'static str,
    home: &str,
    table: Exempt<'_>,
    used: &[&str],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, reason) in table {
        if !used.contains(path) {
            let message = format!("the table lets {path} off, which does not need it: remove it");
            findings.push(Finding::new(rule, home, 1, message));
        }
        if reason.trim().is_empty() {
            let message = format!("the table lets {path} off without a reason");
            findings.push(Finding::new(rule, home, 1, message));
        }
    }
    findings
}
