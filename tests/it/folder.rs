//! A plan's folder that is read again and again: what has changed is seen, and nothing else is told.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use framdrift::files::Folder;

#[expect(clippy::disallowed_methods, reason = "a test writes its content")]
fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).unwrap();
    fs::write(path, text).unwrap();
}

fn text(folder: &Folder, path: &str) -> Option<String> {
    folder.files().find(path).map(|id| folder.files().text(id).into_owned())
}

#[test]
fn a_folder_is_read_again_and_only_what_is_new_is_told() {
    let place = tempfile::tempdir().unwrap();
    put(place.path(), "content/a.md", "one");
    put(place.path(), "content/b/c.md", "two");
    let mut folder = Folder::new(place.path());
    assert!(folder.refresh().unwrap());
    for _ in 0..3 {
        assert!(!folder.refresh().unwrap());
    }
    assert_eq!(text(&folder, "content/b/c.md").as_deref(), Some("two"));

    // As long as before, at once: the stamp's clock may not have ticked.
    for words in ["six", "ten", "nil"] {
        put(place.path(), "content/a.md", words);
        assert!(folder.refresh().unwrap());
        assert_eq!(text(&folder, "content/a.md").as_deref(), Some(words));
    }
    assert!(!folder.refresh().unwrap());

    fs::rename(place.path().join("content/b"), place.path().join("content/d")).unwrap();
    assert!(folder.refresh().unwrap());
    assert_eq!(text(&folder, "content/b/c.md"), None);
    assert_eq!(text(&folder, "content/d/c.md").as_deref(), Some("two"));

    fs::remove_file(place.path().join("content/a.md")).unwrap();
    assert!(folder.refresh().unwrap());
    put(place.path(), "themes/own/base.html", "");
    assert!(folder.refresh().unwrap());
    assert!(!folder.refresh().unwrap());
}

#[test]
fn a_folder_that_was_gone_is_read_as_a_whole() {
    let place = tempfile::tempdir().unwrap();
    put(place.path(), "content/a.md", "one");
    let mut folder = Folder::new(place.path());
    assert!(folder.refresh().unwrap());
    fs::rename(place.path().join("content"), place.path().join("away")).unwrap();
    assert!(folder.refresh().is_err());
    fs::rename(place.path().join("away"), place.path().join("content")).unwrap();
    assert!(folder.refresh().unwrap());
    assert_eq!(text(&folder, "content/a.md").as_deref(), Some("one"));
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_is_told() {
    let place = tempfile::tempdir().unwrap();
    put(place.path(), "content/a.md", "");
    let mut folder = Folder::new(place.path());
    assert!(folder.refresh().unwrap());
    fs::remove_file(place.path().join("content/a.md")).unwrap();
    std::os::unix::fs::symlink("elsewhere", place.path().join("content/a.md")).unwrap();
    assert!(folder.refresh().unwrap());
    assert!(!folder.refresh().unwrap());
}

#[test]
fn where_a_change_is_known_to_be_nothing_else_is_looked_at() {
    let place = tempfile::tempdir().unwrap();
    put(place.path(), "content/a.md", "one");
    put(place.path(), "content/b/c.md", "two");
    let mut folder = Folder::new(place.path());
    assert!(folder.refresh().unwrap());
    let at = |paths: &[&str]| paths.iter().map(|&path| path.to_owned()).collect::<BTreeSet<String>>();

    put(place.path(), "content/a.md", "six");
    put(place.path(), "content/b/c.md", "ten");
    assert!(folder.refresh_at(&at(&["content/a.md"])).unwrap());
    assert_eq!(text(&folder, "content/a.md").as_deref(), Some("six"));
    assert_eq!(text(&folder, "content/b/c.md").as_deref(), Some("two"), "nobody said so");
    assert!(!folder.refresh_at(&at(&["content/a.md"])).unwrap());
    assert!(folder.refresh().unwrap(), "whoever looks everywhere finds it");
    assert_eq!(text(&folder, "content/b/c.md").as_deref(), Some("ten"));

    // What editors leave says nothing; what is new, gone or a folder says that more may be.
    put(place.path(), "content/b/.c.md.swp", "");
    put(place.path(), "content/b/c.md~", "");
    assert!(!folder.refresh_at(&at(&["content/b/.c.md.swp", "content/b/c.md~"])).unwrap());
    put(place.path(), "content/b/d.md", "new");
    put(place.path(), "content/a.md", "nil");
    assert!(folder.refresh_at(&at(&["content/b/d.md"])).unwrap());
    assert_eq!(text(&folder, "content/b/d.md").as_deref(), Some("new"));
    assert_eq!(text(&folder, "content/a.md").as_deref(), Some("nil"));
    fs::remove_file(place.path().join("content/a.md")).unwrap();
    assert!(folder.refresh_at(&at(&["content/a.md"])).unwrap());
    assert_eq!(text(&folder, "content/a.md"), None);
    fs::rename(place.path().join("content/b"), place.path().join("content/e")).unwrap();
    assert!(folder.refresh_at(&at(&["content/b", "content/e"])).unwrap());
    assert_eq!(text(&folder, "content/e/c.md").as_deref(), Some("ten"));
}
