//! **publish**: a finished site and a folder in, the folder holding exactly that site out; all or nothing.
//!
//! The new site is written beside the folder, in `.NAME.framdrift-XXXXXX`, and then the two change places. Whatever
//! goes wrong before that leaves the folder as it was; what an interrupted run left behind, the next run removes.
//!
//! Nothing is removed that framdrift did not write: the marker `.framdrift` lists what it did, and a folder that holds
//! anything else is refused. Kept out: what the site is. This is the only stage that writes to the disk: `add` puts new
//! files of an author's beside those that are there.

mod add;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use rayon::prelude::*;

pub use add::{Exists, add, renew};

/// The file by which framdrift knows a folder of its own; lists the files that it put there.
pub const MARKER: &str = ".framdrift";

/// The marker's first line.
const MARKER_HEAD: &str =
    "# framdrift wrote the files listed here, and removes or replaces them the next time it publishes.";

/// What publishing did, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New or changed.
    pub written: usize,
    /// As before; they keep their time.
    pub unchanged: usize,
    /// No longer a part of the site.
    pub removed: usize,
}

/// Makes `folder` hold exactly `site` (path with `/` between its parts → bytes). Creates it when it is not there.
///
/// # Errors
/// When the site has a path that could lead out of the folder, when the folder holds something that framdrift did not
/// put there, and when the system refuses. The folder is then as it was.
pub fn publish(site: &BTreeMap<String, Vec<u8>>, folder: &Path) -> anyhow::Result<Published> {
    for path in site.keys() {
        if let Some(problem) = path_problem(path) {
            bail!("a page of the site has the path {path:?}, which {problem}");
        }
    }
    let folder = settled(folder)?;
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        bail!("{} cannot be replaced by a site: choose a folder in it", folder.display());
    };
    let before = Before::read(&folder)?;
    fs::create_dir_all(parent).with_context(|| format!("could not make the folder {}", parent.display()))?;

    let prefix = format!(".{}.framdrift-", name.to_string_lossy());
    remove_leftovers(parent, &prefix);
    let beside = tempfile::Builder::new()
        .prefix(&prefix)
        .tempdir_in(parent)
        .with_context(|| format!("could not make a folder beside {}", folder.display()))?;
    let _lock = lock(beside.path());
    let new = beside.path().join("new");
    let published = write(site, &folder, &before, &new)?;
    if before.exists {
        swap(&folder, &new, &beside.path().join("old"))
    } else {
        fs::rename(&new, &folder)
    }
    .with_context(|| {
        format!(
            "could not put the new site in place of {} (a mounted folder can't be replaced: publish to one inside it)",
            folder.display()
        )
    })?;
    // The site is in place. If the old one can't be removed now, the next run does it.
    let _ = beside.close();
    Ok(published)
}

/// Why a path of the site may not be written; `None` when it may.
fn path_problem(path: &str) -> Option<&'static str> {
    if path == MARKER {
        Some("is the name of framdrift's own marker")
    } else if path.starts_with('/') || Path::new(path).is_absolute() {
        Some("is absolute")
    } else if path.contains(|c: char| c == '\\' || c.is_control()) {
        Some("has a character that no path of a site may have")
    } else if path.split('/').any(str::is_empty) {
        Some("has an empty part")
    } else if path.split('/').any(|part| part == "." || part == "..") {
        Some("has a part that leads to another folder")
    } else {
        None
    }
}

/// The folder's own place: absolute, and where a symbolic link leads.
fn settled(folder: &Path) -> anyhow::Result<PathBuf> {
    let settled = if folder.is_symlink() { fs::canonicalize(folder) } else { std::path::absolute(folder) };
    settled.with_context(|| format!("could not find out where {} is", folder.display()))
}

/// The folder as it is before publishing.
#[derive(Debug, Default)]
struct Before {
    exists: bool,
    /// The files that framdrift put there and that are still there.
    ours: BTreeSet<String>,
    /// Files that are nobody's page and stay: `.gitkeep`, `.gitignore`.
    kept: Vec<String>,
}

/// Files that a folder may hold before framdrift has written to it, and that stay.
const KEPT: [&str; 2] = [".gitkeep", ".gitignore"];

/// Files that systems leave in any folder that a person looks into.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

impl Before {
    #[expect(clippy::disallowed_methods, reason = "publish owns the folder, so it may read what it wrote there")]
    fn read(folder: &Path) -> anyhow::Result<Self> {
        let place = || format!("could not look into {}", folder.display());
        match fs::metadata(folder) {
            Ok(found) if !found.is_dir() => bail!("{} is a file, not a folder", folder.display()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error).with_context(place),
        }
        let marker = match fs::read_to_string(folder.join(MARKER)) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => {
                return Err(error).with_context(|| format!("could not read {}", folder.join(MARKER).display()));
            }
        };
        let listed: BTreeSet<&str> = marker.iter().flat_map(|text| text.lines()).collect();
        let mut before = Self { exists: true, ..Self::default() };
        let mut foreign = None;
        walk(folder, "", &mut |path, is_file| {
            let name = path.rsplit('/').next().unwrap_or(path);
            if is_file && listed.contains(path) {
                before.ours.insert(path.to_owned());
            } else if is_file && KEPT.contains(&path) {
                before.kept.push(path.to_owned());
            } else if path != MARKER && !LITTER.contains(&name) && foreign.is_none() {
                foreign = Some(path.to_owned());
            }
        })
        .with_context(place)?;
        match foreign {
            None => Ok(before),
            Some(path) if marker.is_some() => bail!(
                "{} was not put there by framdrift, and publishing would remove it: move it out of {}",
                folder.join(path).display(),
                folder.display()
            ),
            Some(path) => bail!(
                "{} is no folder of framdrift's: it holds {path} but no {MARKER}. Choose an empty folder with --out",
                folder.display()
            ),
        }
    }
}

/// Tells `found` every file below `folder` by its path, with `false` for what is neither a file nor a folder.
fn walk(folder: &Path, path: &str, found: &mut dyn FnMut(&str, bool)) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let below = if path.is_empty() {
            name.to_string_lossy().into_owned()
        } else {
            format!("{path}/{}", name.to_string_lossy())
        };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &below, found)?;
        } else {
            found(&below, kind.is_file());
        }
    }
    Ok(())
}

/// Writes the site to `new`, taking over from `folder` the files that are as they should be.
fn write(site: &BTreeMap<String, Vec<u8>>, folder: &Path, before: &Before, new: &Path) -> anyhow::Result<Published> {
    fs::create_dir(new).with_context(|| format!("could not make the folder {}", new.display()))?;
    if before.exists {
        // The folder may be shared with a web server's group.
        let permissions = fs::metadata(folder).map(|found| found.permissions());
        permissions
            .and_then(|permissions| fs::set_permissions(new, permissions))
            .with_context(|| format!("could not give {} the rights of {}", new.display(), folder.display()))?;
    }
    let folders: BTreeSet<&str> =
        site.keys().filter_map(|path| path.rsplit_once('/')).map(|(above, _)| above).collect();
    for above in folders {
        let place = new.join(above);
        fs::create_dir_all(&place).with_context(|| format!("could not make the folder {}", place.display()))?;
    }
    let unchanged: usize = site
        .par_iter()
        .map(|(path, bytes)| {
            let (from, to) = (folder.join(path), new.join(path));
            if before.ours.contains(path) && holds(&from, bytes) && take_over(&from, &to).is_ok() {
                return Ok(1);
            }
            write_file(&to, bytes).map(|()| 0)
        })
        .sum::<anyhow::Result<usize>>()?;
    for path in before.kept.iter().filter(|path| !site.contains_key(*path)) {
        take_over(&folder.join(path), &new.join(path))
            .with_context(|| format!("could not keep {}", folder.join(path).display()))?;
    }
    let list: Vec<&str> = std::iter::once(MARKER_HEAD).chain(site.keys().map(String::as_str)).collect();
    write_file(&new.join(MARKER), (list.join("\n") + "\n").as_bytes())?;
    Ok(Published {
        written: site.len() - unchanged,
        unchanged,
        removed: before.ours.iter().filter(|path| !site.contains_key(*path)).count(),
    })
}

#[expect(clippy::disallowed_methods, reason = "publish is the one stage that writes")]
fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| format!("could not write {}", path.display()))
}

/// Whether the file at `path` already holds these bytes.
#[expect(clippy::disallowed_methods, reason = "publish owns the folder, so it may read what it wrote there")]
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_size = fs::metadata(path).is_ok_and(|found| found.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Makes `to` the same file as `from`, or where the system has no hard links, a copy with its time.
fn take_over(from: &Path, to: &Path) -> io::Result<()> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    let time = fs::metadata(from)?.modified()?;
    fs::copy(from, to)?;
    File::options().write(true).open(to)?.set_modified(time)
}

/// Puts `new` in place of `folder`. The old one is afterwards at `new` or, where two folders can't change places in one
/// step, at `old`.
fn swap(folder: &Path, new: &Path, old: &Path) -> io::Result<()> {
    match exchange(folder, new) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => two_renames(folder, new, old),
        done => done,
    }
}

/// Lets two folders change places in one step; `Unsupported` where the system or the file system has no such step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(folder: &Path, new: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    // On some systems two of these are one number.
    let lacking = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    renameat_with(CWD, folder, CWD, new, RenameFlags::EXCHANGE)
        .map_err(|error| if lacking.contains(&error) { io::ErrorKind::Unsupported.into() } else { error.into() })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_folder: &Path, _new: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Moves the old folder away and the new one in; moves the old one back if that fails.
fn two_renames(folder: &Path, new: &Path, old: &Path) -> io::Result<()> {
    fs::rename(folder, old)?;
    fs::rename(new, folder).inspect_err(|_| {
        // Nothing better can be done if this fails too: the old site is whole, in `old`.
        let _ = fs::rename(old, folder);
    })
}

/// Holds the folder of a run in progress, so that another run does not take it for a leftover. Systems that can't lock
/// a folder give `None`; they also never see one as a leftover.
fn lock(folder: &Path) -> Option<File> {
    let file = File::open(folder).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

/// Removes what interrupted runs left beside the folder. A leftover that can't be removed does no harm.
fn remove_leftovers(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let is_leftover = entry.file_name().to_string_lossy().starts_with(prefix)
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_leftover && lock(&entry.path()).is_some() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at what was written")]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
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
        let first = publish(&site(&[("index.html", "a"), ("mal/x/index.html", "b"), ("gone.html", "c")]), &folder);
        assert_eq!(first.unwrap(), Published { written: 3, unchanged: 0, removed: 0 });
        let time = fs::metadata(folder.join("mal/x/index.html")).unwrap().modified().unwrap();
        let second = publish(&site(&[("index.html", "A"), ("mal/x/index.html", "b"), ("new.html", "d")]), &folder);
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
        let refused = publish(&site(&[("index.html", "a")]), &folder).unwrap_err();
        assert!(refused.to_string().contains("notes.txt"), "{refused}");
        assert_eq!(found(&folder), ["notes.txt"]);

        fs::remove_file(folder.join("notes.txt")).unwrap();
        publish(&site(&[("index.html", "a")]), &folder).unwrap();
        fs::create_dir(folder.join("extra")).unwrap();
        fs::write(folder.join("extra/notes.txt"), "mine").unwrap();
        let refused = publish(&site(&[("index.html", "b")]), &folder).unwrap_err();
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
            publish(&site(&[("index.html", text)]), &folder).unwrap();
            assert_eq!(found(&folder), [".gitkeep", "index.html"]);
        }
    }

    #[test]
    fn a_path_that_leads_out_is_refused() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        for path in ["/etc/x", "../x", "a/../../x", "a//b", "", "a/", "a\\b", "./a", MARKER, "a\0b"] {
            let refused = publish(&site(&[("index.html", "a"), (path, "x")]), &folder);
            assert!(refused.is_err(), "{path:?}");
        }
        assert!(!folder.exists());
    }

    #[test]
    fn a_failure_leaves_the_folder_as_it_was() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        publish(&site(&[("index.html", "a")]), &folder).unwrap();
        // A file and a folder of one name can't both be written.
        let failed = publish(&site(&[("index.html", "b"), ("x", "file"), ("x/y", "below it")]), &folder);
        assert!(failed.is_err());
        assert_eq!(found(&folder), ["index.html"]);
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"a");
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
    }

    #[test]
    fn leftovers_are_removed_but_not_the_folder_of_a_run_in_progress() {
        let parent = tempfile::tempdir().unwrap();
        let [left, running] = ["a", "b"].map(|end| parent.path().join(format!(".output.framdrift-{end}")));
        fs::create_dir_all(left.join("new/deep")).unwrap();
        fs::create_dir(&running).unwrap();
        let _held = lock(&running).unwrap();
        publish(&site(&[("index.html", "a")]), &parent.path().join("output")).unwrap();
        assert!(!left.exists() && running.exists());
    }

    #[test]
    fn two_renames_do_what_an_exchange_does() {
        let parent = tempfile::tempdir().unwrap();
        let [folder, new, old] = ["output", "new", "old"].map(|name| parent.path().join(name));
        fs::create_dir(&folder).unwrap();
        assert!(two_renames(&folder, &new, &old).is_err(), "there is no new one yet");
        assert!(folder.exists() && !old.exists());
        fs::create_dir(&new).unwrap();
        fs::write(new.join("x"), "x").unwrap();
        two_renames(&folder, &new, &old).unwrap();
        assert!(folder.join("x").exists() && old.exists() && !new.exists());
    }

    #[test]
    fn a_file_in_the_way_is_told() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("output");
        fs::write(&folder, "a file").unwrap();
        assert!(publish(&site(&[]), &folder).unwrap_err().to_string().contains("is a file"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_folder_stays_a_link() {
        let parent = tempfile::tempdir().unwrap();
        let [real, link] = ["real", "output"].map(|name| parent.path().join(name));
        fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        publish(&site(&[("index.html", "a")]), &link).unwrap();
        assert!(link.is_symlink());
        assert_eq!(found(&real), ["index.html"]);
    }
}
