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
use crate::model::{Choice as _, Kind, Period, PlanDate, Rhythm};
use crate::source::value::{is_id, slug};
use crate::words::{Language, Words};

use super::edit::Page;
use super::judge::{Ids, bad_id, missing, problem, unknown};
use super::place::Spot;
use super::read::{Grid, read};
use super::sheets::{Column, Holds, Key, Row, SHEETS, Table, Tables, What, organisation};
use super::value::{Cell, items_in, plain, text_of};
use super::{LONGEST_TEXT, MEMORY, address, fitting};

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
}

/// Why nothing is imported.
#[derive(Debug)]
pub enum Refused {
    /// It can't be read as a workbook; why.
    Unread(String),
    /// It has no sheet of the plan.
    Foreign,
    /// These cells have to be mended first.
    Cells(Vec<BadCell>),
    /// The plan would have errors that it has not now.
    Worse(Files, Diagnostics),
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
}

/// What a workbook says that was changed in it, in a plan in the language of `words`.
///
/// # Errors
/// When nothing is to be written.
pub fn import(files: &Files, workbook: &[u8], words: &Words) -> Result<Imported, Refused> {
    let mut sheets = read(workbook).map_err(Refused::Unread)?;
    let memory = sheets.iter().position(|(name, _)| name == MEMORY).map(|n| Memory::of(&sheets.swap_remove(n).1));
    let language = words.language();
    let Some((any, _)) = files.iter().next() else { return Err(Refused::Foreign) };
    let mut tables = Tables::new(files, language);
    let ids = Ids::of(SHEETS.iter().map(|what| tables.table(*what)));
    let mut importer = Importer {
        files,
        language,
        any,
        memory,
        ids,
        unread: BTreeSet::new(),
        bad: Vec::new(),
        left: Vec::new(),
        rows: Vec::new(),
    };
    let others: Vec<Words> = Language::all().filter(|own| *own != language).map(Words::new).collect();
    let catalogues: Vec<&Words> = std::iter::once(words).chain(&others).collect();
    let mut found: Vec<Sheet> = Vec::new();
    for (name, grid) in sheets {
        match meant(&name, &catalogues).filter(|what| !found.iter().any(|own| own.table.what == *what)) {
            Some(what) => {
                let table = tables.table(what);
                found.extend(importer.sheet(name, grid, table));
            }
            None if !catalogues.iter().any(|words| words.get("sheet-lists") == name) => {
                importer.left.push(Left::Sheet(name));
            }
            None => {}
        }
    }
    if found.is_empty() && importer.bad.is_empty() {
        return Err(Refused::Foreign);
    }
    importer.unread.clone_from(&tables.unread);
    // What is new is there for all who refer to it.
    for own in &found {
        importer.ids.add(own.table.what, own.rows().map(|row| own.key(row)));
    }
    for own in &found {
        importer.compare(own);
    }
    importer.done(words)
}

/// What a sheet of this name is about, in whatever language.
fn meant(name: &str, catalogues: &[&Words]) -> Option<What> {
    catalogues.iter().find_map(|words| {
        if let Some(what) = SHEETS.into_iter().find(|what| what.name(words) == name) {
            return Some(what);
        }
        let date: PlanDate = name.strip_prefix(&words.get("sheet-reports"))?.trim().parse().ok()?;
        Rhythm::ALL.iter().find_map(|(rhythm, _)| Period::of(date, *rhythm)).map(What::Reports)
    })
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
struct Sheet {
    name: String,
    grid: Grid,
    table: Table,
    /// Where each of the table's columns stands.
    places: Vec<Option<u32>>,
}

impl Sheet {
    fn address(&self, row: u32, column: usize) -> String {
        address(row, self.places.get(column).copied().flatten().unwrap_or_default())
    }

    fn cell(&self, row: u32, column: usize) -> Option<&Cell> {
        self.grid.get(&(row, self.places.get(column).copied().flatten()?))
    }

    /// The rows that have something in a column of the table.
    fn rows(&self) -> impl Iterator<Item = u32> {
        let known: BTreeSet<u32> = self.places.iter().flatten().copied().collect();
        let own = self.grid.keys().filter(move |(row, column)| *row > 0 && known.contains(column));
        own.map(|(row, _)| *row).collect::<BTreeSet<u32>>().into_iter()
    }

    /// What a row is known by.
    fn key(&self, row: u32) -> Key {
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

struct Importer<'a> {
    files: &'a Files,
    language: Language,
    /// For places in texts that are no files.
    any: FileId,
    memory: Option<Memory>,
    ids: Ids,
    unread: BTreeSet<FileId>,
    bad: Vec<BadCell>,
    left: Vec<Left>,
    rows: Vec<Changed>,
}

impl Importer<'_> {
    fn refuse(&mut self, sheet: &str, cell: String, why: Why) {
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
        Some(Sheet { name, grid, table, places })
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
        let bad = self.bad.len();
        let mut cells = Vec::new();
        for (n, column) in sheet.table.columns.iter().enumerate() {
            let is_read = matches!(column.holds, Holds::Value(_) | Holds::Body);
            if !is_read || sheet.places.get(n).copied().flatten().is_none() {
                cells.push(None);
                continue;
            }
            let cell = sheet.cell(row, n);
            if cell == Some(&Cell::Broken) {
                self.refuse(&sheet.name, sheet.address(row, n), Why::Broken);
                continue;
            }
            let full = own.and_then(|own| own.cells.get(n)).map_or("", String::as_str);
            let new = self.normal(&cell.map(plain).unwrap_or_default(), column);
            let now = self.normal(&fitting(full), column);
            let made =
                self.memory.as_ref().map(|memory| self.normal(memory.get(sheet.table.what, key, column), column));
            let made = made.unwrap_or_else(|| now.clone());
            if new == made || new == now {
                if new != now && own.is_some() {
                    older.push(sheet.address(row, n));
                }
                cells.push(None);
            } else if made != now && own.is_some() {
                self.refuse(&sheet.name, sheet.address(row, n), Why::Moved(now));
            } else if full.chars().count() > LONGEST_TEXT {
                self.refuse(&sheet.name, sheet.address(row, n), Why::TooLong);
            } else {
                cells.push(Some(new));
            }
        }
        (self.bad.len() == bad).then_some(cells)
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
            if is_empty(n) && spot.field.required && concerns && (spot.outer.is_none() || !beside().all(is_empty)) {
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
            return Err(Refused::Cells(self.bad));
        }
        let mut texts = Texts { files: self.files, language: self.language, any: self.any, now: BTreeMap::new() };
        // New files first: an activity may be of an initiative that is new.
        let (new, others): (Vec<Changed>, Vec<Changed>) = std::mem::take(&mut self.rows)
            .into_iter()
            .partition(|own| own.home.is_none() && own.what.folder().is_some());
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
            Some(found) => Err(Refused::Worse(after, found)),
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
