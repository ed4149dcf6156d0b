//! Keeps `themes/README.md` true: what a template sees is written from the types of `pages::data`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::schema_for;
use serde_json::Value;

use crate::pages::data;

/// What stands above it is written by hand.
const MARKER: &str =
    "<!-- From here on written by a test, from src/pages/data.rs: UPDATE_EXPECT=1 cargo test readme -->\n";

#[test]
fn the_readme_says_what_a_template_sees() {
    let readme = include_str!("../../themes/README.md");
    let (by_hand, _) = readme.split_once(MARKER).expect("the readme has its marker");
    let page = schema_for!(data::Page).to_value();
    let site = schema_for!(data::Site).to_value();
    let mut types: BTreeMap<String, &Value> = BTreeMap::from([("Page".to_owned(), &page), ("Site".to_owned(), &site)]);
    for schema in [&page, &site] {
        let defined = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
        types.extend(defined.map(|(name, schema)| (name.clone(), schema)));
    }
    let mut text = format!("{by_hand}{MARKER}");
    let mut queue = vec!["Page".to_owned(), "Site".to_owned()];
    let mut at = 0;
    while let Some(name) = queue.get(at).cloned() {
        at += 1;
        let schema = types.get(&name).expect("every type that is named is defined");
        write_type(&mut text, &name, schema, &mut queue);
    }
    assert_eq!(queue.len(), types.len(), "every type is reached from a page or a site");
    expect_test::expect_file!["../../themes/README.md"].assert_eq(&text);
}

fn write_type(text: &mut String, name: &str, schema: &Value, queue: &mut Vec<String>) {
    let _ = write!(text, "\n## {name}\n\n{}\n", description(schema));
    if let Some(kinds) = schema.get("oneOf").and_then(Value::as_array) {
        text.push_str("\n| `kind` | What it is | Its fields |\n|---|---|---|\n");
        for kind in kinds {
            let tag = kind.pointer("/properties/kind/const").and_then(Value::as_str).expect("a kind has its tag");
            let fields = reference(kind, queue).expect("a kind has its type");
            let _ = writeln!(text, "| `{tag}` | {} | {fields} |", description(kind));
        }
    }
    let Some(fields) = schema.get("properties").and_then(Value::as_object) else { return };
    text.push_str("\n| Field | Type | What it is |\n|---|---|---|\n");
    for (field, schema) in fields {
        let kind = type_of(schema, queue);
        let _ = writeln!(text, "| `{field}` | {kind} | {} |", description(schema));
    }
}

/// A field's type in words; types of its own are put in the queue to be written.
fn type_of(schema: &Value, queue: &mut Vec<String>) -> String {
    if let Some(link) = reference(schema, queue) {
        return link;
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let choices: Vec<String> = choices.iter().map(|choice| type_of(choice, queue)).collect();
        return choices.join(" or ");
    }
    match schema.get("type") {
        Some(Value::Array(types)) => {
            let types: Vec<&str> = types.iter().filter_map(Value::as_str).map(word).collect();
            types.join(" or ")
        }
        Some(Value::String(kind)) if kind == "array" => {
            let items = schema.get("items").expect("an array has items");
            format!("list of {}", type_of(items, queue))
        }
        Some(Value::String(kind)) => word(kind).to_owned(),
        _ => panic!("a type that the readme can't tell of: {schema}"),
    }
}

fn word(kind: &str) -> &str {
    match kind {
        "string" => "text",
        "integer" => "number",
        "boolean" => "true or false",
        "null" => "none",
        other => other,
    }
}

fn reference(schema: &Value, queue: &mut Vec<String>) -> Option<String> {
    let name = schema.get("$ref")?.as_str()?.rsplit('/').next()?.to_owned();
    let link = format!("[{name}](#{})", name.to_lowercase());
    if !queue.contains(&name) {
        queue.push(name);
    }
    Some(link)
}

/// The doc comment, on one line.
fn description(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
