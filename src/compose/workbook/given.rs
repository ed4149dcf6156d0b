//! What somebody gives to be imported: a file's name and bytes in, its sheets out, and whether they are framdrift's own.

use std::cell::OnceCell;

use crate::model::{Period, PlanDate};
use crate::words::{Language, Words};

use super::import::Refused;
use super::read::{Grid, read};
use super::separated;
use super::sheets::{Holds, SHEETS, What};
use super::value::plain;
use super::{MEMORY, address};

/// What workbooks of an older format, and those with a password, begin with.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// The sheets of a workbook, or the one of a CSV file.
pub struct Given {
    pub(super) sheets: Vec<(String, Grid)>,
    pub(super) is_workbook: bool,
    /// The words of every language, made when they are needed: making them takes longer than reading a sheet.
    catalogues: OnceCell<Vec<Words>>,
}

/// Reads a file of this name. A CSV file is a sheet that is called as the file.
///
/// # Errors
/// When it can't be read.
pub fn given(name: &str, bytes: &[u8]) -> Result<Given, Refused> {
    let is_named = |endings: &[&str]| {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        ending.is_none_or(|own| endings.contains(&own.as_str()))
    };
    if bytes.starts_with(COMPOUND) {
        return Err(Refused::Old);
    }
    let is_workbook = bytes.starts_with(b"PK") || is_named(&["xlsx", "xlsm"]);
    let sheets = if is_workbook {
        read(bytes).map_err(Refused::Unread)?
    } else {
        vec![(name.to_owned(), separated::read(bytes).map_err(Refused::NoTable)?)]
    };
    Ok(Given { sheets, is_workbook, catalogues: OnceCell::new() })
}

impl Given {
    /// Whether framdrift made it, or somebody who writes as framdrift does.
    pub fn is_own(&self) -> bool {
        let is_known = |n: usize| {
            let keys = |what: What| {
                let columns = what.columns().into_iter();
                columns.filter(|own| matches!(own.holds, Holds::Owner | Holds::Id(_))).collect::<Vec<_>>()
            };
            let headings = self.headings(n);
            self.what(n)
                .is_some_and(|what| keys(what).iter().all(|own| headings.iter().any(|text| own.is_called(text))))
        };
        self.sheets.iter().any(|(name, _)| self.is_workbook && name == MEMORY) || (0..self.sheets.len()).any(is_known)
    }

    /// What a sheet of framdrift's own is about; of a workbook its name tells, of a CSV file what it is headed.
    pub(super) fn what(&self, n: usize) -> Option<What> {
        let (name, _) = self.sheets.get(n)?;
        if self.is_workbook {
            return self.meant(name);
        }
        let headings = self.headings(n);
        let fits = |what: &What| {
            let columns = what.columns();
            let is_own = |text: &String| columns.iter().any(|own| own.is_called(text));
            let is_key = |own: &&super::sheets::Column| matches!(own.holds, Holds::Owner | Holds::Id(_));
            let has = |own: &super::sheets::Column| headings.iter().any(|text| own.is_called(text));
            headings.len() > 1 && headings.iter().all(is_own) && columns.iter().filter(is_key).all(has)
        };
        let named = name.rsplit_once('.').and_then(|(stem, _)| self.meant(stem)).filter(fits);
        let fitting: Vec<What> = SHEETS.into_iter().filter(fits).collect();
        // What may be two things has to be told by somebody.
        named.or(if let [one] = fitting.as_slice() { Some(*one) } else { None })
    }

    fn catalogues(&self) -> &[Words] {
        self.catalogues.get_or_init(|| Language::all().map(Words::new).collect())
    }

    /// What a sheet of this name is about, in whatever language.
    fn meant(&self, name: &str) -> Option<What> {
        self.catalogues().iter().find_map(|words| {
            if let Some(what) = SHEETS.into_iter().find(|what| what.name(words) == name) {
                return Some(what);
            }
            let date: PlanDate = name.strip_prefix(&words.get("sheet-reports"))?.trim().parse().ok()?;
            Period::named(date).map(What::Reports)
        })
    }

    /// Whether a sheet of this name has what can be chosen.
    pub(super) fn is_of_lists(&self, name: &str) -> bool {
        self.catalogues().iter().any(|words| words.get("sheet-lists") == name)
    }

    /// What stands in the first row of a sheet.
    fn headings(&self, n: usize) -> Vec<String> {
        let first = self.sheets.get(n).map(|(_, grid)| grid.range((0, 0)..(1, 0)).map(|(_, cell)| plain(cell)));
        first.map(Iterator::collect).unwrap_or_default()
    }

    /// What its sheets are called, of those that hold a table.
    pub fn names(&self) -> Vec<&str> {
        let is_table = |grid: &Grid| {
            let (first, last) = (grid.first_key_value(), grid.last_key_value());
            first.zip(last).is_some_and(|(((first, _), _), ((last, _), _))| first < last)
        };
        self.sheets.iter().filter(|(_, grid)| is_table(grid)).map(|(name, _)| name.as_str()).collect()
    }

    /// The row of a sheet in which its headings most likely stand: the first of those with most texts.
    pub(super) fn heading_row(grid: &Grid) -> u32 {
        let texts = |row: u32| {
            let own =
                grid.range((row, 0)..(row + 1, 0)).filter(|(_, cell)| matches!(cell, super::value::Cell::Text(_)));
            own.count()
        };
        let last = grid.last_key_value().map_or(0, |((row, _), _)| (*row).min(FIRST_ROWS));
        let most = (0..=last).map(texts).max().unwrap_or_default();
        // A row of the list may have one more than its headings.
        (0..=last).find(|row| texts(*row) * 4 >= most * 3).unwrap_or_default()
    }
}

/// Headings stand in one of so many rows.
const FIRST_ROWS: u32 = 30;

/// The letters of a column.
pub(super) fn letters(column: u32) -> String {
    address(0, column).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}
