//! A plan as a workbook (XLSX), and what somebody changed in it back in the plan's files.
//!
//! `sheets` says which sheets there are and what stands in them, made from the vocabulary, so that a new key has a column.
//! `write` and `read` know the format. `import` finds what differs; `compose::edit` changes the text of a file value by value, so
//! that everything else in it stays byte for byte.
//!
//! Somebody else's sheet, or a CSV file (`separated`), comes in by a map: `draft` guesses one, with `guess` and `dates`, and
//! `map` makes of the sheet, by what its author made of that, one of the plan's. `given` tells which way a file goes.
//!
//! A workbook remembers what it was made of: what nobody has changed in it is never written, although the plan may have
//! moved on, and what has been changed in both is told.

mod dates;
mod difference;
mod draft;
mod given;
mod guess;
mod import;
mod judge;
mod map;
mod read;
mod separated;
mod sheets;
mod write;

use super::{edit, place, value};

pub use difference::{Line, difference};
pub use draft::{Draft, DraftColumn, DraftValue, shown};
pub use given::{Given, given};
pub use import::{BadCell, Imported, Left, Refused, Why, import, import_mapped, import_own};
pub use map::EMPTY;
pub use separated::NoTable;
pub use write::{Exported, export};

/// The sheet on which a workbook remembers what it was made of.
const MEMORY: &str = "framdrift";
/// Characters that a cell takes.
const LONGEST_TEXT: usize = 32_767;

/// The name of a cell, such as D14.
fn address(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// The row of a cell with this name, and its column by its letters, for an order.
fn place_of(cell: &str) -> (u32, usize, String) {
    let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let row = cell.strip_prefix(letters).and_then(|row| row.parse().ok());
    (row.unwrap_or_default(), letters.len(), letters.to_owned())
}

/// A text as far as a cell takes it.
fn fitting(text: &str) -> String {
    if text.chars().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    text.chars().take(LONGEST_TEXT - 1).chain(['…']).collect()
}
