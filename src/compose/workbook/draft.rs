//! A map as far as it can be guessed: a sheet in, what each of its columns and values may be out; and that as a file, whose
//! comments say what to do with it.
//!
//! A guess of what a value means stands in the file where it can do no harm. Who a person or a unit is in the plan is never
//! guessed: it stands beside the line as a comment.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diag::Diagnostic;
use crate::files::Files;
use crate::model::{Choice as _, Period, PlanDate, RowKind};
use crate::source::record::Shape;
use crate::source::vocabulary as v;
use crate::words::{Arg, Words};

use super::super::sheet::{Sheet as Page, meaning, quoted};
use super::given::{Given, letters};
use super::guess;
use super::judge::{Ids, problem, unknown};
use super::map::{Layout, Meaning, headings, is_nothing, items, keys};
use super::sheets::{Column, Holds, SHEETS, Tables, What};
use super::value::{names, plain};
use super::{address, read::Grid};

/// So many values of a column are shown.
const EXAMPLES: usize = 3;
/// Characters of each of them.
const EXAMPLE: usize = 24;
/// So many cells are named.
const FIRST: usize = 4;
/// Of a wider sheet only so many columns are guessed.
const WIDEST: usize = 200;
/// More ids than so are not listed.
const FEW: usize = 12;

/// A map that is not finished.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the sheet is called.
    pub sheet: String,
    /// The row with the headings, from 1.
    pub heading_row: u32,
    /// What its rows are.
    pub kind: RowKind,
    /// The period that they report on, when they are reports.
    pub period: Option<PlanDate>,
    /// The columns of the sheet.
    pub columns: Vec<DraftColumn>,
    /// What new rows must have and the sheet has not: the key, and the value that all of them get.
    pub defaults: Vec<(String, Option<String>)>,
    /// What the plan does not know.
    pub values: Vec<DraftValue>,
    /// What can stand behind each key, where that can be listed.
    choices: BTreeMap<String, Choices>,
    /// The sheets that there are.
    sheets: Vec<String>,
    /// Whether they are those of a workbook.
    is_workbook: bool,
    place: usize,
}

/// What can stand behind a key.
#[derive(Clone, Debug)]
enum Choices {
    /// One of these values.
    Values(Vec<String>),
    /// An id of something that there is.
    Ids(Vec<String>),
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct DraftColumn {
    /// Its letters.
    pub letters: String,
    /// What the map calls it.
    pub name: String,
    /// Some of what stands in it.
    pub examples: Vec<String>,
    /// What it is in the plan; `None`: it is not read.
    pub field: Option<String>,
    place: u32,
}

/// A text in the cells of a sheet that the plan does not know.
#[derive(Clone, Debug)]
pub struct DraftValue {
    /// The key of the plan.
    pub field: String,
    /// The text.
    pub written: String,
    /// The cells that it stands in.
    pub cells: Vec<String>,
    /// What it means.
    pub meaning: Option<String>,
    /// What it may mean; nobody but who knows the sheet can tell.
    pub near: Option<String>,
    /// The two dates of which it may be either.
    pub either: Option<(String, String)>,
}

impl Draft {
    /// What a sheet of this name may be, or the first one that holds a table; its rows are of this kind, or of the likeliest.
    /// `None`: there is no such sheet.
    pub fn new(
        files: &Files,
        given: &Given,
        words: &Words,
        sheet: Option<&str>,
        kind: Option<RowKind>,
    ) -> Option<Self> {
        let names = given.names();
        let name = match sheet {
            Some(sheet) => names.iter().find(|own| **own == sheet)?,
            None => names.first()?,
        };
        let place = given.sheets.iter().position(|(own, _)| own == name)?;
        let (name, grid) = given.sheets.get(place)?;
        let heading = Given::heading_row(grid);
        let columns: Vec<(u32, String)> = headings(grid, heading).into_iter().take(WIDEST).collect();
        let all = keys(&columns);
        let texts: Vec<String> = columns.into_iter().map(|(_, text)| text).collect();
        let kind = kind.unwrap_or_else(|| guess::kind(if given.is_workbook { name } else { "" }, &texts));
        // Which columns there are does not depend on the period.
        let columns = what(kind, None)?.all_columns();
        let found = guess::columns(&texts, &columns);
        let tag = words.language().tag();
        let columns = all.into_iter().zip(found).map(|((place, name), own)| DraftColumn {
            letters: letters(place),
            examples: examples(grid, heading, place),
            field: own.and_then(|n| columns.get(n)).map(|own| own.key(tag)),
            name,
            place,
        });
        let mut draft = Self {
            sheet: name.clone(),
            heading_row: heading + 1,
            kind,
            period: None,
            columns: columns.collect(),
            defaults: Vec::new(),
            values: Vec::new(),
            choices: BTreeMap::new(),
            sheets: names.iter().map(|own| one_line(own)).collect(),
            is_workbook: given.is_workbook,
            place,
        };
        draft.look(files, given, words);
        Some(draft)
    }

    /// What a column can be: the key and what it means.
    pub fn fields(&self, words: &Words) -> Vec<(String, String)> {
        let Some(what) = what(self.kind, self.period) else { return Vec::new() };
        let tag = words.language().tag();
        let told = |own: &Column| match &own.holds {
            Holds::Owner => words.get("sheet-owner"),
            Holds::Id(_) if matches!(what, What::Reports(_)) => words.get("sheet-reported"),
            Holds::Id(_) => words.get("field-id"),
            Holds::Body => words.get("map-text"),
            Holds::Value(spot) => meaning(words, spot.record, &spot.field),
        };
        what.all_columns().iter().map(|own| (own.key(tag), told(own))).collect()
    }

    /// The key that a text means, as the plan has it.
    pub fn field(&self, text: &str, words: &Words) -> Option<String> {
        let own = what(self.kind, self.period)?.all_columns().into_iter().find(|own| own.is_meant(text))?;
        Some(own.key(words.language().tag()))
    }

    /// What can stand behind a key; nothing, where that can't be listed.
    pub fn choices(&self, field: &str) -> &[String] {
        match self.choices.get(field) {
            Some(Choices::Values(all) | Choices::Ids(all)) => all,
            None => &[],
        }
    }

    /// The same in a sentence of the map; of too many ids it is not told.
    fn choose(&self, field: &str, words: &Words) -> Option<String> {
        match self.choices.get(field)? {
            Choices::Values(all) => Some(words.fill("new-choose", &[("values", Arg::from(all.join(", ")))])),
            Choices::Ids(all) if all.is_empty() => Some(words.get("new-no-ids")),
            Choices::Ids(all) if all.len() > FEW => None,
            Choices::Ids(all) => Some(words.fill("new-ids", &[("ids", Arg::from(all.join(", ")))])),
        }
    }

    /// What is wrong with a value of this key, as somebody writes it in a map; `None`: nothing that is known without the
    /// rest of the plan.
    pub fn problem(
        &self,
        files: &Files,
        given: &Given,
        words: &Words,
        (field, text): (&str, &str),
    ) -> Option<Diagnostic> {
        let (any, _) = files.iter().next()?;
        let (layout, ids) = self.layout(files, given, words)?;
        let column = layout.columns.iter().find(|own| own.is_meant(field))?;
        match &column.holds {
            Holds::Owner if ids.named("initiative", text).is_none() => Some(unknown("initiative", text, &ids, any)),
            Holds::Value(spot) => problem(layout.what, spot, &items(text, spot, &ids, words), &ids, any),
            _ => None,
        }
    }

    /// How the sheet is read with the columns as they are now, and the ids that can be named in it.
    fn layout(&self, files: &Files, given: &Given, words: &Words) -> Option<(Layout, Ids)> {
        let (what, (_, grid)) = (what(self.kind, self.period)?, given.sheets.get(self.place)?);
        let columns = what.all_columns();
        let mut tables = Tables::new(files, words.language());
        let ids = Ids::of(SHEETS.iter().map(|what| tables.table(*what)));
        let is_own =
            |own: &DraftColumn, column: &Column| own.field.as_deref().is_some_and(|field| column.is_meant(field));
        let place = |column: &Column| self.columns.iter().find(|own| is_own(own, column)).map(|own| own.place);
        let layout = Layout {
            sheet: self.place,
            heading: self.heading_row.saturating_sub(1),
            what,
            places: columns.iter().map(place).collect(),
            columns,
            values: BTreeMap::new(),
            defaults: BTreeMap::new(),
            source: Files::default(),
        };
        // What is new in the sheet may be named in it.
        let (rows, _) = layout.rows(grid);
        let ids = layout.with_new(grid, &rows, &tables.table_of(what, layout.columns.clone()), ids);
        Some((layout, ids))
    }

    /// Finds out, from what the columns are now, what new rows lack and what the plan does not know.
    pub fn look(&mut self, files: &Files, given: &Given, words: &Words) {
        let Some((layout, ids)) = self.layout(files, given, words) else { return };
        let Some((_, grid)) = given.sheets.get(self.place) else { return };
        let tag = words.language().tag();
        let choices = |column: &Column| {
            let ids = |kind: &str| Some(Choices::Ids(ids.all(kind)));
            let own = match &column.holds {
                Holds::Owner => ids("initiative"),
                Holds::Value(spot) => match spot.field.shape {
                    Shape::Reference(kind) => ids(kind),
                    _ => names(&spot.field)
                        .map(|all| Choices::Values(all.iter().map(|own| own.in_language(tag).to_owned()).collect())),
                },
                Holds::Id(_) | Holds::Body => None,
            };
            own.map(|own| (column.key(tag), own))
        };
        self.choices = layout.columns.iter().filter_map(choices).collect();
        let needed = layout.needed().into_iter().filter_map(|n| layout.columns.get(n));
        self.defaults = needed.map(|own| (own.key(tag), None)).collect();
        self.values.clear();
        let (rows, _) = layout.rows(grid);
        for (n, column) in layout.columns.iter().enumerate() {
            let Some(at) = layout.places.get(n).copied().flatten() else { continue };
            let mut found: IndexMap<String, DraftValue> = IndexMap::new();
            for row in &rows {
                let Some(cell) = grid.get(&(*row, at)) else { continue };
                let (texts, either) = match layout.meaning(n, cell, &ids, words) {
                    Meaning::Unknown(texts) => (texts, None),
                    Meaning::Unclear(one, other) => (vec![plain(cell)], Some((one.to_string(), other.to_string()))),
                    Meaning::Known(_) | Meaning::Nothing => continue,
                };
                for written in texts {
                    let cell = address(*row, at);
                    let own = found.entry(written).or_insert_with_key(|written| {
                        let own = guessed(column, written, &ids, words);
                        DraftValue { either: either.clone(), ..own }
                    });
                    own.cells.push(cell);
                }
            }
            self.values.extend(found.into_values());
        }
    }

    /// The map as a file; `file`: the name of what it is for.
    pub fn text(&self, file: &str, words: &Words) -> String {
        let none = |_: &str| Vec::new();
        let mut page = Page::new(words, &none);
        let (record, tag) = (&v::SheetMap::RECORD, words.language().tag());
        let fields = (record.fields)();
        let field = |name: &str| fields.iter().find(|own| own.name.en == name);
        let key = |name: &str| field(name).map_or("", |own| own.name.in_language(tag));
        let about = |name: &str| field(name).map(|own| meaning(words, record, own)).unwrap_or_default();
        page.explain(&words.fill("map-about", &[("file", Arg::from(one_line(file)))]));
        page.line("");
        if self.is_workbook {
            page.explain(&about("sheet"));
            if self.sheets.len() > 1 {
                let sheets = words.fill("new-ids", &[("ids", Arg::from(self.sheets.join(", ")))]);
                page.explain(&format!("{sheets} {}", words.get("map-sheet")));
            }
            page.line(&format!("{}: {}", key("sheet"), quoted(&self.sheet)));
        }
        page.explain(&about("heading_row"));
        page.line(&format!("{}: {}", key("heading_row"), self.heading_row));
        let kinds: Vec<&str> = RowKind::ALL.iter().map(|(_, name)| name.in_language(tag)).collect();
        let choose = words.fill("new-choose", &[("values", Arg::from(kinds.join(", ")))]);
        page.explain(&format!("{} {choose}", about("kind")));
        page.line(&format!("{}: {}", key("kind"), self.kind.name().in_language(tag)));
        if self.kind == RowKind::Report {
            page.explain(&about("period"));
            let period = self.period.map(|own| own.to_string()).unwrap_or_default();
            page.line(&entry(key("period"), &period, ""));
        }
        page.line("");
        page.explain(&about("columns"));
        let known: Vec<String> = self.fields(words).into_iter().map(|(key, _)| key).collect();
        page.explain(&words.fill("map-fields", &[("fields", Arg::from(known.join(", ")))]));
        page.line(&format!("{}:", key("columns")));
        for own in &self.columns {
            let comment = own.examples.join("; ");
            let field = own.field.as_deref().unwrap_or_default();
            page.line(&entry(&format!("  {}", quoted(&own.name)), field, &comment));
        }
        if !self.defaults.is_empty() {
            page.line("");
            page.explain(&about("defaults"));
            page.line(&format!("{}:", key("defaults")));
            for (key, value) in &self.defaults {
                if let Some(choose) = self.choose(key, words) {
                    page.line(&format!("  # {choose}"));
                }
                let value = value.as_deref().map(quoted).unwrap_or_default();
                page.line(&entry(&format!("  {key}"), &value, ""));
            }
        }
        if !self.values.is_empty() {
            page.line("");
            page.explain(&about("values"));
            page.line(&format!("{}:", key("values")));
            let mut before = "";
            for own in &self.values {
                if before != own.field {
                    page.line(&format!("  {}:", own.field));
                    if let Some(choose) = self.choose(&own.field, words) {
                        page.line(&format!("    # {choose}"));
                    }
                }
                before = &own.field;
                let value = own.meaning.as_deref().map(quoted).unwrap_or_default();
                let cells = shown(&own.cells, words);
                let near = own.near.as_deref().filter(|_| own.meaning.is_none());
                let comment = match (&own.either, near) {
                    (Some((one, other)), _) => {
                        let dates = [("one", Arg::from(one.as_str())), ("other", Arg::from(other.as_str()))];
                        format!("{cells}; {}", words.fill("map-either", &dates))
                    }
                    (None, Some(near)) => format!("{cells}; {}", words.fill("map-near", &[("near", Arg::from(near))])),
                    (None, None) => cells,
                };
                page.line(&entry(&format!("    {}", quoted(&own.written)), &value, &comment));
            }
        }
        page.text()
    }
}

/// A line of a map: a key, what stands behind its colon, and a comment.
fn entry(key: &str, value: &str, comment: &str) -> String {
    let value = if value.is_empty() { String::new() } else { format!(" {value}") };
    let comment = if comment.is_empty() { String::new() } else { format!(" # {comment}") };
    format!("{key}:{value}{comment}")
}

/// What rows of a kind are; which columns reports have depends on no period.
fn what(kind: RowKind, date: Option<PlanDate>) -> Option<What> {
    let any = || "2026".parse().ok().and_then(Period::named);
    What::of_rows(kind, date.and_then(Period::named).or_else(any))
}

/// What a text that the plan does not know may mean.
fn guessed(column: &Column, written: &str, ids: &Ids, words: &Words) -> DraftValue {
    let tag = words.language().tag();
    let (mut meaning, mut near) = (None, None);
    if matches!(column.holds, Holds::Owner | Holds::Id(_)) {
        near = ids.near("initiative", written);
    }
    if let Some(spot) = column.spot() {
        // Who somebody is in the plan is never guessed.
        if let Shape::Reference(kind) = spot.field.shape {
            near = ids.near(kind, written);
        } else {
            meaning = guess::meaning(&spot.field, written).map(|own| own.in_language(tag).to_owned());
        }
    }
    let written = written.to_owned();
    DraftValue { field: column.key(tag), written, cells: Vec::new(), meaning, near, either: None }
}

/// Some of what stands in a column, each once.
fn examples(grid: &Grid, heading: u32, column: u32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (_, cell) in grid.range((heading + 1, 0)..).filter(|((_, own), _)| *own == column) {
        let text: String = one_line(&plain(cell));
        let short =
            if text.chars().count() > EXAMPLE { text.chars().take(EXAMPLE - 1).chain(['…']).collect() } else { text };
        if !short.is_empty() && !is_nothing(cell) && !found.contains(&short) {
            found.push(short);
        }
        if found.len() == EXAMPLES {
            break;
        }
    }
    found
}

/// A text on one line, without what a terminal or a comment could take for more than that.
fn one_line(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first of some cells, and how many more there are.
pub fn shown(cells: &[String], words: &Words) -> String {
    let first: Vec<&str> = cells.iter().take(FIRST).map(String::as_str).collect();
    match cells.len().checked_sub(FIRST).filter(|more| *more > 0) {
        None => first.join(", "),
        Some(more) => words.fill("map-cells", &[("cells", Arg::from(first.join(", "))), ("n", Arg::from(more))]),
    }
}
