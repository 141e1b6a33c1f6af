//! Where the talks stand: derived from lines, offers and statements, never typed in, and without a
//! search.

mod form;
mod record;

pub use form::{Change, PointStatus, Shift, Signal, Standing, Status};
pub use record::status;
