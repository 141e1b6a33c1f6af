//! Requests for named persons: who would release whom in return for whom, as a pool of offers that can meet
//! each other's wants.

mod request;
#[cfg(test)]
mod tests;

pub use request::{NamedRequest, RequestLengths, pool_of};
