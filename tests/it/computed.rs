//! The derived values as anyone may take them away: described by a schema, and enough to compute them again.

use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::{Clock, Options};
use serde_json::Value;

use super::recomputed::Values;
use super::sites::plan;

/// The published values of a plan on a day, and their schema.
fn published(folder: &str, date: &str) -> (String, String) {
    let files = Files::from_memory(plan(folder));
    let options = Options { clock: Clock::Date(date.parse().unwrap()), base_url: None, theme: None };
    let Ok(built) = framdrift::run(&files, &options, &mut Diagnostics::new(), &mut |_| {}) else {
        panic!("the plan in {folder:?} does not build");
    };
    let text = |path: &str| String::from_utf8(built.site[path].clone()).unwrap();
    (text("berakning.json"), text("berakning.schema.json"))
}

const PLANS: [(&str, &str); 4] = [
    ("", "2026-11-25"),
    ("", "2026-06-15"),
    ("tests/sites/liten", "2026-11-23"),
    ("tests/sites/us-federal-data-strategy-2020", "2021-02-01"),
];

/// `berakning.json` is enough to compute every value again, with nothing of framdrift's; and its schema describes it.
#[test]
fn anyone_can_compute_everything_again() {
    for (folder, date) in PLANS {
        let (values, schema) = published(folder, date);
        Values::read(&values).compute_again();

        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        compiler.add_resource("https://framdrift.example/schema.json", schema).unwrap();
        let index = compiler.compile("https://framdrift.example/schema.json", &mut schemas).unwrap();
        let mut values: Value = serde_json::from_str(&values).unwrap();
        if let Err(problem) = schemas.validate(&values, index) {
            panic!("{folder:?} is not as its schema says: {problem:#}");
        }
        values["initiatives"][0]["unheard_of"] = Value::Null;
        assert!(schemas.validate(&values, index).is_err(), "the schema lets anything through");
    }
}

/// Every object of the schema says which keys it has, and that there are no others; a map says what its values are.
#[test]
fn the_schema_leaves_nothing_open() {
    let (_, schema) = published("tests/sites/liten", "2026-11-23");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let described = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    for own in described.filter(|own| own["type"] == "object") {
        assert_eq!(own["additionalProperties"], false, "{own}");
        for (key, field) in own["properties"].as_object().unwrap() {
            assert!(!field["description"].as_str().unwrap_or_default().is_empty(), "{key} is not described");
        }
    }
}
