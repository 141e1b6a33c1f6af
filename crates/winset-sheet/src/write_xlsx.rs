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
        write_sheet(book.add_worksheet(), sheet)?;
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
        CellLook::Note => Format::new().set_italic().set_font_color(grey),
        CellLook::Heading => plain.set_bold().set_background_color(Color::RGB(HEAD)),
        CellLook::Code => plain.set_font_size(8).set_font_color(grey),
        CellLook::Told => plain,
        CellLook::Free => free(WHITE),
        CellLook::Own => free(OWN),
    }
}
