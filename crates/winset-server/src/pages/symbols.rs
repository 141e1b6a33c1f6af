//! Signs that stand for how something stands: a shape and a word, never a colour alone.

use winset_solve::PointStanding;

/// A sign with its message and its class.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sign {
    pub(crate) shape: &'static str,
    pub(crate) message: &'static str,
    pub(crate) class: &'static str,
}

/// How a point stands.
pub(crate) fn standing(standing: PointStanding) -> Sign {
    let (shape, message, class) = match standing {
        PointStanding::Agreed(_) => ("●", "agreed", "agreed"),
        PointStanding::Bracketed => ("[ ]", "bracketed", "bracketed"),
        PointStanding::Blocked => ("✕", "blocked", "blocked"),
    };
    Sign {
        shape,
        message,
        class,
    }
}
