//! JSON Schemas of the content's files, for editors that read them: what can be written is offered and explained, and a
//! slip is marked while it is made.
//!
//! Made from the vocabulary. Keys and values are offered in the plan's language and accepted as the reader accepts them:
//! in either language, in any case, with `_`, `-` or a space, and without the marks on å, ä, ö. Draft 7, which is what
//! editors of YAML read. Kept out: whether references lead anywhere and facts agree; that is said by `framdrift check`.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::NewFile;
use super::sheet::{Ids, meaning};
use crate::model::Name;
use crate::source::layout::FILES;
use crate::source::record::{Field, Record, Shape};
use crate::words::Words;

/// Where the schemas lie below the plan's folder.
pub const FOLDER: &str = ".vscode/framdrift";
/// What stands in each of them, by which framdrift knows its own.
pub const MARK: &str = "Made by framdrift schema: it is written anew when that is run again.";
/// Where the editor is told of them.
pub const SETTINGS: &str = ".vscode/settings.json";

/// A date as precise as it is known, and `ongoing`.
pub(super) const PATTERN_OF_DATE: &str = "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?|-[WwVv](0?[1-9]|[1-4]\\d|5[0-3])|-[QqKk][1-4]|-[Tt][1-3]\
                    |-[Hh][12])?$|^([Oo]ngoing|[Ll](ö|o)pande)$";
/// A length of time.
pub(super) const DAYS: &str = "^\\d{1,4}[ _-]?([dD]|[wW]|[vV]|days?|weeks?|dag|dagar|vecka|veckor)$";
/// An id.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// An id where its kind may stand before it.
const TO: &str = "^([A-Za-zÅÄÖåäö]+:)?[a-z0-9]+(-[a-z0-9]+)*$";

/// The schemas, and the settings that lead the editor to them. `ids` tells which of a kind there are.
pub fn schemas(words: &Words, ids: Ids<'_>) -> Vec<NewFile> {
    let mut files: Vec<NewFile> = FILES
        .iter()
        .map(|(name, _, record)| NewFile {
            path: format!("{FOLDER}/{name}.json"),
            text: printed(&schema(record, words, ids)),
        })
        .collect();
    let yaml = FILES.iter().filter(|(_, files, _)| !files.contains('/'));
    let yaml: Map<String, Value> =
        yaml.map(|(name, files, _)| (format!("{FOLDER}/{name}.json"), json!(format!("content/{files}")))).collect();
    files.push(NewFile { path: SETTINGS.to_owned(), text: printed(&json!({ "yaml.schemas": yaml })) });
    files
}

/// The schema of one kind of file.
pub fn schema(record: &Record, words: &Words, ids: Ids<'_>) -> Value {
    let mut schema = Schema { words, tag: words.language().tag(), ids }.record(record);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["$comment"] = json!(MARK);
    schema["title"] = json!(record.name.in_language(words.language().tag()));
    schema
}

fn printed(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("texts, lists and maps can be written as JSON") + "\n"
}

struct Schema<'a> {
    words: &'a Words,
    tag: &'static str,
    ids: Ids<'a>,
}

impl Schema<'_> {
    fn record(&self, record: &Record) -> Value {
        let mut properties = Map::new();
        let mut patterns = Map::new();
        let mut required: Vec<Value> = Vec::new();
        for field in (record.fields)() {
            let mut own = self.field(&field);
            if field.required {
                // The first says it plainly; the second, that not all keys are others, takes every way to write it.
                let key = field.name.in_language(self.tag);
                let written =
                    json!({ "propertyNames": { "not": { "pattern": format!("^{}$", forgiving(field.name)) } } });
                required.push(json!({ "anyOf": [{ "required": [key] }, { "not": written }] }));
            }
            // As the reader takes it; what is offered is the key as it is best written.
            patterns.insert(format!("^{}$", forgiving(field.name)), own.clone());
            own["description"] = json!(meaning(self.words, record, &field));
            properties.insert(field.name.in_language(self.tag).to_owned(), own);
        }
        let mut schema = json!({
            "type": "object",
            "properties": properties,
            "patternProperties": patterns,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            schema["allOf"] = Value::Array(required);
        }
        schema
    }

    /// A field's values: a single one where a list may stand is a list of one, and what may be left out may be empty.
    fn field(&self, field: &Field) -> Value {
        let one = self.value(field);
        let mut ways = vec![one.clone()];
        if field.many {
            let least = usize::from(field.required);
            ways.insert(0, json!({ "type": "array", "items": one, "minItems": least }));
        }
        if !field.required {
            ways.extend([json!({ "type": "null" }), json!({ "const": "" })]);
        }
        if field.name.en == "done_on" {
            ways.push(json!({ "enum": if self.tag == "sv" { ["okänt", "unknown"] } else { ["unknown", "okänt"] } }));
        }
        // One role, in a list of its own, is forgiven.
        if matches!(field.shape, Shape::Reference("role")) && field.name.en == "accountable" {
            ways.push(json!({ "type": "array", "items": one, "minItems": 1, "maxItems": 1 }));
        }
        if ways.len() == 1 { ways.remove(0) } else { json!({ "anyOf": ways }) }
    }

    fn value(&self, field: &Field) -> Value {
        let text = json!(["string", "number", "boolean"]);
        match field.shape {
            Shape::Text if field.required => json!({ "type": text, "minLength": 1 }),
            Shape::Bool => {
                let offered = if self.tag == "sv" { ["ja", "nej"] } else { ["yes", "no"] };
                let known =
                    [Name { en: "yes", sv: "ja" }, Name { en: "no", sv: "nej" }, Name { en: "true", sv: "false" }];
                let known = known.map(forgiving).join("|");
                json!({ "anyOf": [{ "enum": offered }, { "type": "boolean" },
                    { "type": "string", "pattern": format!("^({known})$") }] })
            }
            Shape::Number => json!({ "type": "number" }),
            Shape::Count => json!({ "type": "integer", "minimum": 0 }),
            Shape::Date => json!({ "anyOf": [{ "type": "string", "pattern": PATTERN_OF_DATE },
                { "type": "integer", "minimum": 1000, "maximum": 9999 }] }),
            Shape::Slug => json!({ "type": ["string", "integer"], "pattern": ID }),
            Shape::Reference(kind) => {
                let ids = (self.ids)(kind);
                let any = json!({ "type": ["string", "integer"], "pattern": TO });
                if ids.is_empty() { any } else { json!({ "anyOf": [{ "enum": ids }, any] }) }
            }
            Shape::Choice(names) => {
                let names = names();
                let offered: Vec<&str> = names.iter().map(|name| name.in_language(self.tag)).collect();
                let known: Vec<String> = names.into_iter().map(forgiving).collect();
                let known = format!("^({})$", known.join("|"));
                json!({ "anyOf": [{ "enum": offered }, { "type": "string", "pattern": known }] })
            }
            Shape::Record(record) => self.record(record),
            Shape::Words => json!({ "type": "object", "additionalProperties": { "type": text } }),
            Shape::Form("type-days") => json!({ "type": "string", "pattern": DAYS }),
            Shape::Form("type-volume") => json!({ "anyOf": [{ "const": "<5" }, { "type": "integer", "minimum": 5 },
                { "type": "string", "pattern": "^[0-9][0-9 \u{a0}\u{202f}]*$" }] }),
            Shape::Text | Shape::Form(_) => json!({ "type": text }),
        }
    }
}

/// Every way to write a name that the reader takes, as a pattern: compare `model::fold`.
fn forgiving(name: Name) -> String {
    let one = |name: &str| {
        let mut pattern = String::new();
        for c in name.chars() {
            match c {
                '-' | '_' | ' ' => pattern.push_str("[-_ ]"),
                'a' | 'å' | 'ä' => pattern.push_str("[aåäAÅÄ]"),
                'o' | 'ö' => pattern.push_str("[oöOÖ]"),
                'e' | 'é' => pattern.push_str("[eéEÉ]"),
                c if c.is_alphabetic() => {
                    let _ = write!(pattern, "[{c}{}]", c.to_uppercase());
                }
                c => pattern.push(c),
            }
        }
        pattern
    };
    if name.en == name.sv { one(name.en) } else { format!("({}|{})", one(name.en), one(name.sv)) }
}
