//! Whether a value can stand in the plan: the vocabulary reads it as if it stood in a file, and what it refers to is looked
//! for.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::UNIT_OR_ROLE;
use crate::diag::{Diagnostic, Diagnostics, Fill, code};
use crate::files::{At, FileId, Span};
use crate::model::{Choice as _, Kind, fold};
use crate::source::record::{Reader, Shape, Value as _};
use crate::source::value::{is_id, slug};
use crate::source::vocabulary as v;
use crate::source::yaml::{Node, Tree};
use crate::words::nearest;

use super::guess::meaning;
use super::place::Spot;
use super::sheets::{Key, Table, What};
use super::value::{number, split};

/// The ids of a plan, with those that are new in a workbook, and the ids that things had before.
#[derive(Default)]
pub(super) struct Ids {
    now: BTreeMap<Kind, BTreeSet<String>>,
    before: BTreeMap<Kind, BTreeSet<String>>,
    /// By what things are called, as it is compared; `None`: several are called so.
    titles: BTreeMap<Kind, BTreeMap<String, Option<String>>>,
}

impl Ids {
    /// Of what is in these sheets.
    pub(super) fn of(tables: impl Iterator<Item = Table>) -> Self {
        let mut ids = Self::default();
        for table in tables {
            ids.add(table.what, table.rows.iter().map(|row| row.key.clone()));
            let title = table.columns.iter().position(|own| own.header("en") == "title");
            for row in &table.rows {
                let title = title.and_then(|n| row.cells.get(n)).map_or("", String::as_str);
                ids.call(table.what, title, &row.key.1);
            }
            let aliases = table.columns.iter().position(|own| own.header("en") == "aliases");
            if let (What::Files(kind) | What::Listed(kind), Some(n)) = (table.what, aliases) {
                let own = table.rows.iter().filter_map(|row| row.cells.get(n)).flat_map(|text| split(text));
                ids.before.entry(kind).or_default().extend(own);
            }
        }
        ids
    }

    /// Adds the things of a sheet.
    pub(super) fn add(&mut self, what: What, keys: impl Iterator<Item = Key>) {
        if let What::Files(kind) | What::Listed(kind) = what {
            self.now.entry(kind).or_default().extend(keys.map(|(_, id)| id));
        }
    }

    /// Adds what something is called.
    pub(super) fn call(&mut self, what: What, title: &str, id: &str) {
        let (What::Files(kind) | What::Listed(kind)) = what else { return };
        if title.trim().is_empty() {
            return;
        }
        let own = self.titles.entry(kind).or_default().entry(fold(title)).or_insert_with(|| Some(id.to_owned()));
        if own.as_deref() != Some(id) {
            *own = None;
        }
    }

    /// The id of what a text names: by its id, by what it is called, or by what would be made an id of that.
    pub(super) fn named(&self, kind: &str, text: &str) -> Option<String> {
        let all = kinds(kind);
        let text = text.split_once(':').filter(|(own, _)| fold(own) == kind).map_or(text, |(_, id)| id).trim();
        let leads = |id: &str| all.iter().any(|kind| self.leads(*kind, id));
        if leads(text) {
            return Some(text.to_owned());
        }
        let own = fold(text);
        let called: Vec<&Option<String>> = all.iter().filter_map(|kind| self.titles.get(kind)?.get(&own)).collect();
        match called.as_slice() {
            [Some(id)] => Some(id.clone()),
            [] => Some(slug(text)).filter(|id| leads(id)),
            _ => None,
        }
    }

    /// The id most like a text, or that of what is called most like it.
    pub(super) fn near(&self, kind: &str, text: &str) -> Option<String> {
        let all = kinds(kind);
        let ids = all.iter().filter_map(|kind| self.now.get(kind)).flatten().map(String::as_str);
        let titles = || all.iter().filter_map(|kind| self.titles.get(kind)).flatten();
        nearest(text, ids.filter(|own| *own != text)).map(str::to_owned).or_else(|| {
            let near = nearest(&fold(text), titles().map(|(title, _)| title.as_str()))?;
            titles().find(|(title, _)| *title == near).and_then(|(_, id)| id.clone())
        })
    }

    /// All of these kinds.
    pub(super) fn all(&self, kind: &str) -> Vec<String> {
        kinds(kind).iter().filter_map(|kind| self.now.get(kind)).flatten().cloned().collect()
    }

    /// Whether something is called so now.
    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        self.now.get(&kind).is_some_and(|own| own.contains(id))
    }

    /// Whether something is called so, or was.
    fn leads(&self, kind: Kind, id: &str) -> bool {
        self.has(kind, id) || self.before.get(&kind).is_some_and(|own| own.contains(id))
    }
}

/// The kinds that a reference of this name can lead to.
fn kinds(name: &str) -> Vec<Kind> {
    Kind::parse(name).map_or_else(|| vec![Kind::Unit, Kind::Role], |kind| vec![kind])
}

/// What is said of an id that nothing of a kind has.
pub(super) fn unknown(kind: &str, id: &str, ids: &Ids, file: FileId) -> Diagnostic {
    let name = Kind::parse(kind).map_or(UNIT_OR_ROLE, Kind::name);
    let own = Diagnostic::new(&code::UNKNOWN_REFERENCE, Span::top(file));
    own.with("kind", Fill::Name(name)).with("id", id).nearest(ids.near(kind, id))
}

/// What is said of an id that is none.
pub(super) fn bad_id(id: &str, file: FileId) -> Diagnostic {
    let near = Some(slug(id)).filter(|own| is_id(own));
    Diagnostic::new(&code::BAD_ID, Span::top(file)).with("id", id).nearest(near)
}

/// What is said of a field that must be there and is not.
pub(super) fn missing(spot: &Spot, file: FileId) -> Diagnostic {
    let own = Diagnostic::new(&code::MISSING_KEY, Span::top(file));
    own.with("key", spot.field.name).with("record", spot.record.name)
}

/// What is wrong with the values of a field; `None`: nothing that is known without the rest of the plan.
pub(super) fn problem(what: What, spot: &Spot, items: &[String], ids: &Ids, file: FileId) -> Option<Diagnostic> {
    let span = Span::top(file);
    let is_number = matches!(spot.field.shape, Shape::Number | Shape::Count);
    let leaf = |text: &String| {
        let number = number(text).filter(|_| is_number);
        Node { value: number.map_or_else(|| Tree::Text(text.clone()), |own| Tree::Number(own, own.to_string())), span }
    };
    let all: Vec<Node> = items.iter().map(leaf).collect();
    let value = if spot.field.many { Node { value: Tree::List(all), span } } else { all.into_iter().next()? };
    let record =
        |name: &str, value: Node| Node { value: Tree::Map(vec![(At::new(name.to_owned(), span), value)]), span };
    let mut node = record(spot.field.name.en, value);
    if let Some(outer) = &spot.outer {
        node = record(outer.name.en, node);
    }
    let mut found = Diagnostics::new();
    read(what, &node, &mut Reader { diagnostics: &mut found });
    // What else the record must have is for the whole row to say.
    if let Some(first) = found.iter().find(|own| own.rule != &code::MISSING_KEY) {
        let first = first.clone();
        let near = Some(&spot.field).filter(|_| *first.rule == code::UNKNOWN_VALUE && first.hints.is_empty());
        return Some(first.nearest(near.and_then(|field| Some(Fill::Name(meaning(field, items.first()?)?)))));
    }
    let Shape::Reference(kind) = spot.field.shape else { return None };
    let lost = items.iter().find(|id| !kinds(kind).into_iter().any(|kind| ids.leads(kind, id)))?;
    Some(unknown(kind, lost, ids, file))
}

/// Reads a record as it would be read in a file.
fn read(what: What, node: &Node, reader: &mut Reader<'_>) {
    macro_rules! read {
        ($($what:pat => $record:ident),* $(,)?) => {
            match what { $($what => drop(v::$record::read(node, reader)),)* }
        };
    }
    read! {
        What::Files(Kind::Area) => Area,
        What::Files(Kind::Goal) => Goal,
        What::Files(Kind::Indicator) => Indicator,
        What::Files(Kind::Forum) => Forum,
        What::Files(Kind::Insight) => Insight,
        What::Files(Kind::Decision) => Decision,
        What::Files(_) => Initiative,
        What::Activities => Activity,
        What::Listed(Kind::Role) => Role,
        What::Listed(_) => Unit,
        What::Reports(_) => Report,
    }
}
