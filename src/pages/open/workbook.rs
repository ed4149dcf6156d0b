//! Tables as a workbook (XLSX): a sheet for each, with values of their own kind, a header that stays and a filter.
//!
//! `rust_xlsxwriter` is named here, and where the plan itself becomes a workbook (`compose`).

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::table::{Cell, Table};

/// Characters that a cell takes.
const LONGEST_TEXT: usize = 32_767;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 60);

/// A workbook of these tables, with a first sheet that says what it is: labels and texts. `created` is the day it says
/// that it was made, so that the same plan on the same day gives the same bytes.
pub(super) fn workbook(about: &[(String, String)], tables: &[Table<'_>], created: Date) -> Vec<u8> {
    write(about, tables, created).expect("sheets have short names of their own, and texts that fit")
}

fn write(about: &[(String, String)], tables: &[Table<'_>], created: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let header = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    if let Some(created) = excel_day(created) {
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    }
    let sheet = book.add_worksheet().set_name("about")?;
    for (row, (label, text)) in (0..).zip(about) {
        sheet.write_string_with_format(row, 0, label, &header)?;
        sheet.write_string(row, 1, fitting(text))?;
    }
    sheet.set_column_width(0, 20)?.set_column_width(1, 80)?;
    for table in tables {
        fill(book.add_worksheet().set_name(table.name)?, table, &header, &day)?;
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table<'_>, header: &Format, day: &Format) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(table.columns) {
        sheet.write_string_with_format(0, at, column.name, header)?;
    }
    let mut widths: Vec<usize> = table.columns.iter().map(|column| column.name.chars().count() + 3).collect();
    for (row, cells) in (1..).zip(&table.rows) {
        for (at, (cell, width)) in (0..).zip(cells.iter().zip(&mut widths)) {
            match cell {
                Cell::Missing => continue,
                Cell::Day(date) => write_day(sheet, row, at, *date, day)?,
                Cell::Date(date) => match date.to_string() {
                    text if text.len() == "2026-01-31".len() => write_day(sheet, row, at, date.first_day(), day)?,
                    text => sheet.write_string(row, at, text).map(drop)?,
                },
                Cell::Number(number) => sheet.write_number(row, at, *number).map(drop)?,
                Cell::Whole(number) => {
                    let number = i32::try_from(*number).map_or(f64::from(i32::MAX), f64::from);
                    sheet.write_number(row, at, number).map(drop)?;
                }
                Cell::Truth(truth) => sheet.write_boolean(row, at, *truth).map(drop)?,
                Cell::Text(_) | Cell::List(_) => sheet.write_string(row, at, fitting(&cell.plain())).map(drop)?,
            }
            *width = (*width).max(cell.plain().chars().take(WIDTHS.1).count() + 1);
        }
    }
    for (at, width) in (0..).zip(widths) {
        let width = u32::try_from(width.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default();
        sheet.set_column_width(at, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// A day as a day; one before the first that a workbook knows as text.
fn write_day(sheet: &mut Worksheet, row: u32, at: u16, date: Date, format: &Format) -> Result<(), XlsxError> {
    match excel_day(date) {
        Some(date) => sheet.write_datetime_with_format(row, at, &date, format).map(drop),
        None => sheet.write_string(row, at, date.to_string()).map(drop),
    }
}

fn excel_day(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

/// A text as far as a cell takes it.
fn fitting(text: &str) -> String {
    if text.chars().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    text.chars().take(LONGEST_TEXT - 1).chain(['…']).collect()
}
