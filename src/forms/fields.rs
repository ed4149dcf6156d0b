//! A record of the vocabulary and what a file says in, the fields of a form out: what each is called, what it means, how it
//! is filled in, and what stands in it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::listing::Listing;
use super::written::BODY;
use crate::compose::place::{Place, Rows, Spot, found, is_plain, spots};
use crate::compose::value::{canonical, items_of, names};
use crate::compose::{is_long, label, meaning};
use crate::source::record::{Field, Record, Shape};
use crate::source::yaml::{Node, Tree};
use crate::words::{Language, Words};

/// What a field that may be chosen among so many is: buttons to choose with; of more, a list that opens.
const FEW: usize = 8;
/// Fields that a form shows at once although they may be left out, by the English name of their record. Where the text
/// stands among them, all are named, in the order in which somebody thinks of them.
const FIRST: &[(&str, &[&str])] = &[
    (
        "report",
        &["assessment", BODY, "next_step", "no_progress", "obstacle", "decision_needed", "evidence", "by", "date"],
    ),
    ("initiative", &["summary", "accountable", "phase", "start", "end", "activities"]),
    ("goal", &["summary", "area", "accountable", "indicators", "target"]),
    ("indicator", &["summary", "direction", "baseline", "targets", "interval", "source"]),
    ("insight", &["summary", "channel", "theme", "volume", "goals", "forum", "response"]),
    ("forum", &["summary", "chair", "members", "every", "meetings"]),
    ("decision", &["summary", "reference", "url", "affects", "asks_for"]),
    ("review", &["covers", "answers"]),
    ("organisation", &["units", "roles"]),
    ("area", &["summary"]),
    ("page", &["summary"]),
];

/// Fields that tell a record of a list from the others, the best first.
const TITLES: &[&str] = &[
    "title",
    "name",
    "what",
    "initiative",
    "role",
    "date",
    "question",
    "series",
    "content",
    "description",
    "text",
    "id",
];

/// What stands in the fields of a form, by their names, and which records stand in its lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filled {
    /// A field's name → its values, in the one way in which forms have them.
    pub(super) fields: BTreeMap<String, Vec<String>>,
    /// A list's name → what tells its records apart: the place of one that is in the file, `+1` of one that is new.
    pub(super) rows: BTreeMap<String, Vec<String>>,
}

impl Filled {
    pub(super) fn get(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Something to be filled in.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Input {
    name: String,
    label: String,
    hint: String,
    required: bool,
    /// How it is filled in; the name of a part of the page.
    control: &'static str,
    /// What stands in it, of one that has one value; a line for each of one that has many.
    text: String,
    options: Vec<Choice>,
    problems: Vec<Trouble>,
}

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// What is wrong with a field, or odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Trouble {
    /// `error` or `warning`.
    pub(super) level: &'static str,
    /// The message.
    pub(super) text: String,
    /// What to write instead.
    pub(super) help: Vec<String>,
}

/// A part of a form.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "part", rename_all = "lowercase")]
pub(super) enum Part {
    /// A field.
    Field {
        /// The field.
        input: Input,
    },
    /// Fields that belong together.
    Group(Group),
    /// Records of a kind, and an empty one.
    List(List),
    /// The text below the front matter.
    Body,
    /// What a form can't show.
    Left {
        /// What it is called.
        label: String,
        /// What it means.
        hint: String,
    },
}

/// Fields that belong together.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Group {
    name: String,
    label: String,
    hint: String,
    inputs: Vec<Input>,
    problems: Vec<Trouble>,
}

/// Records of a kind.
#[derive(Clone, Debug, Serialize)]
pub(super) struct List {
    name: String,
    label: String,
    hint: String,
    rows: Vec<Row>,
    /// One to be filled in.
    blank: Row,
    problems: Vec<Trouble>,
}

/// A record in a list.
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: String,
    /// What tells it from the others for a reader.
    title: String,
    is_new: bool,
    is_gone: bool,
    has_trouble: bool,
    inputs: Vec<Input>,
}

/// The parts of a form: what is filled in first, and the rest.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Parts {
    first: Vec<Part>,
    rest: Vec<Part>,
    /// Whether something in the rest is wrong.
    is_open: bool,
}

/// What is said about fields, by their names.
pub(super) type Troubles = BTreeMap<String, Vec<Trouble>>;

/// The lists of records in a record.
pub(super) fn lists(record: &'static Record) -> Vec<Field> {
    (record.fields)().into_iter().filter(|own| own.many && matches!(own.shape, Shape::Record(_))).collect()
}

/// What a field is called in a form.
pub(super) fn name(spot: &Spot) -> String {
    match &spot.outer {
        Some(outer) => format!("{}.{}", outer.name.en, spot.field.name.en),
        None => spot.field.name.en.to_owned(),
    }
}

/// What a file says, as a form has it.
pub(super) fn read(record: &'static Record, root: &Node, language: Language) -> Filled {
    let mut filled = Filled::default();
    let mut take = |name: String, record: &Node, spot: &Spot| {
        let items = found(record, spot).map(|own| items_of(own, &spot.field, language)).unwrap_or_default();
        filled.fields.insert(name, items.into_iter().filter(|own| !own.is_empty()).collect());
    };
    for spot in spots(record) {
        take(name(&spot), root, &spot);
    }
    let mut rows = BTreeMap::new();
    for list in lists(record) {
        let own = Rows { file: record, list: Some(list.name.en) };
        let mut keys = Vec::new();
        for n in 0.. {
            let Some(item) = Place::Item(own, n).of(root) else { break };
            if matches!(item.value, Tree::Map(_)) {
                keys.push(n.to_string());
                for spot in spots(own.record()) {
                    take(format!("{}.{n}.{}", list.name.en, name(&spot)), item, &spot);
                }
            }
        }
        rows.insert(list.name.en.to_owned(), keys);
    }
    filled.rows = rows;
    filled
}

/// The values of a field from what a form sent for it.
pub(super) fn sent(values: &[&str], field: &Field, language: Language) -> Vec<String> {
    let is_lines = is_lines(field);
    let pieces = values.iter().flat_map(|own| if is_lines { own.split('\n').collect() } else { vec![*own] });
    let mut items: Vec<String> = Vec::new();
    for item in pieces.map(|own| canonical(own, field, language)) {
        let is_there = field.many && items.contains(&item);
        if !item.is_empty() && !is_there {
            items.push(item);
        }
    }
    items
}

/// The mark of a record that is to be taken out of its list.
pub(super) const GONE: &str = "-";

/// Whether the values of a field are chosen, so that their order says nothing.
pub(super) fn is_set(field: &Field) -> bool {
    control(field) == "checks"
}

/// Whether each value of a field has a line of its own.
pub(super) fn is_lines(field: &Field) -> bool {
    control(field) == "lines"
}

/// How a field is filled in.
fn control(field: &Field) -> &'static str {
    match field.shape {
        Shape::Reference(_) | Shape::Choice(_) if field.many => "checks",
        Shape::Choice(names) if field.required && names().len() <= FEW => "buttons",
        Shape::Reference(_) | Shape::Choice(_) => "choice",
        _ if field.many => "lines",
        Shape::Bool => "flag",
        Shape::Number | Shape::Count => "number",
        Shape::Date if matches!(field.name.en, "date" | "on" | "fetched") => "day",
        Shape::Date => "date",
        Shape::Text if is_long(field) => "area",
        _ => "line",
    }
}

/// Makes the parts of forms.
pub(super) struct Maker<'a> {
    /// The words of the form.
    pub(super) words: &'a Words,
    /// The language of the plan.
    pub(super) language: Language,
    pub(super) listing: &'a Listing,
    pub(super) filled: &'a Filled,
    pub(super) troubles: &'a Troubles,
}

impl Maker<'_> {
    /// The form of a record.
    pub(super) fn parts(&self, record: &'static Record, has_body: bool) -> Parts {
        let first = FIRST.iter().find(|(own, _)| *own == record.name.en).map_or(&[] as &[&str], |(_, first)| *first);
        // What has no list of what comes first is short.
        let all = FIRST.iter().all(|(own, _)| *own != record.name.en);
        let mut parts = Parts::default();
        let mut fields = (record.fields)();
        let is_ordered = first.contains(&BODY);
        if is_ordered {
            fields.sort_by_key(|field| first.iter().position(|own| *own == field.name.en).unwrap_or(usize::MAX));
        }
        for field in fields {
            if is_ordered && has_body && parts.first.len() == first.iter().position(|own| *own == BODY).unwrap_or(0) {
                parts.first.push(Part::Body);
            }
            let part = self.part(record, &field);
            if all || field.required || first.contains(&field.name.en) {
                parts.first.push(part);
            } else {
                parts.is_open |= self.has_trouble(field.name.en);
                parts.rest.push(part);
            }
        }
        if has_body && !is_ordered {
            parts.first.push(Part::Body);
        }
        parts
    }

    fn part(&self, record: &'static Record, field: &Field) -> Part {
        let own = field.name.en;
        let (label, hint) = (label(field.name.in_language(self.tag())), meaning(self.words, record, field));
        let problems = self.of(own);
        match field.shape {
            Shape::Record(_) if field.many => {
                let rows = Rows { file: record, list: Some(own) };
                let keys = self.filled.rows.get(own).map_or(&[] as &[String], Vec::as_slice);
                let blank = self.row(rows, own, "+0", true);
                let all = keys.iter().map(|key| self.row(rows, own, key, false)).collect();
                Part::List(List { name: own.to_owned(), label, hint, rows: all, blank, problems })
            }
            Shape::Record(inner) => {
                let fields = (inner.fields)().into_iter().filter(is_plain);
                let spots: Vec<Spot> = fields
                    .map(|field_of| Spot { record: inner, outer: Some(field.clone()), field: field_of })
                    .collect();
                // What must be there must be there when anything of it is.
                let inputs = spots.iter().map(|spot| self.input(name(spot), spot, field.required)).collect();
                Part::Group(Group { name: own.to_owned(), label, hint, inputs, problems })
            }
            Shape::Words => Part::Left { label, hint },
            _ => {
                let spot = Spot { record, outer: None, field: field.clone() };
                Part::Field { input: self.input(own.to_owned(), &spot, true) }
            }
        }
    }

    /// A record of a list.
    fn row(&self, rows: Rows, list: &str, key: &str, is_blank: bool) -> Row {
        let before = format!("{list}.{key}");
        let spots = spots(rows.record());
        let inputs: Vec<Input> = spots
            .iter()
            .map(|spot| self.input(format!("{before}.{}", name(spot)), spot, spot.outer.is_none()))
            .collect();
        let says = |wanted: &str| {
            let spot = spots.iter().find(|spot| spot.field.name.en == wanted)?;
            let values = self.filled.get(&format!("{before}.{}", name(spot)));
            Some(self.shown(&spot.field, values.first()?))
        };
        let title = TITLES.iter().find_map(|own| Some((*own, says(own)?)));
        // A date alone does not say of what.
        let title = title.map(|(own, title)| match says("value").filter(|_| own == "date") {
            Some(value) => format!("{title}: {value}"),
            None => title,
        });
        let title = title.unwrap_or_default();
        Row {
            is_new: key.starts_with('+'),
            is_gone: !is_blank && !self.filled.get(&format!("{before}.{GONE}")).is_empty(),
            has_trouble: self.has_trouble(&before),
            name: before,
            title: if is_blank { String::new() } else { title },
            inputs,
        }
    }

    /// What a value is for a reader.
    fn shown(&self, field: &Field, value: &str) -> String {
        match field.shape {
            Shape::Reference(kind) => self.listing.title(kind, value).unwrap_or(value).to_owned(),
            _ => value.to_owned(),
        }
    }

    fn input(&self, name: String, spot: &Spot, may_be_needed: bool) -> Input {
        let field = &spot.field;
        let values = self.filled.get(&name);
        let control = control(field);
        let text = match control {
            "lines" => values.join("\n"),
            _ => values.first().cloned().unwrap_or_default(),
        };
        Input {
            label: label(field.name.in_language(self.tag())),
            hint: self.hint(spot),
            required: field.required && may_be_needed,
            control,
            text,
            options: self.options(field, values),
            problems: self.of(&name),
            name,
        }
    }

    /// What a field means. What is written in a file is ticked here.
    fn hint(&self, spot: &Spot) -> String {
        let flag = format!("forms-flag-{}", spot.field.name.en.replace('_', "-"));
        if control(&spot.field) == "flag" && self.words.has(&flag) {
            return self.words.get(&flag);
        }
        meaning(self.words, spot.record, &spot.field)
    }

    /// What can be chosen, with what is chosen although it can't be.
    fn options(&self, field: &Field, values: &[String]) -> Vec<Choice> {
        let is_chosen = |value: &str| values.iter().any(|own| own == value);
        let mut options: Vec<Choice> = match field.shape {
            Shape::Reference(kind) => (self.listing.of(kind).into_iter())
                .map(|(id, title)| Choice { chosen: is_chosen(id), value: id.to_owned(), label: title.to_owned() })
                .collect(),
            Shape::Bool | Shape::Choice(_) => (names(field).unwrap_or_default().into_iter())
                .map(|own| {
                    let value = own.in_language(self.language.tag()).to_owned();
                    Choice { chosen: is_chosen(&value), value, label: label(own.in_language(self.tag())) }
                })
                .collect(),
            _ => return Vec::new(),
        };
        for lost in values.iter().filter(|own| !options.iter().any(|option| option.value == **own)).collect::<Vec<_>>()
        {
            options.push(Choice { value: lost.clone(), label: lost.clone(), chosen: true });
        }
        options
    }

    fn of(&self, name: &str) -> Vec<Trouble> {
        self.troubles.get(name).cloned().unwrap_or_default()
    }

    fn has_trouble(&self, name: &str) -> bool {
        let below = format!("{name}.");
        self.troubles.keys().any(|own| own == name || own.starts_with(&below))
    }

    fn tag(&self) -> &'static str {
        self.words.language().tag()
    }
}
