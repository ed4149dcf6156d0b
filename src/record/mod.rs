//! **record**: the files of a site in, the record of them out: `manifest.json` lists every file with its size and SHA-256,
//! so that anybody can tell later whether a copy is what the authority once published. A file is needed for its
//! [`Entry`] only; the record is made of those.
//!
//! It is also what the next site is held against: `lost` tells what was published and would be gone, or would say
//! something else in silence. `bundle` puts a site, all that it was made of and a record of both together, to be kept.
//! Kept out: the disk (`publish`).

mod bundle;
mod lost;
mod reports;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub use bundle::{Origin, bundle, introduction};
pub use lost::{Next, lost};
pub use reports::{Reported, reports};

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
    /// The reports, by period and initiative with a slash between.
    #[serde(default)]
    pub reports: BTreeMap<String, Reported>,
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
    /// The entry of a file with this content.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: sha256(bytes) }
    }

    /// The entry of the file that `write` writes to `out`.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn written(out: &mut dyn Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<Self> {
        let mut summed = Summed { out, size: 0, sum: Sha256::new() };
        write(&mut summed)?;
        Ok(Self { size: summed.size, sha256: hexadecimal(&summed.sum.finalize()) })
    }
}

/// What is written to it goes on to `out`, and is summed.
struct Summed<'a> {
    out: &'a mut dyn Write,
    size: u64,
    sum: Sha256,
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.out.write(bytes)?;
        let (written, _) = bytes.split_at(n);
        self.sum.update(written);
        self.size += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The program and its version.
fn program() -> String {
    format!("framdrift {}", env!("CARGO_PKG_VERSION"))
}

/// SHA-256 in hexadecimal, in lower case.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The record of a site that consists of these files: what [`MANIFEST`] holds. It does not list itself. `reports` are
/// those of the site's plan.
pub fn manifest(
    mut files: BTreeMap<String, Entry>,
    date: jiff::civil::Date,
    commit: Option<&str>,
    reports: BTreeMap<String, Reported>,
) -> Vec<u8> {
    files.remove(MANIFEST);
    let manifest =
        Manifest { program: program(), date: date.to_string(), commit: commit.map(str::to_owned), reports, files };
    let mut text = serde_json::to_vec_pretty(&manifest).expect("a record has nothing that JSON lacks");
    text.push(b'\n');
    text
}

/// Puts the record of a site into it. `reports` are those of its plan.
pub fn record(
    site: &mut BTreeMap<String, Vec<u8>>,
    date: jiff::civil::Date,
    commit: Option<&str>,
    reports: BTreeMap<String, Reported>,
) {
    let files = site.par_iter().map(|(path, bytes)| (path.clone(), Entry::of(bytes))).collect();
    site.insert(MANIFEST.to_owned(), manifest(files, date, commit, reports));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_pieces_has_the_entry_of_the_whole() {
        let mut out = Vec::new();
        let entry = Entry::written(&mut out, |out| {
            out.write_all(b"a")?;
            out.write_all(b"bc")
        });
        assert_eq!(entry.unwrap(), Entry::of(b"abc"));
        assert_eq!(out, b"abc");
    }

    #[test]
    fn a_record_says_what_was_published() {
        let mut site = BTreeMap::from([("a/index.html".to_owned(), b"abc".to_vec()), ("b".to_owned(), Vec::new())]);
        record(&mut site, jiff::civil::date(2026, 11, 23), Some("0123abc"), BTreeMap::new());
        let first = site[MANIFEST].clone();
        let manifest: Manifest = serde_json::from_slice(&first).unwrap();
        assert_eq!((manifest.date.as_str(), manifest.commit.as_deref()), ("2026-11-23", Some("0123abc")));
        assert!(manifest.program.starts_with("framdrift "));
        assert_eq!(manifest.files.len(), 2);
        // The examples of FIPS 180-2, and of nothing at all.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(manifest.files["a/index.html"], Entry { size: 3, sha256: abc.to_owned() });
        assert!(manifest.files["b"].sha256.starts_with("e3b0c44298fc1c14"));
        record(&mut site, jiff::civil::date(2026, 11, 23), Some("0123abc"), BTreeMap::new());
        assert_eq!(site[MANIFEST], first, "it does not list itself");
    }
}
