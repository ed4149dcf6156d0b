//! `framdrift rename`: a thing gets another id, everything that names it follows, and nothing that was published is lost.

use std::collections::BTreeMap;

use framdrift::compose::rename::{Refused, Renamed, rename};
use framdrift::diag::{Diagnostics, Level};
use framdrift::files::Files;
use framdrift::model::Kind;
use framdrift::observe::Unobserved;
use framdrift::record::{MANIFEST, record};
use framdrift::source::references;
use framdrift::words::Language;
use framdrift::{Clock, Options};

use super::built::{SAMPLE_FOLDER, TODAY, plan};

fn sample() -> Files {
    Files::from_memory(plan(SAMPLE_FOLDER))
}

/// The plan's files after that.
fn after(files: &Files, renamed: &Renamed) -> Files {
    let mut all: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (_, file) in files.iter() {
        let path = renamed.moved.get(&file.path).unwrap_or(&file.path).clone();
        let bytes = renamed.texts.get(&path).map_or_else(|| file.bytes.to_vec(), |text| text.clone().into_bytes());
        all.insert(path, bytes);
    }
    Files::from_memory(all)
}

/// Something of each kind that is referred to in many ways.
const THINGS: [(Kind, &str); 10] = [
    (Kind::Area, "demokrati-och-insyn"),
    (Kind::Goal, "svar-direkt"),
    (Kind::Initiative, "e-arkiv"),
    (Kind::Indicator, "bredband-1gbit"),
    (Kind::Forum, "serviceforum"),
    (Kind::Insight, "dubbel-dokumentation"),
    (Kind::Decision, "kf-digital-agenda"),
    (Kind::Page, "om"),
    (Kind::Role, "kommundirektor"),
    (Kind::Unit, "kontaktcenter"),
];

#[test]
fn whatever_names_it_follows_and_nothing_published_is_lost() {
    let files = sample();
    let options = Options::at(Clock::Date(TODAY.parse().unwrap()));
    let before = framdrift::run(&files, &options, &mut Diagnostics::new(), &Unobserved);
    let mut before = before.unwrap_or_else(|_| panic!("the sample can be built"));
    record(&mut before.site, before.date, None, before.reports);
    let since = serde_json::from_slice(&before.site[MANIFEST]).unwrap();
    let options = Options { since: Some(since), ..options };
    let mut all = files;
    for (kind, id) in THINGS {
        let new = format!("nytt-{id}");
        let renamed = rename(&all, kind, id, &new, Language::SWEDISH).unwrap_or_else(|_| panic!("{kind:?} {id}"));
        assert!(!renamed.texts.is_empty(), "{kind:?} {id}");
        all = after(&all, &renamed);
        let left = references(&all).into_iter().find(|own| own.id == id && own.kinds == [kind]);
        assert_eq!(left, None, "{kind:?} {id} is still named");
    }
    // All of them at once, held against what was published.
    let mut found = Diagnostics::new();
    let outcome = framdrift::run(&all, &options, &mut found, &Unobserved);
    let errors: Vec<_> = found.sorted(&all).into_iter().filter(|own| own.rule.level == Level::Error).collect();
    assert!(errors.is_empty() && outcome.is_ok(), "{errors:?}");
    let site = outcome.unwrap().site;
    let page = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    assert!(
        page("initiativ/e-arkiv/index.html").contains("url=../../initiativ/nytt-e-arkiv/"),
        "the old address leads on"
    );
    assert!(page("initiativ/nytt-e-arkiv/index.html").contains("2026-t2"), "its reports came with it");
}

#[test]
fn only_what_must_change_does() {
    let files = sample();
    let renamed = rename(&files, Kind::Initiative, "e-arkiv", "digitalt-arkiv", Language::SWEDISH).unwrap();
    let now = after(&files, &renamed);
    let mut changed = 0;
    for (_, file) in files.iter() {
        let path = renamed.moved.get(&file.path).unwrap_or(&file.path);
        let (old, new) = (file.bytes.to_vec(), now.get(now.find(path).unwrap()).bytes.to_vec());
        if old == new {
            continue;
        }
        changed += 1;
        let (old, new) = (String::from_utf8(old).unwrap(), String::from_utf8(new).unwrap());
        let back = new.replace("alias: [e-arkiv]\n", "").replace("digitalt-arkiv", "e-arkiv");
        assert_eq!(back, old, "{path}");
    }
    assert!(changed >= 5, "{changed}");
    assert_eq!(renamed.moved["content/reports/2026-T2/e-arkiv.md"], "content/reports/2026-T2/digitalt-arkiv.md");
}

#[test]
fn there_and_back_again_is_an_alias() {
    let files = sample();
    for (kind, id) in THINGS {
        let there = rename(&files, kind, id, "annat", Language::ENGLISH).unwrap();
        let there = after(&files, &there);
        let back = rename(&there, kind, "annat", id, Language::ENGLISH).unwrap_or_else(|_| panic!("{kind:?} {id}"));
        let back = after(&there, &back);
        assert_eq!(named(&back), named(&files), "{kind:?}");
    }
}

/// What is named, file by file and in order.
fn named(files: &Files) -> Vec<(String, Vec<Kind>, String)> {
    references(files).into_iter().map(|own| (files.get(own.span.file).path.clone(), own.kinds, own.id)).collect()
}

#[test]
fn aliases_may_be_a_list_without_indent() {
    let mut all = plan(SAMPLE_FOLDER);
    for (path, bytes) in &mut all {
        if path == "content/initiatives/e-arkiv.md" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replacen("fas:", "alias:\n- arkivet\n- arkiv\nfas:", 1).into_bytes();
        }
    }
    let files = Files::from_memory(all);
    let renamed = rename(&files, Kind::Initiative, "e-arkiv", "digitalt-arkiv", Language::SWEDISH).unwrap();
    let text = &renamed.texts["content/initiatives/digitalt-arkiv.md"];
    assert!(text.contains("alias:\n- arkivet\n- arkiv\n- e-arkiv\nfas:"), "{text}");
}

#[test]
fn what_would_be_wrong_is_refused() {
    let files = sample();
    let refused = |kind, from: &str, to: &str| rename(&files, kind, from, to, Language::SWEDISH).unwrap_err();
    assert!(matches!(refused(Kind::Goal, "svar-dirket", "x"), Refused::Unknown(Some(near)) if near == "svar-direkt"));
    assert!(matches!(refused(Kind::Goal, "svar-direkt", "Svar Direkt"), Refused::NoId));
    assert!(matches!(refused(Kind::Goal, "svar-direkt", "data-till-nytta"), Refused::Taken));
    assert!(matches!(refused(Kind::Report, "x", "y"), Refused::Kind));
    // A role may be called as a unit is, but not as another role was.
    let renamed = rename(&files, Kind::Role, "kommundirektor", "kd", Language::SWEDISH).unwrap();
    let now = after(&files, &renamed);
    let again = rename(&now, Kind::Role, "it-chef", "kommundirektor", Language::SWEDISH);
    assert!(matches!(again, Err(Refused::Worse(..))));
}
