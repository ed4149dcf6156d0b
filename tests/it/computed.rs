//! The derived values as anyone may take them away.

use framdrift::diag::Diagnostics;
use framdrift::{Clock, Options};

/// `berakning.json` is enough to compute the pulse again, with nothing of framdrift's: done here from the text.
#[test]
fn anyone_can_compute_the_pulse_again() {
    let files = framdrift::files::read(super::root()).unwrap();
    let options = Options { clock: Clock::Date("2026-11-23".parse().unwrap()), base_url: None, theme: None };
    let Ok(built) = framdrift::run(&files, &options, &mut Diagnostics::new(), &mut |_| {}) else {
        panic!("the sample plan does not build");
    };
    let site = built.site;
    let text = std::str::from_utf8(&site["berakning.json"]).unwrap();
    let all: serde_json::Value = serde_json::from_str(text).unwrap();
    let list = |key: &str| all[key].as_array().unwrap().clone();
    let of = |these: Vec<bool>| serde_json::json!({ "n": these.iter().filter(|it| **it).count(), "of": these.len() });
    let ongoing: Vec<serde_json::Value> = list("initiatives").into_iter().filter(|it| it["ongoing"] == true).collect();
    let whole = |it: &serde_json::Value, link: &str| {
        it["chain"].as_array().unwrap().iter().any(|own| own["link"] == link && own["result"] == "whole")
    };
    let pulse = &all["pulse"];
    assert_eq!(pulse["owner"], of(ongoing.iter().map(|it| whole(it, "owner")).collect()));
    assert_eq!(pulse["mandate"], of(ongoing.iter().map(|it| whole(it, "mandate")).collect()));
    let chains = ongoing.iter().map(|it| it["chain"].as_array().unwrap().iter().all(|own| own["result"] == "whole"));
    assert_eq!(pulse["chains"], of(chains.collect()));
    let owed = list("initiatives").into_iter().filter(|it| it["reporting"]["owed_latest"] == true);
    assert_eq!(pulse["reported"], of(owed.map(|it| it["reporting"]["reported_latest"] == true).collect()));
    let due = ongoing.iter().filter(|it| it["reporting"]["result"] != "not-yet-due");
    let next = due.map(|it| it["reporting"]["has_next_step"] == true && it["state"]["result"] != "no-information");
    assert_eq!(pulse["next_step"], of(next.collect()));
    let works = ongoing.iter().filter(|it| it["state"]["result"] != "paused" && it["state"]["result"] != "not-started");
    let under_way = works.map(|it| it["activities"]["in_progress"].as_u64().unwrap() > 0);
    assert_eq!(pulse["under_way"], of(under_way.collect()));
    assert_eq!(pulse["forums"], of(list("forums").iter().map(|it| it["result"] == "active").collect()));
    assert_eq!(pulse["insights"], of(list("insights").iter().map(|it| it["result"] == "answered").collect()));
    let late = list("decisions_needed").iter().map(|it| !it["overdue"].is_null()).collect();
    assert_eq!(pulse["decisions_overdue"], of(late));
    assert!(ongoing.len() > 20 && pulse["owner"]["of"].as_u64().unwrap() == ongoing.len() as u64);

    let schema = std::str::from_utf8(&site["berakning.schema.json"]).unwrap();
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let described: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    let written: Vec<&String> = all.as_object().unwrap().keys().collect();
    assert!(written.iter().all(|key| described.contains(key)), "{written:?} {described:?}");
}
