//! Signs that stand for how something stands: a shape and a word, never a colour alone.

use winset_solve::Standing;

/// A sign with its message and its class.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sign {
    pub(crate) shape: &'static str,
    pub(crate) message: &'static str,
    pub(crate) class: &'static str,
}

/// How a point stands.
pub(crate) fn standing(standing: Standing) -> Sign {
    let (shape, message, class) = match standing {
        Standing::Agreed(_) => ("●", "agreed", "agreed"),
        Standing::Bracketed => ("[ ]", "bracketed", "bracketed"),
        Standing::Blocked => ("✕", "blocked", "blocked"),
    };
    Sign {
        shape,
        message,
        class,
    }
}
