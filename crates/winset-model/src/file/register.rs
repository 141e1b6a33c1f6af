//! Register.
/// x
#[derive(Debug, Clone)]
pub struct Register;
