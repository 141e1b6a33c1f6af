//! Tails of the normal distribution.

/// Terms of the series below 3, and steps of the fraction above: each to the last digits of a float.
const TERMS: u32 = 80;
const FRACTIONS: u32 = 120;

/// How likely a normal draw is as far from its mean as `z` standard deviations, on either side; within 1e-10
/// of itself.
pub fn two_sided(z: f64) -> f64 {
    let x = z.abs() / std::f64::consts::SQRT_2;
    // Beyond this there is nothing that a float holds.
    if x > 26.0 {
        return 0.0;
    }
    let square = exp_negative(x * x);
    if x < 3.0 {
        // erf x = 2/sqrt(pi) e^(-x^2) (x + 2 x^3 / 3 + 4 x^5 / 15 + ..): all terms above 0.
        let (mut sum, mut term) = (x, x);
        for n in 1..TERMS {
            term *= 2.0 * x * x / f64::from(2 * n + 1);
            sum += term;
        }
        1.0 - std::f64::consts::FRAC_2_SQRT_PI * square * sum
    } else {
        // erfc x = e^(-x^2) / sqrt(pi) / (x + 1/2 / (x + 2/2 / (x + 3/2 / ..))).
        let below = (1..FRACTIONS)
            .rev()
            .fold(x, |below, n| x + f64::from(n) / 2.0 / below);
        std::f64::consts::FRAC_2_SQRT_PI / 2.0 * square / below
    }
}

/// `e^-x` from 0 up: halved until the series is short, then squared as often.
fn exp_negative(x: f64) -> f64 {
    let (mut small, mut squarings) = (x, 0);
    while small > 0.5 {
        small /= 2.0;
        squarings += 1;
    }
    let (mut sum, mut term) = (1.0, 1.0);
    for n in 1..24 {
        term *= small / f64::from(n);
        sum += term;
    }
    (0..squarings).fold(1.0 / sum, |power, _| power * power)
}
