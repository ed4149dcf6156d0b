//! **publish**: the files of a site as they are made, and a folder in, the folder holding exactly that site out; all or
//! nothing.
//!
//! The new site is written beside the folder, file by file, in `.NAME.framdrift-XXXXXX` ([`Staging`]). It is on the disk
//! before the two change places in one step. Whatever goes wrong before that, in the site or on the disk, leaves the
//! folder as it was. A run that was killed leaves what it had made beside it; the next one removes that, or moves it back
//! where it is the only whole site.
//!
//! Nothing is removed that framdrift did not write: the marker `.framdrift` lists what it did, in a site and in what
//! stands beside one, and a folder that holds anything else is refused. A folder that can't be replaced is published to
//! file by file instead. What is to be kept goes into one file, an archive. What was published can be held against its
//! record. Kept out: what the site is. This is the only
//! stage that writes to the disk: `add` puts new files of an author's beside those that are there.

mod add;
mod archive;
mod beside;
mod filling;
mod folder;
mod in_place;
mod lock;
mod staging;
mod swap;
mod verify;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use rayon::prelude::*;

pub use add::{Exists, add, change, put, renew};
pub use archive::archive;
use filling::Filled;
use lock::Lock;
pub use staging::Staging;
pub use verify::{Fault, recorded, verify};

/// The file by which framdrift knows a folder of its own; lists the files that it put there.
pub const MARKER: &str = ".framdrift";

/// The lock of a folder that is published to in place.
const LOCK: &str = ".framdrift-lock";

/// Where a folder that is published to in place has its new files until all of them are there.
const STAGING: &str = ".framdrift-new";

/// The next marker, while it is being written.
const NEXT_MARKER: &str = ".framdrift-marker";

/// How a folder gets its new site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// As a whole, in one step: at any moment it holds the old site or the new one.
    #[default]
    Whole,
    /// File by file, for a folder that can't be replaced: at any moment each file is the old one or the new one.
    InPlace,
}

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

/// Makes `folder` hold exactly `site` (path with `/` between its parts → bytes). Creates it when it is not there. Waits
/// for another run that publishes to the same folder.
///
/// # Errors
/// When the site has a path that could lead out of the folder, when the folder holds something that framdrift did not
/// put there, and when the system refuses. The folder is then as it was; in place, it may have some of the new files if
/// the system refuses after all of them were written.
pub fn publish(site: &BTreeMap<String, Vec<u8>>, folder: &Path, way: Way) -> anyhow::Result<Published> {
    refuse_paths(site)?;
    let staging = Staging::begin(folder, way)?;
    site.par_iter().try_for_each(|(path, bytes)| staging.put(path, bytes))?;
    staging.finish()
}

/// Moves a site back that an interrupted run left beside its folder, where the system can't let two folders change
/// places in one step. Says whether there was one.
///
/// # Errors
/// When another run can't be waited for. Without one to be moved back, there are none.
pub fn restore(folder: &Path) -> anyhow::Result<bool> {
    let Ok(place) = Place::of(folder) else { return Ok(false) };
    if place.folder.exists() || !beside::holds_a_site(&place) {
        return Ok(false);
    }
    let lock = Lock::take(&place.beside("lock"))?;
    beside::recover(&place, &lock);
    Ok(place.folder.exists())
}

/// Refuses a site that could write where it must not.
fn refuse_paths(site: &BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    site.keys().try_for_each(|path| refuse_path(path))
}

/// Refuses a path that could lead where framdrift must not write.
fn refuse_path(path: &str) -> anyhow::Result<()> {
    match path_problem(path) {
        Some(problem) => bail!("a page of the site has the path {path:?}, which {problem}"),
        None => Ok(()),
    }
}

/// Why a path of the site may not be written; `None` when it may.
fn path_problem(path: &str) -> Option<&'static str> {
    if path == MARKER || path.starts_with(&format!("{MARKER}-")) {
        Some("is the name of something of framdrift's own")
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

/// A folder that is published to, and where it lies.
#[derive(Debug)]
struct Place {
    /// The folder's own place: absolute, and where a symbolic link leads.
    folder: PathBuf,
    parent: PathBuf,
    name: String,
}

impl Place {
    fn of(folder: &Path) -> anyhow::Result<Self> {
        let settled = if folder.is_symlink() { fs::canonicalize(folder) } else { std::path::absolute(folder) };
        let settled = settled.with_context(|| format!("could not find out where {} is", folder.display()))?;
        let (Some(parent), Some(name)) = (settled.parent(), settled.file_name()) else {
            bail!("{} cannot be replaced by a site: choose a folder in it", settled.display());
        };
        let (parent, name) = (parent.to_path_buf(), name.to_string_lossy().into_owned());
        Ok(Self { folder: settled, parent, name })
    }

    /// What stands before the names of all that framdrift puts beside the folder.
    fn prefix(&self) -> String {
        format!(".{}.framdrift-", self.name)
    }

    /// Something of framdrift's own beside the folder.
    fn beside(&self, what: &str) -> PathBuf {
        self.parent.join(self.prefix() + what)
    }
}

/// Makes of a folder that was filled a whole site, which is on the disk: `folder` is the one whose place it is to have.
fn complete(filled: &Filled, folder: &Path) -> anyhow::Result<Published> {
    let Filled { new, before, files } = filled;
    // Looked for now: it may have come while the site was made.
    let kept =
        folder::KEPT.iter().filter(|path| fs::symlink_metadata(folder.join(path)).is_ok_and(|own| own.is_file()));
    for path in kept.filter(|path| !files.contains_key(**path)) {
        take_over(&folder.join(path), &new.join(path))
            .with_context(|| format!("could not keep {}", folder.join(path).display()))?;
    }
    mark(new, new, files.keys().map(String::as_str))?;
    if before.exists {
        // The folder may be shared with a web server's group. Last: it may be one that we may not write to.
        let permissions = fs::metadata(folder).map(|found| found.permissions());
        permissions
            .and_then(|permissions| fs::set_permissions(new, permissions))
            .with_context(|| format!("could not give {} the rights of {}", new.display(), folder.display()))?;
    }
    settle(new, files.keys().map(String::as_str))
        .with_context(|| format!("could not get all of {} onto the disk", new.display()))?;
    Ok(filled.published(before))
}

/// Replaces the marker of a folder in one step; the next one is written in `staging`.
fn mark<'a>(staging: &Path, folder: &Path, paths: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
    let next = staging.join(NEXT_MARKER);
    write_file(&next, folder::marker(paths).as_bytes())?;
    fs::rename(&next, folder.join(MARKER))
        .with_context(|| format!("could not put {} in place", folder.join(MARKER).display()))
}

#[expect(clippy::disallowed_methods, reason = "publish is the one stage that writes")]
fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| format!("could not write {}", path.display()))
}

/// Makes `to` the same file as `from`, or where the system has no hard links, a copy with its time.
fn take_over(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {}
        done => return done,
    }
    let time = fs::metadata(from)?.modified()?;
    fs::copy(from, to)?;
    File::options().write(true).open(to)?.set_modified(time)
}

/// Waits until the files at `paths` below `folder` are on the disk, so that a machine that stops does not come back with
/// empty pages in the place of whole ones. In one step for all where the system has one: for 3 000 files it takes half a
/// second, and file by file a quarter of a minute.
fn settle<'a>(folder: &Path, paths: impl Iterator<Item = &'a str>) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if rustix::fs::syncfs(File::open(folder)?).is_ok() {
        return Ok(());
    }
    let paths: Vec<PathBuf> = paths.map(|path| folder.join(path)).collect();
    let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).chain([folder]).collect();
    paths.par_iter().try_for_each(|path| File::options().write(true).open(path)?.sync_all())?;
    for folder in folders {
        settle_folder(folder);
    }
    Ok(())
}

/// Waits until the names in a folder are on the disk, where the system can do so.
fn settle_folder(folder: &Path) {
    // A system that can't open a folder can't be asked; what is in the files has been seen to.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at what was written")]
mod tests;
