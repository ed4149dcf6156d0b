//! What a run makes beside the folder that it publishes to, and what another one left there.
//!
//! `.NAME.framdrift-XXXXXX` holds the marker, with a line of its own kind; `new/`, the site being written, which after
//! an exchange is the old one; and, where two folders can't change places in one step, `old/`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::folder::{discard, read_marker};
use super::lock::Lock;
use super::{MARKER, Place, write_file};

/// The marker's first line in what stands beside a site.
const MARKER_HEAD: &str = "# framdrift publishes from this folder, and removes it when it is done.";

/// How many characters follow the prefix in a name.
const RANDOM: usize = 6;

/// A folder of our own beside the one that is published to. Removed when this is dropped, but for what is still needed.
#[derive(Debug)]
pub(super) struct Beside {
    path: PathBuf,
    site: PathBuf,
}

impl Beside {
    pub(super) fn make(place: &Place) -> anyhow::Result<Self> {
        let path = tempfile::Builder::new()
            .prefix(&place.prefix())
            .rand_bytes(RANDOM)
            .tempdir_in(&place.parent)
            .with_context(|| format!("could not make a folder beside {}", place.folder.display()))?
            // What it holds is removed by name, not as a whole.
            .keep();
        let beside = Self { path, site: place.folder.clone() };
        write_file(&beside.path.join(MARKER), format!("{MARKER_HEAD}\n").as_bytes())?;
        Ok(beside)
    }

    /// The site being written; after an exchange, the one before.
    pub(super) fn new_site(&self) -> PathBuf {
        self.path.join("new")
    }

    /// The site before, where it was moved away.
    pub(super) fn old_site(&self) -> PathBuf {
        self.path.join("old")
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        clear(&self.path, &self.site);
    }
}

/// Removes what framdrift put into a folder of its own beside `site`, and the folder if that was all. An old site goes
/// only when there is another in its place.
fn clear(beside: &Path, site: &Path) {
    discard(&beside.join("new"));
    if matches!(read_marker(site), Ok(Some(_))) {
        discard(&beside.join("old"));
    }
    let only_marker = fs::read_dir(beside).is_ok_and(|entries| entries.flatten().all(|own| own.file_name() == MARKER));
    if only_marker {
        let _ = fs::remove_file(beside.join(MARKER));
        let _ = fs::remove_dir(beside);
    }
}

/// Moves back the site that a run left when it was interrupted between two renames, and removes what else runs left
/// beside the folder. What can't be removed does no harm.
pub(super) fn recover(place: &Place, lock: &Lock) {
    if !lock.is_held() {
        return;
    }
    for leftover in leftovers(place) {
        let old = leftover.join("old");
        if is_missing(&place.folder) && old.is_dir() {
            // If it can't be moved it stays where it is, and the next run tries again.
            let _ = fs::rename(&old, &place.folder);
        }
        clear(&leftover, &place.folder);
    }
}

/// Whether an interrupted run left the only site beside its folder.
pub(super) fn holds_a_site(place: &Place) -> bool {
    leftovers(place).iter().any(|leftover| leftover.join("old").is_dir())
}

/// The folders that runs of ours left beside the one that is published to.
fn leftovers(place: &Place) -> Vec<PathBuf> {
    let prefix = place.prefix();
    let Ok(entries) = fs::read_dir(&place.parent) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(random) = name.to_str().and_then(|name| name.strip_prefix(&prefix)) else { continue };
        let is_named = random.len() == RANDOM && random.chars().all(|c| c.is_ascii_alphanumeric());
        if !is_named || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        match read_marker(&entry.path()) {
            Ok(Some(text)) if text.lines().next() == Some(MARKER_HEAD) => found.push(entry.path()),
            // Interrupted before, or while, the marker was written: removed if nothing else is in it.
            Ok(Some(text)) if text.is_empty() => found.push(entry.path()),
            Ok(None) => {
                let _ = fs::remove_dir(entry.path());
            }
            _ => {}
        }
    }
    found.sort();
    found
}

fn is_missing(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}
