//! What describes the tables to programs: JSON Schema, CSV on the Web (W3C, 2015) and Data Package (Frictionless, 1).

use serde_json::{Map, Value, json};

use super::super::computed::Computed;
use super::super::machine::licence_url;
use super::table::{BETWEEN, Column, Kind, Table};
use crate::model::{Plan, Settings};

/// The forms of a date that may be imprecise.
const DATE: &str = "^([0-9]{4}(-(H[12]|Q[1-4]|T[1-3]|W[0-9]{2}|[0-9]{2}(-[0-9]{2})?))?|ongoing)$";
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// JSON Schema of `plan.json`.
pub(super) fn schema(tables: &[Table<'_>]) -> Value {
    let mut derived = schemars::schema_for!(Computed<'_>).to_value();
    let mut definitions =
        derived.get_mut("$defs").and_then(Value::as_object_mut).map(std::mem::take).unwrap_or_default();
    if let Some(own) = derived.as_object_mut() {
        own.remove("$defs");
        own.remove("$schema");
    }
    definitions.insert("derived".to_owned(), derived);
    let text = |about: &str| json!({ "type": "string", "description": about });
    let mut properties = Map::from_iter([
        ("version".to_owned(), json!({ "const": super::VERSION, "description": "The version of this format." })),
        (
            "date".to_owned(),
            json!({ "type": "string", "pattern": DAY, "description": "The day that all of it holds for." }),
        ),
        ("title".to_owned(), text("What the plan is called.")),
        ("organisation".to_owned(), text("Whose plan it is.")),
        (
            "municipality_code".to_owned(),
            json!({ "type": ["string", "null"], "description": "The municipality's four-digit code." }),
        ),
        ("start".to_owned(), json!({ "type": "string", "pattern": DATE, "description": "When it begins to hold." })),
        ("end".to_owned(), json!({ "type": "string", "pattern": DATE, "description": "When it ceases to hold." })),
        ("language".to_owned(), text("The language of its texts (BCP 47).")),
        ("licence".to_owned(), text("The licence, by its SPDX id.")),
        ("url".to_owned(), json!({ "type": ["string", "null"], "description": "The address of its site." })),
    ]);
    for table in tables {
        let row = format!("{}-row", table.name);
        definitions.insert(row.clone(), row_schema(table));
        let list =
            json!({ "type": "array", "items": { "$ref": format!("#/$defs/{row}") }, "description": table.about });
        properties.insert(table.name.to_owned(), list);
    }
    let about = "Every derived value with its rule and what it was made from.";
    properties.insert("derived".to_owned(), json!({ "$ref": "#/$defs/derived", "description": about }));
    let required: Vec<&String> = properties.keys().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "plan",
        "description": "A plan: what is declared in tables, and what is derived from that.",
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions,
    })
}

fn row_schema(table: &Table<'_>) -> Value {
    let properties: Map<String, Value> =
        table.columns.iter().map(|column| (column.name.to_owned(), value_schema(column))).collect();
    let required: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    json!({
        "type": "object",
        "description": table.about,
        "required": required,
        "properties": properties,
        "additionalProperties": false,
    })
}

fn value_schema(column: &Column) -> Value {
    let mut own = match column.kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Day => json!({ "type": "string", "pattern": DAY }),
        Kind::Date => json!({ "type": "string", "pattern": DATE }),
        Kind::Number => json!({ "type": "number" }),
        Kind::Whole => json!({ "type": "integer" }),
        Kind::Truth => json!({ "type": "boolean" }),
        // A list of nothing is a list.
        Kind::List => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Word(words) => json!({ "type": "string", "enum": words() }),
    };
    if !column.required && !column.is_list() {
        own = json!({ "anyOf": [own, { "type": "null" }] });
    }
    own["description"] = column.about.into();
    own
}

/// `csv-metadata.json`: CSV on the Web.
pub(super) fn csvw(settings: &Settings, base_url: Option<&str>, tables: &[Table<'_>]) -> Value {
    let tables: Vec<Value> = tables
        .iter()
        .map(|table| {
            let columns: Vec<Value> = table.columns.iter().map(csvw_column).collect();
            let mut schema = json!({ "columns": columns });
            if !table.key.is_empty() {
                schema["primaryKey"] = table.key.into();
            }
            let keys: Vec<Value> = references(table)
                .map(|(column, to)| {
                    json!({
                        "columnReference": column,
                        "reference": { "resource": format!("{to}.csv"), "columnReference": "id" },
                    })
                })
                .collect();
            if !keys.is_empty() {
                schema["foreignKeys"] = keys.into();
            }
            json!({ "url": format!("{}.csv", table.name), "dc:description": table.about, "tableSchema": schema })
        })
        .collect();
    let mut own = json!({
        // What is said of the tables is in English; what stands in them is in the plan's language.
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "dc:title": { "@value": settings.title.original, "@language": settings.language.tag() },
        "dc:publisher": { "@value": settings.organisation.original, "@language": settings.language.tag() },
        "dc:language": settings.language.tag(),
        "dialect": { "lineTerminators": ["\r\n", "\n"], "encoding": "utf-8" },
        "tables": tables,
    });
    if let Some(licence) = licence_url(&settings.licence) {
        own["dc:license"] = json!({ "@id": licence });
    }
    if let Some(url) = base_url {
        own["dc:source"] = json!({ "@id": format!("{url}/") });
    }
    own
}

fn csvw_column(column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text | Kind::List => json!("string"),
        Kind::Day => json!("date"),
        Kind::Date => json!({ "base": "string", "format": DATE }),
        Kind::Number => json!("number"),
        Kind::Whole => json!("integer"),
        Kind::Truth => json!({ "base": "boolean", "format": "true|false" }),
        Kind::Word(words) => json!({ "base": "string", "format": format!("^({})$", words().join("|")) }),
    };
    let mut own = json!({
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": kind,
        "required": column.required,
    });
    if column.is_list() {
        own["separator"] = BETWEEN.into();
    }
    own
}

/// The columns whose one value is the id of a row of another table, with that table.
fn references(table: &Table<'_>) -> impl Iterator<Item = (&'static str, &'static str)> {
    let single = table.columns.iter().filter(|column| !column.is_list());
    single.filter_map(|column| Some((column.name, column.to?)))
}

/// `datapackage.json`: a Data Package of the tables.
pub(super) fn package(plan: &Plan, base_url: Option<&str>, date: &str, tables: &[Table<'_>]) -> Value {
    let settings = &plan.settings;
    let resources: Vec<Value> = tables
        .iter()
        .map(|table| {
            let fields: Vec<Value> = table.columns.iter().map(field).collect();
            let mut schema = json!({ "fields": fields, "missingValues": [""] });
            if !table.key.is_empty() {
                schema["primaryKey"] = table.key.into();
            }
            let keys: Vec<Value> = references(table)
                .map(|(column, to)| {
                    // The name of the table itself is empty, as the format wants it.
                    let resource = if to == table.name { "" } else { to };
                    json!({ "fields": column, "reference": { "resource": resource, "fields": "id" } })
                })
                .collect();
            if !keys.is_empty() {
                schema["foreignKeys"] = keys.into();
            }
            json!({
                "name": table.name,
                "path": format!("{}.csv", table.name),
                "description": table.about,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": schema,
            })
        })
        .collect();
    let mut licence = json!({ "name": settings.licence });
    if let Some(url) = licence_url(&settings.licence) {
        licence["path"] = url.into();
    }
    let mut own = json!({
        "profile": "tabular-data-package",
        "name": "plan",
        "title": settings.title.original,
        "version": date,
        "licenses": [licence],
        "contributors": [{ "title": settings.organisation.original, "role": "publisher" }],
        "resources": resources,
    });
    if let Some(url) = base_url {
        own["homepage"] = format!("{url}/").into();
    }
    own
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text | Kind::Date | Kind::List | Kind::Word(_) => "string",
        Kind::Day => "date",
        Kind::Number => "number",
        Kind::Whole => "integer",
        Kind::Truth => "boolean",
    };
    let mut constraints = json!({});
    if column.required && !column.is_list() {
        constraints["required"] = true.into();
    }
    match column.kind {
        Kind::Date => constraints["pattern"] = DATE.into(),
        Kind::Word(words) => constraints["enum"] = words().into(),
        _ => {}
    }
    json!({ "name": column.name, "type": kind, "description": column.about, "constraints": constraints })
}
