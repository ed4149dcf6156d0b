//! Files as they are best read: keys in the order of the vocabulary, dates written in the one way. Files in, those that
//! change out.
//!
//! Texts and comments are not touched: a comment goes with the key below it, and stays where it is when an empty line
//! follows it. What is written on one line in brackets stays as it is. A file that would say anything else afterwards is
//! left alone.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::files::{At, FileId, Files, Span};
use crate::model::{PlanDate, Precision, fold};
use crate::source::layout::record_of;
use crate::source::record::{Field, Record, Shape};
use crate::source::yaml::{Node, Tree};
use crate::source::{self, Source, front_matter_of};

/// What leads an editor to a schema: it must stay in the first line.
const MODELINE: &str = "yaml-language-server:";

/// The files that change, by path.
pub fn formatted(files: &Files, source: &Source) -> BTreeMap<String, String> {
    let mut changed = BTreeMap::new();
    for (id, file) in files.under("content/") {
        let path = file.path.strip_prefix("content/").unwrap_or(&file.path);
        let (Some(record), Ok(before)) = (record_of(path), std::str::from_utf8(&file.bytes)) else { continue };
        let after = with_dates(&ordered(before, id, record), id, record);
        let says = |text: &str| {
            front_matter_of(text, id).map(|(node, end)| (said(&node, record), text.get(end..).map(str::to_owned)))
        };
        if after != before && says(before) == says(&after) {
            changed.insert(file.path.clone(), after);
        }
    }
    for (id, rows) in &source.observations {
        let dates = rows.iter().map(|row| &row.date);
        let before = files.text(id.span.file);
        let after = replaced(&before, dates.filter_map(|date| written(&before, date.span)).collect());
        if *before != *after {
            changed.insert(files.get(id.span.file).path.clone(), after);
        }
    }
    changed
}

// Order ------------------------------------------------------------------------------------------------------------

/// The text with the keys of every record in order.
fn ordered(text: &str, file: FileId, record: &Record) -> String {
    let mut text = text.to_owned();
    // Each turn puts one record in order, and the outer ones come first: more turns than records there can't be.
    for _ in 0..text.len() {
        let Some((node, _)) = front_matter_of(&text, file) else { break };
        let Some((place, new)) = first_unordered(&text, &node, record) else { break };
        text.replace_range(place, &new);
    }
    text
}

/// The first record whose keys are in another order than the vocabulary's: where it stands, and how it should.
fn first_unordered(text: &str, node: &Node, record: &Record) -> Option<(Range<usize>, String)> {
    let Tree::Map(entries) = &node.value else { return None };
    let fields = (record.fields)();
    let rank = |key: &str| fields.iter().position(|own| is_key(own, key)).unwrap_or(fields.len());
    if !entries.is_sorted_by_key(|(key, _)| rank(&key.value))
        && let Some(found) = reordered(text, entries, rank)
    {
        return Some(found);
    }
    for (key, value) in entries {
        let Some(Shape::Record(inner)) = fields.iter().find(|own| is_key(own, &key.value)).map(|own| own.shape) else {
            continue;
        };
        let one = std::slice::from_ref(value);
        let items = if let Tree::List(items) = &value.value { items.as_slice() } else { one };
        if let Some(found) = items.iter().find_map(|item| first_unordered(text, item, inner)) {
            return Some(found);
        }
    }
    None
}

pub(crate) fn is_key(field: &Field, key: &str) -> bool {
    let key = fold(key);
    fold(field.name.en) == key || fold(field.name.sv) == key
}

/// A record's lines in order; `None` when they can't be told apart safely, or when they are in order but for that.
fn reordered(
    text: &str,
    entries: &[(At<String>, Node)],
    rank: impl Fn(&str) -> usize,
) -> Option<(Range<usize>, String)> {
    let line_of = |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    // In bytes: what ends before a place may be a letter of several.
    let after_line = |at: usize| {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        rest.iter().position(|byte| *byte == b'\n').map_or(text.len(), |n| at + n + 1)
    };
    let starts: Vec<usize> = entries.iter().map(|(key, _)| key.span.range().start).collect();
    let before_key = |n: usize| text.get(line_of(*starts.get(n)?)..*starts.get(n)?);
    // In a list the first key stands beside its dash.
    let first = before_key(0)?;
    let in_list = first.trim_start().starts_with('-');
    let plain = first.replacen('-', " ", 1);
    let indent = if in_list { plain.as_str() } else { first };
    if !indent.chars().all(|c| c == ' ') || !(1..entries.len()).all(|n| before_key(n) == Some(indent)) {
        return None;
    }
    let last = &entries.last()?.1;
    let end = after_line(last.span.range().end.max(starts.last()? + 1) - 1);
    // What is in brackets over several lines ends nobody knows where.
    let own = text.get(last.span.range().start..end)?;
    if own.starts_with(['[', '{']) && own.matches(['[', '{']).count() != own.matches([']', '}']).count() {
        return None;
    }

    let mut begins = Vec::new();
    for n in 0..entries.len() {
        let mut begin = line_of(*starts.get(n)?);
        let floor = if n == 0 { 0 } else { entries.get(n - 1)?.1.span.range().end };
        // A dash is not parted from what stands above it.
        while begin > floor && !(n == 0 && in_list) {
            let above = line_of(begin - 1);
            let line = text.get(above..begin)?;
            if above < floor || !line.trim_start().starts_with('#') || line.contains(MODELINE) {
                break;
            }
            begin = above;
        }
        begins.push(begin);
    }
    let start = *begins.first()?;
    let ends = begins.iter().skip(1).copied().chain([end]);
    let mut parts: Vec<(usize, String)> = Vec::new();
    for (n, (begin, end)) in begins.iter().copied().zip(ends).enumerate() {
        let mut own = text.get(begin..end)?.to_owned();
        if !own.ends_with('\n') {
            own.push('\n');
        }
        if n == 0 && in_list {
            own.replace_range(..first.len(), indent);
        }
        parts.push((rank(&entries.get(n)?.0.value), own));
    }
    parts.sort_by_key(|(rank, _)| *rank);
    let mut new: String = parts.into_iter().map(|(_, own)| own).collect();
    if in_list {
        if !new.starts_with(indent) || new.trim_start().starts_with('#') {
            return None;
        }
        new.replace_range(..indent.len(), first);
    }
    let old = text.get(start..end)?;
    // The end of a file without its last line break stays so.
    if !old.ends_with('\n') {
        new.pop();
    }
    (old != new).then_some((start..end, new))
}

// Dates ------------------------------------------------------------------------------------------------------------

/// The text with every date written as dates are.
fn with_dates(text: &str, file: FileId, record: &Record) -> String {
    let mut edits = Vec::new();
    if let Some((node, _)) = front_matter_of(text, file) {
        dates(text, &node, record, &mut edits);
    }
    replaced(text, edits)
}

fn dates(text: &str, node: &Node, record: &Record, edits: &mut Vec<(Range<usize>, String)>) {
    let Tree::Map(entries) = &node.value else { return };
    let fields = (record.fields)();
    for (key, value) in entries {
        let Some(field) = fields.iter().find(|own| is_key(own, &key.value)) else { continue };
        let one = std::slice::from_ref(value);
        for item in if let Tree::List(items) = &value.value { items.as_slice() } else { one } {
            match field.shape {
                Shape::Date => edits.extend(written(text, item.span)),
                Shape::Record(inner) => dates(text, item, inner, edits),
                _ => {}
            }
        }
    }
}

/// A date where it stands, as it should be written; `None` when it is, or when it is none.
fn written(text: &str, span: Span) -> Option<(Range<usize>, String)> {
    let place = span.range();
    let own = text.get(place.clone())?;
    let bare = own.trim_matches(['"', '\'']);
    let start = place.start + own.find(bare)?;
    let date: PlanDate = bare.parse().ok()?;
    // "löpande" and "ongoing" are words of the plan's language.
    let new = Some(date.to_string()).filter(|new| date.precision() != Precision::Ongoing && new != bare)?;
    Some((start..start + bare.len(), new))
}

pub(crate) fn replaced(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    let mut text = text.to_owned();
    for (place, new) in edits {
        text.replace_range(place, &new);
    }
    text
}

// What a file says -------------------------------------------------------------------------------------------------

/// What a tree says, whatever the order of its keys and the way in which its dates are written.
fn said(node: &Node, record: &Record) -> String {
    in_words(node, Some(record), false)
}

pub(super) fn in_words(node: &Node, record: Option<&Record>, is_date: bool) -> String {
    match &node.value {
        Tree::Nothing => "~".to_owned(),
        Tree::Bool(own) => own.to_string(),
        Tree::Number(_, text) | Tree::Text(text) => match text.parse::<PlanDate>() {
            Ok(date) if is_date => date.to_string(),
            _ => format!("{text:?}"),
        },
        Tree::List(items) => {
            format!("{:?}", items.iter().map(|item| in_words(item, record, is_date)).collect::<Vec<_>>())
        }
        Tree::Map(entries) => {
            let fields = record.map(|own| (own.fields)()).unwrap_or_default();
            let own: BTreeMap<&str, String> = entries
                .iter()
                .map(|(key, value)| {
                    let shape = fields.iter().find(|own| is_key(own, &key.value)).map(|own| own.shape);
                    let inner = if let Some(Shape::Record(inner)) = shape { Some(inner) } else { None };
                    (key.value.as_str(), in_words(value, inner, matches!(shape, Some(Shape::Date))))
                })
                .collect();
            format!("{own:?}")
        }
    }
}

/// The same for a plan's files as they are read.
pub fn of(files: &Files) -> BTreeMap<String, String> {
    let mut silent = crate::diag::Diagnostics::new();
    let source = source::read(files, None, &mut silent, &crate::observe::Unobserved);
    formatted(files, &source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(path: &str, text: &str) -> String {
        let path = format!("content/{path}");
        let files = Files::from_memory([(path.clone(), text.as_bytes().to_vec())]);
        of(&files).remove(&path).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn keys_come_in_order_and_comments_with_them() {
        let text = "---\n# Först av allt.\n\nområde: a # här\n# Om namnet.\ntitel: X\nsammanfattning: |\n  # Ingen kommentar.\n  Text.\n---\nområde: y\ntitel: z\n";
        let wanted = "---\n# Först av allt.\n\n# Om namnet.\ntitel: X\nsammanfattning: |\n  # Ingen kommentar.\n  Text.\nområde: a # här\n---\nområde: y\ntitel: z\n";
        assert_eq!(after("goals/a.md", text), wanted);
        assert_eq!(after("goals/a.md", wanted), wanted);
    }

    #[test]
    fn records_in_lists_keep_their_dashes() {
        let text = "---\ntitel: X\naktiviteter:\n  - läge: pågår\n    titel: B\n    senast: 2026-k3\n  # Den andra.\n  - titel: A\n    läge: klar\n---\n";
        let wanted = "---\ntitel: X\naktiviteter:\n  - titel: B\n    läge: pågår\n    senast: 2026-Q3\n  # Den andra.\n  - titel: A\n    läge: klar\n---\n";
        let found = after("initiatives/a.md", text);
        // Whatever the order of the vocabulary: the same keys in each, and the same dash.
        assert_eq!(found.matches("  - ").count(), 2, "{found}");
        assert_eq!(after("initiatives/a.md", &found), found);
        assert_eq!(found, after("initiatives/a.md", wanted));
    }

    #[test]
    fn what_is_in_brackets_stays() {
        let text = "---\nområde: {b: 1,\n  a: 2}\ntitel: X\n---\n";
        let wanted = "---\ntitel: X\nområde: {b: 1,\n  a: 2}\n---\n";
        assert_eq!(after("goals/a.md", text), wanted);
        // Not told apart safely: nobody knows where the last value ends.
        let text = "---\nområde: x\ntitel: [a,\n  b\n  ]\n---\n";
        assert_eq!(after("goals/a.md", text), text);
    }

    #[test]
    fn a_last_value_may_end_in_any_letter() {
        let text = "---\nområde: a\ntitel: Ö\n---\nText.\n";
        assert_eq!(after("goals/a.md", text), "---\ntitel: Ö\nområde: a\n---\nText.\n");
    }

    #[test]
    fn dates_are_written_in_one_way() {
        let text = "datum,värde\n2026-01-02,3\n\"2026-k1\",4\n2026-v3,\n2026,5\n";
        let wanted = "datum,värde\n2026-01-02,3\n\"2026-Q1\",4\n2026-W03,\n2026,5\n";
        assert_eq!(after("indicators/a.csv", text), wanted);
    }
}
