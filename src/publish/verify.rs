//! Whether a folder holds what its record says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use rayon::prelude::*;

use super::folder::{is_aside, walk};
use super::path_problem;
use crate::record::{Entry, MANIFEST, Manifest};

/// In what way a file is not as the record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It holds something else.
    Changed,
    /// It is not there.
    Missing,
    /// It is there, and the record does not know it.
    Unlisted,
}

/// The record of a published site: `place` is the site's folder, or the record itself.
///
/// # Errors
/// When it can't be read, and when it names a file that no site can have.
#[expect(clippy::disallowed_methods, reason = "publish reads what it wrote, to say whether it is as it was")]
pub fn recorded(place: &Path) -> anyhow::Result<Manifest> {
    let place = if place.is_dir() { &place.join(MANIFEST) } else { place };
    let text = fs::read(place).with_context(|| format!("could not read {}", place.display()))?;
    manifest_of(&text, place)
}

/// The record that this text is, read from `place`.
pub(super) fn manifest_of(text: &[u8], place: &Path) -> anyhow::Result<Manifest> {
    let manifest: Manifest = serde_json::from_slice(text)
        .with_context(|| format!("{} is no manifest of a site that framdrift published", place.display()))?;
    if let Some(path) = manifest.files.keys().find(|path| path_problem(path).is_some()) {
        bail!("{} names a file that no site can have: {path:?}", place.display());
    }
    Ok(manifest)
}

/// Holds the files in `folder`, or in the archive at that place, against the record at `manifest`, or against its own.
/// Gives the record and what is not as it says, by path.
///
/// # Errors
/// When the record, the folder or the archive can't be read, and when the record names a file outside of the folder.
#[expect(clippy::disallowed_methods, reason = "publish reads what it wrote, to say whether it is as it was")]
pub fn verify(folder: &Path, manifest: Option<&Path>) -> anyhow::Result<(Manifest, BTreeMap<String, Fault>)> {
    if folder.is_file() {
        return super::archive::verify(folder, manifest);
    }
    let place = manifest.map_or_else(|| folder.join(MANIFEST), Path::to_path_buf);
    let manifest = recorded(&place)?;
    let mut there = BTreeSet::new();
    let mut faults = BTreeMap::new();
    walk(folder, "", &mut |path, is_file| {
        if is_file && manifest.files.contains_key(path) {
            there.insert(path.to_owned());
        } else if path != MANIFEST && !is_aside(path) {
            faults.insert(path.to_owned(), Fault::Unlisted);
        }
    })
    .with_context(|| format!("could not look into {}", folder.display()))?;
    let wrong: Vec<(String, Fault)> = manifest
        .files
        .par_iter()
        .filter_map(|(path, entry)| {
            if !there.contains(path) {
                return Some(Ok((path.clone(), Fault::Missing)));
            }
            let file = folder.join(path);
            match fs::read(&file).with_context(|| format!("could not read {}", file.display())) {
                Ok(bytes) => (Entry::of(&bytes) != *entry).then(|| Ok((path.clone(), Fault::Changed))),
                Err(error) => Some(Err(error)),
            }
        })
        .collect::<anyhow::Result<_>>()?;
    faults.extend(wrong);
    Ok((manifest, faults))
}
