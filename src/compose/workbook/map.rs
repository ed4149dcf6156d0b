//! A map in, somebody's sheet as one of the plan's out: which column is what, and what the values mean that the plan does not
//! know.
//!
//! A map is a file of YAML beside the sheet, read as the plan's own files are: every mistake in it has a line and a column.
//! What it leaves open is no guess of ours: it is told with the name of its cell, as everything is that the plan would refuse.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{At, FileId, Files, Span};
use crate::model::{Choice as _, Name, Period, PlanDate, RowKind, fold};
use crate::source::record::{Reader, Shape, Value as _};
use crate::source::value::{Headings, is_id, slug};
use crate::source::vocabulary as v;
use crate::source::yaml::{self, Tree};
use crate::words::{Words, nearest};

use super::address;
use super::dates::{Dated, dated};
use super::given::{Given, letters};
use super::import::{Importer, Left, Refused, Sheet, Why};
use super::judge::{Ids, missing, problem, unknown};
use super::place::Spot;
use super::read::Grid;
use super::sheets::{Column, Holds, Key, Table, What};
use super::value::{Cell, items_in, joined, names, number, plain, split, text_of};

/// What a map says of a value that is as good as none.
pub const EMPTY: Name = Name { en: "empty", sv: "tomt" };
/// The longest id that is made of what something is called.
const LONGEST_ID: usize = 80;
/// A row with one text in a table of so many columns is none of its rows.
const WIDE: usize = 3;

/// How a sheet is read.
pub(super) struct Layout {
    /// Which of the sheets that were given.
    pub(super) sheet: usize,
    /// The row with the headings, from 0.
    pub(super) heading: u32,
    pub(super) what: What,
    pub(super) columns: Vec<Column>,
    /// Where in the sheet each of the columns stands.
    pub(super) places: Vec<Option<u32>>,
    /// What texts mean, by column and as they are compared; `None`: nothing.
    pub(super) values: BTreeMap<(usize, String), Option<At<String>>>,
    /// What new rows have where the sheet has nothing.
    pub(super) defaults: BTreeMap<usize, At<String>>,
    /// The map, for places in it; none where nothing of it is read from a file.
    pub(super) source: Files,
}

/// What a cell means.
pub(super) enum Meaning {
    /// This.
    Known(Cell),
    /// Nothing, as the map says.
    Nothing,
    /// The one date or the other.
    Unclear(PlanDate, PlanDate),
    /// Nobody knows what these texts in it mean.
    Unknown(Vec<String>),
}

/// Whether a cell is as good as empty: people write a stroke where they have nothing to say.
pub(super) fn is_nothing(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if matches!(text.trim(), "-" | "–" | "—"))
}

/// What stands above a column, on one line.
pub(super) fn heading(grid: &Grid, row: u32, column: u32) -> String {
    one_line(&grid.get(&(row, column)).map(plain).unwrap_or_default())
}

/// A text on one line: what is broken within a cell is broken to fit it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns of a sheet that have anything from the row of headings on, each with what stands above it.
pub(super) fn headings(grid: &Grid, row: u32) -> Vec<(u32, String)> {
    let all: BTreeSet<u32> = grid.range((row, 0)..).map(|((_, column), _)| *column).collect();
    all.into_iter().map(|column| (column, heading(grid, row, column))).collect()
}

/// What a map calls each of these columns: by what stands above it, or by its letters where that tells it from no other.
pub(super) fn keys(headings: &[(u32, String)]) -> Vec<(u32, String)> {
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in headings {
        *all.entry(fold(text)).or_default() += 1;
    }
    let named: BTreeMap<String, u32> = headings.iter().map(|(column, _)| (fold(&letters(*column)), *column)).collect();
    let key = |(column, text): &(u32, String)| {
        let folded = fold(text);
        // What stands above a column may be the letters of another one.
        let is_own = named.get(&folded).is_none_or(|own| own == column);
        let tells = !text.is_empty() && is_own && all.get(&folded) == Some(&1);
        (*column, if tells { text.clone() } else { letters(*column) })
    };
    headings.iter().map(key).collect()
}

impl Layout {
    /// Reads a map for what was given.
    pub(super) fn read((path, bytes): (&str, &[u8]), given: &Given, words: &Words) -> Result<Self, Refused> {
        if given.names().is_empty() {
            return Err(Refused::Foreign);
        }
        let source = Files::from_memory([(path, bytes.to_vec())]);
        let mut found = Diagnostics::new();
        let file = source.find(path);
        let layout = file.and_then(|file| Reading { given, words, file, found: &mut found }.layout(bytes));
        match layout {
            Some(layout) if found.rejected().is_none() => Ok(Self { source, ..layout }),
            _ => Err(Refused::Map(source, found)),
        }
    }

    /// The sheet as one of the plan's.
    pub(super) fn into_sheet(
        self,
        given: &Given,
        table: Table,
        importer: &mut Importer<'_>,
        words: &Words,
    ) -> Result<Sheet, Refused> {
        let Some((name, grid)) = given.sheets.get(self.sheet) else { return Err(Refused::Foreign) };
        let others = given.sheets.iter().filter(|(own, cells)| own != name && !cells.is_empty());
        importer.left.extend(others.map(|(own, _)| Left::Sheet(own.clone())));
        for (column, text) in headings(grid, self.heading).into_iter().filter(|(own, _)| !self.is_read(*own)) {
            let text = if text.is_empty() { letters(column) } else { text };
            importer.left.push(Left::Column(name.clone(), address(self.heading, column), text));
        }
        let (rows, alone) = self.rows(grid);
        for (row, column) in alone {
            let text = grid.get(&(row, column)).map(plain).unwrap_or_default();
            importer.left.push(Left::Row(name.clone(), address(row, column), text));
        }
        let mut keys = self.keys(grid, &rows, &table, &importer.ids);
        self.add_new(grid, &keys, &mut importer.ids);
        self.judge(&importer.ids, words)?;
        // A report that nobody has written has a row, too.
        let there: BTreeSet<&Key> = table.rows.iter().filter(|row| row.home.is_some()).map(|row| &row.key).collect();
        if keys.values().any(|key| !there.contains(key)) && !self.demand(name, importer) {
            // Where nothing tells one row from another there is nothing more to say of them.
            keys.clear();
        }
        let places = self.filled_places(grid);
        let (mut filled, mut wrong) = (Grid::new(), BTreeMap::new());
        for (row, key) in &keys {
            let is_new = !there.contains(key);
            for (n, place) in places.iter().enumerate().filter_map(|(n, place)| Some((n, (*place)?))) {
                let cell = grid.get(&(*row, place));
                let default = self.defaults.get(&n).filter(|_| is_new);
                let cell = match cell.map(|cell| self.meaning(n, cell, &importer.ids, words)) {
                    Some(Meaning::Known(cell)) => Some(cell),
                    Some(Meaning::Unknown(_)) => cell.cloned(),
                    Some(Meaning::Unclear(one, other)) => {
                        wrong.insert((*row, n), Why::Unclear(one, other));
                        None
                    }
                    Some(Meaning::Nothing) | None => default.map(|own| self.meant(n, &own.value, &importer.ids, words)),
                };
                filled.extend(cell.map(|cell| ((*row, place), cell)));
            }
            // What has no name can have no id, either.
            if let Some((n, spot)) = self.title().and_then(|n| Some((n, self.columns.get(n)?.spot()?)))
                && key.1.is_empty()
                && self.cell(grid, *row, n).is_none()
            {
                wrong.insert((*row, n), Why::Rule(missing(spot, importer.any)));
            }
        }
        let (name, grid, heading) = (name.clone(), filled, self.heading);
        Ok(Sheet { name, grid, table, places, heading, keys: Some(keys), wrong, keeps: true })
    }

    /// Where the columns stand once all is filled in.
    fn filled_places(&self, grid: &Grid) -> Vec<Option<u32>> {
        let mut places = self.places.clone();
        // An id that is made of what something is called stands where that does.
        let title = self.title().and_then(|n| self.place(n));
        if let Some(place) = self.column(|own| matches!(own, Holds::Id(_))).and_then(|n| places.get_mut(n)) {
            *place = place.or(title);
        }
        // What no column of the sheet has stands beyond its last one.
        let mut beyond = grid.keys().map(|(_, column)| column + 1).max().unwrap_or_default();
        for n in self.defaults.keys() {
            if let Some(place) = places.get_mut(*n).filter(|own| own.is_none()) {
                *place = Some(beyond);
                beyond += 1;
            }
        }
        places
    }

    /// The column with what something is called.
    fn title(&self) -> Option<usize> {
        let is_title = |own: &Column| own.spot().is_some_and(|own| own.outer.is_none() && own.field.name.en == "title");
        self.columns.iter().position(is_title)
    }

    fn column(&self, is_meant: impl Fn(&Holds) -> bool) -> Option<usize> {
        self.columns.iter().position(|own| is_meant(&own.holds))
    }

    fn cell<'a>(&self, grid: &'a Grid, row: u32, column: usize) -> Option<&'a Cell> {
        grid.get(&(row, self.place(column)?)).filter(|cell| !is_nothing(cell))
    }

    /// The rows of the list, and the cells that stand alone in theirs: headings in the middle of it, and notes.
    pub(super) fn rows(&self, grid: &Grid) -> (Vec<u32>, Vec<(u32, u32)>) {
        let mut all: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let below = grid.range((self.heading.saturating_add(1), 0)..).filter(|(_, cell)| !is_nothing(cell));
        for (row, column) in below.map(|(place, _)| *place) {
            all.entry(row).or_default().push(column);
        }
        let is_wide = headings(grid, self.heading).len() >= WIDE;
        let (mut rows, mut alone) = (Vec::new(), Vec::new());
        for (row, columns) in all {
            match columns.as_slice() {
                [one] if is_wide => alone.push((row, *one)),
                _ if columns.iter().any(|own| self.is_read(*own)) => rows.push(row),
                _ => {}
            }
        }
        (rows, alone)
    }

    /// What each row is known by; by nothing, where it has neither an id nor a name.
    fn keys(&self, grid: &Grid, rows: &[u32], table: &Table, ids: &Ids) -> BTreeMap<u32, Key> {
        let (owner, id, title) = (
            self.column(|own| matches!(own, Holds::Owner)),
            self.column(|own| matches!(own, Holds::Id(_))),
            self.title(),
        );
        // What is there already, by what it is called.
        let mut called: BTreeMap<(&str, String), Option<&str>> = BTreeMap::new();
        for row in &table.rows {
            let text = title.and_then(|n| row.cells.get(n)).map_or("", String::as_str);
            let own = called.entry((&row.key.0, fold(&one_line(text)))).or_insert(Some(&row.key.1));
            if *own != Some(row.key.1.as_str()) {
                *own = None;
            }
        }
        let text = |row: u32, n: Option<usize>| {
            let cell = n.and_then(|n| self.cell(grid, row, n)).map(plain).filter(|text| !text.is_empty());
            let default = || n.and_then(|n| self.defaults.get(&n)).map(|own| own.value.clone());
            let meant = |text: String| match n.and_then(|n| self.values.get(&(n, fold(&text)))) {
                Some(own) => own.as_ref().map(|own| own.value.clone()).unwrap_or_default(),
                None => text,
            };
            cell.map(meant).filter(|text| !text.is_empty()).or_else(default)
        };
        let initiative = |text: String| ids.named("initiative", &text).unwrap_or(text);
        let has_id = id.is_some_and(|n| self.place(n).is_some());
        let key = |row: u32| {
            let owner = text(row, owner).map(initiative).unwrap_or_default();
            if has_id {
                let own = text(row, id).unwrap_or_default();
                let own = match self.what {
                    What::Reports(_) => initiative(own),
                    _ if is_id(&own) => own,
                    _ => short(&slug(&own)),
                };
                return (owner, own);
            }
            let title = text(row, title).map(|own| one_line(&own)).unwrap_or_default();
            let known = called.get(&(owner.as_str(), fold(&title))).copied().flatten();
            let own = known.filter(|_| !title.is_empty()).map_or_else(|| short(&slug(&title)), str::to_owned);
            (owner, own)
        };
        rows.iter().map(|row| (*row, key(*row))).collect()
    }

    /// The ids of the plan with those of the sheet.
    pub(super) fn with_new(&self, grid: &Grid, rows: &[u32], table: &Table, mut ids: Ids) -> Ids {
        let keys = self.keys(grid, rows, table, &ids);
        self.add_new(grid, &keys, &mut ids);
        ids
    }

    fn add_new(&self, grid: &Grid, keys: &BTreeMap<u32, Key>, ids: &mut Ids) {
        for (row, key) in keys.iter().filter(|(_, (_, id))| !id.is_empty()) {
            let title = self.title().and_then(|n| self.cell(grid, *row, n)).map(plain).unwrap_or_default();
            ids.call(self.what, &title, &key.1);
            ids.add(self.what, std::iter::once(key.clone()));
        }
    }

    /// What the map says that values mean is held against the plan.
    fn judge(&self, ids: &Ids, words: &Words) -> Result<(), Refused> {
        let mut found = Diagnostics::new();
        let meanings = self.values.iter().filter_map(|((n, _), own)| Some((*n, own.as_ref()?)));
        for (n, own) in meanings.chain(self.defaults.iter().map(|(n, own)| (*n, own))) {
            let Some(spot) = self.columns.get(n).and_then(Column::spot) else { continue };
            let items = items(&own.value, spot, ids, words);
            if let Some(wrong) = problem(self.what, spot, &items, ids, own.span.file) {
                found.report(Diagnostic { span: Some(own.span), ..wrong });
            }
        }
        if let Some(n) = self.column(|own| matches!(own, Holds::Owner))
            && let Some(own) = self.defaults.get(&n).filter(|own| ids.named("initiative", &own.value).is_none())
        {
            let wrong = unknown("initiative", &own.value, ids, own.span.file);
            found.report(Diagnostic { span: Some(own.span), ..wrong });
        }
        if found.rejected().is_some() { Err(Refused::Map(self.source.clone(), found)) } else { Ok(()) }
    }

    /// Refuses new rows of which no column is what they must have; whether they can be told apart without it.
    fn demand(&self, name: &str, importer: &mut Importer<'_>) -> bool {
        let has_id = self.column(|own| matches!(own, Holds::Id(_))).is_some_and(|n| self.place(n).is_some());
        let mut is_known = true;
        for n in self.needed() {
            let field = match self.columns.get(n).map(|own| &own.holds) {
                Some(Holds::Value(spot)) => spot.field.name,
                Some(Holds::Owner | Holds::Id(_)) => RowKind::Initiative.name(),
                Some(Holds::Body) | None => continue,
            };
            let is_key = Some(n) == self.title() && !has_id;
            is_known &= !is_key && self.columns.get(n).is_some_and(|own| own.spot().is_some());
            importer.refuse(name, address(self.heading, 0), Why::NoField(field, self.what.record().name));
        }
        is_known
    }

    /// Where a column stands.
    fn place(&self, column: usize) -> Option<u32> {
        self.places.get(column).copied().flatten()
    }

    /// Whether a column of the sheet is one of the plan's.
    fn is_read(&self, column: u32) -> bool {
        self.places.contains(&Some(column))
    }

    /// The columns that new rows must have and that are neither in the sheet nor have a default.
    pub(super) fn needed(&self) -> Vec<usize> {
        let is_needed = |own: &Column| match &own.holds {
            Holds::Value(spot) => spot.outer.is_none() && spot.field.required,
            Holds::Owner => true,
            Holds::Id(_) => matches!(self.what, What::Reports(_)),
            Holds::Body => false,
        };
        let is_open = |n: &usize| self.place(*n).is_none() && !self.defaults.contains_key(n);
        (0..self.columns.len()).filter(|n| self.columns.get(*n).is_some_and(is_needed)).filter(is_open).collect()
    }

    /// A text of the map as a cell.
    fn meant(&self, n: usize, text: &str, ids: &Ids, words: &Words) -> Cell {
        let spot = self.columns.get(n).and_then(Column::spot);
        Cell::Text(spot.map_or_else(|| text.to_owned(), |spot| text_of(&items(text, spot, ids, words), &spot.field)))
    }

    /// What a cell in a column means.
    pub(super) fn meaning(&self, n: usize, cell: &Cell, ids: &Ids, words: &Words) -> Meaning {
        let text = plain(cell);
        let told = |text: &str| self.values.get(&(n, fold(text)));
        match told(&text) {
            Some(Some(own)) => return Meaning::Known(self.meant(n, &own.value, ids, words)),
            Some(None) => return Meaning::Nothing,
            None if is_nothing(cell) => return Meaning::Nothing,
            None => {}
        }
        // What a row belongs to, or reports on.
        let names_one = |own: &Column| match own.holds {
            Holds::Owner => true,
            Holds::Id(_) => matches!(self.what, What::Reports(_)),
            Holds::Value(_) | Holds::Body => false,
        };
        if self.columns.get(n).is_some_and(names_one) && ids.named("initiative", &text).is_none() {
            return Meaning::Unknown(vec![text]);
        }
        let Some(spot) = self.columns.get(n).and_then(Column::spot).filter(|_| *cell != Cell::Broken) else {
            return Meaning::Known(cell.clone());
        };
        let known = |text: String| Meaning::Known(Cell::Text(text));
        match spot.field.shape {
            Shape::Date if matches!(cell, Cell::Day(_)) => Meaning::Known(cell.clone()),
            Shape::Date => match dated(&text) {
                Dated::Plain(date) => known(date.to_string()),
                Dated::Either(one, other) => Meaning::Unclear(one, other),
                // A word of the vocabulary's own.
                Dated::Unknown if matches!(fold(&text).as_str(), "unknown" | "okant") => known(text),
                Dated::Unknown => Meaning::Unknown(vec![text]),
            },
            Shape::Bool => match fold(&text).as_str() {
                "x" | "1" | "ja" | "yes" | "true" => known("ja".to_owned()),
                "0" | "nej" | "no" | "false" => known("nej".to_owned()),
                _ => Meaning::Unknown(vec![text]),
            },
            Shape::Choice(_) => {
                let all: Vec<Name> = names(&spot.field).unwrap_or_default();
                let is_one = |text: &String| all.iter().any(|own| [own.sv, own.en].map(fold).contains(&fold(text)));
                if is_one(&text) { known(text) } else { Meaning::Unknown(vec![text]) }
            }
            Shape::Number | Shape::Count => {
                let bare = text.trim_end_matches([':', '-', '\u{2013}']).trim_end();
                let bare = ["kr", "kronor", "sek"].iter().find_map(|own| {
                    let cut = bare.len().checked_sub(own.len()).filter(|at| bare.is_char_boundary(*at))?;
                    let (amount, unit) = bare.split_at(cut);
                    unit.eq_ignore_ascii_case(own).then_some(amount)
                });
                let bare = bare.unwrap_or(&text).trim();
                if number(bare).is_some() { known(bare.to_owned()) } else { Meaning::Unknown(vec![text]) }
            }
            Shape::Reference(kind) => {
                let one = |text: &str| match told(text) {
                    Some(own) => Some(own.as_ref().map_or_else(Vec::new, |own| items(&own.value, spot, ids, words))),
                    None => ids.named(kind, text).map(|id| vec![id]),
                };
                let items = if spot.field.many { parted(&text, |own| one(own).is_some()) } else { vec![text] };
                let lost: Vec<String> = items.iter().filter(|own| one(own).is_none()).cloned().collect();
                if lost.is_empty() {
                    let found: Vec<String> = items.iter().filter_map(|own| one(own)).flatten().collect();
                    known(text_of(&found, &spot.field))
                } else {
                    Meaning::Unknown(lost)
                }
            }
            Shape::Text if Some(n) == self.title() => known(one_line(&text)),
            // Commas between labels are as good as semicolons.
            Shape::Text if spot.field.many => known(joined(&split(&text.replace(',', ";")))),
            _ => known(text),
        }
    }
}

/// The values in a text of the map.
pub(super) fn items(text: &str, spot: &Spot, ids: &Ids, words: &Words) -> Vec<String> {
    let items = items_in(text, &spot.field, words.language());
    let Shape::Reference(kind) = spot.field.shape else { return items };
    items.into_iter().map(|own| ids.named(kind, &own).unwrap_or(own)).collect()
}

/// The parts of a list in a cell: as lists are written, or with commas between them where a part is known then.
fn parted(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let smaller = |own: String| {
        let parts: Vec<String> = own.split(',').map(|part| part.trim().to_owned()).collect();
        let is_list = !is_known(&own) && parts.iter().any(|part| is_known(part));
        if is_list { parts } else { vec![own] }
    };
    split(text).into_iter().flat_map(smaller).filter(|part| !part.is_empty()).collect()
}

/// An id that is not too long, cut between words.
fn short(id: &str) -> String {
    if id.len() <= LONGEST_ID {
        return id.to_owned();
    }
    let cut = id.get(..LONGEST_ID).unwrap_or_default();
    cut.rsplit_once('-').map_or(cut, |(own, _)| own).to_owned()
}

/// The reading of a map.
struct Reading<'a, 'd> {
    given: &'a Given,
    words: &'a Words,
    file: FileId,
    found: &'d mut Diagnostics,
}

impl<'a> Reading<'a, '_> {
    fn layout(&mut self, bytes: &[u8]) -> Option<Layout> {
        let Ok(text) = std::str::from_utf8(bytes) else {
            let at = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
            self.found.report(Diagnostic::new(&code::NOT_UTF8, Span::new(self.file, at..at + 1)));
            return None;
        };
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
        let node = yaml::read(plain, self.file, text.len() - plain.len(), self.found)?;
        if node.value == Tree::Nothing {
            self.found.report(Diagnostic::new(&code::EMPTY_FILE, Span::top(self.file)));
            return None;
        }
        let map = v::SheetMap::read(&node, &mut Reader { diagnostics: self.found })?;
        let (sheet, grid) = self.sheet(map.sheet.as_ref())?;
        let heading = self.heading(grid, map.heading_row.as_ref())?;
        let kind = map.kind?;
        let what = self.what(&kind, map.period.as_ref())?;
        let (columns, headings) = (what.all_columns(), headings(grid, heading));
        let mut layout = Layout {
            sheet,
            heading,
            what,
            places: vec![None; columns.len()],
            columns,
            values: BTreeMap::new(),
            defaults: BTreeMap::new(),
            source: Files::default(),
        };
        self.columns(&mut layout, &headings, &map.columns?.value);
        for (key, own) in map.values.map(|own| own.value.0).unwrap_or_default() {
            let Some(n) = self.field(&layout, &key) else { continue };
            for (written, meaning) in own.0 {
                // Without a meaning nobody has said yet what it is.
                let Some(meaning) = meaning else { continue };
                let is_empty = [EMPTY.sv, EMPTY.en].map(fold).contains(&fold(&meaning.value));
                layout.values.insert((n, fold(&written.value)), (!is_empty).then_some(meaning));
            }
        }
        for (key, own) in map.defaults.map(|own| own.value.0).unwrap_or_default() {
            if let (Some(n), Some(own)) = (self.field(&layout, &key), own) {
                layout.defaults.insert(n, own);
            }
        }
        Some(layout)
    }

    /// Reports that a text is none of those that are known.
    fn unknown(&mut self, text: &At<String>, known: &[String]) {
        let near = nearest(&text.value, known.iter().map(String::as_str)).map(str::to_owned);
        let own = Diagnostic::new(&code::UNKNOWN_VALUE, text.span).with("value", text.value.as_str());
        self.found.report(own.with("known", known.join(", ")).nearest(near));
    }

    /// The sheet that is meant.
    fn sheet(&mut self, name: Option<&At<String>>) -> Option<(usize, &'a Grid)> {
        let given = self.given;
        let all: Vec<String> = given.names().into_iter().map(str::to_owned).collect();
        let wanted = match name {
            Some(name) => {
                let own = all.iter().find(|own| fold(own) == fold(&name.value));
                if own.is_none() {
                    self.unknown(name, &all);
                }
                own?
            }
            None => all.first()?,
        };
        let n = given.sheets.iter().position(|(own, _)| own == wanted)?;
        given.sheets.get(n).map(|(_, grid)| (n, grid))
    }

    /// The row of the headings, from 0.
    fn heading(&mut self, grid: &Grid, row: Option<&At<u32>>) -> Option<u32> {
        let Some(row) = row else { return Some(Given::heading_row(grid)) };
        let own = row.value.checked_sub(1).filter(|own| grid.range((*own, 0)..=(*own, u32::MAX)).next().is_some());
        if own.is_none() {
            let text = At::new(row.value.to_string(), row.span);
            self.unknown(&text, &[(Given::heading_row(grid) + 1).to_string()]);
        }
        own
    }

    fn what(&mut self, kind: &At<RowKind>, date: Option<&At<PlanDate>>) -> Option<What> {
        let period = date.and_then(|date| Period::named(date.value));
        let what = What::of_rows(kind.value, period);
        if what.is_none() {
            let field = (v::SheetMap::RECORD.fields)().into_iter().find(|own| own.name.en == "period")?;
            let at = date.map_or(kind.span, |date| date.span);
            let own = Diagnostic::new(&code::MISSING_KEY, at).with("key", field.name);
            self.found.report(own.with("record", v::SheetMap::RECORD.name));
        }
        what
    }

    /// The column of the plan that a key means; reports one that means none.
    fn field(&mut self, layout: &Layout, key: &At<String>) -> Option<usize> {
        let own = layout.columns.iter().position(|own| own.is_meant(&key.value));
        if own.is_none() {
            let tag = self.words.language().tag();
            let known: Vec<String> = layout.columns.iter().map(|own| own.key(tag)).collect();
            self.unknown(key, &known);
        }
        own
    }

    /// Takes in which column is what.
    fn columns(&mut self, layout: &mut Layout, headings: &[(u32, String)], map: &Headings) {
        let known = keys(headings);
        let mut seen: BTreeMap<usize, Span> = BTreeMap::new();
        for (heading, field) in &map.0 {
            let folded = fold(&one_line(&heading.value));
            let own = known.iter().find(|(_, own)| fold(own) == folded);
            let own = own.or_else(|| known.iter().find(|(column, _)| letters(*column) == heading.value.trim()));
            let Some((column, _)) = own else {
                let all: Vec<String> = known.iter().map(|(_, own)| own.clone()).collect();
                self.unknown(heading, &all);
                continue;
            };
            let Some(field) = field else { continue };
            let Some(n) = self.field(layout, field) else { continue };
            if let Some(first) = seen.insert(n, field.span) {
                let twice = Diagnostic::new(&code::YAML_DUPLICATE, field.span).with("key", field.value.as_str());
                self.found.report(twice.also(first, "first"));
                continue;
            }
            if let Some(place) = layout.places.get_mut(n) {
                *place = Some(*column);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_a_name_that_no_other_has() {
        let names = |headings: &[&str]| {
            let headings: Vec<(u32, String)> = (0..).zip(headings.iter().map(|&own| own.to_owned())).collect();
            keys(&headings).into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(&["Mål", "", "mål", "Start"]), "A B C Start");
        assert_eq!(names(&["b", "", "Start"]), "A B Start", "what stands above the first is what the second is called");
        assert_eq!(names(&["C", "A", "C"]), "A B C");
        assert_eq!(names(&["A", "Start"]), "A Start");
    }
}
