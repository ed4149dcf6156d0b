//! Whole sites, as their readers see them: the sample plan, a real one, a tiny one page by page, one with almost nothing
//! and one with a look of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use expect_test::expect_file;
use framdrift::files::Files;

use super::built::{REAL, SAMPLE, Site, TINY, TINY_FOLDER, TODAY, plan};
use super::reading::below;

// the sample plan

/// Whether a page says that what stood there has moved or has been removed, so that nobody should look for it.
pub(crate) fn is_gone(html: &str) -> bool {
    html.contains("<meta name=\"robots\" content=\"noindex\">")
}

#[test]
fn every_entity_of_the_sample_has_a_page_in_both_languages() {
    let kinds = [
        ("areas", "omrade/", "en/areas/"),
        ("goals", "mal/", "en/goals/"),
        ("initiatives", "initiativ/", "en/initiatives/"),
        ("indicators", "nyckeltal/", "en/indicators/"),
        ("forums", "forum/", "en/forums/"),
        ("insights", "insikter/", "en/insights/"),
        ("decisions", "beslut/", "en/decisions/"),
    ];
    let content = plan("");
    for (folder, swedish, english) in kinds {
        let ids: BTreeSet<&str> = content
            .iter()
            .filter_map(|(path, _)| path.strip_prefix(&format!("content/{folder}/"))?.strip_suffix(".md"))
            .filter(|id| !id.contains('.'))
            .collect();
        assert!(!ids.is_empty(), "{folder}");
        for section in [swedish, english] {
            for id in &ids {
                assert!(SAMPLE.pages().any(|page| page == format!("{section}{id}/")), "{section}{id}/");
            }
            let gone = SAMPLE.below(section).filter(|page| is_gone(SAMPLE.html(page)));
            assert_eq!(SAMPLE.below(section).count() - gone.count(), ids.len(), "{section}");
        }
    }
    let (english, swedish): (Vec<&str>, Vec<&str>) = SAMPLE.pages().partition(|page| page.starts_with("en/"));
    assert_eq!(english.len(), swedish.len());
    for page in english {
        assert!(SAMPLE.html(page).contains("<html lang=\"en\">"), "{page}");
    }
    for page in swedish {
        assert!(SAMPLE.html(page).contains("<html lang=\"sv\">"), "{page}");
    }
}

#[test]
fn each_initiative_says_where_it_stands_and_why() {
    let expected = [
        ("tillgangliga-larverktyg", "Aktuell information saknas", "De 3 senaste rapporterna har inte kommit in."),
        ("sokbara-protokoll", "Aktuell information saknas", "Ingen rapport har kommit in, fast 4 borde ha gjort det."),
        ("en-inloggning", "Enligt plan", "Rapporten är sen"),
        ("chattbot", "Avbrutet", "Rapporten från 12 januari 2026 säger: Avbrutet."),
        ("lakemedelssignering", "Sammanslaget", "Det har gått upp i ”[Dokumentera på plats i hemtjänsten]"),
        ("e-arkiv", "Pausat", "Rapporten från 23 september 2026 säger: Pausat."),
        ("e-tjanst-bygglov", "Klart", "Initiativet är avslutat."),
        ("synpunkter-pa-ett-stalle", "Försenat", "Slutdatumet, 31 augusti 2026, passerade för 84 dagar sedan."),
        ("digitala-detaljplaner", "Avviker från planen", "är 146 dagar försenad; gränsen är 90 dagar."),
        ("e-tjanst-bostadsanpassning", "Risk", "är 54 dagar försenad; gränsen är 30 dagar."),
        ("aterkoppling-inom-tva-dagar", "Risk", "De 2 senaste rapporterna säger att inget nytt har hänt."),
        ("sensorer-i-vattennatet", "Inte påbörjat", "Arbetet ska börja 1 februari 2027."),
        ("digital-hjalp-hemma", "Inte påbörjat", "Det är en idé, ännu utan datum."),
    ];
    for (id, state, why) in expected {
        let text = SAMPLE.text(&format!("initiativ/{id}/"));
        assert_eq!(below(&text, "Läge"), state, "{id}");
        assert!(text.contains(why), "{id} does not say {why:?}:\n{text}");
    }
    // What is declared and what is derived stand side by side.
    let capped = SAMPLE.text("initiativ/digitala-detaljplaner/");
    assert!(capped.contains("Rapporten från 15 september 2026 säger: Enligt plan."), "{capped}");
    assert!(capped.contains("Uppgifterna på sidan säger något annat."), "{capped}");
}

#[test]
fn the_list_of_initiatives_says_what_their_pages_say() {
    let list = SAMPLE.text("initiativ/");
    for page in SAMPLE.below("initiativ/").filter(|page| !SAMPLE.html(page).contains("http-equiv=\"refresh\"")) {
        let id = page.trim_start_matches("initiativ/");
        let text = SAMPLE.text(page);
        let lines: Vec<&str> = list.lines().collect();
        let at = lines.iter().position(|line| line.contains(&format!("(../initiativ/{id})")));
        let at = at.unwrap_or_else(|| panic!("the list lacks {id}:\n{list}"));
        assert_eq!(lines[at - 1].trim_start_matches("- "), below(&text, "Läge"), "{id}");
    }
}

#[test]
fn a_few_are_never_counted() {
    let text = SAMPLE.text("insikter/oro-for-kamera/");
    assert!(text.contains("Antal\n- färre än 5\n"), "{text}");
    let row = SAMPLE.text("insikter/");
    let row = row.lines().find(|line| line.contains("oro-for-kamera")).unwrap().to_owned();
    assert!(row.contains("färre än 5"), "{row}");
    let whole: serde_json::Value = serde_json::from_str(SAMPLE.file("data/plan.json")).unwrap();
    for insights in [&whole["insights"], &whole["derived"]["insights"]] {
        let own = insights.as_array().unwrap().iter().find(|own| own["id"] == "oro-for-kamera").unwrap();
        assert!(own["volume"].is_null(), "{own}");
    }
    // The whole plan is one line, and has just been looked at.
    let others = SAMPLE.ending(".json").filter(|(path, _)| *path != "data/plan.json");
    for (path, text) in others.chain(SAMPLE.ending(".csv")) {
        for line in text.lines().filter(|line| line.contains("oro-for-kamera")) {
            assert!(!line.contains("\"volume\":"), "{path}: {line}");
        }
    }
}

#[test]
fn what_is_not_translated_says_its_language() {
    let title = "E-arkiv för hela kommunen";
    let text = SAMPLE.text("en/initiatives/e-arkiv/");
    assert!(text.contains(&format!("# {{sv}} {title}")), "{text}");
    // The page says that it is not translated, and leads to where it can be read.
    let original = "What the editors have written on this page is in Swedish only. [{sv} Läs sidan på svenska]";
    assert!(text.contains(&format!("{original}(../../../initiativ/e-arkiv/)")), "{text}");
    assert!(SAMPLE.html("en/initiatives/e-arkiv/").contains("lang=\"sv\" hreflang=\"sv\">Läs sidan på svenska"));
    for page in ["initiativ/e-arkiv/", "en/initiatives/chattbot/"] {
        assert!(!SAMPLE.html(page).contains("class=\"untranslated\""), "{page}");
    }
    // Words of the site are English, the report's are Swedish and say so.
    assert_eq!(below(&text, "State"), "Paused", "{text}");
    assert!(text.lines().any(|line| line.contains("{sv}") && line.contains("Kopiorna är kontrollerade")), "{text}");
    // So does a title in a sentence of the site's.
    let capped = SAMPLE.text("en/initiatives/digitala-detaljplaner/");
    assert!(capped.contains("“{sv} Tolka planerna i centralorten” is"), "{capped}");
    let quality = SAMPLE.text("en/quality/");
    assert!(quality.contains("“{sv} Digital hjälp på biblioteket”"), "{quality}");
    // So do series that a chart compares with, in its drawings and in its table.
    let compared = SAMPLE.html("en/indicators/bredband-1gbit/");
    assert!(SAMPLE.text("en/indicators/bredband-1gbit/").contains("{sv} Glesbebyggt område |"), "{compared}");
    for svg in compared.split("<svg class=\"chart\"").skip(1) {
        let named = svg.split("<g ").find(|group| group.contains(">Glesbebyggt område")).expect("the chart names it");
        assert!(named.split('>').next().unwrap().contains("lang=\"sv\""), "{named}");
    }
    // Of a link's words only those that are.
    let decided = SAMPLE.text("en/decisions/au-flyttar-e-arkiv/");
    assert!(decided.contains("[Report on {sv} E-arkiv för hela kommunen, "), "{decided}");
    let translated = SAMPLE.text("en/initiatives/chattbot/");
    assert!(translated.lines().next().is_some_and(|line| !line.contains("{sv}")), "{translated}");
    for page in SAMPLE.pages().filter(|page| !page.starts_with("en/")) {
        assert!(!SAMPLE.html(page).contains("lang=\"sv\" lang"), "{page}");
    }
}

#[test]
fn an_address_of_before_leads_on() {
    for (page, to) in [
        ("initiativ/webb-2025/", "../../initiativ/ny-webbplats/"),
        ("en/initiatives/webb-2025/", "../../../en/initiatives/ny-webbplats/"),
    ] {
        let html = SAMPLE.html(page);
        assert!(html.contains(&format!("content=\"0; url={to}\"")), "{page}");
        assert!(SAMPLE.text(page).contains(&format!("]({to})")), "{page}: {}", SAMPLE.text(page));
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let mut content = plan("");
    content.reverse();
    let again = Site::build(&Files::from_memory(content), TODAY, None);
    let differ: Vec<&String> = SAMPLE
        .files
        .keys()
        .chain(again.files.keys())
        .filter(|path| SAMPLE.files.get(*path) != again.files.get(*path))
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn an_earlier_day_knows_nothing_of_what_came_later() {
    let before = Site::build(&Files::from_memory(plan("")), "2026-02-01", None);
    let text = before.text("initiativ/e-arkiv/");
    assert!(text.contains("23 januari 2026"), "{text}");
    for later in ["23 september 2026", "25 maj 2026", "Pausat"] {
        assert!(!text.contains(later), "{later}:\n{text}");
    }
    for (path, text) in
        before.ending(".html").chain(before.ending(".json")).chain(before.ending(".xml")).chain(before.ending(".csv"))
    {
        for later in ["report-2026-t1", "report-2026-t2", "2026-09-2", "2026-T2/"] {
            assert!(!text.contains(later), "{path} mentions {later}");
        }
    }
}

// a real plan

#[test]
fn a_real_plan_is_counted_right() {
    let ids: Vec<&str> = REAL.below("initiatives/").collect();
    assert_eq!((REAL.below("goals/").count(), ids.len()), (3, 20));
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids {
        let text = REAL.text(id);
        let rows = text.lines().skip_while(|line| !line.starts_with("| Activity |")).skip(1);
        for row in rows.take_while(|line| line.starts_with('|')) {
            let state = row.split('|').nth(2).unwrap_or_default().trim();
            // What is in progress when it should be done is shown as overdue.
            let state = if state.starts_with("Overdue") { "In progress" } else { state };
            *states.entry(state.to_owned()).or_default() += 1;
        }
        // The source has no owner and no dates for any of its actions.
        for fact in ["Accountable", "Start", "End"] {
            let after = text.lines().skip_while(|line| *line != fact).nth(1);
            assert_eq!(after, Some("- Not stated"), "{id} {fact}");
        }
    }
    let states: Vec<(&str, usize)> = states.iter().map(|(state, n)| (state.as_str(), *n)).collect();
    assert_eq!(states, [("Done", 38), ("In progress", 27), ("Not stated", 1)]);
}

// a tiny plan, page by page

#[test]
fn every_page_of_a_tiny_plan_reads_as_expected() {
    let folder = super::root().join(TINY_FOLDER).join("expected");
    let mut names = BTreeSet::new();
    for page in TINY.pages() {
        let name = match page.trim_end_matches('/') {
            "" => "start".to_owned(),
            page => page.replace('/', "."),
        };
        let path = folder.join(format!("{name}.txt"));
        expect_file![&path].assert_eq(&TINY.text(page));
        names.insert(path);
    }
    let stale: Vec<_> = super::files_below(&folder).into_iter().filter(|path| !names.contains(path)).collect();
    assert!(stale.is_empty(), "there are no such pages any more: {stale:?}");
}

// a plan with almost nothing

#[test]
fn a_plan_with_almost_nothing_reads_well() {
    let text = "title: An agenda\norganisation: Lillby\nlanguage: en\nperiod:\n  start: 2026\n  end: 2027\n";
    let site = Site::build(&Files::from_memory([("content/plan.yaml", text)]), TODAY, None);
    let start = site.text("");
    assert!(start.starts_with("# An agenda\n"), "{start}");
    // There is nothing to draw.
    assert!(!site.html("").contains("<figure"), "{start}");
    for page in site.pages() {
        let text = site.text(page);
        assert!(text.starts_with("# ") && text.lines().count() > 1, "/{page} says nothing:\n{text}");
        for slip in ["NaN", "undefined", "null", " 0 of 0", "of 0 ", "{", "}"] {
            assert!(!text.contains(slip), "/{page} says {slip:?}:\n{text}");
        }
        assert!(!text.lines().any(|line| line.trim_matches(['|', ' ', '-']).is_empty()), "/{page}:\n{text}");
    }
}

// a look of one's own

#[test]
fn a_theme_changes_what_it_names_and_nothing_else() {
    let own = "{% extends \"default/start.html\" %}\n{% block title %}Så går det för barnen{% endblock %}\n";
    let mut content = plan(TINY_FOLDER);
    content.push(("themes/egen/start.html".to_owned(), own.as_bytes().to_vec()));
    let themed = Site::build(&Files::from_memory(content), TODAY, Some("egen"));
    assert!(themed.html("").contains("<title>Så går det för barnen</title>"));
    assert!(TINY.html("").contains("<title>Barnens agenda</title>"));
    let differ: Vec<&String> =
        TINY.files.keys().filter(|path| TINY.files.get(*path) != themed.files.get(*path)).collect();
    assert_eq!(differ, ["en/index.html", "index.html"]);
    assert!(Path::new(TINY_FOLDER).is_relative());
}
