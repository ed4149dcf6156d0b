//! A folder in, what of it is framdrift's out: known by the marker, which lists what framdrift wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::{LOCK, MARKER, STAGING};

/// The marker's first line in a site.
const MARKER_HEAD: &str =
    "# framdrift wrote the files listed here, and removes or replaces them the next time it publishes.";

/// Files that a folder may hold before framdrift has written to it, and that stay.
pub(super) const KEPT: [&str; 2] = [".gitkeep", ".gitignore"];

/// Files that systems leave in any folder that a person looks into.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The marker's text, for files of these paths.
pub(super) fn marker<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<&str> = std::iter::once(MARKER_HEAD).chain(paths).collect();
    lines.join("\n") + "\n"
}

/// What the marker in a folder says; `None` when there is none. A line that was not written to its end is some other
/// file's name, or no text: the others count all the same.
#[expect(clippy::disallowed_methods, reason = "publish owns the folder, so it may read what it wrote there")]
pub(super) fn read_marker(folder: &Path) -> io::Result<Option<String>> {
    let path = folder.join(MARKER);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => fs::read(path).map(|text| Some(String::from_utf8_lossy(&text).into_owned())),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Whether there is a folder at all.
    pub(super) exists: bool,
    /// Whether it has the marker.
    pub(super) is_marked: bool,
    /// The files that framdrift put there and that are still there.
    pub(super) ours: BTreeSet<String>,
    /// Files that are nobody's page and stay: `.gitkeep`, `.gitignore`.
    pub(super) kept: Vec<String>,
    /// What systems leave, and interrupted runs of ours.
    litter: Vec<String>,
    /// The first that framdrift did not put there.
    foreign: Option<String>,
}

impl Found {
    pub(super) fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        let place = || format!("could not look into {}", folder.display());
        match fs::metadata(folder) {
            Ok(found) if !found.is_dir() => bail!("{} is a file, not a folder", folder.display()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error).with_context(place),
        }
        let marker =
            read_marker(folder).with_context(|| format!("could not read {}", folder.join(MARKER).display()))?;
        let listed: BTreeSet<&str> = marker.iter().flat_map(|text| text.lines()).collect();
        let staged = read_marker(&folder.join(STAGING)).unwrap_or_default();
        let staged: BTreeSet<&str> = staged.iter().flat_map(|text| text.lines().chain([MARKER])).collect();
        let is_staged = |path: &str| {
            path.strip_prefix(STAGING).and_then(|rest| rest.strip_prefix('/')).is_some_and(|rest| staged.contains(rest))
        };
        let mut all = Self { exists: true, is_marked: marker.is_some(), ..Self::default() };
        walk(folder, "", &mut |path, is_file| {
            let name = path.rsplit('/').next().unwrap_or(path);
            if is_file && listed.contains(path) {
                all.ours.insert(path.to_owned());
            } else if is_file && KEPT.contains(&path) {
                all.kept.push(path.to_owned());
            } else if is_file && (LITTER.contains(&name) || path == LOCK || is_staged(path)) {
                all.litter.push(path.to_owned());
            } else if !(is_file && path == MARKER) && all.foreign.is_none() {
                all.foreign = Some(path.to_owned());
            }
        })
        .with_context(place)?;
        Ok(all)
    }

    /// Refuses a folder that holds what framdrift did not put there.
    pub(super) fn refuse_foreign(&self, folder: &Path) -> anyhow::Result<()> {
        match &self.foreign {
            None => Ok(()),
            Some(path) if self.is_marked => bail!(
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

    /// The files that are no longer a part of the site.
    pub(super) fn gone<'a, T>(&'a self, site: &'a BTreeMap<String, T>) -> impl Iterator<Item = &'a String> {
        self.ours.iter().filter(|path| !site.contains_key(*path))
    }
}

/// Whether a file is beside the site in its folder: the marker, and what stays or is left there.
pub(super) fn is_aside(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path == MARKER || KEPT.contains(&path) || LITTER.contains(&name)
}

/// Tells `found` every file below `folder` by its path, with `false` for what is neither a file nor a folder.
pub(super) fn walk(folder: &Path, path: &str, found: &mut dyn FnMut(&str, bool)) -> io::Result<()> {
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

/// Removes a site that is no longer needed: what its marker lists, file by file, and the folders that are empty then.
/// What somebody else put into it stays, and so do the folders that hold it. The marker goes last, so that whoever is
/// interrupted here can be followed by another.
pub(super) fn discard(folder: &Path) {
    let Ok(found) = Found::in_folder(folder) else { return };
    make_writable(folder);
    for path in found.ours.iter().chain(&found.kept).chain(&found.litter) {
        let _ = fs::remove_file(folder.join(path));
    }
    remove_empty_below(folder);
    if found.foreign.is_none() {
        let _ = fs::remove_file(folder.join(MARKER));
        let _ = fs::remove_dir(folder);
    }
}

/// Lets us remove what is in a folder of ours that was given the rights of one that nobody may write to.
#[cfg(unix)]
fn make_writable(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(found) = fs::symlink_metadata(folder) else { return };
    if found.is_dir() && found.permissions().mode() & 0o700 != 0o700 {
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(found.permissions().mode() | 0o700));
    }
}

#[cfg(not(unix))]
fn make_writable(_: &Path) {}

/// Removes every empty folder below this one, and those that are empty then.
pub(super) fn remove_empty_below(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        remove_empty_below(&entry.path());
        let _ = fs::remove_dir(entry.path());
    }
}
