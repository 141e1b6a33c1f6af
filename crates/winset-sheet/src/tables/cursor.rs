//! Walking through the XML of a part without keeping it.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::findings::{SheetFinding, finding};

/// What stands next in a part.
pub(super) enum Step<'b> {
    /// An element begins.
    Start(BytesStart<'b>),
    /// An element without content.
    Empty(BytesStart<'b>),
    /// An element ends, by its name without prefix.
    End(String),
    /// Text, or a reference that stands for some.
    Text(Cow<'b, str>),
    /// Anything else.
    Other,
    /// The end of the part.
    Finish,
}

/// The next step.
pub(super) fn step<'b, R: BufRead>(
    reader: &mut Reader<R>,
    buffer: &'b mut Vec<u8>,
    part: &str,
) -> Result<Step<'b>, SheetFinding> {
    buffer.clear();
    let event = reader.read_event_into(buffer).map_err(|_| damaged(part))?;
    Ok(match event {
        Event::Start(element) => Step::Start(element),
        Event::Empty(element) => Step::Empty(element),
        Event::End(element) => Step::End(element.local_name().as_ref().to_owned()),
        Event::Text(text) => Step::Text(text.into_inner()),
        Event::CData(text) => Step::Text(text.into_inner()),
        Event::GeneralRef(_) => Step::Text(Cow::Borrowed("&")),
        Event::Eof => Step::Finish,
        Event::DocType(_) => return Err(with_entities(part)),
        _ => Step::Other,
    })
}

/// What is said of a part that cannot be read.
pub(super) fn damaged(part: &str) -> SheetFinding {
    finding(
        "workbook",
        format!("the part {part} of the file is damaged"),
        "open the file in a spreadsheet program and save it again as XLSX",
    )
}

/// What is said of a part that defines words of its own, which may stand for each other without end.
fn with_entities(part: &str) -> SheetFinding {
    finding(
        "workbook",
        format!("the part {part} of the file defines entities, which no workbook needs"),
        "ask who made the file; open it in a spreadsheet program and save it again as XLSX",
    )
}

/// The value of an attribute, by its name with or without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let found = attributes.into_iter().find(|a| {
        let key: &str = a.key.as_ref();
        key == name || key.rsplit(':').next() == Some(name)
    })?;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}

/// A number in an attribute.
pub(super) fn count(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true"))
}
