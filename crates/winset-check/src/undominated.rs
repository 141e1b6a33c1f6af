//! Whether one of many score vectors gives everybody as much as another, without looking at all
//! pairs (divide and conquer: Kung, Luccio and Preparata 1975).

/// Pairs that are looked at one by one.
const PAIRS_MAX: usize = 1_024;

/// Vectors that may give as much, and vectors that may get no more, from an axis on: of the axes
/// before it the first ones are known to give as much.
struct Task<'v> {
    above: Vec<&'v [i64]>,
    below: Vec<&'v [i64]>,
    axis: usize,
}

/// Whether no vector gives every axis as much as another one. All are equally long, and they are in
/// descending order.
pub(crate) fn undominated(vectors: &[&[i64]]) -> bool {
    let Some(first) = vectors.first() else {
        return true;
    };
    let width = first.len();
    // Only what stands before a vector can give as much.
    let mut spans = vec![vectors];
    while let Some(span) = spans.pop() {
        if span.len() < 2 {
            continue;
        }
        let (above, below) = span.split_at(span.len() / 2);
        let (above_all, below_all) = (above.to_vec(), below.to_vec());
        let first = Task {
            above: above_all,
            below: below_all,
            axis: 1,
        };
        if width < 2 || dominates(first, width) {
            return false;
        }
        spans.extend([above, below]);
    }
    true
}

fn dominates(first: Task<'_>, width: usize) -> bool {
    let mut tasks = vec![first];
    while let Some(task) = tasks.pop() {
        let Task { above, below, axis } = task;
        if above.is_empty() || below.is_empty() {
            continue;
        }
        if above.len() * below.len() <= PAIRS_MAX {
            let gives = |a: &[i64], b: &[i64]| (axis..width).all(|i| a[i] >= b[i]);
            if below.iter().any(|b| above.iter().any(|a| gives(a, b))) {
                return true;
            }
        } else if axis >= width {
            // With no axis left, everything above gives as much.
            return true;
        } else if axis + 1 == width {
            let most = above.iter().map(|a| a[axis]).max();
            let least = below.iter().map(|b| b[axis]).min();
            // Neither is empty.
            if most >= least {
                return true;
            }
        } else if axis + 2 == width {
            if swept(above, below, axis) {
                return true;
            }
        } else {
            tasks.extend(split(above, below, axis));
        }
    }
    false
}

/// Two axes are left: from the most on the first of them down, the most on the second so far.
fn swept(mut above: Vec<&[i64]>, mut below: Vec<&[i64]>, axis: usize) -> bool {
    above.sort_unstable_by_key(|a| std::cmp::Reverse(a[axis]));
    below.sort_unstable_by_key(|b| std::cmp::Reverse(b[axis]));
    let (mut next, mut most) = (0, i64::MIN);
    for vector in below {
        while next < above.len() && above[next][axis] >= vector[axis] {
            most = most.max(above[next][axis + 1]);
            next += 1;
        }
        if next > 0 && most >= vector[axis + 1] {
            return true;
        }
    }
    false
}

/// Splits at the middle value of the axis; where all are alike there, the axis is done.
fn split<'v>(above: Vec<&'v [i64]>, below: Vec<&'v [i64]>, axis: usize) -> Vec<Task<'v>> {
    let mut values: Vec<i64> = above.iter().chain(&below).map(|v| v[axis]).collect();
    values.sort_unstable();
    let (least, most) = (values[0], values[values.len() - 1]);
    if least == most {
        let axis = axis + 1;
        return vec![Task { above, below, axis }];
    }
    let middle = values[values.len() / 2];
    let middle = if middle == least { least + 1 } else { middle };
    let parted = |vectors: Vec<&'v [i64]>| -> (Vec<&'v [i64]>, Vec<&'v [i64]>) {
        vectors.into_iter().partition(|v| v[axis] >= middle)
    };
    let ((above_high, above_low), (below_high, below_low)) = (parted(above), parted(below));
    let task = |above, below, axis| Task { above, below, axis };
    vec![
        task(above_high.clone(), below_high, axis),
        task(above_low, below_low.clone(), axis),
        task(above_high, below_low, axis + 1),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plain sequences of numbers, against looking at all pairs.
    #[test]
    fn it_says_what_all_pairs_say() {
        let mut state = 1_u64;
        let mut next = |range: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            i64::try_from((state >> 33) % range).unwrap()
        };
        let (mut yes, mut no) = (0, 0);
        for round in 0..600 {
            let width = 1 + round % 5;
            let count = [2, 5, 40, 150][round % 4];
            let range = [3, 100, 1_000_000][round % 3];
            let mut vectors: Vec<Vec<i64>> = Vec::new();
            for _ in 0..count {
                let mut vector: Vec<i64> = (0..width).map(|_| next(range)).collect();
                // Near a plane few dominate each other.
                if round % 2 == 0 && width > 1 {
                    let sum: i64 = vector[1..].iter().sum();
                    vector[0] = 10_000_000 - sum + next(2);
                }
                vectors.push(vector);
            }
            vectors.sort_by(|a, b| b.cmp(a));
            let all: Vec<&[i64]> = vectors.iter().map(Vec::as_slice).collect();
            let as_much = |a: &[i64], b: &[i64]| a.iter().zip(b).all(|(x, y)| x >= y);
            let pair = |i: usize| (0..count).any(|j| i != j && as_much(all[i], all[j]));
            let right = !(0..count).any(pair);
            assert_eq!(undominated(&all), right, "{vectors:?}");
            yes += u32::from(right);
            no += u32::from(!right);
        }
        assert!(yes > 50 && no > 50, "{yes} {no}");
    }
}
