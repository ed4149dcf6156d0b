//! Reads a plan's folder from the disk: `content/` and `themes/`, in path order, without following links out of it.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context as _, bail};
use rayon::prelude::*;

use super::{File, FileId, Files, Unread, UnreadWhy};

/// The largest input file, in bytes: far more than any page, less than what would exhaust the build.
const LARGEST: u64 = 20 * 1024 * 1024;

/// Reads `content/` and, when it is there, `themes/` below `root`.
///
/// # Errors
/// When `root` or its `content/` is not a folder that can be listed. A single file that can't be read is no error
/// here: it is listed in [`Files::unread`].
pub fn read(root: &Path) -> anyhow::Result<Files> {
    let mut folder = Folder::new(root);
    folder.refresh()?;
    Ok(folder.files)
}

/// The bytes of one file, wherever it is; a larger one than an input may be is refused.
///
/// # Errors
/// When it can't be read.
#[expect(clippy::disallowed_methods, reason = "files is what reads")]
pub fn one(path: &Path) -> anyhow::Result<Vec<u8>> {
    let told = || format!("could not read {}", path.display());
    if fs::metadata(path).with_context(told)?.len() > LARGEST {
        bail!("{} is larger than {} MB", path.display(), LARGEST / 1024 / 1024);
    }
    fs::read(path).with_context(told)
}

/// A plan's folder that is read again and again. What the disk says is as before is not read once more.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    files: Files,
    /// What the disk says of each, in the files' order.
    stamps: Vec<Option<Stamp>>,
}

impl Folder {
    /// The folder that holds `content/`; nothing of it is read yet.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), files: Files::default(), stamps: Vec::new() }
    }

    /// What was read last.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Reads what has changed; says whether anything has.
    ///
    /// # Errors
    /// As [`read`]. Nothing is known of the folder then, and the next time it is read as a whole.
    pub fn refresh(&mut self) -> anyhow::Result<bool> {
        let earlier = Earlier { files: std::mem::take(&mut self.files), stamps: std::mem::take(&mut self.stamps) };
        let content = self.root.join("content");
        if !content.is_dir() {
            bail!(NoContent(self.root.clone()));
        }
        let mut found = earlier.folder(&content, "content")?;
        let themes = self.root.join("themes");
        if themes.is_dir() {
            found.extend(earlier.folder(&themes, "themes")?);
        }
        found.par_sort_unstable_by(|a, b| a.file.path.cmp(&b.file.path));
        let mut has_changed = found.len() != earlier.files.list.len();
        for (n, Found { file, problem, stamp, is_new }) in found.into_iter().enumerate() {
            if let Some(why) = problem {
                self.files.unread.push(Unread { file: FileId(u32::try_from(n).context("too many files")?), why });
            }
            has_changed |= is_new;
            self.files.list.push(file);
            self.stamps.push(stamp);
        }
        let problems = |files: &Files| -> Vec<(String, UnreadWhy)> {
            files.unread.iter().map(|own| (files.get(own.file).path.clone(), own.why.clone())).collect()
        };
        Ok(has_changed || problems(&self.files) != problems(&earlier.files))
    }

    /// Reads what has changed at these paths below the root, when nothing else has as far as is known; says whether anything
    /// has. Where more has come, gone or been replaced than what files hold, all is looked at.
    ///
    /// # Errors
    /// As [`Folder::refresh`].
    pub fn refresh_at(&mut self, paths: &BTreeSet<String>) -> anyhow::Result<bool> {
        let is_left = |path: &str| path.split('/').any(is_leftover);
        let told = || paths.iter().filter(|path| !is_left(path));
        // What is told to have changed is read, whatever the disk says of it.
        for id in told().filter_map(|path| self.files.find(path)) {
            self.stamps[id.number()] = None;
        }
        let known: Option<Vec<FileId>> = told().map(|path| self.files.find(path)).collect();
        let Some(known) = known else { return self.refresh() };
        let mut has_changed = false;
        for id in known {
            let place = self.root.join(&self.files.get(id).path);
            let meta = fs::symlink_metadata(&place).ok().filter(|meta| meta.is_file() && meta.len() <= LARGEST);
            let was_unread = self.files.unread.iter().any(|own| own.file == id);
            #[expect(clippy::disallowed_methods, reason = "this is the file that reads")]
            let read = meta.filter(|_| !was_unread).and_then(|meta| Some((meta, fs::read(&place).ok()?)));
            let Some((meta, bytes)) = read else { return self.refresh().map(|is_new| is_new || has_changed) };
            let file = &mut self.files.list[id.number()];
            self.stamps[id.number()] = Some(Stamp::new(&meta));
            if *file.bytes != bytes {
                file.bytes = Arc::new(bytes);
                has_changed = true;
            }
        }
        Ok(has_changed)
    }
}

/// What the disk says of a file besides its content.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: (u64, i64, i64),
    /// Read twice with the same stamp. A clock that ticks slowly gives two saves one stamp; so the first time, the
    /// stamp isn't trusted.
    is_settled: bool,
}

impl Stamp {
    fn new(meta: &Metadata) -> Self {
        Self { length: meta.len(), modified: meta.modified().ok(), identity: identity(meta), is_settled: false }
    }
}

/// Which file it is and when anything about it last changed, where the system tells.
#[cfg(unix)]
fn identity(meta: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.ino(), meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

/// The folder holds no `content/`.
#[derive(Debug)]
pub struct NoContent(pub std::path::PathBuf);

impl std::fmt::Display for NoContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} holds no folder content/", self.0.display())
    }
}

impl std::error::Error for NoContent {}

/// A file that was come upon.
struct Found {
    file: File,
    problem: Option<UnreadWhy>,
    stamp: Option<Stamp>,
    /// Whether it was not there before, or held something else.
    is_new: bool,
}

/// What was read before.
struct Earlier {
    files: Files,
    stamps: Vec<Option<Stamp>>,
}

impl Earlier {
    /// Every file below a folder, in any order. The disk is asked in parallel: of a plan with thousands of files, asking is
    /// most of the work when few have changed.
    fn folder(&self, folder: &Path, path: &str) -> anyhow::Result<Vec<Found>> {
        let entries = fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
        let mut found = Vec::new();
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for entry in entries {
            let entry = entry.with_context(|| format!("could not list {}", folder.display()))?;
            let name = entry.file_name();
            let shown = name.to_string_lossy();
            if is_leftover(&shown) {
                continue;
            }
            let below = format!("{path}/{shown}");
            if name.to_str().is_none() || shown.chars().any(|c| c.is_control() || c == '\\') {
                found.push(self.problem(below, UnreadWhy::Name));
                continue;
            }
            let kind = entry.file_type().with_context(|| format!("could not look at {}", entry.path().display()))?;
            if kind.is_symlink() {
                found.push(self.problem(below, UnreadWhy::Link));
            } else if kind.is_dir() {
                folders.push((entry.path(), below));
            } else if kind.is_file() {
                files.push((entry, below));
            }
        }
        let files = || files.into_par_iter().map(|(entry, path)| self.file(&entry, path)).collect::<Vec<_>>();
        let folders = || folders.into_par_iter().map(|(folder, path)| self.folder(&folder, &path)).collect();
        let (files, below): (Vec<Found>, anyhow::Result<Vec<Vec<Found>>>) = rayon::join(files, folders);
        found.extend(files);
        found.extend(below?.into_iter().flatten());
        Ok(found)
    }

    fn problem(&self, path: String, why: UnreadWhy) -> Found {
        self.taken(path, Vec::new(), Some(why), None)
    }

    fn file(&self, entry: &DirEntry, path: String) -> Found {
        let meta = entry.metadata();
        if meta.as_ref().is_ok_and(|meta| meta.len() > LARGEST) {
            return self.problem(path, UnreadWhy::TooBig { limit: LARGEST });
        }
        let mut stamp = meta.ok().map(|meta| Stamp::new(&meta));
        if let Some((bytes, Some(before))) = self.at(&path)
            && let Some(stamp) = &mut stamp
        {
            let is_same = Stamp { is_settled: before.is_settled, ..stamp.clone() } == *before;
            if is_same && before.is_settled {
                let file = File { path, bytes: Arc::clone(bytes) };
                return Found { file, problem: None, stamp: Some(before.clone()), is_new: false };
            }
            stamp.is_settled = is_same;
        }
        #[expect(clippy::disallowed_methods, reason = "this is the file that reads")]
        let read = fs::read(entry.path());
        match read {
            Ok(bytes) => self.taken(path, bytes, None, stamp),
            Err(error) => self.problem(path, UnreadWhy::System(error.to_string())),
        }
    }

    /// What was found at a path.
    fn taken(&self, path: String, bytes: Vec<u8>, problem: Option<UnreadWhy>, stamp: Option<Stamp>) -> Found {
        let same = self.at(&path).map(|(before, _)| before).filter(|before| ***before == bytes);
        let is_new = same.is_none();
        let bytes = same.map_or_else(|| Arc::new(bytes), Arc::clone);
        Found { file: File { path, bytes }, problem, stamp, is_new }
    }

    /// What was at this path, and what the disk said of it.
    fn at(&self, path: &str) -> Option<(&Arc<Vec<u8>>, Option<&Stamp>)> {
        let id = self.files.find(path)?;
        Some((&self.files.get(id).bytes, self.stamps.get(id.number())?.as_ref()))
    }
}

/// What systems and editors leave behind: hidden files, backups and lock files are not content.
fn is_leftover(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name == "Thumbs.db"
        || name == "desktop.ini"
}
