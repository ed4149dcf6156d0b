//! Publishing into a folder that can't be replaced as a whole: a mounted one, or one whose parent is not ours.
//!
//! What has changed is written to `.framdrift-new/` in the folder and is on the disk before the first file is touched.
//! Then each file is moved into place by itself: first what pages need, then the pages, the start page last, and then
//! what is no longer a part of the site is removed. Whoever is interrupted leaves old and new pages, each of them whole,
//! and the next run goes on from there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use rayon::prelude::*;

use super::beside;
use super::folder::{self, Found, discard, remove_empty_below};
use super::lock::Lock;
use super::{LOCK, MARKER, Place, Published, STAGING, holds, settle, settle_folder, write_file};

/// The next marker, while it is being written.
const NEXT_MARKER: &str = ".framdrift-marker";

pub(super) fn publish(site: &BTreeMap<String, Vec<u8>>, place: &Place) -> anyhow::Result<Published> {
    // Held where it can be had: the next run may be one that replaces the folder.
    let outer = Lock::take(&place.beside("lock")).ok();
    if let Some(lock) = &outer {
        beside::recover(place, lock);
    }
    let folder = place.folder.as_path();
    // Looked at before anything is written to it, and again when nobody else does.
    Found::in_folder(folder)?.refuse_foreign(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    let _lock = Lock::take(&folder.join(LOCK))?;
    let before = Found::in_folder(folder)?;
    before.refuse_foreign(folder)?;

    let changed: Vec<(&String, &Vec<u8>)> = site
        .par_iter()
        .filter(|(path, bytes)| !(before.ours.contains(*path) && holds(&folder.join(path), bytes)))
        .collect();
    let staging = folder.join(STAGING);
    discard(&staging);
    let staged = stage(&changed, &staging);
    if staged.is_err() {
        discard(&staging);
        staged?;
    }
    put_in_place(site, &before, &changed, folder).inspect_err(|_| discard(&staging))?;
    discard(&staging);
    Ok(Published { written: changed.len(), unchanged: site.len() - changed.len(), removed: before.gone(site).count() })
}

/// Writes what has changed to a folder of its own, and sees to it that it is on the disk.
fn stage(changed: &[(&String, &Vec<u8>)], staging: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(staging).with_context(|| format!("could not make the folder {}", staging.display()))?;
    let listed = changed.iter().map(|(path, _)| path.as_str()).chain([NEXT_MARKER]);
    write_file(&staging.join(MARKER), folder::marker(listed).as_bytes())?;
    changed.par_iter().try_for_each(|(path, bytes)| {
        let to = staging.join(path);
        let above = to.parent().unwrap_or(staging);
        fs::create_dir_all(above).with_context(|| format!("could not make the folder {}", above.display()))?;
        write_file(&to, bytes)
    })?;
    let paths = changed.iter().map(|(path, _)| path.as_str());
    settle(staging, paths).with_context(|| format!("could not get all of {} onto the disk", staging.display()))
}

/// Moves what was staged into place, and removes what is no longer a part of the site.
fn put_in_place(
    site: &BTreeMap<String, Vec<u8>>,
    before: &Found,
    changed: &[(&String, &Vec<u8>)],
    folder: &Path,
) -> anyhow::Result<()> {
    let staging = folder.join(STAGING);
    // From here until the end both the old files and the new ones are ours.
    let both = before.ours.iter().chain(site.keys().filter(|path| !before.ours.contains(*path)));
    mark(folder, both.map(String::as_str))?;
    let mut order: Vec<&str> = changed.iter().map(|(path, _)| path.as_str()).collect();
    order.sort_by_key(|path| (is_page(path), *path == "index.html"));
    for path in order {
        make_way(path, before, folder)
            .and_then(|()| fs::rename(staging.join(path), folder.join(path)))
            .with_context(|| format!("could not put {} in place", folder.join(path).display()))?;
    }
    for path in before.gone(site) {
        // In the way of another file, it is gone already. What can't be removed is still listed as ours.
        let gone = folder.join(path);
        if gone.is_file() {
            fs::remove_file(&gone).with_context(|| format!("could not remove {}", gone.display()))?;
        }
        let mut above = path.as_str();
        while let Some((parent, _)) = above.rsplit_once('/') {
            // Fails where something is left in it.
            let _ = fs::remove_dir(folder.join(parent));
            above = parent;
        }
    }
    mark(folder, site.keys().map(String::as_str))?;
    settle_folder(folder);
    Ok(())
}

/// Replaces the marker of a folder in one step.
fn mark<'a>(folder: &Path, paths: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
    let next = folder.join(STAGING).join(NEXT_MARKER);
    write_file(&next, folder::marker(paths).as_bytes())?;
    fs::rename(&next, folder.join(MARKER))
        .with_context(|| format!("could not put {} in place", folder.join(MARKER).display()))
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
}

/// Makes the folders that a file needs, and removes files of the old site that have the place of one of them, or folders
/// that have its own.
fn make_way(path: &str, before: &Found, folder: &Path) -> std::io::Result<()> {
    let to = folder.join(path);
    for (at, _) in path.match_indices('/') {
        let above = path.get(..at).unwrap_or_default();
        if before.ours.contains(above) && folder.join(above).is_file() {
            fs::remove_file(folder.join(above))?;
        }
    }
    if to.is_dir() {
        for own in before.ours.iter().filter(|own| own.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))) {
            fs::remove_file(folder.join(own))?;
        }
        remove_empty_below(&to);
        fs::remove_dir(&to)?;
    }
    fs::create_dir_all(to.parent().unwrap_or(folder))
}
