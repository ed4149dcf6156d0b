//! A thing of the plan gets another id: the files in, those that change out.
//!
//! Everything that names it names it anew, its own files are called by the new id, and the old one stays as an alias, so that
//! whatever was published still leads to it. Nothing else in a file changes. What would make the plan worse is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::place::organisation;
use super::{KINDS, worse};
use crate::diag::Diagnostics;
use crate::files::{FileId, Files};
use crate::model::{Choice as _, Kind, fold};
use crate::source::value::is_id;
use crate::source::yaml::{Node, Tree};
use crate::source::{Reference, front_matter_of, references};
use crate::words::{Language, nearest};

/// What becomes of a plan's files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renamed {
    /// The files that hold something else than before, by the path that they have now.
    pub texts: BTreeMap<String, String>,
    /// The paths that are no more, and those that stand for them.
    pub moved: BTreeMap<String, String>,
    /// The lines, from 1, that change in each file, by the path that it had.
    pub lines: BTreeMap<String, BTreeSet<usize>>,
}

/// Why nothing is renamed.
#[derive(Debug)]
pub enum Refused {
    /// Things of this kind have no id that can be changed.
    Kind,
    /// There is no such thing; what is called most like it.
    Unknown(Option<String>),
    /// The new id is none.
    NoId,
    /// Something of its kind is called that already.
    Taken,
    /// The plan would have errors that it has not now.
    Worse(Files, Diagnostics),
}

/// Gives a thing another id.
///
/// # Errors
/// When it can't be done.
pub fn rename(files: &Files, kind: Kind, from: &str, to: &str, language: Language) -> Result<Renamed, Refused> {
    let folder = KINDS.iter().find(|(own, _)| *own == kind).map(|(_, folder)| *folder);
    if folder.is_none() && !matches!(kind, Kind::Role | Kind::Unit) {
        return Err(Refused::Kind);
    }
    if !is_id(to) {
        return Err(Refused::NoId);
    }
    let all = references(files);
    let there = ids(files, &all, kind, folder);
    if !there.contains(from) {
        return Err(Refused::Unknown(nearest(from, there.iter().map(String::as_str)).map(str::to_owned)));
    }
    if there.contains(to) {
        return Err(Refused::Taken);
    }

    let mut edits: BTreeMap<FileId, Vec<(Range<usize>, String)>> = BTreeMap::new();
    for own in &all {
        let meant = |other: &Kind| *other == kind || !ids(files, &all, *other, None).contains(from);
        let is_own = own.id == from && own.kinds.contains(&kind) && own.kinds.iter().all(meant);
        // A report is called by its period and its initiative.
        let is_report = kind == Kind::Initiative
            && own.kinds == [Kind::Report]
            && own.id.rsplit_once('/').is_some_and(|(_, id)| id == from);
        let place = own.span.range();
        let text = files.text(own.span.file);
        if let Some(at) = text.get(place.clone()).and_then(|text| text.rfind(from)).filter(|_| is_own || is_report) {
            let start = place.start + at;
            edits.entry(own.span.file).or_default().push((start..start + from.len(), to.to_owned()));
        }
    }
    if let Some((file, edit)) = alias(files, kind, folder, (from, to), language) {
        edits.entry(file).or_default().push(edit);
    }

    let mut renamed = Renamed::default();
    for (id, file) in files.under("content/") {
        let path = moved(&file.path, kind, folder, from, to);
        if let Some(path) = &path {
            renamed.moved.insert(file.path.clone(), path.clone());
        }
        if let Some(edits) = edits.remove(&id) {
            let text = files.text(id);
            let lines =
                edits.iter().map(|(place, _)| text.get(..place.start).map_or(0, |own| own.matches('\n').count()) + 1);
            renamed.lines.insert(file.path.clone(), lines.collect());
            renamed.texts.insert(path.unwrap_or_else(|| file.path.clone()), edited(&text, edits));
        }
    }
    better(files, &renamed)?;
    Ok(renamed)
}

/// The ids of a kind, those that things have now.
fn ids(files: &Files, all: &[Reference], kind: Kind, folder: Option<&str>) -> BTreeSet<String> {
    if let Some(folder) = folder {
        let folder = format!("content/{folder}/");
        let names = files.under(&folder).filter_map(|(_, file)| file.path.strip_prefix(&folder)?.strip_suffix(".md"));
        return names.filter(|name| !name.contains(['.', '/'])).map(str::to_owned).collect();
    }
    // Units and roles are given theirs where only they can be meant.
    let is_named = |own: &&Reference| {
        own.kinds == [kind]
            && files.get(own.span.file).path.starts_with("content/organisation.y")
            && is_definition(files, own)
    };
    all.iter().filter(is_named).map(|own| own.id.clone()).collect()
}

/// Whether it is the value of a key `id`.
fn is_definition(files: &Files, own: &Reference) -> bool {
    let text = files.text(own.span.file);
    let before = text.get(..own.span.range().start).unwrap_or_default();
    before.trim_end_matches([' ', '"', '\'']).ends_with("id:")
}

/// The path that a file has after this; `None`: the one that it has.
fn moved(path: &str, kind: Kind, folder: Option<&str>, from: &str, to: &str) -> Option<String> {
    let (before, name) = path.rsplit_once('/')?;
    let (stem, ending) = name.split_once('.')?;
    let below = before.strip_prefix("content/")?;
    let is_report = kind == Kind::Initiative && below.starts_with("reports/");
    (stem == from && (Some(below) == folder || is_report)).then(|| format!("{before}/{to}.{ending}"))
}

/// The text with these edits, which do not overlap.
fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(place, _)| std::cmp::Reverse((place.start, place.end)));
    let mut text = text.to_owned();
    for (place, new) in edits {
        text.replace_range(place, &new);
    }
    text
}

/// Where the old id is written as an alias.
fn alias(
    files: &Files,
    kind: Kind,
    folder: Option<&str>,
    (from, to): (&str, &str),
    language: Language,
) -> Option<(FileId, (Range<usize>, String))> {
    let file = match folder {
        Some(folder) => files.find(&format!("content/{folder}/{from}.md"))?,
        None => organisation(files)?,
    };
    let text = files.text(file);
    let (node, end) = front_matter_of(&text, file)?;
    let record = if folder.is_some() { &node } else { defined(&node, kind, from)? };
    let Tree::Map(entries) = &record.value else { return None };
    let value = |names: [&str; 2]| {
        entries.iter().find(|(key, _)| names.contains(&fold(&key.value).as_str())).map(|(_, value)| value)
    };
    let Some(list) = value(["aliases", "alias"]) else {
        let line = format!("{}: [{from}]", if language == Language::SWEDISH { "alias" } else { "aliases" });
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        if folder.is_some() {
            return Some((file, (end..end, line + newline)));
        }
        // Below the id, where that begins.
        let id = value(["id", "id"])?.span.range();
        let before = text.get(..id.start)?;
        let column = before.rsplit('\n').next().unwrap_or_default().rfind("id:")?;
        let rest = text.get(id.end..)?;
        let end = id.end + rest.find(['\r', '\n']).unwrap_or(rest.len());
        return Some((file, (end..end, format!("{newline}{}{line}", " ".repeat(column)))));
    };
    let one = std::slice::from_ref(list);
    let items = if let Tree::List(items) = &list.value { items.as_slice() } else { one };
    let written = |own: &Node| match &own.value {
        Tree::Text(text) | Tree::Number(_, text) => Some(text.clone()),
        _ => None,
    };
    let mut ids: Vec<String> = items.iter().filter_map(written).filter(|id| id != to).collect();
    ids.push(from.to_owned());
    let mut place = list.span.range();
    // A list that is not indented begins after its first dash.
    let before = text.get(..place.start)?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.trim_start().starts_with('-') && matches!(list.value, Tree::List(_)) {
        place.start -= line.trim_start().len();
    }
    let own = text.get(place.clone()).unwrap_or_default();
    if own.starts_with('[') {
        // To its own bracket; ids have none.
        let end = place.start + text.get(place.start..)?.find(']')? + 1;
        return Some((file, (place.start..end, format!("[{}]", ids.join(", ")))));
    }
    if !own.starts_with('-') {
        return Some((file, (place, format!("[{}]", ids.join(", ")))));
    }
    let column = text.get(..place.start)?.rsplit('\n').next().unwrap_or_default().chars().count();
    let between = format!("\n{}- ", " ".repeat(column));
    Some((file, (place, format!("- {}", ids.join(&between)))))
}

/// The record of a unit or a role in `organisation.yaml`.
fn defined<'a>(node: &'a Node, kind: Kind, id: &str) -> Option<&'a Node> {
    let Tree::Map(entries) = &node.value else { return None };
    let names = if kind == Kind::Unit { ["units", "enheter"] } else { ["roles", "roller"] };
    let (_, list) = entries.iter().find(|(key, _)| names.contains(&fold(&key.value).as_str()))?;
    let Tree::List(items) = &list.value else { return None };
    items.iter().find(|own| {
        let Tree::Map(entries) = &own.value else { return false };
        entries.iter().any(|(key, value)| key.value == "id" && matches!(&value.value, Tree::Text(text) if text == id))
    })
}

/// Whether the plan has no error that it had not before.
fn better(files: &Files, renamed: &Renamed) -> Result<(), Refused> {
    let after = files.iter().map(|(_, file)| {
        let path = renamed.moved.get(&file.path).unwrap_or(&file.path).clone();
        let bytes = renamed.texts.get(&path).map_or_else(|| file.bytes.to_vec(), |text| text.clone().into_bytes());
        (path, bytes)
    });
    let after = Files::from_memory(after.collect::<Vec<_>>());
    match worse(files, &after) {
        Some(found) => Err(Refused::Worse(after, found)),
        None => Ok(()),
    }
}

/// `goal:x` taken apart: the kind and the id.
pub fn named(text: &str) -> Option<(Kind, &str)> {
    let (kind, id) = text.split_once(':')?;
    Some((Kind::parse(kind)?, id)).filter(|(_, id)| !id.is_empty())
}
