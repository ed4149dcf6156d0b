//! Changes of one value, or of one record in a list, in the text of a file. Everything else stays as it is: comments, the order and the language of keys,
//! how lists are written, the text below. An edit is held against what the file says before it is given on.

use std::ops::Range;

use crate::compose::format::{in_words, is_key, replaced};
use crate::compose::sheet::quoted;
use crate::files::{At, FileId};
use crate::model::fold;
use crate::source::record::{Field, Record, Shape};
use crate::source::yaml::{MOST_VALUES, Node, Tree};
use crate::source::{body, front_matter_of};
use crate::words::Language;

use super::place::{Place, Rows, Spot, found};
use super::value::{items_of, written};

/// A file that is changed.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// All of its text.
    pub text: &'a str,
    /// Only for places in it: a text that is no file yet may have any.
    pub file: FileId,
    /// The language of the plan.
    pub language: Language,
}

/// Something to be written.
#[derive(Clone, Debug)]
enum Fresh {
    /// A value.
    One(Scalar),
    /// A list of values.
    List(Vec<Scalar>),
    /// A record with one key.
    Record(String, Box<Fresh>),
}

/// A value to be written.
#[derive(Clone, Debug)]
struct Scalar {
    text: String,
    kind: Quotes,
}

/// When a value is written in quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Quotes {
    /// Never: it is a number, or yes or no.
    Never,
    /// When YAML would read it as something else than these characters.
    Needed,
    /// When YAML would read it as something else than a text.
    Text,
    /// Always.
    Always,
}

type Edit = (Range<usize>, String);
type Entries = [(At<String>, Node)];

impl Page<'_> {
    /// The text with a field that has these values, in the one way in which cells have them; with none, without its key.
    /// `None` when that can't be written without touching anything else.
    pub fn set(self, rows: Rows, place: Place, spot: &Spot, values: &[String]) -> Option<String> {
        // A value in quotes is one on any line.
        [false, true].into_iter().find_map(|in_quotes| {
            let edits = self.edits((rows, place), spot, values, in_quotes)?;
            let after = replaced(self.text, edits);
            self.is_all(&after, place, spot, values).then_some(after)
        })
    }

    /// The text with another one below its front matter.
    pub fn with_body(self, new: &str) -> Option<String> {
        let old = body(self.text, self.file);
        let start = self.text.len() - old.len();
        let new = new.replace('\n', self.newline());
        if old.trim().is_empty() {
            let front = self.text.get(..start)?;
            let gap = if front.ends_with('\n') { "" } else { self.newline() };
            return Some(format!("{front}{gap}{new}{}", self.newline()));
        }
        let begin = start + (old.len() - old.trim_start().len());
        let end = start + old.trim_end().len();
        Some(replaced(self.text, vec![(begin..end, new)]))
    }

    /// The text with another record in a list: the id, and then the values of fields.
    pub fn add(self, rows: Rows, values: &[(Spot, Vec<String>)]) -> Option<String> {
        let list = rows.field()?;
        let (root, end) = front_matter_of(self.text, self.file)?;
        let record = rows.file;
        let first = Place::Item(rows, 0).of(&root).and_then(|own| Self::keys(own, rows.record()));
        let language = first.or_else(|| Self::keys(&root, record)).unwrap_or(self.language);
        let pairs = self.pairs(values, language);
        let entries = entries(&root)?;
        let key = list.name.in_language(language.tag());
        let edit = match entries.iter().find(|(key, _)| is_key(&list, &key.value)) {
            None => {
                let map = Map { page: self, entries, is_flow: self.is_flow(&root), end, open: root.span.range().start };
                let column = map.column()?;
                let dash = " ".repeat(column + 2);
                let first = format!("{key}:{}{dash}- ", self.newline());
                map.insert(&(record.fields)(), &list, &(first + &self.lines(&pairs, column + 4)))?
            }
            Some((key, value)) => {
                let flow = || format!("{{{}}}", self.in_braces(&pairs));
                match &value.value {
                    Tree::Nothing if self.is_absent(value) => {
                        let (at, column) = (self.line_end(key.span.range().end), self.column_of(key)?);
                        let dash = " ".repeat(column + 2);
                        let lines = self.lines(&pairs, column + 4);
                        (at..at, format!("{}{dash}- {lines}", self.newline()))
                    }
                    Tree::List(items) if self.is_flow(value) => {
                        let at = self.true_end(value)? - 1;
                        let gap = if items.is_empty() { "" } else { ", " };
                        (at..at, format!("{gap}{}", flow()))
                    }
                    Tree::List(items) => {
                        let end = items.last()?;
                        let lead = self.lead(end.span.range().start)?;
                        let at = self.next_line(self.true_end(end)?);
                        let item = format!("{lead}{}", self.lines(&pairs, lead.chars().count()));
                        (at..at, self.line(at, &item))
                    }
                    _ => return None,
                }
            }
        };
        let after = replaced(self.text, vec![edit]);
        // Nothing is lost, and there is one more.
        let (now, new_end) = front_matter_of(&after, self.file)?;
        let n = |root: &Node| (0..MOST_VALUES).take_while(|n| Place::Item(rows, *n).of(root).is_some()).count();
        let added = n(&root);
        let item = Place::Item(rows, added).of(&now)?;
        let is_right = values.iter().all(|(spot, values)| {
            found(item, spot).map(|own| items_of(own, &spot.field, self.language)).unwrap_or_default() == *values
        });
        let mut without = now.clone();
        if let Some(Node { value: Tree::List(items), .. }) = value_mut(&mut without, &list) {
            items.pop();
        }
        let is_same = said(&root, &list) == said(&without, &list) && self.text.get(end..) == after.get(new_end..);
        (is_right && is_same && n(&now) == added + 1).then_some(after)
    }

    /// The text without the nth record of a list.
    pub fn remove(self, rows: Rows, n: usize) -> Option<String> {
        let list = rows.field()?;
        let (root, end) = front_matter_of(self.text, self.file)?;
        let entries = entries(&root)?;
        let at = entries.iter().position(|(key, _)| is_key(&list, &key.value))?;
        let Tree::List(items) = &entries[at].1.value else { return None };
        let item = items.get(n)?;
        let (start, item_end) = (item.span.range().start, self.true_end(item)?);
        let edit = if items.len() == 1 {
            Map { page: self, entries, is_flow: self.is_flow(&root), end, open: root.span.range().start }.remove(at)?
        } else if self.is_flow(&entries[at].1) {
            match (items.get(n + 1), n.checked_sub(1).and_then(|n| items.get(n))) {
                (Some(next), _) => (start..next.span.range().start, String::new()),
                (None, Some(before)) => (self.true_end(before)?..item_end, String::new()),
                (None, None) => return None,
            }
        } else {
            self.lead(start)?;
            (self.line_start(start)..self.next_line(item_end), String::new())
        };
        let after = replaced(self.text, vec![edit]);
        let (now, new_end) = front_matter_of(&after, self.file)?;
        let mut without = root.clone();
        if let Some(Node { value: Tree::List(items), .. }) = value_mut(&mut without, &list) {
            items.remove(n);
        }
        let is_same = said(&without, &list) == said(&now, &list) && self.text.get(end..) == after.get(new_end..);
        is_same.then_some(after)
    }

    /// A new file with these values.
    pub fn new_file(self, values: &[(Spot, Vec<String>)], text: &str) -> String {
        let lines = self.lines(&self.pairs(values, self.language), 0);
        let text = if text.is_empty() { String::new() } else { format!("{text}\n") };
        format!("---\n{lines}\n---\n{text}")
    }

    // What is written -----------------------------------------------------------------------------------------------

    /// The edits that give a field these values.
    fn edits(self, (rows, place): (Rows, Place), spot: &Spot, values: &[String], in_quotes: bool) -> Option<Vec<Edit>> {
        let (root, end) = front_matter_of(self.text, self.file)?;
        let record = place.of(&root)?;
        let map = Map {
            page: self,
            entries: entries(record)?,
            is_flow: self.is_flow(record),
            end,
            open: record.span.range().start,
        };
        let before = found(record, spot);
        let language = Self::keys(record, rows.record()).or_else(|| Self::keys(&root, rows.file));
        let language = language.unwrap_or(self.language);
        let fresh = self.fresh(spot, values, language, before, in_quotes);
        let Some(outer) = &spot.outer else {
            return map.set(&(spot.record.fields)(), &spot.field, fresh.as_ref(), language);
        };
        let fields = (rows.record().fields)();
        let own = map.entries.iter().find(|(key, _)| is_key(outer, &key.value));
        let nested =
            |fresh: Fresh| Fresh::Record(spot.field.name.in_language(language.tag()).to_owned(), Box::new(fresh));
        match own.map(|(_, value)| value) {
            None => map.set(&fields, outer, fresh.map(nested).as_ref(), language),
            Some(value) if self.is_absent(value) => map.set(&fields, outer, fresh.map(nested).as_ref(), language),
            Some(value) => {
                let inner = entries(value)?;
                let is_last = inner.iter().all(|(key, _)| is_key(&spot.field, &key.value));
                if fresh.is_none() && is_last {
                    return map.set(&fields, outer, None, language);
                }
                let open = value.span.range().start;
                let inner = Map { page: self, entries: inner, is_flow: self.is_flow(value), end, open };
                inner.set(&(spot.record.fields)(), &spot.field, fresh.as_ref(), language)
            }
        }
    }

    /// Values as they are to be written; `None`: none.
    fn fresh(
        self,
        spot: &Spot,
        values: &[String],
        language: Language,
        before: Option<&Node>,
        in_quotes: bool,
    ) -> Option<Fresh> {
        let field = &spot.field;
        let before = before.and_then(|own| self.text.get(own.span.range())).map(|own| own.trim_matches(['"', '\'']));
        let kind = match field.shape {
            Shape::Number | Shape::Count | Shape::Bool => Quotes::Never,
            _ if in_quotes => Quotes::Always,
            Shape::Text => Quotes::Text,
            _ => Quotes::Needed,
        };
        let scalar = |own: &String| Scalar { text: written(own, field, (self.language, language), before), kind };
        let all: Vec<Scalar> = values.iter().map(scalar).collect();
        match all.first() {
            None => None,
            Some(_) if field.many => Some(Fresh::List(all)),
            Some(first) => Some(Fresh::One(first.clone())),
        }
    }

    /// The language of a record's keys; `None` when they do not tell.
    fn keys(record: &Node, of: &Record) -> Option<Language> {
        let fields = (of.fields)();
        let count = |tag: &str| {
            let is = |key: &str| {
                fields.iter().any(|own| own.name.en != own.name.sv && fold(own.name.in_language(tag)) == fold(key))
            };
            entries(record).unwrap_or_default().iter().filter(|(key, _)| is(&key.value)).count()
        };
        match count(Language::SWEDISH.tag()).cmp(&count(Language::ENGLISH.tag())) {
            std::cmp::Ordering::Greater => Some(Language::SWEDISH),
            std::cmp::Ordering::Less => Some(Language::ENGLISH),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The keys of a new record with what is written behind each, the keys of a record in it gathered.
    fn pairs(self, values: &[(Spot, Vec<String>)], language: Language) -> Vec<(String, Vec<(String, Fresh)>)> {
        let mut pairs: Vec<(String, Vec<(String, Fresh)>)> = Vec::new();
        for (spot, values) in values {
            let Some(fresh) = self.fresh(spot, values, language, None, false) else { continue };
            let key = spot.field.name.in_language(language.tag()).to_owned();
            let outer = spot.outer.as_ref().map(|own| own.name.in_language(language.tag()).to_owned());
            match (outer, pairs.last_mut()) {
                (Some(outer), Some((own, inner))) if *own == outer => inner.push((key, fresh)),
                (Some(outer), _) => pairs.push((outer, vec![(key, fresh)])),
                // A record of its own has a name; a value has none.
                (None, _) => pairs.push((String::new(), vec![(key, fresh)])),
            }
        }
        pairs
    }

    /// The lines of a new record whose keys stand in this column; the first begins where it is put.
    fn lines(self, pairs: &[(String, Vec<(String, Fresh)>)], column: usize) -> String {
        let mut lines = Vec::new();
        for (outer, own) in pairs {
            if outer.is_empty() {
                lines.extend(own.iter().map(|(key, fresh)| format!("{key}:{}", self.behind(fresh, column))));
                continue;
            }
            lines.push(format!("{outer}:"));
            lines.extend(own.iter().map(|(key, fresh)| format!("  {key}:{}", self.behind(fresh, column + 2))));
        }
        lines.join(&format!("{}{}", self.newline(), " ".repeat(column)))
    }

    /// The same within braces.
    fn in_braces(self, pairs: &[(String, Vec<(String, Fresh)>)]) -> String {
        let inner = |own: &[(String, Fresh)]| {
            own.iter().map(|(key, fresh)| format!("{key}:{}", self.behind_flow(fresh))).collect::<Vec<_>>().join(", ")
        };
        let each = |(outer, own): &(String, Vec<(String, Fresh)>)| {
            if outer.is_empty() { inner(own) } else { format!("{outer}: {{{}}}", inner(own)) }
        };
        pairs.iter().map(each).collect::<Vec<_>>().join(", ")
    }

    /// What stands behind the colon of a key in this column.
    fn behind(self, fresh: &Fresh, column: usize) -> String {
        match fresh {
            Fresh::One(own) => match self.block(own, column + 2) {
                Some(block) => format!(" {block}"),
                None => format!(" {}", self.inline(own, false)),
            },
            Fresh::List(_) => self.behind_flow(fresh),
            Fresh::Record(key, own) => {
                let column = column + 2;
                format!("{}{}{key}:{}", self.newline(), " ".repeat(column), self.behind(own, column))
            }
        }
    }

    /// The same within brackets or braces.
    fn behind_flow(self, fresh: &Fresh) -> String {
        match fresh {
            Fresh::One(own) => format!(" {}", self.inline(own, true)),
            Fresh::List(all) => {
                let all: Vec<String> = all.iter().map(|own| self.inline(own, true)).collect();
                format!(" [{}]", all.join(", "))
            }
            Fresh::Record(key, own) => format!(" {{{key}:{}}}", self.behind_flow(own)),
        }
    }

    /// A value on one line.
    fn inline(self, own: &Scalar, in_flow: bool) -> String {
        let is_plain = own.kind == Quotes::Never || (own.kind != Quotes::Always && self.is_plain(own, in_flow));
        if is_plain { own.text.clone() } else { quoted(&own.text) }
    }

    /// A text of several lines as such, indented so far.
    fn block(self, own: &Scalar, indent: usize) -> Option<String> {
        let is_block = own.kind == Quotes::Text
            && own.text.contains('\n')
            && !own.text.starts_with([' ', '\t'])
            && !own.text.chars().any(|c| c.is_control() && c != '\n');
        let line = |line: &str| if line.is_empty() { String::new() } else { " ".repeat(indent) + line };
        let lines: Vec<String> = std::iter::once("|".to_owned()).chain(own.text.split('\n').map(line)).collect();
        is_block.then(|| lines.join(self.newline()))
    }

    /// Whether YAML reads a value as it is without quotes.
    fn is_plain(self, own: &Scalar, in_flow: bool) -> bool {
        let text = if in_flow { format!("k: [{}]\n", own.text) } else { format!("k: {}\n", own.text) };
        let Some((node, _)) = front_matter_of(&text, self.file) else { return false };
        let Some([(_, value)]) = entries(&node) else { return false };
        let value = match &value.value {
            Tree::List(items) if in_flow && items.len() == 1 => &items[0].value,
            own => own,
        };
        match value {
            Tree::Text(text) => *text == own.text,
            Tree::Number(_, text) => own.kind == Quotes::Needed && *text == own.text,
            _ => false,
        }
    }

    // Where it is written -------------------------------------------------------------------------------------------

    fn newline(self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn line_start(self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
    }

    /// The end of a line, before what ends it.
    fn line_end(self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(['\r', '\n']).unwrap_or(rest.len())
    }

    /// The beginning of the line after that of this place.
    fn next_line(self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find('\n').map_or(self.text.len(), |n| at + n + 1)
    }

    /// A line to be put in where a line begins; at the end of a file without its last line break that is where it ends.
    fn line(self, at: usize, line: &str) -> String {
        let is_open = at > 0 && !self.text.get(..at).is_some_and(|before| before.ends_with('\n'));
        if is_open { format!("{}{line}", self.newline()) } else { format!("{line}{}", self.newline()) }
    }

    /// What stands before a place in its line: spaces, and the dash of a list.
    fn lead(self, at: usize) -> Option<String> {
        let lead = self.text.get(self.line_start(at)..at)?;
        let (before, after) = lead.split_once('-')?;
        let is_lead = before.chars().chain(after.chars()).all(|c| c == ' ') && !after.is_empty();
        is_lead.then(|| lead.to_owned())
    }

    /// The column of a key that stands first in its line, or after the dash of a list.
    fn column_of(self, key: &At<String>) -> Option<usize> {
        let start = key.span.range().start;
        let before = self.text.get(self.line_start(start)..start)?;
        before.chars().all(|c| c == ' ' || c == '-').then_some(before.len())
    }

    fn is_flow(self, node: &Node) -> bool {
        let sign = match node.value {
            Tree::List(_) => '[',
            Tree::Map(_) => '{',
            _ => return false,
        };
        self.text.get(node.span.range().start..).is_some_and(|rest| rest.starts_with(sign))
    }

    /// Whether nothing is written, not even a word for nothing.
    fn is_absent(self, node: &Node) -> bool {
        let own = self.text.get(node.span.range()).unwrap_or_default();
        node.value == Tree::Nothing && (own.is_empty() || !(own.starts_with('~') || fold(own) == "null"))
    }

    /// Where a value ends, with the bracket that closes it.
    fn true_end(self, node: &Node) -> Option<usize> {
        let span = node.span.range();
        let inner = match &node.value {
            Tree::List(items) => items.last().map(|last| self.true_end(last)),
            Tree::Map(entries) => entries.last().map(|(key, value)| self.end_of(key, value)),
            _ => return Some(span.end),
        };
        if !self.is_flow(node) {
            return inner.unwrap_or(Some(span.end));
        }
        let mut at = inner.unwrap_or(Some(span.start + 1))?;
        loop {
            let rest = self.text.get(at..)?;
            let c = rest.chars().next()?;
            match c {
                ']' | '}' => return Some(at + 1),
                '#' => at = self.line_end(at),
                ',' | ':' => at += 1,
                c if c.is_whitespace() => at += c.len_utf8(),
                _ => return None,
            }
        }
    }

    /// Where a key with its value ends.
    fn end_of(self, key: &At<String>, value: &Node) -> Option<usize> {
        if !self.is_absent(value) {
            return self.true_end(value);
        }
        self.colon(key).map(|at| at + 1).or(Some(key.span.range().end))
    }

    fn colon(self, key: &At<String>) -> Option<usize> {
        let end = key.span.range().end;
        let rest = self.text.get(end..)?;
        let at = rest.find(':')?;
        rest.get(..at)?.trim_matches(['"', '\'', ' ']).is_empty().then_some(end + at)
    }

    /// Where the sign of a text in lines of its own stands: such a text begins below it.
    fn sign(self, value: &Node) -> Option<usize> {
        let start = value.span.range().start;
        let before = self.text.get(..start)?.trim_end();
        let line = self.line_start(before.len());
        let own = self.text.get(line..before.len())?;
        let (at, _) = own.match_indices(' ').find(|(at, _)| {
            let rest = own.get(at + 1..).unwrap_or_default().split(' ').next().unwrap_or_default();
            let is_begun = own.get(..*at).is_some_and(|own| own.ends_with([':', '-']));
            is_begun && rest.starts_with(['|', '>']) && rest.chars().skip(1).all(|c| matches!(c, '-' | '+' | '0'..='9'))
        })?;
        self.text.get(before.len()..start)?.contains('\n').then_some(line + at + 1)
    }

    /// What takes the place of a value.
    fn instead(self, value: &Node, new: &Scalar, column: usize, in_flow: bool) -> Edit {
        let place = self.sign(value).unwrap_or(value.span.range().start)..value.span.range().end;
        let old = self.text.get(place.clone()).unwrap_or_default();
        let is_alone = {
            let end = self.line_end(place.end);
            self.text.get(place.end..end).is_some_and(|rest| rest.trim().is_empty())
        };
        let has_control = new.text.chars().any(char::is_control);
        let text = match old.chars().next() {
            _ if new.kind == Quotes::Never || new.kind == Quotes::Always => self.inline(new, in_flow),
            Some('"') => quoted(&new.text),
            Some('\'') if !has_control => format!("'{}'", new.text.replace('\'', "''")),
            Some('|' | '>') if !in_flow && !has_control => {
                // A text of one line, folded or not, under the sign that was there.
                let sign = old.lines().next().unwrap_or_default();
                let indent = old
                    .lines()
                    .skip(1)
                    .find(|line| !line.trim().is_empty())
                    .map_or(column + 2, |line| line.len() - line.trim_start().len());
                format!("{sign}{}{}{}", self.newline(), " ".repeat(indent), new.text)
            }
            _ => self
                .block(new, column + 2)
                .filter(|_| is_alone && !in_flow)
                .unwrap_or_else(|| self.inline(new, in_flow)),
        };
        (place, text)
    }

    /// Whether the text says the same as before, but for a field that has these values now.
    fn is_all(self, after: &str, place: Place, spot: &Spot, values: &[String]) -> bool {
        let is_all = || {
            let (before, end) = front_matter_of(self.text, self.file)?;
            let (now, new_end) = front_matter_of(after, self.file)?;
            let own = found(place.of(&now)?, spot);
            let own = own.map(|own| items_of(own, &spot.field, self.language)).unwrap_or_default();
            let own: Vec<String> = own.into_iter().filter(|own| !own.is_empty()).collect();
            let rest = |root: &Node| {
                let mut root = root.clone();
                take_away(&mut root, place, spot)?;
                Some(in_words(&root, None, false))
            };
            let is_same = rest(&before)? == rest(&now)? && self.text.get(end..) == after.get(new_end..);
            Some(own == values && is_same)
        };
        is_all().unwrap_or(false)
    }
}

/// The keys of a record and what they stand in.
#[derive(Clone, Copy)]
struct Map<'a> {
    page: Page<'a>,
    entries: &'a Entries,
    is_flow: bool,
    /// Where the first key goes, of a file that has none.
    end: usize,
    /// Where it begins.
    open: usize,
}

impl Map<'_> {
    /// The edits that give a key this value, or take it away.
    fn set(self, fields: &[Field], field: &Field, new: Option<&Fresh>, language: Language) -> Option<Vec<Edit>> {
        let own = self.entries.iter().position(|(key, _)| is_key(field, &key.value));
        match (own, new) {
            (None, None) => Some(Vec::new()),
            (None, Some(new)) => {
                let key = field.name.in_language(language.tag());
                let behind =
                    if self.is_flow { self.page.behind_flow(new) } else { self.page.behind(new, self.column()?) };
                self.insert(fields, field, &format!("{key}:{behind}")).map(|edit| vec![edit])
            }
            (Some(n), None) => self.remove(n).map(|edit| vec![edit]),
            (Some(n), Some(new)) => self.replace(n, new),
        }
    }

    /// The column of the keys.
    fn column(self) -> Option<usize> {
        self.entries.first().map_or(Some(0), |(key, _)| self.page.column_of(key))
    }

    /// Puts a key with its value at its place in the order.
    fn insert(self, fields: &[Field], field: &Field, entry: &str) -> Option<Edit> {
        let page = self.page;
        let rank = |key: &str| fields.iter().position(|own| is_key(own, key));
        let own = fields.iter().position(|other| other.name == field.name)?;
        let earlier = |(key, _): &&(At<String>, Node)| rank(&key.value).is_some_and(|other| other < own);
        let before = self.entries.iter().filter(earlier).max_by_key(|(key, _)| rank(&key.value));
        let Some((first, _)) = self.entries.first() else {
            if self.is_flow {
                return Some((self.open + 1..self.open + 1, entry.to_owned()));
            }
            return Some((self.end..self.end, page.line(self.end, entry)));
        };
        let start = first.span.range().start;
        match before {
            Some((key, value)) if self.is_flow => {
                let at = page.end_of(key, value)?;
                Some((at..at, format!(", {entry}")))
            }
            Some((key, value)) => {
                let at = page.next_line(page.end_of(key, value)?);
                Some((at..at, page.line(at, &(" ".repeat(self.column()?) + entry))))
            }
            None if self.is_flow => Some((start..start, format!("{entry}, "))),
            // The first key of a record in a list stands beside its dash.
            None => Some((start..start, format!("{entry}{}{}", page.newline(), " ".repeat(self.column()?)))),
        }
    }

    /// Takes a key away: its lines, or its part of a line.
    fn remove(self, n: usize) -> Option<Edit> {
        let page = self.page;
        let (key, value) = self.entries.get(n)?;
        let (start, end) = (key.span.range().start, page.end_of(key, value)?);
        let next = self.entries.get(n + 1).map(|(key, _)| key.span.range().start);
        if self.is_flow {
            let before = n.checked_sub(1).and_then(|n| self.entries.get(n));
            return match (before, next) {
                (_, Some(next)) => Some((start..next, String::new())),
                (Some((key, value)), None) => Some((page.end_of(key, value)?..end, String::new())),
                (None, None) => Some((start..end, String::new())),
            };
        }
        let line = page.line_start(start);
        if page.text.get(line..start)?.trim().is_empty() {
            return Some((line..page.next_line(end), String::new()));
        }
        // Beside the dash of a list: the next key comes there, if nothing is lost.
        let next = next.filter(|next| !page.text.get(end..*next).is_none_or(|between| between.contains('#')))?;
        Some((start..next, String::new()))
    }

    /// Gives a key that is there another value.
    fn replace(self, n: usize, new: &Fresh) -> Option<Vec<Edit>> {
        let page = self.page;
        let (key, value) = self.entries.get(n)?;
        let column = if self.is_flow { 0 } else { self.column()? };
        if page.is_absent(value) {
            let behind = if self.is_flow { page.behind_flow(new) } else { page.behind(new, column) };
            let colon = page.colon(key)? + 1;
            let has_lines = behind.contains('\n');
            let at = if has_lines { page.line_end(colon) } else { colon };
            return Some(vec![(at..at, behind)]);
        }
        match (new, &value.value) {
            (Fresh::One(new), Tree::List(_)) => {
                let place = value.span.range().start..page.true_end(value)?;
                Some(vec![(place, page.inline(new, self.is_flow))])
            }
            (Fresh::One(new), _) => Some(vec![page.instead(value, new, column, self.is_flow)]),
            (Fresh::List(new), Tree::List(items)) if page.is_flow(value) => {
                if new.len() == items.len() {
                    return Some(page.beside(items, new, true, 0));
                }
                let place = value.span.range().start..page.true_end(value)?;
                // A comment between them would be lost.
                let is_commented = place.len() > 1 && page.text.get(place.clone())?.contains(" #");
                let behind = page.behind_flow(&Fresh::List(new.clone()));
                (!is_commented).then(|| vec![(place, behind.trim_start().to_owned())])
            }
            (Fresh::List(new), Tree::List(items)) => page.line_by_line(items, new),
            (Fresh::List(new), _) => Some(vec![match new.as_slice() {
                [new] => page.instead(value, new, column, self.is_flow),
                _ => (value.span.range(), page.behind_flow(&Fresh::List(new.clone())).trim_start().to_owned()),
            }]),
            (Fresh::Record(..), _) => None,
        }
    }
}

impl Page<'_> {
    /// Values in the places of others, one by one; those that are the same are not touched.
    fn beside(self, items: &[Node], new: &[Scalar], in_flow: bool, column: usize) -> Vec<Edit> {
        let pairs = items.iter().zip(new).filter(|(old, new)| !Self::is_same(old, new));
        pairs.map(|(old, new)| self.instead(old, new, column, in_flow)).collect()
    }

    fn is_same(old: &Node, new: &Scalar) -> bool {
        match &old.value {
            Tree::Text(text) | Tree::Number(_, text) => text.trim() == new.text,
            _ => false,
        }
    }

    /// A list with a line for each value: what is the same at its beginning and end stays, with its comments.
    fn line_by_line(self, items: &[Node], new: &[Scalar]) -> Option<Vec<Edit>> {
        let shared = |pairs: &mut dyn Iterator<Item = (&Node, &Scalar)>| {
            pairs.take_while(|(old, new)| Self::is_same(old, new)).count()
        };
        let first = shared(&mut items.iter().zip(new));
        let left = items.len().min(new.len()) - first;
        let last = shared(&mut items.iter().rev().zip(new.iter().rev())).min(left);
        let old = items.get(first..items.len() - last)?;
        let new = new.get(first..new.len() - last)?;
        let lead = self.lead(items.first()?.span.range().start)?;
        let column = lead.len();
        let mut edits = self.beside(old, new, false, column);
        for gone in old.iter().skip(new.len()) {
            self.lead(gone.span.range().start)?;
            let start = self.line_start(gone.span.range().start);
            edits.push((start..self.next_line(self.true_end(gone)?), String::new()));
        }
        let more: Vec<String> =
            new.iter().skip(old.len()).map(|own| format!("{lead}{}", self.inline(own, false))).collect();
        if !more.is_empty() {
            let before = items.get((first + old.len()).checked_sub(1).unwrap_or(usize::MAX));
            let at = match before {
                Some(before) => self.next_line(self.true_end(before)?),
                None => self.line_start(items.first()?.span.range().start),
            };
            edits.push((at..at, self.line(at, &more.join(self.newline()))));
        }
        Some(edits)
    }
}

/// The keys of a record; none where nothing stands yet.
fn entries(node: &Node) -> Option<&Entries> {
    match &node.value {
        Tree::Map(entries) => Some(entries),
        Tree::Nothing => Some(&[]),
        _ => None,
    }
}

fn value_mut<'a>(node: &'a mut Node, field: &Field) -> Option<&'a mut Node> {
    let Tree::Map(entries) = &mut node.value else { return None };
    entries.iter_mut().find(|(key, _)| is_key(field, &key.value)).map(|(_, value)| value)
}

/// Takes a key away.
fn drop_key(node: &mut Node, field: &Field) {
    if let Tree::Map(entries) = &mut node.value {
        if let Some(n) = entries.iter().position(|(key, _)| is_key(field, &key.value)) {
            entries.remove(n);
        }
        if entries.is_empty() {
            node.value = Tree::Nothing;
        }
    }
}

/// Takes a field away, and what holds only it.
fn take_away(root: &mut Node, place: Place, spot: &Spot) -> Option<()> {
    let record = match place {
        Place::Top => root,
        Place::Item(rows, n) => match &mut value_mut(root, &rows.field()?)?.value {
            Tree::List(items) => items.get_mut(n)?,
            _ => return None,
        },
    };
    match &spot.outer {
        None => drop_key(record, &spot.field),
        Some(outer) => {
            if let Some(own) = value_mut(record, outer) {
                drop_key(own, &spot.field);
                if own.value == Tree::Nothing {
                    drop_key(record, outer);
                }
            }
        }
    }
    Some(())
}

/// What a file says but for one of its lists, when that is empty.
fn said(root: &Node, list: &Field) -> String {
    let mut root = root.clone();
    let is_empty = |own: &Node| match &own.value {
        Tree::List(items) => items.is_empty(),
        other => *other == Tree::Nothing,
    };
    if value_mut(&mut root, list).is_some_and(|own| is_empty(own)) {
        drop_key(&mut root, list);
    }
    in_words(&root, None, false)
}
