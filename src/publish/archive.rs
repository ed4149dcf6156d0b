//! An archive in one file: written beside its place and moved there as a whole, and held against its record later.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::path_problem;
use super::verify::{Fault, manifest_of};
use crate::record::{Entry, MANIFEST, Manifest};

/// The most that a record is read of: a hundred bytes a file are enough for a million files.
const LONGEST_RECORD: u64 = 200_000_000;

/// Writes `files` (path with `/` between its parts → bytes) to a ZIP archive at `place`. All are said to be of `date`, so
/// that the same files give the same archive. An archive that is there is replaced.
///
/// # Errors
/// When a path could lead out of the folder that the archive is unpacked in, and when the system refuses; what was there
/// is then as it was.
pub fn archive(files: &BTreeMap<String, Vec<u8>>, place: &Path, date: jiff::civil::Date) -> anyhow::Result<()> {
    super::refuse_paths(files)?;
    let told = || format!("could not write {}", place.display());
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    let mut beside = super::add::beside(place).with_context(told)?;
    pack(files, beside.as_file_mut(), date).with_context(told)?;
    beside.as_file().sync_all().with_context(told)?;
    beside.persist(place).map(|_| ()).with_context(told)
}

fn pack(
    files: &BTreeMap<String, Vec<u8>>,
    to: &mut (impl io::Write + Seek),
    date: jiff::civil::Date,
) -> anyhow::Result<()> {
    let part = |n: i8| u8::try_from(n).expect("months and days are small");
    let year = u16::try_from(date.year()).unwrap_or_default();
    // ZIP knows no year before 1980.
    let time = DateTime::from_date_and_time(year, part(date.month()), part(date.day()), 0, 0, 0).unwrap_or_default();
    let mut zip = ZipWriter::new(io::BufWriter::new(to));
    for (path, bytes) in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time)
            .unix_permissions(0o644)
            .large_file(u32::try_from(bytes.len()).is_err());
        zip.start_file(path.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

/// Holds an archive against the record in it, or against the one at `manifest`. Gives the record and what is not as it
/// says, by path.
///
/// # Errors
/// When it can't be read or is no archive with a record.
pub(super) fn verify(place: &Path, manifest: Option<&Path>) -> anyhow::Result<(Manifest, BTreeMap<String, Fault>)> {
    let told = || format!("could not read {}", place.display());
    let file = File::open(place).with_context(told)?;
    let mut zip = ZipArchive::new(BufReader::new(file)).with_context(told)?;
    let manifest = if let Some(manifest) = manifest {
        super::recorded(manifest)?
    } else {
        let Ok(record) = zip.by_name(MANIFEST) else {
            bail!("{} has no {MANIFEST}: it is no archive of framdrift's", place.display());
        };
        let mut text = Vec::new();
        record.take(LONGEST_RECORD).read_to_end(&mut text).with_context(told)?;
        manifest_of(&text, place)?
    };
    let mut faults = BTreeMap::new();
    let mut there = BTreeSet::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).with_context(told)?;
        let path = file.name().with_context(told)?.into_owned();
        if path == MANIFEST && there.insert(path.clone()) {
            continue;
        }
        // A name that is there twice is another file to every program that unpacks it.
        let is_first = there.insert(path.clone());
        match manifest.files.get(&path).filter(|_| is_first && path_problem(&path).is_none()) {
            None => drop(faults.insert(path, Fault::Unlisted)),
            Some(entry) if !holds(&mut file, entry) => drop(faults.insert(path, Fault::Changed)),
            Some(_) => {}
        }
    }
    let missing = manifest.files.keys().filter(|path| !there.contains(*path));
    faults.extend(missing.map(|path| (path.clone(), Fault::Missing)));
    Ok((manifest, faults))
}

/// Whether a packed file is what the record says; what is damaged is not.
fn holds(file: &mut impl io::Read, entry: &Entry) -> bool {
    let mut bytes = Vec::new();
    // What claims to be larger than the record says is not unpacked.
    file.take(entry.size + 1).read_to_end(&mut bytes).is_ok() && Entry::of(&bytes) == *entry
}
