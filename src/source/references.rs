//! Every place in `content/` where something of the plan is named by its id: files in, the places out.

use super::destination::Destination;
use super::layout::record_of;
use super::record::{Record, Shape};
use super::value::mention;
use super::yaml::{self, Node, Tree};
use super::{front_matter, markdown};
use crate::diag::Diagnostics;
use crate::files::{FileId, Files, Span};
use crate::model::{Choice as _, Kind, fold};

/// A place where something is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// What kinds of things can be meant there.
    pub kinds: Vec<Kind>,
    /// The id; of a report `2026-T1/skola`.
    pub id: String,
    /// The value or the address that it stands in.
    pub span: Span,
}

/// All of them, file by file and in the order in which they are written; also where units and roles are given their ids.
/// What can't be read has none.
pub fn references(files: &Files) -> Vec<Reference> {
    let mut all = Vec::new();
    for (id, file) in files.under("content/") {
        let path = file.path.strip_prefix("content/").unwrap_or(&file.path);
        let (Some(record), Ok(text)) = (record_of(path), std::str::from_utf8(&file.bytes)) else { continue };
        all.extend(in_file(text, id, record, path.strip_suffix(".md").is_some()));
    }
    all
}

fn in_file(text: &str, file: FileId, record: &Record, is_markdown: bool) -> Vec<Reference> {
    // What is wrong with a file is told by those who read it.
    let mut silent = Diagnostics::new();
    let mut all = Vec::new();
    let (yaml, offset) = if is_markdown {
        let Some(parts) = front_matter::split(text, file, &mut silent) else { return all };
        let body = markdown::read(parts.body, file, parts.body_offset, &mut silent);
        let _ = body.try_map(&mut |link, _| {
            if let Destination::Entity(kind, id, _) = link.value {
                all.push(Reference { kinds: vec![kind], id, span: link.span });
            }
            None::<()>
        });
        (parts.yaml, parts.yaml_offset)
    } else {
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
        (plain, text.len() - plain.len())
    };
    if let Some(node) = yaml::read(yaml, file, offset, &mut silent) {
        in_record(&node, record, None, &mut all);
    }
    all.sort_by_key(|own| own.span.start);
    all
}

/// `named`: what the record's own id is one of.
fn in_record(node: &Node, record: &Record, named: Option<Kind>, all: &mut Vec<Reference>) {
    let Tree::Map(entries) = &node.value else { return };
    let fields = (record.fields)();
    for (key, value) in entries {
        let key = fold(&key.value);
        let Some(field) = fields.iter().find(|own| fold(own.name.en) == key || fold(own.name.sv) == key) else {
            continue;
        };
        let one = std::slice::from_ref(value);
        for value in if let Tree::List(items) = &value.value { items.as_slice() } else { one } {
            let text = if let Tree::Text(text) | Tree::Number(_, text) = &value.value { text.trim() } else { "" };
            let mut add = |kinds: Vec<Kind>, id: &str| {
                all.push(Reference { kinds, id: id.to_owned(), span: value.span });
            };
            match field.shape {
                Shape::Reference(kind) => {
                    let id = text.split_once(':').map_or(text, |(_, id)| id.trim());
                    add(kinds(kind), id);
                }
                Shape::Form("type-mention") => {
                    if let Some((kind, id)) = mention(text) {
                        add(vec![kind], id);
                    }
                }
                Shape::Slug if field.name.en == "id" => {
                    if let Some(kind) = named {
                        add(vec![kind], text);
                    }
                }
                Shape::Record(inner) => {
                    let named = match field.name.en {
                        "units" => Some(Kind::Unit),
                        "roles" => Some(Kind::Role),
                        _ => None,
                    };
                    in_record(value, inner, named, all);
                }
                _ => {}
            }
        }
    }
}

/// The kinds that a reference of this name can lead to.
fn kinds(name: &str) -> Vec<Kind> {
    Kind::parse(name).map_or_else(|| vec![Kind::Unit, Kind::Role], |kind| vec![kind])
}
