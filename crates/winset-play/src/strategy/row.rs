//! Tables of what can be named.

use winset_model::diagnostic::nearest;

use super::NameRefused;
use super::call::Call;

/// A parameter of a name: what it is when nothing is said, and its range.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Param {
    pub(crate) name: &'static str,
    pub(crate) default: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Param {
    pub(crate) const fn new(name: &'static str, default: f64, least: f64, most: f64) -> Self {
        Self {
            name,
            default,
            least,
            most,
        }
    }
}

/// A name and what it makes of its parameters, which come in the order of the row.
#[derive(Debug)]
pub(crate) struct Row<T> {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) source: &'static str,
    pub(crate) params: &'static [Param],
    pub(crate) make: fn(&[f64]) -> T,
}

impl<T> Row<T> {
    /// What a call makes.
    pub(crate) fn made(&self, call: &Call<'_>) -> Result<T, NameRefused> {
        let mut values: Vec<f64> = self.params.iter().map(|param| param.default).collect();
        for (key, value) in &call.params {
            let Some(at) = self.params.iter().position(|param| param.name == *key) else {
                return Err(NameRefused::NoSuchParam {
                    name: self.name.to_owned(),
                    param: (*key).to_owned(),
                    near: self.params.iter().map(|p| p.name.to_owned()).collect(),
                });
            };
            let Param { least, most, .. } = self.params[at];
            if !(least..=most).contains(value) {
                return Err(NameRefused::OutOfRange {
                    name: self.name.to_owned(),
                    param: (*key).to_owned(),
                    value: value.to_string(),
                    least: least.to_string(),
                    most: most.to_string(),
                });
            }
            values[at] = *value;
        }
        Ok((self.make)(&values))
    }

    /// The name with its parameters as they are when nothing is said.
    pub(crate) fn usage(&self) -> String {
        if self.params.is_empty() {
            return self.name.to_owned();
        }
        let params = self.params.iter();
        let params: Vec<String> = params
            .map(|p| format!("{}={}", p.name, p.default))
            .collect();
        format!("{}({})", self.name, params.join(","))
    }
}

/// The row of a name.
pub(super) fn row_of<T>(rows: &'static [Row<T>], name: &str) -> Option<&'static Row<T>> {
    rows.iter().find(|row| row.name == name)
}

/// What a call makes of the row of its name.
pub(crate) fn made<T>(
    rows: &'static [Row<T>],
    what: &'static str,
    call: &Call<'_>,
) -> Result<T, NameRefused> {
    let all = || rows.iter().map(|row| row.name).collect::<Vec<_>>();
    row_of(rows, call.name)
        .ok_or_else(|| unknown(what, call.name, &all()))?
        .made(call)
}

/// That nothing has a name, with all names, the nearest first.
pub(super) fn unknown(what: &'static str, name: &str, all: &[&'static str]) -> NameRefused {
    let nearest = nearest(name, all.iter().copied());
    let others = all
        .iter()
        .filter(|other| Some(**other) != nearest.as_deref());
    let near = nearest.iter().cloned();
    NameRefused::Unknown {
        what,
        name: name.to_owned(),
        near: near
            .chain(others.map(|other| (*other).to_owned()))
            .collect(),
    }
}
