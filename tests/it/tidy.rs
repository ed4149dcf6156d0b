//! Keeps the house: what `src/lib.rs` and the house style promise, read from the files themselves.

use std::collections::BTreeSet;
use std::path::Path;

use framdrift::diag::RULES;
use framdrift::words::{Language, Words};

/// A library that is named in one place only, so that it can be swapped there: its name in the code, and the paths
/// below `src/` that may name it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("ammonia", &["pages/prose", "pages/safe"]),
    ("annotate_snippets", &["cli/human.rs"]),
    ("anstream", &["cli/terminal.rs"]),
    ("anstyle", &["cli/terminal.rs"]),
    ("calamine", &["compose/workbook/read.rs"]),
    ("clap", &["cli/arguments.rs"]),
    ("clap_complete", &["cli/arguments.rs"]),
    ("clap_mangen", &["cli/arguments.rs"]),
    ("ureq", &["fetch/client.rs"]),
    ("zip", &["publish/archive.rs", "compose/workbook/read.rs"]),
    (
        "csv",
        &["source/observations.rs", "pages/open/separated.rs", "compose/kolada.rs", "compose/workbook/separated.rs"],
    ),
    ("fixed_decimal", &["words/formats.rs"]),
    ("fluent_bundle", &["words/mod.rs"]),
    ("form_urlencoded", &["serve/desk.rs", "forms/page.rs"]),
    ("getrandom", &["cli/editing.rs"]),
    (
        "html5ever",
        &[
            // Raw HTML in a text is screened; it is read as a browser reads it, or the screen has holes.
            "source/html.rs",
            // What a text became is compared with what was expected, however it is spelt.
            "pages/prose/commonmark.rs",
            "pages/prose/hostile.rs",
        ],
    ),
    ("hyper", &["serve/http.rs"]),
    ("hyper_util", &["serve/http.rs"]),
    ("html5gum", &["audit/page.rs"]),
    ("icu_calendar", &["words/formats.rs"]),
    ("icu_collator", &["words/formats.rs"]),
    ("icu_datetime", &["words/formats.rs"]),
    ("icu_decimal", &["words/formats.rs"]),
    ("icu_locale_core", &["words/formats.rs"]),
    ("icu_normalizer", &["search/"]),
    ("include_dir", &["render/"]),
    ("indicatif", &["cli/progress.rs"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["serve/watch.rs"]),
    ("plotters", &["charts/canvas.rs"]),
    ("plotters_backend", &["charts/canvas.rs", "charts/card.rs"]),
    ("plotters_bitmap", &["charts/card.rs"]),
    ("png", &["charts/card.rs"]),
    ("pulldown_cmark", &["source/markdown"]),
    ("rust_xlsxwriter", &["pages/open/workbook.rs", "compose/workbook/write.rs"]),
    (
        "roxmltree",
        &[
            "check/uploads.rs",
            // What was drawn is read again.
            "charts/properties.rs",
            "charts/sheet.rs",
        ],
    ),
    ("rust_stemmers", &["search/"]),
    ("rustix", &["publish/", "serve/watch.rs"]),
    ("saphyr_parser", &["source/yaml.rs"]),
    ("serde_yaml", &["source/yaml.rs", "compose/cms.rs"]),
    ("sha2", &["record/mod.rs"]),
    ("tempfile", &["publish/"]),
    ("tera", &["render/", "forms/page.rs"]),
    ("tokio", &["serve/http.rs"]),
];

/// A file of code: its path below the repository and its text.
struct Code {
    path: String,
    text: String,
}

impl Code {
    /// The path below `src/`.
    fn in_src(&self) -> Option<&str> {
        self.path.strip_prefix("src/")
    }

    /// The comment that the file opens with.
    fn head(&self) -> String {
        self.text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n")
    }
}

#[expect(clippy::disallowed_methods, reason = "a tidy test reads the code")]
fn read(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

/// Folders that hold what others made: installed packages, and what was built.
const NOT_OURS: &[&str] = &["node_modules", "output", "target"];

/// Every file of ours below the given folders that holds text, this one excepted: it names what it looks for.
fn texts(folders: &[&str]) -> Vec<Code> {
    folders
        .iter()
        .flat_map(|folder| super::files_below(&super::root().join(folder)))
        .filter_map(|path| {
            let name = path.strip_prefix(super::root()).ok()?.to_str()?.replace('\\', "/");
            if name.split('/').any(|part| NOT_OURS.contains(&part)) {
                return None;
            }
            let (path, text) = (name, read(&path)?);
            (path != "tests/it/tidy.rs").then_some(Code { path, text })
        })
        .collect()
}

/// Every file of Rust.
fn code() -> Vec<Code> {
    texts(&["src", "tests/it"]).into_iter().filter(|code| has_ending(&code.path, "rs")).collect()
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == ending)
}

/// The stages, in the order of the pipeline.
fn stages() -> Vec<String> {
    let lib = read(&super::root().join("src/lib.rs")).expect("the library has a root");
    let stages: Vec<String> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod ")))
        .filter_map(|rest| rest.strip_suffix(';').map(str::to_owned))
        .collect();
    assert!(stages.len() > 5, "src/lib.rs lists the stages: {stages:?}");
    stages
}

/// What follows each `needle` in `text` that no letter stands before, as far as a name goes, with its line's number.
fn names_after<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    text.lines().enumerate().flat_map(move |(n, line)| {
        line.match_indices(needle).filter_map(move |(at, _)| {
            let before = line.get(..at)?.chars().next_back();
            let rest = line.get(at + needle.len()..)?;
            let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
            (!before.is_some_and(is_letter)).then_some((n + 1, rest.get(..end)?))
        })
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn assert_none(problems: &[String], what: &str) {
    assert!(problems.is_empty(), "{what}:\n  {}", problems.join("\n  "));
}

#[test]
fn a_stage_uses_only_what_stands_above_it() {
    let stages = stages();
    let place = |name: &str| stages.iter().position(|stage| stage == name);
    let mut problems = Vec::new();
    for code in code() {
        let Some(path) = code.in_src() else { continue };
        let own = path.split('/').next().unwrap_or_default();
        let own = own.strip_suffix(".rs").unwrap_or(own);
        let Some(own_place) = place(own) else {
            if !matches!(path, "lib.rs" | "main.rs") {
                problems.push(format!("src/{path}: {own} is no stage of src/lib.rs"));
            }
            continue;
        };
        for (line, name) in names_after(&code.text, "crate::") {
            let is_fine = match place(name) {
                Some(place) => place <= own_place,
                // What lib.rs itself holds is the pipeline; only the last stage calls it.
                None => own_place + 1 == stages.len() && !name.is_empty(),
            };
            if !is_fine {
                problems.push(format!("src/{path}:{line}: {own} uses crate::{name}"));
            }
        }
        for (line, _) in names_after(&code.text, "framdrift::") {
            problems.push(format!("src/{path}:{line}: the library calls itself by its name; write crate::"));
        }
    }
    assert_none(&problems, "the mod lines of src/lib.rs are the import rule");
}

#[test]
fn a_library_is_named_in_one_place() {
    let mut problems = Vec::new();
    for code in code() {
        let Some(path) = code.in_src() else { continue };
        for (library, places) in LIBRARIES {
            if places.iter().any(|place| path.starts_with(place)) {
                continue;
            }
            let used = names_after(&code.text, &format!("{library}::")).next().map(|(line, _)| line);
            if let Some(line) = used {
                problems.push(format!("src/{path}:{line}: {library} belongs in {}", places.join(" or ")));
            }
        }
    }
    assert_none(&problems, "a big library is named in one file, so that it can be swapped there");
}

#[test]
fn every_file_says_what_it_is() {
    let problems: Vec<String> =
        code().iter().filter(|code| !code.text.starts_with("//! ")).map(|code| code.path.clone()).collect();
    assert_none(&problems, "these files do not open with //!");
}

#[test]
fn a_file_is_short_or_says_why_not() {
    let problems: Vec<String> = code()
        .iter()
        .filter(|code| code.text.lines().count() > 800 && !code.head().contains("Long because"))
        .map(|code| format!("{}: {} lines", code.path, code.text.lines().count()))
        .collect();
    assert_none(&problems, "over 800 lines: split, or say \"Long because …\" in the comment that opens the file");
}

#[test]
fn nothing_is_silenced_skipped_or_waited_for() {
    let forbidden = ["#[ignore", "#[should_panic", "thread::sleep", "#[allow(", "#![allow(", "todo!(", "dbg!("];
    let mut problems = Vec::new();
    for code in code() {
        for (n, line) in code.text.lines().enumerate() {
            for needle in forbidden.iter().filter(|needle| line.contains(**needle)) {
                problems.push(format!("{}:{}: {needle}", code.path, n + 1));
            }
        }
        for (at, _) in code.text.match_indices("[expect(") {
            let attribute = code.text.get(at..).and_then(|rest| rest.split(")]").next()).unwrap_or_default();
            if !attribute.contains("reason =") {
                problems.push(format!("{}: {attribute} has no reason", code.path));
            }
        }
    }
    assert_none(&problems, "silence a lint by #[expect(…, reason = …)] only, and let every test run");
}

#[test]
fn every_rule_has_its_texts() {
    let mut problems = Vec::new();
    for language in Language::all() {
        let words = Words::new(language);
        for rule in RULES {
            for key in ["", ".help", ".summary", ".explain"].map(|attribute| format!("{}{attribute}", rule.code)) {
                if !words.has(&key) {
                    problems.push(format!("{language:?} {key}"));
                }
            }
        }
    }
    assert_none(&problems, "these texts are missing in src/words/*/diagnostics.ftl");
}

/// The keys of the catalogues that speak on pages: all but the messages and the terminal's words.
fn page_keys() -> BTreeSet<String> {
    let catalogues = texts(&["src/words/sv"]);
    let catalogues = catalogues.iter().filter(|own| has_ending(&own.path, "ftl"));
    let of_pages = catalogues.filter(|own| !own.path.ends_with("/diagnostics.ftl") && !own.path.ends_with("/cli.ftl"));
    let keys: BTreeSet<String> = of_pages
        .flat_map(|own| own.text.lines())
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .filter(|key| key.starts_with(char::is_alphabetic) && key.chars().all(|c| is_letter(c) || c == '-'))
        .collect();
    assert!(keys.len() > 100, "the catalogues have keys: {keys:?}");
    keys
}

/// The words that the built-in theme's templates ask for, as `words.x` names them, with their places.
fn template_words() -> Vec<(String, String)> {
    let templates = texts(&["themes/default", "src/forms"]);
    let words = templates.iter().filter(|own| has_ending(&own.path, "html")).flat_map(|own| {
        names_after(&own.text, "words.").map(|(line, name)| (name.to_owned(), format!("{}:{line}", own.path)))
    });
    words.collect()
}

/// What stands before the parenthesis that closes, or before `end` outside of all others.
fn argument(text: &str, end: Option<char>) -> &str {
    let mut depth = 0usize;
    let at = text.find(|c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => depth -= 1,
            ')' => return true,
            _ => {}
        }
        depth == 0 && Some(c) == end
    });
    text.get(..at.unwrap_or(0)).unwrap_or_default()
}

/// The text literals of a file, and where in it each ends. Good enough for our own code: no raw strings, and a quote in
/// a character literal is escaped.
fn literals(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(open) = text.get(rest..).and_then(|own| own.find('"')).map(|at| rest + at) {
        let body = text.get(open + 1..).unwrap_or_default();
        let mut escaped = false;
        let end = body.find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let Some(end) = end else { break };
        found.push((open, body.get(..end).unwrap_or_default()));
        rest = open + end + 2;
    }
    found
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let mut problems = Vec::new();
    let asked = template_words();
    // Calls whose first argument is a key, and one that also takes a list of keys.
    let calls = ["word(", "say(", "fact(", "facts_of(", "table("];
    let code: Vec<Code> = texts(&["src/pages"]).into_iter().filter(|own| has_ending(&own.path, "rs")).collect();
    for language in Language::all() {
        let words = Words::new(language);
        let plain = words.plain();
        for (word, place) in asked.iter().filter(|(word, _)| !plain.contains_key(word)) {
            problems.push(format!("{place}: {language:?} has no words.{word}"));
        }
        for own in &code {
            for call in calls {
                for (at, _) in own.text.match_indices(&format!("self.{call}")) {
                    let rest = own.text.get(at + "self.".len() + call.len()..).unwrap_or_default();
                    // Of what follows: the first argument, of a table all of them.
                    let first = if call == "table(" { None } else { Some(',') };
                    let arguments = argument(rest, first);
                    // Of a table: its caption, its columns, and those of them that hold numbers.
                    for (_, key) in literals(arguments).iter().filter(|_| !arguments.contains("format!")) {
                        if !words.has(key) {
                            problems.push(format!("{}: {language:?} has no {key} ({call}…)", own.path));
                        }
                    }
                }
            }
        }
    }
    assert_none(&problems, "these words are asked for but stand in no catalogue");
}

#[test]
fn every_word_of_the_site_is_used() {
    let code: Vec<Code> = texts(&["src"]).into_iter().filter(|own| has_ending(&own.path, "rs")).collect();
    let literals: BTreeSet<&str> =
        code.iter().flat_map(|own| literals(&own.text)).map(|(_, literal)| literal).collect();
    // "state-{key}" is every key that begins and ends so; a choice's name follows its prefix.
    let open: Vec<(&str, &str)> = literals
        .iter()
        .filter_map(|literal| {
            let (start, rest) = literal.split_once('{')?;
            let (_, end) = rest.split_once('}')?;
            let is_key = start.len() > 3 && start.ends_with('-') && start.chars().all(|c| is_letter(c) || c == '-');
            is_key.then(|| (start, end.split('.').next().unwrap_or_default()))
        })
        .collect();
    let prefixes: BTreeSet<&str> = code
        .iter()
        .flat_map(|own| own.text.match_indices("choice(").map(|(at, call)| own.text.get(at + call.len()..)))
        .filter_map(|rest| rest?.trim_start().strip_prefix('"')?.split('"').next())
        .collect();
    let in_templates: BTreeSet<String> = template_words().into_iter().map(|(word, _)| word).collect();
    let catalogues: String = texts(&["src/words/sv"]).into_iter().map(|own| own.text).collect();
    let problems: Vec<String> = page_keys()
        .into_iter()
        .filter(|key| {
            let begins = |prefix: &&str| key.strip_prefix(*prefix).is_some_and(|rest| rest.starts_with('-'));
            !literals.iter().any(|own| own.split('.').next() == Some(key))
                && !in_templates.contains(&key.replace('-', "_"))
                && !open.iter().any(|(start, end)| key.starts_with(start) && key.ends_with(end))
                && !prefixes.iter().any(begins)
                && !catalogues.contains(&format!("{{ {key} }}"))
        })
        .collect();
    assert_none(&problems, "these words of src/words/ are used nowhere: take them out in every language");
}

#[test]
fn a_heading_never_has_an_id_of_the_theme() {
    // An id that is made of something, one that no heading can get, for it has an underscore, and the theme's pages without
    // a text of the plan's are no danger.
    let made = |id: &str| id.contains(['{', '_']) || id.is_empty();
    let without_text = ["listing.html", "roles.html", "calculation.html", "pulse.html", "start.html", "statement.html"];
    let taken = read(&super::root().join("src/source/markdown.rs")).expect("the reader of texts is there");
    let taken = taken.split_once("const TAKEN").and_then(|(_, rest)| rest.split(';').next().map(str::to_owned));
    let taken = taken.expect("it says which ids are taken");
    let mut problems = Vec::new();
    for own in texts(&["themes/default"]).iter().filter(|own| has_ending(&own.path, "html")) {
        if without_text.iter().any(|page| own.path.ends_with(page)) {
            continue;
        }
        for (at, _) in own.text.match_indices(" id=\"") {
            let id = own.text.get(at + 5..).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            if !made(id) && !taken.contains(&format!("\"{id}\"")) {
                problems.push(format!("{}: {id}", own.path));
            }
        }
    }
    assert_none(
        &problems,
        "a heading may get these ids of the built-in theme: add them to TAKEN in source/markdown.rs",
    );
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let homes = ["/home/", "/root/", "/Users/", "/tmp/", "C:\\Users"];
    let mut problems = Vec::new();
    for code in texts(&["src", "tests/it", "tests/rules", "themes", ".github", ".ci"]) {
        for (n, line) in code.text.lines().enumerate() {
            let is_path = |home: &&str| {
                // Within an address of the web it is no path of ours.
                line.match_indices(*home)
                    .any(|(at, _)| !line.get(..at).is_some_and(|before| before.ends_with(is_letter)))
            };
            for home in homes.iter().filter(|home| is_path(home)) {
                problems.push(format!("{}:{}: {home}", code.path, n + 1));
            }
        }
    }
    assert_none(&problems, "absolute paths");
}
