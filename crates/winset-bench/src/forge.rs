//! Forged certificates.

/// Placeholder result until certificates are forged.
pub(crate) fn run(_count: u64, _seed: u64) -> bool {
    false
}
