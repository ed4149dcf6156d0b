//! A plan's folder that is edited and built again and again, as `serve` does it: after any sequence of edits, the site and
//! what is reported are those of a build that remembers nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use framdrift::cli::{Look, Report, human};
use framdrift::diag::Diagnostics;
use framdrift::files::{self, Files, Folder};
use framdrift::observe::Unobserved;
use framdrift::queue::Queue;
use framdrift::words::{Language, Words};
use framdrift::{Audience, Clock, Made, Making, Memo, Options, accept};
use proptest::prelude::*;

/// Files that are edited, each with what may stand in it: sound, other, and broken.
const EDITED: &[(&str, &[&str])] = &[
    (
        "content/goals/trygg-skola.md",
        &[
            "---\ntitel: Skolan är trygg\nbeslut: kf-2024-plan\n---\nText.\n",
            "---\ntitel: Skolan är lugn\nalias: [trygghet]\n---\n## Därför\nText med [en sida](page:sida).\n",
            "---\ntitel: [\n---\n",
        ],
    ),
    (
        "content/goals/rent-vatten.md",
        &["---\ntitel: Rent vatten\n---\n", "---\ntitel: Renare vatten\nutkast: ja\n---\n"],
    ),
    (
        "content/decisions/kf-2024-plan.md",
        &[
            "---\ntitel: Planen antas\norgan: kommunstyrelsen\ndatum: 2024-03-04\n---\n",
            "---\ntitel: Planen antas igen\norgan: kommunstyrelsen\ndatum: 2024-05-06\n---\n",
        ],
    ),
    (
        "content/initiatives/skolgardar.md",
        &[
            "---\ntitel: Lugnare skolgårdar\nmål: [trygg-skola]\nansvarig: it-chef\nuppdragsgivare: skolchef\nstart: 2025-01\n---\n",
            "---\ntitel: Lugna skolgårdar\nmål: [rent-vatten]\nansvarig: skolchef\nuppdragsgivare: kommundirektor\nstart: 2025-02\n---\n",
            // The same but for its texts.
            "---\ntitel: Lugnare gårdar\nmål: [trygg-skola]\nansvarig: it-chef\nuppdragsgivare: skolchef\nstart: 2025-01\n---\nMer text.\n",
            "---\ntitel: Lugna\nmål: [finns-inte]\n---\n",
        ],
    ),
    (
        "content/reports/2025-T1/skolgardar.md",
        &[
            "---\nav: it-chef\ndatum: 2025-05-12\nbedömning: enligt-plan\nnästa_steg: Prata med eleverna.\n---\nTre skolgårdar är klara.\n",
            "---\nav: ingen\n---\n",
        ],
    ),
    (
        "content/pages/sida.md",
        &[
            "---\ntitel: Sida\n---\nSe [målet](goal:trygg-skola).\n",
            "---\ntitel: Andra sidan\nutkast: ja\n---\n![Bild](bild.txt)\n",
            "---\ntitel: Sida\n---\n## Rubrik\n\n[Hit](#rubrik) och [dit](#nej).\n",
        ],
    ),
    (
        "content/indicators/svarstid.md",
        &[
            "---\ntitel: Svarstid\nenhet: dagar\nriktning: upp\nutgångsläge: {datum: 2024, värde: 0.0}\nmålvärden: [{datum: 2027, värde: 9}]\n---\n",
            "---\ntitel: Svarstid\nenhet: dagar\nriktning: upp\nutgångsläge: {datum: 2024, värde: -0.0}\nmålvärden: [{datum: 2027, värde: 9}]\n---\n",
            "---\ntitel: Svarstider\nenhet: dygn\nriktning: ner\nutgångsläge: {datum: 2024, värde: 4}\nmålvärden: [{datum: 2027, värde: 2}]\n---\n",
        ],
    ),
    ("content/indicators/svarstid.csv", &["datum,värde\n2025,3\n", "datum,värde\n2025,3\n2026-05,5\n", "datum,tal\n"]),
    ("content/static/bild.txt", &["en", "två"]),
    // Pictures of two sizes, as far as is looked at.
    ("content/static/bild.gif", &["GIF89a\u{5}\0\u{6}\0\0\0\0", "GIF89a\u{7}\0\u{8}\0\0\0\0"]),
    (
        "content/pages/bilder.md",
        &["---\ntitel: Bilder\n---\n![Bild](bild.gif)\n", "---\ntitel: Bilder\n---\nRing 0456-781 23.\n"],
    ),
    (
        "content/plan.yaml",
        &[
            include_str!("../rules/base/plan.yaml"),
            concat!(include_str!("../rules/base/plan.yaml"), "språkversioner: [en]\n"),
            concat!(include_str!("../rules/base/plan.yaml"), "benämningar:\n  goals: Stjärnor\n"),
        ],
    ),
    (
        "content/organisation.yaml",
        &[
            include_str!("../rules/base/organisation.yaml"),
            concat!(include_str!("../rules/base/organisation.yaml"), "# Växeln: 0456-781 23\n"),
        ],
    ),
    ("themes/default/assets/style.css", &["body { color: black }", "body { color: navy }"]),
    (
        "themes/default/free.html",
        &[
            "<!doctype html><html lang=sv><title>{{ page.title.text }}</title><h1>Egen</h1>",
            "{% if %}",
            "{{ page.nothing.at.all }}",
        ],
    ),
];

const BASE: [(&str, &str); 1] = [("content/accessibility.yaml", include_str!("../rules/base/accessibility.yaml"))];

const TRANSLATION: &str = "content/goals/trygg-skola.en.md";

/// What somebody does in the folder.
#[derive(Clone, Debug)]
enum Edit {
    /// Writes a file: which one, and what.
    Write(usize, usize),
    Delete(usize),
    /// Gives a file another name, which moves the numbers of those behind it.
    Rename(usize, &'static str),
    /// Writes a translation of a goal.
    Translate(&'static str),
    /// Takes everything back to the beginning, as git does.
    Restore,
}

fn edit() -> impl Strategy<Value = Edit> {
    let which = 0..EDITED.len();
    prop_oneof![
        6 => (which.clone(), 0..4_usize).prop_map(|(file, text)| Edit::Write(file, text)),
        2 => which.clone().prop_map(Edit::Delete),
        2 => (which, prop_oneof![Just("a"), Just("zz")]).prop_map(|(file, name)| Edit::Rename(file, name)),
        1 => Just(Edit::Translate("---\ntitel: Safe schools\n---\nWhy? [See](page:sida).\n")),
        1 => Just(Edit::Translate("---\ntitel: Calm schools\n---\n")),
        1 => Just(Edit::Restore),
    ]
}

fn begin(root: &Path) {
    for folder in ["content", "themes"] {
        // It is not there the first time.
        let _ = fs::remove_dir_all(root.join(folder));
    }
    for (path, text) in BASE.into_iter().chain(EDITED.iter().map(|(path, texts)| (*path, texts[0]))) {
        if !path.starts_with("themes/") {
            put(root, path, text);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "an editor writes its files")]
fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

impl Edit {
    /// The paths that the system says something of, when it says something of each file; `None`: it may be any.
    fn told(&self) -> Option<Vec<&'static str>> {
        match *self {
            Self::Write(file, _) | Self::Delete(file) => Some(vec![EDITED[file].0]),
            Self::Translate(_) => Some(vec![TRANSLATION]),
            Self::Rename(..) | Self::Restore => None,
        }
    }

    fn make(&self, root: &Path) {
        match *self {
            Self::Write(file, text) => put(root, EDITED[file].0, EDITED[file].1[text % EDITED[file].1.len()]),
            // What is not there is deleted or renamed without effect.
            Self::Delete(file) => drop(fs::remove_file(root.join(EDITED[file].0))),
            Self::Rename(file, name) => {
                let path = root.join(EDITED[file].0);
                let ending = path.extension().unwrap().to_str().unwrap();
                drop(fs::rename(&path, path.with_file_name(format!("{name}.{ending}"))));
            }
            Self::Translate(text) => put(root, TRANSLATION, text),
            Self::Restore => begin(root),
        }
    }
}

/// What a site is made of and what is told of it: the files when it could be made, and the report.
type Result = (Option<BTreeMap<String, Vec<u8>>>, String);

/// What goes from one build to the next.
#[derive(Default)]
struct Again {
    memo: Memo,
    /// The pages of the last site, and the number of the page at each path.
    before: Option<(Queue<Made>, BTreeMap<String, usize>)>,
}

/// Makes the site of these files. It is interrupted after each of `pieces`, and page `wanted` is waited for.
fn make(files: &Files, again: Option<&mut Again>, pieces: &[usize], wanted: usize) -> Result {
    let (mut memo, mut before) = again.map(|Again { memo, before }| (memo, before)).unzip();
    let date = jiff::civil::date(2026, 11, 23);
    let options = Options::at(Clock::Date(date));
    let mut diagnostics = Diagnostics::new();
    let site = (|| {
        let accepted = accept(files, &options, Audience::Editors, memo.as_deref_mut(), &mut diagnostics, &Unobserved)?;
        let making = Making::new(&accepted, files, memo.as_deref_mut(), &mut diagnostics)?;
        let known = before.as_ref().and_then(|before| before.as_ref());
        let known = |path: String| known.and_then(|(pages, numbers)| pages.get(*numbers.get(&path)?));
        let queue = Queue::from_last(making.addresses().len());
        queue.want(wanted);
        for most in pieces {
            // As when it goes on after a change that was refused: with everything got ready anew.
            let making = Making::new(&accepted, files, memo.as_deref_mut(), &mut Diagnostics::new())?;
            let done = AtomicUsize::new(0);
            let count = |_| {
                done.fetch_add(1, Ordering::Relaxed);
            };
            let page = |n| making.page(n, known(making.path(n)), &Unobserved);
            queue.work(page, count, || done.load(Ordering::Relaxed) >= *most);
        }
        assert!(queue.work(|n| making.page(n, known(making.path(n)), &Unobserved), |_| {}, || false));
        let mut site = making.finish(making.data(), &queue, &mut diagnostics)?;
        let numbers: BTreeMap<String, usize> = (0..making.addresses().len()).map(|n| (making.path(n), n)).collect();
        for (path, &n) in &numbers {
            let text = queue.get(n).unwrap().text.as_ref().unwrap();
            site.insert(path.clone(), text.as_bytes().to_vec());
        }
        if let Some(before) = &mut before {
            **before = Some((queue, numbers));
        }
        Ok::<_, framdrift::diag::Rejected>(site)
    })();
    let words = Words::new(Language::SWEDISH);
    (site.ok(), human(&Report::new(&diagnostics, files, &words, ""), Look::Plain))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_site_is_that_of_a_fresh_build(
        edits in prop::collection::vec((prop::collection::vec(edit(), 1..4), prop::collection::vec(0..40_usize, 0..3), 0..60_usize), 1..6),
    ) {
        let place = tempfile::tempdir().unwrap();
        begin(place.path());
        let mut folder = Folder::new(place.path());
        let mut again = Again::default();
        for (edits, pieces, wanted) in [(Vec::new(), Vec::new(), 0)].iter().chain(&edits) {
            for edit in edits {
                edit.make(place.path());
            }
            let told: Option<Vec<_>> = edits.iter().map(Edit::told).collect();
            match told.filter(|told| !told.is_empty()) {
                Some(told) => folder.refresh_at(&told.into_iter().flatten().map(str::to_owned).collect()).unwrap(),
                None => folder.refresh().unwrap(),
            };
            let again = make(folder.files(), Some(&mut again), pieces, *wanted);
            let fresh = make(&files::read(place.path()).unwrap(), None, &[], 0);
            prop_assert_eq!(&again.1, &fresh.1);
            prop_assert_eq!(again.0.as_ref().map(BTreeMap::len), fresh.0.as_ref().map(BTreeMap::len));
            let differ = again.0.iter().flatten().zip(fresh.0.iter().flatten()).find(|(a, b)| a != b);
            prop_assert_eq!(differ.map(|((path, _), _)| path), None);
        }
    }
}

/// The edits of the property are what they say: without one of them the plan is sound, with a broken one it is not.
#[test]
fn the_plan_that_is_edited_is_sound_to_begin_with() {
    let place = tempfile::tempdir().unwrap();
    begin(place.path());
    let (site, report) = make(&files::read(place.path()).unwrap(), None, &[], 0);
    assert!(site.is_some(), "{report}");
    put(place.path(), EDITED[0].0, EDITED[0].1[2]);
    assert!(make(&files::read(place.path()).unwrap(), None, &[], 0).0.is_none());
    begin(place.path());
    put(place.path(), "themes/default/free.html", "{{ page.nothing.at.all }}");
    let (site, report) = make(&files::read(place.path()).unwrap(), None, &[], 0);
    assert!(site.is_none() && report.contains("FD802"), "{report}");
}
