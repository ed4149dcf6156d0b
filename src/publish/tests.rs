//! Publishing: what a folder holds afterwards, whatever was there and whatever happens.

use std::io::Write;
use std::time::SystemTime;

use super::beside::Beside;
use super::filling::Filling;
use super::folder::{Found, walk};
use super::swap::swap_by;
use super::*;

fn site(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Publishes as a whole.
fn publish_whole(site: &BTreeMap<String, Vec<u8>>, folder: &Path) -> anyhow::Result<Published> {
    publish(site, folder, Way::Whole)
}

/// Every file below `folder` except the marker.
fn found(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    walk(folder, "", &mut |path, _| paths.push(path.to_owned())).unwrap();
    paths.retain(|path| path != MARKER);
    paths.sort();
    paths
}

#[test]
fn a_site_replaces_the_one_before() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("deep/output");
    let first = publish_whole(&site(&[("index.html", "a"), ("mal/x/index.html", "b"), ("gone.html", "c")]), &folder);
    assert_eq!(first.unwrap(), Published { written: 3, unchanged: 0, removed: 0 });
    let time = fs::metadata(folder.join("mal/x/index.html")).unwrap().modified().unwrap();
    let second = publish_whole(&site(&[("index.html", "A"), ("mal/x/index.html", "b"), ("new.html", "d")]), &folder);
    assert_eq!(second.unwrap(), Published { written: 2, unchanged: 1, removed: 1 });
    assert_eq!(found(&folder), ["index.html", "mal/x/index.html", "new.html"]);
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"A");
    assert_eq!(fs::metadata(folder.join("mal/x/index.html")).unwrap().modified().unwrap(), time);
    assert_eq!(fs::read_dir(folder.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn what_framdrift_did_not_write_is_not_removed() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    let refused = publish_whole(&site(&[("index.html", "a")]), &folder).unwrap_err();
    assert!(refused.to_string().contains("notes.txt"), "{refused}");
    assert_eq!(found(&folder), ["notes.txt"]);

    fs::remove_file(folder.join("notes.txt")).unwrap();
    publish_whole(&site(&[("index.html", "a")]), &folder).unwrap();
    fs::create_dir(folder.join("extra")).unwrap();
    fs::write(folder.join("extra/notes.txt"), "mine").unwrap();
    let refused = publish_whole(&site(&[("index.html", "b")]), &folder).unwrap_err();
    assert!(refused.to_string().contains("notes.txt"), "{refused}");
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
}

#[test]
fn files_that_keep_a_folder_in_git_stay() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(".gitkeep"), "").unwrap();
    for text in ["a", "b"] {
        publish_whole(&site(&[("index.html", text)]), &folder).unwrap();
        assert_eq!(found(&folder), [".gitkeep", "index.html"]);
    }
}

#[test]
fn a_path_that_leads_out_is_refused() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    for path in ["/etc/x", "../x", "a/../../x", "a//b", "", "a/", "a\\b", "./a", MARKER, ".framdrift-new/x", "a\0b"] {
        let refused = publish_whole(&site(&[("index.html", "a"), (path, "x")]), &folder);
        assert!(refused.is_err(), "{path:?}");
    }
    assert!(!folder.exists());
}

#[test]
fn a_failure_leaves_the_folder_as_it_was() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    publish_whole(&site(&[("index.html", "a")]), &folder).unwrap();
    // A file and a folder of one name can't both be written.
    let failed = publish_whole(&site(&[("index.html", "b"), ("x", "file"), ("x/y", "below it")]), &folder);
    assert!(failed.is_err());
    assert_eq!(found(&folder), ["index.html"]);
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

/// A system without a step that lets two folders change places.
fn no_exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Writes a site to a folder of its own, as it is done beside one that holds what was there `before`. Gives that back.
fn write(site: &BTreeMap<String, Vec<u8>>, folder: &Path, before: Found, new: PathBuf) -> anyhow::Result<Found> {
    let filling = Filling::begin(new, folder, before, Way::Whole)?;
    site.iter().try_for_each(|(path, bytes)| filling.put(path, bytes))?;
    let filled = filling.close();
    complete(&filled, folder)?;
    Ok(filled.before)
}

/// Publishes up to the change of places, and there does as told.
fn publish_by(
    exchange: &dyn Fn(&Path, &Path) -> io::Result<()>,
    site: &BTreeMap<String, Vec<u8>>,
    folder: &Path,
) -> anyhow::Result<()> {
    let place = Place::of(folder)?;
    let before = Found::in_folder(folder)?;
    let beside = Beside::make(&place)?;
    let before = write(site, folder, before, beside.new_site())?;
    swap_by(exchange, folder, &before, &beside)
}

/// What a run leaves that is killed when it has written its new site; `move_old` when it has moved the old one away.
fn killed(folder: &Path, site: &BTreeMap<String, Vec<u8>>, move_old: bool) -> PathBuf {
    let place = Place::of(folder).unwrap();
    let before = Found::in_folder(folder).unwrap();
    let beside = Beside::make(&place).unwrap();
    write(site, folder, before, beside.new_site()).unwrap();
    if move_old {
        fs::rename(folder, beside.old_site()).unwrap();
    }
    let path = beside.new_site().parent().unwrap().to_path_buf();
    // Nothing of it is cleared up: it was killed.
    std::mem::forget(beside);
    path
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn leftovers_are_removed_and_what_others_made_is_not() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("public");
    publish_whole(&site(&[("index.html", "a"), ("mal/index.html", "b")]), &folder).unwrap();
    killed(&folder, &site(&[("index.html", "c"), ("mal/index.html", "b")]), false);
    let strangers = [".public.framdrift-notes", ".public.framdrift-Abc123", ".public.framdrift-lock.old"];
    for name in strangers {
        let stranger = parent.path().join(name);
        fs::create_dir_all(stranger.join("new")).unwrap();
        fs::write(stranger.join("new/diary.txt"), "mine").unwrap();
    }
    // A folder of ours that somebody has put something into.
    let shared = killed(&parent.path().join("other"), &site(&[("index.html", "x")]), false);
    fs::write(shared.join("new/notes.txt"), "mine").unwrap();
    publish_whole(&site(&[("index.html", "d")]), &parent.path().join("other")).unwrap();
    assert_eq!(found(&shared), ["new/.framdrift", "new/notes.txt"]);

    publish_whole(&site(&[("index.html", "d")]), &folder).unwrap();
    let shared = shared.file_name().unwrap().to_str().unwrap().to_owned();
    let mut expected: Vec<String> = strangers.iter().map(|name| (*name).to_owned()).collect();
    expected.extend([shared, "other".to_owned(), "public".to_owned()]);
    expected.sort();
    assert_eq!(names(parent.path()), expected);
    for name in strangers {
        assert_eq!(found(&parent.path().join(name)), ["new/diary.txt"]);
    }
    assert_eq!(found(&folder), ["index.html"]);
}

#[test]
fn the_only_whole_site_is_moved_back() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    publish_whole(&site(&[("index.html", "a"), ("b.html", "b")]), &folder).unwrap();
    killed(&folder, &site(&[("index.html", "c")]), true);
    assert!(!folder.exists());
    assert!(restore(&folder).unwrap(), "the next run finds it");
    assert_eq!(found(&folder), ["b.html", "index.html"]);
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
    assert_eq!(names(parent.path()), ["output"]);
    assert!(!restore(&folder).unwrap(), "there is none any more");

    // The same when nobody asks before publishing: the files that are as before are taken over.
    killed(&folder, &site(&[("index.html", "c")]), true);
    let published = publish_whole(&site(&[("index.html", "a"), ("new.html", "d")]), &folder).unwrap();
    assert_eq!(published, Published { written: 1, unchanged: 1, removed: 1 });
    assert_eq!(names(parent.path()), ["output"]);

    // A folder that somebody made meanwhile is not replaced by it, and the old site is not lost.
    let left = killed(&folder, &site(&[("index.html", "c")]), true);
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    assert!(publish_whole(&site(&[("index.html", "e")]), &folder).is_err());
    assert_eq!(found(&folder), ["notes.txt"]);
    assert_eq!(found(&left.join("old")), ["index.html", "new.html"]);
}

#[test]
fn without_an_exchange_the_old_site_is_moved_away() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    publish_whole(&site(&[("index.html", "a")]), &folder).unwrap();
    publish_by(&no_exchange, &site(&[("index.html", "b")]), &folder).unwrap();
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"b");
    assert_eq!(names(parent.path()), ["output"]);

    // The new one is gone when it is to be moved in: the old one comes back.
    let lost = |_: &Path, new: &Path| {
        fs::remove_dir_all(new).unwrap();
        no_exchange(new, new)
    };
    assert!(publish_by(&lost, &site(&[("index.html", "c")]), &folder).is_err());
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"b");
    assert_eq!(names(parent.path()), ["output"]);
}

#[test]
fn what_somebody_puts_there_during_the_run_is_not_lost() {
    let exchange = |folder: &Path, new: &Path| {
        let aside = folder.with_file_name("aside");
        fs::rename(folder, &aside)?;
        fs::rename(new, folder)?;
        fs::rename(&aside, new)
    };
    for can_exchange in [true, false] {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        publish_whole(&site(&[("index.html", "a")]), &folder).unwrap();
        let late = |folder: &Path, new: &Path| {
            if !folder.join("notes.txt").exists() && !new.join("notes.txt").exists() {
                fs::write(folder.join("notes.txt"), "mine").unwrap();
            }
            if can_exchange { exchange(folder, new) } else { no_exchange(folder, new) }
        };
        let refused = publish_by(&late, &site(&[("index.html", "b")]), &folder).unwrap_err();
        assert!(refused.to_string().contains("notes.txt"), "{refused}");
        assert_eq!(found(&folder), ["index.html", "notes.txt"]);
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
        assert_eq!(names(parent.path()), ["output"]);
    }
}

#[test]
fn one_run_waits_for_another() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    let place = Place::of(&folder).unwrap();
    let sites: Vec<_> = ["a", "b", "c", "d"].map(|text| site(&[("index.html", text), ("x/y.html", text)])).into();
    std::thread::scope(|scope| {
        for own in &sites {
            let run = || (0..25).for_each(|_| assert_eq!(publish_whole(own, &folder).unwrap().removed, 0));
            scope.spawn(run);
        }
    });
    let one = fs::read(folder.join("index.html")).unwrap();
    assert_eq!(fs::read(folder.join("x/y.html")).unwrap(), one);
    assert_eq!(names(parent.path()), ["output"]);

    // A run in progress: its folder is no leftover, for nobody looks while it holds the lock.
    let held = Lock::take(&place.beside("lock")).unwrap();
    let left = killed(&folder, &sites[0], false);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| publish_whole(&sites[1], &folder).unwrap());
        assert!(left.exists() && !waiting.is_finished());
        drop(held);
    });
    assert_eq!(names(parent.path()), ["output"]);
}

#[test]
fn a_file_with_the_name_of_the_lock_is_left_alone() {
    let parent = tempfile::tempdir().unwrap();
    let lock = parent.path().join(".output.framdrift-lock");
    fs::write(&lock, "mine").unwrap();
    let folder = parent.path().join("output");
    let refused = publish_whole(&site(&[("index.html", "a")]), &folder).unwrap_err();
    assert!(refused.to_string().contains("framdrift-lock"), "{refused}");
    assert_eq!(fs::read(&lock).unwrap(), b"mine");
    assert!(!folder.exists());
    #[cfg(unix)]
    {
        fs::remove_file(&lock).unwrap();
        std::os::unix::fs::symlink(parent.path().join("elsewhere"), &lock).unwrap();
        assert!(publish_whole(&site(&[("index.html", "a")]), &folder).is_err());
        assert!(lock.is_symlink() && !parent.path().join("elsewhere").exists());
    }
}

#[test]
fn a_file_in_the_way_is_told() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    fs::write(&folder, "a file").unwrap();
    assert!(publish_whole(&site(&[]), &folder).unwrap_err().to_string().contains("is a file"));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_a_link() {
    let parent = tempfile::tempdir().unwrap();
    let [real, link] = ["real", "output"].map(|name| parent.path().join(name));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    publish_whole(&site(&[("index.html", "a")]), &link).unwrap();
    assert!(link.is_symlink());
    assert_eq!(found(&real), ["index.html"]);
}

/// Publishes in place.
fn publish_in_place(site: &BTreeMap<String, Vec<u8>>, folder: &Path) -> anyhow::Result<Published> {
    publish(site, folder, Way::InPlace)
}

#[test]
fn in_place_the_folder_stays_and_only_what_has_changed_is_touched() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    let first =
        publish_in_place(&site(&[("index.html", "a"), ("mal/x/index.html", "b"), ("x/gone.css", "c")]), &folder);
    assert_eq!(first.unwrap(), Published { written: 3, unchanged: 0, removed: 0 });
    let time = |path: &str| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
    let (kept, own) = (time("mal/x/index.html"), fs::canonicalize(&folder).unwrap());
    let held = File::open(&own).unwrap();
    let second = publish_in_place(&site(&[("index.html", "A"), ("mal/x/index.html", "b"), ("d.html", "d")]), &folder);
    assert_eq!(second.unwrap(), Published { written: 2, unchanged: 1, removed: 1 });
    assert_eq!(found(&folder), ["d.html", "index.html", "mal/x/index.html"]);
    assert_eq!(names(&folder), [".framdrift", "d.html", "index.html", "mal"], "an empty folder does not stay");
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"A");
    assert_eq!(time("mal/x/index.html"), kept);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        assert_eq!(held.metadata().unwrap().ino(), fs::metadata(&folder).unwrap().ino(), "it is the same folder");
    }
    assert_eq!(names(parent.path()), ["output"]);
    // The two ways follow each other.
    let third = publish_whole(&site(&[("index.html", "A"), ("e.html", "e")]), &folder).unwrap();
    assert_eq!(third, Published { written: 1, unchanged: 1, removed: 2 });
    let fourth = publish_in_place(&site(&[("index.html", "A"), ("e.html", "e")]), &folder).unwrap();
    assert_eq!(fourth, Published { written: 0, unchanged: 2, removed: 0 });
}

#[test]
fn in_place_a_file_becomes_a_folder_and_back() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    for files in [[("x", "file"), ("y/z/w", "below")], [("x/a/b", "below"), ("y", "file")], [("x", "f"), ("y/z", "g")]]
    {
        publish_in_place(&site(&files), &folder).unwrap();
        let mut expected = files.map(|(path, _)| path);
        expected.sort_unstable();
        assert_eq!(found(&folder), expected);
    }
}

#[test]
fn in_place_what_framdrift_did_not_write_is_left_alone() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    publish_in_place(&site(&[("index.html", "a")]), &folder).unwrap();
    for theirs in ["notes.txt", ".framdrift-new/notes.txt", "mal/notes.txt"] {
        let theirs = folder.join(theirs);
        fs::create_dir_all(theirs.parent().unwrap()).unwrap();
        fs::write(&theirs, "mine").unwrap();
        assert!(publish_in_place(&site(&[("index.html", "b"), ("mal/index.html", "c")]), &folder).is_err());
        assert!(publish_whole(&site(&[("index.html", "b"), ("mal/index.html", "c")]), &folder).is_err());
        assert_eq!(fs::read(&theirs).unwrap(), b"mine");
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
        fs::remove_file(&theirs).unwrap();
    }
}

#[test]
fn in_place_the_next_run_goes_on_where_one_was_interrupted() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    let next = site(&[("index.html", "b"), ("new.html", "c"), ("style.css", "d")]);
    for way in [Way::InPlace, Way::Whole] {
        publish_in_place(&site(&[("index.html", "a"), ("gone.html", "x")]), &folder).unwrap();
        // It was killed when it had moved one file.
        let staging = folder.join(STAGING);
        fs::create_dir(&staging).unwrap();
        fs::write(staging.join(MARKER), folder::marker(["index.html", "new.html", "style.css"].into_iter())).unwrap();
        fs::write(staging.join("new.html"), "half").unwrap();
        fs::write(folder.join("style.css"), "d").unwrap();
        let all = ["gone.html", "index.html", "new.html", "style.css"];
        fs::write(folder.join(MARKER), folder::marker(all.into_iter())).unwrap();
        fs::write(folder.join(LOCK), "").unwrap();
        let published = publish(&next, &folder, way).unwrap();
        assert_eq!(published, Published { written: 2, unchanged: 1, removed: 1 });
        assert_eq!(names(&folder), [".framdrift", "index.html", "new.html", "style.css"]);
        assert_eq!(names(parent.path()), ["output"]);
    }
}

const WAYS: [Way; 2] = [Way::Whole, Way::InPlace];

#[test]
fn a_site_that_is_not_finished_leaves_all_as_it_was() {
    for way in WAYS {
        let parent = tempfile::tempdir().unwrap();
        let staging = Staging::begin(&parent.path().join("deep/er/output"), way).unwrap();
        staging.put("mal/index.html", b"a").unwrap();
        assert_eq!(names(parent.path()), ["deep"]);
        drop(staging);
        assert!(names(parent.path()).is_empty(), "{way:?}: the folders above it are gone too");

        let folder = parent.path().join("output");
        publish(&site(&[("index.html", "a"), ("mal/index.html", "b"), ("gone.html", "c")]), &folder, way).unwrap();
        let time = |path: &str| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
        let before = ["index.html", "mal/index.html", "gone.html", MARKER].map(|path| (path, time(path)));
        let staging = Staging::begin(&folder, way).unwrap();
        for (path, text) in [("index.html", "A"), ("mal/index.html", "b"), ("mal/x/y/index.html", "d")] {
            staging.put(path, text.as_bytes()).unwrap();
        }
        drop(staging);
        assert_eq!(found(&folder), ["gone.html", "index.html", "mal/index.html"], "{way:?}");
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
        assert_eq!(fs::read(folder.join("mal/index.html")).unwrap(), b"b");
        assert_eq!(names(parent.path()), ["output"]);
        assert_eq!(before.map(|(path, _)| (path, time(path))), before);
    }
}

/// Who is rejected removes the folders that it made, and the lock in them that another run waits for.
#[cfg(target_os = "linux")]
#[test]
fn a_run_that_waited_for_one_that_was_rejected_makes_the_folder_again() {
    for (way, is_rejected) in WAYS.into_iter().flat_map(|way| [(way, false), (way, true)]) {
        let parent = tempfile::tempdir().unwrap();
        let folder = fs::canonicalize(parent.path()).unwrap().join("deep/er/output");
        let lock = Place::of(&folder).unwrap().beside("lock");
        let is_lock = |own: &io::Result<fs::DirEntry>| {
            own.as_ref().is_ok_and(|own| fs::read_link(own.path()).is_ok_and(|to| to == lock))
        };
        let opened = || fs::read_dir("/proc/self/fd").unwrap().filter(|own| is_lock(own)).count();
        let rejected = Staging::begin(&folder, way).unwrap();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| {
                let staging = Staging::begin(&folder, way)?;
                staging.put("index.html", b"a")?;
                if is_rejected {
                    return Ok(());
                }
                staging.finish().map(drop)
            });
            // The other run has the file open that is going to be removed.
            while opened() < 2 && !waiting.is_finished() {
                std::thread::yield_now();
            }
            drop(rejected);
            waiting.join().unwrap().unwrap();
        });
        if is_rejected {
            // It may have been there before they were removed: then it leaves them, for it did not make them, but empty.
            folder.ancestors().skip(1).take(2).for_each(|left| drop(fs::remove_dir(left)));
            assert!(names(parent.path()).is_empty(), "{way:?}");
        } else {
            assert_eq!(found(&folder), ["index.html"], "{way:?}");
            assert_eq!(names(folder.parent().unwrap()), ["output"], "{way:?}");
        }
    }
}

#[test]
fn what_is_written_in_pieces_is_held_against_the_old_file() {
    for way in WAYS {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        for (text, written) in
            [("abc", 1), ("abc", 0), ("ab", 1), ("abd", 1), ("abde", 1), ("abde", 0), ("", 1), ("", 0)]
        {
            let staging = Staging::begin(&folder, way).unwrap();
            let write = |out: &mut dyn Write| {
                text.bytes().try_for_each(|byte| out.write_all(&[byte]))?;
                Ok(text.len())
            };
            assert_eq!(staging.write("data/plan.json", write).unwrap(), text.len());
            let published = staging.finish().unwrap();
            assert_eq!((published.written, published.unchanged), (written, 1 - written), "{way:?}: {text:?}");
            assert_eq!(fs::read_to_string(folder.join("data/plan.json")).unwrap(), text);
        }
    }
}

#[test]
fn files_come_from_several_threads() {
    for way in WAYS {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        let all: BTreeMap<String, Vec<u8>> = (0..400)
            .map(|n| (format!("{}/{}/{n}.html", n % 3, n % 7), format!("page {n}").into_bytes()))
            .chain(site(&[("index.html", "start"), ("mål/å.html", "ö")]))
            .collect();
        let half =
            all.iter().enumerate().filter(|(n, _)| n % 2 == 0).map(|(_, (path, bytes))| (path.clone(), bytes.clone()));
        publish(&half.chain(site(&[("gone.html", "x")])).collect(), &folder, way).unwrap();
        let staging = Staging::begin(&folder, way).unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (all, staging) = (&all, &staging);
                let own = all.iter().enumerate().filter(move |(n, _)| n % 4 == thread);
                // Half of them as a whole, and half as they are written.
                let put = move |path: &str, bytes: &[u8]| match thread {
                    0 | 1 => staging.put(path, bytes),
                    _ => staging.write(path, |out| out.write_all(bytes)),
                };
                scope.spawn(move || own.for_each(|(_, (path, bytes))| put(path, bytes).unwrap()));
            }
        });
        assert_eq!(staging.finish().unwrap(), Published { written: 201, unchanged: 201, removed: 1 });
        let paths: Vec<&str> = all.keys().map(String::as_str).collect();
        assert_eq!(found(&folder), paths);
        assert!(all.iter().all(|(path, bytes)| fs::read(folder.join(path)).unwrap() == *bytes));
        assert_eq!(fs::read_to_string(folder.join(MARKER)).unwrap(), folder::marker(paths.into_iter()));
        assert_eq!(names(parent.path()), ["output"]);
    }
}

/// What a run leaves that is killed when it has put some of its files, in the folder of its own. The marker ends in the
/// middle of a letter.
fn killed_between_files(folder: &Path, way: Way) -> PathBuf {
    let place = Place::of(folder).unwrap();
    let new = match way {
        Way::Whole => {
            let beside = Beside::make(&place).unwrap();
            let new = beside.new_site();
            std::mem::forget(beside);
            new
        }
        Way::InPlace => folder.join(STAGING),
    };
    let filling = Filling::begin(new.clone(), folder, Found::in_folder(folder).unwrap(), way).unwrap();
    for (path, text) in [("index.html", "c"), ("mal/x/index.html", "b"), ("mal/å.html", "d")] {
        filling.put(path, text.as_bytes()).unwrap();
    }
    let mut marker = fs::read(new.join(MARKER)).unwrap();
    marker.extend(b"\nmal/\xC3");
    fs::write(new.join(MARKER), marker).unwrap();
    new
}

#[test]
fn what_a_run_leaves_that_was_killed_between_two_files_is_cleared_by_the_next() {
    for (way, next) in [(Way::Whole, Way::Whole), (Way::InPlace, Way::InPlace), (Way::InPlace, Way::Whole)] {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        publish(&site(&[("index.html", "a"), ("mal/x/index.html", "b")]), &folder, way).unwrap();
        let left = killed_between_files(&folder, way);
        assert!(left.join("mal/å.html").exists());
        let new = site(&[("index.html", "d"), ("mal/x/index.html", "b")]);
        let published = publish(&new, &folder, next).unwrap();
        assert_eq!(published, Published { written: 1, unchanged: 1, removed: 0 }, "{way:?}, {next:?}");
        assert_eq!(found(&folder), ["index.html", "mal/x/index.html"]);
        assert_eq!(names(parent.path()), ["output"]);
        assert_eq!(names(&folder), [".framdrift", "index.html", "mal"]);
        let left = killed_between_files(&folder, way);
        fs::write(left.join("mal/notes.txt"), "mine").unwrap();
        let again = publish(&new, &folder, next);
        assert_eq!(again.is_ok(), way == Way::Whole, "what lies in the folder itself is refused");
        assert_eq!(fs::read(left.join("mal/notes.txt")).unwrap(), b"mine");
    }
}

#[test]
fn a_file_that_can_not_be_put_is_told_and_the_rest_is_not_published() {
    for way in WAYS {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        publish(&site(&[("index.html", "a"), ("b.html", "b")]), &folder, way).unwrap();
        for (path, told) in [
            ("../index.html", "another folder"),
            (MARKER, "framdrift's own"),
            (".framdrift-marker", "framdrift's own"),
            ("a\nb", "no path of a site"),
            ("b.html", "two files"),
            ("index.html/x", "could not make the folder"),
        ] {
            let staging = Staging::begin(&folder, way).unwrap();
            staging.put("index.html", b"A").unwrap();
            staging.put("b.html", b"b").unwrap();
            let refused = staging.put(path, b"x").unwrap_err();
            assert!(refused.to_string().contains(told), "{way:?}: {refused}");
            staging.put("c.html", b"c").unwrap();
            assert!(staging.finish().is_err(), "{way:?}: {path:?}");
            assert_eq!(found(&folder), ["b.html", "index.html"]);
            assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
            assert_eq!(names(parent.path()), ["output"]);
        }
    }
}

#[test]
fn in_place_what_happens_to_the_folder_meanwhile_is_seen() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    let edit = || {
        fs::write(folder.join("b.html"), "B").unwrap();
        // A clock may go slower than a test.
        File::options().write(true).open(folder.join("b.html")).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    };
    let happens: [(&str, &dyn Fn()); 3] = [
        ("notes.txt", &|| fs::write(folder.join("notes.txt"), "mine").unwrap()),
        ("b.html was removed", &|| fs::remove_file(folder.join("b.html")).unwrap()),
        ("b.html was changed", &edit),
    ];
    for (path, happen) in happens {
        publish_in_place(&site(&[("index.html", "a"), ("b.html", "b")]), &folder).unwrap();
        let staging = Staging::begin(&folder, Way::InPlace).unwrap();
        staging.put("index.html", b"A").unwrap();
        staging.put("b.html", b"b").unwrap();
        happen();
        let refused = staging.finish().unwrap_err();
        assert!(refused.to_string().contains(path), "{refused}");
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
        assert!(!folder.join(STAGING).exists());
        let _ = fs::remove_file(folder.join("notes.txt"));
    }
    // The next run has what it was given.
    publish_in_place(&site(&[("index.html", "A"), ("b.html", "b")]), &folder).unwrap();
    assert_eq!(fs::read(folder.join("b.html")).unwrap(), b"b");
}

#[test]
fn what_a_repository_needs_is_kept_even_if_it_came_meanwhile() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    publish(&site(&[("index.html", "a")]), &folder, Way::Whole).unwrap();
    let staging = Staging::begin(&folder, Way::Whole).unwrap();
    staging.put("index.html", b"b").unwrap();
    fs::write(folder.join(".gitignore"), "*").unwrap();
    staging.finish().unwrap();
    assert_eq!(fs::read(folder.join(".gitignore")).unwrap(), b"*");
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"b");
}

/// What is on its way may still be refused, and the folder may be a web server's.
#[cfg(unix)]
#[test]
fn in_place_nobody_else_sees_what_is_on_its_way() {
    use std::os::unix::fs::PermissionsExt as _;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("output");
    fs::create_dir(&folder).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let whole = mode(&folder);
    let staging = Staging::begin(&folder, Way::InPlace).unwrap();
    staging.put("a/index.html", b"a").unwrap();
    assert_eq!(mode(&folder.join(STAGING)), 0o700);
    staging.finish().unwrap();
    assert_eq!((mode(&folder), mode(&folder.join("a"))), (whole, whole));
}
