//! Quantiles of Student's distribution.

/// The 97.5 % quantiles for 1 to 30 degrees of freedom, as tables print them.
const TABLE: [f64; 30] = [
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010,
    2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687,
    2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];
/// That of the normal distribution.
const NORMAL: f64 = 1.959_963_985;

/// The 97.5 % quantile for so many degrees of freedom, within 0.0001; none for 0. Half of a 95 % interval is
/// that many standard errors.
///
/// Above the table it is the expansion of Cornish and Fisher around the normal quantile.
#[expect(clippy::cast_precision_loss, reason = "a quantile for a reader")]
pub fn t_975(freedom: u64) -> Option<f64> {
    let place = usize::try_from(freedom.checked_sub(1)?).unwrap_or(usize::MAX);
    if let Some(listed) = TABLE.get(place) {
        return Some(*listed);
    }
    let (z, n) = (NORMAL, freedom as f64);
    let cube = z * z * z;
    let fifth = cube * z * z;
    let first = (cube + z) / (4.0 * n);
    let second = (5.0 * fifth + 16.0 * cube + 3.0 * z) / (96.0 * n * n);
    Some(z + first + second)
}
