//! How the records of the vocabulary are read from a YAML tree: every key and value is checked, every problem is
//! reported, and what can be read is kept.
//!
//! A record is a struct that mirrors a file or a part of one. The macro `records!` makes, from one table, the struct,
//! the description ([`Record`]) that schema and docs are generated from, and the reading.

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{At, Span};
use crate::model::{Choice, DateProblem, Name, PlanDate, fold};
use crate::words::nearest;

use super::yaml::{Node, Tree};

/// A record of the vocabulary, described.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// What it is called.
    pub name: Name,
    /// What it is, in English.
    pub doc: &'static str,
    /// Its fields, in order.
    pub fields: fn() -> Vec<Field>,
}

/// A field of a record, described.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key.
    pub name: Name,
    /// What it means, in English.
    pub doc: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it is a list.
    pub many: bool,
    /// What its values are.
    pub shape: Shape,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A whole number, 0 or more.
    Count,
    /// A date, as precise as it is known.
    Date,
    /// An id of its own.
    Slug,
    /// The id of something of this kind.
    Reference(&'static str),
    /// One of these values.
    Choice(fn() -> Vec<Name>),
    /// A record.
    Record(&'static Record),
    /// Keys and texts that the author chooses.
    Words,
    /// A text of a form of its own; the catalogue key of what the form is called.
    Form(&'static str),
}

/// What reading needs besides the tree.
pub(crate) struct Reader<'a> {
    pub(crate) diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.report(diagnostic);
    }

    /// Reports that `node` is not what was expected; `expected` is a catalogue key.
    pub(crate) fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        let found = match &node.value {
            Tree::Nothing => "type-nothing",
            Tree::Bool(_) => "type-bool",
            Tree::Number(..) => "type-number",
            Tree::Text(_) => "type-text",
            Tree::List(_) => "type-list",
            Tree::Map(_) => "type-map",
        };
        self.report(
            Diagnostic::new(&code::WRONG_TYPE, node.span)
                .with("expected", crate::diag::Fill::Word(expected))
                .with("found", crate::diag::Fill::Word(found)),
        );
    }
}

/// A value that can stand in a field.
pub(crate) trait Value: Sized {
    const SHAPE: Shape;
    /// The value, or a report of why there is none.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;
}

/// A field's place in a record: one value or many.
pub(crate) trait Slot: Default {
    const MANY: bool;
    const SHAPE: Shape;
    fn read(node: &Node, reader: &mut Reader<'_>) -> Self;
}

impl<T: Value> Slot for Option<At<T>> {
    const MANY: bool = false;
    const SHAPE: Shape = T::SHAPE;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        T::read(node, reader).map(|value| At::new(value, node.span))
    }
}

impl<T: Value> Slot for Vec<At<T>> {
    const MANY: bool = true;
    const SHAPE: Shape = T::SHAPE;

    /// A single value where a list may stand is a list of one.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        let one = std::slice::from_ref(node);
        let items = if let Tree::List(items) = &node.value { items.as_slice() } else { one };
        items
            .iter()
            .filter(|item| !is_nothing(item))
            .filter_map(|item| T::read(item, reader).map(|value| At::new(value, item.span)))
            .collect()
    }
}

/// The text of a scalar as it was written: an id or a title may look like a number.
fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Tree::Text(text) | Tree::Number(_, text) => Some(text),
        Tree::Bool(true) => Some("true"),
        Tree::Bool(false) => Some("false"),
        _ => None,
    }
}

/// The scalar's text, or a report that `expected` was expected.
pub(crate) fn text_of<'a>(node: &'a Node, reader: &mut Reader<'_>, expected: &'static str) -> Option<&'a str> {
    let text = scalar(node);
    if text.is_none() {
        reader.wrong_type(node, expected);
    }
    text
}

impl Value for String {
    const SHAPE: Shape = Shape::Text;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        text_of(node, reader, "type-text").map(|text| text.trim().to_owned())
    }
}

impl Value for bool {
    const SHAPE: Shape = Shape::Bool;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match scalar(node).map(fold).as_deref() {
            Some("true" | "yes" | "ja") => Some(true),
            Some("false" | "no" | "nej") => Some(false),
            _ => {
                reader.wrong_type(node, "type-bool");
                None
            }
        }
    }
}

impl Value for f64 {
    const SHAPE: Shape = Shape::Number;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Tree::Number(number, _) = node.value {
            return Some(number);
        }
        reader.wrong_type(node, "type-number");
        None
    }
}

impl Value for u32 {
    const SHAPE: Shape = Shape::Count;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let count = if let Tree::Number(_, text) = &node.value { text.parse().ok() } else { None };
        if count.is_none() {
            reader.wrong_type(node, "type-count");
        }
        count
    }
}

impl Value for PlanDate {
    const SHAPE: Shape = Shape::Date;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-date")?;
        read_date(text, node.span, reader.diagnostics)
    }
}

/// A date from its text, or a report of why it is none.
pub(crate) fn read_date(text: &str, span: Span, diagnostics: &mut Diagnostics) -> Option<PlanDate> {
    match text.parse() {
        Ok(date) => Some(date),
        Err(problem) => {
            let rule = match problem {
                DateProblem::Form => &code::DATE_FORM,
                DateProblem::NoSuchDay => &code::NO_SUCH_DATE,
            };
            diagnostics.report(Diagnostic::new(rule, span).with("text", text));
            None
        }
    }
}

impl<C: Choice> Value for C {
    const SHAPE: Shape = Shape::Choice(|| C::ALL.iter().map(|(_, name)| *name).collect());

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-text")?;
        if let Some(value) = C::parse(text) {
            return Some(value);
        }
        let names: Vec<Name> = C::ALL.iter().map(|(_, name)| *name).collect();
        reader.report(
            Diagnostic::new(&code::UNKNOWN_VALUE, node.span)
                .with("value", text)
                .with("known", crate::diag::Fill::Names(names.clone()))
                .nearest(nearest_of(text, &names)),
        );
        None
    }
}

/// The name most like what was written, in the language of the name that it is most like.
pub(crate) fn nearest_of(written: &str, names: &[Name]) -> Option<&'static str> {
    // As they are compared when they are read; of two that are as near, the Swedish one.
    let all: Vec<(String, &str)> = names.iter().flat_map(|own| [own.sv, own.en]).map(|own| (fold(own), own)).collect();
    let near = nearest(&fold(written), all.iter().map(|(folded, _)| folded.as_str()))?;
    all.iter().find(|(folded, _)| folded == near).map(|(_, own)| *own)
}

/// The keys of `node` with their fields; reports keys that the record lacks, and required ones that are missing.
pub(crate) fn entries<'n>(
    node: &'n Node,
    record: &Record,
    reader: &mut Reader<'_>,
) -> Option<Vec<(&'static str, &'n Node)>> {
    let Tree::Map(entries) = &node.value else {
        if node.value == Tree::Nothing {
            report_missing(&(record.fields)(), &[], record, node.span, reader);
        } else {
            reader.wrong_type(node, "type-map");
        }
        return None;
    };
    let fields = (record.fields)();
    let folded: Vec<[String; 2]> = fields.iter().map(|field| [fold(field.name.en), fold(field.name.sv)]).collect();
    let mut found: Vec<(&'static str, &Node)> = Vec::new();
    let mut places: Vec<(&'static str, Span)> = Vec::new();
    for (key, value) in entries {
        let written = fold(&key.value);
        let Some(n) = folded.iter().position(|names| names.contains(&written)) else {
            let names: Vec<Name> = fields.iter().map(|field| field.name).collect();
            reader.report(
                Diagnostic::new(&code::UNKNOWN_KEY, key.span)
                    .with("key", key.value.as_str())
                    .with("record", record.name)
                    .with("known", crate::diag::Fill::Names(names.clone()))
                    .nearest(nearest_of(&key.value, &names)),
            );
            continue;
        };
        let name = fields[n].name.en;
        if let Some((_, first)) = places.iter().find(|(other, _)| *other == name) {
            reader.report(
                Diagnostic::new(&code::KEY_TWICE, key.span).with("key", key.value.as_str()).also(*first, "first"),
            );
            continue;
        }
        places.push((name, key.span));
        if !is_nothing(value) {
            found.push((name, value));
        }
    }
    let have: Vec<&str> = found.iter().map(|(name, _)| *name).collect();
    let top = entries.first().map_or(node.span, |(key, _)| key.span);
    report_missing(&fields, &have, record, top, reader);
    Some(found)
}

/// Whether nothing was said: an empty value, an empty text or a list of nothing else.
fn is_nothing(node: &Node) -> bool {
    match &node.value {
        Tree::Nothing => true,
        Tree::Text(text) => text.trim().is_empty(),
        Tree::List(items) => items.iter().all(is_nothing),
        _ => false,
    }
}

fn report_missing(fields: &[Field], have: &[&str], record: &Record, span: Span, reader: &mut Reader<'_>) {
    for field in fields.iter().filter(|field| field.required && !have.contains(&field.name.en)) {
        reader.report(Diagnostic::new(&code::MISSING_KEY, span).with("key", field.name).with("record", record.name));
    }
}

/// Makes a struct, its description and its reading from one table.
macro_rules! records {
    ($($(#[doc = $doc:literal])+ $record:ident $en_name:literal $sv_name:literal {
        $($(#[doc = $field_doc:literal])+ $field:ident $en:literal $sv:literal $need:ident $slot:ty,)*
    })*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default)]
        pub struct $record { $($(#[doc = $field_doc])+ pub $field: $slot),* }

        impl $record {
            /// The description that schema and docs are generated from.
            pub const RECORD: Record = Record {
                name: Name { en: $en_name, sv: $sv_name },
                doc: concat!($($doc),+),
                fields: || vec![$(Field {
                    name: Name { en: $en, sv: $sv },
                    doc: concat!($($field_doc),+),
                    required: $crate::source::record::$need,
                    many: <$slot as Slot>::MANY,
                    shape: <$slot as Slot>::SHAPE,
                }),*],
            };
        }

        impl Value for $record {
            const SHAPE: Shape = Shape::Record(&$record::RECORD);

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let mut record = Self::default();
                for (key, value) in entries(node, &Self::RECORD, reader)? {
                    match key {
                        $($en => record.$field = <$slot as Slot>::read(value, reader),)*
                        _ => unreachable!("entries gives only the record's own keys"),
                    }
                }
                Some(record)
            }
        }
    )*

        /// Every record of the vocabulary.
        pub fn all_records() -> Vec<&'static Record> {
            vec![$(&$record::RECORD),*]
        }
    };
}
pub(crate) use records;

/// A field that must be there.
#[expect(non_upper_case_globals, reason = "reads as a word in the tables of `records!`")]
pub(crate) const required: bool = true;
/// A field that may be left out.
#[expect(non_upper_case_globals, reason = "reads as a word in the tables of `records!`")]
pub(crate) const optional: bool = false;
