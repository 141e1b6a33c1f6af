//! Where the talks stand: derived from lines, offers and statements, never typed in, and without a
//! search.

mod form;
mod record;

pub use form::{OfferChange, OfferShift, PointStanding, PointStatus, Signal, Status};
pub use record::status;
