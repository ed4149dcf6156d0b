//! What becomes of the files of a site as they are made, and of the folder when the site can't be.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::observe::{Observer, Unobserved};
use framdrift::pages::Bytes;
use framdrift::record::{Entry, MANIFEST, manifest, record};
use framdrift::{Audience, Clock, Options, Stop, accept, make, rehearse, run};

use super::built::{TINY_FOLDER, TODAY, plan};

fn options() -> Options {
    Options::at(Clock::Date(TODAY.parse().unwrap()))
}

/// The tiny plan with a file of its author's own, which is taken as it is.
fn files() -> Files {
    let mut files = plan(TINY_FOLDER);
    files.push(("content/static/egen/text.txt".to_owned(), b"Egen".to_vec()));
    Files::from_memory(files)
}

#[test]
fn each_file_is_kept_once_and_is_the_same_wherever_it_is_kept() {
    let (files, options) = (files(), options());
    let mut found = Diagnostics::new();
    let held = run(&files, &options, &mut found, &Unobserved).unwrap();
    assert!(held.site.contains_key("egen/text.txt"));

    let kept = Mutex::new(BTreeMap::new());
    let mut again = Diagnostics::new();
    let accepted = accept(&files, &options, Audience::Public, None, &mut again, &Unobserved).unwrap();
    let keep = |path: &str, bytes: Bytes<'_>| {
        let (entry, out) = match bytes {
            Bytes::Written(write) => {
                let mut out = Vec::new();
                (Entry::written(&mut out, write).unwrap(), out)
            }
            whole => {
                let out = whole.into_bytes();
                (Entry::of(&out), out)
            }
        };
        assert_eq!(entry, Entry::of(&out));
        let before = kept.lock().unwrap().insert(path.to_owned(), out);
        before.map_or(Ok(entry), |_| Err(path.to_owned()))
    };
    let made = make(&accepted, &files, &options, keep, &mut again, &Unobserved).unwrap();
    assert_eq!(kept.into_inner().unwrap(), held.site);
    assert_eq!(format!("{again:?}"), format!("{found:?}"));

    // The record of what was kept is that of the site in memory.
    let mut site = held.site;
    record(&mut site, held.date, None, held.reports);
    assert_eq!(manifest(made.site, made.date, None, made.reports), site[MANIFEST]);
    site.remove(MANIFEST);

    let mut seen = Diagnostics::new();
    let nowhere = rehearse(&files, &options, &mut seen, &Unobserved).unwrap();
    assert!(nowhere.site.keys().eq(site.keys()));
    assert_eq!(format!("{seen:?}"), format!("{found:?}"));
}

/// Counts the pages that are made.
#[derive(Default)]
struct Pages(AtomicUsize);

impl Observer for Pages {
    fn piece(&self, name: &str, work: &mut dyn FnMut()) {
        if name.starts_with('/') {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        work();
    }
}

#[test]
fn after_the_first_file_that_can_not_be_kept_no_more_are_made() {
    let (files, options) = (files(), options());
    let mut found = Diagnostics::new();
    let accepted = accept(&files, &options, Audience::Public, None, &mut found, &Unobserved).unwrap();
    let (pages, tried) = (Pages::default(), AtomicUsize::new(0));
    let keep = |path: &str, _: Bytes<'_>| {
        let is_page = path.ends_with("index.html");
        let n = if is_page { tried.fetch_add(1, Ordering::Relaxed) } else { 0 };
        if n < 3 { Ok(()) } else { Err(n) }
    };
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let stopped = one.install(|| make(&accepted, &files, &options, keep, &mut found, &pages));
    assert!(matches!(stopped, Err(Stop::Failed(3))), "the first trouble is told");
    assert_eq!(tried.into_inner(), 4);
    assert!(pages.0.into_inner() < 10, "there are many more");
}

/// Builds a plan; says with what exit code, and what it told.
fn build(folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    command.args(["build", "--date", TODAY, "-q", "--out", "sites/own/output"]).args(more);
    let done = command.current_dir(folder).output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test sets up its content and looks at what was written")]
fn what_is_found_wrong_when_all_pages_are_made_leaves_no_trace() {
    let place = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &[u8]| {
        let path = place.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    for (path, bytes) in plan(TINY_FOLDER) {
        put(&path, &bytes);
    }
    let seen = |folder: &str| {
        let paths = super::files_below(&place.path().join(folder));
        paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect::<BTreeMap<_, _>>()
    };
    // What a template asks for is not known to be lacking before the pages are made.
    let fail = || put("themes/default/free.html", b"{{ page.nothing.at.all }}");
    fail();
    for way in [&[][..], &["--in-place"]] {
        let (code, told) = build(place.path(), way);
        assert!(code == Some(1) && told.contains("FD802"), "{told}");
        assert!(!place.path().join("sites").exists(), "neither the folder nor one above it is there");
    }
    std::fs::remove_file(place.path().join("themes/default/free.html")).unwrap();
    assert_eq!(build(place.path(), &[]).0, Some(0));
    let before = seen("sites");
    fail();
    for way in [&[][..], &["--in-place"]] {
        let (code, told) = build(place.path(), way);
        assert!(code == Some(1) && told.contains("FD802"), "{told}");
        assert_eq!(seen("sites"), before);
    }
}
