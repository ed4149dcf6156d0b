//! A folder of framdrift's own that is filled with the files of a site, one by one and from several threads.
//!
//! Its marker lists a file before the file is there: whenever a run is interrupted, what it has written can be told from
//! what somebody else has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use anyhow::{Context as _, bail};

use super::folder::{self, Found};
use super::{MARKER, NEXT_MARKER, Published, Way, refuse_path, take_over};

/// A folder that files are put into.
#[derive(Debug)]
pub(super) struct Filling {
    way: Way,
    new: PathBuf,
    old: PathBuf,
    before: Found,
    done: Mutex<Done>,
}

/// What has been done so far.
#[derive(Debug)]
struct Done {
    marker: File,
    files: BTreeMap<String, Put>,
    /// The folders that have been made.
    folders: BTreeSet<String>,
}

/// How a file of the site came to where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It is new or another than before, and was written.
    Written,
    /// It is as before, and was taken over.
    TakenOver,
    /// It is as before, and stays where it is, in the old folder; when it was last changed, where the system tells.
    LeftThere(Option<SystemTime>),
}

/// A folder that all files of a site have been put into.
#[derive(Debug)]
pub(super) struct Filled {
    /// Where it is.
    pub(super) new: PathBuf,
    /// What the folder that is published to held when the first file came.
    pub(super) before: Found,
    /// The site's files.
    pub(super) files: BTreeMap<String, Put>,
}

impl Filling {
    /// Makes the folder `new`. Files of the site in `old`, where framdrift put `before`, are not written again when they are
    /// as they should be: a folder that is published as a whole has them too, and in place they stay where they are.
    pub(super) fn begin(new: PathBuf, old: &Path, before: Found, way: Way) -> anyhow::Result<Self> {
        // Beside the folder nobody else may look, and what is made there becomes the folder; inside, it may be public.
        let made = if way == Way::InPlace { make_private(&new) } else { fs::create_dir(&new) };
        made.with_context(|| format!("could not make the folder {}", new.display()))?;
        let marker = new.join(MARKER);
        let told = || format!("could not write {}", marker.display());
        let mut file = File::create_new(&marker).with_context(told)?;
        // Each line begins with its break: one that could not be written to its end is not taken up by the next.
        file.write_all(folder::marker([NEXT_MARKER].into_iter()).trim_end().as_bytes()).with_context(told)?;
        let done = Done { marker: file, files: BTreeMap::new(), folders: BTreeSet::new() };
        Ok(Self { way, new, old: old.to_path_buf(), before, done: Mutex::new(done) })
    }

    /// Puts a file into the folder, or sees to it that the old one is kept.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.take(path, |old| holds(old, bytes).then_some(()), |new| new.write_all(bytes))
    }

    /// The same for a file that `write` writes, each time the same; gives what that gives.
    pub(super) fn write<T>(
        &self,
        path: &str,
        write: impl Fn(&mut dyn io::Write) -> io::Result<T>,
    ) -> anyhow::Result<T> {
        self.take(path, |old| held(old, &write), |new| write(new))
    }

    /// `held` gives something when the old file at this path holds what the new one would, and `fill` fills the new one.
    fn take<T>(
        &self,
        path: &str,
        held: impl FnOnce(&Path) -> Option<T>,
        fill: impl FnOnce(&mut File) -> io::Result<T>,
    ) -> anyhow::Result<T> {
        refuse_path(path)?;
        let old = self.old.join(path);
        // As it was before it was read.
        let found = fs::metadata(&old).ok();
        let mut as_before = if self.before.ours.contains(path) { held(&old) } else { None };
        if self.way == Way::InPlace
            && let Some(held) = as_before.take()
        {
            self.done().name(path, Put::LeftThere(found.and_then(|found| found.modified().ok())))?;
            return Ok(held);
        }
        let new = self.room_for(path)?;
        if let Some(held) = as_before {
            match take_over(&old, &new) {
                Ok(()) => {
                    self.done().files.insert(path.to_owned(), Put::TakenOver);
                    return Ok(held);
                }
                // What is there is another file of the site, where the disk takes their names for one.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(_) => drop(fs::remove_file(&new)),
            }
        }
        // Never into what is there: it may be one with the old file.
        let told = || format!("could not write {}", new.display());
        File::create_new(&new).and_then(|mut file| fill(&mut file)).with_context(told)
    }

    /// All files are there.
    pub(super) fn close(self) -> Filled {
        let Self { new, before, done, .. } = self;
        let Done { files, .. } = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        Filled { new, before, files }
    }

    /// The place of a file that is going to be written: from now on it is listed, and its folder is there.
    fn room_for(&self, path: &str) -> anyhow::Result<PathBuf> {
        let new = self.new.join(path);
        let above = path.rsplit_once('/').map(|(above, _)| above);
        let lacks_folder = {
            let mut done = self.done();
            done.name(path, Put::Written)?;
            let line = format!("\n{path}");
            let told = || format!("could not write {}", self.new.join(MARKER).display());
            done.marker.write_all(line.as_bytes()).with_context(told)?;
            above.filter(|above| !done.folders.contains(*above))
        };
        if let Some(above) = lacks_folder {
            let place = self.new.join(above);
            fs::create_dir_all(&place).with_context(|| format!("could not make the folder {}", place.display()))?;
            self.done().folders.insert(above.to_owned());
        }
        Ok(new)
    }

    fn done(&self) -> MutexGuard<'_, Done> {
        // Who panicked left at most a file that is listed and not there.
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Done {
    /// Takes a file up. One that comes twice would be written into the old one where that was taken over.
    fn name(&mut self, path: &str, put: Put) -> anyhow::Result<()> {
        if self.files.insert(path.to_owned(), put).is_some() {
            bail!("the site has two files with the path {path:?}");
        }
        Ok(())
    }
}

impl Filled {
    /// What publishing them does to a folder that holds what was `found` there.
    pub(super) fn published(&self, found: &Found) -> Published {
        let written = self.paths(Put::Written).count();
        Published { written, unchanged: self.files.len() - written, removed: found.gone(&self.files).count() }
    }

    /// The paths of the files that stay where they are in the old folder, and when each was last changed.
    pub(super) fn left_there(&self) -> impl Iterator<Item = (&str, Option<SystemTime>)> {
        self.files.iter().filter_map(|(path, put)| match put {
            Put::LeftThere(changed) => Some((path.as_str(), *changed)),
            Put::Written | Put::TakenOver => None,
        })
    }

    /// The paths of the files that are as put.
    pub(super) fn paths(&self, put: Put) -> impl Iterator<Item = &str> {
        self.files.iter().filter(move |(_, own)| **own == put).map(|(path, _)| path.as_str())
    }
}

/// Makes a folder that nobody else may look into: what is put there is not published yet, and may never be.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether the file at `path` already holds these bytes.
#[expect(clippy::disallowed_methods, reason = "publish owns the folder, so it may read what it wrote there")]
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_size = fs::metadata(path).is_ok_and(|found| found.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|old| old == bytes)
}

/// What `write` gives, when the file at `path` already holds what it writes. It is written no further than that.
fn held<T>(path: &Path, write: impl Fn(&mut dyn io::Write) -> io::Result<T>) -> Option<T> {
    let mut rest = Rest(BufReader::new(File::open(path).ok()?));
    let given = write(&mut rest).ok()?;
    rest.0.fill_buf().is_ok_and(<[u8]>::is_empty).then_some(given)
}

/// The rest of a file: it takes what it begins with, and nothing else.
struct Rest(BufReader<File>);

impl io::Write for Rest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let there = self.0.fill_buf()?;
        let n = there.len().min(bytes.len());
        if n == 0 || there.get(..n) != bytes.get(..n) {
            return Err(io::Error::other("the file holds something else"));
        }
        self.0.consume(n);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
