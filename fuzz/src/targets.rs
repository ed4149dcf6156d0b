//! The targets: a text in, a panic out when something doesn't hold that must.
//!
//! A text that is refused is fine, as long as it is said why, at a place that exists. What is not refused must do no
//! harm when it is shown.

use std::collections::BTreeMap;

use framdrift::cli::{Look, Report, github, human, json, sarif};
use framdrift::compose::workbook::{Refused, given, import_mapped};
use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::model::{PlanDate, Rhythm};
use framdrift::observe::Unobserved;
use framdrift::serve::{Found, resolve};
use framdrift::words::{Language, Words};
use framdrift::{Clock, Options};
use jiff::civil::{Date, date as day};

use super::harmless::harmless;

/// The day on which every plan is looked at.
const TODAY: Date = day(2026, 11, 23);

/// A plan that is sound.
const BASE: [(&str, &str); 3] = [
    ("content/accessibility.yaml", include_str!("../../tests/rules/base/accessibility.yaml")),
    ("content/plan.yaml", include_str!("../../tests/rules/base/plan.yaml")),
    ("content/organisation.yaml", include_str!("../../tests/rules/base/organisation.yaml")),
];

/// Files that are read in different ways.
const FILES: [&str; 12] = [
    "content/initiatives/kompisbankar.md",
    "content/goals/trygg-skola.md",
    "content/indicators/trivsel.md",
    "content/reports/2026-T2/kompisbankar.md",
    "content/forums/skolforum.md",
    "content/insights/rasten.md",
    "content/decisions/nämnden.md",
    "content/reviews/2026-T1.md",
    "content/plan.yaml",
    "content/organisation.yaml",
    "content/accessibility.yaml",
    "content/removed.yaml",
];

/// A date is a run of days, and is read as it is written.
pub fn date(text: &str) {
    let Ok(date) = text.parse::<PlanDate>() else { return };
    if let Some(last) = date.last_day() {
        assert!(date.first_day() <= date.middle() && date.middle() <= last, "{text:?}");
        assert!(!date.has_passed(last) && date.days_overdue(last) == 0, "{text:?}");
    }
    assert_eq!(date.to_string().parse::<PlanDate>(), Ok(date), "{text:?}");
    for rhythm in [Rhythm::Month, Rhythm::Quarter, Rhythm::Tertial, Rhythm::HalfYear, Rhythm::Year] {
        if let Some(period) = framdrift::model::Period::of(date, rhythm) {
            // The last of all times is followed by itself.
            assert!(period.next() == period || period.next().previous() == period, "{text:?}");
        }
    }
}

/// Any kind of file can hold any text. The first letter says which kind it is.
pub fn front_matter(text: &str) {
    let first = text.chars().next().unwrap_or_default();
    let kind = u32::from(first) as usize % FILES.len();
    examine(&with(&[(FILES[kind], text.get(first.len_utf8()..).unwrap_or_default())]));
}

/// The values of an indicator can be any table.
pub fn observations(text: &str) {
    const INDICATOR: &str =
        "---\ntitel: Trivsel\nenhet: procent\nmått: Andel som trivs på rasten\nkälla: Enkäten\n---\n";
    examine(&with(&[("content/indicators/trivsel.md", INDICATOR), ("content/indicators/trivsel.csv", text)]));
}

/// The map of somebody else's list can be any text. What is wrong with it, or with the list as it is read by it, is told
/// with its place.
pub fn map(text: &str) {
    const LIST: &str = "Aktivitet;Ansvarig;Status;Slut;Mål;Budget\nFler bollar;skolchef;Klart;2026-Q2;;40 500 kr\nMåla \
                        hagar;Rektor;Pågår;31/12-26;Trygg skola;-\n;;;3/4-26;;x\n";
    let (files, words) = (with(&[]), Words::new(Language::SWEDISH));
    let list = given("lista.csv", LIST.as_bytes()).expect("it is a table");
    match import_mapped(&files, &list, ("karta.yaml", text.as_bytes()), &words) {
        Ok(done) => assert!(done.changed.keys().chain(done.added.keys()).all(|path| path.starts_with("content/"))),
        Err(Refused::Map(map, found)) => {
            assert!(found.rejected().is_some(), "{text:?}: it is not said why");
            assert!(found.iter().all(|own| own.span.is_some()), "{text:?}: {found:?}");
            assert_placed(&found, &map);
        }
        Err(Refused::Cells(bad)) => {
            let has_place = bad.iter().all(|own| !own.sheet.is_empty() && !own.cell.is_empty());
            assert!(!bad.is_empty() && has_place, "{text:?}: {bad:?}");
        }
        Err(Refused::Worse(files, found, _)) => {
            assert!(found.rejected().is_some(), "{text:?}: it is not said why");
            assert_placed(&found, &files);
        }
        Err(other) => panic!("{text:?}: {other:?}"),
    }
}

/// A page of the author's own can hold any text.
pub fn markdown(text: &str) {
    examine(&with(&[("content/pages/om.md", &format!("---\ntitel: Om planen\n---\n{text}"))]));
}

/// A plan can have any files: each after a line `=== PATH`, up to the next.
pub fn plan(text: &str) {
    let mut files: Vec<(&str, &str)> = Vec::new();
    for section in text.split("=== ").skip(1).take(20) {
        let (head, body) = section.split_once('\n').unwrap_or((section, ""));
        let path = head.split('|').next().unwrap_or_default().trim();
        // The disk has no such names.
        let is_name = !path.contains(['\0', '\\']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        if is_name && path.starts_with("content/") {
            files.push((path, body));
        }
    }
    examine(&with(&files));
}

/// A request, whatever its path, is answered with a file of the site or not at all, and leads to no other host.
pub fn request(text: &str) {
    const SITE: [&str; 5] = ["index.html", "404.html", "mål/index.html", "data/plan.json", "a/b/index.html"];
    for root in ["/", "/agenda/", "/m%C3%A5l/"] {
        let has = |path: &str| {
            assert!(!path.contains(['\\', '\0']) && std::path::Path::new(path).is_relative(), "{text:?}: {path:?}");
            let is_name = |part: &str| !matches!(part, "" | "." | "..");
            assert!(path.split('/').all(is_name), "{text:?}: {path:?}");
            SITE.contains(&path)
        };
        match resolve(text, root, has) {
            Found::File(path) => assert!(SITE.contains(&path.as_str()), "{text:?}: {path:?}"),
            Found::Elsewhere(to) => {
                assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\n', '\r']), "{text:?}");
            }
            Found::Nothing(_) | Found::Refused => {}
        }
    }
}

/// The sound plan with these files.
fn with(files: &[(&str, &str)]) -> Files {
    let all: BTreeMap<&str, &str> = BASE.iter().chain(files).copied().collect();
    Files::from_memory(all.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())))
}

/// The places that are told are places in the files.
fn assert_placed(diagnostics: &Diagnostics, files: &Files) {
    for own in diagnostics.iter() {
        let Some(span) = own.span else { continue };
        let text = files.text(span.file);
        assert!(text.get(span.range()).is_some(), "{own:?} points out of {text:?}");
    }
}

/// Makes a site of the files. It is refused exactly when something is wrong; what is told can be shown; and the site
/// does nothing.
fn examine(files: &Files) {
    let mut diagnostics = Diagnostics::new();
    let outcome = framdrift::run(files, &Options::at(Clock::Date(TODAY)), &mut diagnostics, &Unobserved);
    assert_eq!(outcome.is_err(), diagnostics.rejected().is_some());
    assert_placed(&diagnostics, files);
    let words = Words::new(Language::SWEDISH);
    let report = Report::new(&diagnostics, files, &words, "");
    let told = human(&report, Look::Plain);
    assert_eq!(told.is_empty(), report.diagnostics.is_empty());
    assert!(serde_json::from_str::<serde_json::Value>(&json(&report)).is_ok(), "{}", json(&report));
    assert!(serde_json::from_str::<serde_json::Value>(&sarif(&report)).is_ok(), "{}", sarif(&report));
    assert!(github(&report).lines().all(|line| line.starts_with("::")), "{}", github(&report));
    if let Ok(outcome) = outcome {
        harmless(&outcome.site).unwrap_or_else(|why| panic!("{why}"));
    }
}
