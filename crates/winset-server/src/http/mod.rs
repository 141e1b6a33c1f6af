//! The HTTP shell: loopback only, one token, hard limits, safe headers on every answer.
//!
//! [`listen`] opens the socket, [`Guard`] knows the token, [`guarded`] puts a router behind it, and
//! [`serve`] answers until it is told to stop. A router that is not [`Guarded`] cannot be served.
//! Handlers take [`Form`], [`Query`] and [`Path`] from here, so that bad input becomes a page.

mod body;
mod connection;
mod connections;
mod extract;
mod guard;
mod guarded;
mod headers;
mod limits;
mod listen;
mod refusal;
mod serve;
mod token;
mod wire;

pub use extract::{Form, Path, Query};
pub use guard::Guard;
pub use guarded::{Guarded, guarded};
pub use limits::Limits;
pub use listen::{listen, loopback_only};
pub use refusal::Refusal;
pub use serve::serve;
pub use token::Token;
pub(crate) use token::hex;
