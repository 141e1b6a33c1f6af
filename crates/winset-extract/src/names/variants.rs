//! Whether two spellings can be one name.

/// Longer words are not compared.
const LETTERS_MAX: usize = 40;

/// Names of fewer letters are one only if nothing else tells them apart.
const SURE_LETTERS_MIN: usize = 4;

/// Names of so many letters can differ by two neighbours.
const LONG_LETTERS_MIN: usize = 8;

/// Whether `a` and `b`, in lower case without spaces, differ by one letter, or by one exchange of
/// neighbours. Short names need `same_title`.
pub(crate) fn is_variant(a: &str, b: &str, same_title: bool) -> bool {
    if a == b {
        return true;
    }
    // Most pairs differ at once; they cost no allocation.
    if a.len().abs_diff(b.len()) > 3 || a.bytes().next() != b.bytes().next() {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    if a.len().max(b.len()) > LETTERS_MAX || a.len().abs_diff(b.len()) > 1 || a.first() != b.first()
    {
        return false;
    }
    let sure = shorter >= SURE_LETTERS_MIN || (same_title && shorter >= 3);
    (sure && one_edit(&a, &b)) || (shorter >= LONG_LETTERS_MIN && two_letters(&a, &b))
}

/// Whether all letters but two neighbours are the same.
fn two_letters(a: &[char], b: &[char]) -> bool {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev());
    front + back.take_while(|(x, y)| x == y).count() + 2 >= a.len().max(b.len())
}

fn one_edit(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    if a.len() == b.len() {
        let exchanged = a.len() >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
        return exchanged || a.get(1..) == b.get(1..);
    }
    let (longer, shorter) = if a.len() > b.len() { (a, b) } else { (b, a) };
    longer.get(1..) == Some(shorter)
}

#[cfg(test)]
mod tests {
    use super::is_variant;

    #[test]
    fn one_letter_apart() {
        assert!(is_variant("petrov", "petrow", false));
        assert!(is_variant("haller", "haler", false));
        assert!(is_variant("weber", "weebr", false));
        assert!(is_variant("halvermoor", "halvermore", false));
        assert!(!is_variant("orr", "orn", false));
        assert!(is_variant("orr", "orn", true));
        assert!(!is_variant("haller", "miller", false));
    }
}
