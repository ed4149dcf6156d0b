//! Bars and matrices on finished pages: what is drawn is in the table beside it, and what is said of it is true.

use std::fmt::Write as _;

use expect_test::expect_file;
use framdrift::words::{Arg, Language, Words};
use roxmltree::{Document, Node};

use super::built::SAMPLE;

/// The figures of a kind on the pages of the sample plan: the page's path, the drawings, and the rows of the table.
fn figures(kind: &str) -> Vec<(String, Vec<String>, Vec<Vec<String>>)> {
    let mut found = Vec::new();
    for (path, html) in SAMPLE.ending("index.html") {
        for rest in html.split(&format!("<figure class=\"figure figure-{kind}\"")).skip(1) {
            // A matrix has its table after it, with links.
            let (drawn, after) = rest.split_once("</figure>").unwrap();
            let table = drawn.split_once("<tbody>").or_else(|| after.split_once("<tbody>")).expect("a table").1;
            let table = table.split("</tbody>").next().unwrap();
            let drawings = drawn
                .split("<svg class=\"chart\"")
                .skip(1)
                .map(|svg| format!("<svg class=\"chart\"{}</svg>", before(svg, "</svg>")));
            let rows = table.split("<tr").skip(1).map(|row| row.split(['<', '>']).map(str::trim).collect::<Vec<_>>());
            // Every other piece lies between two marks.
            let texts =
                |row: Vec<&str>| row.iter().skip(1).step_by(2).map(|text| (*text).to_owned()).collect::<Vec<_>>();
            let rows =
                rows.map(texts).map(|row: Vec<String>| row.into_iter().filter(|text| !text.is_empty()).collect());
            found.push((path.to_owned(), drawings.collect(), rows.collect()));
        }
    }
    assert!(!found.is_empty(), "{kind}");
    found
}

fn before<'a>(text: &'a str, end: &str) -> &'a str {
    text.split(end).next().unwrap_or_default()
}

/// The texts of a drawing, and whether each is bold.
fn texts(svg: &str) -> Vec<(String, bool)> {
    let document = Document::parse(svg).unwrap();
    let bold = |node: Node<'_, '_>| node.ancestors().any(|own| own.attribute("font-weight") == Some("700"));
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| (node.text().unwrap_or_default().to_owned(), bold(node))).collect()
}

#[test]
fn every_number_of_a_bar_is_in_its_table() {
    for kind in ["shares", "bars", "ages"] {
        for (path, drawings, rows) in figures(kind) {
            let cells: Vec<&String> = rows.iter().flatten().collect();
            for svg in drawings {
                let numbers = texts(&svg).into_iter().filter(|(_, bold)| *bold).map(|(text, _)| text);
                let mut n = 0;
                for number in numbers {
                    assert!(cells.contains(&&number), "{path}: {number} is not in {rows:?}");
                    n += 1;
                }
                assert!(n > 0 && (kind == "ages" || n >= rows.len()), "{path}: {n} numbers, {} rows", rows.len());
            }
        }
    }
}

#[test]
fn every_cell_of_a_matrix_is_in_its_table() {
    let sorted = |mut texts: Vec<String>| {
        texts.sort();
        texts
    };
    for (path, drawings, rows) in figures("goals-units") {
        let is_number = |text: &String| text.chars().all(|c| c.is_ascii_digit());
        let known =
            sorted(rows.iter().flat_map(|row| row.iter().skip(1)).filter(|it| is_number(it)).cloned().collect());
        for svg in drawings {
            let drawn = texts(&svg).into_iter().filter(|(text, bold)| !bold && is_number(text)).map(|(text, _)| text);
            assert_eq!(sorted(drawn.collect()), known, "{path}");
        }
    }
    for (path, drawings, rows) in figures("chains") {
        let words = ["Håller", "Svag", "Bruten", "Holds", "Weak", "Broken"];
        let known = rows.iter().flatten().filter(|text| words.contains(&text.as_str())).count();
        for svg in drawings {
            // Each word stands once in the key.
            assert_eq!(svg.matches("<use").count(), known + 3, "{path}");
        }
    }
}

/// Every sentence that counts, for none, one, two, several and all, as people read it.
#[test]
fn sentences_that_count_are_right_for_none_one_several_and_all() {
    let count = |n: u32| Arg::from(n);
    let mut out = String::new();
    for language in Language::all() {
        let words = Words::new(language);
        let mut say = |key: &str, args: &[(&str, Arg)]| {
            let text = words.fill(key, args);
            // Nothing is said twice, and no placeholder is left.
            assert!(!text.contains("  ") && !text.contains('{'), "{text}");
            writeln!(out, "{text}").unwrap();
        };
        let states = words.keys().iter().filter(|key| key.starts_with("states-all-"));
        for (key, total) in states.flat_map(|key| [(key, 2), (key, 3)]) {
            say(key, &[("total", count(total))]);
        }
        for (n, total) in [(0, 0), (0, 1), (1, 1), (0, 2), (1, 2), (2, 2), (3, 3)] {
            let args = [("n", count(n)), ("total", count(total)), ("way", "open".into()), ("period", "T2".into())];
            say("activities-done", &args[..2]);
            // There is nothing to say where there is no initiative and no report.
            if total == 0 {
                continue;
            }
            say("roles-lead", &[("owned", count(n)), ("mandated", count(n)), ("total", count(total))]);
            say("reports-in", &[args[0].clone(), args[1].clone(), args[3].clone()]);
            say("rate-caption", &args);
        }
        for n in [1, 2, 3] {
            say("pulse-sentence-ended", &[("n", count(n))]);
            say("pulse-sentence-all", &[("total", count(n))]);
            say("pulse-sentence-none", &[("total", count(n))]);
        }
        for (n, total) in [(2, 2), (2, 3), (5, 12), (12, 12)] {
            let args = [("n", count(n)), ("total", count(total))];
            let with = |name: &'static str, text: &str| [args[0].clone(), args[1].clone(), (name, text.into())];
            say("chart-states-none", &args[1..]);
            say("chart-states-one", &with("state", "Risk"));
            say("chart-states-same", &with("state", "Risk"));
            let key = if n == total { "chart-states-every" } else { "chart-states-several" };
            say(key, &with("parts", "…"));
        }
        let leads = ["chart-obstacles", "chart-decisions", "chart-missing", "chart-themes", "chart-insights-periods"];
        for key in leads {
            for (shape, more, total) in [("only", 1, 2), ("only", 0, 9), ("equal", 0, 8), ("tie", 1, 9), ("top", 7, 9)]
            {
                // A report that is missing is at least a day late.
                let days = if key == "chart-missing" { more.max(1) } else { more };
                say(
                    key,
                    &[
                        ("shape", shape.into()),
                        ("names", "a, b".into()),
                        ("n", count(2)),
                        ("total", count(total)),
                        ("days", count(days)),
                        ("overdue", count(more)),
                        ("unanswered", count(more)),
                    ],
                );
            }
        }
        for (share, n, days) in [("none", 0, 0), ("some", 1, 1), ("some", 2, 80), ("all", 5, 80)] {
            say("chart-ages", &[("share", share.into()), ("n", count(n)), ("total", count(5)), ("days", count(days))]);
        }
        for (shape, total) in [("none", 1), ("none", 9), ("equal", 9), ("tie", 9), ("top", 9), ("single", 1)] {
            let args = [("shape", shape.into()), ("names", "a".into()), ("n", count(2)), ("total", count(total))];
            say("chart-chains", &args);
        }
        for key in ["chart-goals-units", "chart-unit-goals"] {
            for (share, n, total) in
                [("none", 0, 1), ("none", 0, 9), ("some", 1, 9), ("some", 2, 9), ("all", 1, 1), ("all", 9, 9)]
            {
                // A unit without goals has no such figure.
                if key == "chart-goals-units" || share != "none" {
                    say(key, &[("share", share.into()), ("n", count(n)), ("total", count(total))]);
                }
            }
        }
    }
    expect_file!["expected/bars.txt"].assert_eq(&out);
}
