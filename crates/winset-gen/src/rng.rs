//! A small random number generator: the same seed gives the same cases on every machine.

/// `SplitMix64` (Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// A generator for a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`, which must not be 0.
    pub fn below(&mut self, bound: usize) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the remainder is below a usize"
        )]
        let value = (self.bits() % bound as u64) as usize;
        value
    }

    /// The same as a signed number.
    pub fn signed_below(&mut self, bound: u32) -> i64 {
        #[expect(clippy::cast_possible_wrap, reason = "the remainder is below 32 bits")]
        let value = (self.bits() % u64::from(bound)) as i64;
        value
    }

    /// True in `of` out of `all` draws.
    pub fn chance(&mut self, of: usize, all: usize) -> bool {
        self.below(all) < of
    }

    /// A number from 0 up to, not including, 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "random weights need no exactness"
    )]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// `count` different numbers below `bound`, in rising order.
    pub fn some(&mut self, count: usize, bound: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..bound).collect();
        for place in 0..count.min(bound) {
            let other = place + self.below(bound - place);
            all.swap(place, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}
