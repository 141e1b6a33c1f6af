//! Certificates with something changed: tokens, weights, rows, places, ends, heads, bytes.

use crate::rng::Rng;

/// A certificate's text, as far as forging needs to know it.
#[derive(Debug, Clone)]
struct Parts {
    head: Vec<String>,
    /// The lines of weights, as words.
    weights: Vec<Vec<String>>,
    tokens: Vec<String>,
    tail: String,
}

/// A certificate with one to four random changes; `donor` is another one, to take parts from.
///
/// Most changes leave the head alone and the form intact, so that the claim itself must be looked
/// at. The result can equal the original.
pub fn forged(certificate: &str, donor: &str, rng: &mut Rng) -> Vec<u8> {
    let mut parts = Parts::of(certificate);
    let donor = Parts::of(donor);
    for _ in 0..=rng.below(4) {
        parts.change(&donor, rng);
    }
    let mut bytes = parts.text(rng).into_bytes();
    match rng.below(40) {
        0 => bytes.truncate(rng.below(bytes.len() + 1)),
        1 => bytes.extend_from_slice(["\n", " ", "end\n", "w 1\n", "\0"][rng.below(5)].as_bytes()),
        2 if !bytes.is_empty() => {
            let place = rng.below(bytes.len());
            bytes[place] ^= 1 << rng.below(8);
        }
        _ => {}
    }
    bytes
}

impl Parts {
    fn of(certificate: &str) -> Self {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect();
        let mut parts = Self {
            head: Vec::new(),
            weights: Vec::new(),
            tokens: Vec::new(),
            tail: "end\n".to_owned(),
        };
        let mut in_tree = false;
        for line in certificate.lines() {
            match line {
                "tree" => in_tree = true,
                "end" => break,
                _ if in_tree => parts.tokens.extend(line.split(' ').map(str::to_owned)),
                _ if line.starts_with("w ") => parts.weights.push(words(line)),
                _ => parts.head.push(line.to_owned()),
            }
        }
        parts
    }

    /// The whole text; now and then broken into lines of few tokens.
    fn text(&self, rng: &mut Rng) -> String {
        let mut text = self.head.join("\n") + "\n";
        for words in &self.weights {
            text += &(words.join(" ") + "\n");
        }
        text += "tree\n";
        let width = if rng.chance(1, 10) {
            1 + rng.below(9)
        } else {
            20
        };
        for line in self.tokens.chunks(width) {
            text += &(line.join(" ") + "\n");
        }
        text + &self.tail
    }

    fn change(&mut self, donor: &Self, rng: &mut Rng) {
        match rng.below(24) {
            0..10 => self.change_tokens(donor, rng),
            10..19 => self.change_weights(donor, rng),
            19 | 20 => self.close_early(rng),
            21 => self.change_head(donor, rng),
            22 => {
                ["", "end", "end\n\n", "End\n", "end \n"][rng.below(5)].clone_into(&mut self.tail);
            }
            _ => self.tokens.clone_from(&donor.tokens),
        }
    }

    fn change_tokens(&mut self, donor: &Self, rng: &mut Rng) {
        let place = rng.below(self.tokens.len() + 1);
        let other = rng.below(self.tokens.len() + 1);
        let weigh = format!("w{}", rng.below(self.weights.len() + 1));
        match rng.below(8) {
            0..3 => self.tokens.insert(place, weigh),
            3 if place < self.tokens.len() => self.tokens[place] = weigh,
            4 if place < self.tokens.len() => self.tokens[place] = format!("b{}", rng.below(7)),
            5 if place < self.tokens.len() => drop(self.tokens.remove(place)),
            6 if place.max(other) < self.tokens.len() => self.tokens.swap(place, other),
            7 => {
                self.tokens.truncate(place);
                self.tokens.extend(donor.tokens.iter().skip(other).cloned());
            }
            _ => self.tokens.insert(place, ".".to_owned()),
        }
    }

    /// Puts a leaf in the place of a branch and all that is below it.
    fn close_early(&mut self, rng: &mut Rng) {
        let branches = (0..self.tokens.len()).filter(|t| self.tokens[*t].starts_with('b'));
        let branches: Vec<usize> = branches.collect();
        if branches.is_empty() {
            return;
        }
        let from = branches[rng.below(branches.len())];
        let below = 1 + rng.below(self.tokens.len() - from);
        self.tokens.splice(from..from + below, [".".to_owned()]);
    }

    fn change_weights(&mut self, donor: &Self, rng: &mut Rng) {
        if self.weights.is_empty() || rng.chance(1, 12) {
            self.weights.extend(donor.weights.iter().cloned());
            return;
        }
        let entry = rng.below(self.weights.len());
        let count = self.weights[entry].len();
        if count < 2 {
            return;
        }
        let place = 1 + rng.below(count - 1);
        let other = 1 + rng.below(count - 1);
        let words = &mut self.weights[entry];
        match rng.below(7) {
            0 => words.swap(place, other),
            1 => drop(words.remove(place)),
            2 => words.push(format!("{}.{}:{}", rng.below(9), rng.below(3), weight(rng))),
            3 => self.weights.swap(entry, 0),
            _ => words[place] = changed(&words[place], rng),
        }
    }

    fn change_head(&mut self, donor: &Self, rng: &mut Rng) {
        let place = rng.below(self.head.len());
        match rng.below(6) {
            0 => "winset-certificate/2".clone_into(&mut self.head[0]),
            1 if self.head.len() > 1 => {
                let digit = ["0", "a", "f", "A"][rng.below(4)];
                let at = 5 + rng.below(64);
                if self.head[1].len() == 69 {
                    self.head[1].replace_range(at..=at, digit);
                }
            }
            2 => self.head.clone_from(&donor.head),
            3 => drop(self.head.remove(place)),
            4 => self
                .head
                .insert(place, donor.head[rng.below(donor.head.len())].clone()),
            _ => self.head[place] += ["0", " ", "/2", ",a", "-"][rng.below(5)],
        }
        if self.head.is_empty() {
            self.head.push(String::new());
        }
    }
}

fn weight(rng: &mut Rng) -> u64 {
    match rng.below(6) {
        0 => 0,
        1 => 1,
        2 => rng.bits(),
        3 => u64::MAX >> 1,
        _ => rng.bits() % 100_000,
    }
}

/// A weight, or a row with its weight, with a number changed.
fn changed(word: &str, rng: &mut Rng) -> String {
    match word.split_once(':') {
        Some((row, _)) if rng.chance(2, 3) => format!("{row}:{}", weight(rng)),
        Some((_, old)) => format!("{}.{}:{old}", rng.below(9), rng.below(3)),
        None => weight(rng).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str =
        "winset-certificate/1\ncase 00\nfloor a 1\nw 1 2 3.0:4\ntree\nb0 w0 . .\nend\n";

    #[test]
    fn nothing_is_lost_in_parts() {
        let parts = Parts::of(PLAIN);
        assert_eq!(parts.text(&mut Rng::new(1)), PLAIN);
    }

    #[test]
    fn most_forgeries_differ_and_a_seed_gives_the_same_again() {
        let differing = (0..1_000).filter(|s| {
            let once = forged(PLAIN, PLAIN, &mut Rng::new(*s));
            assert_eq!(once, forged(PLAIN, PLAIN, &mut Rng::new(*s)));
            once != PLAIN.as_bytes()
        });
        assert!(differing.count() > 900);
    }
}
