//! Where in a file a value stands: the record that it is of, and its field.

use crate::compose::format::is_key;
use crate::files::{FileId, Files};
use crate::source::record::{Field, Record, Shape};
use crate::source::yaml::{Node, Tree};

/// Records that are alike: those of files themselves, or those in a list of theirs.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// What the file holds.
    pub file: &'static Record,
    /// The field of the list, by its English name; `None`: the file's own record is meant.
    pub list: Option<&'static str>,
}

impl Rows {
    /// The list that they stand in.
    pub fn field(self) -> Option<Field> {
        (self.file.fields)().into_iter().find(|own| Some(own.name.en) == self.list)
    }

    /// What each of them holds.
    pub fn record(self) -> &'static Record {
        match self.field().map(|own| own.shape) {
            Some(Shape::Record(inner)) => inner,
            _ => self.file,
        }
    }
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The record that it is a field of.
    pub record: &'static Record,
    /// The field that holds that record, when it is not the record's own.
    pub outer: Option<Field>,
    /// The field.
    pub field: Field,
}

/// Where in a file a record stands.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// It is the file's own.
    Top,
    /// It is the nth of a list.
    Item(Rows, usize),
}

impl Place {
    /// The record in the tree of its file.
    pub fn of<'a>(&self, root: &'a Node) -> Option<&'a Node> {
        match self {
            Self::Top => Some(root),
            Self::Item(rows, n) => {
                let list = rows.field()?;
                let value = value_of(root, |key| is_key(&list, key))?;
                if let Tree::List(items) = &value.value { items.get(*n) } else { None }
            }
        }
    }
}

/// The value of the first key of a record that is meant.
pub fn value_of(node: &Node, is_meant: impl Fn(&str) -> bool) -> Option<&Node> {
    let Tree::Map(entries) = &node.value else { return None };
    entries.iter().find(|(key, _)| is_meant(&key.value)).map(|(_, value)| value)
}

/// The value of a field.
pub fn found<'a>(record: &'a Node, spot: &Spot) -> Option<&'a Node> {
    let record = match &spot.outer {
        Some(outer) => value_of(record, |key| is_key(outer, key))?,
        None => record,
    };
    value_of(record, |key| is_key(&spot.field, key))
}

/// The fields of a record that hold values, those of a record in it too; lists of records are left out.
pub fn spots(record: &'static Record) -> Vec<Spot> {
    let mut spots = Vec::new();
    for field in (record.fields)() {
        match field.shape {
            Shape::Record(inner) if !field.many => {
                let fields = (inner.fields)().into_iter().filter(is_plain);
                spots.extend(fields.map(|own| Spot { record: inner, outer: Some(field.clone()), field: own }));
            }
            _ if is_plain(&field) => spots.push(Spot { record, outer: None, field }),
            _ => {}
        }
    }
    spots
}

/// Whether a field holds a value, or a list of such.
pub fn is_plain(field: &Field) -> bool {
    !matches!(field.shape, Shape::Record(_) | Shape::Words)
}

/// The file of units and roles.
pub fn organisation(files: &Files) -> Option<FileId> {
    ["content/organisation.yaml", "content/organisation.yml"].into_iter().find_map(|path| files.find(path))
}
