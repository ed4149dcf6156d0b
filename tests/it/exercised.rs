//! What the sample plan shows: every state, link, forum, insight, need, kind of change and warning that there is. The
//! tiny plan helps with the empty cases. Whoever tries framdrift sees all of it, and so do we.

use std::collections::BTreeSet;

use framdrift::diag::RULES;
use serde_json::Value;

use super::built::{REAL, SAMPLE, Site, TINY, TINY_FOLDER};

/// A plan's derived values, and their schema.
struct Shown {
    values: Value,
    schema: Value,
}

fn shown(site: &Site) -> Shown {
    let json = |path: &str| serde_json::from_str(site.file(path)).unwrap();
    Shown { values: json("berakning.json"), schema: json("berakning.schema.json") }
}

impl Shown {
    /// Whether a key has this value somewhere in a part of the published data.
    fn has(&self, part: &str, own: &str, key: &str, name: &str) -> bool {
        let part = &self.values[part];
        let items = part.as_array().map_or_else(|| vec![part], |items| items.iter().collect());
        items.into_iter().any(|item| is_below(if own.is_empty() { item } else { &item[own] }, key, name))
    }
}

/// Whether a key has this value anywhere below.
fn is_below(value: &Value, key: &str, name: &str) -> bool {
    match value {
        Value::Object(entries) => {
            entries.iter().any(|(own, value)| (own == key && *value == name) || is_below(value, key, name))
        }
        Value::Array(items) => items.iter().any(|item| is_below(item, key, name)),
        _ => false,
    }
}

/// The names that the schema gives for an enumeration.
fn names(schema: &Value, of: &str) -> Vec<String> {
    let list = schema["$defs"][of]["enum"].as_array().unwrap_or_else(|| panic!("the schema has no {of:?}"));
    list.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_sample_exercises_everything_that_there_is() {
    let sample = shown(&SAMPLE);
    // What can't be in a plan where the other things are: a review that is missing now, no decision behind the plan.
    let others = [shown(&Site::of(TINY_FOLDER, "2026-07-15")), shown(&REAL)];
    let plans: Vec<&Shown> = std::iter::once(&sample).chain(&others).collect();
    let mut missing: BTreeSet<String> = BTreeSet::new();
    for (of, part, own, key, elsewhere) in [
        ("state", "initiatives", "state", "result", &[][..]),
        ("state-reason", "initiatives", "state", "reason", &[]),
        ("reporting", "initiatives", "reporting", "result", &[]),
        ("activity-state", "initiatives", "activities", "state", &[]),
        ("obstacle-kind", "work_lists", "obstacles", "kind", &[]),
        ("link-reason", "initiatives", "chain", "reason", &["not-reviewed", "no-decision"]),
        ("outcome", "indicators", "", "result", &[]),
        ("insight-state", "insights", "", "result", &[]),
        ("forum-activity", "forums", "", "result", &[]),
        ("agenda-need", "forums", "agenda", "need", &[]),
    ] {
        for name in names(&sample.schema, of) {
            let among = if elsewhere.contains(&name.as_str()) { &plans[..] } else { &plans[..1] };
            if !among.iter().any(|plan| plan.has(part, own, key, &name)) {
                missing.insert(format!("{of}: {name}"));
            }
        }
    }
    let changes = sample.values["changes"].as_array().unwrap();
    for (kind, first) in changes[0].as_object().unwrap().iter().filter(|(_, value)| value.is_array()) {
        if !changes.iter().any(|own| own[kind] != Value::Array(Vec::new())) {
            missing.insert(format!("change: {kind} {first}"));
        }
    }
    // What is wanting in an accessibility statement: no plan can lack one and have one that is too old.
    let quality = RULES.iter().map(|rule| rule.code).filter(|code| code.starts_with("FD6") && *code < "FD615");
    missing.extend(quality.filter(|code| !SAMPLE.warnings.contains(code)).map(|code| format!("warning: {code}")));
    let chains = &sample.values["pulse"]["chains"];
    if chains["n"] == 0 || chains["n"] == chains["of"] {
        missing.insert(format!("some chains that are whole and some that are not: {chains}"));
    }
    let overloaded = |role: &Value| role["overloaded"] == true;
    if !sample.values["roles"].as_array().unwrap().iter().any(overloaded) {
        missing.insert("a role that answers for too much".to_owned());
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Where nothing waits the data say so with an empty list; how the pages say it stands in what is expected of them.
#[test]
fn the_tiny_plan_shows_the_empty_cases() {
    let tiny = shown(&TINY);
    let none = Value::Array(Vec::new());
    assert_eq!(tiny.values["work_lists"]["decisions"], none);
    assert!(tiny.values["forums"].as_array().unwrap().iter().any(|forum| forum["agenda"] != none));
    let earlier = shown(&Site::of(TINY_FOLDER, "2026-02-20"));
    for list in ["decisions", "obstacles", "reports"] {
        assert_eq!(earlier.values["work_lists"][list], none, "{list}");
    }
    assert!(earlier.values["forums"].as_array().unwrap().iter().any(|forum| forum["agenda"] == none));
}
