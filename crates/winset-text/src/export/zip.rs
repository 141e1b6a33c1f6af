//! A ZIP archive of files as they are: no compression, no clock.

/// The first day that the format knows, 1 January 1980, as it writes days.
const FIRST_DAY: u16 = 0x21;
/// The version of the format that is needed to read it.
const NEEDED: u16 = 20;

/// An archive of files, each a name of ASCII and its bytes, all together below 4 GiB.
pub(super) fn archive(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let offset = length(out.len());
        let facts = facts(name, bytes);
        out.extend(b"PK\x03\x04");
        out.extend(&facts);
        out.extend(name.as_bytes());
        out.extend(bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(NEEDED.to_le_bytes());
        directory.extend(&facts);
        // No remark, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = length(out.len());
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend(length(directory.len()).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What stands of a file both before it and in the directory.
fn facts(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut facts = Vec::new();
    // The version needed, no flags, stored, no time of the day.
    for field in [NEEDED, 0, 0, 0, FIRST_DAY] {
        facts.extend(field.to_le_bytes());
    }
    let size = length(bytes.len()).to_le_bytes();
    facts.extend(crc32(bytes).to_le_bytes());
    facts.extend(size);
    facts.extend(size);
    facts.extend(
        u16::try_from(name.len())
            .expect("names of parts are ours and short")
            .to_le_bytes(),
    );
    facts.extend([0; 2]);
    facts
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("texts are far below 4 GiB by their limits")
}

/// The checksum of the format (ISO 3309, reflected).
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        let index = (crc ^ u32::from(*byte)) & 0xFF;
        TABLE[index as usize] ^ (crc >> 8)
    };
    !bytes.iter().fold(u32::MAX, step)
}

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let mut value = n as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 {
                0xEDB8_8320 ^ (value >> 1)
            } else {
                value >> 1
            };
            bit += 1;
        }
        table[n] = value;
        n += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
