//! Which sheets a workbook has, which columns each, and what stands in their rows: made from the vocabulary and the files.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::compose::format::is_key;
use crate::compose::place::{Place, Rows, Spot, found, organisation, spots, value_of};
use crate::files::{FileId, Files};
use crate::model::{Choice as _, Kind, Name, Period, RowKind, fold};
use crate::source::record::Record;
use crate::source::yaml::{Node, Tree};
use crate::source::{body, front_matter_of, vocabulary as v};
use crate::words::{Language, Words};

use super::super::KINDS;
use crate::compose::value::{items_of, text_of};

/// What the column of a report's text is called.
const TEXT: Name = Name { en: "text", sv: "text" };
/// What the column of ids is called.
const ID: Name = Name { en: "id", sv: "id" };

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// Things with a file each.
    Files(Kind),
    /// The activities of initiatives.
    Activities,
    /// Units or roles, which stand in one file.
    Listed(Kind),
    /// The reports for a period: a row for each initiative.
    Reports(Period),
}

/// The sheets but that of the reports, in their order.
pub(super) const SHEETS: [What; 10] = [
    What::Files(Kind::Area),
    What::Files(Kind::Goal),
    What::Files(Kind::Initiative),
    What::Activities,
    What::Files(Kind::Indicator),
    What::Files(Kind::Forum),
    What::Files(Kind::Insight),
    What::Files(Kind::Decision),
    What::Listed(Kind::Role),
    What::Listed(Kind::Unit),
];

impl What {
    /// What rows of this kind are; reports are those for `period`, and none without one.
    pub(super) fn of_rows(kind: RowKind, period: Option<Period>) -> Option<Self> {
        Some(match kind {
            RowKind::Area => Self::Files(Kind::Area),
            RowKind::Goal => Self::Files(Kind::Goal),
            RowKind::Initiative => Self::Files(Kind::Initiative),
            RowKind::Activity => Self::Activities,
            RowKind::Indicator => Self::Files(Kind::Indicator),
            RowKind::Forum => Self::Files(Kind::Forum),
            RowKind::Insight => Self::Files(Kind::Insight),
            RowKind::Decision => Self::Files(Kind::Decision),
            RowKind::Role => Self::Listed(Kind::Role),
            RowKind::Unit => Self::Listed(Kind::Unit),
            RowKind::Report => Self::Reports(period?),
        })
    }

    /// The record of a row.
    pub(super) fn record(self) -> &'static Record {
        match self {
            Self::Files(Kind::Area) => &v::Area::RECORD,
            Self::Files(Kind::Goal) => &v::Goal::RECORD,
            Self::Files(Kind::Indicator) => &v::Indicator::RECORD,
            Self::Files(Kind::Forum) => &v::Forum::RECORD,
            Self::Files(Kind::Insight) => &v::Insight::RECORD,
            Self::Files(Kind::Decision) => &v::Decision::RECORD,
            Self::Files(_) => &v::Initiative::RECORD,
            Self::Activities => &v::Activity::RECORD,
            Self::Listed(Kind::Role) => &v::Role::RECORD,
            Self::Listed(_) => &v::Unit::RECORD,
            Self::Reports(_) => &v::Report::RECORD,
        }
    }

    /// The record of the file that a row stands in.
    fn file_record(self) -> &'static Record {
        match self {
            Self::Activities => &v::Initiative::RECORD,
            Self::Listed(_) => &v::Organisation::RECORD,
            Self::Files(_) | Self::Reports(_) => self.record(),
        }
    }

    /// Its name in data.
    pub(super) fn key(self) -> String {
        match self {
            Self::Reports(period) => format!("{} {period}", self.record().name.en),
            _ => self.record().name.en.to_owned(),
        }
    }

    /// What the sheet is called.
    pub(super) fn name(self, words: &Words) -> String {
        match self {
            Self::Reports(period) => format!("{} {period}", words.get("sheet-reports")),
            _ => words.get(&format!("sheet-{}", self.record().name.en)),
        }
    }

    /// The folder of its files, of those that have one each.
    pub(super) fn folder(self) -> Option<String> {
        match self {
            Self::Files(kind) => KINDS.iter().find(|(own, _)| *own == kind).map(|(_, own)| format!("content/{own}/")),
            Self::Reports(period) => Some(format!("content/reports/{period}/")),
            Self::Activities | Self::Listed(_) => None,
        }
    }

    /// Where in their files its rows stand.
    pub(super) fn rows(self) -> Rows {
        let list = match self {
            Self::Activities => Some("activities"),
            Self::Listed(Kind::Role) => Some("roles"),
            Self::Listed(_) => Some("units"),
            Self::Files(_) | Self::Reports(_) => None,
        };
        Rows { file: self.file_record(), list }
    }

    /// Its columns, in the vocabulary's order.
    pub(super) fn columns(self) -> Vec<Column> {
        let record = self.record();
        let mut columns = match self {
            Self::Activities => vec![Column::of(Holds::Owner), Column::of(Holds::Id(ID))],
            Self::Reports(_) => vec![Column::of(Holds::Id(Kind::Initiative.name()))],
            _ => vec![Column::of(Holds::Id(ID))],
        };
        let is_own_id = |spot: &Spot| spot.outer.is_none() && spot.field.name == ID;
        let spots = spots(record).into_iter().filter(|spot| !is_own_id(spot));
        columns.extend(spots.map(|spot| Column::of(Holds::Value(spot))));
        if matches!(self, Self::Reports(_)) {
            columns.push(Column::of(Holds::Body));
        }
        columns
    }

    /// The columns that somebody's own sheet can have: the text below the front matter, too, where there is such.
    pub(super) fn all_columns(self) -> Vec<Column> {
        let mut columns = self.columns();
        if matches!(self, Self::Files(_)) {
            columns.push(Column::of(Holds::Body));
        }
        columns
    }
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) holds: Holds,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub(super) enum Holds {
    /// The initiative that a row belongs to.
    Owner,
    /// The id of the row, and what that is called.
    Id(Name),
    /// The value of a field.
    Value(Spot),
    /// The text below the front matter.
    Body,
}

impl Column {
    fn of(holds: Holds) -> Self {
        Self { holds }
    }

    /// What stands above it in the language with this tag.
    pub(super) fn header(&self, tag: &str) -> String {
        match &self.holds {
            Holds::Owner => Kind::Initiative.name().in_language(tag).to_owned(),
            Holds::Id(name) => name.in_language(tag).to_owned(),
            Holds::Body => TEXT.in_language(tag).to_owned(),
            Holds::Value(Spot { outer: None, field, .. }) => field.name.in_language(tag).to_owned(),
            Holds::Value(Spot { outer: Some(outer), field, .. }) => {
                format!("{}: {}", outer.name.in_language(tag), field.name.in_language(tag))
            }
        }
    }

    /// Its name in a map, in the language with this tag: that of a field in a record has a full stop for the colon, which
    /// would need quotation marks there.
    pub(super) fn key(&self, tag: &str) -> String {
        self.header(tag).replace(": ", ".")
    }

    /// Whether a map means it by this, in any language.
    pub(super) fn is_meant(&self, key: &str) -> bool {
        let key = fold(&key.replace(": ", ".").replace(':', "."));
        Language::all().any(|language| fold(&self.key(language.tag())) == key)
    }

    /// Whether this stands above it, in any language.
    pub(super) fn is_called(&self, header: &str) -> bool {
        let header = fold(header);
        Language::all().any(|language| fold(&self.header(language.tag())) == header)
    }

    /// The field that it holds.
    pub(super) fn spot(&self) -> Option<&Spot> {
        if let Holds::Value(spot) = &self.holds { Some(spot) } else { None }
    }
}

/// A sheet with its rows.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) what: What,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

/// A row: the text of each cell, in the order of the columns.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) cells: Vec<String>,
    /// Where it stands; `None`: nowhere yet.
    pub(super) home: Option<Home>,
}

/// What a row is known by: the initiative that it belongs to, if it does, and its id.
pub(super) type Key = (String, String);

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home {
    pub(super) file: FileId,
    pub(super) place: Place,
}

/// What the files of a plan say, sheet by sheet.
pub(super) struct Tables<'a> {
    files: &'a Files,
    language: Language,
    /// The files that can't be read: they have no rows.
    pub(super) unread: BTreeSet<FileId>,
    trees: BTreeMap<FileId, Option<(&'a str, Rc<Node>)>>,
}

impl<'a> Tables<'a> {
    /// Of a plan that is written in this language.
    pub(super) fn new(files: &'a Files, language: Language) -> Self {
        Self { files, language, unread: files.unread.iter().map(|own| own.file).collect(), trees: BTreeMap::new() }
    }

    /// A sheet with a row for each thing that there is.
    pub(super) fn table(&mut self, what: What) -> Table {
        self.table_of(what, what.columns())
    }

    /// The same with these columns.
    pub(super) fn table_of(&mut self, what: What, columns: Vec<Column>) -> Table {
        let rows = match what {
            What::Files(_) => self.things(what, &columns),
            What::Reports(_) => self.reports(what, &columns),
            What::Activities => {
                let all = self.things(What::Files(Kind::Initiative), &[]);
                let mut rows = Vec::new();
                for own in all {
                    let file = own.home.map(|own| own.file);
                    rows.extend(file.map(|file| self.listed(what, &columns, &own.key.1, file)).unwrap_or_default());
                }
                rows
            }
            What::Listed(_) => {
                let file = organisation(self.files);
                if let Some(file) = file.filter(|own| !self.unread.contains(own))
                    && self.tree(file).is_none()
                {
                    self.unread.insert(file);
                }
                file.map(|file| self.listed(what, &columns, "", file)).unwrap_or_default()
            }
        };
        Table { what, columns, rows }
    }

    /// A file's text and tree; each is read once.
    fn tree(&mut self, file: FileId) -> Option<(&'a str, Rc<Node>)> {
        let files = self.files;
        self.trees.entry(file).or_insert_with(|| Self::read(files, file)).clone()
    }

    fn read(files: &'a Files, file: FileId) -> Option<(&'a str, Rc<Node>)> {
        let own = files.get(file);
        let text = std::str::from_utf8(&own.bytes).ok()?;
        // A file of Markdown without its two lines would be read as YAML.
        let is_markdown = own.path.strip_suffix(".md").is_some();
        let begins = text.trim_start_matches('\u{feff}').starts_with("---");
        let (node, _) = front_matter_of(text, file).filter(|_| !is_markdown || begins)?;
        matches!(node.value, Tree::Map(_) | Tree::Nothing).then(|| (text, Rc::new(node)))
    }

    /// The things that have a file each in a folder.
    fn things(&mut self, what: What, columns: &[Column]) -> Vec<Row> {
        let folder = what.folder().unwrap_or_default();
        let files = self.files;
        let mut rows = Vec::new();
        for (file, own) in files.under(&folder) {
            let Some(id) = own.path.strip_prefix(&folder).and_then(|name| name.strip_suffix(".md")) else { continue };
            if id.contains(['.', '/']) || self.unread.contains(&file) {
                continue;
            }
            let Some((text, node)) = self.tree(file) else {
                self.unread.insert(file);
                continue;
            };
            let key = (String::new(), id.to_owned());
            let cells = columns.iter().map(|column| self.cell(column, &key, &node, body(text, file))).collect();
            rows.push(Row { key, cells, home: Some(Home { file, place: Place::Top }) });
        }
        rows
    }

    /// The reports for a period, and an empty row for each initiative that has none.
    fn reports(&mut self, what: What, columns: &[Column]) -> Vec<Row> {
        let mut there = self.things(what, columns);
        let mut rows = Vec::new();
        for own in self.things(What::Files(Kind::Initiative), &[]) {
            let cells = columns.iter().map(|column| match column.holds {
                Holds::Id(_) => own.key.1.clone(),
                _ => String::new(),
            });
            rows.push(match there.iter().position(|report| report.key == own.key) {
                Some(n) => there.swap_remove(n),
                None => Row { key: own.key.clone(), cells: cells.collect(), home: None },
            });
        }
        // Reports on what is no initiative are somebody's mistake, and told by those who check them.
        rows
    }

    /// The records in a list of a file.
    fn listed(&mut self, what: What, columns: &[Column], owner: &str, file: FileId) -> Vec<Row> {
        let (Some(list), Some((_, root))) = (what.rows().field(), self.tree(file)) else { return Vec::new() };
        let Some(Node { value: Tree::List(items), .. }) = value_of(&root, |key| is_key(&list, key)) else {
            return Vec::new();
        };
        let id_field = (what.record().fields)().into_iter().find(|own| own.name == ID);
        let mut rows: Vec<Row> = Vec::new();
        for (n, item) in items.iter().enumerate() {
            let id = id_field.as_ref().and_then(|own| Some((value_of(item, |key| is_key(own, key))?, own)));
            let Some((id, own)) = id else { continue };
            let key = (owner.to_owned(), items_of(id, own, self.language).concat());
            // What has no id, or another's, has no row of its own.
            if key.1.is_empty() || rows.iter().any(|own| own.key == key) {
                continue;
            }
            let cells = columns.iter().map(|column| self.cell(column, &key, item, "")).collect();
            rows.push(Row { key, cells, home: Some(Home { file, place: Place::Item(what.rows(), n) }) });
        }
        rows
    }

    fn cell(&self, column: &Column, key: &Key, record: &Node, body: &str) -> String {
        match &column.holds {
            Holds::Owner => key.0.clone(),
            Holds::Id(_) => key.1.clone(),
            Holds::Body => body.replace("\r\n", "\n").trim().to_owned(),
            Holds::Value(spot) => match found(record, spot) {
                Some(value) => text_of(&items_of(value, &spot.field, self.language), &spot.field),
                None => String::new(),
            },
        }
    }
}
