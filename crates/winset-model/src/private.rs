//! Values that only their owner and the mediator's own machine may see.

/// A value that is never printed: `Debug` shows `Private(..)`, and there is no serial form.
///
/// [`Private::open`] is the one way in; who calls it answers for where the value goes.
#[derive(Clone, PartialEq, Eq)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Seals a value.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// Looks at the value.
    pub fn open(&self) -> &T {
        &self.0
    }
}

impl<T> std::fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Private(..)")
    }
}
