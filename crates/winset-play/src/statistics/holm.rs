//! Many tests at once.

use winset_solve::BigRatio;

/// Probabilities of many tests, corrected by Holm (1979) for their number: the least is multiplied by it, the
/// next by one less, and so on, none below the one before it and none above 1. In the order given.
pub fn holm(found: &[BigRatio]) -> Vec<BigRatio> {
    let one = BigRatio::from_integer(1.into());
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by(|a, b| found[*a].cmp(&found[*b]));
    let mut corrected = vec![one.clone(); found.len()];
    let mut before = BigRatio::default();
    for (place, test) in order.into_iter().enumerate() {
        let left = BigRatio::from_integer((found.len() - place).into());
        before = before.max((&found[test] * left).min(one.clone()));
        corrected[test].clone_from(&before);
    }
    corrected
}
