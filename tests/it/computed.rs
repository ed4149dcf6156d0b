//! The derived values as anyone may take them away: described by a schema, and enough to compute them again.

use serde_json::Value;

use super::built::{REAL, SAMPLE, SAMPLE_FOLDER, Site, TINY};
use super::recomputed::Values;

/// `berakning.json` is enough to compute every value again, with nothing of framdrift's; and its schema describes it.
#[test]
fn anyone_can_compute_everything_again() {
    let earlier = Site::of(SAMPLE_FOLDER, "2026-06-15");
    for (name, site) in [("sample", &*SAMPLE), ("sample, earlier", &earlier), ("tiny", &TINY), ("real", &REAL)] {
        let values = site.file("berakning.json");
        Values::read(values).compute_again();

        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        let schema: Value = serde_json::from_str(site.file("berakning.schema.json")).unwrap();
        compiler.add_resource("https://framdrift.example/schema.json", schema).unwrap();
        let index = compiler.compile("https://framdrift.example/schema.json", &mut schemas).unwrap();
        let mut values: Value = serde_json::from_str(values).unwrap();
        if let Err(problem) = schemas.validate(&values, index) {
            panic!("{name} is not as its schema says: {problem:#}");
        }
        values["initiatives"][0]["unheard_of"] = Value::Null;
        assert!(schemas.validate(&values, index).is_err(), "the schema lets anything through");
    }
}

/// Every object of the schema says which keys it has, and that there are no others; a map says what its values are.
#[test]
fn the_schema_leaves_nothing_open() {
    let schema: Value = serde_json::from_str(TINY.file("berakning.schema.json")).unwrap();
    let described = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    for own in described.filter(|own| own["type"] == "object") {
        assert_eq!(own["additionalProperties"], false, "{own}");
        for (key, field) in own["properties"].as_object().unwrap() {
            assert!(!field["description"].as_str().unwrap_or_default().is_empty(), "{key} is not described");
        }
    }
}
