//! Whole sites, as their readers see them: the sample plan, a real one, a tiny one page by page, one with almost nothing
//! and one with a look of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use expect_test::expect_file;
use framdrift::diag::{Diagnostics, Level};
use framdrift::files::Files;
use framdrift::{Clock, Options};

use super::reading::{below, main_text};

/// The day of the sample plan.
const TODAY: &str = "2026-11-23";

/// A built site: path → content.
pub(crate) struct Site(pub(crate) BTreeMap<String, Vec<u8>>);

impl Site {
    fn build(files: &Files, date: &str, theme: Option<&str>) -> Self {
        let date = date.parse().unwrap();
        let options = Options { clock: Clock::Date(date), base_url: None, theme: theme.map(str::to_owned) };
        let mut diagnostics = Diagnostics::new();
        let outcome = framdrift::run(files, &options, &mut diagnostics, &mut |_| {});
        let errors: Vec<_> =
            diagnostics.sorted(files).into_iter().filter(|found| found.rule.level == Level::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let outcome = outcome.unwrap_or_else(|_| panic!("nothing was reported"));
        assert_eq!(outcome.date, date);
        Self(outcome.site)
    }

    pub(crate) fn html(&self, address: &str) -> &str {
        let bytes = self.0.get(&format!("{address}index.html")).unwrap_or_else(|| panic!("there is no /{address}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// What a reader of `<main>` reads.
    pub(crate) fn text(&self, address: &str) -> String {
        main_text(self.html(address))
    }

    /// The addresses of the pages below `folder`, not its own.
    fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.pages().filter(move |page| page.starts_with(folder) && *page != folder)
    }

    pub(crate) fn pages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().filter_map(|path| path.strip_suffix("index.html"))
    }

    fn files(&self, ending: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(move |(path, _)| path.ends_with(ending))
            .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
    }
}

/// The files of a plan in the repository.
#[expect(clippy::disallowed_methods, reason = "a test reads the plan that it builds")]
pub(crate) fn plan(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = super::root().join(folder);
    super::files_below(&folder.join("content"))
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&folder).unwrap().components();
            let name = name.map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/");
            (name, std::fs::read(path).unwrap())
        })
        .collect()
}

pub(crate) static SAMPLE: LazyLock<Site> = LazyLock::new(|| Site::build(&Files::from_memory(plan("")), TODAY, None));

const REAL: &str = "tests/sites/us-federal-data-strategy-2020";

pub(crate) static REAL_SITE: LazyLock<Site> =
    LazyLock::new(|| Site::build(&Files::from_memory(plan(REAL)), "2021-02-01", None));

const TINY: &str = "tests/sites/liten";

// the sample plan

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
            let moved = SAMPLE.below(section).filter(|page| SAMPLE.html(page).contains("http-equiv=\"refresh\""));
            assert_eq!(SAMPLE.below(section).count() - moved.count(), ids.len(), "{section}");
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
    for (path, text) in SAMPLE.files(".json").chain(SAMPLE.files(".csv")) {
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
    // Words of the site are English, the report's are Swedish and say so.
    assert_eq!(below(&text, "State"), "Paused", "{text}");
    assert!(text.lines().any(|line| line.contains("{sv}") && line.contains("Kopiorna är kontrollerade")), "{text}");
    // So does a title in a sentence of the site's.
    let capped = SAMPLE.text("en/initiatives/digitala-detaljplaner/");
    assert!(capped.contains("“{sv} Tolka planerna i centralorten” is"), "{capped}");
    let quality = SAMPLE.text("en/quality/");
    assert!(quality.contains("“{sv} Digital hjälp på biblioteket”"), "{quality}");
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
    let differ: Vec<&String> =
        SAMPLE.0.keys().chain(again.0.keys()).filter(|path| SAMPLE.0.get(*path) != again.0.get(*path)).collect();
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
    for (path, text) in before.files(".html").chain(before.files(".json")).chain(before.files(".xml")) {
        for later in ["report-2026-t1", "report-2026-t2", "2026-09-2", "2026-T2/"] {
            assert!(!text.contains(later), "{path} mentions {later}");
        }
    }
}

// a real plan

#[test]
fn a_real_plan_is_counted_right() {
    let ids: Vec<&str> = REAL_SITE.below("initiatives/").collect();
    assert_eq!((REAL_SITE.below("goals/").count(), ids.len()), (3, 20));
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids {
        let text = REAL_SITE.text(id);
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
    let site = Site::build(&Files::from_memory(plan(TINY)), TODAY, None);
    let folder = super::root().join(TINY).join("expected");
    let mut names = BTreeSet::new();
    for page in site.pages() {
        let name = match page.trim_end_matches('/') {
            "" => "start".to_owned(),
            page => page.replace('/', "."),
        };
        let path = folder.join(format!("{name}.txt"));
        expect_file![&path].assert_eq(&site.text(page));
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
    let mut content = plan(TINY);
    let plain = Site::build(&Files::from_memory(content.clone()), TODAY, None);
    content.push(("themes/egen/start.html".to_owned(), own.as_bytes().to_vec()));
    let themed = Site::build(&Files::from_memory(content), TODAY, Some("egen"));
    assert!(themed.html("").contains("<title>Så går det för barnen</title>"));
    assert!(plain.html("").contains("<title>Barnens agenda</title>"));
    let differ: Vec<&String> = plain.0.keys().filter(|path| plain.0.get(*path) != themed.0.get(*path)).collect();
    assert_eq!(differ, ["en/index.html", "index.html"]);
    assert!(Path::new(TINY).is_relative());
}
