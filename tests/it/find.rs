//! Ways to find: without a script everything has a page that leads to it, and the register of the search is right.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::built::{REAL, SAMPLE, Site};
use super::reading::below;

/// The names of the links of a list page's rows.
fn listed(site: &Site, address: &str) -> BTreeSet<String> {
    let html = site.html(address);
    html.split("<li class=\"row row-initiative\"")
        .skip(1)
        .filter_map(|row| row.split("<p class=\"row-title\"><a href=\"").nth(1)?.split('"').next())
        .map(|href| href.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned())
        .collect()
}

/// The initiatives of the sample's list by the value of a `data-` attribute.
fn by(site: &Site, list: &str, attribute: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in site.html(list).split("<li class=\"row row-initiative\"").skip(1) {
        let values = row.split(&format!("data-{attribute}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let href = row.split("<a href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let id = href.trim_end_matches('/').rsplit('/').next().unwrap();
        for value in values.split(' ').filter(|value| !value.is_empty()) {
            found.entry(value.to_owned()).or_default().insert(id.to_owned());
        }
    }
    found
}

#[test]
fn every_part_of_the_list_is_a_page_of_its_own() {
    let slug = BTreeMap::from([
        ("no-information", "information-saknas"),
        ("delayed", "forsenat"),
        ("off-track", "avviker"),
        ("at-risk", "risk"),
        ("paused", "pausat"),
        ("not-started", "inte-paborjat"),
        ("on-track", "enligt-plan"),
        ("done", "klart"),
        ("cancelled", "avbrutet"),
        ("merged", "sammanslaget"),
    ]);
    let states = by(&SAMPLE, "initiativ/", "state");
    let all: usize = states.values().map(BTreeSet::len).sum();
    assert_eq!(all, listed(&SAMPLE, "initiativ/").len());
    assert_eq!(states.len(), slug.len(), "the sample shows every state");
    for (state, ids) in &states {
        assert_eq!(&listed(&SAMPLE, &format!("lage/{}/", slug[state.as_str()])), ids, "{state}");
    }
    for (attribute, folder) in [("goal", "mal"), ("area", "omrade")] {
        for (id, ids) in by(&SAMPLE, "initiativ/", attribute) {
            assert_eq!(listed(&SAMPLE, &format!("{folder}/{id}/")), ids, "{folder}/{id}");
        }
    }
    for (id, ids) in by(&SAMPLE, "initiativ/", "role") {
        // A role's page also lists what it sponsors.
        assert!(listed(&SAMPLE, &format!("ansvar/{id}/")).is_superset(&ids), "ansvar/{id}");
    }
    let text = SAMPLE.text("initiativ/");
    for href in ["../lage/forsenat/", "../omrade/service-och-kontakt/", "../ansvar/kanslichef/"] {
        assert!(text.contains(&format!("]({href})")), "{href}\n{text}");
    }
}

#[test]
fn a_state_that_nothing_is_in_has_its_page_too() {
    let text = REAL.text("states/cancelled/");
    assert!(text.starts_with("# Cancelled initiatives\nNo initiative is cancelled.\n"), "{text}");
    assert_eq!(below(&REAL.text("states/"), "Every state"), "[No current information](../states/no-information/)");
}

#[test]
fn the_search_page_lists_everything() {
    for (site, search) in [(&*SAMPLE, "sok/"), (&*SAMPLE, "en/search/"), (&*REAL, "search/")] {
        let prefix = search.strip_suffix("search/").unwrap_or_default();
        let html = site.html(search);
        let root = "../".repeat(search.matches('/').count());
        let others: Vec<&str> = site
            .pages()
            .filter(|page| page.starts_with(prefix) && (!prefix.is_empty() || !page.starts_with("en/")))
            .filter(|page| *page != search && !super::sites::is_gone(site.html(page)))
            // What happened between two periods is reached from one page, which is listed.
            .filter(|page| !page.contains("--"))
            .filter(|page| !html.contains(&format!("<a href=\"{root}{page}\"")))
            .collect();
        assert_eq!(others, Vec::<&str>::new(), "{search} does not lead to these");
    }
}

#[test]
fn the_register_of_the_search_has_what_people_look_for() {
    let register: Value = serde_json::from_slice(&SAMPLE.files["sok/index.json"]).unwrap();
    let found = |form: &str| -> Vec<&str> {
        let words = register["words"].as_array().unwrap();
        let word = words.iter().find(|word| word[0].as_str().unwrap().split(' ').any(|own| own == form));
        let mut at = 0;
        let numbers = word.and_then(|word| word[1].as_array()).into_iter().flatten();
        let steps: Vec<usize> = numbers.filter_map(|n| usize::try_from(n.as_u64()?).ok()).collect();
        steps
            .chunks(2)
            .filter_map(|pair| {
                at += pair[0];
                register["documents"][at][0].as_str()
            })
            .collect()
    };
    // In a title, in a report's text; and every form leads to the same pages.
    assert!(found("bygglov").contains(&"../initiativ/e-tjanst-bygglov/"), "{:?}", found("bygglov"));
    assert_eq!(found("skolan"), found("skola"));
    assert!(found("arkiv").contains(&"../initiativ/e-arkiv/"));
    assert!(found("kopiorna").contains(&"../initiativ/e-arkiv/"));
    // The English pages find the English words where there are any, and the Swedish ones where there are not.
    let english: Value = serde_json::from_slice(&SAMPLE.files["en/search/index.json"]).unwrap();
    let documents = english["documents"].as_array().unwrap();
    let archive = documents.iter().find(|own| own[0] == "../../en/initiatives/e-arkiv/").unwrap();
    assert_eq!((archive[1].as_str(), archive[2].as_str()), (Some("E-arkiv för hela kommunen"), Some("sv")));
}
