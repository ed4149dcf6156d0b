//! What differs between a workbook and the plan that it was made of, as new texts of the plan's files.
//!
//! A cell is changed when it says something else than the workbook was made with. Where the plan has moved on, too, nobody
//! but its editors can tell which of the two holds, so that is told and nothing is written. Each change is judged before
//! the first one is made: by the reading of the vocabulary, and by which ids there are. What comes of all of them is checked
//! as a plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::{heads, worse};
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{FileId, Files};
use crate::model::{Kind, Name, PlanDate};
use crate::source::value::{is_id, slug};
use crate::words::{Language, Words};

use super::edit::Page;
use super::given::{Given, given};
use super::judge::{Ids, bad_id, missing, problem, unknown};
use super::map::Layout;
use super::place::{Spot, organisation};
use super::read::Grid;
use super::separated::NoTable;
use super::sheets::{Column, Holds, Key, Row, SHEETS, Table, Tables, What};
use super::value::{Cell, items_in, plain, text_of};
use super::{LONGEST_TEXT, MEMORY, address, fitting, place_of};

/// What becomes of a plan's files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The files that hold something else, by path.
    pub changed: BTreeMap<String, String>,
    /// The files that are new, by path.
    pub added: BTreeMap<String, String>,
    /// What of the workbook was not read.
    pub left: Vec<Left>,
}

/// Something of a workbook that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// A sheet that is not of the plan.
    Sheet(String),
    /// A column that is none of its sheet's: the sheet, the cell, and what stands there.
    Column(String, String, String),
    /// Cells that nobody has changed, of which the plan says something else by now: the sheet and the cells.
    Older(String, Vec<String>),
    /// A row of something that is no longer in the plan: the sheet, the cell and the id.
    Gone(String, String, String),
    /// A row with nothing but one text, as of a heading in the middle of a list: the sheet, the cell and the text.
    Row(String, String, String),
}

/// Why nothing is imported.
#[derive(Debug)]
pub enum Refused {
    /// It can't be read as a workbook; why.
    Unread(String),
    /// It can't be read as CSV; why.
    NoTable(NoTable),
    /// It is a workbook of an older format, or one with a password.
    Old,
    /// It has no sheet of the plan.
    Foreign,
    /// The map is wrong: it, and what is wrong with it.
    Map(Files, Diagnostics),
    /// These cells have to be mended first.
    Cells(Vec<BadCell>),
    /// The plan would have errors that it has not now: the files as they would be, what is wrong, and the sheet and the cell
    /// of the row that each file would be from, of those that are from one.
    Worse(Files, Diagnostics, BTreeMap<String, (String, String)>),
}

/// A cell that can't be imported.
#[derive(Clone, Debug, PartialEq)]
pub struct BadCell {
    /// Its sheet.
    pub sheet: String,
    /// The cell, such as D14.
    pub cell: String,
    /// Why.
    pub why: Why,
}

/// Why a cell can't be imported.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It breaks a rule of the plan's files.
    Rule(Diagnostic),
    /// The row has no id; what it could be.
    NoId(Option<String>),
    /// The sheet has no column of this name.
    NoColumn(String),
    /// The row in this cell has the same id.
    Twice(String),
    /// The program of the workbook could not work it out.
    Broken,
    /// The plan has another value by now, which is this.
    Moved(String),
    /// It is of something that is no longer in the plan, with this id.
    Gone(String),
    /// The plan's text is longer than a cell can be.
    TooLong,
    /// The file at this path can't be read.
    Unread(String),
    /// It can't be written in the file at this path without something else.
    Unwritable(String),
    /// It may be the one or the other of these dates.
    Unclear(PlanDate, PlanDate),
    /// No column is this field, which new rows, of this record, must have.
    NoField(Name, Name),
}

/// What a workbook says that was changed in it, in a plan in the language of `words`.
///
/// # Errors
/// When nothing is to be written.
pub fn import(files: &Files, workbook: &[u8], words: &Words) -> Result<Imported, Refused> {
    import_own(files, &given("", workbook)?, words)
}

/// The same of a workbook, or of a CSV file, that is framdrift's own: its sheets are named, and its columns headed, as the
/// vocabulary has them. A CSV file does not remember what it was made of, so an empty cell in it takes nothing away.
///
/// # Errors
/// When nothing is to be written.
pub fn import_own(files: &Files, given: &Given, words: &Words) -> Result<Imported, Refused> {
    if !given.is_own() {
        return Err(Refused::Foreign);
    }
    let mut tables = Tables::new(files, words.language());
    let mut importer = Importer::new(files, &mut tables, words.language()).ok_or(Refused::Foreign)?;
    let memory = given.sheets.iter().find(|(name, _)| name == MEMORY);
    importer.memory = memory.map(|(_, grid)| Memory::of(grid));
    let mut found: Vec<Sheet> = Vec::new();
    for (n, (name, grid)) in given.sheets.iter().enumerate().filter(|(_, (name, _))| name != MEMORY) {
        match given.what(n).filter(|what| !found.iter().any(|own| own.table.what == *what)) {
            Some(what) => {
                let table = tables.table(what);
                let sheet = importer.sheet(name.clone(), grid.clone(), table);
                found.extend(sheet.map(|own| Sheet { keeps: !given.is_workbook, ..own }));
            }
            None if !given.is_of_lists(name) => importer.left.push(Left::Sheet(name.clone())),
            None => {}
        }
    }
    if found.is_empty() && importer.bad.is_empty() {
        return Err(Refused::Foreign);
    }
    importer.take(&found, &tables);
    importer.done(words)
}

/// What somebody else's sheet says, read as a map says: the path of its file, and its bytes.
///
/// # Errors
/// When nothing is to be written.
pub fn import_mapped(files: &Files, given: &Given, map: (&str, &[u8]), words: &Words) -> Result<Imported, Refused> {
    let mut tables = Tables::new(files, words.language());
    let mut importer = Importer::new(files, &mut tables, words.language()).ok_or(Refused::Foreign)?;
    let layout = Layout::read(map, given, words)?;
    let table = tables.table_of(layout.what, layout.columns.clone());
    let sheet = layout.into_sheet(given, table, &mut importer, words)?;
    importer.take(std::slice::from_ref(&sheet), &tables);
    importer.done(words)
}

/// What a workbook was made of.
struct Memory {
    cells: BTreeMap<(String, Key, String), String>,
}

impl Memory {
    fn of(grid: &Grid) -> Self {
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        for ((row, column), cell) in grid {
            rows.entry(*row).or_default().insert(*column, plain(cell));
        }
        let cells = rows.into_values().map(|mut row| {
            let mut part = |n: u32| row.remove(&n).unwrap_or_default();
            ((part(0), (part(1), part(2)), part(3)), part(4))
        });
        Self { cells: cells.collect() }
    }

    fn get(&self, what: What, key: &Key, column: &Column) -> &str {
        self.cells.get(&(what.key(), key.clone(), column.header("en"))).map_or("", String::as_str)
    }

    /// Whether it was made with such a row.
    fn has(&self, what: What, key: &Key) -> bool {
        what.columns().iter().any(|column| self.cells.contains_key(&(what.key(), key.clone(), column.header("en"))))
    }
}

/// A sheet of a workbook, and what the plan has of it.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) grid: Grid,
    pub(super) table: Table,
    /// Where each of the table's columns stands.
    pub(super) places: Vec<Option<u32>>,
    /// The row with the headings.
    pub(super) heading: u32,
    /// What its rows are known by, where that does not stand in them; only these rows are read then.
    pub(super) keys: Option<BTreeMap<u32, Key>>,
    /// What is wrong with cells before they are read, by row and column of the table.
    pub(super) wrong: BTreeMap<(u32, usize), Why>,
    /// An empty cell takes nothing away.
    pub(super) keeps: bool,
}

impl Sheet {
    fn address(&self, row: u32, column: usize) -> String {
        address(row, self.places.get(column).copied().flatten().unwrap_or_default())
    }

    fn cell(&self, row: u32, column: usize) -> Option<&Cell> {
        self.grid.get(&(row, self.places.get(column).copied().flatten()?))
    }

    /// The rows that have something in a column of the table.
    fn rows(&self) -> Vec<u32> {
        if let Some(keys) = &self.keys {
            return keys.keys().copied().collect();
        }
        let known: BTreeSet<u32> = self.places.iter().flatten().copied().collect();
        let own = self.grid.keys().filter(|(row, column)| *row > self.heading && known.contains(column));
        own.map(|(row, _)| *row).collect::<BTreeSet<u32>>().into_iter().collect()
    }

    /// What a row is known by.
    fn key(&self, row: u32) -> Key {
        if let Some(keys) = &self.keys {
            return keys.get(&row).cloned().unwrap_or_default();
        }
        let text = |is_meant: fn(&Holds) -> bool| {
            let n = self.table.columns.iter().position(|own| is_meant(&own.holds));
            n.and_then(|n| self.cell(row, n)).map(plain).unwrap_or_default()
        };
        (text(|own| matches!(own, Holds::Owner)), text(|own| matches!(own, Holds::Id(_))))
    }

    fn id_column(&self) -> usize {
        self.table.columns.iter().position(|own| matches!(own.holds, Holds::Id(_))).unwrap_or_default()
    }
}

/// A row that changes or is new: what becomes of its cells, by column.
struct Changed {
    what: What,
    sheet: String,
    key: Key,
    home: Option<super::sheets::Home>,
    /// The cell of its id.
    cell: String,
    /// The values that are others than before, of a new row all: with the cell that has them.
    fields: Vec<(Spot, Vec<String>, String)>,
    /// Another text below the front matter, with its cell.
    body: Option<(String, String)>,
}

impl Changed {
    /// The file that it has for its own.
    fn path(&self, files: &Files) -> Option<String> {
        let folder = self.what.folder()?;
        let there = self.home.map(|home| files.get(home.file).path.clone());
        Some(there.unwrap_or_else(|| format!("{folder}{}.md", self.key.1)))
    }
}

pub(super) struct Importer<'a> {
    pub(super) files: &'a Files,
    language: Language,
    /// For places in texts that are no files.
    pub(super) any: FileId,
    memory: Option<Memory>,
    pub(super) ids: Ids,
    unread: BTreeSet<FileId>,
    bad: Vec<BadCell>,
    pub(super) left: Vec<Left>,
    rows: Vec<Changed>,
}

impl<'a> Importer<'a> {
    /// Of a plan in this language; `None` when there is no file at all.
    fn new(files: &'a Files, tables: &mut Tables<'a>, language: Language) -> Option<Self> {
        let (any, _) = files.iter().next()?;
        let ids = Ids::of(SHEETS.iter().map(|what| tables.table(*what)));
        let (unread, bad, left, rows) = (BTreeSet::new(), Vec::new(), Vec::new(), Vec::new());
        Some(Self { files, language, any, memory: None, ids, unread, bad, left, rows })
    }

    /// Takes in what sheets say.
    fn take(&mut self, found: &[Sheet], tables: &Tables<'_>) {
        self.unread.clone_from(&tables.unread);
        // What is new is there for all who refer to it.
        for own in found {
            self.ids.add(own.table.what, own.rows().into_iter().map(|row| own.key(row)));
        }
        for own in found {
            self.compare(own);
        }
    }

    pub(super) fn refuse(&mut self, sheet: &str, cell: String, why: Why) {
        self.bad.push(BadCell { sheet: sheet.to_owned(), cell, why });
    }

    /// A sheet with its columns found; `None` when the one that tells the rows apart is not there.
    fn sheet(&mut self, name: String, grid: Grid, table: Table) -> Option<Sheet> {
        let mut places = vec![None; table.columns.len()];
        for ((_, at), cell) in grid.range((0, 0)..(1, 0)) {
            let header = plain(cell);
            let own = table.columns.iter().position(|column| column.is_called(&header));
            match own.and_then(|n| places.get_mut(n)).filter(|place| place.is_none()) {
                Some(place) => *place = Some(*at),
                None => self.left.push(Left::Column(name.clone(), address(0, *at), header)),
            }
        }
        let is_key = |own: &Column| matches!(own.holds, Holds::Owner | Holds::Id(_));
        let lacks = table.columns.iter().zip(&places).find(|(own, place)| is_key(own) && place.is_none());
        if let Some((own, _)) = lacks {
            self.refuse(&name, address(0, 0), Why::NoColumn(own.header(self.language.tag())));
            return None;
        }
        let (keys, wrong) = (None, BTreeMap::new());
        Some(Sheet { name, grid, table, places, heading: 0, keys, wrong, keeps: false })
    }

    /// What a text means in a column, in the one way.
    fn normal(&self, text: &str, column: &Column) -> String {
        match column.spot() {
            Some(spot) => text_of(&items_in(text, &spot.field, self.language), &spot.field),
            None => text.replace("\r\n", "\n").trim().to_owned(),
        }
    }

    fn compare(&mut self, sheet: &Sheet) {
        let there: BTreeMap<&Key, &Row> = sheet.table.rows.iter().map(|row| (&row.key, row)).collect();
        let mut seen: BTreeMap<Key, u32> = BTreeMap::new();
        let mut older = Vec::new();
        for row in sheet.rows() {
            let key = sheet.key(row);
            let id = sheet.address(row, sheet.id_column());
            let is_owned = sheet.table.what == What::Activities;
            if key.1.is_empty() || (is_owned && key.0.is_empty()) {
                self.nameless(sheet, row, &key);
                continue;
            }
            if let Some(first) = seen.insert(key.clone(), row) {
                self.refuse(&sheet.name, id, Why::Twice(sheet.address(first, sheet.id_column())));
                continue;
            }
            let own = there.get(&key).copied();
            let is_gone =
                own.is_none() && self.memory.as_ref().is_some_and(|memory| memory.has(sheet.table.what, &key));
            let Some(cells) = self.cells(sheet, row, &key, own, &mut older) else { continue };
            if cells.iter().all(Option::is_none) && (own.is_some() || is_gone) {
                if is_gone {
                    self.left.push(Left::Gone(sheet.name.clone(), id, key.1));
                }
                continue;
            }
            if is_gone {
                self.refuse(&sheet.name, id, Why::Gone(key.1));
                continue;
            }
            if own.is_none() && !self.may_be_new(sheet, row, &key) {
                continue;
            }
            self.change(sheet, row, key, own, &cells);
        }
        if !older.is_empty() {
            self.left.push(Left::Older(sheet.name.clone(), older));
        }
    }

    /// A row that nothing tells from others.
    fn nameless(&mut self, sheet: &Sheet, row: u32, key: &Key) {
        let wrong = sheet.wrong.range((row, 0)..=(row, usize::MAX)).find(|(_, why)| matches!(why, Why::Rule(_)));
        if let Some(((_, n), why)) = wrong {
            self.refuse(&sheet.name, sheet.address(row, *n), why.clone());
            return;
        }
        let is_owner = |own: &Column| matches!(own.holds, Holds::Owner);
        let owner = sheet.table.columns.iter().position(is_owner).filter(|_| key.0.is_empty());
        let title = sheet.table.columns.iter().position(|own| own.header("en") == "title");
        let title = title.and_then(|n| sheet.cell(row, n)).map(|own| slug(&plain(own))).filter(|own| is_id(own));
        let near = title.filter(|_| owner.is_none());
        let cell = sheet.address(row, owner.unwrap_or_else(|| sheet.id_column()));
        self.refuse(&sheet.name, cell, Why::NoId(near));
    }

    /// What a row changes, by column; `None` when some of it is wrong.
    fn cells(
        &mut self,
        sheet: &Sheet,
        row: u32,
        key: &Key,
        own: Option<&Row>,
        older: &mut Vec<String>,
    ) -> Option<Vec<Option<String>>> {
        let mut is_right = true;
        let mut cells = Vec::new();
        for (n, column) in sheet.table.columns.iter().enumerate() {
            let is_read = matches!(column.holds, Holds::Value(_) | Holds::Body);
            if !is_read || sheet.places.get(n).copied().flatten().is_none() {
                cells.push(None);
                continue;
            }
            if let Some(why) = sheet.wrong.get(&(row, n)) {
                self.refuse(&sheet.name, sheet.address(row, n), why.clone());
                cells.push(None);
                continue;
            }
            let cell = sheet.cell(row, n);
            if cell == Some(&Cell::Broken) {
                self.refuse(&sheet.name, sheet.address(row, n), Why::Broken);
                is_right = false;
                continue;
            }
            let full = own.and_then(|own| own.cells.get(n)).map_or("", String::as_str);
            let new = self.normal(&cell.map(plain).unwrap_or_default(), column);
            let now = self.normal(&fitting(full), column);
            let made =
                self.memory.as_ref().map(|memory| self.normal(memory.get(sheet.table.what, key, column), column));
            let made = made.unwrap_or_else(|| now.clone());
            let is_kept = sheet.keeps && new.is_empty() && own.is_some();
            if new == made || new == now || is_kept {
                if new != now && own.is_some() && !is_kept {
                    older.push(sheet.address(row, n));
                }
                cells.push(None);
            } else if made != now && own.is_some() {
                self.refuse(&sheet.name, sheet.address(row, n), Why::Moved(now));
                is_right = false;
            } else if full.chars().count() > LONGEST_TEXT {
                self.refuse(&sheet.name, sheet.address(row, n), Why::TooLong);
                is_right = false;
            } else {
                cells.push(Some(new));
            }
        }
        is_right.then_some(cells)
    }

    /// Whether something new can have this id.
    fn may_be_new(&mut self, sheet: &Sheet, row: u32, (owner, id): &Key) -> bool {
        let cell = |column: usize| sheet.address(row, column);
        let what = sheet.table.what;
        let place = cell(sheet.id_column());
        if matches!(what, What::Reports(_)) {
            if !self.ids.has(Kind::Initiative, id) {
                let why = Why::Rule(unknown("initiative", id, &self.ids, self.any));
                self.refuse(&sheet.name, place, why);
                return false;
            }
        } else if !is_id(id) {
            self.refuse(&sheet.name, place, Why::Rule(bad_id(id, self.any)));
            return false;
        }
        if what == What::Activities && !self.ids.has(Kind::Initiative, owner) {
            let column = sheet.table.columns.iter().position(|own| matches!(own.holds, Holds::Owner));
            let why = Why::Rule(unknown("initiative", owner, &self.ids, self.any));
            self.refuse(&sheet.name, cell(column.unwrap_or_default()), why);
            return false;
        }
        let file = match what.folder() {
            Some(folder) => self.files.find(&format!("{folder}{id}.md")),
            None if what == What::Activities => None,
            None => organisation(self.files).filter(|file| self.unread.contains(file)),
        };
        if let Some(file) = file {
            self.refuse(&sheet.name, place, Why::Unread(self.files.get(file).path.clone()));
        }
        file.is_none()
    }

    /// Takes in what a row changes, when all of it can stand in the plan.
    fn change(&mut self, sheet: &Sheet, row: u32, key: Key, own: Option<&Row>, cells: &[Option<String>]) {
        let what = sheet.table.what;
        let home = own.and_then(|own| own.home);
        let bad = self.bad.len();
        // What the row says in the end.
        let after: Vec<String> = (cells.iter().enumerate())
            .map(|(n, new)| {
                let now = own.and_then(|own| own.cells.get(n)).cloned().unwrap_or_default();
                new.clone().unwrap_or(now)
            })
            .collect();
        let columns = &sheet.table.columns;
        for (n, column) in columns.iter().enumerate() {
            let Some(spot) = column.spot().filter(|_| sheet.places.get(n).copied().flatten().is_some()) else {
                continue;
            };
            let is_beside = |other: &Column| {
                let other = other.spot().and_then(|own| own.outer.as_ref());
                other.is_some() && other.map(|own| own.name) == spot.outer.as_ref().map(|own| own.name)
            };
            let beside = || columns.iter().enumerate().filter(|(_, other)| is_beside(other)).map(|(n, _)| n);
            let is_new = cells.get(n).is_some_and(Option::is_some);
            let concerns = home.is_none() || is_new || beside().any(|n| cells.get(n).is_some_and(Option::is_some));
            let is_empty = |n: usize| after.get(n).is_none_or(String::is_empty);
            if sheet.wrong.contains_key(&(row, n)) {
                // That has been told.
            } else if is_empty(n)
                && spot.field.required
                && concerns
                && (spot.outer.is_none() || !beside().all(is_empty))
            {
                self.refuse(&sheet.name, sheet.address(row, n), Why::Rule(missing(spot, self.any)));
            } else if is_new && !is_empty(n) {
                let items = items_in(after.get(n).map_or("", String::as_str), &spot.field, self.language);
                if let Some(found) = problem(what, spot, &items, &self.ids, self.any) {
                    self.refuse(&sheet.name, sheet.address(row, n), Why::Rule(found));
                }
            }
        }
        if self.bad.len() > bad {
            return;
        }
        let is_meant = |n: usize| home.is_none() || cells.get(n).is_some_and(Option::is_some);
        let mut fields = Vec::new();
        let mut body = None;
        for (n, column) in columns.iter().enumerate().filter(|(n, _)| is_meant(*n)) {
            let text = after.get(n).cloned().unwrap_or_default();
            match &column.holds {
                Holds::Value(spot) => {
                    let items = items_in(&text, &spot.field, self.language);
                    fields.push((spot.clone(), items, sheet.address(row, n)));
                }
                Holds::Body => body = Some((text, sheet.address(row, n))),
                Holds::Owner | Holds::Id(_) => {}
            }
        }
        let cell = sheet.address(row, sheet.id_column());
        self.rows.push(Changed { what, sheet: sheet.name.clone(), key, home, cell, fields, body });
    }

    /// What comes of all changes.
    fn done(mut self, words: &Words) -> Result<Imported, Refused> {
        if !self.bad.is_empty() {
            // In the order in which they stand, whatever was looked for first.
            let mut sheets: Vec<String> = self.bad.iter().map(|own| own.sheet.clone()).collect();
            sheets.dedup();
            let place = |own: &BadCell| (sheets.iter().position(|name| *name == own.sheet), place_of(&own.cell));
            self.bad.sort_by_cached_key(place);
            return Err(Refused::Cells(self.bad));
        }
        let mut texts = Texts { files: self.files, language: self.language, any: self.any, now: BTreeMap::new() };
        // New files first: an activity may be of an initiative that is new.
        let (new, others): (Vec<Changed>, Vec<Changed>) = std::mem::take(&mut self.rows)
            .into_iter()
            .partition(|own| own.home.is_none() && own.what.folder().is_some());
        let place = |own: &Changed| Some((own.path(self.files)?, (own.sheet.clone(), own.cell.clone())));
        let rows: BTreeMap<String, (String, String)> = new.iter().chain(&others).filter_map(place).collect();
        for own in new {
            texts.begin(&own, words);
        }
        let (there, listed): (Vec<Changed>, Vec<Changed>) = others.into_iter().partition(|own| own.home.is_some());
        for own in there.iter().chain(&listed) {
            for (cell, path) in texts.write(own) {
                self.refuse(&own.sheet, cell, Why::Unwritable(path));
            }
        }
        if !self.bad.is_empty() {
            return Err(Refused::Cells(self.bad));
        }
        let mut imported = Imported { left: self.left, ..Imported::default() };
        for (path, text) in texts.now {
            match self.files.find(&path) {
                None => drop(imported.added.insert(path, text)),
                Some(file) if self.files.text(file) != text => drop(imported.changed.insert(path, text)),
                Some(_) => {}
            }
        }
        let before = self.files.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
        let after: BTreeMap<String, Vec<u8>> = before
            .chain(
                imported
                    .changed
                    .iter()
                    .chain(&imported.added)
                    .map(|(path, text)| (path.clone(), text.clone().into_bytes())),
            )
            .collect();
        let after = Files::from_memory(after);
        match worse(self.files, &after) {
            Some(found) => Err(Refused::Worse(after, found, rows)),
            None => Ok(imported),
        }
    }
}

/// The texts of files as they become.
struct Texts<'a> {
    files: &'a Files,
    language: Language,
    any: FileId,
    now: BTreeMap<String, String>,
}

impl Texts<'_> {
    fn page<'a>(&self, text: &'a str) -> Page<'a> {
        Page { text, file: self.any, language: self.language }
    }

    /// A new file of a row; of an indicator, that of its values, too.
    fn begin(&mut self, own: &Changed, words: &Words) {
        let folder = own.what.folder().unwrap_or_default();
        let values: Vec<(Spot, Vec<String>)> =
            own.fields.iter().map(|(spot, values, _)| (spot.clone(), values.clone())).collect();
        let body = own.body.as_ref().map_or("", |(text, _)| text.as_str());
        let text = self.page("").new_file(&values, body);
        self.now.insert(format!("{folder}{}.md", own.key.1), text);
        let values = format!("{folder}{}.csv", own.key.1);
        if own.what == What::Files(Kind::Indicator) && self.files.find(&values).is_none() {
            self.now.insert(values, heads(words));
        }
    }

    /// Writes what a row changes in a file; gives the cells that can't be written, with the file's path.
    fn write(&mut self, own: &Changed) -> Vec<(String, String)> {
        let path = match own.home {
            Some(home) => self.files.get(home.file).path.clone(),
            None if own.what == What::Activities => {
                let folder = What::Files(Kind::Initiative).folder().unwrap_or_default();
                format!("{folder}{}.md", own.key.0)
            }
            None => organisation(self.files)
                .map_or_else(|| "content/organisation.yaml".to_owned(), |file| self.files.get(file).path.clone()),
        };
        let file = self.files.find(&path).map(|file| self.files.text(file).into_owned());
        let mut text = self.now.get(&path).cloned().or(file).unwrap_or_default();
        let mut failed = Vec::new();
        if let Some(home) = own.home {
            for (spot, values, cell) in &own.fields {
                match self.page(&text).set(own.what.rows(), home.place, spot, values) {
                    Some(new) => text = new,
                    None => failed.push((cell.clone(), path.clone())),
                }
            }
            if let Some((body, cell)) = &own.body {
                match self.page(&text).with_body(body) {
                    Some(new) => text = new,
                    None => failed.push((cell.clone(), path.clone())),
                }
            }
        } else {
            let id = (own.what.record().fields)().into_iter().find(|field| field.name.en == "id");
            let id = id.map(|field| (Spot { record: own.what.record(), outer: None, field }, vec![own.key.1.clone()]));
            let values = own.fields.iter().map(|(spot, values, _)| (spot.clone(), values.clone()));
            let values: Vec<(Spot, Vec<String>)> =
                id.into_iter().chain(values).filter(|(_, values)| !values.is_empty()).collect();
            match self.page(&text).add(own.what.rows(), &values) {
                Some(new) => text = new,
                None => failed.push((own.cell.clone(), path.clone())),
            }
        }
        self.now.insert(path, text);
        failed
    }
}
