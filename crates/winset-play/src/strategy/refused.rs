//! Why a text names no strategy.

/// Why a text names no strategy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameRefused {
    /// It is neither a name nor a list of parts.
    #[error(
        "read a strategy from {0:?}; write a name, such as micro or time(e=0.2), or parts, such as \
         offer=boulware,accept=next,model=frequency"
    )]
    Malformed(String),
    /// Nothing has the name.
    #[error("find {what} named {name:?}{}", hint(near))]
    Unknown {
        /// What was looked for: a strategy, an acceptance rule and so on.
        what: &'static str,
        /// The name.
        name: String,
        /// The name that is nearest first, then the others.
        near: Vec<String>,
    },
    /// A key is none of `offer`, `accept` and `model`.
    #[error("use the part {0:?}; parts are offer, accept and model")]
    NoSuchPart(String),
    /// A part or parameter is given twice.
    #[error("take {0:?} twice")]
    Twice(String),
    /// A combination says how to accept, but not how to offer.
    #[error("combine parts without offer=…, which says how to offer")]
    NoOffer,
    /// A name has no such parameter.
    #[error("set {param:?} of {name}{}", hint(near))]
    NoSuchParam {
        /// The name.
        name: String,
        /// The parameter.
        param: String,
        /// The parameters that it has.
        near: Vec<String>,
    },
    /// A parameter is no number.
    #[error("read {param}={text:?} as a number")]
    NoNumber {
        /// The parameter.
        param: String,
        /// What stands there.
        text: String,
    },
    /// A parameter is out of its range.
    #[error("set {param} of {name} to {value}; it may be from {least} to {most}")]
    OutOfRange {
        /// The name.
        name: String,
        /// The parameter.
        param: String,
        /// The number, and the range, as text.
        value: String,
        /// The least that it may be.
        least: String,
        /// The most that it may be.
        most: String,
    },
    /// A way to offer, or to accept, uses no model of the other.
    #[error("give {0} a model of the other side: it uses none")]
    NoUseForModel(String),
    /// A strategy cannot be taken apart.
    #[error("take {0} apart: it is a whole strategy; write just its name")]
    Whole(String),
}

impl NameRefused {
    pub(super) fn malformed(text: &str) -> Self {
        Self::Malformed(text.to_owned())
    }
}

fn hint(near: &[String]) -> String {
    match near {
        [] => String::new(),
        names => format!("; there are {}", names.join(", ")),
    }
}
