//! A workbook in, what stands in its cells out. Somebody else made it, so it is read cell by cell, and only so much of it.
//! A text that stands in several cells of a column, merged into one, stands in each of them.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader as _, Xlsx, XlsxError};
use jiff::civil::Date;

use super::value::{Cell, plain};

/// The most bytes that a workbook may have when it is unpacked.
const LARGEST: u64 = 512 * 1024 * 1024;
/// The most cells that are read of a sheet.
pub(super) const MOST_CELLS: usize = 2_000_000;
/// The most bytes that texts of merged cells may take besides.
const MOST_SPREAD: usize = 64 * 1024 * 1024;
const TOO_MANY: &str = "it has too many cells";

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
    let mut room = MOST_SPREAD;
    for name in book.sheet_names() {
        let mut grid = Grid::new();
        // A sheet of another kind, such as a chart, has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(own) = cells.next_cell().map_err(told)? {
            if let Some(cell) = cell(own.get_value()) {
                grid.insert(own.get_position(), cell);
            }
            if grid.len() > MOST_CELLS {
                return Err(TOO_MANY.to_owned());
            }
        }
        drop(cells);
        // What can't be told of merged cells is no reason not to read the others.
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        if !merged.iter().all(|own| spread(&mut grid, own, &mut room)) {
            return Err(TOO_MANY.to_owned());
        }
        sheets.push((name, grid));
    }
    Ok(sheets)
}

/// Puts what stands in merged cells in each of those below the first that are in a row with something else; whether there
/// is room for it.
fn spread(grid: &mut Grid, merged: &Dimensions, room: &mut usize) -> bool {
    let (row, column) = merged.start;
    let Some(own) = grid.get(&(row, column)).cloned() else { return true };
    if merged.end.0 <= row {
        return true;
    }
    let mut below: Vec<u32> = grid.range((row + 1, 0)..=(merged.end.0, u32::MAX)).map(|((row, _), _)| *row).collect();
    // Looking through the cells counts, too: regions may lie over each other.
    let needed = below.len().saturating_mul(plain(&own).len());
    let Some(rest) = room.checked_sub(needed) else { return false };
    *room = rest;
    below.dedup();
    for row in below {
        grid.entry((row, column)).or_insert_with(|| own.clone());
    }
    grid.len() <= MOST_CELLS
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
