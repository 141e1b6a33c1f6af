//! Random draws that are the same for a seed on every machine and in every release.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

/// A source of random draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draws(Xoshiro256PlusPlus);

impl Draws {
    /// The draws of a seed.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below a bound, each as likely; 0 below 0 and 1.
    ///
    /// Draws again where the last, incomplete run of numbers is met, so that no number is favoured.
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound < 2 {
            return 0;
        }
        let whole = u64::MAX - u64::MAX % bound;
        loop {
            let bits = self.bits();
            if bits < whole {
                return bits % bound;
            }
        }
    }

    /// A number from 0 up to, not including, 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A seed for a part of a run, from the seed of the whole and the numbers of the part: different parts
/// draw differently, in whatever order they run.
pub fn seed_of(seed: u64, part: &[u64]) -> u64 {
    part.iter().fold(seed, |seed, number| {
        let mut mixed =
            Draws::new(seed.rotate_left(17) ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        mixed.bits()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of Xoshiro256++ from the state that `SplitMix64` makes of 0: published with the
    /// reference code of its authors (Blackman and Vigna 2019).
    #[test]
    fn draws_are_those_of_the_reference() {
        let mut draws = Draws::new(0);
        assert_eq!(draws.bits(), 0x5317_5d61_490b_23df);
        assert_eq!(draws.bits(), 0x61da_6f3d_c380_d507);
    }

    #[test]
    fn every_number_below_is_drawn_about_as_often() {
        let mut draws = Draws::new(1);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[usize::try_from(draws.below(7)).unwrap()] += 1;
        }
        assert!(
            counts.iter().all(|count| (9_600..10_400).contains(count)),
            "{counts:?}"
        );
    }

    #[test]
    fn parts_draw_differently() {
        assert_ne!(seed_of(1, &[0, 1]), seed_of(1, &[1, 0]));
        assert_ne!(seed_of(1, &[2]), seed_of(2, &[2]));
        assert_eq!(seed_of(9, &[3, 4]), seed_of(9, &[3, 4]));
    }
}
