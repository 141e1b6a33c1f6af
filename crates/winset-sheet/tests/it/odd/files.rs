//! Files that are no workbooks, or no whole ones.

use super::{Odd, basin_xlsx, said};
use crate::support::{made, with_part, zipped};

/// The same bytes with one flipped in the packed words of a part, so that its sum does not fit.
fn with_wrong_sum(bytes: &[u8], part: &str) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = bytes
        .windows(part.len())
        .position(|window| window == part.as_bytes())
        .unwrap();
    // The sum stands 16 bytes before the name in the head of a part.
    bytes[at - 16] ^= 0xff;
    let last = bytes
        .windows(part.len())
        .rposition(|window| window == part.as_bytes())
        .unwrap();
    bytes[last - 30] ^= 0xff;
    bytes
}

#[expect(clippy::too_many_lines, reason = "a list, an entry for each workbook")]
pub(super) fn odd() -> Vec<Odd> {
    let whole = basin_xlsx();
    let sheet2 = "xl/worksheets/sheet2.xml";
    let odd = |what, bytes: &[u8], place, remedy| Odd {
        what,
        said: said(bytes),
        place,
        remedy,
    };
    let mut ole = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let xls = ole.clone();
    ole.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let cut = with_part(&whole, sheet2, |xml| {
        Some(xml[..xml.len() / 2].to_owned() + "</x>")
    });
    let lost = with_part(&whole, sheet2, |_| None);
    let bomb = with_part(&whole, "xl/workbook.xml", |xml| {
        Some(xml.replacen(
            "<workbook",
            "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook",
            1,
        ))
    });
    let backwards = with_part(&whole, sheet2, |xml| {
        Some(xml.replacen("<dimension ref=\"A1:", "<dimension ref=\"ZZ99:", 1))
    });
    let nowhere = with_part(&whole, sheet2, |xml| {
        Some(xml.replacen("r=\"B5\"", "r=\"B99999999999\"", 1))
    });
    let spaces = vec![b' '; 50 << 20];
    let text = zipped(&[("word/document.xml", b"<w/>")]);
    let other = zipped(&[("ppt/presentation.xml", b"<p/>")]);
    let writer = zipped(&[("content.xml", b"<office><text/></office>")]);
    vec![
        odd(
            "an empty file",
            b"",
            "workbook: the file is empty",
            "save it as XLSX",
        ),
        odd(
            "a PDF",
            b"%PDF-1.7 and so on",
            "workbook: this is a PDF",
            "save it as XLSX",
        ),
        odd(
            "XLS",
            &xls,
            "workbook: this is a workbook of an older kind",
            "save it as XLSX",
        ),
        odd(
            "a password",
            &ole,
            "workbook: this workbook has a password",
            "take the password off",
        ),
        odd("bytes", b"a\0b", "workbook: this is no workbook", "UTF-8"),
        odd(
            "a head of ZIP",
            b"PK\x03\x04",
            "workbook: the file is damaged",
            "get the file again",
        ),
        odd(
            "half a file",
            &whole[..whole.len() / 2],
            "workbook: the file is damaged",
            "get the file again",
        ),
        odd(
            "without its end",
            &whole[..whole.len() - 10],
            "workbook: the file is damaged",
            "get the file again",
        ),
        odd(
            "DOCX",
            &text,
            "workbook: this is a text document (DOCX)",
            "as XLSX or ODS",
        ),
        odd(
            "PPTX",
            &other,
            "workbook: this is an archive, but no workbook",
            "as XLSX or ODS",
        ),
        odd("ODT", &writer, "workbook: ", "as XLSX"),
        odd(
            "Latin-1",
            b"a,b\r\nc,\xff\r\n",
            "CSV!A2: this line is not text in UTF-8",
            "CSV in UTF-8",
        ),
        odd(
            "a wrong sum",
            &with_wrong_sum(&whole, sheet2),
            "workbook: the part xl/worksheets/sheet2.xml of the file is damaged",
            "save it again",
        ),
        odd(
            "entities",
            &bomb,
            "workbook: the part xl/workbook.xml of the file defines entities",
            "ask who made the file",
        ),
        odd(
            "a part cut short",
            &cut,
            "workbook: the part xl/worksheets/sheet2.xml of the file is damaged",
            "save it again",
        ),
        odd(
            "a part that is not there",
            &lost,
            "Points: the sheet cannot be read",
            "save it again",
        ),
        odd(
            "a block that ends before it begins",
            &backwards,
            "Points: the sheet is damaged: `ZZ99:",
            "save it again",
        ),
        odd(
            "a cell that is nowhere",
            &nowhere,
            "Points: the sheet is damaged: `B99999999999` is no place",
            "save it again",
        ),
        odd(
            "a part that is packed too well",
            &zipped(&[("xl/workbook.xml", &spaces)]),
            "workbook: the file would unpack into",
            "save its sheets as CSV",
        ),
        odd(
            "an empty sheet",
            &made(|book| {
                book.add_worksheet();
            }),
            "workbook: no sheet holds a table",
            "write points down",
        ),
        odd(
            "CSV under another name",
            b"Point,North,South\nBerths,North,Joint\nFee,5,7\n",
            "CSV!A1: the matrix has no title",
            "write a title",
        ),
        odd(
            "CSV with nothing in it",
            b"\n\n",
            "workbook: no sheet holds a table",
            "write points down",
        ),
    ]
}
