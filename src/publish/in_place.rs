//! Publishing into a folder that can't be replaced as a whole: a mounted one, or one whose parent is not ours.
//!
//! What has changed is written to `.framdrift-new/` in the folder and is on the disk before the first file is touched.
//! Then each file is moved into place by itself: first what pages need, then the pages, the start page last, and then
//! what is no longer a part of the site is removed. Whoever is interrupted leaves old and new pages, each of them whole,
//! and the next run goes on from there.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::filling::{Filled, Put};
use super::folder::{Found, remove_empty_below};
use super::{Published, mark, settle, settle_folder};

/// Puts the files that were staged in place in `folder`, once all of them are on the disk.
pub(super) fn finish(filled: &Filled, folder: &Path) -> anyhow::Result<Published> {
    settle(&filled.new, filled.paths(Put::Written))
        .with_context(|| format!("could not get all of {} onto the disk", filled.new.display()))?;
    // Somebody may have been there while the site was being made.
    let found = Found::in_folder(folder)?;
    found.refuse_foreign(folder)?;
    for (path, changed) in filled.left_there() {
        let place = folder.join(path);
        if !found.ours.contains(path) {
            bail!("{} was removed while the site was being made: publish it again", place.display());
        }
        // What the file says now is nothing that was built. The next run sees that, and writes it anew.
        if fs::metadata(&place).ok().and_then(|now| now.modified().ok()) != changed {
            bail!("{} was changed while the site was being made: publish it again", place.display());
        }
    }
    put_in_place(filled, &found, folder)?;
    Ok(filled.published(&found))
}

/// Moves what was staged into place, and removes what is no longer a part of the site. `before` is what the folder holds.
fn put_in_place(filled: &Filled, before: &Found, folder: &Path) -> anyhow::Result<()> {
    let Filled { new: staging, files, .. } = filled;
    // From here until the end both the old files and the new ones are ours.
    let both = before.ours.iter().chain(files.keys().filter(|path| !before.ours.contains(*path)));
    mark(staging, folder, both.map(String::as_str))?;
    let mut order: Vec<&str> = filled.paths(Put::Written).collect();
    order.sort_by_key(|path| (is_page(path), *path == "index.html"));
    for path in order {
        make_way(path, before, folder)
            .and_then(|()| fs::rename(staging.join(path), folder.join(path)))
            .with_context(|| format!("could not put {} in place", folder.join(path).display()))?;
    }
    for path in before.gone(files) {
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
    mark(staging, folder, files.keys().map(String::as_str))?;
    settle_folder(folder);
    Ok(())
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
