//! Every kind of page through the default theme, and what a plan's own theme may do wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{DEFAULT_THEME, Input, Press, file_of, fixture};
use crate::diag::{Diagnostics, Level};
use crate::files::Files;
use crate::pages::brand;

/// The site that the fixture makes with these files of the plan's and this theme, or what was reported.
fn site(files: &[(&str, &str)], theme: &str) -> (Option<BTreeMap<String, Vec<u8>>>, Vec<String>) {
    let files = Files::from_memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    let mut diagnostics = Diagnostics::new();
    let made = (|| {
        let input = Input { theme, palette: &brand::palette(Some("#1f4e4a")), files: &files };
        let press = Press::new(input, &fixture::sites(), &Arc::new(fixture::words()), None, &mut diagnostics)?;
        let pages = fixture::pages();
        let filled: Vec<_> = pages.iter().map(|page| (page.address.as_str(), press.fill(page.clone()))).collect();
        let unfilled = filled.iter().filter_map(|(address, text)| Some((*address, text.as_ref().err()?)));
        press.report(unfilled, &mut diagnostics)?;
        let given = press.files().into_iter().map(|(path, bytes)| (path, bytes.into_owned()));
        let mut site: BTreeMap<String, Vec<u8>> = given.collect();
        site.extend(filled.into_iter().filter_map(|(address, text)| Some((file_of(address), text.ok()?.into_bytes()))));
        Ok::<_, crate::diag::Rejected>(site)
    })();
    assert_eq!(made.is_err(), diagnostics.count(Level::Error) > 0);
    let told = diagnostics
        .sorted(&files)
        .into_iter()
        .map(|diagnostic| {
            let place = diagnostic.span.map(|span| {
                let position = files.position(span);
                format!(" {}:{}:{}", files.get(span.file).path, position.line, position.column)
            });
            for words in fixture::words().values() {
                diagnostic.help(words);
            }
            let message = diagnostic.message(&fixture::words()["en"]);
            format!("{}{} {message}", diagnostic.rule.code, place.unwrap_or_default())
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
        // Linked data is no script: no browser runs it. A script is a file of the site's, and only where it is allowed.
        let scripts = page.matches("<script").count() - page.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(
            page.matches("assets/list.js\" defer>").count() + page.matches("assets/search.js\" defer>").count(),
            scripts
        );
        assert_eq!(page.contains("script-src 'self'"), scripts > 0, "{path}");
        assert!(!page.contains("style=\"") && !page.contains("<style"), "{path}");
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

/// Leaves the pages in `target/theme/` to be looked at: `FRAMDRIFT_KEEP=1 cargo test render::tests`.
fn keep(site: &BTreeMap<String, Vec<u8>>) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/theme");
    for (path, bytes) in site {
        let target = root.join(path);
        std::fs::create_dir_all(target.parent().expect("below the root")).expect("target can be written");
        let mut file = std::fs::File::create(target).expect("target can be written");
        std::io::Write::write_all(&mut file, bytes).expect("target can be written");
    }
}

#[test]
fn a_theme_changes_one_block_and_keeps_the_rest() {
    let (made, told) = site(
        &[
            ("content/static/bilder/vapen.svg", "<svg/>"),
            ("themes/mine/README.md", "For people only."),
            ("themes/mine/assets/extra.css", "p { margin: 0 }"),
            (
                "themes/mine/base.html",
                "{% extends \"default/base.html\" %}{% block footer %}{% include \"own.html\" %}{% endblock %}",
            ),
            ("themes/mine/own.html", "<footer>Eget: {{ site.organisation.text }} & co</footer>"),
            ("themes/mine/components/own.html", "{% component missing(text) %}<em>{{ text }}!</em>{% endcomponent %}"),
        ],
        "mine",
    );
    assert_eq!(told, Vec::<String>::new());
    let made = made.expect("nothing was reported");
    let page = text(&made, "initiativ/mina-sidor/index.html");
    assert!(page.contains("<footer>Eget: Ängslunda kommun & co</footer>"));
    assert!(page.contains("<em>Uppgift saknas!</em>"), "a theme may replace a single component");
    assert!(page.contains("<h1>Mina sidor"));
    assert_eq!(text(&made, "bilder/vapen.svg"), "<svg/>");
    assert!(made.contains_key("assets/extra.css"));
    assert!(text(&made, "assets/style.css").starts_with(":root {\n  --page: "));
}

#[test]
fn a_plan_may_replace_a_file_of_the_default_theme() {
    let (made, told) =
        site(&[("themes/default/free.html", "<p>{{ page.title.text }} <b>{{ page.lang }}</b></p>")], DEFAULT_THEME);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(text(&made.expect("nothing was reported"), "om/index.html"), "<p>Om <b>sv</b></p>");
}

#[test]
fn what_is_wrong_with_a_theme_is_told_with_its_place() {
    let (made, told) = site(
        &[("themes/mine/goal.html", "å\n  {% if page %}"), ("themes/mine/area.html", "{{ page.title.text | shout }")],
        "mine",
    );
    assert!(made.is_none());
    expect_test::expect![[r"
        FD801 themes/mine/area.html:1:28 The template themes/mine/area.html cannot be read. The template language says: Found `}` but expected }}.
        FD801 themes/mine/goal.html:2:14 The template themes/mine/goal.html cannot be read. The template language says: Unexpected end of input"]]
    .assert_eq(&told.join("\n"));

    let (made, told) = site(&[("themes/mine/goal.html", "{{ <nix /> }}\n{{ 1 | shout }}")], "mine");
    assert!(made.is_none());
    expect_test::expect![[r"
        FD801 themes/mine/goal.html:1:4 The template themes/mine/goal.html cannot be read. The template language says: Unknown component `nix`
        FD801 themes/mine/goal.html:2:8 The template themes/mine/goal.html cannot be read. The template language says: Unknown filter `shout`"]]
    .assert_eq(&told.join("\n"));

    let (made, told) = site(
        &[
            ("themes/mine/goal.html", "<p>{{ page.content.sumary }}</p>"),
            ("themes/mine/unit.html", "{{ <mark mark={page.nothing} /> }}"),
        ],
        "mine",
    );
    assert!(made.is_none());
    expect_test::expect![[r"
        FD802 themes/mine/goal.html:1:20 2 pages could not be made, for example /mal/svar-direkt/, with the template themes/mine/goal.html. The template language says: Field `sumary` is not defined. Available fields: assessments, body, chains, delivery, facts, figures, initiatives, kind, outcome, subgoals, summary
        FD802 themes/mine/unit.html:1:4 2 pages could not be made, for example /enhet/kommunstyrelsen/, with the template themes/default/components/marks.html. The template language says: Variable `mark` exists but its value is undefined"]].assert_eq(&told.join("\n"));
}

#[test]
fn a_theme_or_a_file_of_it_that_nobody_knows() {
    let (made, told) = site(&[("themes/mine/assets/a.css", "")], "mien");
    assert!(made.is_none());
    expect_test::expect!["FD803 There is no theme “mien”."].assert_eq(&told.join("\n"));

    let (made, told) = site(&[("themes/mine/initative.html", "<p></p>"), ("themes/mine/stil.css", "")], "mine");
    assert!(made.is_some());
    expect_test::expect![[r"
        FD804 themes/mine/initative.html:1:1 The file “initative.html” of the theme is not used.
        FD804 themes/mine/stil.css:1:1 The file “stil.css” of the theme is not used."]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn every_word_of_the_theme_is_used() {
    fn texts(dir: &include_dir::Dir<'_>) -> String {
        let own = dir.files().filter_map(|file| file.contents_utf8());
        own.map(str::to_owned).chain(dir.dirs().map(texts)).collect()
    }
    let templates = texts(&super::theme::CARRIED);
    let words = &fixture::words()["sv"];
    let idle: Vec<&String> = words
        .keys()
        .iter()
        .filter(|key| key.starts_with("theme-") && !templates.contains(&format!("words.{} }}", key.replace('-', "_"))))
        .filter(|key| !templates.contains(&format!("words.{}}}", key.replace('-', "_"))))
        .collect();
    assert!(idle.is_empty(), "no template says {idle:?}");
}
