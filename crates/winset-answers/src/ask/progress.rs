//! Who waits for an answer is told what is being done.

/// Told the name of each phase of a long answer when it begins: "looking for clashes".
#[derive(Clone, Copy)]
pub struct Progress<'a>(&'a (dyn Fn(&'static str) + Sync));

impl<'a> Progress<'a> {
    /// One that tells this function.
    pub fn new(told: &'a (dyn Fn(&'static str) + Sync)) -> Self {
        Self(told)
    }

    /// Says that a phase begins.
    pub fn phase(self, name: &'static str) {
        (self.0)(name);
    }
}

impl Progress<'static> {
    /// One that tells nobody.
    pub fn silent() -> Self {
        Self(&|_| {})
    }
}

impl std::fmt::Debug for Progress<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress").finish_non_exhaustive()
    }
}
