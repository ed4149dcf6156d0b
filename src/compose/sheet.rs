//! A file's front matter, or a whole YAML file, as an author finds it before the first word is written: what is known is
//! filled in, what must be there waits to be, and what may be there stands as a comment.
//!
//! Made from the vocabulary, so that a key of a record is in every new file of it. A line that begins with `# ` explains;
//! one that begins with `#` and no space is used by taking that away.

use std::fmt::Write as _;

use crate::model::Name;
use crate::source::record::{Field, Record, Shape};
use crate::words::{Arg, Words};

/// No line of an explanation is longer, in characters.
const WIDTH: usize = 100;
/// Of more than so many ids it is told where they stand, not what they are.
const FEW: usize = 12;

/// Fields by their English names, with what is known about each.
pub(super) type Group = Vec<(&'static str, Known)>;

/// What is known about a field.
#[derive(Clone, Debug)]
pub(super) enum Known {
    /// A text in the author's words.
    Text(String),
    /// An id, a date, a number or a value of an enumeration.
    Plain(String),
    /// Several of them.
    List(Vec<String>),
    /// A record of its own.
    Group(Group),
    /// Several of them.
    Groups(Vec<Group>),
    /// Nothing, and it is not asked for either.
    Skip,
}

/// The ids of a kind.
pub type Ids<'a> = &'a dyn Fn(&str) -> Vec<String>;

/// A sheet to be filled in.
pub(super) struct Sheet<'a> {
    words: &'a Words,
    tag: &'static str,
    ids: Ids<'a>,
    text: String,
}

impl<'a> Sheet<'a> {
    /// An empty one in the language of `words`; `ids` tells which of a kind there are.
    pub(super) fn new(words: &'a Words, ids: Ids<'a>) -> Self {
        Self { words, tag: words.language().tag(), ids, text: String::new() }
    }

    /// What has been written.
    pub(super) fn text(self) -> String {
        self.text
    }

    /// An explanation, on as many lines as it needs.
    pub(super) fn explain(&mut self, text: &str) {
        self.explained("", text);
    }

    fn explained(&mut self, indent: &str, text: &str) {
        for line in wrapped(text, WIDTH - indent.len()) {
            let _ = writeln!(self.text, "{indent}# {line}");
        }
    }

    /// What some fields of a record in a record mean.
    pub(super) fn teach(&mut self, record: &Record, fields: &[&str]) {
        for field in (record.fields)().iter().filter(|own| fields.contains(&own.name.en)) {
            let name = [record.name, field.name].map(|name| name.in_language(self.tag));
            let meaning = self.meaning(record, field);
            self.explain(&format!("{} – {}: {meaning}", name[0], name[1]));
        }
    }

    /// A line as it is.
    pub(super) fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Every field of a record: those that are known or needed, then those that may be there. `needed`: fields that this
    /// file should have although they may be left out.
    pub(super) fn record(&mut self, record: &Record, known: &Group, needed: &[&str]) {
        let fields = (record.fields)();
        let known_of = |field: &Field| known.iter().find(|(name, _)| *name == field.name.en).map(|(_, known)| known);
        let (first, rest): (Vec<&Field>, Vec<&Field>) = fields
            .iter()
            .filter(|field| !matches!(known_of(field), Some(Known::Skip)) && !is_for_later(field.name))
            .partition(|field| field.required || known_of(field).is_some() || needed.contains(&field.name.en));
        for field in first {
            match known_of(field) {
                Some(known) => self.known(field, known),
                None => self.wanted(record, field),
            }
        }
        if !rest.is_empty() {
            self.line("");
            self.explain(&self.words.get("new-optional"));
        }
        for field in rest {
            self.possible(record, field);
        }
    }

    /// One field of a record that is known.
    fn known(&mut self, field: &Field, known: &Known) {
        let key = field.name.in_language(self.tag);
        match known {
            Known::Text(text) => self.line(&format!("{key}: {}", quoted(text))),
            Known::Plain(text) => self.line(&format!("{key}: {text}")),
            Known::List(list) => self.line(&format!("{key}: [{}]", list.join(", "))),
            Known::Group(group) => {
                self.line(&format!("{key}:"));
                self.group(field, group, "  ", "  ");
            }
            Known::Groups(groups) => {
                self.line(&format!("{key}:"));
                for group in groups {
                    self.group(field, group, "  - ", "    ");
                }
            }
            Known::Skip => {}
        }
    }

    /// A record in a record, all of it known: its first line begins with `first`, the others with `next`.
    fn group(&mut self, field: &Field, group: &Group, first: &str, next: &str) {
        let Shape::Record(record) = field.shape else { unreachable!("{} is no record", field.name.en) };
        let fields = (record.fields)();
        for (n, (name, known)) in group.iter().enumerate() {
            let own = fields.iter().find(|own| own.name.en == *name);
            let own = own.unwrap_or_else(|| panic!("{} has no field {name}", record.name.en));
            self.text.push_str(if n == 0 { first } else { next });
            self.known(own, known);
        }
    }

    /// A field that the author must fill in.
    fn wanted(&mut self, record: &Record, field: &Field) {
        self.explain(&self.meaning(record, field));
        let key = field.name.in_language(self.tag);
        match field.shape {
            Shape::Record(inner) => {
                let _ = writeln!(self.text, "{key}:");
                self.inner("", inner, field.many);
            }
            shape => {
                let empty = empty(shape, field.many);
                let _ = writeln!(self.text, "{key}:{empty}");
            }
        }
    }

    /// A field that may be there, behind a `#`.
    fn possible(&mut self, record: &Record, field: &Field) {
        self.explain(&self.meaning(record, field));
        let key = field.name.in_language(self.tag);
        match field.shape {
            Shape::Record(inner) => {
                let _ = writeln!(self.text, "#{key}:");
                self.inner("#", inner, field.many);
            }
            Shape::Bool => {
                let _ = writeln!(self.text, "#{key}: {}", self.words.get("new-yes"));
            }
            shape => {
                let empty = empty(shape, field.many);
                let _ = writeln!(self.text, "#{key}:{empty}");
            }
        }
    }

    /// The fields of a record in a record, each on a line with what it means behind it.
    fn inner(&mut self, before: &str, record: &Record, many: bool) {
        let fields: Vec<Field> = (record.fields)().into_iter().filter(|field| !is_for_later(field.name)).collect();
        let longest = fields.iter().map(|field| field.name.in_language(self.tag).chars().count()).max().unwrap_or(0);
        for (n, field) in fields.iter().enumerate() {
            let start = match (many, n) {
                (true, 0) => "  - ",
                (true, _) => "    ",
                (false, _) => "  ",
            };
            let key = field.name.in_language(self.tag);
            let empty = empty(field.shape, field.many);
            let gap = " ".repeat(longest - key.chars().count() + 4 - empty.len());
            let meaning = self.meaning(record, field);
            let _ = writeln!(self.text, "{before}{start}{key}:{empty}{gap}# {meaning}");
        }
    }

    /// What a field means, and which values it can have.
    fn meaning(&self, record: &Record, field: &Field) -> String {
        let mut text = meaning(self.words, record, field);
        match field.shape {
            Shape::Choice(names) => {
                let names: Vec<&str> = names().into_iter().map(|name| name.in_language(self.tag)).collect();
                text = format!("{text} {}", self.words.fill("new-choose", &[("values", names.join(", ").into())]));
            }
            Shape::Reference(kind) => {
                let ids = (self.ids)(kind);
                let args = [("ids", Arg::from(ids.join(", ")))];
                match ids.len() {
                    0 => text = format!("{text} {}", self.words.get("new-no-ids")),
                    n if n <= FEW => text = format!("{text} {}", self.words.fill("new-ids", &args)),
                    _ => {}
                }
            }
            Shape::Date if takes_a_period(record, field) => {
                text = format!("{text} {}", self.words.get("new-date"));
            }
            _ => {}
        }
        text
    }
}

/// What a field of a record means, in the language of `words`.
pub fn meaning(words: &Words, record: &Record, field: &Field) -> String {
    let name = |text: &str| text.replace([' ', '_'], "-");
    let own = format!("field-{}-{}", name(record.name.en), name(field.name.en));
    if words.has(&own) { words.get(&own) } else { words.get(&format!("field-{}", name(field.name.en))) }
}

/// A key or a value as a heading: `nästa_steg` → `Nästa steg`.
pub fn label(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether a text is often longer than a line.
pub fn is_long(field: &Field) -> bool {
    const LONG: &[&str] = &[
        "summary",
        "text",
        "why",
        "rationale",
        "purpose",
        "method",
        "question",
        "answer",
        "next_step",
        "description",
        "method_text",
        "motivation",
        "reason",
        "alternative",
        "notice",
        "charter",
        "what",
    ];
    LONG.contains(&field.name.en)
}

/// What nobody writes in something new.
pub(super) const LATER: &[&str] = &["aliases", "merged_into", "replaced_by", "deadline_moves", "corrected", "done_on"];

/// Whether a date may be less exact than a day, and it is of use to say so.
fn takes_a_period(record: &Record, field: &Field) -> bool {
    record.name.en != "accessibility statement" && !matches!(field.name.en, "date" | "year")
}

fn is_for_later(name: Name) -> bool {
    LATER.contains(&name.en)
}

/// What stands behind the colon of a value that is not there yet: quotes around a text, so that a colon in it is no
/// trap.
fn empty(shape: Shape, many: bool) -> &'static str {
    match shape {
        _ if many => " []",
        Shape::Text => " \"\"",
        _ => "",
    }
}

/// A text as YAML reads it back.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The lines of a text, none longer than `width` unless a word is.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
