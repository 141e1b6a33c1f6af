//! Reading what follows the head of a certificate that the checker has accepted.

/// Weights of one entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weights {
    /// A weight for every party.
    pub parties: Vec<i64>,
    /// Weighted rows: the rule, the row, the weight.
    pub rows: Vec<(usize, usize, i64)>,
}

/// A token of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateToken {
    /// Apply the weights entry.
    Weigh(usize),
    /// Branch on the point.
    Branch(usize),
    /// The node is closed.
    Leaf,
}

/// The weights and the tree of a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Certificate {
    /// Weights entries.
    pub weights: Vec<Weights>,
    /// Tokens in pre-order.
    pub tokens: Vec<CertificateToken>,
}

impl Certificate {
    /// Reads a certificate for a case with so many parties; `None` if it is none.
    pub fn read(bytes: &[u8], parties: usize) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut certificate = Self::default();
        let mut lines = text.lines();
        for line in lines.by_ref() {
            if line == "tree" {
                break;
            }
            if let Some(entry) = line.strip_prefix("w ") {
                certificate.weights.push(read_weights(entry, parties)?);
            }
        }
        for line in lines {
            if line == "end" {
                return Some(certificate);
            }
            for word in line.split(' ') {
                certificate.tokens.push(read_token(word)?);
            }
        }
        None
    }
}

fn read_weights(entry: &str, parties: usize) -> Option<Weights> {
    let words: Vec<&str> = entry.split(' ').collect();
    let (of_parties, of_rows) = words.split_at_checked(parties)?;
    let row = |word: &&str| {
        let (place, weight) = word.split_once(':')?;
        let (rule, row) = place.split_once('.')?;
        Some((rule.parse().ok()?, row.parse().ok()?, weight.parse().ok()?))
    };
    Some(Weights {
        parties: of_parties
            .iter()
            .map(|w| w.parse().ok())
            .collect::<Option<_>>()?,
        rows: of_rows.iter().map(row).collect::<Option<_>>()?,
    })
}

fn read_token(word: &str) -> Option<CertificateToken> {
    if word == "." {
        return Some(CertificateToken::Leaf);
    }
    let number = word.get(1..)?.parse().ok()?;
    match word.get(..1)? {
        "w" => Some(CertificateToken::Weigh(number)),
        "b" => Some(CertificateToken::Branch(number)),
        _ => None,
    }
}
