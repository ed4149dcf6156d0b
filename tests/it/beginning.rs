//! `framdrift new`: what an author begins with is sound, teaches every key, and touches nothing that is there.

use std::path::Path;
use std::process::Command;

use framdrift::compose::{self, Begin, Desk, KINDS, NewFile};
use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::model::{Choice as _, Kind, Rhythm};
use framdrift::observe::Unobserved;
use framdrift::source::vocabulary::all_records;
use framdrift::words::{Language, Words};
use framdrift::{Clock, Options};
use jiff::civil::date;

const TODAY: jiff::civil::Date = date(2026, 11, 26);

fn begin(language: Language, every: Rhythm) -> Begin {
    Begin {
        title: "Plan: \"så\" #1".to_owned(),
        organisation: "Exempelby kommun".to_owned(),
        municipality_code: Some("1290".to_owned()),
        start: 2026,
        end: 2029,
        every,
        language,
        languages: Language::all().filter(|own| *own != language).collect(),
        colour: Some("#1f4e4a".to_owned()),
        contact: "agenda@example.org".to_owned(),
        today: TODAY,
    }
}

fn files(new: &[NewFile]) -> Files {
    Files::from_memory(new.iter().map(|own| (own.path.clone(), own.text.clone())).collect::<Vec<_>>())
}

/// What building says, rule by rule.
fn told(files: &Files) -> Vec<String> {
    let mut found = Diagnostics::new();
    let options = Options::at(Clock::Date(TODAY));
    let _ = framdrift::run(files, &options, &mut found, &Unobserved);
    let words = Words::new(Language::ENGLISH);
    found.sorted(files).into_iter().map(|own| format!("{} {}", own.rule.code, own.message(&words))).collect()
}

/// A file with every line in use that may be: the `#` without a space after it is taken away.
fn in_use(new: &NewFile) -> NewFile {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => rest.to_owned(),
        _ => line.to_owned(),
    };
    NewFile { path: new.path.clone(), text: new.text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n" }
}

#[test]
fn a_new_plan_is_built_without_a_warning() {
    for language in Language::all() {
        for (every, _) in Rhythm::ALL {
            let new = compose::plan(&begin(language, *every), &Words::new(language));
            assert_eq!(told(&files(&new)), [""; 0], "{language:?} {every:?}");
        }
    }
}

#[test]
fn every_line_that_may_be_used_can_be_read() {
    for language in Language::all() {
        let words = Words::new(language);
        let plan = compose::plan(&begin(language, Rhythm::Tertial), &words);
        let desk = Desk::new(&files(&plan), |_| TODAY, &mut Diagnostics::new()).unwrap();
        let mut new = plan.clone();
        for (kind, _) in KINDS {
            new.extend(desk.entity(&words, *kind, "x", "X: \"y\""));
        }
        let initiative = desk.plan().initiatives.keys().next().unwrap();
        let period = desk.period(initiative).unwrap();
        new.extend([desk.report(&words, initiative, period, None), desk.review(&words, period)]);
        let used: Vec<NewFile> = new.iter().map(in_use).collect();
        // What is not filled in yet is missing, and nothing else is wrong: no key is unknown, no line is no YAML.
        let grammar: Vec<String> = told(&files(&used)).into_iter().filter(|own| own.starts_with("FD1")).collect();
        let wrong: Vec<&String> = grammar.iter().filter(|own| !own.starts_with("FD102")).collect();
        assert!(wrong.is_empty(), "{language:?}: {wrong:#?}");
        assert!(!grammar.is_empty(), "empty keys are told");
    }
}

#[test]
fn every_key_has_a_meaning_in_every_language() {
    for words in Language::all().map(Words::new) {
        for record in all_records() {
            for field in (record.fields)() {
                assert!(compose::meaning(&words, record, &field).ends_with(['.', '(', ')']), "{}", field.name.en);
            }
        }
    }
}

/// Calls the program in a folder: its exit code, and what it said.
fn call(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_framdrift"))
        .args(arguments)
        .env("SOURCE_DATE_EPOCH", "1795651200")
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
}

fn text(path: &Path) -> String {
    #[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
    std::fs::read_to_string(path).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test sets up its content")]
fn put(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_plan_and_its_files_are_begun_and_nothing_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // Nobody is there to answer.
    let (code, said) = call(at, &["new", "p"]);
    assert!(code == 2 && said.contains("--yes") && !at.join("p").exists(), "{said}");
    let (code, said) = call(at, &["new", "p", "--yes", "--organisation", "Lillby kommun", "--language", "sv"]);
    assert!(code == 0 && said.contains("Ny fil: p/content/plan.yaml"), "{said}");
    assert_eq!(call(at, &["check", "p", "--deny-warnings"]).0, 0);
    let (code, said) = call(at, &["new", "p", "--yes"]);
    assert!(code == 2 && said.contains("finns redan en plan"), "{said}");

    let plan = at.join("p");
    let (code, said) = call(&plan, &["new", "rapport", "svar-pa-de-vanligaste-fragorna"]);
    assert_eq!((code, said.contains("content/reports/2026-T3/")), (0, true), "{said}");
    let report = plan.join("content/reports/2026-T3/svar-pa-de-vanligaste-fragorna.md");
    expect_test::expect_file!["expected/new-report.md"].assert_eq(&text(&report));
    put(&report, "mine");
    let (code, said) = call(&plan, &["new", "report", "svar-pa-de-vanligaste-fragorna"]);
    assert!(code == 2 && said.contains("finns redan") && text(&report) == "mine", "{said}");

    // The file is broken now, and hinders nobody who writes another.
    let (code, said) = call(at, &["new", "initiativ", "Öppna data för skolan", "--in", "p"]);
    assert_eq!(code, 0, "{said}");
    let initiative = text(&plan.join("content/initiatives/oppna-data-for-skolan.md"));
    expect_test::expect_file!["expected/new-initiative.md"].assert_eq(&initiative);

    let (code, said) = call(&plan, &["new", "report", "svar-pa-de-vanligaste-fragor"]);
    assert!(code == 2 && said.contains("Menade du ”svar-pa-de-vanligaste-fragorna”"), "{said}");
    let (code, said) = call(&plan, &["new", "review", "2026-Q1"]);
    assert!(code == 2 && said.contains("2026-T3"), "{said}");
    let (code, said) = call(&plan, &["new", "page", "…"]);
    assert!(code == 2 && said.contains("--id"), "{said}");
}

#[test]
fn what_was_said_last_time_stands_in_the_report() {
    let mut read = Vec::new();
    for path in super::files_below(&super::root().join("content")) {
        let own = path.strip_prefix(super::root()).unwrap().to_str().unwrap().to_owned();
        #[expect(clippy::disallowed_methods, reason = "a test reads the sample")]
        read.push((own, std::fs::read(&path).unwrap()));
    }
    let desk = Desk::new(&Files::from_memory(read), |_| TODAY, &mut Diagnostics::new()).unwrap();
    let key = desk.initiative("e-arkiv").unwrap();
    let words = Words::new(Language::SWEDISH);
    let report = desk.report(&words, key, desk.period(key).unwrap(), None);
    expect_test::expect_file!["expected/new-report-again.md"].assert_eq(&report.text);
    let reviewed = desk.review(&words, desk.facts().calendar.latest().unwrap());
    assert!(reviewed.text.contains("Väntar på svar"), "{}", reviewed.text);
    assert_eq!(Kind::ALL.len(), KINDS.len() + 4, "reports, reviews, roles and units have no file of their own name");
}
