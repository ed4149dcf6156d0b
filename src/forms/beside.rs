//! What was found in a file in, what stands beside the fields of its form out.

use super::fields::{Trouble, Troubles};
use super::values;
use super::written::{BODY, trouble};
use crate::compose::format::is_key;
use crate::diag::{Diagnostic, Fill, code};
use crate::files::{FileId, Files};
use crate::source::front_matter_of;
use crate::source::record::{Record, Shape};
use crate::source::yaml::{Node, Tree};
use crate::words::Words;

/// What is told of a plan, from the form of one of its files.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// By the name of the field.
    pub(super) beside: Troubles,
    /// Of the file as a whole, and of other files, with the path of those.
    pub(super) above: Vec<(Option<String>, Trouble)>,
}

impl Told {
    /// Whether something is wrong.
    pub(super) fn has_errors(&self) -> bool {
        let above = self.above.iter().map(|(_, own)| own);
        self.beside.values().flatten().chain(above).any(|own| own.level == "error")
    }
}

/// Sorts what was found: what this file's fields say, and the errors that others have by it.
pub(super) fn told<'a>(
    found: impl IntoIterator<Item = &'a Diagnostic>,
    (files, file, record): (&Files, FileId, &'static Record),
    words: &Words,
) -> Told {
    let text = files.text(file);
    let tree = front_matter_of(&text, file);
    let mut told = Told::default();
    for own in found {
        let Some(span) = own.span.filter(|span| span.file == file) else {
            if let Some(span) = own.span.filter(|_| own.rule.level == crate::diag::Level::Error) {
                told.above.push((Some(files.get(span.file).path.clone()), trouble(own, words)));
            }
            continue;
        };
        let at = span.range().start;
        let value = values::is_values(&files.get(file).path).then(|| values::name_at(&text, file, at)).flatten();
        let place = value.or_else(|| {
            let (root, end) = tree.as_ref()?;
            if at > *end && !text.get(*end..at).is_none_or(|between| between.trim().is_empty()) {
                return Some(BODY.to_owned());
            }
            let mut name = name_at(root, record, at).unwrap_or_default();
            if *own.rule == code::MISSING_KEY {
                name = lacking(own, root, record, &name).unwrap_or(name);
            }
            (!name.is_empty()).then_some(name)
        });
        match place {
            Some(name) => told.beside.entry(name).or_default().push(trouble(own, words)),
            None => told.above.push((None, trouble(own, words))),
        }
    }
    told
}

/// The name of the field that stands at a place.
fn name_at(node: &Node, record: &'static Record, at: usize) -> Option<String> {
    let Tree::Map(entries) = &node.value else { return None };
    let fields = (record.fields)();
    let (key, value) = entries.iter().rev().find(|(key, _)| key.span.range().start <= at)?;
    let field = fields.iter().find(|own| is_key(own, &key.value))?;
    let own = field.name.en;
    let Shape::Record(inner) = field.shape else { return Some(own.to_owned()) };
    if at < value.span.range().start {
        return Some(own.to_owned());
    }
    Some(match &value.value {
        Tree::List(items) => match items.iter().rposition(|item| item.span.range().start <= at) {
            Some(n) => match items.get(n).and_then(|item| name_at(item, inner, at)) {
                Some(name) => format!("{own}.{n}.{name}"),
                None => own.to_owned(),
            },
            None => own.to_owned(),
        },
        _ => name_at(value, inner, at).map_or_else(|| own.to_owned(), |name| format!("{own}.{name}")),
    })
}

/// The name of a field that must be there and is not: beside the one that it was told at.
fn lacking(own: &Diagnostic, root: &Node, record: &'static Record, at: &str) -> Option<String> {
    let (_, Fill::Name(key)) = own.fills.iter().find(|(name, _)| *name == "key")? else { return None };
    let (_, Fill::Name(of)) = own.fills.iter().find(|(name, _)| *name == "record")? else { return None };
    if record.name == *of {
        return Some(key.en.to_owned());
    }
    // A record with nothing in it is told at its own key.
    let mut place: Vec<&str> = at.split('.').collect();
    let outer = (record.fields)().into_iter().find(|own| Some(&own.name.en) == place.first())?;
    let wanted = if outer.many && matches!(root.value, Tree::Map(_)) { 2 } else { 1 };
    place.truncate(wanted);
    place.push(key.en);
    Some(place.join("."))
}
