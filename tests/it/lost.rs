//! What has been published stays public: what is told openly is no loss. What is lost in silence has its cases among the
//! rules (`FD905`, `FD906`, `FD907`).

use super::rules::{Case, run_case};

const GOAL: &str = "=== content/goals/skola.md\n---\ntitel: Trygg skola\n---\n";
const INITIATIVE: &str =
    "=== content/initiatives/skolgard.md\n---\ntitel: Lugnare skolgårdar\nmål: skola\nansvarig: skolchef\n---\n";

/// A report as a section of a case: `name` is its path, with `published` before it when it was so before.
fn report(name: &str, more: &str, text: &str) -> String {
    format!(
        "=== {name}\n---\nav: skolchef\ndatum: 2026-09-04\nbedömning: enligt-plan\nnästa_steg: Fler \
         skolor.\n{more}---\n{text}\n"
    )
}

/// The site of a case that loses nothing.
#[track_caller]
fn kept(sections: &[&str]) -> std::collections::BTreeMap<String, Vec<u8>> {
    let (site, diagnostics) = run_case(&Case::parse(&sections.concat()));
    site.unwrap_or_else(|| panic!("{:?}", diagnostics.codes(framdrift::diag::Level::Error)))
}

#[test]
fn a_report_that_says_when_and_why_may_change() {
    let (now, before) = ("content/reports/2026-T2/skolgard.md", "published content/reports/2026-T2/skolgard.md");
    let corrected = "rättad:\n  datum: 2026-11-23\n  varför: Fel antal.\n";
    let old = report(before, "", "Tre skolor.");
    kept(&[GOAL, INITIATIVE, &report(now, corrected, "Två skolor."), &old]);
    // How it is laid out does not count.
    kept(&[GOAL, INITIATIVE, &report(now, "", "Tre\n\n  skolor.\n"), &old]);
    // A second correction of the same day, and one that was there before and has nothing new to tell.
    let old = report(before, corrected, "Två skolor.");
    kept(&[GOAL, INITIATIVE, &report(now, corrected, "Fyra skolor."), &old]);
    let old = report(before, &corrected.replace("2026-11-23", "2026-10-01"), "Två skolor.");
    let silent = report(now, &corrected.replace("2026-11-23", "2026-10-01"), "Fyra skolor.");
    let (site, diagnostics) = run_case(&Case::parse(&[GOAL, INITIATIVE, &silent, &old].concat()));
    assert!(site.is_none());
    assert_eq!(diagnostics.codes(framdrift::diag::Level::Error), ["FD906"]);
}

#[test]
fn another_id_is_no_loss_when_the_old_one_leads_on() {
    let organisation = include_str!("../rules/base/organisation.yaml");
    let renamed = organisation.replace("id: skolchef", "id: chef-for-skolan\n    alias: [skolchef]");
    let path = "content/reports/2026-T2/skolgard.md";
    let now =
        report("content/reports/2026-T2/lugna-gardar.md", "", "Tre skolor.").replace("skolchef", "chef-for-skolan");
    let initiative = INITIATIVE.replace("skolgard.md", "lugna-gardar.md");
    let initiative = initiative.replace("ansvarig: skolchef", "ansvarig: chef-for-skolan\nalias: [skolgard]");
    let site = kept(&[
        GOAL,
        &format!("=== content/organisation.yaml\n{renamed}=== published content/organisation.yaml\n{organisation}"),
        &initiative,
        &now,
        "=== published content/initiatives/lugna-gardar.md | none\n",
        "=== published content/reports/2026-T2/lugna-gardar.md | none\n",
        &INITIATIVE.replace("=== ", "=== published "),
        &report(&format!("published {path}"), "", "Tre skolor."),
    ]);
    assert!(site.contains_key("initiativ/skolgard/index.html"));
}

#[test]
fn the_data_of_an_indicator_stay_where_they_were() {
    let indicator = |id: &str, more: &str| {
        format!(
            "content/indicators/{id}.md\n---\ntitel: Elever som trivs\nenhet: \"%\"\nnivå: prestation\nriktning: \
             upp\n{more}källa:\n  namn: Elevenkäten\n---\n"
        )
    };
    let values = |id: &str| format!("content/indicators/{id}.csv\ndatum,värde\n2025,80\n");
    let site = kept(&[
        &format!("=== {}=== {}", indicator("elevtrivsel", "alias: [trivsel]\n"), values("elevtrivsel")),
        "=== published content/indicators/elevtrivsel.md | none\n",
        "=== published content/indicators/elevtrivsel.csv | none\n",
        &format!("=== published {}=== published {}", indicator("trivsel", ""), values("trivsel")),
    ]);
    for ending in ["csv", "json"] {
        let [old, new] = ["trivsel", "elevtrivsel"].map(|id| &site[&format!("data/indicators/{id}.{ending}")]);
        assert_eq!(old, new);
    }
}

#[test]
fn what_was_removed_says_so_at_its_address() {
    let removed = "=== content/removed.yaml\nborttaget:\n\
                   - vad: nyckeltal:trivsel\n  titel: Elever som <b>trivs</b>\n  datum: 2026-03-01\n  varför: Det \
                   mättes inte.\n  i_stället: mål:skola\n\
                   - vad: rapport:2026-T2/skolgard\n  titel: Rapporten\n  datum: 2026-03-01\n  varför: Fel initiativ.\n\
                   - vad: /gammal/sida/\n  titel: Gammal sida\n  datum: 2026-03-02\n  varför: Den var tom.\n\
                   - vad: /rapport.txt\n  titel: Så mår barnen\n  datum: 2026-03-03\n  varför: Den var gammal.\n";
    let indicator = "=== published content/indicators/trivsel.md\n---\ntitel: Elever som trivs\nenhet: \"%\"\nnivå: \
                     prestation\nriktning: upp\nkälla:\n  namn: Elevenkäten\n---\n\
                     === published content/indicators/trivsel.csv\ndatum,värde\n2025,80\n";
    let site = kept(&[
        GOAL,
        INITIATIVE,
        removed,
        "=== published content/removed.yaml | none\n",
        indicator,
        &report("published content/reports/2026-T2/skolgard.md", "", "Tre skolor."),
        "=== published content/static/rapport.txt\nSå mår barnen.\n",
    ]);
    let page = |path: &str| String::from_utf8_lossy(site.get(path).unwrap_or_else(|| panic!("no {path}"))).into_owned();
    let gone = page("nyckeltal/trivsel/index.html");
    for said in
        ["Elever som &lt;b&gt;trivs&lt;/b&gt;", "1 mars 2026", "Det mättes inte.", "../../mal/skola/", "noindex"]
    {
        assert!(gone.contains(said), "{said}");
    }
    assert!(page("gammal/sida/index.html").contains("Den var tom."));
    let about = page("om-webbplatsen/index.html");
    for said in ["Så mår barnen", "3 mars 2026", "../nyckeltal/trivsel/", "../gammal/sida/"] {
        assert!(about.contains(said), "{said}");
    }
    let at = |text: &str| about.find(text).expect("it is on the page");
    assert!(at("Den var gammal.") < at("Den var tom."), "the latest comes first");
}

/// In each language where it had a page, and with what is translated of it; what is not says which language it is in.
#[test]
fn what_was_removed_says_so_in_english_too() {
    let plan = include_str!("../rules/base/plan.yaml").replace("språk: sv", "språk: sv\nspråkversioner: [en]");
    let removed = "=== content/removed.yaml\nborttaget:\n\
                   - vad: mål:trygghet\n  titel: Trygga <b>elever</b>\n  datum: 2026-03-01\n  varför: Det är nått.\n  \
                   i_stället: mål:skola\n\
                   - vad: /en/old/page/\n  titel: Gammal sida\n  datum: 2026-03-02\n  varför: Den var tom.\n\
                   - vad: /rapport.txt\n  titel: Så mår barnen\n  datum: 2026-03-03\n  varför: Den var gammal.\n";
    let translated = "=== content/removed.en.yaml\nborttaget:\n\
                      - vad: mål:trygghet\n  titel: Safe <b>pupils</b>\n  varför: It has been met.\n";
    let site = kept(&[
        &format!("=== content/plan.yaml\n{plan}"),
        GOAL,
        INITIATIVE,
        removed,
        translated,
        "=== published content/removed.yaml | none\n",
        "=== published content/removed.en.yaml | none\n",
        "=== published content/goals/trygghet.md\n---\ntitel: Trygga elever\n---\n",
        "=== published content/static/rapport.txt\nSå mår barnen.\n",
    ]);
    let page = |path: &str| String::from_utf8_lossy(site.get(path).unwrap_or_else(|| panic!("no {path}"))).into_owned();
    let gone = page("en/goals/trygghet/index.html");
    for said in [
        "Safe &lt;b&gt;pupils&lt;/b&gt;” has been removed",
        "The page was removed on",
        "1 March 2026",
        "It has been met.",
        "Read instead:",
        "../../../en/goals/skola/",
        "../../../mal/trygghet/",
        "noindex",
    ] {
        assert!(gone.contains(said), "{said}");
    }
    assert!(page("mal/trygghet/index.html").contains("Det är nått."));
    let old = page("en/old/page/index.html");
    for said in ["has been removed", r#"lang="sv">Den var tom."#] {
        assert!(old.contains(said), "{said}");
    }
    let about = page("en/about-this-site/index.html");
    for said in [
        "What has been removed",
        "Safe &lt;b&gt;pupils&lt;/b&gt;",
        "3 March 2026",
        "../../en/goals/trygghet/",
        "../../en/old/page/",
    ] {
        assert!(about.contains(said), "{said}");
    }
    let at = |text: &str| about.find(text).expect("it is on the page");
    assert!(at("Den var gammal.") < at("Den var tom."), "the latest comes first");
    assert!(at("Den var tom.") < at("It has been met."), "the latest comes first");
}

#[test]
fn a_page_may_be_said_to_be_gone_by_what_it_was_about_and_by_its_address() {
    let one =
        |what: &str| format!("  - vad: {what}\n    titel: Skolan\n    datum: 2026-10-01\n    varför: Den är nådd.\n");
    let removed = format!("=== content/removed.yaml\nborttaget:\n{}{}", one("goal:skola"), one("/mal/skola/"));
    let site = kept(&[&removed]);
    assert!(site.contains_key("mal/skola/index.html"));
}
