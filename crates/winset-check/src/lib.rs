//! Re-checks certificates.
