//! `framdrift todo`: what each role owes, and the same on its page.

use std::process::Command;

use serde_json::Value;

use super::built::SAMPLE;

/// What the program answers about the sample on 26 November 2026.
fn todo(arguments: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_framdrift"))
        .args(["todo", "--date", "2026-11-26"])
        .args(arguments)
        .current_dir(super::root())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn each_role_is_told_what_it_owes() {
    expect_test::expect_file!["expected/todo.txt"].assert_eq(&todo(&[]));
    expect_test::expect_file!["expected/todo-letter.md"].assert_eq(&todo(&[
        "--format",
        "letter",
        "--role",
        "kommundirektor",
    ]));
    let english = todo(&["--lang-of-messages", "en", "--role", "kanslichef"]);
    assert!(english.contains("status reports, from May–August 2025 on"), "{english}");
}

#[test]
fn a_program_is_told_the_same() {
    let all: Vec<Value> = serde_json::from_str(&todo(&["--format", "json"])).unwrap();
    let text = todo(&[]);
    for role in &all {
        assert!(text.contains(role["name"].as_str().unwrap()));
        for owed in role["owed"].as_array().unwrap() {
            assert!(text.contains(owed["text"].as_str().unwrap()), "{owed}");
            assert!(owed["overdue_days"].as_u64().unwrap() == 0 || owed["due"].is_string(), "{owed}");
            let fix = owed["fix"].as_str().unwrap();
            let file = fix.starts_with("content/");
            assert!(if file { super::root().join(fix).exists() } else { fix.starts_with("framdrift new report ") });
        }
    }
    let kinds = ["report", "decision", "answer", "data"];
    for kind in kinds {
        assert!(all.iter().any(|own| own["owed"].as_array().unwrap().iter().any(|own| own["kind"] == kind)), "{kind}");
    }
}

#[test]
fn of_a_period_only_its_reports_are_told() {
    let all: Vec<Value> = serde_json::from_str(&todo(&["--format", "json", "--period", "2026-T1"])).unwrap();
    let reports: Vec<&Value> =
        all.iter().flat_map(|own| own["owed"].as_array().unwrap()).filter(|own| own["kind"] == "report").collect();
    assert!(!reports.is_empty());
    for own in reports {
        assert!(own["first_period"].as_str().unwrap() <= "2026-T1", "{own}");
        assert!(own["fix"].as_str().unwrap().ends_with(" --period 2026-T1"), "{own}");
    }
}

#[test]
fn the_page_of_a_role_says_the_same() {
    let page = SAMPLE.file("ansvar/kanslichef/index.html");
    assert!(page.contains("<h2>Att göra</h2>") && page.contains("lägesrapporter, från och med tertial 2 2025: "));
    assert!(!SAMPLE.file("ansvar/kommunikationschef/index.html").contains("<h2>Att göra</h2>"));
}
