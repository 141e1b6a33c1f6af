//! A workbook as XLSX.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, ProtectionOptions, Workbook as Book, Worksheet, XlsxError,
};

use crate::colours::{EDGE, GREY, HEAD, OWN, WHITE};
use crate::findings::SheetError;
use crate::workbook::{CellLook, ChoiceList, Sheet, SheetCell, SheetCellValue, Workbook};

/// The bytes of the workbook as XLSX: the same for the same workbook.
///
/// No author is named, and the day of creation is always the same. Sheets are protected without a
/// password: locked cells are not changed by mistake, and whoever wants to can unlock them.
///
/// # Errors
/// What the format cannot hold, such as a text of more than 32,767 characters in one cell.
pub fn to_xlsx(workbook: &Workbook) -> Result<Vec<u8>, SheetError> {
    let mut book = Book::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for sheet in &workbook.sheets {
        let at = book.add_worksheet();
        write_sheet(at, sheet)?;
        set_up_print(at, sheet, &workbook.heading)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write_sheet(at: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    at.set_name(&sheet.name)?;
    for (column, width) in (0_u16..).zip(&sheet.widths) {
        at.set_column_width(column, f64::from(*width))?;
    }
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(at, (row, column), cell)?;
        }
    }
    if !sheet.hidden {
        spread_note(at, sheet)?;
        for (row, lines) in (0_u32..).zip(lines_of(sheet)) {
            if lines > 1 {
                at.set_row_height(row, f64::from(lines * LINE_POINTS))?;
            }
        }
    }
    if let (Ok(rows), Ok(columns)) = (
        u32::try_from(sheet.frozen_rows),
        u16::try_from(sheet.frozen_columns),
    ) && rows + u32::from(columns) > 0
    {
        at.set_freeze_panes(rows, columns)?;
    }
    for choices in &sheet.choices {
        add_choices(at, choices)?;
    }
    at.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
    at.set_hidden(sheet.hidden);
    Ok(())
}

/// The height of a line, in points.
const LINE_POINTS: u32 = 15;
/// Most lines of a row that are shown.
const LINES_MAX: u32 = 27;

/// The note beside the title lies over all columns behind it.
fn spread_note(at: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let last = sheet.widths.len().saturating_sub(1);
    let note = sheet.rows.first().and_then(|cells| cells.get(NOTE_COLUMN));
    let note = note.filter(|note| note.look == CellLook::Note && last > NOTE_COLUMN);
    if let (Some(note), Ok(first), Ok(last)) =
        (note, u16::try_from(NOTE_COLUMN), u16::try_from(last))
    {
        at.merge_range(0, first, 0, last, note.value.as_text(), &format(note.look))?;
    }
    Ok(())
}

/// The column of the note beside the title.
const NOTE_COLUMN: usize = 2;

/// How many lines each row needs, as wide as its columns are.
fn lines_of(sheet: &Sheet) -> impl Iterator<Item = u32> + '_ {
    let beside = sheet.widths.iter().skip(NOTE_COLUMN);
    let of_note = beside.map(|width| u32::from(*width)).sum::<u32>();
    sheet.rows.iter().enumerate().map(move |(row, cells)| {
        let lines = cells.iter().zip(&sheet.widths).map(|(cell, width)| {
            let is_note = row == 0 && cell.look == CellLook::Note;
            let width = if is_note { of_note } else { u32::from(*width) };
            match cell.look {
                CellLook::Title | CellLook::Code => 1,
                // Bold letters are wider.
                CellLook::Heading => lines_in(cell.value.as_text(), width.saturating_sub(1)),
                _ => lines_in(cell.value.as_text(), width),
            }
        });
        lines.max().unwrap_or(1).min(LINES_MAX)
    })
}

/// How many lines a text takes at a width in characters. Letters are narrower than the digits by which
/// columns are measured, which makes up for words that are not parted.
fn lines_in(text: &str, width: u32) -> u32 {
    let wide = |c: char| if u32::from(c) >= 0x1100 { 2 } else { 1 };
    let lines = text.split('\n').map(|line| {
        let letters: u32 = line.chars().map(wide).sum();
        letters.div_ceil(width.max(1)).max(1)
    });
    lines.sum()
}

/// A4 across, as wide as a page as long as that can be read, with the heads of columns again on each, and numbers of pages.
fn set_up_print(at: &mut Worksheet, sheet: &Sheet, heading: &str) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    const HEADING_MAX: usize = 160;
    const PAGE_CHARS: u32 = 230;
    let width: u32 = sheet.widths.iter().map(|width| u32::from(*width)).sum();
    let pages = u16::try_from(width.div_ceil(PAGE_CHARS))
        .unwrap_or(1)
        .max(1);
    if pages > 1
        && let Some(last) = sheet.frozen_columns.checked_sub(1)
        && let Ok(last) = u16::try_from(last)
    {
        at.set_repeat_columns(0, last)?;
    }
    at.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(pages, 0)
        .set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
    // An ampersand begins a command in a header.
    let heading: String = heading.chars().take(HEADING_MAX).collect();
    let heading = heading.replace('&', "&&");
    at.set_header(format!("&L{heading}&R&A"));
    at.set_footer("&CPage &P of &N");
    if let Some(last) = u32::try_from(sheet.frozen_rows)
        .ok()
        .and_then(|rows| rows.checked_sub(1))
    {
        at.set_repeat_rows(last.min(1), last)?;
    }
    Ok(())
}

fn write_cell(at: &mut Worksheet, place: (u32, u16), cell: &SheetCell) -> Result<(), XlsxError> {
    let (row, column) = place;
    let format = format(cell.look);
    match &cell.value {
        SheetCellValue::Empty => at.write_blank(row, column, &format)?,
        SheetCellValue::Text(text) => at.write_string_with_format(row, column, text, &format)?,
        SheetCellValue::Number(number) => match held(number) {
            Some(value) => at.write_number_with_format(row, column, value, &format)?,
            None => at.write_string_with_format(row, column, number, &format)?,
        },
    };
    Ok(())
}

/// The float that is written and read as this decimal; none where there is no such float.
fn held(number: &str) -> Option<f64> {
    const DIGITS_MAX: usize = 15;
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let value: f64 = number.parse().ok()?;
    (digits <= DIGITS_MAX && crate::numbers::shortest(value) == number).then_some(value)
}

fn add_choices(at: &mut Worksheet, choices: &ChoiceList) -> Result<(), XlsxError> {
    let (first, last) = choices.rows;
    if let (Ok(first), Ok(last), Ok(column)) = (
        u32::try_from(first),
        u32::try_from(last),
        u16::try_from(choices.column),
    ) && first <= last
    {
        let validation = DataValidation::new()
            .allow_list_strings(&choices.words)?
            .set_input_message(&choices.help)?
            .set_error_style(DataValidationErrorStyle::Information);
        at.add_data_validation(first, column, last, column, &validation)?;
    }
    Ok(())
}

fn format(look: CellLook) -> Format {
    let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let free = |colour: u32| {
        let edge = Color::RGB(EDGE);
        plain
            .clone()
            .set_unlocked()
            .set_background_color(Color::RGB(colour))
            .set_border(FormatBorder::Thin)
            .set_border_color(edge)
    };
    let grey = Color::RGB(GREY);
    match look {
        CellLook::Title => Format::new().set_bold().set_font_size(14),
        CellLook::Note => plain.set_italic().set_font_color(grey),
        CellLook::Heading => plain.set_bold().set_background_color(Color::RGB(HEAD)),
        CellLook::Code => plain.set_font_size(8).set_font_color(grey),
        CellLook::Told => plain,
        CellLook::Free => free(WHITE),
        CellLook::Own => free(OWN),
    }
}
