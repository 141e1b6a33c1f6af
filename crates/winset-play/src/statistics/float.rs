//! Exact numbers as floats, and back.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::ToPrimitive as _;
use winset_solve::BigRatio;

/// Bits of a quotient that are kept: more than a float has, the last of them one where something is left.
const BITS: u64 = 70;

/// The nearest float of a number, of two as near the even one; 0 below what floats hold, infinite above.
pub fn nearest(value: &BigRatio) -> f64 {
    let (above, below) = (value.numer().magnitude(), value.denom().magnitude());
    // So many places that the quotient has about as many bits as are kept.
    let places = i64::try_from(BITS + below.bits()).unwrap_or(i64::MAX)
        - i64::try_from(above.bits()).unwrap_or(i64::MAX);
    let places = places.clamp(-1_000, 1_000);
    let shift = places.unsigned_abs();
    let (above, below) = if places < 0 {
        (above.clone(), below << shift)
    } else {
        (above << shift, below.clone())
    };
    let (quotient, rest) = (&above / &below, &above % &below);
    let kept = if rest == BigUint::ZERO {
        quotient
    } else {
        quotient | BigUint::from(1_u8)
    };
    let size = kept.to_f64().unwrap_or(f64::INFINITY) * power_of_two(-places);
    if value.numer().sign() == Sign::Minus {
        -size
    } else {
        size
    }
}

/// The number that a finite float is; none for another.
pub(super) fn exact(value: f64) -> Option<BigRatio> {
    let bits = value.to_bits();
    let exponent = i64::try_from(bits >> 52 & 0x7ff).unwrap_or(0);
    let digits = bits & ((1 << 52) - 1);
    let (digits, exponent) = match exponent {
        0x7ff => return None,
        0 => (digits, -1_074),
        _ => (digits | 1 << 52, exponent - 1_075),
    };
    let sign = if value.is_sign_negative() { -1 } else { 1 };
    let (digits, power) = (
        BigInt::from(digits) * sign,
        BigInt::from(1) << exponent.unsigned_abs(),
    );
    Some(if exponent < 0 {
        BigRatio::new(digits, power)
    } else {
        BigRatio::from_integer(digits * power)
    })
}

/// An exact power, from 2^-1000 to 2^1000.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(u64::try_from(exponent + 1_023).unwrap_or(0) << 52)
}
