//! Forms for a content management system that writes to Git: Sveltia CMS, and Decap CMS, which reads the same settings. For
//! those who edit in a browser and host framdrift's site where nothing runs.
//!
//! Made from the vocabulary, as the schemas are: a new key is in the forms by itself. What a form can't make of it, it says.

use serde_json::{Map, Value, json};

use super::NewFile;
use super::schema::{DAYS, PATTERN_OF_DATE};
use super::sheet::{is_long, label, meaning};
use crate::model::Name;
use crate::source::layout::FILES;
use crate::source::record::{Field, Record, Shape};
use crate::words::{Arg, Words};

/// Where the settings are written.
pub const CONFIG: &str = "admin/config.yml";

/// What stands above them, besides what is said in words.
const SCHEMA: &str = "# yaml-language-server: $schema=https://unpkg.com/@sveltia/cms/schema/sveltia-cms.json\n";

/// The folders whose files are entries, by the English names of what they hold. Reports and reviews lie by period.
const FOLDERS: &[(&str, &str)] = &[
    ("initiative", "initiatives"),
    ("goal", "goals"),
    ("area", "areas"),
    ("indicator", "indicators"),
    ("forum", "forums"),
    ("insight", "insights"),
    ("decision", "decisions"),
    ("review", "reviews"),
    ("page", "pages"),
];

/// The settings, in the language of `words`. `periods` are those whose reports can be edited, the latest first.
pub fn config(words: &Words, periods: &[String]) -> NewFile {
    let forms = Forms { words, tag: words.language().tag() };
    let mut collections: Vec<Value> = periods.iter().map(|period| forms.reports(period)).collect();
    collections.extend(FOLDERS.iter().map(|(kind, folder)| forms.folder(kind, folder)));
    collections.push(forms.settings());
    let config = json!({
        "backend": { "name": "github", "repo": "OWNER/REPOSITORY", "branch": "main" },
        "media_folder": "content/static/bilder",
        "public_folder": "/bilder",
        "output": { "omit_empty_optional_fields": true },
        "collections": collections,
    });
    let text = serde_yaml::to_string(&config).expect("plain data is YAML");
    let about = words.get("cms-about");
    let about = format!("# {}", about.replace('\n', "\n# "));
    NewFile { path: CONFIG.to_owned(), text: format!("{SCHEMA}{about}\n{text}") }
}

struct Forms<'a> {
    words: &'a Words,
    tag: &'static str,
}

impl Forms<'_> {
    /// The files of a folder, one for each thing.
    fn folder(&self, kind: &str, folder: &str) -> Value {
        let record = record(kind);
        // A review is called by its period, which no field says: it is begun elsewhere.
        let by = if kind == "review" { "date" } else { "title" };
        json!({
            "name": folder,
            "label": self.words.get(&format!("cms-{folder}")),
            "folder": format!("content/{folder}"),
            "format": "yaml-frontmatter",
            "extension": "md",
            "create": kind != "review",
            "delete": false,
            "slug": "{{slug}}",
            "identifier_field": self.key(record, by),
            "fields": self.page(record),
        })
    }

    /// The reports of a period: those that have been begun.
    fn reports(&self, period: &str) -> Value {
        let record = record("report");
        json!({
            "name": format!("reports-{}", period.to_lowercase()),
            "label": self.words.fill("cms-reports", &[("period", Arg::from(period))]),
            "description": self.words.get("cms-reports.about"),
            "folder": format!("content/reports/{period}"),
            "format": "yaml-frontmatter",
            "extension": "md",
            "create": false,
            "delete": false,
            "identifier_field": self.key(record, "date"),
            "fields": self.page(record),
        })
    }

    /// The files that there is one of.
    fn settings(&self) -> Value {
        let file = |name: &str| {
            let path = FILES.iter().find(|(own, ..)| *own == name).map_or("", |(_, path, _)| *path);
            json!({
                "name": name,
                "label": self.words.get(&format!("cms-{name}")),
                "file": format!("content/{path}"),
                "fields": self.fields(record(name)),
            })
        };
        let files = ["plan", "organisation", "accessibility"].map(file);
        json!({
            "name": "settings",
            "label": self.words.get("cms-settings"),
            "files": files,
        })
    }

    /// The fields of a file with front matter, and its text.
    fn page(&self, record: &Record) -> Value {
        let mut fields = self.fields(record);
        let body = json!({
            "name": "body",
            "label": self.words.get("cms-body"),
            "widget": "markdown",
            "required": false,
        });
        if let Value::Array(fields) = &mut fields {
            fields.push(body);
        }
        fields
    }

    fn key(&self, record: &Record, name: &str) -> &'static str {
        let fields = (record.fields)();
        fields.iter().find(|own| own.name.en == name).map_or("", |own| own.name.in_language(self.tag))
    }

    fn fields(&self, record: &Record) -> Value {
        (record.fields)().iter().map(|field| self.field(record, field)).collect()
    }

    fn field(&self, record: &Record, field: &Field) -> Value {
        let key = field.name.in_language(self.tag);
        let mut own = Map::from_iter([
            ("name".to_owned(), json!(key)),
            ("label".to_owned(), json!(label(key))),
            ("hint".to_owned(), json!(meaning(self.words, record, field))),
        ]);
        if !field.required {
            own.insert("required".to_owned(), json!(false));
        }
        own.extend(self.widget(field));
        Value::Object(own)
    }

    /// How a field is filled in.
    fn widget(&self, field: &Field) -> Map<String, Value> {
        let many = field.many;
        let own = match field.shape {
            Shape::Record(inner) if many => json!({ "widget": "list", "fields": self.fields(inner) }),
            Shape::Record(inner) => json!({ "widget": "object", "collapsed": true, "fields": self.fields(inner) }),
            Shape::Choice(names) => {
                json!({ "widget": "select", "options": self.options(&names()), "multiple": many })
            }
            Shape::Reference(kind) => self.relation(kind, many),
            Shape::Words => json!({ "widget": "keyvalue" }),
            _ if many => json!({ "widget": "list" }),
            Shape::Bool => json!({ "widget": "boolean" }),
            Shape::Number => json!({ "widget": "number", "value_type": "float", "step": 0.01 }),
            Shape::Count => json!({ "widget": "number", "value_type": "int", "min": 0 }),
            Shape::Date => self.pattern(PATTERN_OF_DATE, "cms-date"),
            Shape::Form("type-days") => self.pattern(DAYS, "cms-days"),
            Shape::Text if is_long(field) => json!({ "widget": "text" }),
            Shape::Text | Shape::Slug | Shape::Form(_) => json!({ "widget": "string" }),
        };
        let Value::Object(mut own) = own else { return Map::new() };
        if own.get("multiple") == Some(&json!(false)) {
            own.remove("multiple");
        }
        own
    }

    fn pattern(&self, pattern: &str, message: &str) -> Value {
        json!({ "widget": "string", "pattern": [pattern, self.words.get(message)] })
    }

    fn options(&self, names: &[Name]) -> Value {
        let one = |name: &Name| {
            let value = name.in_language(self.tag);
            json!({ "label": label(value), "value": value })
        };
        names.iter().map(one).collect()
    }

    /// A choice among the things of a kind.
    fn relation(&self, kind: &str, many: bool) -> Value {
        let title = |kind: &str| self.key(record(kind), "title");
        let own = if let Some((kind, folder)) = FOLDERS.iter().find(|(own, _)| *own == kind) {
            let title = title(kind);
            json!({ "collection": folder, "value_field": "{{slug}}", "search_fields": [title], "display_fields": [title] })
        } else if kind == "role" || kind == "unit" {
            let organisation = record("organisation");
            let list = self.key(organisation, if kind == "role" { "roles" } else { "units" });
            let inner = (organisation.fields)().into_iter().find(|own| own.name.in_language(self.tag) == list);
            let title = match inner.map(|own| own.shape) {
                Some(Shape::Record(inner)) => self.key(inner, "title"),
                _ => "",
            };
            let shown = format!("{list}.*.{title}");
            json!({ "collection": "settings", "file": "organisation", "value_field": format!("{list}.*.id"),
                "search_fields": [shown.clone()], "display_fields": [shown] })
        } else {
            // A unit or a role: no list has both.
            return json!({ "widget": if many { "list" } else { "string" } });
        };
        let Value::Object(mut own) = own else { return Value::Null };
        own.insert("widget".to_owned(), json!("relation"));
        if many {
            own.insert("multiple".to_owned(), json!(true));
        }
        Value::Object(own)
    }
}

/// What a kind of file holds.
fn record(kind: &str) -> &'static Record {
    FILES.iter().find(|(own, ..)| *own == kind).map(|(.., record)| *record).expect("it is in the table")
}
