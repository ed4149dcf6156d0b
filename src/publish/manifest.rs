//! The record of what was published: `manifest.json` lists every file of the site with its size and SHA-256, so that
//! anybody can tell later whether a copy is what the authority once published.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::folder::{is_aside, walk};
use super::path_problem;

/// The path of the record in a site.
pub const MANIFEST: &str = "manifest.json";

/// What a site was made of, and what it consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program and its version.
    pub program: String,
    /// The day that the site describes.
    pub date: String,
    /// The commit that the content was taken from, where the caller named one.
    pub commit: Option<String>,
    /// Every file but the record itself: path → what it is.
    pub files: BTreeMap<String, Entry>,
}

/// A file in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// In bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal, in lower case.
    pub sha256: String,
}

impl Entry {
    fn of(bytes: &[u8]) -> Self {
        let mut sha256 = String::new();
        for byte in Sha256::digest(bytes) {
            let _ = write!(sha256, "{byte:02x}");
        }
        Self { size: bytes.len() as u64, sha256 }
    }
}

/// Puts the record of a site into it.
pub fn record(site: &mut BTreeMap<String, Vec<u8>>, date: jiff::civil::Date, commit: Option<&str>) {
    site.remove(MANIFEST);
    let files = site.par_iter().map(|(path, bytes)| (path.clone(), Entry::of(bytes))).collect();
    let manifest = Manifest {
        program: format!("framdrift {}", env!("CARGO_PKG_VERSION")),
        date: date.to_string(),
        commit: commit.map(str::to_owned),
        files,
    };
    let mut text = serde_json::to_vec_pretty(&manifest).expect("a record has nothing that JSON lacks");
    text.push(b'\n');
    site.insert(MANIFEST.to_owned(), text);
}

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

/// Holds the files in `folder` against the record at `manifest`, or against the folder's own. Gives the record and what
/// is not as it says, by path.
///
/// # Errors
/// When the record or the folder can't be read, and when the record names a file outside of the folder.
#[expect(clippy::disallowed_methods, reason = "publish reads what it wrote, to say whether it is as it was")]
pub fn verify(folder: &Path, manifest: Option<&Path>) -> anyhow::Result<(Manifest, BTreeMap<String, Fault>)> {
    let place = manifest.map_or_else(|| folder.join(MANIFEST), Path::to_path_buf);
    let text = fs::read(&place).with_context(|| format!("could not read {}", place.display()))?;
    let manifest: Manifest = serde_json::from_slice(&text)
        .with_context(|| format!("{} is no manifest of a site that framdrift published", place.display()))?;
    if let Some(path) = manifest.files.keys().find(|path| path_problem(path).is_some()) {
        bail!("{} names a file that no site can have: {path:?}", place.display());
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_what_was_published() {
        let mut site = BTreeMap::from([("a/index.html".to_owned(), b"abc".to_vec()), ("b".to_owned(), Vec::new())]);
        record(&mut site, jiff::civil::date(2026, 11, 23), Some("0123abc"));
        let first = site[MANIFEST].clone();
        let manifest: Manifest = serde_json::from_slice(&first).unwrap();
        assert_eq!((manifest.date.as_str(), manifest.commit.as_deref()), ("2026-11-23", Some("0123abc")));
        assert!(manifest.program.starts_with("framdrift "));
        assert_eq!(manifest.files.len(), 2);
        // The examples of FIPS 180-2, and of nothing at all.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(manifest.files["a/index.html"], Entry { size: 3, sha256: abc.to_owned() });
        assert!(manifest.files["b"].sha256.starts_with("e3b0c44298fc1c14"));
        record(&mut site, jiff::civil::date(2026, 11, 23), Some("0123abc"));
        assert_eq!(site[MANIFEST], first, "it does not list itself");
    }
}
