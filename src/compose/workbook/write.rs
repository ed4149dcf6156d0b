//! The plan as a workbook: a sheet for each kind of thing, one for the reports of a period, and two that nobody sees, with
//! what can be chosen and with what the workbook was made of.
//!
//! With `read` the one part that names a library of workbooks.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, IgnoreError,
    Note, Workbook, Worksheet, XlsxError,
};

use crate::compose::meaning;
use crate::files::Files;
use crate::model::{Name, Period};
use crate::source::record::{Field, Shape};
use crate::words::Words;

use super::sheets::{Column, Holds, Key, SHEETS, Table, Tables, What};
use super::value::{names, number};
use super::{MEMORY, address, fitting};

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (10, 48);
/// So many empty rows below the last one offer what can be chosen, too.
const ROOM: u32 = 500;
/// How wide a note is, and how much of its height a line takes, in pixels.
const NOTE: (u32, u32) = (320, 18);
/// Characters in a line of a note.
const NOTE_LINE: usize = 48;
/// The largest number of characters that a message beside a cell may have.
const LONGEST_MESSAGE: usize = 255;

/// A workbook.
#[derive(Clone, Debug)]
pub struct Exported {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The paths of the files that could not be read, and so are not in it.
    pub left_out: Vec<String>,
}

/// A plan as a workbook in the language of `words`, with the reports for a period. `created` is the day on which it says
/// that it was made, so that the same plan gives the same bytes.
///
/// # Panics
/// When a sheet is larger than workbooks can be.
pub fn export(files: &Files, words: &Words, period: Option<Period>, created: Date) -> Exported {
    let mut tables = Tables::new(files, words.language());
    let sheets = SHEETS.into_iter().chain(period.map(What::Reports));
    let all: Vec<Table> = sheets.map(|what| tables.table(what)).collect();
    let left_out = tables.unread.iter().map(|file| files.get(*file).path.clone());
    let left_out = left_out.filter(|path| path.starts_with("content/")).collect();
    let bytes = Writer { words, lists: Lists::default() }.write(&all, created);
    Exported { bytes: bytes.expect("a plan's sheets have names of their own and fit"), left_out }
}

struct Writer<'a> {
    words: &'a Words,
    lists: Lists,
}

/// What can be chosen: each list by what it is of, in the order in which they are asked for.
#[derive(Default)]
struct Lists {
    all: Vec<(String, Vec<String>)>,
}

impl Lists {
    /// The place of a list.
    fn place(&mut self, name: &str, values: impl FnOnce() -> Vec<String>) -> usize {
        if let Some(n) = self.all.iter().position(|(own, _)| own == name) {
            return n;
        }
        self.all.push((name.to_owned(), values()));
        self.all.len() - 1
    }
}

impl Writer<'_> {
    fn tag(&self) -> &'static str {
        self.words.language().tag()
    }

    fn write(mut self, tables: &[Table], created: Date) -> Result<Vec<u8>, XlsxError> {
        let ids = ids(tables);
        let mut book = Workbook::new();
        let year = u16::try_from(created.year()).unwrap_or_default();
        if let Ok(day) = ExcelDateTime::from_ymd(year, created.month().unsigned_abs(), created.day().unsigned_abs()) {
            book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        }
        for table in tables {
            let sheet = book.add_worksheet().set_name(table.what.name(self.words))?;
            self.fill(sheet, table, &ids)?;
        }
        let sheet = book.add_worksheet().set_name(self.words.get("sheet-lists"))?;
        for (at, (name, values)) in (0..).zip(&self.lists.all) {
            sheet.write_string(0, at, name)?;
            for (row, value) in (1..).zip(values) {
                sheet.write_string(row, at, fitting(value))?;
            }
        }
        sheet.set_hidden(true);
        remember(book.add_worksheet().set_name(MEMORY)?, tables)?;
        book.save_to_buffer()
    }

    fn fill(
        &mut self,
        sheet: &mut Worksheet,
        table: &Table,
        ids: &BTreeMap<&str, Vec<String>>,
    ) -> Result<(), XlsxError> {
        let header = Format::new().set_bold().set_align(FormatAlign::Top).set_num_format("@");
        let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        let width = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for (at, column) in (0..).zip(&table.columns) {
            let name = column.header(self.tag());
            let format = format_of(column);
            sheet.write_string_with_format(0, at, &name, &header)?;
            sheet.insert_note(0, at, &note(&self.explained(table.what, column)))?;
            sheet.set_column_format(at, &format)?;
            let mut longest = name.chars().count() + 3;
            for (row, own) in (1..).zip(&table.rows) {
                let text = own.cells.get(usize::from(at)).map(|text| fitting(text)).unwrap_or_default();
                longest = longest.max(text.lines().map(|line| line.chars().count() + 1).max().unwrap_or(0));
                match number(&text).filter(|_| is_number(column)) {
                    _ if text.is_empty() => {}
                    Some(number) => sheet.write_number_with_format(row, at, number, &format).map(drop)?,
                    None => sheet.write_string_with_format(row, at, text, &format).map(drop)?,
                }
            }
            let longest = u32::try_from(longest.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default();
            sheet.set_column_width(at, longest)?;
            self.choose(sheet, at, column, last.saturating_add(ROOM), ids)?;
        }
        let known = table.columns.iter().filter(|own| matches!(own.holds, Holds::Owner | Holds::Id(_))).count();
        sheet.set_freeze_panes(1, u16::try_from(known).unwrap_or_default())?;
        sheet.autofilter(0, 0, last, width)?;
        // A year or an id of digits is a text here, and no mistake.
        sheet.ignore_error_range(0, 0, last.saturating_add(ROOM), width, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    /// Lets a column offer what can stand in it.
    fn choose(
        &mut self,
        sheet: &mut Worksheet,
        at: u16,
        column: &Column,
        last: u32,
        ids: &BTreeMap<&str, Vec<String>>,
    ) -> Result<(), XlsxError> {
        let tag = self.tag();
        let own = match &column.holds {
            Holds::Owner => Some(("initiative", false)),
            Holds::Value(spot) => match spot.field.shape {
                Shape::Reference(kind) => Some((kind, spot.field.many)),
                _ => None,
            },
            Holds::Id(_) | Holds::Body => None,
        };
        let (place, is_strict, is_many) = if let Some((kind, is_many)) = own {
            let values = || ids.get(kind).cloned().unwrap_or_default();
            (self.lists.place(kind, values), false, is_many)
        } else if let Some(known) = column.spot().and_then(|spot| Some((names(&spot.field)?, spot.field.many))) {
            let (known, is_many): (Vec<Name>, bool) = known;
            let known: Vec<String> = known.iter().map(|name| name.in_language(tag).to_owned()).collect();
            (self.lists.place(&known.join(", "), || known.clone()), true, is_many)
        } else {
            return Ok(());
        };
        let values = self.lists.all.get(place).map_or(0, |(_, values)| values.len());
        if values == 0 {
            return Ok(());
        }
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let letter = address(0, place).trim_end_matches('1').to_owned();
        let sheet_of_lists = self.words.get("sheet-lists");
        let formula = Formula::new(format!("='{sheet_of_lists}'!${letter}$2:${letter}${}", values + 1));
        let message = |key: &str| -> String { self.words.get(key).chars().take(LONGEST_MESSAGE).collect() };
        // An id may be of something that is new in the same workbook, and a cell may hold several values.
        let style = if is_strict { DataValidationErrorStyle::Stop } else { DataValidationErrorStyle::Warning };
        let mut rule = DataValidation::new().allow_list_formula(formula).set_error_style(style);
        rule = rule.set_error_message(message(if is_strict { "sheet-choose" } else { "sheet-unknown" }))?;
        if is_many {
            rule = rule.show_error_message(false).set_input_message(message("sheet-several"))?;
        }
        sheet.add_data_validation(1, at, last, at, &rule)?;
        Ok(())
    }

    /// What a note above a column says.
    fn explained(&self, what: What, column: &Column) -> String {
        let words = self.words;
        match &column.holds {
            Holds::Owner => words.get("sheet-owner"),
            Holds::Id(_) if matches!(what, What::Reports(_)) => words.get("sheet-reported"),
            Holds::Id(_) => {
                let id = (what.record().fields)().into_iter().find(|own| own.name.en == "id");
                let id = id.map_or_else(|| words.get("field-id"), |own| meaning(words, what.record(), &own));
                format!("{id} {}", words.get("sheet-id"))
            }
            Holds::Body => words.get("sheet-body"),
            Holds::Value(spot) => {
                let mut text = meaning(words, spot.record, &spot.field);
                let more = [
                    (spot.field.required && spot.outer.is_none(), "sheet-required"),
                    (spot.field.many, "sheet-several"),
                    (takes_a_date(&spot.field), "new-date"),
                ];
                for (_, key) in more.iter().filter(|(is_so, _)| *is_so) {
                    text = format!("{text} {}", words.get(key));
                }
                if let Some(known) = names(&spot.field) {
                    let known: Vec<&str> = known.iter().map(|own| own.in_language(self.tag())).collect();
                    text = format!("{text} {}", words.fill("new-choose", &[("values", known.join(", ").into())]));
                }
                text
            }
        }
    }
}

fn takes_a_date(field: &Field) -> bool {
    matches!(field.shape, Shape::Date)
}

fn is_number(column: &Column) -> bool {
    column.spot().is_some_and(|spot| !spot.field.many && matches!(spot.field.shape, Shape::Number | Shape::Count))
}

/// How the cells of a column look. Whatever is no number is a text: programs of workbooks make dates and formulas of what
/// looks like such, and `2026-03` is no day.
fn format_of(column: &Column) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    if is_number(column) {
        return format;
    }
    let is_text = column.spot().is_some_and(|spot| matches!(spot.field.shape, Shape::Text));
    let format = format.set_num_format("@");
    if is_text { format.set_text_wrap() } else { format }
}

/// A note with as much room as its text needs.
fn note(text: &str) -> Note {
    let lines = u32::try_from(text.chars().count().div_ceil(NOTE_LINE) + 1).unwrap_or(u32::MAX);
    let note = Note::new(text).set_author("framdrift").add_author_prefix(false);
    note.set_width(NOTE.0).set_height(NOTE.1.saturating_mul(lines))
}

/// The ids of each kind.
fn ids(tables: &[Table]) -> BTreeMap<&'static str, Vec<String>> {
    let mut ids: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for table in tables {
        let own = table.rows.iter().map(|row| row.key.1.clone());
        match table.what {
            What::Files(_) => ids.entry(table.what.record().name.en).or_default().extend(own),
            What::Listed(_) => {
                let own: Vec<String> = own.collect();
                ids.entry("unit or role").or_default().extend(own.clone());
                ids.entry(table.what.record().name.en).or_default().extend(own);
            }
            What::Activities | What::Reports(_) => {}
        }
    }
    ids
}

/// Writes down what the workbook is made of.
fn remember(sheet: &mut Worksheet, tables: &[Table]) -> Result<(), XlsxError> {
    let mut row = 0;
    for table in tables {
        for own in &table.rows {
            for (column, text) in table.columns.iter().zip(&own.cells).filter(|(_, text)| !text.is_empty()) {
                let (owner, id): &Key = &own.key;
                let parts = [table.what.key(), owner.clone(), id.clone(), column.header("en"), fitting(text)];
                for (at, part) in (0..).zip(&parts) {
                    sheet.write_string(row, at, part)?;
                }
                row += 1;
            }
        }
    }
    sheet.set_very_hidden(true);
    Ok(())
}
