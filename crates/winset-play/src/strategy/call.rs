//! How strategies are written: a name with parameters, `micro` or `time(e=0.2)`, or parts of that form by
//! what they do, `offer=boulware,accept=next,model=frequency`.

use super::NameRefused;

/// A name with its parameters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call<'t> {
    pub(crate) name: &'t str,
    /// In the order of the text.
    pub(crate) params: Vec<(&'t str, f64)>,
}

/// What is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written<'t> {
    Plain(Call<'t>),
    /// Parts by their keys, each key once.
    Parts(Vec<(&'t str, Call<'t>)>),
}

impl<'t> Written<'t> {
    pub(super) fn read(text: &'t str) -> Result<Self, NameRefused> {
        let pieces = split(text)?;
        if let [only] = pieces[..]
            && top_equals(only).is_none()
        {
            return Ok(Self::Plain(Call::read(only)?));
        }
        let mut parts: Vec<(&str, Call<'_>)> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let Some(at) = top_equals(piece) else {
                return Err(NameRefused::malformed(text));
            };
            let key = piece[..at].trim();
            if parts.iter().any(|(other, _)| *other == key) {
                return Err(NameRefused::Twice(key.to_owned()));
            }
            parts.push((key, Call::read(&piece[at + 1..])?));
        }
        Ok(Self::Parts(parts))
    }
}

impl<'t> Call<'t> {
    /// What a text calls.
    pub(crate) fn read(text: &'t str) -> Result<Self, NameRefused> {
        let text = text.trim();
        let malformed = || NameRefused::malformed(text);
        let Some(open) = text.find('(') else {
            let plain = !text.is_empty() && !text.contains(')');
            return plain
                .then(|| Self {
                    name: text,
                    params: Vec::new(),
                })
                .ok_or_else(malformed);
        };
        let within = text[open + 1..].strip_suffix(')').ok_or_else(malformed)?;
        let name = text[..open].trim();
        if name.is_empty() || within.contains(['(', ')']) {
            return Err(malformed());
        }
        let mut params: Vec<(&str, f64)> = Vec::new();
        for param in within.split(',').filter(|param| !param.trim().is_empty()) {
            let (key, number) = param.split_once('=').ok_or_else(malformed)?;
            let (key, number) = (key.trim(), number.trim());
            if params.iter().any(|(other, _)| *other == key) {
                return Err(NameRefused::Twice(key.to_owned()));
            }
            let parsed = number.parse().ok().filter(|value: &f64| value.is_finite());
            let value = parsed.ok_or_else(|| NameRefused::NoNumber {
                param: key.to_owned(),
                text: number.to_owned(),
            })?;
            params.push((key, value));
        }
        Ok(Self { name, params })
    }
}

/// The pieces between commas outside parentheses.
fn split(text: &str) -> Result<Vec<&str>, NameRefused> {
    let (mut pieces, mut depth, mut from) = (Vec::new(), 0_u32, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => {
                depth = depth
                    .checked_sub(1)
                    .ok_or_else(|| NameRefused::malformed(text))?;
            }
            ',' if depth == 0 => {
                pieces.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&text[from..]);
    Ok(pieces)
}

/// The first `=` before any parenthesis.
fn top_equals(piece: &str) -> Option<usize> {
    piece
        .find(['=', '('])
        .filter(|at| piece[*at..].starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_parameters_and_parts_are_read() {
        let plain = Written::read(" time( e = 0.2 ) ").unwrap();
        let Written::Plain(call) = plain else {
            unreachable!()
        };
        assert_eq!((call.name, call.params), ("time", vec![("e", 0.2)]));
        let parts = Written::read("offer=time(e=2,k=0), accept=next(a=1,b=0)").unwrap();
        let Written::Parts(parts) = parts else {
            unreachable!()
        };
        assert_eq!(parts.len(), 2);
        assert_eq!((parts[0].0, parts[0].1.params.len()), ("offer", 2));
        assert_eq!((parts[1].0, parts[1].1.name), ("accept", "next"));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "",
            "time(",
            "time)",
            "time(e)",
            "time(e=x)",
            "time(e=inf)",
            "time(e=1,e=2)",
            "(e=1)",
            "a,b",
            "offer=a,b",
            "offer=a,offer=b",
            "time((e=1))",
            "offer=",
            "time(e=1)x",
        ] {
            assert!(Written::read(text).is_err(), "{text}");
        }
    }
}
