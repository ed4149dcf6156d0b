//! Every kind of page through the default theme, and what a plan's own theme may do wrong.

use std::collections::BTreeMap;

use super::{DEFAULT_THEME, Input, fixture, render};
use crate::diag::{Diagnostics, Level};
use crate::files::Files;
use crate::pages::brand;

/// The site that the fixture makes with these files of the plan's and this theme, or what was reported.
fn site(files: &[(&str, &str)], theme: &str) -> (Option<BTreeMap<String, Vec<u8>>>, Vec<String>) {
    let files = Files::from_memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    let mut diagnostics = Diagnostics::new();
    let made = render(
        &Input {
            pages: &fixture::pages(),
            sites: &fixture::sites(),
            words: &fixture::words(),
            theme,
            palette: &brand::palette(Some("#1f4e4a")),
            files: &files,
        },
        &mut diagnostics,
    );
    assert_eq!(made.is_err(), diagnostics.count(Level::Error) > 0);
    let told = diagnostics
        .sorted(&files)
        .into_iter()
        .map(|diagnostic| {
            let place = diagnostic.span.map(|span| {
                let position = files.position(span);
                format!(" {}:{}:{}", files.get(span.file).path, position.line, position.column)
            });
            let filled: Vec<String> = diagnostic.fills.iter().map(|(name, fill)| format!("{name}={fill:?}")).collect();
            format!("{}{} {}", diagnostic.rule.code, place.unwrap_or_default(), filled.join(" "))
        })
        .collect();
    (made.ok(), told)
}

fn text(site: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(site[path].clone()).expect("pages are UTF-8")
}

#[test]
fn every_kind_of_page_full_and_bare() {
    let (made, told) = site(&[], DEFAULT_THEME);
    assert_eq!(told, Vec::<String>::new());
    let made = made.expect("nothing was reported");
    if option_env!("FRAMDRIFT_KEEP").is_some() {
        keep(&made);
    }
    let pages: Vec<&String> = made.keys().filter(|path| !path.starts_with("assets/")).collect();
    assert_eq!(pages.len(), fixture::pages().len());
    for path in pages {
        let page = text(&made, path);
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert!(page.starts_with("<!doctype html>\n"), "{path}");
        assert!(!page.contains("style=\"") && !page.contains("<script") && !page.contains("<style"), "{path}");
        for line in page.split('\n').rev().skip(1) {
            assert!(!line.trim().is_empty(), "{path} has a blank line");
        }
        assert_levels(path, &page);
        for id in used_symbols(&page) {
            assert!(page.contains(&format!("<symbol id=\"{id}\"")), "{path} lacks {id}");
        }
    }
}

/// Headings go down one level at a time.
fn assert_levels(path: &str, page: &str) {
    let mut before = 0;
    for part in page.split("<h").skip(1) {
        let Some(level) = part.chars().next().and_then(|c| c.to_digit(10)) else { continue };
        assert!(level <= before + 1, "{path}: h{level} after h{before}");
        before = level;
    }
}

fn used_symbols(page: &str) -> Vec<&str> {
    page.split("<use href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Leaves the pages in `target/theme/` to be looked at.
fn keep(site: &BTreeMap<String, Vec<u8>>) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/theme");
    for (path, bytes) in site {
        let target = root.join(path);
        std::fs::create_dir_all(target.parent().expect("below the root")).expect("target can be written");
        let mut file = std::fs::File::create(target).expect("target can be written");
        std::io::Write::write_all(&mut file, bytes).expect("target can be written");
    }
}
