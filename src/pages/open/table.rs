//! The one model of a table that every published form is written from, so that no two of them can differ.
//!
//! Kept out: where the values come from (`entities`), and how a form writes them (`separated`, `workbook`, `describe`).

use std::borrow::Cow;

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use crate::model::PlanDate;

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Text.
    Text,
    /// A day.
    Day,
    /// A date with the precision that is known: `2026-T2`.
    Date,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// Yes or no.
    Truth,
    /// Several texts. In a table they share a cell, with ` | ` between them.
    List,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its name: lower-case English, the same for ever.
    pub(super) name: &'static str,
    /// What it holds.
    pub(super) kind: Kind,
    /// Whether every row has a value.
    pub(super) required: bool,
    /// The table whose `id` its values are.
    pub(super) to: Option<&'static str>,
    /// What it says, in a sentence.
    pub(super) about: &'static str,
}

impl Column {
    /// A column that may lack values.
    pub(super) const fn new(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, kind, required: false, to: None, about }
    }

    /// As it is, with a value in every row.
    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// As it is, with ids of this table for values.
    pub(super) const fn to(self, table: &'static str) -> Self {
        Self { to: Some(table), ..self }
    }

    /// Whether a cell of it holds several texts.
    pub(super) const fn is_list(self) -> bool {
        matches!(self.kind, Kind::List)
    }
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Not known.
    Missing,
    /// Text, or one of a column's words.
    Text(Cow<'a, str>),
    /// A date that may be imprecise.
    Date(PlanDate),
    /// A day.
    Day(Date),
    /// A number.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Truth(bool),
    /// Several texts.
    List(Box<[Cow<'a, str>]>),
}

/// What stands between the texts that share a cell.
pub(super) const BETWEEN: &str = " | ";

impl<'a> Cell<'a> {
    /// A text that may be missing.
    pub(super) fn text(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Missing, |text| Self::Text(text.into()))
    }

    /// A date that may be missing, as it was written.
    pub(super) fn date(date: Option<PlanDate>) -> Self {
        date.map_or(Self::Missing, Self::Date)
    }

    /// A number that may be missing.
    pub(super) fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }

    /// A count.
    pub(super) fn count(count: u32) -> Self {
        Self::Whole(count.into())
    }

    /// As it is written where there is nothing but text: a decimal point, ISO dates, nothing for what is missing.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::Missing => String::new(),
            Self::Text(text) => text.clone().into_owned(),
            Self::Date(date) => date.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::List(texts) => texts.join(BETWEEN),
        }
    }
}

/// A table: one for each kind of entity, and one for each kind of row that belongs to an entity.
#[derive(Clone, Debug)]
pub(in crate::pages) struct Table<'a> {
    /// Its name, which is its files' too: lower-case English, the same for ever.
    pub(super) name: &'static str,
    /// What a row is.
    pub(super) about: &'static str,
    /// Its columns.
    pub(super) columns: &'static [Column],
    /// The columns that tell its rows apart; none when they need not.
    pub(super) key: &'static [&'static str],
    /// Its rows, each with as many values as there are columns.
    pub(super) rows: Vec<Box<[Cell<'a>]>>,
}

/// As JSON: a list of objects, each with every column, `null` for what is missing.
impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.rows.len()))?;
        for row in &self.rows {
            rows.serialize_element(&Row { columns: self.columns, cells: row })?;
        }
        rows.end()
    }
}

/// A row with the names of its columns.
pub(super) struct Row<'a> {
    /// The columns.
    pub(super) columns: &'static [Column],
    /// A value for each.
    pub(super) cells: &'a [Cell<'a>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            object.serialize_entry(column.name, cell)?;
        }
        object.end()
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Missing => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Day(day) => serializer.collect_str(day),
            Self::Date(date) => serializer.collect_str(date),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::List(texts) => texts.serialize(serializer),
        }
    }
}
