//! A workbook in, what stands in its cells out. Somebody else made it, so it is read cell by cell, and only so much of it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader as _, Xlsx, XlsxError};
use jiff::civil::Date;

use super::value::Cell;

/// The most bytes that a workbook may have when it is unpacked.
const LARGEST: u64 = 512 * 1024 * 1024;
/// The most cells that are read of a sheet.
const MOST_CELLS: usize = 2_000_000;

/// What stands in the cells of a sheet, by row and column from 0.
pub(super) type Grid = BTreeMap<(u32, u32), Cell>;

/// The sheets of a workbook in their order: the name of each and its cells.
///
/// # Errors
/// Why it can't be read, in the words of who reads it.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<(String, Grid)>, String> {
    let told = |error: XlsxError| error.to_string();
    if unpacked(bytes).map_err(|error| error.to_string())? > LARGEST {
        return Err("it is too large".to_owned());
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(told)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut grid = Grid::new();
        // A sheet of another kind, such as a chart, has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(own) = cells.next_cell().map_err(told)? {
            if let Some(cell) = cell(own.get_value()) {
                grid.insert(own.get_position(), cell);
            }
            if grid.len() > MOST_CELLS {
                return Err("it has too many cells".to_owned());
            }
        }
        sheets.push((name, grid));
    }
    Ok(sheets)
}

/// How many bytes an archive says that it has when it is unpacked.
fn unpacked(bytes: &[u8]) -> zip::result::ZipResult<u64> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
    (0..zip.len()).try_fold(0u64, |sum, n| Ok(sum.saturating_add(zip.by_index_raw(n)?.size())))
}

fn cell(value: &DataRef<'_>) -> Option<Cell> {
    let text = |text: &str| Some(Cell::Text(text.to_owned())).filter(|_| !text.trim().is_empty());
    match value {
        DataRef::Empty => None,
        DataRef::String(own) | DataRef::DurationIso(own) => text(own),
        DataRef::SharedString(own) => text(own),
        DataRef::Bool(own) => Some(Cell::Truth(*own)),
        DataRef::Float(own) => Some(Cell::Number(*own)),
        DataRef::Int(_) => match Data::from(value.clone()) {
            Data::Int(own) => Some(Cell::Text(own.to_string())),
            _ => None,
        },
        DataRef::DateTime(own) => Some(day(own).map_or(Cell::Broken, Cell::Day)),
        DataRef::DateTimeIso(own) => {
            let day = own.split('T').next().and_then(|own| own.parse().ok());
            day.map_or_else(|| text(own), |day| Some(Cell::Day(day)))
        }
        DataRef::Error(_) => Some(Cell::Broken),
    }
}

/// The day of a date, whatever time of the day it has.
fn day(own: &ExcelDateTime) -> Option<Date> {
    let (year, month, day, ..) = own.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).ok();
    Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}
